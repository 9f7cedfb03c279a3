//! Ranking: how well the entries of the index fit a query.
//!
//! An entry's score has two parts. The first takes, for each concept of the
//! query, the best line that has it, wherever it stands in the entry: this is
//! what the entry is about as a whole. The second takes the best single line
//! with all the concepts that it has: words that stand together mean more than
//! words that stand apart. Both count a word by how few entries have it, and by
//! the field that it stands in. Names and weights: [`Field`].

use super::findings::{Findings, Found, Hit};
use super::index::{Field, Index, Shelf};
use super::query::Query;

/// How much the best single line counts beside the entry as a whole.
const LINE: f32 = 0.55;
/// How the share of the query's concepts that an entry has counts: the power
/// that the share is raised to.
const COVERAGE: f32 = 0.6;
/// How much each further line with a concept adds to the best one.
const REPEATED: f32 = 0.10;
/// How many results are given.
const MOST_HITS: usize = 8;
/// How many lines are given as evidence of one result.
const MOST_LINES: usize = 3;
/// The part of the best score that a result must have to be told at all.
const WORTH_TELLING: f32 = 0.30;
/// The part of the best score from which a result is about the topic, even
/// where its name does not say so.
const PLAINLY_ABOUT: f32 = 0.75;
/// How many role levels that mention a topic are given with its skills.
const MOST_MENTIONING: usize = 3;
/// The part of a topic's weight that a line must have to mention it.
const MENTIONS: f32 = 0.5;

/// A concept with the stems that the index knows: several sets of stems, each
/// with the weight that it counts with.
struct Known {
    alternatives: Vec<(Vec<u32>, f32)>,
    /// What the concept counts at the most.
    weight: f32,
}

/// One line's score while the concepts are gone through.
#[derive(Clone, Copy, Default)]
struct LineScore {
    total: f32,
    /// The part of the concept that is being gone through, and its number.
    current: f32,
    concept: u32,
}

