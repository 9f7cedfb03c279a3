//! How a question may say a name: which stretches stand for which of its words,
//! and how well they say it together.

use std::cmp::Ordering;
use std::ops::Range;

use smallvec::SmallVec;

use super::mention::{Choice, LEAST_SHARE, Quality, Stretch, WHOLE};
use super::names::{Name, Named, Names, Way};
use super::token::{Gap, Token};
use super::token_set::TokenSet;
use crate::search::{StemId, WordId};

/// One name at one place.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The name's place in [`Names`].
    pub(super) name: u32,
    pub(super) used: TokenSet,
    pub(super) choice: Choice,
}

/// The bits of a name's words of some stems, if it has them all.
pub(super) fn mask(name: &Name, stems: &[StemId]) -> Option<u32> {
    stems.iter().try_fold(0, |mask, stem| {
        let at = name.words.iter().position(|word| word.stem == *stem)?;
        Some(mask | 1 << at)
    })
}

/// The places of a mask's bits.
fn bits(mut mask: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (mask != 0).then(|| mask.trailing_zeros())?;
        mask &= mask - 1;
        usize::try_from(at).ok()
    })
}

pub(super) fn weight(name: &Name, mask: u32) -> f32 {
    bits(mask)
        .filter_map(|at| name.words.get(at))
        .map(|word| word.weight)
        .sum()
}

/// A stretch that stands for words of a name.
#[derive(Debug, Clone, Copy)]
struct Cover {
    /// The stretch, by its place.
    stretch: usize,
    /// The words of the name.
    mask: u32,
    quality: Quality,
    /// What it takes off the score.
    cost: f32,
}

/// The ways in which a question may say names, given its stretches in their
/// order.
pub(super) struct Sayings<'a> {
    names: &'a Names,
    tokens: &'a [Token<'a>],
    stretches: &'a [&'a Stretch<'a>],
    pub(super) candidates: Vec<Candidate>,
    /// What stretches say of the name at hand, in their order; and those of them
    /// that a reading keeps.
    covers: SmallVec<[Cover; 8]>,
    kept: SmallVec<[Cover; 8]>,
}

