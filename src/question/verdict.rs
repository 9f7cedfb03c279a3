//! What becomes of a mention: whether a name is meant, could be, or only comes
//! near.

use std::ops::Range;

use smallvec::SmallVec;

use super::conversation::context_position;
use super::cue::Cue;
use super::kind::Kind;
use super::mention::{Choice, Mention, Quality};
use super::names::{Named, Posting};
use super::reading::Reading;
use super::utterance::{Utterance, is_firm};
use crate::framework::{Framework, LevelId, RoleId};

/// The share of a name, by weight, that must be said for it to be meant.
const ENOUGH: f32 = 0.62;
/// The share from which on a word of one role only is that role.
const HALF: f32 = 0.5;
/// The share from which on it is worth asking whether it is meant.
const WORTH_ASKING: f32 = 0.34;

/// What becomes of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The first choice is meant.
    Meant,
    /// One of the choices is meant, and it is not clear which.
    Unclear,
    /// None is meant; they come near what is.
    Near,
    /// It is no mention.
    Nothing,
}

/// Judges a mention. A name said in full is meant, unless another profession
/// stands beside it. A name said in part is meant where it is the only one that
/// fits, enough of it, its start or a position's end was said, and no unknown word stands
/// beside it: "lead marine engineer" is not half of some other engineer.
pub(super) fn verdict(utterance: &Utterance<'_>, mention: &Mention, choices: &[Choice]) -> Verdict {
    let Some(first) = choices.first() else {
        return Verdict::Nothing;
    };
    let is_skill = matches!(first.named, Named::Skill(_));
    let beside = utterance.beside(mention);
    // "A dev", "do devs ..." is somebody, where "dev" alone is what they do.
    let before = mention.tokens.start.checked_sub(1);
    let of_job = || matches!(utterance.text(mention.tokens.end), "side" | "role" | "job");
    let is_somebody = first.quality == Quality::Short
        && !is_skill
        && (before.is_some_and(|at| matches!(utterance.text(at), "a" | "an" | "do")) || of_job());
    if first.is_only_alike() && !is_somebody {
        return Verdict::Near;
    }
    if first.quality == Quality::Short && is_within_saying(utterance, mention) {
        return Verdict::Nothing;
    }
    if first.is_complete() {
        let behind = mention.tokens.end;
        let another_trade = beside.iter().any(|at| {
            let marks = utterance.tokens[*at].marks;
            // "Developer manager" is no developer.
            marks.profession || marks.title && *at == behind
        });
        return match choices {
            _ if another_trade && !is_skill => Verdict::Near,
            _ if first.quality == Quality::Doubtful => Verdict::Unclear,
            [_] => Verdict::Meant,
            _ => Verdict::Unclear,
        };
    }
    // "Levels in theatre": only a role has levels. "And in theatre?" goes on from
    // another role.
    let goes_on = utterance.has_any(&[Cue::GoingOn, Cue::Again]);
    let goes_on = goes_on && context_position(utterance).is_some();
    // "The shop one" chooses where it was asked which one is meant.
    let chooses = utterance.context.kind == Some(Kind::Clarify);
    let its_own = || first.share >= HALF && !chooses && is_of_one_role(utterance, mention);
    // "Pastry?", after the levels of another role.
    let of_ladders = utterance.context.kind == Some(Kind::LevelsOfRole);
    let other = |at: usize| !(mention.tokens.contains(&at) || utterance.is_filler(at));
    let alone = of_ladders && !(0..utterance.tokens.len()).any(other);
    let of_levels = utterance.has(Cue::Levels) || goes_on || alone || its_own();
    let of_levels = of_levels && !utterance.has_any(&[Cue::HowMuch, Cue::Who]);
    // "The lowest theatre level", "which theatre level needs it?"
    let of_ladder = utterance.has_any(&[Cue::LowestLevel, Cue::HighestLevel]);
    let before_level = matches!(utterance.text(mention.tokens.end), "level" | "levels");
    let of_role = (of_levels || of_ladder || before_level) && matches!(first.named, Named::Role(_));
    let too_little = !is_skill && mention.used.len() < 2 && !first.has_last() && !of_role;
    let loose = too_little
        || !first.has_seniority()
        || match first.quality {
            Quality::Everyday | Quality::Doubtful => true,
            Quality::Inflected => mention.used.len() == 1,
            Quality::Exact | Quality::Short | Quality::Slip => false,
        };
    let cut = is_skill && !(first.is_unbroken() && beside.is_empty());
    let enough = first.share >= ENOUGH || first.is_start() || first.ends_a_position() || of_role;
    let little = first.share < WORTH_ASKING && (is_skill || !first.is_end());
    if loose || little || (!is_skill && !beside.is_empty()) {
        Verdict::Near
    } else if choices.len() == 1 && enough && !cut && certainty(first) >= Reading::SURE {
        Verdict::Meant
    } else {
        Verdict::Unclear
    }
}

