//! The plain-text role document: one role level a file, line by line.

use std::sync::Arc;

use super::block;
use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::opening::{Opening, is_title, opening, without_heading_mark};
use super::passage::{Passage, Source, Statement};

/// What a role document says.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The family, without the word `role`.
    pub family: Passage,
    /// The role.
    pub role: Passage,
    /// What the role is.
    pub about: Vec<Statement>,
    /// What stands below `In this role, you will:`, without that line.
    pub duties: Vec<Statement>,
    /// The role level that the document is about.
    pub level: Option<ProfileLevel>,
}

/// The role level of a document.
#[derive(Debug, Clone)]
pub struct ProfileLevel {
    /// Its name.
    pub name: Passage,
    /// What the level is.
    pub about: Vec<Statement>,
    /// What stands below `At this role level, you will:`, without that line.
    pub responsibilities: Vec<Statement>,
    /// The skills, in the order of the file; the same one may come again.
    pub skills: Vec<ProfileSkill>,
}

/// A skill that the level needs.
#[derive(Debug, Clone)]
pub struct ProfileSkill {
    /// Its name.
    pub name: Passage,
    /// What the level asks in it; may be empty.
    pub statements: Vec<Statement>,
}

/// Reads a role document as far as it goes; without a role line there is none.
pub(super) fn read(source: &Arc<Source>) -> (Option<Profile>, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    for line in Passage::new(source, 0..source.text().len()).lines() {
        reader.line(&line.trimmed());
    }
    reader.finish(source)
}

/// Which block the next line of text belongs to.
#[derive(Default, Clone, Copy)]
enum Block {
    /// None yet: no role, level or skill was opened.
    #[default]
    Preamble,
    Role,
    Duties,
    Level,
    Responsibilities,
    Skill,
    /// A block that an earlier fault shut out.
    Unread,
}

/// The document so far.
#[derive(Default)]
struct Reader {
    diagnostics: Vec<Diagnostic>,
    block: Block,
    /// The first line that is not blank.
    first: Option<Passage>,
    role: Option<Role>,
    level: Option<ProfileLevel>,
    /// Whether the document's second role or level was met: what follows is not read.
    past_end: bool,
    /// Whether a skill was met above any level.
    skill_before_level: bool,
    about: Vec<Statement>,
    duties: Vec<Statement>,
}

/// The role line.
struct Role {
    line: Passage,
    family: Passage,
    name: Passage,
}

impl Reader {
    fn line(&mut self, line: &Passage) {
        if line.is_empty() {
            return;
        }
        let line = &without_heading_mark(line);
        match opening(line) {
            Some(Opening::Role { family, role })
                if self.role.is_none() || is_title(&family, &role) =>
            {
                self.open_role(line, family, role);
            }
            Some(Opening::Level(name)) => self.open_level(line, name),
            Some(Opening::Skill(name)) => self.open_skill(line, name),
            Some(Opening::Role { .. }) | None => {
                if let Some(statement) = block::statement(line) {
                    self.text(statement);
                }
            }
        }
        self.first.get_or_insert_with(|| line.clone());
    }

    fn open_role(&mut self, line: &Passage, family: Passage, role: Passage) {
        if let Some(first) = &self.role {
            self.diagnostics.push(
                Diagnostic::at(Fault::SecondRoleLine, line).and(&first.line, "the first one"),
            );
            self.block = Block::Unread;
            self.past_end = true;
            return;
        }
        if let Some(first) = &self.first {
            self.diagnostics
                .push(Diagnostic::at(Fault::TextBeforeRole, first));
        }
        for (what, name) in [("family", &family), ("role", &role)] {
            if name.is_empty() {
                self.diagnostics
                    .push(Diagnostic::at(Fault::EmptyName { what }, line));
            }
        }
        self.role = Some(Role {
            line: line.clone(),
            family,
            name: role,
        });
        self.block = Block::Role;
    }

