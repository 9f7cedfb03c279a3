//! A person's words about a topic to a query: each word, or phrase of
//! everyday words, is a concept, with the words of the field that may stand
//! for it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::interpreter::Kin;
use super::lexicon::{DETERMINERS, Lexicon, content_words};
use super::token::Token;
use super::token_set::TokenSet;
use crate::framework::Words;
use crate::search::{Alternative, Concept, Dictionary, Index, Query, StemId, WordId};

/// How surely the first word of an entry's `means` is meant, and what each
/// further one loses. Measured; see "How a topic is searched" in the README.
const FIRST_MEANING: f32 = 0.65;
const NEXT_MEANING: f32 = 0.9;
/// What an entry that is marked ambiguous loses.
const AMBIGUOUS: f32 = 0.6;
/// How much surer a phrase of several words is than a word: it has fewer meanings.
const PHRASE: f32 = 1.3;
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
/// What stands in a phrase of the lexicon for other words, and for how many at
/// most.
const GAP: &str = "..";
const LONGEST_GAP: usize = 2;
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

/// A phrase of everyday words, without its first and without determiners.
#[derive(Debug)]
struct Saying {
    rest: Box<[Step]>,
    /// What it may stand for, in [`Topics::meanings`]; all phrases of an entry
    /// share it.
    meanings: Range<usize>,
}

/// A further word of a phrase.
#[derive(Debug)]
struct Step {
    stem: StemId,
    /// Whether up to two words may stand before it: `..` in the lexicon.
    after_gap: bool,
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
            let content = phrase
                .split_whitespace()
                .filter(|text| !DETERMINERS.contains(text));
            // "The board" is not any board.
            let keeps = content.count() < 2;
            let mut after_gap = false;
            let mut steps = Vec::new();
            for text in phrase.split_whitespace() {
                if text == GAP {
                    after_gap = true;
                } else if keeps || !DETERMINERS.contains(&text) {
                    let word = dictionary.add(text);
                    if text.len() > 3 {
                        self.words.push(word);
                    }
                    let stem = dictionary.stem_of(word);
                    steps.push(Step { stem, after_gap });
                    after_gap = false;
                }
            }
            let mut steps = steps.into_iter();
            if let Some(first) = steps.next() {
                let saying = Saying {
                    rest: steps.collect(),
                    meanings: meanings.clone(),
                };
                self.by_first.entry(first.stem).or_default().push(saying);
            }
        }
    }

    /// Every everyday word.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        self.words.iter().copied()
    }

    /// The tokens of the longest phrases that start with one stem and go on with
    /// others, and what these may stand for. `next` are the tokens behind the
    /// first.
    fn longest<'a>(
        &'a self,
        first: Option<StemId>,
        next: &'a [Token<'a>],
    ) -> Option<(TokenSet, impl Iterator<Item = Alternative<'a>>)> {
        let sayings = first.and_then(|first| self.by_first.get(&first))?;
        let said = sayings
            .iter()
            .filter_map(move |saying| Some((saying, saying.tokens(next)?)));
        let longest = said.clone().map(|(saying, _)| saying.rest.len()).max()?;
        let mut longest_ones = said
            .filter(move |(saying, _)| saying.rest.len() == longest)
            .peekable();
        let (_, tokens) = longest_ones.peek()?;
        let tokens = *tokens;
        let meanings = longest_ones.flat_map(|(saying, _)| &self.meanings[saying.meanings.clone()]);
        let alternatives = meanings.map(|meaning| Alternative {
            stems: Cow::Borrowed(&self.stems[meaning.stems.clone()]),
            weight: meaning.weight,
        });
        Some((tokens, alternatives))
    }
}

impl Saying {
    /// Which tokens the phrase has, counted from its first, where it goes on so:
    /// determiners may stand anywhere in it.
    fn tokens(&self, next: &[Token<'_>]) -> Option<TokenSet> {
        let mut tokens = TokenSet::from(0..1);
        let mut behind = 0;
        for step in &self.rest {
            let most = if step.after_gap { LONGEST_GAP } else { 0 };
            let words = next[behind..].iter().enumerate();
            let mut words = words.filter(|(_, token)| !token.marks.determiner);
            let is_it = |(_, token): &(usize, &Token<'_>)| token.stem == Some(step.stem);
            let (skipped, _) = words.by_ref().take(most + 1).find(is_it)?;
            behind += skipped + 1;
            tokens.add((behind..behind + 1).into());
        }
        Some(tokens)
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
        let mut taken = TokenSet::default();
        for at in 0..tokens.len() {
            if taken.has(at) {
                continue;
            }
            let (own, concept) = self.concept(tokens, at, &counts);
            taken.add(own);
            let alone = own.iter().filter(|at| own.len() > 1 && counts(*at));
            let alone = alone.filter_map(|at| self.within_phrase(&tokens[at]));
            for concept in concept.into_iter().chain(alone) {
                if !query.concepts.contains(&concept) {
                    query.concepts.push(concept);
                }
            }
        }
        query
    }

    /// The concept that starts at a token, and the tokens that it takes.
    fn concept(
        &self,
        tokens: &'a [Token<'a>],
        at: usize,
        counts: &impl Fn(usize) -> bool,
    ) -> (TokenSet, Option<Concept<'a>>) {
        let token = &tokens[at];
        let here = TokenSet::from(at..at + 1);
        let longest = self.topics.longest(token.stem, &tokens[at + 1..]);
        let (phrase, meanings) = match longest {
            Some((phrase, meanings)) => (phrase.behind(at), Some(meanings)),
            None => (here, None),
        };
        let length = phrase.len();
        let mut alternatives = Vec::with_capacity(MOST_ALTERNATIVES);
        if length > 1 && (phrase.iter().any(counts) || length > 2) {
            let meanings = meanings.into_iter().flatten();
            alternatives.extend(meanings.map(|meaning| Alternative {
                weight: meaning.weight * PHRASE,
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
        (here, concept(alternatives))
    }

    /// A word of a phrase by itself: the phrase says what is meant, and its words
    /// still tell apart what it fits.
    fn within_phrase(&self, token: &'a Token<'a>) -> Option<Concept<'a>> {
        let mut alternatives = Vec::new();
        self.add_stem(&mut alternatives, token.stem.as_slice(), WEAK);
        concept(alternatives).filter(|_| !token.marks.small)
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
