//! What a question or an answer can be about.

use crate::framework::{FamilyId, LevelId, Proficiency, RoleId, SkillId};

/// A place in the framework that has skills: a role, or one level of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Position {
    /// A role as a whole.
    Role(RoleId),
    /// One level of a role.
    Level(LevelId),
}

impl Position {
    /// The position as something that an answer can be about.
    #[must_use]
    pub fn into_subject(self) -> Subject {
        self.into()
    }
}

/// Anything that can be named in a question, listed in an answer or offered as
/// a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A family.
    Family(FamilyId),
    /// A role.
    Role(RoleId),
    /// A role level.
    Level(LevelId),
    /// A skill.
    Skill(SkillId),
    /// A proficiency.
    Proficiency(Proficiency),
    /// A skill at a proficiency.
    SkillAt(SkillId, Proficiency),
    /// A level that asks a skill at a proficiency.
    LevelAt(LevelId, Proficiency),
}

impl Subject {
    /// The role or level, where it is one.
    #[must_use]
    pub fn position(self) -> Option<Position> {
        match self {
            Self::Role(role) => Some(Position::Role(role)),
            Self::Level(level) | Self::LevelAt(level, _) => Some(Position::Level(level)),
            Self::Family(_) | Self::Skill(_) | Self::Proficiency(_) | Self::SkillAt(..) => None,
        }
    }

    /// The family, where it is one.
    #[must_use]
    pub fn family(self) -> Option<FamilyId> {
        match self {
            Self::Family(family) => Some(family),
            Self::Role(_)
            | Self::Level(_)
            | Self::Skill(_)
            | Self::Proficiency(_)
            | Self::SkillAt(..)
            | Self::LevelAt(..) => None,
        }
    }

    /// The skill, where it is one.
    #[must_use]
    pub fn skill(self) -> Option<SkillId> {
        match self {
            Self::Skill(skill) | Self::SkillAt(skill, _) => Some(skill),
            Self::Family(_)
            | Self::Role(_)
            | Self::Level(_)
            | Self::LevelAt(..)
            | Self::Proficiency(_) => None,
        }
    }

    /// The proficiency, where it is or has one.
    #[must_use]
    pub fn proficiency(self) -> Option<Proficiency> {
        match self {
            Self::Proficiency(proficiency)
            | Self::SkillAt(_, proficiency)
            | Self::LevelAt(_, proficiency) => Some(proficiency),
            Self::Family(_) | Self::Role(_) | Self::Level(_) | Self::Skill(_) => None,
        }
    }
}

impl From<Position> for Subject {
    fn from(position: Position) -> Self {
        match position {
            Position::Role(role) => Self::Role(role),
            Position::Level(level) => Self::Level(level),
        }
    }
}
