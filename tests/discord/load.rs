//! Two thousand people at once, and how fast and how big the bot is beside one
//! that only says "pong".

use std::collections::HashMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;
use serenity::all::{
    Context, CreateAllowedMentions, CreateInteractionResponse, CreateInteractionResponseMessage,
    EventHandler, GatewayIntents, Interaction,
};
use serenity::async_trait;
use serenity::http::HttpBuilder;
use waymark::framework::{Role, RoleLevel, Skill};
use waymark::guide::Guide;

use super::fake::{Fake, TOKEN};
use super::heard::To;
use super::payload::{Person, Place};
use super::stage::{Setup, Stage};
use crate::sweeps::slips::slips;

/// What the burst asks; the large framework answers all of it.
const QUESTIONS: [&str; 4] = [
    "what does a senior data engineer do?",
    "which skills cover testing?",
    "what comes after a data analyst?",
    "how do a data engineer and a data scientist differ?",
];

fn setup() -> Setup {
    let framework = std::env::var_os("WAYMARK_SWEEP").map(std::path::PathBuf::from);
    Setup {
        framework,
        ..Setup::default()
    }
}

/// Asks so many times, each by somebody else somewhere else, all at once; how
/// long the slowest took.
async fn burst(stage: &mut Stage, many: u64) -> Duration {
    let mut asked = HashMap::new();
    for at in 0..many {
        let (person, place) = somebody(at);
        let question = QUESTIONS[usize::try_from(at % 4).expect("small")];
        let now = Instant::now();
        let id = stage.uses(person, place, "ask", &[("question", json!(question))]);
        asked.insert(id, now);
    }
    let mut slowest = Duration::ZERO;
    for _ in 0..many {
        let heard = stage.hears_anything().await;
        let To::Interaction(id) = heard.to else {
            panic!("it was no message: {}", heard.body);
        };
        let when = asked.remove(&id).expect("each is answered once");
        slowest = slowest.max(when.elapsed());
    }
    assert!(asked.is_empty());
    slowest
}

