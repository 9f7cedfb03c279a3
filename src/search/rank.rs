//! Ranking: how well the entries of the index fit a query.
//!
//! An entry's score has two parts. The first takes, for each concept of the
//! query, the best line that has it, wherever it stands in the entry: this is
//! what the entry is about as a whole. The second takes the best single line
//! with all the concepts that it has: words that stand together mean more than
//! words that stand apart. Both count a word by how few entries have it, and by
//! the field that it stands in. Names and weights: [`Field`].
//!
//! How few entries have a word counts far less than in a search of many texts:
//! a word that is rare among a framework's few entries is often rare by chance,
//! and what a person means is rather where several words agree.

use super::findings::{Findings, Found, Hit};
use super::index::{Field, Index, Section, narrow, real};
use super::query::{Alternative, Concept, Query};

/// How much the best single line counts beside the entry as a whole.
const LINE: f32 = 0.8;
/// How much it counts that few entries have a word: the power that its inverse
/// document frequency is raised to. At 1 one rare word outweighs three others.
const RARITY: f32 = 0.3;
/// What each word of a line takes from it: of two lines that have the same of a
/// topic, the shorter one says it more plainly.
const LENGTH: f32 = 0.006;
/// How much each further line with a concept adds to the best one.
const REPEATED: f32 = 0.07;
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
const MENTIONS: f32 = 0.45;

/// A concept with the stems that the index knows: several sets of stems, each
/// with the weight that it counts with.
struct Known {
    alternatives: Vec<(Vec<u32>, f32)>,
    /// What the concept counts at the most.
    weight: f32,
    /// What it tells at the most: the same with all of its words' rarity. An
    /// unusual word that is not found leaves a topic open, so what part of the
    /// topic was found is said by this.
    tells: f32,
}

