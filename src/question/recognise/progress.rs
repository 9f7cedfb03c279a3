//! From one level to another.

use super::move_ends::{
    from_below, in_order, is_goal, is_left, is_reached, is_way_down, own_level,
};
use super::onward::onward;
use super::skills::{BY_NAME, asks_of_oneself, points_at_it, speaks_of_skill};
use super::steps::{is_further, some_steps_on};
use super::{Recognised, Sight, choosing, pairs};
use crate::framework::SkillId;
use crate::question::Kind;
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::{context_position, place_spoken_of};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::rungs::{number_from_end, numbered_rung};
use crate::question::subject::Position;
use crate::question::token::Token;

/// "what do I need to move from data analyst to senior data analyst?", "I'm a
/// senior test engineer, what's the next step up?"
pub(super) fn progression(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // "To be a lead developer when I am a developer".
    let is_mine = |placed: &Placed<Position>| is_left(sight, &placed.tokens);
    let pair = sight.bound.two_positions();
    let between = pair.is_some_and(|(first, second)| is_mine(first) != is_mine(second));
    let moves = said.has_any(&[Cue::Progress, Cue::Next])
        || follows_only(sight)
        || goes_further(sight)
        || is_new_there(sight)
        || from_one_of_pair(sight).is_some()
        || pair.is_some_and(|(first, second)| leads_to(sight, first, second))
        || between && said.has(Cue::Mine) && !said.has_any(&[Cue::Compare, Cue::Shared]);
    // "Torn between going for head cook and head baker, how do they differ?"
    let torn = |pair: (&Placed<Position>, &Placed<Position>)| {
        let mut before = (0..pair.0.tokens.start).rev().take(4);
        said.has(Cue::Compare) && before.any(|at| said.text(at) == "between")
    };
    if !moves || pair.is_some_and(torn) {
        return None;
    }
    // "Does the head need it at a higher level than that?"
    let of_skill = said.context.kind.is_some_and(speaks_of_skill)
        && said.has(Cue::Need)
        && points_at_it(sight);
    // "Going for lead, how good at glazing do I have to be?" is of the skill.
    let by_name = |it: &Placed<SkillId>| it.certainty >= BY_NAME;
    let asks_skill = said.has_any(&[Cue::HowMuch, Cue::Need]) && !said.has(Cue::Next);
    let of_named = asks_skill && pair.is_none() && sight.bound.skills.iter().any(by_name);
    if of_skill || of_named {
        return None;
    }
    if let Some(found) = some_steps_on(sight) {
        return Some(found);
    }
    if let Some((from, to)) = from_one_of_pair(sight) {
        let question = Question::Progression(from, Some(to));
        return Some(Recognised::in_context(question, to));
    }
    // "All the steps I could climb from bottom to top": the whole ladder.
    let climbs = |heard: &Heard| heard.cue == Cue::Levels && heard.own.len() > 2;
    let is_ladder = pair.is_none() && said.cues.iter().any(climbs);
    // "The second one up from the bottom" is a place.
    let counts = number_from_end(said).is_some();
    let of_list = said.context.kind == Some(Kind::LevelsOfRole);
    // "The higher one", after the levels of a role, is a place too.
    let is_placed =
        |it: &Placed<Position>| matches!(it.what, Position::Level(_)) && it.tokens.is_empty();
    let is_rung = sight.bound.positions.iter().any(is_placed);
    let counts = counts || of_list && (is_rung || numbered_rung(said).is_some());
    // "I'm on the second rung, what do I need for the third?"
    let counts = counts && pair.is_none();
    if counts || is_ladder || said.has(Cue::Similar) || super::compare::asks_which_is_higher(sight)
    {
        return None;
    }
    if let Some((first, second)) = sight.bound.two_positions() {
        let (from, to) = pairs::of_one_kind(sight, first.what, second.what);
        // "Should I become a cook or a baker?"
        let between = said.tokens.get(first.tokens.end..second.tokens.start);
        let mut between = between.unwrap_or_default().iter().map(Token::text);
        let either = between.any(|text| text == "or");
        if either && !is_mine(first) && !is_mine(second) {
            let certainty = first.certainty.min(second.certainty);
            return Some(Recognised::sure(Question::Compare(from, to), certainty));
        }
        let (from, to) = in_order(sight, (from, first), (to, second));
        if is_way_down(sight, from, to) {
            return Some(Recognised::sure(
                Question::Compare(from, to),
                first.certainty.min(second.certainty),
            ));
        }
        return Some(Recognised::sure(
            Question::Progression(from, Some(to)),
            first.certainty.min(second.certainty),
        ));
    }
    // "And from that one to the one after?" goes on.
    let goes_on = said.has(Cue::Next) && said.context.kind == Some(Kind::Progression);
    if let Some((from, to)) = choosing::chosen_pair(sight).filter(|_| !goes_on) {
        let question = Question::Progression(from, Some(to));
        return Some(Recognised::in_context(question, from));
    }
    match sight.bound.positions.first() {
        Some(only) if asks_of_target(sight, only) => None,
        Some(only) => to_what_was_spoken_of(sight, only).or_else(|| from_one(sight, only)),
        None => onward(sight),
    }
}

