//! The titles of jobs that no framework here has are refused in every wording: no other
//! role is shown, and no skill that has one of the words.

use waymark::question::{Context, Kind};

use super::{Failures, made, worlds};
use crate::replies::ask;

/// Titles of jobs, each of words that may well stand in a framework.
const TITLES: [&str; 14] = [
    "social worker",
    "press officer",
    "policy adviser",
    "train driver",
    "prison governor",
    "fire safety inspector",
    "director of communications",
    "head of marketing",
    "estate agent",
    "tax inspector",
    "paramedic",
    "solicitor",
    "plumber",
    "immigration officer",
];

/// What is asked about a job.
const WORDINGS: [&str; 9] = [
    "what does a TITLE do?",
    "what skills does a TITLE need?",
    "how do I become a TITLE?",
    "tell me about the TITLE role",
    "is there a TITLE?",
    "levels of a TITLE",
    "what is a TITLE?",
    "what comes after TITLE?",
    "skills for a TITLE",
];

#[test]
fn a_title_that_is_not_there_is_refused_in_every_wording() {
    let mut failures = Failures::default();
    for world in worlds() {
        for asked in TITLES.iter().flat_map(|title| {
            let of_it = |wording: &&str| wording.replace("TITLE", title);
            WORDINGS.iter().map(of_it).collect::<Vec<_>>()
        }) {
            let kind = ask(&world.guide, &Context::default(), &asked).reply.kind;
            failures.asked += 1;
            if kind != Kind::NoMatch {
                failures.add(world, format!("`{asked}` is answered {kind:?}"));
            }
        }
    }
    failures.tell();
}

#[test]
fn the_manager_of_something_is_not_the_skill_of_managing_it() {
    let hotel = made(&["Hotel role: Night porter\n- A porter.\n\n\
         Role level: Senior night porter\n- A senior.\n\n\
         Skill: Linen management\n- count the sheets\n"]);
    let mut failures = Failures::default();
    for world in worlds().chain([&hotel]) {
        let skills = world.guide.framework().skills().iter();
        let managed = skills.filter_map(|skill| skill.name().strip_suffix(" management"));
        for title in managed.map(|what| format!("{what} manager")) {
            for words in [
                title.clone(),
                format!("what does a {title} do?"),
                format!("what skills does a {title} need?"),
                format!("I'm a {title}, what's next?"),
            ] {
                let said = ask(&world.guide, &Context::default(), &words);
                failures.asked += 1;
                let kind = said.reply.kind;
                let of_skill = [Kind::Skill, Kind::SkillAtLevel, Kind::RolesNeedingSkill];
                if of_skill.contains(&kind) {
                    failures.add(world, format!("`{words}` is answered {kind:?}"));
                }
            }
        }
    }
    failures.tell();
}
