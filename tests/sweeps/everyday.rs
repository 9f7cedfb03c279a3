//! Names that are made of words of everyday English, or whose initials are one: "I'm" is
//! no incident manager, "it" no IT, and the lead of a role has nothing to do with
//! leading something.

use waymark::answer::role_of;
use waymark::question::{Context, Kind, Position};

use super::{Failures, made, worlds};
use crate::frameworks::World;
use crate::replies::ask;

/// What people say around the name of a level.
const AROUND: [&str; 9] = [
    "I'm a LEVEL, what's next?",
    "I'd like to be a LEVEL, what should I be good at?",
    "so what does a LEVEL do?",
    "as a LEVEL, what skills do I need?",
    "did I ask what a LEVEL does?",
    "is it a LEVEL who leads? what do they do at that level?",
    "i.e. what is a LEVEL?",
    "I'm sitting in for a LEVEL, what does the job involve",
    "what's it like to be a LEVEL?",
];

/// What people say before a question.
const BEFORE: [&str; 10] = [
    "Morning all, quick one before my 1:1 - ",
    "sorry if this is a daft question but ",
    "Hey, my line manager mentioned this in our catch up and I did not want to look silly. ",
    "It's my second week and I'm still finding my feet, so bear with me: ",
    "I've got my mid year on Thursday. ",
    "quick q: ",
    "ok so ",
    "Right then. ",
    "We're writing a job advert - ",
    "I'm new to the civil service. ",
];

/// What they say behind it.
const BEHIND: [&str; 6] = [
    " thanks!",
    " ta",
    " pls",
    " (asking for a friend)",
    " please and thank you",
    " \u{1F64F}",
];

/// Questions about a level.
const ASKED: [&str; 4] = [
    "what does a LEVEL do?",
    "what skills does a LEVEL need?",
    "I'm a LEVEL, what's next?",
    "which roles are like LEVEL?",
];

/// A framework of such names: the initials of its roles are "im", "id", "so", "as" and
/// "ie", those of two skills "did" and "sit".
fn unlucky() -> World {
    let roles = [
        "Injury monitor",
        "Ideas dresser",
        "Soup observer",
        "Area sweeper",
        "Ice examiner",
        "IT porter",
    ];
    let skills = [
        "Leading wards",
        "Service level checks",
        "Drying ink daily",
        "Sorting iron things",
        "IT upkeep",
        "Changing rooms",
    ];
    let documents = roles.map(|role| {
        let noun = role
            .strip_prefix("IT")
            .map_or_else(|| role.to_lowercase(), |it| format!("IT{it}"));
        let levels = ["Junior ", "", "Lead "].map(|rank| {
            let level = if rank.is_empty() {
                role.to_owned()
            } else {
                format!("{rank}{noun}")
            };
            let asked = skills.map(|skill| format!("Skill: {skill}\n- do it well\n\n"));
            let asked = asked.concat();
            format!("Hospital role: {role}\n- Somebody.\n\nRole level: {level}\n- One.\n\n{asked}")
        });
        levels.to_vec()
    });
    let documents: Vec<String> = documents.into_iter().flatten().collect();
    let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
    made(&documents)
}

#[test]
fn what_people_say_around_a_name_is_no_name() {
    let mut failures = Failures::default();
    let unlucky = unlucky();
    for world in worlds().chain([&unlucky]) {
        let framework = world.guide.framework();
        for level in framework.levels().iter().filter(|it| it.is_in_use()) {
            for asked in AROUND {
                let words = asked.replace("LEVEL", level.name());
                let said = ask(&world.guide, &Context::default(), &words);
                failures.asked += 1;
                let about = said.context.subjects.iter();
                let places = about.filter_map(|subject| subject.position());
                let roles = places.map(|place| role_of(framework, place));
                let mut others = roles.filter(|role| *role != level.role());
                let asks = said.reply.kind == Kind::Clarify;
                if others.next().is_some() || !asks && said.context.subjects.is_empty() {
                    let about = &said.context.subjects;
                    let kind = said.reply.kind;
                    failures.add(world, format!("`{words}` is {kind:?} about {about:?}"));
                }
            }
        }
    }
    failures.tell();
}

#[test]
fn what_was_spoken_of_is_meant_by_it() {
    let world = unlucky();
    let guide = &world.guide;
    let skill = ask(guide, &Context::default(), "what is drying ink daily?").context;
    let needing = ask(guide, &skill, "who needs it?");
    assert_eq!(needing.reply.kind, Kind::RolesNeedingSkill);
    assert_eq!(needing.context.subjects, skill.subjects);
    let role = ask(
        guide,
        &Context::default(),
        "what does an injury monitor do?",
    )
    .context;
    for (words, wanted) in [
        ("and at lead level?", "Lead injury monitor"),
        ("what about the junior one?", "Junior injury monitor"),
        ("and the lead?", "Lead injury monitor"),
    ] {
        let said = ask(guide, &role, words);
        let mut places = said.context.subjects.iter().filter_map(|it| it.position());
        let level = places.find_map(|place| match place {
            Position::Level(level) => Some(guide.framework().level(level).name()),
            Position::Role(_) => None,
        });
        assert_eq!(level, Some(wanted), "{words}");
    }
}

#[test]
fn what_people_say_before_and_behind_a_question_changes_nothing() {
    let mut failures = Failures::default();
    let unlucky = unlucky();
    for world in worlds().chain([&unlucky]) {
        for (number, level) in world.guide.framework().levels().iter().enumerate() {
            for asked in ASKED {
                let bare = asked.replace("LEVEL", level.name());
                let meant = ask(&world.guide, &Context::default(), &bare);
                // Each level with one of what is said behind: all of them come by.
                let behind = BEHIND[number % BEHIND.len()];
                for before in BEFORE {
                    let words = format!("{before}{bare}{behind}");
                    let said = ask(&world.guide, &Context::default(), &words);
                    failures.asked += 1;
                    let is_same = said.reply.kind == meant.reply.kind
                        && said.context.subjects == meant.context.subjects;
                    if !is_same {
                        let kind = said.reply.kind;
                        let about = &said.context.subjects;
                        failures.add(world, format!("`{words}` is {kind:?} about {about:?}"));
                    }
                }
            }
        }
    }
    failures.tell();
}
