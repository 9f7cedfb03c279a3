//! Where words are: entry by entry, and the lines of each.
//!
//! A common word of a large framework is in thousands of entries, most of which
//! are passed over. So the entries stand apart from what is known of each, four
//! bytes one behind the other; and the line of an entry that has only one, as most
//! have, is kept with it.

use std::ops::Range;
use std::slice;

use smallvec::SmallVec;

use super::field::{Counts, FIELDS, Field, Posting};
use super::score::Part;
use super::section::narrow;

/// What an entry has of some words. There are many, so it is small.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// The only line that has them; where there are several, as bits, the place of
    /// the first in the lines of the list.
    only_or_first: Posting,
    /// How many lines have them. Of more than can be counted the rest is not found.
    count: u16,
    /// The weightiest field in which the entry has them.
    field: Field,
}

impl Spot {
    /// What a table has for the weightiest field in which the entry has the words.
    pub(super) fn in_field<T: Copy>(self, table: &[T; FIELDS.len()]) -> T {
        table[self.field as usize]
    }

    /// What the entry has of an alternative, given what that counts field by field.
    pub(super) fn part(self, counts: &Counts) -> Part {
        Part {
            best: self.in_field(counts),
            lines: self.line_count(),
        }
    }

    /// How many lines have the words.
    pub(super) fn line_count(self) -> u32 {
        u32::from(self.count)
    }
}

/// Spots of entries, in the order of entries.
#[derive(Debug, Default)]
pub(super) struct SpotList {
    entries: Vec<u32>,
    each: Vec<Spot>,
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
        self.entries.push(entry);
        self.each.push(Spot {
            only_or_first,
            count: u16::try_from(lines.len()).unwrap_or(u16::MAX),
            field,
        });
    }

    /// Adds the entries that have a line of each of some lists in common. Returns
    /// where they are.
    pub(super) fn push_common(&mut self, lists: &mut [Spots<'_>]) -> Range<usize> {
        lists.sort_by_key(|list| list.len());
        let start = self.len();
        let mut common: SmallVec<[Posting; 8]> = SmallVec::new();
        if let Some((shortest, others)) = lists.split_first_mut() {
            self.entries.reserve(shortest.len());
            self.each.reserve(shortest.len());
            for (entry, spot) in shortest.iter() {
                common.clear();
                common.extend_from_slice(shortest.lines(spot));
                for other in &mut *others {
                    let lines = other.advance(entry);
                    common.retain(|line| lines.contains(line));
                    if common.is_empty() {
                        break;
                    }
                }
                self.push(entry, &common);
            }
        }
        start..self.len()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Gives back memory that was kept for more.
    pub(super) fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit();
        self.each.shrink_to_fit();
        self.lines.shrink_to_fit();
    }

    /// Those of a range.
    pub(super) fn get(&self, range: Range<usize>) -> Spots<'_> {
        Spots {
            entries: &self.entries[range.clone()],
            each: &self.each[range],
            lines: &self.lines,
        }
    }
}

/// Some spots out of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spots<'s> {
    entries: &'s [u32],
    each: &'s [Spot],
    /// The lines of the whole list.
    lines: &'s [Posting],
}

impl<'s> Spots<'s> {
    /// How many there are.
    pub(super) fn len(self) -> usize {
        self.entries.len()
    }

    /// Each entry with what it has.
    pub(super) fn iter(self) -> impl Iterator<Item = (u32, &'s Spot)> {
        self.entries.iter().copied().zip(self.each)
    }

    /// So many after so many.
    pub(super) fn chunks(self, count: usize) -> impl Iterator<Item = Self> {
        let each = self.entries.chunks(count).zip(self.each.chunks(count));
        each.map(move |(entries, each)| Self {
            entries,
            each,
            lines: self.lines,
        })
    }

    /// The lines of an entry, in their order; none where it is not among these.
    pub(super) fn lines_of(self, entry: u32) -> &'s [Posting] {
        let found = self.entries.binary_search(&entry);
        found.map_or(&[], |at| self.lines(&self.each[at]))
    }

    /// The lines of a spot.
    pub(super) fn lines(self, spot: &'s Spot) -> &'s [Posting] {
        if spot.count == 1 {
            return slice::from_ref(&spot.only_or_first);
        }
        let first = spot.only_or_first.bits() as usize;
        &self.lines[first..first + usize::from(spot.count)]
    }

    /// Goes on to an entry, or behind where it would be; gives its lines.
    pub(super) fn advance(&mut self, entry: u32) -> &'s [Posting] {
        let passed = below(self.entries, entry);
        self.entries = &self.entries[passed..];
        self.each = &self.each[passed..];
        match (self.entries.first(), self.each.first()) {
            (Some(first), Some(spot)) if *first == entry => self.lines(spot),
            _ => &[],
        }
    }
}

/// How many of some numbers in their order are below one. That is mostly near.
pub(super) fn below(all: &[u32], one: u32) -> usize {
    let mut end = 1;
    while all.get(end).is_some_and(|other| *other < one) {
        end *= 2;
    }
    let near = &all[end / 2..all.len().min(end + 1)];
    end / 2 + near.partition_point(|other| *other < one)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn what_is_below_a_number_is_counted_wherever_it_stands() {
        let all: Vec<u32> = (0..40).map(|number| number * 3).collect();
        for one in 0..130 {
            let wanted = all.iter().filter(|number| **number < one).count();
            assert_eq!(below(&all, one), wanted, "{one}");
        }
        assert_eq!(below(&[], 3), 0);
    }
}
