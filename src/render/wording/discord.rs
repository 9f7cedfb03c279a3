//! What the Discord bot says of its own: names of buttons, notices, the pages
//! about itself. The answers are worded where every surface's are.

use super::{Count, List};
use crate::framework::Framework;

/// A name and what is said of it.
pub(crate) fn named(name: &str, note: &str) -> String {
    super::row(name, note)
}

/// What opens the questions that could come next.
pub(crate) fn ask_next() -> &'static str {
    super::ask_next()
}

/// The heading of a part that goes on from the page before.
pub(crate) fn goes_on(heading: &str) -> String {
    format!("{heading} (continued)")
}

/// Which page of how many.
pub(crate) fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

/// That the rest of a long answer can't be paged to.
pub(crate) fn more_than_fits() -> &'static str {
    "There is more than fits here. Ask again in one short question to page through all of it."
}

/// Where the words stand, and whose they are.
pub(crate) fn small_print(page: &crate::render::Page) -> Vec<String> {
    let source = super::source(&page.sources);
    let credit = page
        .credit
        .iter()
        .flat_map(|credit| credit.framework.iter().chain(&credit.licence));
    source.into_iter().chain(credit.cloned()).collect()
}

pub(crate) fn button_next_page() -> &'static str {
    "Next page"
}

pub(crate) fn button_previous_page() -> &'static str {
    "Previous page"
}

pub(crate) fn button_share() -> &'static str {
    "Share to channel"
}

pub(crate) fn button_follow_up() -> &'static str {
    "Ask a follow-up"
}

pub(crate) fn button_back() -> &'static str {
    "Back"
}

pub(crate) fn button_browse() -> &'static str {
    "Back to browsing"
}

pub(crate) fn button_skills_in_full() -> &'static str {
    "Skills in full"
}

pub(crate) fn button_compare_next() -> &'static str {
    "Compare with the next level"
}

pub(crate) fn button_what_it_takes() -> &'static str {
    "What the next level takes"
}

pub(crate) fn button_who_needs() -> &'static str {
    "Who needs this"
}

pub(crate) fn button_levels() -> &'static str {
    "Its levels"
}

pub(crate) fn button_similar() -> &'static str {
    "Similar roles"
}

pub(crate) fn button_about_it() -> &'static str {
    "What it is"
}

pub(crate) fn button_about_role() -> &'static str {
    "The role"
}

pub(crate) fn button_in_common() -> &'static str {
    "What they have in common"
}

pub(crate) fn button_differences() -> &'static str {
    "How they differ"
}

pub(crate) fn button_all_roles() -> &'static str {
    "All roles"
}

pub(crate) fn button_all_skills() -> &'static str {
    "All skills"
}

/// What stands in the select of a clarification.
pub(crate) fn choose_one() -> &'static str {
    "Choose the one you mean"
}

/// What stands in the select under a list.
pub(crate) fn look_one_up() -> &'static str {
    "Look one of these up"
}

pub(crate) fn modal_title() -> &'static str {
    "Ask a follow-up"
}

pub(crate) fn modal_label() -> &'static str {
    "Your question, in plain words"
}

/// A role as it is offered while somebody types.
pub(crate) fn offer_role(name: &str) -> String {
    format!("{name} (role)")
}

/// A level as it is offered while somebody types.
pub(crate) fn offer_level(name: &str, role: &str) -> String {
    format!("{name} (level of {role})")
}

/// A level that one of the person's own Discord roles names.
pub(crate) fn offer_own_level(name: &str) -> String {
    format!("{name} (your Discord role says so)")
}

/// Where a level came from that the person did not name.
pub(crate) fn role_says(levels: Vec<String>) -> String {
    format!("Your Discord role says {}.", List::or(levels))
}

/// That a level has to be named.
pub(crate) fn name_your_level() -> &'static str {
    "Which level is it about? Name it in the command: none of your Discord roles here has the name of a role level."
}

/// A button of another time.
pub(crate) fn outdated() -> &'static str {
    "This button is from an earlier state of the framework, and what it leads to is not there any more. Ask again, \
     with /ask or /browse, and you get what is there now."
}

/// That somebody asks faster than answers are given.
pub(crate) fn slow_down() -> &'static str {
    "That was a lot at once. I go on answering in a minute; until then I say nothing more."
}

/// That something failed which should not.
pub(crate) fn apology() -> &'static str {
    "Sorry, that went wrong, and it is my fault, not yours. Please ask in other words, or try again later."
}

/// The words of a clarification in one line.
pub(crate) fn which_one(names: Vec<String>) -> String {
    format!("Which one do you mean: {}?", List::or(names))
}

/// The words of a refusal in one line.
pub(crate) fn refused(said: &str, nearest: Vec<String>) -> String {
    if nearest.is_empty() {
        said.to_owned()
    } else {
        format!("{said} Nearest: {}.", List::and(nearest))
    }
}