/// Ranks the entries of a section; only some of them where `among` says so.
pub(super) fn rank(
    index: &Index,
    section: &Section,
    query: &Query,
    among: Option<&[Found]>,
) -> Findings {
    let known = known(index, section, query);
    let total: f32 = known.iter().map(|concept| concept.weight).sum();
    let mut findings = Findings {
        topic: query.topic.clone(),
        ..Findings::default()
    };
    if known.is_empty() {
        return findings;
    }
    let scores = Scores::of(section, &known, None);
    let mut ranked: Vec<(f32, usize)> = (0..section.entries.len())
        .filter(|entry| among.is_none_or(|among| among.contains(&section.entries[*entry])))
        .filter_map(|entry| {
            let score = scores.entry(entry);
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
    let kept: Vec<usize> = ranked.iter().map(|(_, entry)| *entry).collect();
    let evidence = scores.best_lines(section, &kept);
    for ((score, entry), lines) in ranked.into_iter().zip(evidence) {
        let carries = scores.name_carries(entry, total);
        let says = lines
            .first()
            .is_some_and(|line| scores.says(section, *line, total));
        let hit = Hit {
            found: section.entries[entry],
            score,
            evidence: lines
                .into_iter()
                .map(|line| section.evidence(line, &stems))
                .collect(),
        };
        if score >= best * PLAINLY_ABOUT || carries {
            findings.hits.push(hit);
        } else if says {
            findings.mentions.push(hit);
        }
    }
    findings.coverage = scores.covered(section, &findings.hits, &known);
    findings
}

/// Adds to the skills of a topic the role levels of which one line mentions it.
pub(super) fn add_mentioning_levels(index: &Index, query: &Query, findings: &mut Findings) {
    let section = &index.roles;
    let known = known(index, section, query);
    let total: f32 = known.iter().map(|concept| concept.weight).sum();
    if known.is_empty() || findings.hits.is_empty() {
        return;
    }
    let stems: Vec<u32> = known
        .iter()
        .flat_map(|c| c.alternatives.iter().flat_map(|(stems, _)| stems.clone()))
        .collect();
    let scores = Scores::of(section, &known, Some(Field::LevelStatement));
    let mut lines: Vec<(f32, usize)> = scores
        .touched
        .iter()
        .map(|line| *line as usize)
        .filter(|line| scores.says(section, *line, total))
        .map(|line| (scores.total[line] / Field::LevelStatement.weight(), line))
        .collect();
    lines.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut told: Vec<Found> = Vec::new();
    for (score, line) in lines {
        let found = section.lines[line].found;
        if told.len() == MOST_MENTIONING {
            break;
        }
        if !told.contains(&found) {
            told.push(found);
            findings.mentions.push(Hit {
                found,
                score,
                evidence: vec![section.evidence(line, &stems)],
            });
        }
    }
}

/// The concepts of a query, with what the index knows of their words.
fn known(index: &Index, section: &Section, query: &Query) -> Vec<Known> {
    let of = |concept: &Concept| {
        let mut known = Known {
            alternatives: Vec::with_capacity(concept.alternatives.len()),
            weight: 0.0,
            tells: 0.0,
        };
        for alternative in &concept.alternatives {
            if let Some((stems, rarity)) = stems(index, section, alternative) {
                let weight = alternative.weight * rarity.powf(RARITY);
                known.weight = known.weight.max(weight);
                known.tells = known.tells.max(alternative.weight * rarity);
                known.alternatives.push((stems, weight));
            }
        }
        (!known.alternatives.is_empty()).then_some(known)
    };
    query.concepts.iter().filter_map(of).collect()
}

/// The stems of an alternative with the rarity of the rarest; `None` where the
/// section lacks one of them.
fn stems(index: &Index, section: &Section, alternative: &Alternative) -> Option<(Vec<u32>, f32)> {
    let mut rarest: f32 = 0.0;
    let mut stems = Vec::with_capacity(alternative.stems.len());
    for stem in &alternative.stems {
        let stem = *index.stems.get(stem)?;
        rarest = rarest.max(section.rarity(stem)?);
        stems.push(stem);
    }
    (rarest > 0.0).then_some((stems, rarest))
}

/// What every line and entry of a section scores. What is kept for each line is
/// kept in plain numbers, a list each: such lists cost nothing until a line is
/// touched, however many lines a framework has.
struct Scores {
    /// The only field whose lines count, if any.
    only: Option<Field>,
    /// For each line what it has of all concepts so far.
    total: Vec<f32>,
    /// For each line its part of the concept that is gone through, and which
    /// concept that is, counted from 1.
    part: Vec<f32>,
    concept: Vec<u32>,
    /// The lines that have anything.
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
    /// Scores the lines of a section; only those of one field where `only` says so.
    fn of(section: &Section, known: &[Known], only: Option<Field>) -> Self {
        let (entries, concepts) = (section.entries.len(), known.len());
        let mut scores = Self {
            only,
            total: vec![0.0; section.lines.len()],
            part: vec![0.0; section.lines.len()],
            concept: vec![0; section.lines.len()],
            touched: Vec::new(),
            concepts,
            best: vec![0.0; entries * concepts],
            count: vec![0; entries * concepts],
            line: vec![0.0; entries],
            name: vec![0.0; entries],
        };
        for (at, concept) in known.iter().enumerate() {
            for (stems, weight) in &concept.alternatives {
                scores.add(section, at, stems, *weight);
            }
        }
        for line in &scores.touched {
            let line = *line as usize;
            let entry = section.lines[line].entry as usize;
            scores.line[entry] = scores.line[entry].max(scores.plain(section, line));
            if section.lines[line].field == Field::Name {
                scores.name[entry] = scores.total[line] / Field::Name.weight();
            }
        }
        scores
    }

    /// Adds one alternative of a concept: every line that has all its stems.
    fn add(&mut self, section: &Section, concept: usize, stems: &[u32], weight: f32) {
        let Some((first, others)) = stems.split_first() else {
            return;
        };
        for line in &section.postings[*first as usize] {
            let has = |stem: &u32| section.postings[*stem as usize].binary_search(line).is_ok();
            if others.iter().all(has) {
                self.add_line(section, concept, *line, weight);
            }
        }
    }

    fn add_line(&mut self, section: &Section, concept: usize, line: u32, weight: f32) {
        let number = narrow(concept) + 1;
        let at = line as usize;
        let of = &section.lines[at];
        if self.only.is_some_and(|only| only != of.field) {
            return;
        }
        let part = weight * of.field.weight();
        let place = of.entry as usize * self.concepts + concept;
        if self.concept[at] == 0 {
            self.touched.push(line);
        }
        if self.concept[at] != number {
            self.concept[at] = number;
            self.part[at] = 0.0;
            self.count[place] += 1;
        }
        if part > self.part[at] {
            self.total[at] += part - self.part[at];
            self.part[at] = part;
            self.best[place] = self.best[place].max(part);
        }
    }

    /// What a line says of the topic, given how long it is.
    fn plain(&self, section: &Section, line: usize) -> f32 {
        self.total[line] / (1.0 + LENGTH * real(section.lines[line].length))
    }

    /// The score of an entry.
    fn entry(&self, entry: usize) -> f32 {
        let range = entry * self.concepts..(entry + 1) * self.concepts;
        let whole: f32 = self.best[range.clone()]
            .iter()
            .zip(&self.count[range])
            .filter(|(best, _)| **best > 0.0)
            .map(|(best, count)| best * (1.0 + REPEATED * f32::from(*count).ln()))
            .sum();
        whole + LINE * self.line[entry]
    }

    /// Whether the name of an entry carries the topic.
    fn name_carries(&self, entry: usize, total: f32) -> bool {
        self.name[entry] >= total * 0.5
    }

    /// Whether a line says enough of the topic to mention it.
    fn says(&self, section: &Section, line: usize, total: f32) -> bool {
        self.total[line] / section.lines[line].field.weight() >= total * MENTIONS
    }

    /// The best lines of some entries, best first; names are no evidence.
    fn best_lines(&self, section: &Section, entries: &[usize]) -> Vec<Vec<usize>> {
        let mut lines: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        for line in &self.touched {
            let line = *line as usize;
            let of = &section.lines[line];
            let is_name = matches!(of.field, Field::Name | Field::LevelName | Field::SkillName);
            if let Some(at) = entries
                .iter()
                .position(|entry| *entry == of.entry as usize)
                .filter(|_| !is_name)
            {
                lines[at].push(line);
            }
        }
        for lines in &mut lines {
            let plain = |line: usize| self.plain(section, line);
            lines.sort_by(|a, b| plain(*b).total_cmp(&plain(*a)).then(a.cmp(b)));
            lines.truncate(MOST_LINES);
        }
        lines
    }

    /// The part of the topic that the best hit has, from 0 to 1.
    fn covered(&self, section: &Section, hits: &[Hit], known: &[Known]) -> f32 {
        let total: f32 = known.iter().map(|concept| concept.tells).sum();
        let Some(entry) = hits
            .first()
            .and_then(|hit| section.entries.iter().position(|found| *found == hit.found))
        else {
            return 0.0;
        };
        let has: f32 = known
            .iter()
            .enumerate()
            .filter(|(at, _)| self.best[entry * self.concepts + at] > 0.0)
            .map(|(_, concept)| concept.tells)
            .sum();
        has / total
    }
}
