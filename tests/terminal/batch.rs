//! `waymark ask --batch`.

use serde_json::{Value, json};

use super::session::Session;
use super::{ANSWERED, NOT_SAID};

#[track_caller]
fn answers(input: impl AsRef<[u8]>) -> Vec<Value> {
    Session::new()
        .types(input)
        .runs(["ask", "--batch"])
        .exits(0)
        .objects()
}

#[test]
fn questions_are_answered_in_their_order() {
    let input = format!(
        "{}\n{}\n{}",
        json!(ANSWERED),
        json!({"id": 7, "q": NOT_SAID}),
        json!(ANSWERED)
    );
    let answers = answers(input);
    let questions: Vec<_> = answers.iter().map(|answer| &answer["question"]).collect();
    assert_eq!(questions, [ANSWERED, NOT_SAID, ANSWERED]);
    let kinds: Vec<_> = answers.iter().map(|answer| &answer["kind"]).collect();
    assert_eq!(kinds, ["level", "no_match", "level"]);
}

#[test]
fn a_broken_line_is_an_error_and_the_rest_goes_on() {
    let good = json!(ANSWERED).to_string();
    let mut input = Vec::new();
    for line in [
        &b"{\"q\": "[..],
        good.as_bytes(),
        b"",
        b"   ",
        b"7",
        b"{\"question\": \"x\"}",
        b"\xff\xfe",
        good.as_bytes(),
    ] {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    let answers = answers(input);
    let kinds: Vec<_> = answers.iter().map(|answer| &answer["kind"]).collect();
    assert_eq!(
        kinds,
        [
            "error", "level", "error", "error", "error", "error", "error", "level"
        ]
    );
    for (number, answer) in answers
        .iter()
        .enumerate()
        .filter(|(_, answer)| answer["kind"] == "error")
    {
        let message = answer["message"].as_str().expect("an error has a message");
        assert!(
            message.starts_with(&format!("line {} ", number + 1)),
            "{message}"
        );
    }
    assert_eq!(answers[0]["question"], "{\"q\": ");
    assert_eq!(answers[6]["question"], "");
}

#[test]
fn a_line_that_is_too_long_is_an_error_and_the_rest_goes_on() {
    let input = format!("{}\n{}\n", json!("a".repeat(5_000_000)), json!(ANSWERED));
    let answers = answers(input);
    assert_eq!(answers.len(), 2);
    assert_eq!(
        (&answers[0]["kind"], &answers[0]["question"]),
        (&json!("error"), &json!(""))
    );
    assert_eq!(answers[1]["kind"], "level");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_fine() {
    let answers = answers(format!("\u{feff}{0}\r\n{0}\r\n", json!(ANSWERED)));
    let kinds: Vec<_> = answers.iter().map(|answer| &answer["kind"]).collect();
    assert_eq!(kinds, ["level", "level"]);
}

#[test]
fn the_context_is_what_was_asked_before() {
    let follow_up = "and which skills?";
    let input = json!({"q": follow_up, "context": [NOT_SAID, ANSWERED]});
    let answers = answers(input.to_string());
    assert_eq!(
        answers.len(),
        1,
        "the earlier questions are not answered again"
    );
    assert_eq!(answers[0]["question"], follow_up);
    assert_eq!(answers[0]["kind"], "level_skills");
}

#[test]
fn no_lines_are_no_answers() {
    assert!(answers("").is_empty());
}

#[test]
fn words_and_a_batch_do_not_go_together() {
    Session::new().runs(["ask", "--batch", "hi"]).exits(2);
}

#[test]
fn each_line_is_answered_before_the_next_is_typed() {
    let mut batch = Session::new().starts(["ask", "--batch"]);
    for _ in 0..3 {
        batch.types(&json!(ANSWERED).to_string());
        assert!(batch.reads().contains("\"kind\":\"level\""));
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_though_the_input_is_open() {
    let mut batch = Session::new().starts(["ask", "--batch"]);
    batch.types(&json!(ANSWERED).to_string());
    assert!(batch.reads().ends_with("}\n"));
    assert_eq!(batch.interrupts(), Some(130));
}
