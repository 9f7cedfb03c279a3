//! The released program, unchanged, against the fake.
#![cfg(unix)]

use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use super::fake::{TOKEN, Trouble};
use super::gateway::Order;
use super::heard::To;
use super::payload;
use super::record::MOST_TALKATIVE;
use super::stage::{ADA, BEN, CHANNEL, Setup, Stage};

fn waymark(stage: &Stage, config: &str) -> Command {
    waymark_with(stage, config, "")
}

/// The program, with more in its config: keys before the first table, and keys
/// under `[discord]`.
fn waymark_with(stage: &Stage, config: &str, discord: &str) -> Command {
    let file = stage.folder.path().join("..").join(format!(
        "{}.toml",
        stage.folder.path().file_name().expect("a name").display()
    ));
    let config = format!(
        "framework = \"{}\"\n{config}\n[discord]\napi_base = \"{}\"\n{discord}\n",
        stage.folder.path().display(),
        stage.fake.base()
    );
    std::fs::write(&file, config).expect("it can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_waymark"));
    command
        .env_remove("WAYMARK_FRAMEWORK")
        .env_remove("RUST_LOG")
        .env("DISCORD_TOKEN", TOKEN)
        .arg("--config")
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts the program, and waits until it is connected.
async fn connected(stage: &Stage, command: &mut Command) -> Child {
    let child = command.spawn().expect("the program starts");
    let fake = &stage.fake;
    fake.until("it identifies", |seen| seen.identified == 1)
        .await;
    child
}

/// Sends a signal.
fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    let sent = Command::new("kill").args([name, &pid]).status();
    assert!(sent.expect("`kill` runs").success());
}

/// Waits for the end; exit code and what was written to standard error, in which
/// nothing may stand that is in no log.
async fn ended(stage: &Stage, mut child: Child) -> (Option<i32>, String) {
    let waiting = tokio::task::spawn_blocking(move || {
        let mut log = String::new();
        child
            .stderr
            .take()
            .expect("it is piped")
            .read_to_string(&mut log)
            .expect("it is text");
        (child.wait().expect("it ends").code(), log)
    });
    let (code, log) = waiting.await.expect("waiting does not panic");
    stage.fake.inner().record.holds_nothing_of(&log);
    (code, log)
}

#[tokio::test(flavor = "multi_thread")]
async fn its_log_at_its_most_talkative_holds_no_word_no_id_and_no_token() {
    let mut stage = Stage::unconnected(Setup::default(), |_| {}).await;
    let mut command = waymark(&stage, &format!("log = \"{MOST_TALKATIVE}\""));
    let child = connected(&stage, command.arg("run")).await;
    // Everything that can be said, and everything that can go wrong with it.
    stage.mentions(ADA, CHANNEL, "canary what does a weaver do?");
    stage.hears().await;
    let asked = stage.uses(BEN, CHANNEL, "role", &[("role", json!("canary weaver"))]);
    stage.hears_on(asked).await;
    let asked = stage.uses(BEN, CHANNEL, "role", &[("role", json!("Weaver"))]);
    let answer = stage.hears_on(asked).await;
    let pressed = stage.presses(ADA, CHANNEL, &answer, "Ask a follow-up");
    let window = stage.hears_on(pressed).await;
    let sent = stage.submits(ADA, CHANNEL, &window, &answer, "canary and the senior one?");
    stage.hears_on(sent).await;
    let asked = stage.looks_up(ADA, CHANNEL, "canary weaver");
    stage.hears_on(asked).await;
    let typed = stage.types(ADA, CHANNEL, "role", &[("role", "canary")]);
    stage.hears_on(typed).await;
    let troubles = [
        Trouble::Status(429, Some(0.1)),
        Trouble::Status(500, None),
        Trouble::Code(403, 50_013),
    ];
    for trouble in troubles {
        stage.fake.inner().troubles.push_back(trouble);
        stage.mentions(ADA, CHANNEL, "canary what does a weaver do?");
        stage.until_had().await;
    }
    for _ in 0..2 {
        assert!(matches!(stage.hears().await.to, To::Channel(_)));
    }
    let broken = json!({"id": stage.fake.id().to_string(), "content": "canary", "author": payload::user(ADA.id, false)});
    stage.fake.dispatch("MESSAGE_CREATE", broken);
    stage.fake.orders(Order::Send("{\"canary\": ".to_owned()));
    stage
        .fake
        .orders(Order::Send(json!({"op": 7, "d": null}).to_string()));
    stage
        .fake
        .until("it is back", |seen| seen.resumed + seen.identified >= 2)
        .await;
    signal(&child, "-HUP");
    stage.mentions(ADA, CHANNEL, "canary what does a weaver do?");
    stage.hears().await;
    signal(&child, "-TERM");
    let start = Instant::now();
    let (code, log) = ended(&stage, child).await;
    assert!(start.elapsed() < Duration::from_secs(8));
    assert_eq!(code, Some(0), "{log}");
    assert!(
        log.contains("ready") && log.contains("framework reloaded"),
        "{log}"
    );
    stage.nothing_is_left();
}

