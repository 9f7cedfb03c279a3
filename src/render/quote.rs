//! The framework's words on a page.

use std::ops::Range;

use crate::documents::{Form, Passage, Setting, Statement};
use crate::search::Evidence;

/// A line of the framework.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Where it stands, byte for byte.
    pub passage: Passage,
    /// The line as it is read: without a file format's doubled or escaped
    /// marks, and without characters that would steer a terminal.
    pub words: String,
    /// How it is set.
    pub form: Form,
    /// The words that matched a search, as byte ranges of `words`, in order.
    pub marks: Vec<Range<usize>>,
}

impl Quote {
    /// A statement.
    #[must_use]
    pub fn new(statement: &Statement) -> Self {
        let words = harmless(&statement.passage.spoken());
        Self {
            passage: statement.passage.clone(),
            words,
            form: statement.form,
            marks: Vec::new(),
        }
    }

    /// A line that a search found.
    #[must_use]
    pub fn found(evidence: &Evidence) -> Self {
        let words = harmless(&evidence.passage.spoken());
        // The marks are places in the file's text; where it is read otherwise
        // they would point at other words.
        let marks = if words == evidence.passage.text() {
            evidence.marks.to_vec()
        } else {
            Vec::new()
        };
        Self {
            passage: evidence.passage.clone(),
            words,
            form: Form::Bullet,
            marks,
        }
    }

    /// What the manifest sets.
    #[must_use]
    pub fn set(setting: &Setting) -> Self {
        let words = harmless(&setting.value);
        Self {
            passage: setting.passage.clone(),
            words,
            form: Form::Prose,
            marks: Vec::new(),
        }
    }
}

/// Text that can't break a line or steer a terminal: line ends of any kind and
/// tabs are spaces, other control characters are left out.
pub(super) fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_whitespace() && c != '\u{a0}' {
                ' '
            } else {
                c
            }
        })
        .filter(|c| !c.is_control() && !is_direction(*c))
        .collect()
}

/// Characters that turn the direction of the text after them.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