    fn open_level(&mut self, line: &Passage, name: Passage) {
        if let Some(first) = self.level.as_ref().filter(|_| !self.past_end) {
            self.diagnostics.push(
                Diagnostic::at(Fault::SecondLevelLine, line).and(&first.name, "the first one"),
            );
            self.past_end = true;
        }
        if self.past_end {
            self.block = Block::Unread;
            return;
        }
        if name.is_empty() {
            self.diagnostics.push(Diagnostic::at(
                Fault::EmptyName { what: "role level" },
                line,
            ));
        }
        self.level = Some(ProfileLevel {
            name,
            about: Vec::new(),
            responsibilities: Vec::new(),
            skills: Vec::new(),
        });
        self.block = Block::Level;
    }

    fn open_skill(&mut self, line: &Passage, name: Passage) {
        self.block = Block::Unread;
        if self.past_end {
            return;
        }
        if name.is_empty() {
            self.diagnostics
                .push(Diagnostic::at(Fault::EmptyName { what: "skill" }, line));
        }
        if let Some(level) = &mut self.level {
            level.skills.push(ProfileSkill {
                name,
                statements: Vec::new(),
            });
            self.block = Block::Skill;
        } else if !self.skill_before_level {
            // One level line above the first skill puts all of them right.
            self.skill_before_level = true;
            self.diagnostics
                .push(Diagnostic::at(Fault::SkillBeforeLevel, line));
        }
    }

    fn text(&mut self, statement: Statement) {
        if block::is_heading(&statement) {
            match self.block {
                Block::Role => return self.block = Block::Duties,
                Block::Level => return self.block = Block::Responsibilities,
                Block::Duties | Block::Responsibilities => return,
                Block::Preamble | Block::Skill | Block::Unread => {}
            }
        }
        let level = self.level.as_mut();
        let list = match self.block {
            Block::Preamble | Block::Unread => None,
            Block::Role => Some(&mut self.about),
            Block::Duties => Some(&mut self.duties),
            Block::Level => level.map(|level| &mut level.about),
            Block::Responsibilities => level.map(|level| &mut level.responsibilities),
            Block::Skill => level
                .and_then(|level| level.skills.last_mut())
                .map(|skill| &mut skill.statements),
        };
        if let Some(list) = list {
            list.push(statement);
        }
    }

