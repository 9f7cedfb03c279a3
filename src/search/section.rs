//! The lines about one kind of entry, and where each stem stands in them.

use std::ops::Range;

use super::dictionary::StemId;
use super::findings::{Evidence, Found};
use crate::documents::Passage;

/// What a line is to the entry that it belongs to, with its weight: a topic
/// that stands in a name counts more than one in a statement. The weights were
/// measured on labelled questions; see "How a topic is searched" in the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    /// The entry's own name.
    Name,
    /// What the entry is.
    About,
    /// A duty of a role, or a statement of a skill.
    Statement,
    /// The name of a level of a role.
    LevelName,
    /// What a level is and does.
    LevelStatement,
    /// The name of a skill that a role needs.
    SkillName,
    /// A statement of a skill that a role needs.
    SkillStatement,
}

impl Field {
    /// How much a word in such a line counts.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Name => 1.75,
            Self::About => 1.1,
            Self::Statement => 1.0,
            Self::LevelName => 0.9,
            Self::LevelStatement => 0.8,
            Self::SkillName => 0.5,
            Self::SkillStatement => 0.35,
        }
    }

    /// Whether it is a name, of whatever.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::LevelName | Self::SkillName)
    }
}

/// What ranking asks of a line. There are many, so it is small.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The entry (a place in [`Section::entries`]) whose line it is.
    pub(super) entry: u32,
    /// What it is to that entry.
    pub(super) field: Field,
    /// How many words it has; of very long lines, so many.
    pub(super) length: u16,
}

/// What telling asks of a line.
#[derive(Debug)]
struct Line {
    /// The words.
    passage: Passage,
    /// Its words in [`Section::words`]: from here to the next line's.
    words_start: u32,
}

/// A word of a line: its stem, and where it stands in the line's text. There
/// are more of them than of all else.
#[derive(Debug, Clone, Copy)]
struct LineWord {
    stem: StemId,
    /// Its first byte times 256, and its length.
    place: u32,
}

impl LineWord {
    /// A word. One so long, or so far from the start of its line, that it can't
    /// be kept, can be found and is not marked.
    fn new(stem: StemId, range: &Range<usize>) -> Self {
        let length = u8::try_from(range.len()).unwrap_or(0);
        let start = narrow(range.start).checked_mul(256);
        Self {
            stem,
            place: start.map_or(0, |start| start + u32::from(length)),
        }
    }

    /// Where it stands: bytes of the line's text.
    fn range(self) -> Range<usize> {
        let start = (self.place / 256) as usize;
        start..start + (self.place % 256) as usize
    }
}

/// An entry that has a stem.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) entry: u32,
    /// The lines that have it, in [`Section::postings`]: from here to the next
    /// spot's.
    start: u32,
    /// The weightiest field in which it has it.
    pub(super) best: Field,
}

/// How much it counts that few entries have a word: the power that its inverse
/// document frequency is raised to. At 1 one rare word outweighs three others.
const RARITY: f32 = 0.3;

/// How rare a stem is among the entries of a section.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rarity {
    /// Its inverse document frequency: what finding it tells.
    pub(super) tells: f32,
    /// What it counts.
    pub(super) counts: f32,
}

/// The lines about one kind of entry: skills, or roles.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub(super) entries: Vec<Found>,
    /// For each entry its first line; and behind the last the count of lines.
    first_lines: Vec<u32>,
    pub(super) places: Vec<Place>,
    lines: Vec<Line>,
    words: Vec<LineWord>,
    /// For each stem its first spot; and behind the last the count of spots.
    first_spots: Vec<u32>,
    /// Stem by stem, in the order of entries; and behind the last an empty one.
    spots: Vec<Spot>,
    /// Lines, spot by spot, in their order, each once.
    postings: Vec<u32>,
    /// For each stem how rare it is.
    rarities: Vec<Rarity>,
}

impl Section {
    /// Opens the next entry; the lines that follow are its own.
    pub(super) fn open(&mut self, entry: Found) {
        self.entries.push(entry);
        self.first_lines.push(narrow(self.places.len()));
    }

    /// Adds a line of the entry that was opened last, with the stems of its
    /// words and where they stand in its text.
    pub(super) fn add(
        &mut self,
        field: Field,
        passage: Passage,
        words: impl Iterator<Item = (StemId, Range<usize>)>,
    ) {
        let words_start = self.words.len();
        let words = words.map(|(stem, range)| LineWord::new(stem, &range));
        self.words.extend(words);
        let length = self.words.len() - words_start;
        self.places.push(Place {
            entry: narrow(self.entries.len()).saturating_sub(1),
            field,
            length: u16::try_from(length).unwrap_or(u16::MAX),
        });
        self.lines.push(Line {
            passage,
            words_start: narrow(words_start),
        });
    }

