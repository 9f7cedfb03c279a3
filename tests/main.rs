//! The tests that look at Waymark from outside, as a person or a program that
//! uses it does.

mod architecture;
mod broken;
mod discord;
mod frameworks;
mod properties;
mod readme;
mod replies;
mod sweeps;
mod terminal;
mod transcripts;
