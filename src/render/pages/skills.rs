//! Skills, and what the proficiencies of them mean.

use super::draft::{Draft, row};
use crate::answer::{
    AskedInWords, AskedSkill, Asking, Needed, Needs, ProficiencyWords, SkillAtWords, SkillFacts,
    words_of,
};
use crate::framework::{Definition, Proficiency};
use crate::question::{Position, Subject};
use crate::render::naming::{self, Names};
use crate::render::{Quote, Row, wording};

/// How many wordings of a skill are told where the framework does not define
/// it in general.
const WORDINGS: usize = 6;

/// What a skill is, its proficiencies, and who needs it.
pub(super) fn skill<'a>(mut draft: Draft<'a>, facts: &SkillFacts<'_>) -> Draft<'a> {
    let skill = facts.skill;
    draft.title(skill.name().to_owned());
    draft.link(skill.link());
    draft.cite(skill.named_at());
    draft.say(wording::skill_needed_by(facts.needs.len()));
    draft.quote(skill.about());
    let rows: Vec<_> = Proficiency::ALL
        .into_iter()
        .map(|at| definition_row(skill.at(at), at, skill.id()))
        .collect();
    if rows.iter().any(|row| !row.quotes.is_empty()) {
        draft.table(wording::heading_proficiencies(), rows);
    } else {
        if skill.about().is_empty() {
            draft.say(wording::skill_not_described());
        }
        wordings(&mut draft, wording::heading_asked(), &facts.asked);
    }
    let rows = facts
        .needs
        .iter()
        .map(|needs| range_row(draft.names, needs))
        .collect();
    draft.table(wording::heading_who_needs(), rows);
    let noun = draft.names.skill_noun(skill.id());
    if let Some(needs) = facts.needs.first() {
        let place = draft.names.place_noun(level_or_role(needs));
        draft.suggest(wording::how_much(&noun, &place));
    }
    draft.suggest(wording::who_needs(&noun));
    if skill.at(Proficiency::Expert).is_defined() {
        draft.suggest(wording::looks_like(&noun, Proficiency::Expert.name()));
    }
    draft
}

/// What one skill asks at one place.
pub(super) fn skill_at_level<'a>(mut draft: Draft<'a>, facts: &AskedSkill<'_>) -> Draft<'a> {
    let framework = draft.names.framework;
    let skill = facts.skill.name().to_owned();
    let role = framework
        .role(crate::answer::role_of(framework, facts.place.position))
        .name()
        .to_owned();
    let place = facts
        .place
        .level
        .map_or_else(|| role.clone(), |level| draft.names.level(level));
    draft.title(wording::title_skill_at_place(&skill, &place));
    draft.link(facts.skill.link());
    if let (true, Some(level)) = (facts.place.is_narrowed(), facts.place.level) {
        let levels = framework.levels_of(level.role()).count();
        draft.say(wording::narrowed(level.name(), &role, levels));
    }
    if let Some(here) = &facts.here {
        let proficiency = naming::proficiency(here.proficiency());
        draft.say(wording::asked_at(&skill, &place, &proficiency));
        draft.cite(here.requirement.named_at());
        let words = words_of(framework, here.requirement);
        if words.is_empty() {
            draft.say(wording::no_words());
        }
        draft.quote(words);
    } else if facts.place.level.is_some() {
        draft.say(wording::not_asked_at(&skill, &place));
    } else if !facts.elsewhere.is_empty() {
        draft.say(wording::depends_on_level(&role));
    }
    if facts.here.is_none() && facts.elsewhere.is_empty() {
        if facts.place.level.is_none() {
            draft.say(wording::not_asked_of(&skill, &role));
        }
        if facts.others.is_empty() {
            draft.say(wording::asked_nowhere(&skill));
        }
    }
    let rows = facts
        .elsewhere
        .iter()
        .map(|asking| asking_row(&mut draft, asking))
        .collect();
    if facts.place.level.is_some() {
        draft.table(wording::heading_other_levels(), rows);
    } else {
        draft.rows(rows);
    }
    let rows = facts
        .others
        .iter()
        .map(|needs| range_row(draft.names, needs))
        .collect();
    draft.table(wording::heading_asked_elsewhere(), rows);
    if draft_is_bare(facts) {
        draft.cite(facts.skill.named_at());
    }
    let noun = draft.names.skill_noun(facts.skill.id());
    draft.suggest_skill(facts.skill);
    match facts.place.level {
        Some(level) if !facts.place.is_narrowed() => {
            draft.suggest(wording::skills_needed(&draft.names.level_noun(level)));
        }
        Some(_) | None => draft.suggest(wording::skills_needed(
            &draft.names.place_noun(facts.place.position),
        )),
    }
    draft.suggest(wording::who_needs(&noun));
    draft
}

