//! One of what the last answer listed or offered, chosen by its place or by a part of its
//! name: "the second one", "the pastry one".

use super::{Recognised, Sight, lists};
use crate::framework::{LevelId, Role, RoleId, RoleLevel, Seniority};
use crate::question::bound::skills_of;
use crate::question::conversation::context_position;
use crate::question::cue::Cue;
use crate::question::reading::Question;
use crate::question::rungs::{number_from_end, ordinal};
use crate::question::spoken_of::{is_called, is_one, shortest, stems};
use crate::question::subject::{Position, Subject};
use crate::question::token::{Gap, Token};
use crate::question::utterance::Utterance;
use crate::question::which_skill::asked_namesake;
use crate::question::{Context, Kind, Wanted};

/// "the second one": one of the list that the last answer showed.
pub(super) fn choice(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let results = listed(said.context);
    if results.is_empty() || !sight.bound.positions.is_empty() || !sight.rest().is_empty() {
        return None;
    }
    // "The second from the top" counts down.
    if chosen_pair(sight).is_some() || number_from_end(said).is_some() {
        return None;
    }
    let chosen = match place(said) {
        None if agrees(sight) => results.first()?,
        None if asks_for_the_other(sight) => {
            let is_it = |it: &&Subject| said.context.subjects.contains(it);
            results.iter().find(|it| !is_it(it))?
        }
        Some(place) => match results.get(place) {
            Some(chosen) => chosen,
            // There are not so many: which one of them is it?
            None => return Some(Recognised::which(results.iter().copied(), None)),
        },
        None if said.has(Cue::Last) => results.last()?,
        None => return None,
    };
    Some(compared(sight, *chosen).unwrap_or_else(|| about(sight, *chosen)))
}

/// The place in a list that the words say, the first is 0.
fn place(said: &Utterance<'_>) -> Option<usize> {
    let places = [Cue::First, Cue::Second, Cue::Third, Cue::Fourth, Cue::Fifth];
    places.iter().position(|cue| said.has(*cue))
}

/// The one of the list that the last answer showed that the words choose by its place.
pub(super) fn chosen(sight: &Sight<'_, '_>) -> Option<Subject> {
    listed(sight.said.context).get(place(sight.said)?).copied()
}

/// "Compare it with the first": the place that was spoken of and the chosen one.
fn compared(sight: &Sight<'_, '_>, chosen: Subject) -> Option<Recognised> {
    let said = sight.said;
    let other = chosen.position().filter(|_| said.has(Cue::Compare))?;
    let spoken_of = context_position(said).filter(|spoken_of| *spoken_of != other)?;
    let question = Question::Compare(spoken_of, other);
    Some(Recognised::in_context(question, spoken_of))
}

/// "Yes", after a question whether one thing is meant.
fn agrees(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let asked = said.context.kind == Some(Kind::Clarify) && said.context.results.len() == 1;
    let yes = matches!(
        said.text(0),
        "yes" | "yeah" | "yep" | "yup" | "y" | "correct"
    );
    asked && yes && said.tokens.iter().all(Token::is_filler)
}

/// "And the other one?", of two.
fn asks_for_the_other(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let of_two = listed(said.context).len() == 2 && said.context.subjects.len() == 1;
    // "What other jobs are close to it?" chooses none.
    let names = |at: usize| !matches!(said.text(at + 1), "" | "one" | "then" | "please");
    of_two && (0..said.tokens.len()).any(|at| said.text(at) == "other" && !names(at))
}

/// What the last answer showed, to be chosen from; or the list that its subject
/// was chosen from.
fn listed(context: &Context) -> &[Subject] {
    match context.kind {
        Some(Kind::Compare | Kind::SharedSkills | Kind::Progression) => &context.subjects,
        _ if !context.chosen_from.is_empty() => &context.chosen_from,
        Some(_) | None => &context.results,
    }
}

