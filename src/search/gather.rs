//! What the entries of a section have of a topic, as far as it can be said
//! without looking at lines: which of its words they have, and what they can
//! score at the most.

use super::dictionary::StemId;
use super::query::{Concept, Query};
use super::score::{LINE, repeated};
use super::section::{Field, Section, narrow};

/// A concept with the stems that the section has.
pub(super) struct Known<'q> {
    /// Sets of stems, each with the weight that it counts with.
    pub(super) alternatives: Vec<(&'q [StemId], f32)>,
    /// What the concept counts at the most.
    pub(super) weight: f32,
    /// What it tells at the most: the same with all of its words' rarity. An
    /// unusual word that is not found leaves a topic open, so what part of the
    /// topic was found is said by this.
    pub(super) tells: f32,
}

/// How many concepts of a topic are searched for: a bit each.
const MOST_CONCEPTS: usize = 64;

/// The concepts of a query, with what a section knows of their words.
pub(super) fn known<'q>(section: &Section, query: &'q Query<'_>) -> Vec<Known<'q>> {
    let of = |concept: &'q Concept<'_>| {
        let mut known = Known {
            alternatives: Vec::with_capacity(concept.alternatives.len()),
            weight: 0.0,
            tells: 0.0,
        };
        for alternative in &concept.alternatives {
            let (mut tells, mut counts): (f32, f32) = (0.0, 0.0);
            let rarities = alternative.stems.iter().map(|stem| section.rarity(*stem));
            let all = rarities.fold(true, |all, rarity| {
                let rarity = rarity.inspect(|rarity| {
                    tells = tells.max(rarity.tells);
                    counts = counts.max(rarity.counts);
                });
                all && rarity.is_some()
            });
            if all && tells > 0.0 {
                let weight = alternative.weight * counts;
                known.weight = known.weight.max(weight);
                known.tells = known.tells.max(alternative.weight * tells);
                known
                    .alternatives
                    .push((alternative.stems.as_ref(), weight));
            }
        }
        (!known.alternatives.is_empty()).then_some(known)
    };
    let concepts = query.concepts.iter().filter_map(of);
    concepts.take(MOST_CONCEPTS).collect()
}

/// One alternative of a concept in one entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The concept's place in the topic.
    pub(super) concept: usize,
    pub(super) weight: f32,
    lines: Lines,
    /// What else the entry has, by its place; there is none where it is its own.
    next: u32,
}

/// Where the lines of an alternative are.
#[derive(Debug, Clone, Copy)]
enum Lines {
    /// Those of a spot of the section.
    Spot(u32),
    /// One line, that has several stems.
    One(u32),
}

/// The lines from one on, out of lines in their order. It is mostly near.
fn from(lines: &[u32], line: u32) -> &[u32] {
    let mut end = 1;
    while lines.get(end).is_some_and(|other| *other < line) {
        end *= 2;
    }
    let near = &lines[end / 2..lines.len().min(end + 1)];
    let start = end / 2 + near.partition_point(|other| *other < line);
    &lines[start.min(lines.len())..]
}

/// What an entry has at the most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Its score.
    pub(super) score: f32,
    /// What one of its lines says of the topic, its field aside.
    pub(super) says: f32,
}

/// An entry while it is gathered.
#[derive(Debug, Clone, Copy)]
struct Entry {
    bounds: Bounds,
    /// What was told of it last.
    last: u32,
    /// Of the concept at hand: the best part, the best weight, how many lines.
    part: f32,
    weight: f32,
    lines: u32,
}

const NOTHING: u32 = u32::MAX;

/// How much is told of an entry, as a rule: more takes room as it comes.
const TOLD_OF_EACH: usize = 4;

/// What the entries of a section have of a topic.
pub(super) struct Gathered<'s> {
    pub(super) section: &'s Section,
    entries: Vec<Entry>,
    told: Vec<Told>,
}

