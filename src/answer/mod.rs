//! A question to the facts that answer it and their order, without a word of
//! wording and without formatting.
//!
//! [`answer`] takes a [`Reading`] and returns an [`Answer`]: its kind, what it
//! is about, what it lists, and its [`Facts`], which borrow from the framework.
//! Each kind of question is gathered in [`gather`]; what has to be worked out
//! stands in a file of its own: where a level stands ([`Standing`]), what a
//! place asks in a skill ([`Spread`]), how two places differ ([`Comparison`]),
//! what comes next ([`Progression`]), which roles are near ([`Similar`]).

mod asked;
mod asking;
mod compare;
mod facts;
mod gather;
mod lists;
mod needs;
mod place;
mod progression;
mod similar;
mod spread;
mod standing;
#[cfg(test)]
pub(crate) mod tests;
mod words;

pub use asked::AskedSkill;
pub use asking::{Asking, words_of};
pub use compare::{Change, Comparison, LevelComparison, PlaceComparison, SideBySide, Sides};
pub use facts::{Facts, LevelFacts, Needed, RoleFacts, SkillFacts};
pub use needs::Needs;
pub use place::{Settled, role_of};
pub use progression::{Outlook, Progression};
pub use similar::{Fit, Near, Nearness, Overlap, Similar};
pub use spread::Spread;
pub use standing::Standing;
pub use words::{AskedInWords, ProficiencyWords, SkillAtWords};

use crate::framework::Framework;
use crate::question::{Context, Kind, Question, Reading, Reason, Scope, Subject, Unclear};

/// The facts that answer a question, and what they are about.
#[derive(Debug)]
pub struct Answer<'a> {
    /// What was understood.
    pub reading: &'a Reading,
    /// What is answered; not always what was asked: a question can turn out
    /// to have no answer.
    pub kind: Kind,
    /// Why there is no answer, where there is none.
    pub reason: Option<Reason>,
    /// What the answer is about. A level that is not in use stands here as its
    /// role.
    pub subjects: Vec<Subject>,
    /// What the answer lists or offers, best first.
    pub results: Vec<Subject>,
    /// What is to be told.
    pub facts: Facts<'a>,
}

impl Answer<'_> {
    /// What a follow-up needs to know of this answer.
    #[must_use]
    pub fn context(&self) -> Context {
        Context {
            kind: Some(self.kind),
            wanted: self.reading.wanted,
            subjects: self.subjects.clone(),
            before: Vec::new(),
            results: self.results.clone(),
            refused: self.refused(),
            chosen_from: Vec::new(),
        }
    }

    /// Whose business the question was, where it was not answered.
    fn refused(&self) -> Option<Scope> {
        let Question::NoMatch(Unclear::OutOfScope { about, .. }) = &self.reading.question else {
            return None;
        };
        Some(*about)
    }
}

/// Gathers the facts that answer a question. The reading has to be of this
/// framework.
#[must_use]
pub fn answer<'a>(framework: &'a Framework, reading: &'a Reading) -> Answer<'a> {
    let gathered = gather::gather(framework, &reading.question);
    Answer {
        reading,
        kind: gathered.kind,
        reason: gathered.reason,
        subjects: gathered.subjects,
        results: gathered.results,
        facts: gathered.facts,
    }
}
