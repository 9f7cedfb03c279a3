//! The interpreter: all that understanding needs beside the framework, built
//! once for each framework that is loaded.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::cue::{Cue, Cues};
use super::everyday::Topics;
use super::lexicon::{Lexicon, Strength};
use super::marks::Marked;
use super::names::Names;
use super::phrase_table::PhraseTable;
use super::reading::{Courtesy, Scope};
use super::recognise;
use super::stretches::{self, PhraseReading};
use super::utterance::Utterance;
use super::vocabulary::{Origin, Vocabulary};
use super::{Context, Reading};
use crate::framework::{Framework, Role, RoleLevel, Seniority, fold};
use crate::search::{Dictionary, Grouped, Index, StemId, WordId};

/// For each stem those of the same root: "scientist" and "science".
pub(super) type Kin = Grouped<StemId>;

/// Understands questions about one framework.
#[derive(Debug)]
pub struct Interpreter {
    /// Every word that the framework or the lexicon has.
    pub(super) dictionary: Dictionary,
    pub(super) marked: Marked,
    pub(super) names: Names,
    pub(super) families: Names,
    pub(super) index: Index,
    pub(super) cues: Cues,
    /// Short forms and everyday names.
    pub(super) phrases: PhraseTable<PhraseReading>,
    pub(super) topics: Topics,
    pub(super) scopes: PhraseTable<(Strength, Scope)>,
    pub(super) courtesies: PhraseTable<Courtesy>,
    /// The seniority words with all their forms.
    pub(super) seniorities: PhraseTable<Seniority>,
    /// Turns of phrase with a seniority word that is none there.
    pub(super) no_seniorities: PhraseTable<()>,
    pub(super) vocabulary: Vocabulary,
    pub(super) kin: Kin,
    /// The words of the names that have "IT".
    pub(super) beside_it: Vec<StemId>,
}

impl Interpreter {
    /// Makes ready what understanding needs for a framework.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        let lexicon = Lexicon::built_in();
        let mut dictionary = Dictionary::default();
        let index = Index::build(framework, &mut dictionary);
        let names = Names::new(framework, &mut dictionary);
        let families = Names::of_families(framework, &mut dictionary);
        let mut marked = Marked::new(lexicon, &mut dictionary);
        let is_named = |stem| names.has(stem) || families.has(stem);
        let beside_it = beside_it(lexicon, &[&names, &families], &mut dictionary);
        let about = framework.about();
        let (topics, short_forms) = (about.topics(), about.short_forms());
        let mut interpreter = Self {
            cues: Cues::new(lexicon, &mut dictionary),
            phrases: stretches::phrases(
                lexicon,
                short_forms,
                names.initials(),
                is_named,
                &mut dictionary,
                &mut marked,
            ),
            topics: Topics::new(lexicon, topics, short_forms, &index, &mut dictionary),
            scopes: PhraseTable::new(&mut dictionary, &mut marked, scopes(lexicon)),
            courtesies: PhraseTable::new(&mut dictionary, &mut marked, courtesies(lexicon)),
            seniorities: PhraseTable::new(&mut dictionary, &mut marked, seniorities(lexicon)),
            no_seniorities: PhraseTable::new(
                &mut dictionary,
                &mut marked,
                no_seniorities(lexicon, framework),
            ),
            vocabulary: Vocabulary::default(),
            kin: kin(lexicon, &mut dictionary),
            beside_it,
            marked,
            names,
            families,
            index,
            dictionary,
        };
        for stems in interpreter.topics.meanings() {
            interpreter.index.note_together(stems);
        }
        interpreter.learn_words(lexicon);
        interpreter
    }

    /// Whether a role, a level, a skill or a family has a word of this stem in
    /// its name.
    pub(super) fn is_named(&self, stem: StemId) -> bool {
        self.names.has(stem) || self.families.has(stem)
    }

    /// Learns every word that can be meant, and every word that is known and so
    /// never a slip.
    fn learn_words(&mut self, lexicon: &Lexicon) {
        let mut vocabulary = Vocabulary::default();
        let mut add = |words: &mut dyn Iterator<Item = WordId>, origin| {
            for word in words {
                vocabulary.add(word, origin);
            }
        };
        let index = &self.index;
        let all = self.dictionary.words().map(|(word, _)| word);
        add(
            &mut all.take_while(|word| index.has_word(*word)),
            Origin::Text,
        );
        add(&mut self.names.vocabulary(), Origin::Name);
        add(&mut self.families.vocabulary(), Origin::Name);
        add(&mut self.cues.vocabulary(), Origin::Phrase);
        add(&mut self.topics.vocabulary(), Origin::Everyday);
        let common = lexicon.common.iter().map(|word| self.dictionary.add(word));
        let common: Vec<WordId> = common.collect();
        add(&mut common.into_iter(), Origin::Common);
        add(&mut self.phrases.vocabulary(), Origin::Known);
        add(&mut self.scopes.vocabulary(), Origin::Known);
        add(&mut self.seniorities.vocabulary(), Origin::Known);
        add(&mut self.no_seniorities.vocabulary(), Origin::Known);
        let known = [
            &lexicon.filler,
            &lexicon.ordinary,
            &lexicon.profession,
            &lexicon.title,
            &lexicon.rank,
            &lexicon.first_name,
        ];
        // Those of a few letters come near many words, also where they mean nothing
        // in the framework.
        let entries = [&lexicon.short_form, &lexicon.job, &lexicon.topic];
        let sayings = entries.into_iter().flatten().flat_map(|entry| &entry.say);
        let brief = sayings.filter(|say| say.len() <= 3);
        for word in known.into_iter().flatten().chain(brief) {
            vocabulary.add(self.dictionary.add(word), Origin::Known);
        }
        // "Runs the whole" says a head, "whole" by itself no seniority.
        let forms = seniorities(lexicon).map(|(form, _)| form);
        let forms = forms.filter(|form| !form.contains(' '));
        let seniority_words: HashSet<WordId> =
            forms.map(|form| self.dictionary.add(&form)).collect();
        vocabulary.finish(&self.dictionary, |word| seniority_words.contains(&word));
        self.vocabulary = vocabulary;
    }

    /// Understands a person's words. Never fails: what can't be understood is
    /// a reading too.
    #[must_use]
    pub fn understand(&self, framework: &Framework, context: &Context, words: &str) -> Reading {
        let utterance = Utterance::new(self, framework, context, words);
        // "New topic: ...": what was said before does not count.
        if utterance.has(Cue::Fresh) && context.kind.is_some() {
            return self.understand(framework, &Context::default(), words);
        }
        recognise::recognise(&utterance)
    }

    /// How a person's words were understood, a line a step: for the owner of a
    /// framework who wants to improve its answers.
    #[must_use]
    pub fn explain(&self, framework: &Framework, context: &Context, words: &str) -> Vec<String> {
        recognise::explain(&Utterance::new(self, framework, context, words))
    }
}

