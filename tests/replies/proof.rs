//! What has to hold of every reply.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use waymark::question::{Kind, Subject};
use waymark::render::Block;

use super::{Said, WIDTH};
use crate::frameworks::Files;

/// The fields of the contract.
const FIELDS: [&str; 9] = [
    "question",
    "kind",
    "reason",
    "subjects",
    "results",
    "corrections",
    "quotes",
    "text",
    "elapsed_us",
];

/// The fields by which a subject is named.
const NAMES: [&str; 5] = ["family", "role", "level", "skill", "proficiency"];

impl Said {
    /// Everything that is wrong with the reply, given the framework's files.
    #[must_use]
    pub(crate) fn faults(&self, files: &Files) -> Vec<String> {
        let mut faults = Vec::new();
        self.contract(&mut faults);
        self.quotes(files, &mut faults);
        self.text(&mut faults);
        faults
    }

    /// The JSON object has every field, and each thing is named in full.
    fn contract(&self, faults: &mut Vec<String>) {
        let json = serde_json::to_value(&self.reply).expect("a reply is JSON");
        let fields: BTreeSet<&str> = json
            .as_object()
            .into_iter()
            .flat_map(|object| object.keys().map(String::as_str))
            .collect();
        if fields != BTreeSet::from(FIELDS) {
            faults.push(format!("the fields are {fields:?}"));
        }
        if json["reason"].is_null() == (self.reply.kind == Kind::NoMatch) {
            faults.push(format!(
                "the kind is {} and the reason {}",
                json["kind"], json["reason"]
            ));
        }
        for list in ["subjects", "results"] {
            for thing in json[list].as_array().into_iter().flatten() {
                if !is_named_in_full(thing) {
                    faults.push(format!("{list} name half a thing: {thing}"));
                }
            }
        }
        let most = if self.reply.kind == Kind::Clarify {
            5
        } else {
            usize::MAX
        };
        if self.reply.results.len() > most {
            faults.push("more than five things are offered".to_owned());
        }
        if self.reply.kind == Kind::Clarify && self.reply.results.is_empty() {
            faults.push("it asks which one, and offers none".to_owned());
        }
    }

    /// Each quote stands in its file and line, its words are in the text in
    /// their order, and the source line names the place.
    fn quotes(&self, files: &Files, faults: &mut Vec<String>) {
        let text = words(&self.reply.text);
        for quote in &self.reply.quotes {
            if let Err(fault) = files.prove(quote) {
                faults.push(fault);
            }
            let is_sourced = self.page.sources.files.iter().any(|source| {
                let within =
                    |(first, last): &(usize, usize)| (*first..=*last).contains(&quote.line);
                source.file == quote.file && source.lines.iter().any(within)
            });
            if !is_sourced {
                faults.push(format!(
                    "the sources leave out {}:{}",
                    quote.file, quote.line
                ));
            }
        }
        for quote in self.page.quotes() {
            let said = words(&quote.words);
            if !text.contains(&said) {
                faults.push(format!("the text has not the words `{said}`"));
            }
            if quote.words.chars().any(is_harmful) {
                faults.push(format!("a quote can steer a terminal: {:?}", quote.words));
            }
            let in_file = words(&quote.passage.spoken());
            let clean: String = in_file.chars().filter(|c| !is_harmful(*c)).collect();
            // A setting's marks are part of its passage, and not of its words.
            let is_setting = Path::new(quote.passage.file())
                .extension()
                .is_some_and(|ending| ending == "toml");
            if words(&clean) != said && !is_setting {
                faults.push(format!("`{in_file}` is quoted as `{said}`"));
            }
        }
    }

    /// The text is clean, within the width, and leads on to somewhere that the
    /// rows say.
    fn text(&self, faults: &mut Vec<String>) {
        let text = &self.reply.text;
        if !text.ends_with('\n') || text.ends_with("\n\n") || text.trim().is_empty() {
            faults.push(format!("the text does not end with one line end: {text:?}"));
        }
        if text.contains("\n\n\n") {
            faults.push("the text has two blank lines together".to_owned());
        }
        for line in text.lines() {
            if line.ends_with(char::is_whitespace) {
                faults.push(format!("a line ends with a space: {line:?}"));
            }
            if line.chars().any(is_harmful) {
                faults.push(format!("a line has a control character: {line:?}"));
            }
        }
        if self.page.title.text.trim().is_empty() {
            faults.push("the title is empty".to_owned());
        }
        for block in &self.page.blocks {
            let is_empty = match block {
                Block::Said(text) | Block::Heading(text) => text.trim().is_empty(),
                Block::Quotes(quotes) => quotes.is_empty(),
                Block::Rows(rows) => rows.is_empty(),
                Block::Choices(choices) => choices.is_empty(),
            };
            if is_empty {
                faults.push(format!("a block is empty: {block:?}"));
            }
        }
        for choice in self.choices() {
            if !self.context.results.contains(&choice) {
                faults.push(format!("{choice:?} is offered and is no result"));
            }
        }
    }

    /// The lines that are wider than they may be: more than one word on them.
    #[must_use]
    pub(crate) fn wide_lines(&self) -> Vec<String> {
        let is_wide = |line: &&str| {
            let text = line.trim_start_matches([' ', '|', '-']);
            line.chars().count() > WIDTH && text.contains(' ')
        };
        self.reply
            .text
            .lines()
            .filter(is_wide)
            .map(str::to_owned)
            .collect()
    }

    fn choices(&self) -> Vec<Subject> {
        let mut subjects = Vec::new();
        for block in &self.page.blocks {
            if let Block::Choices(choices) = block {
                subjects.extend(choices.iter().map(|choice| choice.subject));
            }
        }
        subjects
    }
}

/// Whether a subject names something, and a level with its role.
fn is_named_in_full(thing: &Value) -> bool {
    let Some(fields) = thing.as_object() else {
        return false;
    };
    let all_names = fields.iter().all(|(field, name)| {
        NAMES.contains(&field.as_str()) && name.as_str().is_some_and(|name| !name.trim().is_empty())
    });
    !fields.is_empty()
        && all_names
        && (!fields.contains_key("level") || fields.contains_key("role"))
}

/// What would break a line, act on a terminal or turn the text's direction.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The words of a text, without the bar before quotes and however the lines end.
fn words(text: &str) -> String {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "|")
        .collect();
    words.join(" ")
}
