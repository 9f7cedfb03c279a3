//! Questions about skills: who needs one, and which ones a level needs.

use super::proficiencies::{asked_at, asked_proficiency, points_at_level, says_do, says_look};
use super::skill_at_level::says_skills;
use super::{Recognised, Sight, plain};
use crate::framework::SkillId;
use crate::question::bound::Placed;
use crate::question::conversation::{
    context_position, context_skill, points_at_own_place, points_at_role, points_at_skill,
};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::token::Token;
use crate::question::utterance::Utterance;
use crate::question::{Kind, Position, Subject};

/// The certainty from which on a skill was called by its whole name.
pub(super) const BY_NAME: u8 = 85;

/// "which roles need life cycle management?", "who needs it at expert?"
pub(super) fn roles_needing(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks_who = [Cue::Who, Cue::Roles, Cue::Need, Cue::Similar, Cue::Duties];
    if !said.has_any(&asks_who) && said.context.kind.is_none() {
        return None;
    }
    // "And how good does a senior one have to be?" asks of a level.
    let of_rank = said.has(Cue::HowMuch) && said.seniorities.iter().any(Option::is_some);
    let going_on = said.context.kind == Some(Kind::RolesNeedingSkill)
        && said.has(Cue::GoingOn)
        && !of_rank
        && !asks_something_else(sight);
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
    // "Who's the most skilled at it?"
    let says_who = |token: &Token<'_>| matches!(token.text(), "who" | "whos" | "whose");
    let of_it = said.context.kind.is_some_and(speaks_of_skill)
        && points_at_it(sight)
        && said.tokens.iter().any(says_who);
    let asks = said.has_any(&[Cue::Need, Cue::Roles]) || at_proficiency || of_it;
    let who = said.has(Cue::Who) && !beside && asks;
    let is_named = !sight.bound.skills.is_empty();
    // "What sort of jobs would have it on their list?"
    let is_pointed_at = said.has(Cue::Need) && points_at_it(sight);
    // "Which of them need glazing at expert?"
    let of_them = said.text(0) == "which" && said.has_any(&[Cue::Both, Cue::Pointing]);
    let of_them = of_them && said.text(1) == "of" && is_named && said.has(Cue::Need);
    let which = of_them
        || said.has(Cue::Roles)
            && (is_named || is_pointed_at)
            && (said.has(Cue::Need) || sight.rest().is_empty() && !said.has(Cue::Define));
    // "Does any other role need that?"
    let of_skill = is_named || said.has(Cue::Need) && said.has(Cue::Roles) && points_at_it(sight);
    let others = said.has(Cue::Similar) && of_skill;
    let or_others = asks_for_others(sight);
    let alone = sight.bound.positions.is_empty() || others || or_others;
    let of_somebody = |at: &usize| or_others && said.mentions.iter().any(|it| it.used.has(*at));
    // "Anything else that role has to be good at?" is of the role, "how good do I have to be
    // with that one in my job?" as well.
    let goes_on = said.context.kind.is_some();
    let of_place = points_at_role(said) || said.has(Cue::HowMuch) && points_at_own_place(said);
    let alone = alone && !(goes_on && of_place);
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
    // "Who needs it, anyone in pastry?": a family leaves nobody out.
    let of_family = |at: &usize| said.families.iter().any(|it| it.used.has(*at));
    let nothing_else = sight
        .rest()
        .iter()
        .all(|at| of_family(at) || of_somebody(at));
    match sight.bound.skills.as_slice() {
        [placed] if fits(placed) => Some(Recognised::sure(
            Question::RolesNeedingSkill(placed.what, proficiency),
            placed.certainty,
        )),
        [] if sight.bound.unclear_skills.is_empty() && nothing_else => {
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

/// "Yes, but what is it?", after who needs a skill.
fn asks_something_else(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let is_defined = |it: &Placed<SkillId>| plain::is_defined(sight, it);
    asks_what_it_is(said)
        || sight.bound.skills.iter().any(is_defined)
        || said.has(Cue::Duties) && said.has(Cue::Pointing)
        || (says_do(said) || says_look(said)) && !said.has(Cue::Who)
}

/// "Is it only cooks who need it, or others as well?", "out of cooks and bakers, who has to
/// be better at it?", after a skill.
fn asks_for_others(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let of_skill = points_at_it(sight) || !sight.bound.skills.is_empty();
    if !said.has_any(&[Cue::Need, Cue::Duties]) || !of_skill {
        return false;
    }
    let says = |words: &[&str]| (0..said.tokens.len()).any(|at| words.contains(&said.text(at)));
    // "Is that just for cooks, or do others have to do it as well?"
    let or_not = says(&["only", "just"]) && says(&["others", "else", "everyone", "anyone"]);
    // "Is it just heads that need glazing?"
    let is_it = matches!(said.text(0), "is" | "isnt") && said.text(1) == "it";
    let asks_who = said.has(Cue::Who) || says(&["who"]) || said.text(0) == "only" || is_it;
    let of_two = said.has(Cue::Who) && sight.bound.two_positions().is_some();
    let others = says(&[
        "only", "others", "else", "anyone", "besides", "except", "just",
    ]);
    (asks_who || or_not) && (others || of_two)
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

/// "How much baking do I need?": the person is in the place that was spoken of.
pub(super) fn asks_of_oneself(said: &Utterance<'_>) -> bool {
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
    if context_skill(said).is_none() {
        return false;
    }
    let it = |token: &Token<'_>| matches!(token.text(), "it" | "this" | "that" | "them" | "these");
    // "What does a head have to be able to do there?"
    let there = said.tokens.last().is_some_and(|it| it.text() == "there");
    there || said.tokens.iter().any(it)
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
    // "What else is on their list?"
    let other = |at: usize| said.text(at) == "what" && said.text(at + 1) == "else";
    let others = said.has(Cue::Need) && !said.has(Cue::Who) && (other(0) || other(1));
    // "What does that skill even mean?"
    let of_that = points_at_skill(said) && context_skill(said).is_some();
    let of_skills = said.has(Cue::Skills) && !of_that;
    let asks = of_skills || going_on || of_expert || needs || others;
    // "Back to glazing, what skills does the head of it need?"
    let by_name = |it: &Placed<SkillId>| it.certainty == 100;
    let of_skill = !sight.bound.skills.is_empty();
    let of_skill = of_skill && (sight.bound.skills.iter().any(by_name) || !says_skills(sight));
    if !asks || of_skill {
        return None;
    }
    let is_loose_role = |placed: &Placed<Position>| {
        matches!(placed.what, Position::Role(_)) && placed.certainty <= super::LOOSE
    };
    match sight.bound.positions.as_slice() {
        [placed] if said.has(Cue::About) && placed.certainty <= super::LOOSE => None,
        // "Which skill is a toolkit for healthy cooking?" names no cook.
        [placed] if is_loose_role(placed) && !sight.rest().is_empty() => None,
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
