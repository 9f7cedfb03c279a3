//! What is worked out, on a kitchen that fits on one page.

use std::fmt::Write as _;

use super::{Answer, Facts, Near, Outlook, answer};
use crate::documents;
use crate::framework::{Framework, LevelId, Proficiency, RoleId, SkillId, fold};
use crate::question::{Context, Kind, Position, Question, Reading, Reason, Subject, Unclear};

const HEADER: &str = "Role Family,Role,Role Description,Role Level,Role Level Description,Skill Name,\
                      Skill Description,Skill Level,Skill Level Description,Role Type";

/// Level, what is done there, and the skills with their proficiency.
type LevelRow<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Two roles of a kitchen; the cook has three levels, one of its own name.
pub(crate) fn kitchen() -> Framework {
    let cook: [LevelRow<'_>; 3] = [
        (
            "Junior cook",
            "- peel\n- keep clean",
            &[("Knives", "Awareness"), ("Hygiene", "Working")],
        ),
        (
            "Cook",
            "- keep clean\n- cook",
            &[
                ("Knives", "Working"),
                ("Hygiene", "Working"),
                ("Sauces", "Working"),
            ],
        ),
        (
            "Senior cook",
            "- lead the stove",
            &[
                ("Knives", "Expert"),
                ("Sauces", "Practitioner"),
                ("Menus", "Working"),
            ],
        ),
    ];
    let baker: [LevelRow<'_>; 1] = [(
        "Baker",
        "- bake",
        &[
            ("Hygiene", "Practitioner"),
            ("Knives", "Awareness"),
            ("Dough", "Expert"),
        ],
    )];
    let mut table = format!("{HEADER}\n");
    for (role, levels) in [("Cook", cook.as_slice()), ("Baker", baker.as_slice())] {
        for (level, duties, skills) in levels {
            for (skill, proficiency) in *skills {
                let _ = writeln!(
                    table,
                    "Kitchen,{role},A {role} works.,{level},\"A {level}.\n\nAt this role level, you will:\n{duties}\",\
                     {skill},,{proficiency},\"You can:\n- do {skill} at {proficiency}\","
                );
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("roles.csv"), table).expect("a file can be written");
    let documents = documents::read(folder.path()).expect("the kitchen can be read");
    Framework::build(&documents).0
}

/// A reading that asks this question, word for word.
pub(crate) fn asking(question: Question) -> Reading {
    Reading {
        words: "words".to_owned(),
        question,
        corrections: Vec::new(),
        taken_from_context: Vec::new(),
        wanted: None,
        sought: None,
        certainty: 100,
    }
}

#[track_caller]
pub(crate) fn role(framework: &Framework, name: &str) -> RoleId {
    framework
        .roles()
        .iter()
        .find(|role| role.name() == name)
        .expect("the role is there")
        .id()
}

#[track_caller]
pub(crate) fn level(framework: &Framework, name: &str) -> LevelId {
    framework
        .levels()
        .iter()
        .find(|level| level.name() == name)
        .expect("the level is there")
        .id()
}

#[track_caller]
pub(crate) fn skill(framework: &Framework, name: &str) -> SkillId {
    framework
        .skills()
        .iter()
        .find(|skill| skill.name() == name)
        .expect("the skill is there")
        .id()
}

/// The names of what an answer lists.
fn listed<'a>(framework: &'a Framework, answer: &Answer<'_>) -> Vec<&'a str> {
    let name = |subject: &Subject| match *subject {
        Subject::Family(id) => framework.family(id).name(),
        Subject::Role(id) => framework.role(id).name(),
        Subject::Level(id) | Subject::LevelAt(id, _) => framework.level(id).name(),
        Subject::Skill(id) | Subject::SkillAt(id, _) => framework.skill(id).name(),
        Subject::Proficiency(at) => at.name(),
    };
    answer.results.iter().map(name).collect()
}

#[test]
fn levels_are_compared_by_what_the_second_asks() {
    let framework = kitchen();
    let reading = asking(Question::Compare(
        Position::Level(level(&framework, "Cook")),
        Position::Level(level(&framework, "Senior cook")),
    ));
    let answer = answer(&framework, &reading);
    assert_eq!(
        listed(&framework, &answer),
        ["Knives", "Sauces", "Menus", "Hygiene"]
    );
    let Facts::Compare(super::Comparison::Levels(found)) = &answer.facts else {
        panic!("levels are compared")
    };
    assert_eq!(
        [
            found.higher.len(),
            found.new.len(),
            found.gone.len(),
            found.same.len()
        ],
        [2, 1, 1, 0]
    );
}

#[test]
fn what_both_do_is_told_once() {
    let framework = kitchen();
    let first = framework.level(level(&framework, "Junior cook"));
    let second = framework.level(level(&framework, "Cook"));
    let found = super::SideBySide::of(first.responsibilities(), second.responsibilities());
    let told = |block: &[&documents::Statement]| -> Vec<String> {
        block
            .iter()
            .map(|statement| fold(statement.passage.text()))
            .collect()
    };
    assert_eq!(told(&found.both), ["keep clean"]);
    assert_eq!(told(&found.only_first), ["peel"]);
    assert_eq!(told(&found.only_second), ["cook"]);
}

#[test]
fn a_spread_says_where_a_skill_is_asked_and_how_well() {
    let framework = kitchen();
    let spreads = super::Spread::of(&framework, Position::Role(role(&framework, "Cook")));
    let names: Vec<_> = spreads.iter().map(|spread| spread.skill.name()).collect();
    assert_eq!(names, ["Hygiene", "Knives", "Menus", "Sauces"]);
    assert_eq!(
        spreads[1].range(),
        Some((Proficiency::Awareness, Proficiency::Expert))
    );
    assert_eq!(spreads[2].not_asked.len(), 2);
}

#[test]
fn the_next_level_is_a_subject_because_it_is_certain() {
    let framework = kitchen();
    let from = level(&framework, "Cook");
    let reading = asking(Question::Progression(
        Position::Role(role(&framework, "Cook")),
        None,
    ));
    let answer = answer(&framework, &reading);
    let to = level(&framework, "Senior cook");
    assert_eq!(answer.subjects, [Subject::Level(from), Subject::Level(to)]);
    assert_eq!(
        answer.context(),
        Context {
            kind: Some(Kind::Progression),
            wanted: None,
            subjects: answer.subjects.clone(),
            before: Vec::new(),
            results: answer.results.clone(),
            refused: None,
            chosen_from: Vec::new(),
        }
    );
}

#[test]
fn nothing_comes_after_the_highest_level() {
    let framework = kitchen();
    let reading = asking(Question::Progression(
        Position::Level(level(&framework, "Senior cook")),
        None,
    ));
    let answer = answer(&framework, &reading);
    let Facts::Progression(way) = &answer.facts else {
        panic!("it is a way up")
    };
    assert!(matches!(way.outlook, Outlook::Top(_)));
}

#[test]
fn a_near_level_is_told_by_what_is_met_short_and_missing() {
    let framework = kitchen();
    let reading = asking(Question::SimilarRoles(Position::Level(level(
        &framework, "Cook",
    ))));
    let answer = answer(&framework, &reading);
    assert_eq!(listed(&framework, &answer), ["Baker"]);
    let Facts::SimilarRoles(super::Similar {
        near: Near::Levels(fits),
        ..
    }) = &answer.facts
    else {
        panic!("levels are near")
    };
    assert_eq!(
        [
            fits[0].met.len(),
            fits[0].short.len(),
            fits[0].missing.len()
        ],
        [1, 1, 1]
    );
}

#[test]
fn a_skill_that_a_level_does_not_ask_is_told_where_it_is_asked() {
    let framework = kitchen();
    let place = Position::Level(level(&framework, "Junior cook"));
    let reading = asking(Question::SkillAtLevel(skill(&framework, "Sauces"), place));
    let answer = answer(&framework, &reading);
    let Facts::SkillAtLevel(asked) = &answer.facts else {
        panic!("a skill at a level")
    };
    assert!(asked.here.is_none() && asked.others.is_empty());
    assert_eq!(asked.elsewhere.len(), 2);
}

#[test]
fn a_level_that_is_not_there_is_no_match_with_the_levels_that_are() {
    let framework = kitchen();
    let unclear = Unclear::NoSuchLevel {
        role: role(&framework, "Cook"),
        what: "head".to_owned(),
    };
    let reading = asking(Question::NoMatch(unclear));
    let answer = answer(&framework, &reading);
    assert_eq!(
        (answer.kind, answer.reason),
        (Kind::NoMatch, Some(Reason::NotInFramework))
    );
    assert_eq!(
        listed(&framework, &answer),
        ["Junior cook", "Cook", "Senior cook"]
    );
}
