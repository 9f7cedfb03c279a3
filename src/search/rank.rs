//! Ranking: how well the entries of the index fit a query.
//!
//! An entry's score has two parts. The first takes, for each concept of the
//! query, the best line that has it, wherever it stands in the entry: this is
//! what the entry is about as a whole. The second takes the best single line
//! with all the concepts that it has: words that stand together mean more than
//! words that stand apart. Both count a word by how few entries have it, and by
//! the field that it stands in. Names and weights: [`Field`](super::section::Field).
//!
//! How few entries have a word counts far less than in a search of many texts:
//! a word that is rare among a framework's few entries is often rare by chance,
//! and what a person means is rather where several words agree.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::findings::{Findings, Found, Hit};
use super::gather::{Gathered, Known, known};
use super::query::Query;
use super::score::{Says, Scored, Scorer};
use super::section::{Section, Stems};

/// How many results are given.
const MOST_HITS: usize = 8;
/// The part of the best score that a result must have to be told at all.
const WORTH_TELLING: f32 = 0.30;
/// The part of the best score from which a result is about the topic, even
/// where its name does not say so.
const PLAINLY_ABOUT: f32 = 0.75;
/// How many role levels that mention a topic are given with its skills.
const MOST_MENTIONING: usize = 3;
/// The part of a topic's weight that a line must have to mention it.
const MENTIONS: f32 = 0.45;
/// The part of a topic's weight that a name must have to carry it.
const CARRIES: f32 = 0.5;
/// Scores are sums of numbers that are not exact, and so are their bounds.
const EXACT: f32 = 0.9999;

/// Ranks the entries of a section; only some of them where `among` says so.
pub(super) fn rank(section: &Section, query: &Query<'_>, among: Option<&[Found]>) -> Findings {
    let known = known(section, query);
    let mut findings = Findings {
        topic: query.topic.to_owned(),
        ..Findings::default()
    };
    let ranked = best(section, &known, among);
    let Some(first) = ranked.first() else {
        return findings;
    };
    let (score, has) = (first.score, first.has);
    let total = total(&known);
    let stems = stems(&known);
    for scored in ranked {
        let carries = scored.name >= total * CARRIES;
        let is_hit = scored.score >= score * PLAINLY_ABOUT || carries;
        let says = scored.lines[0].tells >= total * MENTIONS;
        if !is_hit && !says {
            continue;
        }
        let lines = scored.lines.iter().filter(|line| line.plain > 0.0);
        let hit = Hit {
            found: section.entries[scored.entry as usize],
            score: scored.score,
            evidence: lines
                .map(|line| section.evidence(line.line, &stems))
                .collect(),
        };
        if is_hit {
            findings.hits.push(hit);
        } else {
            findings.mentions.push(hit);
        }
    }
    let all: f32 = known.iter().map(|concept| concept.tells).sum();
    let had = known
        .iter()
        .enumerate()
        .filter(|(at, _)| has & (1 << at) != 0);
    findings.coverage = had.map(|(_, concept)| concept.tells).sum::<f32>() / all;
    findings
}

/// The best entries, best first: all that are worth telling, at most
/// [`MOST_HITS`]. Entries are scored in the order of what they can have at the
/// most, until none that is left can be among the best.
fn best(section: &Section, known: &[Known<'_>], among: Option<&[Found]>) -> Vec<Scored> {
    let mut best: Vec<Scored> = Vec::with_capacity(MOST_HITS + 1);
    if known.is_empty() {
        return best;
    }
    let gathered = Gathered::of(section, known);
    let wanted =
        |entry: u32| among.is_none_or(|among| among.contains(&section.entries[entry as usize]));
    let mut rest: BinaryHeap<(u32, Reverse<u32>)> = gathered
        .entries()
        .filter(|(entry, _)| wanted(*entry))
        // Numbers above zero are in the order of their bits.
        .map(|(entry, bounds)| (bounds.score.to_bits(), Reverse(entry)))
        .collect();
    let mut scorer = Scorer::new(&gathered);
    while let Some((bound, Reverse(entry))) = rest.pop() {
        let bound = f32::from_bits(bound);
        let full = best.len() == MOST_HITS;
        let least = match (best.first(), best.last()) {
            (Some(_), Some(last)) if full => last.score,
            (Some(first), Some(_)) => first.score * WORTH_TELLING,
            _ => 0.0,
        };
        if bound < least * EXACT {
            break;
        }
        let next = scorer.score(entry);
        let at = best.partition_point(|other| {
            (other.score, Reverse(other.entry)) >= (next.score, Reverse(entry))
        });
        best.insert(at, next);
        best.truncate(MOST_HITS);
    }
    let least = best.first().map_or(0.0, |first| first.score) * WORTH_TELLING;
    best.retain(|scored| scored.score >= least);
    best
}

/// Adds to the skills of a topic the role levels of which one line mentions it.
pub(super) fn add_mentioning_levels(section: &Section, query: &Query<'_>, findings: &mut Findings) {
    let known = known(section, query);
    if known.is_empty() || findings.hits.is_empty() {
        return;
    }
    let least = total(&known) * MENTIONS;
    let gathered = Gathered::of(section, &known);
    let mut levels: Vec<(f32, u32)> = gathered
        .entries()
        .map(|(level, bounds)| (bounds.says, level))
        .filter(|(says, _)| *says >= least)
        .collect();
    levels.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut scorer = Scorer::new(&gathered);
    // The best line of each level, best first; of equal ones the first level's.
    let mut told: Vec<(Says, u32)> = Vec::with_capacity(MOST_MENTIONING + 1);
    for (bound, level) in levels {
        let third = told.get(MOST_MENTIONING - 1);
        if third.is_some_and(|(third, _)| third.tells >= bound * EXACT) {
            break;
        }
        let line = scorer.score(level).lines[0];
        if line.tells >= least {
            let at = told.partition_point(|(other, _)| other.tells >= line.tells);
            told.insert(at, (line, level));
            told.truncate(MOST_MENTIONING);
        }
    }
    let stems = stems(&known);
    let hits = told.into_iter().map(|(line, level)| Hit {
        found: section.entries[level as usize],
        score: line.tells,
        evidence: vec![section.evidence(line.line, &stems)],
    });
    findings.mentions.extend(hits);
}

/// What a topic counts at the most.
fn total(known: &[Known<'_>]) -> f32 {
    known.iter().map(|concept| concept.weight).sum()
}

/// The stems of a topic.
fn stems(known: &[Known<'_>]) -> Stems {
    let alternatives = known.iter().flat_map(|concept| &concept.alternatives);
    let mut stems = Vec::with_capacity(64);
    for (more, _) in alternatives {
        stems.extend_from_slice(more);
    }
    Stems::new(stems)
}
