//! `waymark check`, run as a person runs it.

use std::path::Path;
use std::process::Command;

/// What a person sees of a run.
pub(super) struct Seen {
    /// The command line, what the program printed, and its exit code.
    pub(super) text: String,
    /// The exit code.
    pub(super) code: Option<i32>,
}

/// Runs `waymark check FOLDER` in a folder of one's own.
#[must_use]
#[track_caller]
pub(super) fn run_check(root: &Path, folder: &str) -> Seen {
    let mut command = Command::new(env!("CARGO_BIN_EXE_waymark"));
    for variable in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "WAYMARK_FRAMEWORK",
    ] {
        command.env_remove(variable);
    }
    let output = command
        .current_dir(root)
        .args(["check", folder])
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    let code = output.status.code();
    let shown = code.map_or_else(|| "none".to_owned(), |code| code.to_string());
    Seen {
        text: format!(
            "$ waymark check {folder}\n{}{}exit code {shown}\n",
            text(output.stdout),
            text(output.stderr)
        ),
        code,
    }
}
