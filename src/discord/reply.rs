//! What a person gets for what they did. [`reply`] is pure but for what it
//! remembers: no network, no clock, no client library.

use std::sync::Arc;
use std::time::Instant;

use super::custom_id;
use super::library::Library;
use super::link::Link;
use super::menu::Menu;
use super::message::{Message, Modal, Offer};
use super::named::{self, Named};
use super::own_pages;
use super::present::{Shown, View, reading_of};
use super::request::{Act, Request, Surface};
use super::state::State;
use crate::framework::LevelId;
use crate::question::{Context, Courtesy, Kind, Position, Question, Reading, Subject, Wanted};
use crate::render::discord as wording;

/// What is sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reply {
    /// A new message.
    Say(Message),
    /// The message whose button was pressed, as it is to be from now on.
    Update(Message),
    /// A window.
    Open(Modal),
    /// Names for somebody who types.
    Offer(Vec<Offer>),
}

/// What is sent, and how it is counted.
pub(super) struct Replied {
    /// What is sent.
    pub(super) reply: Reply,
    /// The kind of the answer, where it is one.
    pub(super) kind: Option<Kind>,
}

impl Replied {
    pub(super) fn uncounted(reply: Reply) -> Self {
        Self { reply, kind: None }
    }
}

/// Replies to what a person did.
pub(super) fn reply(state: &State, request: &Request, now: Instant) -> Replied {
    let library = state.library();
    let desk = Desk {
        state,
        library: &library,
        request,
        now,
    };
    match &request.act {
        Act::Ask { words, after } => desk.ask(words, after.as_deref()),
        Act::Role { role, level } => desk.role(role, level.as_deref()),
        Act::Skill { skill, at } => desk.skill(skill, at.as_deref()),
        Act::Compare { first, second } => desk.compare(first.as_deref(), second),
        Act::Next { from, to } => desk.next(from.as_deref(), to.as_deref()),
        Act::Browse => {
            let menu = Menu::Families.message(&library, 0);
            Replied::uncounted(Reply::Say(menu.private()))
        }
        Act::Help => {
            let reading = reading_of(Question::Help(Courtesy::Abilities));
            let mut shown = Shown::new(&library, &reading);
            own_pages::add_ways_to_ask(&mut shown.page);
            desk.show(&shown)
        }
        Act::About => desk.own_page(own_pages::about(&library)),
        Act::Privacy => desk.own_page(own_pages::privacy()),
        Act::LookUp { text } => Replied::uncounted(Reply::Say(own_pages::look_up(&library, text))),
        Act::Press { id } => desk.press(id),
        Act::Type { field, typed, role } => {
            let offers = named::offers(&library, &request.asker, *field, typed, role.as_deref());
            Replied::uncounted(Reply::Offer(offers))
        }
        Act::Unknown => desk.outdated(),
    }
}

/// One request, and all that it takes to reply to it.
pub(super) struct Desk<'a> {
    state: &'a State,
    pub(super) library: &'a Arc<Library>,
    pub(super) request: &'a Request,
    now: Instant,
}

