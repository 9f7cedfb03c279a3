//! What the entries of a section have of a topic, as far as it is gone through. A search
//! looks at thousands of them, so they stand in one piece of memory, with room for all and
//! as few branches as can be.

use std::cell::Cell;
use std::mem::take;

use super::field::{Counts, FIELD_COUNT, WEIGHTS};
use super::known::KnownConcept;
use super::score::{Part, line_of};
use super::section::narrow;
use super::spots::Spots;

/// What an entry has so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Has {
    /// Its place in the section.
    pub(super) entry: u32,
    /// What it can score at the most.
    pub(super) most: f32,
    /// Its best parts of all concepts, and the best of them.
    pub(super) parts: f32,
    pub(super) line: f32,
    fields: BestFields,
    /// The bits of the alternatives that it has, and of those that it may have had
    /// before it was looked at.
    pub(super) may_have: u32,
}

impl Has {
    /// What the entry scores at the most: its best line has those concepts at the
    /// most that the entry has in a field as weighty as the line's.
    pub(super) fn bound(&self, concepts: &[&KnownConcept]) -> f32 {
        let line = self.fields.most_in_one(concepts);
        let line = line.map_or(self.parts, |line| line.min(self.parts));
        self.most - line_of(self.parts) + line_of(line)
    }
}

/// The best field in which an entry has each concept: of each a bit for every field
/// in which it has one of the words best. The first that is set counts: fields are in
/// the order of their weights.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BestFields(u64);

