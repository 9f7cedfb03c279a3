//! Phrases of one or more words, found at the place where they stand.

use std::ops::Range;

use super::marks::{Marked, Tables};
use super::openings::Openings;
use super::token::Token;
use crate::search::{Dictionary, WordId};

/// Phrases by their first word, each with what it stands for.
#[derive(Debug)]
pub(super) struct PhraseTable<T> {
    phrases: Openings<WordId, Phrase<T>>,
    /// The bit of this table in the marks of the first words.
    table: Tables,
}

#[derive(Debug)]
struct Phrase<T> {
    first: WordId,
    /// The words behind the first.
    rest: Box<[WordId]>,
    means: T,
}

impl<T> PhraseTable<T> {
    /// A table of phrases, of folded words with spaces between them; the words are added
    /// to the dictionary.
    pub(super) fn new(
        dictionary: &mut Dictionary,
        marked: &mut Marked,
        phrases: impl IntoIterator<Item = (String, T)>,
    ) -> Self {
        let table = marked.add_table();
        let mut all = Vec::new();
        for (phrase, means) in phrases {
            let mut words = phrase.split_whitespace().map(|word| dictionary.add(word));
            if let Some(first) = words.next() {
                let rest: Box<[WordId]> = words.collect();
                marked.note_opening(first, table);
                let second = rest.first().copied();
                all.push((first, second, Phrase { first, rest, means }));
            }
        }
        Self {
            phrases: Openings::new(dictionary.len(), all),
            table,
        }
    }

    /// Every word of every phrase.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        let firsts = self.phrases.all().map(|phrase| phrase.first);
        let rest = self.phrases.all().flat_map(|phrase| &phrase.rest);
        firsts.chain(rest.copied())
    }

    /// The phrases that start at a token, with the tokens of each.
    pub(super) fn at<'a>(
        &'a self,
        tokens: &'a [Token<'a>],
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let first = tokens[at].word.filter(|_| self.is_opened(&tokens[at]));
        let next = tokens.get(at + 1).and_then(|next| next.word);
        let goes_on = move |second| Some(second) == next;
        let phrases = first.map(|first| self.phrases.of(first, goes_on));
        phrases.into_iter().flatten().filter_map(move |phrase| {
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
        let opening = (0..tokens.len()).filter(|at| self.is_opened(&tokens[*at]));
        opening.flat_map(|at| self.at(tokens, at))
    }

    /// Whether a phrase starts with a word.
    fn is_opened(&self, token: &Token<'_>) -> bool {
        token.marks.opens.meet(self.table)
    }
}
