//! What is to be told, a variant a kind.

use super::{
    AskedInWords, AskedSkill, Comparison, Needs, PlaceComparison, ProficiencyWords, Progression,
    Similar, SkillAtWords, Spread, Standing,
};
use crate::framework::{Family, Proficiency, Role, RoleLevel, Seniority, Skill};
use crate::question::{Courtesy, Subject, Unclear};
use crate::search::Findings;

/// The facts of an answer.
#[derive(Debug)]
pub enum Facts<'a> {
    /// What a role is and does.
    Role(RoleFacts<'a>),
    /// What a level is and does, and its skills.
    Level(LevelFacts<'a>),
    /// The skills of a level; first those at a proficiency, where one was named.
    LevelSkills(LevelFacts<'a>, Option<Proficiency>),
    /// The skills of a role over its levels; first those that a level asks at a
    /// proficiency, where one was named.
    RoleSkills(RoleFacts<'a>, Option<Proficiency>),
    /// What a skill is.
    Skill(SkillFacts<'a>),
    /// What a skill asks at one place.
    SkillAtLevel(AskedSkill<'a>),
    /// What a skill looks like at one proficiency.
    SkillAtProficiency(SkillAtWords<'a>),
    /// What the proficiency words mean.
    Proficiency(ProficiencyWords<'a>),
    /// Which skills cover a topic.
    SkillsAbout(&'a Findings),
    /// Which roles deal with a topic.
    RolesAbout(&'a Findings),
    /// Who needs a skill.
    RolesNeedingSkill(Needed<'a>),
    /// How two places differ.
    Compare(Comparison<'a>),
    /// What it takes to move up.
    Progression(Progression<'a>),
    /// The ladder of a role.
    LevelsOfRole(RoleFacts<'a>),
    /// The roles, family by family; of one family where one was named.
    ListRoles(Vec<(&'a Family, Vec<&'a Role>)>),
    /// The levels of a seniority, family by family, and of how many roles; of one family
    /// where one was named.
    ListLevels(Seniority, Vec<(&'a Family, Vec<&'a RoleLevel>)>, usize),
    /// The skills, by name.
    ListSkills(&'a [Skill]),
    /// The families, each with the number of its roles.
    ListFamilies(Vec<(&'a Family, usize)>),
    /// What two places have in common.
    SharedSkills(PlaceComparison<'a>),
    /// The roles nearest to a place.
    SimilarRoles(Similar<'a>),
    /// Which one is meant?
    Clarify(&'a [Subject]),
    /// A word in return.
    Help(Courtesy),
    /// Why there is no answer.
    NoMatch(&'a Unclear),
}

/// A role, its levels and its skills.
#[derive(Debug)]
pub struct RoleFacts<'a> {
    /// The role.
    pub role: &'a Role,
    /// Its level of the same name, if there is one.
    pub namesake: Option<&'a RoleLevel>,
    /// Its skills over its levels, by name.
    pub skills: Vec<Spread<'a>>,
}

/// A level that is in use, and where it stands.
#[derive(Debug)]
pub struct LevelFacts<'a> {
    /// The level.
    pub level: &'a RoleLevel,
    /// Where it stands on its ladder.
    pub standing: Standing<'a>,
}

/// A skill, and who needs it.
#[derive(Debug)]
pub struct SkillFacts<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// Where no file says what its proficiencies mean: what is asked in it,
    /// each wording once.
    pub asked: Vec<AskedInWords<'a>>,
    /// Who needs it.
    pub needs: Vec<Needs<'a>>,
}

/// Who needs a skill, at a proficiency where one was named.
#[derive(Debug)]
pub struct Needed<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// The proficiency named.
    pub at: Option<Proficiency>,
    /// Who needs it so.
    pub needs: Vec<Needs<'a>>,
    /// Where nobody does: who needs it at another proficiency.
    pub otherwise: Vec<Needs<'a>>,
}
