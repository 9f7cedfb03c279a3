//! Which roles are near to one, by the skills that they ask. Nothing here
//! judges a person: it is counted what the framework asks at both places.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Spread, place};
use crate::framework::{Framework, LevelId, Requirement, Role, RoleId, RoleLevel, Skill, SkillId};
use crate::question::{Position, Subject};

/// How many near roles are told.
const TOLD: usize = 5;

/// The roles nearest to a place, nearest first; never its own.
#[derive(Debug)]
pub struct Similar<'a> {
    /// The place.
    pub position: Position,
    /// The near roles.
    pub near: Near<'a>,
}

/// Near roles: what is counted depends on the place.
#[derive(Debug)]
pub enum Near<'a> {
    /// Near to a level: of each other role the level that fits best.
    Levels(Vec<Fit<'a>>),
    /// Near to a role as a whole.
    Roles(Vec<Overlap<'a>>),
}

/// Another role's level, and how far what the first asks reaches there.
#[derive(Debug)]
pub struct Fit<'a> {
    /// The other level; of a role without levels the one that holds its skills.
    pub level: &'a RoleLevel,
    /// Its skills that the first level asks at least as well.
    pub met: Vec<Nearness<'a>>,
    /// Its skills that the first level asks less well.
    pub short: Vec<Nearness<'a>>,
    /// Its skills that both ask, where no file says how well.
    pub unmeasured: Vec<Nearness<'a>>,
    /// Its skills that the first level does not ask.
    pub missing: Vec<&'a Requirement>,
}

/// A skill that two levels ask.
#[derive(Debug, Clone, Copy)]
pub struct Nearness<'a> {
    /// What the first level asks.
    pub have: &'a Requirement,
    /// What the other level asks.
    pub need: &'a Requirement,
}

/// Another role, and what it has in common with the first.
#[derive(Debug)]
pub struct Overlap<'a> {
    /// The other role.
    pub role: &'a Role,
    /// The skills that both ask.
    pub shared: Vec<&'a Skill>,
    /// How many skills the first role asks.
    pub of_first: usize,
    /// How many skills the other role asks.
    pub of_second: usize,
}

impl<'a> Similar<'a> {
    /// The roles nearest to a place.
    #[must_use]
    pub fn of(framework: &'a Framework, position: Position) -> Self {
        let position = place::in_use(framework, position);
        let near = match position {
            Position::Level(level) => Near::Levels(near_level(framework, framework.level(level))),
            Position::Role(role) => Near::Roles(near_role(framework, role)),
        };
        Self { position, near }
    }

    /// The near roles, each with its level where levels were compared.
    #[must_use]
    pub fn results(&self, framework: &Framework) -> Vec<Subject> {
        match &self.near {
            Near::Levels(fits) => fits
                .iter()
                .map(|fit| place::listed(framework, Subject::Level(fit.level.id())))
                .collect(),
            Near::Roles(overlaps) => overlaps
                .iter()
                .map(|overlap| Subject::Role(overlap.role.id()))
                .collect(),
        }
    }
}

/// How well two levels fit. Ordered as the fields are: most skills shared, most
/// of them met, least beyond what is needed, fewest skills. What is shared comes
/// first: a role with two skills in common, both met, is not as near as one with
/// four of which some are still to be raised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Tally {
    shared: u32,
    met: u32,
    beyond: std::cmp::Reverse<u32>,
    asked: std::cmp::Reverse<usize>,
}

/// The levels of other roles that a level reaches best, one a role.
fn near_level<'a>(framework: &'a Framework, level: &'a RoleLevel) -> Vec<Fit<'a>> {
    // Only levels that share a skill are looked at, found over the skills: a
    // large framework has thousands that share none.
    let mut tallies: HashMap<LevelId, Tally> = HashMap::new();
    for have in level.requirements() {
        for (other, need) in framework.levels_needing(have.skill()) {
            if other.role() == level.role() {
                continue;
            }
            let tally = tallies.entry(other.id()).or_default();
            tally.shared += 1;
            tally.asked = std::cmp::Reverse(other.requirements().len());
            if let Some(beyond) = beyond(have, need) {
                tally.met += 1;
                tally.beyond.0 += beyond;
            }
        }
    }
    let mut best: BTreeMap<RoleId, (Tally, LevelId)> = BTreeMap::new();
    for (id, tally) in tallies {
        let found = best
            .entry(framework.level(id).role())
            .or_insert((tally, id));
        // The lower id where all else is equal, so that the order is always the same.
        if (tally, std::cmp::Reverse(id)) > (found.0, std::cmp::Reverse(found.1)) {
            *found = (tally, id);
        }
    }
    let mut ranked: Vec<_> = best.into_values().collect();
    ranked.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    ranked.truncate(TOLD);
    ranked
        .into_iter()
        .map(|(_, id)| Fit::of(level, framework.level(id)))
        .collect()
}

/// By how much what is asked at one place exceeds what is needed at another;
/// `None` where it falls short, or where no file says.
fn beyond(have: &Requirement, need: &Requirement) -> Option<u32> {
    let (have, need) = (have.proficiency()?.rank(), need.proficiency()?.rank());
    have.checked_sub(need).map(u32::from)
}

impl<'a> Fit<'a> {
    /// How far what `level` asks reaches at `other`.
    fn of(level: &'a RoleLevel, other: &'a RoleLevel) -> Self {
        let mut fit = Self {
            level: other,
            met: Vec::new(),
            short: Vec::new(),
            unmeasured: Vec::new(),
            missing: Vec::new(),
        };
        for need in other.requirements() {
            let Some(have) = level.requirement(need.skill()) else {
                fit.missing.push(need);
                continue;
            };
            let nearness = Nearness { have, need };
            match (have.proficiency(), need.proficiency()) {
                (Some(has), Some(needs)) if has >= needs => fit.met.push(nearness),
                (Some(_), Some(_)) => fit.short.push(nearness),
                (None, _) | (_, None) => fit.unmeasured.push(nearness),
            }
        }
        fit
    }

    /// How many skills the other level asks.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.level.requirements().len()
    }

    /// The other level as a place: its role where it is not in use.
    #[must_use]
    pub fn position(&self) -> Position {
        if self.level.is_in_use() {
            Position::Level(self.level.id())
        } else {
            Position::Role(self.level.role())
        }
    }
}

/// The roles that share most skills with a role.
fn near_role(framework: &Framework, role: RoleId) -> Vec<Overlap<'_>> {
    let own: Vec<&Skill> = Spread::of(framework, Position::Role(role))
        .iter()
        .map(|spread| spread.skill)
        .collect();
    let mut shared: BTreeMap<RoleId, Vec<&Skill>> = BTreeMap::new();
    for skill in &own {
        let roles: HashSet<RoleId> = skill
            .needed_by()
            .iter()
            .map(|id| framework.level(*id).role())
            .collect();
        for other in roles.into_iter().filter(|other| *other != role) {
            shared.entry(other).or_default().push(skill);
        }
    }
    let mut overlaps: Vec<Overlap<'_>> = shared
        .into_iter()
        .map(|(other, shared)| {
            let asked: HashSet<SkillId> = framework
                .requirements_of(other)
                .map(|(_, asked)| asked.skill())
                .collect();
            Overlap {
                role: framework.role(other),
                shared,
                of_first: own.len(),
                of_second: asked.len(),
            }
        })
        .collect();
    // The most shared first, then the smaller role: there they are a larger share.
    overlaps.sort_by_key(|near| {
        (
            std::cmp::Reverse(near.shared.len()),
            near.of_second,
            near.role.id(),
        )
    });
    overlaps.truncate(TOLD);
    overlaps
}
