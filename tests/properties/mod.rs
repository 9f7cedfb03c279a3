//! What holds whatever is read and whatever is asked: nothing panics, what is
//! said is bounded by what was given, and every quote is proven.
//!
//! The cases are few, so that a run takes seconds. Before a release, more of
//! them are worth a while: `PROPTEST_CASES=20000 cargo test properties`. A case
//! that fails is written to a `.regressions` file beside the test, and is tried
//! first from then on: commit it with the fix.

mod questions;
mod readers;
mod strategies;

use proptest::test_runner::{Config, FileFailurePersistence};

/// How many cases are tried, unless the environment says.
#[must_use]
fn cases(cases: u32) -> Config {
    let default = Config::default();
    Config {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() {
            default.cases
        } else {
            cases
        },
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..default
    }
}
