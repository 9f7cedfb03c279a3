//! Which files a framework's folder holds, and which of them are read.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::folder::Limits;
use super::read_error::ReadError;

/// Folders are followed this deep: a framework has one or two levels, and
/// what is deeper is no framework but somebody's whole disk.
pub(super) const DEEPEST: usize = 16;

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Profile,
    Table,
    Manifest,
    Unknown,
}

impl Kind {
    pub(super) fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        match name.rsplit_once('.') {
            _ if name == "framework.toml" => Self::Manifest,
            Some((_, "txt" | "md")) => Self::Profile,
            Some((_, "csv")) => Self::Table,
            Some(_) | None => Self::Unknown,
        }
    }
}

/// A file that the folder holds.
pub(super) struct Entry {
    /// The path within the folder, with `/` between its parts.
    pub(super) path: String,
    /// What it is, by its name.
    pub(super) kind: Kind,
    /// Where to read it, or why it can't be read.
    pub(super) place: Result<PathBuf, Fault>,
}

/// Lists the folder `root`, sub-folders included, sorted by path. `root` is
/// canonical; `named` is how its user named it.
pub(super) fn list(root: &Path, named: &Path, limits: &Limits) -> Result<Vec<Entry>, ReadError> {
    let mut lister = Lister {
        root,
        named,
        limit: limits.files,
        seen: HashSet::from([root.to_owned()]),
        links: Vec::new(),
        entries: Vec::new(),
    };
    lister.folder(root, "", 0)?;
    // Links come last, so that what they lead to keeps its own name where it
    // has one. A link may lead to a folder with further links.
    while !lister.links.is_empty() {
        let mut links = std::mem::take(&mut lister.links);
        links.sort();
        for link in links {
            lister.link(link)?;
        }
    }
    lister
        .entries
        .sort_by(|one, other| one.path.cmp(&other.path));
    Ok(lister.entries)
}

/// Hidden files and folders, and the two names that every repository has.
fn is_passed_over(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with('.')
        || ["readme", "license", "licence"]
            .iter()
            .any(|opening| name.starts_with(opening))
}

/// A symbolic link that is still to be followed; ordered by its path.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    path: String,
    place: PathBuf,
    depth: usize,
}

struct Lister<'a> {
    root: &'a Path,
    named: &'a Path,
    limit: usize,
    /// The canonical paths of what was met: each is read once, so that links
    /// in a circle come to an end.
    seen: HashSet<PathBuf>,
    links: Vec<Link>,
    entries: Vec<Entry>,
}

impl Lister<'_> {
    /// Lists one folder, whose place is canonical.
    fn folder(&mut self, place: &Path, path: &str, depth: usize) -> Result<(), ReadError> {
        if depth > DEEPEST {
            return Err(ReadError::TooDeep {
                folder: self.named.to_owned(),
                path: path.to_owned(),
            });
        }
        let listed = fs::read_dir(place).and_then(Iterator::collect::<io::Result<Vec<DirEntry>>>);
        let entries = match listed {
            Ok(entries) => entries,
            Err(error) if depth == 0 => {
                return Err(ReadError::Unlistable {
                    folder: self.named.to_owned(),
                    reason: error.to_string(),
                });
            }
            Err(error) => return self.add(path, Err(unreadable(&error))),
        };
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}/{name}")
            };
            match entry.file_type() {
                // A folder `readme-texts` may well hold role documents.
                Ok(kind) if kind.is_dir() && !name.starts_with('.') => {
                    self.entry(entry.path(), &path, depth, kind.is_dir())?;
                }
                _ if is_passed_over(&name) => {}
                Ok(kind) if kind.is_symlink() => self.links.push(Link {
                    path,
                    place: entry.path(),
                    depth,
                }),
                Ok(kind) if kind.is_file() => self.entry(entry.path(), &path, depth, false)?,
                Ok(_) => self.add(
                    &path,
                    Err(Fault::UnreadableFile {
                        reason: "it is not a regular file".to_owned(),
                    }),
                )?,
                Err(error) => self.add(&path, Err(unreadable(&error)))?,
            }
        }
        Ok(())
    }

    /// Takes what stands at a canonical place, once.
    fn entry(
        &mut self,
        place: PathBuf,
        path: &str,
        depth: usize,
        is_folder: bool,
    ) -> Result<(), ReadError> {
        if !self.seen.insert(place.clone()) {
            return Ok(());
        }
        if is_folder {
            self.folder(&place, path, depth + 1)
        } else {
            self.add(path, Ok(place))
        }
    }

    fn link(&mut self, Link { path, place, depth }: Link) -> Result<(), ReadError> {
        let target =
            fs::canonicalize(&place).and_then(|target| Ok((fs::metadata(&target)?, target)));
        match target {
            Err(error) => self.add(&path, Err(unreadable(&error))),
            Ok((_, target)) if !target.starts_with(self.root) => {
                self.add(&path, Err(Fault::LinkLeavesFolder))
            }
            Ok((kind, target)) if kind.is_dir() || kind.is_file() => {
                self.entry(target, &path, depth, kind.is_dir())
            }
            Ok(_) => self.add(
                &path,
                Err(Fault::UnreadableFile {
                    reason: "it is not a regular file".to_owned(),
                }),
            ),
        }
    }

    fn add(&mut self, path: &str, place: Result<PathBuf, Fault>) -> Result<(), ReadError> {
        if self.entries.len() == self.limit {
            return Err(ReadError::TooManyFiles {
                folder: self.named.to_owned(),
                limit: self.limit,
            });
        }
        self.entries.push(Entry {
            path: path.to_owned(),
            kind: Kind::of(path),
            place,
        });
        Ok(())
    }
}

pub(super) fn unreadable(error: &io::Error) -> Fault {
    Fault::UnreadableFile {
        reason: error.to_string(),
    }
}
