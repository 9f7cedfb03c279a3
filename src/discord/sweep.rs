//! Every answer that a framework can give, and every sheet of it, held against
//! Discord's limits. The framework is the shipped one, and that in the folder
//! that `WAYMARK_SWEEP` names.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::library::Library;
use super::limits::{self, units};
use super::menu::Menu;
use super::message::Message;
use super::own_pages;
use super::present::{Shown, View, reading_of};
use crate::framework::{Framework, Proficiency, Seniority};
use crate::guide::Guide;
use crate::question::{Context, Courtesy, Position, Question, Subject};

/// The frameworks that are swept.
fn libraries() -> Vec<Library> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("framework");
    let named = std::env::var_os("WAYMARK_SWEEP").map(PathBuf::from);
    let load = |folder: PathBuf| {
        let loaded = Guide::load(&folder).expect("the framework can be loaded");
        Library::new(loaded.guide)
    };
    std::iter::once(shipped).chain(named).map(load).collect()
}

/// Every question that names all it is about. Pairs of places are those of one
/// role in both orders, and those of two roles in one.
fn questions(framework: &Framework) -> Vec<Question> {
    let mut all = vec![
        Question::ListRoles(None),
        Question::ListSkills,
        Question::ListFamilies,
        Question::Proficiency(None),
    ];
    for courtesy in [
        Courtesy::Greeting,
        Courtesy::Thanks,
        Courtesy::Farewell,
        Courtesy::Abilities,
        Courtesy::Grounds,
        Courtesy::Unnamed,
        Courtesy::Silence,
    ] {
        all.push(Question::Help(courtesy));
    }
    let families = framework.families().iter();
    all.extend(families.map(|family| Question::ListRoles(Some(family.id()))));
    let families = framework.families().iter().map(|family| Some(family.id()));
    for family in families.chain([None]) {
        all.extend(Seniority::MARKED.map(|seniority| Question::ListLevels(seniority, family)));
    }
    for at in Proficiency::ALL {
        all.push(Question::Proficiency(Some(at)));
    }
    for skill in framework.skills() {
        all.push(Question::Skill(skill.id()));
        all.push(Question::RolesNeedingSkill(skill.id(), None));
        for at in Proficiency::ALL {
            all.push(Question::SkillAtProficiency(skill.id(), at));
            all.push(Question::RolesNeedingSkill(skill.id(), Some(at)));
        }
    }
    let levels = framework.levels().iter().filter(|level| level.is_in_use());
    let levels: Vec<Position> = levels.map(|level| Position::Level(level.id())).collect();
    for role in framework.roles() {
        let at = Position::Role(role.id());
        all.push(Question::Role(role.id()));
        all.push(Question::LevelsOfRole(role.id()));
        all.push(Question::LevelSkills(at, None));
        all.push(Question::SimilarRoles(at));
        all.push(Question::Progression(at, None));
        for other in framework.roles() {
            let other = Position::Role(other.id());
            if at <= other {
                all.push(Question::Compare(at, other));
                all.push(Question::SharedSkills(at, other));
            }
        }
    }
    for at in &levels {
        let Position::Level(level) = *at else {
            continue;
        };
        all.push(Question::Level(level));
        all.push(Question::LevelSkills(*at, None));
        let at_each = Proficiency::ALL.map(|each| Question::LevelSkills(*at, Some(each)));
        all.extend(at_each);
        all.push(Question::SimilarRoles(*at));
        all.push(Question::Progression(*at, None));
        for requirement in framework.level(level).requirements() {
            all.push(Question::SkillAtLevel(requirement.skill(), *at));
        }
        for other in &levels {
            all.push(Question::Compare(*at, *other));
            let is_same_role =
                crate::answer::role_of(framework, *at) == crate::answer::role_of(framework, *other);
            if is_same_role {
                all.push(Question::SharedSkills(*at, *other));
                all.push(Question::Progression(*at, Some(*other)));
            }
        }
    }
    all
}

/// What of a message Discord would refuse.
fn faults(message: &Message) -> Vec<String> {
    let body = json!(message);
    let mut faults = Vec::new();
    let mut hold = |what: &str, text: &Value, least: usize, most: usize| {
        let length = units(text.as_str().unwrap_or_default());
        if !(least..=most).contains(&length) {
            faults.push(format!("{what} has {length} units"));
        }
        length
    };
    hold("content", &body["content"], 0, limits::CONTENT);
    let mut all = 0;
    for embed in body["embeds"].as_array().expect("a list") {
        all += hold("title", &embed["title"], 1, limits::TITLE);
        all += hold("description", &embed["description"], 1, limits::DESCRIPTION);
        all += hold("footer", &embed["footer"]["text"], 0, limits::FOOTER);
    }
    let mut ids = HashSet::new();
    let rows = body["components"].as_array().expect("a list");
    let is_empty = body["content"].is_null() && body["embeds"] == json!([]);
    let mut others = Vec::new();
    for row in rows {
        let parts = row["components"].as_array().expect("a list");
        if parts.is_empty() || parts.len() > limits::BUTTONS {
            others.push(format!("a row of {}", parts.len()));
        }
        for part in parts {
            hold("custom_id", &part["custom_id"], 1, limits::CUSTOM_ID);
            if !ids.insert(part["custom_id"].to_string()) {
                others.push(format!("custom_id {} twice", part["custom_id"]));
            }
            if part["type"] == 2 {
                hold("label", &part["label"], 1, limits::LABEL);
                continue;
            }
            hold("placeholder", &part["placeholder"], 1, limits::PLACEHOLDER);
            let options = part["options"].as_array().expect("a list");
            if parts.len() != 1 || options.is_empty() || options.len() > limits::OPTIONS {
                others.push(format!("a select of {}", options.len()));
            }
            let mut values = HashSet::new();
            for option in options {
                hold("option", &option["label"], 1, limits::OPTION);
                hold("value", &option["value"], 1, limits::CUSTOM_ID);
                hold("description", &option["description"], 0, limits::OPTION);
                if !values.insert(option["value"].to_string()) {
                    others.push("an option twice".to_owned());
                }
            }
        }
    }
    if all > limits::EMBEDS || rows.len() > limits::ROWS || is_empty {
        others.push(format!("{all} units in {} rows", rows.len()));
    }
    faults.extend(others);
    faults
}

