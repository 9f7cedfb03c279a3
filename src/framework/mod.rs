//! The model of a career framework: immutable, cross-linked, and the only
//! shape in which the rest of the program knows a framework.
//!
//! [`Framework::build`] merges what the documents, tables and manifest of a
//! folder say into families, roles, role levels and skills (`build`), puts
//! the levels of each role in order (`ordering`), and reports what does not
//! fit together. The accessors read like the questions that people ask: which
//! levels need this skill, what comes after this level, what does this skill
//! mean at practitioner.

mod about;
mod build;
mod checks;
mod draft;
mod fold;
mod ids;
mod ladder;
mod level;
mod manifest;
mod ordering;
mod proficiency;
mod requirement;
mod role;
mod seniority;
mod skill;

pub use about::{About, Words};
pub use fold::{fold, is_joiner};
pub use ids::{FamilyId, LevelId, RoleId, SkillId};
pub use ladder::{Ladder, LadderSource};
pub use level::RoleLevel;
pub use proficiency::Proficiency;
pub use requirement::Requirement;
pub use role::{Family, Role};
pub use seniority::Seniority;
pub use skill::{Definition, Skill};

use crate::documents::{Diagnostic, Document};

/// A loaded framework.
#[derive(Debug)]
pub struct Framework {
    about: About,
    families: Vec<Family>,
    roles: Vec<Role>,
    levels: Vec<RoleLevel>,
    skills: Vec<Skill>,
}

impl Framework {
    /// Builds the model from the pieces that were read, and says what does not
    /// fit together in them.
    ///
    /// Never fails: where a diagnostic is an error, the framework holds what
    /// could be made of the rest, and the caller decides not to use it.
    #[must_use]
    pub fn build(documents: &[Document]) -> (Self, Vec<Diagnostic>) {
        build::build(documents)
    }

    /// What the framework says of itself: title, publisher, licence, links.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The families, in the order of their names.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.families
    }

    /// The roles, in the order of their names.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role levels, role by role, from the lowest rung up. Roles without
    /// levels have one here that is not in use.
    #[must_use]
    pub fn levels(&self) -> &[RoleLevel] {
        &self.levels
    }

    /// The skills, in the order of their names.
    #[must_use]
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// The family with this id.
    #[must_use]
    pub fn family(&self, id: FamilyId) -> &Family {
        &self.families[id.index()]
    }

    /// The role with this id.
    #[must_use]
    pub fn role(&self, id: RoleId) -> &Role {
        &self.roles[id.index()]
    }

    /// The role level with this id.
    #[must_use]
    pub fn level(&self, id: LevelId) -> &RoleLevel {
        &self.levels[id.index()]
    }

    /// The skill with this id.
    #[must_use]
    pub fn skill(&self, id: SkillId) -> &Skill {
        &self.skills[id.index()]
    }

    /// The roles of a family, in the order of their names.
    pub fn roles_of(&self, family: FamilyId) -> impl Iterator<Item = &Role> {
        self.roles
            .iter()
            .filter(move |role| role.family() == family)
    }

    /// The levels of a role that are in use, lowest first; none for a role
    /// without levels.
    pub fn levels_of(&self, role: RoleId) -> impl Iterator<Item = &RoleLevel> {
        self.role(role).ladder().levels().map(|id| self.level(id))
    }

    /// The level of a role that is called like the role: by the role's own
    /// name or, where no level is, the only one without a seniority word whose
    /// words are all of the role's name ("Developer" of "Software developer").
    #[must_use]
    pub fn namesake(&self, role: RoleId) -> Option<&RoleLevel> {
        self.role(role).namesake.map(|level| self.level(level))
    }

    /// What each level of a role asks, also for a role without levels.
    pub fn requirements_of(
        &self,
        role: RoleId,
    ) -> impl Iterator<Item = (&RoleLevel, &Requirement)> {
        self.role(role).all_levels().iter().flat_map(|id| {
            self.level(*id)
                .requirements()
                .iter()
                .map(|asked| (self.level(*id), asked))
        })
    }

    /// The levels that need a skill, and how much of it, role by role.
    pub fn levels_needing(
        &self,
        skill: SkillId,
    ) -> impl Iterator<Item = (&RoleLevel, &Requirement)> {
        self.skill(skill)
            .needed_by()
            .iter()
            .filter_map(move |id| Some((self.level(*id), self.level(*id).requirement(skill)?)))
    }

    /// How many statements (bullets and sentences) the framework holds, told
    /// once each: the roles', the levels' and the skills'.
    #[must_use]
    pub fn statement_count(&self) -> usize {
        let roles: usize = self
            .roles
            .iter()
            .map(|role| role.about().len() + role.duties().len())
            .sum();
        let levels: usize = self
            .levels
            .iter()
            .map(|level| {
                let asked: usize = level
                    .requirements()
                    .iter()
                    .map(|asked| asked.statements().len())
                    .sum();
                level.about().len() + level.responsibilities().len() + asked
            })
            .sum();
        let skills: usize = self.skills.iter().map(Skill::statement_count).sum();
        roles + levels + skills
    }
}
