//! What one entry scores, line by line.

use super::gather::{Entry, Gathered};
use super::section::{Field, Section};

/// How much the best single line counts beside the entry as a whole.
const LINE: f32 = 0.8;
/// How many lines are given as evidence of one result.
pub(super) const MOST_LINES: usize = 3;

/// What an entry has of a concept.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    /// The best of it: how much a word counts, and its field.
    pub(super) best: f32,
    /// How many lines have a word of it, those that have several counted for each.
    pub(super) lines: u32,
}

/// What a concept adds to the score of an entry at the most: the best line of all
/// has it as well.
pub(super) fn most(section: &Section, part: Part) -> f32 {
    part.best * (section.repeated(part.lines) + LINE)
}

/// What an entry scores at the least, given the sum of its best parts of concepts
/// and the best of them: one of its lines has that.
pub(super) fn least(section: &Section, parts: f32, best: f32) -> f32 {
    parts + LINE * section.least_plainly * best
}

/// A line that says something of the topic.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Says {
    pub(super) line: u32,
    /// How plainly it says it, given its field and how long it is.
    pub(super) plain: f32,
    /// How much of the topic it has, its field and length aside.
    pub(super) tells: f32,
}

/// An entry's score.
#[derive(Debug, Clone)]
pub(super) struct Scored {
    pub(super) entry: u32,
    pub(super) score: f32,
    /// What its name has of the topic.
    pub(super) name: f32,
    /// Which concepts it has, a bit each.
    pub(super) has: u64,
    /// Its best lines, best first, those behind the last empty. Names are no
    /// evidence.
    pub(super) lines: [Says; MOST_LINES],
}

/// What a line has so far.
#[derive(Debug, Clone, Copy)]
struct Tally {
    /// Of all concepts.
    total: f32,
    /// Of the concept that is gone through: `concept`.
    part: f32,
    concept: u32,
}

const NOTHING: Tally = Tally {
    total: 0.0,
    part: 0.0,
    concept: u32::MAX,
};

/// Scores entries, one after the other, with one set of lines to write on.
pub(super) struct Scorer<'g> {
    section: &'g Section,
    gathered: &'g Gathered,
    /// The lines of the entry at hand; between two entries they are empty.
    lines: Vec<Tally>,
    /// Those that have anything.
    touched: Vec<u32>,
}

impl<'g> Scorer<'g> {
    /// A scorer of what was gathered of a section.
    pub(super) fn new(section: &'g Section, gathered: &'g Gathered) -> Self {
        let lines = |entry: &Entry| section.lines_of(entry.number).len();
        let longest = gathered.entries.iter().map(lines).max().unwrap_or(0);
        Self {
            section,
            gathered,
            lines: vec![NOTHING; longest],
            touched: Vec::with_capacity(longest),
        }
    }

    /// Scores an entry.
    pub(super) fn score(&mut self, entry: &Entry) -> Scored {
        let whole = self.go_through(entry);
        let section = self.section;
        let first = section.lines_of(entry.number).start;
        let mut scored = Scored {
            entry: entry.number,
            score: 0.0,
            name: 0.0,
            has: whole.has,
            lines: [Says::default(); MOST_LINES],
        };
        let mut best: f32 = 0.0;
        for line in self.touched.drain(..) {
            let place = section.places[line as usize];
            let tally = &mut self.lines[(line - first) as usize];
            let total = std::mem::replace(tally, NOTHING).total;
            let plain = total * place.plainly;
            best = best.max(plain);
            if place.field == Field::Name {
                scored.name = total / place.field.weight();
            } else if !place.field.is_name() && plain >= scored.lines[MOST_LINES - 1].plain {
                let tells = total / place.field.weight();
                keep(&mut scored.lines, Says { line, plain, tells });
            }
        }
        scored.score = whole.score + LINE * best;
        scored
    }

    /// Adds up what the lines of an entry have.
    fn go_through(&mut self, entry: &Entry) -> Whole {
        let section = self.section;
        let first = section.lines_of(entry.number).start;
        let (tallies, touched) = (self.lines.as_mut_slice(), &mut self.touched);
        let mut whole = Whole::default();
        for told in self.gathered.told(entry) {
            whole.turn_to(told.concept, section);
            for line in section.lines_of_spot(&told.spot) {
                let part = told.weight * section.places[*line as usize].field.weight();
                let of = &mut tallies[(line - first) as usize];
                if of.concept != told.concept {
                    if of.concept == NOTHING.concept {
                        touched.push(*line);
                    }
                    of.concept = told.concept;
                    of.part = 0.0;
                    whole.part.lines += 1;
                }
                if part > of.part {
                    of.total += part - of.part;
                    of.part = part;
                    whole.part.best = whole.part.best.max(part);
                }
            }
        }
        whole.close(section);
        whole
    }
}

/// Keeps a line if it is among the best.
fn keep(best: &mut [Says; MOST_LINES], says: Says) {
    let is_better = |other: &Says| {
        other.plain > says.plain
            || (other.plain.to_bits() == says.plain.to_bits() && other.line < says.line)
    };
    let at = best.iter().take_while(|other| is_better(other)).count();
    if at < MOST_LINES {
        best[at..].rotate_right(1);
        best[at] = says;
    }
}

/// What an entry has as a whole: of each concept the best line.
#[derive(Debug, Default)]
struct Whole {
    score: f32,
    has: u64,
    /// The concept that is gone through, and what the entry has of it.
    concept: u32,
    part: Part,
}

impl Whole {
    /// Goes on with a concept; ends the one before, if it is another.
    fn turn_to(&mut self, concept: u32, section: &Section) {
        if concept != self.concept {
            self.close(section);
            self.concept = concept;
        }
    }

    fn close(&mut self, section: &Section) {
        let part = std::mem::take(&mut self.part);
        if part.lines > 0 {
            self.score += part.best * section.repeated(part.lines);
            self.has |= 1 << self.concept;
        }
    }
}
