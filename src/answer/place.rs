//! Which level is meant by a place that need not be one.

use crate::framework::{Framework, RoleId, RoleLevel};
use crate::question::{Position, Subject};

/// A place in the framework, and the level that it comes down to.
#[derive(Debug, Clone, Copy)]
pub struct Settled<'a> {
    /// The place. Never a level that is not in use: that is its role.
    pub position: Position,
    /// The level: the place itself, or for a role the level of the role's own
    /// name or the only one that it has.
    pub level: Option<&'a RoleLevel>,
}

impl<'a> Settled<'a> {
    /// Settles a place.
    #[must_use]
    pub fn new(framework: &'a Framework, position: Position) -> Self {
        let position = in_use(framework, position);
        let level = match position {
            Position::Level(id) => Some(framework.level(id)),
            Position::Role(role) => {
                let mut levels = framework.levels_of(role);
                let only = levels.next().filter(|_| levels.next().is_none());
                framework.namesake(role).or(only)
            }
        };
        Self { position, level }
    }

    /// The place as it was named: a role as a whole, not one level of it.
    #[must_use]
    pub fn as_named(self) -> Self {
        let level = self.level.filter(|_| !self.is_narrowed());
        Self { level, ..self }
    }

    /// Whether a role was named and one level of it is answered for.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.level.is_some() && matches!(self.position, Position::Role(_))
    }

    /// The place as a subject: the level where there is one.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.level.map_or(Subject::from(self.position), |level| {
            Subject::Level(level.id())
        })
    }
}

/// The place itself; for a level that is not in use, its role.
pub(super) fn in_use(framework: &Framework, position: Position) -> Position {
    match position {
        Position::Level(id) if !framework.level(id).is_in_use() => {
            Position::Role(framework.level(id).role())
        }
        Position::Level(_) | Position::Role(_) => position,
    }
}

/// The same for anything that can be listed.
pub(super) fn listed(framework: &Framework, subject: Subject) -> Subject {
    match subject {
        Subject::Level(id) | Subject::LevelAt(id, _) if !framework.level(id).is_in_use() => {
            Subject::Role(framework.level(id).role())
        }
        Subject::Family(_)
        | Subject::Role(_)
        | Subject::Level(_)
        | Subject::Skill(_)
        | Subject::Proficiency(_)
        | Subject::SkillAt(..)
        | Subject::LevelAt(..) => subject,
    }
}

/// The role that a place belongs to.
#[must_use]
pub fn role_of(framework: &Framework, position: Position) -> RoleId {
    match position {
        Position::Role(role) => role,
        Position::Level(level) => framework.level(level).role(),
    }
}
