//! Names that the framework does not have: a level that a role lacks, other
//! trades and skills. They are never answered with what only comes near.

use std::ops::Range;

use super::{Recognised, Sight, titles, topics};
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::reading::{Question, Unclear};
use crate::question::subject::Subject;
use crate::question::token::Gap;
use crate::question::utterance::Utterance;

/// The share of a name that is half of it: its words are not of equal weight.
const HALF: f32 = 0.5;

/// "what does a junior stage painter do?", where the role has no
/// junior level: said so, with the levels that it has.
pub(super) fn no_such_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // "Are there juniors and seniors, or is it all one level?" asks for the levels.
    let many = |at: usize| said.seniorities[at].is_none() || said.text(at).ends_with('s');
    let several = said.seniorities.iter().flatten().count() > 1;
    if said.has(Cue::Levels) && (several || (0..said.tokens.len()).all(many)) {
        return None;
    }
    let (role, what) = sight.bound.no_such_level.clone()?;
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NoSuchLevel { role, what }),
        90,
    ))
}

/// "what skills does a nurse practitioner need", "solicitor or paralegal?": the
/// names of other trades, and no role beside them.
pub(super) fn another_profession(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let is_trade = |at: &usize| said.tokens[*at].marks.profession;
    let is_title = |at: &usize| is_trade(at) || said.tokens[*at].marks.title;
    let mut trades = sight.rest().iter().copied().filter(is_trade);
    let trade = trades.find(|at| !said.is_in_texts(*at))?;
    let compares = said.has(Cue::Compare) && sight.rest().iter().all(is_title);
    let is_one = trade > 0 && matches!(said.text(trade - 1), "a" | "an");
    let asks_for_a_name = compares
        || said.tokens.len() == 1
        || said.context.kind.is_some() && said.has(Cue::GoingOn) && sight.rest().len() == 1
        || said.has_any(&[Cue::Duties, Cue::Define, Cue::Levels, Cue::Progress])
        || said.has(Cue::Skills) && (is_one || said.has(Cue::Need))
        || titles::asks_whether_there_is(said, trade);
    if !asks_for_a_name || asks_for_a_skill(said, trade) || !sight.bound.names_nothing() {
        return None;
    }
    Some(not_in_framework(said, trade..trade + 1, near(sight), 85))
}

/// "What butchers know about bones, is there a skill for that?": whether a part of the
/// sentence behind a token asks for a skill.
fn asks_for_a_skill(said: &Utterance<'_>, at: usize) -> bool {
    let asks = |at: usize| {
        let one = matches!(said.text(at), "a" | "any" | "which" | "what");
        one && said.text(at + 1) == "skill"
    };
    let clause = said.next_clause(at);
    clause.is_some_and(|start| (start..said.tokens.len()).any(asks))
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
    Some(not_in_framework(said, first..last + 1, near(sight), 80))
}

/// "chef data officer": half a name and an unknown word beside it, and nothing
/// else; what comes near is offered.
pub(super) fn half_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// So many words have no room for anything but a name.
    const FEW: usize = 6;
    let said = sight.said;
    let nothing_bound = sight.bound.names_nothing();
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
    let all = 0..said.tokens.len();
    Some(not_in_framework(said, all, near(sight), 60))
}

/// "is prompt engineering a skill?": said so where none has that name, with those
/// that come near.
pub(super) fn no_such_skill(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// A skill's name is no longer than so many words.
    const LONGEST: usize = 5;
    let said = sight.said;
    let text = |at: usize| said.text(at);
    let all = said.tokens.len();
    if !(0..all).any(|at| matches!(text(at), "skill" | "skills")) {
        return None;
    }
    if let Some(name) = named_as_skill(sight).filter(|name| name.len() <= LONGEST) {
        let near = topics::skills_named_for(sight, &name);
        return Some(not_in_framework(said, name, near, 80));
    }
    let start = 1 + (0..all).find(|at| matches!(text(*at), "is" | "are"))?;
    let end = (start + 1..all).find(|at| {
        let one = text(*at) == "a" && text(at + 1) == "skill";
        let of_them = text(*at) == "one" && text(at + 1) == "of";
        let of_all = text(start - 1) == "are" && text(*at) == "skills" && at + 1 == all;
        one || of_them || of_all
    })?;
    let is_skill = said.tokens[end..]
        .iter()
        .any(|token| matches!(token.text(), "skill" | "skills"));
    let within = sight.rest().iter().all(|at| (start..end).contains(at));
    let asks = start == 1 || said.tokens[start - 1].gap > Gap::Space;
    let names_it = !matches!(
        text(start),
        "there" | "it" | "this" | "that" | "which" | "what"
    );
    let nothing = sight.rest().is_empty() || !sight.bound.names_nothing();
    if nothing || !is_skill || !within || !asks || !names_it {
        return None;
    }
    let mut near = topics::skills_named_for(sight, &(start..end));
    near.truncate(MOST_CHOICES);
    Some(not_in_framework(said, start..end, near, 80))
}

/// "What does the skill of flower arranging look like?": what is called a skill, where
/// a word of it is not known.
fn named_as_skill(sight: &Sight<'_, '_>) -> Option<Range<usize>> {
    let said = sight.said;
    let text = |at: usize| said.text(at);
    let all = said.tokens.len();
    let called = |at: &usize| text(at - 1) == "skill" && matches!(text(*at), "of" | "called");
    let start = 1 + (1..all).find(called)?;
    let ends = |at: &usize| {
        let ends = [
            "look", "looks", "at", "mean", "means", "involve", "cover", "need", "needs",
        ];
        ends.contains(&text(*at)) || said.tokens[*at].gap > Gap::Space
    };
    let end = (start..all).find(ends).unwrap_or(all);
    let mut unknown = sight.rest().iter().filter(|at| (start..end).contains(*at));
    (sight.bound.names_nothing() && unknown.any(|at| said.is_foreign(*at))).then_some(start..end)
}

/// The answer that there is nothing of a name, and what comes near.
pub(super) fn not_in_framework(
    said: &Utterance<'_>,
    name: Range<usize>,
    near: Vec<Subject>,
    certainty: u8,
) -> Recognised {
    let what = said.typed(name).to_owned();
    let unclear = Unclear::NotInFramework { what, near };
    Recognised::sure(Question::NoMatch(unclear), certainty)
}

/// The place of a name in a question that asks for one: between "what does a"
/// and "do", behind "what is a", between "skills does a" and "need".
fn slot(sight: &Sight<'_, '_>) -> Option<Range<usize>> {
    /// Names are short.
    const LONGEST: usize = 6;
    let said = sight.said;
    let text = |at: usize| said.text(at);
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
