//! Sentences about skills and proficiencies.

use super::{Count, List};

/// What a skill is.
pub(in crate::render) fn skill_needed_by(roles: usize) -> String {
    match roles {
        0 => "A skill. No role in this framework asks it.".to_owned(),
        _ => format!(
            "A skill that {} of this framework ask{}.",
            self::roles(roles),
            if roles == 1 { "s" } else { "" }
        ),
    }
}

pub(in crate::render) fn roles(number: usize) -> String {
    Count::new(number, "role", "roles").to_string()
}

pub(in crate::render) fn heading_proficiencies() -> &'static str {
    "What it means at each proficiency"
}

pub(in crate::render) fn heading_who_needs() -> &'static str {
    "Who needs it"
}

pub(in crate::render) fn heading_asked() -> &'static str {
    "What is asked in it"
}

/// A skill that no file defines.
pub(in crate::render) fn skill_not_described() -> String {
    "The framework does not say in general what this skill is or what its proficiencies mean."
        .to_owned()
}

/// How many more levels ask a skill in other words than are told.
pub(in crate::render) fn more_levels_ask(number: usize) -> String {
    format!(
        "{} in other words.",
        Count::new(number, "more level asks it", "more levels ask it")
    )
}

/// The note beside a proficiency of which nothing is said.
pub(in crate::render) fn nothing_said() -> &'static str {
    "the framework says nothing"
}

/// The note beside a role that asks a skill without having levels.
pub(in crate::render) fn role_without_levels() -> &'static str {
    "asked of the role, which has no levels"
}

/// The note beside a role: how well its levels ask a skill.
pub(in crate::render) fn over_levels(range: &str, levels: usize) -> String {
    let levels = super::levels(levels);
    if range.is_empty() {
        format!("at {levels}")
    } else {
        format!("{range}, at {levels}")
    }
}

/// A level and how well it asks a skill.
pub(in crate::render) fn level_at(level: &str, proficiency: &str) -> String {
    if proficiency.is_empty() {
        level.to_owned()
    } else {
        format!("{level} ({proficiency})")
    }
}

pub(in crate::render) fn join_levels(levels: &[String]) -> String {
    levels.join("; ")
}

pub(in crate::render) fn title_skill_at_place(skill: &str, place: &str) -> String {
    format!("{skill} for {place}")
}

pub(in crate::render) fn title_skill_at(skill: &str, proficiency: &str) -> String {
    format!("{skill} at {proficiency}")
}

pub(in crate::render) fn title_who_needs(skill: &str, proficiency: Option<&str>) -> String {
    match proficiency {
        Some(proficiency) => format!("Who needs {skill} at {proficiency}"),
        None => format!("Who needs {skill}"),
    }
}

/// How well a level asks a skill.
pub(in crate::render) fn asked_at(skill: &str, place: &str, proficiency: &str) -> String {
    if proficiency.is_empty() {
        format!("{place} asks {skill}. The framework's files do not give the proficiency.")
    } else {
        format!("{proficiency} is what {place} asks in {skill}.")
    }
}

/// A skill that a level does not ask.
pub(in crate::render) fn not_asked_at(skill: &str, level: &str) -> String {
    format!("{skill} is not asked at this level ({level}).")
}

/// A skill that a role does not ask.
pub(in crate::render) fn not_asked_of(skill: &str, role: &str) -> String {
    format!("{skill} is not asked at any level of {role}.")
}

/// A skill that a role asks in a way that depends on the level.
pub(in crate::render) fn depends_on_level(role: &str) -> String {
    format!("What is asked depends on the level of {role}:")
}

/// A skill that nobody asks.
pub(in crate::render) fn asked_nowhere(skill: &str) -> String {
    format!("No role in this framework asks {skill}.")
}

/// A skill that nobody asks at a proficiency.
pub(in crate::render) fn nobody_at(skill: &str, proficiency: &str) -> String {
    format!("No level in this framework asks {skill} at {proficiency}.")
}

pub(in crate::render) fn heading_other_levels() -> &'static str {
    "Other levels of the role that ask it"
}

pub(in crate::render) fn heading_asked_elsewhere() -> &'static str {
    "Who asks it"
}

/// No words for a requirement.
pub(in crate::render) fn no_words() -> String {
    "The framework does not put into words what that means here.".to_owned()
}

/// A skill whose proficiency is not defined in general, but asked.
pub(in crate::render) fn only_asked(skill: &str, proficiency: &str) -> String {
    format!(
        "The framework has no general definition of {skill} at {proficiency}. Where it is asked, it says:"
    )
}

/// A skill whose proficiency is not defined at all.
pub(in crate::render) fn not_defined(skill: &str, proficiency: &str) -> String {
    format!("The framework does not say what {skill} means at {proficiency}.")
}

/// The framework itself says that something is not defined.
pub(in crate::render) fn says_instead() -> String {
    "In place of a definition the framework says:".to_owned()
}

/// Which proficiencies of a skill are defined.
pub(in crate::render) fn defined_at(proficiencies: Vec<&str>) -> String {
    match proficiencies.len() {
        0 => "It does not define this skill at any proficiency.".to_owned(),
        _ => format!("It does define it at {}.", List::and(proficiencies)),
    }
}

pub(in crate::render) fn title_proficiency(named: Option<&str>) -> String {
    named.map_or_else(|| "The proficiencies".to_owned(), ToOwned::to_owned)
}

/// The order of the proficiencies, and where a named one stands.
pub(in crate::render) fn proficiency_order(all: &[&str], one: Option<(&str, u8)>) -> String {
    let order = format!("From the lowest to the highest: {}.", all.join(", "));
    match one {
        Some((name, rank)) => format!(
            "{name} is number {rank} of the {} proficiencies. {order}",
            all.len()
        ),
        None => order,
    }
}

/// No meaning in general.
pub(in crate::render) fn no_general_meaning(is_one: bool) -> String {
    let (words, they) = if is_one {
        ("this word", "it means")
    } else {
        ("these words", "they mean")
    };
    format!("The framework does not define {words} in general: it says skill by skill what {they}.")
}

/// How many skills define a proficiency.
pub(in crate::render) fn defined_for(skills: usize) -> String {
    format!("defined for {}", super::skills(skills))
}

/// Proficiencies that nothing in the framework uses.
pub(in crate::render) fn proficiencies_unknown() -> String {
    "This framework does not use proficiencies: it does not say how well a skill is to be held."
        .to_owned()
}

/// How many roles and levels need a skill.
pub(in crate::render) fn needed_by(roles: usize, levels: usize) -> String {
    if levels == 0 {
        format!("Needed in {}.", self::roles(roles))
    } else {
        format!(
            "Needed in {}, at {}.",
            self::roles(roles),
            super::levels(levels)
        )
    }
}
