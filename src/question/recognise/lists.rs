//! The lists: families, roles, skills, and the levels of a role.

use super::{Recognised, Sight, skills};
use crate::framework::{FamilyId, Role, Seniority, fold};
use crate::question::Kind;
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::{context_position, context_role};
use crate::question::cue::{Cue, Heard};
use crate::question::mention::{Choice, Mention, Quality};
use crate::question::names::Named;
use crate::question::reading::{Question, Unclear};
use crate::question::settle::level_with;
use crate::question::subject::{Position, Subject};
use crate::question::utterance::Utterance;

/// "what role families are there"
pub(super) fn families(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // "What else is in that family?", after a role.
    let role = context_role(said).filter(|_| sight.bound.names_nothing());
    let points = (1..said.tokens.len()).any(|at| {
        let that = matches!(
            said.text(at - 1),
            "that" | "this" | "same" | "its" | "their"
        );
        that && said.is_of(Cue::Families, at)
    });
    if let (Some(role), true, true) = (role, points, said.has(Cue::Families)) {
        let family = said.framework.role(role).family();
        return Some(Recognised::in_context(
            Question::ListRoles(Some(family)),
            Subject::Role(role),
        ));
    }
    // "No, I mean everything, across the board", after the roles of one family.
    let everything = |at: usize| matches!(said.text(at), "everything" | "everywhere" | "all");
    let of_family = said.context.kind == Some(Kind::ListRoles) && sight.bound.names_nothing();
    let asks_else = said.has_any(&[Cue::Skills, Cue::Levels, Cue::Need, Cue::Duties]);
    if of_family
        && said.has(Cue::GoingOn)
        && (0..said.tokens.len()).any(everything)
        && sight.rest().is_empty()
        && !asks_else
    {
        return Some(Recognised::sure(Question::ListRoles(None), 80));
    }
    // "All the roles, every family", after those of one.
    let all = |at: usize| matches!(said.text(at), "all" | "every");
    if lists_roles(said) && said.has(Cue::List) && (0..said.tokens.len()).any(all) {
        return (said.context.kind == Some(Kind::ListRoles)
            && family(sight).is_none()
            && sight.rest().is_empty()
            && !said.has(Cue::Skills))
        .then(|| Recognised::sure(Question::ListRoles(None), 85));
    }
    let asked =
        said.has(Cue::Families) && family(sight).is_none() && sight.bound.positions.is_empty();
    asked.then(|| Recognised::sure(Question::ListFamilies, 95))
}

/// "which roles are in the Data family?", "list all roles"
pub(super) fn roles(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let family = family(sight);
    // "Roles in line cookery", where a line cook is a role as well.
    let is_family = |placed: &Placed<Position>| {
        let mut of_family = family.iter().map(|(_, mention)| &mention.tokens);
        let within =
            of_family.any(|of| of.start <= placed.tokens.start && placed.tokens.end <= of.end);
        within && placed.certainty < 100
    };
    let by_name =
        |placed: &Placed<Position>| placed.certainty >= skills::BY_NAME && !is_family(placed);
    // "Which roles have you got?" asks for all of them, "show me all levels of that job"
    // for its own.
    let needs = |heard: &Heard| {
        let own = |at: &usize| said.is_of(Cue::List, *at);
        heard.cue == Cue::Need && !heard.own.iter().all(own)
    };
    let of_role = context_role(said).is_some() || !sight.bound.positions.is_empty();
    let of_levels = said.has(Cue::Levels) && of_role;
    if sight.bound.positions.iter().any(by_name)
        || said.has(Cue::Skills)
        || said.has(Cue::Similar) && !lists_all(said)
        || said.has(Cue::Compare) && !said.has(Cue::Roles)
        || said.cues.iter().any(needs)
        || of_levels
    {
        return None;
    }
    let listed = lists_roles(said);
    let asked = said.has_any(&[Cue::Roles, Cue::Families, Cue::Who, Cue::List]);
    // "Who is the head of data?" asks for no list.
    let ranked = |mention: &Mention| {
        let mut ranks = (0..said.tokens.len()).filter(|at| said.seniorities[*at].is_some());
        ranks.any(|at| !mention.used.has(at))
    };
    if let Some((family, mention)) = family
        && !ranked(mention)
        && (asked || listed || is_all(sight, family, mention))
    {
        return Some(Recognised::sure(Question::ListRoles(Some(family)), 95));
    }
    // "Every single role please, doing a chart".
    let all = lists_every_role(said);
    let end = all.and_then(|at| said.next_clause(at));
    let told = |at: &usize| end.is_some_and(|end| *at >= end);
    let list = said.has(Cue::List)
        && said.has(Cue::Roles)
        && sight.rest().iter().all(told)
        && sight.bound.skills.is_empty();
    list.then(|| Recognised::sure(Question::ListRoles(None), 90))
}

