//! What the terminal says of its own: everything but the answers, which
//! [`render`](crate::render) words.

use std::fmt::Write;
use std::io;

use super::excerpt::harmless;
use super::lines::{BadLine, LONGEST};
use super::request::Refusal;
use crate::framework::Framework;
use crate::question::Reading;

/// What stands before the line that a person types.
pub(super) const PROMPT: &str = "> ";

/// What a person can type to leave.
pub(super) const LEAVING: [&str; 2] = ["exit", "quit"];

/// What to do where no framework could be read.
pub(super) const NAME_A_FRAMEWORK: &str =
    "the folder is named with `--framework FOLDER`, with WAYMARK_FRAMEWORK or in config.toml";

/// How a conversation opens.
pub(super) fn greeting(framework: &Framework) -> String {
    let title = framework.about().title().unwrap_or("A career framework");
    format!(
        "{}: {}, {}.\nAsk what a role does, what a level asks, which skills cover a topic. Ctrl-D leaves.\n",
        title.trim(),
        counted(framework.roles().len(), "role", "roles"),
        counted(framework.skills().len(), "skill", "skills"),
    )
}

/// What a framework holds, and how many faults were found in it.
pub(super) fn checked(framework: &Framework, warnings: usize, errors: usize) -> String {
    let mut counts = vec![
        counted(framework.families().len(), "family", "families"),
        counted(framework.roles().len(), "role", "roles"),
        counted(framework.levels().len(), "role level", "role levels"),
        counted(framework.skills().len(), "skill", "skills"),
        counted(framework.statement_count(), "statement", "statements"),
        counted(warnings, "warning", "warnings"),
    ];
    if errors > 0 {
        counts.push(counted(errors, "error", "errors"));
    }
    counts.join(", ")
}

/// How a question was understood.
pub(super) fn explanation(reading: &Reading, steps: &[String]) -> String {
    let mut text = format!(
        "How this was understood\n  certainty {} of 100\n",
        reading.certainty
    );
    for correction in &reading.corrections {
        let _ = writeln!(
            text,
            "  read `{}` as `{}`",
            correction.typed, correction.read
        );
    }
    for step in steps {
        let _ = writeln!(text, "  {step}");
    }
    // The person's own words are in it, and they can hold anything.
    text.chars()
        .map(|c| if c == '\n' { c } else { harmless(c) })
        .collect()
}

/// Why a line of a batch has no answer.
pub(super) fn refused_line(number: usize, refusal: &Refusal) -> String {
    format!("line {} is {refusal}", thousands(number))
}

/// Why a line of a piped chat has no answer.
pub(super) fn unread_line(bad: BadLine) -> String {
    match bad {
        BadLine::TooLong => format!(
            "This line has no answer: it is longer than {} KiB.",
            LONGEST / 1024
        ),
        BadLine::NotUtf8 { byte } => {
            format!("This line has no answer: it is not UTF-8 text from byte {byte} on.")
        }
    }
}

/// Why nothing more can be read or written.
pub(super) fn channel_failed(error: &io::Error) -> String {
    format!("can't go on reading and writing: {error}")
}

/// A number of things.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        thousands(number),
        if number == 1 { one } else { many }
    )
}

/// A number with a comma before each three digits.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_people_write_them() {
        assert_eq!(counted(0, "role", "roles"), "0 roles");
        assert_eq!(counted(1, "role", "roles"), "1 role");
        assert_eq!(counted(999, "role", "roles"), "999 roles");
        assert_eq!(counted(3_210, "role", "roles"), "3,210 roles");
        assert_eq!(counted(1_234_567, "role", "roles"), "1,234,567 roles");
    }
}
