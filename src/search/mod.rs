//! The index over every statement, and ranking.
//!
//! [`Index::build`] splits every name, description, duty and statement of a
//! framework into words ([`words()`]), numbered with their stems in a
//! [`Dictionary`]. [`Index::skills`] and
//! [`Index::roles`] rank what fits a [`Query`] and give the lines that say so: where
//! the query's words are (`spots`, `known`) tells which few entries can be among the best
//! (`gather`), and only those are scored line by line (`score`, `rank`).
//! A query is made of concepts, each with the words that may stand for it; which
//! words those are is not the business of this module.

mod dictionary;
mod entries;
mod field;
mod findings;
mod gather;
mod grouped;
mod index;
mod known;
mod query;
mod rank;
mod score;
mod section;
mod spots;
mod stems;
mod words;

pub use dictionary::{Dictionary, StemId, WordId};
pub use findings::{Evidence, Findings, Found, Hit};
pub use grouped::Grouped;
pub use index::Index;
pub use query::{Alternative, Concept, Query};
pub use words::{Word, stem, words};
