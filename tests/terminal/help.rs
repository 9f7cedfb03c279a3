//! `--help` and `completions`.

use super::session::Session;

const COMMANDS: [&str; 6] = ["ask", "chat", "check", "run", "invite", "completions"];

#[test]
fn the_help_names_every_command_and_each_has_its_own_with_examples() {
    let help = Session::without_framework().runs(["--help"]).exits(0).out;
    for command in COMMANDS {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "the help does not name `{command}`:\n{help}"
        );
        let own = Session::without_framework()
            .runs([command, "--help"])
            .exits(0);
        own.says("Examples:").says(&format!("waymark {command}"));
    }
}

#[test]
fn the_short_help_fits_on_a_page() {
    let help = Session::without_framework().runs(["-h"]).exits(0).out;
    assert!(help.lines().count() <= 30, "{help}");
}

#[test]
fn no_command_gets_the_help() {
    Session::without_framework()
        .runs([])
        .exits(2)
        .complains("Usage: waymark");
}

#[test]
fn completions_name_every_command_in_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let mut seen = Session::without_framework()
            .runs(["completions", shell])
            .exits(0);
        for command in COMMANDS {
            seen = seen.says(command);
        }
    }
}
