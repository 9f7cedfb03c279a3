//! What each stretch of a question may stand for: the very word, a short form,
//! an everyday word, a slip.

use std::collections::HashMap;

use super::lexicon::{Lexicon, is_small};
use super::mention::{Quality, Stretch};
use super::names::Names;
use super::phrase_table::PhraseTable;
use super::token::Token;
use super::vocabulary::Vocabulary;
use crate::framework::{Seniority, Words};
use crate::search::stem;

/// Seniority words from this length on may be two slips away.
const LONG: usize = 8;

/// What each further reading of a phrase is less likely than the one before.
const LATER: f32 = 0.1;

/// What a short form or everyday name may be read as.
#[derive(Debug)]
pub(super) struct PhraseReading {
    /// Stems that a name must have, and their words.
    stems: Vec<u32>,
    words: Vec<String>,
    quality: Quality,
    /// What it takes off a mention's score: a later reading of a phrase a little
    /// more than the one before it, so that the likeliest wins where both fit.
    cost: f32,
}

/// The short forms and everyday job names of the lexicon, the short forms of the
/// framework's own manifest, and the initials of its names. A reading that no
/// name has does nothing, and is left out.
pub(super) fn phrases(
    lexicon: &Lexicon,
    own: &[Words],
    names: &Names,
) -> PhraseTable<PhraseReading> {
    let mut table = PhraseTable::default();
    let mut add = |say: &[String], means: &[String], quality: Quality| {
        let mut cost = quality.cost();
        for means in means {
            let words: Vec<String> = content_words(means).map(str::to_owned).collect();
            let stems: Option<Vec<u32>> = words
                .iter()
                .map(|word| names.stem_number(&stem(word)))
                .collect();
            for (phrase, stems) in say
                .iter()
                .filter_map(|phrase| Some((phrase, stems.clone()?)))
            {
                let words = words.clone();
                table.add(
                    phrase,
                    PhraseReading {
                        stems,
                        words,
                        quality,
                        cost,
                    },
                );
            }
            cost += LATER;
        }
    };
    for entry in &lexicon.short_form {
        add(&entry.say, &entry.means, Quality::Short);
    }
    for entry in &lexicon.job {
        add(&entry.say, &entry.means, Quality::Everyday);
    }
    for words in own {
        add(&words.say, &words.means, Quality::Short);
    }
    for (initials, of) in names.initials() {
        for name in of {
            add(
                std::slice::from_ref(initials),
                std::slice::from_ref(name),
                Quality::Short,
            );
        }
    }
    table
}

/// The words of a text that are not only there to join others.
fn content_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_small(word))
}

/// Everything that stretches are read with.
pub(super) struct Stretcher<'a> {
    pub(super) names: &'a Names,
    pub(super) phrases: &'a PhraseTable<PhraseReading>,
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
                found.extend(self.names.stem_number(&token.stem).map(|stem| Stretch {
                    tokens: at..at + 1,
                    stems: vec![stem],
                    words: vec![token.text.clone()],
                    quality: Quality::Exact,
                    cost: Quality::Exact.cost(),
                    is_seniority: false,
                }));
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
            found.extend(
                self.phrases
                    .at(tokens, at)
                    .map(|(tokens, reading)| Stretch {
                        tokens,
                        stems: reading.stems.clone(),
                        words: reading.words.clone(),
                        quality: reading.quality,
                        cost: reading.cost,
                        is_seniority: false,
                    }),
            );
            if let Some((first, second)) = self.vocabulary.split(&token.text) {
                found.extend(self.stretch(at..at + 1, &[first, second], Quality::Short, false));
            }
            let next = tokens.get(at + 1).filter(|next| !is_small(&next.text));
            if let Some(joined) =
                next.and_then(|next| self.vocabulary.joined(&token.text, &next.text))
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
