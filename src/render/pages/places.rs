//! Roles, levels, and the skills that they ask.

use super::draft::{Draft, count, row};
use crate::answer::{LevelFacts, RoleFacts, Spread, Standing};
use crate::framework::{Proficiency, Requirement, Role, RoleLevel};
use crate::question::{Position, Sought, Subject};
use crate::render::naming::{self, Names};
use crate::render::{Quote, Row, wording};

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
        let rows = facts
            .skills
            .iter()
            .map(|spread| spread_row(draft.names, spread))
            .collect();
        draft.rows(rows);
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

/// The skills that a level needs; where a proficiency is asked for, those at it with
/// their words, and the others by name.
pub(super) fn level_skills<'a>(
    mut draft: Draft<'a>,
    facts: &LevelFacts<'_>,
    at: Option<Proficiency>,
) -> Draft<'a> {
    let level = facts.level;
    head(&mut draft, facts);
    let name = draft.names.level(level);
    title_skills(&mut draft, &name, at);
    if level.requirements().is_empty() {
        draft.say(wording::no_skills(&name));
    } else if let Some(at) = at {
        let all = level.requirements();
        let is_there = |asked: &&Requirement| asked.proficiency() == Some(at);
        let (there, others): (Vec<_>, Vec<_>) = all.iter().partition(is_there);
        draft.say(wording::skills_at(there.len(), all.len(), at.name()));
        let number = there.len();
        asked(&mut draft, there);
        for other in &others {
            draft.cite(other.named_at());
        }
        let bare = |asked: &&Requirement| {
            let proficiency = naming::proficiency(asked.proficiency());
            let skill = Subject::Skill(asked.skill());
            row(draft.names.skill(asked.skill()), proficiency, skill)
        };
        let others = others.iter().map(bare).collect();
        draft.table(wording::heading_other_skills(number), others);
    } else {
        draft.say(by_proficiency(level.requirements()));
        asked(&mut draft, level.requirements());
    }
    draft.suggest_place(Position::Level(level.id()));
    suggest_next(&mut draft, level);
    draft.suggest_near(Position::Level(level.id()));
    draft
}

/// The skills that a role needs, over its levels.
pub(super) fn role_skills<'a>(
    mut draft: Draft<'a>,
    facts: &RoleFacts<'_>,
    at: Option<Proficiency>,
) -> Draft<'a> {
    let role = facts.role;
    let name = role.name().to_owned();
    title_skills(&mut draft, &name, at);
    draft.link(role.link());
    draft.cite(role.named_at());
    draft.say(wording::role_of_family(
        draft.names.framework.family(role.family()).name(),
    ));
    let levels = role.ladder().levels().count();
    if levels == 0 {
        draft.say(wording::no_levels(&name));
    }
    if facts.skills.is_empty() {
        draft.say(wording::no_skills(&name));
    } else if let Some(at) = at {
        let all = facts.skills.len();
        for asking in facts.skills.iter().flat_map(|spread| &spread.asked) {
            draft.cite(asking.requirement.named_at());
        }
        let is_there = |spread: &&Spread<'_>| spread.is_asked_at(at);
        let (there, others): (Vec<_>, Vec<_>) = facts.skills.iter().partition(is_there);
        draft.say(wording::skills_at_some_level(there.len(), all, at.name()));
        let bare = |spread: &&Spread<'_>| spread_row(draft.names, spread);
        let number = there.len();
        let (there, others) = (
            there.iter().map(bare).collect(),
            others.iter().map(bare).collect(),
        );
        draft.rows(there);
        draft.table(wording::heading_other_skills(number), others);
    } else if levels > 1 {
        draft.say(wording::skills_over_levels(facts.skills.len(), levels));
        for asking in facts.skills.iter().flat_map(|spread| &spread.asked) {
            draft.cite(asking.requirement.named_at());
        }
        let rows = facts
            .skills
            .iter()
            .map(|spread| spread_row(draft.names, spread))
            .collect();
        draft.rows(rows);
    } else {
        let only: Vec<&Requirement> = facts
            .skills
            .iter()
            .flat_map(|spread| &spread.asked)
            .map(|asking| asking.requirement)
            .collect();
        draft.say(by_proficiency(only.iter().copied()));
        asked(&mut draft, only);
    }
    if let Some(level) = role.ladder().levels().last() {
        let noun = draft.names.level_noun(draft.names.framework.level(level));
        if facts.namesake.is_none_or(|namesake| namesake.id() != level) {
            draft.suggest(wording::skills_needed(&noun));
        }
    }
    draft.suggest_place(Position::Role(role.id()));
    draft.suggest_near(Position::Role(role.id()));
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
fn head(draft: &mut Draft<'_>, facts: &LevelFacts<'_>) {
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

/// The title of the skills of a place.
fn title_skills(draft: &mut Draft<'_>, name: &str, at: Option<Proficiency>) {
    let plain = || wording::title_skills(name);
    let title = at.map_or_else(plain, |at| wording::title_skills_at(name, at.name()));
    draft.title(title);
}

/// Skills as rows, with what is asked in each.
fn asked<'r>(draft: &mut Draft<'_>, requirements: impl IntoIterator<Item = &'r Requirement>) {
    let rows = requirements
        .into_iter()
        .map(|requirement| draft.asked_row(requirement))
        .collect();
    draft.rows(rows);
}

/// How many skills there are at each proficiency, the highest first.
fn by_proficiency<'r>(requirements: impl IntoIterator<Item = &'r Requirement>) -> String {
    let known: Vec<_> = requirements
        .into_iter()
        .map(Requirement::proficiency)
        .collect();
    let at = |proficiency: Proficiency| {
        known
            .iter()
            .filter(|one| **one == Some(proficiency))
            .count()
    };
    let counts = Proficiency::ALL
        .into_iter()
        .rev()
        .map(|proficiency| (proficiency.name(), at(proficiency)));
    let counts: Vec<_> = counts.filter(|(_, number)| *number > 0).collect();
    wording::skills_by_proficiency(known.len(), &counts)
}

/// A skill over the levels of a role.
fn spread_row(names: Names<'_>, spread: &Spread<'_>) -> Row {
    row(
        names.skill(spread.skill.id()),
        spread_note(names, spread),
        Subject::Skill(spread.skill.id()),
    )
}

/// Which levels ask a skill, and how well; the shorter of the two lists.
pub(super) fn spread_note(names: Names<'_>, spread: &Spread<'_>) -> String {
    let range = range(spread);
    if spread.asked.iter().any(|asking| !asking.level.is_in_use()) {
        return range;
    }
    let (mut only, mut not) = (Vec::new(), Vec::new());
    if spread.asked.len() < spread.not_asked.len() {
        only = spread
            .asked
            .iter()
            .map(|asking| names.level(asking.level))
            .collect();
    } else {
        not = spread
            .not_asked
            .iter()
            .map(|level| names.level(level))
            .collect();
    }
    wording::spread(&range, only, not)
}

/// The proficiencies that a place asks; empty where none is known.
pub(super) fn range(spread: &Spread<'_>) -> String {
    spread.range().map_or(String::new(), |(lowest, highest)| {
        wording::range(
            &naming::proficiency(Some(lowest)),
            &naming::proficiency(Some(highest)),
        )
    })
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