/// Whether an answer names no place in a file yet.
fn draft_is_bare(facts: &AskedSkill<'_>) -> bool {
    facts.here.is_none() && facts.elsewhere.is_empty()
}

/// What a skill looks like at one proficiency.
pub(super) fn skill_at_proficiency<'a>(
    mut draft: Draft<'a>,
    facts: &SkillAtWords<'_>,
) -> Draft<'a> {
    let (skill, at) = (facts.skill.name().to_owned(), facts.proficiency.name());
    draft.title(wording::title_skill_at(&skill, at));
    draft.link(facts.skill.link());
    match facts.definition {
        Definition::Defined(statements) => draft.quote(statements),
        Definition::NotDefined(statement) => {
            draft.say(wording::says_instead());
            draft.quote([statement]);
            draft.say(wording::defined_at(
                facts.defined.iter().map(|at| at.name()).collect(),
            ));
        }
        Definition::Absent if facts.asked.is_empty() => {
            draft.say(wording::not_defined(&skill, at));
            draft.say(wording::defined_at(
                facts.defined.iter().map(|at| at.name()).collect(),
            ));
        }
        Definition::Absent => {
            draft.say(wording::only_asked(&skill, at));
            wordings(&mut draft, wording::heading_asked(), &facts.asked);
        }
    }
    let noun = draft.names.skill_noun(facts.skill.id());
    let higher = facts
        .defined
        .iter()
        .find(|other| **other > facts.proficiency);
    if let Some(other) = higher.or(facts
        .defined
        .iter()
        .rfind(|other| **other < facts.proficiency))
    {
        draft.suggest(wording::looks_like(&noun, other.name()));
    }
    draft.suggest(wording::who_needs(&noun));
    draft.suggest_skill(facts.skill);
    draft
}

/// What the proficiency words mean.
pub(super) fn proficiency<'a>(mut draft: Draft<'a>, facts: &ProficiencyWords<'_>) -> Draft<'a> {
    let framework = draft.names.framework;
    draft.title(wording::title_proficiency(
        facts.named.map(Proficiency::name),
    ));
    if facts.is_known(framework) {
        let names = Proficiency::ALL.map(Proficiency::name);
        draft.say(wording::proficiency_order(
            &names,
            facts.named.map(|at| (at.name(), at.rank())),
        ));
        if facts.meanings.iter().all(|(_, meaning)| meaning.is_none()) {
            draft.say(wording::no_general_meaning(facts.named.is_some()));
        }
        let rows = facts
            .meanings
            .iter()
            .zip(&facts.defined)
            .map(|((at, meaning), (_, skills))| Row {
                name: at.name().to_owned(),
                note: if *skills == 0 {
                    String::new()
                } else {
                    wording::defined_for(*skills)
                },
                quotes: meaning.iter().map(|setting| Quote::set(setting)).collect(),
                subject: Some(Subject::Proficiency(*at)),
            });
        let rows = rows.collect();
        draft.rows(rows);
    } else {
        draft.say(wording::proficiencies_unknown());
    }
    let at = facts.named.unwrap_or(Proficiency::Practitioner);
    if let Some(example) = framework
        .skills()
        .iter()
        .find(|skill| skill.at(at).is_defined())
    {
        draft.suggest(wording::looks_like(
            &draft.names.skill_noun(example.id()),
            at.name(),
        ));
    }
    draft.suggest(wording::which_skills());
    draft
}

