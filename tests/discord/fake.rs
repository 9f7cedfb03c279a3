//! The Discord of the tests: what it knows, what it was sent, and what it is
//! told to do wrong.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::serve::ListenerExt as _;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};

use super::gateway::Order;
use super::heard::Heard;
use super::record::Record;
use super::{api, payload};

/// The password that the bot has to come with.
pub(crate) const TOKEN: &str = "canary-token-of-the-bot";

/// A Discord on the loopback interface.
#[derive(Clone)]
pub(crate) struct Fake {
    pub(crate) address: SocketAddr,
    inner: Arc<Mutex<Inner>>,
    /// The answers that are held back, and let go of one by one.
    pub(crate) held: Arc<Semaphore>,
    /// How often it was identified to, and resumed.
    pub(crate) sessions: Arc<watch::Sender<Sessions>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sessions {
    pub(crate) identified: usize,
    pub(crate) resumed: usize,
    pub(crate) heartbeats: usize,
    pub(crate) connected: usize,
}

/// What goes wrong with the next request that sends something.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Trouble {
    /// This status, with a time to wait in seconds.
    Status(u16, Option<f64>),
    /// Discord's own error code.
    Code(u16, i64),
    /// It takes effect, and the answer to it comes when the test lets go of it.
    Held,
    /// It takes effect, and the answer is an error.
    Lost(u16),
}

pub(crate) struct Inner {
    pub(crate) heard: mpsc::UnboundedSender<Heard>,
    pub(crate) record: Record,
    pub(crate) troubles: VecDeque<Trouble>,
    pub(crate) commands: Vec<Value>,
    pub(crate) registrations: usize,
    /// Requests that no bot should make.
    pub(crate) astray: Vec<String>,
    /// What has been answered, so that a second answer is refused.
    pub(crate) answered: HashMap<u64, usize>,
    pub(crate) nonces: HashMap<String, Value>,
    pub(crate) next_id: u64,
    // The gateway's side.
    pub(crate) events: Vec<(u64, String, Value)>,
    /// The connections, by shard.
    pub(crate) gateways: HashMap<u64, mpsc::UnboundedSender<Order>>,
    /// The shard by which everything is sent now.
    pub(crate) shard: u64,
    /// As which shards it was identified to: number and total.
    pub(crate) shards: Vec<Value>,
    pub(crate) heartbeat: Duration,
    pub(crate) acknowledges: bool,
    /// Closes with this code instead of letting anybody in.
    pub(crate) refuses_with: Option<u16>,
    pub(crate) roles: Vec<(u64, &'static str)>,
}

impl Fake {
    /// Starts one; what it is sent arrives in the receiver.
    pub(crate) async fn start() -> (Self, mpsc::UnboundedReceiver<Heard>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let (heard, hearing) = mpsc::unbounded_channel();
        let fake = Self {
            address: listener.local_addr().expect("it is bound"),
            inner: Arc::new(Mutex::new(Inner {
                heard,
                record: Record::begin(),
                troubles: VecDeque::new(),
                commands: Vec::new(),
                registrations: 0,
                astray: Vec::new(),
                answered: HashMap::new(),
                nonces: HashMap::new(),
                next_id: 2_000_000_000_000_000_000,
                events: Vec::new(),
                gateways: HashMap::new(),
                shard: 0,
                shards: Vec::new(),
                heartbeat: Duration::from_secs(41),
                acknowledges: true,
                refuses_with: None,
                roles: Vec::new(),
            })),
            held: Arc::new(Semaphore::new(0)),
            sessions: Arc::new(watch::Sender::new(Sessions::default())),
        };
        let pages = api::pages(fake.clone());
        // Without this the system holds back a short event until the one before it
        // is acknowledged, which takes 40 ms.
        let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("it can be"));
        tokio::spawn(async move {
            axum::serve(listener, pages).await.ok();
        });
        (fake, hearing)
    }

    pub(crate) fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner
            .lock()
            .expect("no test panics while it holds this")
    }

    pub(crate) fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A new id.
    pub(crate) fn id(&self) -> u64 {
        let mut inner = self.inner();
        inner.next_id += 1;
        inner.next_id
    }

    /// Dispatches an event: now, and again to one who resumes and missed it.
    pub(crate) fn dispatch(&self, name: &str, data: Value) {
        let mut inner = self.inner();
        inner.record.note(&data);
        let sequence = inner.events.len() as u64 + 1;
        inner.events.push((sequence, name.to_owned(), data));
        let payload = inner.event(sequence);
        if let Some(gateway) = inner.gateways.get(&inner.shard) {
            gateway.send(Order::Send(payload)).ok();
        }
    }

    /// Sends something that counts as no event.
    pub(crate) fn orders(&self, order: Order) {
        let mut inner = self.inner();
        if let Order::Send(text) = &order
            && let Ok(event) = serde_json::from_str(text)
        {
            inner.record.note(&event);
        }
        if let Some(gateway) = inner.gateways.get(&inner.shard) {
            gateway.send(order).ok();
        }
    }

    /// Waits until the sessions are as a test wants them.
    #[track_caller]
    pub(crate) fn until(
        &self,
        what: &'static str,
        holds: impl Fn(&Sessions) -> bool,
    ) -> impl Future<Output = ()> {
        let mut sessions = self.sessions.subscribe();
        async move {
            let waiting = async {
                sessions.wait_for(holds).await.expect("the fake lives");
            };
            tokio::time::timeout(Duration::from_secs(30), waiting)
                .await
                .unwrap_or_else(|_| panic!("not in 30 seconds: {what}"));
        }
    }
}

impl Inner {
    /// Notes what was sent, for the test to hear.
    pub(crate) fn hear(&self, heard: Heard) {
        self.heard.send(heard).ok();
    }

    /// An event as it goes over the wire.
    pub(crate) fn event(&self, sequence: u64) -> String {
        let (number, name, data) = &self.events[usize::try_from(sequence).expect("few") - 1];
        json!({"op": 0, "s": number, "t": name, "d": data}).to_string()
    }

    /// The events that open a session.
    pub(crate) fn open(&mut self, address: &str, session: u64, shard: &Value) -> Vec<String> {
        let first = self.events.len() as u64 + 1;
        let ready = payload::ready(session, address, shard);
        self.events.push((first, "READY".to_owned(), ready));
        let server = payload::server(&self.roles);
        self.events
            .push((first + 1, "GUILD_CREATE".to_owned(), server));
        vec![self.event(first), self.event(first + 1)]
    }
}
