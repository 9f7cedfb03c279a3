//! What a section knows of a topic: the concepts of which it has words, how much
//! they count in it, and where they are.

use std::ops::Range;

use super::dictionary::StemId;
use super::query::{Concept, Query};
use super::score::{Part, most};
use super::section::{Rarity, Section, narrow};
use super::spots::{SpotList, Spots};
use super::stems::Stems;

/// What a section knows of a topic.
pub(super) struct Known<'k> {
    pub(super) concepts: Vec<KnownConcept>,
    /// Concept by concept.
    alternatives: Vec<KnownAlternative<'k>>,
    /// What has all the stems of an alternative of several in one line.
    together: SpotList,
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
    /// How many lines of one entry have it at the most, those that have several of
    /// its words counted for each.
    pub(super) lines: u32,
    /// In how many places it is looked for.
    pub(super) spots: usize,
}

/// Words that may stand for a concept, and that the section has.
#[derive(Debug)]
pub(super) struct KnownAlternative<'k> {
    stems: &'k [StemId],
    /// What it counts, given how rare the words are.
    pub(super) weight: f32,
    places: Places<'k>,
    /// A bit for it, which it shares with every 32nd other.
    pub(super) bit: u32,
}

/// Where the words of an alternative are.
#[derive(Debug)]
enum Places<'k> {
    /// Known to the section.
    Of(Spots<'k>),
    /// Of all its stems in one line, in [`Known::together`].
    Together(Range<usize>),
}

/// How many places a concept is looked for in, before its less likely words are
/// left out. A framework of some hundred entries hardly has so many, and of one of
/// thousands the likelier words find what is meant.
const MOST_SPOTS: usize = 1_000;

/// How many concepts of a topic are searched for, and how many words of each: a bit
/// each.
const MOST_CONCEPTS: usize = 64;
const MOST_ALTERNATIVES: usize = u32::BITS as usize;

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
            together: SpotList::default(),
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
        for alternative in concept.alternatives.iter().take(MOST_ALTERNATIVES) {
            let stems = alternative.stems.as_ref();
            let Some(rarity) = rarity(section, stems) else {
                continue;
            };
            let lengths = stems.iter().map(|stem| section.spots(*stem).len());
            let fewest = lengths.min().unwrap_or(0);
            if spots > 0 && spots + fewest > MOST_SPOTS {
                continue;
            }
            let known = KnownAlternative {
                stems,
                weight: alternative.weight * rarity.counts,
                bit: 1 << (self.alternatives.len() % 32),
                places: match section.spots_of_all(stems) {
                    Some(spots) => Places::Of(spots),
                    None => Places::Together(section.add_spots_of_all(stems, &mut self.together)),
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
                lines: part.lines,
                spots,
            });
        }
    }

    /// The entries that have an alternative.
    pub(super) fn spots(&self, alternative: &KnownAlternative<'k>) -> Spots<'_> {
        match &alternative.places {
            Places::Of(spots) => *spots,
            Places::Together(range) => self.together.get(range.clone()),
        }
    }

    /// The words for a concept.
    pub(super) fn alternatives(&self, concept: &KnownConcept) -> &[KnownAlternative<'k>] {
        &self.alternatives[concept.alternatives.clone()]
    }

    /// Those of the words for a concept that some bits are of. Which they are is as good
    /// as chance: so they are not asked one by one.
    pub(super) fn alternatives_of(
        &self,
        concept: &KnownConcept,
        bits: u32,
    ) -> impl Iterator<Item = &KnownAlternative<'k>> {
        let alternatives = self.alternatives(concept);
        let first = alternatives
            .first()
            .map_or(0, |first| first.bit.trailing_zeros());
        let unused = u32::BITS - narrow(alternatives.len());
        let all = u32::MAX.checked_shr(unused).unwrap_or(0);
        let mut left = bits.rotate_right(first) & all;
        std::iter::from_fn(move || {
            let next = alternatives.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(next)
        })
    }

    /// What the topic counts at the most.
    pub(super) fn total(&self) -> f32 {
        self.concepts.iter().map(|concept| concept.weight).sum()
    }

    /// The stems of the topic, out of those of the section.
    pub(super) fn stems(&self, section: &Section) -> Stems {
        let stems = self.alternatives.iter().flat_map(|known| known.stems);
        Stems::new(section.stem_count(), stems.copied())
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
