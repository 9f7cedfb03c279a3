//! What each stretch of a question may stand for: the very word, a short form,
//! an everyday word, a slip.

use std::collections::HashMap;

use super::lexicon::{Entry, Lexicon, is_small};
use super::mention::{Quality, Stretch};
use super::names::Names;
use super::token::Token;
use super::vocabulary::Vocabulary;
use crate::framework::{Seniority, Words};
use crate::search::stem;

/// Seniority words from this length on may be two slips away.
const LONG: usize = 8;

/// What each further reading of a phrase is less likely than the one before.
const LATER: f32 = 0.1;

/// Phrases of one or more words and what they may be read as, by their first
/// word.
#[derive(Debug, Default)]
pub(super) struct Phrases(HashMap<String, Vec<PhraseReading>>);

/// One phrase with one reading.
#[derive(Debug)]
struct PhraseReading {
    rest: Vec<String>,
    means: String,
    quality: Quality,
    /// What it takes off a mention's score: a later reading of a phrase a little
    /// more than the one before it, so that the likeliest wins where both fit.
    cost: f32,
}

impl Phrases {
    /// The short forms and everyday job names of the lexicon, and the short
    /// forms of the framework's own manifest.
    pub(super) fn new(lexicon: &Lexicon, own: &[Words]) -> Self {
        let mut phrases = Self::default();
        let mut add = |entries: &[Entry], quality| {
            for entry in entries {
                phrases.add(&entry.say, &entry.means, quality);
            }
        };
        add(&lexicon.short_form, Quality::Short);
        add(&lexicon.job, Quality::Everyday);
        for words in own {
            phrases.add(&words.say, &words.means, Quality::Short);
        }
        phrases
    }

    fn add(&mut self, say: &[String], means: &[String], quality: Quality) {
        for phrase in say {
            let mut words = phrase.split_whitespace().map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let readings = self.0.entry(first).or_default();
            let mut cost = quality.cost();
            for means in means {
                readings.push(PhraseReading {
                    rest: rest.clone(),
                    means: means.clone(),
                    quality,
                    cost,
                });
                cost += LATER;
            }
        }
    }

    /// Every word that a phrase has.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).chain(
            self.0
                .values()
                .flatten()
                .flat_map(|p| p.rest.iter().map(String::as_str)),
        )
    }

    /// The readings of the phrases that start at a token, with how many tokens
    /// each is.
    fn at<'a>(
        &'a self,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (usize, &'a PhraseReading)> {
        let next = tokens[at..].iter().skip(1);
        let readings = self.0.get(&tokens[at].text).into_iter().flatten();
        readings.filter_map(move |reading| {
            let length = reading.rest.len();
            let said = reading
                .rest
                .iter()
                .zip(next.clone())
                .all(|(word, token)| *word == token.text);
            (said && next.len() >= length).then_some((length + 1, reading))
        })
    }
}

/// Everything that stretches are read with.
pub(super) struct Stretcher<'a> {
    pub(super) names: &'a Names,
    pub(super) phrases: &'a Phrases,
    pub(super) kin: &'a HashMap<String, Vec<String>>,
    pub(super) vocabulary: &'a Vocabulary,
    /// For each token its seniority, where it is a word for one.
    pub(super) seniorities: &'a [Option<Seniority>],
    /// For each token the words that it may be a slip for.
    pub(super) slips: &'a [Vec<String>],
}

