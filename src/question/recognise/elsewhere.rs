//! The business of somebody else: pay, vacancies, leave, people's names, the weather, and
//! what somebody wants done. It is shown by phrases of the lexicon, in several strengths;
//! see `scope` there.

use std::ops::Range;

use super::{Recognised, Sight};
use crate::question::bound::MOST_CHOICES;
use crate::question::conversation::context_position;
use crate::question::cue::Cue;
use crate::question::lexicon::Strength;
use crate::question::reading::{Question, Scope, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::token::Gap;
use crate::question::utterance::{Utterance, is_firm};

/// What is asked of a framework, and of nothing else.
const ASKS: [Cue; 7] = [
    Cue::Skills,
    Cue::Duties,
    Cue::Levels,
    Cue::Compare,
    Cue::Shared,
    Cue::Similar,
    Cue::Who,
];

/// Pay, vacancies, leave, people's names, the weather.
pub(super) fn out_of_scope(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let (tokens, about) = strong(said)
        .or_else(|| alone(said))
        .or_else(|| person(sight))
        .or_else(|| holder(sight))
        .or_else(|| headcount(sight))
        .or_else(|| weak(sight))?;
    let within_name = said
        .mentions
        .iter()
        .any(|mention| is_firm(mention) && tokens.clone().all(|at| mention.used.has(at)));
    // "Which grades of cook are there?" asks for its levels.
    let of_levels = about == Scope::Grade && said.has(Cue::Levels);
    let of_named = said.has(Cue::List) && !sight.bound.positions.is_empty();
    // "Is there a ladder, or is it just the one grade?", after a role.
    if of_levels && (of_named || context_position(said).is_some()) {
        return None;
    }
    if within_name && about != Scope::Instructions {
        return None;
    }
    let bound = &sight.bound;
    let positions = bound.positions.iter().map(|placed| placed.what.into());
    let skills = bound.skills.iter();
    let skills = skills.map(|placed| Subject::Skill(placed.what));
    let mut instead: Vec<Subject> = positions.chain(skills).collect();
    instead.dedup();
    instead.truncate(MOST_CHOICES);
    if about == Scope::Promotion && instead.is_empty() {
        instead.extend(context_position(said).map(Position::into_subject));
    }
    let unclear = Unclear::OutOfScope { about, instead };
    Some(Recognised::sure(Question::NoMatch(unclear), 90))
}

/// The words that show whose business it is, and whose.
type Shown = (Range<usize>, Scope);

/// The phrases of one strength.
fn phrases<'a>(said: &'a Utterance<'_>, wanted: Strength) -> impl Iterator<Item = Shown> + 'a {
    let all = said.scopes.iter();
    let all = all.filter(move |(_, strength, _)| *strength == wanted);
    all.map(|(tokens, _, about)| (tokens.clone(), *about))
}

/// What shows it wherever it is said, but for a sentence before the one that asks: "I have
/// an application deadline on Friday, what does a cook do?".
fn strong(said: &Utterance<'_>) -> Option<Shown> {
    longest_first(phrases(said, Strength::Anywhere).filter(|(tokens, about)| {
        *about == Scope::Instructions || !is_asked_behind(said, tokens.end)
    }))
}

/// What shows it where it is all that is said.
fn alone(said: &Utterance<'_>) -> Option<Shown> {
    phrases(said, Strength::Alone).find(|(tokens, _)| tokens.len() == said.tokens.len())
}

/// What shows it where nothing is asked of the framework: anywhere, or where a sentence
/// starts with it ("when is the next ..."). A skill that is named is asked for.
fn weak(sight: &Sight<'_, '_>) -> Option<Shown> {
    let said = sight.said;
    let of_skill = !sight.bound.skills.is_empty() || !said.proficiencies.is_empty();
    if said.has_any(&ASKS) || of_skill {
        return None;
    }
    // "Where do I go from here?" is more than its first words.
    let is_more = |tokens: &Range<usize>| {
        let mut cues = said.cues.iter();
        cues.any(|heard| heard.tokens.start == tokens.start && heard.tokens.len() > tokens.len())
    };
    let moves = said.has_any(&[Cue::Progress, Cue::Next, Cue::Need]);
    // "She is a porter. Where does she need to improve?", "where can a cook go next?"
    let of_gap = |at: usize| {
        let on = said.has_any(&[Cue::Progress, Cue::Next]) || moves && said.has(Cue::Pointing);
        said.text(at) == "where" && on && !sight.bound.positions.is_empty()
    };
    let opening = phrases(said, Strength::Opening).filter(|(tokens, _)| {
        opens(said, tokens.start) && !is_more(tokens) && !of_gap(tokens.start)
    });
    let anywhere = phrases(said, Strength::Unasked).filter(|_| !moves);
    // "We're writing a job advert - describe a cook": only told.
    let is_told = |tokens: &Range<usize>| tokens.clone().all(|at| said.preamble.has(at));
    longest_first(
        opening
            .chain(anywhere)
            .filter(|(tokens, _)| !is_told(tokens)),
    )
}

/// Whether a sentence starts at a token, but for words that carry nothing.
fn opens(said: &Utterance<'_>, at: usize) -> bool {
    let starts = |at: &usize| *at == 0 || said.tokens[*at].gap > Gap::Space;
    let start = (0..=at).rev().find(starts).unwrap_or(0);
    (start..at).all(|at| said.is_filler(at) || said.tokens[at].marks.small)
}

/// Whether a sentence, or a part of one, behind a token asks something of the framework.
pub(super) fn is_asked_behind(said: &Utterance<'_>, at: usize) -> bool {
    let next = said.next_clause(at);
    next.is_some_and(|start| {
        // "What's that supposed to mean?"
        let means = |at: usize| matches!(said.text(at), "mean" | "means");
        let what = (start..said.tokens.len()).any(means) && !said.mentions.is_empty();
        // "... How much should I expect her to know?"
        let much = !said.mentions.is_empty() && said.hears_from(start, &[Cue::HowMuch]);
        said.hears_from(start, &ASKS) || what || much
    })
}

/// Of several phrases the longest, of equally long ones the first.
fn longest_first(phrases: impl Iterator<Item = Shown>) -> Option<Shown> {
    phrases.reduce(|best, next| {
        if next.0.len() > best.0.len() {
            next
        } else {
            best
        }
    })
}

/// "Who's the head cook in the north branch?": a role with "the", and words beside it
/// that say where; whoever holds it is asked for.
fn holder(sight: &Sight<'_, '_>) -> Option<Shown> {
    let said = sight.said;
    let [only] = sight.bound.positions.as_slice() else {
        return None;
    };
    let the = only.tokens.start.checked_sub(1)?;
    let before = the.checked_sub(1)?;
    let text = |at: usize| said.tokens[at].text();
    let is_who = matches!(text(before), "whos" | "who") || before > 0 && text(before - 1) == "who";
    let is = matches!(text(before), "whos" | "who" | "is" | "was");
    let asks = is_who && is && matches!(text(the), "the" | "our" | "your");
    let other = said.has(Cue::Skills) || said.has(Cue::Duties);
    // "Who's the head cook here, name?"
    let here = |at: usize| matches!(said.text(at), "here" | "name" | "names");
    let says_where = !sight.rest().is_empty() || (only.tokens.end..said.tokens.len()).any(here);
    (asks && !other && says_where).then(|| (before..the + 1, Scope::People))
}

/// "How many cooks work in the north branch?": people are counted, not levels or skills.
fn headcount(sight: &Sight<'_, '_>) -> Option<Shown> {
    let said = sight.said;
    let [first, ..] = sight.bound.positions.as_slice() else {
        return None;
    };
    let start = first.tokens.start;
    let how = start.checked_sub(2)?;
    let counts = said.text(how) == "how" && said.text(how + 1) == "many";
    let of_framework = [Cue::Levels, Cue::Skills, Cue::Duties, Cue::Roles];
    (counts && !said.has_any(&of_framework)).then_some((how..start, Scope::People))
}

/// "is Tom ready for senior?", "who is Priya?": a person's first name, where
/// whoever it is about is asked for. "Tom is a tester, what comes next?" is only
/// told.
fn person(sight: &Sight<'_, '_>) -> Option<Shown> {
    let said = sight.said;
    let is_skill = || said.tokens.iter().any(|token| token.text() == "skill");
    let is_name = |at: &usize| {
        let marks = said.tokens[*at].marks;
        // "Is Prashant a senior developer?"
        let unknown = || {
            matches!(said.text(at + 1), "a" | "an" | "ready" | "good")
                && said.typed(*at..at + 1).starts_with(char::is_uppercase)
                && said.is_foreign(*at)
                && !marks.profession
                && !is_skill()
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
    (asks && opens).then(|| (named..named + 1, Scope::People))
}
