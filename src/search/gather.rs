//! Which entries of a section can be wanted for a topic, as far as it can be said
//! from where its words are, without a look at lines. They are few: only they are
//! scored, line by line.
//!
//! The concepts are gone through from the rarest on. An entry that has none of
//! them so far can have this one and the rest at the most; where that is too
//! little, it is not looked at. Most entries of a large framework that have a word
//! of a long question have only a common one, and not in their name.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::mem::take;

use smallvec::SmallVec;

use super::entries::{BestFields, Entries, Has, Pass};
use super::field::{Counts, FIELD_COUNT, WEIGHTS};
use super::known::{Known, KnownConcept};
use super::score::{Part, least, more, most_of};
use super::section::{MANY, Section};

/// How many results are given.
pub(super) const MOST_HITS: usize = 8;
/// The part of the best score that a result must have to be told at all.
pub(super) const WORTH_TELLING: f32 = 0.30;
/// Scores are sums of numbers that are not exact, and so are their bounds.
pub(super) const EXACT: f32 = 0.9999;

/// Which entries are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// The [`MOST_HITS`] best ones, of all or of those with these places.
    Best(Option<&'a [u32]>),
    /// Those of which a line says so much of the topic, its field aside.
    Saying(f32),
}

impl Wanted<'_> {
    /// Whether an entry is one of those that may be given.
    fn may_be(self, entry: u32) -> bool {
        match self {
            Self::Best(among) => among.is_none_or(|among| among.contains(&entry)),
            Self::Saying(_) => true,
        }
    }

    /// What words of such a weight count, field by field: what a line says counts
    /// alike in all.
    fn counts(self, weight: f32) -> Counts {
        match self {
            Self::Best(_) => WEIGHTS.map(|field| field * weight),
            Self::Saying(_) => [weight; WEIGHTS.len()],
        }
    }

    /// What the best of so many lines adds to the bound of an entry, for each of
    /// what it counts.
    fn times(self, section: &Section, lines: u32) -> f32 {
        match self {
            Self::Best(_) => most_of(section, lines),
            Self::Saying(_) => 1.0,
        }
    }

    /// What a concept adds to the bound of any entry at the most.
    fn adds_at_most(self, concept: &KnownConcept) -> f32 {
        match self {
            Self::Best(_) => concept.most,
            Self::Saying(_) => concept.weight,
        }
    }

    /// What the bound of an entry must be, given what is known of the best.
    fn needs(self, floor: &Floor) -> f32 {
        match self {
            Self::Best(_) => floor.score * EXACT,
            Self::Saying(least) => least * EXACT,
        }
    }
}

/// An entry that can be wanted.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its place in the section.
    pub(super) number: u32,
    /// What it scores at the most, or what a line of it says at the most.
    pub(super) bound: f32,
    /// The bits of the alternatives that it may have.
    pub(super) may_have: u32,
}

impl Ord for Entry {
    /// The more likely one is the greater one; of equal ones the first.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_bound = self.bound.total_cmp(&other.bound);
        by_bound.then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}

/// The entries that can be wanted, of which the most likely are taken first. Few of
/// them are taken, so they are not put in order.
pub(super) fn gather(
    section: &Section,
    known: &Known<'_>,
    wanted: Wanted<'_>,
) -> BinaryHeap<Entry> {
    let mut concepts: SmallVec<[&KnownConcept; 8]> = known.concepts.iter().collect();
    concepts.sort_by_key(|concept| concept.spots);
    let mut gathering = Gathering {
        known,
        entries: Entries::new(section.entries.len()),
        reckoning: Reckoning::new(section, wanted),
    };
    let mut rest: f32 = concepts
        .iter()
        .map(|concept| wanted.adds_at_most(concept))
        .sum();
    for (number, concept) in concepts.iter().enumerate() {
        gathering.add(number, concept, rest);
        rest -= wanted.adds_at_most(concept);
    }
    gathering.finish(&concepts)
}

/// The entries that may be wanted, as far as the concepts are gone through.
struct Gathering<'a> {
    known: &'a Known<'a>,
    entries: Entries,
    reckoning: Reckoning<'a>,
}

