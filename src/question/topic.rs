//! A person's words about a topic to a query: each word, or phrase of
//! everyday words, is a concept, with the words of the field that may stand
//! for it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::interpreter::Kin;
use super::lexicon::{Lexicon, content_words};
use super::token::Token;
use crate::framework::Words;
use crate::search::{Alternative, Concept, Dictionary, Index, Query, StemId, WordId};

/// How surely the first word of an entry's `means` is meant, and what each
/// further one loses. Measured; see "How a topic is searched" in the README.
const FIRST_MEANING: f32 = 0.65;
const NEXT_MEANING: f32 = 0.82;
/// What an entry that is marked ambiguous loses.
const AMBIGUOUS: f32 = 0.6;
/// How surely a short form means what it stands for.
const SHORT_FORM: f32 = 1.0;
/// How surely a word of the same root is meant.
const KIN: f32 = 0.8;
/// How surely a slip was one for the nearest word.
const SLIP: f32 = 0.85;
/// How surely a topic is about an everyday word of the lexicon's `weak` list:
/// "keep" stands in many questions and is what few of them are about. What the
/// lexicon says that it may mean counts as for other words.
const WEAK: f32 = 0.3;
/// How many words a topic is searched with that one slip may have been for.
const SLIPS_SEARCHED: usize = 2;
/// How many alternatives a concept has at most, the person's own words among
/// them.
const MOST_ALTERNATIVES: usize = 10;

/// The everyday words, as stems, with what may stand for them in the loaded
/// framework. An entry of which the framework has no word does nothing.
#[derive(Debug, Default)]
pub(super) struct Topics {
    by_first: HashMap<StemId, Vec<Saying>, FxBuildHasher>,
    /// What the entries stand for, one entry behind the other; and its stems.
    meanings: Vec<Meaning>,
    stems: Vec<StemId>,
    /// The stems of the words that say little of a topic.
    weak: HashSet<StemId, FxBuildHasher>,
    words: Vec<WordId>,
}

/// A phrase of everyday words, without its first.
#[derive(Debug)]
struct Saying {
    rest: Box<[StemId]>,
    /// What it may stand for, in [`Topics::meanings`]; all phrases of an entry
    /// share it.
    meanings: Range<usize>,
}

/// Words of the framework that may stand for an everyday one.
#[derive(Debug)]
struct Meaning {
    /// Their stems, in [`Topics::stems`].
    stems: Range<usize>,
    weight: f32,
}

impl Topics {
    /// The lexicon's everyday words and short forms, and the framework's own;
    /// they are added to the dictionary.
    pub(super) fn new(
        lexicon: &Lexicon,
        topics: &[Words],
        short_forms: &[Words],
        index: &Index,
        dictionary: &mut Dictionary,
    ) -> Self {
        let mut all = Self::default();
        for word in &lexicon.weak {
            let word = dictionary.add(word);
            all.weak.insert(dictionary.stem_of(word));
        }
        let mut add = |say: &[String], means: &[String], ambiguous: bool, is_short_form: bool| {
            let first = if is_short_form {
                SHORT_FORM
            } else {
                FIRST_MEANING
            };
            let first = first * if ambiguous { AMBIGUOUS } else { 1.0 };
            let meanings = all.add_meanings(means, first, index, dictionary);
            all.add(say, &meanings, dictionary);
        };
        for (entries, is_short_form) in [(&lexicon.topic, false), (&lexicon.short_form, true)] {
            for entry in entries {
                add(&entry.say, &entry.means, entry.ambiguous, is_short_form);
            }
        }
        for (own, is_short_form) in [(topics, false), (short_forms, true)] {
            for words in own {
                add(&words.say, &words.means, words.ambiguous, is_short_form);
            }
        }
        all
    }

    /// Adds the words of an entry that the framework has, the first the surest.
    fn add_meanings(
        &mut self,
        means: &[String],
        first: f32,
        index: &Index,
        dictionary: &mut Dictionary,
    ) -> Range<usize> {
        let mut weight = first;
        let start = self.meanings.len();
        for meaning in means {
            let start = self.stems.len();
            self.stems.extend(content_words(meaning).map(|word| {
                let word = dictionary.add(word);
                dictionary.stem_of(word)
            }));
            let stems = &self.stems[start..];
            if !stems.is_empty() && stems.iter().all(|stem| index.has_stem(*stem)) {
                self.meanings.push(Meaning {
                    stems: start..self.stems.len(),
                    weight,
                });
                weight *= NEXT_MEANING;
            } else {
                self.stems.truncate(start);
            }
        }
        start..self.meanings.len()
    }

    /// Adds the phrases of an entry. One that stands for nothing in the framework
    /// does nothing: its words are not even known, and may be slips.
    fn add(&mut self, say: &[String], meanings: &Range<usize>, dictionary: &mut Dictionary) {
        if meanings.is_empty() {
            return;
        }
        for phrase in say {
            let words = phrase.split_whitespace();
            let mut stems = words.map(|text| {
                let word = dictionary.add(text);
                if text.len() > 3 {
                    self.words.push(word);
                }
                dictionary.stem_of(word)
            });
            if let Some(first) = stems.next() {
                let saying = Saying {
                    rest: stems.collect(),
                    meanings: meanings.clone(),
                };
                self.by_first.entry(first).or_default().push(saying);
            }
        }
    }

