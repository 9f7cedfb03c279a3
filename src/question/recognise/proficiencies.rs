//! Questions about proficiencies: what they mean, what a skill looks like at one, and which
//! one is meant where another question names it.

use super::skills::{asks_of_oneself, says_need, speaks_of_skill};
use super::{Recognised, Sight};
use crate::framework::{Proficiency, Requirement};
use crate::question::conversation::{context_position, context_skill, place_spoken_of};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::subject::Position;
use crate::question::token::{Gap, Token};
use crate::question::utterance::Utterance;
use crate::question::{Kind, Subject};

/// "what do awareness, working, practitioner and expert mean?"
pub(super) fn proficiency(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let names_some = !said.proficiencies.is_empty() || said.has(Cue::Proficiencies);
    if !names_some && said.context.kind.is_none() {
        return None;
    }
    let nothing_named = sight.bound.skills.is_empty() && sight.bound.positions.is_empty();
    let bare =
        nothing_named && sight.bound.unclear_skills.is_empty() && sight.bound.near.is_empty();
    let general = said.has(Cue::InGeneral) && nothing_named;
    let mut named: Vec<Proficiency> = said.proficiencies.iter().map(|(named, _)| *named).collect();
    named.sort_unstable();
    named.dedup();
    // "And one up from there?", after what one of them means.
    if let Some(next) = beside_last(sight) {
        return Some(Recognised::sure(Question::Proficiency(Some(next)), 80));
    }
    let asked = match named.as_slice() {
        [] => {
            let asked = said.has_any(&[Cue::Define, Cue::List, Cue::InGeneral, Cue::Compare]);
            let nothing_else = sight.rest().is_empty() && said.context.kind.is_none();
            // "Can I get all four explained?", after one of them.
            let of_all = said.context.kind == Some(Kind::Proficiency)
                && (0..said.tokens.len())
                    .any(|at| said.text(at) == "all" && matches!(said.text(at + 1), "four" | "4"));
            // "And the ones above it?", after one of them.
            let others = |at: usize| matches!(said.text(at), "ones" | "others" | "rest");
            let of_others = said.context.kind == Some(Kind::Proficiency)
                && (0..said.tokens.len()).any(others)
                && bare
                && sight.rest().is_empty();
            bare && (asked || nothing_else) && said.has(Cue::Proficiencies) || of_all || of_others
        }
        [one] => {
            // "What skills do they need at expert?"
            let asks_skills = said.has(Cue::Skills) || says_need(said);
            let of_place = asks_skills && context_position(said).is_some();
            let alone = bare && sight.rest().is_empty() && !said.has(Cue::Who) && !of_place;
            // "What about expert?" has the words of "what is" in it, and so has
            // "what does expert look like?"
            let defined = said.has(Cue::Define) && !said.has(Cue::GoingOn) && !says_look(said);
            // "And at expert?", after a skill, or after the skills of a level.
            let of_skills = said.context.kind == Some(Kind::LevelSkills);
            let next_to_it = beside_named(said, *one).is_some();
            // "At working what would I be doing?", "expert in it?"
            let does = said.has(Cue::Duties) || says_do(said) || is_in_it(said);
            // "What's awareness?", after another proficiency of a skill.
            let beside = said.context.kind == Some(Kind::SkillAtProficiency);
            let means = (0..said.tokens.len())
                .any(|at| matches!(said.text(at), "mean" | "means" | "meaning"));
            let beside = beside && !means;
            let of_context = (of_skills || context_skill(said).is_some())
                && (!defined || next_to_it || does || beside);
            // "What does 'working' mean on a job advert?"
            let told = bare && means && said.has(Cue::Define) && sight.rest().len() <= 2;
            let told = told || bare && (rates_oneself(said) || is_asked_behind(sight));
            let told = told && !said.context.kind.is_some_and(speaks_of_skill);
            // "Is practitioner higher or lower than that?", after what another one means.
            let ranks = |at: usize| matches!(said.text(at), "higher" | "lower" | "above" | "below");
            let ranked = (0..said.tokens.len()).any(ranks) && nothing_named;
            let ranked = ranked && said.context.kind == Some(Kind::Proficiency);
            // "What does expert mean there?", after a skill.
            let last = said.tokens.len().saturating_sub(1);
            let there = said.text(last) == "there" && context_skill(said).is_some();
            (general || told || ranked || (alone && !of_context)) && !there
        }
        [_, _] => {
            let joined = |pair: &[(Proficiency, usize)]| pair[1].1 == pair[0].1 + 2;
            let pair = said.has(Cue::Compare) && said.proficiencies.windows(2).any(joined);
            // "Is practitioner higher than working?", "awareness up to expert".
            let ranks = |at: usize| matches!(said.text(at), "than" | "up" | "four");
            let ranks = (0..said.tokens.len()).any(ranks);
            let asks = [
                Cue::Compare,
                Cue::Proficiencies,
                Cue::Define,
                Cue::InGeneral,
            ];
            let of_both = bare && said.has_any(&asks) && ranks;
            // "How is that different to working?", where another is named before.
            let differ = bare && said.has(Cue::Compare) && sight.rest().len() <= 3;
            nothing_named && (pair || of_both || differ || bare && sight.rest().is_empty())
        }
        _ => sight.bound.skills.is_empty(),
    };
    // "It says working and expert all over the place. What do the four levels mean?"
    let of_scale = |heard: &Heard| heard.cue == Cue::Proficiencies && heard.own.len() > 1;
    let scale = nothing_named && said.has(Cue::Define) && said.cues.iter().any(of_scale);
    let four = (0..said.tokens.len()).any(|at| matches!(said.text(at), "four" | "4"));
    let of_four = scale && four;
    // "What are all these words, practitioner and the others?"
    let others = |at: usize| matches!(said.text(at), "others" | "rest");
    let of_others = nothing_named && said.has(Cue::Define);
    let of_others = of_others && named.len() == 1 && (0..said.tokens.len()).any(others);
    let of_four = of_four || of_others;
    let asked = asked || scale && said.has(Cue::InGeneral) || of_four;
    let one = match named.as_slice() {
        [one] => Some(*one).filter(|_| !of_four),
        _ => None,
    };
    // "Show me all four levels", "expert vs practitioner", after a skill.
    if let Some(skill) = context_skill(said)
        && asked
        && named.len() != 1
        && said.context.kind.is_some_and(speaks_of_skill)
        && !said.has(Cue::InGeneral)
    {
        let skill = Subject::Skill(skill);
        return Some(Recognised::in_context(Question::about(skill), skill));
    }
    asked.then(|| Recognised::sure(Question::Proficiency(one), 90))
}

