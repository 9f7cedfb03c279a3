//! `/browse`: from family to role to level by menus, with a way back.

use super::custom_id::{self, Doing};
use super::library::Library;
use super::link::Link;
use super::message::{Choosable, Component, Embed, Message, Row};
use super::{limits, markup};
use crate::framework::{FamilyId, RoleId};
use crate::question::Question;
use crate::render::discord as wording;

/// A place in the menus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Menu {
    /// The families.
    Families,
    /// The roles of one.
    Family(FamilyId),
    /// The levels of a role.
    Role(RoleId),
}

/// Something to choose in a menu.
struct Entry {
    name: String,
    note: String,
    leads: (Doing, Question),
}

impl Menu {
    /// The menu that a button names.
    pub(super) fn of(question: &Question) -> Option<Self> {
        if let Question::ListFamilies = question {
            Some(Self::Families)
        } else if let Question::ListRoles(Some(family)) = question {
            Some(Self::Family(*family))
        } else if let Question::Role(role) = question {
            Some(Self::Role(*role))
        } else {
            None
        }
    }

    fn question(self) -> Question {
        match self {
            Self::Families => Question::ListFamilies,
            Self::Family(family) => Question::ListRoles(Some(family)),
            Self::Role(role) => Question::Role(role),
        }
    }

    /// The menu that leads here.
    fn above(self, library: &Library) -> Option<Self> {
        match self {
            Self::Families => None,
            Self::Family(_) => Some(Self::Families),
            Self::Role(role) => Some(Self::Family(library.framework().role(role).family())),
        }
    }

    /// The menu as a message. More entries than a select takes are on further
    /// pages; a page past the last is the last.
    pub(super) fn message(self, library: &Library, page: usize) -> Message {
        let framework = library.framework();
        let entries = self.entries(library);
        let pages = entries.len().div_ceil(limits::OPTIONS).max(1);
        let page = page.min(pages - 1);
        let id = |doing, page, question: &Question| {
            custom_id::write(framework, doing, page, &Link::Asked(question.clone()))
        };
        let options: Vec<Choosable> = entries
            .iter()
            .skip(page * limits::OPTIONS)
            .take(limits::OPTIONS)
            .filter_map(|entry| {
                Some(Choosable {
                    label: limits::fit(&entry.name, limits::OPTION),
                    value: id(entry.leads.0, 0, &entry.leads.1)?,
                    description: limits::fit(&entry.note, limits::OPTION),
                })
            })
            .collect();
        let said = self.said(library, entries.len());
        let mut rows = Vec::new();
        if !options.is_empty() {
            let select = Component::select(custom_id::CHOICE.to_owned(), &said, options);
            rows.push(Row::new(vec![select]));
        }
        let here = self.question();
        let mut moves = Vec::new();
        let mut add = |label, id: Option<String>| {
            moves.extend(id.map(|id| Component::button(label, id)));
        };
        if page > 0 {
            add(
                wording::button_previous_page(),
                id(Doing::Browse, page - 1, &here),
            );
        }
        if page + 1 < pages {
            add(
                wording::button_next_page(),
                id(Doing::Browse, page + 1, &here),
            );
        }
        if let Some(above) = self.above(library) {
            add(
                wording::button_back(),
                id(Doing::Browse, 0, &above.question()),
            );
        }
        if !moves.is_empty() {
            rows.push(Row::new(moves));
        }
        let embed = Embed {
            title: wording::title_browse().to_owned(),
            description: limits::fit(&markup::plain(&said), limits::DESCRIPTION),
            ..Embed::default()
        };
        Message::new(embed, rows)
    }

    fn said(self, library: &Library, entries: usize) -> String {
        let framework = library.framework();
        match self {
            Self::Families => wording::browse_families().to_owned(),
            Self::Family(family) => wording::browse_roles(framework.family(family).name(), entries),
            Self::Role(role) => {
                wording::browse_levels(framework.role(role).name(), entries.saturating_sub(1))
            }
        }
    }

    fn entries(self, library: &Library) -> Vec<Entry> {
        let framework = library.framework();
        match self {
            Self::Families => framework
                .families()
                .iter()
                .map(|family| Entry {
                    name: family.name().to_owned(),
                    note: String::new(),
                    leads: (Doing::Browse, Question::ListRoles(Some(family.id()))),
                })
                .collect(),
            Self::Family(family) => framework
                .roles_of(family)
                .map(|role| Entry {
                    name: role.name().to_owned(),
                    note: String::new(),
                    leads: (Doing::Browse, Question::Role(role.id())),
                })
                .collect(),
            Self::Role(role) => {
                let whole = Entry {
                    name: framework.role(role).name().to_owned(),
                    note: wording::the_role_as_a_whole().to_owned(),
                    leads: (Doing::Open, Question::Role(role)),
                };
                let levels = framework.levels_of(role).map(|level| Entry {
                    name: level.name().to_owned(),
                    note: String::new(),
                    leads: (Doing::Open, Question::Level(level.id())),
                });
                std::iter::once(whole).chain(levels).collect()
            }
        }
    }
}
