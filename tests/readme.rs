//! The README's examples are run, and what they print is what the README says.
//!
//! A block of `console` is a series of commands (`$ ...`), each followed by what
//! it prints. With the environment variable `WAYMARK_ACCEPT` set, the blocks are
//! rewritten with what the commands print now: read the change before it goes in.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// The README with every block of commands as it really prints.
fn as_it_prints(readme: &str) -> String {
    let mut printed = String::new();
    let mut in_block = false;
    for line in readme.lines() {
        if in_block && line == "```" {
            in_block = false;
        }
        match line.strip_prefix("$ ") {
            Some(command) if in_block => {
                let _ = write!(printed, "{line}\n{}", output_of(command));
            }
            _ if in_block => {}
            _ => {
                let _ = writeln!(printed, "{line}");
            }
        }
        in_block |= line == "```console";
    }
    printed
}

/// What a command prints on standard output, without colour, ended by a newline.
fn output_of(command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_waymark"));
    let folder = program.parent().expect("the program lies in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let command = command.replace("cargo run --release -- ", "waymark ");
    let output = Command::new("sh")
        .args(["-c", &command])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", format!("{}:{path}", folder.display()))
        .env_remove("WAYMARK_FRAMEWORK")
        .output()
        .expect("a shell runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.is_empty(), "`{command}` complains: {errors}");
    let mut text = String::from_utf8(output.stdout).expect("what is printed is UTF-8");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

#[test]
fn every_example_prints_what_the_readme_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README is there");
    let printed = as_it_prints(&readme);
    if std::env::var_os("WAYMARK_ACCEPT").is_some() {
        std::fs::write(&path, printed).expect("the README can be written");
    } else {
        assert!(
            readme == printed,
            "an example of README.md prints something else now; \
             read it with WAYMARK_ACCEPT=1 cargo test, then git diff README.md"
        );
    }
}

#[test]
fn the_two_commands_stand_at_the_top() {
    let readme = include_str!("../README.md");
    let top: String = readme.lines().take(16).collect::<Vec<_>>().join("\n");
    assert!(
        top.contains(
            "cargo run --release -- ask \"What does a lead machine learning engineer do?\""
        )
    );
    assert!(top.contains("\ncargo test\n"));
}

#[test]
fn every_dependency_has_a_line() {
    let manifest: toml::Table =
        toml::from_str(include_str!("../Cargo.toml")).expect("Cargo.toml is TOML");
    let readme = include_str!("../README.md");
    let table = readme
        .split("## Dependencies")
        .nth(1)
        .expect("the chapter is there");
    let chapter = table.split("\n## ").next().unwrap_or_default();
    for part in ["dependencies", "dev-dependencies"] {
        for name in manifest[part].as_table().expect("a table").keys() {
            assert!(
                chapter.contains(name.as_str()),
                "README.md has no line for {name}"
            );
        }
    }
}