/// "what does practitioner look like for testing?", "and at expert?"
pub(super) fn skill_at_proficiency(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let proficiency = asked_proficiency(sight)?;
    if !sight.bound.positions.is_empty() {
        return None;
    }
    if let Some(placed) = sight.bound.skills.first() {
        // Two of them are held against each other by all that the skill says.
        let mut named = said.proficiencies.iter().map(|(named, _)| *named);
        let first = named.next();
        let another = named.any(|other| Some(other) != first);
        // "And glazing? Same level", after who needs another at a proficiency.
        let of_roles = said.context.kind == Some(Kind::RolesNeedingSkill);
        // "Is glazing expert there?", after the skills of a level.
        let last = said.tokens.len().saturating_sub(1);
        let there = said.context.kind == Some(Kind::LevelSkills) && said.text(last) == "there";
        if let Some(place) = context_position(said).filter(|_| there) {
            let question = Question::SkillAtLevel(placed.what, place);
            return Some(Recognised::in_context(question, place));
        }
        let question = if another {
            Question::Skill(placed.what)
        } else if of_roles && said.proficiencies.is_empty() {
            Question::RolesNeedingSkill(placed.what, Some(proficiency))
        } else {
            Question::SkillAtProficiency(placed.what, proficiency)
        };
        return Some(Recognised::sure(question, placed.certainty));
    }
    if !sight.bound.unclear_skills.is_empty() || !sight.rest().is_empty() {
        return None;
    }
    // "What are the top skills?", of a place that was spoken of.
    if said.has(Cue::Skills) && context_position(said).is_some() {
        return None;
    }
    // "What else would she need at that level?" is of more than the skill.
    let else_ = (0..said.tokens.len()).any(|at| said.text(at) == "else");
    if else_ && said.has(Cue::Need) && place_spoken_of(said).is_some() {
        return None;
    }
    let skill = context_skill(said)?;
    // "What does practitioner look like for it?" asks for no roles.
    let of_skill = says_look(said) || says_do(said);
    if said.context.kind == Some(Kind::RolesNeedingSkill) && !of_skill {
        return Some(Recognised::in_context(
            Question::RolesNeedingSkill(skill, Some(proficiency)),
            Subject::Skill(skill),
        ));
    }
    Some(Recognised::in_context(
        Question::SkillAtProficiency(skill, proficiency),
        Subject::Skill(skill),
    ))
}

