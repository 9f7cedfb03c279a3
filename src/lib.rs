//! Waymark answers questions about a career framework in the framework's own
//! words. This is the map of the crate, in the order of the flow:
//!
//! ```text
//! files --> documents --> framework --> search
//!                             |            |
//! words of a person -----> question <------+
//!                             |
//!                           answer
//!                             |
//!                           render --> terminal, discord
//! ```
//!
//! - [`documents`] reads a folder's files into positioned pieces;
//! - [`framework`] makes of them the immutable model of families, roles, role
//!   levels and skills;
//! - [`search`] indexes every statement of the model;
//! - [`question`] understands a person's words, given a framework;
//! - [`answer`] gathers the facts that answer a question;
//! - [`render`] sets them out as a page, in text or JSON;
//! - [`terminal`] is where a person asks and reads, and [`discord`] where a
//!   server's members do; the two never meet.
//!
//! Arrows run one way: a module uses those above it and none below. From file
//! text to rendered page everything is pure: no input or output but the
//! folder's listing, no clock, no async. [`guide`] holds what one loaded
//! framework needs, and [`run`] is the program.

pub mod answer;
pub mod arguments;
pub mod config;
pub mod discord;
pub mod documents;
pub mod framework;
pub mod guide;
pub mod question;
pub mod render;
pub mod run;
pub mod search;
pub mod terminal;
