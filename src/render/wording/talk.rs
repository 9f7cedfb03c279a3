//! What is said where nothing is quoted: courtesies, choices, refusals.

use super::Echo;
use crate::question::Scope;

pub(in crate::render) fn title_clarify(choices: usize) -> &'static str {
    if choices == 1 {
        "Is this what you mean?"
    } else {
        "Which one do you mean?"
    }
}

/// The words fit several things, or come near one.
pub(in crate::render) fn clarify(words: &str, choices: usize) -> String {
    let fits = if choices == 1 {
        "One thing in the framework comes near"
    } else {
        "Several things in the framework fit"
    };
    if words.trim().is_empty() {
        format!("{fits}.")
    } else {
        format!("{fits} \"{}\".", Echo(words))
    }
}

pub(in crate::render) fn choice_family() -> String {
    "family".to_owned()
}

pub(in crate::render) fn choice_role(family: &str) -> String {
    format!("role, in {family}")
}

pub(in crate::render) fn choice_level(role: &str, family: &str) -> String {
    format!("level of {role}, in {family}")
}

pub(in crate::render) fn choice_skill() -> String {
    "skill".to_owned()
}

pub(in crate::render) fn choice_skill_at(proficiency: &str) -> String {
    format!("skill, at {proficiency}")
}

pub(in crate::render) fn choice_proficiency() -> String {
    "proficiency".to_owned()
}

pub(in crate::render) fn title_greeting() -> &'static str {
    "Hello"
}

/// A greeting in return.
pub(in crate::render) fn greeting(framework: Option<&str>) -> String {
    format!(
        "I answer questions about {} in its exact words: roles, their levels, and the skills that they ask.",
        framework.unwrap_or("the career framework")
    )
}

pub(in crate::render) fn title_thanks() -> &'static str {
    "You're welcome"
}

/// Thanks in return.
pub(in crate::render) fn thanks() -> String {
    "Ask again whenever you like.".to_owned()
}

pub(in crate::render) fn title_farewell() -> &'static str {
    "Goodbye"
}

/// A farewell in return.
pub(in crate::render) fn farewell() -> String {
    "The framework will be here when you need it.".to_owned()
}

pub(in crate::render) fn title_abilities() -> &'static str {
    "What you can ask"
}

/// What the program does.
pub(in crate::render) fn abilities(framework: Option<&str>) -> String {
    format!(
        "Ask in plain words about {}: what a role or a level does, which skills it needs and how well, how two \
         of them differ, what comes next, or which skills cover a topic. Every answer quotes the framework and \
         says where it stands. What the framework does not say, I do not say either.",
        framework.unwrap_or("the career framework")
    )
}

pub(in crate::render) fn title_grounds() -> &'static str {
    "Because the framework says so"
}

/// What the last answer rests on.
pub(in crate::render) fn grounds() -> String {
    "The quoted words of the last answer are the framework's own, copied letter by letter. Below them stand the \
     file and the lines that they were taken from, so that anyone can look them up. Where something was worked \
     out, such as the order of levels or how two of them differ, it was counted from those same files."
        .to_owned()
}

pub(in crate::render) fn title_unnamed() -> &'static str {
    "Which role, level or skill?"
}

/// Asks for the name that a question lacks.
pub(in crate::render) fn unnamed() -> String {
    "Say which role, level or skill you mean, with its name in the question.".to_owned()
}

pub(in crate::render) fn title_silence() -> &'static str {
    "Nothing was asked"
}

/// Nothing was said.
pub(in crate::render) fn silence() -> String {
    "Ask about a role, a level or a skill of the framework.".to_owned()
}

pub(in crate::render) fn title_not_in_framework() -> &'static str {
    "Not in the framework"
}

pub(in crate::render) fn title_out_of_scope() -> &'static str {
    "Not something the framework says"
}

/// Something that the framework does not have.
pub(in crate::render) fn not_in_framework(what: &str) -> String {
    if what.trim().is_empty() {
        "I found nothing in the framework that these words could mean.".to_owned()
    } else {
        format!("The framework has nothing called \"{}\".", Echo(what))
    }
}

pub(in crate::render) fn heading_nearest() -> &'static str {
    "Nearest names"
}

/// A role that has no such level.
pub(in crate::render) fn no_such_level(role: &str, what: &str) -> String {
    format!("The role {role} has no level called \"{}\".", Echo(what))
}

/// What a refusal can offer instead.
pub(in crate::render) fn heading_instead() -> &'static str {
    "What the framework does say something about"
}

/// Where to turn with what is not a framework's business.
pub(in crate::render) fn where_to_turn(scope: Scope) -> &'static str {
    match scope {
        Scope::Pay => {
            "What a job pays is not in a career framework. Your line manager or HR can tell you, or the job advert."
        }
        Scope::Grade => {
            "Grades are set by each organisation, not by the framework. Ask your line manager or HR."
        }
        Scope::Vacancies => {
            "Vacancies and applications are not in a career framework. Look at your organisation's recruitment \
             site, or ask its recruitment team."
        }
        Scope::Leave => {
            "Leave and absence are not in a career framework. Ask your line manager or HR."
        }
        Scope::Training => {
            "The framework says which skills are needed, not where to learn them. Ask your line manager or the \
             learning team about courses."
        }
        Scope::Promotion => {
            "Who is promoted is for people to decide, not for the framework. Talk to your line manager; what the \
             next level asks is in the framework."
        }
        Scope::People => {
            "The framework describes roles, not the people in them. Look in your organisation's directory, or ask \
             your team."
        }
        Scope::OtherFramework => {
            "I answer from the framework loaded here and from no other. Ask whoever keeps the other one."
        }
        Scope::SmallTalk => {
            "That is outside what I can talk about: I only quote the career framework."
        }
        Scope::WeatherAndWorld => {
            "That is outside what I know: I only quote the career framework. A search engine will do better."
        }
        Scope::HrPolicy => {
            "Rules of employment are not in a career framework. Ask HR, or look at the staff handbook."
        }
        Scope::Times => {
            "The framework says what people do and which skills they need, not when, where or for how long. Your \
             line manager or HR may know."
        }
        Scope::Chores => {
            "I can't do that: I only look things up in the career framework and quote it. Ask your service desk or \
             your team."
        }
        Scope::Instructions => {
            "I take no instructions: I only look things up in the career framework and quote it."
        }
    }
}
