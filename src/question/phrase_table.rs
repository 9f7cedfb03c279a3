//! Phrases of one or more words, found at the place where they stand.

use std::collections::HashMap;
use std::ops::Range;

use super::token::Token;

/// Phrases by their first word, each with what it stands for.
#[derive(Debug)]
pub(super) struct PhraseTable<T>(HashMap<String, Vec<(Vec<String>, T)>>);

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> PhraseTable<T> {
    /// Adds a phrase: folded words with spaces between them.
    pub(super) fn add(&mut self, phrase: &str, means: T) {
        let mut words = phrase.split_whitespace().map(str::to_owned);
        if let Some(first) = words.next() {
            self.0
                .entry(first)
                .or_default()
                .push((words.collect(), means));
        }
    }

    /// Every word of every phrase.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        let rest = self.0.values().flatten().flat_map(|(rest, _)| rest);
        self.0.keys().chain(rest).map(String::as_str)
    }

    /// The phrases that start at a token, with the tokens of each.
    pub(super) fn at<'a>(
        &'a self,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let phrases = self.0.get(&tokens[at].text).into_iter().flatten();
        phrases.filter_map(move |(rest, means)| {
            let next = tokens.get(at + 1..=at + rest.len())?;
            let said = rest
                .iter()
                .zip(next)
                .all(|(word, token)| *word == token.text);
            said.then_some((at..at + 1 + rest.len(), means))
        })
    }

    /// Every phrase in a question, in the order of their first words.
    pub(super) fn find<'a>(
        &'a self,
        tokens: &'a [Token],
    ) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        (0..tokens.len()).flat_map(|at| self.at(tokens, at))
    }
}

impl<T> FromIterator<(String, T)> for PhraseTable<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(phrases: I) -> Self {
        let mut table = Self::default();
        for (phrase, means) in phrases {
            table.add(&phrase, means);
        }
        table
    }
}
