//! What it takes to get from one level to another, or what comes next.

use super::differences;
use super::draft::Draft;
use super::places::{ladder, suggest_next};
use crate::answer::{Comparison, LevelComparison, Outlook, Progression};
use crate::framework::{Role, RoleLevel};
use crate::question::Position;
use crate::render::wording;

/// A way up.
pub(super) fn progression<'a>(mut draft: Draft<'a>, way: &Progression<'_>) -> Draft<'a> {
    let from = way.from.level.map_or_else(
        || draft.names.place(way.from.position),
        |level| draft.names.level(level),
    );
    match way.to {
        Some(to) => {
            let to = to.level.map_or_else(
                || draft.names.place(to.position),
                |level| draft.names.level(level),
            );
            draft.title(wording::title_way(&from, &to));
        }
        None => draft.title(wording::title_next(&from)),
    }
    for settled in [Some(way.from), way.to].into_iter().flatten() {
        if let (true, Some(level)) = (settled.is_narrowed(), settled.level) {
            let role = draft.names.framework.role(level.role());
            let levels = draft.names.framework.levels_of(role.id()).count();
            draft.say(wording::narrowed(level.name(), role.name(), levels));
        }
    }
    match &way.outlook {
        Outlook::Named(Comparison::Levels(found)) => step(&mut draft, found),
        Outlook::Named(Comparison::Places(found)) => differences::places(&mut draft, found),
        Outlook::Next(found) => {
            draft.say(wording::next_is(&from, &draft.names.level(found.second)));
            step(&mut draft, found);
        }
        Outlook::Tracks(found) => {
            draft.say(wording::next_are(&from, targets(&draft, found)));
            steps(&mut draft, found);
        }
        Outlook::Uncertain(found) => {
            draft.say(wording::next_could_be(&from, targets(&draft, found)));
            if found.is_empty() {
                list_levels(&mut draft, way);
            }
            steps(&mut draft, found);
        }
        Outlook::Top(level) => top(&mut draft, level),
        Outlook::Unordered(level) => {
            let role = draft.names.framework.role(level.role());
            ladder(&mut draft, role);
            suggest_ways(&mut draft, level, role);
        }
        Outlook::WhichLevel(role) => which_level(&mut draft, role, way),
        Outlook::NoLevels(role) => {
            draft.say(wording::no_next(role.name()));
            draft.cite(role.named_at());
            draft.suggest_near(Position::Role(role.id()));
            draft.suggest_place(Position::Role(role.id()));
        }
    }
    draft
}

/// One step, and where to go on from it.
fn step(draft: &mut Draft<'_>, found: &LevelComparison<'_>) {
    differences::levels(draft, found, false);
    draft.suggest_place(Position::Level(found.second.id()));
    suggest_next(draft, found.second);
    draft.suggest_near(Position::Level(found.first.id()));
}

/// Several possible steps, one after the other.
fn steps(draft: &mut Draft<'_>, found: &[LevelComparison<'_>]) {
    for step in found {
        let (first, second) = (
            draft.names.level(step.first),
            draft.names.level(step.second),
        );
        draft.heading(wording::title_way(&first, &second));
        differences::levels(draft, step, false);
        draft.suggest(wording::way(
            &draft.names.level_noun(step.first),
            &draft.names.level_noun(step.second),
        ));
    }
}

fn targets(draft: &Draft<'_>, found: &[LevelComparison<'_>]) -> Vec<String> {
    found
        .iter()
        .map(|step| draft.names.level(step.second))
        .collect()
}

fn top(draft: &mut Draft<'_>, level: &RoleLevel) {
    let role = draft.names.framework.role(level.role());
    draft.say(wording::top(&draft.names.level(level), role.name()));
    draft.cite(level.named_at());
    draft.suggest_near(Position::Level(level.id()));
    draft.suggest(wording::levels_had(
        &draft.names.place_noun(Position::Role(role.id())),
    ));
}

fn list_levels(draft: &mut Draft<'_>, way: &Progression<'_>) {
    let framework = draft.names.framework;
    ladder(
        draft,
        framework.role(crate::answer::role_of(framework, way.from.position)),
    );
}

/// The levels from which the way could start.
fn which_level(draft: &mut Draft<'_>, role: &Role, way: &Progression<'_>) {
    draft.say(wording::which_level(role.name()));
    ladder(draft, role);
    let framework = draft.names.framework;
    let levels: Vec<_> = role
        .ladder()
        .levels()
        .map(|id| framework.level(id))
        .collect();
    match way.to.and_then(|to| to.level) {
        Some(target) => {
            for level in levels.iter().filter(|level| level.id() != target.id()) {
                draft.suggest(wording::way(
                    &draft.names.level_noun(level),
                    &draft.names.level_noun(target),
                ));
            }
        }
        None => {
            for level in levels {
                draft.suggest(wording::what_comes_after(&draft.names.level_noun(level)));
            }
        }
    }
}

/// From a level to each other level of its role.
fn suggest_ways(draft: &mut Draft<'_>, from: &RoleLevel, role: &Role) {
    let framework = draft.names.framework;
    for id in role.ladder().levels().filter(|id| *id != from.id()) {
        let other = draft.names.level_noun(framework.level(id));
        draft.suggest(wording::way(&draft.names.level_noun(from), &other));
    }
}
