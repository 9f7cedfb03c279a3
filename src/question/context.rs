//! What a person said before, as far as a follow-up needs it.

use super::{Kind, Scope, Subject, Wanted};

/// The last answer of a conversation. The surface decides whose conversation
/// it is, and how long it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The kind of the last answer; `None` at the start.
    pub kind: Option<Kind>,
    /// What was wanted where the last answer could only ask back.
    pub wanted: Option<Wanted>,
    /// What the last answer was about.
    pub subjects: Vec<Subject>,
    /// What was spoken of before that, to be compared with it.
    pub before: Vec<Subject>,
    /// What the last answer listed or offered, in its order.
    pub results: Vec<Subject>,
    /// Whose business the last question was, where it was not answered: "and for a senior?"
    pub refused: Option<Scope>,
    /// The list that the last answer's subject was chosen from: "and the third?"
    pub chosen_from: Vec<Subject>,
}

impl Context {
    /// The conversation after one more answer. Thanks, a greeting or an answer
    /// that there is none do not change the subject: "and the senior one?" after
    /// them still means what it meant before. But a role that lacks a level was spoken
    /// of, and a list that was offered is kept to be chosen from.
    #[must_use]
    pub fn followed_by(self, answer: Self) -> Self {
        match answer.kind {
            Some(Kind::Help) => self,
            Some(Kind::NoMatch) => {
                let or = |new: Vec<Subject>, old| if new.is_empty() { old } else { new };
                // Of two that are compared both are still spoken of.
                let of_two = matches!(
                    self.kind,
                    Some(Kind::Compare | Kind::SharedSkills | Kind::Progression)
                );
                let new = if of_two { Vec::new() } else { answer.subjects };
                Self {
                    refused: answer.refused,
                    wanted: answer.wanted.or(self.wanted),
                    subjects: or(new, self.subjects),
                    results: or(answer.results, self.results),
                    ..self
                }
            }
            Some(_) | None => {
                let goes_on = self.subjects.is_empty() || self.subjects == answer.subjects;
                let of_two = matches!(self.kind, Some(Kind::Compare | Kind::SharedSkills));
                let list = if of_two && self.subjects.len() == 2 {
                    Some(self.subjects.clone())
                } else if self.chosen_from.is_empty() {
                    self.kind.is_some_and(is_list).then_some(self.results)
                } else {
                    Some(self.chosen_from)
                };
                let is_of = |list: &Vec<Subject>| match answer.subjects.as_slice() {
                    [chosen] => list.iter().any(|listed| is_same(*listed, *chosen)),
                    _ => false,
                };
                let chosen_from = list.filter(is_of).unwrap_or_default();
                let before = if goes_on { self.before } else { self.subjects };
                Self {
                    before,
                    chosen_from,
                    ..answer
                }
            }
        }
    }
}

/// Whether an answer's kind is a list of things to choose from.
fn is_list(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Clarify
            | Kind::LevelsOfRole
            | Kind::ListFamilies
            | Kind::ListRoles
            | Kind::ListSkills
            | Kind::RolesAbout
            | Kind::RolesNeedingSkill
            | Kind::SimilarRoles
            | Kind::SkillsAbout
    )
}

/// Whether two subjects are of the same place or skill, at whatever proficiency.
fn is_same(one: Subject, other: Subject) -> bool {
    let is_named = one.position().is_some() || one.skill().is_some();
    is_named && one.position() == other.position() && one.skill() == other.skill()
}
