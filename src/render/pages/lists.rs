//! The lists: roles, skills, families.

use super::draft::{Draft, row};
use crate::framework::{Family, Role, RoleLevel, Seniority, Skill};
use crate::question::{Position, Subject};
use crate::render::wording;

/// The roles, family by family.
pub(super) fn roles<'a>(mut draft: Draft<'a>, families: &[(&Family, Vec<&Role>)]) -> Draft<'a> {
    let only = match families {
        [(family, _)] if draft.names.framework.families().len() > 1 => Some(family.name()),
        _ => None,
    };
    draft.title(wording::title_roles(only));
    let number = families.iter().map(|(_, roles)| roles.len()).sum();
    draft.say(wording::roles_in_families(number, families.len()));
    for (family, roles) in families {
        let mut rows = Vec::new();
        for role in roles {
            draft.cite(role.named_at());
            let note = wording::levels_note(role.ladder().levels().count());
            rows.push(row(role.name().to_owned(), note, Subject::Role(role.id())));
        }
        if only.is_some() {
            draft.rows(rows);
        } else {
            draft.table(family.name().to_owned(), rows);
        }
    }
    if let Some(role) = families.iter().flat_map(|(_, roles)| roles).next() {
        draft.suggest_place(Position::Role(role.id()));
        draft.suggest(wording::levels_had(
            &draft.names.place_noun(Position::Role(role.id())),
        ));
    }
    draft.suggest(if only.is_some() {
        wording::which_families()
    } else {
        wording::which_skills()
    });
    draft
}

/// The levels of a seniority, family by family.
pub(super) fn levels<'a>(
    mut draft: Draft<'a>,
    seniority: Seniority,
    families: &[(&Family, Vec<&RoleLevel>)],
    of_roles: usize,
) -> Draft<'a> {
    let framework = draft.names.framework;
    let only = match families {
        [(family, _)] if of_roles < framework.roles().len() => Some(family.name()),
        _ => None,
    };
    draft.title(wording::title_levels_called(seniority.word(), only));
    let mut roles: Vec<_> = families
        .iter()
        .flat_map(|(_, levels)| levels)
        .map(|level| level.role())
        .collect();
    roles.dedup();
    draft.say(wording::roles_with_level(roles.len(), of_roles));
    for (family, levels) in families {
        let mut rows = Vec::new();
        for level in levels {
            draft.cite(level.named_at());
            let role = framework.role(level.role()).name();
            let note = wording::level_of(role);
            let subject = Subject::Level(level.id());
            rows.push(row(level.name().to_owned(), note, subject));
        }
        draft.table(family.name().to_owned(), rows);
    }
    if let Some(level) = families.iter().flat_map(|(_, levels)| levels).next() {
        draft.suggest_place(Position::Level(level.id()));
    }
    draft.suggest(wording::which_roles());
    draft
}

/// The skills, by name.
pub(super) fn skills<'a>(mut draft: Draft<'a>, skills: &[Skill]) -> Draft<'a> {
    draft.title(wording::title_all_skills());
    draft.say(wording::skills_by_name(skills.len()));
    let mut rows = Vec::new();
    for skill in skills {
        draft.cite(skill.named_at());
        rows.push(row(
            skill.name().to_owned(),
            String::new(),
            Subject::Skill(skill.id()),
        ));
    }
    draft.rows(rows);
    if let Some(skill) = skills.first() {
        draft.suggest_skill(skill);
        draft.suggest(wording::who_needs(&draft.names.skill_noun(skill.id())));
    }
    draft.suggest(wording::which_roles());
    draft
}

/// The families, each with the number of its roles.
pub(super) fn families<'a>(mut draft: Draft<'a>, families: &[(&Family, usize)]) -> Draft<'a> {
    draft.title(wording::title_families());
    draft.say(wording::families(families.len()));
    let mut rows = Vec::new();
    for (family, roles) in families {
        draft.cite(family.named_at());
        rows.push(row(
            family.name().to_owned(),
            wording::roles(*roles),
            Subject::Family(family.id()),
        ));
    }
    draft.rows(rows);
    if let Some((family, _)) = families.first() {
        draft.suggest(wording::roles_in(family.name()));
    }
    draft.suggest(wording::which_roles());
    draft
}
