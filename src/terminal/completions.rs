//! `waymark completions`: a script that completes the commands in a shell.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Outcome, Output};
use crate::arguments::Arguments;

/// Prints the script for a shell.
///
/// # Errors
/// Where the output can't be written, except that its reader has gone.
pub fn completions(shell: Shell) -> io::Result<Outcome> {
    // `generate` panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "waymark", &mut script);
    Outcome::Done.once(Output::standard().print(&String::from_utf8_lossy(&script)))
}