impl<'s> Gathered<'s> {
    /// Goes through the concepts of a topic.
    pub(super) fn of(section: &'s Section, known: &[Known<'_>]) -> Self {
        let nothing = Entry {
            bounds: Bounds {
                score: 0.0,
                says: 0.0,
            },
            last: NOTHING,
            part: 0.0,
            weight: 0.0,
            lines: 0,
        };
        let mut gathered = Self {
            section,
            entries: vec![nothing; section.entries.len()],
            told: Vec::with_capacity(TOLD_OF_EACH * section.entries.len()),
        };
        let mut having = Vec::with_capacity(section.entries.len());
        for (at, concept) in known.iter().enumerate() {
            for (stems, weight) in &concept.alternatives {
                gathered.add(at, stems, *weight, &mut having);
            }
            for entry in having.drain(..) {
                gathered.close(entry);
            }
        }
        gathered
    }

    /// Adds one alternative of a concept: every line that has all its stems.
    fn add(&mut self, concept: usize, stems: &[StemId], weight: f32, having: &mut Vec<u32>) {
        let section = self.section;
        let told = |lines: Lines| Told {
            concept,
            weight,
            lines,
            next: NOTHING,
        };
        if let [stem] = stems {
            for (number, spot) in section.spots(*stem) {
                let lines = narrow(section.lines_of_spot(number).len());
                self.tell(
                    spot.entry,
                    spot.best,
                    lines,
                    told(Lines::Spot(number)),
                    having,
                );
            }
            return;
        }
        let Some(rarest) = stems
            .iter()
            .min_by_key(|stem| section.lines_with(**stem).len())
        else {
            return;
        };
        let others = stems.iter().filter(|stem| *stem != rarest);
        let mut others: Vec<&[u32]> = others.map(|stem| section.lines_with(*stem)).collect();
        for line in section.lines_with(*rarest) {
            let has = |lines: &mut &[u32]| {
                *lines = from(lines, *line);
                lines.first() == Some(line)
            };
            if others.iter_mut().all(has) {
                let place = section.places[*line as usize];
                self.tell(place.entry, place.field, 1, told(Lines::One(*line)), having);
            }
        }
    }

    /// Notes what an entry has: its weightiest field, and how many lines.
    fn tell(&mut self, number: u32, best: Field, lines: u32, told: Told, having: &mut Vec<u32>) {
        let entry = &mut self.entries[number as usize];
        if entry.lines == 0 {
            having.push(number);
        }
        entry.part = entry.part.max(told.weight * best.weight());
        entry.weight = entry.weight.max(told.weight);
        entry.lines += lines;
        let next = std::mem::replace(&mut entry.last, narrow(self.told.len()));
        self.told.push(Told { next, ..told });
    }

    /// Ends a concept for an entry.
    fn close(&mut self, entry: u32) {
        let entry = &mut self.entries[entry as usize];
        entry.bounds.score += entry.part * (repeated(entry.lines) + LINE);
        entry.bounds.says += entry.weight;
        *entry = Entry {
            part: 0.0,
            weight: 0.0,
            lines: 0,
            ..*entry
        };
    }

    /// The entries that have anything, in their order, with what they have at
    /// the most.
    pub(super) fn entries(&self) -> impl Iterator<Item = (u32, Bounds)> {
        let all = (0..).zip(&self.entries);
        all.filter(|(_, entry)| entry.last != NOTHING)
            .map(|(number, entry)| (number, entry.bounds))
    }

    /// What an entry has: the concepts from the last to the first.
    pub(super) fn told(&self, entry: u32) -> impl Iterator<Item = Told> {
        let at = |told: u32| self.told.get(told as usize).copied();
        let last = at(self.entries[entry as usize].last);
        std::iter::successors(last, move |told| at(told.next))
    }

    /// The lines of one alternative.
    pub(super) fn lines<'a>(&'a self, told: &'a Told) -> &'a [u32] {
        match &told.lines {
            Lines::Spot(spot) => self.section.lines_of_spot(*spot),
            Lines::One(line) => std::slice::from_ref(line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::from;

    #[test]
    fn the_lines_from_one_on_are_found_wherever_it_stands() {
        let lines: Vec<u32> = (0..40).map(|line| line * 3).collect();
        for line in 0..130 {
            let wanted: Vec<u32> = lines.iter().copied().filter(|l| *l >= line).collect();
            assert_eq!(from(&lines, line), wanted, "{line}");
        }
        assert!(from(&[], 3).is_empty());
    }
}
