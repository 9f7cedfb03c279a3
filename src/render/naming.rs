//! The framework's names as they are shown, and as they stand in a sentence.

use super::wording::{self, Noun};
use crate::framework::{Framework, Proficiency, RoleLevel, SkillId};
use crate::question::{Position, Subject};

/// The names of one framework.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) framework: &'a Framework,
}

impl Names<'_> {
    /// A level's name; with its role's where another role has a level of the
    /// same name ("Level 2").
    pub(super) fn level(self, level: &RoleLevel) -> String {
        let role = self.framework.role(level.role()).name();
        if !level.is_in_use() {
            return role.to_owned();
        }
        let has_twin = self.framework.levels().iter().any(|other| {
            other.role() != level.role() && other.is_in_use() && other.name() == level.name()
        });
        if has_twin {
            wording::level_in(level.name(), role)
        } else {
            level.name().to_owned()
        }
    }

    /// A place's name.
    pub(super) fn place(self, position: Position) -> String {
        match position {
            Position::Role(role) => self.framework.role(role).name().to_owned(),
            Position::Level(level) => self.level(self.framework.level(level)),
        }
    }

    /// A skill's name.
    pub(super) fn skill(self, skill: SkillId) -> String {
        self.framework.skill(skill).name().to_owned()
    }

    /// The name of anything.
    pub(super) fn subject(self, subject: Subject) -> String {
        match subject {
            Subject::Family(family) => self.framework.family(family).name().to_owned(),
            Subject::Role(role) => self.place(Position::Role(role)),
            Subject::Level(level) | Subject::LevelAt(level, _) => {
                self.place(Position::Level(level))
            }
            Subject::Skill(skill) | Subject::SkillAt(skill, _) => self.skill(skill),
            Subject::Proficiency(proficiency) => proficiency.name().to_owned(),
        }
    }

    /// A level as a noun in a sentence.
    pub(super) fn level_noun(self, level: &RoleLevel) -> Noun {
        Noun::new(&self.level(level))
    }

    /// A place as a noun in a sentence.
    pub(super) fn place_noun(self, position: Position) -> Noun {
        Noun::new(&self.place(position))
    }

    /// A skill as a noun in a sentence.
    pub(super) fn skill_noun(self, skill: SkillId) -> Noun {
        Noun::new(&self.skill(skill))
    }
}

/// A proficiency as it is shown; empty where none is known.
pub(super) fn proficiency(known: Option<Proficiency>) -> String {
    known.map_or(String::new(), |proficiency| proficiency.name().to_owned())
}
