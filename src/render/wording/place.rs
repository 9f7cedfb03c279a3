//! Sentences about roles and levels.

use super::{Count, Echo, List};

/// A level whose name other roles use too.
pub(in crate::render) fn level_in(level: &str, role: &str) -> String {
    format!("{level} ({role})")
}

/// What a role is.
pub(in crate::render) fn role_of_family(family: &str) -> String {
    format!("A role of the family {family}.")
}

/// Over the lines that have what somebody asked about.
pub(in crate::render) fn heading_sought(words: &str) -> String {
    format!("On \"{}\"", Echo(words))
}

/// That no line has what somebody asked about.
pub(in crate::render) fn not_said_of(place: &str, words: &str) -> String {
    format!(
        "No line on what {place} is and does says \"{}\". What the framework does say is below.",
        Echo(words)
    )
}

/// What a level is, and where it stands.
pub(in crate::render) fn level_of_role(role: &str, family: &str, standing: &str) -> String {
    format!("A level of the role {role}, in the family {family}. {standing}")
}

/// A level whose rung is known.
pub(in crate::render) fn rung(rung: usize, of: usize, beside: Vec<String>) -> String {
    let place = match (rung, of) {
        (_, 1) if beside.is_empty() => ", the only one in this framework",
        (_, 1) => "",
        (1, _) => ", the lowest",
        (rung, of) if rung == of => ", the highest",
        _ => "",
    };
    let beside = if beside.is_empty() {
        String::new()
    } else {
        format!(" On the same rung: {}.", List::and(beside))
    };
    format!("Level {rung} of {of}{place}.{beside}")
}

/// Levels whose order is contested.
pub(in crate::render) fn contested(levels: Vec<String>) -> String {
    match levels.len() {
        0 | 1 => "Its place on the ladder is not certain: the skills asked and the names of the levels give \
                  different orders."
            .to_owned(),
        _ => format!(
            "The order of {} is not certain: the skills that they ask and the words of their names give \
             different orders.",
            List::and(levels)
        ),
    }
}

/// Levels whose order is not known.
pub(in crate::render) fn order_unknown(role: &str) -> String {
    format!("Nothing in the framework says in which order the levels of {role} stand.")
}

/// A role and a level that have one name, or a level that has the role's short one.
pub(in crate::render) fn namesake(role: &str, level: &str) -> String {
    let too = if role == level { " too" } else { "" };
    format!("One of its levels is called {level}{too}; this is the role as a whole.")
}

/// A role that has no levels.
pub(in crate::render) fn no_levels(role: &str) -> String {
    format!("{role} has no levels in this framework: what it asks is asked of the role as a whole.")
}

/// A role named, and one level of it answered for.
pub(in crate::render) fn narrowed(level: &str, role: &str, levels: usize) -> String {
    if levels > 1 && level != role {
        format!(
            "{level} is the level of {role} that has the role's own name; this is about that level."
        )
    } else if level == role {
        format!("{role} is a role and one of its own levels; this is about the level.")
    } else {
        format!("{level} is the only level of the role {role}.")
    }
}

pub(in crate::render) fn duties(number: usize) -> String {
    Count::new(number, "duty", "duties").to_string()
}

pub(in crate::render) fn responsibilities(number: usize) -> String {
    Count::new(number, "responsibility", "responsibilities").to_string()
}

pub(in crate::render) fn skills(number: usize) -> String {
    Count::new(number, "skill", "skills").to_string()
}

pub(in crate::render) fn levels(number: usize) -> String {
    Count::new(number, "level", "levels").to_string()
}

pub(in crate::render) fn heading_duties() -> &'static str {
    "Duties in the role"
}

pub(in crate::render) fn heading_responsibilities() -> &'static str {
    "Responsibilities"
}

pub(in crate::render) fn heading_skills() -> &'static str {
    "Skills"
}

pub(in crate::render) fn heading_levels(is_ordered: bool) -> &'static str {
    if is_ordered {
        "Levels, lowest first"
    } else {
        "Levels"
    }
}

/// What stands beside a level in a list of levels.
pub(in crate::render) fn rung_note(skills: usize, beside: Vec<String>, is_certain: bool) -> String {
    let mut note = self::skills(skills);
    if !beside.is_empty() {
        note = format!("{note}; same rung as {}", List::and(beside));
    }
    if is_certain {
        note
    } else {
        format!("{note}; place not certain")
    }
}

