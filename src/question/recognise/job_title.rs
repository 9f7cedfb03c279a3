//! Which words of a question are the title of a job that the framework does not have.

use std::ops::Range;

use super::Sight;
use crate::framework::Seniority;
use crate::question::mention::Choice;
use crate::question::names::Named;
use crate::question::token::Gap;

/// The title of a job in a question.
pub(super) struct Title {
    pub(super) tokens: Range<usize>,
    /// Those of them that say what the job is about.
    pub(super) topic: Range<usize>,
}

/// The words that nothing explains, and the names of skills, where they are a title:
/// "head of" and anything, or words that end in what somebody is. One of these alone, and
/// without a seniority, is none.
pub(super) fn title(sight: &Sight<'_, '_>) -> Option<Title> {
    let words = words(sight);
    headed(sight, &words)
        .or_else(|| led(sight, &words))
        .or_else(|| ending_in_one(sight, &words))
}

/// The words that may be a title.
fn words(sight: &Sight<'_, '_>) -> Vec<usize> {
    let skills = sight.bound.skills.iter().map(|skill| &skill.tokens);
    let unclear = sight.bound.unclear_skills.iter();
    let unclear = unclear.map(|unclear| &unclear.tokens);
    let mut words = sight.rest().to_vec();
    words.extend(skills.chain(unclear).cloned().flatten());
    words.sort_unstable();
    words.dedup();
    words
}

/// The first and the last of some words that stand together.
fn together(sight: &Sight<'_, '_>, words: &[usize]) -> Option<(usize, usize)> {
    let tokens = &sight.said.tokens;
    let parted = |pair: &[usize]| pair[0] + 1 != pair[1] || tokens[pair[1]].gap != Gap::Space;
    if words.windows(2).any(parted) {
        return None;
    }
    words.first().copied().zip(words.last().copied())
}

/// "Head of puppets", "director of puppets".
fn headed(sight: &Sight<'_, '_>, words: &[usize]) -> Option<Title> {
    let said = sight.said;
    let directs = |at: &usize| said.tokens[*at].marks.title && said.text(at + 1) == "of";
    let director = words.first().filter(|at| directs(at));
    let words = &words[usize::from(director.is_some())..];
    let (first, last) = together(sight, words)?;
    let of = (0..first)
        .rev()
        .find(|at| !said.tokens[*at].marks.determiner)?;
    let head = of.checked_sub(1).filter(|_| said.text(of) == "of")?;
    let is_head = director.is_some() || said.seniorities[head] == Some(Seniority::Head);
    is_head.then(|| Title {
        tokens: head..last + 1,
        topic: first..last + 1,
    })
}

/// "Kitchen lead", "wine chief".
fn led(sight: &Sight<'_, '_>, words: &[usize]) -> Option<Title> {
    let said = sight.said;
    let (first, last) = together(sight, words)?;
    let behind = said.seniorities.get(last + 1).copied().flatten();
    let is_led = matches!(
        behind,
        Some(Seniority::Lead | Seniority::Head | Seniority::Chief)
    );
    let ends = (last + 2..said.tokens.len()).all(|at| said.is_filler(at));
    (is_led && said.tokens[last + 1].gap == Gap::Space && ends).then(|| Title {
        tokens: first..last + 2,
        topic: first..last + 1,
    })
}

/// "Marine engineer", "senior solicitor".
fn ending_in_one(sight: &Sight<'_, '_>, words: &[usize]) -> Option<Title> {
    let said = sight.said;
    let (first, last) = together(sight, words)?;
    let before = first.checked_sub(1);
    let ranked = before.filter(|at| said.seniorities[*at].is_some());
    let long = words.len() > 1 || ranked.is_some();
    // "Caring for carers", where that is a skill, ends in no title.
    let ends_in_one = sight.rest().contains(&last) && is_title(sight, last);
    (long && ends_in_one).then(|| Title {
        tokens: ranked.unwrap_or(first)..last + 1,
        topic: first..last,
    })
}

/// "from civil servant to cook": what is left is no place of the framework.
pub(super) fn start(sight: &Sight<'_, '_>) -> Option<Title> {
    let rest = sight.rest();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let said = sight.said;
    let leaves = first
        .checked_sub(1)
        .is_some_and(|from| said.text(from) == "from");
    (leaves && last - first < rest.len() && said.text(last + 1) == "to").then_some(Title {
        tokens: first..last + 1,
        topic: first..first,
    })
}

/// The name of a trade that the framework does not know, where nothing else is
/// left unexplained.
pub(super) fn trade(sight: &Sight<'_, '_>) -> Option<Title> {
    let [at] = *sight.rest() else { return None };
    let said = sight.said;
    (said.tokens[at].marks.profession && !said.is_in_texts(at)).then_some(Title {
        tokens: at..at + 1,
        topic: at..at,
    })
}

/// Whether a word says what somebody is: it ends a role's name, or the titles of
/// other jobs.
pub(super) fn is_title(sight: &Sight<'_, '_>, at: usize) -> bool {
    let said = sight.said;
    let marks = said.tokens[at].marks;
    let ends = |choice: &Choice| matches!(choice.named, Named::Role(_)) && choice.has_last();
    let ends_a_role = said
        .mentions
        .iter()
        .any(|mention| mention.used.has(at) && mention.choices.iter().any(ends));
    marks.title || marks.profession || ends_a_role
}
