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
    /// What the last answer listed or offered, in its order.
    pub results: Vec<Subject>,
}
