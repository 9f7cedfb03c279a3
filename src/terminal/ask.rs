//! `waymark ask`: one question, one answer.

use std::io;

use super::turn::Asked;
use super::{Outcome, Output};
use crate::guide::Guide;
use crate::question::Context;

/// In which form the answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a person reads it.
    Text,
    /// As a person reads it, and then how the question was understood.
    Explained,
    /// One JSON object.
    Json,
}

/// Answers one question on standard output.
///
/// # Errors
/// Where the output can't be written, except that its reader has gone.
pub fn ask(guide: &Guide, words: &str, form: Form) -> io::Result<Outcome> {
    let asked = Asked::new(guide, &Context::default(), words);
    let turn = asked.answer();
    let mut output = Output::standard();
    let text = match form {
        Form::Text => turn.text(&output.setting()),
        Form::Explained => turn.explained(&Context::default(), &output.setting()),
        Form::Json => serde_json::to_string(&turn.json())?,
    };
    turn.outcome().once(output.print(&text))
}
