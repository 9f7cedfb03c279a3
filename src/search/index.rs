//! The index: which lines have which stems.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::dictionary::{Dictionary, StemId, WordId};
use super::field::Field;
use super::findings::{Evidence, Findings, Found};
use super::query::Query;
use super::rank;
use super::section::Section;
use super::words::words;
use crate::documents::{Form, Passage, Statement};
use crate::framework::{Framework, Proficiency, RoleId, RoleLevel, SkillId};

/// The index over a framework.
#[derive(Debug, Default)]
pub struct Index {
    skills: Section,
    roles: Section,
    /// What role levels are and do, each level for itself.
    levels: Section,
    /// How many words the framework's texts have, and how many stems: those
    /// with the first numbers.
    words: usize,
    stems: usize,
}

impl Index {
    /// Indexes a framework. Its words come first in the dictionary, which must
    /// be empty before.
    #[must_use]
    pub fn build(framework: &Framework, dictionary: &mut Dictionary) -> Self {
        debug_assert!(dictionary.is_empty(), "the framework's words come first");
        let mut index = Self::default();
        for skill in framework.skills() {
            let lines = lines_of_skill(framework, skill.id());
            add(
                &mut index.skills,
                Found::Skill(skill.id()),
                lines,
                dictionary,
            );
        }
        for role in framework.roles() {
            let lines = lines_of_role(framework, role.id());
            add(&mut index.roles, Found::Role(role.id()), lines, dictionary);
        }
        for level in framework.levels().iter().filter(|level| level.is_in_use()) {
            let found = Found::Level(level.id());
            add(&mut index.levels, found, lines_of_level(level), dictionary);
        }
        index.words = dictionary.len();
        index.stems = dictionary.stem_count();
        index.skills.finish(index.stems);
        index.roles.finish(index.stems);
        index.levels.finish(index.stems);
        index
    }

    /// Finds out which lines have all of some stems: they are asked for together often.
    pub fn note_together(&mut self, stems: &[StemId]) {
        self.skills.note_together(stems);
        self.roles.note_together(stems);
        self.levels.note_together(stems);
    }

    /// Whether the framework's texts have this word.
    #[must_use]
    pub fn has_word(&self, word: WordId) -> bool {
        word.index() < self.words
    }

    /// Whether the framework's texts have a word of this stem.
    #[must_use]
    pub fn has_stem(&self, stem: StemId) -> bool {
        stem.index() < self.stems
    }

    /// The skills that a topic is about, best first.
    #[must_use]
    pub fn skills(&self, query: &Query<'_>) -> Findings {
        rank::rank(&self.skills, query, None)
    }

    /// Adds to the skills of a topic the role levels of which a line mentions
    /// it.
    pub fn add_mentioning_levels(&self, query: &Query<'_>, findings: &mut Findings) {
        rank::add_mentioning_levels(&self.levels, query, findings);
    }

    /// The skills out of some that a topic is about, best first.
    #[must_use]
    pub fn skills_among(&self, query: &Query<'_>, among: &[SkillId]) -> Findings {
        let is_among = |found: &Found| among.iter().any(|skill| *found == Found::Skill(*skill));
        let numbered = (0..).zip(&self.skills.entries);
        let among = numbered.filter(|(_, found)| is_among(found));
        let among: Vec<u32> = among.map(|(number, _)| number).collect();
        rank::rank(&self.skills, query, Some(&among))
    }

    /// The lines of a skill, a role with its levels, or what one level is and does, that
    /// say most of a topic, best first: a few. None where no line has a word of it;
    /// `None` where lines have some words of it and not most.
    #[must_use]
    pub fn lines_on(&self, query: &Query<'_>, of: Found) -> Option<Vec<Evidence>> {
        let section = match of {
            Found::Skill(_) => &self.skills,
            Found::Role(_) => &self.roles,
            Found::Level(_) => &self.levels,
        };
        rank::lines_on(section, query, of)
    }

    /// The roles that deal with a topic, best first.
    #[must_use]
    pub fn roles(&self, query: &Query<'_>) -> Findings {
        rank::rank(&self.roles, query, None)
    }
}

/// A line, and what it is to its entry.
type NewLine<'a> = (Field, &'a Passage);

fn lines_of_skill(framework: &Framework, id: SkillId) -> Vec<NewLine<'_>> {
    let skill = framework.skill(id);
    let mut lines = vec![(Field::Name, skill.named_at())];
    lines.extend(of(skill.about()).map(|line| (Field::About, line)));
    let defined = Proficiency::ALL
        .into_iter()
        .map(|proficiency| skill.at(proficiency))
        .filter(|definition| definition.is_defined());
    let asked = framework
        .levels_needing(id)
        .filter(|(_, asked)| asked.proficiency().is_none());
    let statements = defined
        .flat_map(|definition| of(definition.statements()))
        .chain(asked.flat_map(|(_, asked)| of(asked.statements())));
    lines.extend(statements.map(|line| (Field::Statement, line)));
    lines
}

fn lines_of_role(framework: &Framework, id: RoleId) -> Vec<NewLine<'_>> {
    let role = framework.role(id);
    let mut lines = vec![(Field::Name, role.named_at())];
    lines.extend(of(role.about()).map(|line| (Field::About, line)));
    lines.extend(of(role.duties()).map(|line| (Field::Statement, line)));
    for level in framework.levels_of(id) {
        lines.push((Field::LevelName, level.named_at()));
        lines.extend(lines_of_level(level));
    }
    for (_, asked) in framework.requirements_of(id) {
        lines.push((Field::SkillName, asked.named_at()));
        lines.extend(of(asked.statements()).map(|line| (Field::SkillStatement, line)));
    }
    lines
}

/// What a level is and does, without its name.
fn lines_of_level(level: &RoleLevel) -> Vec<NewLine<'_>> {
    let told = of(level.about()).chain(of(level.responsibilities()));
    told.map(|line| (Field::LevelStatement, line)).collect()
}

/// Adds an entry with its lines; a line whose words stood before in the entry,
/// in the same field, is left out.
fn add(section: &mut Section, entry: Found, lines: Vec<NewLine<'_>>, dictionary: &mut Dictionary) {
    section.open(entry);
    let mut seen: HashSet<(Field, &str), FxBuildHasher> = HashSet::default();
    for (field, passage) in lines {
        if !seen.insert((field, passage.text())) {
            continue;
        }
        let words = words(passage.text()).map(|word| {
            let id = dictionary.add(&word.text);
            (dictionary.stem_of(id), word.range)
        });
        section.add(field, passage.clone(), words);
    }
}

/// The lines of a block that can be evidence.
fn of(statements: &[Statement]) -> impl Iterator<Item = &Passage> {
    statements
        .iter()
        .filter(|statement| statement.form != Form::LeadIn)
        .map(|statement| &statement.passage)
}
