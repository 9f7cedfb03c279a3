//! Which entries of a section can be wanted for a topic, as far as it can be said
//! from where its words are, without a look at lines. They are few: only they are
//! scored, line by line.
//!
//! The concepts are gone through from the rarest on. An entry that has none of
//! them so far can have this one and the rest at the most; where that is too
//! little, it is not looked at. Most entries of a large framework that have a word
//! of a long question have only a common one, and not in their name.

use std::mem::take;

use smallvec::SmallVec;

use super::field::{Counts, FIELD_COUNT, WEIGHTS};
use super::known::{Known, KnownConcept};
use super::score::{Part, least, line_of, most_of};
use super::section::{Section, narrow};
use super::spots::Spots;

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
    let having = concepts.iter().map(|concept| concept.spots).sum();
    let mut gathering = Gathering {
        known,
        entries: Entries::new(section.entries.len(), having),
        reckoning: Reckoning {
            section,
            wanted,
            floor: Floor::default(),
        },
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
        let times = wanted.times(reckoning.section, concept.lines);
        let enough = (alive + wanted.adds_at_most(concept)) / times;
        let before = entries.count;
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
                entries.left_out |= alternative.bit;
                lines_left_out = Some(concept.lines);
            }
        }
        for place in &entries.noted[..take(&mut entries.noted_count)] {
            let place = *place;
            let mut part = take(&mut entries.parts[place]);
            // Maybe lines of this entry, before it was looked at.
            part.lines = lines_left_out.unwrap_or(part.lines);
            reckoning.add(&mut entries.each[place], part);
        }
        reckoning.floor.settle();
    }

    /// The entries that can be wanted, given all of the concepts in their order.
    fn finish(self, concepts: &[&KnownConcept]) -> Vec<Entry> {
        let wanted = self.reckoning.wanted;
        let needed = wanted.needs(&self.reckoning.floor);
        let mut entries = Vec::with_capacity(64);
        for has in &self.entries.each[..self.entries.count] {
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
        entries.sort_unstable_by(|a, b| b.bound.total_cmp(&a.bound).then(a.number.cmp(&b.number)));
        entries
    }
}

/// What is reckoned with each part of a concept that an entry has.
struct Reckoning<'a> {
    section: &'a Section,
    wanted: Wanted<'a>,
    floor: Floor,
}

impl Reckoning<'_> {
    /// Adds to an entry what it has of a concept.
    fn add(&mut self, has: &mut Has, part: Part) {
        has.parts += part.best;
        if part.best > has.line {
            has.line = part.best;
        }
        has.most += part.best * self.wanted.times(self.section, part.lines);
        let least = least(self.section, has.parts, has.line);
        if self.floor.is_raised_by(least) && self.wanted.may_be(has.entry) {
            self.floor.add(least);
        }
    }
}

/// What an entry has so far.
#[derive(Debug, Clone, Copy, Default)]
struct Has {
    entry: u32,
    /// What it can score at the most.
    most: f32,
    /// Its best parts of all concepts, and the best of them.
    parts: f32,
    line: f32,
    fields: BestFields,
    /// The bits of the alternatives that it has, and of those that it may have had
    /// before it was looked at.
    may_have: u32,
}

impl Has {
    /// What the entry scores at the most: its best line has those concepts at the
    /// most that the entry has in a field as weighty as the line's.
    fn bound(&self, concepts: &[&KnownConcept]) -> f32 {
        let line = self.fields.most_in_one(concepts);
        let line = line.map_or(self.parts, |line| line.min(self.parts));
        self.most - line_of(self.parts) + line_of(line)
    }
}

/// The best field in which an entry has each concept: of each a bit for every field
/// in which it has one of the words best. The first that is set counts: fields are in
/// the order of their weights.
#[derive(Debug, Clone, Copy, Default)]
struct BestFields(u64);

impl BestFields {
    /// The bits of the concept of this number, field by field.
    fn bits_of(concept: usize) -> [u64; WEIGHTS.len()] {
        let first = narrow(concept * FIELD_COUNT);
        let mut fields = first..;
        [(); WEIGHTS.len()].map(|()| {
            let bit = fields.next().and_then(|field| 1_u64.checked_shl(field));
            bit.unwrap_or(0)
        })
    }

    /// What one line has of the concepts at the most; `None` where they are too many
    /// to tell.
    fn most_in_one(self, concepts: &[&KnownConcept]) -> Option<f32> {
        if concepts.len() * FIELD_COUNT > u64::BITS as usize {
            return None;
        }
        let mut weights = Counts::default();
        let mut bits = self.0;
        for concept in concepts {
            let fields = bits % (1 << FIELD_COUNT);
            bits >>= FIELD_COUNT;
            if fields != 0 {
                weights[fields.trailing_zeros() as usize] += concept.weight;
            }
        }
        let (mut weight, mut most): (f32, f32) = (0.0, 0.0);
        for (more, field) in weights.into_iter().zip(WEIGHTS) {
            weight += more;
            most = most.max(weight * field);
        }
        Some(most)
    }
}

