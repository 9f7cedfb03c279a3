//! Questions about skills: who needs one, what it asks of a level, which ones a level
//! needs.

use std::ops::Range;

use super::proficiencies::{asked_at, asked_proficiency, points_at_level, says_do, says_look};
use super::{Recognised, Sight, plain};
use crate::framework::{RoleLevel, Seniority, SkillId};
use crate::question::bound::{Placed, skills_of};
use crate::question::conversation::{context_position, context_skill};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Correction, Question};
use crate::question::subject::Position;
use crate::question::token::Token;
use crate::question::utterance::Utterance;
use crate::question::which_skill::asked_namesake;
use crate::question::{Kind, Subject, Wanted};
use crate::search::Found;

/// The certainty from which on a skill was called by its whole name.
pub(super) const BY_NAME: u8 = 85;

/// "which roles need life cycle management?", "who needs it at expert?"
pub(super) fn roles_needing(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // "Yes, but what is it?" goes on to something else.
    let asks_else = asks_what_it_is(said)
        || said.has(Cue::Duties) && said.has(Cue::Pointing)
        || (says_do(said) || says_look(said)) && !said.has(Cue::Who);
    let going_on =
        said.context.kind == Some(Kind::RolesNeedingSkill) && said.has(Cue::GoingOn) && !asks_else;
    // "Who's at that level?"
    let of_one = matches!(
        said.context.kind,
        Some(Kind::SkillAtProficiency | Kind::SkillAtLevel)
    );
    let at_that = of_one && points_at_level(said);
    // "The next level up from working" is of the skill itself.
    let names_one = !said.proficiencies.is_empty();
    let beside = names_one && said.has_any(&[Cue::Next, Cue::Previous]);
    let at_proficiency = names_one && !beside || at_that;
    let who =
        said.has(Cue::Who) && !beside && (said.has_any(&[Cue::Need, Cue::Roles]) || at_proficiency);
    let is_named = !sight.bound.skills.is_empty();
    // "What sort of jobs would have it on their list?"
    let is_pointed_at = said.has(Cue::Need) && points_at_it(sight);
    let which = said.has(Cue::Roles)
        && (is_named || is_pointed_at)
        && (said.has(Cue::Need) || sight.rest().is_empty() && !said.has(Cue::Define));
    // "Does any other role need that?"
    let of_skill = is_named || said.has(Cue::Need) && said.has(Cue::Roles) && points_at_it(sight);
    let others = said.has(Cue::Similar) && of_skill;
    // "Is it only cooks who need it, or others as well?"
    let is_other = |at: usize| matches!(said.text(at), "only" | "others" | "else" | "anyone");
    let needs_it = said.has(Cue::Need) && points_at_it(sight);
    let asks_who = said.tokens.iter().any(|token| token.text() == "who");
    let or_others = needs_it && asks_who && (0..said.tokens.len()).any(is_other);
    let alone = sight.bound.positions.is_empty() || others || or_others;
    if !(who || which || others || or_others || going_on) || !alone {
        return None;
    }
    let proficiency = asked_proficiency(sight);
    let named = |placed: &Placed<SkillId>| said.has(Cue::Need) && placed.certainty >= BY_NAME;
    // "Who turns business needs into rules?" has no skill of turning business in it.
    let is_needed = |placed: &Placed<SkillId>| {
        let before = |heard: &Heard| heard.tokens.start < placed.tokens.start;
        let asks = |heard: &Heard| matches!(heard.cue, Cue::Need | Cue::Roles);
        let mut cues = said.cues.iter().filter(|heard| asks(heard));
        placed.certainty >= BY_NAME || at_proficiency || cues.any(before)
    };
    let fits =
        |placed: &Placed<SkillId>| named(placed) || sight.rest().is_empty() && is_needed(placed);
    match sight.bound.skills.as_slice() {
        [placed] if fits(placed) => Some(Recognised::sure(
            Question::RolesNeedingSkill(placed.what, proficiency),
            placed.certainty,
        )),
        [] if sight.bound.unclear_skills.is_empty() && sight.rest().is_empty() => {
            let skill = context_skill(said)?;
            Some(Recognised::in_context(
                Question::RolesNeedingSkill(skill, proficiency),
                Subject::Skill(skill),
            ))
        }
        [_, _, ..] if sight.rest().is_empty() => {
            plain::several(sight, Some(Kind::RolesNeedingSkill.into()))
        }
        [] => several_of_a_name(sight),
        _ => None,
    }
}

