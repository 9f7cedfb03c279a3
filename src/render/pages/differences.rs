//! How two places differ, and what they have in common.

use super::draft::{Draft, row};
use super::place_skills::range;
use crate::answer::{
    Change, Comparison, LevelComparison, PlaceComparison, SideBySide, Sides, Spread,
};
use crate::documents::Statement;
use crate::question::{Position, Subject};
use crate::render::{Row, naming, wording};

/// How two levels or roles differ.
pub(super) fn compare<'a>(mut draft: Draft<'a>, comparison: &Comparison<'_>) -> Draft<'a> {
    match comparison {
        Comparison::Levels(found) => {
            let (first, second) = (
                draft.names.level(found.first),
                draft.names.level(found.second),
            );
            draft.title(wording::title_compare(&first, &second));
            levels(&mut draft, found, true);
            suggest_levels(&mut draft, found);
        }
        Comparison::Places(found) => {
            let (first, second) = (
                draft.names.place(found.first),
                draft.names.place(found.second),
            );
            draft.title(wording::title_compare(&first, &second));
            places(&mut draft, found);
        }
    }
    draft
}

/// What two places have in common.
pub(super) fn shared_skills<'a>(mut draft: Draft<'a>, found: &PlaceComparison<'_>) -> Draft<'a> {
    let (first, second) = (
        draft.names.place(found.first),
        draft.names.place(found.second),
    );
    draft.title(wording::title_shared(&first, &second));
    if found.first == found.second {
        draft.say(wording::one_and_the_same(&first));
    } else if found.shared.is_empty() {
        draft.say(wording::nothing_shared(&first, &second));
    } else {
        draft.say(counts(found, &first, &second));
    }
    shared(&mut draft, found, &first, &second);
    for place in [found.first, found.second] {
        cite_place(&mut draft, place);
    }
    let (one, other) = (
        draft.names.place_noun(found.first),
        draft.names.place_noun(found.second),
    );
    if found.first != found.second {
        draft.suggest(wording::difference(&one, &other));
    }
    draft.suggest(wording::skills_needed(&one));
    draft.suggest(wording::skills_needed(&other));
    draft
}

/// How a second level differs from a first; with what each is where they are
/// compared as strangers, not as steps.
pub(super) fn levels(draft: &mut Draft<'_>, found: &LevelComparison<'_>, as_strangers: bool) {
    let (first, second) = (
        draft.names.level(found.first),
        draft.names.level(found.second),
    );
    draft.cite(found.first.named_at());
    draft.cite(found.second.named_at());
    if found.first.id() == found.second.id() {
        draft.say(wording::one_and_the_same(&first));
        return;
    }
    draft.say(summary(found, &second));
    if as_strangers {
        draft.section(first.clone(), found.first.about());
    }
    draft.section(second.clone(), found.second.about());
    let rows = found
        .higher
        .iter()
        .map(|change| changed_row(draft, change, true))
        .collect();
    draft.table(wording::heading_higher(&second), rows);
    let rows = found
        .new
        .iter()
        .map(|asked| draft.asked_row(asked))
        .collect();
    draft.table(wording::heading_new(&second), rows);
    let rows = found
        .reworded
        .iter()
        .map(|change| draft.asked_row(change.to))
        .collect();
    draft.table(wording::heading_reworded(&second), rows);
    let rows = found
        .lower
        .iter()
        .map(|change| changed_row(draft, change, false))
        .collect();
    draft.table(wording::heading_lower(&second), rows);
    let gone = found
        .gone
        .iter()
        .map(|asked| draft.named_row(asked, naming::proficiency(asked.proficiency())));
    let rows = gone.collect();
    draft.table(wording::heading_gone(&second), rows);
    let same = found.same.iter();
    let rows = same
        .map(|change| draft.named_row(change.to, naming::proficiency(change.to.proficiency())))
        .collect();
    draft.table(wording::heading_same(), rows);
    side_by_side(draft, &found.responsibilities, &first, &second);
}

/// How two places differ that are not both levels.
pub(super) fn places(draft: &mut Draft<'_>, found: &PlaceComparison<'_>) {
    let (first, second) = (
        draft.names.place(found.first),
        draft.names.place(found.second),
    );
    if found.first == found.second {
        draft.say(wording::one_and_the_same(&first));
        cite_place(draft, found.first);
        draft.suggest(wording::skills_needed(&draft.names.place_noun(found.first)));
        draft.suggest_near(found.first);
        return;
    }
    draft.say(counts(found, &first, &second));
    for (place, name) in [(found.first, &first), (found.second, &second)] {
        cite_place(draft, place);
        let about = about(draft, place);
        draft.section(name.clone(), about);
    }
    side_by_side(draft, &found.duties, &first, &second);
    shared(draft, found, &first, &second);
    for (only, name) in [(&found.only_first, &first), (&found.only_second, &second)] {
        let rows = only.iter().map(|spread| only_row(draft, spread)).collect();
        draft.table(wording::heading_only(name), rows);
    }
    let (one, other) = (
        draft.names.place_noun(found.first),
        draft.names.place_noun(found.second),
    );
    draft.suggest(wording::in_common(&one, &other));
    draft.suggest(wording::skills_needed(&one));
    draft.suggest(wording::skills_needed(&other));
}

