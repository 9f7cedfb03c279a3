//! How two places differ in the skills that they ask and in what is done there.

use super::{Settled, Spread};
use crate::documents::{Form, Statement};
use crate::framework::{Framework, Requirement, RoleLevel, fold};
use crate::question::{Position, Subject};
use std::cmp::Ordering;

/// How two places differ.
#[derive(Debug)]
pub enum Comparison<'a> {
    /// Two levels.
    Levels(LevelComparison<'a>),
    /// Two roles, or a role and a level.
    Places(PlaceComparison<'a>),
}

/// A skill that two levels ask.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// What the first asks.
    pub from: &'a Requirement,
    /// What the second asks.
    pub to: &'a Requirement,
}

/// How a second level differs from a first.
#[derive(Debug)]
pub struct LevelComparison<'a> {
    /// The first.
    pub first: &'a RoleLevel,
    /// The second.
    pub second: &'a RoleLevel,
    /// Skills that both ask, the second at a higher proficiency.
    pub higher: Vec<Change<'a>>,
    /// Skills that only the second asks.
    pub new: Vec<&'a Requirement>,
    /// Skills that both ask in different words, where no proficiency says
    /// which asks more.
    pub reworded: Vec<Change<'a>>,
    /// Skills that both ask, the second at a lower proficiency.
    pub lower: Vec<Change<'a>>,
    /// Skills that only the first asks.
    pub gone: Vec<&'a Requirement>,
    /// Skills that both ask alike.
    pub same: Vec<Change<'a>>,
    /// What is done at each.
    pub responsibilities: SideBySide<'a>,
}

impl<'a> LevelComparison<'a> {
    /// Compares two levels.
    #[must_use]
    pub fn of(first: &'a RoleLevel, second: &'a RoleLevel) -> Self {
        let mut found = Self {
            first,
            second,
            higher: Vec::new(),
            new: Vec::new(),
            reworded: Vec::new(),
            lower: Vec::new(),
            gone: Vec::new(),
            same: Vec::new(),
            responsibilities: SideBySide::of(first.responsibilities(), second.responsibilities()),
        };
        for to in second.requirements() {
            let Some(from) = first.requirement(to.skill()) else {
                found.new.push(to);
                continue;
            };
            let change = Change { from, to };
            match change.direction() {
                Some(Ordering::Greater) => found.higher.push(change),
                Some(Ordering::Less) => found.lower.push(change),
                Some(Ordering::Equal) => found.same.push(change),
                None => found.reworded.push(change),
            }
        }
        found.gone = first
            .requirements()
            .iter()
            .filter(|from| second.requirement(from.skill()).is_none())
            .collect();
        found
    }

    /// Whether both ask the same skills equally well.
    #[must_use]
    pub fn asks_the_same(&self) -> bool {
        [
            self.higher.len(),
            self.new.len(),
            self.reworded.len(),
            self.lower.len(),
            self.gone.len(),
        ] == [0; 5]
    }

    /// The skills, those in which the second asks more first.
    #[must_use]
    pub fn skills(&self) -> Vec<Subject> {
        let changed = |changes: &[Change<'a>]| {
            changes
                .iter()
                .map(|change| change.to.skill())
                .collect::<Vec<_>>()
        };
        let asked =
            |found: &[&Requirement]| found.iter().map(|asked| asked.skill()).collect::<Vec<_>>();
        [
            changed(&self.higher),
            asked(&self.new),
            changed(&self.reworded),
            changed(&self.lower),
            asked(&self.gone),
            changed(&self.same),
        ]
        .into_iter()
        .flatten()
        .map(Subject::Skill)
        .collect()
    }
}

impl Change<'_> {
    /// Whether the second asks more, less or the same; `None` where it asks
    /// something else and no file says which is more.
    fn direction(&self) -> Option<Ordering> {
        if let (Some(from), Some(to)) = (self.from.proficiency(), self.to.proficiency()) {
            return Some(to.cmp(&from));
        }
        let words = |asked: &Requirement| asked.statements().iter().map(said).collect::<Vec<_>>();
        (words(self.from) == words(self.to)).then_some(Ordering::Equal)
    }
}