/// "who needs record keeping?", where several skills have that name but for a
/// bracket.
fn several_of_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let [unclear] = sight.bound.unclear_skills.as_slice() else {
        return None;
    };
    let alone = sight.rest().iter().all(|at| unclear.tokens.contains(at));
    let wanted = Some(Kind::RolesNeedingSkill.into());
    let choices = || unclear.choices.iter().copied();
    (unclear.is_named && alone).then(|| Recognised::which(choices(), wanted))
}

/// "how much testing does a data engineer need?"; also in other words than the
/// skill's own, out of the skills that the level asks.
pub(super) fn skill_at_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if let Some(found) = skill_of_a_rank(sight) {
        return Some(found);
    }
    if let Some(placed) = sight.bound.skills.first() {
        if let Some(position) = sight.bound.positions.first() {
            if asks_which_level(sight, position) {
                let question = Question::RolesNeedingSkill(placed.what, asked_proficiency(sight));
                return Some(Recognised::sure(question, position.certainty));
            }
            // "Who sets standards for baking and helps the bakers?"
            let looks_for_one = said.has(Cue::Who)
                && !said.has_any(&[Cue::Need, Cue::HowMuch, Cue::Levels, Cue::Skills]);
            if looks_for_one && !sight.rest().is_empty() {
                return None;
            }
            let certainty = placed.certainty.min(position.certainty);
            // "Communication", where only one with a bracket behind it is called so, and
            // the place asks another way of communicating.
            let name = said.framework.skill(placed.what).name();
            let is_bare = name.ends_with(')') && !said.typed(placed.tokens.clone()).contains('(');
            let is_asked = skills_of(said.framework, position.what).contains(&placed.what);
            if is_bare && !is_asked {
                let tokens = position.tokens.clone();
                if let Some(skill) = skill_in_words(sight, position.what, tokens) {
                    let question = Question::SkillAtLevel(skill, position.what);
                    return Some(Recognised::sure(question, 70));
                }
            }
            let question = Question::SkillAtLevel(placed.what, position.what);
            return Some(Recognised::sure(question, certainty));
        }
        // "Glazing, what's that about?" points at the skill.
        let is_told = plain::points_back(sight, placed.tokens.end);
        let is_told = is_told && !said.has_any(&[Cue::HowMuch, Cue::Need]);
        let position = pointed_at(sight).filter(|_| !is_told)?;
        let skill = asked_namesake(said.framework, placed.what, position);
        let question = Question::SkillAtLevel(skill, position);
        return Some(Recognised::in_context(question, position));
    }
    if let ([position], Some(skill)) = (sight.bound.positions.as_slice(), context_skill(said)) {
        let again = said.context.kind == Some(Kind::SkillAtLevel) && said.has(Cue::GoingOn);
        let looks = says_look(said);
        // "Do cooks do that?"
        let whether = matches!(said.text(0), "does" | "do" | "would" | "should");
        let of_skill = said.context.kind.is_some_and(Kind::is_of_skill);
        let asks = said.has_any(&[Cue::HowMuch, Cue::Need]) || of_skill && (looks || whether);
        let of_it = asks && points_at_it(sight);
        // "And for a senior cook?", after a skill.
        let after_one = said.context.kind.is_some_and(Kind::is_of_skill);
        let is_for = is_behind_for(sight, position) || said.mentions.is_empty();
        // "For the head", and nothing else.
        let opens = said.text(0) == "for";
        let for_it = after_one && (said.has(Cue::GoingOn) || opens) && is_for;
        // "Which of those would a cook be on?"
        let of_those = after_one && said.has(Cue::Both) && matches!(said.text(0), "which" | "what");
        // "Does a cook?"
        let spoken = after_one || said.context.kind == Some(Kind::SkillAtLevel);
        let of_it = of_it || spoken && whether && !said.has(Cue::Duties);
        if (again || of_it || for_it || of_those) && sight.rest().is_empty() {
            let skill = asked_namesake(said.framework, skill, position.what);
            return Some(Recognised::in_context(
                Question::SkillAtLevel(skill, position.what),
                Subject::Skill(skill),
            ));
        }
    }
    None
}

