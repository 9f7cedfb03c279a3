//! How fast one person, and one channel, is answered.

use std::collections::HashSet;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use governor::{DefaultKeyedRateLimiter, Quota};

use super::request::Asker;

/// The limits of answering, per minute. Unused turns are saved up to a quarter
/// of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For one person.
    pub person: NonZeroU32,
    /// For one channel, thread or direct conversation.
    pub channel: NonZeroU32,
}

/// Whether somebody is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Yes.
    Answer,
    /// No, and they are told so.
    SlowDown,
    /// No, and they have been told so.
    Silence,
}

/// Counts answers by person and by channel.
pub(super) struct Pace {
    people: Buckets,
    channels: Buckets,
}

/// One token bucket for each id, and who has been told that theirs is empty.
struct Buckets {
    limiter: DefaultKeyedRateLimiter<u64>,
    told: Mutex<HashSet<u64>>,
}

impl Pace {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            people: Buckets::new(limits.person),
            channels: Buckets::new(limits.channel),
        }
    }

    /// Whether this is to be answered; counts it.
    pub(super) fn ask(&self, asker: &Asker) -> Verdict {
        match self.people.ask(asker.person) {
            Verdict::Answer => self.channels.ask(asker.channel),
            refused @ (Verdict::SlowDown | Verdict::Silence) => refused,
        }
    }

    /// Forgets those whose bucket is full again.
    pub(super) fn prune(&self) {
        self.people.prune();
        self.channels.prune();
    }
}

impl Buckets {
    fn new(per_minute: NonZeroU32) -> Self {
        let burst = NonZeroU32::new(per_minute.get() / 4).unwrap_or(NonZeroU32::MIN);
        Self {
            limiter: DefaultKeyedRateLimiter::keyed(
                Quota::per_minute(per_minute).allow_burst(burst),
            ),
            told: Mutex::new(HashSet::new()),
        }
    }

    fn ask(&self, id: u64) -> Verdict {
        let is_free = self.limiter.check_key(&id).is_ok();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if is_free {
            told.remove(&id);
            Verdict::Answer
        } else if told.insert(id) {
            Verdict::SlowDown
        } else {
            Verdict::Silence
        }
    }

    fn prune(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        // Whose bucket is full again was forgotten by the limiter.
        if self.limiter.is_empty() {
            told.clear();
        }
        told.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asker(person: u64, channel: u64) -> Asker {
        Asker {
            person,
            channel,
            is_direct: false,
            roles: Vec::new(),
        }
    }

    fn pace(person: u32, channel: u32) -> Pace {
        let number = |number| NonZeroU32::new(number).expect("not zero");
        Pace::new(Limits {
            person: number(person),
            channel: number(channel),
        })
    }

    #[test]
    fn one_who_asks_too_fast_is_told_so_once() {
        let pace = pace(8, 1000);
        let verdicts: Vec<_> = (0..5).map(|_| pace.ask(&asker(1, 1))).collect();
        assert_eq!(
            verdicts,
            [
                Verdict::Answer,
                Verdict::Answer,
                Verdict::SlowDown,
                Verdict::Silence,
                Verdict::Silence
            ]
        );
        assert_eq!(pace.ask(&asker(2, 1)), Verdict::Answer);
    }

    #[test]
    fn a_busy_channel_is_slowed_down_whoever_asks() {
        let pace = pace(1000, 4);
        let verdicts: Vec<_> = (0..3).map(|person| pace.ask(&asker(person, 1))).collect();
        assert_eq!(
            verdicts,
            [Verdict::Answer, Verdict::SlowDown, Verdict::Silence]
        );
        assert_eq!(pace.ask(&asker(9, 2)), Verdict::Answer);
    }
}
