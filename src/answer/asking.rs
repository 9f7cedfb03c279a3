//! A level that asks a skill.

use crate::documents::Statement;
use crate::framework::{Framework, Proficiency, Requirement, RoleLevel};
use crate::question::Subject;

/// One level, and what it asks in one skill.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// The level.
    pub level: &'a RoleLevel,
    /// What it asks.
    pub requirement: &'a Requirement,
}

impl Asking<'_> {
    /// How well the skill is to be held, where a file says.
    #[must_use]
    pub fn proficiency(&self) -> Option<Proficiency> {
        self.requirement.proficiency()
    }

    /// The level as a subject, with the proficiency where it is known.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self.proficiency() {
            _ if !self.level.is_in_use() => Subject::Role(self.level.role()),
            Some(proficiency) => Subject::LevelAt(self.level.id(), proficiency),
            None => Subject::Level(self.level.id()),
        }
    }
}

/// What a level asks in a skill, in the framework's words: the level's own,
/// else those of the skill at that proficiency.
#[must_use]
pub fn words_of<'a>(framework: &'a Framework, requirement: &'a Requirement) -> &'a [Statement] {
    match requirement.proficiency() {
        Some(proficiency) if requirement.statements().is_empty() => framework
            .skill(requirement.skill())
            .at(proficiency)
            .statements(),
        _ => requirement.statements(),
    }
}
