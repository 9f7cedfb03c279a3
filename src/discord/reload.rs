//! Reading the framework again: aside, and exchanged only where it can be used.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::state::State;
use crate::documents::{Passage, Severity};
use crate::guide::{Guide, LoadError};

/// What a folder looks like from outside: for each file its size and when it
/// was changed. Looking at that works also where the system does not tell of
/// changes (mounted volumes, network drives), and costs little in a folder that
/// is small by its nature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Look(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Look {
    /// Looks at a folder and those in it.
    pub(super) fn at(folder: &Path) -> Self {
        let mut look = Self::default();
        look.add(folder, 0);
        look
    }

    fn add(&mut self, folder: &Path, depth: usize) {
        /// Deeper folders are not read for a framework either.
        const DEEPEST: usize = 16;
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries.flatten() {
            let Ok(about) = fs::metadata(entry.path()) else {
                continue;
            };
            if about.is_dir() && depth < DEEPEST {
                self.add(&entry.path(), depth + 1);
            } else {
                let seen = (about.len(), about.modified().ok());
                self.0.insert(entry.path(), seen);
            }
        }
    }
}

/// Reads the framework again. A broken one is refused with its faults in the
/// log, and the one in use stays.
pub(super) async fn reload(state: &Arc<State>, folder: &Path) {
    let path = folder.to_owned();
    // Reading and working out takes a while; meanwhile others are answered.
    let loaded = tokio::task::spawn_blocking(move || Guide::load(&path)).await;
    let Ok(loaded) = loaded else {
        state.meters.reloaded(false);
        tracing::error!(
            "the framework was not reloaded: reading it failed by a fault of the program"
        );
        return;
    };
    match loaded {
        Ok(loaded) => {
            let warnings = loaded.warnings.len();
            let guide = loaded.guide;
            let exchange = Arc::clone(state);
            let exchanged = tokio::task::spawn_blocking(move || exchange.exchange(guide)).await;
            state.meters.reloaded(exchanged.is_ok());
            tracing::info!(warnings, "framework reloaded");
        }
        Err(error) => {
            state.meters.reloaded(false);
            tell(&error);
        }
    }
}

/// Logs why a framework can't be used: its files' faults are its owner's
/// business, and nobody's questions are in them.
fn tell(error: &LoadError) {
    match error {
        LoadError::Read(error) => {
            tracing::error!(%error, "the framework was not reloaded, the one in use stays");
        }
        LoadError::Faults { faults } => {
            for fault in faults.iter().filter(|f| f.severity() == Severity::Error) {
                let line = fault.place.as_ref().map_or(0, Passage::line);
                tracing::error!(file = %fault.file, line, fault = %fault.fault, "in the framework");
            }
            tracing::error!("the framework was not reloaded, the one in use stays");
        }
    }
}
