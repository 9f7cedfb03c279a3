//! What to search for.

use std::borrow::Cow;

use super::dictionary::StemId;

/// A topic, taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query<'q> {
    /// The topic in the person's words.
    pub topic: &'q str,
    /// The concepts in it; the first 64 are searched for.
    pub concepts: Vec<Concept<'q>>,
}

/// One concept of a topic. A line has it if it has one of the alternatives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concept<'q> {
    /// The words that may stand for it.
    pub alternatives: Vec<Alternative<'q>>,
}

/// Words that may stand for a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative<'q> {
    /// Stems; where there are several, a line must have all of them.
    pub stems: Cow<'q, [StemId]>,
    /// How surely these words mean the concept: 1 for the person's own word,
    /// less for others.
    pub weight: f32,
}

impl Query<'_> {
    /// Whether there is nothing to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }
}
