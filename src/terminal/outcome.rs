//! How a command ended.

use std::io;
use std::process::ExitCode;

/// How a command ended, as the exit code tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked to.
    Done,
    /// The framework does not say.
    NotSaid,
    /// The arguments, the config or the framework have a fault.
    Fault,
    /// Ctrl-C ended it.
    Interrupted,
}

impl Outcome {
    /// This outcome, once the output is written. Where the reader has gone
    /// before the end (`| head -1`) it has what it wanted: that is no fault.
    pub(super) fn once(self, written: io::Result<()>) -> io::Result<Self> {
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            Ok(()) | Err(_) => Ok(self),
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::NotSaid => 1,
            Outcome::Fault => 2,
            // The number by which shells know a program that Ctrl-C ended.
            Outcome::Interrupted => 130,
        })
    }
}