pub(crate) fn title_browse() -> &'static str {
    "Browse the framework"
}

pub(crate) fn browse_families() -> &'static str {
    "Choose a family of roles."
}

/// What a family holds.
pub(crate) fn browse_roles(family: &str, roles: usize) -> String {
    let roles = Count::new(roles, "role", "roles");
    format!("The family {family} has {roles}. Choose one.")
}

/// What a role holds.
pub(crate) fn browse_levels(role: &str, levels: usize) -> String {
    let levels = Count::new(levels, "level", "levels");
    format!("The role {role} has {levels}. Choose the role as a whole, or one of its levels.")
}

/// What leads to a role as a whole.
pub(crate) fn the_role_as_a_whole() -> &'static str {
    "the role as a whole"
}

pub(crate) fn title_look_up() -> &'static str {
    "Named in this message"
}

/// That a message names nothing of the framework.
pub(crate) fn nothing_named() -> &'static str {
    "This message names no role, level or skill of the framework."
}

/// That a message names more than is explained.
pub(crate) fn named_more(number: usize) -> String {
    format!("And {} more.", Count::new(number, "name", "names"))
}

/// The title of the page about the framework that is loaded.
pub(crate) fn title_about(framework: &Framework) -> String {
    framework
        .about()
        .title()
        .unwrap_or("A career framework")
        .to_owned()
}

/// What the framework says of itself, and what it holds.
pub(crate) fn about(framework: &Framework, hash: &str) -> Vec<String> {
    let about = framework.about();
    let mut lines = Vec::new();
    lines.extend(about.publisher().map(|name| format!("Publisher: {name}.")));
    lines.push(format!(
        "It has {}, {}, {}, {} and {}.",
        Count::new(framework.families().len(), "family", "families"),
        Count::new(framework.roles().len(), "role", "roles"),
        Count::new(framework.levels().len(), "role level", "role levels"),
        Count::new(framework.skills().len(), "skill", "skills"),
        Count::new(framework.statement_count(), "statement", "statements"),
    ));
    lines.extend(
        about
            .licence()
            .map(|licence| format!("Licence: {licence}.")),
    );
    lines.extend(about.attribution().map(str::to_owned));
    lines.push(format!("Content: {hash}."));
    lines
}

/// What the framework does not have.
pub(crate) fn not_in_it(framework: &Framework) -> String {
    let without_levels = framework
        .roles()
        .iter()
        .filter(|role| role.ladder().levels().next().is_none())
        .count();
    let undefined = framework
        .skills()
        .iter()
        .filter(|skill| {
            crate::framework::Proficiency::ALL
                .into_iter()
                .all(|at| !skill.at(at).is_defined())
        })
        .count();
    format!(
        "Not in it: pay, vacancies, leave, and who somebody is. {} without levels; {} without a text for any \
         proficiency.",
        capital(&Count::new(without_levels, "role is", "roles are").to_string()),
        Count::new(undefined, "skill is", "skills are"),
    )
}

/// A sentence's start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// When the framework was loaded, in Discord's markup, which shows each reader
/// their own time.
pub(crate) fn loaded_at(unix: u64) -> String {
    format!("Loaded <t:{unix}:f>.")
}

/// Which program this is.
pub(crate) fn version() -> String {
    format!("Waymark {}.", env!("CARGO_PKG_VERSION"))
}

pub(crate) fn title_privacy() -> &'static str {
    "What I read and keep"
}

/// What the bot can read, what it keeps, and for how long.
pub(crate) fn privacy() -> [&'static str; 5] {
    [
        "I can read what you send me with a command, a button or a window, direct messages to me, messages that \
         mention me, and replies to my own messages. I can't read anything else that is written here.",
        "I keep what your last two answers in each place were about (names of roles and skills, not your words) in \
         memory for 15 minutes, so that \"and the senior one?\" works. It is gone when I restart.",
        "I write no question, no name and no id of a person, a channel or a server into any log or file, and I send \
         your words to nobody: no language model is asked.",
        "In a server I look at the names of your Discord roles when you ask for the next level without naming yours. \
         I do not keep what I see.",
        "Whoever runs me can see how many questions were asked, of which kind and how fast they were answered, and \
         not by whom.",
    ]
}

/// How to ask here, below what can be asked.
pub(crate) fn ways_to_ask() -> [&'static str; 4] {
    [
        "Ask with /ask, mention me in a channel, reply to my message, or write to me directly.",
        "/role, /skill, /compare and /next take names and help you find them; /browse leads there by menus.",
        "With the option private, only you see the answer. \"Share to channel\" shows it to the others.",
        "/about says which framework this is, /privacy what I read and keep.",
    ]
}
