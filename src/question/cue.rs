//! Turns of phrase: what a person asks for, apart from what it is about.

use std::ops::Range;

use serde::Deserialize;
use smallvec::{SmallVec, smallvec};

use super::lexicon::Lexicon;
use super::openings::Openings;
use crate::search::{Dictionary, WordId};

/// What a turn of phrase shows. The phrases stand in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cue {
    /// Two things are held against each other: "difference between".
    Compare,
    /// Somebody moves: "next step", "get promoted to".
    Progress,
    /// What follows a level: "next level", "step up".
    Next,
    /// What comes before a level: "level below".
    Previous,
    /// What two things have in common: "overlap".
    Shared,
    /// What is near: "most like", "closest".
    Similar,
    /// A ladder: "which levels", "rungs".
    Levels,
    /// Skills: "skills", "good at".
    Skills,
    /// Something is needed: "need", "require".
    Need,
    /// A person or role is looked for: "who", "which role".
    Who,
    /// What somebody does: "responsibilities", "do all day".
    Duties,
    /// What something is: "what is", "explain".
    Define,
    /// A list is wanted: "list", "show all".
    List,
    /// A topic follows: "about", "cover".
    About,
    /// How much of a skill: "how good at", "what level of".
    HowMuch,
    /// What a word means in general.
    InGeneral,
    /// Roles as such: "roles", "jobs".
    Roles,
    /// Families as such.
    Families,
    /// Proficiencies as such: "the proficiency levels".
    Proficiencies,
    /// The highest proficiency: "top level".
    Highest,
    /// The lowest proficiency.
    Lowest,
    /// The lowest level of a role: "the most junior".
    LowestLevel,
    /// The highest level of a role.
    HighestLevel,
    /// The management track.
    Management,
    /// The technical track.
    Technical,
    /// The last subject is meant: "it", "that one".
    Pointing,
    /// The question goes on from the last: "and", "what about".
    GoingOn,
    /// The last question is meant once more: "same for".
    Again,
    /// One makes room for another: "swap".
    Instead,
    /// Another matter than the last: "new topic".
    Fresh,
    /// The last two in the other order: "the other way round".
    Reverse,
    /// "Why?"
    Why,
    /// The first of a list that was shown; and so on.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth.
    Fifth,
    /// The last.
    Last,
    /// Two or more of the same: "both", "too".
    Both,
    /// The person speaks of their own level: "I'm a".
    Mine,
    /// What is said not to be asked for: "not the skills". No phrase of the lexicon.
    #[serde(skip)]
    Denied,
}

/// What is asked of a ladder: all of it, or one of its ends.
pub(super) const OF_LADDERS: [Cue; 5] = [
    Cue::Levels,
    Cue::HighestLevel,
    Cue::LowestLevel,
    Cue::Highest,
    Cue::Lowest,
];

impl Cue {
    /// Whether it can stand in a greeting without asking for anything.
    pub(super) fn is_small_talk(self) -> bool {
        matches!(
            self,
            Self::Pointing
                | Self::Why
                | Self::Mine
                | Self::GoingOn
                | Self::First
                | Self::Last
                | Self::Both
                | Self::Denied
        )
    }

    /// Whether it asks something of a framework, wherever it stands: "my second week", "my
    /// line manager" and "a job advert" do not.
    pub(super) fn asks_of_framework(self) -> bool {
        let may_be_told = matches!(
            self,
            Self::Second
                | Self::Third
                | Self::Fourth
                | Self::Fifth
                | Self::Management
                | Self::Technical
                | Self::Roles
        );
        !self.is_small_talk() && !may_be_told
    }
}

/// A turn of phrase that was found.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    /// What it shows.
    pub(super) cue: Cue,
    /// The tokens from its first word to its last.
    pub(super) tokens: Range<usize>,
    /// Its own words among them, without what stands in its gaps.
    pub(super) own: SmallVec<[usize; 4]>,
}

/// Which cues were heard: a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CueSet(u64);

impl CueSet {
    fn of(cue: Cue) -> u64 {
        1 << cue as u32
    }

    /// Whether a cue was heard.
    pub(super) fn has(self, cue: Cue) -> bool {
        self.0 & Self::of(cue) != 0
    }

    /// Whether one of several was.
    pub(super) fn has_any(self, cues: &[Cue]) -> bool {
        let any = cues.iter().fold(0, |any, cue| any | Self::of(*cue));
        self.0 & any != 0
    }
}

impl<'h> FromIterator<&'h Heard> for CueSet {
    fn from_iter<I: IntoIterator<Item = &'h Heard>>(heard: I) -> Self {
        let cues = heard.into_iter().map(|heard| Self::of(heard.cue));
        Self(cues.fold(0, |all, cue| all | cue))
    }
}

