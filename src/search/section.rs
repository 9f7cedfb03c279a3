//! The lines about one kind of entry, and where each stem stands in them.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::dictionary::StemId;
use super::field::{Field, Posting, SEARCHED_LINES, WEIGHTS, plainly};
use super::findings::{Evidence, Found};
use super::grouped::Grouped;
use super::score::most_of;
use super::spots::{SpotList, Spots, below};
use super::stems::Stems;
use crate::documents::Passage;

/// A line. What ranking asks of it is in its postings.
#[derive(Debug)]
struct Line {
    /// The words.
    passage: Passage,
    /// Its words in [`Section::words`]: from here to the next line's.
    words_start: u32,
    field: Field,
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

/// How much it counts that few entries have a word: the power that its inverse
/// document frequency is raised to. At 1 one rare word outweighs three others.
const RARITY: f32 = 0.3;

/// So many lines of one entry hardly ever have the same word.
pub(super) const MANY: u32 = 128;

/// How much each further line with a concept adds to the best one.
const REPEATED: f32 = 0.07;

/// What the best line of a concept counts where so many lines have it.
fn repeated(lines: u32) -> f32 {
    1.0 + REPEATED * real(lines.max(1)).ln()
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

/// What is known of a stem. All of it is asked together.
#[derive(Debug, Clone, Copy, Default)]
struct OfStem {
    /// Its first spot: it has those up to the next stem's.
    first_spot: u32,
    rarity: Rarity,
}

/// The lines about one kind of entry: skills, or roles.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub(super) entries: Vec<Found>,
    /// For each entry its first line; and behind the last the count of lines.
    first_lines: Vec<u32>,
    lines: Vec<Line>,
    words: Vec<LineWord>,
    /// For each stem where it is; and one more behind the last.
    stems: Vec<OfStem>,
    /// Stem by stem, in the order of entries.
    spots: SpotList,
    /// Of some stems that are often asked for together, where in `spots_of_all` those
    /// are that have all of them in one line.
    together: HashMap<Box<[StemId]>, Range<usize>, FxBuildHasher>,
    spots_of_all: SpotList,
    /// How many lines an entry has at the most, of those that can be searched.
    pub(super) most_lines: usize,
    /// How plainly the longest line says what it has.
    pub(super) least_plainly: f32,
    /// For each count of lines, up to many, what the best of them counts.
    repeated: Vec<f32>,
    /// For each count of lines, up to many, what the best of them adds at the most.
    pub(super) most: Vec<f32>,
}

impl Section {
    /// Opens the next entry; the lines that follow are its own.
    pub(super) fn open(&mut self, entry: Found) {
        self.entries.push(entry);
        self.first_lines.push(narrow(self.lines.len()));
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
        self.lines.push(Line {
            passage,
            words_start: narrow(words_start),
            field,
        });
    }

    /// Makes the lines ready to be searched. `stems` is how many stems there
    /// are.
    pub(super) fn finish(&mut self, stems: usize) {
        self.first_lines.push(narrow(self.lines.len()));
        let having = Grouped::new(stems, self.stems_of_lines());
        let mut postings: Vec<Posting> = Vec::new();
        for stem in 0..stems {
            let first_spot = self.spots.len();
            let mut lines = having.of(stem);
            let mut entry = 0;
            while let Some(first) = lines.first() {
                let started = &self.first_lines[entry as usize..];
                entry += narrow(below(started, *first + 1)) - 1;
                let of_entry = self.lines_of(entry);
                let count = lines.partition_point(|line| *line < of_entry.end);
                let (its, others) = lines.split_at(count);
                postings.clear();
                postings.extend(its.iter().map(|line| self.posting(of_entry.start, *line)));
                postings.dedup();
                self.spots.push(entry, &postings);
                lines = others;
            }
            let rarity = self.rarity_of(self.spots.get(first_spot..self.spots.len()));
            let first_spot = narrow(first_spot);
            self.stems.push(OfStem { first_spot, rarity });
        }
        self.stems.push(OfStem {
            first_spot: narrow(self.spots.len()),
            rarity: Rarity::default(),
        });
        let entries = 0..narrow(self.entries.len());
        let lines = entries.map(|entry| self.lines_of(entry).len());
        self.most_lines = lines.max().unwrap_or(0).min(SEARCHED_LINES);
        let lines = 0..narrow(self.lines.len());
        let longest = lines.map(|line| self.words_of(line).len()).max();
        self.least_plainly = plainly(narrow(longest.unwrap_or(0)));
        self.repeated = (0..MANY).map(repeated).collect();
        self.most = (0..MANY).map(|lines| most_of(self, lines)).collect();
        self.entries.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.words.shrink_to_fit();
        self.spots.shrink_to_fit();
    }

