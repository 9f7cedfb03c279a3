//! Reads a folder: every file in it, within limits, each into a [`Document`].

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::listing::{self, Entry, Kind, unreadable};
use super::passage::{Passage, Source};
use super::read_error::ReadError;
use super::table::Table;
use super::{Content, Document, manifest, profile, table};

/// How much is read. The whole of the largest known framework is under 4 MiB
/// in two files, or some 200 documents of 10 KiB; the limits leave room for
/// far more, and stop before a folder that was named by mistake fills memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The size of a file, in bytes.
    pub file_bytes: u64,
    /// The number of files, those of unknown kinds included.
    pub files: usize,
    /// The length of a line, in bytes, without its end.
    pub line_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 16 << 20,
            files: 10_000,
            line_bytes: 64 << 10,
        }
    }
}

/// Reads a framework's folder, sub-folders included, sorted by path.
///
/// What is wrong with a single file is a diagnostic of its document, and
/// reading goes on.
///
/// # Errors
/// Where there is nothing to read: the folder is missing, empty, or no
/// framework's by its size.
pub fn read(folder: &Path) -> Result<Vec<Document>, ReadError> {
    read_with(folder, &Limits::default())
}

/// Reads a framework's folder as [`read`] does, within limits of one's own.
///
/// # Errors
/// As [`read`].
pub fn read_with(folder: &Path, limits: &Limits) -> Result<Vec<Document>, ReadError> {
    let root = fs::canonicalize(folder).map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            ReadError::Missing {
                folder: folder.to_owned(),
            }
        } else {
            ReadError::Unlistable {
                folder: folder.to_owned(),
                reason: error.to_string(),
            }
        }
    })?;
    if !root.is_dir() {
        return Err(ReadError::NotAFolder {
            folder: folder.to_owned(),
        });
    }
    let entries = listing::list(&root, folder, limits)?;
    // A link or folder that can't be followed may well hold the framework.
    if entries
        .iter()
        .all(|entry| entry.kind == Kind::Unknown && entry.place.is_ok())
    {
        return Err(ReadError::Empty {
            folder: folder.to_owned(),
            others: entries.len(),
        });
    }
    let mut documents: Vec<Document> = entries
        .into_iter()
        .map(|entry| document(entry, limits))
        .collect();
    keep_one_manifest(&mut documents);
    for document in &mut documents {
        document
            .diagnostics
            .sort_by_key(|fault| fault.place.as_ref().map(|place| place.range().start));
    }
    Ok(documents)
}

/// Reads one file.
fn document(Entry { path, kind, place }: Entry, limits: &Limits) -> Document {
    if kind == Kind::Unknown && place.is_ok() {
        return unusable(path, Fault::UnknownFile);
    }
    match place.and_then(|place| load(&place, limits.file_bytes)) {
        Err(fault) => unusable(path, fault),
        Ok(text) => too_long_lines(&path, &text, limits.line_bytes)
            .unwrap_or_else(|| parsed(Source::new(path, text), kind)),
    }
}

fn parsed(source: Source, kind: Kind) -> Document {
    let source = Arc::new(source);
    let (content, diagnostics) = match kind {
        Kind::Profile => with(profile::read(&source), Content::Profile),
        Kind::Manifest => with(manifest::read(&source), Content::Manifest),
        Kind::Table => with(table::read(&source), |table| match table {
            Table::Roles(roles) => Content::Roles(roles),
            Table::Skills(skills) => Content::Skills(skills),
        }),
        Kind::Unknown => (Content::Unreadable, Vec::new()),
    };
    Document {
        source,
        content,
        diagnostics,
    }
}

fn with<T>(
    (found, diagnostics): (Option<T>, Vec<Diagnostic>),
    content: impl FnOnce(T) -> Content,
) -> (Content, Vec<Diagnostic>) {
    (found.map_or(Content::Unreadable, content), diagnostics)
}

/// A file of which no text is kept.
fn unusable(path: String, fault: Fault) -> Document {
    let diagnostics = vec![Diagnostic::in_file(fault, path.clone())];
    Document {
        source: Arc::new(Source::new(path, "")),
        content: Content::Unreadable,
        diagnostics,
    }
}

