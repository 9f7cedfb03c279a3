//! `waymark invite`: the link that adds the bot.

use std::io;

use super::{Outcome, Output};

/// Prints a link on a line of its own.
///
/// # Errors
/// Where the output can't be written, except that its reader has gone.
pub fn invite(link: &str) -> io::Result<Outcome> {
    Outcome::Done.once(Output::standard().print(link))
}
