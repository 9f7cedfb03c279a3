//! Roles and levels.

use super::draft::{Draft, count, row};
use super::place_skills::{asked, spread_rows};
use crate::answer::{LevelFacts, RoleFacts, Standing};
use crate::framework::{Role, RoleLevel};
use crate::question::{Position, Sought, Subject};
use crate::render::{Quote, wording};

/// What was asked about a place for yes or no: the lines that have it, or that there
/// are none.
pub(super) fn sought<'a>(mut draft: Draft<'a>, sought: &Sought, subjects: &[Subject]) -> Draft<'a> {
    let Some(place) = subjects.first() else {
        return draft;
    };
    if sought.lines.is_empty() {
        let name = draft.names.subject(*place);
        draft.say(wording::not_said_of(&name, &sought.words));
    } else {
        draft.heading(wording::heading_sought(&sought.words));
        draft.quotes(sought.lines.iter().map(Quote::found).collect());
    }
    draft
}

/// What a role is and does, and its levels.
pub(super) fn role<'a>(mut draft: Draft<'a>, facts: &RoleFacts<'_>) -> Draft<'a> {
    let role = facts.role;
    let name = role.name().to_owned();
    draft.title(&name);
    draft.link(role.link());
    draft.cite(role.named_at());
    draft.say(wording::role_of_family(
        draft.names.framework.family(role.family()).name(),
    ));
    if let Some(level) = facts.namesake {
        draft.say(wording::namesake(&name, level.name()));
    }
    let levels = role.ladder().levels().count();
    let held = [
        (count(role.duties()), wording::duties(count(role.duties()))),
        (levels, wording::levels(levels)),
        (facts.skills.len(), wording::skills(facts.skills.len())),
    ];
    let held: Vec<_> = held
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, told)| told)
        .collect();
    if !held.is_empty() {
        draft.say(wording::holds(held));
    }
    if role.about().is_empty() && role.duties().is_empty() {
        draft.say(wording::nothing_described(&name));
    }
    draft.quote(role.about());
    draft.section(wording::heading_duties(), role.duties());
    ladder(&mut draft, role);
    if facts.skills.is_empty() {
        draft.say(wording::no_skills(&name));
    } else {
        draft.heading(wording::heading_skills());
        draft.say(wording::skills_in_all(facts.skills.len(), levels));
        draft.rows(spread_rows(draft.names, &facts.skills));
    }
    suggest_role(&mut draft, facts);
    draft
}

/// What one level of a role does, and its skills.
pub(super) fn level<'a>(mut draft: Draft<'a>, facts: &LevelFacts<'_>) -> Draft<'a> {
    let level = facts.level;
    let role = draft.names.framework.role(level.role());
    head(&mut draft, facts);
    let held = [
        (
            count(level.responsibilities()),
            wording::responsibilities(count(level.responsibilities())),
        ),
        (
            level.requirements().len(),
            wording::skills(level.requirements().len()),
        ),
    ];
    let held: Vec<_> = held
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, told)| told)
        .collect();
    if !held.is_empty() {
        draft.say(wording::holds(held));
    }
    if level.about().is_empty() && !role.about().is_empty() {
        draft.say(wording::about_instead(role.name()));
        draft.quote(role.about());
    }
    draft.quote(level.about());
    if level.responsibilities().is_empty() && !role.duties().is_empty() {
        draft.heading(wording::heading_duties());
        draft.say(wording::duties_instead(role.name()));
        draft.quote(role.duties());
    }
    draft.section(
        wording::heading_responsibilities(),
        level.responsibilities(),
    );
    if level.requirements().is_empty() {
        draft.say(wording::no_skills(level.name()));
    } else {
        draft.heading(wording::heading_skills());
        asked(&mut draft, level.requirements());
    }
    suggest_next(&mut draft, level);
    draft.suggest_near(Position::Level(level.id()));
    if role.ladder().levels().nth(1).is_some() {
        draft.suggest(wording::levels_had(
            &draft.names.place_noun(Position::Role(level.role())),
        ));
    }
    for asked in level.requirements().iter().take(2) {
        draft.suggest_skill(draft.names.framework.skill(asked.skill()));
    }
    draft
}

