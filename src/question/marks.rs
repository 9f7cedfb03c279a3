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
    /// It has another spelling in British English.
    is_respelt: bool,
    /// It is several words without the spaces between them.
    is_run_together: bool,
    /// Which tables have a phrase that starts with it.
    pub(super) opens: Tables,
}

/// Some tables of phrases, a bit each: a word opens a phrase of few of them, and the
/// others are not even looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tables(u8);

impl Tables {
    /// Whether one of other tables is among them.
    pub(super) fn meet(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// The marks of all words, and their British spelling.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// For each word of the dictionary, as far as there are any.
    marks: Vec<Marks>,
    /// How many tables of phrases there are.
    tables: u32,
    spelling: HashMap<WordId, WordId, FxBuildHasher>,
    /// The words that others are written for without spaces.
    run_together: HashMap<WordId, Vec<WordId>, FxBuildHasher>,
}

impl Marked {
    /// The marks that the lexicon gives; adds its words to the dictionary.
    pub(super) fn new(lexicon: &Lexicon, dictionary: &mut Dictionary) -> Self {
        let mut marked = Self::default();
        for word in SMALL {
            marked.add(dictionary, word).small = true;
        }
        for word in DETERMINERS {
            marked.add(dictionary, word).determiner = true;
        }
        for word in &lexicon.filler {
            marked.add(dictionary, word).filler = true;
        }
        for word in &lexicon.profession {
            marked.add(dictionary, word).profession = true;
        }
        for word in &lexicon.title {
            marked.add(dictionary, word).title = true;
        }
        for word in &lexicon.rank {
            marked.add(dictionary, word).rank = true;
        }
        for word in &lexicon.first_name {
            marked.add(dictionary, word).first_name = true;
        }
        for (other, british) in &lexicon.spelling {
            let other = dictionary.add(other);
            marked.of(other).is_respelt = true;
            marked.spelling.insert(other, dictionary.add(british));
        }
        for words in &lexicon.run_together {
            let parts = words.split_whitespace();
            let parts = parts.map(|word| dictionary.add(word)).collect();
            let together = dictionary.add(&words.replace(' ', ""));
            marked.of(together).is_run_together = true;
            marked.run_together.insert(together, parts);
        }
        marked
    }

    /// A table of phrases; one too many shares a bit with another.
    pub(super) fn add_table(&mut self) -> Tables {
        let table = Tables(1 << (self.tables % u8::BITS));
        self.tables += 1;
        table
    }

    /// Notes that a table has a phrase that starts with a word.
    pub(super) fn note_opening(&mut self, word: WordId, table: Tables) {
        self.of(word).opens.0 |= table.0;
    }

    fn add(&mut self, dictionary: &mut Dictionary, word: &str) -> &mut Marks {
        self.of(dictionary.add(word))
    }

    fn of(&mut self, word: WordId) -> &mut Marks {
        let at = word.index();
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

    /// The words that one stands for that was written without spaces: "eachother".
    pub(super) fn parts(&self, word: WordId) -> &[WordId] {
        if !self.marks(Some(word)).is_run_together {
            return &[];
        }
        self.run_together.get(&word).map_or(&[], Vec::as_slice)
    }

    /// A word in British spelling.
    pub(super) fn british(&self, word: WordId) -> WordId {
        if !self.marks(Some(word)).is_respelt {
            return word;
        }
        self.spelling.get(&word).copied().unwrap_or(word)
    }
}