/// Ranks the entries of a shelf; only some of them where `among` says so.
pub(super) fn rank(
    index: &Index,
    shelf: &Shelf,
    query: &Query,
    among: Option<&[Found]>,
) -> Findings {
    let known = known(index, shelf, query);
    let total: f32 = known.iter().map(|concept| concept.weight).sum();
    let mut findings = Findings {
        topic: query.topic.clone(),
        ..Findings::default()
    };
    if known.is_empty() {
        return findings;
    }
    let scores = Scores::of(shelf, &known);
    let mut ranked: Vec<(f32, usize)> = (0..shelf.entries.len())
        .filter(|entry| among.is_none_or(|among| among.contains(&shelf.entries[*entry])))
        .filter_map(|entry| {
            let score = scores.entry(entry, total);
            (score > 0.0).then_some((score, entry))
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(MOST_HITS);
    let Some(&(best, _)) = ranked.first() else {
        return findings;
    };
    ranked.retain(|(score, _)| *score >= best * WORTH_TELLING);

    let stems: Vec<u32> = known
        .iter()
        .flat_map(|c| c.alternatives.iter().flat_map(|(stems, _)| stems.clone()))
        .collect();
    let kept: Vec<u32> = ranked.iter().map(|(_, entry)| *entry as u32).collect();
    let evidence = scores.best_lines(shelf, &kept);
    for ((score, entry), lines) in ranked.into_iter().zip(evidence) {
        let carries = scores.name_carries(entry, total);
        let hit = Hit {
            found: shelf.entries[entry],
            score,
            evidence: lines
                .into_iter()
                .map(|line| shelf.evidence(line, &stems))
                .collect(),
        };
        if score >= best * PLAINLY_ABOUT || carries {
            findings.hits.push(hit);
        } else {
            findings.mentions.push(hit);
        }
    }
    findings.coverage = scores.covered(shelf, &findings.hits, &known);
    findings
}

/// Adds to the skills of a topic the role levels of which one line mentions it.
pub(super) fn add_mentioning_levels(index: &Index, query: &Query, findings: &mut Findings) {
    let shelf = &index.roles;
    let known = known(index, shelf, query);
    let total: f32 = known.iter().map(|concept| concept.weight).sum();
    if known.is_empty() || findings.hits.is_empty() {
        return;
    }
    let stems: Vec<u32> = known
        .iter()
        .flat_map(|c| c.alternatives.iter().flat_map(|(stems, _)| stems.clone()))
        .collect();
    let scores = Scores::of(shelf, &known);
    let mut lines: Vec<(f32, usize)> = scores
        .touched
        .iter()
        .map(|line| *line as usize)
        .filter(|line| shelf.lines[*line].field == Field::LevelStatement)
        .map(|line| {
            (
                scores.lines[line].total / Field::LevelStatement.weight(),
                line,
            )
        })
        .filter(|(score, _)| *score >= total * MENTIONS)
        .collect();
    lines.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut told: Vec<Found> = Vec::new();
    for (score, line) in lines {
        let found = shelf.lines[line].found;
        if told.len() == MOST_MENTIONING {
            break;
        }
        if !told.contains(&found) {
            told.push(found);
            findings.mentions.push(Hit {
                found,
                score,
                evidence: vec![shelf.evidence(line, &stems)],
            });
        }
    }
}

/// The concepts of a query, with what the index knows of their words.
fn known(index: &Index, shelf: &Shelf, query: &Query) -> Vec<Known> {
    let entries = shelf.entries.len() as f32;
    let rarity = |stem: u32| {
        let with = shelf.entries_with[stem as usize] as f32;
        if with == 0.0 {
            0.0
        } else {
            (1.0 + (entries - with + 0.5) / (with + 0.5)).ln()
        }
    };
    query
        .concepts
        .iter()
        .filter_map(|concept| {
            let alternatives: Vec<(Vec<u32>, f32)> = concept
                .alternatives
                .iter()
                .filter_map(|alternative| {
                    let stems: Vec<u32> = alternative
                        .stems
                        .iter()
                        .map(|stem| index.stems.get(stem).copied())
                        .collect::<Option<_>>()?;
                    let rarities: Vec<f32> = stems.iter().map(|stem| rarity(*stem)).collect();
                    let rare = rarities.iter().copied().fold(0.0, f32::max);
                    let all_known = rarities.iter().all(|rarity| *rarity > 0.0);
                    (all_known && rare > 0.0).then_some((stems, alternative.weight * rare))
                })
                .collect();
            let weight = alternatives
                .iter()
                .map(|(_, weight)| *weight)
                .fold(0.0, f32::max);
            (!alternatives.is_empty()).then_some(Known {
                alternatives,
                weight,
            })
        })
        .collect()
}

/// What every line and entry of a shelf scores.
struct Scores {
    lines: Vec<LineScore>,
    touched: Vec<u32>,
    concepts: usize,
    /// Entry by entry and concept by concept: the best line's part, and how
    /// many lines have the concept.
    best: Vec<f32>,
    count: Vec<u16>,
    /// For each entry its best line's total, and what its name has.
    line: Vec<f32>,
    name: Vec<f32>,
}

impl Scores {
    fn of(shelf: &Shelf, known: &[Known]) -> Self {
        let (entries, concepts) = (shelf.entries.len(), known.len());
        let mut scores = Self {
            lines: vec![LineScore::default(); shelf.lines.len()],
            touched: Vec::new(),
            concepts,
            best: vec![0.0; entries * concepts],
            count: vec![0; entries * concepts],
            line: vec![0.0; entries],
            name: vec![0.0; entries],
        };
        for (at, concept) in known.iter().enumerate() {
            for (stems, weight) in &concept.alternatives {
                scores.add(shelf, at, stems, *weight);
            }
        }
        for line in &scores.touched {
            let line = *line as usize;
            let entry = shelf.lines[line].entry as usize;
            let total = scores.lines[line].total;
            let length = shelf.lines[line].length as f32;
            scores.line[entry] = scores.line[entry].max(total / (1.0 + 0.012 * length));
            if shelf.lines[line].field == Field::Name {
                scores.name[entry] = total / Field::Name.weight();
            }
        }
        scores
    }

    /// Adds one alternative of a concept: every line that has all its stems.
    fn add(&mut self, shelf: &Shelf, concept: usize, stems: &[u32], weight: f32) {
        let Some((first, others)) = stems.split_first() else {
            return;
        };
        for line in &shelf.postings[*first as usize] {
            let has = |stem: &u32| shelf.postings[*stem as usize].binary_search(line).is_ok();
            if others.iter().all(has) {
                self.add_line(shelf, concept, *line, weight);
            }
        }
    }

    fn add_line(&mut self, shelf: &Shelf, concept: usize, line: u32, weight: f32) {
        let number = concept as u32 + 1;
        let part = weight * shelf.lines[line as usize].field.weight();
        let score = &mut self.lines[line as usize];
        if score.concept == 0 {
            self.touched.push(line);
        }
        if score.concept != number {
            *score = LineScore {
                total: score.total,
                current: 0.0,
                concept: number,
            };
            let entry = shelf.lines[line as usize].entry as usize;
            self.count[entry * self.concepts + concept] += 1;
        }
        if part > score.current {
            score.total += part - score.current;
            score.current = part;
            let entry = shelf.lines[line as usize].entry as usize;
            let best = &mut self.best[entry * self.concepts + concept];
            *best = best.max(part);
        }
    }

    /// The score of an entry, given what all concepts count together.
    fn entry(&self, entry: usize, total: f32) -> f32 {
        let range = entry * self.concepts..(entry + 1) * self.concepts;
        let mut sum = 0.0;
        let mut plain = 0.0;
        for (best, count) in self.best[range.clone()].iter().zip(&self.count[range]) {
            if *best > 0.0 {
                sum += best * (1.0 + REPEATED * f32::from(*count).ln());
                plain += best.min(total);
            }
        }
        if sum == 0.0 {
            return 0.0;
        }
        let share = (plain / total).min(1.0);
        (sum + LINE * self.line[entry]) * share.powf(COVERAGE)
    }

    /// Whether the name of an entry carries the topic.
    fn name_carries(&self, entry: usize, total: f32) -> bool {
        self.name[entry] >= total * 0.5
    }

    /// The best lines of some entries, best first; names are no evidence.
    fn best_lines(&self, shelf: &Shelf, entries: &[u32]) -> Vec<Vec<usize>> {
        let mut lines: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        for line in &self.touched {
            let line = *line as usize;
            let of = &shelf.lines[line];
            let is_name = matches!(of.field, Field::Name | Field::LevelName | Field::SkillName);
            if let Some(at) = entries
                .iter()
                .position(|entry| *entry == of.entry)
                .filter(|_| !is_name)
            {
                lines[at].push(line);
            }
        }
        for lines in &mut lines {
            let total = |line: usize| {
                self.lines[line].total / (1.0 + 0.012 * shelf.lines[line].length as f32)
            };
            lines.sort_by(|a, b| total(*b).total_cmp(&total(*a)).then(a.cmp(b)));
            lines.truncate(MOST_LINES);
        }
        lines
    }

    /// The part of the topic that the best hit has, from 0 to 1.
    fn covered(&self, shelf: &Shelf, hits: &[Hit], known: &[Known]) -> f32 {
        let total: f32 = known.iter().map(|concept| concept.weight).sum();
        let Some(entry) = hits
            .first()
            .and_then(|hit| shelf.entries.iter().position(|found| *found == hit.found))
        else {
            return 0.0;
        };
        let has: f32 = known
            .iter()
            .enumerate()
            .filter(|(at, _)| self.best[entry * self.concepts + at] > 0.0)
            .map(|(_, concept)| concept.weight)
            .sum();
        has / total
    }
}
