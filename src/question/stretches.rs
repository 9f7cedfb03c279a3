//! What each stretch of a question may stand for: the very word, a short form,
//! an everyday word, a slip.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::interpreter::Kin;
use super::lexicon::{Lexicon, content_words};
use super::marks::Marked;
use super::mention::{Quality, Stretch};
use super::phrase_table::PhraseTable;
use super::slip::Spelling;
use super::token::Token;
use super::vocabulary::Vocabulary;
use crate::framework::{Seniority, Words};
use crate::search::{Dictionary, StemId, WordId};

/// Seniority words from this length on may be two slips away: which one was meant
/// is asked.
const LONG: usize = 6;

/// The seniorities, with how their words are spelt.
static SENIORITIES: LazyLock<[(Seniority, Spelling<'static>); Seniority::MARKED.len()]> =
    LazyLock::new(|| Seniority::MARKED.map(|one| (one, Spelling::new(one.word()))));

/// What each further reading of a phrase is less likely than the one before.
const LATER: f32 = 0.1;

/// What a short form or everyday name may be read as.
#[derive(Debug)]
pub(super) struct PhraseReading {
    /// Stems that a name must have, and their words.
    stems: Vec<StemId>,
    says: Vec<WordId>,
    quality: Quality,
    /// What it takes off a mention's score: a later reading of a phrase a little
    /// more than the one before it, so that the likeliest wins where both fit.
    cost: f32,
}

/// The short forms and everyday job names of the lexicon, the short forms of the
/// framework's own manifest, and the initials of its names, where they are no word of
/// everyday English: "I'm" is no incident manager. A reading that no name has does
/// nothing, and is left out.
pub(super) fn phrases<'n>(
    lexicon: &Lexicon,
    own: &[Words],
    initials: impl Iterator<Item = (&'n String, &'n Vec<String>)>,
    is_named: impl Fn(StemId) -> bool,
    dictionary: &mut Dictionary,
    marked: &mut Marked,
) -> PhraseTable<PhraseReading> {
    let mut phrases = Vec::new();
    let mut add = |say: &[String], means: &[String], quality: Quality, later: f32| {
        let mut cost = quality.cost();
        let readings: Vec<(Vec<WordId>, Vec<StemId>)> = means
            .iter()
            .map(|means| {
                let words = content_words(means).map(|word| dictionary.add(word));
                let words: Vec<WordId> = words.collect();
                let stems = words.iter().map(|word| dictionary.stem_of(*word));
                let stems = stems.collect();
                (words, stems)
            })
            .collect();
        let is_there =
            |(_, stems): &&(Vec<WordId>, Vec<StemId>)| stems.iter().all(|stem| is_named(*stem));
        // Of what may be several things and is only one here the other may be meant;
        // and a level is never taken from an everyday name.
        let lacks_one = later == 0.0 && readings.iter().filter(is_there).count() < readings.len();
        let says_level = means
            .iter()
            .any(|means| Seniority::in_name(means) != Seniority::Unmarked);
        let asks = quality == Quality::Everyday && (lacks_one || says_level);
        let quality = if asks { Quality::Doubtful } else { quality };
        for reading in &readings {
            let (words, stems) = reading;
            if is_there(&reading) {
                let singular = |word: &WordId| dictionary.singular(dictionary.text(*word));
                let singulars: Vec<WordId> = words.iter().filter_map(singular).collect();
                for phrase in say {
                    let reading = PhraseReading {
                        stems: stems.clone(),
                        says: [words.as_slice(), &singulars].concat(),
                        quality,
                        cost,
                    };
                    phrases.push((phrase.clone(), reading));
                }
            }
            cost += later;
        }
    };
    // Of what may be several things none is likelier: it has to be asked.
    let later = |ambiguous: bool| if ambiguous { 0.0 } else { LATER };
    let lexicon_entries = [
        (&lexicon.short_form, Quality::Short),
        (&lexicon.job, Quality::Everyday),
    ];
    for (entries, quality) in lexicon_entries {
        for entry in entries {
            add(&entry.say, &entry.means, quality, later(entry.ambiguous));
        }
    }
    for words in own {
        add(
            &words.say,
            &words.means,
            Quality::Short,
            later(words.ambiguous),
        );
    }
    let everyday = lexicon.everyday_words();
    for (initials, of) in initials {
        // "MLEs"; of two letters it is rather a slip: "tes" is a test.
        let plural = Some(format!("{initials}s")).filter(|_| initials.len() > 2);
        let both = [Some(initials.clone()), plural].into_iter().flatten();
        let both: Vec<String> = both.filter(|it| !everyday.contains(it.as_str())).collect();
        for name in of {
            add(&both, std::slice::from_ref(name), Quality::Short, LATER);
        }
    }
    PhraseTable::new(dictionary, marked, phrases)
}

/// Everything that stretches are read with.
pub(super) struct Stretcher<'a> {
    pub(super) dictionary: &'a Dictionary,
    pub(super) phrases: &'a PhraseTable<PhraseReading>,
    pub(super) kin: &'a Kin,
    pub(super) vocabulary: &'a Vocabulary,
    /// For each token its seniority, where it is a word for one.
    pub(super) seniorities: &'a [Option<Seniority>],
    /// For each token the words that it may be a slip for.
    pub(super) slips: &'a [Vec<WordId>],
}

