//! `config.toml`: where it is looked for, what it sets, how it is refused.

use super::session::Session;

fn workshop() -> Session {
    Session::without_framework()
        .with_role("ours", "weaver")
        .with_role("theirs", "potter")
        .with_role("theirs", "smith")
}

#[test]
fn the_framework_is_the_options_then_the_variables_then_the_configs() {
    let session = || {
        workshop()
            .with_file("config.toml", "framework = \"ours\"")
            .with_role("framework", "smith")
    };
    session().runs(["check"]).exits(0).says("1 role,");
    session()
        .with_variable("WAYMARK_FRAMEWORK", "theirs")
        .runs(["check"])
        .exits(0)
        .says("2 roles,");
    let both = session().with_variable("WAYMARK_FRAMEWORK", "nowhere");
    both.runs(["--framework", "theirs", "check"])
        .exits(0)
        .says("2 roles,");
}

#[test]
fn a_path_in_it_counts_from_the_file() {
    let session = workshop()
        .with_file("theirs/waymark.cfg", "framework = \"../theirs\"")
        .with_role("framework", "smith");
    // The file itself is none of a framework: a warning.
    session
        .runs(["--config", "theirs/waymark.cfg", "check"])
        .exits(0)
        .says("2 roles,");
}

#[test]
fn a_file_that_is_named_has_to_be_there() {
    let seen = Session::new()
        .runs(["--config", "nowhere.toml", "ask", "hi"])
        .exits(2);
    insta::assert_snapshot!(seen.err, @"error: the config file `nowhere.toml` can't be read: there is no such file");
}

#[test]
fn an_unknown_key_is_refused_with_its_place_and_a_suggestion() {
    let seen = Session::new()
        .with_file("config.toml", "# mine\nframwork = \"ours\"\nwidth = 3\n")
        .runs(["check"])
        .exits(2);
    insta::assert_snapshot!(seen.err, @r#"
    error: the config file has an unknown key `framwork`
     --> config.toml:2:1
      |
    2 | framwork = "ours"
      | ^^^^^^^^ unknown key
      |
      = help: a key with a similar spelling is `framework`

    error: the config file has an unknown key `width`
     --> config.toml:3:1
      |
    3 | width = 3
      | ^^^^^ unknown key
      |
      = help: remove it; config.example.toml lists every key
    "#);
    assert_eq!(seen.out, "");
}

#[test]
fn a_filter_for_the_log_that_can_not_be_read_is_refused() {
    Session::new()
        .with_file("config.toml", "log = \"waymark=loud\"")
        .runs(["check"])
        .exits(2)
        .complains("1:7");
}

#[test]
fn what_needs_no_framework_needs_no_config() {
    let broken = || Session::without_framework().with_file("config.toml", "?");
    broken()
        .runs(["--version"])
        .exits(0)
        .says(env!("CARGO_PKG_VERSION"));
    broken().runs(["--help"]).exits(0);
    broken().runs(["completions", "fish"]).exits(0);
}
