//! Which end of a move a place is: left, reached, or no more than named.

use std::ops::Range;

use super::{Sight, pairs};
use crate::question::bound::{Placed, role_of};
use crate::question::cue::Cue;
use crate::question::subject::Position;

/// Which of two is left and which is reached: the one behind "I'm a" or "from"
/// is left; else, on one ladder, the lower one; else the first.
pub(super) fn in_order(
    sight: &Sight<'_, '_>,
    (first, first_placed): (Position, &Placed<Position>),
    (second, second_placed): (Position, &Placed<Position>),
) -> (Position, Position) {
    if let (Position::Level(a), Position::Level(b)) = (first, second) {
        let ladder = sight
            .said
            .framework
            .role(role_of(sight.said.framework, first))
            .ladder();
        let said_in_order =
            is_left(sight, &first_placed.tokens) && !is_left(sight, &second_placed.tokens);
        if !said_in_order
            && pairs::of_one_role(sight, first, second)
            && ladder.is_certain(a)
            && ladder.is_certain(b)
        {
            return if ladder.rung_of(a) <= ladder.rung_of(b) {
                (first, second)
            } else {
                (second, first)
            };
        }
    }
    if is_left(sight, &second_placed.tokens) && !is_left(sight, &first_placed.tokens) {
        (second, first)
    } else {
        (first, second)
    }
}

/// Whether one level stands above the other that it leads to: what changes is told
/// all the same.
pub(super) fn is_way_down(sight: &Sight<'_, '_>, from: Position, to: Position) -> bool {
    let (Position::Level(a), Position::Level(b)) = (from, to) else {
        return false;
    };
    let framework = sight.said.framework;
    let ladder = framework.role(role_of(framework, from)).ladder();
    pairs::of_one_role(sight, from, to)
        && ladder.is_certain(a)
        && ladder.is_certain(b)
        && ladder.rung_of(a) > ladder.rung_of(b)
}

/// Whether the words before a position say that the person is in it.
pub(super) fn is_left(sight: &Sight<'_, '_>, tokens: &Range<usize>) -> bool {
    let said = sight.said;
    let start = tokens.start;
    let near_before = |range: &Range<usize>| range.end <= start && start - range.end <= 2;
    said.cues
        .iter()
        .any(|heard| heard.cue == Cue::Mine && near_before(&heard.tokens))
        || said.tokens[start.saturating_sub(2)..start]
            .iter()
            .any(|token| matches!(token.text(), "from" | "drop" | "lose" | "shed"))
}

/// The level on the rung below one, where that is certain.
pub(super) fn from_below(sight: &Sight<'_, '_>, here: Position) -> Option<Position> {
    let Position::Level(level) = here else {
        return None;
    };
    let framework = sight.said.framework;
    let ladder = framework.role(framework.level(level).role()).ladder();
    let below = ladder
        .rung_of(level)
        .and_then(|rung| rung.checked_sub(1))
        .filter(|_| ladder.is_certain(level))?;
    Some(Position::Level(*ladder.rungs()[below].first()?))
}

/// "The step up to lead": a position right behind "to".
pub(super) fn is_reached(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> bool {
    let mut before = sight.said.tokens[..placed.tokens.start].iter().rev();
    let before = before.find(|token| !token.marks.determiner);
    before.is_some_and(|token| matches!(token.text(), "to" | "into"))
}

/// Whether a position is where somebody wants to get: "become a", "get to".
pub(super) fn is_goal(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> bool {
    let start = placed.tokens.start;
    let before = |range: &Range<usize>| range.end <= start && start - range.end <= 3;
    sight.said.has(Cue::Next) && is_reached(sight, placed)
        || sight
            .said
            .cues
            .iter()
            .any(|heard| heard.cue == Cue::Progress && before(&heard.tokens))
}

/// A role as its own level: somebody who says "I'm a data analyst" and asks
/// what comes next is at the level of that name, where there is one.
pub(super) fn own_level(sight: &Sight<'_, '_>, position: Position) -> Position {
    match position {
        Position::Role(role) => sight
            .said
            .framework
            .namesake(role)
            .map_or(position, |level| Position::Level(level.id())),
        Position::Level(_) => position,
    }
}
