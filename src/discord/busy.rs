//! The events that are being answered: how many at once, and when there are none.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{Notify, Semaphore, SemaphorePermit};

/// How many interactions, and besides how many messages, are answered at once.
/// Each needs a connection of its own. Where Discord takes a tenth of a second to
/// receive an answer, a burst of two thousand is through in less than two.
const AT_ONCE: usize = 128;

/// Counts what is being answered, and lets the rest wait for its turn.
///
/// Without that, a burst would put all its replies into the runtime's queue
/// before the first of them is sent: what is ready to be sent would stand behind
/// those still to be worked out, and on a slow machine for so long that Discord
/// would not take it any more (measured).
pub(super) struct Busy {
    number: AtomicUsize,
    idle: Notify,
    interactions: Semaphore,
    messages: Semaphore,
}

/// One event that is being answered.
pub(super) struct Work<'b> {
    busy: &'b Busy,
    /// Given back at the end; `None` while it waits.
    turn: Option<SemaphorePermit<'b>>,
}

/// Which queue an event waits in: a message may have to wait for a
/// minute for a rate limit, and no interaction may stand behind it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Queue {
    Interactions,
    Messages,
}

impl Busy {
    /// Nothing is being answered.
    pub(super) fn new() -> Self {
        Self {
            number: AtomicUsize::new(0),
            idle: Notify::new(),
            interactions: Semaphore::new(AT_ONCE),
            messages: Semaphore::new(AT_ONCE),
        }
    }

    /// Begins to answer an event, when it is its turn.
    pub(super) async fn begin(&self, queue: Queue) -> Work<'_> {
        // It counts while it waits, too: it is to be finished before leaving.
        self.number.fetch_add(1, Ordering::SeqCst);
        let mut work = Work {
            busy: self,
            turn: None,
        };
        let turns = match queue {
            Queue::Interactions => &self.interactions,
            Queue::Messages => &self.messages,
        };
        // It is never closed.
        work.turn = turns.acquire().await.ok();
        work
    }

    /// Waits until nothing is being answered.
    pub(super) async fn finished(&self) {
        loop {
            let idle = self.idle.notified();
            if self.number.load(Ordering::SeqCst) == 0 {
                return;
            }
            idle.await;
        }
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        if self.busy.number.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.busy.idle.notify_waiters();
        }
    }
}
