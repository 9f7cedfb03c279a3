//! Levels some rungs above or below another: "the level before", "two steps up".

use super::again::preposition;
use super::move_ends::own_level;
use super::{Recognised, Sight};
use crate::framework::LevelId;
use crate::question::Kind;
use crate::question::bound::role_of;
use crate::question::conversation::context_position;
use crate::question::cue::Cue;
use crate::question::reading::Question;
use crate::question::subject::{Position, Subject};

/// "what comes before lead developer?", "and the level below?": the level a rung
/// lower, or those of the role where that is not certain.
pub(super) fn previous(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    // "Glazing, is that expert for them or one below?" is of the skill.
    let of_skill = !sight.bound.skills.is_empty() && !said.proficiencies.is_empty();
    if !said.has(Cue::Previous) || sight.bound.positions.len() > 1 || of_skill {
        return None;
    }
    if let Some(found) = some_steps_on(sight) {
        return Some(found);
    }
    let named = sight.bound.positions.first().map(|placed| placed.what);
    let position = own_level(sight, named.or_else(|| context_position(said))?);
    let role = role_of(framework, position);
    let ladder = framework.role(role).ladder();
    let below = match position {
        Position::Level(level) if ladder.is_certain(level) && !is_further(sight) => {
            ladder.rung_of(level)?.checked_sub(1)
        }
        Position::Level(_) | Position::Role(_) => None,
    };
    // "One down from that, which skills?", "and for the one below?", after those of a level.
    let goes_on = preposition(said) == Some("for") || said.has(Cue::GoingOn);
    let again = said.context.kind == Some(Kind::LevelSkills) && goes_on;
    let of_skills = said.has(Cue::Skills) || again;
    let question = match below.map(|below| ladder.rungs()[below].as_slice()) {
        Some([only]) if of_skills => Question::LevelSkills(Position::Level(*only), None),
        Some([only]) => Question::Level(*only),
        Some(several) => Question::Clarify(several.iter().copied().map(Subject::Level).collect()),
        None => Question::LevelsOfRole(role),
    };
    Some(match named {
        Some(_) => Recognised::sure(question, 85),
        None => Recognised::in_context(question, position),
    })
}

/// "Two steps up from there", "what's two levels above a junior cook?": the level so many
/// rungs away, where all of them are certain.
pub(super) fn some_steps_on(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let (steps, is_up) = steps(sight)?;
    let named = match sight.bound.positions.as_slice() {
        [] => None,
        [only] => Some(only.what),
        _ => return None,
    };
    let Position::Level(here) = own_level(sight, named.or_else(|| context_position(said))?) else {
        return None;
    };
    let ladder = framework.role(framework.level(here).role()).ladder();
    let rung = ladder.rung_of(here).filter(|_| ladder.is_certain(here))?;
    let rung = if is_up {
        rung.checked_add(steps)?
    } else {
        rung.checked_sub(steps)?
    };
    let levels = ladder.rungs().get(rung)?;
    let are_certain = levels.iter().all(|there| ladder.is_certain(*there));
    let (first, others) = levels.split_first().filter(|_| are_certain)?;
    let of_skills =
        said.has(Cue::Skills) || named.is_none() && said.context.kind == Some(Kind::LevelSkills);
    if !others.is_empty() {
        let wanted = of_skills.then(|| Kind::LevelSkills.into());
        let levels = levels.iter().copied().map(Subject::Level);
        return Some(Recognised::which(levels, wanted));
    }
    let there = Position::Level(*first);
    let question = if of_skills {
        Question::LevelSkills(there, None)
    } else {
        Question::about(there.into())
    };
    Some(match named {
        Some(_) => Recognised::sure(question, 85),
        None => Recognised::in_context(question, Position::Level(here)),
    })
}

/// "One rung up", "the level below": the only level there, where the ladder is certain.
pub(super) fn one_step_on(sight: &Sight<'_, '_>, here: LevelId) -> Option<LevelId> {
    let said = sight.said;
    let framework = said.framework;
    let ladder = framework.role(framework.level(here).role()).ladder();
    let rung = ladder.rung_of(here).filter(|_| ladder.is_certain(here))?;
    let rung = if said.has(Cue::Next) {
        rung.checked_add(1)
    } else {
        rung.checked_sub(1).filter(|_| said.has(Cue::Previous))
    };
    match ladder.rungs().get(rung?)?.as_slice() {
        [there] => Some(*there),
        _ => None,
    }
}

/// "Two steps up", "three levels below": how many rungs, and whether up.
fn steps(sight: &Sight<'_, '_>) -> Option<(usize, bool)> {
    let said = sight.said;
    let number = |at: usize| match said.text(at) {
        "two" | "2" | "couple" => Some(2),
        "three" | "3" => Some(3),
        "four" | "4" => Some(4),
        _ => None,
    };
    let is_step = |at: usize| {
        matches!(
            said.text(at),
            "levels" | "rungs" | "steps" | "grades" | "places" | "of"
        )
    };
    (0..said.tokens.len()).find_map(|at| {
        let steps = number(at)?;
        let way = (at + 1..said.tokens.len()).find(|at| !is_step(*at))?;
        match said.text(way) {
            "up" | "above" | "higher" | "on" | "beyond" => Some((steps, true)),
            "down" | "below" | "lower" | "under" | "beneath" => Some((steps, false)),
            _ => None,
        }
    })
}

/// "two levels below", "the level after next": further than a rung.
pub(super) fn is_further(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let text = |at: usize| said.text(at);
    (0..said.tokens.len()).any(|at| {
        let several = matches!(
            text(at),
            "two" | "three" | "four" | "2" | "3" | "4" | "couple"
        );
        let steps = matches!(
            text(at + 1),
            "levels" | "rungs" | "steps" | "grades" | "above" | "below" | "up" | "down"
        ) || text(at) == "couple";
        several && steps || text(at) == "after" && text(at + 1) == "next"
    })
}
