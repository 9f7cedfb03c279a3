//! The names of a framework as keys that stay the same when it is loaded again.

use std::collections::HashMap;

use super::stable;
use crate::framework::{Framework, Proficiency, fold};
use crate::question::Subject;

/// Finds what a key stands for. An id of the framework would be shorter, and
/// would mean something else after a reload.
#[derive(Debug)]
pub(super) struct Directory {
    subjects: HashMap<u64, Subject>,
}

impl Directory {
    /// Lists all names of a framework.
    pub(super) fn new(framework: &Framework) -> Self {
        let families = framework.families().iter();
        let roles = framework.roles().iter();
        let levels = framework.levels().iter();
        let skills = framework.skills().iter();
        let all = families
            .map(|family| Subject::Family(family.id()))
            .chain(roles.map(|role| Subject::Role(role.id())))
            .chain(levels.map(|level| Subject::Level(level.id())))
            .chain(skills.map(|skill| Subject::Skill(skill.id())));
        Self {
            subjects: all
                .map(|subject| (key(framework, subject), subject))
                .collect(),
        }
    }

    /// What a key stands for in this framework.
    pub(super) fn subject(&self, key: u64) -> Option<Subject> {
        self.subjects.get(&key).copied()
    }
}

/// The key of a family, role, level or skill; of something at a proficiency
/// the key of that thing, and of a proficiency alone that of its word.
pub(super) fn key(framework: &Framework, subject: Subject) -> u64 {
    match subject {
        Subject::Family(id) => stable::hash(["family", &fold(framework.family(id).name())]),
        Subject::Role(id) => stable::hash(["role", &fold(framework.role(id).name())]),
        Subject::Level(id) | Subject::LevelAt(id, _) => {
            let level = framework.level(id);
            let role = framework.role(level.role()).name();
            stable::hash(["level", &fold(role), &fold(level.name())])
        }
        Subject::Skill(id) | Subject::SkillAt(id, _) => {
            stable::hash(["skill", &fold(framework.skill(id).name())])
        }
        Subject::Proficiency(proficiency) => key_of_proficiency(proficiency),
    }
}

/// The key that a role or a skill of this name has.
pub(super) fn key_of_name(sort: &str, name: &str) -> u64 {
    stable::hash([sort, &fold(name)])
}

/// The key of a proficiency's word, which is the same in every framework.
pub(super) fn key_of_proficiency(proficiency: Proficiency) -> u64 {
    stable::hash(["proficiency", proficiency.name()])
}
