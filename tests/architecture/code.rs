//! The program's source, as far as its shape is read from it.

use std::fs;
use std::path::Path;

/// A file of `src/`.
pub(super) struct Text {
    /// The path within `src/`.
    pub(super) path: String,
    /// All of it.
    pub(super) text: String,
}

/// A Rust file of `src/`, without what is only said in comments, and without
/// its tests: these may use more than the file itself.
pub(super) struct Code {
    /// The path within `src/`.
    pub(super) path: String,
    code: String,
}

/// Every file of `src/`: the Rust ones and the words that are built in.
#[must_use]
#[track_caller]
pub(super) fn texts() -> Vec<Text> {
    let mut found = Vec::new();
    add(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "",
        &mut found,
    );
    assert!(
        found.iter().any(|file| file.path == "lib.rs"),
        "the source is not where it was"
    );
    found
}

#[track_caller]
fn add(folder: &Path, path: &str, found: &mut Vec<Text>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let entry = entry.expect("an entry can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            add(&entry.path(), &format!("{path}{name}/"), found);
        } else {
            found.push(Text {
                path: format!("{path}{name}"),
                text: fs::read_to_string(entry.path()).expect("the source is text"),
            });
        }
    }
}

/// Every Rust file of `src/` that is no test.
#[must_use]
#[track_caller]
pub(super) fn files() -> Vec<Code> {
    texts()
        .iter()
        .filter(|file| {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            Path::new(name).extension().is_some_and(|end| end == "rs") && name != "tests.rs"
        })
        .map(|file| Code::new(&file.path, &file.text))
        .collect()
}

impl Code {
    /// Takes a file.
    #[must_use]
    pub(super) fn new(path: &str, text: &str) -> Self {
        let mut code = String::new();
        // The tests of a file stand at its end.
        for line in text.lines().take_while(|line| *line != "#[cfg(test)]") {
            if !line.trim_start().starts_with("//") {
                code.push_str(line);
                code.push('\n');
            }
        }
        Self {
            path: path.to_owned(),
            code,
        }
    }

    /// The folder of `src/` that the file is in; its own name where it is in none.
    #[must_use]
    pub(super) fn part(&self) -> &str {
        let part = self.path.split('/').next().unwrap_or_default();
        part.strip_suffix(".rs").unwrap_or(part)
    }

    /// Whether a word stands in the code.
    #[must_use]
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.code
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|found| found == word)
    }

    /// The parts of the crate that the file uses, sorted, each once.
    #[must_use]
    pub(super) fn uses_of_the_crate(&self) -> Vec<String> {
        let paths = self.uses_of("crate").into_iter().chain(self.climbs());
        let mut parts: Vec<String> = paths
            .map(|path| path.split("::").next().unwrap_or_default().to_owned())
            .collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The paths under a root (`std`, `crate`) that the file uses, without it.
    #[must_use]
    pub(super) fn uses_of(&self, root: &str) -> Vec<String> {
        let opening = format!("{root}::");
        let places = self.code.match_indices(&opening);
        places
            .filter(|(at, _)| {
                !self.code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
            })
            .flat_map(|(at, _)| paths(&self.code[at + opening.len()..]).0)
            .collect()
    }

    /// The paths that `super::super::...` reaches from the root of the crate.
    fn climbs(&self) -> Vec<String> {
        let is_module = self.path.ends_with("/mod.rs");
        let depth = self.path.split('/').count() - usize::from(is_module);
        let climb = "super::".repeat(depth);
        let places = self.code.match_indices(&climb);
        places
            .filter(|(at, _)| !self.code[..*at].ends_with("::"))
            .flat_map(|(at, _)| paths(&self.code[at + climb.len()..]).0)
            .collect()
    }
}

/// The paths that a piece of code opens with (`a::b`, `{a, b::{self, c}}`),
/// and the code after them.
fn paths(code: &str) -> (Vec<String>, &str) {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        let mut found = Vec::new();
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if rest.is_empty() {
                return (found, rest);
            }
            if let Some(after) = rest.strip_prefix('}') {
                return (found, after);
            }
            let (more, after) = paths(rest);
            if after.len() == rest.len() {
                return (found, rest);
            }
            found.extend(more);
            rest = after;
        }
    }
    let end = code
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(code.len());
    let (word, rest) = code.split_at(end);
    match rest.strip_prefix("::") {
        Some(deeper) if !word.is_empty() => {
            let (ends, rest) = paths(deeper);
            let whole = ends.iter().map(|end| format!("{word}::{end}")).collect();
            (whole, rest)
        }
        _ if word.is_empty() => (Vec::new(), rest),
        _ => (vec![word.to_owned()], rest),
    }
}

/// Whether a line has a name, without regard to case, as words of its own.
#[must_use]
pub(super) fn says(line: &str, name: &str) -> bool {
    let line = line.to_lowercase();
    line.match_indices(name).any(|(at, _)| {
        let touches = |c: char| c.is_alphanumeric();
        !line[..at].ends_with(touches) && !line[at + name.len()..].starts_with(touches)
    })
}