impl Gathering<'_> {
    /// Adds the concept of this number, given what it and those behind it add to an
    /// entry at the most.
    fn add(&mut self, number: usize, concept: &KnownConcept, rest: f32) {
        let Self {
            known,
            entries,
            reckoning,
        } = self;
        let wanted = reckoning.wanted;
        let alive = wanted.needs(&reckoning.floor) - rest;
        let times = reckoning.times(concept.lines);
        let enough = (alive + wanted.adds_at_most(concept)) / times;
        let before = entries.having().len();
        let alternatives = known.alternatives(concept);
        let mut lines_left_out = None;
        for alternative in alternatives {
            let counts = wanted.counts(alternative.weight);
            let pass = Pass {
                opens: counts.map(|counts| counts >= enough),
                counts,
                before,
                alive,
                bit: alternative.bit,
                field_bits: BestFields::bits_of(number),
            };
            let spots = known.spots(alternative);
            let is_any_left_out = if alternatives.len() > 1 {
                entries.note(spots, &pass)
            } else if pass.opens[..FIELD_COUNT].contains(&false) {
                entries.go_through(spots, &pass, |_, has, part| reckoning.add(has, part))
            } else {
                entries.go_through_all(spots, &pass, |has, part| reckoning.add(has, part));
                false
            };
            if is_any_left_out {
                entries.leave_out(alternative.bit);
                lines_left_out = Some(concept.lines);
            }
        }
        entries.take_noted(|has, mut part| {
            // Maybe lines of this entry, before it was looked at.
            part.lines = lines_left_out.unwrap_or(part.lines);
            reckoning.add(has, part);
        });
        reckoning.floor.settle();
    }

    /// The entries that can be wanted, given all of the concepts in their order.
    fn finish(self, concepts: &[&KnownConcept]) -> BinaryHeap<Entry> {
        let wanted = self.reckoning.wanted;
        let needed = wanted.needs(&self.reckoning.floor);
        let mut entries = Vec::with_capacity(64);
        for has in self.entries.having() {
            if has.most < needed || !wanted.may_be(has.entry) {
                continue;
            }
            let bound = match wanted {
                Wanted::Best(_) => has.bound(concepts),
                Wanted::Saying(_) => has.most,
            };
            if bound >= needed {
                entries.push(Entry {
                    number: has.entry,
                    bound,
                    may_have: has.may_have,
                });
            }
        }
        self.entries.leave();
        entries.into()
    }
}

/// However many lines say a thing, it is said once.
static ONCE: [f32; MANY as usize] = [1.0; MANY as usize];

/// What is reckoned with each part of a concept that an entry has.
struct Reckoning<'a> {
    section: &'a Section,
    wanted: Wanted<'a>,
    /// Whether the best are wanted, so that it is not known from the start what an entry
    /// must have.
    is_ranked: bool,
    /// What [`Wanted::times`] says of so many lines, up to many: it is asked for every
    /// spot.
    times: &'a [f32],
    floor: Floor,
}

impl<'a> Reckoning<'a> {
    fn new(section: &'a Section, wanted: Wanted<'a>) -> Self {
        let is_ranked = matches!(wanted, Wanted::Best(_));
        Self {
            section,
            wanted,
            is_ranked,
            times: if is_ranked { &section.most } else { &ONCE },
            floor: Floor::default(),
        }
    }

    /// What the best of so many lines adds to the bound of an entry, for each of what it
    /// counts.
    fn times(&self, lines: u32) -> f32 {
        let known = self.times.get(lines as usize).copied();
        known.unwrap_or_else(|| self.wanted.times(self.section, lines))
    }

    /// Adds to an entry what it has of a concept.
    fn add(&mut self, has: &mut Has, part: Part) {
        has.parts += part.best;
        has.line = more(has.line, part.best);
        has.most += part.best * self.times(part.lines);
        if self.is_ranked {
            let least = least(self.section, has.parts, has.line);
            if self.floor.is_raised_by(least) && self.wanted.may_be(has.entry) {
                self.floor.add(least);
            }
        }
    }
}

/// What an entry must have to be among the best, as far as it is known.
#[derive(Debug, Default)]
struct Floor {
    score: f32,
    /// The best since it was settled last, best first: what an entry has grows
    /// from concept to concept, and none may stand here twice.
    best: [f32; MOST_HITS],
}

impl Floor {
    /// Whether what an entry has at the least is among the best.
    fn is_raised_by(&self, score: f32) -> bool {
        score > self.best[MOST_HITS - 1]
    }

    /// Adds what an entry has at the least: each of the best that is less goes on to
    /// the next place. Where that starts is as good as chance, so it is no branch.
    fn add(&mut self, mut score: f32) {
        for best in &mut self.best {
            let is_better = score > *best;
            let (more, less) = if is_better {
                (score, *best)
            } else {
                (*best, score)
            };
            (*best, score) = (more, less);
        }
    }

    fn settle(&mut self) {
        let best = take(&mut self.best);
        let told = best[0] * WORTH_TELLING;
        self.score = self.score.max(told).max(best[MOST_HITS - 1]);
    }
}
