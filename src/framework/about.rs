//! What a framework says of itself, beside its roles and skills.

use super::Proficiency;
use crate::documents::Setting;

/// The manifest's words about the framework as a whole.
#[derive(Debug, Default)]
pub struct About {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) attribution: Option<String>,
    pub(super) proficiencies: [Option<Setting>; 4],
    pub(super) topics: Vec<Words>,
    pub(super) short_forms: Vec<Words>,
    pub(super) level_aliases: Vec<(super::LevelId, String)>,
}

/// Everyday words, and the framework's words that they stand for.
#[derive(Debug, Clone)]
pub struct Words {
    /// What people say.
    pub say: Vec<String>,
    /// What the framework says.
    pub means: Vec<String>,
    /// Whether what people say often means something else.
    pub ambiguous: bool,
}

impl About {
    /// The framework's title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Who publishes it.
    #[must_use]
    pub fn publisher(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// Under which licence.
    #[must_use]
    pub fn licence(&self) -> Option<&str> {
        self.licence.as_deref()
    }

    /// The line that the licence wants beside each quote.
    #[must_use]
    pub fn attribution(&self) -> Option<&str> {
        self.attribution.as_deref()
    }

    /// What a proficiency means in general, and where the manifest says so.
    #[must_use]
    pub fn meaning_of(&self, proficiency: Proficiency) -> Option<&Setting> {
        self.proficiencies[usize::from(proficiency.rank() - 1)].as_ref()
    }

    /// Everyday words for the framework's topics.
    #[must_use]
    pub fn topics(&self) -> &[Words] {
        &self.topics
    }

    /// Short forms and what they stand for.
    #[must_use]
    pub fn short_forms(&self) -> &[Words] {
        &self.short_forms
    }

    /// Other names for role levels.
    #[must_use]
    pub fn level_aliases(&self) -> &[(super::LevelId, String)] {
        &self.level_aliases
    }
}
