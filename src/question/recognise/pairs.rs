//! Two roles or levels beside each other: which two, what they share, what is near.

use super::compare::{asks_of_each, lacks, of_both_tracks};
use super::same_rank::in_place_of;
use super::similar::{is_ruled_out, where_somebody_is};
use super::skills::{asks_of_oneself, points_at_it, speaks_of_skill};
use super::{Recognised, Sight, choosing};
use crate::framework::{LevelId, RoleId};
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::context_position;
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Correction, Question};
use crate::question::spoken_of::stems;
use crate::question::subject::Position;
use crate::question::utterance::Utterance;
use crate::question::{Kind, Subject};
use crate::search::StemId;

/// "what skills do a data engineer and a data analyst have in common?"
pub(super) fn shared(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.has_any(&[Cue::Shared, Cue::Both]) {
        return None;
    }
    // "Why do we have both? What's the difference?"
    // "Does a baker have to have it too?", after a skill: of the skill.
    let of_skill = said.context.kind.is_some_and(speaks_of_skill) && points_at_it(sight);
    // "The second of those against a baker" is held against it.
    let against = (0..said.tokens.len()).any(|at| matches!(said.text(at), "against" | "vs"));
    // "Can I have the senior ones as well?", after the skills of another level.
    let again =
        said.context.kind == Some(Kind::LevelSkills) && says_also(said) && asks_to_see(said);
    let of_one = of_skill && sight.bound.positions.len() == 1;
    // "The lowest of those".
    let of_one = of_one || said.has_any(&[Cue::LowestLevel, Cue::HighestLevel]);
    // "Is there a baker too?"
    let there = said.text(0) == "is" && said.text(1) == "there";
    let there = there && sight.bound.positions.len() == 1;
    let both = said.has(Cue::Both)
        && !(again || against || of_one || there)
        && !(said.has_any(&[Cue::Compare, Cue::Progress]) || lacks(sight) || asks_of_each(sight))
        && said.has_any(&[Cue::Skills, Cue::Need, Cue::Pointing]);
    // "Are there other roles with much the same skills as hers?"
    let looks = said.has(Cue::Similar) && said.has(Cue::Roles);
    let elsewhere = || {
        sight
            .bound
            .positions
            .iter()
            .all(|it| is_ruled_out(sight, it))
    };
    let looks = looks && sight.bound.skills.is_empty() && elsewhere();
    if !said.has(Cue::Shared) && !both || looks {
        return None;
    }
    let (first, second, from_context) = pair(sight)?;
    (first != second).then_some(())?;
    Some(found(
        sight,
        Question::SharedSkills(first, second),
        from_context,
    ))
}

/// "Can I have", "could we see".
pub(super) fn asks_to_see(said: &Utterance<'_>) -> bool {
    let mut all = 2..said.tokens.len();
    all.any(|at| {
        let sees = matches!(said.text(at), "have" | "see" | "get");
        let who = matches!(said.text(at - 1), "i" | "we");
        sees && who && matches!(said.text(at - 2), "can" | "could" | "may")
    })
}

/// Whether "both" is said by nothing but "as well".
fn says_also(said: &Utterance<'_>) -> bool {
    let mut both = said.cues.iter().filter(|heard| heard.cue == Cue::Both);
    let is_also = |at: &usize| matches!(said.text(*at), "as" | "well" | "also" | "too");
    said.has(Cue::Both) && both.all(|heard| heard.own.iter().all(is_also))
}

/// Two are put beside each other at a time. Where more are named, it is said which
/// ones they are.
pub(super) fn two_of_many(sight: &Sight<'_, '_>, question: &Question) -> Option<Correction> {
    let (Question::Compare(first, second)
    | Question::SharedSkills(first, second)
    | Question::Progression(first, Some(second))) = question
    else {
        return None;
    };
    let (one, other) = sight.bound.two_positions()?;
    let positions = sight.bound.positions.as_slice();
    let is_another = |placed: &&Placed<Position>| ![one.what, other.what].contains(&placed.what);
    positions.iter().find(is_another)?;
    let tokens = positions.first()?.tokens.start..positions.last()?.tokens.end;
    let name = |position: &Position| match position {
        Position::Role(role) => sight.said.framework.role(*role).name(),
        Position::Level(level) => sight.said.framework.level(*level).name(),
    };
    Some(Correction {
        typed: sight.said.typed(tokens).to_owned(),
        read: format!("{} and {}", name(first), name(second)),
    })
}

