//! `waymark chat`: one question after the other.

use std::io::{self, BufRead, IsTerminal};

use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{Config, Editor};

use super::lines::{Line, Lines};
use super::turn::Asked;
use super::{Outcome, Output, wording};
use crate::guide::Guide;
use crate::question::Context;

/// Talks with the person at the terminal; where standard input is not one,
/// answers its lines. With `explain` each reply says how its question was
/// understood.
///
/// # Errors
/// Where the input can't be read or the output can't be written, except that
/// its reader has gone.
pub fn chat(guide: &Guide, explain: bool) -> io::Result<Outcome> {
    let conversation = Conversation {
        guide,
        explain,
        context: Context::default(),
        output: Output::standard(),
    };
    Outcome::Done.once(if io::stdin().is_terminal() {
        conversation.with_a_person()
    } else {
        conversation.with_a_pipe(&mut io::stdin().lock())
    })
}

struct Conversation<'g> {
    guide: &'g Guide,
    explain: bool,
    context: Context,
    output: Output,
}

impl Conversation<'_> {
    /// A prompt with line editing. The history is in memory: nothing that a
    /// person types is kept.
    fn with_a_person(mut self) -> io::Result<()> {
        let config = Config::builder().auto_add_history(true).build();
        let mut editor: Editor<(), MemHistory> =
            Editor::with_history(config, MemHistory::new()).map_err(into_io)?;
        self.output
            .print(&wording::greeting(self.guide.framework()))?;
        loop {
            match editor.readline(wording::PROMPT) {
                Ok(line) if wording::LEAVING.contains(&line.trim()) => return Ok(()),
                Ok(line) => {
                    if let Some(reply) = self.reply(&line) {
                        self.output.print(&format!("\n{}\n", reply.trim_end()))?;
                    }
                }
                Err(ReadlineError::Interrupted) => {}
                Err(ReadlineError::Eof) => return Ok(()),
                Err(error) => return Err(into_io(error)),
            }
        }
    }

    /// Lines in, replies out, a blank line between them.
    fn with_a_pipe(mut self, input: &mut impl BufRead) -> io::Result<()> {
        let mut first = true;
        let mut lines = Lines::default();
        while let Some(line) = next_line(input, &mut lines)? {
            let reply = match line {
                Ok(line) => self.reply(&line),
                Err(bad) => Some(wording::unread_line(bad)),
            };
            if let Some(reply) = reply {
                let gap = if first { "" } else { "\n" };
                self.output.print(&format!("{gap}{}", reply.trim_end()))?;
                first = false;
            }
        }
        Ok(())
    }

    /// The reply to a line; none to one without words.
    fn reply(&mut self, line: &str) -> Option<String> {
        if line.trim().is_empty() {
            return None;
        }
        let asked = Asked::new(self.guide, &self.context, line.trim());
        let turn = asked.answer();
        let text = if self.explain {
            turn.explained(&self.context, &self.output.setting())
        } else {
            turn.text(&self.output.setting())
        };
        self.context = std::mem::take(&mut self.context).followed_by(turn.context());
        Some(text)
    }
}

fn next_line(input: &mut impl BufRead, lines: &mut Lines) -> io::Result<Option<Line>> {
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok(lines.rest());
        }
        let (taken, line) = lines.take(bytes);
        input.consume(taken);
        if line.is_some() {
            return Ok(line);
        }
    }
}

fn into_io(error: ReadlineError) -> io::Error {
    if let ReadlineError::Io(error) = error {
        error
    } else {
        io::Error::other(error)
    }
}
