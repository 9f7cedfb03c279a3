//! What stands around every reply.

use super::{Count, Echo, List};
use crate::framework::About;
use crate::render::quote::harmless;
use crate::render::{Credit, FileLines, Sources};

/// That words were read other than they were typed.
pub(in crate::render) fn corrected(read: &str, typed: &str) -> String {
    format!("Showing {} for \"{}\".", Echo(read), Echo(typed))
}

/// What was taken from the conversation.
pub(in crate::render) fn taken_from_context(names: Vec<String>) -> String {
    format!("Going on from {}.", List::and(names))
}

/// A name and what is said of it.
pub(in crate::render) fn row(name: &str, note: &str) -> String {
    if note.is_empty() {
        name.to_owned()
    } else {
        format!("{name} — {note}")
    }
}

/// What a long answer holds.
pub(in crate::render) fn holds(counts: Vec<String>) -> String {
    format!("In this answer: {}.", List::and(counts))
}

/// What opens the questions that could come next.
pub(in crate::render) fn ask_next() -> &'static str {
    "You could ask next:"
}

/// How many files are named one by one.
const FILES_NAMED: usize = 3;
/// How many stretches of one file are named one by one.
const STRETCHES_NAMED: usize = 4;

/// Where the words stand; `None` where the reply has none of the framework.
pub(in crate::render) fn source(sources: &Sources) -> Option<String> {
    let named: Vec<_> = sources.files.iter().take(FILES_NAMED).map(file).collect();
    let more = sources.files.len().saturating_sub(FILES_NAMED);
    match (named.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(format!("Source: {}", named.join("; "))),
        (false, more) => Some(format!(
            "Source: {}; and {}",
            named.join("; "),
            Count::new(more, "more file", "more files")
        )),
    }
}

/// A file and the lines of it.
fn file(file: &FileLines) -> String {
    let stretch = |(first, last): &(usize, usize)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    };
    let word = if matches!(file.lines.as_slice(), [(first, last)] if first == last) {
        "line"
    } else {
        "lines"
    };
    if file.lines.len() <= STRETCHES_NAMED {
        let lines = List::and(file.lines.iter().map(stretch).collect());
        return format!("{}, {word} {lines}", harmless(&file.file));
    }
    let first = file.lines.first().map_or(0, |(first, _)| *first);
    let last = file.lines.last().map_or(0, |(_, last)| *last);
    format!(
        "{}, {} places in lines {first}–{last}",
        harmless(&file.file),
        file.lines.len()
    )
}

/// Whose words are quoted, as far as the framework says.
pub(in crate::render) fn credit(about: &About) -> Option<Credit> {
    let framework = match (about.title(), about.publisher()) {
        (Some(title), Some(publisher)) => Some(format!("Framework: {title}, by {publisher}")),
        (Some(name), None) | (None, Some(name)) => Some(format!("Framework: {name}")),
        (None, None) => None,
    };
    let licence = match (about.licence(), about.attribution()) {
        (_, Some(attribution)) => Some(attribution.to_owned()),
        (Some(licence), None) => Some(format!("Licence: {licence}")),
        (None, None) => None,
    };
    let credit = Credit {
        framework: framework.as_deref().map(harmless),
        licence: licence.as_deref().map(harmless),
    };
    (framework.is_some() || licence.is_some()).then_some(credit)
}
