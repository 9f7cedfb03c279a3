//! Where words are: entry by entry, and the lines of each.
//!
//! A common word of a large framework is in thousands of entries, most of which
//! are passed over. So what tells which are stands apart from the lines, four bytes
//! one behind the other; and the line of an entry that has only one, as most have, is
//! kept with it.

use std::ops::Range;
use std::slice;

use smallvec::SmallVec;

use super::field::{Counts, FIELD_BITS, FIELDS, Field, Posting};
use super::score::Part;
use super::section::narrow;

/// How many bits of a spot hold how many lines have the words, and the most of which
/// it can be told.
const COUNT_BITS: u32 = 5;
const MANY: u32 = (1 << COUNT_BITS) - 1;

/// An entry that has some words, with all that is asked of nearly every one: in its
/// bits, from the first on, the entry, how many lines have the words, if they are not
/// [`MANY`], and the weightiest field in which the entry has them. In the order of
/// entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot(u32);

impl Spot {
    /// An entry, of which so many lines have the words. A framework's files are far
    /// too small for more entries than there are bits for.
    fn new(entry: u32, lines: usize, field: Field) -> Self {
        let lines = narrow(lines).min(MANY);
        Self(Self::start_of(entry).0 | lines << FIELD_BITS | u32::from(field as u8))
    }

    /// What no spot of an entry is less than, and all of those before it are.
    fn start_of(entry: u32) -> Self {
        Self(entry << (COUNT_BITS + FIELD_BITS))
    }

    /// The entry.
    pub(super) fn entry(self) -> u32 {
        self.0 >> (COUNT_BITS + FIELD_BITS)
    }

    /// What a table has for the weightiest field in which the entry has the words.
    pub(super) fn in_field<T: Copy>(self, table: &[T; FIELDS.len()]) -> T {
        table[(self.0 % (1 << FIELD_BITS)) as usize]
    }

    /// What the entry has of an alternative, given what that counts field by field.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "they are not even read where there is no need"
    )]
    pub(super) fn part(self, lines: &LinesOf, counts: &Counts) -> Part {
        Part {
            best: self.in_field(counts),
            lines: self.line_count(lines),
        }
    }

    /// How many lines have the words: of many its lines are asked.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "they are not even read where there is no need"
    )]
    pub(super) fn line_count(self, lines: &LinesOf) -> u32 {
        match self.0 >> FIELD_BITS & MANY {
            MANY => u32::from(lines.count),
            count => count,
        }
    }
}

/// The lines of an entry that have some words. There are many, so it is small.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinesOf {
    /// The only line; where there are several, as bits, the place of the first in the
    /// lines of the list.
    only_or_first: Posting,
    /// How many there are. Of more than can be counted the rest is not found.
    count: u16,
}

impl LinesOf {
    /// The lines, given those of the list.
    fn lines<'s>(&'s self, all: &'s [Posting]) -> &'s [Posting] {
        if self.count == 1 {
            return slice::from_ref(&self.only_or_first);
        }
        let first = self.only_or_first.bits() as usize;
        &all[first..first + usize::from(self.count)]
    }
}

/// Spots of entries, in the order of entries.
#[derive(Debug, Default)]
pub(super) struct SpotList {
    each: Vec<Spot>,
    lines_of_each: Vec<LinesOf>,
    /// The lines of the spots that have several.
    lines: Vec<Posting>,
}

impl SpotList {
    /// Adds an entry behind the others, with those of its lines that have the words.
    pub(super) fn push(&mut self, entry: u32, lines: &[Posting]) {
        let weightiest = |a: &Field, b: &Field| a.weight().total_cmp(&b.weight());
        let fields = lines.iter().map(|line| line.field());
        let Some(field) = fields.max_by(weightiest) else {
            return;
        };
        let only_or_first = match lines {
            [line] => *line,
            _ => Posting::from_bits(narrow(self.lines.len())),
        };
        if lines.len() > 1 {
            self.lines.extend_from_slice(lines);
        }
        self.each.push(Spot::new(entry, lines.len(), field));
        self.lines_of_each.push(LinesOf {
            only_or_first,
            count: u16::try_from(lines.len()).unwrap_or(u16::MAX),
        });
    }

