//! Whatever stands in the files: they are read to their end, each complaint
//! points into its file, and what can be answered is proven.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use waymark::config::{Config, ConfigError};
use waymark::documents::{Diagnostic, Severity};
use waymark::framework::Framework;
use waymark::guide::{self, Guide, Inspection};
use waymark::question::Context;

use super::cases;
use super::strategies::file;
use crate::frameworks::{self, Files};
use crate::replies::ask;

/// The longest that a complaint's own words are, beside what it repeats of the
/// file.
const OWN_WORDS: usize = 400;

const PROFILE: &[&str] = &[
    "Craft role: Potter\n",
    "Craft role:",
    "role: ",
    "Role level: Potter\n",
    "Role level:",
    "Skill: Throwing\n",
    "Skill: Firing\n",
    "Skill:",
    "In this role, you will:\n",
    "At this role level, you will:\n",
    "- ",
    "- throw\n",
    "* ",
    "# ",
    "NOT IN USE\n",
    "\n",
    "\r\n",
    " ",
    "\u{feff}",
    "\u{2028}",
    "\u{a0}",
    "\u{200b}",
    "text ",
    ":",
    "\t",
];

const TABLE: &[&str] = &[
    "Role Family,Role,Role Level,Skill Name,Skill Level\n",
    "Skill Name,Awareness,Working,Practitioner,Expert\n",
    "Role Description,",
    "Craft,",
    "Potter,",
    "Throwing,",
    "Working,",
    "Expert",
    "NOT IN USE,",
    "\"",
    "\"\"",
    "\"a\nb\",",
    "This skill level is currently not defined.",
    ",",
    ",",
    ",,,,",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{feff}",
    "é",
    "You can:\n- throw",
    "x",
];

const MANIFEST: &[&str] = &[
    "title",
    "publisher",
    "licence",
    "[links]\n",
    "[links.roles]\n",
    "[proficiencies]\n",
    "[aliases.roles]\n",
    "[aliases.levels]\n",
    "[ladders]\n",
    "[[topic]]\n",
    "[[short_form]]\n",
    "say",
    "means",
    "ambiguous",
    "awareness",
    "Potter",
    "\"Potter\"",
    "'Throwing'",
    " = ",
    " = ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "\n",
    "\"",
    "\"\"\"",
    "true",
    "1",
    ".",
    "#",
    "\u{feff}",
    "é",
    "\\u0041",
];

const CONFIG: &[&str] = &[
    "framework",
    "log",
    " = ",
    " = ",
    "\"ours\"",
    "\"info\"",
    "\"a=b=c\"",
    "[discord]",
    "\n",
    "1",
    "true",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "#",
    "\u{feff}",
    "é",
];

/// A document without fault, so that the other file alone decides.
const POTTER: &str = "Craft role: Potter\n- A potter makes pots.\n\nRole level: Potter\n- A potter works alone.\n\n\
                      Skill: Throwing\n- make a pot that stands\n";

/// The first rows of each table of roles: the whole takes a while to index.
fn first_rows() -> Vec<Vec<u8>> {
    let mut tables = good("roles.csv");
    for table in &mut tables {
        let text = String::from_utf8_lossy(&table[..8_000]).into_owned();
        let first = text.find("\r\n").expect("a heading ends there") + 2;
        let (family, _) = text[first..].split_once(',').expect("a row has cells");
        let end = text.rfind(&format!("\r\n{family},"));
        let end = end.expect("a row starts there");
        table.truncate(end + 2);
    }
    tables
}