impl Desk<'_> {
    /// Words, with what was said before them.
    fn ask(&self, words: &str, after: Option<&str>) -> Replied {
        let context = after
            .and_then(|id| self.context_of(id))
            .unwrap_or_else(|| self.recall());
        let reading = self.library.guide.understand(&context, words);
        self.show(&Shown::new(self.library, &reading))
    }

    fn recall(&self) -> Context {
        let memory = self.state.memory();
        memory.recall(self.whose(), &self.library.directory, self.now)
    }

    fn whose(&self) -> (u64, u64) {
        (self.request.asker.person, self.request.asker.channel)
    }

    /// What a message was about, from the button under it.
    fn context_of(&self, id: &str) -> Option<Context> {
        let id = custom_id::read(&self.library.directory, id).ok()?;
        let reading = self.reading(id.link);
        let answer = crate::answer::answer(self.library.framework(), &reading);
        Some(answer.context())
    }

    pub(super) fn reading(&self, link: Link) -> Reading {
        match link {
            Link::Asked(question) => reading_of(question),
            Link::Words(words) => self.library.guide.understand(&Context::default(), &words),
        }
    }

    fn role(&self, role: &str, level: Option<&str>) -> Replied {
        let resolved = match level {
            Some(level) => named::level_of(self.library, role, level),
            None => named::place(self.library, &self.request.asker, role),
        };
        match resolved {
            Ok(named) => self.answer(Question::about(named.value.into()), [named.reading]),
            Err(unclear) => self.unclear(&unclear, None),
        }
    }

    fn skill(&self, skill: &str, at: Option<&str>) -> Replied {
        let skill = match named::skill(self.library, skill) {
            Ok(named) => named,
            Err(unclear) => return self.unclear(&unclear, None),
        };
        let Some(at) = at else {
            return self.answer(Question::Skill(skill.value), [skill.reading]);
        };
        match named::place(self.library, &self.request.asker, at) {
            Ok(at) => self.answer(
                Question::SkillAtLevel(skill.value, at.value),
                [skill.reading, at.reading],
            ),
            Err(unclear) => self.unclear(
                &unclear,
                Some(Wanted::before(
                    Kind::SkillAtLevel,
                    Subject::Skill(skill.value),
                )),
            ),
        }
    }

    fn compare(&self, first: Option<&str>, second: &str) -> Replied {
        let place = |text| named::place(self.library, &self.request.asker, text);
        let (first, second) = match (place(first.unwrap_or(named::OWN)), place(second)) {
            (Ok(first), Ok(second)) => (first, second),
            (Err(unclear), Ok(second)) => {
                let wanted = Wanted::before(Kind::Compare, second.value);
                return self.unclear(&unclear, Some(wanted));
            }
            (Ok(first), Err(unclear)) => {
                let wanted = Wanted::behind(Kind::Compare, first.value);
                return self.unclear(&unclear, Some(wanted));
            }
            (Err(unclear), Err(_)) => return self.unclear(&unclear, None),
        };
        let question = Question::Compare(first.value, second.value);
        self.answer(question, [first.reading, second.reading])
    }

    fn next(&self, from: Option<&str>, to: Option<&str>) -> Replied {
        let place = |text| named::place(self.library, &self.request.asker, text);
        let to = match to.map(place).transpose() {
            Ok(to) => to,
            Err(unclear) => {
                let from = place(from.unwrap_or(named::OWN)).ok();
                let wanted = from.map(|from| Wanted::behind(Kind::Progression, from.value));
                return self.unclear(&unclear, wanted);
            }
        };
        let target = to.as_ref().map(|to| to.value);
        match place(from.unwrap_or(named::OWN)) {
            Ok(from) => {
                let question = Question::Progression(from.value, target);
                let readings = [from.reading, to.and_then(|to| to.reading)];
                self.answer(question, readings)
            }
            Err(unclear) => {
                let wanted = Wanted {
                    beside: target.map(Position::into_subject),
                    ..Kind::Progression.into()
                };
                self.unclear(&unclear, Some(wanted))
            }
        }
    }

    /// The answer to a question whose names were given one by one.
    fn answer(
        &self,
        question: Question,
        readings: impl IntoIterator<Item = Option<Named>>,
    ) -> Replied {
        let mut reading = reading_of(question);
        let mut own = Vec::new();
        for named in readings.into_iter().flatten() {
            match named {
                Named::Read(corrections) => reading.corrections.extend(corrections),
                Named::Own(level) => own.push(level),
            }
        }
        let mut shown = Shown::new(self.library, &reading);
        if let Some(level) = own.first() {
            let said = wording::role_says(vec![self.level_name(*level)]);
            shown.page.corrections.insert(0, said);
        }
        self.show(&shown)
    }

    fn level_name(&self, level: LevelId) -> String {
        self.library.framework().level(level).name().to_owned()
    }

    /// A name that can't be told, or fits several things.
    fn unclear(&self, unclear: &named::Unclear, wanted: Option<Wanted>) -> Replied {
        match unclear {
            named::Unclear::Reading(reading) => {
                let mut reading = Reading::clone(reading);
                reading.wanted = wanted.or(reading.wanted);
                self.show(&Shown::new(self.library, &reading))
            }
            named::Unclear::Own(levels) if levels.is_empty() => {
                let said = Message::line(wording::name_your_level()).private();
                Replied {
                    reply: Reply::Say(said),
                    kind: Some(Kind::Clarify),
                }
            }
            named::Unclear::Own(levels) => {
                let subjects = levels.iter().map(|level| Subject::Level(*level)).collect();
                let mut reading = reading_of(Question::Clarify(subjects));
                reading.wanted = wanted;
                let mut shown = Shown::new(self.library, &reading);
                let names = levels.iter().map(|level| self.level_name(*level)).collect();
                shown.page.corrections.push(wording::role_says(names));
                self.show(&shown)
            }
        }
    }

    /// An answer where it was asked for: in the open, or to the asker alone.
    fn show(&self, shown: &Shown<'_>) -> Replied {
        let kind = shown.answer.kind;
        self.remember(shown);
        let surface = self.request.surface;
        let is_aside = matches!(kind, Kind::Clarify | Kind::NoMatch);
        let is_courtesy = matches!(
            shown.answer.reading.question,
            Question::Help(Courtesy::Thanks | Courtesy::Farewell)
        );
        let message = if surface == Surface::Mention && (is_aside || is_courtesy) {
            shown.line()
        } else if self.request.is_private || is_aside && !surface.is_message() {
            self.privately(shown, 0)
        } else {
            shown.message(View::OPEN)
        };
        Replied {
            reply: Reply::Say(message),
            kind: Some(kind),
        }
    }

    /// A sheet that only the asker sees.
    fn privately(&self, shown: &Shown<'_>, sheet: usize) -> Message {
        let view = View {
            sheet,
            can_share: !self.request.asker.is_direct,
            from_menu: None,
        };
        shown.message(view).private()
    }

    pub(super) fn remember(&self, shown: &Shown<'_>) {
        let framework = self.library.framework();
        let context = self.recall().followed_by(shown.answer.context());
        let mut memory = self.state.memory();
        memory.note(self.whose(), framework, &context, self.now);
    }

    fn own_page(&self, page: Message) -> Replied {
        let page = if self.request.is_private {
            page.private()
        } else {
            page
        };
        Replied::uncounted(Reply::Say(page))
    }

    pub(super) fn outdated(&self) -> Replied {
        let _ = self;
        let said = Message::line(wording::outdated()).private();
        Replied::uncounted(Reply::Say(said))
    }
}
