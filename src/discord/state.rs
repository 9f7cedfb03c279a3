//! What the bot holds between two events.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Instant;

use super::library::Library;
use super::memory::Memory;
use super::meters::Meters;
use super::pace::{Limits, Pace};
use super::role_book::RoleBook;
use crate::guide::Guide;

/// The framework in use, what people's last answers were about, and what is
/// counted.
pub(super) struct State {
    library: RwLock<Arc<Library>>,
    memory: Mutex<Memory>,
    seen: Mutex<Seen>,
    /// How fast people are answered.
    pub(super) pace: Pace,
    /// What the servers' roles are called.
    pub(super) roles: RoleBook,
    /// What is counted.
    pub(super) meters: Arc<Meters>,
}

/// The events of the last time, so that one that comes twice is answered once.
#[derive(Default)]
struct Seen {
    ids: HashSet<u64>,
    order: VecDeque<u64>,
}

impl State {
    pub(super) fn new(guide: Guide, limits: Limits, meters: Arc<Meters>) -> Self {
        let library = Library::new(guide);
        meters.loaded(&library);
        Self {
            library: RwLock::new(Arc::new(library)),
            memory: Mutex::default(),
            seen: Mutex::default(),
            pace: Pace::new(limits),
            roles: RoleBook::default(),
            meters,
        }
    }

    /// The framework in use now. Who holds it goes on with it, also where it is
    /// exchanged meanwhile.
    pub(super) fn library(&self) -> Arc<Library> {
        let library = self.library.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&library)
    }

    /// Exchanges the framework.
    pub(super) fn exchange(&self, guide: Guide) {
        let library = Arc::new(Library::new(guide));
        self.meters.loaded(&library);
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = library;
    }

    /// What last answers were about.
    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether an event comes for the first time.
    pub(super) fn is_new(&self, event: u64) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.note(event)
    }

    /// Forgets what is too old to be of use.
    pub(super) fn prune(&self, now: Instant) {
        self.memory().prune(now);
        self.pace.prune();
    }
}

impl Seen {
    /// How many events are remembered: Discord sends one again after a
    /// connection was lost, and then soon.
    const MOST: usize = 8192;

    fn note(&mut self, event: u64) -> bool {
        if !self.ids.insert(event) {
            return false;
        }
        self.order.push_back(event);
        if self.order.len() > Self::MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.ids.remove(&oldest);
        }
        true
    }
}
