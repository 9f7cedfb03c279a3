//! A person's words about a topic to a query: each word, or phrase of
//! everyday words, is a concept, with the words of the field that may stand
//! for it.

use std::borrow::Cow;

use super::everyday::Topics;
use super::interpreter::Kin;
use super::token::Token;
use super::token_set::TokenSet;
use super::vocabulary::Vocabulary;
use crate::search::{Alternative, Concept, Dictionary, Index, Query, StemId, WordId};

/// How much surer a phrase of several words is than a word: it has fewer meanings.
const PHRASE: f32 = 1.3;
/// How surely a word of the same root is meant.
const KIN: f32 = 0.8;
/// How surely a slip was one for the nearest word.
const SLIP: f32 = 0.85;
/// How surely a topic is about an everyday word of the lexicon's `weak` list:
/// "keep" stands in many questions and is what few of them are about. What the
/// lexicon says that it may mean counts as for other words.
const WEAK: f32 = 0.3;
/// How much what is said behind "before" and "so" counts, in the share of what it would by
/// itself: "who gathers requirements before anybody writes code" looks for no coder.
/// Measured on 515 topics: 410 first right with it and 405 without; with "when", "without"
/// and "because" no more.
const ASIDE: f32 = 0.3;
/// How many words a topic is searched with that one slip may have been for.
const SLIPS_SEARCHED: usize = 2;
/// How many alternatives a concept has at most, the person's own words among
/// them.
const MOST_ALTERNATIVES: usize = 10;

/// What a query is made with.
pub(super) struct QueryMaker<'a> {
    pub(super) topics: &'a Topics,
    pub(super) index: &'a Index,
    pub(super) dictionary: &'a Dictionary,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) kin: &'a Kin,
    /// For each token the words that it may be a slip for.
    pub(super) slips: &'a [Vec<WordId>],
}

