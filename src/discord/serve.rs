//! Connecting to Discord, staying connected, and leaving.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use serenity::all::{
    GatewayIntents, ShardId, ShardManager, ShardRunnerInfo, ShardRunnerMessage, UserId,
};
use serenity::client::ClientBuilder;
use serenity::gateway::{ConnectionStage, GatewayError};
use serenity::http::{Http, HttpBuilder, HttpError};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use super::busy::Busy;
use super::fault::Fault;
use super::handler::Handler;
use super::health::{self, Health};
use super::meters::Meters;
use super::pace::Limits;
use super::pulse::{Finding, Patience, Pulse, Seen};
use super::registering;
use super::reload::{self, Look};
use super::sending::Sending;
use super::state::State;
use super::tidying;
use super::token::Token;
use crate::config::{Discord, Shards};
use crate::guide::Guide;

/// What a bot is to do.
pub struct Service {
    /// The framework's folder, which is looked at for changes.
    pub folder: PathBuf,
    /// What the config says of Discord.
    pub discord: Discord,
    /// Where `/healthz` and `/metrics` are told, already listened on.
    pub listener: Option<std::net::TcpListener>,
    /// How long it waits.
    pub patience: Patience,
}

/// What the one who runs the bot wants of it meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wishes {
    /// Read the framework again.
    Reload,
    /// Finish what is in flight, and leave.
    Leave,
}

/// Serves until it is told to leave. Must be called within a `tokio` runtime
/// with time and I/O.
///
/// # Errors
/// Where Discord refuses the bot, or there is no connection for too long.
pub async fn serve(
    guide: Guide,
    token: &Token,
    service: Service,
    mut wishes: mpsc::Receiver<Wishes>,
) -> Result<(), Fault> {
    let look = Look::at(&service.folder);
    let meters = Arc::new(Meters::new());
    let discord = &service.discord;
    let limits = Limits {
        person: discord.person_per_minute,
        channel: discord.channel_per_minute,
    };
    let state = Arc::new(State::new(guide, limits, Arc::clone(&meters)));
    let pulse = Arc::new(Pulse::new(Instant::now()));
    let gateway = Gateway::new().map_err(Fault::System)?;
    let busy = Arc::new(Busy::new());

    let client = http_client().map_err(|_| Fault::Unreachable)?;
    let http = http(token, discord, &client);
    let own = tokio::select! {
        own = introduce(&http, discord, service.patience.apart) => own?,
        () = told_to_leave(&mut wishes) => return Ok(()),
    };
    let shards = shards(&http, discord.shards).await?;
    let due = usize::try_from(shards.last - shards.first + 1).unwrap_or(usize::MAX);

    let mut tasks = JoinSet::new();
    if let Some(listener) = service.listener {
        let listener = TcpListener::from_std(listener).map_err(Fault::Listen)?;
        let health = Health {
            meters: Arc::clone(&meters),
            pulse: Arc::clone(&pulse),
            due,
        };
        tasks.spawn(async move {
            // It ends with the bot, and not before.
            let _ = axum::serve(listener, health::pages(health)).await;
        });
    }

    // The gateway's requests are few and need no limits kept with the others'.
    let senders = Arc::new(self::http(token, discord, &client));
    let handler = Handler {
        state: Arc::clone(&state),
        sending: Sending::new(
            Arc::clone(&senders),
            discord.api_base.clone().map(|base| (client, base)),
            Arc::clone(&meters),
        ),
        pulse: Arc::clone(&pulse),
        busy: Arc::clone(&busy),
        own,
        shards: due,
        readies: AtomicUsize::new(0),
    };
    let intents =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    let builder = ClientBuilder::new_with_http(http, intents).event_handler(handler);
    let (told, manager) = oneshot::channel();
    let running = gateway.spawn(async move {
        let mut client = builder.await?;
        // Nobody waits for it any more only where the bot is leaving already.
        let _ = told.send(Arc::clone(&client.shard_manager));
        // The client library counts the end of this range in.
        let range = shards.first..shards.last;
        client.start_shard_range(range, shards.total).await
    });
    let Ok(manager) = manager.await else {
        return Err(Fault::Unreachable);
    };

    tasks.spawn(tidying::tidy(
        Arc::clone(&state),
        senders,
        service.folder.clone(),
        look,
        service.patience.tidy,
    ));
    let connected = async {
        match running.await {
            Ok(ended) => ended.map_err(|error| fault_of(&error)),
            Err(_) => Err(Fault::Unreachable),
        }
    };
    let watched = watch(&manager, &pulse, due, &service.patience);
    let wanted = async {
        while let Some(wish) = wishes.recv().await {
            match wish {
                Wishes::Reload => reload::reload(&state, &service.folder).await,
                Wishes::Leave => break,
            }
        }
    };
    let ended = tokio::select! {
        ended = connected => ended.and(Err(Fault::Apart)),
        fault = watched => Err(fault),
        () = wanted => Ok(()),
    };
    if let Err(Fault::Apart) = ended {
        hang_up(&manager, |_| true).await;
    }
    // The client library waits five seconds for a peer that is silent.
    let leave = async {
        tokio::join!(manager.shutdown_all(), busy.finished());
    };
    if timeout(service.patience.leaving, leave).await.is_err() {
        tracing::warn!("left before everything was finished");
    }
    tasks.abort_all();
    ended
}

