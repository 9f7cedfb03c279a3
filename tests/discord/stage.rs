//! A conversation: people, a place, and the bot. What people do is in `deeds`; what
//! the bot sends is heard, all of it: what nobody listened to fails the test, and
//! so does a word of theirs or an id in the log.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use waymark::config::Discord;
use waymark::discord::{Fault, Patience, Service, Token, Wishes, serve};
use waymark::guide::Guide;

use super::fake::{Fake, TOKEN};
use super::heard::{Heard, To};
use super::payload::{LEAD_POTTERS, MODERATORS, Person, Place, WEAVERS};

pub(crate) const ADA: Person = Person {
    id: 4_000_000_000_000_000_001,
    is_bot: false,
    role: None,
};
pub(crate) const BEN: Person = Person {
    id: 4_000_000_000_000_000_002,
    is_bot: false,
    role: Some(WEAVERS),
};
pub(crate) const CHANNEL: Place = Place::Channel(5_000_000_000_000_000_001);
pub(crate) const OTHER_CHANNEL: Place = Place::Channel(5_000_000_000_000_000_002);
pub(crate) const DIRECT: Place = Place::Direct(5_000_000_000_000_000_003);
pub(crate) const GROUP: Place = Place::Group(5_000_000_000_000_000_004);

/// How long a test waits for the bot before it fails.
const SOON: Duration = Duration::from_secs(20);

/// What a test sets up.
pub(crate) struct Setup {
    pub(crate) discord: Discord,
    pub(crate) patience: Patience,
    pub(crate) framework: Option<PathBuf>,
    pub(crate) health: bool,
}

/// The bot and its Discord.
pub(crate) struct Stage {
    pub(crate) fake: Fake,
    hearing: mpsc::UnboundedReceiver<Heard>,
    bot: Option<JoinHandle<Result<(), Fault>>>,
    pub(crate) wishes: mpsc::Sender<Wishes>,
    pub(crate) folder: TempDir,
    pub(crate) health: Option<std::net::SocketAddr>,
    setup: Setup,
    has_ended: bool,
}

impl Default for Setup {
    fn default() -> Self {
        let number = |number| std::num::NonZeroU32::new(number).expect("not zero");
        Self {
            discord: Discord {
                person_per_minute: number(100_000),
                channel_per_minute: number(100_000),
                ..Discord::default()
            },
            patience: Patience::default(),
            framework: None,
            health: false,
        }
    }
}

/// The framework of most conversations: two roles, with ladders.
pub(crate) fn write_framework(folder: &Path) {
    let level = |role: &str, level: &str, more: &str| {
        let text = format!(
            "Craft role: {role}\n- A {} makes things.\nIn this role, you will:\n- choose the material\n\
             Role level: {level}\n- A {} knows the craft.\nAt this role level, you will:\n- finish *every* piece\n{more}",
            role.to_lowercase(),
            level.to_lowercase()
        );
        std::fs::write(folder.join(format!("{level}.txt")), text).expect("it can be written");
    };
    let loom = "Skill: Loom setting\n- set a loom up alone\nSkill: Colour theory\n- mix colours\n";
    level(
        "Weaver",
        "Junior weaver",
        "Skill: Loom setting\n- help to set a loom up\n",
    );
    level("Weaver", "Weaver", loom);
    level(
        "Weaver",
        "Senior weaver",
        &format!("{loom}Skill: Teaching\n- teach others\n"),
    );
    level(
        "Potter",
        "Potter",
        "Skill: Glazing\n- glaze @everyone a pot\n",
    );
    level(
        "Potter",
        "Lead potter",
        "Skill: Glazing\n- invent glazes\nSkill: Teaching\n- teach others\n",
    );
    std::fs::write(
        folder.join("framework.toml"),
        "title = \"The crafts\"\nlicence = \"CC0\"\n[links]\nrole = \"https://crafts.example/{name}\"\n",
    )
    .expect("it can be written");
}

impl Stage {
    /// A connected bot.
    pub(crate) async fn set() -> Self {
        Self::with(Setup::default(), |_| {}).await
    }

    /// A connected bot that was set up in some way, on a Discord that was.
    pub(crate) async fn with(setup: Setup, prepare: impl FnOnce(&Fake)) -> Self {
        let mut stage = Self::unconnected(setup, prepare).await;
        stage.bot_starts();
        stage
            .fake
            .until("the bot identifies", |seen| seen.identified == 1)
            .await;
        stage
    }

    /// Everything but the bot.
    pub(crate) async fn unconnected(setup: Setup, prepare: impl FnOnce(&Fake)) -> Self {
        let (fake, hearing) = Fake::start().await;
        fake.inner().roles = vec![
            (WEAVERS, "Weaver"),
            (LEAD_POTTERS, "Lead potter"),
            (MODERATORS, "Moderators"),
        ];
        prepare(&fake);
        let folder = tempfile::tempdir().expect("a folder");
        write_framework(folder.path());
        Self {
            fake,
            hearing,
            bot: None,
            wishes: mpsc::channel(1).0,
            folder,
            health: None,
            setup,
            has_ended: false,
        }
    }

