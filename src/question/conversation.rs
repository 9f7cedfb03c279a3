//! What the conversation is about, where a question leaves it out.

use super::bound::role_of;
use super::context::Context;
use super::cue::Cue;
use super::kind::Kind;
use super::subject::{Position, Subject};
use super::utterance::Utterance;
use crate::framework::{RoleId, SkillId};

/// The role that the conversation is about.
pub(super) fn context_role(utterance: &Utterance<'_>) -> Option<RoleId> {
    let position = place_spoken_of(utterance)?;
    Some(role_of(utterance.framework, position))
}

/// The role or level that the conversation is about, or was before it came to a skill:
/// "and the lead one?", after a skill that a level was asked about.
pub(super) fn place_spoken_of(utterance: &Utterance<'_>) -> Option<Position> {
    let context = utterance.context;
    let of_skill = context.kind.is_some_and(Kind::is_of_skill);
    let before = context.before.iter().rev().filter(|_| of_skill);
    let before = || before.copied().find_map(Subject::position);
    context_position(utterance).or_else(before)
}

/// The role or level that the conversation is about: the last one that was
/// spoken of.
pub(super) fn context_position(utterance: &Utterance<'_>) -> Option<Position> {
    let context = utterance.context;
    // "What does that role do?", after who needs a skill, where only one does.
    if let Some(role) = only_role(context, utterance) {
        return Some(Position::Role(role));
    }
    // A search in between changes no subject, nor does what a proficiency means in general.
    let searched = matches!(
        context.kind,
        Some(Kind::SkillsAbout | Kind::RolesAbout | Kind::Proficiency)
    );
    let before = context.before.iter().rev().copied();
    let mut spoken = spoken_of(utterance).chain(before.filter(|_| searched));
    spoken.find_map(Subject::position)
}

/// The only role that needs the skill that was asked about, where the words point at it.
fn only_role(context: &Context, utterance: &Utterance<'_>) -> Option<RoleId> {
    if context.kind != Some(Kind::RolesNeedingSkill) {
        return None;
    }
    // "What other skills do they need?"
    let they = |at: usize| matches!(utterance.text(at), "they" | "them");
    let of_them = utterance.has(Cue::Skills) && (0..utterance.tokens.len()).any(they);
    if !(of_them || points_at_role(utterance)) {
        return None;
    }
    let listed = context.results.iter().filter_map(|it| it.position());
    let mut roles = listed.map(|place| role_of(utterance.framework, place));
    let first = roles.next()?;
    roles.all(|role| role == first).then_some(first)
}

/// "That role", "those people".
pub(super) fn points_at_role(utterance: &Utterance<'_>) -> bool {
    (1..utterance.tokens.len()).any(|at| {
        let is_role = matches!(
            utterance.text(at),
            "role" | "job" | "post" | "person" | "people" | "lot"
        );
        is_role && matches!(utterance.text(at - 1), "that" | "this" | "those" | "these")
    })
}

/// "In my job", "at my level": the place where the person is.
pub(super) fn points_at_own_place(utterance: &Utterance<'_>) -> bool {
    (1..utterance.tokens.len()).any(|at| {
        let is_place = matches!(utterance.text(at), "role" | "job" | "post" | "level");
        is_place && matches!(utterance.text(at - 1), "my" | "her" | "his")
    })
}

/// "That skill".
pub(super) fn points_at_skill(utterance: &Utterance<'_>) -> bool {
    (1..utterance.tokens.len()).any(|at| {
        let that = matches!(utterance.text(at - 1), "that" | "this" | "same");
        that && utterance.text(at) == "skill"
    })
}

/// The skill that the conversation is about.
pub(super) fn context_skill(utterance: &Utterance<'_>) -> Option<SkillId> {
    spoken_of(utterance).find_map(Subject::skill)
}

/// What was spoken of, the last first; where it was not clear and only one thing
/// was offered, that one; and what a search found first, where the words point at one.
fn spoken_of(utterance: &Utterance<'_>) -> impl Iterator<Item = Subject> {
    let context = utterance.context;
    let offered = match context.results.as_slice() {
        [only] if context.subjects.is_empty() => Some(*only),
        _ => None,
    };
    let searched = matches!(context.kind, Some(Kind::SkillsAbout | Kind::RolesAbout));
    // "At working, please", after a search for a skill.
    let points = utterance.has(Cue::Pointing) || !utterance.proficiencies.is_empty();
    let points = searched && points;
    let found = context.results.first().copied().filter(|_| points);
    let spoken = context.subjects.iter().rev().copied();
    spoken.chain(offered).chain(found)
}
