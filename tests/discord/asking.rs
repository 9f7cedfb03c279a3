//! Every way to ask.

use serde_json::json;

use super::payload::{self, BOT, Person, Place};
use super::stage::{ADA, BEN, CHANNEL, DIRECT, GROUP, OTHER_CHANNEL, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn a_command_asks_in_plain_words_and_is_answered_in_the_open() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "ask",
        &[("question", json!("what does a senior weaver do?"))],
    );
    let answer = stage.hears_on(asked).await.openly().says("Senior weaver");
    assert_eq!(answer.answer_type(), 4);
    answer
        .says("> - finish \\*every\\* piece")
        .says("Source: Senior weaver.txt, lines")
        .says("Licence: CC0");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_option_private_only_the_asker_sees_the_answer() {
    let mut stage = Stage::set().await;
    for (command, option, value) in [
        ("ask", "question", "what does a weaver do?"),
        ("role", "role", "Weaver"),
        ("skill", "skill", "Teaching"),
    ] {
        let options = [(option, json!(value)), ("private", json!(true))];
        let asked = stage.uses(ADA, CHANNEL, command, &options);
        let answer = stage.hears_on(asked).await.privately();
        assert!(answer.buttons().contains(&"Share to channel"), "{command}");
    }
    for command in ["help", "about", "privacy"] {
        let asked = stage.uses(ADA, CHANNEL, command, &[("private", json!(true))]);
        stage.hears_on(asked).await.privately();
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_or_a_clarification_of_a_command_is_private() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "ask",
        &[("question", json!("what is the salary?"))],
    );
    stage.hears_on(asked).await.privately();
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!("astronaut"))]);
    stage.hears_on(asked).await.privately().says("astronaut");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn role_skill_compare_and_next_take_names() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!("Weaver"))]);
    let answer = stage
        .hears_on(asked)
        .await
        .openly()
        .says("A weaver makes things.");
    assert_eq!(
        answer.message()["embeds"][0]["url"],
        "https://crafts.example/weaver"
    );
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "role",
        &[("role", json!("Weaver")), ("level", json!("senior"))],
    );
    stage
        .hears_on(asked)
        .await
        .says("A senior weaver knows the craft.");
    let asked = stage.uses(ADA, CHANNEL, "skill", &[("skill", json!("loom seting"))]);
    stage.hears_on(asked).await.says("Loom setting");
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "skill",
        &[
            ("skill", json!("Loom setting")),
            ("at", json!("Junior weaver")),
        ],
    );
    stage.hears_on(asked).await.says("help to set a loom up");
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "compare",
        &[
            ("first", json!("Junior weaver")),
            ("second", json!("Senior weaver")),
        ],
    );
    stage
        .hears_on(asked)
        .await
        .says("Junior weaver")
        .says("Teaching");
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "next",
        &[
            ("from", json!("Junior weaver")),
            ("to", json!("Senior weaver")),
        ],
    );
    stage
        .hears_on(asked)
        .await
        .says("Senior weaver")
        .says("Teaching");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discord_role_with_the_name_of_a_level_stands_for_my_level() {
    let mut stage = Stage::set().await;
    stage.knows_the_roles().await;
    let asked = stage.uses(BEN, CHANNEL, "next", &[]);
    stage
        .hears_on(asked)
        .await
        .says("Your Discord role says Weaver.")
        .says("Senior weaver");
    let asked = stage.uses(
        BEN,
        CHANNEL,
        "compare",
        &[
            ("first", json!("my level")),
            ("second", json!("Senior weaver")),
        ],
    );
    stage
        .hears_on(asked)
        .await
        .says("Your Discord role says Weaver.");
    let typed = stage.types(BEN, CHANNEL, "next", &[("from", "")]);
    let offered = stage.hears_on(typed).await;
    assert_eq!(offered.offers()[0].0, "Weaver (your Discord role says so)");
    // Another role of the server has no level's name, and Ada has none at all.
    let asked = stage.uses(ADA, CHANNEL, "next", &[]);
    stage
        .hears_on(asked)
        .await
        .privately()
        .says("Which level is it about?");
    let asked = stage.uses(ADA, DIRECT, "next", &[]);
    stage
        .hears_on(asked)
        .await
        .privately()
        .says("Which level is it about?");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_offered_while_somebody_types_best_first_and_forgivingly() {
    let mut stage = Stage::set().await;
    let typed = stage.types(ADA, CHANNEL, "role", &[("role", "sen wea")]);
    let offered = stage.hears_on(typed).await;
    assert_eq!(offered.offers()[0].0, "Senior weaver (level of Weaver)");
    let value = offered.offers()[0].1.to_owned();
    let asked = stage.uses(ADA, CHANNEL, "role", &[("role", json!(value))]);
    stage.hears_on(asked).await.says("Senior weaver");
    let typed = stage.types(ADA, CHANNEL, "skill", &[("skill", "galzing")]);
    assert_eq!(stage.hears_on(typed).await.offers()[0].0, "Glazing");
    let typed = stage.types(ADA, CHANNEL, "role", &[("role", "Potter"), ("level", "")]);
    let offered = stage.hears_on(typed).await;
    let names: Vec<_> = offered
        .offers()
        .iter()
        .map(|(name, _)| name.to_string())
        .collect();
    assert_eq!(
        names,
        ["Lead potter (level of Potter)", "Potter (level of Potter)"]
    );
    let typed = stage.types(ADA, CHANNEL, "skill", &[("skill", "zzz")]);
    assert!(stage.hears_on(typed).await.offers().is_empty());
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn help_about_and_privacy_say_what_they_should() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(ADA, CHANNEL, "help", &[]);
    stage.hears_on(asked).await.openly().says("/ask");
    let asked = stage.uses(ADA, GROUP, "about", &[]);
    stage
        .hears_on(asked)
        .await
        .says("The crafts")
        .says("2 roles")
        .says("CC0")
        .says("Not in it")
        .says("Loaded <t:")
        .says(env!("CARGO_PKG_VERSION"));
    let asked = stage.uses(ADA, DIRECT, "privacy", &[]);
    stage.hears_on(asked).await.says("15 minutes");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_and_a_direct_message_are_answered_with_a_reply() {
    let mut stage = Stage::set().await;
    let said = stage.mentions(ADA, CHANNEL, "what does a potter do?");
    let answer = stage.hears().await.says("A potter makes things.");
    assert_eq!(
        answer.message()["message_reference"]["message_id"],
        said.to_string()
    );
    stage.says(ADA, DIRECT, "what does a potter do?");
    stage.hears().await.says("A potter makes things.");
    stage.mentions(ADA, CHANNEL, "");
    stage.hears().await.says("Nothing was asked");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_channel_a_refusal_or_clarification_is_one_short_line() {
    let mut stage = Stage::set().await;
    stage.mentions(ADA, CHANNEL, "what is the salary of a weaver?");
    let refusal = stage.hears().await;
    assert_eq!(refusal.message()["embeds"], json!([]));
    assert_eq!(refusal.text().lines().count(), 1);
    stage.says(ADA, DIRECT, "what is the salary of a weaver?");
    let at_length = stage.hears().await;
    assert_eq!(
        at_length.message()["embeds"].as_array().map(Vec::len),
        Some(1)
    );
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_for_the_bot_is_passed_over() {
    let mut stage = Stage::set().await;
    stage.says(ADA, CHANNEL, "what does a weaver do?");
    let bot = Person {
        is_bot: true,
        ..ADA
    };
    stage.mentions(bot, CHANNEL, "what does a weaver do?");
    let id = stage.fake.id();
    let mut hook = payload::said(id, ADA, CHANNEL, &format!("<@{BOT}> hi"), None, false);
    hook["webhook_id"] = json!("6");
    stage.fake.dispatch("MESSAGE_CREATE", hook);
    let id = stage.fake.id();
    let mut joined = payload::said(id, ADA, CHANNEL, "", None, false);
    joined["type"] = json!(7);
    stage.fake.dispatch("MESSAGE_CREATE", joined);
    // The next thing that is heard is the answer to this.
    stage.mentions(ADA, CHANNEL, "what does a potter do?");
    stage.hears().await.says("potter");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_goes_on_from_the_persons_last_answer_in_that_place_only() {
    let mut stage = Stage::set().await;
    stage.mentions(ADA, CHANNEL, "what does a junior weaver do?");
    stage.hears().await.says("Junior weaver");
    stage.mentions(ADA, CHANNEL, "and the senior one?");
    stage.hears().await.says("Senior weaver");
    // Somebody else, or the same person elsewhere, has said nothing yet.
    stage.mentions(BEN, CHANNEL, "which skills does it need?");
    stage.hears().await.says("Which role, level or skill?");
    stage.mentions(ADA, OTHER_CHANNEL, "which skills does it need?");
    stage.hears().await.says("Which role, level or skill?");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thanks_change_no_subject_and_what_was_spoken_of_before_is_compared() {
    let mut stage = Stage::set().await;
    for (said, heard) in [
        ("what does a junior weaver do?", "Junior weaver"),
        ("thanks", "Ask again"),
        ("and the senior one?", "Senior weaver"),
        ("compare them", "Junior weaver and Senior weaver"),
    ] {
        stage.mentions(ADA, CHANNEL, said);
        stage.hears().await.says(heard);
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_goes_on_from_the_message_replied_to() {
    let mut stage = Stage::set().await;
    stage.mentions(ADA, CHANNEL, "what does a junior weaver do?");
    let weaver = stage.hears().await.says("Junior weaver");
    stage.mentions(ADA, CHANNEL, "what does a potter do?");
    stage.hears().await.says("Potter");
    stage.replies(BEN, CHANNEL, &weaver, "and the senior one?");
    stage.hears().await.says("Senior weaver");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn look_this_up_explains_the_names_in_a_message_to_one_person() {
    let mut stage = Stage::set().await;
    let asked = stage.looks_up(
        ADA,
        CHANNEL,
        "our senior weavers do colour theory and teaching",
    );
    let found = stage
        .hears_on(asked)
        .await
        .privately()
        .says("Senior weaver");
    let named: Vec<_> = found
        .options()
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(named, ["Senior weaver", "Colour theory", "Teaching"]);
    let chosen = stage.chooses(ADA, CHANNEL, &found, "Colour theory");
    stage.hears_on(chosen).await.privately().says("mix colours");
    let asked = stage.looks_up(ADA, CHANNEL, "good morning");
    stage
        .hears_on(asked)
        .await
        .privately()
        .says("names no role");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_where_others_read_is_no_private_place() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(
        ADA,
        GROUP,
        "role",
        &[("role", json!("Weaver")), ("private", json!(true))],
    );
    let answer = stage.hears_on(asked).await.privately();
    assert!(answer.buttons().contains(&"Share to channel"));
    let Place::Group(_) = GROUP else {
        unreachable!("it is one")
    };
    stage.ends().await;
}
