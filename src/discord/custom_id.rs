//! What a button does, as it stands in its `custom_id`: the only place where the
//! state of a conversation by buttons is kept.
//!
//! An id reads `1g0.sk.KEY`: the version of this format, the doing, the page,
//! and the [`Link`]. A later format has another first character.

use super::directory::Directory;
use super::limits;
use super::link::{Link, Outdated};
use crate::framework::Framework;

/// The version of the format.
const VERSION: char = '1';

/// The id of a select: what is chosen in it is a whole id of its own.
pub(super) const CHOICE: &str = "1c";

/// What a press does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    /// Leads on to another answer.
    Go,
    /// Turns the page.
    Turn,
    /// Shows the answer to everybody in the place.
    Share,
    /// Opens the window for a follow-up.
    FollowUp,
    /// Goes through the menus.
    Browse,
    /// Leads on from the menus to an answer that leads back to them.
    Open,
}

/// A button's id, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CustomId {
    /// What it does.
    pub(super) doing: Doing,
    /// The page, from 0.
    pub(super) page: usize,
    /// Of which question.
    pub(super) link: Link,
}

impl Doing {
    const ALL: [Self; 6] = [
        Self::Go,
        Self::Turn,
        Self::Share,
        Self::FollowUp,
        Self::Browse,
        Self::Open,
    ];

    fn letter(self) -> char {
        match self {
            Self::Go => 'g',
            Self::Turn => 't',
            Self::Share => 's',
            Self::FollowUp => 'f',
            Self::Browse => 'b',
            Self::Open => 'o',
        }
    }
}

/// Writes an id; `None` where the question has none or is too long for one.
pub(super) fn write(
    framework: &Framework,
    doing: Doing,
    page: usize,
    link: &Link,
) -> Option<String> {
    let id = format!(
        "{VERSION}{}{page}.{}",
        doing.letter(),
        link.write(framework)?
    );
    (limits::units(&id) <= limits::CUSTOM_ID).then_some(id)
}

/// Reads an id.
///
/// # Errors
/// Where another release wrote it, or the framework has changed.
pub(super) fn read(directory: &Directory, id: &str) -> Result<CustomId, Outdated> {
    let rest = id.strip_prefix(VERSION).ok_or(Outdated)?;
    let letter = rest.chars().next().ok_or(Outdated)?;
    let doing = Doing::ALL
        .into_iter()
        .find(|doing| doing.letter() == letter)
        .ok_or(Outdated)?;
    let (page, link) = rest[1..].split_once('.').ok_or(Outdated)?;
    Ok(CustomId {
        doing,
        page: page.parse().map_err(|_| Outdated)?,
        link: Link::read(directory, link)?,
    })
}

/// Whether an id is that of a follow-up button.
pub(super) fn is_follow_up(id: &str) -> bool {
    id.starts_with("1f")
}
