//! What is not the business of a career framework.

use std::collections::HashMap;

use super::lexicon::Lexicon;
use super::reading::Scope;
use super::token::Token;

/// The phrases that show somebody else's business, by their first word.
#[derive(Debug)]
pub(super) struct Scopes(HashMap<String, Vec<(Vec<String>, Scope)>>);

impl Scopes {
    /// The phrases of the lexicon.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, Scope)>> = HashMap::new();
        for entry in &lexicon.scope {
            for phrase in &entry.say {
                let mut words = phrase.split_whitespace().map(str::to_owned);
                if let Some(first) = words.next() {
                    by_first
                        .entry(first)
                        .or_default()
                        .push((words.collect(), entry.about));
                }
            }
        }
        Self(by_first)
    }

    /// Every word of every phrase.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        let rest = self.0.values().flatten().flat_map(|(rest, _)| rest);
        self.0.keys().chain(rest).map(String::as_str)
    }

    /// The business that a question is of, and the tokens that show it: of
    /// several phrases the longest, of equally long ones the first.
    pub(super) fn find(&self, tokens: &[Token]) -> Option<(Scope, std::ops::Range<usize>)> {
        let mut best: Option<(Scope, std::ops::Range<usize>)> = None;
        for (at, token) in tokens.iter().enumerate() {
            for (rest, scope) in self.0.get(&token.text).into_iter().flatten() {
                let said = rest
                    .iter()
                    .zip(&tokens[at + 1..])
                    .filter(|(word, token)| **word == token.text)
                    .count();
                let found = at..at + 1 + rest.len();
                if said == rest.len()
                    && best
                        .as_ref()
                        .is_none_or(|(_, longest)| found.len() > longest.len())
                {
                    best = Some((*scope, found));
                }
            }
        }
        best
    }
}
