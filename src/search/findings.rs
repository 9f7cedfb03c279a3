//! What a search for a topic found.

use crate::documents::Passage;
use crate::framework::{LevelId, RoleId, SkillId};
use std::ops::Range;

use smallvec::SmallVec;

/// The outcome of a search, best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// The words searched for, as the person wrote them.
    pub topic: String,
    /// Whether no line has a word of it: what was found has words that it may stand for.
    pub is_only_related: bool,
    /// What carries the topic in its name, or is plainly about it.
    pub hits: Vec<Hit>,
    /// What only mentions it.
    pub mentions: Vec<Hit>,
    /// The part of the topic that the best hit has, from 0 to 1: by weight,
    /// of the words that the framework knows at all.
    pub coverage: f32,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub found: Found,
    /// How well it fits: only good for comparing with others of one search.
    pub score: f32,
    /// The lines that say so, best first: of what only mentions the topic one, and
    /// none where the name alone does.
    pub evidence: Vec<Evidence>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Found {
    /// A role.
    Role(RoleId),
    /// A role level.
    Level(LevelId),
    /// A skill.
    Skill(SkillId),
}

/// A line that matched.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The line.
    pub passage: Passage,
    /// The matched words, as byte ranges of the line's text, in order: seldom more than
    /// two.
    pub marks: SmallVec<[Range<usize>; 2]>,
}

impl PartialEq for Evidence {
    fn eq(&self, other: &Self) -> bool {
        self.passage.file() == other.passage.file()
            && self.passage.range() == other.passage.range()
            && self.marks == other.marks
    }
}
