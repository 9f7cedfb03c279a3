//! The lines about one kind of entry, and where each stem stands in them.

use std::ops::Range;

use super::dictionary::StemId;
use super::findings::{Evidence, Found};
use super::stems::Stems;
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
    /// How plainly it says what it has, a share: by how many words it has.
    pub(super) plainly: f32,
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
    /// The weight of the weightiest field in which it has it.
    pub(super) field: f32,
    /// How many lines have it.
    pub(super) lines: u32,
    /// Those lines, in [`Section::postings`]: from here on.
    first: u32,
}

/// Some lines, one behind the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Postings<'s> {
    /// The place of the first in [`Section::postings`].
    pub(super) first: u32,
    pub(super) lines: &'s [u32],
}

/// How much it counts that few entries have a word: the power that its inverse
/// document frequency is raised to. At 1 one rare word outweighs three others.
const RARITY: f32 = 0.3;

/// So many lines of one entry hardly ever have the same word.
const MANY: u32 = 128;

/// How much each further line with a concept adds to the best one.
const REPEATED: f32 = 0.07;

/// What the best line of a concept counts where so many lines have it.
fn repeated(lines: u32) -> f32 {
    1.0 + REPEATED * real(lines.max(1)).ln()
}

/// What each word of a line takes from it: of two lines that have the same of a
/// topic, the shorter one says it more plainly.
const LENGTH: f32 = 0.006;

/// How plainly a line of so many words says what it has.
fn plainly(words: usize) -> f32 {
    1.0 / (1.0 + LENGTH * real(narrow(words)))
}

/// How rare a stem is among the entries of a section.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rarity {
    /// Its inverse document frequency: what finding it tells.
    pub(super) tells: f32,
    /// What it counts.
    pub(super) counts: f32,
    /// The weight of the weightiest field in which any entry has it.
    pub(super) field: f32,
    /// How many lines of one entry have it at the most.
    pub(super) lines: u32,
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
    /// Stem by stem, in the order of entries.
    spots: Vec<Spot>,
    /// Lines, spot by spot, in their order, each once.
    postings: Vec<u32>,
    /// For each stem how rare it is.
    rarities: Vec<Rarity>,
    /// How plainly the longest line says what it has.
    pub(super) least_plainly: f32,
    /// For each count of lines, up to many, what the best of them counts.
    repeated: Vec<f32>,
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
            plainly: plainly(length),
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
        self.rarities = (0..stems).map(|stem| self.rarity_of(stem)).collect();
        let plainly = self.places.iter().map(|place| place.plainly);
        self.least_plainly = plainly.fold(1.0, f32::min);
        self.repeated = (0..MANY).map(repeated).collect();
        self.entries.shrink_to_fit();
        self.places.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.words.shrink_to_fit();
        self.spots.shrink_to_fit();
    }

    /// Adds the spots of one stem, given its postings.
    fn add_spots(&mut self, postings: Range<u32>) {
        let start = self.spots.len();
        for first in postings {
            let place = self.places[self.postings[first as usize] as usize];
            let field = place.field.weight();
            match self.spots[start..].last_mut() {
                Some(spot) if spot.entry == place.entry => {
                    spot.field = spot.field.max(field);
                    spot.lines += 1;
                }
                Some(_) | None => {
                    let line = self.postings[first as usize];
                    self.spots.push(self.spot_of_one(first, line));
                }
            }
        }
    }

    /// What the best line of a concept counts where so many lines have it.
    pub(super) fn repeated(&self, lines: u32) -> f32 {
        let known = self.repeated.get(lines as usize).copied();
        known.unwrap_or_else(|| repeated(lines))
    }

    /// The entries that have a stem, in their order.
    pub(super) fn spots(&self, stem: StemId) -> &[Spot] {
        let at = |at: usize| self.first_spots.get(at).map(|spot| *spot as usize);
        match (at(stem.index()), at(stem.index() + 1)) {
            (Some(first), Some(end)) => &self.spots[first..end],
            _ => &[],
        }
    }

    /// The lines that have a stem.
    pub(super) fn postings(&self, stem: StemId) -> Postings<'_> {
        let spots = self.spots(stem);
        let first = spots.first().map_or(0, |spot| spot.first);
        let end = spots.last().map_or(0, |spot| spot.first + spot.lines);
        Postings {
            first,
            lines: &self.postings[first as usize..end as usize],
        }
    }

    /// The spot of a single posting, given its line.
    pub(super) fn spot_of_one(&self, posting: u32, line: u32) -> Spot {
        let place = self.places[line as usize];
        Spot {
            entry: place.entry,
            field: place.field.weight(),
            lines: 1,
            first: posting,
        }
    }

    /// The lines of a spot.
    pub(super) fn lines_of_spot(&self, spot: &Spot) -> &[u32] {
        let first = spot.first as usize;
        &self.postings[first..first + spot.lines as usize]
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
        let (first, end) = (self.first_spots[stem], self.first_spots[stem + 1]);
        let spots = &self.spots[first as usize..end as usize];
        if spots.is_empty() {
            return Rarity::default();
        }
        let (all, with) = (real(narrow(self.entries.len())), real(end - first));
        let tells = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        Rarity {
            tells,
            counts: tells.powf(RARITY),
            field: spots.iter().map(|spot| spot.field).fold(0.0, f32::max),
            lines: spots.iter().map(|spot| spot.lines).max().unwrap_or(0),
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