impl BestFields {
    /// The bits of the concept of this number, field by field.
    pub(super) fn bits_of(concept: usize) -> [u64; WEIGHTS.len()] {
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
pub(super) struct Pass {
    /// What it counts, field by field, and whether that makes an entry that has
    /// nothing worth a look.
    pub(super) counts: Counts,
    pub(super) opens: [bool; WEIGHTS.len()],
    /// How many entries had anything before its concept, and what they must have to
    /// be worth a look.
    pub(super) before: usize,
    pub(super) alive: f32,
    /// The bit of the alternative, and those of its concept, field by field.
    pub(super) bit: u32,
    pub(super) field_bits: [u64; WEIGHTS.len()],
}

/// What the entries of a section have.
#[derive(Default)]
pub(super) struct Entries {
    /// Those that have anything; and room for all others, with nothing.
    each: Vec<Has>,
    /// How many have anything.
    count: usize,
    /// For each entry of the section the place behind that in `each`; 0 where it has
    /// nothing. There are as many as the largest section has that was searched.
    behind: Vec<u32>,
    /// The bits of the alternatives that entries had that were left out.
    left_out: u32,
    /// Of a concept of several alternatives what each has so far, and which have
    /// anything of it; and room for all others, and one more.
    parts: Vec<Part>,
    noted: Vec<usize>,
    /// How many have anything of it.
    noted_count: usize,
}

thread_local! {
    /// What the last search has left, without anything in it: to ask for so much memory
    /// and to clear it takes a large part of a search, and few of it are written on.
    static LEFT: Cell<Entries> = Cell::default();
}

/// So many may be left: of a search that needed far more the memory is given back.
const MOST_LEFT: usize = 1 << 15;
/// How many spots are gone through at once.
const AT_ONCE: usize = 64;

impl Entries {
    /// None, of so many.
    pub(super) fn new(count: usize) -> Self {
        let mut entries = LEFT.take();
        if entries.behind.len() < count {
            entries.behind.resize(count, 0);
            entries.each.resize(count, Has::default());
            entries.parts.resize(count, Part::default());
            entries.noted.resize(count + 1, 0);
        }
        entries
    }

    /// Leaves the memory for the next search.
    pub(super) fn leave(mut self) {
        if self.behind.len() > MOST_LEFT {
            return;
        }
        for has in &mut self.each[..take(&mut self.count)] {
            self.behind[has.entry as usize] = 0;
            *has = Has::default();
        }
        self.left_out = 0;
        LEFT.set(self);
    }

    /// Goes through all entries that have an alternative, of which each is worth a
    /// look, with what each has of it.
    #[inline(never)]
    pub(super) fn go_through_all(
        &mut self,
        spots: Spots<'_>,
        pass: &Pass,
        mut look: impl FnMut(&mut Has, Part),
    ) {
        let mut room = self.room();
        for (spot, lines) in spots.iter() {
            let (_, has) = room.of(spot.entry());
            has.may_have |= pass.bit;
            has.fields.0 |= spot.in_field(&pass.field_bits);
            look(has, spot.part(lines, &pass.counts));
        }
        self.count = room.count;
    }

    /// Goes through the entries that have an alternative and are worth a look, with
    /// the place and what each has of it. Tells whether any that had nothing was left
    /// out.
    #[inline(never)]
    pub(super) fn go_through(
        &mut self,
        spots: Spots<'_>,
        pass: &Pass,
        mut look: impl FnMut(usize, &mut Has, Part),
    ) -> bool {
        let mut is_any_left_out = false;
        let mut places = [0; AT_ONCE];
        for spots in spots.chunks(AT_ONCE) {
            let count = self.worth_a_look(spots, pass, &mut places);
            is_any_left_out |= count < spots.len();
            let mut room = self.room();
            for place in &places[..count] {
                let (spot, lines) = spots.at(usize::from(*place));
                let (place, has) = room.of(spot.entry());
                if has.most < pass.alive && place < pass.before {
                    continue;
                }
                has.may_have |= pass.bit;
                has.fields.0 |= spot.in_field(&pass.field_bits);
                look(place, has, spot.part(lines, &pass.counts));
            }
            self.count = room.count;
        }
        is_any_left_out
    }

    /// Tells the places of those spots that have anything already, or open an entry;
    /// and how many there are. Which are is as good as chance, so it is no branch: and
    /// apart from what is done with them, so that little is at hand for each.
    #[inline(never)]
    fn worth_a_look(&self, spots: Spots<'_>, pass: &Pass, places: &mut [u8; AT_ONCE]) -> usize {
        let mut count = 0;
        for (at, spot) in (0..).zip(spots.each()) {
            let is_known = self.behind[spot.entry() as usize] != 0;
            places[count % AT_ONCE] = at;
            count += usize::from(is_known | spot.in_field(&pass.opens));
        }
        count
    }

    /// Notes for a concept of several alternatives what entries have of one.
    pub(super) fn note(&mut self, spots: Spots<'_>, pass: &Pass) -> bool {
        let (mut all_parts, mut all_noted) = (take(&mut self.parts), take(&mut self.noted));
        let (parts, noted) = (all_parts.as_mut_slice(), all_noted.as_mut_slice());
        let mut count = self.noted_count;
        let is_any_left_out = self.go_through(spots, pass, |place, _, more| {
            let part = &mut parts[place];
            noted[count] = place;
            count += usize::from(part.lines == 0);
            if more.best > part.best {
                part.best = more.best;
            }
            part.lines += more.lines;
        });
        (self.parts, self.noted, self.noted_count) = (all_parts, all_noted, count);
        is_any_left_out
    }

    /// Takes what was noted, with the entries that have it.
    pub(super) fn take_noted(&mut self, mut look: impl FnMut(&mut Has, Part)) {
        let (each, parts) = (self.each.as_mut_slice(), self.parts.as_mut_slice());
        for place in &self.noted[..take(&mut self.noted_count)] {
            look(&mut each[*place], take(&mut parts[*place]));
        }
    }

    /// Notes that entries which have an alternative, of this bit, were left out: those
    /// that are opened later may have it too.
    pub(super) fn leave_out(&mut self, alternative: u32) {
        self.left_out |= alternative;
    }

    /// Those that have anything.
    pub(super) fn having(&self) -> &[Has] {
        &self.each[..self.count]
    }

    /// The entries, as those are opened that have nothing so far.
    fn room(&mut self) -> Room<'_> {
        Room {
            each: &mut self.each,
            behind: &mut self.behind,
            count: self.count,
            left_out: self.left_out,
        }
    }
}

/// The entries, while some are opened.
struct Room<'e> {
    each: &'e mut [Has],
    behind: &'e mut [u32],
    count: usize,
    left_out: u32,
}

impl Room<'_> {
    /// The place of an entry, which is opened if it has nothing so far, and what it has.
    /// Whether it is new is as good as chance, so it is no branch.
    fn of(&mut self, entry: u32) -> (usize, &mut Has) {
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
        has.may_have |= if is_new { self.left_out } else { 0 };
        (place, has)
    }
}
