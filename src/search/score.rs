//! What one entry scores, line by line.

use super::gather::Gathered;
use super::section::{Field, real};

/// How much the best single line counts beside the entry as a whole.
pub(super) const LINE: f32 = 0.8;
/// What each word of a line takes from it: of two lines that have the same of a
/// topic, the shorter one says it more plainly.
const LENGTH: f32 = 0.006;
/// How much each further line with a concept adds to the best one.
const REPEATED: f32 = 0.07;
/// How many lines are given as evidence of one result.
pub(super) const MOST_LINES: usize = 3;

/// What the best line of a concept counts where so many lines have it.
pub(super) fn repeated(lines: u32) -> f32 {
    if lines == 1 {
        return 1.0;
    }
    1.0 + REPEATED * real(lines).ln()
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
    concept: usize,
}

/// Scores entries, one after the other, with one set of lines to write on.
pub(super) struct Scorer<'g> {
    gathered: &'g Gathered<'g>,
    /// The lines of the entry at hand.
    lines: Vec<Tally>,
    /// Those that have anything.
    touched: Vec<u32>,
}

impl<'g> Scorer<'g> {
    /// A scorer of what was gathered.
    pub(super) fn new(gathered: &'g Gathered<'g>) -> Self {
        Self {
            gathered,
            lines: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Scores an entry.
    pub(super) fn score(&mut self, entry: u32) -> Scored {
        let whole = self.go_through(entry);
        let section = self.gathered.section;
        let first = section.lines_of(entry).start;
        let mut scored = Scored {
            entry,
            score: 0.0,
            name: 0.0,
            has: whole.has,
            lines: [Says::default(); MOST_LINES],
        };
        let mut best: f32 = 0.0;
        for line in &self.touched {
            let place = section.places[*line as usize];
            let total = self.lines[(line - first) as usize].total;
            let says = Says {
                line: *line,
                plain: total / (1.0 + LENGTH * f32::from(place.length)),
                tells: total / place.field.weight(),
            };
            best = best.max(says.plain);
            if place.field == Field::Name {
                scored.name = says.tells;
            }
            if !place.field.is_name() {
                keep(&mut scored.lines, says);
            }
        }
        scored.score = whole.score + LINE * best;
        scored
    }

    /// Adds up what the lines of an entry have.
    fn go_through(&mut self, entry: u32) -> Whole {
        let section = self.gathered.section;
        let lines = section.lines_of(entry);
        self.touched.clear();
        self.lines.clear();
        let nothing = Tally {
            total: 0.0,
            part: 0.0,
            concept: usize::MAX,
        };
        self.lines.resize(lines.len(), nothing);
        let mut whole = Whole::default();
        for told in self.gathered.told(entry) {
            whole.turn_to(told.concept);
            for line in self.gathered.lines(&told) {
                let field = section.places[*line as usize].field;
                let part = told.weight * field.weight();
                let of = &mut self.lines[(line - lines.start) as usize];
                if of.concept == usize::MAX {
                    self.touched.push(*line);
                }
                if of.concept != told.concept {
                    of.concept = told.concept;
                    of.part = 0.0;
                    whole.lines += 1;
                }
                if part > of.part {
                    of.total += part - of.part;
                    of.part = part;
                    whole.part = whole.part.max(part);
                }
            }
        }
        whole.close();
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
    concept: usize,
    part: f32,
    lines: u32,
}

impl Whole {
    /// Goes on with a concept; ends the one before, if it is another.
    fn turn_to(&mut self, concept: usize) {
        if concept != self.concept {
            self.close();
            self.concept = concept;
        }
    }

    fn close(&mut self) {
        if self.lines > 0 {
            self.score += self.part * repeated(self.lines);
            self.has |= 1 << self.concept;
        }
        self.part = 0.0;
        self.lines = 0;
    }
}