    /// Starts the bot, for the first time or again.
    pub(crate) fn bot_starts(&mut self) {
        let folder = self.setup.framework.clone();
        let folder = folder.unwrap_or_else(|| self.folder.path().to_owned());
        let guide = Guide::load(&folder)
            .expect("the framework can be loaded")
            .guide;
        let (wishes, heeded) = mpsc::channel(8);
        self.wishes = wishes;
        let listener = self.setup.health.then(|| {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
            listener.set_nonblocking(true).expect("it can be");
            self.health = listener.local_addr().ok();
            listener
        });
        let service = Service {
            folder,
            discord: Discord {
                api_base: Some(self.fake.base()),
                ..self.setup.discord.clone()
            },
            listener,
            patience: self.setup.patience,
        };
        self.bot = Some(tokio::spawn(async move {
            let token = Token::new(TOKEN).expect("it is one");
            serve(guide, &token, service, heeded).await
        }));
    }

    /// Waits until the bot has ended by itself.
    pub(crate) async fn bot_ends(&mut self) -> Result<(), Fault> {
        let bot = self.bot.take().expect("it was started");
        tokio::time::timeout(SOON, bot)
            .await
            .expect("the bot ends")
            .expect("the bot does not panic")
    }

    /// Has the framework read again, and waits until the bot tells of the new
    /// one.
    pub(crate) async fn reloads(&mut self, before: &str, after: &str) {
        self.wishes
            .send(Wishes::Reload)
            .await
            .expect("the bot listens");
        loop {
            let asked = self.uses(ADA, GROUP, "about", &[]);
            let about = self.hears_on(asked).await.text();
            if about.contains(&format!(" {after},")) {
                return;
            }
            assert!(about.contains(&format!(" {before},")), "{about}");
            tokio::task::yield_now().await;
        }
    }

    /// Waits until the bot has taken in what the server's roles are called.
    pub(crate) async fn knows_the_roles(&mut self) {
        let waiting = async {
            loop {
                let typed = self.types(BEN, CHANNEL, "next", &[("from", "")]);
                let offered = self.hears_on(typed).await;
                if offered.offers()[0].0.contains("your Discord role") {
                    return;
                }
            }
        };
        tokio::time::timeout(SOON, waiting)
            .await
            .expect("it learns them");
    }

    /// Waits until the trouble that was prepared has been had.
    pub(crate) async fn until_had(&self) {
        let waiting = async {
            while !self.fake.inner().troubles.is_empty() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(SOON, waiting)
            .await
            .expect("trouble comes");
    }

    /// Stops the bot, as a service manager does.
    pub(crate) async fn bot_stops(&mut self) {
        self.wishes
            .send(Wishes::Leave)
            .await
            .expect("the bot listens");
        self.bot_ends().await.expect("it was told to leave");
    }

    /// The end of a conversation: the bot leaves, nothing may be left that nobody
    /// heard, and the log may tell nothing.
    pub(crate) async fn ends(mut self) {
        if self.bot.is_some() {
            self.bot_stops().await;
        }
        self.nothing_is_left();
    }

    #[track_caller]
    pub(crate) fn nothing_is_left(&mut self) {
        if let Ok(heard) = self.hearing.try_recv() {
            panic!("nobody listened to this: {}", heard.body);
        }
        let log = self.log();
        let inner = self.fake.inner();
        assert!(inner.astray.is_empty(), "{:?}", inner.astray);
        assert!(inner.troubles.is_empty(), "not all trouble was had");
        inner.record.holds_nothing_of(&log);
        self.has_ended = true;
    }

    /// What was logged since the conversation began, in this one and in others.
    fn log(&self) -> String {
        self.fake.inner().record.log()
    }

    /// What any bot sends next.
    pub(crate) async fn hears_anything(&mut self) -> Heard {
        tokio::time::timeout(SOON, self.hearing.recv())
            .await
            .unwrap_or_else(|_| panic!("the bot says nothing; its log:\n{}", self.log()))
            .expect("the fake lives")
    }

    /// What the bot sends next. Whatever it is, it pings nobody.
    pub(crate) async fn hears(&mut self) -> Heard {
        let heard = self.hears_anything().await;
        if ![8, 9].contains(&heard.answer_type()) {
            let allowed = &heard.message()["allowed_mentions"];
            assert_eq!(*allowed, json!({"parse": [], "replied_user": false}));
        }
        heard
    }

    /// What the bot answers to one interaction.
    pub(crate) async fn hears_on(&mut self, interaction: u64) -> Heard {
        let heard = self.hears().await;
        assert_eq!(heard.to, To::Interaction(interaction), "{}", heard.body);
        heard
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        assert!(
            self.has_ended || std::thread::panicking(),
            "a conversation has to end, so that it is looked at what is left"
        );
    }
}
