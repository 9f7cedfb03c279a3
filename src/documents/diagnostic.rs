//! What is wrong with a framework's files, and where.

use super::fault::Fault;
use super::passage::Passage;

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The framework can't be used until this is put right.
    Error,
    /// The framework can be used, but some answer may surprise.
    Warning,
}

/// One fault, with the place where it was found.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// The path of the file within the framework's folder.
    pub file: String,
    /// The words at fault; `None` where no text can be shown.
    pub place: Option<Passage>,
    /// Other places that explain it, each with a short label.
    pub also: Vec<(Passage, String)>,
}

impl Diagnostic {
    /// A fault of the words at `place`.
    #[must_use]
    pub fn at(fault: Fault, place: &Passage) -> Self {
        Self {
            fault,
            file: place.file().to_owned(),
            place: Some(place.clone()),
            also: Vec::new(),
        }
    }

    /// A fault of a whole file, or of one whose text can't be shown.
    #[must_use]
    pub fn in_file(fault: Fault, file: impl Into<String>) -> Self {
        Self {
            fault,
            file: file.into(),
            place: None,
            also: Vec::new(),
        }
    }

    /// Adds a second place, which may be in another file.
    #[must_use]
    pub fn and(mut self, place: &Passage, label: impl Into<String>) -> Self {
        self.also.push((place.clone(), label.into()));
        self
    }

    /// Whether this stops the framework from being used.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }
}
