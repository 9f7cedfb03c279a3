//! A skill, and what each proficiency of it means.

use super::{LevelId, Proficiency, SkillId};
use crate::documents::{Passage, Statement};

/// What a framework says of a skill at one proficiency.
#[derive(Debug, Clone)]
pub enum Definition {
    /// No file says anything.
    Absent,
    /// A file says, in these words, that it is not defined.
    NotDefined(Statement),
    /// What someone can do.
    Defined(Vec<Statement>),
}

impl Definition {
    /// The statements, also the one that says there are none yet.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        match self {
            Self::Absent => &[],
            Self::NotDefined(statement) => std::slice::from_ref(statement),
            Self::Defined(statements) => statements,
        }
    }

    /// Whether the framework says what someone can do.
    #[must_use]
    pub fn is_defined(&self) -> bool {
        matches!(self, Self::Defined(_))
    }
}

/// A skill that levels can ask.
#[derive(Debug, Clone)]
pub struct Skill {
    pub(super) id: SkillId,
    pub(super) name: String,
    pub(super) named_at: Passage,
    pub(super) about: Vec<Statement>,
    pub(super) definitions: [Definition; 4],
    pub(super) needed_by: Vec<LevelId>,
    pub(super) aliases: Vec<String>,
    pub(super) link: Option<String>,
}

impl Skill {
    /// The skill's id.
    #[must_use]
    pub fn id(&self) -> SkillId {
        self.id
    }

    /// The skill's name, as the framework writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where a file names the skill.
    #[must_use]
    pub fn named_at(&self) -> &Passage {
        &self.named_at
    }

    /// What the skill is.
    #[must_use]
    pub fn about(&self) -> &[Statement] {
        &self.about
    }

    /// What the skill means at a proficiency.
    #[must_use]
    pub fn at(&self, proficiency: Proficiency) -> &Definition {
        &self.definitions[usize::from(proficiency.rank() - 1)]
    }

    /// The levels that ask the skill, role by role, lowest first.
    #[must_use]
    pub fn needed_by(&self) -> &[LevelId] {
        &self.needed_by
    }

    /// Other names for the skill, from the manifest.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The skill's page, where the manifest says how to make its address.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// How many statements say what the skill is and means.
    pub(super) fn statement_count(&self) -> usize {
        let defined: usize = self
            .definitions
            .iter()
            .map(|definition| definition.statements().len())
            .sum();
        self.about.len() + defined
    }
}
