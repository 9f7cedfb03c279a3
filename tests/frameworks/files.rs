//! A framework's files as they stand on disk, read without the program's help,
//! to hold its quotes against them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use waymark::render::QuoteNote;

/// The text of every file of a framework, by its path within the folder.
#[derive(Debug, Default)]
pub(crate) struct Files {
    texts: HashMap<String, String>,
}

impl Files {
    /// Reads every file of a folder, sub-folders included.
    #[must_use]
    #[track_caller]
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = Self::default();
        files.add(folder, "");
        files
    }

    fn add(&mut self, folder: &Path, path: &str) {
        for entry in fs::read_dir(folder).expect("the folder can be listed") {
            let entry = entry.expect("an entry can be read");
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                self.add(&entry.path(), &format!("{path}{name}/"));
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                self.texts.insert(format!("{path}{name}"), text);
            }
        }
    }

    /// How many bytes there are in all files.
    #[must_use]
    pub(crate) fn bytes(&self) -> usize {
        self.texts.values().map(String::len).sum()
    }

    /// The texts of the files whose paths end so, in the order of the paths.
    #[must_use]
    pub(crate) fn ending(&self, ending: &str) -> Vec<Vec<u8>> {
        let mut paths: Vec<&String> = self
            .texts
            .keys()
            .filter(|path| path.ends_with(ending))
            .collect();
        paths.sort_unstable();
        paths
            .iter()
            .map(|path| self.texts[*path].clone().into_bytes())
            .collect()
    }

    /// Holds a quote against its file: its text has to stand there byte for
    /// byte, from its line on.
    pub(crate) fn prove(&self, quote: &QuoteNote) -> Result<(), String> {
        let refuse = |why: &str| {
            Err(format!(
                "{why}: {}:{} {:?}",
                quote.file, quote.line, quote.text
            ))
        };
        let Some(text) = self.texts.get(&quote.file) else {
            return refuse("a quote names a file that is not there");
        };
        if quote.text.is_empty() {
            return refuse("a quote is empty");
        }
        let Some((start, line)) = line(text, quote.line) else {
            return refuse("a quote names a line that is not there");
        };
        let stands_there = (0..line.len())
            .filter(|at| text.is_char_boundary(start + at))
            .any(|at| text[start + at..].starts_with(&quote.text));
        if stands_there {
            Ok(())
        } else {
            refuse("a quote does not stand in its line")
        }
    }
}

/// The line of this number (from 1), and the byte at which it starts.
fn line(text: &str, number: usize) -> Option<(usize, &str)> {
    let lines = text.split_inclusive('\n');
    let mut start = 0;
    for (at, line) in lines.enumerate() {
        if at + 1 == number {
            return Some((start, line));
        }
        start += line.len();
    }
    None
}

#[test]
fn a_quote_is_proved_by_its_own_line_only() {
    let files = Files {
        texts: HashMap::from([("a.txt".to_owned(), "one\r\n- two\ntwo\n".to_owned())]),
    };
    let quote = |text: &str, line| QuoteNote {
        text: text.to_owned(),
        file: "a.txt".to_owned(),
        line,
    };
    assert_eq!(files.prove(&quote("two", 2)), Ok(()));
    assert_eq!(files.prove(&quote("one\r\n- two", 1)), Ok(()));
    for wrong in [
        quote("two", 1),
        quote("Two", 2),
        quote("", 1),
        quote("one", 4),
    ] {
        assert!(files.prove(&wrong).is_err(), "{wrong:?}");
    }
}
