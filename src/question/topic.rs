//! A person's words about a topic to a query: each word, or phrase of
//! everyday words, is a concept, with the words of the field that may stand
//! for it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::lexicon::{Lexicon, is_small};
use super::token::Token;
use crate::framework::Words;
use crate::search::{Alternative, Concept, Index, Query, stem};

/// How surely the first word of an entry's `means` is meant, and what each
/// further one loses. Measured; see the README's chapter on searching.
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
/// How many words one slip may have been for.
const MOST_SLIPS: usize = 2;
/// How many words of the field may stand for one concept.
const MOST_ALTERNATIVES: usize = 24;

/// The everyday words, as stems, with what may stand for them in the loaded
/// framework. An entry of which the framework has no word does nothing.
#[derive(Debug, Default)]
pub(super) struct Topics {
    by_first: HashMap<String, Vec<Saying>>,
    /// The stems of the words that say little of a topic.
    weak: HashSet<String>,
    words: Vec<String>,
}

#[derive(Debug)]
struct Saying {
    rest: Vec<String>,
    /// Shared by all phrases of an entry.
    alternatives: Arc<Vec<Alternative>>,
}

/// Stems that were reckoned before: the lexicon has the same words many times.
#[derive(Default)]
struct Stems(HashMap<String, String>);

impl Stems {
    fn of(&mut self, word: &str) -> String {
        if let Some(stem) = self.0.get(word) {
            return stem.clone();
        }
        self.0
            .entry(word.to_owned())
            .or_insert_with(|| stem(word))
            .clone()
    }
}

/// The words of an entry that the framework has, the first the surest.
fn alternatives(
    means: &[String],
    first: f32,
    index: &Index,
    stems: &mut Stems,
) -> Vec<Alternative> {
    let mut weight = first;
    let mut alternatives = Vec::new();
    for meaning in means {
        let words = meaning.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty() && !is_small(word));
        let stems: Vec<String> = words.map(|word| stems.of(word)).collect();
        if !stems.is_empty() && stems.iter().all(|stem| index.has_stem(stem)) {
            alternatives.push(Alternative { stems, weight });
            weight *= NEXT_MEANING;
        }
    }
    alternatives
}

impl Topics {
    /// The lexicon's everyday words and short forms, and the framework's own.
    pub(super) fn new(
        lexicon: &Lexicon,
        topics: &[Words],
        short_forms: &[Words],
        index: &Index,
    ) -> Self {
        let mut all = Self {
            weak: lexicon.weak.iter().map(|word| stem(word)).collect(),
            ..Self::default()
        };
        let mut stems = Stems::default();
        let mut add = |say: &[String], means: &[String], ambiguous: bool, is_short_form: bool| {
            let first = if is_short_form {
                SHORT_FORM
            } else {
                FIRST_MEANING
            };
            let first = first * if ambiguous { AMBIGUOUS } else { 1.0 };
            let alternatives = alternatives(means, first, index, &mut stems);
            all.add(say, &Arc::new(alternatives), &mut stems);
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

    /// Adds the phrases of an entry. One that stands for nothing in the framework
    /// does nothing: its words are not even known, and may be slips.
    fn add(&mut self, say: &[String], alternatives: &Arc<Vec<Alternative>>, stems: &mut Stems) {
        if alternatives.is_empty() {
            return;
        }
        for phrase in say {
            let words = phrase.split_whitespace();
            let long = words.clone().filter(|word| word.len() > 3);
            self.words.extend(long.map(str::to_owned));
            let mut words = words.map(|word| stems.of(word));
            if let Some(first) = words.next() {
                let saying = Saying {
                    rest: words.collect(),
                    alternatives: Arc::clone(alternatives),
                };
                self.by_first.entry(first).or_default().push(saying);
            }
        }
    }

    /// Every everyday word.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// The longest phrases that start at a token, with how long they are.
    fn longest_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Vec<Alternative>)> {
        let said = |saying: &&Saying| {
            let next = tokens[at..].iter().skip(1);
            next.len() >= saying.rest.len()
                && saying
                    .rest
                    .iter()
                    .zip(next)
                    .all(|(stem, token)| *stem == token.stem)
        };
        let sayings: Vec<&Saying> = self
            .by_first
            .get(&tokens[at].stem)?
            .iter()
            .filter(said)
            .collect();
        let longest = sayings.iter().map(|saying| saying.rest.len()).max()?;
        let alternatives = sayings
            .iter()
            .filter(|saying| saying.rest.len() == longest)
            .flat_map(|s| s.alternatives.iter().cloned())
            .collect();
        Some((longest + 1, alternatives))
    }
}

/// What a query is made with.
pub(super) struct QueryMaker<'a> {
    pub(super) topics: &'a Topics,
    pub(super) index: &'a Index,
    pub(super) kin: &'a HashMap<String, Vec<String>>,
    /// For each token the words that it may be a slip for.
    pub(super) slips: &'a [Vec<String>],
}

