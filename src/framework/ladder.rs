//! The order of a role's levels, and how far it can be trusted.

use super::LevelId;

/// What the order of a ladder was taken from, most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderSource {
    /// The manifest gives it.
    Manifest,
    /// The mean proficiency over the skills that each level asks.
    Proficiency,
    /// The seniority words in the levels' names.
    Seniority,
    /// The numbers at the front of the files' names.
    FileNumbers,
    /// There is one level, or none: nothing to order.
    Single,
    /// Nothing says.
    Unknown,
}

/// The levels of a role that are in use, from the lowest rung up.
#[derive(Debug, Clone)]
pub struct Ladder {
    pub(super) rungs: Vec<Vec<LevelId>>,
    pub(super) source: LadderSource,
    pub(super) contested: Vec<LevelId>,
}

impl Ladder {
    /// The rungs, lowest first. Levels on one rung stand side by side: a
    /// technical and a management track, say.
    #[must_use]
    pub fn rungs(&self) -> &[Vec<LevelId>] {
        &self.rungs
    }

    /// All levels, lowest first.
    pub fn levels(&self) -> impl Iterator<Item = LevelId> {
        self.rungs.iter().flatten().copied()
    }

    /// What the order was taken from.
    #[must_use]
    pub fn source(&self) -> LadderSource {
        self.source
    }

    /// Whether anything says in which order the levels stand.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.source != LadderSource::Unknown
    }

    /// The levels whose place is not certain: the skills that they ask and the
    /// words of their names give different orders.
    #[must_use]
    pub fn contested(&self) -> &[LevelId] {
        &self.contested
    }

    /// Whether the place of this level is certain.
    #[must_use]
    pub fn is_certain(&self, level: LevelId) -> bool {
        self.is_ordered() && !self.contested.contains(&level)
    }

    /// The rung (from 0) that a level stands on.
    #[must_use]
    pub fn rung_of(&self, level: LevelId) -> Option<usize> {
        self.rungs.iter().position(|rung| rung.contains(&level))
    }

    /// The levels that could come next after this one, likeliest first: those
    /// of the rung above, and where that is not certain also those of which
    /// either order says that they come next. None at the top, or where the
    /// order is unknown.
    #[must_use]
    pub fn next_after(&self, level: LevelId) -> Vec<LevelId> {
        let Some(rung) = self.rung_of(level).filter(|_| self.is_ordered()) else {
            return Vec::new();
        };
        let above = &self.rungs[rung + 1..];
        let sure = above
            .iter()
            .position(|rung| rung.iter().all(|id| self.is_certain(*id)));
        let reach = if self.is_certain(level)
            && above
                .first()
                .is_some_and(|rung| rung.iter().all(|id| self.is_certain(*id)))
        {
            1
        } else {
            sure.map_or(above.len(), |at| at + 1)
        };
        above.iter().take(reach).flatten().copied().collect()
    }
}