impl<'a> Stretcher<'a> {
    /// What the stretches of a question may stand for.
    pub(super) fn stretches(&self, tokens: &'a [Token<'a>]) -> Vec<Stretch<'a>> {
        let mut found = Vec::with_capacity(tokens.len() + 4);
        let mut joined = String::with_capacity(32);
        let mut whole: Vec<usize> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let here = at..at + 1;
            if let Some(seniority) = self.seniorities[at] {
                let of_word = |word| self.stretch(here.clone(), word, Quality::Exact);
                found.extend(self.seniority_word(seniority).map(of_word).map(senior));
                continue;
            }
            for seniority in self.doubtful(tokens, at) {
                let of_word = |word| self.stretch(here.clone(), word, Quality::Doubtful);
                found.extend(self.seniority_word(seniority).map(of_word).map(senior));
            }
            let negated = at > 0 && matches!(tokens[at - 1].text(), "non" | "not" | "no");
            if token.marks.small || negated && token.text() == "management" {
                continue;
            }
            if self.slips[at].is_empty() {
                let stems = token.stem.as_slice();
                let says = Some(Cow::Borrowed(token.says.as_slice()));
                found.push(plain(here.clone(), stems.into(), says, Quality::Exact));
            }
            let kin = token.stem.into_iter().flat_map(|stem| self.kin_of(stem));
            found.extend(kin.map(|kin| plain(here.clone(), kin.into(), None, Quality::Everyday)));
            for slip in &self.slips[at] {
                found.push(self.stretch(here.clone(), *slip, Quality::Slip));
                for kin in self.kin_of(self.dictionary.stem_of(*slip)) {
                    let stretch = plain(here.clone(), kin.into(), None, Quality::Everyday);
                    let cost = Quality::Slip.cost() + Quality::Everyday.cost();
                    found.push(Stretch { cost, ..stretch });
                }
            }
            let phrases = self.phrases.at(tokens, at);
            found.extend(phrases.map(|(tokens, reading)| Stretch {
                cost: reading.cost,
                ..plain(
                    tokens,
                    Cow::Borrowed(&reading.stems),
                    Some(Cow::Borrowed(&reading.says)),
                    reading.quality,
                )
            }));
            if let Some(words) = self.vocabulary.split(self.dictionary, token) {
                let stems = words.map(|word| self.dictionary.stem_of(word)).to_vec();
                let says = Some(Cow::Owned(words.to_vec()));
                found.push(plain(here, Cow::Owned(stems), says, Quality::Short));
            }
            let next = tokens.get(at + 1).filter(|next| !next.marks.small);
            if let Some(word) = next.and_then(|next| {
                let pair = (token.text(), next.text());
                self.vocabulary.joined(self.dictionary, pair, &mut joined)
            }) {
                found.push(self.stretch(at..at + 2, word, Quality::Short));
                let is_name =
                    |part: &Token<'_>| part.word.is_some_and(|word| self.vocabulary.is_name(word));
                if !tokens[at..at + 2].iter().all(is_name) {
                    whole.push(at);
                }
            }
        }
        // Where only both words together are of a name, none of them stands alone:
        // "dev ops" has no "dev".
        found.retain(|stretch| {
            let start = stretch.tokens.start;
            let within = whole.iter().any(|at| start == *at || start == at + 1);
            stretch.tokens.len() > 1 || !within
        });
        found.retain(|stretch| !stretch.stems.is_empty());
        found
    }

    /// The stems of the same root as another, each as the only one of a list.
    fn kin_of(&self, stem: StemId) -> impl Iterator<Item = &'a [StemId]> {
        let kin = self.kin.of(stem.index()).iter();
        kin.map(std::slice::from_ref)
    }

    /// The word for a seniority, if it is known.
    fn seniority_word(&self, seniority: Seniority) -> Option<WordId> {
        self.dictionary.word(seniority.word())
    }

    /// The seniorities that a word comes near: one slip away, two for long
    /// words. A word that is known comes near one only where it can hardly be
    /// meant: before "of" ("had of data science"), and where a name would start
    /// or end ("led analyst").
    fn doubtful(&self, tokens: &[Token<'_>], at: usize) -> Vec<Seniority> {
        let text = tokens[at].text();
        let behind = |by: usize| tokens.get(at + by).map_or("", Token::text);
        // "Never heard of a baker" is of no head.
        let before_of = behind(1) == "of" && !matches!(behind(2), "a" | "an");
        let starts = at == 0 || matches!(tokens[at - 1].text(), "a" | "an" | "the");
        let ends = at + 1 == tokens.len() && at < 4;
        if text.len() < 3
            || (self.vocabulary.has(tokens[at].word) && !before_of && !starts && !ends)
        {
            return Vec::new();
        }
        let typed = Spelling::new(text);
        let near = |(_, word): &&(Seniority, Spelling<'static>)| {
            let most = if word.len() >= LONG { 2 } else { 1 };
            word.len().abs_diff(text.len()) <= most && typed.slips(*word, most).is_some()
        };
        let near = SENIORITIES.iter().filter(near);
        near.map(|(seniority, _)| *seniority).collect()
    }

    /// A stretch that stands for one word.
    fn stretch(&self, tokens: Range<usize>, word: WordId, quality: Quality) -> Stretch<'a> {
        let singular = self.dictionary.singular(self.dictionary.text(word));
        let says = std::iter::once(word).chain(singular).collect();
        let stems = self.dictionary.stem_as_list(word);
        plain(tokens, stems.into(), Some(Cow::Owned(says)), quality)
    }
}

/// A stretch that costs what its quality costs.
fn plain<'a>(
    tokens: Range<usize>,
    stems: Cow<'a, [StemId]>,
    says: Option<Cow<'a, [WordId]>>,
    quality: Quality,
) -> Stretch<'a> {
    Stretch {
        tokens,
        stems,
        says,
        quality,
        cost: quality.cost(),
        is_seniority: false,
    }
}

/// The same as a seniority word.
fn senior(stretch: Stretch<'_>) -> Stretch<'_> {
    Stretch {
        is_seniority: true,
        ..stretch
    }
}