/// Reads a file's text; one that is too large is not taken into memory, also
/// where it grows while it is read.
fn load(place: &Path, limit: u64) -> Result<String, Fault> {
    let file = File::open(place).map_err(|error| unreadable(&error))?;
    let size = file.metadata().map_err(|error| unreadable(&error))?.len();
    if size > limit {
        return Err(Fault::FileTooLarge { bytes: size, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit {
        return Err(Fault::FileTooLarge {
            bytes: bytes.len() as u64,
            limit,
        });
    }
    String::from_utf8(bytes).map_err(|error| Fault::NotUtf8 {
        byte: error.utf8_error().valid_up_to(),
    })
}

/// A document for a file with lines that are too long; `None` where all are
/// of a good length. Its text is cut short on those lines, so that a report
/// can show them.
fn too_long_lines(path: &str, text: &str, limit: usize) -> Option<Document> {
    const SHOWN: usize = 72;
    let bare = |line: &str| line.trim_end_matches(['\r', '\n']).len();
    if text.split_inclusive('\n').all(|line| bare(line) <= limit) {
        return None;
    }
    let mut short = String::new();
    let mut faults = Vec::new();
    for line in text.split_inclusive('\n') {
        let bytes = bare(line);
        if bytes > limit {
            let shown = line
                .char_indices()
                .nth(SHOWN)
                .map_or(bytes, |(at, _)| at.min(bytes));
            faults.push((
                short.len()..short.len() + shown,
                Fault::LineTooLong { bytes, limit },
            ));
            short.push_str(&line[..shown]);
            short.push_str(&line[bytes..]);
        } else {
            short.push_str(line);
        }
    }
    let source = Arc::new(Source::new(path, short));
    let diagnostics = faults
        .into_iter()
        .map(|(range, fault)| Diagnostic::at(fault, &Passage::new(&source, range)))
        .collect();
    Some(Document {
        source,
        content: Content::Unreadable,
        diagnostics,
    })
}

/// Of several manifests, the one nearest to the folder itself counts.
fn keep_one_manifest(documents: &mut [Document]) {
    let depth = |document: &Document| document.source.path().matches('/').count();
    let is_manifest = |document: &Document| Kind::of(document.source.path()) == Kind::Manifest;
    let kept = documents
        .iter()
        .filter(|document| is_manifest(document))
        .min_by_key(|document| depth(document));
    let Some(kept) = kept.map(|document| Arc::clone(&document.source)) else {
        return;
    };
    for document in documents
        .iter_mut()
        .filter(|document| is_manifest(document))
    {
        if !Arc::ptr_eq(&document.source, &kept) {
            let fault = Diagnostic::at(Fault::SecondManifest, &first_line(&document.source));
            document
                .diagnostics
                .push(fault.and(&first_line(&kept), "this one counts"));
            document.content = Content::Unreadable;
        }
    }
}

fn first_line(source: &Arc<Source>) -> Passage {
    let text = source.text();
    Passage::new(source, 0..text.find(['\r', '\n']).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "QA role: Tester\nRole level: Tester\n";

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a sub-folder");
            fs::write(path, bytes).expect("a file");
        }
        folder
    }

    /// The path, the line and the fault of everything in a folder.
    fn outcome(folder: &Path, limits: &Limits) -> Vec<String> {
        let documents = read_with(folder, limits).expect("a readable folder");
        let tell = |document: Document| {
            let path = document.source.path().to_owned();
            let place = |fault: &Diagnostic| fault.place.as_ref().map_or(0, Passage::line);
            let faults: Vec<String> = document
                .diagnostics
                .iter()
                .map(|fault| format!("{path}:{} {:?}", place(fault), fault.fault))
                .collect();
            if faults.is_empty() {
                vec![path]
            } else {
                faults
            }
        };
        documents.into_iter().flat_map(tell).collect()
    }

    #[test]
    fn files_come_in_the_order_of_their_names_and_some_are_passed_over() {
        let folder = folder(&[
            ("b/1.txt", PROFILE.as_bytes()),
            ("a.MD", PROFILE.as_bytes()),
            ("ReadMe.md", b"hello"),
            ("LICENSE", b"free"),
            (".git/x.txt", b"hidden"),
            ("logo.png", b"\x89"),
        ]);
        assert_eq!(
            outcome(folder.path(), &Limits::default()),
            ["a.MD", "b/1.txt", "logo.png:0 UnknownFile"]
        );
    }

    #[test]
    fn a_file_over_a_limit_or_not_utf8_is_told_and_the_rest_is_read() {
        let folder = folder(&[
            ("a.txt", PROFILE.as_bytes()),
            ("large.csv", &[b'x'; 90]),
            ("latin.txt", b"QA role: caf\xe9\n"),
            (
                "long.txt",
                b"QA role: T\n\nRole level: a long, long, long name of a level\r\nx\n",
            ),
        ]);
        let limits = Limits {
            file_bytes: 80,
            line_bytes: 40,
            ..Limits::default()
        };
        assert_eq!(
            outcome(folder.path(), &limits),
            [
                "a.txt",
                "large.csv:0 FileTooLarge { bytes: 90, limit: 80 }",
                "latin.txt:0 NotUtf8 { byte: 12 }",
                "long.txt:3 LineTooLong { bytes: 46, limit: 40 }",
            ]
        );
    }

    #[test]
    fn a_folder_that_is_no_framework_is_refused_as_a_whole() {
        let told = |folder: &Path, limits: &Limits| {
            let refused = read_with(folder, limits).expect_err("it is no framework");
            refused.to_string()
        };
        let limits = Limits {
            files: 2,
            ..Limits::default()
        };
        let others = folder(&[("a.png", b""), ("README.md", b"")]);
        assert!(
            told(others.path(), &limits)
                .contains("has no framework in it, only a file of another kind")
        );
        assert!(told(&others.path().join("b"), &limits).starts_with("there is no folder"));
        assert!(
            told(&others.path().join("a.png"), &limits)
                .ends_with("that holds the framework's files")
        );
        let many = folder(&[("a.txt", b""), ("b.txt", b""), ("c/c.txt", b"")]);
        assert!(told(many.path(), &limits).contains("has more than 2 files"));
        let deep = folder(&[(&format!("{}a.txt", "d/".repeat(20)), b"")]);
        assert!(told(deep.path(), &limits).contains("goes deeper than 16 sub-folders"));
    }

    #[test]
    fn of_two_manifests_the_upper_one_counts() {
        let folder = folder(&[
            ("a/framework.toml", b"title = 'A'"),
            ("framework.toml", b"title = 'B'"),
        ]);
        assert_eq!(
            outcome(folder.path(), &Limits::default()),
            ["a/framework.toml:1 SecondManifest", "framework.toml"]
        );
        let lone =
            super::tests::folder(&[("a/framework.toml", b"title = 'A'"), ("Cargo.toml", b"")]);
        assert_eq!(
            outcome(lone.path(), &Limits::default()),
            ["Cargo.toml:0 UnknownFile", "a/framework.toml"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_within_the_folder_once_and_never_out_of_it() {
        use std::os::unix::fs::symlink;
        let outside = folder(&[("secret.txt", PROFILE.as_bytes())]);
        let folder = folder(&[
            (".data/2024/roles.txt", PROFILE.as_bytes()),
            ("a/own.txt", PROFILE.as_bytes()),
        ]);
        let root = folder.path();
        symlink(".data/2024", root.join("now")).expect("a link to a hidden folder");
        symlink("a/own.txt", root.join("again.txt")).expect("a link to a file that is read");
        symlink("..", root.join("a/loop")).expect("a link in a circle");
        symlink("nothing.txt", root.join("broken.txt")).expect("a link to nothing");
        symlink(outside.path(), root.join("out")).expect("a link out of the folder");
        let found = outcome(root, &Limits::default());
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(found[0], "a/own.txt");
        assert!(found[1].starts_with("broken.txt:0 UnreadableFile"));
        assert_eq!(found[2..], ["now/roles.txt", "out:0 LinkLeavesFolder"]);
    }
}
