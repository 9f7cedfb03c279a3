//! A move that names no place: up, or across, from what was spoken of.

use super::move_ends::{from_below, own_level};
use super::progress::goes_further;
use super::skills::asks_of_oneself;
use super::steps::is_further;
use super::{Recognised, Sight, pairs};
use crate::question::Kind;
use crate::question::bound::role_of;
use crate::question::conversation::{context_position, context_skill, place_spoken_of};
use crate::question::cue::Cue;
use crate::question::reading::Question;
use crate::question::subject::Position;

/// "What comes next?", "how do I get there?", "what would I be missing to switch over?"
pub(super) fn onward(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let bound = &sight.bound;
    let names_nothing = bound.unclear_positions.is_empty() && bound.skills.is_empty();
    // "What comes after working?", of a skill.
    let of_skill = !said.proficiencies.is_empty() && context_skill(said).is_some();
    if !(names_nothing && bound.near.is_empty()) || of_skill {
        return None;
    }
    if let Some(asked) = which_was_next(sight) {
        return Some(asked);
    }
    if let Some(found) = done_beyond(sight) {
        return Some(found);
    }
    // "What's the gap between those two?", after one and then another.
    let two = (0..said.tokens.len()).any(|at| said.text(at) == "two" && said.text(at + 1) != "of");
    if two && let Some((one, other, _)) = pairs::pair(sight) {
        return Some(Recognised::in_context(Question::Compare(one, other), one));
    }
    // "How do I get onto the next rung?", after a skill of the level where somebody is.
    let own = || place_spoken_of(said).filter(|_| asks_of_oneself(said));
    let position = context_position(said).or_else(own)?;
    if is_further(sight) {
        let question = Question::LevelsOfRole(role_of(said.framework, position));
        return Some(Recognised::in_context(question, position));
    }
    if let Some(from) = crossing_from(sight, position) {
        let (from, to) = pairs::of_one_kind(sight, from, position);
        let question = Question::Progression(from, Some(to));
        return Some(Recognised::in_context(question, to));
    }
    if let Some((from, to)) = same_way(sight) {
        let question = Question::Progression(from, Some(to));
        return Some(Recognised::in_context(question, from));
    }
    let here = own_level(sight, position);
    let text = |at: usize| said.text(at);
    let mut all = 1..said.tokens.len();
    // "How do I get there?"
    let gets = |at: usize| matches!(text(at), "get" | "getting" | "got");
    let there = all.clone().any(|at| text(at) == "there" && gets(at - 1));
    // "What do I need to become one?"
    let becomes = |at: usize| matches!(text(at), "become" | "becoming" | "be");
    let one = all
        .clone()
        .any(|at| matches!(text(at), "one" | "that") && becomes(at - 1));
    // "What does it take, skills wise?"
    let takes = said.has(Cue::Skills) && !said.has(Cue::Next) && all.any(|at| text(at) == "take");
    let one = one || takes && matches!(position, Position::Role(_));
    // "What would I need to be good at to be one?"
    let of_skills = one && said.has(Cue::Skills);
    let question = match from_below(sight, here).filter(|_| there || one) {
        _ if of_skills => Question::LevelSkills(position, None),
        Some(from) if position == here || there => Question::Progression(from, Some(here)),
        _ if one => Question::LevelSkills(position, None),
        _ => Question::Progression(here, None),
    };
    Some(Recognised::in_context(question, position))
}

/// "And what would I be doing in the one after that?", after the way to a level: the one
/// above it.
fn done_beyond(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks = said.has(Cue::Duties) && said.has(Cue::Next);
    // "What about the next one up, what do they do?"
    let does = |at: usize| said.text(at) == "do" && matches!(said.text(at + 1), "they" | "she");
    let of_them = (0..said.tokens.len()).any(does) && said.context.kind == Some(Kind::Level);
    let is_way = said.context.kind == Some(Kind::Progression) || of_them;
    let Position::Level(here) = context_position(said).filter(|_| asks && is_way)? else {
        return None;
    };
    let ladder = said
        .framework
        .role(said.framework.level(here).role())
        .ladder();
    let above = ladder.rung_of(here).filter(|_| ladder.is_certain(here))? + 1;
    let [there] = ladder.rungs().get(above)?.as_slice() else {
        return None;
    };
    let question = Question::Level(*there);
    Some(Recognised::in_context(question, Position::Level(here)))
}

/// "What would she need to move up?", after what comes next: the same way, for whoever it
/// is has not gone it yet.
fn same_way(sight: &Sight<'_, '_>) -> Option<(Position, Position)> {
    let said = sight.said;
    let [from, to] = *said.context.subjects.as_slice() else {
        return None;
    };
    let person = |at: usize| matches!(said.text(at), "i" | "me" | "she" | "he" | "her" | "him");
    let beyond = |at: usize| matches!(said.text(at), "next" | "after" | "beyond" | "above");
    let of_person = (0..said.tokens.len()).any(person) && !(0..said.tokens.len()).any(beyond);
    let is_way = said.context.kind == Some(Kind::Progression) && !goes_further(sight);
    let (from, to) = (from.position()?, to.position()?);
    (is_way && of_person).then_some((from, to))
}

/// "What would I be missing to switch over?", after one role and then another: from the
/// first of them.
fn crossing_from(sight: &Sight<'_, '_>, to: Position) -> Option<Position> {
    let said = sight.said;
    let crosses = |at: usize| matches!(said.text(at), "over" | "across" | "switch" | "sideways");
    // Of a way from one level to another its start.
    let mut before = said.context.before.iter();
    let from = before.find_map(|subject| subject.position())?;
    let asked = (0..said.tokens.len()).any(crosses);
    (asked && !pairs::of_one_role(sight, from, to)).then_some(from)
}

/// "And after that?", where it was not certain which level came next: one of those
/// has to be chosen first.
fn which_was_next(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let context = sight.said.context;
    let [_, next @ ..] = context.subjects.as_slice() else {
        return None;
    };
    let several = context.kind == Some(Kind::Progression) && next.len() > 1;
    several.then(|| Recognised::which(next.iter().copied(), Some(Kind::Progression.into())))
}
