//! Topics: which skills cover one, which roles deal with one.

use std::ops::Range;

use super::{LOOSE, Recognised, Sight, plain};
use crate::question::Kind;
use crate::question::bound::{Ambiguity, skills_of, subject};
use crate::question::conversation::context_position;
use crate::question::cue::Cue;
use crate::question::reading::Question;
use crate::question::subject::Subject;
use crate::question::utterance::Utterance;
use crate::search::{Findings, Found, Hit, StemId, Word, words};

/// The part of a topic that the best find must have to be an answer.
const ENOUGH: f32 = 0.34;

/// "who automates the tests": a person or role is looked for by what it does.
pub(super) fn roles_in_words(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.has(Cue::Who) || said.has(Cue::Skills) {
        return None;
    }
    let in_other_words = !sight.rest().is_empty()
        || !sight.bound.skills.is_empty()
        || sight.bound.positions.is_empty();
    in_other_words.then(|| roles(sight))?
}

/// "which skills cover data ethics?": skills are looked for by a topic.
pub(super) fn skills_in_words(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let going_on = said.context.kind == Some(Kind::SkillsAbout) && said.has(Cue::GoingOn);
    let bound = &sight.bound;
    let not_by_name = bound
        .positions
        .iter()
        .all(|placed| placed.certainty <= LOOSE)
        && said.has(Cue::About);
    if !(said.has(Cue::Skills) || going_on) || !(bound.positions.is_empty() || not_by_name) {
        return None;
    }
    let named = bound.skills.len() == 1 && sight.rest().is_empty();
    let several = said.tokens.iter().any(|token| token.text() == "skills");
    if named && !said.has(Cue::About) && (said.has(Cue::Define) || !several) {
        return None;
    }
    // "They wrote 'keeping records' in my review, what is it?"
    if let [only] = bound.skills.as_slice()
        && only.certainty == 100
        && !several
        && (plain::points_back(sight, only.tokens.end) || says_as_skill(said))
    {
        return None;
    }
    // "The record keeping skill", where several have that name but for a bracket.
    let is_name = |unclear: &Ambiguity| {
        let all = sight.rest().iter().all(|at| unclear.tokens.contains(at));
        unclear.is_named && all
    };
    if !several && !said.has(Cue::About) && bound.unclear_skills.iter().any(is_name) {
        return None;
    }
    // "The skills for a lead post": of a level that is not named.
    let ranked = said.seniorities.iter().any(Option::is_some);
    if ranked && bound.skills.is_empty() && sight.rest().is_empty() {
        return None;
    }
    let unclear = !bound.unclear_positions.is_empty() && sight.rest().is_empty();
    if unclear && !said.has(Cue::About) {
        return None;
    }
    skills(sight)
}

/// "I mean glazing, as in the skill".
fn says_as_skill(said: &Utterance<'_>) -> bool {
    let all = said.tokens.len();
    let last = all.checked_sub(1).filter(|at| said.text(*at) == "skill");
    let the = last.and_then(|at| at.checked_sub(1));
    the.is_some_and(|at| matches!(said.text(at), "the" | "a")) && said.has(Cue::Define)
}

/// Words without a turn of phrase: a topic, of skills unless the conversation
/// is about roles.
pub(super) fn topic(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let roles_before = said.context.kind == Some(Kind::RolesAbout) && said.has(Cue::GoingOn);
    let has = |words: fn(&str) -> bool| said.tokens.iter().any(|token| words(token.text()));
    let wanted = |text: &str| matches!(text, "roles" | "jobs" | "careers");
    // "Job predictive analytics": what is searched for stands first.
    let first = matches!(said.text(0), "role" | "job") && said.tokens.len() > 1;
    // "Which of those writes the menus?", after a list of roles.
    let of_those = said.text(0) == "which"
        && said.text(1) == "of"
        && said.context.kind == Some(Kind::ListRoles);
    let of_roles = of_those
        || said.has(Cue::Who)
        || !said.has(Cue::Skills) && (has(wanted) || first || person(sight));
    if roles_before || of_roles {
        roles(sight)
    } else {
        skills(sight)
    }
}

