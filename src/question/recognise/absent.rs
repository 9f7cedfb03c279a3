//! Names that the framework does not have: a level that a role lacks, the titles
//! of other jobs. They are never answered with what only comes near.

use std::ops::Range;

use super::{Recognised, Sight, topics};
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::mention::Choice;
use crate::question::names::Named;
use crate::question::reading::{Question, Unclear};
use crate::question::subject::Subject;
use crate::question::token::Gap;

/// The share of a name that is half of it: its words are not of equal weight.
const HALF: f32 = 0.5;

/// "what does a junior stage painter do?", where the role has no
/// junior level: said so, with the levels that it has.
pub(super) fn no_such_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let (role, what) = sight.bound.no_such_level.clone()?;
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NoSuchLevel { role, what }),
        90,
    ))
}

/// "what skills does a nurse practitioner need": the name of another trade, and
/// no role beside it.
pub(super) fn another_profession(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks_for_a_name = said.has(Cue::Duties)
        || said.has(Cue::Compare)
        || said.has(Cue::Define)
        || said.has(Cue::Skills) && said.has(Cue::Need);
    let mut rest = sight.rest().iter().copied();
    let trade = rest.find(|at| said.tokens[*at].marks.profession)?;
    let named = !sight.bound.positions.is_empty() || !sight.bound.skills.is_empty();
    let word = said.tokens[trade].word;
    let known = word.is_some_and(|word| said.interpreter.index.has_word(word));
    if !asks_for_a_name || named || known {
        return None;
    }
    let what = said.typed(trade..trade + 1).to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NotInFramework {
            what,
            near: near(sight),
        }),
        85,
    ))
}

/// "what does a lead marine engineer do?": a name is asked for that the
/// framework does not have.
pub(super) fn foreign(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let slot = slot(sight)?;
    let rest: Vec<usize> = sight
        .rest()
        .iter()
        .copied()
        .filter(|at| slot.contains(at))
        .collect();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let foreign = rest.iter().any(|at| said.is_foreign(*at));
    if !foreign && !said.has(Cue::Duties) {
        return None;
    }
    let what = said.typed(first..last + 1).to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NotInFramework {
            what,
            near: near(sight),
        }),
        80,
    ))
}

/// "chef data officer": half a name and an unknown word beside it, and nothing
/// else; what comes near is offered.
pub(super) fn half_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// So many words have no room for anything but a name.
    const FEW: usize = 6;
    let said = sight.said;
    let nothing_bound = sight.bound.positions.is_empty() && sight.bound.skills.is_empty();
    let positions = sight
        .bound
        .near
        .iter()
        .any(|subject| subject.position().is_some());
    let bare = said.cues.iter().all(|heard| heard.cue.is_small_talk());
    let half_said = said.mentions.iter().any(|mention| {
        mention.choices.iter().any(|choice| choice.share >= HALF) && mention.used.len() > 1
    });
    let unknown = sight.rest().iter().any(|at| said.is_foreign(*at));
    if !(nothing_bound && positions && bare && half_said && unknown) || said.tokens.len() > FEW {
        return None;
    }
    let what = said.typed(0..said.tokens.len()).to_owned();
    let unclear = Unclear::NotInFramework {
        what,
        near: near(sight),
    };
    Some(Recognised::sure(Question::NoMatch(unclear), 60))
}

/// "lead marine engineer", "skills for a policy adviser": the title of another
/// job, and little else.
pub(super) fn another_title(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// What is asked of a job by its title.
    const ASKS: [Cue; 7] = [
        Cue::Skills,
        Cue::Need,
        Cue::Levels,
        Cue::Roles,
        Cue::Duties,
        Cue::Define,
        Cue::Next,
    ];
    let said = sight.said;
    let named = !sight.bound.positions.is_empty() || !sight.bound.skills.is_empty();
    if named || said.has_any(&[Cue::Who, Cue::About]) {
        return None;
    }
    let Title { tokens, topic } = title(sight)?;
    let bare = |at: usize| tokens.contains(&at) || said.tokens[at].marks.small;
    if !(0..said.tokens.len()).all(bare) && !said.has_any(&ASKS) {
        return None;
    }
    let mut near = near(sight);
    for skill in topics::skills_about(sight, &topic) {
        if !near.contains(&skill) {
            near.push(skill);
        }
    }
    near.truncate(MOST_CHOICES);
    let what = said.typed(tokens).to_owned();
    let unclear = Unclear::NotInFramework { what, near };
    Some(Recognised::sure(Question::NoMatch(unclear), 80))
}

