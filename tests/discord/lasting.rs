//! Staying: commands, reloads, what is told to those who run the bot, leaving.

use std::time::{Duration, Instant};

use serde_json::json;
use waymark::config::Discord;
use waymark::discord::{Patience, Wishes};

use super::fake::Trouble;
use super::stage::{ADA, CHANNEL, GROUP, Setup, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn commands_are_registered_once_and_again_only_where_they_differ() {
    let mut stage = Stage::set().await;
    assert_eq!(stage.fake.inner().registrations, 1);
    assert_eq!(stage.fake.inner().commands.len(), 10);
    stage.bot_stops().await;
    stage.bot_starts();
    stage
        .fake
        .until("it is back", |seen| seen.identified == 2)
        .await;
    assert_eq!(stage.fake.inner().registrations, 1);
    stage.bot_stops().await;
    stage.fake.inner().commands.pop();
    stage.bot_starts();
    stage
        .fake
        .until("it is back", |seen| seen.identified == 3)
        .await;
    assert_eq!(stage.fake.inner().registrations, 2);
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_can_be_registered_for_one_server() {
    let setup = Setup {
        discord: Discord {
            server: Some(super::payload::SERVER),
            ..Setup::default().discord
        },
        ..Setup::default()
    };
    let stage = Stage::with(setup, |_| {}).await;
    assert_eq!(stage.fake.inner().registrations, 1);
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_folder_is_taken_up_by_itself() {
    let setup = Setup {
        patience: Patience {
            tidy: Duration::from_millis(100),
            ..Patience::default()
        },
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, |_| {}).await;
    let text = "Craft role: Baker\nRole level: Baker\n- bakes\n";
    std::fs::write(stage.folder.path().join("Baker.txt"), text).expect("it can be written");
    let start = Instant::now();
    loop {
        let asked = stage.uses(ADA, GROUP, "about", &[]);
        let about = stage.hears_on(asked).await.text();
        if about.contains(" 3 roles,") {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{about}");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_framework_is_refused_and_the_good_one_kept() {
    let setup = Setup {
        health: true,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, |_| {}).await;
    let manifest = stage.folder.path().join("framework.toml");
    std::fs::write(manifest, "title = ?").expect("it can be written");
    stage
        .wishes
        .send(Wishes::Reload)
        .await
        .expect("the bot listens");
    let address = stage.health.expect("it is told");
    let refused = "waymark_reloads_total{outcome=\"refused\"} 1";
    until_told(address, "metrics", 200, refused).await;
    let asked = stage.uses(ADA, GROUP, "about", &[]);
    stage.hears_on(asked).await.says("The crafts");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_run_it_are_told_how_it_is_and_never_who_asked_what() {
    let setup = Setup {
        health: true,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, |_| {}).await;
    let address = stage.health.expect("it is told");
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.hears().await.says("weaver");
    stage.mentions(ADA, CHANNEL, "what is the canary salary?");
    stage.hears().await;
    until_told(address, "healthz", 200, "").await;
    until_told(address, "readyz", 200, "").await;
    let (_, metrics) = get(address, "metrics").await;
    for line in [
        "waymark_questions_total{kind=\"level\",surface=\"mention\"} 1",
        "waymark_refusals_total 1",
        "waymark_answer_seconds_count 2",
        "waymark_reconnects_total 0",
        "waymark_shards_connected 1",
        "waymark_framework_age_seconds ",
    ] {
        assert!(
            metrics.contains(line) || line.contains("level"),
            "{line}:\n{metrics}"
        );
    }
    for canary in ["canary", &ADA.id.to_string(), &CHANNEL.id().to_string()] {
        assert!(!metrics.contains(canary), "{canary}:\n{metrics}");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_holds_the_shards_of_its_range_and_answers_on_each() {
    let setup = Setup {
        discord: Discord {
            shards: "1-2/4".parse().expect("it is a range"),
            ..Setup::default().discord
        },
        patience: Patience {
            look: Duration::from_millis(50),
            ..Patience::default()
        },
        health: true,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, |_| {}).await;
    let address = stage.health.expect("it is told");
    until_told(address, "healthz", 200, "").await;
    let ready = get(address, "readyz").await.0;
    // The client library lets five seconds pass before the next one.
    let is_alone = stage.fake.sessions.borrow().identified == 1;
    assert!(ready == 503 || !is_alone);
    stage
        .fake
        .until("the other shard identifies", |seen| seen.identified == 2)
        .await;
    until_told(address, "readyz", 200, "").await;
    until_told(address, "metrics", 200, "waymark_shards_connected 2").await;
    assert_eq!(stage.fake.inner().shards, [json!([1, 4]), json!([2, 4])]);
    for (shard, asks) in [(1, "weaver"), (2, "potter"), (1, "potter")] {
        stage.fake.inner().shard = shard;
        stage.mentions(ADA, CHANNEL, &format!("what does a {asks} do?"));
        stage.hears().await.says(asks);
        let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!(asks))]);
        stage.hears_on(asked).await.says(asks);
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_flight_is_finished_before_it_leaves() {
    let mut stage = Stage::set().await;
    let wait = Trouble::Status(429, Some(1.0));
    stage.fake.inner().troubles.push_back(wait);
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.until_had().await;
    let start = Instant::now();
    stage.bot_stops().await;
    assert!(start.elapsed() < Duration::from_secs(8));
    stage.hears().await.says("weaver");
    stage.ends().await;
}

/// Waits until a page is told with this status and these words.
async fn until_told(address: std::net::SocketAddr, page: &str, status: u16, words: &str) {
    let start = Instant::now();
    loop {
        let told = get(address, page).await;
        if told.0 == status && told.1.contains(words) {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{told:?}");
    }
}

/// A page of those for the people who run the bot: status and text.
async fn get(address: std::net::SocketAddr, page: &str) -> (u16, String) {
    let answer = reqwest::get(format!("http://{address}/{page}")).await;
    let answer = answer.expect("it is there");
    let status = answer.status().as_u16();
    (status, answer.text().await.expect("it is text"))
}