impl Stretcher<'_> {
    /// What the stretches of a question may stand for.
    pub(super) fn stretches(&self, tokens: &[Token]) -> Vec<Stretch> {
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if let Some(seniority) = self.seniorities[at] {
                let word = seniority.word();
                found.extend(self.stretch(at..at + 1, &[word], Quality::Exact, true));
                continue;
            }
            for seniority in self.doubtful(tokens, at) {
                found.extend(self.stretch(
                    at..at + 1,
                    &[seniority.word()],
                    Quality::Doubtful,
                    true,
                ));
            }
            if is_small(&token.text) {
                continue;
            }
            if self.slips[at].is_empty() {
                found.extend(self.stretch(at..at + 1, &[&token.text], Quality::Exact, false));
            }
            for kin in self.kin.get(&token.stem).into_iter().flatten() {
                found.extend(self.stretch_of_stems(at..at + 1, &[kin], Quality::Everyday));
            }
            for slip in &self.slips[at] {
                found.extend(self.stretch(at..at + 1, &[slip], Quality::Slip, false));
                for kin in self.kin.get(&stem(slip)).into_iter().flatten() {
                    let stretch = self.stretch_of_stems(at..at + 1, &[kin], Quality::Everyday);
                    let cost = Quality::Slip.cost() + Quality::Everyday.cost();
                    found.extend(stretch.map(|stretch| Stretch { cost, ..stretch }));
                }
            }
            for (length, reading) in self.phrases.at(tokens, at) {
                let words: Vec<&str> = reading
                    .means
                    .split_whitespace()
                    .filter(|word| !is_small(word))
                    .collect();
                let stretch = self.stretch(at..at + length, &words, reading.quality, false);
                found.extend(stretch.map(|stretch| Stretch {
                    cost: reading.cost,
                    ..stretch
                }));
            }
            for name in self.names.of_initials(&token.text) {
                let words: Vec<&str> = name
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty() && !is_small(word))
                    .collect();
                found.extend(self.stretch(at..at + 1, &words, Quality::Short, false));
            }
            if let Some((first, second)) = self.vocabulary.split(&token.text) {
                found.extend(self.stretch(at..at + 1, &[first, second], Quality::Short, false));
            }
            if let Some(joined) = tokens
                .get(at + 1)
                .and_then(|next| self.vocabulary.joined(&token.text, &next.text))
            {
                found.extend(self.stretch(at..at + 2, &[&joined], Quality::Short, false));
            }
        }
        found
    }

    /// The seniorities that a word comes near: one slip away, two for long
    /// words. A word that is known comes near one only where it can hardly be
    /// meant: before "of" ("had of data science"), and where a name would start
    /// or end ("led analyst").
    fn doubtful(&self, tokens: &[Token], at: usize) -> Vec<Seniority> {
        let text = &tokens[at].text;
        let before_of = tokens.get(at + 1).is_some_and(|next| next.text == "of");
        let starts = at == 0 || matches!(tokens[at - 1].text.as_str(), "a" | "an" | "the");
        let ends = at + 1 == tokens.len() && at < 4;
        if text.len() < 3 || (self.vocabulary.has(text) && !before_of && !starts && !ends) {
            return Vec::new();
        }
        let near = |seniority: &Seniority| {
            let word = seniority.word();
            let most = if word.len() >= LONG { 2 } else { 1 };
            word.len().abs_diff(text.len()) <= most && strsim::osa_distance(word, text) <= most
        };
        Seniority::MARKED.into_iter().filter(near).collect()
    }

    /// A stretch, if some name has all of the words' stems.
    fn stretch(
        &self,
        tokens: std::ops::Range<usize>,
        words: &[&str],
        quality: Quality,
        is_seniority: bool,
    ) -> Option<Stretch> {
        let stems = words
            .iter()
            .map(|word| self.names.stem_number(&stem(word)))
            .collect::<Option<Vec<u32>>>()?;
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Some(Stretch {
            tokens,
            stems,
            words,
            quality,
            cost: quality.cost(),
            is_seniority,
        })
    }

    fn stretch_of_stems(
        &self,
        tokens: std::ops::Range<usize>,
        stems: &[&String],
        quality: Quality,
    ) -> Option<Stretch> {
        let stems = stems
            .iter()
            .map(|stem| self.names.stem_number(stem))
            .collect::<Option<Vec<u32>>>()?;
        Some(Stretch {
            tokens,
            stems,
            words: Vec::new(),
            quality,
            cost: quality.cost(),
            is_seniority: false,
        })
    }
}
