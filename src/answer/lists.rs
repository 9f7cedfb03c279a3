//! The lists of everything that a framework has: families, roles, skills.

use super::Facts;
use super::gather::Gathered;
use crate::framework::{Family, FamilyId, Framework, RoleLevel, Seniority, Skill};
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

/// The levels of a seniority, of all roles or of those of one family, family by
/// family: those that have any.
pub(super) fn levels(
    framework: &Framework,
    seniority: Seniority,
    family: Option<FamilyId>,
) -> Gathered<'_> {
    let families = framework.families().iter();
    let families = families.filter(|entry| family.is_none_or(|id| entry.id() == id));
    let levels_of = |entry: &Family| -> Vec<&RoleLevel> {
        let roles = framework.roles_of(entry.id());
        let levels = roles.flat_map(|role| framework.levels_of(role.id()));
        let of_it = levels.filter(|level| level.seniority() == seniority);
        of_it.collect()
    };
    let families: Vec<_> = families
        .map(|entry| (entry, levels_of(entry)))
        .filter(|(_, levels)| !levels.is_empty())
        .collect();
    let levels = families.iter().flat_map(|(_, levels)| levels);
    let results = levels.map(|level| Subject::Level(level.id())).collect();
    let subjects = family.into_iter().map(Subject::Family).collect();
    let roles = framework.roles().iter();
    let roles = roles.filter(|role| family.is_none_or(|id| role.family() == id));
    let facts = Facts::ListLevels(seniority, families, roles.count());
    Gathered::new(Kind::ListRoles, subjects, results, facts)
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