/// Which roles and levels need a skill.
pub(super) fn roles_needing_skill<'a>(mut draft: Draft<'a>, facts: &Needed<'_>) -> Draft<'a> {
    let skill = facts.skill.name().to_owned();
    draft.title(wording::title_who_needs(
        &skill,
        facts.at.map(Proficiency::name),
    ));
    draft.link(facts.skill.link());
    draft.cite(facts.skill.named_at());
    let mut told = &facts.needs;
    match facts.at {
        _ if !facts.needs.is_empty() => draft.say(wording::needed_by(
            facts.needs.len(),
            facts
                .needs
                .iter()
                .flat_map(|needs| &needs.levels)
                .filter(|asking| asking.level.is_in_use())
                .count(),
        )),
        Some(at) if !facts.otherwise.is_empty() => {
            draft.say(wording::nobody_at(&skill, at.name()));
            draft.heading(wording::heading_asked_elsewhere());
            told = &facts.otherwise;
        }
        Some(_) | None => draft.say(wording::asked_nowhere(&skill)),
    }
    for asking in told.iter().flat_map(|needs| &needs.levels) {
        draft.cite(asking.requirement.named_at());
    }
    let rows = told
        .iter()
        .map(|needs| levels_row(draft.names, needs))
        .collect();
    draft.rows(rows);
    let noun = draft.names.skill_noun(facts.skill.id());
    draft.suggest_skill(facts.skill);
    if let Some(needs) = told.first() {
        let place = draft.names.place_noun(level_or_role(needs));
        draft.suggest(wording::how_much(&noun, &place));
        draft.suggest(wording::what_does(
            &draft.names.place_noun(Position::Role(needs.role.id())),
        ));
    }
    draft
}

/// What the framework says of a skill at a proficiency.
fn definition_row(
    definition: &Definition,
    at: Proficiency,
    skill: crate::framework::SkillId,
) -> Row {
    let mut row = row(
        at.name().to_owned(),
        String::new(),
        Subject::SkillAt(skill, at),
    );
    row.quotes = definition.statements().iter().map(Quote::new).collect();
    if row.quotes.is_empty() {
        wording::nothing_said().clone_into(&mut row.note);
    }
    row
}

/// What is asked in a skill, each wording once.
fn wordings(draft: &mut Draft<'_>, heading: &str, asked: &[AskedInWords<'_>]) {
    let row = |wording: &AskedInWords<'_>| Row {
        name: wording::join_levels(
            &wording
                .levels
                .iter()
                .map(|asking| level_at(draft.names, asking))
                .collect::<Vec<_>>(),
        ),
        note: String::new(),
        quotes: wording.statements.iter().map(Quote::new).collect(),
        subject: wording.levels.first().map(Asking::subject),
    };
    let rows = asked.iter().take(WORDINGS).map(row).collect();
    draft.table(heading, rows);
    let more: usize = asked
        .iter()
        .skip(WORDINGS)
        .map(|wording| wording.levels.len())
        .sum();
    if more > 0 {
        draft.say(wording::more_levels_ask(more));
    }
}

/// A level and how well it asks a skill.
fn asking_row(draft: &mut Draft<'_>, asking: &Asking<'_>) -> Row {
    draft.cite(asking.requirement.named_at());
    row(
        draft.names.level(asking.level),
        naming::proficiency(asking.proficiency()),
        asking.subject(),
    )
}

/// A level in a sentence, and how well it asks a skill.
fn level_at(names: Names<'_>, asking: &Asking<'_>) -> String {
    wording::level_at(
        &names.level(asking.level),
        &naming::proficiency(asking.proficiency()),
    )
}

/// A role, and how well its levels ask a skill.
fn range_row(names: Names<'_>, needs: &Needs<'_>) -> Row {
    let in_use = needs
        .levels
        .iter()
        .filter(|asking| asking.level.is_in_use())
        .count();
    let known = || needs.levels.iter().filter_map(Asking::proficiency);
    let range = match (known().min(), known().max()) {
        (Some(lowest), Some(highest)) => wording::range(lowest.name(), highest.name()),
        (None, _) | (_, None) => String::new(),
    };
    let note = match in_use {
        0 => wording::role_without_levels().to_owned(),
        levels => wording::over_levels(&range, levels),
    };
    let position = Position::Role(needs.role.id());
    row(names.place(position), note, position.into())
}

/// A role, and each of its levels that asks a skill.
fn levels_row(names: Names<'_>, needs: &Needs<'_>) -> Row {
    let levels: Vec<_> = needs
        .levels
        .iter()
        .filter(|asking| asking.level.is_in_use())
        .map(|asking| level_at(names, asking))
        .collect();
    let note = if levels.is_empty() {
        wording::role_without_levels().to_owned()
    } else {
        wording::join_levels(&levels)
    };
    let position = Position::Role(needs.role.id());
    row(names.place(position), note, position.into())
}

/// The highest level of a role that asks a skill; the role where it has none.
fn level_or_role(needs: &Needs<'_>) -> Position {
    match needs.levels.last() {
        Some(asking) if asking.level.is_in_use() => Position::Level(asking.level.id()),
        Some(_) | None => Position::Role(needs.role.id()),
    }
}
