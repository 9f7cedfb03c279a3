//! Ranking: how well the entries of the index fit a query.
//!
//! An entry's score has two parts. The first takes, for each concept of the
//! query, the best line that has it, wherever it stands in the entry: this is
//! what the entry is about as a whole. The second takes the best single line
//! with all the concepts that it has: words that stand together mean more than
//! words that stand apart. Both count a word by how few entries have it, and by
//! the field that it stands in. Names and weights: [`Field`](super::field::Field).
//!
//! How few entries have a word counts far less than in a search of many texts:
//! a word that is rare among a framework's few entries is often rare by chance,
//! and what a person means is rather where several words agree.

use smallvec::SmallVec;

use super::findings::{Evidence, Findings, Found, Hit};
use super::gather::{EXACT, MOST_HITS, WORTH_TELLING, Wanted, gather};
use super::known::Known;
use super::query::Query;
use super::score::{MOST_LINES, Says, Scored, Scorer};
use super::section::{LookedUp, Section};

/// The part of the best score from which a result is about the topic, even
/// where its name does not say so.
const PLAINLY_ABOUT: f32 = 0.75;
/// How many role levels that mention a topic are given with its skills.
const MOST_MENTIONING: usize = 3;
/// The part of a topic's weight that a line must have to mention it.
const MENTIONS: f32 = 0.45;
/// The part of a topic's weight that a line must have to say it.
const SAYS: f32 = 0.6;
/// The part of a topic's weight that a name must have to carry it.
const CARRIES: f32 = 0.5;