/// "CI/CD": whether a short form is a part of a longer one that the lexicon knows.
fn is_within_saying(utterance: &Utterance<'_>, mention: &Mention) -> bool {
    /// The longest such phrases.
    const WORDS: usize = 3;
    let Range { start, end } = mention.tokens;
    let topics = &utterance.interpreter.topics;
    (start.saturating_sub(WORDS - 1)..=start).any(|at| {
        let said = topics.longest(utterance.tokens[at].stem, &utterance.tokens[at + 1..]);
        said.is_some_and(|said| {
            let has = |token: usize| said.tokens.has(token - at);
            said.tokens.len() > mention.used.len() && (start..end).all(has)
        })
    })
}

/// Whether a mention has all that a question says, and a word that stands in the
/// names of one role and of its levels, and in no other.
fn is_of_one_role(utterance: &Utterance<'_>, mention: &Mention) -> bool {
    let names = &utterance.interpreter.names;
    let role_of = |named: Named| match named {
        Named::Role(role) => Some(role),
        Named::Level(level) => Some(utterance.framework.level(level).role()),
        Named::Skill(_) | Named::Family(_) => None,
    };
    let unexplained = utterance.unexplained();
    let is_all = unexplained.iter().all(|at| mention.used.has(*at));
    let is_alone = utterance.has(Cue::Compare) || !utterance.mentions.iter().any(is_firm);
    is_all
        && is_alone
        && mention.used.iter().any(|at| {
            let stem = utterance.tokens[at].stem;
            let with_it = stem.map_or(&[][..], |stem| names.with_stem(stem));
            let role = |it: &Posting| role_of(names.all[it.name as usize].named);
            let mut roles = with_it.iter().map(role);
            let first = roles.next().flatten();
            first.is_some() && roles.all(|role| role == first)
        })
}

/// The level that a choice is of.
fn level_of(choice: &Choice) -> Option<LevelId> {
    match choice.named {
        Named::Level(level) => Some(level),
        Named::Role(_) | Named::Skill(_) | Named::Family(_) => None,
    }
}

/// The choices without those that another stands for: the level that has its
/// role's own name is meant by the role; and where only part of a name was
/// said, and no seniority, a role stands for all its levels.
pub(super) fn preferred(framework: &Framework, choices: &[Choice]) -> Vec<Choice> {
    let roles = choices.iter().filter_map(|choice| match choice.named {
        Named::Role(role) => Some(role),
        Named::Family(_) | Named::Level(_) | Named::Skill(_) => None,
    });
    let roles: SmallVec<[RoleId; 4]> = roles.collect();
    let mut kept: Vec<Choice> = choices
        .iter()
        .filter(|choice| match choice.named {
            Named::Level(level) => {
                let role = framework.level(level).role();
                let is_namesake = framework
                    .namesake(role)
                    .is_some_and(|namesake| namesake.id() == level);
                !roles.contains(&role) || (choice.is_complete() && !is_namesake)
            }
            Named::Role(_) | Named::Skill(_) | Named::Family(_) => true,
        })
        .copied()
        .collect();
    let has_position = kept
        .iter()
        .any(|choice| !matches!(choice.named, Named::Skill(_)));
    if has_position {
        kept.retain(|choice| !matches!(choice.named, Named::Skill(_)));
    }
    let levels: SmallVec<[LevelId; 4]> = kept.iter().filter_map(level_of).collect();
    // "Lead cook" is not the management track, whatever else its name has.
    kept.retain(|choice| {
        let level = level_of(choice).map(|level| framework.level(level));
        level.is_none_or(|level| {
            let mut others = levels.iter().map(|other| framework.level(*other));
            !others.any(|other| {
                let is_first = other.name() == level.name_without_track();
                is_first && other.id() != level.id() && other.role() == level.role()
            })
        })
    });
    kept
}

/// How sure a choice is, from how it was said.
pub(super) fn certainty(choice: &Choice) -> u8 {
    let said = match choice.quality {
        Quality::Exact => 100,
        Quality::Inflected => 95,
        Quality::Short => 90,
        Quality::Slip | Quality::Doubtful => 85,
        Quality::Everyday => 80,
    };
    if choice.is_complete() {
        said
    } else {
        said - 25
    }
}
