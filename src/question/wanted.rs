//! What is asked of a place or skill that has to be chosen first.

use super::{Kind, Position, Question, Subject};

/// What a question asks of one thing, where it had to ask back which one that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The kind of answer.
    pub kind: Kind,
    /// What the question names for certain beside it: the other of two places, or a
    /// skill.
    pub beside: Option<Subject>,
    /// Whether the chosen place stands before the one beside it: a move starts there.
    pub is_first: bool,
}

impl From<Kind> for Wanted {
    fn from(kind: Kind) -> Self {
        Self {
            kind,
            beside: None,
            is_first: true,
        }
    }
}

impl Wanted {
    /// A kind of answer about what is chosen, and then this.
    #[must_use]
    pub fn before(kind: Kind, beside: impl Into<Subject>) -> Self {
        Self {
            beside: Some(beside.into()),
            ..kind.into()
        }
    }

    /// A kind of answer about this, and then what is chosen.
    #[must_use]
    pub fn behind(kind: Kind, beside: impl Into<Subject>) -> Self {
        Self {
            is_first: false,
            ..Self::before(kind, beside)
        }
    }

    /// The question about what was chosen; the plain one where what is wanted can't be
    /// asked of it.
    #[must_use]
    pub fn question(self, chosen: Subject) -> Question {
        let who_needs = |skill, at| {
            let is_wanted = self.kind == Kind::RolesNeedingSkill;
            is_wanted.then_some(Question::RolesNeedingSkill(skill, at))
        };
        let wanted = match chosen {
            Subject::Skill(skill) => who_needs(skill, None),
            Subject::SkillAt(skill, at) => who_needs(skill, Some(at)),
            Subject::Role(_) | Subject::Level(_) | Subject::LevelAt(..) => {
                chosen.position().and_then(|at| self.of_place(at))
            }
            Subject::Family(_) | Subject::Proficiency(_) => None,
        };
        wanted.unwrap_or_else(|| Question::about(chosen))
    }

    /// The question about a place that was chosen, if there is one.
    fn of_place(self, at: Position) -> Option<Question> {
        let other = self.beside.and_then(Subject::position);
        let pair = other.filter(|other| *other != at).map(|other| {
            if self.is_first {
                (at, other)
            } else {
                (other, at)
            }
        });
        match (self.kind, pair) {
            (Kind::LevelSkills, _) => Some(Question::LevelSkills(at, None)),
            (Kind::SimilarRoles, _) => Some(Question::SimilarRoles(at)),
            (Kind::LevelsOfRole, _) => match at {
                Position::Role(role) => Some(Question::LevelsOfRole(role)),
                Position::Level(_) => None,
            },
            (Kind::Progression, None) => Some(Question::Progression(at, None)),
            (Kind::Progression, Some((from, to))) => Some(Question::Progression(from, Some(to))),
            (Kind::Compare, Some((one, other))) => Some(Question::Compare(one, other)),
            (Kind::SharedSkills, Some((one, other))) => Some(Question::SharedSkills(one, other)),
            (Kind::SkillAtLevel, None) => {
                let skill = self.beside?.skill()?;
                Some(Question::SkillAtLevel(skill, at))
            }
            _ => None,
        }
    }
}
