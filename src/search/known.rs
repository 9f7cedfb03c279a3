//! What a section knows of a topic: the concepts of which it has words, how much
//! they count in it, and where they are.

use std::ops::Range;

use smallvec::SmallVec;

use super::dictionary::StemId;
use super::query::{Concept, Query};
use super::score::{Part, most};
use super::section::{Rarity, Section, Spot};
use super::stems::Stems;

/// What a section knows of a topic.
pub(super) struct Known<'k> {
    pub(super) concepts: Vec<KnownConcept>,
    /// Concept by concept.
    alternatives: Vec<KnownAlternative<'k>>,
    /// The lines that have all the stems of an alternative of several.
    together: Vec<Spot>,
}

/// A concept of which the section has words.
#[derive(Debug)]
pub(super) struct KnownConcept {
    /// Those words, in [`Known::alternatives`].
    alternatives: Range<usize>,
    /// What the concept counts at the most.
    pub(super) weight: f32,
    /// What it tells at the most: the same with all of its words' rarity. An
    /// unusual word that is not found leaves a topic open, so what part of the
    /// topic was found is said by this.
    pub(super) tells: f32,
    /// What it adds to the score of an entry at the most.
    pub(super) most: f32,
}

/// Words that may stand for a concept, and that the section has.
#[derive(Debug)]
pub(super) struct KnownAlternative<'k> {
    stems: &'k [StemId],
    /// What it counts, given how rare the words are.
    pub(super) weight: f32,
    spots: Spots<'k>,
}

/// Where the words of an alternative are.
#[derive(Debug)]
enum Spots<'k> {
    /// The entries that have its only stem.
    Of(&'k [Spot]),
    /// The lines that have all its stems, in [`Known::together`].
    Together(Range<usize>),
}

/// How many places a concept is looked for in, before its less likely words are
/// left out. A framework of some hundred entries hardly has so many, and of one of
/// thousands the likelier words find what is meant.
const MOST_SPOTS: usize = 1_000;

/// How many concepts of a topic are searched for: a bit each.
const MOST_CONCEPTS: usize = 64;

impl<'k> Known<'k> {
    /// What a section knows of a query's concepts.
    pub(super) fn of(section: &'k Section, query: &'k Query<'_>) -> Self {
        let count = query.concepts.len().min(MOST_CONCEPTS);
        let words = query
            .concepts
            .iter()
            .map(|concept| concept.alternatives.len());
        let mut known = Self {
            concepts: Vec::with_capacity(count),
            alternatives: Vec::with_capacity(words.sum()),
            together: Vec::with_capacity(64),
        };
        for concept in query.concepts.iter().take(MOST_CONCEPTS) {
            known.add(section, concept);
        }
        known
    }

    /// Adds a concept, if the section has any of its words.
    fn add(&mut self, section: &'k Section, concept: &'k Concept<'_>) {
        let start = self.alternatives.len();
        let (mut weight, mut tells): (f32, f32) = (0.0, 0.0);
        let mut part = Part::default();
        let mut spots = 0;
        for alternative in &concept.alternatives {
            if spots > MOST_SPOTS {
                break;
            }
            let stems = alternative.stems.as_ref();
            let Some(rarity) = rarity(section, stems) else {
                continue;
            };
            let known = KnownAlternative {
                stems,
                weight: alternative.weight * rarity.counts,
                spots: match stems {
                    [stem] => Spots::Of(section.spots(*stem)),
                    _ => self.add_together(section, stems),
                },
            };
            spots += self.spots(&known).len();
            weight = weight.max(known.weight);
            tells = tells.max(alternative.weight * rarity.tells);
            part.best = part.best.max(known.weight * rarity.field);
            part.lines += rarity.lines;
            self.alternatives.push(known);
        }
        if self.alternatives.len() > start {
            self.concepts.push(KnownConcept {
                alternatives: start..self.alternatives.len(),
                weight,
                tells,
                most: most(section, part),
            });
        }
    }

    /// Adds the lines that have all of some stems.
    fn add_together(&mut self, section: &Section, stems: &[StemId]) -> Spots<'k> {
        let start = self.together.len();
        let lists = stems.iter().map(|stem| section.postings(*stem)).enumerate();
        let rarest = lists.clone().min_by_key(|(_, list)| list.lines.len());
        if let Some((at, rarest)) = rarest {
            let others = lists.filter(|(other, _)| *other != at);
            let mut others: SmallVec<[&[u32]; 4]> = others.map(|(_, list)| list.lines).collect();
            for (posting, line) in (rarest.first..).zip(rarest.lines) {
                let has = |lines: &mut &[u32]| {
                    *lines = from(lines, *line);
                    lines.first() == Some(line)
                };
                if others.iter_mut().all(has) {
                    self.together.push(section.spot_of_one(posting, *line));
                }
            }
        }
        Spots::Together(start..self.together.len())
    }

    /// The entries that have an alternative: where it has several stems, line by
    /// line.
    pub(super) fn spots(&self, alternative: &KnownAlternative<'k>) -> &[Spot] {
        match &alternative.spots {
            Spots::Of(spots) => spots,
            Spots::Together(lines) => &self.together[lines.clone()],
        }
    }

    /// The words for a concept.
    pub(super) fn alternatives(&self, concept: &KnownConcept) -> &[KnownAlternative<'k>] {
        &self.alternatives[concept.alternatives.clone()]
    }

    /// What the topic counts at the most.
    pub(super) fn total(&self) -> f32 {
        self.concepts.iter().map(|concept| concept.weight).sum()
    }

    /// The stems of the topic.
    pub(super) fn stems(&self) -> Stems {
        let mut stems = Vec::with_capacity(2 * self.alternatives.len());
        for alternative in &self.alternatives {
            stems.extend_from_slice(alternative.stems);
        }
        Stems::new(stems)
    }
}

/// How rare some stems are together: as the rarest of them, and in no weightier
/// field and no more lines than each; `None` where the section lacks one.
fn rarity(section: &Section, stems: &[StemId]) -> Option<Rarity> {
    let mut stems = stems.iter();
    let first = section.rarity(*stems.next()?)?;
    stems.try_fold(first, |all, stem| {
        let one = section.rarity(*stem)?;
        Some(Rarity {
            tells: all.tells.max(one.tells),
            counts: all.counts.max(one.counts),
            field: all.field.min(one.field),
            lines: all.lines.min(one.lines),
        })
    })
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
