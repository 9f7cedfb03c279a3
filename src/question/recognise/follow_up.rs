//! Follow-ups: words that mean something only after the last answer.

use super::progress::{goes_further, says_missing};
use super::similar::where_somebody_is;
use super::skills::{asks_of_oneself, asks_what_it_is, says_need};
use super::{Recognised, Sight, choosing};
use crate::framework::LevelId;
use crate::question::Kind;
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::{
    context_position, context_skill, points_at_role, points_at_skill,
};
use crate::question::cue::Cue;
use crate::question::reading::{Courtesy, Question, Unclear};
use crate::question::settle::level_with;
use crate::question::spoken_of::stems;
use crate::question::subject::{Position, Subject};

/// "And the other way round?", after a move or a comparison.
pub(super) fn turned_round(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [first, second] = *said.context.subjects.as_slice() else {
        return None;
    };
    let (first, second) = (first.position()?, second.position()?);
    let turns = said.has(Cue::Reverse) && sight.bound.skills.is_empty();
    // "And the reverse, baker to cook", in whatever words of their names.
    let roles = [first, second].map(|place| role_of(said.framework, place));
    let is_one = |it: &Placed<Position>| roles.contains(&role_of(said.framework, it.what));
    let of_two = sight.bound.positions.iter().all(is_one);
    let both = sight.bound.positions.len() > 1;
    let names = [first, second]
        .map(|place| stems(said, place.into()))
        .concat();
    let is_named = |at: &usize| {
        let stem = said.tokens[*at].stem;
        let against = matches!(said.text(*at), "against" | "vs" | "versus");
        against || stem.is_some() && names.contains(&stem)
    };
    let nothing_else = both || sight.rest().iter().all(is_named);
    let question = if said.context.kind == Some(Kind::Compare) {
        Question::Compare(second, first)
    } else if said.context.kind == Some(Kind::Progression) {
        Question::Progression(second, Some(first))
    } else {
        return None;
    };
    (turns && of_two && nothing_else).then(|| Recognised::in_context(question, second))
}

/// "And where are my gaps?", "which skills are new?", after a move or a comparison: its
/// answer tells.
pub(super) fn what_is_missing(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [from, to] = *said.context.subjects.as_slice() else {
        return None;
    };
    let (from, to) = (from.position()?, to.position()?);
    let question = if said.context.kind == Some(Kind::Progression) {
        Question::Progression(from, Some(to))
    } else if said.context.kind == Some(Kind::Compare) {
        Question::Compare(from, to)
    } else {
        return None;
    };
    let bare = sight.bound.names_nothing() && sight.rest().is_empty();
    // "What stays the same?"
    let changes = |text: &str| {
        matches!(
            text,
            "up" | "down" | "higher" | "lower" | "stays" | "stay" | "changes"
        )
    };
    let missing =
        (0..said.tokens.len()).any(|at| says_missing(said.text(at)) || changes(said.text(at)));
    let asks_else = said.has_any(&[Cue::Next, Cue::Similar, Cue::Shared]) || goes_further(sight);
    (bare && missing && !asks_else).then(|| Recognised::in_context(question, from))
}

/// "And at senior level?", after two roles: both of them at that level.
pub(super) fn both_at_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let [first, second] = *said.context.subjects.as_slice() else {
        return None;
    };
    let role = |subject: Subject| Some(role_of(framework, subject.position()?));
    let (first, second) = (role(first)?, role(second)?);
    let mut seniorities = said.seniorities.iter().flatten();
    let seniority = *seniorities.next()?;
    let one = seniorities.next().is_none();
    let bare = said.mentions.is_empty() && sight.rest().is_empty();
    let moves = said.has_any(&[Cue::Next, Cue::Previous, Cue::Progress, Cue::Compare]);
    let of_two = said.context.kind == Some(Kind::Compare) && first != second;
    if !(of_two && one && bare) || moves {
        return None;
    }
    // "What would a junior do in the second one?"
    if let Some(Subject::Role(role)) = choosing::chosen(sight) {
        let level = level_with(framework, role, seniority)?;
        let question = if said.has(Cue::Skills) {
            Question::LevelSkills(Position::Level(level), None)
        } else {
            Question::Level(level)
        };
        return Some(Recognised::in_context(question, Subject::Role(role)));
    }
    let level = |role| level_with(framework, role, seniority).ok_or(role);
    let question = match (level(first), level(second)) {
        (Ok(first), Ok(second)) => {
            Question::Compare(Position::Level(first), Position::Level(second))
        }
        (Err(role), _) | (_, Err(role)) => Question::NoMatch(Unclear::NoSuchLevel {
            role,
            what: seniority.word().to_owned(),
        }),
    };
    Some(Recognised::in_context(question, Subject::Role(first)))
}

