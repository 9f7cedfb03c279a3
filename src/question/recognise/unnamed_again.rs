//! The last question again, about what is told by other words than its name: "and one up?",
//! "and where I am now?", "can you list them?".

use super::again::proficiency;
use super::skill_at_level::skill_in_words;
use super::steps::one_step_on;
use super::{Recognised, Sight};
use crate::framework::SkillId;
use crate::question::Kind;
use crate::question::bound::{role_of, subject};
use crate::question::conversation::{context_position, context_role, context_skill};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::subject::Position;

/// What was asked last, of what no name tells.
pub(super) fn unnamed(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    list_again(sight, kind)
        .or_else(|| of_next_rung(sight, kind))
        .or_else(|| where_one_is(sight, kind))
        .or_else(|| in_other_words(sight, kind))
}

/// "Can you list them?", after how many skills there are: all of them.
fn list_again(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let asks = said.has(Cue::List) && said.has(Cue::Pointing) && sight.rest().is_empty();
    let question = match kind {
        Kind::ListSkills => Question::ListSkills,
        Kind::ListFamilies => Question::ListFamilies,
        Kind::LevelsOfRole => Question::LevelsOfRole(context_role(said)?),
        Kind::ListRoles => {
            let mut subjects = said.context.subjects.iter();
            Question::ListRoles(subjects.find_map(|it| it.family()))
        }
        Kind::Role
        | Kind::Level
        | Kind::LevelSkills
        | Kind::Skill
        | Kind::SkillAtLevel
        | Kind::SkillAtProficiency
        | Kind::Proficiency
        | Kind::SkillsAbout
        | Kind::RolesAbout
        | Kind::RolesNeedingSkill
        | Kind::Compare
        | Kind::Progression
        | Kind::SharedSkills
        | Kind::SimilarRoles
        | Kind::Clarify
        | Kind::Help
        | Kind::NoMatch => return None,
    };
    (asks && sight.bound.names_nothing()).then(|| Recognised::sure(question, 80))
}

/// "Same for the next one up", after the skills of a level, "and one up?", after a skill of
/// it: of the level above.
fn of_next_rung(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let opens = |at: usize| matches!(said.text(at), "what" | "who" | "where" | "how" | "which");
    let bare = said.has(Cue::GoingOn) && sight.rest().is_empty();
    let goes_on = kind == Kind::SkillAtLevel && bare && !(0..said.tokens.len()).any(opens);
    let asks = (said.has(Cue::Again) || goes_on) && sight.bound.names_nothing();
    let Position::Level(here) = context_position(said).filter(|_| asks)? else {
        return None;
    };
    let there = Position::Level(one_step_on(sight, here)?);
    let question = if kind == Kind::LevelSkills {
        Question::LevelSkills(there, proficiency(said))
    } else if kind == Kind::SkillAtLevel {
        Question::SkillAtLevel(context_skill(said)?, there)
    } else if kind == Kind::SimilarRoles {
        Question::SimilarRoles(there)
    } else if kind == Kind::Level {
        Question::about(there.into())
    } else {
        return None;
    };
    Some(Recognised::in_context(question, Position::Level(here)))
}

/// "And where I am now?", after what a skill asks of the next level: what it asks of the one
/// that was spoken of before.
fn where_one_is(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let here = |at: usize| {
        matches!(said.text(at), "where" | "what")
            && matches!(said.text(at + 1), "i" | "im" | "we" | "she" | "he" | "they")
    };
    let here = (0..said.tokens.len()).any(here) && sight.rest().is_empty();
    if kind != Kind::SkillAtLevel || !here || !sight.bound.names_nothing() {
        return None;
    }
    let there = context_position(said)?;
    let role = role_of(said.framework, there);
    let mut before = said.context.before.iter().filter_map(|it| it.position());
    let place = before.find(|it| *it != there && role_of(said.framework, *it) == role)?;
    let question = Question::SkillAtLevel(context_skill(said)?, place);
    Some(Recognised::in_context(question, place))
}

/// "And working with bakers?", after what a skill asks of a level: another skill that the
/// level asks, in other words than its name.
fn in_other_words(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    /// So many words may stand for a skill's name.
    const FEW: usize = 3;
    let said = sight.said;
    let small = |heard: &Heard| matches!(heard.cue, Cue::GoingOn | Cue::Again | Cue::Define);
    let few = !sight.rest().is_empty() && sight.rest().len() <= FEW;
    let goes_on = said.has_any(&[Cue::GoingOn, Cue::Again]) && said.cues.iter().all(small);
    let bare = sight.bound.names_nothing() && said.proficiencies.is_empty();
    if kind != Kind::SkillAtLevel || !(few && goes_on && bare) {
        return None;
    }
    let place = context_position(said)?;
    let skill = skill_in_words(sight, place, 0..0)?;
    let question = Question::SkillAtLevel(skill, place);
    Some(Recognised::in_context(question, place))
}

/// "No, I meant icing and sugar", after a skill: the only skill whose name starts so.
pub(super) fn skill_meant(sight: &Sight<'_, '_>) -> Option<SkillId> {
    let said = sight.said;
    let meant = (0..said.tokens.len()).any(|at| matches!(said.text(at), "meant" | "mean"));
    let of_skill = said.context.kind.is_some_and(Kind::is_of_skill);
    if !meant || !of_skill || !sight.bound.names_nothing() {
        return None;
    }
    let [mention] = said.mentions.as_slice() else {
        return None;
    };
    let starts = mention.choices.iter().filter(|choice| choice.is_start());
    let mut skills = starts.filter_map(|choice| subject(choice.named).skill());
    let first = skills.next()?;
    let only = skills.all(|other| other == first).then_some(first)?;
    let rest = sight.rest().iter();
    let within = |at: &usize| mention.tokens.contains(at);
    rest.clone().all(within).then_some(only)
}
