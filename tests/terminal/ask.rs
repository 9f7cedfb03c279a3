//! `waymark ask`.

use std::collections::BTreeSet;

use super::session::Session;
use super::{ANSWERED, NOT_SAID};

#[test]
fn an_answer_exits_with_0_and_the_words_need_no_quotes() {
    let quoted = Session::new().runs(["ask", ANSWERED]).exits(0);
    let words = Session::new()
        .runs(std::iter::once("ask").chain(ANSWERED.split(' ')))
        .exits(0);
    assert!(!quoted.out.is_empty());
    assert_eq!(quoted.out, words.out);
    assert_eq!(quoted.err, "", "nothing is logged that was not asked for");
}

#[test]
fn what_the_framework_does_not_say_exits_with_1() {
    assert!(
        !Session::new()
            .runs(["ask", NOT_SAID])
            .exits(1)
            .out
            .is_empty()
    );
}

#[test]
fn no_question_is_refused_with_an_example() {
    let seen = Session::new()
        .runs(["ask"])
        .exits(2)
        .complains("there is no question")
        .complains("waymark ask list");
    assert_eq!(seen.out, "");
}

#[test]
fn json_has_every_field_of_the_contract() {
    for (question, code, kind) in [(ANSWERED, 0, "level"), (NOT_SAID, 1, "no_match")] {
        let seen = Session::new().runs(["ask", "--json", question]).exits(code);
        let objects = seen.objects();
        let [answer] = &objects[..] else {
            panic!("one object is printed, not {}", objects.len())
        };
        let fields: BTreeSet<_> = answer
            .as_object()
            .expect("an object")
            .keys()
            .map(String::as_str)
            .collect();
        let contract = [
            "question",
            "kind",
            "reason",
            "subjects",
            "results",
            "corrections",
            "quotes",
            "text",
            "elapsed_us",
        ];
        assert_eq!(fields, BTreeSet::from(contract));
        assert_eq!(answer["question"], question);
        assert_eq!(answer["kind"], kind);
        assert_eq!(answer["reason"].is_null(), code == 0);
        assert!(answer["elapsed_us"].is_u64());
    }
}

#[test]
fn the_text_in_json_is_what_the_terminal_prints() {
    let answer = Session::new()
        .runs(["ask", "--json", ANSWERED])
        .exits(0)
        .objects()
        .remove(0);
    assert_eq!(
        answer["text"],
        Session::new().runs(["ask", ANSWERED]).exits(0).out
    );
}

#[test]
fn explain_says_after_the_answer_how_it_was_understood() {
    let answer = Session::new().runs(["ask", ANSWERED]).exits(0).out;
    let seen = Session::new()
        .runs(["ask", "--explain", ANSWERED])
        .exits(0)
        .says("certainty");
    assert!(seen.out.starts_with(&answer));
}

#[test]
fn a_framework_with_errors_is_not_answered_from() {
    let seen = Session::without_framework()
        .with_role("framework", "weaver")
        .with_file("framework/broken.txt", "- a bullet of nothing\n")
        .with_file("framework/framework.toml", "titel = \"Craft\"\n")
        .runs(["ask", ANSWERED])
        .exits(2)
        .complains("broken.txt")
        .complains("framework.toml:1:1")
        .complains("can't be used");
    assert_eq!(seen.out, "");
}

#[test]
fn a_folder_that_is_missing_or_empty_is_said_with_its_name() {
    Session::without_framework()
        .runs(["ask", "hi"])
        .exits(2)
        .complains("framework")
        .complains("--framework FOLDER");
    Session::without_framework()
        .runs(["--framework", "nowhere", "ask", "hi"])
        .exits(2)
        .complains("nowhere");
    Session::without_framework()
        .with_folder("bare")
        .runs(["--framework", "bare", "ask", "hi"])
        .exits(2)
        .complains("bare");
}

#[test]
fn what_is_asked_is_never_logged() {
    let seen = Session::new()
        .with_file("config.toml", "log = \"trace\"")
        .runs(["ask", "tell", "me", "about", "xylophonist"])
        .complains("framework loaded");
    assert!(
        !seen.err.contains("xylophonist"),
        "the log has what was asked:\n{}",
        seen.err
    );
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    Session::new().runs_unread(["ask", ANSWERED]).exits(0);
    Session::new()
        .runs_unread(["ask", "--json", ANSWERED])
        .exits(0);
    Session::new()
        .types(format!("\"{ANSWERED}\"\n").repeat(300))
        .runs_unread(["ask", "--batch"])
        .exits(0);
    Session::new()
        .types(format!("{ANSWERED}\n").repeat(300))
        .runs_unread(["chat"])
        .exits(0);
    Session::new().runs_unread(["check"]).exits(0);
    Session::new().runs_unread(["completions", "bash"]).exits(0);
    Session::new().runs_unread(["--help"]).exits(0);
}
