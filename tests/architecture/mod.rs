//! The shape of `src/`: which folder may use which, where the world is touched,
//! and that no framework's names stand in the program.

mod code;

use std::path::Path;

use code::{Code, files};
use waymark::framework::{Framework, Role, RoleLevel, Skill};

use crate::frameworks::{self, World};

/// The folders of the flow from files to a reply, in its order: each may use
/// those before it, and none after.
const FLOW: [&str; 6] = [
    "documents",
    "framework",
    "search",
    "question",
    "answer",
    "render",
];

/// What stands beside the flow or at its end, and what each may use beside the
/// flow itself. The surfaces never meet. A new folder of `src/` needs a line.
const AROUND: [(&str, &[&str]); 8] = [
    ("guide", &[]),
    ("config", &[]),
    ("arguments", &[]),
    ("terminal", &["guide", "config", "arguments"]),
    ("discord", &["guide", "config"]),
    (
        "run",
        &["arguments", "config", "guide", "terminal", "discord"],
    ),
    ("main", &["run"]),
    ("lib", &[]),
];

/// Parts of the standard library that touch the world or tell the time.
const WORLD: [&str; 8] = ["env", "fs", "io", "net", "os", "process", "thread", "time"];

/// The only files of the flow that may touch it: they read a framework's folder.
const READERS: [&str; 2] = ["documents/folder.rs", "documents/listing.rs"];

/// The folders that a folder or file of `src/` may use; `None` for one that
/// has no place yet.
fn may_use(part: &str) -> Option<Vec<&'static str>> {
    if let Some(place) = FLOW.iter().position(|folder| *folder == part) {
        return Some(FLOW[..place].to_vec());
    }
    let (_, beside) = AROUND.iter().find(|(name, _)| *name == part)?;
    Some(FLOW.iter().chain(*beside).copied().collect())
}

#[track_caller]
fn assert_none(found: &[String], what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn every_part_of_the_source_has_a_place_in_the_order() {
    let without: Vec<String> = files()
        .iter()
        .filter(|file| may_use(file.part()).is_none())
        .map(|file| file.path.clone())
        .collect();
    assert_none(&without, "files that are in no folder of the order");
}

#[test]
fn arrows_run_one_way_and_the_surfaces_never_meet() {
    let mut turned = Vec::new();
    for file in files() {
        let allowed = may_use(file.part()).unwrap_or_default();
        for used in file.uses_of_the_crate() {
            if used != file.part() && !allowed.contains(&used.as_str()) {
                turned.push(format!("{} uses {used}", file.path));
            }
        }
    }
    assert_none(&turned, "arrows that turn back");
}

#[test]
fn the_flow_touches_no_world_but_the_folder_that_it_reads() {
    let mut touched = Vec::new();
    for file in files().iter().filter(|file| FLOW.contains(&file.part())) {
        let is_reader = READERS.contains(&file.path.as_str());
        for used in file.uses_of("std") {
            let is_duration = file.path == "render/json.rs" && used == "time::Duration";
            let first = used.split("::").next().unwrap_or_default();
            let is_listing = is_reader && ["fs", "io"].contains(&first);
            if WORLD.contains(&first) && !is_duration && !is_listing {
                touched.push(format!("{} uses std::{used}", file.path));
            }
        }
        for word in ["async", "await", "tokio"] {
            if file.has_word(word) {
                touched.push(format!("{} has `{word}`", file.path));
            }
        }
    }
    assert_none(&touched, "files of the flow that touch the world");
}

#[test]
fn only_discord_names_the_library_it_stands_on() {
    let naming: Vec<String> = files()
        .iter()
        .filter(|file| file.part() != "discord" && file.has_word("serenity"))
        .map(|file| file.path.clone())
        .collect();
    assert_none(&naming, "files that name serenity");
}

#[test]
fn no_name_of_a_framework_stands_in_the_source() {
    let shipped = World::load(
        "framework",
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("framework"),
    );
    let mut names: Vec<String> = frameworks::own()
        .iter()
        .chain([&shipped])
        .flat_map(|world| names_of(world.guide.framework()))
        .collect();
    names.sort_unstable();
    names.dedup();
    let mut found = Vec::new();
    for file in code::texts() {
        for (number, line) in file.text.lines().enumerate() {
            for name in names.iter().filter(|name| code::says(line, name)) {
                found.push(format!("{}:{} `{name}`", file.path, number + 1));
            }
        }
    }
    assert_none(&found, "names of a framework in src/");
}

/// The names of roles, levels and skills that have several words: a single one
/// (`Matron`) may well be a word of the language.
fn names_of(framework: &Framework) -> Vec<String> {
    let roles = framework.roles().iter().map(Role::name);
    let levels = framework.levels().iter().map(RoleLevel::name);
    let skills = framework.skills().iter().map(Skill::name);
    roles
        .chain(levels)
        .chain(skills)
        .filter(|name| name.split_whitespace().count() > 1)
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn the_scan_sees_every_way_to_write_a_path() {
    let file = Code::new(
        "answer/deep/a.rs",
        "//! crate::render is only mentioned\n\
         use crate::documents::{Form, Passage};\n\
         use crate::{framework::Role, question};\n\
         use std::{fmt, io::{self, Read}};\n\
         type A = super::super::super::search::Index;\n\
         type B = super::super::place::Settled;\n\
         type C = std::time::Duration;\n\
         #[cfg(test)]\nmod tests {\n    use crate::terminal;\n}\n",
    );
    assert_eq!(file.part(), "answer");
    assert_eq!(
        file.uses_of_the_crate(),
        ["documents", "framework", "question", "search"]
    );
    assert_eq!(
        file.uses_of("std"),
        ["fmt", "io::self", "io::Read", "time::Duration"]
    );
    assert!(file.has_word("Role") && !file.has_word("Rol"));
}
