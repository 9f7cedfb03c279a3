//! The lists of everything that a framework has: families, roles, skills.

use super::Facts;
use super::gather::Gathered;
use crate::framework::{FamilyId, Framework, Skill};
use crate::question::{Kind, Subject};

/// All roles, or those of one family, family by family.
pub(super) fn roles(framework: &Framework, family: Option<FamilyId>) -> Gathered<'_> {
    let families: Vec<_> = framework
        .families()
        .iter()
        .filter(|entry| family.is_none_or(|id| entry.id() == id))
        .map(|entry| (entry, framework.roles_of(entry.id()).collect::<Vec<_>>()))
        .collect();
    let results = families
        .iter()
        .flat_map(|(_, roles)| roles)
        .map(|role| Subject::Role(role.id()))
        .collect();
    let subjects = family.into_iter().map(Subject::Family).collect();
    Gathered::new(
        Kind::ListRoles,
        subjects,
        results,
        Facts::ListRoles(families),
    )
}

/// All skills.
pub(super) fn skills(framework: &Framework) -> Gathered<'_> {
    let results = framework
        .skills()
        .iter()
        .map(Skill::id)
        .map(Subject::Skill)
        .collect();
    Gathered::new(
        Kind::ListSkills,
        Vec::new(),
        results,
        Facts::ListSkills(framework.skills()),
    )
}

/// All families, each with how many roles it has.
pub(super) fn families(framework: &Framework) -> Gathered<'_> {
    let count = |id| framework.roles_of(id).count();
    let families = framework
        .families()
        .iter()
        .map(|family| (family, count(family.id())))
        .collect();
    let results = framework
        .families()
        .iter()
        .map(|family| Subject::Family(family.id()))
        .collect();
    Gathered::new(
        Kind::ListFamilies,
        Vec::new(),
        results,
        Facts::ListFamilies(families),
    )
}
