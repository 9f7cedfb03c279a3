//! Where a level stands on the ladder of its role.

use crate::framework::{Framework, LevelId, RoleLevel};

/// The place of a level on its ladder.
#[derive(Debug)]
pub enum Standing<'a> {
    /// The rung is known.
    Rung {
        /// The rung, from 1 for the lowest.
        rung: usize,
        /// How many rungs there are.
        of: usize,
        /// The other levels on the same rung.
        beside: Vec<&'a RoleLevel>,
    },
    /// Two signs give different orders of these levels, this one among them.
    Contested(Vec<&'a RoleLevel>),
    /// Nothing says in which order the role's levels stand.
    Unordered,
}

impl<'a> Standing<'a> {
    /// Where a level that is in use stands.
    #[must_use]
    pub fn of(framework: &'a Framework, level: LevelId) -> Self {
        let ladder = framework.role(framework.level(level).role()).ladder();
        let Some(rung) = ladder.rung_of(level).filter(|_| ladder.is_ordered()) else {
            return Self::Unordered;
        };
        if !ladder.is_certain(level) {
            return Self::Contested(
                ladder
                    .contested()
                    .iter()
                    .map(|id| framework.level(*id))
                    .collect(),
            );
        }
        let beside = ladder.rungs()[rung].iter().filter(|id| **id != level);
        Self::Rung {
            rung: rung + 1,
            of: ladder.rungs().len(),
            beside: beside.map(|id| framework.level(*id)).collect(),
        }
    }
}
