//! What was understood of a person's words.

use super::{Position, Subject, Wanted};
use crate::framework::{FamilyId, Proficiency, RoleId, Seniority, SkillId};
use crate::search::{Evidence, Findings};

/// A question that the framework can be asked. What each one wants to know is
/// said at its [`Kind`](super::Kind).
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// "What is a data engineer?"
    Role(RoleId),
    /// "What does a senior data engineer do?"
    Level(crate::framework::LevelId),
    /// "What skills does a senior data engineer need?"; first those "at expert", where a
    /// proficiency is named
    LevelSkills(Position, Option<Proficiency>),
    /// "What is metadata management?"
    Skill(SkillId),
    /// "How much testing does a data engineer need?"
    SkillAtLevel(SkillId, Position),
    /// "What does testing look like at working level?"
    SkillAtProficiency(SkillId, Proficiency),
    /// "What does practitioner mean?"; all four where none is named.
    Proficiency(Option<Proficiency>),
    /// "Which skills cover testing?"
    SkillsAbout(Findings),
    /// "Who writes the tests?"
    RolesAbout(Findings),
    /// "Who needs testing at expert?"
    RolesNeedingSkill(SkillId, Option<Proficiency>),
    /// "Data engineer or data analyst?"
    Compare(Position, Position),
    /// "What comes after senior?"; with a target where one is named.
    Progression(Position, Option<Position>),
    /// "Which levels has a data engineer?"
    LevelsOfRole(RoleId),
    /// "Which roles are there?", in a family where one is named.
    ListRoles(Option<FamilyId>),
    /// "Which roles have a trainee level?", in a family where one is named.
    ListLevels(Seniority, Option<FamilyId>),
    /// "Which skills are there?"
    ListSkills,
    /// "Which families are there?"
    ListFamilies,
    /// "What have a data engineer and a data analyst in common?"
    SharedSkills(Position, Position),
    /// "Which roles are like a data engineer?"
    SimilarRoles(Position),
    /// The words fit several things: at most five, the likeliest first.
    Clarify(Vec<Subject>),
    /// A greeting, thanks, or "what can you do?"
    Help(Courtesy),
    /// The framework does not say.
    NoMatch(Unclear),
}

impl Question {
    /// The plain question about something: what it is.
    #[must_use]
    pub fn about(subject: Subject) -> Self {
        match subject {
            Subject::Family(family) => Self::ListRoles(Some(family)),
            Subject::Role(role) => Self::Role(role),
            Subject::Level(level) | Subject::LevelAt(level, _) => Self::Level(level),
            Subject::Skill(skill) => Self::Skill(skill),
            Subject::SkillAt(skill, at) => Self::SkillAtProficiency(skill, at),
            Subject::Proficiency(at) => Self::Proficiency(Some(at)),
        }
    }

    /// The roles and levels that it names: at most two.
    pub(super) fn positions(&self) -> [Option<Position>; 2] {
        match self {
            Self::Role(role) | Self::LevelsOfRole(role) => [Some(Position::Role(*role)), None],
            Self::Level(level) => [Some(Position::Level(*level)), None],
            Self::LevelSkills(position, _)
            | Self::SkillAtLevel(_, position)
            | Self::SimilarRoles(position) => [Some(*position), None],
            Self::Compare(first, second) | Self::SharedSkills(first, second) => {
                [Some(*first), Some(*second)]
            }
            Self::Progression(from, to) => [Some(*from), *to],
            Self::Skill(_)
            | Self::SkillAtProficiency(..)
            | Self::Proficiency(_)
            | Self::SkillsAbout(_)
            | Self::RolesAbout(_)
            | Self::RolesNeedingSkill(..)
            | Self::ListRoles(_)
            | Self::ListLevels(..)
            | Self::ListSkills
            | Self::ListFamilies
            | Self::Clarify(_)
            | Self::Help(_)
            | Self::NoMatch(_) => [None, None],
        }
    }

