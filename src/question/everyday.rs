//! Everyday words and phrases, and the words of the framework that they may stand
//! for.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::lexicon::{DETERMINERS, Lexicon, content_words};
use super::token::{Gap, Token};
use super::token_set::TokenSet;
use crate::framework::Words;
use crate::search::{Alternative, Dictionary, Index, StemId, WordId};

/// How surely the first word of an entry's `means` is meant, and what each
/// further one loses. Measured; see "How a topic is searched" in the README.
const FIRST_MEANING: f32 = 0.65;
const NEXT_MEANING: f32 = 0.9;
/// What an entry that is marked ambiguous loses.
const AMBIGUOUS: f32 = 0.6;
/// How surely a short form means what it stands for.
const SHORT_FORM: f32 = 1.0;
/// What stands in a phrase of the lexicon for other words, and for how many at
/// most.
const GAP: &str = "..";
const LONGEST_GAP: usize = 2;

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
    /// Whether it has more than two words, determiners counted: it says something
    /// also where each of them says nothing.
    is_long: bool,
    /// What it may stand for, in [`Topics::meanings`]; all phrases of an entry
    /// share it.
    meanings: Range<usize>,
}

/// A phrase in a question.
pub(super) struct Said<M> {
    /// Its tokens, counted from its first.
    pub(super) tokens: TokenSet,
    /// Whether it has more than two words.
    pub(super) is_long: bool,
    /// What it may stand for.
    pub(super) meanings: M,
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
        for sayings in all.by_first.values_mut() {
            sayings.sort_by_key(|saying| std::cmp::Reverse(saying.rest.len()));
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
            let is_long = phrase.split_whitespace().count() > 2;
            let mut steps = steps.into_iter();
            if let Some(first) = steps.next() {
                let saying = Saying {
                    rest: steps.collect(),
                    is_long,
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

    /// The longest phrases that start with one stem and go on with others. `next`
    /// are the tokens behind the first.
    pub(super) fn longest<'a>(
        &'a self,
        first: Option<StemId>,
        next: &[Token<'_>],
    ) -> Option<Said<impl Iterator<Item = Alternative<'a>> + use<'a>>> {
        let sayings = first.and_then(|first| self.by_first.get(&first))?;
        let mut said = sayings.iter().enumerate();
        let (at, tokens) = said.find_map(|(at, saying)| Some((at, saying.tokens(next)?)))?;
        let first = &sayings[at];
        // Of as many words: those that take the same of the question's.
        let as_long = sayings[at..]
            .iter()
            .take_while(|saying| saying.rest.len() == first.rest.len());
        let as_long: SmallVec<[&Saying; 4]> = as_long
            .filter(|saying| saying.tokens(next) == Some(tokens))
            .collect();
        let meanings = as_long
            .into_iter()
            .flat_map(|saying| &self.meanings[saying.meanings.clone()]);
        Some(Said {
            tokens,
            is_long: first.is_long,
            meanings: meanings.map(|meaning| Alternative {
                stems: Cow::Borrowed(&self.stems[meaning.stems.clone()]),
                weight: meaning.weight,
            }),
        })
    }

    /// Whether a phrase starts with a stem.
    pub(super) fn has(&self, stem: StemId) -> bool {
        self.by_first.contains_key(&stem)
    }

    /// Whether a stem's words say little of a topic.
    pub(super) fn is_weak(&self, stem: StemId) -> bool {
        self.weak.contains(&stem)
    }
}

impl Saying {
    /// Which tokens the phrase has, counted from its first, where it goes on so
    /// within a sentence: determiners may stand anywhere in it.
    fn tokens(&self, next: &[Token<'_>]) -> Option<TokenSet> {
        let mut tokens = TokenSet::from(0..1);
        let mut behind = 0;
        for step in &self.rest {
            let mut may_pass = if step.after_gap { LONGEST_GAP } else { 0 };
            loop {
                let token = next.get(behind).filter(|token| token.gap < Gap::Hard)?;
                behind += 1;
                if token.stem == Some(step.stem) {
                    break;
                }
                if !token.marks.determiner {
                    may_pass = may_pass.checked_sub(1)?;
                }
            }
            tokens.add((behind..behind + 1).into());
        }
        Some(tokens)
    }
}
