//! The index: which lines have which stems.

use std::collections::HashMap;

use super::findings::{Evidence, Findings, Found};
use super::query::Query;
use super::rank;
use super::words::{stem, words};
use crate::documents::{Form, Passage, Statement};
use crate::framework::{Framework, Proficiency, RoleId, SkillId};

/// What a line is to the entry that it belongs to, with its weight: a topic
/// that stands in a name counts more than one in a statement. The weights were
/// measured on labelled questions; see the chapter on searching in the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

/// A line of the framework, in the index.
#[derive(Debug)]
pub(super) struct Line {
    /// The entry (a place in [`Section::entries`]) whose line it is.
    pub(super) entry: u32,
    /// What it is to that entry.
    pub(super) field: Field,
    /// What it was found in: the entry itself or one of a role's levels.
    pub(super) found: Found,
    /// The words.
    pub(super) passage: Passage,
    /// Its words in [`Section::words`]: from here to the next line's.
    pub(super) words_start: u32,
    /// How many words it has.
    pub(super) length: u32,
}

/// A word of a line: its stem and its place in the line's text.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineWord {
    pub(super) stem: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// The lines about one kind of entry: skills, or roles.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub(super) entries: Vec<Found>,
    pub(super) lines: Vec<Line>,
    pub(super) words: Vec<LineWord>,
    /// For each stem the lines that have it, in order, each once.
    pub(super) postings: Vec<Vec<u32>>,
    /// For each stem how many entries have it.
    pub(super) entries_with: Vec<u32>,
}

/// The index over a framework.
#[derive(Debug)]
pub struct Index {
    pub(super) stems: HashMap<String, u32>,
    pub(super) skills: Section,
    pub(super) roles: Section,
    /// Every word (not stem) that the framework's texts have.
    words: HashMap<String, u32>,
}

impl Index {
    /// Indexes a framework.
    #[must_use]
    pub fn build(framework: &Framework) -> Self {
        let mut index = Self {
            stems: HashMap::new(),
            skills: Section::default(),
            roles: Section::default(),
            words: HashMap::new(),
        };
        for skill in framework.skills() {
            index.add_skill(framework, skill.id());
        }
        for role in framework.roles() {
            index.add_role(framework, role.id());
        }
        let stems = index.stems.len();
        index.skills.count(stems);
        index.roles.count(stems);
        index
    }

    /// Whether the framework's texts have this folded word.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Whether the framework's texts have a word of this stem.
    #[must_use]
    pub fn has_stem(&self, stem: &str) -> bool {
        self.stems.contains_key(stem)
    }

    /// Every word that the framework's texts have.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The skills that a topic is about, best first, and the lines of role
    /// levels that mention it.
    #[must_use]
    pub fn skills(&self, query: &Query) -> Findings {
        let mut findings = rank::rank(self, &self.skills, query, None);
        rank::add_mentioning_levels(self, query, &mut findings);
        findings
    }

    /// The skills out of some that a topic is about, best first.
    #[must_use]
    pub fn skills_among(&self, query: &Query, among: &[SkillId]) -> Findings {
        let among: Vec<Found> = among.iter().map(|skill| Found::Skill(*skill)).collect();
        rank::rank(self, &self.skills, query, Some(&among))
    }

    /// The roles that deal with a topic, best first.
    #[must_use]
    pub fn roles(&self, query: &Query) -> Findings {
        rank::rank(self, &self.roles, query, None)
    }

    fn add_skill(&mut self, framework: &Framework, id: SkillId) {
        let skill = framework.skill(id);
        let found = Found::Skill(id);
        let mut lines = vec![(Field::Name, found, skill.named_at().clone())];
        lines.extend(of(skill.about()).map(|line| (Field::About, found, line)));
        for proficiency in Proficiency::ALL {
            let definition = skill.at(proficiency);
            if definition.is_defined() {
                lines.extend(
                    of(definition.statements()).map(|line| (Field::Statement, found, line)),
                );
            }
        }
        for (_, asked) in framework
            .levels_needing(id)
            .filter(|(_, asked)| asked.proficiency().is_none())
        {
            lines.extend(of(asked.statements()).map(|line| (Field::Statement, found, line)));
        }
        self.add(true, found, lines);
    }

