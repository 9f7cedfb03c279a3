//! Pages, as text and as JSON.

use std::time::Duration;

use super::{Plain, json, page, plain};
use crate::answer::answer;
use crate::answer::tests::{asking, kitchen, level, role, skill};
use crate::framework::{Framework, Proficiency, Seniority};
use crate::question::{Correction, Courtesy, Position, Question, Scope, Subject, Unclear};
use crate::search::Findings;

/// A question of every kind.
fn questions(framework: &Framework) -> Vec<Question> {
    let (cook, baker) = (role(framework, "Cook"), role(framework, "Baker"));
    let (junior, senior) = (
        level(framework, "Junior cook"),
        level(framework, "Senior cook"),
    );
    let knives = skill(framework, "Knives");
    let nowhere = Unclear::NotInFramework {
        what: String::new(),
        near: vec![Subject::Level(junior)],
    };
    vec![
        Question::Role(cook),
        Question::Level(junior),
        Question::LevelSkills(Position::Role(cook), None),
        Question::LevelSkills(Position::Level(senior), None),
        Question::Skill(knives),
        Question::SkillAtLevel(knives, Position::Role(cook)),
        Question::SkillAtLevel(skill(framework, "Dough"), Position::Role(cook)),
        Question::SkillAtProficiency(knives, Proficiency::Expert),
        Question::SkillAtProficiency(knives, Proficiency::Practitioner),
        Question::Proficiency(None),
        Question::Proficiency(Some(Proficiency::Working)),
        Question::SkillsAbout(Findings::default()),
        Question::RolesAbout(Findings::default()),
        Question::RolesNeedingSkill(knives, None),
        Question::RolesNeedingSkill(knives, Some(Proficiency::Practitioner)),
        Question::Compare(Position::Role(cook), Position::Role(baker)),
        Question::Compare(Position::Level(junior), Position::Role(cook)),
        Question::Compare(Position::Level(junior), Position::Level(junior)),
        Question::Progression(Position::Level(junior), None),
        Question::Progression(Position::Level(junior), Some(Position::Level(senior))),
        Question::Progression(Position::Role(baker), None),
        Question::LevelsOfRole(cook),
        Question::ListRoles(None),
        Question::ListLevels(Seniority::Junior, None),
        Question::ListSkills,
        Question::ListFamilies,
        Question::SharedSkills(Position::Role(cook), Position::Level(senior)),
        Question::SimilarRoles(Position::Role(cook)),
        Question::SimilarRoles(Position::Level(senior)),
        Question::Clarify(vec![
            Subject::Role(cook),
            Subject::Level(level(framework, "Cook")),
        ]),
        Question::Help(Courtesy::Abilities),
        Question::Help(Courtesy::Thanks),
        Question::NoMatch(nowhere),
        Question::NoMatch(Unclear::NoSuchLevel {
            role: cook,
            what: "head\u{7}".to_owned(),
        }),
        Question::NoMatch(Unclear::OutOfScope {
            about: Scope::Pay,
            instead: Vec::new(),
        }),
    ]
}

#[test]
fn every_reply_is_clean_text_with_a_title_and_proven_quotes() {
    let framework = kitchen();
    for question in questions(&framework) {
        let reading = asking(question);
        let answer = answer(&framework, &reading);
        let page = page(&framework, &answer);
        assert!(!page.title.text.is_empty(), "{:?}", reading.question);
        for width in [0, 40, 80] {
            for colour in [false, true] {
                let text = plain(&page, &Plain { width, colour });
                assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text}");
                assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
                assert!(!text.contains("\n\n\n") && !text.contains('\r'), "{text}");
            }
        }
        for quote in page.quotes() {
            assert_eq!(
                &quote.passage.source().text()[quote.passage.range()],
                quote.passage.text()
            );
        }
    }
}

#[test]
fn a_correction_comes_first_and_an_echo_is_cut() {
    let framework = kitchen();
    let mut reading = asking(Question::Role(role(&framework, "Cook")));
    reading.corrections = vec![Correction {
        typed: "kook ".repeat(50),
        read: "Cook".to_owned(),
    }];
    let answer = answer(&framework, &reading);
    let text = plain(
        &page(&framework, &answer),
        &Plain {
            width: 300,
            colour: false,
        },
    );
    let first = text.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("Showing Cook for \"kook kook") && first.ends_with("…\"."),
        "{first}"
    );
}

#[test]
fn colour_adds_nothing_but_bold() {
    let framework = kitchen();
    let reading = asking(Question::Level(level(&framework, "Cook")));
    let answer = answer(&framework, &reading);
    let page = page(&framework, &answer);
    let coloured = plain(
        &page,
        &Plain {
            width: 60,
            colour: true,
        },
    );
    let bare = coloured.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
    assert_eq!(
        bare,
        plain(
            &page,
            &Plain {
                width: 60,
                colour: false
            }
        )
    );
}

#[test]
fn json_names_a_level_with_its_role() {
    let framework = kitchen();
    let reading = asking(Question::RolesNeedingSkill(
        skill(&framework, "Sauces"),
        Some(Proficiency::Working),
    ));
    let answer = answer(&framework, &reading);
    let page = page(&framework, &answer);
    let reply = json(&framework, &answer, &page, Duration::from_micros(7));
    let told = serde_json::to_value(&reply).expect("a reply is JSON");
    assert_eq!(
        told["subjects"],
        serde_json::json!([{"skill": "Sauces", "proficiency": "Working"}])
    );
    assert_eq!(
        told["results"],
        serde_json::json!([{"role": "Cook", "level": "Cook", "proficiency": "Working"}])
    );
    assert_eq!(
        (told["reason"].is_null(), &told["elapsed_us"]),
        (true, &serde_json::json!(7))
    );
}
