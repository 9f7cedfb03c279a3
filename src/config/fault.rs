//! What can be wrong with a config file, and how it is said.

use std::fmt;
use std::path::PathBuf;

use crate::documents::Passage;

/// Why a config file can't be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The file can't be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The file can be read and not used.
    Faults(Vec<ConfigFault>),
}

/// One thing that is wrong in the file.
#[derive(Debug)]
pub struct ConfigFault {
    /// What it is.
    pub kind: ConfigFaultKind,
    /// Where.
    pub place: Passage,
}

/// What can be wrong. `Display` is the message.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigFaultKind {
    /// A key means nothing.
    UnknownKey {
        /// The key, with the table it is in.
        key: String,
        /// A key that was perhaps meant.
        suggestion: Option<&'static str>,
    },
    /// The file is not TOML, or a value is not of the kind its key needs.
    NotUnderstood {
        /// What the TOML reader says.
        message: String,
    },
    /// The log filter can't be read.
    LogFilter {
        /// What its reader says.
        message: String,
    },
}

impl ConfigFault {
    /// A few words to stand at the caret.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self.kind {
            ConfigFaultKind::UnknownKey { .. } => "unknown key",
            ConfigFaultKind::NotUnderstood { .. } => "not understood",
            ConfigFaultKind::LogFilter { .. } => "not a filter",
        }
    }

    /// What to do to put it right.
    #[must_use]
    pub fn remedy(&self) -> String {
        match &self.kind {
            ConfigFaultKind::UnknownKey {
                suggestion: Some(near),
                ..
            } => {
                format!("a key with a similar spelling is `{near}`")
            }
            ConfigFaultKind::UnknownKey {
                suggestion: None, ..
            } => "remove it; config.example.toml lists every key".to_owned(),
            ConfigFaultKind::NotUnderstood { .. } => {
                "write `key = \"value\"` lines; config.example.toml shows every key".to_owned()
            }
            ConfigFaultKind::LogFilter { .. } => {
                "write `error`, `warn`, `info`, `debug` or `off`".to_owned()
            }
        }
    }
}

impl fmt::Display for ConfigFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { key, .. } => write!(f, "the config file has an unknown key `{key}`"),
            Self::NotUnderstood { message } => {
                write!(f, "the config file can't be understood: {message}")
            }
            Self::LogFilter { message } => write!(f, "`log` can't be read: {message}"),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, reason } => write!(
                f,
                "the config file `{}` can't be read: {reason}",
                path.display()
            ),
            Self::Faults(_) => f.write_str("the config file has faults"),
        }
    }
}

impl std::error::Error for ConfigError {}
