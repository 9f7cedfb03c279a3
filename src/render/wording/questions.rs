//! Whole questions that a person could ask next. Each has to be one that the
//! program understands: a test asks them all.

use super::Noun;

pub(in crate::render) fn what_does(place: &Noun) -> String {
    format!("What does {} do?", place.with_article())
}

/// For a level whose name is also its role's.
pub(in crate::render) fn what_does_at_level(level: &Noun) -> String {
    format!("What does someone at the level {level} do?")
}

pub(in crate::render) fn skills_needed(place: &Noun) -> String {
    format!("What skills does {} need?", place.with_article())
}

pub(in crate::render) fn levels_had(role: &Noun) -> String {
    format!("Which levels does {} have?", role.with_article())
}

pub(in crate::render) fn what_comes_after(level: &Noun) -> String {
    format!("What comes after {level}?")
}

pub(in crate::render) fn way(from: &Noun, to: &Noun) -> String {
    format!("What do I need to move from {from} to {to}?")
}

pub(in crate::render) fn difference(first: &Noun, second: &Noun) -> String {
    format!(
        "What is the difference between {} and {}?",
        first.with_article(),
        second.with_article()
    )
}

pub(in crate::render) fn in_common(first: &Noun, second: &Noun) -> String {
    format!(
        "What skills do {} and {} have in common?",
        first.with_article(),
        second.with_article()
    )
}

pub(in crate::render) fn most_like(place: &Noun) -> String {
    format!("Which roles are most like {}?", place.with_article())
}

pub(in crate::render) fn what_is(skill: &Noun) -> String {
    format!("What is {skill}?")
}

pub(in crate::render) fn looks_like(skill: &Noun, proficiency: &str) -> String {
    format!(
        "What does {skill} look like at {} level?",
        proficiency.to_lowercase()
    )
}

pub(in crate::render) fn who_needs(skill: &Noun) -> String {
    format!("Who needs {skill}?")
}

pub(in crate::render) fn how_much(skill: &Noun, level: &Noun) -> String {
    format!("How much {skill} does {} need?", level.with_article())
}

pub(in crate::render) fn skills_covering(topic: &Noun) -> String {
    format!("Which skills cover {topic}?")
}

pub(in crate::render) fn which_roles() -> String {
    "Which roles are there?".to_owned()
}

pub(in crate::render) fn roles_in(family: &str) -> String {
    format!("Which roles are in the family {family}?")
}

pub(in crate::render) fn which_families() -> String {
    "Which families are there?".to_owned()
}

pub(in crate::render) fn which_skills() -> String {
    "Which skills are there?".to_owned()
}

pub(in crate::render) fn what_proficiencies_mean() -> String {
    "What do the proficiencies mean?".to_owned()
}

pub(in crate::render) fn what_can_you_do() -> String {
    "What can you do?".to_owned()
}
