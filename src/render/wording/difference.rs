//! Sentences about how places differ, what is next, and what is near.

use super::{Count, List};

pub(in crate::render) fn title_compare(first: &str, second: &str) -> String {
    format!("{first} and {second}")
}

pub(in crate::render) fn title_way(from: &str, to: &str) -> String {
    format!("From {from} to {to}")
}

pub(in crate::render) fn title_next(from: &str) -> String {
    format!("What comes after {from}")
}

pub(in crate::render) fn title_shared(first: &str, second: &str) -> String {
    format!("What {first} and {second} have in common")
}

pub(in crate::render) fn title_similar(name: &str) -> String {
    format!("Roles nearest to {name}")
}

/// How the skills of two levels differ, in numbers.
pub(in crate::render) fn skill_changes(second: &str, changes: &[(usize, &str)]) -> String {
    let told = changes.iter().filter(|(number, _)| *number > 0);
    let told: Vec<_> = told
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    format!("Skills, seen from {second}: {}.", List::and(told))
}

pub(in crate::render) fn higher() -> &'static str {
    "higher"
}

pub(in crate::render) fn new() -> &'static str {
    "new"
}

pub(in crate::render) fn reworded() -> &'static str {
    "asked in other words"
}

pub(in crate::render) fn lower() -> &'static str {
    "lower"
}

pub(in crate::render) fn gone() -> &'static str {
    "no longer asked"
}

pub(in crate::render) fn same() -> &'static str {
    "the same"
}

/// Two places that are one.
pub(in crate::render) fn one_and_the_same(name: &str) -> String {
    format!("Both are {name}: there is nothing to compare.")
}

/// Two levels that ask the same skills.
pub(in crate::render) fn no_skill_differs() -> String {
    "Both ask the same skills equally well.".to_owned()
}

/// Two levels that ask no skills.
pub(in crate::render) fn no_skills_to_compare() -> String {
    "The framework names no skills for either.".to_owned()
}

pub(in crate::render) fn heading_higher(second: &str) -> String {
    format!("Higher at {second}")
}

pub(in crate::render) fn heading_new(second: &str) -> String {
    format!("New at {second}")
}

pub(in crate::render) fn heading_reworded(second: &str) -> String {
    format!("In other words at {second}")
}

pub(in crate::render) fn heading_lower(second: &str) -> String {
    format!("Lower at {second}")
}

pub(in crate::render) fn heading_gone(second: &str) -> String {
    format!("Not asked at {second}")
}

pub(in crate::render) fn heading_same() -> &'static str {
    "The same at both"
}

/// A proficiency and what it becomes.
pub(in crate::render) fn change(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

pub(in crate::render) fn heading_done_by_both() -> &'static str {
    "What both do"
}

pub(in crate::render) fn heading_done_only_by(name: &str) -> String {
    format!("What only {name} does")
}

/// How many skills two places share.
pub(in crate::render) fn shared_counts(
    shared: usize,
    first: (&str, usize),
    second: (&str, usize),
) -> String {
    format!(
        "{} in both; {} only in {}, {} only in {}.",
        capital_count(shared),
        number_or_none(first.1),
        first.0,
        number_or_none(second.1),
        second.0
    )
}

fn capital_count(number: usize) -> String {
    if number == 0 {
        "No skills".to_owned()
    } else {
        Count::new(number, "skill", "skills").to_string()
    }
}

fn number_or_none(number: usize) -> String {
    if number == 0 {
        "none".to_owned()
    } else {
        number.to_string()
    }
}

pub(in crate::render) fn heading_shared() -> &'static str {
    "Skills of both"
}

pub(in crate::render) fn heading_only(name: &str) -> String {
    format!("Skills only of {name}")
}

/// What two places ask in one skill.
pub(in crate::render) fn both_sides(first: (&str, &str), second: (&str, &str)) -> String {
    match (first.1.is_empty(), second.1.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("{}: {}", first.0, first.1),
        (true, false) => format!("{}: {}", second.0, second.1),
        (false, false) if first.1 == second.1 => format!("{} for both", first.1),
        (false, false) => format!("{}: {}; {}: {}", first.0, first.1, second.0, second.1),
    }
}

