//! The terminal: the real program, run as a person runs it.

mod ask;
mod batch;
mod chat;
mod check;
mod config;
mod help;
mod session;

/// A question that the shipped framework answers.
const ANSWERED: &str = "What does a lead machine learning engineer do?";

/// A question that no career framework answers.
const NOT_SAID: &str = "How much does an astronaut earn?";