    /// Adds the entries that have a line of each of some lists in common. Returns
    /// where they are.
    pub(super) fn push_common(&mut self, lists: &mut [Spots<'_>]) -> Range<usize> {
        lists.sort_by_key(|list| list.len());
        let start = self.len();
        let mut common: SmallVec<[Posting; 8]> = SmallVec::new();
        if let Some((shortest, others)) = lists.split_first_mut() {
            self.each.reserve(shortest.len());
            self.lines_of_each.reserve(shortest.len());
            for (spot, lines) in shortest.iter() {
                common.clear();
                common.extend_from_slice(shortest.lines(lines));
                for other in &mut *others {
                    let lines = other.advance(spot.entry());
                    common.retain(|line| lines.contains(line));
                    if common.is_empty() {
                        break;
                    }
                }
                self.push(spot.entry(), &common);
            }
        }
        start..self.len()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.each.len()
    }

    /// Gives back memory that was kept for more.
    pub(super) fn shrink_to_fit(&mut self) {
        self.each.shrink_to_fit();
        self.lines_of_each.shrink_to_fit();
        self.lines.shrink_to_fit();
    }

    /// Those of a range.
    pub(super) fn get(&self, range: Range<usize>) -> Spots<'_> {
        Spots {
            each: &self.each[range.clone()],
            lines_of_each: &self.lines_of_each[range],
            lines: &self.lines,
        }
    }
}

/// How far from its place a spot is looked for first, where there are more of them.
const NEAR: usize = 64;

/// Some spots out of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spots<'s> {
    each: &'s [Spot],
    lines_of_each: &'s [LinesOf],
    /// The lines of the whole list.
    lines: &'s [Posting],
}

impl<'s> Spots<'s> {
    /// How many there are.
    pub(super) fn len(self) -> usize {
        self.each.len()
    }

    /// Each, with its lines.
    pub(super) fn iter(self) -> impl Iterator<Item = (Spot, &'s LinesOf)> {
        self.each.iter().copied().zip(self.lines_of_each)
    }

    /// Each, without its lines.
    pub(super) fn each(self) -> &'s [Spot] {
        self.each
    }

    /// The one at a place, with its lines.
    pub(super) fn at(self, place: usize) -> (Spot, &'s LinesOf) {
        (self.each[place], &self.lines_of_each[place])
    }

    /// So many after so many.
    pub(super) fn chunks(self, count: usize) -> impl Iterator<Item = Self> {
        let each = self
            .each
            .chunks(count)
            .zip(self.lines_of_each.chunks(count));
        each.map(move |(each, lines_of_each)| Self {
            each,
            lines_of_each,
            lines: self.lines,
        })
    }

    /// The lines of an entry, if it is among these. They are not looked at yet.
    pub(super) fn find(self, entry: u32) -> Option<Lines<'s>> {
        let near = self.near(entry);
        let found = self.each[near.clone()].binary_search_by_key(&entry, |spot| spot.entry());
        found.ok().map(|at| Lines {
            of: self.lines_of_each[near.start + at],
            all: self.lines,
        })
    }

    /// Where an entry stands, if it is among these. Words are strewn evenly over the
    /// entries, so it is mostly near where it would be if they were all as far apart:
    /// that is in memory a step or two away, where the middle of all is many.
    fn near(self, entry: u32) -> Range<usize> {
        let all = self.len();
        if all <= 2 * NEAR {
            return 0..all;
        }
        let end = self.each.last().map_or(1, |last| last.entry() as usize + 1);
        let about = entry as usize * all / end;
        let near = about.saturating_sub(NEAR).min(all)..all.min(about + NEAR);
        let is_there = match self.each[near.clone()] {
            [first, .., last] => first.entry() <= entry && entry <= last.entry(),
            _ => false,
        };
        if is_there { near } else { 0..all }
    }

    /// The lines of a spot.
    pub(super) fn lines(self, of: &'s LinesOf) -> &'s [Posting] {
        of.lines(self.lines)
    }

    /// Goes on to an entry, or behind where it would be; gives its lines.
    pub(super) fn advance(&mut self, entry: u32) -> &'s [Posting] {
        let passed = below(self.each, Spot::start_of(entry));
        self.each = &self.each[passed..];
        self.lines_of_each = &self.lines_of_each[passed..];
        match (self.each.first(), self.lines_of_each.first()) {
            (Some(first), Some(lines)) if first.entry() == entry => self.lines(lines),
            _ => &[],
        }
    }
}

