//! The last question once more, of something else: it is answered as if it had been asked
//! in full.

use waymark::framework::{Framework, Role, RoleLevel, Seniority, Skill};
use waymark::question::{Context, Kind, Subject};

use super::{Failures, worlds};
use crate::frameworks::World;
use crate::replies::ask;

/// What goes on from the last question.
const GOING_ON: [&str; 6] = [
    "and THING?",
    "what about THING?",
    "and for THING?",
    "same for THING",
    "ok, same question for THING please",
    "THING?",
];

/// What is asked of a role or level.
const OF_PLACES: [&str; 3] = [
    "what skills does a THING need?",
    "which roles are most like a THING?",
    "what comes after a THING?",
];

/// What is asked of a skill.
const OF_SKILLS: [&str; 3] = [
    "who needs THING?",
    "what does expert look like for THING?",
    "who needs THING at working?",
];

#[test]
fn the_last_question_is_asked_again_of_every_role_and_level() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        let levels = framework.levels().iter().filter(|it| it.is_in_use());
        let levels = levels.map(RoleLevel::name);
        let roles: Vec<&str> = framework.roles().iter().map(Role::name).collect();
        let places: Vec<&str> = roles.iter().copied().chain(levels).collect();
        for asked in OF_PLACES {
            again(world, &mut failures, asked, &places);
        }
        again(
            world,
            &mut failures,
            "which levels does a THING have?",
            &roles,
        );
    }
    failures.tell();
}

#[test]
fn the_last_question_is_asked_again_of_every_skill() {
    let mut failures = Failures::default();
    for world in worlds() {
        let skills = world.guide.framework().skills().iter();
        let skills: Vec<&str> = skills.map(Skill::name).collect();
        for asked in OF_SKILLS {
            again(world, &mut failures, asked, &skills);
        }
    }
    failures.tell();
}

/// Asks a question of each thing, in full and after the same of the one before it.
fn again(world: &World, failures: &mut Failures, asked: &str, things: &[&str]) {
    for pair in things.windows(2) {
        let [before, thing] = pair else { continue };
        let full = |thing: &str| {
            ask(
                &world.guide,
                &Context::default(),
                &asked.replace("THING", thing),
            )
        };
        let (before, wanted) = (full(before), full(thing));
        let are_plain = [&before, &wanted]
            .iter()
            .all(|said| !matches!(said.reply.kind, Kind::Clarify | Kind::NoMatch));
        if !are_plain {
            continue;
        }
        for words in GOING_ON.map(|words| words.replace("THING", thing)) {
            let said = ask(&world.guide, &before.context, &words);
            failures.asked += 1;
            let is_same = said.reply.kind == wanted.reply.kind
                && said.context.subjects == wanted.context.subjects;
            if !is_same {
                let (kind, subjects) = (said.reply.kind, said.reply.subjects);
                failures.add(
                    world,
                    format!("`{asked}`, `{words}` is {kind:?} of {subjects:?}"),
                );
            }
        }
    }
}

/// What goes on from the last question to a level by its seniority.
const BY_SENIORITY: [&str; 6] = [
    "and the RANK one?",
    "and at RANK level?",
    "RANK?",
    "what about a RANK?",
    "now RANK pls",
    "same but RANK",
];

#[test]
fn the_last_question_is_asked_again_of_every_level_by_its_seniority() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        for role in framework.roles() {
            let all: Vec<&RoleLevel> = framework.levels_of(role.id()).collect();
            for (from, to) in pairs(&all) {
                let rank = Seniority::in_name(to.name()).word();
                for (asked, kind) in of_level(framework, from) {
                    let before = ask(&world.guide, &Context::default(), &asked);
                    if before.reply.kind != kind {
                        continue;
                    }
                    for words in BY_SENIORITY.map(|words| words.replace("RANK", rank)) {
                        let said = ask(&world.guide, &before.context, &words);
                        failures.asked += 1;
                        let subjects = &said.context.subjects;
                        let is_of_it = subjects.first() == Some(&Subject::Level(to.id()));
                        if said.reply.kind != kind || !is_of_it {
                            let kind = said.reply.kind;
                            let what = format!("`{asked}`, `{words}` is {kind:?} of {subjects:?}");
                            failures.add(world, what);
                        }
                    }
                }
            }
        }
    }
    failures.tell();
}

/// Two levels of which the second is the only one of its seniority.
fn pairs<'l>(all: &[&'l RoleLevel]) -> Vec<(&'l RoleLevel, &'l RoleLevel)> {
    let seniority = |level: &RoleLevel| Seniority::in_name(level.name());
    let is_only = |level: &RoleLevel| {
        let alike = all
            .iter()
            .filter(|other| seniority(other) == seniority(level));
        seniority(level) != Seniority::Unmarked && alike.count() == 1
    };
    let froms = all.iter().filter(|level| level.is_in_use());
    let pairs = froms.flat_map(|from| all.iter().map(move |to| (*from, *to)));
    let differ = pairs.filter(|(from, to)| from.id() != to.id() && to.is_in_use());
    differ.filter(|(_, to)| is_only(to)).collect()
}

/// What can be asked of a level, each with the kind of its answer.
fn of_level(framework: &Framework, level: &RoleLevel) -> Vec<(String, Kind)> {
    let name = level.name();
    let skill = level.requirements().first();
    let skill = skill.map(|asked| framework.skill(asked.skill()).name());
    let mut all = vec![
        (format!("what does a {name} do?"), Kind::Level),
        (
            format!("what skills does a {name} need?"),
            Kind::LevelSkills,
        ),
    ];
    all.extend(skill.map(|skill| {
        let asked = format!("how much {skill} does a {name} need?");
        (asked, Kind::SkillAtLevel)
    }));
    all
}