/// How a role differs from another, or from one level of another.
#[derive(Debug)]
pub struct PlaceComparison<'a> {
    /// The first.
    pub first: Position,
    /// The second.
    pub second: Position,
    /// The skills that both ask.
    pub shared: Vec<Sides<'a>>,
    /// The skills that only the first asks.
    pub only_first: Vec<Spread<'a>>,
    /// The skills that only the second asks.
    pub only_second: Vec<Spread<'a>>,
    /// What is done at each.
    pub duties: SideBySide<'a>,
}

/// A skill that two places ask.
#[derive(Debug)]
pub struct Sides<'a> {
    /// What the first asks.
    pub first: Spread<'a>,
    /// What the second asks.
    pub second: Spread<'a>,
}

impl<'a> PlaceComparison<'a> {
    /// Compares two places.
    #[must_use]
    pub fn of(framework: &'a Framework, first: Position, second: Position) -> Self {
        let mut others = Spread::of(framework, second);
        let (mut shared, mut only_first) = (Vec::new(), Vec::new());
        for spread in Spread::of(framework, first) {
            match others
                .iter()
                .position(|other| other.skill.id() == spread.skill.id())
            {
                Some(at) => shared.push(Sides {
                    first: spread,
                    second: others.remove(at),
                }),
                None => only_first.push(spread),
            }
        }
        let duties = SideBySide::of(done_at(framework, first), done_at(framework, second));
        Self {
            first,
            second,
            shared,
            only_first,
            only_second: others,
            duties,
        }
    }

    /// The skills: shared ones, then the first's, then the second's.
    #[must_use]
    pub fn skills(&self) -> Vec<Subject> {
        let only = self
            .only_first
            .iter()
            .chain(&self.only_second)
            .map(|spread| spread.skill.id());
        self.shared
            .iter()
            .map(|sides| sides.first.skill.id())
            .chain(only)
            .map(Subject::Skill)
            .collect()
    }
}

impl<'a> Comparison<'a> {
    /// Compares two places as what they are: levels as levels, roles as
    /// roles. Against a level a role stands for its level of the same name.
    #[must_use]
    pub fn of(framework: &'a Framework, first: Settled<'a>, second: Settled<'a>) -> Self {
        let both_roles = matches!(
            (first.position, second.position),
            (Position::Role(_), Position::Role(_))
        );
        match (first.level, second.level) {
            (Some(one), Some(other)) if !both_roles => {
                Self::Levels(LevelComparison::of(one, other))
            }
            _ => Self::Places(PlaceComparison::of(
                framework,
                first.position,
                second.position,
            )),
        }
    }
}

/// What is done at two places; what both say is told once.
#[derive(Debug)]
pub struct SideBySide<'a> {
    /// What both say.
    pub both: Vec<&'a Statement>,
    /// What only the first says.
    pub only_first: Vec<&'a Statement>,
    /// What only the second says.
    pub only_second: Vec<&'a Statement>,
}

impl<'a> SideBySide<'a> {
    /// Sets two blocks side by side, without the sentences that open them.
    #[must_use]
    pub fn of(first: &'a [Statement], second: &'a [Statement]) -> Self {
        let (first, second) = (telling(first), telling(second));
        let says = |block: &[(&Statement, String)], words: &str| {
            block.iter().any(|(_, other)| other == words)
        };
        let (both, only_first): (Vec<_>, Vec<_>) =
            first.iter().partition(|(_, words)| says(&second, words));
        let only_second = second.iter().filter(|(_, words)| !says(&first, words));
        Self {
            both: both.into_iter().map(|(statement, _)| *statement).collect(),
            only_first: only_first
                .into_iter()
                .map(|(statement, _)| *statement)
                .collect(),
            only_second: only_second.map(|(statement, _)| *statement).collect(),
        }
    }
}

/// The statements of a block that tell something, each with what it says.
fn telling(block: &[Statement]) -> Vec<(&Statement, String)> {
    let telling = block
        .iter()
        .filter(|statement| statement.form != Form::LeadIn);
    telling
        .map(|statement| (statement, said(statement)))
        .collect()
}

/// What a statement says, for comparing.
fn said(statement: &Statement) -> String {
    fold(statement.passage.text())
}

/// What is done at a place, in the framework's words.
fn done_at(framework: &Framework, position: Position) -> &[Statement] {
    match position {
        Position::Role(role) => framework.role(role).duties(),
        Position::Level(level) => framework.level(level).responsibilities(),
    }
}
