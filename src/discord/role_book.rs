//! What the roles of the servers are called: Discord says with each command
//! which roles a person has, but only by number.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// The names of the servers' roles by their ids. Who has them is not in it.
#[derive(Default)]
pub(super) struct RoleBook {
    names: RwLock<HashMap<u64, Box<str>>>,
}

impl RoleBook {
    /// Notes what a role is called.
    pub(super) fn note(&self, role: u64, name: &str) {
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        names.insert(role, name.into());
    }

    /// Forgets a role that is gone.
    pub(super) fn forget(&self, role: u64) {
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        names.remove(&role);
    }

    /// The names of some roles, as far as they are known.
    pub(super) fn names(&self, roles: impl IntoIterator<Item = u64>) -> Vec<String> {
        let names = self.names.read().unwrap_or_else(PoisonError::into_inner);
        roles
            .into_iter()
            .filter_map(|role| names.get(&role).map(ToString::to_string))
            .collect()
    }
}
