//! Sentences about searches and lists.

use super::{Count, Echo};

pub(in crate::render) fn title_skills_about(topic: &str) -> String {
    format!("Skills about \"{}\"", Echo(topic))
}

pub(in crate::render) fn title_roles_about(topic: &str) -> String {
    format!("Roles that deal with \"{}\"", Echo(topic))
}

/// How much a search found.
pub(in crate::render) fn found(hits: usize, mentions: usize) -> String {
    let count = Count::new(mentions, "only mentions it", "only mention it");
    match (hits, mentions) {
        (0, _) => format!("Nothing is plainly about it; {count}."),
        (hits, 0) => format!("{hits} about it."),
        (hits, _) => format!("{hits} about it; {count}."),
    }
}

/// Nothing was found.
pub(in crate::render) fn nothing_found(topic: &str) -> String {
    format!("The framework says nothing about \"{}\".", Echo(topic))
}

/// That no line has the words that were searched for.
pub(in crate::render) fn only_related(topic: &str) -> String {
    format!(
        "No line says \"{}\"; what follows has words that it may stand for.",
        Echo(topic)
    )
}

pub(in crate::render) fn heading_hits() -> &'static str {
    "About it"
}

pub(in crate::render) fn heading_mentions() -> &'static str {
    "Only mentions it"
}

/// How many further mentions there are than are told.
pub(in crate::render) fn more_mentions(number: usize) -> String {
    format!(
        "{} it.",
        Count::new(number, "more mentions", "more mention")
    )
}

/// What a level that was found belongs to.
pub(in crate::render) fn level_of(role: &str) -> String {
    format!("level of {role}")
}

pub(in crate::render) fn title_roles(family: Option<&str>) -> String {
    family.map_or_else(
        || "All roles".to_owned(),
        |family| format!("Roles of the family {family}"),
    )
}

/// How many roles there are.
pub(in crate::render) fn roles_in_families(roles: usize, families: usize) -> String {
    let roles = Count::new(roles, "role", "roles");
    if families == 1 {
        format!("{roles}.")
    } else {
        format!("{roles} in {}.", Count::new(families, "family", "families"))
    }
}

/// What a list of levels of one seniority is.
pub(in crate::render) fn title_levels_called(seniority: &str, family: Option<&str>) -> String {
    let levels = format!("Levels with \"{seniority}\" in their name");
    match family {
        Some(family) => format!("{levels}, in the family {family}"),
        None => levels,
    }
}

/// How many roles have a level that is listed.
pub(in crate::render) fn roles_with_level(with_it: usize, all: usize) -> String {
    format!(
        "{} of the {} roles {} one.",
        with_it,
        all,
        if with_it == 1 { "has" } else { "have" }
    )
}

pub(in crate::render) fn title_all_skills() -> &'static str {
    "All skills"
}

/// How many skills there are.
pub(in crate::render) fn skills_by_name(number: usize) -> String {
    format!("{}, by name.", Count::new(number, "skill", "skills"))
}

pub(in crate::render) fn title_families() -> &'static str {
    "The role families"
}

/// How many families there are.
pub(in crate::render) fn families(number: usize) -> String {
    format!("{}.", Count::new(number, "family", "families"))
}

/// How many levels a role has.
pub(in crate::render) fn levels_note(number: usize) -> String {
    if number == 0 {
        "no levels".to_owned()
    } else {
        super::levels(number)
    }
}

/// How many further hits there are than are told.
pub(in crate::render) fn more_hits(number: usize) -> String {
    format!("{} about it.", Count::new(number, "more is", "more are"))
}
