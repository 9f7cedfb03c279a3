//! Names that the framework does not have: a level that a role lacks, the names
//! of other trades. They are never answered with what only comes near.

use std::ops::Range;

use super::{Recognised, Sight};
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::reading::{Question, Unclear};
use crate::question::subject::Subject;

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
