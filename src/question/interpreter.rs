//! The interpreter: all that understanding needs beside the framework, built
//! once for each framework that is loaded.

use std::collections::{HashMap, HashSet};

use super::cue::Cues;
use super::lexicon::Lexicon;
use super::names::Names;
use super::phrase_table::PhraseTable;
use super::reading::{Courtesy, Scope};
use super::recognise;
use super::stretches::{self, PhraseReading};
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
    /// Short forms and everyday names.
    pub(super) phrases: PhraseTable<PhraseReading>,
    pub(super) topics: Topics,
    pub(super) scopes: PhraseTable<Scope>,
    pub(super) courtesies: PhraseTable<Courtesy>,
    /// The seniority words with all their forms.
    pub(super) seniorities: PhraseTable<Seniority>,
    pub(super) vocabulary: Vocabulary,
    /// For each stem those of the same root: "scientist" and "science".
    pub(super) kin: HashMap<String, Vec<String>>,
}

impl Interpreter {
    /// Makes ready what understanding needs for a framework.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        let lexicon = Lexicon::built_in();
        let index = Index::build(framework);
        let names = Names::new(framework);
        let about = framework.about();
        let phrases = stretches::phrases(lexicon, about.short_forms(), &names);
        let topics = Topics::new(lexicon, about.topics(), about.short_forms(), &index);
        let mut interpreter = Self {
            lexicon,
            names,
            index,
            cues: Cues::new(lexicon),
            phrases,
            topics,
            scopes: scopes(lexicon),
            courtesies: courtesies(lexicon),
            seniorities: seniorities(lexicon),
            vocabulary: Vocabulary::default(),
            kin: kin(lexicon),
        };
        interpreter.vocabulary = interpreter.learn_words();
        interpreter
    }

    /// Every word that can be meant, and every word that is known and so never
    /// a slip.
    fn learn_words(&self) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        let mut add = |words: &mut dyn Iterator<Item = &str>, origin| {
            for word in words {
                vocabulary.add(word, origin);
            }
        };
        add(&mut self.names.vocabulary(), Origin::Name);
        add(&mut self.cues.vocabulary(), Origin::Phrase);
        add(&mut self.index.vocabulary(), Origin::Text);
        add(&mut self.topics.vocabulary(), Origin::Everyday);
        let lexicon = self.lexicon;
        let lists = [&lexicon.filler, &lexicon.ordinary, &lexicon.profession];
        let known = lists.into_iter().flatten().map(String::as_str);
        let tables = self.phrases.vocabulary().chain(self.scopes.vocabulary());
        for word in known.chain(tables).chain(self.seniorities.vocabulary()) {
            vocabulary.add_known(word);
        }
        let seniority_words: HashSet<&str> = self.seniorities.vocabulary().collect();
        vocabulary.finish(|word| seniority_words.contains(word));
        vocabulary
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
fn seniorities(lexicon: &Lexicon) -> PhraseTable<Seniority> {
    let own = Seniority::MARKED
        .into_iter()
        .map(|seniority| (seniority.word().to_owned(), seniority));
    let entries = lexicon.seniority.iter();
    own.chain(entries.flat_map(|entry| entry.say.iter().map(|form| (form.clone(), entry.word))))
        .collect()
}

/// The phrases that show somebody else's business.
fn scopes(lexicon: &Lexicon) -> PhraseTable<Scope> {
    let entries = lexicon.scope.iter();
    entries
        .flat_map(|entry| entry.say.iter().map(|say| (say.clone(), entry.about)))
        .collect()
}

/// Greetings, thanks and the like.
fn courtesies(lexicon: &Lexicon) -> PhraseTable<Courtesy> {
    let entries = lexicon.courtesy.iter();
    entries
        .flat_map(|entry| entry.say.iter().map(|say| (say.clone(), entry.is)))
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