/// "is prompt engineering a skill?": said so where none has that name, with those
/// that come near.
pub(super) fn no_such_skill(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let text = |at: usize| said.tokens.get(at).map_or("", |token| token.text());
    let start = 1 + (0..said.tokens.len()).find(|at| matches!(text(*at), "is" | "are"))?;
    let behind = |at: &usize| text(*at) == "skill" && text(*at - 1) == "a" || text(*at) == "skills";
    let end = (start + 1..said.tokens.len()).find(behind)?;
    let end = end - usize::from(text(end) == "skill");
    let named = !sight.bound.positions.is_empty() || !sight.bound.skills.is_empty();
    let within = sight.rest().iter().all(|at| (start..end).contains(at));
    let asks = start == 1 || said.tokens[start - 1].gap > Gap::Space;
    let names_it = !matches!(
        text(start),
        "there" | "it" | "this" | "that" | "which" | "what"
    );
    if named || sight.rest().is_empty() || !within || !asks || !names_it {
        return None;
    }
    let mut near = topics::skills_about(sight, &(start..end));
    near.truncate(MOST_CHOICES);
    let what = said.typed(start..end).to_owned();
    let unclear = Unclear::NotInFramework { what, near };
    Some(Recognised::sure(Question::NoMatch(unclear), 80))
}

/// The title of a job in a question.
struct Title {
    tokens: Range<usize>,
    /// Those of them that say what the job is about.
    topic: Range<usize>,
}

/// The words that nothing explains, where they are a title: "head of" and
/// anything, or words that end in what somebody is. One of these alone, and
/// without a seniority, is none, and neither is what is done to many ("hiring
/// specialists").
fn title(sight: &Sight<'_, '_>) -> Option<Title> {
    let said = sight.said;
    let rest = sight.rest();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let parted = |pair: &[usize]| pair[0] + 1 != pair[1] || said.tokens[pair[1]].gap != Gap::Space;
    if rest.windows(2).any(parted) {
        return None;
    }
    let seniority = |at: &usize| said.seniorities[*at].is_some();
    let before = first.checked_sub(1);
    let of = before.filter(|at| said.tokens[*at].text() == "of");
    if let Some(head) = of.and_then(|of| of.checked_sub(1)).filter(seniority) {
        return Some(Title {
            tokens: head..last + 1,
            topic: first..last + 1,
        });
    }
    let ranked = before.filter(seniority);
    let text = said.tokens[last].text();
    let activity = said.tokens[first].text().ends_with("ing") && text.ends_with('s');
    let long = rest.len() > 1 || ranked.is_some();
    (long && !activity && is_title(sight, last)).then(|| Title {
        tokens: ranked.unwrap_or(first)..last + 1,
        topic: first..last,
    })
}

/// Whether a word says what somebody is: it ends a role's name, or the titles of
/// other jobs.
fn is_title(sight: &Sight<'_, '_>, at: usize) -> bool {
    let said = sight.said;
    let marks = said.tokens[at].marks;
    let ends = |choice: &Choice| matches!(choice.named, Named::Role(_)) && choice.has_last();
    let ends_a_role = said
        .mentions
        .iter()
        .any(|mention| mention.used.has(at) && mention.choices.iter().any(ends));
    marks.title || marks.profession || ends_a_role
}

/// The place of a name in a question that asks for one: between "what does a"
/// and "do", behind "what is a", between "skills does a" and "need".
fn slot(sight: &Sight<'_, '_>) -> Option<Range<usize>> {
    /// Names are short.
    const LONGEST: usize = 6;
    let said = sight.said;
    let text = |at: usize| said.tokens.get(at).map_or("", |token| token.text());
    let article = |at: usize| matches!(text(at), "a" | "an" | "the");
    let opens = |at: usize| {
        at.checked_sub(1).is_none_or(|before| {
            matches!(
                text(before),
                "what" | "which" | "how" | "where" | "why" | "skills" | "and" | "so" | "skill"
            )
        })
    };
    let end_of = |start: usize, ends: &[&str]| {
        (start..said.tokens.len()).find(|at| ends.contains(&text(*at)))
    };
    let slots = (0..said.tokens.len()).filter_map(|at| match text(at) {
        "does" | "do" | "would" | "should" | "dose" if article(at + 1) && opens(at) => Some(
            at + 2
                ..end_of(
                    at + 2,
                    &["do", "need", "have", "actually", "require", "does"],
                )
                .unwrap_or(said.tokens.len()),
        ),
        "is" | "are" | "what" | "about" if article(at + 1) && text(at + 1) != "the" && at < 4 => {
            Some(at + 2..said.tokens.len())
        }
        "do" | "does" if said.has(Cue::Duties) => Some(at + 1..end_of(at + 1, &["do"])?),
        _ => None,
    });
    slots
        .into_iter()
        .find(|slot| !slot.is_empty() && slot.len() <= LONGEST)
}

/// What comes near the names that were looked for: at most five, those first
/// that were said most of.
pub(super) fn near(sight: &Sight<'_, '_>) -> Vec<Subject> {
    let bound = &sight.bound;
    let placed = bound.positions.iter().map(|placed| placed.what.into());
    let skills = bound
        .skills
        .iter()
        .map(|placed| Subject::Skill(placed.what));
    let mut near: Vec<Subject> = Vec::new();
    for subject in placed.chain(skills).chain(bound.near.iter().copied()) {
        if !near.contains(&subject) {
            near.push(subject);
        }
    }
    near.truncate(MOST_CHOICES);
    near
}