/// The middle of the times from an event to its answer, one after the other.
async fn one_by_one(stage: &mut Stage, many: u64) -> Duration {
    let mut times = Vec::new();
    for at in 0..many {
        let (person, place) = somebody(at);
        let question = QUESTIONS[usize::try_from(at % 4).expect("small")];
        let now = Instant::now();
        stage.uses(person, place, "ask", &[("question", json!(question))]);
        stage.hears_anything().await;
        times.push(now.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

fn somebody(at: u64) -> (Person, Place) {
    let person = Person {
        id: 6_000_000_000_000_000_000 + at,
        is_bot: false,
        role: None,
    };
    (person, Place::Channel(7_000_000_000_000_000_000 + at))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it is run alone, by .ci/run"]
async fn two_thousand_interactions_in_a_burst_are_all_answered_in_time() {
    let mut stage = Stage::with(setup(), |_| {}).await;
    let slowest = burst(&mut stage, 2000).await;
    // A debug build beside other tests; the release build is held against the
    // three seconds below.
    assert!(slowest < Duration::from_secs(15), "{slowest:?}");
    stage.ends().await;
}

/// The variable that names the address which the bare bot connects to.
const PONG: &str = "WAYMARK_PONG";

/// A bot that answers "pong" and does nothing else.
struct Pong;

#[async_trait]
impl EventHandler for Pong {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Interaction::Command(command) = interaction {
            let nobody = CreateAllowedMentions::new().replied_user(false);
            let pong = CreateInteractionResponseMessage::new().content("pong");
            let pong = pong.allowed_mentions(nobody);
            let response = CreateInteractionResponse::Message(pong);
            command.create_response(context.http, response).await.ok();
        }
    }
}

async fn pong(base: String) {
    let http = HttpBuilder::new(TOKEN)
        .proxy(base)
        .ratelimiter_disabled(true);
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES;
    let client = serenity::client::ClientBuilder::new_with_http(http.build(), intents);
    let client = client.event_handler(Pong).await;
    client.expect("it can be built").start().await.ok();
}

/// The bare bot does what it is measured by. With the variable it is the bot as
/// a process of its own, for its memory, which the measurement ends.
#[tokio::test(flavor = "multi_thread")]
async fn a_bare_bot_says_pong() {
    if let Ok(base) = std::env::var(PONG) {
        return pong(base).await;
    }
    let mut stage = Stage::unconnected(Setup::default(), |_| {}).await;
    let bare_bot = tokio::spawn(pong(stage.fake.base()));
    let fake = stage.fake.clone();
    fake.until("the bare bot is there", |seen| seen.identified == 1)
        .await;
    let (person, place) = somebody(0);
    let asked = stage.uses(person, place, "ask", &[("question", json!(QUESTIONS[0]))]);
    // It says in more words than this project's bot that it mentions nobody.
    let heard = stage.hears_anything().await;
    assert_eq!(heard.to, To::Interaction(asked));
    assert_eq!(heard.message()["content"], "pong");
    bare_bot.abort();
    stage.nothing_is_left();
}

/// The times from somebody's typing a name with a slip to what is offered, over
/// all roles, levels and skills; sorted, with what was typed.
async fn completing(stage: &mut Stage) -> Vec<(Duration, String)> {
    let folder = setup().framework;
    let folder = folder.unwrap_or_else(|| stage.folder.path().to_owned());
    let guide = Guide::load(&folder).expect("it can be loaded").guide;
    let framework = guide.framework();
    let roles = framework.roles().iter().map(Role::name);
    let levels = framework.levels().iter().map(RoleLevel::name);
    let skills = framework.skills().iter().map(Skill::name);
    let places = roles.chain(levels).map(|name| ("role", name));
    let names: Vec<_> = places.chain(skills.map(|name| ("skill", name))).collect();
    let mut times = Vec::new();
    for (field, name) in names {
        for typed in slips(name) {
            let (person, place) = somebody(0);
            let now = Instant::now();
            let asked = stage.types(person, place, field, &[(field, typed.as_str())]);
            stage.hears_on(asked).await;
            times.push((now.elapsed(), typed));
        }
    }
    times.sort_unstable();
    times
}

/// How much memory of a process is resident, in KiB.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"));
    let status = status.expect("the system tells of processes");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.expect("it is a number")
}

/// How much memory of a bot is resident when it is there, and after a burst.
async fn memory(mut command: std::process::Command, stage: &mut Stage, fake: &Fake) -> (u64, u64) {
    let before = fake.sessions.borrow().identified;
    let mut child = command.spawn().expect("it starts");
    fake.until("it identifies", |seen| seen.identified > before)
        .await;
    // One answer first: so it has begun.
    burst(stage, 1).await;
    let at_first = resident(child.id());
    burst(stage, 2000).await;
    let memory = (at_first, resident(child.id()));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    memory
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it is run alone, by .ci/run, from a release build, with WAYMARK_SWEEP and WAYMARK_FIGURES"]
async fn figures() {
    let mut figures = String::new();
    let mut stage = Stage::with(setup(), |_| {}).await;
    let slowest = burst(&mut stage, 2000).await;
    let own = one_by_one(&mut stage, 400).await;
    let completing = completing(&mut stage).await;
    writeln!(
        figures,
        "names with slips completed: {}, median {:?}, slowest {:?}",
        completing.len(),
        completing[completing.len() / 2].0,
        completing.last()
    )
    .ok();
    stage.bot_stops().await;
    let bare_bot = tokio::spawn(pong(stage.fake.base()));
    stage
        .fake
        .until("the bare bot is there", |seen| seen.identified == 2)
        .await;
    let slowest_bare = burst(&mut stage, 2000).await;
    let bare = one_by_one(&mut stage, 400).await;
    bare_bot.abort();
    stage.nothing_is_left();
    writeln!(
        figures,
        "burst of 2,000: slowest {slowest:?}; bare bot {slowest_bare:?}"
    )
    .ok();
    let ratio = own.as_secs_f64() / bare.as_secs_f64();
    writeln!(
        figures,
        "one by one, median: {own:?}; bare bot {bare:?}; ratio {ratio:.2}"
    )
    .ok();

    let mut stage = Stage::unconnected(setup(), |_| {}).await;
    let fake = stage.fake.clone();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_waymark"));
    let config = stage.folder.path().join("config.toml");
    let text = format!(
        "[discord]\napi_base = \"{}\"\nperson_per_minute = 100000\nchannel_per_minute = 100000\n",
        fake.base()
    );
    std::fs::write(&config, text).expect("it can be written");
    let framework = setup()
        .framework
        .unwrap_or_else(|| stage.folder.path().to_owned());
    program.arg("--config").arg(config).arg("run");
    program
        .env("DISCORD_TOKEN", TOKEN)
        .env("WAYMARK_FRAMEWORK", framework);
    let own = memory(program, &mut stage, &fake).await;
    let mut program = std::process::Command::new(std::env::current_exe().expect("a path"));
    program.args(["--exact", "discord::load::a_bare_bot_says_pong"]);
    program
        .env(PONG, fake.base())
        .stdout(std::process::Stdio::null());
    let bare = memory(program, &mut stage, &fake).await;
    stage.nothing_is_left();
    writeln!(
        figures,
        "resident before and after a burst of 2,000: {own:?} KiB; bare bot {bare:?} KiB"
    )
    .ok();
    if let Some(path) = std::env::var_os("WAYMARK_FIGURES") {
        std::fs::write(path, &figures).expect("they can be written");
    }
    assert!(slowest < Duration::from_secs(3), "{figures}");
}
