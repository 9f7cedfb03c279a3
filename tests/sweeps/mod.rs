//! Everything that can be asked of a framework, asked: the world is finite.
//!
//! The sweeps run over the frameworks in `tests/frameworks/`, and over
//! one more where the environment names its folder, as seen from the package:
//!
//! ```text
//! WAYMARK_SWEEP=../shared/framework cargo test sweeps
//! ```
//!
//! `.ci/run` does so. A sweep goes on after a failure and tells them all.

mod again;
mod answers;
mod everyday;
mod levels;
mod names;
mod questions;
pub(crate) mod slips;
mod titles;

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::frameworks::{self, World};

/// The variable of the environment that names one more framework.
const VARIABLE: &str = "WAYMARK_SWEEP";

/// The framework that the environment names.
static NAMED: LazyLock<Option<World>> = LazyLock::new(|| {
    let folder = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty())?;
    let name = folder.to_string_lossy().into_owned();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    Some(World::load(&name, &folder))
});

/// The frameworks that are swept.
fn worlds<'w>() -> impl Iterator<Item = &'w World> {
    frameworks::own().iter().chain(&*NAMED)
}

/// A framework of role documents.
fn made(documents: &[&str]) -> World {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (number, document) in documents.iter().enumerate() {
        let file = folder.path().join(format!("{number}.txt"));
        fs::write(file, document).expect("the folder takes files");
    }
    World::load("made", folder.path())
}

/// What went wrong in a sweep so far.
#[derive(Default)]
struct Failures {
    told: Vec<String>,
    /// How much was asked.
    asked: usize,
}

impl Failures {
    /// Notes a failure.
    fn add(&mut self, world: &World, what: impl Display) {
        self.told.push(format!("{}: {what}", world.name));
    }

    /// Fails if there was a failure, and tells all of them.
    #[track_caller]
    fn tell(self) {
        assert!(self.asked > 0, "nothing was asked");
        assert!(
            self.told.is_empty(),
            "{} failures in {} questions:\n{}",
            self.told.len(),
            self.asked,
            self.told.join("\n")
        );
    }
}