/// "which roles have a trainee level?", "list all senior roles": the levels of that
/// seniority.
pub(super) fn levels_called(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let framework = said.framework;
    let family = family(sight);
    let mut seniorities = said.seniorities.iter().flatten();
    let seniority = *seniorities.next()?;
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
    let is_called = |role: &Role| Seniority::in_name(role.name()) == seniority;
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

/// "can I see a list of all the skills?"
pub(super) fn skills(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let bare = sight.bound.positions.is_empty()
        && sight.bound.skills.is_empty()
        && sight.rest().is_empty();
    let only_word = said.tokens.len() == 1 && said.context.kind.is_none();
    let is_total = |at: usize| {
        matches!(
            said.text(at),
            "all" | "every" | "everything" | "full" | "complete" | "whole" | "entire"
        ) || said.text(at) == "framework" && !said.has(Cue::Pointing)
            || said.text(at) == "are" && said.text(at + 1) == "there"
    };
    let total = (0..said.tokens.len()).any(is_total);
    // "A full list of them".
    let points = said.has(Cue::Pointing) && !total;
    let asks_else = said.has_any(&[Cue::Who, Cue::Similar, Cue::Shared]);
    let listed = said.has(Cue::List) && !points && !asks_else;
    // "Skills list", after a role, is of its own.
    let of_place = context_position(said).is_some() && !total;
    let goes_on = said.context.kind.is_some()
        && !(listed && total)
        && (of_place || said.has_any(&[Cue::Need, Cue::GoingOn]));
    // "Now the skills", after the list of roles.
    let of_all = lists_roles(said) && !said.has_any(&[Cue::Need, Cue::Who, Cue::Both]);
    let of_all = of_all && said.has(Cue::GoingOn);
    let wanted = (listed || only_word) && !goes_on || of_all;
    // "How many skill levels are there?"
    let wanted = wanted && !said.has(Cue::Proficiencies);
    (bare && said.has(Cue::Skills) && wanted).then(|| Recognised::sure(Question::ListSkills, 90))
}

/// "what are the levels of product manager?"
pub(super) fn levels(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
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
            let skill = fold(said.framework.skill(only.what).name());
            let of_skill = |role: &&Role| {
                let name = fold(role.name());
                name.strip_prefix(&skill)
                    .is_some_and(|rest| rest.starts_with(' '))
            };
            let mut roles = said.framework.roles().iter().filter(of_skill);
            let role = roles.next().filter(|_| roles.next().is_none())?;
            let climbs =
                (0..said.tokens.len()).any(|at| matches!(said.text(at), "ladder" | "career"));
            (climbs && sight.rest().is_empty())
                .then(|| Recognised::sure(Question::LevelsOfRole(role.id()), 80))
        }
        _ => None,
    }
}

/// "Every single role", "all the jobs": where every role is asked for.
fn lists_every_role(said: &Utterance<'_>) -> Option<usize> {
    let is_role = |at: usize| {
        matches!(
            said.text(at),
            "role" | "roles" | "job" | "jobs" | "post" | "posts"
        )
    };
    let near = |at: usize| (at + 1..=at + 3).any(is_role);
    (0..said.tokens.len()).find(|at| matches!(said.text(*at), "every" | "all") && near(*at))
}

/// "All of them": whether a list of everything is asked for.
pub(super) fn lists_all(said: &Utterance<'_>) -> bool {
    let all = |at: usize| said.text(at) == "all" && matches!(said.text(at + 1), "of" | "the");
    said.has(Cue::List) && said.has(Cue::Roles) && (0..said.tokens.len()).any(all)
}

