//! Families and roles.

use super::{FamilyId, Ladder, LevelId, RoleId, Seniority};
use crate::documents::{Passage, Statement};

/// A family of roles.
#[derive(Debug, Clone)]
pub struct Family {
    pub(super) id: FamilyId,
    pub(super) name: String,
    pub(super) named_at: Passage,
}

impl Family {
    /// The family's id.
    #[must_use]
    pub fn id(&self) -> FamilyId {
        self.id
    }

    /// The family's name, as the framework writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where a file names the family.
    #[must_use]
    pub fn named_at(&self) -> &Passage {
        &self.named_at
    }
}

/// A role of a family.
#[derive(Debug, Clone)]
pub struct Role {
    pub(super) id: RoleId,
    pub(super) family: FamilyId,
    pub(super) name: String,
    pub(super) seniority: Seniority,
    pub(super) named_at: Passage,
    pub(super) about: Vec<Statement>,
    pub(super) duties: Vec<Statement>,
    pub(super) levels: Vec<LevelId>,
    pub(super) ladder: Ladder,
    /// See [`Framework::namesake`](super::Framework::namesake).
    pub(super) namesake: Option<LevelId>,
    pub(super) aliases: Vec<String>,
    pub(super) link: Option<String>,
}

impl Role {
    /// The role's id.
    #[must_use]
    pub fn id(&self) -> RoleId {
        self.id
    }

    /// The family that the role belongs to.
    #[must_use]
    pub fn family(&self) -> FamilyId {
        self.family
    }

    /// The role's name, as the framework writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The seniority that the role's own name tells: "Chief engineer".
    #[must_use]
    pub fn seniority(&self) -> Seniority {
        self.seniority
    }

    /// Where a file names the role.
    #[must_use]
    pub fn named_at(&self) -> &Passage {
        &self.named_at
    }

    /// What the role is.
    #[must_use]
    pub fn about(&self) -> &[Statement] {
        &self.about
    }

    /// What someone in the role does, at any level.
    #[must_use]
    pub fn duties(&self) -> &[Statement] {
        &self.duties
    }

    /// The levels that are in use, in their order.
    #[must_use]
    pub fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// Every level, the one that is not in use included.
    #[must_use]
    pub fn all_levels(&self) -> &[LevelId] {
        &self.levels
    }

    /// Other names for the role, from the manifest.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The role's page, where the manifest says how to make its address.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }
}