impl<'a> Sayings<'a> {
    /// No ways so far.
    pub(super) fn new(
        names: &'a Names,
        tokens: &'a [Token<'a>],
        stretches: &'a [&'a Stretch<'a>],
    ) -> Self {
        Self {
            names,
            tokens,
            stretches,
            candidates: Vec::new(),
            covers: SmallVec::new(),
            kept: SmallVec::new(),
        }
    }

    /// Makes room for the ways in which names may be said: about one for two of their
    /// words. So they are all looked at before the first is gone through, and none is
    /// waited for alone.
    pub(super) fn make_room(&mut self, numbers: &[u32]) {
        let words = |number: &u32| self.names.all[*number as usize].words.len();
        let all: usize = numbers.iter().map(words).sum();
        self.candidates.reserve(all / 2);
    }

    /// Adds the ways in which a name may be said.
    pub(super) fn add(&mut self, number: u32) {
        let name = &self.names.all[number as usize];
        self.cover(name);
        let mut start = 0;
        while start < self.covers.len() {
            let end = start + self.run(name, start);
            self.add_readings(number, name, start..end);
            start = end;
        }
    }

    /// Notes what stretches say of a name.
    fn cover(&mut self, name: &Name) {
        self.covers.clear();
        for (at, stretch) in self.stretches.iter().enumerate() {
            let mut add = |mask: u32| {
                let says_it =
                    |says: &[WordId]| bits(mask).all(|at| says.contains(&name.words[at].word));
                let inflected = stretch.says.as_deref().is_some_and(|says| !says_it(says));
                // "A lead developer manages people" names no track.
                if inflected && bits(mask).any(|at| name.words[at].is_track) {
                    return;
                }
                // "Risk manager" is somebody, and no risk management.
                let marks = self.tokens[stretch.tokens.end - 1].marks;
                let is_somebody = marks.title || marks.profession;
                let is_skill = matches!(name.named, Named::Skill(_));
                let least = match inflected {
                    true if is_skill && is_somebody => Quality::Everyday,
                    true => Quality::Inflected,
                    false => Quality::Exact,
                };
                let more = least.cost();
                // A slip in another form of the only word is that form.
                let only_a_form = inflected && name.words.len() == 1;
                let quality = if only_a_form && stretch.quality == Quality::Slip {
                    least
                } else {
                    stretch.quality.max(least)
                };
                self.covers.push(Cover {
                    stretch: at,
                    mask,
                    quality,
                    cost: stretch.cost + more,
                });
            };
            if let [stem] = stretch.stems.as_ref() {
                for (at, word) in name.words.iter().enumerate() {
                    // Nothing but a seniority word stands for one.
                    let may_be = stretch.is_seniority || word.seniority.is_none();
                    if word.stem == *stem && may_be {
                        add(1 << at);
                    }
                }
            } else if let Some(mask) = mask(name, &stretch.stems) {
                add(mask);
            }
        }
    }

    /// How many covers stand together from one on: between two of them only small
    /// words, and no end of a sentence. "and" and "to" part names, unless the name
    /// has them itself.
    fn run(&self, name: &Name, start: usize) -> usize {
        let covers = &self.covers[start..];
        let mut end = 0;
        for (at, cover) in covers.iter().enumerate() {
            let range = &self.stretches[cover.stretch].tokens;
            if at > 0 && !bridged(name, self.tokens, end, range.start) {
                return at;
            }
            end = end.max(range.end);
        }
        covers.len()
    }

    /// Adds the ways in which a run says a name: from each of its words on, as
    /// little of it as says as much as the whole run, and all of it.
    fn add_readings(&mut self, number: u32, name: &Name, run: Range<usize>) {
        let all = self.covers[run.clone()]
            .iter()
            .fold(0, |all, cover| all | cover.mask);
        let before = self.candidates.len();
        let mut last_start = None;
        for from in run.clone() {
            let start = self.stretches[self.covers[from].stretch].tokens.start;
            if last_start.replace(start) == Some(start) {
                continue;
            }
            let mut has = 0;
            let shortest = self.covers[from..run.end].iter().position(|cover| {
                has |= cover.mask;
                has == all
            });
            let shortest = shortest.map(|at| from + at + 1);
            let whole = Some(run.end).filter(|whole| shortest != Some(*whole));
            for end in shortest.into_iter().chain(whole) {
                let reading = self.said(number, name, from..end);
                let others = &self.candidates[before..];
                let is_new =
                    |reading: &Candidate| others.iter().all(|other| other.used != reading.used);
                self.candidates.extend(reading.filter(is_new));
            }
        }
    }

    /// Keeps those of some covers that a reading has: the surest ones first, or
    /// first those of most words; each word of the question and each word of the
    /// name once. Returns the tokens, and the words of the name.
    fn keep(&mut self, covers: Range<usize>, phrases_first: bool) -> (TokenSet, u32) {
        let kept = &mut self.kept;
        kept.clear();
        kept.extend_from_slice(&self.covers[covers]);
        if let [only] = kept.as_slice() {
            let tokens = self.stretches[only.stretch].tokens.clone();
            return (tokens.into(), only.mask);
        }
        kept.sort_by(|a, b| {
            let key = |cover: &Cover| {
                let words = std::cmp::Reverse(cover.mask.count_ones());
                let tokens = &self.stretches[cover.stretch].tokens;
                (words, tokens.start, std::cmp::Reverse(tokens.len()))
            };
            let by_words = a.mask.count_ones().cmp(&b.mask.count_ones()).reverse();
            let first = if phrases_first {
                by_words
            } else {
                Ordering::Equal
            };
            first
                .then(a.cost.total_cmp(&b.cost))
                .then(key(a).cmp(&key(b)))
        });
        let mut used = TokenSet::default();
        let mut has = 0;
        kept.retain(|cover| {
            let tokens = TokenSet::from(self.stretches[cover.stretch].tokens.clone());
            let is_new = cover.mask & !has != 0 && !used.meets(tokens);
            if is_new {
                has |= cover.mask;
                used.add(tokens);
            }
            is_new
        });
        (used, has)
    }

    /// What covers say of a name.
    fn said(&mut self, number: u32, name: &Name, covers: Range<usize>) -> Option<Candidate> {
        let (mut used, mut has) = self.keep(covers.clone(), false);
        let phrased = self.covers[covers.clone()].iter();
        let phrased = phrased.filter(|cover| cover.mask.count_ones() > 1);
        // A phrase may say what its words by themselves say half of: "product
        // owner", where there is a product manager.
        let more = phrased.fold(has, |more, cover| more | cover.mask);
        if more != has {
            let (phrased, by_phrases) = self.keep(covers.clone(), true);
            if weight(name, by_phrases) > weight(name, has) {
                (used, has) = (phrased, by_phrases);
            } else {
                self.keep(covers, false);
            }
        }
        let kept = &mut self.kept;
        let share = weight(name, has) / name.weight;
        let only_seniority = has & !name.seniority() == 0 && name.words.len() > 1;
        if share < LEAST_SHARE || only_seniority {
            return None;
        }
        kept.sort_by_key(|cover| self.stretches[cover.stretch].tokens.start);
        let in_order = kept.is_sorted_by_key(|cover| cover.mask.trailing_zeros());
        let worst = kept.iter().map(|cover| cover.quality).max()?;
        let cost: f32 = kept.iter().map(|cover| cover.cost).sum();
        let gaps = count(used.span().len() - used.len());
        let way = match name.way {
            Way::Full => 0.0,
            Way::Made => 0.15,
            Way::Bare => 0.4,
        };
        // "Tasting glazes for a senior cook" names two, and no senior cook of tasting.
        let order = match (in_order, gaps > 0.0) {
            (true, _) => 0.0,
            (false, false) => 0.5,
            (false, true) => 1.5,
        };
        // "Head cook / head of porters" are two, where a name is put together of both.
        let is_rank = |at: usize| {
            let mut stretches = self.stretches.iter();
            stretches.any(|it| it.is_seniority && it.tokens.start == at)
        };
        let mut inner = used.span().start + 1..used.span().end;
        let parted = inner.any(|at| self.tokens[at].gap == Gap::Soft && is_rank(at));
        let apart = if parted && matches!(name.way, Way::Made) {
            2.5
        } else {
            0.0
        };
        let off = cost + way + order + apart + 0.3 * gaps;
        let score = if share > WHOLE {
            20.0 + 2.0 * count(used.len()) - off
        } else {
            4.0 * share + weight(name, has) - 3.0 * off
        };
        let seniority = name.seniority();
        let choice = Choice {
            named: name.named,
            way: name.way,
            quality: worst,
            share,
            words: u8::try_from(name.words.len()).unwrap_or(u8::MAX),
            said: has,
            seniority,
            score,
        };
        Some(Candidate {
            name: number,
            used,
            choice,
        })
    }
}

/// Whether the words from `end` to `start` may stand within a name.
fn bridged(name: &Name, tokens: &[Token<'_>], end: usize, start: usize) -> bool {
    if start < end {
        return true;
    }
    let between_ok = tokens[end..start].iter().all(|token| {
        let text = token.text();
        let parts = matches!(
            text,
            "to" | "into" | "from" | "or" | "with" | "between" | "by" | "and"
        );
        let filler = matches!(
            text,
            "level" | "role" | "it" | "side" | "s" | "everyone" | "everybody"
        );
        let of_name = token.word.is_some_and(|word| name.small.contains(&word));
        (token.marks.small && !parts) || of_name || filler
    });
    let hard = tokens[end..=start]
        .iter()
        .any(|token| token.gap == Gap::Hard);
    let softs = tokens[end..=start]
        .iter()
        .filter(|token| token.gap == Gap::Soft)
        .count();
    between_ok && !hard && softs <= 1 && start - end <= 3
}

/// A count of a few words, to reckon with.
fn count(words: usize) -> f32 {
    f32::from(u16::try_from(words).unwrap_or(u16::MAX))
}
