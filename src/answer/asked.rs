//! What one skill asks at one place.

use super::{Asking, Needs, Settled, Spread};
use crate::framework::{Framework, Skill, SkillId};
use crate::question::Position;

/// One skill at a role or at one level of it.
#[derive(Debug)]
pub struct AskedSkill<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// The place, and the level that is answered for.
    pub place: Settled<'a>,
    /// What that level asks; for a role without levels, what the role asks.
    pub here: Option<Asking<'a>>,
    /// The other levels of the same role that ask the skill, lowest first.
    pub elsewhere: Vec<Asking<'a>>,
    /// Who else asks it, where this role does not.
    pub others: Vec<Needs<'a>>,
}

impl<'a> AskedSkill<'a> {
    /// What a skill asks at a place.
    #[must_use]
    pub fn of(framework: &'a Framework, skill: SkillId, position: Position) -> Self {
        let place = Settled::new(framework, position);
        let role = super::role_of(framework, place.position);
        let spreads = Spread::of(framework, Position::Role(role));
        let mut asked = spreads
            .into_iter()
            .find(|spread| spread.skill.id() == skill)
            .map_or(Vec::new(), |found| found.asked);
        let is_here = |asking: &Asking<'_>| match place.level {
            Some(level) => asking.level.id() == level.id(),
            None => !asking.level.is_in_use(),
        };
        let here = asked.iter().position(is_here).map(|at| asked.remove(at));
        let is_foreign = here.is_none() && asked.is_empty();
        let others = if is_foreign {
            Needs::of(framework, skill, None)
        } else {
            Vec::new()
        };
        Self {
            skill: framework.skill(skill),
            place,
            here,
            elsewhere: asked,
            others,
        }
    }
}