/// The ladder of a role.
pub(super) fn levels_of_role<'a>(mut draft: Draft<'a>, facts: &RoleFacts<'_>) -> Draft<'a> {
    let role = facts.role;
    draft.title(wording::title_levels(role.name()));
    draft.link(role.link());
    draft.cite(role.named_at());
    draft.say(wording::role_of_family(
        draft.names.framework.family(role.family()).name(),
    ));
    ladder(&mut draft, role);
    let levels: Vec<_> = draft
        .names
        .framework
        .levels_of(role.id())
        .map(RoleLevel::id)
        .collect();
    match levels.as_slice() {
        [first, .., last] => {
            let framework = draft.names.framework;
            draft.suggest_place(Position::Level(*last));
            draft.suggest(wording::difference(
                &draft.names.level_noun(framework.level(*first)),
                &draft.names.level_noun(framework.level(*last)),
            ));
        }
        [only] => draft.suggest_place(Position::Level(*only)),
        [] => draft.suggest_place(Position::Role(role.id())),
    }
    draft.suggest(wording::skills_needed(
        &draft.names.place_noun(Position::Role(role.id())),
    ));
    draft
}

/// The levels of a role as rows, and what is not certain about their order.
pub(super) fn ladder(draft: &mut Draft<'_>, role: &Role) {
    let ladder = role.ladder();
    let name = role.name().to_owned();
    if ladder.levels().next().is_none() {
        draft.say(wording::no_levels(&name));
        return;
    }
    let framework = draft.names.framework;
    draft.heading(wording::heading_levels(ladder.is_ordered()));
    if !ladder.is_ordered() {
        draft.say(wording::order_unknown(&name));
    } else if !ladder.contested().is_empty() {
        let contested = ladder
            .contested()
            .iter()
            .map(|id| draft.names.level(framework.level(*id)));
        draft.say(wording::contested(contested.collect()));
    }
    let mut rows = Vec::new();
    for rung in ladder.rungs() {
        for id in rung {
            let level = framework.level(*id);
            draft.cite(level.named_at());
            let is_certain = ladder.is_certain(*id) || !ladder.is_ordered();
            let beside = rung
                .iter()
                .filter(|other| *other != id && ladder.is_ordered() && is_certain);
            let beside = beside
                .map(|other| draft.names.level(framework.level(*other)))
                .collect();
            let note = wording::rung_note(level.requirements().len(), beside, is_certain);
            rows.push(row(draft.names.level(level), note, Subject::Level(*id)));
        }
    }
    draft.rows(rows);
}

/// What is said of a level before anything else.
pub(super) fn head(draft: &mut Draft<'_>, facts: &LevelFacts<'_>) {
    let framework = draft.names.framework;
    let role = framework.role(facts.level.role());
    draft.title(draft.names.level(facts.level));
    draft.link(role.link());
    draft.cite(facts.level.named_at());
    let named = |levels: &[&RoleLevel]| {
        levels
            .iter()
            .map(|level| draft.names.level(level))
            .collect()
    };
    let standing = match &facts.standing {
        Standing::Rung { rung, of, beside } => wording::rung(*rung, *of, named(beside)),
        Standing::Contested(levels) => wording::contested(named(levels)),
        Standing::Unordered => wording::order_unknown(role.name()),
    };
    draft.say(wording::level_of_role(
        role.name(),
        framework.family(role.family()).name(),
        &standing,
    ));
}

/// What comes after a level, as a question; what lies below it at the top.
pub(super) fn suggest_next(draft: &mut Draft<'_>, level: &RoleLevel) {
    let framework = draft.names.framework;
    let ladder = framework.role(level.role()).ladder();
    let noun = draft.names.level_noun(level);
    match ladder.next_after(level.id()).as_slice() {
        [next] => {
            let next = draft.names.level_noun(framework.level(*next));
            draft.suggest(wording::way(&noun, &next));
        }
        [_, ..] => draft.suggest(wording::what_comes_after(&noun)),
        [] => {
            let below = ladder
                .rung_of(level.id())
                .and_then(|rung| rung.checked_sub(1));
            let below = below.and_then(|rung| ladder.rungs()[rung].first());
            if let Some(below) = below.filter(|below| **below != level.id()) {
                let below = draft.names.level_noun(framework.level(*below));
                draft.suggest(wording::difference(&below, &noun));
            }
        }
    }
}

fn suggest_role(draft: &mut Draft<'_>, facts: &RoleFacts<'_>) {
    let noun = draft.names.place_noun(Position::Role(facts.role.id()));
    let top = facts.role.ladder().levels().last();
    if let Some(level) = facts.namesake.map(RoleLevel::id).or(top) {
        draft.suggest_place(Position::Level(level));
    }
    draft.suggest(wording::skills_needed(&noun));
    draft.suggest_near(Position::Role(facts.role.id()));
}