/// Whether the last answer was a list of families, or of the roles of one.
fn lists_roles(said: &Utterance<'_>) -> bool {
    matches!(
        said.context.kind,
        Some(Kind::ListRoles | Kind::ListFamilies)
    )
}

/// "The testing one", "the roles on the software side": a word by which a family is
/// called, where lists are spoken of.
fn is_called(said: &Utterance<'_>, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let before = mention.tokens.start.checked_sub(1);
    let within = before.is_some_and(|at| said.text(at) == "in") && end == said.tokens.len();
    let names = within
        || matches!(
            said.text(end),
            "one" | "ones" | "side" | "lot" | "bunch" | "crowd" | "roles" | "jobs"
        );
    // "And testing?", after the roles of another.
    let other = |at: usize| {
        !(mention.tokens.contains(&at) || said.is_filler(at) || said.is_of(Cue::GoingOn, at))
    };
    let bare = said.has(Cue::GoingOn) && !(0..said.tokens.len()).any(other);
    let names = names || bare && lists_roles(said);
    let of_lists = lists_roles(said) || said.context.kind == Some(Kind::ListSkills);
    of_lists && names
}

/// Whether the name of a family, of more than one everyday word, is all that is
/// said.
fn is_all(sight: &Sight<'_, '_>, family: FamilyId, mention: &Mention) -> bool {
    let said = sight.said;
    let as_written = |choice: &Choice| {
        choice.is_complete() && matches!(choice.quality, Quality::Exact | Quality::Short)
    };
    let is_short = || fold(said.framework.family(family).name()) != said.text(mention.tokens.start);
    let more = mention.used.len() > 1 || is_short();
    let other = |at: usize| !mention.used.has(at) && !said.is_filler(at);
    mention.choices.iter().any(as_written) && more && !(0..said.tokens.len()).any(other)
}

/// The family that is named. Its name is often one everyday word ("Data"), so
/// only the words beside "family", or behind "in", count, and all of it must be
/// said, or at least two words that it starts with.
fn family<'s>(sight: &Sight<'s, '_>) -> Option<(FamilyId, &'s Mention)> {
    let said = sight.said;
    let beside = |mention: &Mention| {
        let word = |at: usize| said.tokens.get(at).map_or("", |token| token.text());
        let before = mention.tokens.start.checked_sub(1).map_or("", word);
        let behind = word(mention.tokens.end);
        let is_family = |word: &str| {
            matches!(
                word,
                "family" | "families" | "group" | "area" | "profession" | "part" | "roles" | "jobs"
            )
        };
        is_family(behind)
            || is_called(said, mention)
            || is_family(before)
            || matches!(before, "in" | "under" | "within" | "the" | "for" | "of")
            || said.has_any(&[Cue::Families, Cue::List])
            || mention.used.len() > 1
            || said.tokens.len() == 1
            || lists_roles(said)
    };
    // "In charge of data governance", where that is a skill and "Data" a family.
    let within_skill = |mention: &Mention| {
        let mut skills = sight.bound.skills.iter().map(|placed| &placed.tokens);
        skills.any(|of| {
            let within = of.start <= mention.tokens.start && mention.tokens.end <= of.end;
            within && of.len() > mention.tokens.len()
        })
    };
    let unexplained = sight.rest();
    said.families.iter().find_map(|mention| {
        let choice = mention.choices.first().filter(|choice| {
            // "And software?", after the roles of another.
            let opens = lists_roles(said) && choice.is_first_word();
            let is_only = is_called(said, mention) && mention.choices.len() == 1;
            choice.is_complete() || choice.is_start() || opens || is_only
        })?;
        let rest = unexplained
            .iter()
            .filter(|at| !mention.used.has(**at))
            .count();
        match choice.named {
            Named::Family(family) if beside(mention) && rest == 0 && !within_skill(mention) => {
                Some((family, mention))
            }
            Named::Family(_) | Named::Role(_) | Named::Level(_) | Named::Skill(_) => None,
        }
    })
}
