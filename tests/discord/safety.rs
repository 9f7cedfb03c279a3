//! What nobody may be able to make the bot do.

use std::num::NonZeroU32;

use serde_json::json;
use waymark::config::Discord;

use super::stage::{ADA, BEN, CHANNEL, OTHER_CHANNEL, Setup, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn markup_and_mentions_in_the_framework_and_in_words_are_shown_as_they_are() {
    let mut stage = Stage::set().await;
    stage.mentions(ADA, CHANNEL, "how much glazing does a potter need?");
    stage.hears().await.says("glaze \\@everyone a pot");
    let hostile = "@everyone **loud** <@1> [x](https://evil.example) astronautics";
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!(hostile))]);
    let text = stage.hears_on(asked).await.privately().text();
    for mark in ["@everyone", "**loud", "https://"] {
        let at = text.find(mark);
        let is_escaped = at.is_none_or(|at| text[..at].ends_with('\\'));
        assert!(is_escaped, "{mark} in {text}");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_told_back_in_a_hundred_characters_at_most() {
    let mut stage = Stage::set().await;
    let long = "xylophonist".repeat(80);
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!(long))]);
    let text = stage.hears_on(asked).await.text();
    assert!(!text.contains(&"xylophonist".repeat(10)), "{text}");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_too_fast_is_told_so_once_and_then_not_answered() {
    let few = Discord {
        person_per_minute: NonZeroU32::new(8).expect("not zero"),
        channel_per_minute: NonZeroU32::new(1000).expect("not zero"),
        ..Discord::default()
    };
    let setup = Setup {
        discord: few,
        ..Setup::default()
    };
    let mut stage = Stage::with(setup, |_| {}).await;
    for _ in 0..2 {
        stage.mentions(ADA, CHANNEL, "what does a weaver do?");
        stage.hears().await.says("weaver");
    }
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.hears().await.says("a lot at once");
    stage.mentions(ADA, OTHER_CHANNEL, "what does a weaver do?");
    stage.uses(ADA, CHANNEL, "help", &[]);
    // Others are answered as ever.
    stage.mentions(BEN, CHANNEL, "what does a potter do?");
    stage.hears().await.says("potter");
    stage.ends().await;
}
