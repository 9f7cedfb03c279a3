//! Broken frameworks that can't well stand in a repository.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The folder of every framework that is made.
const FRAMEWORK: &str = "pottery";

/// A role document without fault.
const POTTER: &str = "Craft role: Potter\n- A potter makes pots.\n\nRole level: Potter\n\
                      - A potter works alone.\n\nSkill: Throwing\n- make a pot that stands\n";

/// A temporary folder with a framework in it, and how its user names it.
pub(super) struct Place {
    root: TempDir,
    named: &'static str,
}

impl Place {
    /// The temporary folder: where the user stands.
    #[must_use]
    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    /// What the user types, as seen from there.
    #[must_use]
    pub(super) fn named(&self) -> &'static str {
        self.named
    }

    /// The same as a whole path.
    #[must_use]
    pub(super) fn path(&self) -> PathBuf {
        self.root().join(self.named)
    }

    /// A framework of one good document.
    #[must_use]
    #[track_caller]
    fn potter() -> Self {
        Self::bare().with("potter.txt", POTTER)
    }

    /// An empty framework.
    #[must_use]
    #[track_caller]
    fn bare() -> Self {
        let place = Self {
            root: tempfile::tempdir().expect("a temporary folder"),
            named: FRAMEWORK,
        };
        fs::create_dir(place.path()).expect("the folder can be made");
        place
    }

    /// Adds a file, and the folders that it is in.
    #[must_use]
    #[track_caller]
    fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, bytes).expect("the file can be written");
        self
    }

    /// Adds a link.
    #[must_use]
    #[track_caller]
    fn with_link(self, path: &str, target: &str) -> Self {
        symlink(target, self.path().join(path)).expect("the link can be made");
        self
    }

    /// Is named in another way.
    #[must_use]
    fn named_as(self, named: &'static str) -> Self {
        Self { named, ..self }
    }
}

/// Whether a case is made; the others stand in the repository.
#[must_use]
pub(super) fn is_made(case: &str) -> bool {
    maker(case).is_some()
}

/// Makes a case; `None` for one that stands in the repository.
#[must_use]
#[track_caller]
pub(super) fn made(case: &str) -> Option<Place> {
    maker(case).map(|make| make())
}

fn maker(case: &str) -> Option<fn() -> Place> {
    Some(match case {
        "file_too_large" => || {
            let place = Place::potter();
            let file = File::create(place.path().join("scans.txt")).expect("a file");
            // The size is what counts: none of it is written.
            file.set_len((16 << 20) + 1).expect("a size");
            place
        },
        "line_too_long" => || {
            let line = "to throw a pot you need clay, ".repeat(3_000);
            Place::potter().with(
                "long.txt",
                format!("Craft role: Potter\n- short\n\n- {line}\n- short again\n- {line}"),
            )
        },
        "not_utf8" => || Place::potter().with("glaze.txt", b"Craft role: Gla\xe7ure\n"),
        "link_leaves_folder" => || {
            Place::potter()
                .with_link("outside.txt", "../elsewhere/potter.txt")
                .with("../elsewhere/potter.txt", POTTER)
        },
        "unreadable_file" => || Place::potter().with_link("lost.txt", "moved-away.txt"),
        "missing_folder" => || Place::potter().named_as("potery"),
        "not_a_folder" => || Place::potter().named_as("pottery/potter.txt"),
        "unlistable_folder" => || Place::potter().named_as("pottery/potter.txt/inside"),
        "empty_folder" => || Place::bare(),
        "folder_of_other_files" => || Place::bare().with("kiln.jpg", "").with("clay.png", ""),
        "too_many_files" => || {
            (0..=10_000).fold(Place::potter(), |place, number| {
                place.with(&format!("{number:05}.txt"), "")
            })
        },
        "too_deep" => {
            || Place::potter().with(&format!("{}potter.txt", "shelf/".repeat(20)), POTTER)
        }
        _ => return None,
    })
}