impl QueryMaker<'_> {
    /// The query of some of a question's words: those that `counts` says.
    /// Phrases of everyday words count also where their words would not.
    pub(super) fn query(
        &self,
        tokens: &[Token],
        topic: String,
        counts: impl Fn(usize) -> bool,
    ) -> Query {
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
        tokens: &[Token],
        at: usize,
        counts: &impl Fn(usize) -> bool,
    ) -> (usize, Option<Concept>) {
        let phrase = self
            .topics
            .longest_at(tokens, at)
            .filter(|(length, _)| *length > 1);
        if let Some((length, mut alternatives)) = phrase
            && ((at..at + length).any(counts) || length > 2)
        {
            let own: Vec<String> = tokens[at..at + length]
                .iter()
                .filter(|t| !is_small(&t.text))
                .map(|t| t.stem.clone())
                .collect();
            if own.iter().all(|stem| self.index.has_stem(stem)) {
                alternatives.push(Alternative {
                    stems: own,
                    weight: 1.0,
                });
            }
            return (length, concept(alternatives));
        }
        if !counts(at) {
            return (1, None);
        }
        let token = &tokens[at];
        let weak = self.topics.weak.contains(&token.stem);
        let own = if weak { WEAK } else { 1.0 };
        let mut alternatives = self.of_stem(&token.stem, own);
        for (_, meanings) in self
            .topics
            .longest_at(tokens, at)
            .into_iter()
            .filter(|(length, _)| *length == 1)
        {
            alternatives.extend(meanings);
        }
        for slip in self.slips_at(token, at) {
            let stem = stem(slip);
            alternatives.extend(self.of_stem(&stem, SLIP));
            let meant = [Token::new(slip.clone(), token.range.clone(), token.gap)];
            for (_, meanings) in self
                .topics
                .longest_at(&meant, 0)
                .into_iter()
                .filter(|(length, _)| *length == 1)
            {
                alternatives.extend(meanings.into_iter().map(|a| Alternative {
                    weight: a.weight * SLIP,
                    ..a
                }));
            }
        }
        (1, concept(alternatives))
    }

    /// The words that a token may be a slip for. None where a form of the word
    /// itself is known ("presenting" is no slip for "preventing"); the first
    /// letter must be right ("hacked" is none for "backed").
    fn slips_at(&self, token: &Token, at: usize) -> impl Iterator<Item = &String> {
        let known =
            self.index.has_stem(&token.stem) || self.topics.by_first.contains_key(&token.stem);
        let first = token.text.chars().next();
        self.slips[at]
            .iter()
            .filter(move |slip| !known && slip.chars().next() == first)
            .take(MOST_SLIPS)
    }

    /// A stem and those of its root.
    fn of_stem(&self, stem: &str, weight: f32) -> Vec<Alternative> {
        let own = std::iter::once((stem, weight));
        let kin = self
            .kin
            .get(stem)
            .into_iter()
            .flatten()
            .map(|kin| (kin.as_str(), weight * KIN));
        own.chain(kin)
            .filter(|(stem, _)| self.index.has_stem(stem))
            .map(|(stem, weight)| Alternative {
                stems: vec![stem.to_owned()],
                weight,
            })
            .collect()
    }
}

/// A concept of alternatives, the surest first, each once; `None` without any.
fn concept(mut alternatives: Vec<Alternative>) -> Option<Concept> {
    alternatives.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut kept: Vec<Alternative> = Vec::new();
    for alternative in alternatives {
        if kept.len() < MOST_ALTERNATIVES
            && !kept.iter().any(|other| other.stems == alternative.stems)
        {
            kept.push(alternative);
        }
    }
    (!kept.is_empty()).then_some(Concept { alternatives: kept })
}