    /// Makes the lines ready to be searched. `stems` is how many stems there
    /// are.
    pub(super) fn finish(&mut self, stems: usize) {
        self.first_lines.push(narrow(self.places.len()));
        // How many lines have each stem, and from that where its own start.
        let mut starts = vec![0_u32; stems + 1];
        let mut last = vec![u32::MAX; stems];
        for line in 0..narrow(self.lines.len()) {
            for word in self.words_of(line) {
                let stem = word.stem.index();
                if last[stem] != line {
                    last[stem] = line;
                    starts[stem + 1] += 1;
                }
            }
        }
        for stem in 0..stems {
            starts[stem + 1] += starts[stem];
        }
        let mut next = starts.clone();
        let mut postings = vec![0; starts[stems] as usize];
        last.fill(u32::MAX);
        for line in 0..narrow(self.lines.len()) {
            for word in self.words_of(line) {
                let stem = word.stem.index();
                if last[stem] != line {
                    last[stem] = line;
                    postings[next[stem] as usize] = line;
                    next[stem] += 1;
                }
            }
        }
        self.postings = postings;
        for stem in 0..stems {
            self.first_spots.push(narrow(self.spots.len()));
            self.add_spots(starts[stem]..starts[stem + 1]);
        }
        self.first_spots.push(narrow(self.spots.len()));
        self.spots.push(Spot {
            entry: u32::MAX,
            start: narrow(self.postings.len()),
            best: Field::SkillStatement,
        });
        self.rarities = (0..stems).map(|stem| self.rarity_of(stem)).collect();
        self.entries.shrink_to_fit();
        self.places.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.words.shrink_to_fit();
        self.spots.shrink_to_fit();
    }

    /// Adds the spots of one stem, given its postings.
    fn add_spots(&mut self, postings: Range<u32>) {
        let first = self.spots.len();
        for start in postings {
            let place = self.places[self.postings[start as usize] as usize];
            match self.spots[first..].last_mut() {
                Some(spot) if spot.entry == place.entry => {
                    if place.field.weight() > spot.best.weight() {
                        spot.best = place.field;
                    }
                }
                Some(_) | None => self.spots.push(Spot {
                    entry: place.entry,
                    start,
                    best: place.field,
                }),
            }
        }
    }

    /// The entries that have a stem, by their numbers among all spots.
    pub(super) fn spots(&self, stem: StemId) -> impl Iterator<Item = (u32, &Spot)> {
        let (first, end) = self.spot_range(stem);
        (first..end).zip(&self.spots[first as usize..end as usize])
    }

    fn spot_range(&self, stem: StemId) -> (u32, u32) {
        let at = |at: usize| self.first_spots.get(at).copied();
        let first = at(stem.index());
        first.zip(at(stem.index() + 1)).unwrap_or_default()
    }

    /// The lines that have a stem.
    pub(super) fn lines_with(&self, stem: StemId) -> &[u32] {
        let (first, end) = self.spot_range(stem);
        let at = |spot: u32| {
            self.spots
                .get(spot as usize)
                .map_or(0, |spot| spot.start as usize)
        };
        &self.postings[at(first)..at(end)]
    }

    /// The lines of a spot.
    pub(super) fn lines_of_spot(&self, spot: u32) -> &[u32] {
        let spot = spot as usize;
        &self.postings[self.spots[spot].start as usize..self.spots[spot + 1].start as usize]
    }

    /// The lines of an entry.
    pub(super) fn lines_of(&self, entry: u32) -> Range<u32> {
        let entry = entry as usize;
        self.first_lines[entry]..self.first_lines[entry + 1]
    }

    /// How rare a stem is among the entries; `None` where no entry has it.
    pub(super) fn rarity(&self, stem: StemId) -> Option<Rarity> {
        let rarity = self.rarities.get(stem.index())?;
        (rarity.tells > 0.0).then_some(*rarity)
    }

    /// How rare a stem is, reckoned.
    fn rarity_of(&self, stem: usize) -> Rarity {
        let all = real(narrow(self.entries.len()));
        let with = real(self.first_spots[stem + 1] - self.first_spots[stem]);
        if with == 0.0 {
            return Rarity::default();
        }
        let tells = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        Rarity {
            tells,
            counts: tells.powf(RARITY),
        }
    }

    fn words_of(&self, line: u32) -> &[LineWord] {
        let line = line as usize;
        let start = self.lines[line].words_start as usize;
        let end = self
            .lines
            .get(line + 1)
            .map_or(self.words.len(), |next| next.words_start as usize);
        &self.words[start..end]
    }

    /// A line as evidence, with the words of some stems marked.
    pub(super) fn evidence(&self, line: u32, stems: &Stems) -> Evidence {
        let words = self.words_of(line).iter();
        let marked = words.filter(|word| stems.has(word.stem));
        let ranges = marked.map(|word| word.range());
        Evidence {
            passage: self.lines[line as usize].passage.clone(),
            marks: ranges.filter(|range| !range.is_empty()).collect(),
        }
    }
}

/// Some stems, to ask of many whether they are among them.
#[derive(Debug)]
pub(super) struct Stems {
    /// In order.
    all: Vec<StemId>,
    /// A bit for each, shared by many: where it is not set, a stem is not one.
    bits: u64,
}

impl Stems {
    /// These stems.
    pub(super) fn new(mut all: Vec<StemId>) -> Self {
        all.sort_unstable();
        let bits = all.iter().fold(0, |bits, stem| bits | Self::bit(*stem));
        Self { all, bits }
    }

    fn bit(stem: StemId) -> u64 {
        1 << (stem.index() % 64)
    }

    fn has(&self, stem: StemId) -> bool {
        self.bits & Self::bit(stem) != 0 && self.all.binary_search(&stem).is_ok()
    }
}

/// Counts in an index fit in 32 bits: a framework's files are bounded.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A count to reckon with.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of entries and of a line's words are far below 2^24"
)]
pub(super) fn real(count: u32) -> f32 {
    count as f32
}
