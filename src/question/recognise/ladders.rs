//! The levels of a role, and those of a seniority.

use super::lists::family;
use super::{Recognised, Sight};
use crate::framework::Role;
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::{context_position, context_role};
use crate::question::cue::{Cue, Heard, OF_LADDERS};
use crate::question::reading::{Question, Unclear};
use crate::question::settle::{level_with, role_named_after};
use crate::question::subject::{Position, Subject};

/// "which roles have a trainee level?", "list all senior roles": the levels of that
/// seniority.
pub(super) fn levels_called(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let mut seniorities = said.seniorities.iter().flatten();
    let seniority = *seniorities.next()?;
    let family = family(sight);
    let are_roles = |at: usize| {
        let roles = ["roles", "jobs", "posts", "positions", "levels", "ones"];
        roles.contains(&said.text(at))
    };
    let is_there = said.cues.iter().any(|heard| {
        let opens = matches!(said.text(heard.tokens.start), "is" | "are" | "any");
        heard.cue == Cue::Who && opens
    });
    // "Are there any other chiefs?"
    let others = |at: usize| {
        let is_rank = said.seniorities.get(at + 1).is_some_and(Option::is_some);
        said.text(at) == "other" && is_rank && said.text(at + 1).ends_with('s')
    };
    let is_there = is_there || said.has(Cue::List) && (0..said.tokens.len()).any(others);
    let of_roles = (0..said.tokens.len()).any(are_roles) || is_there;
    let with_one = (0..said.tokens.len()).any(|at| said.text(at) == "with");
    let asks = said.has_any(&[Cue::List, Cue::Who]) || with_one;
    let asks = asks || family.is_some() || said.tokens.len() == 2;
    let asks_more = said.has_any(&[
        Cue::Skills,
        Cue::Similar,
        Cue::Compare,
        Cue::Progress,
        Cue::Next,
        Cue::Previous,
        Cue::Pointing,
        Cue::Duties,
    ]);
    // A level of the role that was spoken of has no words of its own.
    let within = |at: usize| family.is_some_and(|(_, mention)| mention.tokens.contains(&at));
    let has_words = |placed: &Placed<Position>| {
        let own = |at: usize| said.seniorities[at].is_none() && !said.is_filler(at);
        let mut words = placed.tokens.clone().filter(|at| own(*at));
        words.any(|at| !within(at)) || placed.certainty == 100 && words.next().is_some()
    };
    let names_another =
        sight.bound.positions.iter().any(has_words) || !sight.bound.skills.is_empty();
    let bare =
        sight.rest().iter().all(|at| within(*at)) && seniorities.all(|other| *other == seniority);
    if !(of_roles && asks && bare) || asks_more || names_another {
        return None;
    }
    let family = family.map(|(family, _)| family);
    let roles = framework.roles().iter();
    let roles = roles.filter(|role| family.is_none_or(|family| role.family() == family));
    let has_any = roles
        .clone()
        .any(|role| level_with(framework, role.id(), seniority).is_some());
    // "Chief data officer" is a role without levels.
    let is_called = |role: &Role| role.seniority() == seniority;
    if !has_any && roles.clone().any(is_called) {
        // "Are there any other chiefs?", where those of one family are called so.
        let called = || roles.clone().filter(|role| is_called(role));
        let family = called().next()?.family();
        let of_one = called().all(|role| role.family() == family);
        let all = framework.roles_of(family).all(is_called);
        return (of_one && all).then(|| Recognised::sure(Question::ListRoles(Some(family)), 85));
    }
    let question = if has_any {
        Question::ListLevels(seniority, family)
    } else {
        let all = 0..said.tokens.len();
        let first = all.clone().find(|at| said.seniorities[*at].is_some())?;
        let last = all.rev().find(|at| !said.is_filler(*at))?;
        Question::NoMatch(Unclear::NotInFramework {
            what: said.typed(first..last.max(first) + 1).to_owned(),
            near: Vec::new(),
        })
    };
    Some(Recognised::sure(question, 85))
}

/// "what are the levels of product manager?"
pub(super) fn levels(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.has_any(&OF_LADDERS) {
        return None;
    }
    let how_much = said.has(Cue::HowMuch) && !sight.bound.skills.is_empty();
    let of_skills = said.has(Cue::Skills) || said.has(Cue::Need) && !sight.bound.skills.is_empty();
    // "The highest one" of a ladder whose top is not certain.
    let of_role = |placed: &Placed<Position>| matches!(placed.what, Position::Role(_));
    let of_ladder = said.has_any(&[
        Cue::HighestLevel,
        Cue::LowestLevel,
        Cue::Highest,
        Cue::Lowest,
    ]) && sight.bound.positions.iter().all(of_role);
    // "Bottom rung, what would I be doing?" is of one level.
    let is_end = |heard: &Heard| matches!(heard.cue, Cue::LowestLevel | Cue::HighestLevel);
    let of_end = |at: &usize| {
        let mut ends = said.cues.iter().filter(|heard| is_end(heard));
        ends.any(|heard| heard.own.contains(at))
    };
    let lists = |heard: &Heard| heard.cue == Cue::Levels && !heard.own.iter().all(of_end);
    let lists = said.cues.iter().any(lists);
    // "Same rung but pastry", after a level.
    let same =
        (1..said.tokens.len()).any(|at| said.text(at - 1) == "same" && said.is_of(Cue::Levels, at));
    let of_level = same && matches!(context_position(said), Some(Position::Level(_)));
    if !(lists || of_ladder) || how_much || of_skills || of_level {
        return None;
    }
    match sight.bound.positions.as_slice() {
        [placed] => Some(Recognised::sure(
            Question::LevelsOfRole(role_of(said.framework, placed.what)),
            placed.certainty,
        )),
        [] if sight.bound.unclear_positions.is_empty()
            && sight.bound.skills.is_empty()
            && sight.bound.near.is_empty() =>
        {
            let role = context_role(said)?;
            Some(Recognised::in_context(
                Question::LevelsOfRole(role),
                Subject::Role(role),
            ))
        }
        // "All the rungs of a cook, from trainee to head".
        [first, rest @ ..] if !rest.is_empty() => {
            let role = |placed: &Placed<Position>| role_of(said.framework, placed.what);
            let of_one = rest.iter().all(|placed| role(placed) == role(first));
            let all = (0..said.tokens.len()).any(|at| said.text(at) == "all");
            (of_one && all)
                .then(|| Recognised::sure(Question::LevelsOfRole(role(first)), first.certainty))
        }
        // "Pastry career ladder", where pastry is a skill that a role's name starts with.
        [] => {
            let [only] = sight.bound.skills.as_slice() else {
                return None;
            };
            let role = role_named_after(said.framework, only.what)?;
            let climbs =
                (0..said.tokens.len()).any(|at| matches!(said.text(at), "ladder" | "career"));
            (climbs && sight.rest().is_empty())
                .then(|| Recognised::sure(Question::LevelsOfRole(role.id()), 80))
        }
        _ => None,
    }
}
