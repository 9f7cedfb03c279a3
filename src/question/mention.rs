//! Finding the names in a question.
//!
//! Each stretch of the question's words says which words of which names it may
//! stand for: as it is, inflected, as a short form, as an everyday word, or as a
//! slip. A name is mentioned where a run of such stretches has all of its words,
//! or enough of them; small words may stand between. Of mentions that overlap
//! the better one stays, and those that are equally good stay side by side.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::candidate::{Candidate, Sayings};
use super::names::{Named, Names, Way};
use super::said_names::{in_full, in_part};
use super::token::Token;
use super::token_set::TokenSet;
use crate::search::{StemId, WordId};

/// How a stretch of words stands for the words of a name, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// The very word.
    Exact,
    /// Another form of it: plural, -ing.
    Inflected,
    /// A short form.
    Short,
    /// An everyday word, or one of the same root.
    Everyday,
    /// A slip.
    Slip,
    /// A word that comes near a seniority word, or an everyday name that may be a
    /// job that is not there or says a level. It is never read as what it may be:
    /// it only makes the program ask.
    Doubtful,
}

impl Quality {
    /// What it takes off a mention's score.
    pub(super) fn cost(self) -> f32 {
        match self {
            Self::Exact => 0.0,
            Self::Inflected => 0.3,
            Self::Short => 0.25,
            Self::Everyday => 0.6,
            Self::Slip => 0.5,
            Self::Doubtful => 0.7,
        }
    }
}

/// A stretch of the question, and stems that it may stand for.
#[derive(Debug, Clone)]
pub(super) struct Stretch<'a> {
    pub(super) tokens: Range<usize>,
    /// A name must have all of them.
    pub(super) stems: Cow<'a, [StemId]>,
    /// The very words of a name that it says: where a name has others of the
    /// same stems, they are inflected. `None` where it stands for the stems.
    pub(super) says: Option<Cow<'a, [WordId]>>,
    pub(super) quality: Quality,
    /// What it takes off a mention's score.
    pub(super) cost: f32,
    /// Whether it is a seniority word: nothing else stands for one in a name.
    pub(super) is_seniority: bool,
}

/// Something that a mention may be of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Choice {
    pub(super) named: Named,
    pub(super) way: Way,
    /// The worst quality of its words.
    pub(super) quality: Quality,
    /// How much of the name was said, from 0 to 1, by weight.
    pub(super) share: f32,
    /// How many words the name has.
    pub(super) words: u8,
    /// Which of them were said, a bit each.
    pub(super) said: u32,
    /// Which of them are seniority words.
    pub(super) seniority: u32,
    pub(super) score: f32,
}

impl Choice {
    /// Whether a name is only alike: a word of the same root as a skill's
    /// ("architect" for "architecture"), or another form of its only word
    /// ("plan" for "planning"), is a topic and not the name.
    pub(super) fn is_only_alike(&self) -> bool {
        let is_skill = matches!(self.named, Named::Skill(_));
        let another_form = matches!(self.quality, Quality::Inflected | Quality::Short);
        (is_skill && self.quality == Quality::Everyday) || (self.words == 1 && another_form)
    }

    /// Whether the words that were said stand in the name one after the other.
    pub(super) fn is_unbroken(&self) -> bool {
        let (said, bits) = (self.said, u32::BITS);
        said.count_ones() + said.trailing_zeros() + said.leading_zeros() == bits
    }

    /// Whether it is the first word of the name.
    pub(super) fn is_first_word(&self) -> bool {
        self.said == 1
    }

    /// Whether the name starts with the words that were said: at least two.
    pub(super) fn is_start(&self) -> bool {
        self.is_unbroken() && self.said & 1 == 1 && self.said.count_ones() > 1
    }

    /// Whether it ends with the words that were said: at least two.
    pub(super) fn is_end(&self) -> bool {
        self.is_unbroken() && self.has_last() && self.said.count_ones() > 1
    }

    /// Whether it is a role's or a level's name, and ends with what was said but for
    /// its seniority.
    pub(super) fn ends_a_position(&self) -> bool {
        let rest = Self {
            said: self.said & !self.seniority,
            ..*self
        };
        matches!(self.named, Named::Role(_) | Named::Level(_)) && rest.is_end()
    }

    /// Whether its last word was said: in a role's name, what somebody is.
    pub(super) fn has_last(&self) -> bool {
        self.words
            .checked_sub(1)
            .is_some_and(|last| self.said & (1 << last) != 0)
    }

    /// Whether its seniority was said, if it has one.
    pub(super) fn has_seniority(&self) -> bool {
        self.said & self.seniority == self.seniority
    }

    /// Whether all of the name was said.
    pub(super) fn is_complete(&self) -> bool {
        self.share > WHOLE
    }
}