/// The threads of the client library's tasks. After some ends of a connection
/// (code 4010 is one) such a task does not yield until it is hung up; whoever
/// shared a thread with it would not even notice that it is time to leave.
struct Gateway {
    runtime: Option<Runtime>,
}

impl Gateway {
    fn new() -> std::io::Result<Self> {
        // Two, so that one task that never yields leaves a thread for the rest;
        // four are enough for more than Discord sends one process.
        let threads = available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(threads)
            .thread_name("gateway")
            .enable_all()
            .build()?;
        Ok(Self {
            runtime: Some(runtime),
        })
    }

    fn spawn<T: Send + 'static>(
        &self,
        task: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        match &self.runtime {
            Some(threads) => threads.spawn(task),
            None => tokio::spawn(task),
        }
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        if let Some(threads) = self.runtime.take() {
            threads.shutdown_background();
        }
    }
}

/// Closes connections that are to be given up. Told to shut one down whose stream
/// has ended, the client library waits for a last word in a loop that never yields
/// (measured on serenity 0.12.5); told to close it, it finds that it can't, and
/// lets it be.
async fn hang_up(manager: &ShardManager, is_meant: impl Fn(&ShardId) -> bool) {
    /// Discord keeps a session that is closed with another code than 1000 and 1001.
    const CODE: u16 = 4000;
    let runners = manager.runners.lock().await;
    for (_, runner) in runners.iter().filter(|(id, _)| is_meant(id)) {
        let close = ShardRunnerMessage::Close(CODE, None);
        runner.runner_tx.send_to_shard(close);
    }
}

/// Waits until it is told to leave, and does nothing else that it is told.
async fn told_to_leave(wishes: &mut mpsc::Receiver<Wishes>) {
    while let Some(wish) = wishes.recv().await {
        if wish == Wishes::Leave {
            return;
        }
    }
}

/// Looks after the connections until they are to be given up.
async fn watch(
    manager: &Arc<ShardManager>,
    pulse: &Pulse,
    due: usize,
    patience: &Patience,
) -> Fault {
    let mut ticks = interval(patience.look);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let seen: Vec<Seen> = {
            let runners = manager.runners.lock().await;
            let seen = |(id, runner): (&ShardId, &ShardRunnerInfo)| Seen {
                id: id.0,
                is_connected: runner.stage == ConnectionStage::Connected,
                latency: runner.latency,
            };
            runners.iter().map(seen).collect()
        };
        match pulse.look(&seen, due, patience, Instant::now()) {
            Finding::Apart => return Fault::Apart,
            Finding::Restart(silent) => {
                for id in silent {
                    tracing::warn!(shard = id, "a shard is silent and is started again");
                    hang_up(manager, |shard| shard.0 == id).await;
                    manager.restart(ShardId(id)).await;
                }
            }
        }
    }
}

/// The HTTP client. The library's own has no time-outs.
fn http_client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .use_rustls_tls()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(15))
        .build()
}

fn http(token: &Token, discord: &Discord, client: &reqwest::Client) -> Http {
    let http = HttpBuilder::new(token.reveal()).client(client.clone());
    match &discord.api_base {
        // The library heeds a proxy only where its own limiter is off.
        Some(base) => http.proxy(base).ratelimiter_disabled(true).build(),
        None => http.build(),
    }
}

/// Learns who the bot is and registers its commands; tries again for a while
/// where Discord does not answer.
async fn introduce(http: &Http, discord: &Discord, within: Duration) -> Result<UserId, Fault> {
    let (start, mut pause) = (Instant::now(), Duration::from_millis(500));
    loop {
        let known = async {
            let application = http.get_current_application_info().await?.id;
            let own = http.get_current_user().await?.id;
            http.set_application_id(application);
            registering::register(http, application, discord.server).await?;
            Ok::<_, serenity::Error>(own)
        };
        let error = match known.await {
            Ok(own) => return Ok(own),
            Err(error) => error,
        };
        let fault = fault_of(&error);
        if !matches!(fault, Fault::Unreachable) || start.elapsed() + pause >= within {
            return Err(fault);
        }
        tracing::warn!("Discord does not answer, trying again");
        sleep(pause).await;
        pause = (pause * 2).min(Duration::from_secs(30));
    }
}

/// A range of shards, the last one included.
struct Range {
    first: u32,
    last: u32,
    total: u32,
}

async fn shards(http: &Http, wanted: Shards) -> Result<Range, Fault> {
    match wanted {
        Shards::Range { first, last, total } => Ok(Range { first, last, total }),
        Shards::Auto => {
            let gateway = http.get_bot_gateway().await;
            let total = gateway.map_err(|error| fault_of(&error))?.shards.max(1);
            Ok(Range {
                first: 0,
                last: total - 1,
                total,
            })
        }
    }
}

/// What an error of the client library means for the bot as a whole.
fn fault_of(error: &serenity::Error) -> Fault {
    use GatewayError::{DisallowedGatewayIntents, InvalidAuthentication, InvalidGatewayIntents};
    let is_unauthorised = |error: &HttpError| {
        error
            .status_code()
            .is_some_and(|status| status.as_u16() == 401)
    };
    if let serenity::Error::Gateway(InvalidAuthentication) = error {
        Fault::TokenRefused
    } else if let serenity::Error::Gateway(InvalidGatewayIntents | DisallowedGatewayIntents) = error
    {
        Fault::IntentsRefused
    } else if let serenity::Error::Http(error) = error
        && is_unauthorised(error)
    {
        Fault::TokenRefused
    } else {
        Fault::Unreachable
    }
}
