//! The terminal: where a person asks and reads.
//!
//! [`ask()`] answers one question, [`batch()`] a stream of them, [`chat()`]
//! one after the other; [`check()`] says what is wrong with a framework's files, and
//! [`completions()`] prints a script for a shell, [`invite()`] a link. Each takes what was loaded,
//! writes to standard output and returns the [`Outcome`], which is the exit
//! code. What the surface itself says is in [`wording`]; how a fault is drawn
//! with its excerpt is in [`drawing`].

mod ask;
mod batch;
mod chat;
mod check;
mod complaint;
mod completions;
mod drawing;
mod excerpt;
mod invite;
mod lines;
mod outcome;
mod output;
mod request;
mod turn;
mod wording;

pub use ask::{Form, ask};
pub use batch::batch;
pub use chat::chat;
pub use check::check;
pub use complaint::{tell_channel, tell_config, tell_fault, tell_load};
pub use completions::completions;
pub use invite::invite;
pub use outcome::Outcome;
pub use output::Output;
