//! Where Discord's events arrive. Each is heard, replied to and sent; what is in
//! between is in other files.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use serenity::all::{
    Context, EventHandler, Guild, GuildId, Interaction, Message, Ready, ResumedEvent, Role, RoleId,
    UserId,
};
use serenity::async_trait;
use serenity::http::RatelimitInfo;

use super::busy::{Busy, Queue};
use super::hearing;
use super::message::Message as Said;
use super::pace::Verdict;
use super::pulse::Pulse;
use super::reply::{Replied, Reply, reply};
use super::request::{Request, Surface};
use super::sending::Sending;
use super::state::State;
use crate::render::discord as wording;

/// Hears Discord's events.
pub(super) struct Handler {
    pub(super) state: Arc<State>,
    pub(super) sending: Sending,
    pub(super) pulse: Arc<Pulse>,
    pub(super) busy: Arc<Busy>,
    /// The bot's own id.
    pub(super) own: UserId,
    /// How often a shard was ready; past the number of shards it is again.
    pub(super) shards: usize,
    pub(super) readies: AtomicUsize,
}

impl Handler {
    /// What an event that was heard at some time is replied with; `None` for
    /// silence.
    fn replied(&self, request: &Request, heard_at: Instant) -> Option<Reply> {
        let now = Instant::now();
        if request.surface != Surface::Typing {
            match self.state.pace.ask(&request.asker) {
                Verdict::Answer => {}
                Verdict::SlowDown => {
                    self.state.meters.slowed();
                    return Some(Reply::Say(Said::line(wording::slow_down()).private()));
                }
                Verdict::Silence => {
                    self.state.meters.slowed();
                    return None;
                }
            }
        }
        let replied = guarded(|| reply(&self.state, request, now));
        let Replied { reply, kind } = replied.unwrap_or_else(|Panicked| {
            self.state.meters.panicked();
            apology(request.surface)
        });
        self.state
            .meters
            .answered(request.surface, kind, heard_at.elapsed());
        Some(reply)
    }
}

/// Replying panicked.
#[derive(Debug)]
struct Panicked;

/// Replies, and survives where replying panics. The panic itself is logged by
/// the hook that the program sets, without the words that it was about.
fn guarded(reply: impl FnOnce() -> Replied) -> Result<Replied, Panicked> {
    // What a panic leaves half done is thrown away with the request; the locks
    // that it may have held are taken over by those who come next.
    catch_unwind(AssertUnwindSafe(reply)).map_err(|_| Panicked)
}

/// What somebody gets instead of a reply that failed.
fn apology(surface: Surface) -> Replied {
    Replied {
        reply: if surface == Surface::Typing {
            Reply::Offer(Vec::new())
        } else {
            Reply::Say(Said::line(wording::apology()).private())
        },
        kind: None,
    }
}

#[async_trait]
impl EventHandler for Handler {
    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let heard_at = Instant::now();
        self.pulse.beat();
        // From here on only what is needed is held: it may have to wait.
        let Some(heard) = hearing::interaction(&self.state, interaction) else {
            return;
        };
        if !self.state.is_new(heard.id) {
            return;
        }
        let _work = self.busy.begin(Queue::Interactions).await;
        if let Some(reply) = self.replied(&heard.request, heard_at) {
            let to = (heard.id, heard.token.as_str());
            self.sending.respond(to, heard_at, &reply).await;
        }
    }

    async fn message(&self, _: Context, message: Message) {
        let heard_at = Instant::now();
        self.pulse.beat();
        let Some(request) = hearing::message(&message, self.own) else {
            return;
        };
        let (channel, id) = (message.channel_id.get(), message.id.get());
        drop(message);
        if !self.state.is_new(id) {
            return;
        }
        let _work = self.busy.begin(Queue::Messages).await;
        // A message can't be private, so the flag for it is taken off again.
        if let Some(Reply::Say(said)) = self.replied(&request, heard_at) {
            let said = said.in_the_open();
            self.sending.say((channel, id), heard_at, &said).await;
        }
    }

    async fn ready(&self, _: Context, ready: Ready) {
        self.pulse.beat();
        if self.readies.fetch_add(1, Ordering::Relaxed) >= self.shards {
            self.state.meters.reconnected();
        }
        tracing::info!(shard = ready.shard.map_or(0, |shard| shard.id.0), "ready");
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        self.pulse.beat();
        self.state.meters.reconnected();
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        self.pulse.beat();
        for role in guild.roles.values() {
            self.state.roles.note(role.id.get(), &role.name);
        }
    }

    async fn guild_role_create(&self, _: Context, new: Role) {
        self.state.roles.note(new.id.get(), &new.name);
    }

    async fn guild_role_update(&self, _: Context, _: Option<Role>, new: Role) {
        self.state.roles.note(new.id.get(), &new.name);
    }

    async fn guild_role_delete(&self, _: Context, _: GuildId, id: RoleId, _: Option<Role>) {
        self.state.roles.forget(id.get());
    }

    async fn ratelimit(&self, _: RatelimitInfo) {
        self.state.meters.limited();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_apology_that_only_the_asker_sees() {
        assert!(guarded(|| panic!("of the test's own making")).is_err());
        let expected = Said::line(wording::apology()).private();
        assert_eq!(apology(Surface::Command).reply, Reply::Say(expected));
        assert_eq!(apology(Surface::Typing).reply, Reply::Offer(Vec::new()));
    }
}