    fn finish(mut self, source: &Arc<Source>) -> (Option<Profile>, Vec<Diagnostic>) {
        let Some(Role {
            line,
            family,
            name: role,
        }) = self.role
        else {
            self.diagnostics.insert(
                0,
                match &self.first {
                    Some(first) => Diagnostic::at(Fault::NoRoleLine, first),
                    None => Diagnostic::in_file(Fault::NoRoleLine, source.path()),
                },
            );
            return (None, self.diagnostics);
        };
        if self.level.is_none() && !self.skill_before_level && !self.past_end {
            self.diagnostics
                .push(Diagnostic::at(Fault::NoLevelLine, &line));
        }
        // What has no name was reported, and can't be asked for.
        if family.is_empty() || role.is_empty() {
            return (None, self.diagnostics);
        }
        let mut level = self.level.filter(|level| !level.name.is_empty());
        if let Some(level) = &mut level {
            level.skills.retain(|skill| !skill.name.is_empty());
        }
        (
            Some(Profile {
                family,
                role,
                about: self.about,
                duties: self.duties,
                level,
            }),
            self.diagnostics,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Form;

    fn profile(text: &str) -> (Option<Profile>, Vec<(usize, Fault)>) {
        let (profile, diagnostics) = read(&Arc::new(Source::new("a.txt", text)));
        let line = |fault: &Diagnostic| fault.place.as_ref().map_or(0, Passage::line);
        (
            profile,
            diagnostics
                .into_iter()
                .map(|fault| (line(&fault), fault.fault))
                .collect(),
        )
    }

    fn texts(statements: &[Statement]) -> Vec<&str> {
        statements
            .iter()
            .map(|statement| statement.passage.text())
            .collect()
    }

    #[test]
    fn every_block_is_read_with_its_oddities() {
        let (profile, faults) = profile(concat!(
            "\u{feff}# Quality (QA) role: Tester\r\n-  tests\r\nKnown as \u{2018}QA\u{2019}.\r\n\r\n",
            "in this role you will:\u{2028}\r\n* test\r\nIn this role, you will be busy: always.\r\n",
            "## Role  Level: Head of testing\r\n- At this role level, you will:\r\n- lead\r\nThere are 2 roles.\r\n",
            "Skill: Testing\r\nNOT IN USE\r\nskill: Testing\r\n- \u{a0}test\u{200b}s\r\nSkill: Bare",
        ));
        assert_eq!(faults, []);
        let profile = profile.expect("it has a role line");
        assert_eq!(
            (profile.family.text(), profile.role.text()),
            ("Quality (QA)", "Tester")
        );
        assert_eq!(
            texts(&profile.about),
            ["tests", "Known as \u{2018}QA\u{2019}."]
        );
        assert_eq!(
            texts(&profile.duties),
            ["test", "In this role, you will be busy: always."]
        );
        let level = profile.level.expect("it has a level");
        assert_eq!(
            (level.name.text(), level.name.line()),
            ("Head of testing", 8)
        );
        assert_eq!(
            texts(&level.responsibilities),
            ["lead", "There are 2 roles."]
        );
        assert_eq!(level.responsibilities[1].form, Form::Prose);
        let skills: Vec<_> = level
            .skills
            .iter()
            .map(|skill| (skill.name.text(), texts(&skill.statements)))
            .collect();
        assert_eq!(
            skills,
            [
                ("Testing", vec!["NOT IN USE"]),
                ("Testing", vec!["test\u{200b}s"]),
                ("Bare", vec![])
            ]
        );
    }

    #[test]
    fn a_sentence_with_the_form_of_a_role_line_is_no_second_role() {
        let text =
            "QA role: Tester\nYou play a leading role: you speak first.\nRole level: Tester\n";
        let (profile, faults) = profile(text);
        assert_eq!(faults, []);
        assert_eq!(
            texts(&profile.expect("it has a role").about),
            ["You play a leading role: you speak first."]
        );
    }

    #[test]
    fn all_faults_are_told_and_reading_goes_on() {
        let (profile, faults) = profile(concat!(
            "Draft\nQA role: Tester\nSkill: Early\nSkill: Early too\nRole level: Tester\nSkill:\n- lost\n",
            "Skill: Kept\nRole level: Lead tester\nSkill: Lost\nQA role: Analyst\nRole level: Analyst\n"
        ));
        assert_eq!(
            faults,
            [
                (1, Fault::TextBeforeRole),
                (3, Fault::SkillBeforeLevel),
                (6, Fault::EmptyName { what: "skill" }),
                (9, Fault::SecondLevelLine),
                (11, Fault::SecondRoleLine),
            ]
        );
        let skills = profile
            .and_then(|profile| profile.level)
            .expect("the first level")
            .skills;
        assert_eq!(
            skills
                .iter()
                .map(|skill| skill.name.text())
                .collect::<Vec<_>>(),
            ["Kept"]
        );
    }

    #[test]
    fn a_document_without_a_role_line_says_so_at_its_first_line() {
        assert_eq!(
            profile("\nnotes\nSkill: x\n").1,
            [(2, Fault::NoRoleLine), (3, Fault::SkillBeforeLevel)]
        );
        assert_eq!(profile(" \n").1, [(0, Fault::NoRoleLine)]);
        assert_eq!(
            profile("role: Tester\n").1,
            [
                (1, Fault::EmptyName { what: "family" }),
                (1, Fault::NoLevelLine)
            ]
        );
        assert_eq!(profile("QA role: Tester\n").1, [(1, Fault::NoLevelLine)]);
    }
}