/// How the entries that have an alternative are gone through.
struct Pass {
    /// What it counts, field by field, and whether that makes an entry that has
    /// nothing worth a look.
    counts: Counts,
    opens: [bool; WEIGHTS.len()],
    /// How many entries had anything before its concept, and what they must have to
    /// be worth a look.
    before: usize,
    alive: f32,
    /// The bit of the alternative, and those of its concept, field by field.
    bit: u32,
    field_bits: [u64; WEIGHTS.len()],
}

/// What the entries of a section have.
struct Entries {
    /// Those that have anything; and room for some more.
    each: Vec<Has>,
    /// How many have anything, and how many can at the most.
    count: usize,
    most: usize,
    /// For each entry of the section the place behind that in `each`; 0 where it has
    /// nothing.
    behind: Vec<u32>,
    /// The bits of the alternatives that entries had that were left out.
    left_out: u32,
    /// Of a concept of several alternatives what each has so far, and which have
    /// anything of it; and room for some more.
    parts: Vec<Part>,
    noted: Vec<usize>,
    /// How many have anything of it.
    noted_count: usize,
}

/// For how many there is space at first, at the most. Much more is asked of the system
/// each time, which takes longer than to move them.
const AT_FIRST: usize = 2048;
/// How many spots are gone through before there must be room for more.
const AT_ONCE: usize = 64;

impl Entries {
    /// None, of so many, of which so many at the most have anything. There is space for
    /// these from the start: to move them when there are more takes as long as to find
    /// them.
    fn new(count: usize, having: usize) -> Self {
        let most = having.min(count).min(AT_FIRST) + AT_ONCE;
        let mut each = Vec::with_capacity(most);
        each.resize(most.min(256), Has::default());
        Self {
            each,
            count: 0,
            most,
            behind: vec![0; count],
            left_out: 0,
            parts: Vec::new(),
            noted: Vec::new(),
            noted_count: 0,
        }
    }

    /// Goes through all entries that have an alternative, of which each is worth a
    /// look, with what each has of it. Which of them are new is as good as chance,
    /// so it is no branch.
    fn go_through_all(
        &mut self,
        spots: Spots<'_>,
        pass: &Pass,
        mut look: impl FnMut(&mut Has, Part),
    ) {
        for spots in spots.chunks(AT_ONCE) {
            self.make_room(AT_ONCE);
            for (entry, spot) in spots.iter() {
                let behind = &mut self.behind[entry as usize];
                let is_new = *behind == 0;
                let place = if is_new {
                    self.count
                } else {
                    *behind as usize - 1
                };
                self.count += usize::from(is_new);
                *behind = narrow(place + 1);
                let has = &mut self.each[place];
                has.entry = entry;
                has.may_have |= pass.bit | if is_new { self.left_out } else { 0 };
                has.fields.0 |= spot.in_field(&pass.field_bits);
                look(has, spot.part(&pass.counts));
            }
        }
    }

    /// Goes through the entries that have an alternative and are worth a look, with
    /// the place and what each has of it. Tells whether any that had nothing was left
    /// out.
    fn go_through(
        &mut self,
        spots: Spots<'_>,
        pass: &Pass,
        mut look: impl FnMut(usize, &mut Has, Part),
    ) -> bool {
        let mut is_any_left_out = false;
        for (entry, spot) in spots.iter() {
            let place = match self.behind[entry as usize] {
                0 if !spot.in_field(&pass.opens) => {
                    is_any_left_out = true;
                    continue;
                }
                0 => self.open(entry),
                behind => behind as usize - 1,
            };
            let has = &mut self.each[place];
            if has.most < pass.alive && place < pass.before {
                continue;
            }
            has.may_have |= pass.bit;
            has.fields.0 |= spot.in_field(&pass.field_bits);
            look(place, has, spot.part(&pass.counts));
        }
        is_any_left_out
    }

    /// Notes for a concept of several alternatives what entries have of one.
    fn note(&mut self, spots: Spots<'_>, pass: &Pass) -> bool {
        let (mut parts, mut noted) = (take(&mut self.parts), take(&mut self.noted));
        let mut count = self.noted_count;
        let room = self.most + AT_ONCE;
        let is_any_left_out = self.go_through(spots, pass, |place, _, more| {
            if place >= parts.len() {
                if parts.is_empty() {
                    parts.reserve(room);
                    noted.reserve(room + 1);
                }
                parts.resize(place + AT_ONCE, Part::default());
                noted.resize(parts.len() + 1, 0);
            }
            let part = &mut parts[place];
            noted[count] = place;
            count += usize::from(part.lines == 0);
            if more.best > part.best {
                part.best = more.best;
            }
            part.lines += more.lines;
        });
        (self.parts, self.noted, self.noted_count) = (parts, noted, count);
        is_any_left_out
    }

    /// Opens an entry that has nothing so far, and gives its place.
    fn open(&mut self, entry: u32) -> usize {
        self.make_room(1);
        let place = self.count;
        self.count += 1;
        self.behind[entry as usize] = narrow(self.count);
        self.each[place].entry = entry;
        self.each[place].may_have = self.left_out;
        place
    }

    /// Makes room for so many more.
    fn make_room(&mut self, more: usize) {
        if self.each.len() < self.count + more {
            self.each
                .resize(self.count + more.max(AT_ONCE), Has::default());
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