/// Two places without a common skill.
pub(in crate::render) fn nothing_shared(first: &str, second: &str) -> String {
    format!("{first} and {second} have no skill in common.")
}

/// One level comes next.
pub(in crate::render) fn next_is(from: &str, to: &str) -> String {
    format!("After {from} comes {to}.")
}

/// Several levels stand on the next rung.
pub(in crate::render) fn next_are(from: &str, levels: Vec<String>) -> String {
    format!(
        "After {from} there are {}, side by side on one rung.",
        List::and(levels)
    )
}

/// It is not certain which level is next.
pub(in crate::render) fn next_could_be(from: &str, levels: Vec<String>) -> String {
    match levels.len() {
        0 => format!(
            "It is not certain whether a level comes after {from}: the skills that the levels ask and the words \
             of their names give different orders."
        ),
        1 => format!(
            "After {from} {} could come, but the order is not certain: the skills that the levels ask and the \
             words of their names give different orders.",
            List::or(levels)
        ),
        _ => format!(
            "After {from} it could be {}. The order is not certain: the skills that the levels ask and the words \
             of their names give different orders.",
            List::or(levels)
        ),
    }
}

/// The highest level.
pub(in crate::render) fn top(level: &str, role: &str) -> String {
    format!("{level} is the highest level of {role} in this framework. Nothing comes after it.")
}

/// The start is one level of a role, and which one was not said.
pub(in crate::render) fn which_level(role: &str) -> String {
    format!("{role} has several levels. Which one is the starting point?")
}

/// Roles without levels have no next one.
pub(in crate::render) fn no_next(role: &str) -> String {
    format!("{role} has no levels in this framework, so there is no next one.")
}

/// How nearness of levels is counted.
pub(in crate::render) fn counted_levels(name: &str) -> String {
    format!(
        "Counted for each other role, at its best-fitting level: the skills that {name} asks too, and of those \
         the ones that it asks at least as well as they are needed there. It compares what the framework asks, \
         not a person."
    )
}

/// How nearness of levels is counted where no proficiency is known.
pub(in crate::render) fn counted_names(name: &str) -> String {
    format!(
        "Counted for each other role, at its best-fitting level: the skills that it shares with {name}. The \
         framework's files do not give every proficiency, so how well they are needed is not compared."
    )
}

/// How nearness of roles is counted.
pub(in crate::render) fn counted_roles(name: &str) -> String {
    format!("Counted: the skills that {name} and the other role both ask, at any level.")
}

/// How many skills of another level are met, and how many fall short.
pub(in crate::render) fn meets(met: usize, of: usize, short: usize) -> String {
    let met = format!("meets {met} of {}", super::skills(of));
    if short == 0 {
        met
    } else {
        format!("{met}, shares {short} more at a lower proficiency")
    }
}

/// How many skills of another level are shared.
pub(in crate::render) fn shares(shared: usize, of: usize) -> String {
    format!("shares {shared} of {}", super::skills(of))
}

/// What two roles share, as a share of each.
pub(in crate::render) fn shares_of_both(
    shared: usize,
    first: (&str, usize),
    second: (&str, usize),
) -> String {
    format!(
        "{} in common: {shared} of the {} of {}, {shared} of the {} of {}",
        super::skills(shared),
        first.1,
        first.0,
        second.1,
        second.0
    )
}

pub(in crate::render) fn met() -> &'static str {
    "Met"
}

pub(in crate::render) fn short() -> &'static str {
    "Short"
}

pub(in crate::render) fn unmeasured() -> &'static str {
    "Shared"
}

pub(in crate::render) fn missing() -> &'static str {
    "Missing"
}

/// A skill that is asked less well than it is needed.
pub(in crate::render) fn short_of(skill: &str, have: &str, need: &str) -> String {
    format!("{skill} ({have}, needs {need})")
}

/// No other role shares a skill.
pub(in crate::render) fn nothing_near(name: &str) -> String {
    format!("No other role in this framework asks a skill that {name} asks.")
}

pub(in crate::render) fn join_skills(skills: &[String]) -> String {
    skills.join("; ")
}
