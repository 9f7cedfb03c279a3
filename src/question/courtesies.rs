//! The courtesies in a question, and the thanks at its end, which are no part of it.

use std::ops::Range;

use smallvec::SmallVec;

use super::interpreter::Interpreter;
use super::reading::Courtesy;
use super::token::{Gap, Token, is_shouted};

/// Courtesies, with their tokens.
pub(super) type Courtesies = SmallVec<[(Range<usize>, Courtesy); 2]>;

/// Leaves out the thanks at the end, where anything is said before them: "ta" is no
/// technical architect there. Returns the other courtesies.
pub(super) fn leave_out_closing_courtesy(
    interpreter: &Interpreter,
    words: &str,
    tokens: &mut Vec<Token<'_>>,
) -> Courtesies {
    let courtesies = interpreter.courtesies.find(tokens);
    let mut courtesies: Courtesies = courtesies.map(|(range, is)| (range, *is)).collect();
    let says_something = |end: usize| tokens[..end].iter().any(|token| !token.is_filler());
    let closes = |(range, is): &(Range<usize>, Courtesy)| {
        let first = &tokens[range.start];
        let typed = first.range.start..tokens[range.end - 1].range.end;
        // "Great" may be what is asked about, but where it stands apart.
        let is_only_that = matches!(
            first.text(),
            "thanks" | "thankyou" | "thx" | "thnx" | "tnx" | "tysm" | "ta" | "cheers"
        );
        let is_meant = is_only_that || range.len() > 1 || first.gap > Gap::Space;
        *is == Courtesy::Thanks && is_meant && !is_shouted(words, typed)
    };
    let mut end = tokens.len();
    while let Some((closing, _)) = courtesies
        .iter()
        .find(|courtesy| courtesy.0.end == end && closes(courtesy))
        && says_something(closing.start)
    {
        end = closing.start;
    }
    tokens.truncate(end);
    courtesies.retain(|(range, _)| range.end <= end);
    courtesies
}
