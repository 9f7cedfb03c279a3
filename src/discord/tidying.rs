//! Keeping small what would grow for as long as the bot runs, and looking at the
//! framework's folder at the same time.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use serenity::http::{Http, Ratelimit};
use tokio::time::{MissedTickBehavior, interval};

use super::reload::{self, Look};
use super::state::State;

/// Forgets what is too old, and reads the framework again where its folder has
/// changed and then stayed as it is for one look.
pub(super) async fn tidy(
    state: Arc<State>,
    http: Arc<Http>,
    folder: PathBuf,
    mut used: Look,
    every: Duration,
) {
    let look = || {
        let folder = folder.clone();
        async move {
            tokio::task::spawn_blocking(move || Look::at(&folder))
                .await
                .unwrap_or_default()
        }
    };
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut last = None;
    loop {
        ticks.tick().await;
        state.prune(Instant::now());
        prune_limiter(&http).await;
        let now = look().await;
        if now != used && last.as_ref() == Some(&now) {
            reload::reload(&state, &folder).await;
            used = now.clone();
        }
        last = Some(now);
    }
}

/// Forgets the rate limits of routes that are over: the client library keeps
/// one for each interaction there ever was.
async fn prune_limiter(http: &Http) {
    let Some(limiter) = &http.ratelimiter else {
        return;
    };
    let (routes, now) = (limiter.routes(), SystemTime::now());
    let mut routes = routes.write().await;
    routes.retain(|_, limit| {
        let is_held = Arc::strong_count(limit) > 1;
        let is_on = |limit: &Ratelimit| limit.reset().is_some_and(|at| at > now);
        is_held || limit.try_lock().is_ok_and(|limit| is_on(&limit))
    });
    routes.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use serenity::all::{InteractionId, Route};
    use serenity::http::{HttpBuilder, LightMethod, RatelimitingBucket, Request};
    use tokio::sync::Mutex;

    use super::*;

    fn route(interaction: u64) -> Route<'static> {
        Route::InteractionResponse {
            interaction_id: InteractionId::new(interaction),
            token: "",
        }
    }

    fn bucket(interaction: u64) -> RatelimitingBucket {
        route(interaction).ratelimiting_bucket()
    }

    /// The limit of a route that Discord has told of: one more request, until so
    /// many seconds from now.
    async fn told(seconds: &str) -> Ratelimit {
        let response = axum::http::Response::builder()
            .header("x-ratelimit-limit", "5")
            .header("x-ratelimit-remaining", "1")
            .header("x-ratelimit-reset-after", seconds)
            .body("")
            .expect("it is well-formed");
        let mut limit = Ratelimit::default();
        let response = response.into();
        let request = Request::new(route(1), LightMethod::Post);
        let heard = limit.post_hook(&response, &request, &|_| {}, false);
        heard.await.expect("the headers are understood");
        limit
    }

    #[tokio::test]
    async fn limits_that_are_over_are_forgotten_and_those_in_force_or_in_use_are_kept() {
        let http = HttpBuilder::new("canary").build();
        let routes = http.ratelimiter.as_ref().expect("it is on").routes();
        let in_use = Arc::new(Mutex::new(Ratelimit::default()));
        {
            let mut routes = routes.write().await;
            for over in 1..=20_000 {
                routes.insert(bucket(over), Arc::default());
            }
            routes.insert(bucket(30_001), Arc::new(Mutex::new(told("0").await)));
            routes.insert(bucket(30_002), Arc::new(Mutex::new(told("3600").await)));
            routes.insert(bucket(30_003), Arc::clone(&in_use));
        }
        prune_limiter(&http).await;
        let kept = routes.read().await;
        assert_eq!(kept.len(), 2);
        assert!(kept.contains_key(&bucket(30_002)) && kept.contains_key(&bucket(30_003)));
        assert!(kept.capacity() < 100, "{}", kept.capacity());
    }
}
