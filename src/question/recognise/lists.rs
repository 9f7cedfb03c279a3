//! The lists: families, roles and skills.

use super::{Recognised, Sight, skills};
use crate::framework::{FamilyId, fold};
use crate::question::Kind;
use crate::question::bound::Placed;
use crate::question::conversation::{context_position, context_role};
use crate::question::cue::{Cue, Heard};
use crate::question::mention::{Choice, Mention, Quality};
use crate::question::names::Named;
use crate::question::reading::Question;
use crate::question::subject::{Position, Subject};
use crate::question::utterance::Utterance;

/// "what role families are there"
pub(super) fn families(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.has(Cue::Families) && !lists_roles(said) {
        return None;
    }
    // "What else is in that family?", after a role.
    let role = context_role(said).filter(|_| sight.bound.names_nothing());
    let points = (1..said.tokens.len()).any(|at| {
        let that = matches!(
            said.text(at - 1),
            "that" | "this" | "same" | "its" | "their"
        );
        that && said.is_of(Cue::Families, at)
    });
    let role = role.filter(|_| family(sight).is_none());
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
    if said.families.is_empty() && !said.has(Cue::List) {
        return None;
    }
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

/// "can I see a list of all the skills?"
pub(super) fn skills(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let bare = sight.bound.positions.is_empty()
        && sight.bound.skills.is_empty()
        && sight.rest().is_empty();
    if !bare || !said.has(Cue::Skills) {
        return None;
    }
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
    wanted.then(|| Recognised::sure(Question::ListSkills, 90))
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

/// The family that is named out of a list of families or roles.
pub(super) fn family_of_list(sight: &Sight<'_, '_>) -> Option<FamilyId> {
    let is_listed = lists_roles(sight.said);
    let (family, _) = is_listed.then(|| family(sight))??;
    Some(family)
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
    // "The testing family".
    let is_family = matches!(said.text(end), "family" | "families");
    of_lists && names || is_family
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
pub(super) fn family<'s>(sight: &Sight<'s, '_>) -> Option<(FamilyId, &'s Mention)> {
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
