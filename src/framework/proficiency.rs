//! The four proficiencies, lowest first.

use super::fold::fold;

/// How well a skill is held. The four words and their order are those of the
/// tables' own columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proficiency {
    /// The first.
    Awareness,
    /// The second.
    Working,
    /// The third.
    Practitioner,
    /// The highest.
    Expert,
}

impl Proficiency {
    /// All four, lowest first.
    pub const ALL: [Self; 4] = [
        Self::Awareness,
        Self::Working,
        Self::Practitioner,
        Self::Expert,
    ];

    /// The proficiency that a cell names; `None` for any other word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL
            .into_iter()
            .find(|proficiency| fold(proficiency.name()) == name)
    }

    /// The word for it, as the tables write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Awareness => "Awareness",
            Self::Working => "Working",
            Self::Practitioner => "Practitioner",
            Self::Expert => "Expert",
        }
    }

    /// 1 for the lowest to 4 for the highest.
    #[must_use]
    pub fn rank(self) -> u8 {
        self as u8 + 1
    }
}
