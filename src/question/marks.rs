//! What the lexicon says of single words.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::lexicon::{DETERMINERS, Lexicon, SMALL};
use crate::search::{Dictionary, WordId};

/// What the lexicon says of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a list of its own, and a word may be on several"
)]
pub(super) struct Marks {
    /// It only joins others: "of".
    pub(super) small: bool,
    /// It carries no topic.
    pub(super) filler: bool,
    /// It says whose or which: "our".
    pub(super) determiner: bool,
    /// It is the name of another profession.
    pub(super) profession: bool,
    /// It ends the titles of jobs.
    pub(super) title: bool,
    /// It says a level, before a role's name.
    pub(super) rank: bool,
    /// It is a person's first name.
    pub(super) first_name: bool,
}

/// The marks of all words, and their British spelling.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// For each word of the dictionary, as far as there are any.
    marks: Vec<Marks>,
    spelling: HashMap<WordId, WordId, FxBuildHasher>,
}

impl Marked {
    /// The marks that the lexicon gives; adds its words to the dictionary.
    pub(super) fn new(lexicon: &Lexicon, dictionary: &mut Dictionary) -> Self {
        let mut marked = Self::default();
        for word in SMALL {
            marked.of(dictionary, word).small = true;
        }
        for word in DETERMINERS {
            marked.of(dictionary, word).determiner = true;
        }
        for word in &lexicon.filler {
            marked.of(dictionary, word).filler = true;
        }
        for word in &lexicon.profession {
            marked.of(dictionary, word).profession = true;
        }
        for word in &lexicon.title {
            marked.of(dictionary, word).title = true;
        }
        for word in &lexicon.rank {
            marked.of(dictionary, word).rank = true;
        }
        for word in &lexicon.first_name {
            marked.of(dictionary, word).first_name = true;
        }
        for (other, british) in &lexicon.spelling {
            let other = dictionary.add(other);
            marked.spelling.insert(other, dictionary.add(british));
        }
        marked
    }

    fn of(&mut self, dictionary: &mut Dictionary, word: &str) -> &mut Marks {
        let at = dictionary.add(word).index();
        if self.marks.len() <= at {
            self.marks.resize(at + 1, Marks::default());
        }
        &mut self.marks[at]
    }

    /// The marks of a word.
    pub(super) fn marks(&self, word: Option<WordId>) -> Marks {
        word.and_then(|word| self.marks.get(word.index()))
            .copied()
            .unwrap_or_default()
    }

    /// A word in British spelling.
    pub(super) fn british(&self, word: WordId) -> WordId {
        self.spelling.get(&word).copied().unwrap_or(word)
    }
}
