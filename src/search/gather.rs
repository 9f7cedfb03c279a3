//! Which entries of a section can be wanted for a topic, as far as it can be said
//! from where its words are, without a look at lines; and what those have of it.
//! They are few: only they are scored, line by line.
//!
//! The concepts are gone through from the rarest on. An entry that has none of
//! them so far can have the rest at the most; where that is too little, it is not
//! looked at any more. Most entries of a large framework that have a word of a
//! long question have only a common one.

use smallvec::SmallVec;

use super::known::{Known, KnownConcept};
use super::score::{Part, least, most};
use super::section::{Section, Spot, narrow};

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

    /// What one spot counts for of its field: what a line says counts alike in all.
    fn field(self, spot: &Spot) -> f32 {
        match self {
            Self::Best(_) => spot.field,
            Self::Saying(_) => 1.0,
        }
    }

    /// What an entry's part of a concept adds to its bound.
    fn adds(self, section: &Section, part: Part) -> f32 {
        match self {
            Self::Best(_) => most(section, part),
            Self::Saying(_) => part.best,
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
    /// What was told of it last.
    last: u32,
}

/// What an entry has of one alternative of a concept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The concept's place in the topic.
    pub(super) concept: u32,
    /// What the alternative counts.
    pub(super) weight: f32,
    pub(super) spot: Spot,
    /// What was told of the entry before, by its place.
    before: u32,
}

const NOTHING: u32 = u32::MAX;

/// The entries that can be wanted, the most likely first, and what they have.
pub(super) struct Gathered {
    pub(super) entries: Vec<Entry>,
    told: Vec<Told>,
}

impl Gathered {
    /// Gathers what a section has of a topic.
    pub(super) fn of(section: &Section, known: &Known<'_>, wanted: Wanted<'_>) -> Self {
        let mut entries = possible(section, known, wanted);
        entries.sort_unstable_by(|a, b| b.bound.total_cmp(&a.bound).then(a.number.cmp(&b.number)));
        // For each entry of the section its place among those, from 1 on.
        let mut places: Vec<u32> = vec![0; section.entries.len()];
        for (place, entry) in (1..).zip(&entries) {
            places[entry.number as usize] = place;
        }
        let mut told: Vec<Told> = Vec::with_capacity(8 * entries.len());
        for (at, concept) in (0..).zip(&known.concepts) {
            for alternative in known.alternatives(concept) {
                for spot in known.spots(alternative) {
                    let place = places[spot.entry as usize];
                    if let Some(entry) = place.checked_sub(1) {
                        let last = &mut entries[entry as usize].last;
                        let before = std::mem::replace(last, narrow(told.len()));
                        told.push(Told {
                            concept: at,
                            weight: alternative.weight,
                            spot: *spot,
                            before,
                        });
                    }
                }
            }
        }
        Self { entries, told }
    }

    /// What an entry has: the concepts from the last to the first.
    pub(super) fn told(&self, entry: &Entry) -> impl Iterator<Item = &Told> {
        let at = |told: u32| self.told.get(told as usize);
        std::iter::successors(at(entry.last), move |told| at(told.before))
    }
}

/// What an entry can have at the most, and has at the least.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    most: f32,
    /// Its best parts of all concepts, and the best of them.
    parts: f32,
    line: f32,
}

/// The entries that can be wanted.
fn possible(section: &Section, known: &Known<'_>, wanted: Wanted<'_>) -> Vec<Entry> {
    let mut bounds = vec![Bounds::default(); section.entries.len()];
    let mut parts = vec![Part::default(); section.entries.len()];
    let mut having: Vec<u32> = Vec::with_capacity(section.entries.len().min(1024));
    let mut floor = Floor::default();
    let mut concepts: SmallVec<[&KnownConcept; 8]> = known.concepts.iter().collect();
    let spots = |concept: &&KnownConcept| -> usize {
        let alternatives = known.alternatives(concept).iter();
        alternatives
            .map(|alternative| known.spots(alternative).len())
            .sum()
    };
    concepts.sort_by_key(spots);
    for (at, concept) in concepts.iter().enumerate() {
        let rest = concepts[at..].iter();
        let rest: f32 = rest.map(|concept| wanted.adds_at_most(concept)).sum();
        let is_open = rest >= wanted.needs(&floor);
        for alternative in known.alternatives(concept) {
            for spot in known.spots(alternative) {
                if !is_open && bounds[spot.entry as usize].most <= 0.0 {
                    continue;
                }
                let part = &mut parts[spot.entry as usize];
                if part.lines == 0 {
                    having.push(spot.entry);
                }
                part.best = part.best.max(alternative.weight * wanted.field(spot));
                part.lines += spot.lines;
            }
        }
        for entry in having.drain(..) {
            let part = std::mem::take(&mut parts[entry as usize]);
            let bounds = &mut bounds[entry as usize];
            bounds.parts += part.best;
            bounds.line = bounds.line.max(part.best);
            bounds.most += wanted.adds(section, part);
            if wanted.may_be(entry) {
                floor.add(least(section, bounds.parts, bounds.line));
            }
        }
        floor.settle();
    }
    let needed = wanted.needs(&floor).max(f32::MIN_POSITIVE);
    let mut entries = Vec::with_capacity(64);
    for (number, bounds) in (0..).zip(&bounds) {
        if bounds.most >= needed && wanted.may_be(number) {
            entries.push(Entry {
                number,
                bound: bounds.most,
                last: NOTHING,
            });
        }
    }
    entries
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
    /// Adds what an entry has at the least.
    fn add(&mut self, score: f32) {
        if score > self.best[MOST_HITS - 1] {
            let at = self.best.partition_point(|better| *better >= score);
            self.best[at..].rotate_right(1);
            self.best[at] = score;
        }
    }

    fn settle(&mut self) {
        let best = std::mem::take(&mut self.best);
        let told = best[0] * WORTH_TELLING;
        self.score = self.score.max(told).max(best[MOST_HITS - 1]);
    }
}