/// The words that stand beside "IT" in names, and the short forms of them.
fn beside_it(lexicon: &Lexicon, names: &[&Names], dictionary: &mut Dictionary) -> Vec<StemId> {
    let Some(it) = dictionary.stem("it") else {
        return Vec::new();
    };
    let names = names.iter().flat_map(|names| names.beside(it));
    let mut beside: Vec<StemId> = names.collect();
    let own = beside.clone();
    for entry in &lexicon.short_form {
        let is_own = |word: &String| dictionary.stem(word).is_some_and(|it| own.contains(&it));
        if entry.means.iter().any(is_own) {
            let say = entry.say.iter().map(|say| dictionary.add(say));
            let say: Vec<WordId> = say.collect();
            beside.extend(say.into_iter().map(|word| dictionary.stem_of(word)));
        }
    }
    beside
}

/// The forms of the seniority words: the words themselves and the lexicon's.
fn seniorities(lexicon: &Lexicon) -> impl Iterator<Item = (String, Seniority)> {
    let own = Seniority::MARKED
        .into_iter()
        .map(|seniority| (seniority.word().to_owned(), seniority));
    let entries = lexicon.seniority.iter();
    own.chain(entries.flat_map(|entry| entry.say.iter().map(|form| (form.clone(), entry.word))))
}

/// The turns of phrase in which a seniority word is none: those that are no part
/// of a level's name, and do not go on as a name begins ("senior staff", where
/// there are staff nurses).
fn no_seniorities(lexicon: &Lexicon, framework: &Framework) -> Vec<(String, ())> {
    // All names in one text, so that a phrase is looked for once.
    let levels = framework.levels().iter().map(RoleLevel::name);
    let roles = framework.roles().iter().map(Role::name);
    let names = levels
        .chain(roles)
        .map(|name| format!("\n {} ", fold(name)));
    let names: String = names.collect();
    let is_named = |say: &str| {
        let words: Vec<&str> = say.split(' ').collect();
        let seniority = words
            .iter()
            .position(|word| Seniority::from_word(word).is_some());
        let rest = seniority.map_or(&[][..], |at| &words[at + 1..]);
        let begins = !rest.is_empty() && names.contains(&format!("\n {} ", rest.join(" ")));
        begins || names.contains(&format!(" {say} "))
    };
    let phrases = lexicon.no_seniority.iter();
    phrases
        .filter(|say| !is_named(say))
        .map(|say| (say.clone(), ()))
        .collect()
}

/// The phrases that show somebody else's business.
fn scopes(lexicon: &Lexicon) -> impl Iterator<Item = (String, (Strength, Scope))> {
    lexicon.scope.iter().flat_map(|entry| {
        let by_strength = [
            (Strength::Anywhere, &entry.say),
            (Strength::Alone, &entry.alone),
            (Strength::Opening, &entry.opens),
            (Strength::Unasked, &entry.unless_asked),
        ];
        by_strength.into_iter().flat_map(|(strength, phrases)| {
            let means = (strength, entry.about);
            phrases.iter().map(move |say| (say.clone(), means))
        })
    })
}

/// Greetings, thanks and the like.
fn courtesies(lexicon: &Lexicon) -> impl Iterator<Item = (String, Courtesy)> {
    let entries = lexicon.courtesy.iter();
    entries.flat_map(|entry| entry.say.iter().map(|say| (say.clone(), entry.is)))
}

/// The stems of one root, each with the others.
fn kin(lexicon: &Lexicon, dictionary: &mut Dictionary) -> Kin {
    let mut kin: HashMap<StemId, Vec<StemId>, FxBuildHasher> = HashMap::default();
    for root in &lexicon.kin {
        let words: Vec<WordId> = root.iter().map(|word| dictionary.add(word)).collect();
        for stem in words.iter().map(|word| dictionary.stem_of(*word)) {
            let of_stem = kin.entry(stem).or_default();
            for other in words.iter().map(|word| dictionary.stem_of(*word)) {
                if other != stem && !of_stem.contains(&other) {
                    of_stem.push(other);
                }
            }
        }
    }
    let each = kin.iter().flat_map(|(stem, others)| {
        let others = others.iter();
        others.map(|other| (stem.index(), *other))
    });
    Grouped::new(dictionary.stem_count(), each)
}
