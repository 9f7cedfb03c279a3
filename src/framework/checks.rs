//! What must fit together in a framework: a table of named checks, all run,
//! all reported.

use std::collections::HashMap;

use super::Framework;
use super::draft::{Ask, Drafts, LevelDraft, RoleDraft, Telling};
use super::fold::fold;
use super::ladder::LadderSource;
use super::proficiency::Proficiency;
use crate::documents::{Diagnostic, Fault, Form, Passage, Statement};

/// A check: it adds what it finds.
type Check = fn(&Drafts<'_>, &mut Vec<Diagnostic>);

/// All checks of what the files say, in the order in which they report.
const CHECKS: &[Check] = &[
    there_is_a_role,
    each_role_has_one_family,
    each_row_stands_once,
    each_level_names_a_skill_once,
    each_skill_says_something,
    each_proficiency_is_one_of_the_four,
    each_skill_is_in_the_table,
    all_files_say_the_same_of_a_level,
];

/// Runs all checks.
pub(super) fn check(drafts: &Drafts<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for check in CHECKS {
        check(drafts, &mut diagnostics);
    }
    diagnostics
}

/// Each role with several levels has an order of them. Runs on the framework,
/// since the manifest can give one.
pub(super) fn unknown_ladders(framework: &Framework) -> impl Iterator<Item = Diagnostic> {
    framework
        .roles()
        .iter()
        .filter(|role| role.ladder().source() == LadderSource::Unknown)
        .map(|role| {
            Diagnostic::at(
                Fault::LadderUnknown {
                    role: role.name().to_owned(),
                },
                role.named_at(),
            )
        })
}

/// The folder has at least one role.
fn there_is_a_role(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    if drafts.roles.is_empty() {
        found.push(Diagnostic::in_file(Fault::NoRole, "."));
    }
}

/// A role stands under one family.
fn each_role_has_one_family(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for role in drafts.roles.values() {
        if let [(_, first), (_, second), ..] = role.families.as_slice() {
            let fault = Fault::RoleWithTwoFamilies {
                role: spoken(&role.name),
            };
            found.push(Diagnostic::at(fault, second).and(first, "the family that is used"));
        }
    }
}

/// No row of a table stands twice.
fn each_row_stands_once(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for (row, first) in &drafts.rows_twice {
        found.push(Diagnostic::at(Fault::RowTwice, row).and(first, "it stood here first"));
    }
}

/// Within one file, a level names a skill once.
fn each_level_names_a_skill_once(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for (role, level, telling) in tellings(drafts) {
        let mut named: HashMap<&str, &Ask> = HashMap::new();
        for ask in &telling.asks {
            if let Some(first) = named.insert(&ask.key, ask) {
                let fault = Fault::SkillTwice {
                    skill: spoken(&ask.skill),
                    level: level_name(role, level),
                };
                found.push(
                    Diagnostic::at(fault, &ask.skill).and(&first.skill, "it is named here already"),
                );
            }
        }
    }
}

/// A skill has statements, or the file says that it has none.
fn each_skill_says_something(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for (_, _, telling) in tellings(drafts) {
        for ask in telling
            .asks
            .iter()
            .filter(|ask| ask.statements.is_empty() && !ask.not_in_use)
        {
            found.push(Diagnostic::at(
                Fault::EmptySkill {
                    skill: spoken(&ask.skill),
                },
                &ask.skill,
            ));
        }
    }
}

/// A proficiency is awareness, working, practitioner or expert.
fn each_proficiency_is_one_of_the_four(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for (_, _, telling) in tellings(drafts) {
        for cell in telling
            .asks
            .iter()
            .filter_map(|ask| ask.proficiency.as_ref())
        {
            let word = spoken(cell);
            if Proficiency::from_name(&word).is_none() {
                found.push(Diagnostic::at(Fault::UnknownProficiency { word }, cell));
            }
        }
    }
}

/// Where there is a skills table, it has every skill that a level asks.
fn each_skill_is_in_the_table(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    if drafts.has_skills_table {
        for skill in drafts.skills.values().filter(|skill| skill.cells.is_none()) {
            found.push(Diagnostic::at(
                Fault::SkillNotInTable {
                    skill: spoken(&skill.name),
                },
                &skill.name,
            ));
        }
    }
}

/// Files that tell the same level say the same of it.
fn all_files_say_the_same_of_a_level(drafts: &Drafts<'_>, found: &mut Vec<Diagnostic>) {
    for role in drafts.roles.values() {
        for level in &role.levels {
            let Some((first, others)) = level.tellings.split_first() else {
                continue;
            };
            for other in others {
                let name = level_name(role, level);
                let mut differ = |what: &str, here: &Passage, there: &Passage| {
                    let fault = Fault::Disagreement {
                        what: what.to_owned(),
                        level: name.clone(),
                    };
                    found.push(Diagnostic::at(fault, here).and(there, "the other file says"));
                };
                disagreements(first, other, &mut differ);
            }
        }
    }
}

/// Compares what two files say of one level. A text that only one of them has
/// is no contradiction; a skill that only one of them has is.
fn disagreements(
    first: &Telling,
    other: &Telling,
    differ: &mut impl FnMut(&str, &Passage, &Passage),
) {
    let parts = [
        ("the description", &first.about, &other.about),
        (
            "the responsibilities",
            &first.responsibilities,
            &other.responsibilities,
        ),
    ];
    for (what, here, there) in parts {
        if let Some((here, there)) = first_difference(here, there) {
            differ(what, here, there);
        }
    }
    for ask in &first.asks {
        match other.asks.iter().find(|theirs| theirs.key == ask.key) {
            None => differ(
                &format!("the skill `{}`", spoken(&ask.skill)),
                &ask.skill,
                &other.name,
            ),
            Some(theirs) => {
                if let Some((here, there)) = first_difference(&ask.statements, &theirs.statements) {
                    differ(&format!("the skill `{}`", spoken(&ask.skill)), here, there);
                }
            }
        }
    }
    for theirs in &other.asks {
        if !first.asks.iter().any(|ask| ask.key == theirs.key) {
            differ(
                &format!("the skill `{}`", spoken(&theirs.skill)),
                &first.name,
                &theirs.skill,
            );
        }
    }
}

/// The first pair of lines in which two texts differ; the last line of the
/// shorter one where it only ends earlier. Where one is empty they don't.
fn first_difference<'a>(
    here: &'a [Statement],
    there: &'a [Statement],
) -> Option<(&'a Passage, &'a Passage)> {
    let lines = |statements: &'a [Statement]| -> Vec<&'a Passage> {
        statements
            .iter()
            .filter(|s| s.form != Form::LeadIn)
            .map(|s| &s.passage)
            .collect()
    };
    let (here, there) = (lines(here), lines(there));
    let (end, other_end) = (here.last()?, there.last()?);
    (0..here.len().max(there.len())).find_map(|at| match (here.get(at), there.get(at)) {
        (Some(a), Some(b)) => (fold(&a.spoken()) != fold(&b.spoken())).then_some((*a, *b)),
        (a, b) => Some((*a.unwrap_or(end), *b.unwrap_or(other_end))),
    })
}

/// Every telling of every level.
fn tellings<'a>(
    drafts: &'a Drafts<'_>,
) -> impl Iterator<Item = (&'a RoleDraft, &'a LevelDraft, &'a Telling)> {
    drafts.roles.values().flat_map(|role| {
        role.levels.iter().flat_map(move |level| {
            level
                .tellings
                .iter()
                .map(move |telling| (role, level, telling))
        })
    })
}

/// The name of a level, or of its role where the level is none.
fn level_name(role: &RoleDraft, level: &LevelDraft) -> String {
    spoken(if level.is_in_use() {
        &level.name
    } else {
        &role.name
    })
}

fn spoken(passage: &Passage) -> String {
    passage.spoken().into_owned()
}
