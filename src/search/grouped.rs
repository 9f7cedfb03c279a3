//! Lists by number: all in one piece of memory, the list of each number behind
//! that of the one before.

use std::ops::Range;

/// For each number from 0 a list.
#[derive(Debug)]
pub struct Grouped<T> {
    /// For each number where its list starts; and behind the last the end.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            all: Vec::new(),
        }
    }
}

impl<T: Copy> Grouped<T> {
    /// Lists for the numbers below `count`, of things with the number whose list
    /// each belongs to; a list keeps their order.
    #[must_use]
    pub fn new(count: usize, things: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut starts = vec![0; count + 1];
        for (number, _) in things.clone() {
            starts[number + 1] += 1;
        }
        for number in 0..count {
            starts[number + 1] += starts[number];
        }
        let mut next = starts.clone();
        // Each place is filled with what belongs there; till then it has the first.
        let first = things.clone().next();
        let mut all: Vec<T> =
            first.map_or(Vec::new(), |(_, first)| vec![first; starts[count] as usize]);
        for (number, thing) in things {
            all[next[number] as usize] = thing;
            next[number] += 1;
        }
        Self { starts, all }
    }
}

impl<T> Grouped<T> {
    /// The list of a number; empty where there is none.
    #[must_use]
    pub fn of(&self, number: usize) -> &[T] {
        &self.all[self.places(number)]
    }

    /// Where the list of a number stands among all things, list by list.
    #[must_use]
    pub fn places(&self, number: usize) -> Range<usize> {
        let at = |number: usize| self.starts.get(number).map(|start| *start as usize);
        match (at(number), at(number + 1)) {
            (Some(start), Some(end)) => start..end,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Grouped;

    #[test]
    fn each_number_has_its_list_in_order() {
        let things = [(2, 'a'), (0, 'b'), (2, 'c')];
        let grouped = Grouped::new(3, things.into_iter());
        let lists: Vec<&[char]> = (0..4).map(|number| grouped.of(number)).collect();
        assert_eq!(lists, [&['b'][..], &[], &['a', 'c'], &[]]);
    }
}
