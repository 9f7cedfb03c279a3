//! Phrases of one or more words, found at the place where they stand.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::marks::{Marked, Tables};
use super::token::Token;
use crate::search::{Dictionary, WordId};

/// Phrases by their first word, each with what it stands for.
#[derive(Debug)]
pub(super) struct PhraseTable<T> {
    by_first: HashMap<WordId, Vec<Phrase<T>>, FxBuildHasher>,
    /// The bit of this table in the marks of those words.
    table: Tables,
}

#[derive(Debug)]
struct Phrase<T> {
    /// The words behind the first.
    rest: Box<[WordId]>,
    means: T,
}

impl<T> PhraseTable<T> {
    /// A table without phrases.
    pub(super) fn empty(marked: &mut Marked) -> Self {
        Self {
            by_first: HashMap::default(),
            table: marked.add_table(),
        }
    }

    /// A table of phrases; their words are added to the dictionary.
    pub(super) fn new(
        dictionary: &mut Dictionary,
        marked: &mut Marked,
        phrases: impl IntoIterator<Item = (String, T)>,
    ) -> Self {
        let mut table = Self::empty(marked);
        for (phrase, means) in phrases {
            table.add(dictionary, marked, &phrase, means);
        }
        table
    }

    /// Adds a phrase: folded words with spaces between them.
    pub(super) fn add(
        &mut self,
        dictionary: &mut Dictionary,
        marked: &mut Marked,
        phrase: &str,
        means: T,
    ) {
        let mut words = phrase.split_whitespace().map(|word| dictionary.add(word));
        if let Some(first) = words.next() {
            let rest = words.collect();
            marked.note_opening(first, self.table);
            self.by_first
                .entry(first)
                .or_default()
                .push(Phrase { rest, means });
        }
    }

    /// Every word of every phrase.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        let phrases = self.by_first.values().flatten();
        let rest = phrases.flat_map(|phrase| &phrase.rest);
        self.by_first.keys().chain(rest).copied()
    }

    /// The phrases that start at a token, with the tokens of each.
    pub(super) fn at<'a>(
        &'a self,
        tokens: &'a [Token<'a>],
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let opens = tokens[at].marks.opens.meet(self.table);
        let first = tokens[at].word.filter(|_| opens);
        let phrases = first.and_then(|first| self.by_first.get(&first));
        let phrases = phrases.map_or(&[][..], Vec::as_slice);
        phrases.iter().filter_map(move |phrase| {
            let next = tokens.get(at + 1..=at + phrase.rest.len())?;
            let mut pairs = phrase.rest.iter().zip(next);
            let said = pairs.all(|(word, token)| Some(*word) == token.word);
            said.then_some((at..at + 1 + phrase.rest.len(), &phrase.means))
        })
    }

    /// Every phrase in a question, in the order of their first words.
    pub(super) fn find<'a>(
        &'a self,
        tokens: &'a [Token<'a>],
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        (0..tokens.len()).flat_map(|at| self.at(tokens, at))
    }
}