impl<'a> QueryMaker<'a> {
    /// The query of some of a question's words: those that `counts` says.
    /// Phrases of everyday words count also where their words would not.
    pub(super) fn query(
        &self,
        tokens: &'a [Token<'a>],
        topic: &'a str,
        counts: impl Fn(usize) -> bool,
    ) -> Query<'a> {
        let mut query = Query {
            topic,
            concepts: Vec::new(),
        };
        let mut taken = TokenSet::default();
        let tells_why = |at: &usize| {
            let is_aside = matches!(tokens[*at].text(), "before" | "so");
            let says = |at: usize| counts(at) && !self.is_weak(&tokens[at]);
            is_aside && (0..*at).any(says)
        };
        let aside = (1..tokens.len()).find(tells_why);
        for at in 0..tokens.len() {
            if taken.has(at) {
                continue;
            }
            let (own, concept) = self.concept(tokens, at, taken, &counts);
            taken.add(own);
            let alone = own.iter().filter(|at| own.len() > 1 && counts(*at));
            let alone = alone.filter_map(|at| self.within_phrase(&tokens[at]));
            for mut concept in concept.into_iter().chain(alone) {
                if aside.is_some_and(|aside| at > aside) {
                    let alternatives = concept.alternatives.iter_mut();
                    alternatives.for_each(|it| it.weight *= ASIDE);
                }
                if !query.concepts.contains(&concept) {
                    query.concepts.push(concept);
                }
            }
        }
        query
    }

    /// The concept that starts at a token, and the tokens that it takes: none that
    /// were taken `before`.
    fn concept(
        &self,
        tokens: &'a [Token<'a>],
        at: usize,
        before: TokenSet,
        counts: &impl Fn(usize) -> bool,
    ) -> (TokenSet, Option<Concept<'a>>) {
        let token = &tokens[at];
        let here = TokenSet::from(at..at + 1);
        let longest = self.topics.longest(token.stem, &tokens[at + 1..]);
        let (phrase, says_enough, meanings) = match longest {
            Some(said) if !said.tokens.shifted(at).meets(before) => (
                said.tokens.shifted(at),
                said.says_enough,
                Some(said.meanings),
            ),
            Some(_) | None => (here, false, None),
        };
        let length = phrase.len();
        // Most tokens stand for nothing: they need no room.
        let room = || Vec::with_capacity(MOST_ALTERNATIVES);
        if length > 1 && (phrase.iter().any(counts) || says_enough) {
            let meanings = meanings.into_iter().flatten();
            let mut alternatives = room();
            alternatives.extend(meanings.map(|meaning| Alternative {
                weight: (meaning.weight * PHRASE).min(1.0),
                ..meaning
            }));
            let own = phrase.iter().map(|at| &tokens[at]);
            let own: Option<Vec<StemId>> = own
                .filter(|token| !token.marks.small)
                .map(|token| token.stem.filter(|stem| self.index.has_stem(*stem)))
                .collect();
            alternatives.extend(own.map(|own| Alternative {
                stems: Cow::Owned(own),
                weight: 1.0,
            }));
            return (phrase, concept(alternatives));
        }
        if !counts(at) {
            return (here, None);
        }
        let own = if self.is_weak(token) { WEAK } else { 1.0 };
        let mut alternatives = room();
        self.add_stem(&mut alternatives, token.stem.as_slice(), own);
        if length == 1 {
            alternatives.extend(meanings.into_iter().flatten());
        }
        for slip in self.slips_at(token, at) {
            self.add_stem(&mut alternatives, self.dictionary.stem_as_list(slip), SLIP);
            let meant = self
                .topics
                .longest(Some(self.dictionary.stem_of(slip)), &[]);
            let meanings = meant.into_iter().flat_map(|said| said.meanings);
            alternatives.extend(meanings.map(|meaning| Alternative {
                weight: meaning.weight * SLIP,
                ..meaning
            }));
        }
        if alternatives.is_empty()
            && let Some(words) = self.vocabulary.split(self.dictionary, token)
        {
            let stems = words.map(|word| self.dictionary.stem_of(word)).to_vec();
            alternatives.push(Alternative {
                stems: Cow::Owned(stems),
                weight: 1.0,
            });
        }
        (here, concept(alternatives))
    }

    /// Whether a word says little of a topic.
    fn is_weak(&self, token: &Token<'_>) -> bool {
        token.stem.is_some_and(|stem| self.topics.is_weak(stem))
    }

    /// A word of a phrase by itself: the phrase says what is meant, and its words
    /// still tell apart what it fits.
    fn within_phrase(&self, token: &'a Token<'a>) -> Option<Concept<'a>> {
        let mut alternatives = Vec::new();
        if !token.marks.small {
            self.add_stem(&mut alternatives, token.stem.as_slice(), WEAK);
        }
        concept(alternatives)
    }

    /// The words that a token may be a slip for. None where a form of the word
    /// itself is known ("presenting" is no slip for "preventing"); the first
    /// letter must be right ("hacked" is none for "backed").
    fn slips_at(&self, token: &Token<'_>, at: usize) -> impl Iterator<Item = WordId> {
        let known = token
            .stem
            .is_some_and(|stem| self.index.has_stem(stem) || self.topics.has(stem));
        let first = token.text().chars().next();
        let starts_right = move |slip: &WordId| self.dictionary.text(*slip).chars().next() == first;
        let slips = self.slips[at].iter().copied();
        slips
            .filter(move |slip| !known && starts_right(slip))
            .take(SLIPS_SEARCHED)
    }

    /// Adds a stem, given as the only one of a list, and those of its root.
    fn add_stem(&self, alternatives: &mut Vec<Alternative<'a>>, stem: &'a [StemId], weight: f32) {
        let kin = stem.iter().flat_map(|stem| self.kin.of(stem.index()));
        let kin = kin.map(std::slice::from_ref);
        let own = std::iter::once((stem, weight)).chain(kin.map(|kin| (kin, weight * KIN)));
        let known =
            own.filter(|(stem, _)| stem.first().is_some_and(|stem| self.index.has_stem(*stem)));
        alternatives.extend(known.map(|(stem, weight)| Alternative {
            stems: Cow::Borrowed(stem),
            weight,
        }));
    }
}

/// A concept of alternatives, the surest first, each once; `None` without any.
fn concept(mut alternatives: Vec<Alternative<'_>>) -> Option<Concept<'_>> {
    alternatives.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut kept = 0;
    for at in 0..alternatives.len() {
        let (before, rest) = alternatives.split_at(kept);
        let is_new = |other: &Alternative<'_>| !same(&other.stems, &rest[at - kept].stems);
        if kept < MOST_ALTERNATIVES && before.iter().all(is_new) {
            alternatives.swap(kept, at);
            kept += 1;
        }
    }
    alternatives.truncate(kept);
    (kept > 0).then_some(Concept { alternatives })
}

/// Whether two lists of stems are the same. Nearly all differ in the first.
fn same(a: &[StemId], b: &[StemId]) -> bool {
    a.first() == b.first() && a.len() == b.len() && a.iter().eq(b)
}
