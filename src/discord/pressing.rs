//! What a pressed button leads to.

use super::custom_id::{self, CustomId, Doing};
use super::library::Library;
use super::link::{Link, Outdated};
use super::menu::Menu;
use super::message::{Component, Message, Modal, Row};
use super::present::{Shown, View};
use super::reply::{Desk, Replied, Reply};
use crate::framework::RoleId;
use crate::question::Question;
use crate::render::discord as wording;

impl Desk<'_> {
    /// Replies to a button, given its id.
    pub(super) fn press(&self, id: &str) -> Replied {
        let pressed: Result<CustomId, Outdated> = custom_id::read(&self.library.directory, id);
        let Ok(CustomId { doing, page, link }) = pressed else {
            return self.outdated();
        };
        if doing == Doing::FollowUp {
            return Replied::uncounted(Reply::Open(window(id)));
        }
        if doing == Doing::Browse {
            let menu = match &link {
                Link::Asked(question) => Menu::of(question),
                Link::Words(_) => None,
            };
            let menu = menu.unwrap_or(Menu::Families).message(self.library, page);
            return Replied::uncounted(self.in_place(menu));
        }
        let reading = self.reading(link);
        let shown = Shown::new(self.library, &reading);
        if doing != Doing::Share {
            self.remember(&shown);
        }
        let is_alone = self.request.is_private || self.request.asker.is_direct;
        let is_shareable = self.request.is_private && !self.request.asker.is_direct;
        let view = View {
            sheet: page,
            can_share: is_shareable || !is_alone,
            from_menu: None,
        };
        let reply = match doing {
            Doing::Turn => self.in_place(shown.message(view)),
            Doing::Open => self.in_place(shown.message(View {
                from_menu: menu_of(self.library, &reading.question),
                ..view
            })),
            // Only the one who sees a private message can press its button.
            Doing::Share if self.request.is_private => Reply::Say(shown.message(View {
                can_share: false,
                ..view
            })),
            Doing::Go | Doing::Share | Doing::FollowUp | Doing::Browse => {
                let message = shown.message(view);
                Reply::Say(
                    if self.request.asker.is_direct && !self.request.is_private {
                        message
                    } else {
                        message.private()
                    },
                )
            }
        };
        Replied {
            reply,
            kind: Some(shown.answer.kind),
        }
    }

    /// A message in the place of the one whose button was pressed, if nobody
    /// else reads that; else beside it, for the one who pressed.
    fn in_place(&self, message: Message) -> Reply {
        if self.request.is_private || self.request.asker.is_direct {
            Reply::Update(message)
        } else {
            Reply::Say(message.private())
        }
    }
}

/// The role in whose menu the answer to a question stands.
fn menu_of(library: &Library, question: &Question) -> Option<RoleId> {
    if let Question::Role(role) = question {
        Some(*role)
    } else if let Question::Level(level) = question {
        Some(library.framework().level(*level).role())
    } else {
        None
    }
}

/// The window for a follow-up; its id is that of the button that opened it.
fn window(id: &str) -> Modal {
    Modal {
        custom_id: id.to_owned(),
        title: wording::modal_title().to_owned(),
        components: vec![Row::new(vec![Component::input(wording::modal_label())])],
    }
}