/// A place in the question where names are mentioned.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// The tokens from its first word to its last.
    pub(super) tokens: Range<usize>,
    /// Those of them that stand for words of the name.
    pub(super) used: TokenSet,
    /// What it may be of: equally good, in the order of names.
    pub(super) choices: Vec<Choice>,
}

impl Mention {
    /// Whether it may be of a role or a level.
    pub(super) fn is_of_position(&self) -> bool {
        let is_position =
            |choice: &Choice| matches!(choice.named, Named::Role(_) | Named::Level(_));
        self.choices.iter().any(is_position)
    }
}

/// How far two scores may be apart to be equal.
const EQUAL: f32 = 0.05;
/// How far apart they may be where an everyday word is one of them.
const MADE: f32 = 0.2;
/// The share from which on a name is said in full: sums of weights are not
/// exact.
pub(super) const WHOLE: f32 = 0.999;
/// The least share of a name that is a mention of it at all.
pub(super) const LEAST_SHARE: f32 = 0.30;

/// Finds the mentions in a question, in the order of their places.
///
/// Names that are there in full go first, and names in part only get the words
/// that are left: there are many of them, and they could not win.
pub(super) fn find(names: &Names, tokens: &[Token<'_>], stretches: &[Stretch<'_>]) -> Vec<Mention> {
    let of_names = |stretch: &&Stretch<'_>| stretch.stems.iter().all(|stem| names.has(*stem));
    let stretches = stretches.iter().filter(of_names);
    let mut stretches: SmallVec<[&Stretch<'_>; 16]> = stretches.collect();
    if stretches.is_empty() {
        return Vec::new();
    }
    stretches.sort_by_key(|stretch| (stretch.tokens.start, stretch.tokens.end, stretch.quality));
    let mut found = Found {
        taken: TokenSet::default(),
        mentions: Vec::new(),
    };
    let mut sayings = Sayings::new(names, tokens, &stretches);
    for name in in_full(names, &stretches) {
        sayings.add(name);
    }
    sayings
        .candidates
        .retain(|candidate| candidate.choice.is_complete());
    let mut whole = sayings.candidates;
    let only_alike = |candidate: &mut Candidate| candidate.choice.is_only_alike();
    let mut alike: Vec<Candidate> = whole.extract_if(.., only_alike).collect();
    found.choose(&mut whole);
    stretches.retain(|stretch| !found.taken.meets(stretch.tokens.clone().into()));
    if !stretches.is_empty() {
        let mut sayings = Sayings::new(names, tokens, &stretches);
        let in_part = in_part(names, &stretches);
        sayings.make_room(&in_part);
        for name in in_part {
            sayings.add(name);
        }
        // A "food critic" is rather a hotel's food critic than criticism of food.
        let mut others = sayings.candidates;
        let ends =
            |candidate: &mut Candidate| !alike.is_empty() && candidate.choice.ends_a_position();
        let mut ends: Vec<Candidate> = others.extract_if(.., ends).collect();
        found.choose(&mut ends);
        found.choose(&mut alike);
        found.choose(&mut others);
    }
    found.mentions.sort_by_key(|mention| mention.tokens.start);
    found.mentions
}

/// The mentions that were chosen, and the tokens that they took.
struct Found {
    taken: TokenSet,
    mentions: Vec<Mention>,
}

impl Found {
    /// Chooses the best of the candidates, and of those that are left the best
    /// again; those that fit the same words as well become its other choices.
    fn choose(&mut self, candidates: &mut [Candidate]) {
        candidates.sort_by(|a, b| {
            let by_score = b.choice.score.total_cmp(&a.choice.score);
            let by_length = b.used.len().cmp(&a.used.len());
            by_score.then(by_length).then(a.name.cmp(&b.name))
        });
        let mut rest = &*candidates;
        while let Some((best, others)) = rest.split_first() {
            rest = others;
            if best.used.meets(self.taken) {
                continue;
            }
            let mut choices = Vec::with_capacity(4);
            choices.push(best.choice);
            for other in others.iter().filter(|other| fits_as_well(best, other)) {
                if choices
                    .iter()
                    .all(|choice| choice.named != other.choice.named)
                {
                    choices.push(other.choice);
                }
            }
            self.taken.add(best.used);
            self.mentions.push(Mention {
                tokens: best.used.span(),
                used: best.used,
                choices,
            });
        }
    }
}

/// Whether the same words say another name as well as the best one: both in
/// full and equally well, or both only in part.
fn fits_as_well(best: &Candidate, other: &Candidate) -> bool {
    let (a, b) = (&best.choice, &other.choice);
    // An everyday name says a name as it is no better than one made from it.
    let equal = if a.quality == Quality::Everyday {
        MADE
    } else {
        EQUAL
    };
    let as_well = if a.is_complete() {
        (a.score - b.score).abs() < equal
    } else {
        a.quality == b.quality
    };
    a.is_complete() == b.is_complete() && as_well && best.used == other.used
}