/// "ETL person", "the AI people": a few words that say what somebody is, and
/// end there.
fn person(sight: &Sight<'_, '_>) -> bool {
    /// So many words have no room for more.
    const FEW: usize = 5;
    let tokens = &sight.said.tokens;
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text());
    let few = (2..=FEW).contains(&tokens.len());
    match text(tokens.len().saturating_sub(1)) {
        "person" | "guy" | "guys" | "folk" | "folks" | "specialist" => few,
        // "Helping blind people" says what is done, not who does it.
        "people" => few && !text(0).ends_with("ing"),
        _ => false,
    }
}

fn roles(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let mut findings = sight.said.interpreter.index.roles(sight.query());
    findings.is_only_related = is_only_related(sight);
    is_found(&findings).then(|| Recognised::sure(Question::RolesAbout(findings), 80))
}

fn skills(sight: &Sight<'_, '_>) -> Option<Recognised> {
    if sight.no_skills.get() {
        return None;
    }
    let said = sight.said;
    let index = &said.interpreter.index;
    // "Is any of that to do with money?", after the skills of a place: of those.
    let of_those = (2..said.tokens.len()).any(|at| {
        let that = matches!(said.text(at), "that" | "those" | "them" | "these");
        that && said.text(at - 1) == "of" && matches!(said.text(at - 2), "any" | "which" | "some")
    });
    let place =
        context_position(said).filter(|_| of_those && said.context.kind == Some(Kind::LevelSkills));
    let mut findings = match place {
        Some(place) => index.skills_among(sight.query(), &skills_of(said.framework, place)),
        None => index.skills(sight.query()),
    };
    if !is_found(&findings) {
        sight.no_skills.set(true);
        return None;
    }
    index.add_mentioning_levels(sight.query(), &mut findings);
    add_half_said(sight, &mut findings);
    findings.is_only_related = is_only_related(sight);
    Some(Recognised::sure(Question::SkillsAbout(findings), 80))
}

/// Whether the framework's texts have none of the words that nothing explains.
fn is_only_related(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let rest = sight.rest();
    let index = &said.interpreter.index;
    let has = |at: &usize| {
        let own = said.tokens[*at]
            .stem
            .is_some_and(|stem| index.has_stem(stem));
        own || !said.slips[*at].is_empty()
    };
    !rest.is_empty() && said.mentions.is_empty() && !rest.iter().any(has)
}

/// The skills that some of the words are about, and that have one of them in
/// their name.
pub(super) fn skills_named_for(sight: &Sight<'_, '_>, tokens: &Range<usize>) -> Vec<Subject> {
    let said = sight.said;
    let query = said.query_of(|at| tokens.contains(&at));
    let findings = said.interpreter.index.skills(&query);
    if !is_found(&findings) {
        return Vec::new();
    }
    let typed: Vec<StemId> = said.tokens[tokens.clone()]
        .iter()
        .filter_map(|token| token.stem.filter(|_| !token.is_filler()))
        .collect();
    let is_named = |subject: &Subject| {
        let name = subject
            .skill()
            .map(|skill| said.framework.skill(skill).name());
        let stem = |word: Word<'_>| said.interpreter.dictionary.stem(&word.text);
        let mut stems = words(name.unwrap_or_default()).filter_map(stem);
        stems.any(|stem| typed.contains(&stem))
    };
    let found = findings.hits.iter().map(|hit| subject(hit.found.into()));
    found.filter(is_named).collect()
}

/// Adds the skills of which half the name was said, behind what was found: they
/// may be meant, and the words that were said may be too common to search for.
fn add_half_said(sight: &Sight<'_, '_>, findings: &mut Findings) {
    let unclear = sight
        .bound
        .unclear_skills
        .iter()
        .flat_map(|unclear| &unclear.choices);
    for skill in unclear.filter_map(|choice| choice.skill()) {
        let skill = Found::Skill(skill);
        let mut told = findings.hits.iter().chain(&findings.mentions);
        if told.all(|hit| hit.found != skill) {
            findings.mentions.push(Hit {
                found: skill,
                score: 0.0,
                evidence: Vec::new(),
            });
        }
    }
}

/// Whether what was found has enough of the topic.
fn is_found(findings: &Findings) -> bool {
    !findings.hits.is_empty() && findings.coverage >= ENOUGH
}
