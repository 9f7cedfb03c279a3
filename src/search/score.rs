//! What one entry scores, line by line.

use std::cell::Cell;

use super::field::{Field, Posting, WEIGHTS};
use super::gather::Entry;
use super::known::Known;
use super::section::Section;
use super::spots::Lines;

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
    part.best * most_of(section, part.lines)
}

/// What the best of so many lines with a concept adds at the most, for each of
/// what it has.
pub(super) fn most_of(section: &Section, lines: u32) -> f32 {
    section.repeated(lines) + line_of(1.0)
}

/// What a line with so much of the topic adds to the score of its entry.
pub(super) fn line_of(total: f32) -> f32 {
    LINE * total
}

/// What an entry scores at the least, given the sum of its best parts of concepts
/// and the best of them: one of its lines has that.
pub(super) fn least(section: &Section, parts: f32, best: f32) -> f32 {
    parts + line_of(section.least_plainly * best)
}

/// A line that says something of the topic.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Says {
    /// Its place among the lines of its entry.
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
pub(super) struct Scorer<'k> {
    section: &'k Section,
    known: &'k Known<'k>,
    /// The lines of the entry at hand; between two entries they are empty.
    lines: Vec<Tally>,
    /// Those that have anything; and room for one more than there are.
    touched: Vec<Posting>,
    /// What the entry at hand has of the topic, concept by concept.
    looked_up: Vec<LookedUp<'k>>,
}

thread_local! {
    /// The lines of the last scorer, empty, and its room for those that have anything: to
    /// ask for them and to clear them takes a part of a search.
    static LEFT: Cell<(Vec<Tally>, Vec<Posting>)> = Cell::default();
}

/// An alternative that an entry has.
struct LookedUp<'k> {
    /// The place of its concept.
    concept: u32,
    /// What it counts.
    weight: f32,
    lines: Lines<'k>,
}

impl<'k> Scorer<'k> {
    /// A scorer of entries of a section.
    pub(super) fn new(section: &'k Section, known: &'k Known<'k>) -> Self {
        let (mut lines, mut touched) = LEFT.take();
        if lines.len() < section.most_lines {
            lines.resize(section.most_lines, NOTHING);
            touched.resize(section.most_lines + 1, Posting::default());
        }
        Self {
            section,
            known,
            lines,
            touched,
            looked_up: Vec::with_capacity(16),
        }
    }

    /// Leaves its lines for the next scorer.
    pub(super) fn leave(self) {
        LEFT.set((self.lines, self.touched));
    }

    /// Scores an entry.
    pub(super) fn score(&mut self, entry: &Entry) -> Scored {
        let whole = self.go_through(entry);
        let mut scored = Scored {
            entry: entry.number,
            score: 0.0,
            name: 0.0,
            has: whole.has,
            lines: [Says::default(); MOST_LINES],
        };
        let mut best: f32 = 0.0;
        let lines = self.lines.as_mut_slice();
        for posting in &self.touched[..whole.touched] {
            let (line, field) = (posting.line(), posting.field());
            let tally = &mut lines[line as usize];
            let total = std::mem::replace(tally, NOTHING).total;
            let plain = total * posting.plainly();
            best = best.max(plain);
            // Less than any, as it is no evidence.
            let evidence = if field.is_name() { -1.0 } else { plain };
            if field == Field::Name {
                scored.name = total / field.weight();
            } else if evidence >= scored.lines[MOST_LINES - 1].plain {
                let tells = total / field.weight();
                keep(&mut scored.lines, Says { line, plain, tells });
            }
        }
        scored.score = whole.score + line_of(best);
        scored
    }

    /// Looks up in which lines an entry has the alternatives that it may have.
    fn look_up(&mut self, entry: &Entry) {
        self.looked_up.clear();
        for (concept, known) in (0..).zip(&self.known.concepts) {
            for alternative in self.known.alternatives_of(known, entry.may_have) {
                let lines = self.known.spots(alternative).find(entry.number);
                self.looked_up.extend(lines.map(|lines| LookedUp {
                    concept,
                    weight: alternative.weight,
                    lines,
                }));
            }
        }
    }

    /// Adds up what the lines of an entry have. Whether a line has anything yet, and how
    /// much of it, is as good as chance, so it is no branch.
    fn go_through(&mut self, entry: &Entry) -> Whole {
        self.look_up(entry);
        let mut whole = Whole::default();
        let (lines, touched) = (self.lines.as_mut_slice(), self.touched.as_mut_slice());
        for of_concept in self.looked_up.chunk_by(|a, b| a.concept == b.concept) {
            let at = of_concept[0].concept;
            let mut of_it = Part::default();
            for alternative in of_concept {
                let counts = WEIGHTS.map(|field| field * alternative.weight);
                for posting in alternative.lines.each() {
                    let part = posting.in_field(&counts);
                    let of = &mut lines[posting.line() as usize];
                    touched[whole.touched] = *posting;
                    whole.touched += usize::from(of.concept == NOTHING.concept);
                    let is_new = of.concept != at;
                    of_it.lines += u32::from(is_new);
                    of_it.best = more(of_it.best, part);
                    let before = if is_new { 0.0 } else { of.part };
                    of.part = more(before, part);
                    of.total += of.part - before;
                    of.concept = at;
                }
            }
            if of_it.lines > 0 {
                whole.score += of_it.best * self.section.repeated(of_it.lines);
                whole.has |= 1 << at;
            }
        }
        whole
    }
}

/// The greater one of two numbers.
pub(super) fn more(one: f32, other: f32) -> f32 {
    if other > one { other } else { one }
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
    /// Which concepts it has, a bit each.
    has: u64,
    /// How many lines have anything.
    touched: usize,
}
