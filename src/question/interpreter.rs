//! The interpreter: all that understanding needs beside the framework, built
//! once for each framework that is loaded.

use std::collections::HashMap;

use super::cue::Cues;
use super::lexicon::Lexicon;
use super::names::Names;
use super::recognise;
use super::scope::Scopes;
use super::stretches::Phrases;
use super::topic::Topics;
use super::utterance::Utterance;
use super::vocabulary::{Origin, Vocabulary};
use super::{Context, Reading};
use crate::framework::{Framework, Seniority};
use crate::search::{Index, stem};

/// Understands questions about one framework.
#[derive(Debug)]
pub struct Interpreter {
    pub(super) lexicon: &'static Lexicon,
    pub(super) names: Names,
    pub(super) index: Index,
    pub(super) cues: Cues,
    pub(super) phrases: Phrases,
    pub(super) topics: Topics,
    pub(super) scopes: Scopes,
    pub(super) vocabulary: Vocabulary,
    /// For each stem those of the same root: "scientist" and "science".
    pub(super) kin: HashMap<String, Vec<String>>,
    /// Phrases of several words that say how senior somebody is.
    pub(super) senior_phrases: Vec<(Vec<String>, Seniority)>,
    /// The seniority words with all their forms.
    pub(super) seniorities: HashMap<String, Seniority>,
}

impl Interpreter {
    /// Makes ready what understanding needs for a framework.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        let lexicon = Lexicon::built_in();
        let index = Index::build(framework);
        let names = Names::new(framework);
        let about = framework.about();
        let phrases = Phrases::new(lexicon, about.short_forms());
        let topics = Topics::new(lexicon, about.topics(), about.short_forms(), &index);
        let cues = Cues::new(lexicon);
        let scopes = Scopes::new(lexicon);
        let seniorities = seniorities(lexicon);
        let senior_phrases = senior_phrases(lexicon);
        let mut vocabulary = Vocabulary::default();
        for word in names.vocabulary() {
            vocabulary.add(word, Origin::Name);
        }
        for word in cues.vocabulary() {
            vocabulary.add(word, Origin::Phrase);
        }
        for word in index.vocabulary() {
            vocabulary.add(word, Origin::Text);
        }
        for word in topics.vocabulary() {
            vocabulary.add(word, Origin::Everyday);
        }
        let known = lexicon
            .filler
            .iter()
            .chain(&lexicon.ordinary)
            .chain(&lexicon.profession)
            .chain(seniorities.keys());
        for word in known
            .map(String::as_str)
            .chain(phrases.vocabulary())
            .chain(scopes.vocabulary())
        {
            vocabulary.add_known(word);
        }
        vocabulary.finish(|word| seniorities.contains_key(word));
        let kin = kin(lexicon);
        Self {
            lexicon,
            names,
            index,
            cues,
            phrases,
            topics,
            scopes,
            vocabulary,
            kin,
            senior_phrases,
            seniorities,
        }
    }

    /// Understands a person's words. Never fails: what can't be understood is
    /// a reading too.
    #[must_use]
    pub fn understand(&self, framework: &Framework, context: &Context, words: &str) -> Reading {
        let utterance = Utterance::new(self, framework, context, words);
        recognise::recognise(&utterance)
    }

    /// How a person's words were understood, a line a step: for the owner of a
    /// framework who wants to improve its answers.
    #[must_use]
    pub fn explain(&self, framework: &Framework, context: &Context, words: &str) -> Vec<String> {
        recognise::explain(&Utterance::new(self, framework, context, words))
    }
}

/// The forms of the seniority words: the words themselves and the lexicon's.
fn seniorities(lexicon: &Lexicon) -> HashMap<String, Seniority> {
    let own = Seniority::MARKED
        .into_iter()
        .map(|seniority| (seniority.word().to_owned(), seniority));
    let forms = lexicon
        .seniority
        .iter()
        .flat_map(|entry| entry.say.iter().map(|form| (form.clone(), entry.word)));
    own.chain(forms).collect()
}

/// The phrases of several words that stand for a seniority.
fn senior_phrases(lexicon: &Lexicon) -> Vec<(Vec<String>, Seniority)> {
    let phrases = lexicon
        .seniority
        .iter()
        .flat_map(|entry| entry.say.iter().map(|say| (say, entry.word)));
    phrases
        .map(|(say, word)| {
            (
                say.split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>(),
                word,
            )
        })
        .filter(|(words, _)| words.len() > 1)
        .collect()
}

/// The stems of one root, each with the others.
fn kin(lexicon: &Lexicon) -> HashMap<String, Vec<String>> {
    let mut kin: HashMap<String, Vec<String>> = HashMap::new();
    for root in &lexicon.kin {
        let stems: Vec<String> = root.iter().map(|word| stem(word)).collect();
        for stem in &stems {
            let others = stems.iter().filter(|other| *other != stem).cloned();
            kin.entry(stem.clone()).or_default().extend(others);
        }
    }
    kin
}
