//! The lexicon: short forms, everyday words and turns of phrase, as the file
//! beside this one lists them for people to read and extend.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::cue::Cue;
use super::reading::{Courtesy, Scope};
use crate::framework::Seniority;

/// The lexicon that is built in. It is read once; that it can be read is
/// tested, so a fault in it can't reach a user.
static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    toml::from_str(include_str!("lexicon.toml"))
        .expect("the built-in lexicon is well-formed: a test reads it")
});

/// What the lexicon's file holds. Each table is explained at its head there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    pub(super) cue: Vec<CueEntry>,
    pub(super) courtesy: Vec<CourtesyEntry>,
    pub(super) scope: Vec<ScopeEntry>,
    pub(super) seniority: Vec<SeniorityEntry>,
    pub(super) no_seniority: Vec<String>,
    pub(super) rank: HashSet<String>,
    pub(super) short_form: Vec<Entry>,
    pub(super) job: Vec<Entry>,
    pub(super) topic: Vec<Entry>,
    pub(super) kin: Vec<Vec<String>>,
    pub(super) spelling: HashMap<String, String>,
    pub(super) run_together: Vec<String>,
    pub(super) weak: HashSet<String>,
    pub(super) filler: HashSet<String>,
    pub(super) common: HashSet<String>,
    pub(super) ordinary: HashSet<String>,
    pub(super) profession: HashSet<String>,
    pub(super) title: HashSet<String>,
    pub(super) first_name: HashSet<String>,
}

/// Words that people say, and the field's words that they may stand for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) say: Vec<String>,
    pub(super) means: Vec<String>,
    #[serde(default)]
    pub(super) ambiguous: bool,
}

/// Turns of phrase that show what is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueEntry {
    pub(super) asks: Cue,
    pub(super) say: Vec<String>,
    /// Words that show it only where they are all that is said.
    #[serde(default)]
    pub(super) alone: Vec<String>,
}

/// Whole utterances that ask for nothing in the framework.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CourtesyEntry {
    pub(super) is: Courtesy,
    pub(super) say: Vec<String>,
}

/// Words that show that somebody else's business is asked about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScopeEntry {
    pub(super) about: Scope,
    pub(super) say: Vec<String>,
    /// Words that show it only where they are all that is said.
    #[serde(default)]
    pub(super) alone: Vec<String>,
    /// Words that show it only where a sentence starts with them and no role, level or
    /// skill is asked for.
    #[serde(default)]
    pub(super) opens: Vec<String>,
    /// Words that show it only where no role, level or skill is asked for.
    #[serde(default)]
    pub(super) unless_asked: Vec<String>,
}

/// How surely a phrase shows that somebody else's business is asked about: see
/// [`ScopeEntry`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Wherever it stands.
    Anywhere,
    /// Where it is all that is said.
    Alone,
    /// Where a sentence starts with it, and nothing of the framework is asked for.
    Opening,
    /// Where nothing of the framework is asked for.
    Unasked,
}

/// The closed list of forms of one seniority word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeniorityEntry {
    pub(super) word: Seniority,
    pub(super) say: Vec<String>,
}

impl Lexicon {
    /// The built-in lexicon.
    pub(super) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The words of everyday English that it has: what carries no topic, what is no slip,
    /// and what turns of phrase are made of.
    pub(super) fn everyday_words(&self) -> HashSet<&str> {
        let cues = self.cue.iter().flat_map(|entry| &entry.say);
        let cues = cues.flat_map(|phrase| phrase.split_whitespace());
        let lists = [&self.filler, &self.weak, &self.ordinary]
            .into_iter()
            .flatten();
        let fixed = SMALL.iter().chain(DETERMINERS).copied();
        cues.chain(lists.map(String::as_str)).chain(fixed).collect()
    }
}

/// Small words that join others: they carry no meaning of their own in a name,
/// and one of them may stand between the words of a name.
pub(super) const SMALL: &[&str] = &[
    "a", "an", "the", "of", "and", "in", "for", "to", "at", "on", "as", "by", "with", "from", "or",
    "across", "through", "between", "into", "within",
];

/// The words before a noun that say whose it is or which: a phrase means the same
/// with and without one.
pub(super) const DETERMINERS: &[&str] = &[
    "a", "an", "the", "my", "our", "your", "their", "his", "her", "its", "this", "that", "these",
    "those", "some", "any",
];

/// Whether a folded word is one that only joins others.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// The words of a folded text that are not only there to join others.
pub(super) fn content_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_small(word))
}
