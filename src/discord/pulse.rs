//! Whether the bot is alive: how long ago it last heard anything from Discord,
//! and since when it has not been connected.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long the bot waits before it does something about a silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// A connected shard from which neither an event nor the answer to a
    /// heartbeat has come for so long is started again. Discord's heartbeat is
    /// due every 41 seconds.
    pub silence: Duration,
    /// Not connected for so long is the end, with an error: a supervisor then
    /// starts the program anew. Several shards have five seconds more for each
    /// after the first, since they start one after the other.
    pub apart: Duration,
    /// How often this is looked at.
    pub look: Duration,
    /// How often what is too old is forgotten, and the folder looked at.
    pub tidy: Duration,
    /// How long the end may take.
    pub leaving: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silence: Duration::from_secs(100),
            apart: Duration::from_secs(120),
            look: Duration::from_secs(1),
            tidy: Duration::from_secs(30),
            leaving: Duration::from_secs(8),
        }
    }
}

/// How long after one shard the client library starts the next. Until the last
/// is due, that it is not there is no reason to give up.
const BETWEEN_STARTS: Duration = Duration::from_secs(5);

/// What was last heard.
pub(super) struct Pulse {
    inner: Mutex<Inner>,
}

struct Inner {
    last_event: Instant,
    shards: HashMap<u32, Shard>,
    connected: usize,
    /// Since when not all shards are connected.
    apart_since: Option<Instant>,
}

/// What was last seen of a shard.
struct Shard {
    latency: Option<Duration>,
    heard: Instant,
}

/// A shard as the client library tells of it.
pub(super) struct Seen {
    pub(super) id: u32,
    pub(super) is_connected: bool,
    /// How long the last heartbeat's answer took: another number is another
    /// answer.
    pub(super) latency: Option<Duration>,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Start these shards again (none: all is well).
    Restart(Vec<u32>),
    /// Leave: there has been no connection for too long.
    Apart,
}

impl Pulse {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            inner: Mutex::new(Inner {
                last_event: now,
                shards: HashMap::new(),
                connected: 0,
                apart_since: Some(now),
            }),
        }
    }

    /// Notes that an event came.
    pub(super) fn beat(&self) {
        self.lock().last_event = Instant::now();
    }

    /// How many shards are connected.
    pub(super) fn connected(&self) -> usize {
        self.lock().connected
    }

    /// Looks at the shards, of which there should be so many.
    pub(super) fn look(
        &self,
        shards: &[Seen],
        due: usize,
        patience: &Patience,
        now: Instant,
    ) -> Finding {
        let mut inner = self.lock();
        inner.connected = shards.iter().filter(|shard| shard.is_connected).count();
        if inner.connected >= due {
            inner.apart_since = None;
        } else {
            let since = *inner.apart_since.get_or_insert(now);
            let others = u32::try_from(due.saturating_sub(1)).unwrap_or(u32::MAX);
            let allowed = patience.apart + BETWEEN_STARTS.saturating_mul(others);
            if now.saturating_duration_since(since) >= allowed {
                return Finding::Apart;
            }
        }
        let (last_event, is_only) = (inner.last_event, shards.len() == 1);
        let mut silent = Vec::new();
        for seen in shards {
            let shard = inner.shards.entry(seen.id).or_insert(Shard {
                latency: None,
                heard: now,
            });
            // Events don't say which shard they came by.
            if shard.latency != seen.latency || !seen.is_connected {
                shard.latency = seen.latency;
                shard.heard = now;
            } else if is_only {
                shard.heard = shard.heard.max(last_event);
            }
            if now.saturating_duration_since(shard.heard) >= patience.silence {
                shard.heard = now;
                silent.push(seen.id);
            }
        }
        Finding::Restart(silent)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(is_connected: bool, latency: u64) -> [Seen; 1] {
        [Seen {
            id: 0,
            is_connected,
            latency: Some(Duration::from_millis(latency)),
        }]
    }

    #[test]
    fn a_shard_that_is_silent_is_started_again_and_one_that_is_not_is_left_alone() {
        let (patience, start) = (Patience::default(), Instant::now());
        let pulse = Pulse::new(start);
        let at = |seconds| start + Duration::from_secs(seconds);
        let look = |latency, seconds| pulse.look(&seen(true, latency), 1, &patience, at(seconds));
        assert_eq!(look(1, 0), Finding::Restart(vec![]));
        assert_eq!(look(2, 90), Finding::Restart(vec![]));
        assert_eq!(look(2, 189), Finding::Restart(vec![]));
        assert_eq!(look(2, 190), Finding::Restart(vec![0]));
        assert_eq!(look(2, 191), Finding::Restart(vec![]));
    }

    #[test]
    fn two_minutes_without_a_connection_are_the_end() {
        let (patience, start) = (Patience::default(), Instant::now());
        let pulse = Pulse::new(start);
        let at = |seconds| start + Duration::from_secs(seconds);
        let look = |is, seconds| pulse.look(&seen(is, 0), 1, &patience, at(seconds));
        assert_eq!(look(false, 119), Finding::Restart(vec![]));
        assert_eq!(look(true, 119), Finding::Restart(vec![]));
        assert_eq!(look(false, 120), Finding::Restart(vec![]));
        assert_eq!(look(false, 239), Finding::Restart(vec![]));
        assert_eq!(look(false, 240), Finding::Apart);
        assert_eq!(pulse.connected(), 0);
    }

    #[test]
    fn many_shards_have_the_time_to_start_one_after_the_other() {
        let (patience, start) = (Patience::default(), Instant::now());
        let pulse = Pulse::new(start);
        let at = |seconds| start + Duration::from_secs(seconds);
        let look = |seconds| pulse.look(&seen(true, 0), 41, &patience, at(seconds));
        assert_ne!(look(319), Finding::Apart);
        assert_eq!(look(320), Finding::Apart);
    }
}