    /// Each word of each line that can be searched: the place of its stem, and the
    /// line.
    fn stems_of_lines(&self) -> impl Iterator<Item = (usize, u32)> + Clone {
        let entries = 0..narrow(self.entries.len());
        let lines = entries.flat_map(|entry| self.lines_of(entry).take(SEARCHED_LINES));
        lines.flat_map(|line| {
            let words = self.words_of(line).iter();
            words.map(move |word| (word.stem.index(), line))
        })
    }

    /// A line as a posting, given the first line of its entry.
    fn posting(&self, first: u32, line: u32) -> Posting {
        let words = self.words_of(line).len();
        Posting::new(line - first, words, self.lines[line as usize].field)
    }

    /// What the best line of a concept counts where so many lines have it.
    pub(super) fn repeated(&self, lines: u32) -> f32 {
        let known = self.repeated.get(lines as usize).copied();
        known.unwrap_or_else(|| repeated(lines))
    }

    /// The entries that have a stem, in their order.
    pub(super) fn spots(&self, stem: StemId) -> Spots<'_> {
        match self.stems.get(stem.index()..).unwrap_or_default() {
            [it, next, ..] => (self.spots).get(it.first_spot as usize..next.first_spot as usize),
            _ => Spots::default(),
        }
    }

    /// Finds out where some stems stand together in a line, since that is asked often.
    pub(super) fn note_together(&mut self, stems: &[StemId]) {
        if stems.len() > 1 && !self.together.contains_key(stems) {
            let mut spots = std::mem::take(&mut self.spots_of_all);
            let range = self.add_spots_of_all(stems, &mut spots);
            self.spots_of_all = spots;
            self.together.insert(stems.into(), range);
        }
    }

    /// The entries of which a line has all of some stems, as far as that is noted.
    pub(super) fn spots_of_all(&self, stems: &[StemId]) -> Option<Spots<'_>> {
        if let [only] = stems {
            return Some(self.spots(*only));
        }
        let range = self.together.get(stems)?;
        Some(self.spots_of_all.get(range.clone()))
    }

    /// Adds the entries of which a line has all of some stems to a list. Returns where
    /// they are.
    pub(super) fn add_spots_of_all(&self, stems: &[StemId], list: &mut SpotList) -> Range<usize> {
        let lists = stems.iter().map(|stem| self.spots(*stem));
        let mut lists: SmallVec<[Spots<'_>; 4]> = lists.collect();
        list.push_common(&mut lists)
    }

    /// The lines of an entry.
    fn lines_of(&self, entry: u32) -> Range<u32> {
        let entry = entry as usize;
        self.first_lines[entry]..self.first_lines[entry + 1]
    }

    /// What the numbers of all stems that it knows are below.
    pub(super) fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// How rare a stem is among the entries; `None` where no entry has it.
    pub(super) fn rarity(&self, stem: StemId) -> Option<Rarity> {
        let rarity = self.stems.get(stem.index())?.rarity;
        (rarity.tells > 0.0).then_some(rarity)
    }

    /// How rare a stem is that has these spots.
    fn rarity_of(&self, spots: Spots<'_>) -> Rarity {
        if spots.len() == 0 {
            return Rarity::default();
        }
        let (all, with) = (self.entries.len(), spots.len());
        let (all, with) = (real(narrow(all)), real(narrow(with)));
        let tells = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        Rarity {
            tells,
            counts: tells.powf(RARITY),
            field: (spots.each().iter())
                .map(|spot| spot.in_field(&WEIGHTS))
                .fold(0.0, f32::max),
            lines: (spots.iter())
                .map(|(spot, lines)| spot.line_count(lines))
                .max()
                .unwrap_or(0),
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

    /// A line of an entry, looked up.
    pub(super) fn line(&self, entry: u32, line: u32) -> LookedUp<'_> {
        let line = self.first_lines[entry as usize] + line;
        LookedUp {
            passage: &self.lines[line as usize].passage,
            words: self.words_of(line),
        }
    }

    /// A line of an entry as evidence, with the words of some stems marked.
    pub(super) fn evidence(&self, entry: u32, line: u32, stems: &Stems) -> Evidence {
        self.line(entry, line).evidence(stems)
    }
}

/// A line with its words. To look many up and only then to ask what they say is quicker
/// than one by one: none of them is waited for before the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct LookedUp<'s> {
    passage: &'s Passage,
    words: &'s [LineWord],
}

impl LookedUp<'_> {
    /// It as evidence, with the words of some stems marked.
    pub(super) fn evidence(self, stems: &Stems) -> Evidence {
        let marked = self.words.iter().filter(|word| stems.has(word.stem));
        let ranges = marked.map(|word| word.range());
        Evidence {
            passage: self.passage.clone(),
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
