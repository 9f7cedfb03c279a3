//! The kinds of answer, and the reasons for having none.

/// What a person wants to know. The names are those of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What a role is and does, and its levels.
    Role,
    /// What one level of a role does, and its skills.
    Level,
    /// The skills that a level or a role needs.
    LevelSkills,
    /// What a skill is, its proficiencies, who needs it.
    Skill,
    /// What one skill asks of one level.
    SkillAtLevel,
    /// What a skill looks like at a proficiency.
    SkillAtProficiency,
    /// What the proficiency words mean.
    Proficiency,
    /// Which skills cover a topic.
    SkillsAbout,
    /// Which role or level deals with a topic.
    RolesAbout,
    /// Which roles and levels need a skill.
    RolesNeedingSkill,
    /// How two levels or roles differ.
    Compare,
    /// What it takes to get from one level to another.
    Progression,
    /// The ladder of a role.
    LevelsOfRole,
    /// The roles, or those of a family.
    ListRoles,
    /// The skills.
    ListSkills,
    /// The families.
    ListFamilies,
    /// What two roles or levels have in common.
    SharedSkills,
    /// The roles nearest to one.
    SimilarRoles,
    /// The words fit several things.
    Clarify,
    /// Greetings, thanks, what can you do.
    Help,
    /// The framework does not say.
    NoMatch,
}

impl Kind {
    /// Whether it is about a skill and no place.
    pub(super) fn is_of_skill(self) -> bool {
        matches!(
            self,
            Self::Skill | Self::SkillAtProficiency | Self::RolesNeedingSkill
        )
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The framework has no such thing.
    NotInFramework,
    /// The framework has it and does not define it.
    NotDefined,
    /// It is not the business of a career framework.
    OutOfScope,
}
