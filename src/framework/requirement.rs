//! What a role level asks in one skill.

use super::{Proficiency, SkillId};
use crate::documents::{Passage, Statement};

/// One skill that a level asks, how much of it, and in which words.
#[derive(Debug, Clone)]
pub struct Requirement {
    pub(super) skill: SkillId,
    pub(super) proficiency: Option<Proficiency>,
    pub(super) statements: Vec<Statement>,
    pub(super) named_at: Passage,
}

impl Requirement {
    /// The skill asked.
    #[must_use]
    pub fn skill(&self) -> SkillId {
        self.skill
    }

    /// How well it is to be held; `None` where no file says.
    #[must_use]
    pub fn proficiency(&self) -> Option<Proficiency> {
        self.proficiency
    }

    /// What the level asks in the skill; empty where no file says.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Where a file says that the level asks the skill.
    #[must_use]
    pub fn named_at(&self) -> &Passage {
        &self.named_at
    }
}
