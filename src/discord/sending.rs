//! The one place from which the bot sends anything.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Value, json};
use serenity::all::{ChannelId, InteractionId};
use serenity::http::{Http, HttpError, LightMethod, Request, Route};
use tokio::time::{sleep, timeout_at};

use super::message::Message;
use super::meters::Meters;
use super::reply::Reply;

/// Discord waits three seconds for the answer to an interaction; past this no
/// further try is made.
const IN_TIME: Duration = Duration::from_millis(2800);
/// How long a message in a conversation is tried for.
const WORTHWHILE: Duration = Duration::from_secs(60);
/// How long a try that has begun is waited for at least, past that too: it may
/// have been in time, which only its outcome tells.
const TRY: Duration = Duration::from_secs(10);
/// The first pause between two tries; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);

/// Sends replies.
pub(super) struct Sending {
    http: Arc<Http>,
    /// For requests through a proxy that keeps the rate limits: the client
    /// library would not say when to try again.
    through_proxy: Option<(reqwest::Client, String)>,
    meters: Arc<Meters>,
}

/// Why a try failed.
enum Failure {
    /// It is not to be tried again. Discord's error code where it gave one,
    /// else the HTTP status.
    Final(i64),
    /// It may be tried again, after a pause where one was named.
    Passing(Option<Duration>),
}

/// Discord's error codes that are ordinary life: the interaction is gone, has
/// been answered; no access; the message or the channel is gone.
const ORDINARY: [i64; 6] = [10_062, 40_060, 50_001, 50_013, 10_008, 10_003];
/// The interaction has been answered: by a try whose answer was lost.
const ANSWERED: i64 = 40_060;

impl Sending {
    pub(super) fn new(
        http: Arc<Http>,
        through_proxy: Option<(reqwest::Client, String)>,
        meters: Arc<Meters>,
    ) -> Self {
        Self {
            http,
            through_proxy,
            meters,
        }
    }

    /// Answers an interaction, given by its id and its token, that was heard at
    /// some time.
    pub(super) async fn respond(&self, (id, token): (u64, &str), heard_at: Instant, reply: &Reply) {
        let route = || Route::InteractionResponse {
            interaction_id: InteractionId::new(id),
            token,
        };
        let deadline = heard_at + IN_TIME;
        self.deliver(route, &response(reply), deadline).await;
    }

    /// Answers a message, given by its channel's id and its own, that was heard at
    /// some time, with another one in the same channel.
    pub(super) async fn say(
        &self,
        (channel, in_reply_to): (u64, u64),
        heard_at: Instant,
        message: &Message,
    ) {
        let message = message.clone().replying_to(in_reply_to);
        let mut body = json!(message);
        // So that a try whose answer was lost does not make a second message.
        body["nonce"] = json!(in_reply_to.to_string());
        body["enforce_nonce"] = json!(true);
        let route = || Route::ChannelMessages {
            channel_id: ChannelId::new(channel),
        };
        self.deliver(route, &body, heard_at + WORTHWHILE).await;
    }

    /// Tries to deliver a body until it is there, is refused, or a further try would
    /// come too late. The first is made in any case: only Discord knows when its
    /// own time began.
    async fn deliver<'r>(&self, route: impl Fn() -> Route<'r>, body: &Value, deadline: Instant) {
        let mut pause = PAUSE;
        let failure = loop {
            let until = deadline.max(Instant::now() + TRY);
            let tried = timeout_at(until.into(), self.attempt(route(), body)).await;
            match tried {
                Ok(Ok(())) => return,
                Ok(Err(Failure::Final(code))) => break code,
                Ok(Err(Failure::Passing(wait))) => {
                    let wait = wait.unwrap_or(pause);
                    pause *= 2;
                    if Instant::now() + wait >= deadline {
                        break 0;
                    }
                    sleep(wait).await;
                }
                Err(_) => break 0,
            }
        };
        if failure == ANSWERED {
            return;
        }
        self.meters.undelivered();
        if ORDINARY.contains(&failure) {
            tracing::info!(code = failure, "a reply was not wanted any more");
        } else {
            tracing::warn!(code = failure, "a reply could not be delivered");
        }
    }

    async fn attempt(&self, route: Route<'_>, body: &impl Serialize) -> Result<(), Failure> {
        let body = serde_json::to_vec(body).map_err(|_| Failure::Final(0))?;
        let request = Request::new(route, LightMethod::Post).body(Some(body));
        let Some((client, proxy)) = &self.through_proxy else {
            return match self.http.request(request).await {
                Ok(_) => Ok(()),
                Err(error) => Err(Failure::of(&error)),
            };
        };
        let request = request
            .build(client, self.http.token(), Some(proxy))
            .map_err(|_| Failure::Final(0))?;
        let response = request.send().await.map_err(|_| Failure::Passing(None))?;
        let status = response.status().as_u16();
        match status {
            200..=299 => Ok(()),
            429 => {
                self.meters.limited();
                let header = response.headers().get("retry-after");
                let seconds = header.and_then(|value| value.to_str().ok()?.parse::<f64>().ok());
                let wait = seconds.and_then(|s| Duration::try_from_secs_f64(s).ok());
                Err(Failure::Passing(wait))
            }
            500..=599 => Err(Failure::Passing(None)),
            _ => {
                let body: Value = response
                    .bytes()
                    .await
                    .ok()
                    .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                    .unwrap_or_default();
                let code = body["code"].as_i64().filter(|code| *code != 0);
                Err(Failure::Final(code.unwrap_or(i64::from(status))))
            }
        }
    }
}

impl Failure {
    fn of(error: &serenity::Error) -> Self {
        let serenity::Error::Http(error) = error else {
            return Self::Final(0);
        };
        if let HttpError::UnsuccessfulRequest(response) = error {
            let status = response.status_code.as_u16();
            if status == 429 || status >= 500 {
                return Self::Passing(None);
            }
            let code = i64::try_from(response.error.code).unwrap_or_default();
            return Self::Final(if code > 0 { code } else { i64::from(status) });
        }
        if matches!(error, HttpError::Request(_)) {
            Self::Passing(None)
        } else {
            Self::Final(0)
        }
    }
}

/// The body of an interaction's answer; the numbers are Discord's types of
/// answers.
fn response(reply: &Reply) -> Value {
    match reply {
        Reply::Say(message) => json!({"type": 4, "data": message}),
        Reply::Update(message) => json!({"type": 7, "data": message}),
        Reply::Offer(choices) => json!({"type": 8, "data": {"choices": choices}}),
        Reply::Open(modal) => json!({"type": 9, "data": modal}),
    }
}
