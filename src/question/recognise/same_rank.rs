//! The last question of another place, where what was spoken of says which of its levels:
//! the same seniority, the same two, the same tracks.

use super::again::{preposition, proficiency};
use super::pairs::of_two;
use super::{Recognised, Sight};
use crate::framework::{RoleId, RoleLevel, Seniority, SkillId};
use crate::question::Kind;
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::context_position;
use crate::question::cue::Cue;
use crate::question::reading::{Question, Unclear};
use crate::question::settle::level_with;
use crate::question::spoken_of::stems;
use crate::question::subject::{Position, Subject};
use crate::question::utterance::Utterance;

/// "And in pastry?", after a senior cook: the level of the same seniority there.
pub(super) fn same_rank(
    sight: &Sight<'_, '_>,
    kind: Kind,
    placed: &Placed<Position>,
) -> Option<Recognised> {
    let said = sight.said;
    let (Position::Role(role), Some(Position::Level(level))) =
        (placed.what, context_position(said))
    else {
        return None;
    };
    let seniority = said.framework.level(level).seniority();
    let mut before = (0..placed.tokens.start).rev();
    let before = before.find(|at| !said.tokens[*at].marks.determiner)?;
    // "Same but pastry".
    let same = before > 0 && said.text(before - 1) == "same" && said.text(before) == "but";
    // "And a pastry one?"
    let one = matches!(
        said.text(placed.tokens.end),
        "one" | "equivalent" | "version"
    );
    // "I meant pastry."
    let meant = |at: usize| matches!(said.text(at), "meant" | "mean" | "sorry");
    let says_so = (0..said.tokens.len()).any(meant) || said.has_any(&[Cue::Instead, Cue::Again]);
    let corrects = says_so && placed.certainty < 100;
    // "And portfolio?", by what somebody works in.
    let last = said.tokens[placed.tokens.end - 1].marks;
    let article = placed.tokens.start.checked_sub(1);
    let article = article.is_some_and(|at| said.tokens[at].marks.determiner);
    let is_field = !(last.title || last.profession || article) && placed.certainty < 100;
    let of_field = said.has(Cue::GoingOn) && is_field;
    let keeps = said.text(before) == "in" || same || one || corrects || of_field;
    if !keeps || seniority == Seniority::Unmarked {
        return None;
    }
    let track = said.framework.level(level).is_on_second_track();
    let fits = |it: &&RoleLevel| it.seniority() == seniority && it.is_on_second_track() == track;
    let on_track = said.framework.levels_of(role).find(fits).map(RoleLevel::id);
    let level_there = on_track.or_else(|| level_with(said.framework, role, seniority));
    let question = match (level_there, kind) {
        (Some(level), Kind::Level) => Question::Level(level),
        (Some(level), Kind::LevelSkills) => {
            Question::LevelSkills(Position::Level(level), proficiency(said))
        }
        (None, Kind::Level | Kind::LevelSkills) => no_such_level(role, seniority),
        _ => return None,
    };
    Some(Recognised::in_context(question, Position::Level(level)))
}

/// "And in glazing?", after a head of porters, where there is a head of glazing and a skill
/// of that name.
pub(super) fn of_its_discipline(
    sight: &Sight<'_, '_>,
    kind: Kind,
    placed: &Placed<SkillId>,
) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let Some(Position::Level(spoken_of)) = context_position(said) else {
        return None;
    };
    let within = placed.tokens.start.checked_sub(1);
    let within = within.is_some_and(|at| matches!(said.text(at), "in" | "for" | "of"));
    let rank = framework.level(spoken_of).seniority();
    let of_place = matches!(kind, Kind::Level | Kind::LevelSkills);
    if !within || !of_place || rank == Seniority::Unmarked {
        return None;
    }
    let fits = |level: &&RoleLevel| {
        let stems = stems(said, Subject::Level(level.id()));
        let mut carrying = placed.tokens.clone().filter(|at| !said.is_filler(*at));
        let has_all = carrying.all(|at| stems.contains(&said.tokens[at].stem));
        level.seniority() == rank && has_all
    };
    let mut fitting = framework.levels().iter().filter(fits);
    let level = fitting.next().filter(|_| fitting.next().is_none())?.id();
    let question = if kind == Kind::Level {
        Question::Level(level)
    } else {
        Question::LevelSkills(Position::Level(level), proficiency(said))
    };
    Some(Recognised::in_context(question, Position::Level(spoken_of)))
}

/// "And for the head?", after the two tracks of another rung: the two tracks of its own.
pub(super) fn both_tracks(
    said: &Utterance<'_>,
    (first, second): (Position, Position),
    place: Position,
) -> Option<(Position, Position)> {
    let rung = |position: Position| {
        let Position::Level(level) = position else {
            return None;
        };
        let role = said.framework.role(said.framework.level(level).role());
        role.ladder()
            .rung_of(level)
            .map(|rung| role.ladder().rungs()[rung].as_slice())
    };
    let beside = rung(first)? == rung(second)? && rung(first)? != rung(place)?;
    match rung(place)? {
        [one, other] if beside => Some((Position::Level(*one), Position::Level(*other))),
        _ => None,
    }
}

/// "And for a baker?", after a senior and a head cook: the two levels of a baker.
pub(super) fn of_same_ranks(
    said: &Utterance<'_>,
    kind: Kind,
    (first, second): (Position, Position),
    place: Position,
) -> Option<Question> {
    let framework = said.framework;
    let rank = |position: Position| match position {
        Position::Level(level) => Some(framework.level(level).seniority()),
        Position::Role(_) => None,
    };
    let role = role_of(framework, place);
    let of_one = role_of(framework, first) == role_of(framework, second);
    let whole = rank(place).is_none_or(|rank| rank == Seniority::Unmarked);
    let beside = matches!(
        preposition(said),
        Some("with" | "against" | "vs" | "versus")
    );
    let (one, other) = (rank(first)?, rank(second)?);
    if !of_one || role == role_of(framework, first) || !whole || beside || one == other {
        return None;
    }
    let level = |rank: Seniority| {
        if rank == Seniority::Unmarked {
            framework.namesake(role).map(RoleLevel::id)
        } else {
            level_with(framework, role, rank)
        }
    };
    Some(match (level(one), level(other)) {
        (Some(one), Some(other)) => of_two(kind, (Position::Level(one), Position::Level(other)))?,
        (None, _) => no_such_level(role, one),
        (_, None) => no_such_level(role, other),
    })
}

/// That a role has no level of a seniority.
pub(super) fn no_such_level(role: RoleId, rank: Seniority) -> Question {
    Question::NoMatch(Unclear::NoSuchLevel {
        role,
        what: rank.word().to_owned(),
    })
}

/// "What about a head cook instead?", after a cook and a baker: the one of the two that is
/// of its role makes room for it; and which one stays.
pub(super) fn in_place_of(
    said: &Utterance<'_>,
    (first, second): (Position, Position),
    place: Position,
) -> Option<((Position, Position), Position)> {
    let role = |position| role_of(said.framework, position);
    let of_first = role(place) == role(first);
    let of_second = role(place) == role(second);
    match (of_first, of_second) {
        (true, false) => Some(((place, second), second)),
        (false, true) => Some(((first, place), first)),
        (true, true) | (false, false) => None,
    }
}