/// The two positions that are meant; one of them or both from the
/// conversation, or the other track of the same level, where fewer are
/// mentioned.
pub(super) fn pair(sight: &Sight<'_, '_>) -> Option<(Position, Position, Option<Position>)> {
    let said = sight.said;
    if let Some((first, second)) = sight.bound.two_positions() {
        return Some((first.what, second.what, None));
    }
    if let Some(only) = sight.bound.positions.first() {
        let against = |at: usize| matches!(said.text(at), "against" | "vs" | "v" | "versus");
        let of_both = said.has_any(&[Cue::Compare, Cue::Shared, Cue::Both])
            || (0..said.tokens.len()).any(against);
        if let Some(twin) = twin(sight, only).filter(|_| of_both) {
            return Some((only.what, twin, None));
        }
        if !sight.bound.unclear_positions.is_empty() {
            return None;
        }
        let two = two_of_a_rank(sight, only);
        let (first, second) = two.or_else(|| Some((held_against(sight, only)?, only.what)))?;
        return Some((first, second, Some(first)));
    }
    let chosen = choosing::chosen_pair(sight);
    let bare = sight.rest().is_empty() && sight.bound.skills.is_empty();
    let (first, second) = chosen.or_else(|| bare.then(|| two_spoken_of(sight))?)?;
    Some((first, second, Some(first)))
}