/// "the first and the third", "the first two", "both": two roles or levels of the
/// list that the last answer showed, in the order in which they are called.
pub(super) fn chosen_pair(sight: &Sight<'_, '_>) -> Option<(Position, Position)> {
    let said = sight.said;
    let is_end = |at: &usize| matches!(said.text(*at), "bottom" | "top");
    let others = !sight.bound.positions.is_empty() || !sight.rest().iter().all(is_end);
    if !said.asks_of_two() || others {
        return None;
    }
    // The rungs of a role are chosen from those, though the role was one of a list.
    let listed = match said.context.kind {
        Some(Kind::LevelsOfRole) => &said.context.results,
        Some(_) | None => listed(said.context),
    };
    let text = |at: usize| said.text(at);
    let place = |at: usize| match text(at) {
        "1" | "former" => Some(0),
        "2" | "latter" => Some(1),
        "3" => Some(2),
        "4" => Some(3),
        "5" => Some(4),
        "last" => listed.len().checked_sub(1),
        word => ordinal(word),
    };
    let all = 0..said.tokens.len();
    let are_two = |at: usize| matches!(text(at), "two" | "2" | "couple");
    let first_two = all.clone().any(|at| text(at) == "first" && are_two(at + 1));
    // "What sets the two apart?"
    let points = said.has_any(&[Cue::Both, Cue::Pointing]) || all.clone().any(are_two);
    let of_two = listed.len() == 2 && points;
    let mut places: Vec<usize> = all.filter_map(place).collect();
    if first_two || of_two && places.is_empty() {
        places = vec![0, 1];
    }
    // "The bottom two", of the levels of a role, which stand lowest first.
    let end_two = |end: &[&str]| {
        let mut all = 0..said.tokens.len();
        all.any(|at| end.contains(&text(at)) && are_two(at + 1))
    };
    if said.context.kind == Some(Kind::LevelsOfRole) {
        if end_two(&["bottom", "lowest"]) {
            places = vec![0, 1];
        } else if end_two(&["top", "highest", "last"]) {
            let second = listed.len().checked_sub(1)?;
            places = vec![second.checked_sub(1)?, second];
        }
    }
    let [first, second] = *places.as_slice() else {
        return None;
    };
    let position = |place: usize| listed.get(place)?.position();
    position(first).zip(position(second))
}

/// "the shop one", "business analyst", after a question which one is meant; "the glazing
/// one", after any list: the only one of it that has the words.
pub(super) fn named_choice(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    said.context.kind?;
    if let Some(chosen) = asked_by_place(sight) {
        return Some(about(sight, chosen));
    }
    // "Just the kitchen ones", after a list of roles.
    let many = (0..said.tokens.len()).any(|at| said.text(at) == "ones");
    if let Some(family) = lists::family_of_list(sight).filter(|_| many) {
        return Some(Recognised::sure(Question::ListRoles(Some(family)), 85));
    }
    if let Some(meant) = kept(said).filter(|_| sight.bound.names_nothing()) {
        return Some(about(sight, meant));
    }
    let called = the_one(sight).or_else(|| bare_choice(said))?;
    let fits = |choice: &&Subject| is_called(said, &called, **choice);
    let only = |list: &[Subject]| shortest(said, list.iter().filter(fits).copied());
    let chosen = only(listed(said.context)).or_else(|| only(&said.context.results));
    let chosen = chosen.or_else(|| not_listed(sight, &called).map(Subject::Level));
    let chosen = chosen.or_else(|| role_not_listed(sight, &called).map(Subject::Role))?;
    Some(about(sight, chosen))
}

/// "For pastry cooks", after a question which of several skills of a name is meant: the one
/// that the place asks.
fn asked_by_place(sight: &Sight<'_, '_>) -> Option<Subject> {
    let said = sight.said;
    let [placed] = sight.bound.positions.as_slice() else {
        return None;
    };
    let asked_back = said.context.kind == Some(Kind::Clarify);
    let before = placed.tokens.start.checked_sub(1);
    let leads = before.is_some_and(|at| matches!(said.text(at), "for" | "as" | "a"));
    if !(asked_back && leads && sight.rest().is_empty()) {
        return None;
    }
    let asked = skills_of(said.framework, placed.what);
    let is_asked = |it: &&Subject| it.skill().is_some_and(|skill| asked.contains(&skill));
    let mut fitting = said.context.results.iter().filter(is_asked);
    fitting.next().filter(|_| fitting.next().is_none()).copied()
}

/// "Drinks", after a question which manager is meant, of which only some were listed: the
/// role that has the words, and one that those of the list share.
fn role_not_listed(sight: &Sight<'_, '_>, called: &[usize]) -> Option<RoleId> {
    let said = sight.said;
    let listed = &said.context.results;
    let of_roles = listed.iter().all(|it| matches!(it, Subject::Role(_)));
    if said.context.kind != Some(Kind::Clarify) || !of_roles {
        return None;
    }
    let mut names = listed.iter().map(|it| stems(said, *it));
    let mut shared = names.next()?;
    for name in names {
        shared.retain(|stem| name.contains(stem));
    }
    let fits = |role: &&Role| {
        let stems = stems(said, Subject::Role(role.id()));
        is_called(said, called, Subject::Role(role.id()))
            && shared.iter().any(|stem| stems.contains(stem))
    };
    let mut fitting = said.framework.roles().iter().filter(fits);
    let only = fitting.next().filter(|_| fitting.next().is_none());
    only.map(Role::id)
}

