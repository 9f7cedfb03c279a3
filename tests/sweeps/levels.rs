//! A level that a role does not have is never answered with another one of it:
//! a wrong level is the worst fault there is.

use std::collections::BTreeSet;

use waymark::framework::{Framework, LevelId, Role, RoleLevel, Seniority, fold};
use waymark::question::{Context, Kind, Subject};

use super::{Failures, made, worlds};
use crate::replies::ask;

/// The questions that ask for a level by itself: `SENIORITY ROLE` stands for
/// its name.
const ALONE: [&str; 6] = [
    "MISSING",
    "what does a MISSING do?",
    "what skills does a MISSING need?",
    "MISSING skills",
    "what comes after MISSING?",
    "what do I need to become a MISSING?",
];

/// The same, with its seniority apart from the role's name.
const APART: [&str; 7] = [
    "at SENIORITY level, what does a ROLE do?",
    "ROLE at SENIORITY level",
    "ROLE (SENIORITY)",
    "ROLE as SENIORITY",
    "SENIORITY-level ROLE",
    "what is expected of a ROLE who is SENIORITY?",
    "ROLE, the SENIORITY one",
];

/// The questions that ask for one that is missing and for one that is there.
const IN_A_PAIR: [&str; 9] = [
    "MISSING vs LEVEL",
    "LEVEL vs MISSING",
    "what is the difference between a MISSING and a LEVEL?",
    "from MISSING to LEVEL",
    "I'm a MISSING, how do I become a LEVEL?",
    "from LEVEL to MISSING",
    "from SENIORITY to LEVEL",
    "compare LEVEL with SENIORITY",
    "what skills do a MISSING and a LEVEL have in common?",
];

#[test]
fn a_level_that_is_missing_is_never_answered_with_another() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        for (role, missing) in missing_levels(framework) {
            let seniority = missing.word();
            let missing = format!("{seniority} {}", role.name());
            let alone = ALONE.map(|asked| asked.replace("MISSING", &missing));
            let apart = APART.map(|asked| said_apart(asked, role, seniority));
            let levels = framework.levels_of(role.id()).filter(|it| it.is_in_use());
            let pairs = levels.flat_map(|level| {
                IN_A_PAIR.map(|asked| {
                    let asked = asked.replace("MISSING", &missing);
                    let asked = asked.replace("SENIORITY", seniority);
                    asked.replace("LEVEL", level.name())
                })
            });
            for words in alone.into_iter().chain(apart).chain(pairs) {
                let said = ask(&world.guide, &Context::default(), &words);
                failures.asked += 1;
                let kind = said.reply.kind;
                if !matches!(kind, Kind::NoMatch | Kind::Clarify) {
                    failures.add(world, format!("`{words}` is answered {kind:?}"));
                }
            }
        }
    }
    failures.tell();
}

#[test]
fn a_level_is_found_by_its_seniority_apart_from_the_name() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        for level in framework.levels().iter().filter(|it| it.is_in_use()) {
            let seniority = Seniority::in_name(level.name());
            let role = framework.role(level.role());
            let alike = |other: &&RoleLevel| Seniority::in_name(other.name()) == seniority;
            let alone = framework.levels_of(role.id()).filter(alike).count() == 1;
            if seniority == Seniority::Unmarked || !alone {
                continue;
            }
            for words in APART.map(|asked| said_apart(asked, role, seniority.word())) {
                let said = ask(&world.guide, &Context::default(), &words);
                failures.asked += 1;
                let wanted = Subject::Level(level.id());
                let (subjects, results) = (&said.context.subjects, &said.context.results);
                let asks = said.reply.kind == Kind::Clarify && results.contains(&wanted);
                if !asks && subjects.as_slice() != [wanted] {
                    failures.add(world, format!("`{words}` is about {subjects:?}"));
                }
            }
        }
    }
    failures.tell();
}

/// The questions about two levels of one role by their seniorities.
const TWO: [&str; 12] = [
    "what changes for a ROLE from LOW to HIGH?",
    "what changes for ROLEs from LOW to HIGH",
    "ROLE: LOW vs HIGH",
    "ROLE from LOW to HIGH",
    "from LOW to HIGH ROLE",
    "from LOW to HIGH as a ROLE",
    "how does a ROLE get from LOW to HIGH?",
    "as a ROLE, what's the jump from LOW to HIGH?",
    "what's the difference between a LOW and a HIGH ROLE?",
    "difference for a ROLE between LOW and HIGH",
    "compare LOW and HIGH ROLEs",
    "what do LOW and HIGH ROLEs have in common?",
];

/// The same where the conversation is about the role.
const TWO_IN_CONTEXT: [&str; 5] = [
    "what changes from LOW to HIGH?",
    "and from LOW to HIGH?",
    "LOW vs HIGH",
    "how do I get from LOW to HIGH?",
    "difference between LOW and HIGH",
];

#[test]
fn two_levels_by_their_seniorities_are_those_two_and_no_third() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        for role in framework.roles() {
            let levels = levels_by_seniority(framework, role);
            let pairs = levels.iter().enumerate();
            let pairs =
                pairs.flat_map(|(at, low)| levels[at + 1..].iter().map(move |it| (low, it)));
            let before = format!("what does a {} do?", role.name());
            let before = ask(&world.guide, &Context::default(), &before).context;
            for (low, high) in pairs {
                let said = |asked: &str| {
                    let asked = asked.replace("ROLE", role.name());
                    let asked = asked.replace("LOW", low.0.word());
                    asked.replace("HIGH", high.0.word())
                };
                let alone = TWO.map(|asked| (said(asked), Context::default()));
                let following = TWO_IN_CONTEXT.map(|asked| (said(asked), before.clone()));
                for (words, context) in alone.into_iter().chain(following) {
                    let said = ask(&world.guide, &context, &words);
                    failures.asked += 1;
                    let mut about = said.context.subjects.clone();
                    about.sort_unstable();
                    let mut wanted = [Subject::Level(low.1), Subject::Level(high.1)];
                    wanted.sort_unstable();
                    if about != wanted {
                        failures.add(world, format!("`{words}` is about {about:?}"));
                    }
                }
            }
        }
    }
    failures.tell();
}