/// The only proficiency that is named.
pub(super) fn asked_at(sight: &Sight<'_, '_>) -> Option<Proficiency> {
    let (first, others) = sight.said.proficiencies.split_first()?;
    let is_only = others.iter().all(|other| other.0 == first.0);
    is_only.then_some(first.0)
}

/// The proficiency above or below one, as the words say.
fn next_to(said: &Utterance<'_>, proficiency: Proficiency) -> Option<Proficiency> {
    let place = Proficiency::ALL.iter().position(|it| *it == proficiency)?;
    let beside = if said.has(Cue::Next) {
        place.checked_add(1)?
    } else if said.has(Cue::Previous) {
        place.checked_sub(1)?
    } else {
        return None;
    };
    Proficiency::ALL.get(beside).copied()
}

/// "The next level up from working": the one above the only one that is named.
fn beside_named(said: &Utterance<'_>, named: Proficiency) -> Option<Proficiency> {
    let [(_, at)] = said.proficiencies.as_slice() else {
        return None;
    };
    let before = at.checked_sub(1)?;
    let leaves = matches!(
        said.text(before),
        "from" | "after" | "above" | "below" | "than"
    );
    next_to(said, named).filter(|_| leaves)
}

/// The proficiency that is asked about: named, "the top level", or the one beside that of
/// the last answer.
pub(super) fn asked_proficiency(sight: &Sight<'_, '_>) -> Option<Proficiency> {
    let said = sight.said;
    let named = said
        .proficiencies
        .first()
        .map(|(proficiency, _)| *proficiency);
    // "Which roles need it at all, expert or not?"
    let or_not = |at: usize| said.text(at) == "or" && said.text(at + 1) == "not";
    let named = named.filter(|_| !(0..said.tokens.len()).any(or_not));
    // "The next level up from working".
    let named = named.map(|named| beside_named(said, named).unwrap_or(named));
    // "The top one", after the levels of a role, is a level.
    let of_ladder = said.context.kind == Some(Kind::LevelsOfRole);
    let extreme = |cue| !of_ladder && said.has(cue);
    let highest = extreme(Cue::Highest).then_some(Proficiency::Expert);
    let lowest = extreme(Cue::Lowest).then_some(Proficiency::Awareness);
    let beside = || {
        let spoken_of = said.context.subjects.iter();
        let spoken_of = spoken_of.rev().find_map(|subject| subject.proficiency())?;
        next_to(said, spoken_of)
    };
    // "Who needs it at that level?", "what does that look like for glazing?"
    let pointed = || {
        let of_another = !sight.bound.skills.is_empty()
            && (0..said.tokens.len()).any(|at| is_that(said, at))
            && matches!(
                said.context.kind,
                Some(Kind::Proficiency | Kind::SkillAtProficiency)
            );
        let spoken_of = said.context.subjects.iter();
        let mut spoken_of = spoken_of.filter_map(|subject| subject.proficiency());
        // Of all four none is pointed at.
        let one = spoken_of.next().filter(|_| spoken_of.next().is_none());
        let one = one.or_else(|| asked_of_level(said));
        // "What would I have to show for that?", after who needs it at working.
        let shows = said.context.kind == Some(Kind::RolesNeedingSkill)
            && says_do(said)
            && !said.has(Cue::Who)
            && said.has(Cue::Pointing);
        one.filter(|_| of_another || shows || points_at_level(said))
    };
    named
        .or(highest)
        .or(lowest)
        .or_else(beside)
        .or_else(pointed)
}

/// The proficiency that the last answer told: what a level asks in a skill.
fn asked_of_level(said: &Utterance<'_>) -> Option<Proficiency> {
    let (Some(Position::Level(level)), Some(skill)) = (context_position(said), context_skill(said))
    else {
        return None;
    };
    let asked = said.framework.level(level).requirement(skill);
    asked.and_then(Requirement::proficiency)
}

