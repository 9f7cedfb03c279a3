//! The questions: what people ask, and what the answer is about where somebody
//! has said so.
//!
//! Where nothing else is named, the framework and the two labelled sets that
//! lie beside the project are taken; where they are not there, the framework
//! that the project ships, and the questions of its transcripts.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use waymark::framework::fold;

use crate::Outcome;

/// A question.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// The words.
    pub(crate) words: String,
    /// The same person's earlier questions, in their order.
    pub(crate) earlier: Vec<String>,
    /// The names of what the first hit may be, folded; empty where nobody has
    /// said, so that it does not count.
    pub(crate) expected: Vec<String>,
}

impl Asked {
    /// The earlier questions and this one in one text: the best that a search
    /// without a memory can be given.
    pub(crate) fn all_words(&self) -> String {
        let mut words = self.earlier.join(" ");
        words.push(' ');
        words.push_str(&self.words);
        words
    }

    /// Whether somebody has said what the answer is about.
    pub(crate) fn counts(&self) -> bool {
        !self.expected.is_empty()
    }

    /// Whether a name is that of what was asked about.
    pub(crate) fn is_about(&self, name: &str) -> bool {
        self.expected.contains(&fold(name))
    }
}

/// The project's folder.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder of the real framework.
pub(crate) fn framework() -> PathBuf {
    let beside = project().join("../shared/framework");
    match env::var_os("WAYMARK_FRAMEWORK") {
        Some(named) => project().join(named),
        None if beside.is_dir() => beside,
        None => project().join("framework"),
    }
}

/// The questions about the real framework.
///
/// # Errors
/// Where a file can't be read or is no question set, or there is no question.
pub(crate) fn questions() -> Outcome<Vec<Asked>> {
    let beside = ["dev.jsonl", "dev-topics.jsonl"]
        .map(|name| project().join("../shared/questions").join(name));
    let sets: Vec<PathBuf> = match env::var("WAYMARK_QUESTIONS") {
        Ok(named) => named.split(':').map(|file| project().join(file)).collect(),
        Err(_) => beside.into_iter().filter(|file| file.is_file()).collect(),
    };
    let mut questions = Vec::new();
    for set in &sets {
        let text = text_of(set)?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let object = serde_json::from_str(line)
                .map_err(|error| format!("{}: {error}", set.display()))?;
            questions.push(labelled(&object));
        }
    }
    if sets.is_empty() {
        questions = of_transcripts(&project().join("tests/transcripts"))?;
    }
    if questions.is_empty() {
        return Err("there are no questions: name files of them in WAYMARK_QUESTIONS".into());
    }
    Ok(questions)
}

/// A line of a question set. Of an object with a level and its role the level
/// is what was asked about.
fn labelled(line: &Value) -> Asked {
    let list = |key: &str| line[key].as_array().map_or(&[][..], Vec::as_slice);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let subjects = list("subjects").iter().filter_map(|subject| {
        ["level", "role", "skill"]
            .into_iter()
            .find_map(|key| subject[key].as_str())
    });
    let results = list("results_any").iter().filter_map(Value::as_str);
    Asked {
        words: text(&line["q"]).unwrap_or_default(),
        earlier: list("context").iter().filter_map(text).collect(),
        expected: subjects.chain(results).map(fold).collect(),
    }
}

/// The questions of the transcripts, each after those above it in its file.
fn of_transcripts(folder: &Path) -> Outcome<Vec<Asked>> {
    let listed = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut questions = Vec::new();
    for file in files {
        let mut earlier = Vec::new();
        for words in text_of(&file)?
            .lines()
            .filter_map(|line| line.strip_prefix("> "))
        {
            questions.push(Asked {
                words: words.to_owned(),
                earlier: earlier.clone(),
                ..Asked::default()
            });
            earlier.push(words.to_owned());
        }
    }
    Ok(questions)
}

fn text_of(file: &Path) -> Outcome<String> {
    Ok(fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?)
}
