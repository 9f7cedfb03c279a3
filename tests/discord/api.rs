//! The fake's HTTP interface: as much of Discord's as a bot like this one needs,
//! and a note of everything else that is asked of it.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::fake::{Fake, TOKEN, Trouble};
use super::gateway;
use super::heard::{Heard, To};
use super::payload::{self, BOT, COMMAND, Place};

pub(crate) fn pages(fake: Fake) -> Router {
    let commands = get(list_commands).put(register_commands);
    let api = Router::new()
        .route("/gateway", get(gateway_address))
        .route("/gateway/bot", get(gateway_address))
        .route("/oauth2/applications/@me", get(application))
        .route("/users/@me", get(me))
        .route("/applications/{application}/commands", commands.clone())
        .route(
            "/applications/{application}/guilds/{server}/commands",
            commands,
        )
        .route("/interactions/{id}/{token}/callback", post(respond))
        .route("/channels/{channel}/messages", post(say));
    Router::new()
        .nest("/api/v10", api)
        .route("/", get(gateway::connect))
        .fallback(astray)
        .with_state(fake)
}

fn is_known(headers: &HeaderMap) -> bool {
    let given = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    given == Some(&format!("Bot {TOKEN}"))
}

fn refused(status: u16, code: i64) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, Json(json!({"code": code, "message": "no"}))).into_response()
}

async fn gateway_address(State(fake): State<Fake>) -> Json<Value> {
    Json(json!({
        "url": format!("ws://{}", fake.address),
        "shards": 1,
        "session_start_limit": {
            "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
        },
    }))
}

async fn application(headers: HeaderMap) -> Response {
    if is_known(&headers) {
        Json(payload::application()).into_response()
    } else {
        refused(401, 0)
    }
}

async fn me() -> Json<Value> {
    let mut me = payload::user(BOT, true);
    me["verified"] = json!(true);
    me["mfa_enabled"] = json!(false);
    Json(me)
}

async fn list_commands(State(fake): State<Fake>) -> Json<Value> {
    Json(json!(fake.inner().commands))
}

async fn register_commands(State(fake): State<Fake>, Json(body): Json<Vec<Value>>) -> Json<Value> {
    Heard::record("commands", &json!(body));
    let mut inner = fake.inner();
    inner.registrations += 1;
    // Discord adds ids, versions and defaults.
    inner.commands = body
        .into_iter()
        .enumerate()
        .map(|(at, mut command)| {
            command["id"] = json!((COMMAND + at as u64).to_string());
            command["version"] = json!("1");
            command["nsfw"] = json!(false);
            command["default_member_permissions"] = Value::Null;
            command
        })
        .collect();
    Json(json!(inner.commands))
}

/// What the next request that sends something has to suffer.
fn trouble(fake: &Fake) -> Result<Option<Trouble>, Box<Response>> {
    let trouble = fake.inner().troubles.pop_front();
    match trouble {
        Some(Trouble::Status(status, wait)) => {
            let mut response = refused(status, 0);
            if let Some(wait) = wait {
                let wait = wait.to_string().parse().expect("a header");
                response.headers_mut().insert("retry-after", wait);
            }
            Err(Box::new(response))
        }
        Some(Trouble::Code(status, code)) => Err(Box::new(refused(status, code))),
        other => Ok(other),
    }
}

async fn suffered(fake: &Fake, trouble: Option<Trouble>, response: Response) -> Response {
    match trouble {
        Some(Trouble::Held) => {
            fake.held.acquire().await.expect("it is open").forget();
            response
        }
        Some(Trouble::Lost(status)) => refused(status, 0),
        _ => response,
    }
}

async fn respond(
    State(fake): State<Fake>,
    Path((id, token)): Path<(u64, String)>,
    Json(body): Json<Value>,
) -> Response {
    Heard::record("interaction", &body);
    fake.inner().astray.extend(too_long(&body["data"]));
    let trouble = match trouble(&fake) {
        Ok(trouble) => trouble,
        Err(response) => return *response,
    };
    if token != payload::token(id) {
        return refused(404, 10_062);
    }
    let is_first = {
        let mut inner = fake.inner();
        let answers = inner.answered.entry(id).or_default();
        *answers += 1;
        *answers == 1
    };
    if !is_first {
        return refused(400, 40_060);
    }
    let message = fake.id();
    fake.inner()
        .hear(Heard::new(To::Interaction(id), message, body));
    suffered(&fake, trouble, StatusCode::NO_CONTENT.into_response()).await
}

async fn say(
    State(fake): State<Fake>,
    Path(channel): Path<u64>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    Heard::record("message", &body);
    fake.inner().astray.extend(too_long(&body));
    if !is_known(&headers) {
        return refused(401, 0);
    }
    let trouble = match trouble(&fake) {
        Ok(trouble) => trouble,
        Err(response) => return *response,
    };
    let nonce = body["nonce"].as_str().unwrap_or_default().to_owned();
    if let Some(message) = fake.inner().nonces.get(&nonce) {
        return Json(message.clone()).into_response();
    }
    let id = fake.id();
    let author = payload::user(BOT, true);
    let message = payload::message(id, Place::Channel(channel), &author, "");
    fake.inner().nonces.insert(nonce, message.clone());
    fake.inner()
        .hear(Heard::new(To::Channel(channel), id, body));
    suffered(&fake, trouble, Json(message).into_response()).await
}

async fn astray(State(fake): State<Fake>, method: Method, uri: Uri, _: Bytes) -> StatusCode {
    fake.inner().astray.push(format!("{method} {uri}"));
    StatusCode::NOT_FOUND
}

/// What Discord says of a message whose embeds are longer together than 6,000
/// characters, counted in UTF-16 units; its description of the interface, against
/// which the rest of a body is held, can't say this.
fn too_long(message: &Value) -> Option<String> {
    let mut length = 0;
    for embed in message["embeds"].as_array().into_iter().flatten() {
        let fields = embed["fields"].as_array().into_iter().flatten();
        let parts = fields.flat_map(|field| [&field["name"], &field["value"]]);
        let parts = parts.chain([
            &embed["title"],
            &embed["description"],
            &embed["footer"]["text"],
            &embed["author"]["name"],
        ]);
        let text = parts.filter_map(Value::as_str);
        length += text.flat_map(str::encode_utf16).count();
    }
    (length > 6000).then(|| format!("a message with embeds of {length} characters"))
}

#[test]
fn a_message_is_too_long_by_all_of_its_embeds() {
    let embed = |length| json!({"title": "🧭", "description": "a".repeat(length)});
    assert_eq!(
        too_long(&json!({"embeds": [embed(2998), embed(2998)]})),
        None
    );
    let message = json!({"embeds": [embed(2998), embed(2999)]});
    assert!(too_long(&message).is_some_and(|told| told.contains("6001")));
}
