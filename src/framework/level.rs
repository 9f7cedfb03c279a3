//! A role level: one rung of one role's ladder.

use super::{LevelId, Requirement, RoleId, Seniority, SkillId};
use crate::documents::{Passage, Statement};

/// One level of a role.
#[derive(Debug, Clone)]
pub struct RoleLevel {
    pub(super) id: LevelId,
    pub(super) role: RoleId,
    pub(super) name: String,
    pub(super) seniority: Seniority,
    pub(super) named_at: Passage,
    pub(super) in_use: bool,
    pub(super) about: Vec<Statement>,
    pub(super) responsibilities: Vec<Statement>,
    pub(super) requirements: Vec<Requirement>,
}

impl RoleLevel {
    /// The level's id.
    #[must_use]
    pub fn id(&self) -> LevelId {
        self.id
    }

    /// The role whose level it is.
    #[must_use]
    pub fn role(&self) -> RoleId {
        self.role
    }

    /// The level's name, as the framework writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The seniority that the level's name tells.
    #[must_use]
    pub fn seniority(&self) -> Seniority {
        self.seniority
    }

    /// The name that the level would have on the first track: that of "Lead developer -
    /// management" is "Lead developer". Its own name where it names no track.
    #[must_use]
    pub fn name_without_track(&self) -> &str {
        let parts = self.name.rsplit_once(" - ");
        parts.map_or(&self.name, |(name, _)| name)
    }

    /// Whether the level is on the second track of its role: "Lead developer - management".
    #[must_use]
    pub fn is_on_second_track(&self) -> bool {
        self.name_without_track() != self.name()
    }

    /// Where a file names the level.
    #[must_use]
    pub fn named_at(&self) -> &Passage {
        &self.named_at
    }

    /// False for the level of a role without levels: it is there only to hold
    /// the role's skills, and its name is not one to be shown.
    #[must_use]
    pub fn is_in_use(&self) -> bool {
        self.in_use
    }

    /// What the level is.
    #[must_use]
    pub fn about(&self) -> &[Statement] {
        &self.about
    }

    /// What someone at the level does.
    #[must_use]
    pub fn responsibilities(&self) -> &[Statement] {
        &self.responsibilities
    }

    /// The skills that the level asks, in the order of their names.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// What the level asks in a skill; `None` where it does not ask it.
    #[must_use]
    pub fn requirement(&self, skill: SkillId) -> Option<&Requirement> {
        self.requirements.iter().find(|asked| asked.skill == skill)
    }
}