/// "The management version of each", after two levels: both of them on that track.
pub(super) fn both_on_track(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let [first, second] = *said.context.subjects.as_slice() else {
        return None;
    };
    let each = |at: usize| matches!(said.text(at), "each" | "both");
    let managing = said.has(Cue::Management) && !said.has(Cue::Technical);
    let asks = (0..said.tokens.len()).any(each) && (managing || said.has(Cue::Technical));
    if said.context.kind != Some(Kind::Compare) || !asks || !said.mentions.is_empty() {
        return None;
    }
    let on_track = |subject: Subject| {
        let Some(Position::Level(level)) = subject.position() else {
            return None;
        };
        let ladder = framework.role(framework.level(level).role()).ladder();
        let mut rung = ladder.rungs()[ladder.rung_of(level)?].iter();
        let is_on_it = |level: &&LevelId| {
            let level = framework.level(**level);
            level.is_on_second_track() == managing
        };
        rung.find(is_on_it).map(|level| Position::Level(*level))
    };
    let question = Question::Compare(on_track(first)?, on_track(second)?);
    Some(Recognised::in_context(question, first.position()?))
}

/// "why?", "says who?"
pub(super) fn why(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let alone = said.has(Cue::Why) && said.tokens.len() <= 5 && said.mentions.is_empty();
    (alone && said.context.kind.is_some())
        .then(|| Recognised::sure(Question::Help(Courtesy::Grounds), 90))
}

/// Words that point back and name nothing: "what does it involve?", "tell me
/// more", "what do they do?"
pub(super) fn going_on(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let names_nothing = sight.bound.positions.is_empty()
        && sight.bound.skills.is_empty()
        && sight.bound.unclear_skills.is_empty()
        && sight.rest().is_empty();
    // "What do I do now?", after the way up: where somebody is.
    let now = |at: usize| matches!(said.text(at), "now" | "currently" | "today");
    let is_now = (0..said.tokens.len()).any(now) && asks_of_oneself(said);
    let position = if is_now {
        where_somebody_is(sight)
    } else {
        context_position(said)
    };
    let skill = context_skill(said);
    // "At what level?", after a skill at a level.
    let how_much = said.has(Cue::HowMuch) && position.is_some() && skill.is_some();
    // "What should I be doing?", by somebody who said where they are.
    let points = said.has_any(&[Cue::Pointing, Cue::GoingOn, Cue::Duties]) || how_much;
    if !points || !names_nothing {
        return None;
    }
    // "What's that role about?", after who needs a skill.
    let skill = skill.filter(|_| !(position.is_some() && points_at_role(said)));
    // "What does that skill even mean?", after what it asks of a level.
    let is_meant = points_at_skill(said) && asks_what_it_is(said) && !how_much;
    let position = position.filter(|_| !(is_meant && skill.is_some()));
    // "And what would I need for that?"
    let needs = says_need(said) && !said.has_any(&[Cue::Duties, Cue::Who]);
    match (position, skill) {
        (Some(position), None) if needs => Some(Recognised::in_context(
            Question::LevelSkills(position, None),
            position,
        )),
        (Some(position), None) => Some(Recognised::in_context(
            Question::about(position.into()),
            position,
        )),
        (Some(position), Some(skill)) => Some(Recognised::in_context(
            Question::SkillAtLevel(skill, position),
            position,
        )),
        (None, Some(skill)) => Some(Recognised::in_context(
            Question::Skill(skill),
            Subject::Skill(skill),
        )),
        (None, None) => None,
    }
}
