//! Every role, level and skill can be asked for by its own name, also with a
//! slip in it, and is never taken for another.

use waymark::framework::{Framework, fold};
use waymark::question::{Context, Kind, Subject};

use super::slips::slips;
use super::{Failures, made, worlds};
use crate::frameworks::World;
use crate::replies::{Said, ask};

#[test]
fn everything_is_found_by_its_own_name() {
    sweep(|name| vec![name.to_owned(), name.to_lowercase()]);
}

#[test]
fn nothing_is_taken_for_another_through_a_slip_in_one_word() {
    sweep(slips);
}

/// "Test analyst", where the role is a "quality assurance test analyst": unless that
/// is the name of something else.
#[test]
fn a_role_is_found_by_the_last_two_words_of_its_name() {
    let kitchen = made(&["Kitchen role: Menu design analyst\n- An analyst.\n\n\
         Role level: Senior menu design analyst\n- A senior.\n\n\
         Skill: Design analysis\n- look at menus\n"]);
    let mut failures = Failures::default();
    for world in worlds().chain([&kitchen]) {
        let framework = world.guide.framework();
        let things = things(framework);
        let is_a_name = |end: &str| things.iter().any(|it| fold(name(framework, *it)) == end);
        for role in framework.roles() {
            let name = fold(role.name());
            let words: Vec<&str> = name.split(' ').collect();
            let [_, .., last_but_one, last] = words.as_slice() else {
                continue;
            };
            let end = format!("{last_but_one} {last}");
            if is_a_name(&end) || name.contains('(') {
                continue;
            }
            failures.asked += 1;
            let said = ask(&world.guide, &Context::default(), &end);
            if let Some(fault) = fault(world, Subject::Role(role.id()), &said) {
                failures.add(world, format!("`{end}` {fault}"));
            }
        }
    }
    failures.tell();
}

/// Asks for everything in each of the ways that `ways` makes of its name.
#[track_caller]
fn sweep(ways: fn(&str) -> Vec<String>) {
    let mut failures = Failures::default();
    for world in worlds() {
        for thing in things(world.guide.framework()) {
            let name = name(world.guide.framework(), thing);
            for words in ways(name) {
                let said = ask(&world.guide, &Context::default(), &words);
                failures.asked += 1;
                if let Some(fault) = fault(world, thing, &said) {
                    failures.add(world, format!("`{words}` {fault}"));
                }
            }
        }
    }
    failures.tell();
}

/// Every role, every level in use and every skill.
fn things(framework: &Framework) -> Vec<Subject> {
    let roles = framework.roles().iter().map(|it| Subject::Role(it.id()));
    let levels = framework
        .levels()
        .iter()
        .filter(|level| level.is_in_use())
        .map(|level| Subject::Level(level.id()));
    let skills = framework.skills().iter().map(|it| Subject::Skill(it.id()));
    roles.chain(levels).chain(skills).collect()
}

/// The kinds that answer for one thing as if it were meant.
const ANSWERS: [Kind; 3] = [Kind::Role, Kind::Level, Kind::Skill];

/// The kinds that offer things, and claim of none that it is meant.
const OFFERS: [Kind; 4] = [
    Kind::Clarify,
    Kind::NoMatch,
    Kind::SkillsAbout,
    Kind::RolesAbout,
];

/// What is wrong with what was said to somebody who meant `thing`.
fn fault(world: &World, thing: Subject, said: &Said) -> Option<String> {
    let framework = world.guide.framework();
    let is_it = |other: &Subject| is_same(framework, thing, *other);
    let (subjects, results) = (&said.context.subjects, &said.context.results);
    let kind = said.reply.kind;
    let shown = |list: &[Subject]| -> Vec<String> {
        list.iter()
            .map(|it| name(framework, *it).to_owned())
            .collect()
    };
    if ANSWERS.contains(&kind) {
        return (!subjects.iter().all(is_it))
            .then(|| format!("is answered with another {kind:?}, {:?}", shown(subjects)));
    }
    if OFFERS.contains(&kind) {
        return (!subjects.iter().chain(results).any(is_it))
            .then(|| format!("is not offered: {kind:?}, {:?}", shown(results)));
    }
    (!subjects.iter().any(is_it)).then(|| format!("is answered {kind:?}, {:?}", shown(subjects)))
}

/// Whether two subjects are one for somebody who says the name: a role and its
/// level of the same name are, also where the role has a short form in brackets.
fn is_same(framework: &Framework, one: Subject, other: Subject) -> bool {
    plain(framework, one) == plain(framework, other)
}

/// A level that has its role's name is its role; the rest is what it is.
fn plain(framework: &Framework, subject: Subject) -> Subject {
    match subject {
        Subject::Level(id) | Subject::LevelAt(id, _) => {
            let level = framework.level(id);
            let role = framework.role(level.role());
            if forms(role.name()).contains(&fold(level.name())) {
                Subject::Role(role.id())
            } else {
                Subject::Level(id)
            }
        }
        Subject::SkillAt(id, _) => Subject::Skill(id),
        Subject::Family(_) | Subject::Role(_) | Subject::Skill(_) | Subject::Proficiency(_) => {
            subject
        }
    }
}

/// A role's name; where a bracket in it has a short form ("Development
/// operations (DevOps) engineer"), also with that alone and without it.
fn forms(name: &str) -> Vec<String> {
    let name = fold(name);
    let parts = name.split_once('(').and_then(|(before, rest)| {
        let (inside, after) = rest.split_once(')')?;
        Some([format!("{inside}{after}"), format!("{before}{after}")])
    });
    let made = parts.into_iter().flatten().map(|form| fold(&form));
    made.chain([name.clone()]).collect()
}

fn name(framework: &Framework, subject: Subject) -> &str {
    match subject {
        Subject::Family(id) => framework.family(id).name(),
        Subject::Role(id) => framework.role(id).name(),
        Subject::Level(id) | Subject::LevelAt(id, _) => framework.level(id).name(),
        Subject::Skill(id) | Subject::SkillAt(id, _) => framework.skill(id).name(),
        Subject::Proficiency(at) => at.name(),
    }
}
