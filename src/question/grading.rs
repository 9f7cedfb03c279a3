//! Words for how senior a level is and how well a skill is held. Many of them
//! are everyday words too ("to lead on", "working with"): they count where the
//! words beside them say so.

use super::interpreter::Interpreter;
use super::token::{Gap, Token};
use super::token_set::TokenSet;
use crate::framework::{Proficiency, Seniority};
use crate::search::{Dictionary, WordId};

/// The words of a question, to look around in.
struct Around<'a>(&'a [Token<'a>]);

impl Around<'_> {
    /// The word at a place; empty outside the question.
    fn word(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.0.get(at))
            .map_or("", |token| token.text())
    }

    /// Whether a word is joined to a seniority word before it: "lead and head".
    fn is_paired(&self, at: usize) -> bool {
        let joins = ["and", "or", "to", "vs", "versus", "than"];
        let first = at.checked_sub(2).and_then(|first| self.0.get(first));
        joins.contains(&self.word(at.checked_sub(1)))
            && first.is_some_and(|word| Seniority::from_word(word.text()).is_some())
    }

    /// Whether a clause ends behind a word.
    fn ends(&self, at: usize) -> bool {
        self.0.get(at + 1).is_none_or(|next| next.gap > Gap::Space)
    }
}

/// Which of the words say a seniority.
pub(super) struct Seniorities {
    /// For each token the seniority that it is a word for.
    pub(super) said: Vec<Option<Seniority>>,
    /// The tokens that would be, and are part of a turn of phrase: "in principle".
    pub(super) in_phrases: TokenSet,
}

/// The seniorities that the words say. A form of several words counts at its first
/// one.
pub(super) fn seniorities(interpreter: &Interpreter, tokens: &[Token<'_>]) -> Seniorities {
    let mut found = Seniorities {
        said: vec![None; tokens.len()],
        in_phrases: TokenSet::default(),
    };
    let mut phrases = TokenSet::default();
    for (phrase, ()) in interpreter.no_seniorities.find(tokens) {
        phrases.add(phrase.into());
    }
    for at in 0..tokens.len() {
        let forms = interpreter.seniorities.at(tokens, at);
        let Some((form, seniority)) = forms.max_by_key(|(form, _)| form.len()) else {
            continue;
        };
        if phrases.has(at) {
            found.in_phrases.add((at..at + 1).into());
        } else if form.len() > 1 || is_meant(interpreter, tokens, at, *seniority) {
            found.said[at] = Some(*seniority);
        }
    }
    found
}

/// Whether a seniority's word is meant as one at its place.
fn is_meant(
    interpreter: &Interpreter,
    tokens: &[Token<'_>],
    at: usize,
    seniority: Seniority,
) -> bool {
    let around = Around(tokens);
    let before = around.word(at.checked_sub(1));
    let behind = around.word(Some(at + 1));
    match seniority {
        Seniority::Lead => !is_verb(before, behind),
        Seniority::Head => {
            let next = tokens.get(at + 1).and_then(|next| next.stem);
            around.ends(at)
                || is_beside_level(behind)
                || next.is_some_and(|stem| interpreter.is_named(stem))
                || around.is_paired(at)
        }
        Seniority::Apprentice
        | Seniority::Trainee
        | Seniority::Junior
        | Seniority::Associate
        | Seniority::Unmarked
        | Seniority::Senior
        | Seniority::Principal
        | Seniority::Chief => true,
    }
}

/// Whether "lead" is a verb between these words.
fn is_verb(before: &str, behind: &str) -> bool {
    !matches!(
        before,
        "a" | "the" | "my" | "our" | "new" | "at" | "for" | "from" | "to"
    ) && (matches!(
        behind,
        "on" | "the" | "a" | "an" | "people" | "others" | "teams"
    ) || matches!(
        before,
        "they" | "you" | "who" | "i" | "we" | "will" | "can" | "must" | "should"
    ))
}

/// Whether a word can stand behind "head" where it is a seniority.
fn is_beside_level(behind: &str) -> bool {
    matches!(
        behind,
        "of" | "level"
            | "role"
            | "one"
            | "do"
            | "does"
            | "need"
            | "get"
            | "and"
            | "or"
            | "vs"
            | "to"
    )
}

/// The tokens that are proficiencies. `defined` tells whether a token stands
/// within "what does ... mean".
pub(super) fn proficiencies(
    dictionary: &Dictionary,
    tokens: &[Token<'_>],
    slips: &[Vec<WordId>],
    defined: impl Fn(usize) -> bool,
) -> Vec<(Proficiency, usize)> {
    let around = Around(tokens);
    (0..tokens.len())
        .filter_map(|at| {
            let typed = slips[at]
                .first()
                .map_or(tokens[at].text(), |slip| dictionary.text(*slip));
            let word = match typed {
                "experts" => "expert",
                "practitioners" => "practitioner",
                other => other,
            };
            let proficiency = Proficiency::ALL
                .into_iter()
                .find(|p| p.name().eq_ignore_ascii_case(word))?;
            let before = around.word(at.checked_sub(1));
            let behind = around.word(Some(at + 1));
            let beside = defined(at) || around.ends(at) || says_proficiency(before, behind);
            let meant = match proficiency {
                Proficiency::Practitioner => true,
                Proficiency::Working => {
                    beside && !matches!(behind, "with" | "on" | "in" | "together" | "out" | "for")
                }
                Proficiency::Awareness | Proficiency::Expert => {
                    beside || matches!(behind, "of" | "in" | "for" | "at" | "look")
                }
            };
            meant.then_some((proficiency, at))
        })
        .collect()
}

/// Whether the words around a word say that it is a proficiency.
fn says_proficiency(before: &str, behind: &str) -> bool {
    matches!(
        behind,
        "level"
            | "proficiency"
            | "standard"
            | "skill"
            | "grade"
            | "and"
            | "or"
            | "vs"
            | "versus"
            | "mean"
            | "to"
    ) || matches!(
        before,
        "at" | "as"
            | "an"
            | "is"
            | "claim"
            | "and"
            | "or"
            | "vs"
            | "versus"
            | "does"
            | "to"
            | "from"
            | "about"
            | "reach"
            | "be"
            | "called"
            | "the"
            | "level"
    ) || Proficiency::ALL
        .into_iter()
        .any(|p| p.name().eq_ignore_ascii_case(before))
}
