//! What it takes to get from one level to another, or what comes next.

use super::{Comparison, LevelComparison, Settled};
use crate::framework::{Framework, Role, RoleLevel};
use crate::question::{Position, Subject};

/// A way up.
#[derive(Debug)]
pub struct Progression<'a> {
    /// Where it starts.
    pub from: Settled<'a>,
    /// Where it is to lead, where that was named.
    pub to: Option<Settled<'a>>,
    /// What can be said of it.
    pub outlook: Outlook<'a>,
}

/// What can be said of a way up.
#[derive(Debug)]
pub enum Outlook<'a> {
    /// The target was named.
    Named(Comparison<'a>),
    /// One level comes next.
    Next(LevelComparison<'a>),
    /// Several could come next: they stand side by side on the next rung.
    Tracks(Vec<LevelComparison<'a>>),
    /// Several could come next: their order is not certain.
    Uncertain(Vec<LevelComparison<'a>>),
    /// Nothing is higher.
    Top(&'a RoleLevel),
    /// Nothing says in which order the role's levels stand.
    Unordered(&'a RoleLevel),
    /// It starts at one of this role's levels, and which one was not said.
    WhichLevel(&'a Role),
    /// The role has no levels.
    NoLevels(&'a Role),
}

impl<'a> Progression<'a> {
    /// The way from a place, to another where one is named.
    #[must_use]
    pub fn of(framework: &'a Framework, from: Position, to: Option<Position>) -> Self {
        let mut from = Settled::new(framework, from);
        let mut to = to.map(|to| Settled::new(framework, to));
        // Where one of two is a whole role, the other is told of as it was named too.
        if to.is_some_and(|to| from.level.is_none() || to.level.is_none()) {
            from = from.as_named();
            to = to.map(Settled::as_named);
        }
        let outlook = match to {
            Some(to) => named(framework, from, to),
            None => next(framework, from),
        };
        Self { from, to, outlook }
    }

    /// The start, then the target where it is named or certain.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let target = |found: &LevelComparison<'_>| Subject::Level(found.second.id());
        let mut subjects = vec![self.from.subject()];
        match &self.outlook {
            Outlook::Next(found) => subjects.push(target(found)),
            Outlook::Tracks(found) => subjects.extend(found.iter().map(target)),
            Outlook::Named(_)
            | Outlook::Uncertain(_)
            | Outlook::Top(_)
            | Outlook::Unordered(_)
            | Outlook::WhichLevel(_)
            | Outlook::NoLevels(_) => subjects.extend(self.to.map(|to| to.subject())),
        }
        subjects
    }

    /// The skills, those in which more is asked first.
    #[must_use]
    pub fn skills(&self) -> Vec<Subject> {
        let mut skills = match &self.outlook {
            Outlook::Named(Comparison::Places(found)) => found.skills(),
            Outlook::Named(Comparison::Levels(found)) | Outlook::Next(found) => found.skills(),
            Outlook::Tracks(found) | Outlook::Uncertain(found) => {
                found.iter().flat_map(LevelComparison::skills).collect()
            }
            Outlook::Top(_)
            | Outlook::Unordered(_)
            | Outlook::WhichLevel(_)
            | Outlook::NoLevels(_) => Vec::new(),
        };
        let mut seen = std::collections::HashSet::new();
        skills.retain(|skill| seen.insert(*skill));
        skills
    }
}

/// The way to a place that was named.
fn named<'a>(framework: &'a Framework, from: Settled<'a>, to: Settled<'a>) -> Outlook<'a> {
    match (from.position, from.level, to.level) {
        (_, Some(first), Some(second)) => {
            Outlook::Named(Comparison::Levels(LevelComparison::of(first, second)))
        }
        (Position::Role(role), None, Some(second)) if second.role() == role => {
            Outlook::WhichLevel(framework.role(role))
        }
        _ => Outlook::Named(Comparison::of(framework, from, to)),
    }
}

/// What comes after a place.
fn next<'a>(framework: &'a Framework, from: Settled<'a>) -> Outlook<'a> {
    let role = framework.role(super::role_of(framework, from.position));
    let Some(level) = from.level else {
        return match role.ladder().levels().next() {
            Some(_) => Outlook::WhichLevel(role),
            None => Outlook::NoLevels(role),
        };
    };
    let ladder = role.ladder();
    if !ladder.is_ordered() {
        return Outlook::Unordered(level);
    }
    let ids = ladder.next_after(level.id());
    let certain = ladder.is_certain(level.id()) && ids.iter().all(|id| ladder.is_certain(*id));
    let mut next: Vec<_> = ids
        .iter()
        .map(|id| LevelComparison::of(level, framework.level(*id)))
        .collect();
    match next.len() {
        0 if ladder.is_certain(level.id()) => Outlook::Top(level),
        0 => Outlook::Uncertain(next),
        1 if certain => next.pop().map_or(Outlook::Top(level), Outlook::Next),
        _ if certain => Outlook::Tracks(next),
        _ => Outlook::Uncertain(next),
    }
}