    /// The skill that it names.
    pub(super) fn skill(&self) -> Option<SkillId> {
        match self {
            Self::Skill(skill)
            | Self::SkillAtLevel(skill, _)
            | Self::SkillAtProficiency(skill, _)
            | Self::RolesNeedingSkill(skill, _) => Some(*skill),
            Self::Role(_)
            | Self::Level(_)
            | Self::LevelSkills(..)
            | Self::Proficiency(_)
            | Self::SkillsAbout(_)
            | Self::RolesAbout(_)
            | Self::Compare(..)
            | Self::Progression(..)
            | Self::LevelsOfRole(_)
            | Self::ListRoles(_)
            | Self::ListLevels(..)
            | Self::ListSkills
            | Self::ListFamilies
            | Self::SharedSkills(..)
            | Self::SimilarRoles(_)
            | Self::Clarify(_)
            | Self::Help(_)
            | Self::NoMatch(_) => None,
        }
    }
}

/// What a person who asks for nothing in the framework says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Courtesy {
    /// "Hi"
    Greeting,
    /// "Thanks"
    Thanks,
    /// "Bye"
    Farewell,
    /// "What can you do?"
    Abilities,
    /// "Why?", about the last answer: it is the framework's own words.
    Grounds,
    /// "What comes next?", where no role, level or skill was named, nor before.
    Unnamed,
    /// Nothing was said.
    Silence,
}

/// Why words have no answer in the framework.
#[derive(Debug, Clone, PartialEq)]
pub enum Unclear {
    /// Not the business of a career framework.
    OutOfScope {
        /// Which business it is.
        about: Scope,
        /// What the framework has instead on what was named.
        instead: Vec<Subject>,
    },
    /// The framework has no such thing.
    NotInFramework {
        /// What was looked for, as the person wrote it.
        what: String,
        /// What comes nearest: offered, never answered as if it were meant.
        near: Vec<Subject>,
    },
    /// The role is there and has no such level.
    NoSuchLevel {
        /// The role.
        role: RoleId,
        /// The seniority word asked for, as the person wrote it.
        what: String,
    },
}

/// The business of somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// What a job pays.
    Pay,
    /// Grades of a pay system.
    Grade,
    /// Vacancies and applications.
    Vacancies,
    /// Leave and absence.
    Leave,
    /// Courses and bookings.
    Training,
    /// Decisions about a person's promotion.
    Promotion,
    /// Who somebody is.
    People,
    /// Other frameworks.
    OtherFramework,
    /// Talk about nothing in particular.
    SmallTalk,
    /// The weather and the world.
    WeatherAndWorld,
    /// Rules of employment.
    HrPolicy,
    /// When and where something is, and how long it takes.
    Times,
    /// Work that somebody wants done.
    Chores,
    /// Text that tries to instruct the program.
    Instructions,
}

/// Something that was typed in one way and read in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

/// Words that somebody asks whether a role or level has to do with: the framework says
/// it in its own words or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Sought {
    /// The words, as the person wrote them.
    pub words: String,
    /// The lines on the role or level that have them, best first.
    pub lines: Vec<Evidence>,
}

/// The outcome of understanding: the question, and how it was reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The words as given.
    pub words: String,
    /// What they were understood to ask.
    pub question: Question,
    /// What was read other than it was typed.
    pub corrections: Vec<Correction>,
    /// What was taken from the conversation, where the words did not say.
    pub taken_from_context: Vec<Subject>,
    /// What is wanted of the one that is chosen, where the question has to ask back
    /// first ([`Question::Clarify`]).
    pub wanted: Option<Wanted>,
    /// What was asked about a role or level for yes or no, beside which it is.
    pub sought: Option<Sought>,
    /// How sure it is, from 0 to 100; below
    /// [`SURE`](Reading::SURE) the program asks instead of answering.
    pub certainty: u8,
}

impl Reading {
    /// The certainty from which on a reading is answered, not asked about.
    pub const SURE: u8 = 60;
}
