//! Why a folder as a whole can't be read.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;

use super::listing::DEEPEST;

/// What is wrong with a framework's folder as a whole. `Display` says it to
/// people, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing at the path.
    Missing {
        /// The folder, as it was named.
        folder: PathBuf,
    },
    /// There is something at the path, but no folder.
    NotAFolder {
        /// The folder, as it was named.
        folder: PathBuf,
    },
    /// The system does not let the folder be listed.
    Unlistable {
        /// The folder, as it was named.
        folder: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The folder has no file that a framework is made of.
    Empty {
        /// The folder, as it was named.
        folder: PathBuf,
        /// The files of other kinds in it.
        others: usize,
    },
    /// The folder has more files than are read.
    TooManyFiles {
        /// The folder, as it was named.
        folder: PathBuf,
        /// How many are read.
        limit: usize,
    },
    /// The folder has sub-folders deeper than is followed.
    TooDeep {
        /// The folder, as it was named.
        folder: PathBuf,
        /// The sub-folder that is too deep.
        path: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { folder } => {
                write!(
                    f,
                    "there is no folder `{}`; name the folder of a framework",
                    folder.display()
                )
            }
            Self::NotAFolder { folder } => {
                write!(
                    f,
                    "`{}` is not a folder; name the folder that holds the framework's files",
                    folder.display()
                )
            }
            Self::Unlistable { folder, reason } => write!(
                f,
                "the folder `{}` can't be read: {reason}; make it readable for the user that runs waymark",
                folder.display()
            ),
            Self::Empty { folder, others } => {
                let none = match others {
                    0 => "is empty".to_owned(),
                    1 => "has no framework in it, only a file of another kind".to_owned(),
                    _ => format!("has no framework in it, only {others} files of other kinds"),
                };
                write!(
                    f,
                    "the folder `{}` {none}; put role documents (`.txt`, `.md`) or the framework's tables (`.csv`) there",
                    folder.display()
                )
            }
            Self::TooManyFiles { folder, limit } => write!(
                f,
                "the folder `{}` has more than {limit} files; name a folder that holds a framework and little else",
                folder.display()
            ),
            Self::TooDeep { folder, path } => write!(
                f,
                "the folder `{}` goes deeper than {DEEPEST} sub-folders, at `{path}`; \
                 name a folder that holds a framework and little else",
                folder.display()
            ),
        }
    }
}

impl Error for ReadError {}