    /// Every everyday word.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        self.words.iter().copied()
    }

    /// The phrases that start with one stem and go on with others.
    fn said<'a>(
        &'a self,
        first: Option<StemId>,
        next: &'a [Token<'a>],
    ) -> impl Iterator<Item = &'a Saying> + Clone {
        let sayings = first.and_then(|first| self.by_first.get(&first));
        sayings.into_iter().flatten().filter(move |saying| {
            let mut pairs = saying.rest.iter().zip(next);
            next.len() >= saying.rest.len() && pairs.all(|(stem, token)| Some(*stem) == token.stem)
        })
    }

    /// How many words the longest phrases have that start so, and what they may
    /// stand for.
    fn longest<'a>(
        &'a self,
        first: Option<StemId>,
        next: &'a [Token<'a>],
    ) -> Option<(usize, impl Iterator<Item = Alternative<'a>>)> {
        let said = self.said(first, next);
        let longest = said.clone().map(|saying| saying.rest.len()).max()?;
        let longest_ones = said.filter(move |saying| saying.rest.len() == longest);
        let meanings = longest_ones.flat_map(|saying| &self.meanings[saying.meanings.clone()]);
        let alternatives = meanings.map(|meaning| Alternative {
            stems: Cow::Borrowed(&self.stems[meaning.stems.clone()]),
            weight: meaning.weight,
        });
        Some((longest + 1, alternatives))
    }
}

/// What a query is made with.
pub(super) struct QueryMaker<'a> {
    pub(super) topics: &'a Topics,
    pub(super) index: &'a Index,
    pub(super) dictionary: &'a Dictionary,
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
        let mut at = 0;
        while at < tokens.len() {
            let (length, concept) = self.concept(tokens, at, &counts);
            if let Some(concept) = concept
                && !query.concepts.contains(&concept)
            {
                query.concepts.push(concept);
            }
            at += length;
        }
        query
    }

    /// The concept that starts at a token, and how many tokens it takes.
    fn concept(
        &self,
        tokens: &'a [Token<'a>],
        at: usize,
        counts: &impl Fn(usize) -> bool,
    ) -> (usize, Option<Concept<'a>>) {
        let token = &tokens[at];
        let longest = self.topics.longest(token.stem, &tokens[at + 1..]);
        let (length, meanings) = match longest {
            Some((length, meanings)) => (length, Some(meanings)),
            None => (1, None),
        };
        let mut alternatives = Vec::with_capacity(MOST_ALTERNATIVES);
        if length > 1 && ((at..at + length).any(counts) || length > 2) {
            alternatives.extend(meanings.into_iter().flatten());
            let own = tokens[at..at + length].iter().filter(|t| !t.marks.small);
            let own: Option<Vec<StemId>> = own
                .map(|token| token.stem.filter(|stem| self.index.has_stem(*stem)))
                .collect();
            alternatives.extend(own.map(|own| Alternative {
                stems: Cow::Owned(own),
                weight: 1.0,
            }));
            return (length, concept(alternatives));
        }
        if !counts(at) {
            return (1, None);
        }
        let weak = token
            .stem
            .is_some_and(|stem| self.topics.weak.contains(&stem));
        let own = if weak { WEAK } else { 1.0 };
        self.add_stem(&mut alternatives, token.stem.as_slice(), own);
        if length == 1 {
            alternatives.extend(meanings.into_iter().flatten());
        }
        for slip in self.slips_at(token, at) {
            self.add_stem(&mut alternatives, self.dictionary.stem_as_list(slip), SLIP);
            let meant = self
                .topics
                .longest(Some(self.dictionary.stem_of(slip)), &[]);
            let meanings = meant.into_iter().flat_map(|(_, meanings)| meanings);
            alternatives.extend(meanings.map(|meaning| Alternative {
                weight: meaning.weight * SLIP,
                ..meaning
            }));
        }
        (1, concept(alternatives))
    }

    /// The words that a token may be a slip for. None where a form of the word
    /// itself is known ("presenting" is no slip for "preventing"); the first
    /// letter must be right ("hacked" is none for "backed").
    fn slips_at(&self, token: &Token<'_>, at: usize) -> impl Iterator<Item = WordId> {
        let known = token.stem.is_some_and(|stem| {
            self.index.has_stem(stem) || self.topics.by_first.contains_key(&stem)
        });
        let first = token.text().chars().next();
        let starts_right = move |slip: &WordId| self.dictionary.text(*slip).chars().next() == first;
        let slips = self.slips[at].iter().copied();
        slips
            .filter(move |slip| !known && starts_right(slip))
            .take(SLIPS_SEARCHED)
    }

    /// Adds a stem, given as the only one of a list, and those of its root.
    fn add_stem(&self, alternatives: &mut Vec<Alternative<'a>>, stem: &'a [StemId], weight: f32) {
        let kin = stem.first().and_then(|stem| self.kin.get(stem));
        let kin = kin.into_iter().flatten().map(std::slice::from_ref);
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