/// "The pastry one", after a question which head cook is meant, of which only some were
/// listed: the level of that seniority that has the words, on the track that is asked for.
fn not_listed(sight: &Sight<'_, '_>, called: &[usize]) -> Option<LevelId> {
    let said = sight.said;
    let framework = said.framework;
    let asked_back = said.context.kind == Some(Kind::Clarify);
    let ranks = said.context.results.iter().map(|it| match it.position()? {
        Position::Level(level) => Some(framework.level(level).seniority()),
        Position::Role(_) => None,
    });
    let ranks: Vec<Seniority> = ranks.collect::<Option<_>>()?;
    let rank = *ranks.first().filter(|_| asked_back)?;
    if rank == Seniority::Unmarked || ranks.iter().any(|other| *other != rank) {
        return None;
    }
    let managing = said.has(Cue::Management) && !said.has(Cue::Technical);
    let fits = |level: &&RoleLevel| {
        let of_track = level.is_on_second_track() == managing;
        let of_rank = level.seniority() == rank && level.is_in_use();
        of_rank && of_track && is_called(said, called, Subject::Level(level.id()))
    };
    let mut fitting = framework.levels().iter().filter(fits);
    let only = fitting.next().filter(|_| fitting.next().is_none());
    only.map(RoleLevel::id)
}

/// "Pastry, not drinks", after a pastry cook: what was spoken of is meant indeed.
fn kept(said: &Utterance<'_>) -> Option<Subject> {
    let denies = |at: usize| said.text(at) == "not" && said.preamble.has(at);
    let [spoken_of] = *said.context.subjects.as_slice() else {
        return None;
    };
    let called = carrying(said).filter(|_| (0..said.tokens.len()).any(denies))?;
    is_called(said, &called, spoken_of).then_some(spoken_of)
}

/// "Business analyst", after a question which one is meant: the words, where they ask for
/// nothing else.
fn bare_choice(said: &Utterance<'_>) -> Option<Vec<usize>> {
    let asked_back = said.context.kind == Some(Kind::Clarify);
    // "No, sorry, meant pastry", after one of the choices.
    let meant = (0..said.tokens.len()).any(|at| matches!(said.text(at), "meant" | "mean"));
    let chooses_again = meant && !said.context.chosen_from.is_empty();
    (asked_back || chooses_again).then(|| carrying(said))?
}

/// The words that carry meaning and are not denied, where nothing is asked.
fn carrying(said: &Utterance<'_>) -> Option<Vec<usize>> {
    let says_track = |cue: Cue| matches!(cue, Cue::Management | Cue::Technical);
    // "Pastry, I mean" asks nothing by its "mean".
    let goes_on = |at: &usize| said.is_of(Cue::GoingOn, *at);
    let bare = said.cues.iter().all(|heard| {
        let is_small = heard.cue.is_small_talk() || says_track(heard.cue);
        is_small || heard.own.iter().all(goes_on)
    });
    // "DevOps. The management version", "pastry, not drinks".
    let carries = |at: &usize| {
        let token = &said.tokens[*at];
        !token.is_filler() && !is_one(said.text(*at)) && !said.preamble.has(*at)
    };
    let carrying: Vec<usize> = (0..said.tokens.len()).filter(carries).collect();
    (bare && !carrying.is_empty()).then_some(carrying)
}