/// "Cook to baker, what would I have to learn?"
fn leads_to(sight: &Sight<'_, '_>, first: &Placed<Position>, second: &Placed<Position>) -> bool {
    let tokens = &sight.said.tokens;
    let between = tokens.get(first.tokens.end..second.tokens.start);
    let mut between = between.unwrap_or_default().iter();
    let to = between.next().is_some_and(|token| token.text() == "to");
    let asks = sight.said.has_any(&[Cue::Skills, Cue::Need]);
    to && asks && between.all(|token| token.marks.determiner)
}

/// "Coming at it as the senior, what would I have to get better at?", after two levels: from
/// the one to the other.
fn from_one_of_pair(sight: &Sight<'_, '_>) -> Option<(Position, Position)> {
    let said = sight.said;
    let [first, second] = *said.context.subjects.as_slice() else {
        return None;
    };
    let (first, second) = (first.position()?, second.position()?);
    let [only] = sight.bound.positions.as_slice() else {
        return None;
    };
    let of_two = said.context.kind == Some(Kind::Compare);
    let to = match only.what {
        it if it == first => second,
        it if it == second => first,
        _ => return None,
    };
    let asks = said.has_any(&[Cue::Need, Cue::HowMuch, Cue::Progress]);
    let moves =
        of_two && asks && is_left(sight, &only.tokens) && !is_way_down(sight, only.what, to);
    moves.then_some((only.what, to))
}

/// "Say I fancied lead, what would be new for me?", after a level of the same role.
fn is_new_there(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let [only] = sight.bound.positions.as_slice() else {
        return false;
    };
    let spoken_of = place_spoken_of(said).filter(|it| *it != only.what);
    if !spoken_of.is_some_and(|it| pairs::of_one_role(sight, it, only.what)) {
        return false;
    }
    let says = |is: fn(&str) -> bool| (0..said.tokens.len()).any(|at| is(said.text(at)));
    let of_oneself = said.has(Cue::Mine) || says(|word| word == "me");
    let missing = says(says_missing) || says(|word| matches!(word, "still" | "left" | "yet"));
    of_oneself && missing
}

/// "My options after head cook": what follows the only place that is named.
fn follows_only(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let [only] = sight.bound.positions.as_slice() else {
        return false;
    };
    let mut before = (0..only.tokens.start).rev();
    let before = before.find(|at| !said.tokens[*at].marks.determiner);
    let after = before.is_some_and(|at| said.text(at) == "after" && !said.preamble.has(at));
    let asks_else = said.has_any(&[Cue::Who, Cue::Duties, Cue::Skills, Cue::Previous]);
    after
        && !asks_else
        && sight
            .rest()
            .iter()
            .all(|at| before.is_some_and(|it| it >= *at))
}

/// "And then?", after a move.
pub(super) fn goes_further(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    if said.context.kind != Some(Kind::Progression) {
        return false;
    }
    let then = said.tokens.iter().any(|token| token.text() == "then");
    let nothing_else = (0..said.tokens.len()).all(|at| said.is_filler(at) || said.is_cue(at));
    let asks_else = said.has_any(&[Cue::Duties, Cue::Skills]);
    then && nothing_else && !asks_else
}

/// "Going for a head cook's job, which skills should I brush up?": what the target itself
/// asks is wanted.
fn asks_of_target(sight: &Sight<'_, '_>, only: &Placed<Position>) -> bool {
    let said = sight.said;
    let asks = |start: usize| {
        let of_it = said.hears_from(start, &[Cue::Skills, Cue::Duties]);
        of_it && !said.hears_from(start, &[Cue::Progress, Cue::Next])
    };
    // "What would I spend my time on if I retrained as a cook?"
    let needs = said.has_any(&[Cue::Need, Cue::HowMuch, Cue::Skills, Cue::Next]);
    let mut duties = said.cues.iter().filter(|heard| heard.cue == Cue::Duties);
    let does = duties.any(|heard| heard.tokens.end < only.tokens.start) && !needs;
    let behind = said.next_clause(only.tokens.end).is_some_and(asks);
    is_goal(sight, only) && (behind || does)
}

