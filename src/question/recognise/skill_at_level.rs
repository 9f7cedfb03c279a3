//! What a skill asks of a level: by its name, in other words, or of a seniority only.

use std::ops::Range;

use super::proficiencies::{asked_proficiency, says_look};
use super::skills::{asks_of_oneself, points_at_it, speaks_of_skill};
use super::steps::one_step_on;
use super::{Recognised, Sight, plain, similar};
use crate::framework::{RoleLevel, SkillId};
use crate::question::bound::{Placed, role_of, skills_of};
use crate::question::conversation::{
    context_position, context_skill, place_spoken_of, points_at_own_place,
};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Correction, Question};
use crate::question::subject::Position;
use crate::question::which_skill::asked_namesake;
use crate::question::{Kind, Subject, Wanted};
use crate::search::Found;

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
            // "Back to glazing, what skills does the head of it need?", "glazing is on her
            // list, can you explain what it is?"
            let end = placed.tokens.end.max(position.tokens.end);
            let of_all = said.has(Cue::Skills) && placed.certainty < 100 && says_skills(sight);
            let asks = said.has_any(&[Cue::HowMuch, Cue::Need]);
            if of_all || plain::points_back(sight, end) && !asks {
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
        let is_told = is_told || plain::is_defined(sight, placed) || is_new_to_them(sight);
        let is_told = is_told && !said.has_any(&[Cue::HowMuch, Cue::Need]) && !is_for_them(sight);
        // "Which skills cover keeping each other calm?" is a search.
        let searches = says_skills(sight) && said.has(Cue::About);
        let position = pointed_at(sight).filter(|_| !(is_told || searches))?;
        let skill = asked_namesake(said.framework, placed.what, position);
        let question = Question::SkillAtLevel(skill, position);
        return Some(Recognised::in_context(question, position));
    }
    if let Some(found) = of_ones_own_place(sight) {
        return Some(found);
    }
    if let (Some(position), Some(skill)) = (only_place(sight), context_skill(said)) {
        let again = said.context.kind == Some(Kind::SkillAtLevel) && said.has(Cue::GoingOn);
        let looks = says_look(said);
        // "Do cooks do that?"
        let whether = matches!(
            said.text(0),
            "does" | "do" | "would" | "should" | "is" | "are" | "can" | "must"
        );
        let of_skill = said.context.kind.is_some_and(Kind::is_of_skill);
        let asks = said.has_any(&[Cue::HowMuch, Cue::Need]) || of_skill && (looks || whether);
        // "How good should a head be?", after a skill.
        let of_it = asks && points_at_it(sight) || of_skill && said.has(Cue::HowMuch);
        // "And for a senior cook?", after a skill.
        let after_one = said.context.kind.is_some_and(Kind::is_of_skill);
        let is_for = is_behind_for(sight, position) || said.mentions.is_empty();
        // "For the head", and nothing else.
        let own = |at: usize| matches!(said.text(at), "my" | "her" | "his" | "their" | "our");
        let at_level = said.text(0) == "at" && own(1) && said.text(2) == "level";
        // "At head cook?"
        let at_rung = said.text(0) == "at"
            && matches!(position.what, Position::Level(_))
            && position.tokens.start <= 2;
        let at_level = at_level || at_rung;
        let opens = said.text(0) == "for" || at_level;
        let for_it = after_one && (said.has(Cue::GoingOn) || opens) && (is_for || at_level);
        // "What would a cook be doing on it?"
        let on = |at: usize| matches!(said.text(at), "on" | "with" | "in" | "at");
        let concerns =
            (1..said.tokens.len()).any(|at| matches!(said.text(at), "it" | "that") && on(at - 1));
        let of_it = of_it || of_skill && said.has_any(&[Cue::Duties, Cue::Need]) && concerns;
        // "Which of those would a cook be on?"
        let which = matches!(said.text(0), "which" | "what");
        let of_those = after_one && which && (said.has(Cue::Both) || said.text(1) == "one");
        // "Does a cook?"
        let spoken = after_one || said.context.kind == Some(Kind::SkillAtLevel);
        let of_it = of_it || spoken && whether && !said.has(Cue::Duties);
        if of_it && sight.rest().is_empty() && asks_which_level(sight, position) {
            let question = Question::RolesNeedingSkill(skill, asked_proficiency(sight));
            return Some(Recognised::in_context(question, Subject::Skill(skill)));
        }
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

/// "How good do I have to be with that one in my job?", after a skill of the place that was
/// spoken of before.
fn of_ones_own_place(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks = said.has(Cue::HowMuch) && said.has(Cue::Pointing);
    // "How far do they need to go with it?"
    let person = |at: usize| matches!(said.text(at), "they" | "she" | "he" | "i");
    let of_them = said.has(Cue::Need) && points_at_it(sight);
    let of_them = of_them && (0..said.tokens.len()).any(person);
    let asks = asks && (points_at_own_place(said) || of_them);
    let bare = sight.bound.names_nothing() && sight.rest().is_empty();
    let place = place_spoken_of(said).filter(|_| asks && bare)?;
    let skill = asked_namesake(said.framework, context_skill(said)?, place);
    let question = Question::SkillAtLevel(skill, place);
    Some(Recognised::in_context(question, place))
}

/// The only place that is named: "do cooks have to do it, as a trainee?" is of the trainee.
pub(super) fn only_place<'s>(sight: &'s Sight<'_, '_>) -> Option<&'s Placed<Position>> {
    let framework = sight.said.framework;
    match sight.bound.positions.as_slice() {
        [only] => Some(only),
        [whole, level] | [level, whole]
            if matches!(whole.what, Position::Role(_))
                && matches!(level.what, Position::Level(_))
                && role_of(framework, whole.what) == role_of(framework, level.what) =>
        {
            Some(level)
        }
        _ => None,
    }
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
        let of_rank = level.seniority() == rank;
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
        [] if said.has_any(&[Cue::Need, Cue::HowMuch])
            && !said.has(Cue::Skills)
            && (said.has(Cue::Pointing) || asks_of_oneself(said)) =>
        {
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

/// "What skills": several are asked for.
pub(super) fn says_skills(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let asks = |at: usize| matches!(said.text(at), "what" | "which");
    (1..said.tokens.len()).any(|at| said.text(at) == "skills" && asks(at - 1))
}

/// "Glazing? Never heard of it", "glazing sounds interesting, tell me more": the skill itself
/// is wanted.
fn is_new_to_them(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    (0..said.tokens.len()).any(|at| {
        let next = [said.text(at), said.text(at + 1)];
        matches!(
            next,
            ["never", "heard" | "seen" | "met"] | ["tell", "me"] | ["new", "to"] | ["at", "home"]
        )
    })
}

/// "What would that involve for them?": of whoever was spoken of.
fn is_for_them(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let person = |at: usize| matches!(said.text(at), "them" | "him" | "her" | "me" | "us");
    let leads = |at: usize| matches!(said.text(at), "for" | "of" | "from");
    (1..said.tokens.len()).any(|at| person(at) && leads(at - 1))
}

/// The role or level of the conversation, where the words point at it: "at that
/// level", "how much testing?", "and testing?"
fn pointed_at(sight: &Sight<'_, '_>) -> Option<Position> {
    let said = sight.said;
    let what_about = |heard: &Heard| heard.cue == Cue::GoingOn && heard.own.len() > 1;
    let goes_on =
        said.cues.iter().any(what_about) || (said.has(Cue::GoingOn) && !said.has(Cue::Define));
    let of_oneself = said.has(Cue::Need) && asks_of_oneself(said);
    // "Glazing, what's wanted there?"
    let last = said.tokens.len().saturating_sub(1);
    let there = said.text(last) == "there" && said.has(Cue::Need);
    let points = said.has_any(&[Cue::Pointing, Cue::HowMuch]) || goes_on || of_oneself || there;
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
    // "How much glazing at that level?", after two of them: at the last.
    let that_level = (1..said.tokens.len())
        .any(|at| said.text(at) == "level" && matches!(said.text(at - 1), "that" | "this"));
    let spoken = spoken || that_level && said.context.kind == Some(Kind::Compare);
    // "Glazing, is that expert for them?"
    let whether = is_for_them(sight) && !says_look(said);
    let asks_this = points && spoken && !said.has(Cue::Who);
    let asks_this = asks_this && (said.proficiencies.is_empty() || whether);
    // "How strong am I meant to be?", after the way up: where somebody is.
    let of_person = |at: usize| matches!(said.text(at), "she" | "he" | "her" | "him");
    let of_person = (0..said.tokens.len()).any(of_person);
    // "Does she need it for that?", of where she wants to get.
    let there = (0..said.tokens.len()).any(|at| {
        let that = said.text(at) == "for" && matches!(said.text(at + 1), "that" | "it");
        that || said.text(at) == "there"
    });
    // "How strong would I have to be one rung up?", also after the way there.
    // "Is it expert for them, or one below?" is of the proficiency.
    let beside = said.has_any(&[Cue::Next, Cue::Previous]) && said.proficiencies.is_empty();
    let place = if (asks_of_oneself(said) || of_person) && !there || beside {
        similar::where_somebody_is(sight)
    } else {
        context_position(said)
    };
    let place = place.filter(|_| asks_this)?;
    match place {
        Position::Level(here) if beside => one_step_on(sight, here).map(Position::Level),
        Position::Level(_) | Position::Role(_) => Some(place),
    }
}

/// The skill, out of those that a position asks, that other words mean: the
/// first of the search, if it is plainly ahead.
pub(super) fn skill_in_words(
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
