//! `waymark chat`, from a pipe.

use super::session::Session;
use super::{ANSWERED, NOT_SAID};

#[test]
fn a_pipe_gets_the_replies_with_a_blank_line_between_and_nothing_else() {
    let reply = |question: &str| Session::new().runs(["ask", question]).out;
    let seen = Session::new()
        .types(format!("{ANSWERED}\n\n{NOT_SAID}"))
        .runs(["chat"])
        .exits(0);
    assert_eq!(
        seen.out,
        format!("{}\n{}", reply(ANSWERED), reply(NOT_SAID))
    );
    assert_eq!(seen.err, "");
}

#[test]
fn a_follow_up_keeps_the_subject() {
    let first = Session::new().types(ANSWERED).runs(["chat"]).exits(0);
    let both = Session::new()
        .types(format!("{ANSWERED}\nand which skills?\n"))
        .runs(["chat"])
        .exits(0);
    let follow_up = both
        .out
        .strip_prefix(&first.out)
        .expect("the first reply is the same");
    assert!(
        follow_up.contains("Lead machine learning engineer"),
        "{follow_up}"
    );
}

#[test]
fn explain_says_how_a_follow_up_was_understood() {
    let questions = format!("{ANSWERED}\nand which skills?\n");
    let plain = Session::new().types(&*questions).runs(["chat"]).exits(0);
    let explained = Session::new()
        .types(&*questions)
        .runs(["chat", "--explain"])
        .exits(0);
    let steps = |out: &str| out.matches("How this was understood").count();
    assert_eq!(steps(&plain.out), 0);
    assert_eq!(steps(&explained.out), 2);
    let last = explained.out.lines().last().unwrap_or_default();
    assert_eq!(last, "  read as: the skills of a level");
}

#[test]
fn a_line_that_can_not_be_read_is_said_and_the_rest_goes_on() {
    let mut input = b"\xff\n".to_vec();
    input.extend(ANSWERED.as_bytes());
    let seen = Session::new()
        .types(input)
        .runs(["chat"])
        .exits(0)
        .says("not UTF-8");
    assert!(
        seen.out
            .ends_with(&Session::new().runs(["ask", ANSWERED]).out)
    );
}