/// What was spoken of that the only place that is named is put beside.
fn held_against(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Position> {
    let said = sight.said;
    let spoken_of = spoken_of(said);
    // "How does the first one differ from a baker?"
    let chosen = choosing::chosen(sight).and_then(Subject::position);
    // "Which of their skills does a baker have too?", after two levels of a cook.
    let role = |place| role_of(said.framework, place);
    let of_role = |(one, other): (Position, Position)| {
        let apart = role(one) == role(other) && role(one) != role(only.what);
        apart.then(|| Position::Role(role(one)))
    };
    let their = (0..said.tokens.len()).any(|at| said.text(at) == "their");
    let whole = spoken_of.filter(|_| their).and_then(of_role);
    // "And for the management version instead?", after another level and this one's twin.
    let beside = spoken_of.filter(|(_, second)| are_beside(said, *second, only.what));
    let beside = beside.map(|(first, _)| first);
    // "How does it compare with the senior one?", after a cook and a baker: the one of the
    // two that is of its role makes room for it.
    let compared = said.context.kind == Some(Kind::Compare);
    let stays = || {
        let pair = spoken_of.filter(|_| compared)?;
        Some(in_place_of(said, pair, only.what)?.1)
    };
    let here = || {
        if asks_of_oneself(said) {
            where_somebody_is(sight)
        } else {
            context_position(said)
        }
    };
    let other = chosen.or(whole).or(beside).or_else(stays).or_else(here);
    other.filter(|other| *other != only.what)
}

/// Two that were spoken of, where the words name none.
fn two_spoken_of(sight: &Sight<'_, '_>) -> Option<(Position, Position)> {
    let said = sight.said;
    if let Some(tracks) = tracks_spoken_of(sight) {
        return Some(tracks);
    }
    // "How do the two differ?", after which role is nearest to one.
    let two = (0..said.tokens.len()).any(|at| said.text(at) == "two");
    if two && said.context.kind == Some(Kind::SimilarRoles) {
        let nearest = said.context.results.first();
        let nearest = nearest.and_then(|it| it.position());
        if let (Some(nearest), Some(here)) = (nearest, context_position(said)) {
            return Some(of_one_kind(sight, here, nearest));
        }
    }
    let positions = |subjects: &[Subject]| -> Vec<Position> {
        subjects.iter().filter_map(|it| it.position()).collect()
    };
    match positions(&said.context.subjects).as_slice() {
        [first, second] => Some((*first, *second)),
        // "Compare them": what was spoken of, and what before that.
        [only] => Some((*positions(&said.context.before).last()?, *only)),
        _ => None,
    }
}

/// "What do those two leads share?", after one lead and then another.
fn two_of_a_rank(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<(Position, Position)> {
    let said = sight.said;
    let of_two = |at: usize| matches!(said.text(at), "two" | "both");
    let rank = |position: Position| match position {
        Position::Level(level) => Some(said.framework.level(level).seniority()),
        Position::Role(_) => None,
    };
    let says_rank = only.tokens.clone().all(|at| said.seniorities[at].is_some());
    let before = said.context.before.last()?.position()?;
    let both = (0..said.tokens.len()).any(of_two) && says_rank && before != only.what;
    (both && rank(before).is_some() && rank(before) == rank(only.what))
        .then_some((before, only.what))
}

/// "The technical against the management version?", "what changes for the management
/// version?", after a level that has both: the two.
fn tracks_spoken_of(sight: &Sight<'_, '_>) -> Option<(Position, Position)> {
    let said = sight.said;
    // "What changes for the management version?"
    let says_one = said.has_any(&[Cue::Management, Cue::Technical]);
    let spoken_of = context_position(said).filter(|_| of_both_tracks(sight) || says_one)?;
    let Position::Level(level) = spoken_of else {
        return None;
    };
    let role = said.framework.role(said.framework.level(level).role());
    let rung = &role.ladder().rungs()[role.ladder().rung_of(level)?];
    let mut others = rung.iter().filter(|other| **other != level);
    let other = others.next().filter(|_| others.next().is_none())?;
    Some((spoken_of, Position::Level(*other)))
}

/// The other track of a level: management beside technical.
fn twin(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> Option<Position> {
    let said = sight.said;
    let Position::Level(level) = placed.what else {
        return None;
    };
    // "The difference between the two lead ones".
    let two = (0..said.tokens.len()).any(|at| said.text(at) == "two");
    // The track of the level's own name says no other one.
    let says_track = |heard: &Heard| {
        let apart = heard.own.iter().any(|at| !placed.tokens.contains(at));
        matches!(heard.cue, Cue::Management | Cue::Technical) && apart
    };
    if !two && !said.cues.iter().any(says_track) {
        return None;
    }
    let ladder = said
        .framework
        .role(said.framework.level(level).role())
        .ladder();
    let rung = &ladder.rungs()[ladder.rung_of(level)?];
    rung.iter()
        .find(|other| **other != level)
        .map(|other| Position::Level(*other))
}

/// Where one of two is a level and the other its whole role, the level that has
/// the role's name is meant by the role.
pub(super) fn of_one_kind(
    sight: &Sight<'_, '_>,
    first: Position,
    second: Position,
) -> (Position, Position) {
    let framework = sight.said.framework;
    let namesake = |role: RoleId| {
        framework
            .namesake(role)
            .map(|level| Position::Level(level.id()))
    };
    let same_role = |role: RoleId, level: LevelId| framework.level(level).role() == role;
    match (first, second) {
        (Position::Role(role), Position::Level(level)) if same_role(role, level) => {
            (namesake(role).unwrap_or(first), second)
        }
        (Position::Level(level), Position::Role(role)) if same_role(role, level) => {
            (first, namesake(role).unwrap_or(second))
        }
        pair => pair,
    }
}

/// Whether two positions are of one role.
pub(super) fn of_one_role(sight: &Sight<'_, '_>, first: Position, second: Position) -> bool {
    role_of(sight.said.framework, first) == role_of(sight.said.framework, second)
}

pub(super) fn found(
    sight: &Sight<'_, '_>,
    question: Question,
    from: Option<Position>,
) -> Recognised {
    if let Some(position) = from {
        return Recognised::in_context(question, position);
    }
    let certainty = sight
        .bound
        .positions
        .iter()
        .map(|placed| placed.certainty)
        .min();
    Recognised::sure(question, certainty.unwrap_or_default())
}

/// "Swap the baker for a porter": one of the two that were put beside each other makes room
/// for another.
pub(super) fn instead(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let (first, second) = spoken_of(said).filter(|_| said.has(Cue::Instead))?;
    let role = |place| role_of(said.framework, place);
    let roles = [role(first), role(second)];
    // "Swap the baker for the head one": the whole role of one of the two is what goes.
    let several = sight.bound.positions.len() > 1;
    let is_whole = |place: Position| match place {
        Position::Role(role) => several && roles.contains(&role),
        Position::Level(_) => false,
    };
    let is_new = |placed: &&Placed<Position>| {
        ![first, second].contains(&placed.what) && !is_whole(placed.what)
    };
    let mut new = sight.bound.positions.iter().filter(is_new);
    let new = new.next().filter(|_| new.next().is_none())?;
    // "A baker instead of the cook", after a cook and a porter.
    let goes = |place: Position| {
        let mut named = sight.bound.positions.iter().filter(|it| it.what == place);
        named.any(|it| {
            let mut before = (0..it.tokens.start).rev();
            let before = before.find(|at| !said.tokens[*at].marks.determiner);
            before.is_some_and(|at| said.is_of(Cue::Instead, at))
        })
    };
    let by_name = goes(first) || goes(second);
    // The words for the one that goes may be a part of its name.
    let carrying = |at: &usize| !new.tokens.contains(at) && !said.is_filler(*at);
    let own = |at: &usize| carrying(at) && !said.is_cue(*at) && said.text(*at) != "person";
    let gone: Vec<Option<StemId>> = (0..said.tokens.len())
        .filter(own)
        .map(|at| said.tokens[at].stem)
        .collect();
    let is_gone = |place: Position| {
        if by_name {
            return goes(place);
        }
        let stems = stems(said, place.into());
        let has = |stem: &Option<StemId>| stem.is_some() && stems.contains(stem);
        !gone.is_empty() && gone.iter().all(has)
    };
    if gone.is_empty() && !by_name {
        let (pair, stays) = in_place_of(said, (first, second), new.what)?;
        let question = of_two(said.context.kind?, pair)?;
        return Some(Recognised::in_context(question, stays));
    }
    let (pair, stays) = match (is_gone(first), is_gone(second)) {
        (true, false) => ((new.what, second), second),
        (false, true) => ((first, new.what), first),
        (true, true) | (false, false) => return None,
    };
    let question = of_two(said.context.kind?, pair)?;
    Some(Recognised::in_context(question, stays))
}

/// The two places that the conversation is about.
pub(super) fn spoken_of(said: &Utterance<'_>) -> Option<(Position, Position)> {
    let [first, second] = *said.context.subjects.as_slice() else {
        return None;
    };
    first.position().zip(second.position())
}

/// Whether two levels stand side by side on a rung.
pub(super) fn are_beside(said: &Utterance<'_>, one: Position, other: Position) -> bool {
    let (Position::Level(one), Position::Level(other)) = (one, other) else {
        return false;
    };
    let role = said.framework.level(one).role();
    let ladder = said.framework.role(role).ladder();
    let of_role = said.framework.level(other).role() == role;
    let rung = ladder.rung_of(one);
    of_role && one != other && rung.is_some() && rung == ladder.rung_of(other)
}

/// What was asked of two places, of these two.
pub(super) fn of_two(kind: Kind, (one, other): (Position, Position)) -> Option<Question> {
    if kind == Kind::Compare {
        Some(Question::Compare(one, other))
    } else if kind == Kind::SharedSkills {
        Some(Question::SharedSkills(one, other))
    } else if kind == Kind::Progression {
        Some(Question::Progression(one, Some(other)))
    } else {
        None
    }
}
