//! What asks for nothing in the framework: greetings, thanks, "what can you
//! do?", and the business of somebody else.

use std::ops::Range;

use super::{Recognised, Sight};
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::reading::{Courtesy, Question, Scope, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::token::Gap;
use crate::question::token_set::TokenSet;
use crate::question::utterance::is_firm;

/// Nothing at all.
pub(super) fn silence(sight: &Sight<'_, '_>) -> Option<Recognised> {
    sight
        .said
        .tokens
        .is_empty()
        .then(|| Recognised::sure(Question::Help(Courtesy::Silence), 100))
}

/// "hi", "thanks, that's really helpful!": a courtesy, and nothing else that
/// carries meaning.
pub(super) fn courtesy(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let all = said.tokens.len();
    let phrases = || said.interpreter.courtesies.find(&said.tokens);
    let mut courteous = TokenSet::default();
    for (tokens, _) in phrases() {
        courteous.add(tokens.into());
    }
    let nothing_else = said.mentions.is_empty() && sight.rest().iter().all(|at| courteous.has(*at));
    let (_, is) = phrases().find(|(tokens, _)| nothing_else || tokens.len() == all)?;
    let asks = !said.cues.iter().all(|heard| heard.cue.is_small_talk());
    // "Thanks, and the senior one?", "thanks, the second", but not "thanks chief".
    let places = [
        Cue::First,
        Cue::Second,
        Cue::Third,
        Cue::Fourth,
        Cue::Fifth,
        Cue::Last,
    ];
    let is_other_level = |at: usize| {
        let parted = said.has(Cue::GoingOn) || said.tokens[at].gap > Gap::Space;
        said.seniorities[at].is_some() && parted
    };
    let chooses = said.has_any(&places) && !said.context.results.is_empty();
    let goes_on = chooses || (0..all).any(is_other_level) || !said.proficiencies.is_empty();
    (!goes_on && (all <= 3 || !asks)).then(|| Recognised::sure(Question::Help(*is), 100))
}

/// "what can you do?", wherever it stands in the words.
pub(super) fn abilities(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let mut phrases = said.interpreter.courtesies.find(&said.tokens);
    let names_nothing = !said.mentions.iter().any(is_firm);
    let asked = phrases.any(|(tokens, is)| *is == Courtesy::Abilities && tokens.len() > 1);
    (asked && names_nothing).then(|| Recognised::sure(Question::Help(Courtesy::Abilities), 95))
}

/// "what comes next?", "what skills does that need?": it asks something, of nothing.
pub(super) fn unnamed(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// What can only be asked of something.
    const ASKS: [Cue; 15] = [
        Cue::Compare,
        Cue::Progress,
        Cue::Next,
        Cue::Previous,
        Cue::Shared,
        Cue::Similar,
        Cue::Levels,
        Cue::LowestLevel,
        Cue::HighestLevel,
        Cue::Skills,
        Cue::Need,
        Cue::HowMuch,
        Cue::Duties,
        Cue::Pointing,
        Cue::Why,
    ];
    let nothing = sight.rest().is_empty() && sight.said.mentions.is_empty();
    let asks = sight.said.has_any(&ASKS) && nothing;
    asks.then(|| Recognised::sure(Question::Help(Courtesy::Unnamed), 60))
}

/// Of several phrases the longest, of equally long ones the first.
fn longest_first<'a, T>(
    phrases: impl Iterator<Item = (Range<usize>, &'a T)>,
) -> Option<(Range<usize>, &'a T)> {
    phrases.reduce(|best, next| {
        if next.0.len() > best.0.len() {
            next
        } else {
            best
        }
    })
}

/// "is Tom ready for senior?", "who is Priya?": a person's first name, where
/// whoever it is about is asked for. "Tom is a tester, what comes next?" is only
/// told.
fn person(sight: &Sight<'_, '_>) -> Option<Range<usize>> {
    let said = sight.said;
    let is_skill = said.tokens.iter().any(|token| token.text() == "skill");
    let is_name = |at: &usize| {
        let marks = said.tokens[*at].marks;
        // "Is Prashant a senior developer?"
        let unknown = || {
            matches!(said.text(at + 1), "a" | "an" | "ready" | "good")
                && said.typed(*at..at + 1).starts_with(char::is_uppercase)
                && said.is_foreign(*at)
                && !is_skill
                && !marks.profession
        };
        (marks.first_name || unknown()) && !said.is_in_texts(*at)
    };
    let named = (1..said.tokens.len()).find(is_name)?;
    let before = (0..named)
        .rev()
        .find(|at| !said.tokens[*at].marks.determiner)?;
    let asks = matches!(
        said.tokens[before].text(),
        "is" | "was"
            | "does"
            | "did"
            | "has"
            | "will"
            | "should"
            | "can"
            | "could"
            | "would"
            | "who"
    );
    let opens = (0..named).all(|at| said.is_filler(at) || said.is_cue(at));
    (asks && opens).then_some(named..named + 1)
}

/// Pay, vacancies, leave, people's names, the weather.
pub(super) fn out_of_scope(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let phrases = said.interpreter.scopes.find(&said.tokens);
    let person = || person(sight).map(|tokens| (tokens, &Scope::People));
    let mut alone = said.interpreter.lone_scopes.find(&said.tokens);
    let alone = || alone.find(|(tokens, _)| tokens.len() == said.tokens.len());
    let (tokens, about) = longest_first(phrases).or_else(alone).or_else(person)?;
    let within_name = said
        .mentions
        .iter()
        .any(|mention| is_firm(mention) && tokens.clone().all(|at| mention.used.has(at)));
    // "Which grades of cook are there?" asks for its levels.
    let of_levels = *about == Scope::Grade && said.has(Cue::Levels) && said.has(Cue::List);
    if of_levels && !sight.bound.positions.is_empty() {
        return None;
    }
    if within_name && *about != Scope::Instructions {
        return None;
    }
    let mut instead: Vec<Subject> = sight
        .bound
        .positions
        .iter()
        .map(|placed| placed.what.into())
        .collect();
    instead.extend(
        sight
            .bound
            .skills
            .iter()
            .map(|placed| Subject::Skill(placed.what)),
    );
    instead.dedup();
    instead.truncate(MOST_CHOICES);
    if *about == Scope::Promotion && instead.is_empty() {
        instead.extend(
            crate::question::conversation::context_position(said).map(Position::into_subject),
        );
    }
    Some(Recognised::sure(
        Question::NoMatch(Unclear::OutOfScope {
            about: *about,
            instead,
        }),
        90,
    ))
}