/// "How good does the head have to be at it?", after a skill: the level of that seniority
/// that needs it; of several it is asked which.
fn skill_of_a_rank(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let named = match sight.bound.skills.as_slice() {
        [] => None,
        [only] => Some(only.what),
        _ => return None,
    };
    let skill = named.or_else(|| context_skill(said))?;
    let mut ranks = said.seniorities.iter().flatten();
    let rank = *ranks.next().filter(|_| ranks.next().is_none())?;
    let bound = &sight.bound;
    let bare = bound.positions.is_empty() && bound.unclear_positions.is_empty();
    let bare = bare && sight.rest().is_empty();
    let points = named.is_some() || points_at_it(sight);
    let asks = said.has_any(&[Cue::HowMuch, Cue::Need]) && points;
    let spoken_of = named.is_some() || said.context.kind.is_some_and(speaks_of_skill);
    if !(bare && asks && spoken_of) || said.has(Cue::Who) {
        return None;
    }
    let needs = |level: &&RoleLevel| {
        let of_rank = Seniority::in_name(level.name()) == rank;
        of_rank && level.is_in_use() && level.requirement(skill).is_some()
    };
    let needing: Vec<&RoleLevel> = said.framework.levels().iter().filter(needs).collect();
    match needing.as_slice() {
        [] => None,
        [only] => {
            let position = Position::Level(only.id());
            let question = Question::SkillAtLevel(skill, position);
            Some(Recognised::in_context(question, Subject::Skill(skill)))
        }
        several => {
            let wanted = Wanted::before(Kind::SkillAtLevel, Subject::Skill(skill));
            let levels = several.iter().map(|level| Subject::Level(level.id()));
            Some(Recognised::which(levels, Some(wanted)))
        }
    }
}

/// "what does a head cook need in baking?", "baking for a head cook", "do they need
/// bread?": a skill of a level in other words than its name, out of those that it asks.
pub(super) fn skill_in_other_words(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !sight.bound.skills.is_empty() {
        return None;
    }
    let first = *sight.rest().first()?;
    match sight.bound.positions.as_slice() {
        [position] => {
            // "What does a head cook need in baking?"
            let within = first.checked_sub(1).is_some_and(|at| said.text(at) == "in");
            // "Baking for a head cook".
            let stands_before = sight
                .rest()
                .last()
                .is_some_and(|last| *last < position.tokens.start);
            let is_told = said.has_any(&[Cue::Skills, Cue::Mine, Cue::Duties]);
            let few = sight.rest().len() <= 2;
            let is_for = stands_before && few && !is_told && is_behind_for(sight, position);
            let asks = said.has(Cue::HowMuch) || said.has(Cue::Need) && within || is_for;
            let tokens = position.tokens.clone();
            let skill = asks.then(|| skill_in_words(sight, position.what, tokens))??;
            let question = Question::SkillAtLevel(skill, position.what);
            Some(Recognised::sure(question, 70))
        }
        [] if said.has(Cue::Need) && (said.has(Cue::Pointing) || asks_of_oneself(said)) => {
            let position = pointed_at(sight)?;
            let skill = skill_in_words(sight, position, 0..0)?;
            let question = Question::SkillAtLevel(skill, position);
            Some(Recognised::in_context(question, position))
        }
        _ => None,
    }
}

