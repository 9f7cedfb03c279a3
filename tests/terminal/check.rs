//! `waymark check`, and how it draws. What is a fault is tested beside the
//! broken frameworks.

use super::session::Session;

#[test]
fn the_shipped_framework_has_no_faults() {
    let seen = Session::new().runs(["check"]).exits(0);
    assert_eq!(
        seen.out,
        "1 family, 1 role, 1 role level, 6 skills, 34 statements, 0 warnings\n"
    );
}

#[test]
fn the_folder_can_be_named_in_three_ways() {
    let session = || Session::without_framework().with_role("craft", "weaver");
    session().runs(["check", "craft"]).exits(0).says("1 role,");
    session()
        .runs(["check", "--framework", "craft"])
        .exits(0)
        .says("1 role,");
    session()
        .with_variable("WAYMARK_FRAMEWORK", "craft")
        .runs(["check"])
        .exits(0)
        .says("1 role,");
}

#[test]
fn a_fault_is_drawn_with_its_place_and_what_to_do() {
    let seen = Session::without_framework()
        .with_role("framework", "weaver")
        .with_file(
            "framework/framework.toml",
            "title = \"Craft\"\nlicense = \"MIT\"\n",
        )
        .runs(["check"])
        .exits(2);
    insta::assert_snapshot!(seen.out, @r#"
    error: the key `license` means nothing here
     --> framework.toml:2:1
      |
    2 | license = "MIT"
      | ^^^^^^^ unknown key
      |
      = help: a key with a similar spelling is `licence`

    1 family, 1 role, 1 role level, 1 skill, 3 statements, 0 warnings, 1 error
    "#);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let seen = Session::without_framework()
        .with_role("framework", "weaver")
        .with_file(
            "framework/framework.toml",
            &format!("title = \"{}\"; oh\n", "long ".repeat(2_000)),
        )
        .runs(["check"])
        .exits(2)
        .says("framework.toml:1:10011");
    assert!(
        seen.out.lines().all(|line| line.chars().count() < 200),
        "{}",
        seen.out
    );
}

#[test]
fn nothing_in_a_file_acts_on_the_terminal() {
    let seen = Session::without_framework()
        .with_role("framework", "weaver")
        .with_file("framework/framework.toml", "\"a\u{1b}[2Jb\u{9b}2J\" = 1\n")
        .with_file("framework/b.txt", "\u{1b}]0;title\u{7}\u{202e}\n")
        .runs(["check"])
        .exits(2);
    assert!(
        !seen.out.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']),
        "{:?}",
        seen.out
    );
}

#[test]
fn colour_is_shown_where_it_is_wanted() {
    let coloured = |session: Session, more: &[&'static str]| {
        let arguments = more.iter().copied().chain(["check"]);
        let session = session
            .with_role("framework", "weaver")
            .with_file("framework/framework.toml", "x = 1\n");
        session.runs(arguments).exits(2).out.contains('\u{1b}')
    };
    let session = Session::without_framework;
    assert!(!coloured(session(), &[]), "a pipe gets no colour");
    assert!(coloured(session(), &["--color", "always"]));
    assert!(
        coloured(
            session().with_variable("NO_COLOR", "1"),
            &["--color", "always"]
        ),
        "the option goes first"
    );
    assert!(coloured(
        session().with_variable("CLICOLOR_FORCE", "1"),
        &[]
    ));
    assert!(!coloured(
        session().with_variable("CLICOLOR_FORCE", "1"),
        &["--color", "never"]
    ));
}
