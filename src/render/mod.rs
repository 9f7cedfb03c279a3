//! An answer to a [`Page`]: meaning, not markup; and pages to text and JSON.
//!
//! [`page()`] composes a page, a file for each group of kinds in [`pages`]. Every
//! sentence that the program says in a reply is in [`wording`]. A surface has
//! its own way of showing a page: [`plain()`] is the terminal's, [`json()`] that of
//! programs.

mod json;
mod naming;
mod page;
mod pages;
mod plain;
mod quote;
mod sources;
#[cfg(test)]
mod tests;
mod wording;

pub use json::{CorrectionNote, Named, QuoteNote, Reply, json};
pub use page::{Block, Choice, Credit, Page, Row, Title};
pub use plain::{Plain, plain};
pub use quote::Quote;
pub use sources::{FileLines, Sources};
pub(crate) use wording::discord;

use crate::answer::Answer;
use crate::framework::Framework;
use crate::question::Subject;

/// Sets an answer out as a page. The answer has to be of this framework.
#[must_use]
pub fn page(framework: &Framework, answer: &Answer<'_>) -> Page {
    pages::compose(framework, answer)
}

/// Sets out what some names mean, in their order: those that stand in a text,
/// say. The subjects have to be of this framework.
#[must_use]
pub fn glossary(framework: &Framework, subjects: &[Subject], title: &str) -> Page {
    pages::glossary(framework, subjects, title)
}
