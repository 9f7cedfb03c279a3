//! Everyday words and phrases, and the words of the framework that they may stand
//! for.

use std::borrow::Cow;
use std::collections::HashSet;

use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::lexicon::{DETERMINERS, Lexicon, content_words};
use super::openings::Openings;
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
    /// The phrases by their stems, of one first stem the longest first.
    sayings: Openings<StemId, Saying>,
    /// Their words from the third on, one phrase behind the other.
    steps: Vec<Step>,
    /// What the entries stand for, one entry behind the other; and its stems.
    meanings: Vec<Meaning>,
    stems: Vec<StemId>,
    /// The stems of the words that say little of a topic.
    weak: HashSet<StemId, FxBuildHasher>,
    words: Vec<WordId>,
}

/// A phrase of everyday words, without its first and without determiners.
#[derive(Debug, Clone, Copy)]
struct Saying {
    second: Option<Step>,
    /// Its further words, in [`Topics::steps`].
    others: Part,
    /// Whether it says something also where each of its words says nothing: it has
    /// more than two, determiners counted, or two that say what somebody can't do.
    says_enough: bool,
    /// What it may stand for, in [`Topics::meanings`]; all phrases of an entry
    /// share it.
    meanings: Part,
}

/// A part of a list.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: u32,
    end: u32,
}

impl Part {
    /// From one place to another: the lexicon is far smaller than what 32 bits count.
    fn new(start: usize, end: usize) -> Self {
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    fn is_empty(self) -> bool {
        self.start == self.end
    }

    fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.start as usize..self.end as usize]
    }
}

/// A phrase in a question.
pub(super) struct Said<M> {
    /// Its tokens, counted from its first.
    pub(super) tokens: TokenSet,
    /// Whether it counts also where none of its words does.
    pub(super) says_enough: bool,
    /// What it may stand for.
    pub(super) meanings: M,
}

/// A further word of a phrase.
#[derive(Debug, Clone, Copy)]
struct Step {
    stem: StemId,
    /// Whether up to two words may stand before it: `..` in the lexicon.
    after_gap: bool,
}

/// Words of the framework that may stand for an everyday one.
#[derive(Debug)]
struct Meaning {
    /// Their stems, in [`Topics::stems`].
    stems: Part,
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
        let mut sayings = Vec::new();
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
            all.add(say, meanings, dictionary, &mut sayings);
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
        sayings.sort_by_key(|(.., saying)| std::cmp::Reverse(saying.length()));
        all.sayings = Openings::new(dictionary.stem_count(), sayings);
        all
    }

    /// Adds the words of an entry that the framework has, the first the surest.
    fn add_meanings(
        &mut self,
        means: &[String],
        first: f32,
        index: &Index,
        dictionary: &mut Dictionary,
    ) -> Part {
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
                    stems: Part::new(start, self.stems.len()),
                    weight,
                });
                weight *= NEXT_MEANING;
            } else {
                self.stems.truncate(start);
            }
        }
        Part::new(start, self.meanings.len())
    }

    /// Adds the phrases of an entry. One that stands for nothing in the framework
    /// does nothing: its words are not even known, and may be slips.
    fn add(
        &mut self,
        say: &[String],
        meanings: Part,
        dictionary: &mut Dictionary,
        sayings: &mut Vec<(StemId, Option<StemId>, Saying)>,
    ) {
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
            // "Can't see" says enough in two words.
            let is_negated = ["cant ", "cannot "].iter().any(|no| phrase.starts_with(no));
            let says_enough = phrase.split_whitespace().count() > 2 || is_negated;
            let mut steps = steps.into_iter();
            if let Some(first) = steps.next() {
                let second = steps.next();
                let start = self.steps.len();
                self.steps.extend(steps);
                let saying = Saying {
                    second,
                    others: Part::new(start, self.steps.len()),
                    says_enough,
                    meanings,
                };
                sayings.push((first.stem, second.map(|second| second.stem), saying));
                // A stemmer leaves "slas" as it is.
                let plural = plural_that_keeps_its_ending(phrase);
                let plural = plural.map(|plural| dictionary.add(&plural));
                let plural = plural.map(|plural| dictionary.stem_of(plural));
                sayings.extend(plural.map(|stem| (stem, None, saying)));
            }
        }
    }

    /// The stems of each meaning.
    pub(super) fn meanings(&self) -> impl Iterator<Item = &[StemId]> {
        self.meanings
            .iter()
            .map(|meaning| meaning.stems.of(&self.stems))
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
        let first = first?;
        if !self.sayings.has(first) {
            return None;
        }
        let near = near(next);
        // Nearly all are told apart by their bits.
        let bits = near.iter().fold(0, |bits, stem| bits | bit(*stem));
        let goes_on = |second| bits & bit(second) != 0 && near.contains(&second);
        let mut sayings = self.sayings.of(first, goes_on);
        let (first, tokens) =
            sayings.find_map(|saying| Some((saying, self.tokens(saying, next)?)))?;
        // Of as many words: those that take the same of the question's.
        let as_long = sayings
            .take_while(|saying| saying.length() == first.length())
            .filter(|saying| self.tokens(saying, next) == Some(tokens));
        let as_long: SmallVec<[&Saying; 4]> = std::iter::once(first).chain(as_long).collect();
        let meanings = as_long
            .into_iter()
            .flat_map(|saying| saying.meanings.of(&self.meanings));
        Some(Said {
            tokens,
            says_enough: first.says_enough,
            meanings: meanings.map(|meaning| Alternative {
                stems: Cow::Borrowed(meaning.stems.of(&self.stems)),
                weight: meaning.weight,
            }),
        })
    }

    /// Whether a phrase starts with a stem.
    pub(super) fn has(&self, stem: StemId) -> bool {
        self.sayings.has(stem)
    }

    /// Whether a stem's words say little of a topic.
    pub(super) fn is_weak(&self, stem: StemId) -> bool {
        self.weak.contains(&stem)
    }

    /// Which tokens a phrase has, counted from its first, where it goes on so within
    /// a sentence: determiners may stand anywhere in it.
    fn tokens(&self, saying: &Saying, next: &[Token<'_>]) -> Option<TokenSet> {
        let mut tokens = TokenSet::from(0..1);
        let mut behind = 0;
        for step in saying.second.iter().chain(saying.others.of(&self.steps)) {
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

/// The plural of a short form that ends in a vowel.
fn plural_that_keeps_its_ending(phrase: &str) -> Option<String> {
    let is_short = (2..=4).contains(&phrase.len()) && !phrase.contains(' ');
    (is_short && phrase.ends_with(['a', 'i', 'o', 'u'])).then(|| format!("{phrase}s"))
}

/// A bit for a stem, which it shares with many others.
fn bit(stem: StemId) -> u64 {
    1 << (stem.index() % 64)
}

/// The stems that can be the second of a phrase, given the tokens behind its first:
/// there may be a gap before it, and determiners.
fn near(next: &[Token<'_>]) -> SmallVec<[StemId; 8]> {
    let mut near = SmallVec::new();
    let mut may_pass = LONGEST_GAP;
    for token in next.iter().take_while(|token| token.gap < Gap::Hard) {
        near.extend(token.stem);
        if !token.marks.determiner {
            let Some(fewer) = may_pass.checked_sub(1) else {
                break;
            };
            may_pass = fewer;
        }
    }
    near
}

impl Saying {
    /// How many words it has behind its first.
    fn length(&self) -> usize {
        usize::from(self.second.is_some()) + (self.others.end - self.others.start) as usize
    }
}
