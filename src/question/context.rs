//! What a person said before, as far as a follow-up needs it.

use super::{Kind, Subject};

/// The last answer of a conversation. The surface decides whose conversation
/// it is, and how long it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The kind of the last answer; `None` at the start.
    pub kind: Option<Kind>,
    /// The kind that was wanted where the last answer could only ask back.
    pub wanted: Option<Kind>,
    /// What the last answer was about.
    pub subjects: Vec<Subject>,
    /// What was spoken of before that, to be compared with it.
    pub before: Vec<Subject>,
    /// What the last answer listed or offered, in its order.
    pub results: Vec<Subject>,
}

impl Context {
    /// The conversation after one more answer. Thanks, a greeting or an answer
    /// that there is none do not change the subject: "and the senior one?" after
    /// them still means what it meant before. A list that was offered is kept
    /// all the same, to be chosen from.
    #[must_use]
    pub fn followed_by(self, answer: Self) -> Self {
        match answer.kind {
            Some(Kind::Help) => self,
            Some(Kind::NoMatch) if answer.results.is_empty() => self,
            Some(Kind::NoMatch) => Self {
                results: answer.results,
                ..self
            },
            Some(_) | None => {
                let goes_on = self.subjects.is_empty() || self.subjects == answer.subjects;
                let before = if goes_on { self.before } else { self.subjects };
                Self { before, ..answer }
            }
        }
    }
}