/// How many skills the levels of a role ask.
pub(in crate::render) fn skills_in_all(number: usize, levels: usize) -> String {
    match levels {
        0 => format!("It asks {}.", skills(number)),
        1 => format!("Its level asks {}.", skills(number)),
        levels => format!("Its {levels} levels ask {} in all.", skills(number)),
    }
}

/// A level for which the framework has no responsibilities of its own.
pub(in crate::render) fn duties_instead(role: &str) -> String {
    format!(
        "The framework names no responsibilities for this level. For {role} at any level it says:"
    )
}

/// A level for which the framework has no description of its own.
pub(in crate::render) fn about_instead(role: &str) -> String {
    format!("The framework does not describe this level. Of the role {role} it says:")
}

/// A place for which nothing more is told.
pub(in crate::render) fn nothing_described(name: &str) -> String {
    format!("The framework does not describe {name}.")
}

/// A place that asks no skills.
pub(in crate::render) fn no_skills(name: &str) -> String {
    format!("The framework names no skills for {name}.")
}

pub(in crate::render) fn title_skills(name: &str) -> String {
    format!("Skills of {name}")
}

/// The title of the skills of a place, first those at a proficiency.
pub(in crate::render) fn title_skills_at(name: &str, at: &str) -> String {
    format!("Skills of {name} at {at}")
}

/// How many skills a level asks at a proficiency, of all that it asks.
pub(in crate::render) fn skills_at(number: usize, all: usize, at: &str) -> String {
    match number {
        0 => format!("None of its {} is asked at {at}.", skills(all)),
        1 => format!("1 of its {} is asked at {at}.", skills(all)),
        _ => format!("{number} of its {} are asked at {at}.", skills(all)),
    }
}

/// The same of a role, whose levels ask them.
pub(in crate::render) fn skills_at_some_level(number: usize, all: usize, at: &str) -> String {
    match number {
        0 => format!("None of its {} is asked at {at} by a level.", skills(all)),
        1 => format!(
            "1 of its {} is asked at {at}, by at least one level:",
            skills(all)
        ),
        _ => format!(
            "{number} of its {} are asked at {at}, by at least one level:",
            skills(all)
        ),
    }
}

/// The heading of the skills that are not at the proficiency that was asked for, of which
/// so many are.
pub(in crate::render) fn heading_other_skills(number: usize) -> &'static str {
    if number == 0 {
        "Its skills"
    } else {
        "Its other skills"
    }
}

pub(in crate::render) fn title_levels(role: &str) -> String {
    format!("Levels of {role}")
}

/// How many skills a place asks, and at which proficiency.
pub(in crate::render) fn skills_by_proficiency(number: usize, at: &[(&str, usize)]) -> String {
    if at.is_empty() {
        return format!("{}.", capital(&skills(number)));
    }
    let parts = at
        .iter()
        .map(|(name, count)| format!("{count} at {name}"))
        .collect();
    format!("{}: {}.", capital(&skills(number)), List::and(parts))
}

/// How many skills the levels of a role ask.
pub(in crate::render) fn skills_over_levels(number: usize, levels: usize) -> String {
    format!(
        "{} over {}. What is asked depends on the level:",
        capital(&skills(number)),
        self::levels(levels)
    )
}

/// Which levels ask a skill, and how well.
pub(in crate::render) fn spread(range: &str, only: Vec<String>, not: Vec<String>) -> String {
    let levels = match (only.is_empty(), not.is_empty()) {
        (false, _) => format!("only at {}", List::and(only)),
        (true, false) => format!("not asked at {}", List::and(not)),
        (true, true) => String::new(),
    };
    match (range.is_empty(), levels.is_empty()) {
        (true, true) => String::new(),
        (true, false) => levels,
        (false, true) => range.to_owned(),
        (false, false) => format!("{range}; {levels}"),
    }
}

/// A range of proficiencies.
pub(in crate::render) fn range(lowest: &str, highest: &str) -> String {
    if lowest == highest {
        lowest.to_owned()
    } else {
        format!("{lowest} to {highest}")
    }
}

/// A sentence with its first letter large.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