/// A part of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// This word.
    Word(WordId),
    /// One word up to so many of any kind.
    Gap(usize),
}

/// How many words `...` in a phrase may stand for: a name, or half a sentence.
const WIDE: usize = 7;
/// How many words `..` may stand for.
const NARROW: usize = 2;

/// All phrases, by their first word.
#[derive(Debug)]
pub(super) struct Cues {
    phrases: Openings<WordId, Phrase>,
    /// What a word shows only where it is all that is said.
    alone: Vec<(WordId, Cue)>,
}

#[derive(Debug)]
struct Phrase {
    first: WordId,
    /// What stands behind the first word.
    rest: Box<[Part]>,
    cue: Cue,
}

impl Cues {
    /// The phrases of the lexicon; their words are added to the dictionary.
    pub(super) fn new(lexicon: &Lexicon, dictionary: &mut Dictionary) -> Self {
        let mut phrases = Vec::new();
        let mut alone = Vec::new();
        for entry in &lexicon.cue {
            let words = entry.alone.iter().map(|word| dictionary.add(word));
            alone.extend(words.map(|word| (word, entry.asks)));
            for phrase in &entry.say {
                let mut parts = phrase.split_whitespace().map(|word| match word {
                    "..." => Part::Gap(WIDE),
                    ".." => Part::Gap(NARROW),
                    word => Part::Word(dictionary.add(word)),
                });
                if let Some(Part::Word(first)) = parts.next() {
                    let rest: Box<[Part]> = parts.collect();
                    let second = match rest.first() {
                        Some(Part::Word(second)) => Some(*second),
                        Some(Part::Gap(_)) | None => None,
                    };
                    let cue = entry.asks;
                    phrases.push((first, second, Phrase { first, rest, cue }));
                }
            }
        }
        Self {
            phrases: Openings::new(dictionary.len(), phrases),
            alone,
        }
    }

    /// Every word that a phrase has.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        let rest = self.phrases.all().flat_map(|phrase| &phrase.rest);
        let rest = rest.filter_map(|part| match part {
            Part::Word(word) => Some(*word),
            Part::Gap(_) => None,
        });
        let firsts = self.phrases.all().map(|phrase| phrase.first);
        let alone = self.alone.iter().map(|(word, _)| *word);
        firsts.chain(rest).chain(alone)
    }

    /// The turns of phrase in a question, in the order of their first words.
    /// A word that is not known is in none.
    pub(super) fn hear(&self, words: &[Option<WordId>]) -> Vec<Heard> {
        let mut heard = Vec::with_capacity(words.len());
        let mut own = SmallVec::new();
        if let [Some(only)] = words {
            let shown = self.alone.iter().filter(|(word, _)| word == only);
            heard.extend(shown.map(|(_, cue)| Heard {
                cue: *cue,
                tokens: 0..1,
                own: smallvec![0],
            }));
        }
        for (at, word) in words.iter().enumerate() {
            let Some(first) = *word else { continue };
            let next = words.get(at + 1).copied().flatten();
            for phrase in self.phrases.of(first, |second| Some(second) == next) {
                own.clear();
                own.push(at);
                if let Some(end) = follow(words, at + 1, &phrase.rest, &mut own) {
                    heard.push(Heard {
                        cue: phrase.cue,
                        tokens: at..end,
                        own: own.clone(),
                    });
                }
            }
        }
        heard
    }
}

/// Where the rest of a phrase ends, if it stands at this word; adds the
/// places of its words to `own`.
fn follow(
    words: &[Option<WordId>],
    at: usize,
    rest: &[Part],
    own: &mut SmallVec<[usize; 4]>,
) -> Option<usize> {
    let Some((next, rest)) = rest.split_first() else {
        return Some(at);
    };
    match next {
        Part::Word(word) => {
            (*words.get(at)? == Some(*word)).then_some(())?;
            own.push(at);
            let end = follow(words, at + 1, rest, own);
            if end.is_none() {
                own.pop();
            }
            end
        }
        Part::Gap(widest) => {
            // Nearly all words behind a gap are not the one that the phrase goes on with.
            let next = match rest.first() {
                Some(Part::Word(word)) => Some(*word),
                Some(Part::Gap(_)) | None => None,
            };
            let goes_on = |at: &usize| {
                next.is_none_or(|next| words.get(*at).is_some_and(|word| *word == Some(next)))
            };
            let mut ends = (at + 1..=at + widest).filter(goes_on);
            ends.find_map(|at| follow(words, at, rest, own))
        }
    }
}