/// The lines of a spot, found and not looked at: whoever looks for those of several
/// words first need not wait for the memory of each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'s> {
    of: LinesOf,
    /// The lines of the whole list.
    all: &'s [Posting],
}

impl Lines<'_> {
    /// The lines, in their order.
    pub(super) fn each(&self) -> &[Posting] {
        self.of.lines(self.all)
    }
}

/// How many of some in their order are below one. That is mostly near.
pub(super) fn below<T: Ord + Copy>(all: &[T], one: T) -> usize {
    let mut end = 1;
    while all.get(end).is_some_and(|other| *other < one) {
        end *= 2;
    }
    let near = &all[end / 2..all.len().min(end + 1)];
    end / 2 + near.partition_point(|other| *other < one)
}

#[cfg(test)]
mod tests {
    use super::{LinesOf, Spot, SpotList, Spots, below};
    use crate::search::field::{FIELDS, Field, Posting};

    #[test]
    fn what_is_below_a_number_is_counted_wherever_it_stands() {
        let all: Vec<u32> = (0..40).map(|number| number * 3).collect();
        for one in 0..130 {
            let wanted = all.iter().filter(|number| **number < one).count();
            assert_eq!(below(&all, one), wanted, "{one}");
        }
        assert_eq!(below(&[], 3), 0);
    }

    #[test]
    fn the_lines_of_an_entry_are_found_wherever_it_stands() {
        for (step, many) in [(1, 300), (3, 1), (7, 2), (40, 1_000)] {
            let mut list = SpotList::default();
            let line = |entry| Posting::new(entry % 9, 5, Field::Name);
            // Half of them stand close together.
            let entries = || (0..many).chain((1..many).map(|number| many + number * step));
            for entry in entries() {
                list.push(entry, &[line(entry)]);
            }
            let spots = list.get(0..list.len());
            for entry in 0..many * (step + 2) {
                let is_there = entries().any(|other| other == entry);
                let wanted = is_there.then(|| line(entry));
                let found = spots.find(entry);
                let lines = found.as_ref().map_or(&[][..], |lines| lines.each());
                assert_eq!(lines, wanted.as_slice(), "{entry}");
            }
        }
        assert!(Spots::default().find(3).is_none());
    }

    #[test]
    fn a_spot_holds_an_entry_its_field_and_how_many_lines_it_has() {
        let fields: [usize; FIELDS.len()] = std::array::from_fn(|number| number);
        for entry in [0, 1, 14_000, (1 << 24) - 1] {
            for count in [1, 2, 30, 31, 32, u16::MAX] {
                let lines = LinesOf {
                    only_or_first: Posting::default(),
                    count,
                };
                for (number, field) in FIELDS.into_iter().take(7).enumerate() {
                    let spot = Spot::new(entry, usize::from(count), field);
                    assert_eq!(spot.entry(), entry);
                    assert_eq!(spot.in_field(&fields), number);
                    assert_eq!(spot.line_count(&lines), u32::from(count));
                    assert!(spot >= Spot::start_of(entry));
                }
            }
        }
    }
}
