//! The form of a transcript:
//!
//! ```text
//! # What it shows, in one line.
//! framework: hospital
//!
//! > What is asked?
//!
//! What the program says.
//!
//! > What is asked next, in the same conversation?
//!
//! ...
//!
//! ---
//!
//! > What somebody else asks.
//! ```

use std::fmt;

/// One or more conversations with one framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Transcript {
    /// What it shows.
    shows: String,
    /// Which framework is asked.
    pub(super) framework: String,
    /// The conversations: each starts with nothing said before.
    pub(super) conversations: Vec<Vec<Turn>>,
}

/// A question and the reply to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) question: String,
    /// Ends with a line end; empty where there is none yet.
    pub(super) reply: String,
}

/// What parts two conversations.
const PARTING: &str = "---";

impl Transcript {
    /// Reads a transcript, or says what in it is none.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        let shows = lines
            .next()
            .and_then(|line| line.strip_prefix("# "))
            .ok_or("the first line is not `# What it shows`")?;
        let framework = lines
            .next()
            .and_then(|line| line.strip_prefix("framework: "))
            .ok_or("the second line is not `framework: NAME`")?;
        let mut conversations: Vec<Vec<Turn>> = vec![Vec::new()];
        for line in lines {
            if line == PARTING {
                conversations.push(Vec::new());
                continue;
            }
            let Some(conversation) = conversations.last_mut() else {
                continue;
            };
            if let Some(question) = line.strip_prefix("> ") {
                conversation.push(Turn {
                    question: question.to_owned(),
                    reply: String::new(),
                });
            } else if let Some(turn) = conversation.last_mut() {
                turn.reply.push_str(line);
                turn.reply.push('\n');
            } else if !line.is_empty() {
                return Err(format!("`{line}` stands before any question"));
            }
        }
        for turn in conversations.iter_mut().flatten() {
            let reply = turn.reply.trim_matches('\n');
            turn.reply = if reply.is_empty() {
                String::new()
            } else {
                format!("{reply}\n")
            };
        }
        if conversations.iter().any(Vec::is_empty) {
            return Err("a conversation has no question".to_owned());
        }
        Ok(Self {
            shows: shows.to_owned(),
            framework: framework.to_owned(),
            conversations,
        })
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# {}\nframework: {}", self.shows, self.framework)?;
        for (number, conversation) in self.conversations.iter().enumerate() {
            if number > 0 {
                writeln!(f, "\n{PARTING}")?;
            }
            for Turn { question, reply } in conversation {
                write!(f, "\n> {question}\n\n{reply}")?;
            }
        }
        Ok(())
    }
}

#[test]
fn a_transcript_that_is_read_is_written_as_it_was() {
    let text = "# Shows it.\nframework: hospital\n\n> one?\n\nYes.\n\n  | - two\n\n> three\n\nNo.\n\n---\n\n> four\n\n5.\n";
    let transcript = Transcript::read(text).expect("it is a transcript");
    assert_eq!(transcript.conversations.len(), 2);
    assert_eq!(transcript.conversations[0][0].reply, "Yes.\n\n  | - two\n");
    assert_eq!(transcript.to_string(), text);
}

#[test]
fn what_is_no_transcript_is_said() {
    let header = "# Shows it.\nframework: hospital\n";
    for wrong in [
        "> one?\n".to_owned(),
        "# Shows it.\n\n> one?\n".to_owned(),
        header.to_owned(),
        format!("{header}\nYes.\n> one?\n"),
        format!("{header}\n> one?\n\nYes.\n\n---\n"),
    ] {
        assert!(Transcript::read(&wrong).is_err(), "{wrong}");
    }
}