#[track_caller]
fn fits(message: &Message, about: &str) {
    let faults = faults(message);
    assert!(faults.is_empty(), "{about}: {faults:?}\n{}", json!(message));
}

fn every_sheet(library: &Library, question: &Question) -> usize {
    let reading = reading_of(question.clone());
    let shown = Shown::new(library, &reading);
    let sheets = shown.sheets();
    // Everything at once that can stand under a sheet.
    let role = library.framework().roles().first();
    for sheet in 0..sheets {
        let view = View {
            sheet,
            can_share: true,
            from_menu: role.map(crate::framework::Role::id),
        };
        let message = shown.message(view);
        fits(&message, &format!("{question:?}, sheet {sheet}"));
    }
    fits(&shown.line(), &format!("{question:?} in a line"));
    sheets
}

#[test]
fn every_answer_fits_discords_limits_on_every_sheet() {
    for library in libraries() {
        let questions = questions(library.framework());
        let halves = questions.split_at(questions.len() / 2);
        let sweep = |part: &[Question]| -> usize {
            part.iter().map(|one| every_sheet(&library, one)).sum()
        };
        let sheets = std::thread::scope(|scope| {
            let other = scope.spawn(|| sweep(halves.1));
            sweep(halves.0) + other.join().expect("the other half fits too")
        });
        assert!(sheets >= questions.len());
    }
}

#[test]
fn every_statement_of_an_answer_stands_on_one_of_its_sheets() {
    for library in libraries() {
        for level in library
            .framework()
            .levels()
            .iter()
            .filter(|l| l.is_in_use())
        {
            let reading = reading_of(Question::Level(level.id()));
            let shown = Shown::new(&library, &reading);
            let text: Vec<String> = super::sheets::sheets(&shown.page)
                .into_iter()
                .map(|sheet| sheet.text.replace('\\', ""))
                .collect();
            for quote in shown.page.quotes() {
                let words = quote.words.replace('\\', "");
                assert!(
                    text.iter().any(|sheet| sheet.contains(&words)),
                    "`{words}` is on no sheet"
                );
            }
        }
    }
}

#[test]
fn every_menu_and_every_page_about_the_bot_fits() {
    for library in libraries() {
        let framework = library.framework();
        let families = framework
            .families()
            .iter()
            .map(|one| Menu::Family(one.id()));
        let roles = framework.roles().iter().map(|one| Menu::Role(one.id()));
        for menu in std::iter::once(Menu::Families).chain(families).chain(roles) {
            fits(&menu.message(&library, 0), &format!("{menu:?}"));
            fits(&menu.message(&library, 99), &format!("{menu:?}"));
        }
        fits(&own_pages::about(&library), "about");
        fits(&own_pages::privacy(), "privacy");
        for name in framework.skills().iter().map(crate::framework::Skill::name) {
            fits(&own_pages::look_up(&library, name), name);
        }
        let all: Vec<_> = framework
            .skills()
            .iter()
            .map(crate::framework::Skill::name)
            .collect();
        fits(&own_pages::look_up(&library, &all.join(". ")), "all skills");
    }
}

#[test]
fn hostile_and_endless_words_fit_too() {
    let hostile = [
        "@everyone ".repeat(400),
        "[a](https://b) *x* ".repeat(200),
        "🧭".repeat(2000),
        "\\".repeat(4000),
        "what skills cover ".to_owned() + &"testing ".repeat(400),
    ];
    for library in libraries() {
        for words in &hostile {
            let reading = library.guide.understand(&Context::default(), words);
            let shown = Shown::new(&library, &reading);
            fits(&shown.message(View::OPEN), words);
            fits(&shown.line(), words);
        }
    }
}

#[test]
fn a_button_leads_to_the_same_thing_in_a_framework_that_was_loaded_anew() {
    let (one, other) = (libraries(), libraries());
    for (one, other) in one.iter().zip(&other) {
        for question in questions(one.framework()) {
            let link = super::link::Link::Asked(question.clone());
            let Some(text) = link.write(one.framework()) else {
                continue;
            };
            let read = super::link::Link::read(&other.directory, &text);
            assert_eq!(read, Ok(link), "{text}");
        }
    }
}

#[test]
fn every_name_is_offered_to_those_who_type_it_and_first_of_all() {
    use super::request::Field;
    for library in libraries() {
        for skill in library.framework().skills() {
            let offers = library.offers.matching(Field::Skill, None, skill.name());
            assert_eq!(offers[0].0, Subject::Skill(skill.id()));
            assert!(offers.len() <= limits::CHOICES);
        }
    }
}
