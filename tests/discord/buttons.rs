//! Every button, select and window.

use std::fmt::Write as _;

use serde_json::json;

use super::heard::Heard;
use super::stage::{ADA, BEN, CHANNEL, DIRECT, Stage};

async fn private_role(stage: &mut Stage, role: &str) -> Heard {
    let options = [("role", json!(role)), ("private", json!(true))];
    let asked = stage.uses(ADA, CHANNEL, "role", &options);
    stage.hears_on(asked).await.privately()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ways_on_from_a_level_lead_where_they_say() {
    let mut stage = Stage::set().await;
    let level = private_role(&mut stage, "Junior weaver").await;
    for (button, words) in [
        ("Skills in full", "help to set a loom up"),
        ("Compare with the next level", "Colour theory"),
        ("What the next level takes", "Colour theory"),
        ("The role", "choose the material"),
    ] {
        let pressed = stage.presses(ADA, CHANNEL, &level, button);
        let answer = stage.hears_on(pressed).await.privately().says(words);
        assert_eq!(answer.answer_type(), 4, "{button}");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ways_on_from_a_role_a_skill_and_a_comparison_lead_where_they_say() {
    let mut stage = Stage::set().await;
    let role = private_role(&mut stage, "Weaver").await;
    for (button, words) in [
        ("Skills in full", "Loom setting"),
        ("Its levels", "Junior weaver"),
        ("Similar roles", "Potter"),
    ] {
        let pressed = stage.presses(ADA, CHANNEL, &role, button);
        stage.hears_on(pressed).await.says(words);
    }
    let asked = stage.uses(ADA, CHANNEL, "skill", &[("skill", json!("Teaching"))]);
    let skill = stage.hears_on(asked).await;
    let pressed = stage.presses(ADA, CHANNEL, &skill, "Who needs this");
    let needed = stage
        .hears_on(pressed)
        .await
        .privately()
        .says("Lead potter");
    let pressed = stage.presses(ADA, CHANNEL, &needed, "What it is");
    stage.hears_on(pressed).await.says("Teaching");
    let options = [("first", json!("Weaver")), ("second", json!("Potter"))];
    let asked = stage.uses(ADA, CHANNEL, "compare", &options);
    let compared = stage.hears_on(asked).await;
    let pressed = stage.presses(ADA, CHANNEL, &compared, "What they have in common");
    let common = stage.hears_on(pressed).await.says("Teaching");
    let pressed = stage.presses(ADA, CHANNEL, &common, "How they differ");
    stage.hears_on(pressed).await.says("Glazing");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_listed_can_be_chosen() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(
        ADA,
        CHANNEL,
        "ask",
        &[("question", json!("list the skills"))],
    );
    let list = stage.hears_on(asked).await;
    let chosen = stage.chooses(ADA, CHANNEL, &list, "Glazing");
    stage.hears_on(chosen).await.privately().says("glaze");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_under_an_open_message_answers_the_one_who_pressed_and_nobody_else() {
    let mut stage = Stage::set().await;
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    let open = stage.hears().await.openly();
    assert!(!open.buttons().contains(&"Share to channel"));
    let pressed = stage.presses(BEN, CHANNEL, &open, "Skills in full");
    stage.hears_on(pressed).await.privately();
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sharing_shows_the_private_answer_to_the_channel() {
    let mut stage = Stage::set().await;
    let answer = private_role(&mut stage, "Potter").await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Share to channel");
    let shared = stage
        .hears_on(pressed)
        .await
        .openly()
        .says("A potter makes things.");
    assert!(!shared.buttons().contains(&"Share to channel"));
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_turned_in_place_where_only_one_reads_and_aside_where_others_do() {
    let mut stage = Stage::set().await;
    // A level with more text than one sheet has.
    let many: Vec<String> = (0..200)
        .map(|at| format!("- do the work that has the number {at} in the list of all works"))
        .collect();
    let many = many.join("\n");
    let text = format!(
        "Craft role: Clerk\nRole level: Chief clerk\nAt this role level, you will:\n{many}"
    );
    std::fs::write(stage.folder.path().join("Clerk.txt"), text).expect("it can be written");
    stage.reloads("2 roles", "3 roles").await;
    let first = private_role(&mut stage, "Chief clerk")
        .await
        .says("number 0 ")
        .says("Page 1 of");
    let pressed = stage.presses(ADA, CHANNEL, &first, "Next page");
    let second = stage
        .hears_on(pressed)
        .await
        .says("Page 2 of")
        .says("(continued)");
    assert_eq!(second.answer_type(), 7);
    let pressed = stage.presses(ADA, CHANNEL, &second, "Previous page");
    stage.hears_on(pressed).await.says("Page 1 of");
    stage.mentions(ADA, CHANNEL, "what does a chief clerk do?");
    let open = stage.hears().await.says("Page 1 of");
    let pressed = stage.presses(BEN, CHANNEL, &open, "Next page");
    let aside = stage.hears_on(pressed).await.privately().says("Page 2 of");
    assert_eq!(aside.answer_type(), 4);
    stage.says(ADA, DIRECT, "what does a chief clerk do?");
    let direct = stage.hears().await;
    let pressed = stage.presses(ADA, DIRECT, &direct, "Next page");
    assert_eq!(stage.hears_on(pressed).await.answer_type(), 7);
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_is_asked_in_a_window() {
    let mut stage = Stage::set().await;
    let answer = private_role(&mut stage, "Junior weaver").await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Ask a follow-up");
    let window = stage.hears_on(pressed).await;
    assert_eq!(window.answer_type(), 9);
    let sent = stage.submits(ADA, CHANNEL, &window, &answer, "and the senior one?");
    stage.hears_on(sent).await.privately().says("Senior weaver");
    // Under an open message it is asked in the open.
    stage.mentions(ADA, CHANNEL, "what does a junior weaver do?");
    let open = stage.hears().await;
    let pressed = stage.presses(BEN, CHANNEL, &open, "Ask a follow-up");
    let window = stage.hears_on(pressed).await;
    let sent = stage.submits(BEN, CHANNEL, &window, &open, "and the senior one?");
    stage.hears_on(sent).await.openly().says("Senior weaver");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clarification_is_settled_by_choosing() {
    let mut stage = Stage::set().await;
    // Ben's Discord role has the name of two levels now.
    let text = "Craft role: Rug maker\nRole level: Weaver\n- knots\n";
    std::fs::write(stage.folder.path().join("Rug maker.txt"), text).expect("it can be written");
    stage.reloads("2 roles", "3 roles").await;
    stage.knows_the_roles().await;
    let options = [("first", json!("me")), ("second", json!("Lead potter"))];
    let asked = stage.uses(BEN, CHANNEL, "compare", &options);
    let unclear = stage.hears_on(asked).await.privately().says("Which one");
    let labels: Vec<String> = unclear
        .options()
        .iter()
        .map(|(label, _)| (*label).to_owned())
        .collect();
    assert_eq!(labels.len(), 2);
    let chosen = stage.chooses(BEN, CHANNEL, &unclear, &labels[1]);
    let compared = stage.hears_on(chosen).await.privately();
    compared.says("Weaver").says("Lead potter");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn browsing_leads_from_family_to_role_to_level_and_back() {
    let mut stage = Stage::set().await;
    let asked = stage.uses(ADA, CHANNEL, "browse", &[]);
    let families = stage
        .hears_on(asked)
        .await
        .privately()
        .says("Choose a family");
    let chosen = stage.chooses(ADA, CHANNEL, &families, "Craft");
    let roles = stage.hears_on(chosen).await.says("2 roles");
    assert_eq!(roles.answer_type(), 7);
    let roles = roles.stays_private();
    let chosen = stage.chooses(ADA, CHANNEL, &roles, "Potter");
    let levels = stage
        .hears_on(chosen)
        .await
        .says("2 levels")
        .stays_private();
    let chosen = stage.chooses(ADA, CHANNEL, &levels, "Lead potter");
    let level = stage
        .hears_on(chosen)
        .await
        .says("invent glazes")
        .stays_private();
    let pressed = stage.presses(ADA, CHANNEL, &level, "Back to browsing");
    let levels = stage
        .hears_on(pressed)
        .await
        .says("2 levels")
        .stays_private();
    let pressed = stage.presses(ADA, CHANNEL, &levels, "Back");
    let roles = stage
        .hears_on(pressed)
        .await
        .says("2 roles")
        .stays_private();
    let pressed = stage.presses(ADA, CHANNEL, &roles, "Back");
    stage.hears_on(pressed).await.says("Choose a family");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_works_after_a_restart_and_after_a_reload() {
    let mut stage = Stage::set().await;
    let answer = private_role(&mut stage, "Potter").await;
    stage.bot_stops().await;
    // The files come in another order, and there is one role more.
    let text = "Craft role: Baker\nRole level: Baker\n- bakes\n";
    std::fs::write(stage.folder.path().join("A baker.txt"), text).expect("it can be written");
    stage.bot_starts();
    stage
        .fake
        .until("it is back", |seen| seen.identified == 2)
        .await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Skills in full");
    stage.hears_on(pressed).await.says("Glazing");
    let text = "Craft role: Abbot\nRole level: Abbot\n- prays\n";
    std::fs::write(stage.folder.path().join("Abbot.txt"), text).expect("it can be written");
    stage.reloads("3 roles", "4 roles").await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Its levels");
    stage.hears_on(pressed).await.says("Lead potter");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outdated_button_says_so_kindly() {
    let mut stage = Stage::set().await;
    let answer = private_role(&mut stage, "Potter").await;
    for file in ["Potter.txt", "Lead potter.txt"] {
        std::fs::remove_file(stage.folder.path().join(file)).expect("it is there");
    }
    stage.reloads("2 roles", "1 role").await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Its levels");
    stage
        .hears_on(pressed)
        .await
        .privately()
        .says("from an earlier state");
    for id in [
        "0old",
        "9g0.ro.x",
        "",
        "1g0.ro.AAAAAAAAAAA",
        "1g99999999999999999999.ll",
    ] {
        let data = json!({"component_type": 2, "custom_id": id});
        let pressed = stage.touches(ADA, CHANNEL, &answer, &data);
        stage.hears_on(pressed).await.privately().says("Ask again");
    }
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_in_too_many_words_for_a_button_is_told_so_and_has_no_dead_one() {
    let mut stage = Stage::set().await;
    let mut text = "Craft role: Sailmaker\nRole level: Sailmaker\n".to_owned();
    let sails = [
        "jibs",
        "spinnakers",
        "topsails",
        "staysails",
        "lugsails",
        "mainsails",
    ];
    for sail in sails {
        writeln!(text, "Skill: Sewing {sail}").expect("it is text");
        for part in 0..4 {
            let line = "- sew them from canvas, linen, cotton, hemp, nylon and old flags";
            let rest = "for those who go to sea and for those who only look at it, ".repeat(2);
            writeln!(text, "{line}, {rest} by the rule {part}").expect("it is text");
        }
    }
    std::fs::write(stage.folder.path().join("Sailmaker.txt"), text).expect("it can be written");
    stage.reloads("2 roles", "3 roles").await;
    let ask = |words: &str| [("question", json!(words)), ("private", json!(true))];

    let short = ask("which skills are about canvas?");
    let asked = stage.uses(ADA, CHANNEL, "ask", &short);
    let first = stage.hears_on(asked).await.privately();
    assert!(first.text().contains("Page 1 of"), "{}", first.text());
    let pressed = stage.presses(ADA, CHANNEL, &first, "Next page");
    stage.hears_on(pressed).await.says("Page 2 of");

    let long = "which skills are about sewing canvas, linen, cotton, hemp, nylon and old flags by \
                the rules, all of them?";
    let asked = stage.uses(ADA, CHANNEL, "ask", &ask(long));
    let only = stage.hears_on(asked).await.privately();
    let only = only
        .says("Page 1 of")
        .says("Ask again in one short question");
    for dead in [
        "Next page",
        "Previous page",
        "Share to channel",
        "Ask a follow-up",
    ] {
        assert!(!only.buttons().contains(&dead), "{:?}", only.buttons());
    }
    // What is left leads somewhere.
    let chosen = stage.chooses(ADA, CHANNEL, &only, "Sewing jibs");
    stage.hears_on(chosen).await.says("by the rule 3");
    stage.ends().await;
}
