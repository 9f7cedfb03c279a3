//! What asks for nothing in the framework: greetings, thanks, "what can you do?".

use super::skill_at_level::says_skills;
use super::{OF_SOMETHING, Recognised, Sight};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Courtesy, Question};
use crate::question::subject::Subject;
use crate::question::token::Gap;
use crate::question::token_set::TokenSet;
use crate::question::utterance::is_firm;
use crate::question::{Kind, Wanted};

/// Nothing at all.
pub(super) fn silence(sight: &Sight<'_, '_>) -> Option<Recognised> {
    sight
        .said
        .tokens
        .is_empty()
        .then(|| Recognised::sure(Question::Help(Courtesy::Silence), 100))
}

/// "hi", "thanks, that's really helpful!": a courtesy, and nothing else that
/// carries meaning.
pub(super) fn courtesy(sight: &Sight<'_, '_>) -> Option<Recognised> {
    if says_thanks_for(sight) {
        return Some(Recognised::sure(Question::Help(Courtesy::Thanks), 95));
    }
    let said = sight.said;
    let all = said.tokens.len();
    if said.courtesies.is_empty() {
        return None;
    }
    let mut courteous = TokenSet::default();
    for (tokens, _) in &said.courtesies {
        courteous.add(tokens.clone().into());
    }
    // "Brilliant, ta" is of no technical architect.
    let mut mentions = said.mentions.iter();
    let names_nothing = mentions.all(|it| it.used.iter().all(|at| courteous.has(at)));
    let says_nothing = |at: usize| courteous.has(at) || said.is_filler(at);
    let nothing_else = names_nothing
        && (said.mentions.is_empty() || (0..all).all(says_nothing))
        && sight.rest().iter().all(|at| courteous.has(*at));
    let mut courtesies = said.courtesies.iter();
    let (_, is) = courtesies.find(|(tokens, _)| nothing_else || tokens.len() == all)?;
    let within = |heard: &Heard| heard.own.iter().all(|at| courteous.has(*at));
    let says_nothing = |heard: &Heard| heard.cue.is_small_talk() || within(heard);
    let asks = !said.cues.iter().all(says_nothing);
    // "Thanks, and the senior one?", "thanks, the second", but not "thanks chief".
    let places = [
        Cue::First,
        Cue::Second,
        Cue::Third,
        Cue::Fourth,
        Cue::Fifth,
        Cue::Last,
    ];
    let is_other_level = |at: usize| {
        let parted = said.has(Cue::GoingOn) || said.tokens[at].gap > Gap::Space;
        said.seniorities[at].is_some() && parted
    };
    let chooses = said.has_any(&places) && !said.context.results.is_empty();
    let goes_on = chooses || (0..all).any(is_other_level) || !said.proficiencies.is_empty();
    (!goes_on && (all <= 3 || !asks)).then(|| Recognised::sure(Question::Help(*is), 100))
}

/// "Cheers, you've saved me a trip to the library": thanks, and what for.
fn says_thanks_for(sight: &Sight<'_, '_>) -> bool {
    /// A phrase of thanks of so many words is no part of a question.
    const LONG: usize = 2;
    /// What is praised in so many words is no topic.
    const BRIEF: usize = 8;
    let said = sight.said;
    let mut thanks = said.courtesies.iter();
    let thanks = thanks
        .any(|(tokens, is)| *is == Courtesy::Thanks && tokens.len() >= LONG && tokens.end > 2);
    let opens = said.opening_courtesy().has(0) && said.text(1).starts_with("you");
    let asks = said.cues.iter().any(|heard| heard.cue.asks_of_framework());
    let names = !sight.bound.names_nothing()
        || said.seniorities.iter().any(Option::is_some)
        || !said.proficiencies.is_empty();
    // "Cheers, you've been a star".
    let praises = said.text(1) != "you" && said.tokens.len() <= BRIEF;
    (thanks || praises) && opens && !asks && !names && !said.words.contains('?')
}

/// "what can you do?", wherever it stands in the words.
pub(super) fn abilities(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if said.courtesies.is_empty() {
        return None;
    }
    let mut phrases = said.courtesies.iter();
    let names_nothing = !said.mentions.iter().any(is_firm) && sight.bound.names_nothing();
    // "What are you meant to be able to do ...?" has more to say than "what are you".
    let says_most = |tokens: usize| tokens > 3 || said.tokens.len() <= 3 * tokens;
    let asked = phrases.any(|(tokens, is)| {
        *is == Courtesy::Abilities && tokens.len() > 1 && says_most(tokens.len())
    });
    // "Show me everything in the kitchen family."
    // "Give me an example of working."
    let is_ranked = said.seniorities.iter().any(Option::is_some);
    let of_skill = is_ranked || !said.proficiencies.is_empty();
    // "I don't get it, what's the difference between those two?"
    let of_two = said.has_any(&[Cue::Compare, Cue::Progress, Cue::Shared]);
    let of_two = of_two && said.context.kind.is_some();
    (asked && names_nothing && !of_skill && !of_two && !said.has(Cue::Families))
        .then(|| Recognised::sure(Question::Help(Courtesy::Abilities), 95))
}

/// "what comes next?", "what skills does that need?": it asks something, of nothing.
pub(super) fn unnamed(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let nothing = sight.rest().is_empty() && sight.said.mentions.is_empty();
    let said = sight.said;
    let of_something = said.has_any(&OF_SOMETHING);
    let asks = (of_something || said.has_any(&[Cue::Skills, Cue::Pointing, Cue::Why])) && nothing;
    // "Which role tests the code?", "what skills do they need?"
    let listed = sight.said.context.results.iter();
    let listed: Vec<Subject> = listed
        .copied()
        .filter(|it| it.position().is_some())
        .collect();
    let of_roles = matches!(
        sight.said.context.kind,
        Some(Kind::RolesAbout | Kind::SimilarRoles | Kind::ListRoles)
    );
    if asks && of_roles && sight.said.has(Cue::Pointing) && listed.len() > 1 {
        return Some(Recognised::which(listed, wanted_of_place(sight)));
    }
    asks.then(|| Recognised::sure(Question::Help(Courtesy::Unnamed), 60))
}

/// What is asked of a place, as the turns of phrase say.
pub(super) fn wanted_of_place(sight: &Sight<'_, '_>) -> Option<Wanted> {
    let kinds = [
        (Cue::Similar, Kind::SimilarRoles),
        (Cue::Levels, Kind::LevelsOfRole),
        (Cue::Next, Kind::Progression),
        (Cue::Progress, Kind::Progression),
        (Cue::Skills, Kind::LevelSkills),
    ];
    // "What skills do I need if I want to be a manager?"
    if says_skills(sight) {
        return Some(Kind::LevelSkills.into());
    }
    let mut kinds = kinds.into_iter();
    let wanted = kinds.find(|(cue, _)| sight.said.has(*cue));
    wanted.map(|(_, kind)| Wanted::from(kind))
}