/// One skill is shown at a level at a time. Where more are named, it is said which
/// one it is.
pub(super) fn one_of_many(sight: &Sight<'_, '_>, question: &Question) -> Option<Correction> {
    let Question::SkillAtLevel(shown, _) = question else {
        return None;
    };
    let skills = sight.bound.skills.as_slice();
    let (first, last) = (skills.first()?, skills.last()?);
    let start = first.tokens.start.min(last.tokens.start);
    let end = first.tokens.end.max(last.tokens.end);
    let others = skills.iter().any(|placed| placed.what != first.what);
    others.then(|| Correction {
        typed: sight.said.typed(start..end).to_owned(),
        read: sight.said.framework.skill(*shown).name().to_owned(),
    })
}

/// "How much baking do I need?": the person is in the place that was spoken of.
fn asks_of_oneself(said: &Utterance<'_>) -> bool {
    said.tokens
        .iter()
        .any(|token| matches!(token.text(), "i" | "me" | "we"))
}

/// Whether the words say "need", or what somebody is judged on: a part of a name says none.
pub(super) fn says_need(said: &Utterance<'_>) -> bool {
    let is_need = |at: &usize| {
        matches!(
            said.text(*at),
            "need"
                | "needs"
                | "needed"
                | "require"
                | "requires"
                | "required"
                | "judged"
                | "assessed"
                | "marked"
                | "measured"
        )
    };
    let mut needs = said.cues.iter().filter(|heard| heard.cue == Cue::Need);
    needs.any(|heard| heard.own.iter().any(is_need))
}

/// Whether the words ask what something is: "what about" does not.
pub(super) fn asks_what_it_is(said: &Utterance<'_>) -> bool {
    let is_about = |at: usize| matches!(said.text(at), "about" | "of");
    let is_one = |heard: &Heard| {
        let start = heard.tokens.start;
        let what_about = is_about(start) || is_about(start + 1) && said.text(start) == "what";
        heard.cue == Cue::Define && heard.own.len() > 1 && !what_about
    };
    said.cues.iter().any(is_one)
}

/// Whether the last answer was about a skill, of a place or not.
pub(super) fn speaks_of_skill(kind: Kind) -> bool {
    kind.is_of_skill() || kind == Kind::SkillAtLevel
}

/// "Does a baker need it?": the skill of the conversation.
pub(super) fn points_at_it(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let it = |token: &Token<'_>| matches!(token.text(), "it" | "this" | "that" | "them" | "these");
    said.tokens.iter().any(it) && context_skill(said).is_some()
}

