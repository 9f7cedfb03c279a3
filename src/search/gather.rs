//! Which entries of a section can be wanted for a topic, as far as it can be said
//! from where its words are, without a look at lines. They are few: only they are
//! scored, line by line.
//!
//! The concepts are gone through from the rarest on. An entry that has none of
//! them so far can have this one and the rest at the most; where that is too
//! little, it is not looked at. Most entries of a large framework that have a word
//! of a long question have only a common one, and not in their name.

use smallvec::SmallVec;

use super::field::{Counts, WEIGHTS};
use super::known::{Known, KnownConcept};
use super::score::{Part, least, most_of};
use super::section::Section;

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

/// The entries that can be wanted, the most likely first.
pub(super) fn gather(section: &Section, known: &Known<'_>, wanted: Wanted<'_>) -> Vec<Entry> {
    let mut concepts: SmallVec<[&KnownConcept; 8]> = known.concepts.iter().collect();
    concepts.sort_by_key(|concept| concept.spots);
    let mut gathering = Gathering {
        section,
        known,
        wanted,
        entries: Entries {
            all: vec![Has::default(); section.entries.len()],
            touched: Vec::with_capacity(section.entries.len().min(4096)),
            ..Entries::default()
        },
        floor: Floor::default(),
    };
    let mut rest: f32 = concepts
        .iter()
        .map(|concept| wanted.adds_at_most(concept))
        .sum();
    for concept in concepts {
        gathering.add(concept, rest);
        rest -= wanted.adds_at_most(concept);
    }
    gathering.finish()
}

/// What an entry has so far.
#[derive(Debug, Clone, Copy, Default)]
struct Has {
    /// What it can score at the most.
    most: f32,
    /// Its best parts of all concepts, and the best of them.
    parts: f32,
    line: f32,
    /// The bits of the alternatives that it has, and of those that were gone
    /// through before it was looked at.
    may_have: u32,
}

/// The entries that may be wanted, as far as the concepts are gone through.
struct Gathering<'a> {
    section: &'a Section,
    known: &'a Known<'a>,
    wanted: Wanted<'a>,
    entries: Entries,
    floor: Floor,
}

impl Gathering<'_> {
    /// Adds a concept, given what it and those behind it add to an entry at the
    /// most.
    fn add(&mut self, concept: &KnownConcept, rest: f32) {
        let Self {
            section,
            known,
            wanted,
            entries,
            floor,
        } = self;
        entries.alive = wanted.needs(floor) - rest;
        entries.enough =
            (entries.alive + wanted.adds_at_most(concept)) / wanted.times(section, concept.lines);
        entries.is_any_left_out = false;
        let times_of_one = wanted.times(section, 1);
        let mut close = |entry: u32, has: &mut Has, part: Part| {
            has.parts += part.best;
            if part.best > has.line {
                has.line = part.best;
            }
            // Most have it in one line.
            let times = if part.lines == 1 {
                times_of_one
            } else {
                wanted.times(section, part.lines)
            };
            has.most += part.best * times;
            let least = least(section, has.parts, has.line);
            if floor.is_raised_by(least) && wanted.may_be(entry) {
                floor.add(least);
            }
        };
        let alternatives = known.alternatives(concept);
        for alternative in alternatives {
            let counts = wanted.counts(alternative.weight);
            for (entry, spot) in known.spots(alternative).iter() {
                let best = spot.number_in(&counts);
                let Some(has) = entries.of(entry, best) else {
                    continue;
                };
                has.may_have |= alternative.bit;
                let lines = spot.line_count();
                if alternatives.len() == 1 {
                    close(entry, has, Part { best, lines });
                } else {
                    entries.add_part(entry, Part { best, lines });
                }
            }
            entries.gone_through |= alternative.bit;
        }
        let lines_left_out = entries.is_any_left_out.then_some(concept.lines);
        for entry in entries.having.drain(..) {
            let mut part = std::mem::take(&mut entries.parts[entry as usize]);
            // Maybe lines of this entry, before it was looked at.
            part.lines = lines_left_out.unwrap_or(part.lines);
            close(entry, &mut entries.all[entry as usize], part);
        }
        floor.settle();
    }

    /// The entries that can be wanted, given all of the concepts.
    fn finish(self) -> Vec<Entry> {
        let needed = self.wanted.needs(&self.floor);
        let mut entries = Vec::with_capacity(64);
        for number in self.entries.touched {
            let has = &self.entries.all[number as usize];
            if has.most >= needed && self.wanted.may_be(number) {
                entries.push(Entry {
                    number,
                    bound: has.most,
                    may_have: has.may_have,
                });
            }
        }
        entries.sort_unstable_by(|a, b| b.bound.total_cmp(&a.bound).then(a.number.cmp(&b.number)));
        entries
    }
}

/// What the entries of a section have, and what the concept asks of them that is
/// gone through.
#[derive(Default)]
struct Entries {
    all: Vec<Has>,
    /// Those that have anything.
    touched: Vec<u32>,
    /// The bits of the alternatives that were gone through.
    gone_through: u32,
    /// What an entry that has anything must have had before the concept, and what a
    /// word of it must count in any other, to be worth a look.
    alive: f32,
    enough: f32,
    /// Whether any was left out that has too little of it.
    is_any_left_out: bool,
    /// Of a concept of several alternatives, for each entry what it has of it, and
    /// which have anything.
    parts: Vec<Part>,
    having: Vec<u32>,
}

impl Entries {
    /// What an entry has in which a word of the concept counts so much, if it is
    /// worth a look.
    fn of(&mut self, entry: u32, counts: f32) -> Option<&mut Has> {
        let has = &mut self.all[entry as usize];
        if has.may_have == 0 {
            if counts < self.enough {
                self.is_any_left_out = true;
                return None;
            }
            self.touched.push(entry);
            has.may_have = self.gone_through;
        } else if has.most < self.alive && has.most > 0.0 {
            // One that has only this concept so far, and in several words, has its
            // sum still to come: it stands at nothing and goes on.
            return None;
        }
        Some(has)
    }

    /// Adds what an entry has of one alternative out of several.
    fn add_part(&mut self, entry: u32, more: Part) {
        if self.parts.is_empty() {
            self.parts.resize(self.all.len(), Part::default());
        }
        let part = &mut self.parts[entry as usize];
        if part.lines == 0 {
            self.having.push(entry);
        }
        if more.best > part.best {
            part.best = more.best;
        }
        part.lines += more.lines;
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

    /// Adds what an entry has at the least, which is among the best.
    fn add(&mut self, score: f32) {
        let at = self.best.iter().rposition(|better| *better >= score);
        let at = at.map_or(0, |better| better + 1);
        self.best[at..].rotate_right(1);
        self.best[at] = score;
    }

    fn settle(&mut self) {
        let best = std::mem::take(&mut self.best);
        let told = best[0] * WORTH_TELLING;
        self.score = self.score.max(told).max(best[MOST_HITS - 1]);
    }
}