/// Ranks the entries of a section; only some of them, by their places, where
/// `among` says so.
pub(super) fn rank(section: &Section, query: &Query<'_>, among: Option<&[u32]>) -> Findings {
    let known = Known::of(section, query);
    let mut findings = Findings {
        topic: query.topic.to_owned(),
        ..Findings::default()
    };
    let ranked = best(section, &known, among);
    let Some(first) = ranked.first() else {
        return findings;
    };
    findings.hits.reserve(ranked.len());
    let (score, has) = (first.score, first.has);
    let total = known.total();
    let stems = known.stems(section);
    let is_hit =
        |scored: &Scored| scored.score >= score * PLAINLY_ABOUT || scored.name >= total * CARRIES;
    let says = |scored: &Scored| scored.lines[0].tells >= total * MENTIONS;
    let told = ranked
        .iter()
        .filter(|scored| is_hit(scored) || says(scored));
    let told: SmallVec<[Told<'_>; MOST_HITS]> = told
        .map(|scored| Told::new(section, scored, is_hit(scored)))
        .collect();
    for told in told {
        let hits = if told.is_hit {
            &mut findings.hits
        } else {
            &mut findings.mentions
        };
        hits.push(Hit {
            found: section.entries[told.scored.entry as usize],
            score: told.scored.score,
            evidence: told
                .lines
                .iter()
                .map(|line| line.evidence(&stems))
                .collect(),
        });
    }
    let all: f32 = known.concepts.iter().map(|concept| concept.tells).sum();
    let had = known
        .concepts
        .iter()
        .enumerate()
        .filter(|(at, _)| has & (1 << at) != 0);
    findings.coverage = had.map(|(_, concept)| concept.tells).sum::<f32>() / all;
    findings
}

/// An entry that is told, with the lines that are its evidence.
struct Told<'s> {
    scored: &'s Scored,
    is_hit: bool,
    lines: SmallVec<[LookedUp<'s>; MOST_LINES]>,
}

impl<'s> Told<'s> {
    fn new(section: &'s Section, scored: &'s Scored, is_hit: bool) -> Self {
        let most = if is_hit { MOST_LINES } else { 1 };
        let lines = scored.lines[..most].iter();
        let lines = lines.filter(|line| line.plain > 0.0);
        Self {
            scored,
            is_hit,
            lines: lines
                .map(|line| section.line(scored.entry, line.line))
                .collect(),
        }
    }
}

/// The best entries, best first: all that are worth telling, at most
/// [`MOST_HITS`]. Entries are scored in the order of what they can have at the
/// most, until none that is left can be among the best.
fn best(section: &Section, known: &Known<'_>, among: Option<&[u32]>) -> Vec<Scored> {
    let mut scorer = Scorer::new(section, known);
    let mut best = Best::new();
    let mut gathered = gather(section, known, Wanted::Best(among));
    while let Some(entry) = gathered.pop() {
        if entry.bound < best.least() {
            break;
        }
        best.add(scorer.score(&entry));
    }
    scorer.leave();
    best.0
}

/// The best entries so far, best first.
struct Best(Vec<Scored>);

impl Best {
    fn new() -> Self {
        Self(Vec::with_capacity(MOST_HITS + 1))
    }

    /// What an entry must be able to score to be among them.
    fn least(&self) -> f32 {
        let told = self.0.first().map_or(0.0, |first| first.score) * WORTH_TELLING;
        let last = self.0.get(MOST_HITS - 1).map_or(0.0, |last| last.score);
        last.max(told) * EXACT
    }

    fn add(&mut self, scored: Scored) {
        let before =
            |a: &Scored, b: &Scored| a.score > b.score || (a.score >= b.score && a.entry < b.entry);
        let at = self.0.partition_point(|other| before(other, &scored));
        if at == MOST_HITS {
            return;
        }
        self.0.insert(at, scored);
        self.0.truncate(MOST_HITS);
        let told = self.0[0].score * WORTH_TELLING;
        while self.0.last().is_some_and(|last| last.score < told) {
            self.0.pop();
        }
    }
}

/// Adds to the skills of a topic the role levels of which one line mentions it.
pub(super) fn add_mentioning_levels(section: &Section, query: &Query<'_>, findings: &mut Findings) {
    if findings.hits.is_empty() {
        return;
    }
    let known = Known::of(section, query);
    let least = known.total() * MENTIONS;
    let mut scorer = Scorer::new(section, &known);
    // The best line of each level, best first; of equal ones the first level's.
    let mut told: Vec<(Says, u32)> = Vec::with_capacity(MOST_MENTIONING + 1);
    let mut gathered = gather(section, &known, Wanted::Saying(least));
    while let Some(level) = gathered.pop() {
        let third = told.get(MOST_MENTIONING - 1);
        if third.is_some_and(|(third, _)| third.tells >= level.bound * EXACT) {
            break;
        }
        let line = scorer.score(&level).lines[0];
        if line.tells >= least {
            let at = told.partition_point(|(other, _)| other.tells >= line.tells);
            told.insert(at, (line, level.number));
            told.truncate(MOST_MENTIONING);
        }
    }
    scorer.leave();
    let stems = known.stems(section);
    let hits = told.into_iter().map(|(line, level)| Hit {
        found: section.entries[level as usize],
        score: line.tells,
        evidence: vec![section.evidence(level, line.line, &stems)],
    });
    findings.mentions.extend(hits);
}

/// The lines of one entry that say most of a topic, best first; none where no line has
/// a word of it, and `None` where lines have some words of it and not most.
pub(super) fn lines_on(
    section: &Section,
    query: &Query<'_>,
    entry: Found,
) -> Option<Vec<Evidence>> {
    let known = Known::of(section, query);
    let mut places = section.entries.iter().zip(0..);
    let (_, number) = places.find(|(found, _)| **found == entry)?;
    let gathered = gather(section, &known, Wanted::Saying(0.0));
    let Some(entry) = gathered.iter().find(|entry| entry.number == number) else {
        return Some(Vec::new());
    };
    let stems = known.stems(section);
    let mut scorer = Scorer::new(section, &known);
    let whole = scorer.score(entry);
    scorer.leave();
    let least = known.total() * SAYS;
    let says = |line: &&Says| line.plain > 0.0 && line.tells >= least;
    let lines = whole.lines.iter().filter(says);
    let lines: Vec<Evidence> = lines
        .map(|line| section.evidence(number, line.line, &stems))
        .collect();
    (!lines.is_empty()).then_some(lines)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::{MOST_HITS, WORTH_TELLING, best};
    use crate::answer::tests::{kitchen, skill};
    use crate::documents::{Passage, Source};
    use crate::search::field::FIELDS;
    use crate::search::gather::{Wanted, gather};
    use crate::search::known::Known;
    use crate::search::score::Scorer;
    use crate::search::section::Section;
    use crate::search::{Alternative, Concept, Dictionary, Found, Query, StemId};

    const WORDS: [&str; 12] = ["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p"];

    /// Entries of lines, each of a field and words; by their places above.
    type Entries = Vec<Vec<(usize, Vec<usize>)>>;
    /// Concepts of alternatives, each of words with a weight.
    type Concepts = Vec<Vec<(Vec<usize>, f32)>>;

    fn section(entries: &Entries, stems: &[StemId]) -> Section {
        let source = std::sync::Arc::new(Source::new("words.txt", "words"));
        let entry = Found::Skill(skill(&kitchen(), "Knives"));
        let mut section = Section::default();
        for lines in entries {
            section.open(entry);
            for (field, words) in lines {
                let words = words.iter().map(|word| (stems[*word], 0..0));
                section.add(FIELDS[*field], Passage::new(&source, 0..5), words);
            }
        }
        section.finish(stems.len());
        section
    }

    fn query<'q>(concepts: &Concepts, stems: &[StemId]) -> Query<'q> {
        let alternative = |(words, weight): &(Vec<usize>, f32)| Alternative {
            stems: words.iter().map(|word| stems[*word]).collect(),
            weight: *weight,
        };
        let concepts = concepts.iter().map(|alternatives| Concept {
            alternatives: alternatives.iter().map(alternative).collect(),
        });
        Query {
            topic: "words",
            concepts: concepts.collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_entry_that_is_among_the_best_is_left_out(
            entries in vec(vec((0..FIELDS.len(), vec(0..WORDS.len(), 1..5)), 1..6), 1..40),
            concepts in vec(vec((vec(0..WORDS.len(), 1..3), 0.1..1.0_f32), 1..4), 1..6),
        ) {
            let mut dictionary = Dictionary::default();
            let stems = WORDS.map(|word| {
                let word = dictionary.add(word);
                dictionary.stem_of(word)
            });
            let section = section(&entries, &stems);
            let query = query(&concepts, &stems);
            let known = Known::of(&section, &query);
            let all = gather(&section, &known, Wanted::Saying(0.0));
            let mut scorer = Scorer::new(&section, &known);
            let scored = all.iter().map(|entry| scorer.score(entry));
            let mut wanted: Vec<(f32, u32)> = scored.map(|all| (all.score, all.entry)).collect();
            wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            wanted.truncate(MOST_HITS);
            let least = wanted.first().map_or(0.0, |first| first.0) * WORTH_TELLING;
            wanted.retain(|(score, _)| *score >= least);
            let found = best(&section, &known, None);
            let found: Vec<(f32, u32)> = found.iter().map(|all| (all.score, all.entry)).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
