//! A place to write to, and what it can show.

use std::io::{self, Write};

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};

use crate::render::Plain;

/// Longer lines than this are hard to read, however wide the window is.
const WIDEST: usize = 100;

/// Standard output or standard error, with the colours that it can show.
pub struct Output {
    stream: Box<dyn Write>,
    colour: bool,
}

impl Output {
    /// Standard output, locked.
    #[must_use]
    pub fn standard() -> Self {
        Self::new(io::stdout().lock())
    }

    /// Standard error, locked.
    #[must_use]
    pub fn errors() -> Self {
        Self::new(io::stderr().lock())
    }

    /// Colours are shown where `--color`, the environment (`NO_COLOR`,
    /// `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`) and the stream let them.
    fn new<S: RawStream + AsLockedWrite + 'static>(stream: S) -> Self {
        let choice = AutoStream::choice(&stream);
        Self {
            stream: Box::new(AutoStream::new(stream, choice)),
            colour: choice != ColorChoice::Never,
        }
    }

    /// Whether colours are shown.
    pub(super) fn colour(&self) -> bool {
        self.colour
    }

    /// How a page is to be set here: as wide as the terminal is now, within
    /// reason; 80 columns where there is no terminal.
    pub(super) fn setting(&self) -> Plain {
        Plain {
            width: textwrap::termwidth().min(WIDEST),
            colour: self.colour,
        }
    }

    /// Writes a text as lines of its own (it gets a line end if it has none)
    /// and hands it on at once.
    pub(super) fn print(&mut self, text: &str) -> io::Result<()> {
        self.stream.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            self.stream.write_all(b"\n")?;
        }
        self.stream.flush()
    }
}
