//! Who needs a skill, role by role.

use super::Asking;
use crate::framework::{Framework, Proficiency, Role, SkillId};

/// A role that needs a skill.
#[derive(Debug)]
pub struct Needs<'a> {
    /// The role.
    pub role: &'a Role,
    /// Its levels that ask the skill, lowest first; for a role without levels
    /// the one that holds its skills.
    pub levels: Vec<Asking<'a>>,
}

impl<'a> Needs<'a> {
    /// The roles that need a skill, at one proficiency where one is given.
    #[must_use]
    pub fn of(framework: &'a Framework, skill: SkillId, at: Option<Proficiency>) -> Vec<Self> {
        let mut roles: Vec<Self> = Vec::new();
        for (level, requirement) in framework.levels_needing(skill) {
            if at.is_some() && requirement.proficiency() != at {
                continue;
            }
            let asking = Asking { level, requirement };
            match roles
                .last_mut()
                .filter(|needs| needs.role.id() == level.role())
            {
                Some(needs) => needs.levels.push(asking),
                None => roles.push(Self {
                    role: framework.role(level.role()),
                    levels: vec![asking],
                }),
            }
        }
        roles
    }
}