/// The changes in numbers.
fn summary(found: &LevelComparison<'_>, second: &str) -> String {
    if found.asks_the_same() {
        return if found.same.is_empty() {
            wording::no_skills_to_compare()
        } else {
            wording::no_skill_differs()
        };
    }
    let changes = [
        (found.higher.len(), wording::higher()),
        (found.new.len(), wording::new()),
        (found.reworded.len(), wording::reworded()),
        (found.lower.len(), wording::lower()),
        (found.gone.len(), wording::gone()),
        (found.same.len(), wording::same()),
    ];
    wording::skill_changes(second, &changes)
}

fn counts(found: &PlaceComparison<'_>, first: &str, second: &str) -> String {
    let (only_first, only_second) = (found.only_first.len(), found.only_second.len());
    wording::shared_counts(
        found.shared.len(),
        (first, only_first),
        (second, only_second),
    )
}

/// A skill whose proficiency changes, with what is asked then where wanted.
fn changed_row(draft: &mut Draft<'_>, change: &Change<'_>, in_words: bool) -> Row {
    let of = naming::proficiency;
    let note = wording::change(&of(change.from.proficiency()), &of(change.to.proficiency()));
    draft.cite(change.from.named_at());
    if in_words {
        Row {
            note,
            ..draft.asked_row(change.to)
        }
    } else {
        draft.named_row(change.to, note)
    }
}

/// The skills that two places share, with what each asks.
fn shared(draft: &mut Draft<'_>, found: &PlaceComparison<'_>, first: &str, second: &str) {
    let sides_row = |sides: &Sides<'_>| {
        let note = wording::both_sides(
            (first, &range(&sides.first)),
            (second, &range(&sides.second)),
        );
        let skill = sides.first.skill.id();
        row(draft.names.skill(skill), note, Subject::Skill(skill))
    };
    let rows = found.shared.iter().map(sides_row).collect();
    for asking in found
        .shared
        .iter()
        .flat_map(|sides| sides.first.asked.iter().chain(&sides.second.asked))
    {
        draft.cite(asking.requirement.named_at());
    }
    draft.table(wording::heading_shared(), rows);
}

/// A skill that one place alone asks.
fn only_row(draft: &mut Draft<'_>, spread: &Spread<'_>) -> Row {
    for asking in &spread.asked {
        draft.cite(asking.requirement.named_at());
    }
    row(
        draft.names.skill(spread.skill.id()),
        range(spread),
        Subject::Skill(spread.skill.id()),
    )
}

/// What is done at two places; what both say once.
fn side_by_side(draft: &mut Draft<'_>, found: &SideBySide<'_>, first: &str, second: &str) {
    draft.section(
        wording::heading_done_only_by(first),
        found.only_first.iter().copied(),
    );
    draft.section(
        wording::heading_done_only_by(second),
        found.only_second.iter().copied(),
    );
    draft.section(wording::heading_done_by_both(), found.both.iter().copied());
}

/// What the framework says that a place is.
fn about<'a>(draft: &Draft<'a>, place: Position) -> &'a [Statement] {
    let framework = draft.names.framework;
    match place {
        Position::Role(role) => framework.role(role).about(),
        Position::Level(level) => framework.level(level).about(),
    }
}

fn cite_place(draft: &mut Draft<'_>, place: Position) {
    let framework = draft.names.framework;
    match place {
        Position::Role(role) => draft.cite(framework.role(role).named_at()),
        Position::Level(level) => draft.cite(framework.level(level).named_at()),
    }
}

fn suggest_levels(draft: &mut Draft<'_>, found: &LevelComparison<'_>) {
    draft.suggest_place(Position::Level(found.second.id()));
    if found.first.id() == found.second.id() {
        super::places::suggest_next(draft, found.first);
        return;
    }
    draft.suggest_place(Position::Level(found.first.id()));
    let (first, second) = (
        draft.names.level_noun(found.first),
        draft.names.level_noun(found.second),
    );
    draft.suggest(wording::in_common(&first, &second));
}