/// "The glazing one": the words right before "one" that say which, where nothing else
/// stands in the question but what is asked of it. A seniority says which level.
fn the_one(sight: &Sight<'_, '_>) -> Option<Vec<usize>> {
    let said = sight.said;
    // "I'm on the pastry side", after a question which one is meant.
    let asked_back = said.context.kind == Some(Kind::Clarify);
    let is_side = |at: usize| asked_back && said.text(at) == "side";
    let one = (1..said.tokens.len()).find(|at| is_one(said.text(*at)) || is_side(*at))?;
    let says_which = |at: &usize| {
        let token = &said.tokens[*at];
        // "The management version" of the level that was spoken of.
        let is_track = said.is_of(Cue::Management, *at) || said.is_of(Cue::Technical, *at);
        let of_level = matches!(context_position(said), Some(Position::Level(_)));
        !(token.is_filler() || is_track && of_level)
            && said.seniorities[*at].is_none()
            && said.tokens[at + 1].gap == Gap::Space
    };
    let before: Vec<usize> = (0..one).rev().take_while(says_which).collect();
    let opens = one.checked_sub(before.len() + 1)?;
    // "The one about glazing".
    let about = before.is_empty() && matches!(said.text(one + 1), "about" | "on" | "with");
    let carries = |at: &usize| !said.is_filler(*at) && !said.is_cue(*at);
    let called: Vec<usize> = if about {
        (one + 2..said.tokens.len()).filter(carries).collect()
    } else {
        before
    };
    // "Just the ones about glazing", after all skills, may be many.
    let of_all = said.context.kind == Some(Kind::ListSkills) && said.text(one) == "ones";
    let is_definite = matches!(said.text(opens), "the" | "that" | "this") && !of_all;
    // "The pastry one, what does a head need?" asks of a level as well.
    let is_ranked = (0..said.tokens.len()).any(|at| said.seniorities[at].is_some());
    let last = called.last().copied().unwrap_or(one).max(one);
    let is_own = |at: &usize| (opens..=last).contains(at);
    let nothing_else = sight.rest().iter().all(is_own)
        && sight
            .bound
            .positions
            .iter()
            .all(|placed| placed.tokens.clone().all(|at| is_own(&at)))
        && sight
            .bound
            .skills
            .iter()
            .all(|placed| placed.tokens.clone().all(|at| is_own(&at)));
    (is_definite && !is_ranked && nothing_else && !called.is_empty() && !said.asks_of_two())
        .then_some(called)
}

/// The question about one thing of a list: of the kind that was asked before
/// the list was shown, where that can be; else the plain one.
fn about(sight: &Sight<'_, '_>, chosen: Subject) -> Recognised {
    let said = sight.said;
    let asked = [
        (Cue::Levels, Kind::LevelsOfRole),
        (Cue::Skills, Kind::LevelSkills),
        (Cue::Need, Kind::RolesNeedingSkill),
        (Cue::Next, Kind::Progression),
        (Cue::Similar, Kind::SimilarRoles),
    ];
    // Only a role has levels, and only a skill is needed.
    let can_be = |kind: Kind| {
        let of_levels = kind != Kind::LevelsOfRole || matches!(chosen, Subject::Role(_));
        of_levels && (kind != Kind::RolesNeedingSkill || chosen.skill().is_some())
    };
    let mut asked = asked.into_iter().filter(|(_, kind)| can_be(*kind));
    // "Sorry, should have said, pastry" asks for no need.
    let asks = |cue: Cue| {
        let mut heard = said.cues.iter().filter(|heard| heard.cue == cue);
        heard.any(|heard| !heard.own.iter().all(|at| said.is_of(Cue::GoingOn, *at)))
    };
    let asked = asked.find_map(|(cue, kind)| asks(cue).then_some(kind));
    // "What does expert look like for the first one?"
    let chosen = match (chosen.skill(), said.proficiencies.as_slice()) {
        (Some(skill), [(proficiency, _)]) => Subject::SkillAt(skill, *proficiency),
        _ => chosen,
    };
    // "Does the first one need any glazing?"
    if let (Some(place), [placed]) = (chosen.position(), sight.bound.skills.as_slice())
        && (asks(Cue::Need) || asks(Cue::HowMuch))
    {
        let skill = asked_namesake(said.framework, placed.what, place);
        return Recognised::in_context(Question::SkillAtLevel(skill, place), chosen);
    }
    // "What does the glazing one ask for?", after the skills of a place.
    let of_place = said.context.kind == Some(Kind::LevelSkills) && !said.has(Cue::Who);
    if let (Some(skill), Some(place), true) = (chosen.skill(), context_position(said), of_place)
        && (asked == Some(Kind::RolesNeedingSkill) || said.has(Cue::HowMuch))
    {
        let question = Question::SkillAtLevel(skill, place);
        return Recognised::in_context(question, chosen);
    }
    // "And the other?", after the skills of the one.
    // "And the other?", after who needs the one.
    let last = said.context.kind.filter(|_| said.has(Cue::GoingOn));
    let again = match last {
        Some(kind @ Kind::LevelSkills) => Some(kind.into()),
        Some(kind @ Kind::RolesNeedingSkill) if chosen.skill().is_some() => Some(kind.into()),
        _ => None,
    };
    let wanted = asked.map(Wanted::from).or(said.context.wanted).or(again);
    let question = wanted.map_or_else(|| Question::about(chosen), |wanted| wanted.question(chosen));
    Recognised::in_context(question, chosen)
}
