//! Waymark answers questions about a career framework in the framework's own
//! words.

pub mod answer;
pub mod documents;
pub mod framework;
pub mod question;
pub mod render;
pub mod search;
