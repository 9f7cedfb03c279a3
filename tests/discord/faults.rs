//! What goes wrong between the bot and Discord: each survived, or ended as it
//! should be, with nothing lost that could be kept and nothing said twice.

use std::time::Duration;

use serde_json::{Value, json};
use waymark::discord::{Fault, Patience};

use super::fake::{Fake, Trouble};
use super::gateway::Order;
use super::payload;
use super::stage::{ADA, CHANNEL, Setup, Stage};

/// Asks something by a message and by a command, and hears both answers once.
async fn still_answers(stage: &mut Stage) {
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.hears().await.says("weaver");
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!("Potter"))]);
    stage.hears_on(asked).await.says("potter");
}

fn quick(heartbeat: u64) -> impl FnOnce(&Fake) {
    move |fake| fake.inner().heartbeat = Duration::from_millis(heartbeat)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_discord_refuses_for_a_moment_is_sent_again() {
    let mut stage = Stage::set().await;
    for trouble in [
        Trouble::Status(429, Some(0.3)),
        Trouble::Status(429, None),
        Trouble::Status(500, None),
        Trouble::Status(502, None),
        Trouble::Status(503, Some(0.2)),
    ] {
        stage.fake.inner().troubles.push_back(trouble);
        stage.mentions(ADA, CHANNEL, "what does a weaver do?");
        stage.hears().await.says("weaver");
        stage.fake.inner().troubles.push_back(trouble);
        let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!("Potter"))]);
        stage.hears_on(asked).await.says("potter");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_whose_receipt_is_lost_is_not_given_twice() {
    let mut stage = Stage::set().await;
    for status in [500, 502] {
        stage.fake.inner().troubles.push_back(Trouble::Lost(status));
        stage.mentions(ADA, CHANNEL, "what does a weaver do?");
        stage.hears().await.says("weaver");
        stage.fake.inner().troubles.push_back(Trouble::Lost(status));
        let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!("Potter"))]);
        stage.hears_on(asked).await.says("potter");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_discord_refuses_for_good_is_let_go_and_the_next_is_answered() {
    let mut stage = Stage::set().await;
    for (status, code) in [
        (403, 50_013),
        (403, 50_001),
        (404, 10_062),
        (404, 10_008),
        (400, 40_060),
        (400, 50_035),
    ] {
        stage
            .fake
            .inner()
            .troubles
            .push_back(Trouble::Code(status, code));
        stage.mentions(ADA, CHANNEL, "what does a weaver do?");
        stage.until_had().await;
    }
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_answer_of_discords_holds_up_nobody_else() {
    let mut stage = Stage::set().await;
    stage.fake.inner().troubles.push_back(Trouble::Held);
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.hears().await.says("weaver");
    still_answers(&mut stage).await;
    stage.fake.held.add_permits(1);
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_while_the_line_is_down_is_answered_when_it_is_up_again() {
    let mut stage = Stage::set().await;
    still_answers(&mut stage).await;
    stage.fake.orders(Order::Drop);
    stage.fake.inner().gateways.clear();
    stage.mentions(ADA, CHANNEL, "what does a potter do?");
    stage
        .fake
        .until("it resumes", |seen| seen.resumed == 1)
        .await;
    stage.hears().await.says("potter");
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_to_reconnect_is_followed() {
    let mut stage = Stage::set().await;
    stage
        .fake
        .orders(Order::Send(json!({"op": 7, "d": null}).to_string()));
    stage
        .fake
        .until("it resumes", |seen| seen.resumed == 1)
        .await;
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_not_valid_any_more_is_begun_anew() {
    let mut stage = Stage::set().await;
    stage
        .fake
        .orders(Order::Send(json!({"op": 9, "d": false}).to_string()));
    stage
        .fake
        .until("it identifies again", |seen| seen.identified == 2)
        .await;
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_on_which_heartbeats_get_no_answer_is_given_up() {
    let mut stage = Stage::with(Setup::default(), quick(300)).await;
    still_answers(&mut stage).await;
    stage.fake.inner().acknowledges = false;
    stage
        .fake
        .until("it connects again", |seen| seen.connected == 2)
        .await;
    stage.fake.inner().acknowledges = true;
    stage
        .fake
        .until("it is back", |seen| seen.resumed + seen.identified >= 2)
        .await;
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_close_without_a_code_is_noticed() {
    let mut stage = Stage::with(Setup::default(), quick(500)).await;
    still_answers(&mut stage).await;
    stage.fake.orders(Order::Close(None));
    stage
        .fake
        .until("it is back", |seen| seen.resumed + seen.identified >= 2)
        .await;
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_shard_is_started_again_by_the_bots_own_watch() {
    let patience = Patience {
        silence: Duration::from_millis(700),
        look: Duration::from_millis(50),
        ..Patience::default()
    };
    // The first heartbeat is so late that only the watch can notice.
    let setup = Setup {
        patience,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, quick(60_000)).await;
    stage
        .fake
        .until("it identifies again", |seen| seen.identified >= 2)
        .await;
    stage.bot_stops().await;
    stage.nothing_is_left();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_shard_that_is_started_again_leaves_no_thread_behind_that_spins() {
    let patience = Patience {
        silence: Duration::from_millis(700),
        look: Duration::from_millis(50),
        ..Patience::default()
    };
    let setup = Setup {
        patience,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, quick(60_000)).await;
    // After one for each of the gateway's threads, four at most, nothing would be
    // heard any more.
    let threads = std::thread::available_parallelism().map_or(4, |cores| cores.get().clamp(2, 4));
    for round in 1..=threads {
        stage.fake.orders(Order::Close(None));
        stage
            .fake
            .until("it identifies again", |seen| seen.identified > round)
            .await;
    }
    still_answers(&mut stage).await;
    stage.ends().await;
}

/// How a bot ends whose connections are closed with a code.
async fn ended_by(code: u16) -> Fault {
    let setup = Setup {
        patience: Patience {
            apart: Duration::from_secs(2),
            look: Duration::from_millis(50),
            leaving: Duration::from_secs(1),
            ..Patience::default()
        },
        ..Setup::default()
    };
    let refuses = |fake: &Fake| fake.inner().refuses_with = Some(code);
    let mut stage = Stage::unconnected(setup, refuses).await;
    stage.bot_starts();
    let fault = stage.bot_ends().await.expect_err("it is no success");
    stage.nothing_is_left();
    fault
}

#[tokio::test(flavor = "multi_thread")]
async fn close_codes_that_forbid_to_come_back_end_the_bot() {
    assert!(matches!(ended_by(4004).await, Fault::TokenRefused));
    assert!(matches!(ended_by(4014).await, Fault::IntentsRefused));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_close_code_over_which_the_client_library_spins_ends_the_bot_all_the_same() {
    assert!(matches!(ended_by(4010).await, Fault::Apart));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_comes_twice_is_answered_once() {
    let mut stage = Stage::set().await;
    let id = stage.fake.id();
    let said = payload::said(
        id,
        ADA,
        CHANNEL,
        "<@1000000000000000002> list the roles",
        None,
        false,
    );
    let id = stage.fake.id();
    let data =
        json!({"id": payload::OTHER_COMMAND.to_string(), "name": "help", "type": 1, "options": []});
    let used = payload::interaction(id, 2, ADA, CHANNEL, &data);
    for _ in 0..2 {
        stage.fake.dispatch("MESSAGE_CREATE", said.clone());
    }
    stage.hears().await.says("Weaver");
    for _ in 0..2 {
        stage.fake.dispatch("INTERACTION_CREATE", used.clone());
    }
    stage.hears_on(id).await;
    still_answers(&mut stage).await;
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn events_out_of_order_unknown_ones_and_broken_ones_do_no_harm() {
    let mut stage = Stage::set().await;
    let send = |text: String| stage.fake.orders(Order::Send(text));
    let id = stage.fake.id();
    let late = payload::said(
        id,
        ADA,
        CHANNEL,
        "<@1000000000000000002> list the roles",
        None,
        false,
    );
    send(json!({"op": 0, "s": 1, "t": "MESSAGE_CREATE", "d": late}).to_string());
    send(json!({"op": 0, "s": 99, "t": "SOMETHING_NEW", "d": {"id": 1}}).to_string());
    send(json!({"op": 0, "s": 98, "t": "INTERACTION_CREATE", "d": {"id": stage.fake.id().to_string()}}).to_string());
    send(json!({"op": 77, "d": {}}).to_string());
    send("{\"op\": 0, \"t\": ".to_owned());
    send("[]".to_owned());
    stage.hears().await.says("Weaver");
    still_answers(&mut stage).await;
    // A command that this release does not know: of another, perhaps.
    let data = json!({"id": payload::OTHER_COMMAND.to_string(), "name": "unheard_of", "type": 1, "options": []});
    let used = stage.interacts(2, ADA, CHANNEL, &data);
    stage.hears_on(used).await.privately();
    let nothing = json!({"id": payload::OTHER_COMMAND.to_string(), "name": "role", "type": 1, "options": Value::Array(vec![])});
    let used = stage.interacts(2, ADA, CHANNEL, &nothing);
    stage.hears_on(used).await;
    stage.ends().await;
}