/// "What would I be missing?"
fn lacks_oneself(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    asks_of_oneself(said) && (0..said.tokens.len()).any(|at| says_missing(said.text(at)))
}

/// Whether a word is one for what somebody lacks.
pub(super) fn says_missing(word: &str) -> bool {
    matches!(
        word,
        "far"
            | "close"
            | "near"
            | "gap"
            | "gaps"
            | "missing"
            | "short"
            | "lack"
            | "lacking"
            | "new"
            | "extra"
            | "additional"
    )
}

/// "How do I get there from porter?", "I'm a porter, how do I become one?", where the
/// conversation is about another role or level.
fn to_what_was_spoken_of(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Recognised> {
    let said = sight.said;
    let to = context_position(said).filter(|to| *to != only.what)?;
    let points = (1..said.tokens.len()).any(|at| {
        let gets = matches!(
            said.text(at - 1),
            "get" | "getting" | "be" | "being" | "become" | "becoming" | "to" | "into" | "up"
        );
        gets && matches!(said.text(at), "there" | "one" | "that" | "it")
    });
    // "How far off am I?", "what am I missing?"
    let is_gap = |at: usize| says_missing(said.text(at));
    let measures = said.has(Cue::Progress) && (0..said.tokens.len()).any(is_gap);
    let points = points || measures;
    if !points || !is_left(sight, &only.tokens) {
        return None;
    }
    let (from, to) = pairs::of_one_kind(sight, only.what, to);
    let question = Question::Progression(from, Some(to));
    Some(Recognised::in_context(question, to))
}

/// A move of which one end is mentioned: up from it where the words say that
/// the person is there or ask what comes next; else towards it, from where the
/// conversation is or from the rung below.
fn from_one(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Recognised> {
    let said = sight.said;
    let here = own_level(sight, only.what);
    // "What have I still got to learn before I'm a cook?", after a junior cook.
    let left = place_spoken_of(said)
        .filter(|it| matches!(it, Position::Level(_)) && *it != here && is_new_there(sight));
    if let Some(from) = left {
        let question = Question::Progression(from, Some(here));
        return Some(Recognised::in_context(question, from));
    }
    if is_further(sight) {
        let role = role_of(said.framework, only.what);
        return Some(Recognised::sure(
            Question::LevelsOfRole(role),
            only.certainty,
        ));
    }
    let asks_next = (said.has(Cue::Next) || follows_only(sight)) && !is_reached(sight, only);
    if asks_next || is_left(sight, &only.tokens) || said.has(Cue::Mine) && !is_goal(sight, only) {
        return Some(Recognised::sure(
            Question::Progression(here, None),
            only.certainty,
        ));
    }
    // Of two that were spoken of the move starts from the other one.
    let subjects: Vec<Position> = said
        .context
        .subjects
        .iter()
        .filter_map(|it| it.position())
        .collect();
    let spoken_of = match *subjects.as_slice() {
        // "And if I went over to baker?", after the way from junior to senior cook: from
        // where somebody is.
        // And "what would I be missing for the senior one?", "and if I went for the management
        // version of it?"
        [first, second]
            if pairs::of_one_role(sight, first, second)
                && (!pairs::of_one_role(sight, first, only.what)
                    || lacks_oneself(sight)
                    || pairs::are_beside(said, second, only.what)) =>
        {
            Some(first)
        }
        // "I'm a junior cook. Which levels are there? What would I be missing for senior?"
        [Position::Role(role)] if asks_of_oneself(said) => {
            let before = said.context.before.iter().rev();
            let own = before.filter_map(|it| it.position()).find(|it| {
                matches!(it, Position::Level(_)) && role_of(said.framework, *it) == role
            });
            own.or(Some(Position::Role(role)))
                .filter(|it| *it != only.what)
        }
        _ => subjects.iter().rev().copied().find(|it| *it != only.what),
    };
    let spoken_of = spoken_of.or_else(|| context_position(said).filter(|it| *it != only.what));
    if let Some(from) = spoken_of {
        let (from, to) = pairs::of_one_kind(sight, from, only.what);
        // "What would a junior be missing?", after a head.
        let lacks = (0..said.tokens.len()).any(|at| says_missing(said.text(at)));
        let (from, to) = if lacks && is_way_down(sight, from, to) {
            (to, from)
        } else {
            (from, to)
        };
        return Some(Recognised::in_context(
            Question::Progression(from, Some(to)),
            from,
        ));
    }
    if said.has(Cue::Skills) || !is_goal(sight, only) {
        return None;
    }
    let from = from_below(sight, here)?;
    Some(Recognised::sure(
        Question::Progression(from, Some(here)),
        only.certainty.min(75),
    ))
}