/// Files of the small frameworks whose path ends so, as bytes.
fn good(ending: &str) -> Vec<Vec<u8>> {
    let found: Vec<Vec<u8>> = frameworks::NAMES
        .into_iter()
        .flat_map(|name| Files::of(&frameworks::folder(name)).ending(ending))
        .collect();
    assert!(!found.is_empty(), "no file ends with {ending}");
    found
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_role_document_is_read(bytes in file(PROFILE, good(".txt"))) {
        is_read("potter.txt", &bytes)?;
    }

    #[test]
    fn any_table_of_roles_is_read(bytes in file(TABLE, first_rows())) {
        is_read("roles.csv", &bytes)?;
    }

    #[test]
    fn any_table_of_skills_is_read(bytes in file(TABLE, good("skills.csv"))) {
        is_read("skills.csv", &bytes)?;
    }

    #[test]
    fn any_manifest_is_read(bytes in file(MANIFEST, good("framework.toml"))) {
        is_read("framework.toml", &bytes)?;
    }

    #[test]
    fn any_config_is_read_or_refused(bytes in file(CONFIG, vec![
        include_bytes!("../../config.example.toml").to_vec()
    ])) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("config.toml");
        fs::write(&path, &bytes).expect("the file can be written");
        if let Err(ConfigError::Faults(faults)) = Config::find(Some(&path)) {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.len() <= bytes.len(), "{} faults", faults.len());
            for fault in faults {
                prop_assert_eq!(fault.place.text().as_bytes(), &bytes[fault.place.range()]);
                let said = fault.kind.to_string().len() + fault.remedy().len();
                prop_assert!(said <= OWN_WORDS + 2 * bytes.len());
            }
        }
    }
}

#[test]
fn a_vertical_tab_and_a_form_feed_part_words_in_a_reply() {
    for sign in ['\u{b}', '\u{c}'] {
        let bytes = POTTER.replace("makes pots", &format!("makes{sign}pots"));
        is_read("potter.txt", bytes.as_bytes()).expect("the reply is clean and proven");
    }
}

/// Reads a folder with this file and a good one, and asks what can be asked.
fn is_read(name: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    fs::write(folder.join("glazer.txt"), POTTER.replace("otter", "lazer"))
        .expect("the file can be written");
    fs::write(folder.join(name), bytes).expect("the file can be written");
    let Inspection {
        framework,
        diagnostics,
    } = guide::inspect(folder).expect("the folder can be read");
    are_bounded(&diagnostics, bytes)?;
    are_proven(&diagnostics, folder)?;
    let is_error = |fault: &Diagnostic| fault.severity() == Severity::Error;
    if !diagnostics.iter().any(is_error) {
        answers(framework, &Files::of(folder))?;
    }
    Ok(())
}

/// There are at most as many complaints as bytes (and a few of the other file),
/// and none is longer than what it can repeat of the file and a few sentences.
fn are_bounded(diagnostics: &[Diagnostic], bytes: &[u8]) -> Result<(), TestCaseError> {
    let most = bytes.len() + 8;
    prop_assert!(diagnostics.len() <= most, "{} faults", diagnostics.len());
    for Diagnostic { fault, .. } in diagnostics {
        let said = fault.to_string().len() + fault.label().len() + fault.remedy().len();
        prop_assert!(said <= 2 * bytes.len() + OWN_WORDS, "{said} bytes: {fault}");
    }
    Ok(())
}

/// Each complaint shows bytes that stand in its file.
fn are_proven(diagnostics: &[Diagnostic], folder: &Path) -> Result<(), TestCaseError> {
    for diagnostic in diagnostics {
        let also = diagnostic.also.iter().map(|(place, _)| place);
        for place in diagnostic.place.iter().chain(also) {
            let on_disk = fs::read(folder.join(place.file())).expect("the file is there");
            prop_assert_eq!(place.text().as_bytes(), &on_disk[place.range()]);
            let before = &on_disk[..place.range().start];
            let line = before.split(|byte| *byte == b'\n').count();
            prop_assert_eq!(place.line(), line);
        }
    }
    Ok(())
}

/// The framework answers for its first things, in words that are in its files.
fn answers(framework: Framework, files: &Files) -> Result<(), TestCaseError> {
    let roles = framework.roles().iter().map(|it| it.name().to_owned());
    let levels = framework.levels().iter().map(|it| it.name().to_owned());
    let skills = framework.skills().iter().map(|it| it.name().to_owned());
    let names: Vec<String> = roles
        .take(3)
        .chain(levels.take(3))
        .chain(skills.take(3))
        .collect();
    let guide = Guide::new(framework);
    for name in names {
        for words in [name.clone(), format!("Which skills cover {name}?")] {
            let said = ask(&guide, &Context::default(), &words);
            prop_assert_eq!(said.faults(files), [""; 0], "{}", words);
        }
    }
    Ok(())
}