/// The levels of a role that have a seniority of their own, with it.
fn levels_by_seniority(framework: &Framework, role: &Role) -> Vec<(Seniority, LevelId)> {
    let levels = || framework.levels_of(role.id()).filter(|it| it.is_in_use());
    let seniority = |level: &RoleLevel| Seniority::in_name(level.name());
    let marked = levels().filter(|level| seniority(level) != Seniority::Unmarked);
    let alone = marked.filter(|level| {
        levels()
            .filter(|it| seniority(it) == seniority(level))
            .count()
            == 1
    });
    alone.map(|level| (seniority(level), level.id())).collect()
}

/// The questions about two roles at a level of the same seniority.
const BOTH_AT: [&str; 5] = [
    "ONE vs OTHER at RANK level",
    "difference between a ONE and a OTHER at RANK level",
    "compare a ONE with a OTHER at RANK level",
    "what do a ONE and a OTHER have in common at RANK level?",
    "ONE or OTHER, at RANK",
];

#[test]
fn a_seniority_behind_two_roles_is_that_of_both() {
    let mut failures = Failures::default();
    for world in worlds() {
        let framework = world.guide.framework();
        let ranked = framework.roles().iter();
        let ranked: Vec<_> = ranked
            .map(|role| (role, levels_by_seniority(framework, role)))
            .collect();
        for pair in ranked.windows(2) {
            let [(one, levels), (other, others)] = pair else {
                continue;
            };
            for (rank, level) in levels {
                let beside = others.iter().find(|(seniority, _)| seniority == rank);
                // One of two tracks is not told by its seniority alone.
                let mut all = framework.levels_of(other.id());
                let is_there = all.any(|it| Seniority::in_name(it.name()) == *rank);
                if is_there && beside.is_none() {
                    continue;
                }
                let wanted =
                    beside.map(|beside| [Subject::Level(*level), Subject::Level(beside.1)]);
                for asked in BOTH_AT {
                    let words = asked.replace("ONE", one.name());
                    let words = words.replace("OTHER", other.name());
                    let words = words.replace("RANK", rank.word());
                    let said = ask(&world.guide, &Context::default(), &words);
                    failures.asked += 1;
                    let subjects = said.context.subjects.as_slice();
                    let kind = said.reply.kind;
                    let is_right = match &wanted {
                        Some(wanted) => subjects == wanted,
                        None => matches!(kind, Kind::NoMatch | Kind::Clarify),
                    };
                    if !is_right {
                        failures.add(world, format!("`{words}` is {kind:?} of {subjects:?}"));
                    }
                }
            }
        }
    }
    failures.tell();
}

/// A question with a role and a seniority that stand apart.
fn said_apart(asked: &str, role: &Role, seniority: &str) -> String {
    let asked = asked.replace("ROLE", role.name());
    asked.replace("SENIORITY", seniority)
}

#[test]
fn a_seniority_beside_a_skill_asks_whether_a_role_named_after_it_is_meant() {
    let world = made(
        &["Kitchen role: Menu design cook\n- A cook who designs.\n\n\
         Role level: Lead menu design cook\n- A lead.\n\n\
         Skill: Menu design\n- write a menu\n"],
    );
    for words in ["menu design lead", "lead menu design"] {
        let said = ask(&world.guide, &Context::default(), words);
        assert_eq!(said.reply.kind, Kind::Clarify, "{words}");
        let framework = world.guide.framework();
        let level = Subject::Level(framework.levels()[0].id());
        let skill = Subject::Skill(framework.skills()[0].id());
        assert_eq!(said.context.results, [level, skill], "{words}");
    }
}

#[test]
fn of_skills_of_one_name_that_of_the_level_in_the_conversation_is_meant() {
    let world = made(&[
        "Kitchen role: Line cook\n- A cook.\n\nRole level: Senior line cook\n- A senior.\n\n\
         Skill: Tasting\n- taste a sauce\n",
        "Kitchen role: Pastry cook\n- A cook.\n\nRole level: Senior pastry cook\n- A senior.\n\n\
         Skill: Tasting (pastry)\n- taste a cream\n",
    ]);
    let before = ask(
        &world.guide,
        &Context::default(),
        "what does a senior pastry cook do?",
    );
    let said = ask(&world.guide, &before.context, "how good at tasting?");
    assert_eq!(said.reply.kind, Kind::SkillAtLevel);
    let shown = &said.reply.text;
    assert!(shown.contains("taste a cream"), "{shown}");
}

/// The levels that each role could have by the closed list of seniority words,
/// and does not, nor any other role.
fn missing_levels(framework: &Framework) -> Vec<(&Role, Seniority)> {
    let names: BTreeSet<String> = framework
        .levels()
        .iter()
        .map(|level| fold(level.name()))
        .collect();
    let could_have = |role| Seniority::MARKED.map(|seniority| (role, seniority));
    let is_missing = |(role, seniority): &(&Role, Seniority)| {
        let has = |level: &str| Seniority::in_name(level) == *seniority;
        let name = fold(&format!("{} {}", seniority.word(), role.name()));
        !names.contains(&name)
            && !framework
                .levels_of(role.id())
                .any(|level| has(level.name()))
    };
    framework
        .roles()
        .iter()
        .flat_map(could_have)
        .filter(is_missing)
        .collect()
}
