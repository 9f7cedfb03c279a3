//! What asks for nothing in the framework: greetings, thanks, "what can you
//! do?", and the business of somebody else.

use super::{Recognised, Sight};
use crate::question::bound::MOST_CHOICES;
use crate::question::reading::{Courtesy, Question, Scope, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::utterance::is_firm;

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
    let said = sight.said;
    let words: Vec<&str> = said
        .tokens
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let nothing_else = said.mentions.is_empty() && sight.rest().is_empty();
    let whole = words.join(" ");
    let opening = said.interpreter.lexicon.courtesy.iter().find_map(|entry| {
        let whole = format!(" {whole} ");
        let says = entry.say.iter().any(|phrase| {
            whole.trim() == phrase || (nothing_else && whole.contains(&format!(" {phrase} ")))
        });
        says.then_some(entry.is)
    })?;
    let asks = !said.cues.iter().all(|heard| heard.cue.is_small_talk());
    (words.len() <= 3 || !asks).then(|| Recognised::sure(Question::Help(opening), 100))
}

/// "what can you do?", wherever it stands in the words.
pub(super) fn abilities(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.mentions.iter().all(|mention| !is_firm(mention)) {
        return None;
    }
    let words: Vec<&str> = said
        .tokens
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let whole = format!(" {} ", words.join(" "));
    let abilities = said
        .interpreter
        .lexicon
        .courtesy
        .iter()
        .filter(|entry| entry.is == Courtesy::Abilities);
    let asked = abilities
        .flat_map(|entry| &entry.say)
        .filter(|phrase| phrase.contains(' '));
    let mut asked = asked.filter(|phrase| whole.contains(&format!(" {phrase} ")));
    asked
        .next()
        .map(|_| Recognised::sure(Question::Help(Courtesy::Abilities), 95))
}

/// Pay, vacancies, leave, people's names, the weather.
pub(super) fn out_of_scope(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let (about, tokens) = said.interpreter.scopes.find(&said.tokens)?;
    let within_name = said
        .mentions
        .iter()
        .any(|mention| is_firm(mention) && tokens.clone().all(|at| mention.used.contains(&at)));
    if within_name && about != Scope::Instructions {
        return None;
    }
    let mut instead: Vec<Subject> = sight
        .bound
        .positions
        .iter()
        .map(|placed| placed.what.into())
        .collect();
    instead.extend(
        sight
            .bound
            .skills
            .iter()
            .map(|placed| Subject::Skill(placed.what)),
    );
    instead.dedup();
    instead.truncate(MOST_CHOICES);
    if about == Scope::Promotion && instead.is_empty() {
        instead.extend(
            crate::question::conversation::context_position(said).map(Position::into_subject),
        );
    }
    Some(Recognised::sure(
        Question::NoMatch(Unclear::OutOfScope { about, instead }),
        90,
    ))
}