    fn add_role(&mut self, framework: &Framework, id: RoleId) {
        let role = framework.role(id);
        let found = Found::Role(id);
        let mut lines = vec![(Field::Name, found, role.named_at().clone())];
        lines.extend(of(role.about()).map(|line| (Field::About, found, line)));
        lines.extend(of(role.duties()).map(|line| (Field::Statement, found, line)));
        for level in framework.levels_of(id) {
            let found = Found::Level(level.id());
            lines.push((Field::LevelName, found, level.named_at().clone()));
            let told = of(level.about()).chain(of(level.responsibilities()));
            lines.extend(told.map(|line| (Field::LevelStatement, found, line)));
        }
        for (_, asked) in framework.requirements_of(id) {
            lines.push((Field::SkillName, found, asked.named_at().clone()));
            lines.extend(of(asked.statements()).map(|line| (Field::SkillStatement, found, line)));
        }
        self.add(false, found, lines);
    }

    /// Adds an entry with its lines; a line whose words stood before in the
    /// entry, in the same field, is left out.
    fn add(&mut self, is_skill: bool, entry: Found, lines: Vec<(Field, Found, Passage)>) {
        let section = if is_skill {
            &mut self.skills
        } else {
            &mut self.roles
        };
        let number = narrow(section.entries.len());
        section.entries.push(entry);
        let mut seen: Vec<(Field, u64)> = Vec::new();
        for (field, found, passage) in lines {
            let mark = (field, fingerprint(passage.text()));
            if seen.contains(&mark) {
                continue;
            }
            seen.push(mark);
            let words_start = narrow(section.words.len());
            let line = narrow(section.lines.len());
            for word in words(passage.text()) {
                let id = if let Some(id) = self.words.get(&word.text) {
                    *id
                } else {
                    let next = narrow(self.stems.len());
                    let id = *self.stems.entry(stem(&word.text)).or_insert(next);
                    self.words.insert(word.text, id);
                    id
                };
                section.words.push(LineWord {
                    stem: id,
                    start: narrow(word.range.start),
                    end: narrow(word.range.end),
                });
                if section.postings.len() <= id as usize {
                    section.postings.resize(id as usize + 1, Vec::new());
                }
                let posting = &mut section.postings[id as usize];
                if posting.last() != Some(&line) {
                    posting.push(line);
                }
            }
            let length = narrow(section.words.len()) - words_start;
            section.lines.push(Line {
                entry: number,
                field,
                found,
                passage,
                words_start,
                length,
            });
        }
    }
}

impl Section {
    /// Counts the entries of each stem.
    fn count(&mut self, stems: usize) {
        self.postings.resize(stems, Vec::new());
        let lines = &self.lines;
        self.entries_with = self
            .postings
            .iter()
            .map(|posting| {
                let mut entries: Vec<u32> = posting
                    .iter()
                    .map(|line| lines[*line as usize].entry)
                    .collect();
                entries.dedup();
                narrow(entries.len())
            })
            .collect();
        for posting in &mut self.postings {
            posting.shrink_to_fit();
        }
    }

    /// How rare a stem is among the entries: its inverse document frequency.
    /// `None` where no entry has it.
    pub(super) fn rarity(&self, stem: u32) -> Option<f32> {
        let (all, with) = (
            real(narrow(self.entries.len())),
            real(self.entries_with[stem as usize]),
        );
        (with > 0.0).then(|| (1.0 + (all - with + 0.5) / (with + 0.5)).ln())
    }

    /// The words of a line.
    pub(super) fn words_of(&self, line: usize) -> &[LineWord] {
        let line = &self.lines[line];
        let start = line.words_start as usize;
        &self.words[start..start + line.length as usize]
    }

    /// A line as evidence, with the words of these stems marked.
    pub(super) fn evidence(&self, line: usize, stems: &[u32]) -> Evidence {
        let marks = self
            .words_of(line)
            .iter()
            .filter(|word| stems.contains(&word.stem))
            .map(|word| word.start as usize..word.end as usize)
            .collect();
        Evidence {
            passage: self.lines[line].passage.clone(),
            marks,
        }
    }
}

/// The lines of a block that can be evidence.
fn of(statements: &[Statement]) -> impl Iterator<Item = Passage> {
    statements
        .iter()
        .filter(|statement| statement.form != Form::LeadIn)
        .map(|statement| statement.passage.clone())
}

/// A number for a text, to find the same text again.
fn fingerprint(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
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
