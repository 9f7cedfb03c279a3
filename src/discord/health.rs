//! `/healthz`, `/readyz` and `/metrics`, for those who run the bot.

use std::sync::Arc;

use axum::Router;
use axum::extract::State as Extract;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

use super::meters::Meters;
use super::pulse::Pulse;

/// What is told of.
#[derive(Clone)]
pub(super) struct Health {
    pub(super) meters: Arc<Meters>,
    pub(super) pulse: Arc<Pulse>,
    /// How many shards this process should have.
    pub(super) due: usize,
}

/// The pages.
pub(super) fn pages(health: Health) -> Router {
    Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(health)
}

/// Well where any shard is connected.
async fn healthy(Extract(health): Extract<Health>) -> impl IntoResponse {
    told(health.pulse.connected() > 0)
}

/// Ready where all are.
async fn ready(Extract(health): Extract<Health>) -> impl IntoResponse {
    told(health.pulse.connected() >= health.due)
}

fn told(is_well: bool) -> (StatusCode, &'static str) {
    if is_well {
        (StatusCode::OK, "connected\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not connected\n")
    }
}

async fn metrics(Extract(health): Extract<Health>) -> impl IntoResponse {
    health.meters.connected(health.pulse.connected());
    let format = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, format)], health.meters.text())
}