/// The proficiency above or below the one that the last answer told the meaning of.
fn beside_last(sight: &Sight<'_, '_>) -> Option<Proficiency> {
    let said = sight.said;
    // "What's next for me?" is of where somebody is.
    let of_oneself = asks_of_oneself(said) && context_position(said).is_some();
    let told = said.context.kind == Some(Kind::Proficiency) && said.proficiencies.is_empty();
    let told = told && !of_oneself;
    let ranked = said.seniorities.iter().any(Option::is_some);
    let bare = sight.bound.names_nothing() && sight.rest().is_empty() && !ranked;
    // "Just the top one, please".
    if told && bare && said.has_any(&[Cue::Highest, Cue::HighestLevel]) {
        return Some(Proficiency::Expert);
    }
    if told && bare && said.has_any(&[Cue::Lowest, Cue::LowestLevel]) {
        return Some(Proficiency::Awareness);
    }
    let [Subject::Proficiency(last)] = *said.context.subjects.as_slice() else {
        return None;
    };
    next_to(said, last).filter(|_| told && bare)
}

/// Whether the words ask what somebody does or shows.
pub(super) fn says_do(said: &Utterance<'_>) -> bool {
    let does = |at: usize| {
        matches!(
            said.text(at),
            "do" | "doing" | "able" | "show" | "see" | "demonstrate" | "prove" | "evidence"
        )
    };
    // "Do any of them get away with awareness?" asks whether.
    let asks = usize::from(said.text(0) == "do");
    (asks..said.tokens.len()).any(does)
}

/// "Expert in it": the skill that was spoken of.
fn is_in_it(said: &Utterance<'_>) -> bool {
    let leads = |at: usize| matches!(said.text(at), "in" | "of" | "at" | "with" | "for");
    (1..said.tokens.len()).any(|at| matches!(said.text(at), "it" | "that") && leads(at - 1))
}

/// "Everyone says 'working' and I just nod. What is it?": the last sentence asks what was
/// said before it.
fn is_asked_behind(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let [(_, at)] = said.proficiencies.as_slice() else {
        return false;
    };
    let mut sentences = (at + 1..said.tokens.len()).filter(|at| said.tokens[*at].gap == Gap::Hard);
    sentences.any(|start| {
        let heard = |cue| said.hears_from(start, &[cue]);
        let bare = sight.rest().iter().all(|at| *at < start);
        bare && heard(Cue::Define) && heard(Cue::Pointing)
    })
}

/// "How good do I have to be to tick expert?", "what counts as expert?": what it takes to
/// call oneself so.
fn rates_oneself(said: &Utterance<'_>) -> bool {
    (0..said.tokens.len()).any(|at| match said.text(at) {
        "tick" | "ticking" => true,
        "count" | "counts" | "classed" | "rated" => said.text(at + 1) == "as",
        "rate" | "mark" | "score" | "put" | "call" => {
            matches!(said.text(at + 1), "myself" | "yourself" | "oneself")
        }
        _ => false,
    })
}

/// Whether the words ask what something looks like.
pub(super) fn says_look(said: &Utterance<'_>) -> bool {
    (0..said.tokens.len()).any(|at| match said.text(at) {
        "look" | "looks" => true,
        // "What's that like at working?"
        "like" => at > 0 && matches!(said.text(at - 1), "that" | "it") && said.has(Cue::Define),
        _ => false,
    })
}

/// Whether a word points at what was said before.
fn is_that(said: &Utterance<'_>, at: usize) -> bool {
    matches!(said.text(at), "that" | "this" | "same")
}

/// "At that level", "that good at it", "have it at that": the level of skill that was spoken
/// of.
pub(super) fn points_at_level(said: &Utterance<'_>) -> bool {
    let is_level = |at: usize| {
        matches!(
            said.text(at),
            "level" | "proficiency" | "standard" | "far" | "good" | "well" | "high" | "much"
        )
    };
    let ends = |at: usize| said.tokens[at + 1..].iter().all(Token::is_filler);
    let reaches = |at: usize| matches!(said.text(at), "at" | "to" | "hit" | "reach" | "meet");
    (0..said.tokens.len()).any(|at| {
        // "Have it at just that".
        let mut before = (0..at).rev();
        let before = before.find(|at| !matches!(said.text(*at), "just" | "exactly" | "only"));
        let closes = before.is_some_and(reaches) && ends(at);
        // "Is anyone expected to get there?"
        let gets = |at: usize| matches!(said.text(at), "get" | "be" | "reach");
        let there = said.text(at) == "there" && at > 0 && gets(at - 1);
        there || is_that(said, at) && (is_level(at + 1) || closes)
    })
}
