//! What is counted, in Prometheus form. No label carries anybody's words or id.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::library::Library;
use super::request::Surface;
use crate::question::Kind;

/// The counters of one bot.
pub(super) struct Meters {
    registry: Registry,
    questions: Family<Asked, Counter>,
    answering: Histogram,
    refusals: Counter,
    clarifications: Counter,
    reconnects: Counter,
    limited: Counter,
    undelivered: Counter,
    slowed: Counter,
    panics: Counter,
    reloads: Family<Reload, Counter>,
    age: Gauge<i64, AtomicI64>,
    connected: Gauge<i64, AtomicI64>,
    loaded: AtomicU64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    kind: String,
    surface: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Reload {
    outcome: &'static str,
}

/// The upper ends of the steps in which the time to answer is counted, in
/// seconds; Discord gives up after three.
const STEPS: [f64; 9] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 3.0];

impl Meters {
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("waymark");
        let questions = Family::default();
        registry.register(
            "questions",
            "Questions by kind and surface",
            questions.clone(),
        );
        let answering = Histogram::new(STEPS);
        registry.register(
            "answer_seconds",
            "Time from an event to its reply, without sending it",
            answering.clone(),
        );
        let mut counter = |name: &str, help: &str| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        let refusals = counter("refusals", "Questions that the framework does not answer");
        let clarifications = counter("clarifications", "Questions that had to be asked back");
        let reconnects = counter("reconnects", "Connections to the gateway after the first");
        let limited = counter("rate_limited", "Times that Discord said to send less");
        let undelivered = counter("undelivered", "Replies that could not be delivered");
        let slowed = counter(
            "slowed_down",
            "Questions left unanswered because of too many",
        );
        let panics = counter("panics", "Replies that failed by a fault of the program");
        let reloads = Family::default();
        registry.register(
            "reloads",
            "Reloads of the framework by outcome",
            reloads.clone(),
        );
        let age = Gauge::default();
        registry.register(
            "framework_age_seconds",
            "Time since the framework was loaded",
            age.clone(),
        );
        let connected = Gauge::default();
        registry.register(
            "shards_connected",
            "Shards that are connected",
            connected.clone(),
        );
        Self {
            registry,
            questions,
            answering,
            refusals,
            clarifications,
            reconnects,
            limited,
            undelivered,
            slowed,
            panics,
            reloads,
            age,
            connected,
            loaded: AtomicU64::new(0),
        }
    }

    /// Counts an answer.
    pub(super) fn answered(&self, surface: Surface, kind: Option<Kind>, took: Duration) {
        self.answering.observe(took.as_secs_f64());
        let Some(kind) = kind else {
            return;
        };
        // The names of the JSON contract.
        let name = serde_json::to_value(kind)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned))
            .unwrap_or_default();
        self.questions
            .get_or_create(&Asked {
                kind: name,
                surface: surface.name(),
            })
            .inc();
        if kind == Kind::NoMatch {
            self.refusals.inc();
        } else if kind == Kind::Clarify {
            self.clarifications.inc();
        }
    }

    pub(super) fn reconnected(&self) {
        self.reconnects.inc();
    }

    pub(super) fn limited(&self) {
        self.limited.inc();
    }

    pub(super) fn undelivered(&self) {
        self.undelivered.inc();
    }

    pub(super) fn slowed(&self) {
        self.slowed.inc();
    }

    pub(super) fn panicked(&self) {
        self.panics.inc();
    }

    /// Counts a reload: whether the framework was taken.
    pub(super) fn reloaded(&self, is_taken: bool) {
        let outcome = if is_taken { "taken" } else { "refused" };
        self.reloads.get_or_create(&Reload { outcome }).inc();
    }

    /// Notes the framework that is in use from now on.
    pub(super) fn loaded(&self, library: &Library) {
        self.loaded.store(library.loaded, Ordering::Relaxed);
    }

    /// Notes how many shards are connected.
    pub(super) fn connected(&self, shards: usize) {
        self.connected
            .set(i64::try_from(shards).unwrap_or(i64::MAX));
    }

    /// All counters as text, in the format that Prometheus reads.
    pub(super) fn text(&self) -> String {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        let age = now.saturating_sub(self.loaded.load(Ordering::Relaxed));
        self.age.set(i64::try_from(age).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing to a string can't fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