#[tokio::test(flavor = "multi_thread")]
async fn its_token_can_come_from_a_file_and_ctrl_c_ends_it() {
    let mut stage = Stage::unconnected(Setup::default(), |_| {}).await;
    // The file's path counts from the config, which is in the folder above.
    let folder = stage.folder.path().file_name().expect("a name");
    let folder = folder.display().to_string();
    let token = stage.folder.path().join("token.secret");
    std::fs::write(token, format!("{TOKEN}\n")).expect("it can be written");
    let log = "log = \"info\"";
    let discord = format!("token_file = \"{folder}/token.secret\"");
    let mut command = waymark_with(&stage, log, &discord);
    let child = connected(&stage, command.arg("run").env_remove("DISCORD_TOKEN")).await;
    stage.mentions(ADA, CHANNEL, "what does a weaver do?");
    stage.hears().await.says("weaver");
    signal(&child, "-INT");
    let start = Instant::now();
    let (code, log) = ended(&stage, child).await;
    assert!(start.elapsed() < Duration::from_secs(8));
    assert_eq!(code, Some(0), "{log}");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_discord_refuses_ends_it_with_a_word_on_what_to_do() {
    let stage = Stage::unconnected(Setup::default(), |_| {}).await;
    let mut command = waymark(&stage, "");
    let child = command
        .arg("run")
        .env("DISCORD_TOKEN", "canary-wrong")
        .spawn();
    let (code, log) = ended(&stage, child.expect("the program starts")).await;
    assert_eq!(code, Some(2));
    assert!(
        log.contains("make a new one") && !log.contains("canary"),
        "{log}"
    );
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_it_says_in_three_lines_how_to_get_one() {
    let stage = Stage::unconnected(Setup::default(), |_| {}).await;
    let mut command = waymark(&stage, "");
    let child = command.arg("run").env_remove("DISCORD_TOKEN").spawn();
    let (code, log) = ended(&stage, child.expect("the program starts")).await;
    assert_eq!(code, Some(2));
    assert_eq!(log.trim().lines().count(), 3, "{log}");
    assert!(log.contains("DISCORD_TOKEN"), "{log}");
    stage.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_invitation_asks_for_what_is_needed_and_a_config_is_checked() {
    let stage = Stage::unconnected(Setup::default(), |_| {}).await;
    let told = waymark(&stage, "").args(["invite", "42"]).output();
    let told = told.expect("the program runs");
    let link = String::from_utf8(told.stdout).expect("it is text");
    assert!(
        link.contains("client_id=42") && link.contains("permissions=274877991936"),
        "{link}"
    );
    for (wrong, hint) in [
        ("[http]\nlistn = \"\"", "`listen`"),
        ("[http]\nlisten = \"here\"", "socket address"),
    ] {
        let child = waymark(&stage, wrong).arg("check").spawn();
        let (code, log) = ended(&stage, child.expect("the program starts")).await;
        assert_eq!(code, Some(2), "{log}");
        assert!(log.contains(hint), "{log}");
    }
    stage.ends().await;
}
