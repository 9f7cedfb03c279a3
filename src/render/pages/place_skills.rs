//! The skills that a role or a level asks.

use super::draft::{Draft, row};
use super::places::{head, suggest_next};
use crate::answer::{LevelFacts, RoleFacts, Spread};
use crate::framework::{Proficiency, Requirement};
use crate::question::{Position, Subject};
use crate::render::naming::{self, Names};
use crate::render::{Row, wording};

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
        let number = there.len();
        let there = spread_rows(draft.names, there);
        let others = spread_rows(draft.names, others);
        draft.rows(there);
        draft.table(wording::heading_other_skills(number), others);
    } else if levels > 1 {
        draft.say(wording::skills_over_levels(facts.skills.len(), levels));
        for asking in facts.skills.iter().flat_map(|spread| &spread.asked) {
            draft.cite(asking.requirement.named_at());
        }
        draft.rows(spread_rows(draft.names, &facts.skills));
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

/// The title of the skills of a place.
fn title_skills(draft: &mut Draft<'_>, name: &str, at: Option<Proficiency>) {
    let plain = || wording::title_skills(name);
    let title = at.map_or_else(plain, |at| wording::title_skills_at(name, at.name()));
    draft.title(title);
}

/// Skills as rows, with what is asked in each.
pub(super) fn asked<'r>(
    draft: &mut Draft<'_>,
    requirements: impl IntoIterator<Item = &'r Requirement>,
) {
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

/// Skills over the levels of a role, a row each.
pub(super) fn spread_rows<'s, 'a: 's>(
    names: Names<'_>,
    skills: impl IntoIterator<Item = &'s Spread<'a>>,
) -> Vec<Row> {
    let skills = skills.into_iter();
    skills.map(|spread| spread_row(names, spread)).collect()
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
