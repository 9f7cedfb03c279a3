//! The seniority words of role levels' names: a closed list, never guessed at.

use super::fold::fold;

/// How senior a level's name says that it is, lowest first. The order is that
/// of the design's ladder: apprentice, trainee, junior, associate, no word,
/// senior, lead, principal, head, chief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Seniority {
    /// "Apprentice developer"
    Apprentice,
    /// "Trainee analyst"
    Trainee,
    /// "Junior engineer"
    Junior,
    /// "Associate product manager"
    Associate,
    /// No seniority word in the name.
    Unmarked,
    /// "Senior engineer"
    Senior,
    /// "Lead engineer", "Data ethics lead"
    Lead,
    /// "Principal engineer"
    Principal,
    /// "Head of engineering"
    Head,
    /// "Chief engineer"
    Chief,
}

impl Seniority {
    /// The seniorities that have a word, lowest first.
    pub const MARKED: [Self; 9] = [
        Self::Apprentice,
        Self::Trainee,
        Self::Junior,
        Self::Associate,
        Self::Senior,
        Self::Lead,
        Self::Principal,
        Self::Head,
        Self::Chief,
    ];

    /// The word for it in a level's name; empty for [`Unmarked`](Self::Unmarked).
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Apprentice => "apprentice",
            Self::Trainee => "trainee",
            Self::Junior => "junior",
            Self::Associate => "associate",
            Self::Unmarked => "",
            Self::Senior => "senior",
            Self::Lead => "lead",
            Self::Principal => "principal",
            Self::Head => "head",
            Self::Chief => "chief",
        }
    }

    /// The seniority that a word is, if it is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::MARKED
            .into_iter()
            .find(|seniority| seniority.word() == word)
    }

    /// The seniority that a level's name tells: its first seniority word.
    #[must_use]
    pub fn in_name(name: &str) -> Self {
        fold(name)
            .split(|c: char| !c.is_alphanumeric())
            .find_map(Self::from_word)
            .unwrap_or(Self::Unmarked)
    }
}

#[cfg(test)]
mod tests {
    use super::Seniority;

    #[test]
    fn a_name_tells_its_seniority_wherever_the_word_stands() {
        assert_eq!(Seniority::in_name("Data ethics lead"), Seniority::Lead);
        assert_eq!(
            Seniority::in_name("Head of (Agile) delivery management"),
            Seniority::Head
        );
        assert_eq!(Seniority::in_name("Leading analyst"), Seniority::Unmarked);
    }
}
