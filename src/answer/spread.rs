//! What a role, or one level of it, asks in one skill.

use std::collections::BTreeMap;

use super::Asking;
use crate::framework::{Framework, Proficiency, RoleLevel, Skill, SkillId};
use crate::question::Position;

/// A skill over the levels of a place: which of them ask it, and how well.
#[derive(Debug, Clone)]
pub struct Spread<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// The levels that ask it, lowest first.
    pub asked: Vec<Asking<'a>>,
    /// The levels of the place that do not.
    pub not_asked: Vec<&'a RoleLevel>,
}

impl<'a> Spread<'a> {
    /// Every skill that a place asks, in the order of the skills' names.
    #[must_use]
    pub fn of(framework: &'a Framework, position: Position) -> Vec<Self> {
        let levels = levels(framework, position);
        let mut skills: BTreeMap<SkillId, Vec<Asking<'a>>> = BTreeMap::new();
        for level in &levels {
            for requirement in level.requirements() {
                let asked = skills.entry(requirement.skill()).or_default();
                asked.push(Asking { level, requirement });
            }
        }
        let spread = |(skill, asked): (SkillId, Vec<Asking<'a>>)| {
            let not_asked = levels
                .iter()
                .filter(|level| level.requirement(skill).is_none());
            Self {
                skill: framework.skill(skill),
                not_asked: not_asked.copied().collect(),
                asked,
            }
        };
        skills.into_iter().map(spread).collect()
    }

    /// Whether a level asks it at a proficiency.
    #[must_use]
    pub fn is_asked_at(&self, at: Proficiency) -> bool {
        self.asked
            .iter()
            .any(|asking| asking.proficiency() == Some(at))
    }

    /// The lowest and the highest proficiency asked, where any is known.
    #[must_use]
    pub fn range(&self) -> Option<(Proficiency, Proficiency)> {
        let known = || self.asked.iter().filter_map(Asking::proficiency);
        Some((known().min()?, known().max()?))
    }
}

/// The levels of a place, lowest first; for a role without levels the one that
/// holds its skills.
fn levels(framework: &Framework, position: Position) -> Vec<&RoleLevel> {
    match position {
        Position::Level(level) => vec![framework.level(level)],
        Position::Role(role) => {
            let in_use: Vec<_> = framework.levels_of(role).collect();
            if in_use.is_empty() {
                framework
                    .role(role)
                    .all_levels()
                    .iter()
                    .map(|id| framework.level(*id))
                    .collect()
            } else {
                in_use
            }
        }
    }
}