/// "Which level of baker needs kneading?", "at which baker level", "from what level
/// on does a baker knead": of the levels of a role none is named.
fn asks_which_level(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> bool {
    let said = sight.said;
    let whole = match placed.what {
        Position::Role(_) => true,
        Position::Level(level) => {
            let level = said.framework.level(level);
            said.framework.namesake(level.role()).map(RoleLevel::id) == Some(level.id())
        }
    };
    let is_level = |at: usize| matches!(said.text(at), "level" | "levels");
    let asks = |at: usize| matches!(said.text(at), "which" | "what");
    let before = (0..placed.tokens.start).rev();
    let mut before = before.skip_while(|at| said.tokens[*at].marks.small);
    let of_it = before.next().is_some_and(is_level) || is_level(placed.tokens.end);
    let at_which = (1..said.tokens.len()).any(|at| {
        let on = matches!(said.text(at - 1), "at" | "from");
        on && asks(at) && is_level(at + 1)
    });
    let asked = (0..said.tokens.len()).any(asks);
    whole && said.seniorities.iter().all(Option::is_none) && (of_it && asked || at_which)
}

/// Whether a position stands behind "for", but for an article.
fn is_behind_for(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> bool {
    let tokens = &sight.said.tokens[..placed.tokens.start];
    let before = tokens.iter().rev().find(|token| !token.marks.determiner);
    before.is_some_and(|token| matches!(token.text(), "for" | "as"))
}

/// The role or level of the conversation, where the words point at it: "at that
/// level", "how much testing?", "and testing?"
fn pointed_at(sight: &Sight<'_, '_>) -> Option<Position> {
    let said = sight.said;
    let what_about = |heard: &Heard| heard.cue == Cue::GoingOn && heard.own.len() > 1;
    let goes_on =
        said.cues.iter().any(what_about) || (said.has(Cue::GoingOn) && !said.has(Cue::Define));
    let of_oneself = said.has(Cue::Need) && asks_of_oneself(said);
    let points = said.has_any(&[Cue::Pointing, Cue::HowMuch]) || goes_on || of_oneself;
    let spoken = matches!(
        said.context.kind,
        Some(
            Kind::Level
                | Kind::LevelSkills
                | Kind::SkillAtLevel
                | Kind::Progression
                | Kind::Role
                | Kind::RolesAbout
                | Kind::SimilarRoles
                | Kind::SkillsAbout
        )
    );
    let asks_this = points && spoken && said.proficiencies.is_empty() && !said.has(Cue::Who);
    context_position(said).filter(|_| asks_this)
}

/// The skill, out of those that a position asks, that other words mean: the
/// first of the search, if it is plainly ahead.
fn skill_in_words(
    sight: &Sight<'_, '_>,
    position: Position,
    its_words: Range<usize>,
) -> Option<SkillId> {
    /// How much better the first must be than the second.
    const AHEAD: f32 = 1.15;
    let said = sight.said;
    let among = skills_of(said.framework, position);
    let findings = said
        .interpreter
        .index
        .skills_among(&said.query_of(|at| !its_words.contains(&at)), &among);
    let (first, second) = (findings.hits.first()?, findings.hits.get(1));
    let ahead = second.is_none_or(|second| first.score >= second.score * AHEAD);
    match first.found {
        Found::Skill(skill) if ahead => Some(skill),
        Found::Skill(_) | Found::Role(_) | Found::Level(_) => None,
    }
}

/// "what skills does a senior data analyst need?", "which skills do they need?"
pub(super) fn level_skills(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let of_level = said.context.kind == Some(Kind::LevelSkills);
    let at = asked_at(sight);
    // "And what do they do?" goes on to something else.
    let asks_else =
        asks_what_it_is(said) || said.has(Cue::Duties) && !said.has_any(&[Cue::Skills, Cue::Need]);
    let going_on = of_level && !asks_else && (said.has(Cue::GoingOn) || at.is_some());
    let of_expert = at.is_some() && said.has_any(&[Cue::Need, Cue::HowMuch, Cue::Define]);
    // "What does a senior cook need?"
    let needs = says_need(said)
        && !said.has_any(&[Cue::Who, Cue::Roles, Cue::Progress, Cue::Next])
        && !sight.bound.names_nothing()
        && sight.rest().is_empty();
    let asks = said.has(Cue::Skills) || going_on || of_expert || needs;
    if !asks || !sight.bound.skills.is_empty() {
        return None;
    }
    match sight.bound.positions.as_slice() {
        [placed] if said.has(Cue::About) && placed.certainty <= super::LOOSE => None,
        [placed] => Some(Recognised::sure(
            Question::LevelSkills(placed.what, at),
            placed.certainty,
        )),
        [] => {
            let bound = &sight.bound;
            let is_clear = bound.unclear_positions.is_empty() && bound.unclear_skills.is_empty();
            let bare = is_clear && sight.rest().is_empty();
            let carrying = (0..said.tokens.len()).filter(|at| !said.is_filler(*at));
            let pointing = carrying.count() < 3
                || going_on
                || said.has_any(&[Cue::Pointing, Cue::GoingOn, Cue::Need, Cue::Mine, Cue::List]);
            let position =
                context_position(said).filter(|_| bare && pointing && !said.has(Cue::Who))?;
            Some(Recognised::in_context(
                Question::LevelSkills(position, at),
                position,
            ))
        }
        _ => None,
    }
}
