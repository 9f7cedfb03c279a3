//! The names that are offered while somebody types: forgiving, best first, and
//! never more than Discord takes.

use super::message::Offer;
use super::request::Field;
use super::{directory, limits, stable};
use crate::framework::{Framework, RoleId, fold};
use crate::question::Subject;
use crate::render::discord as wording;

/// What stands before the key of an offered name, which no typed name has.
const KEY: char = '=';

/// All names of a framework, ready to be looked through.
#[derive(Debug)]
pub(super) struct Offers {
    names: Vec<Name>,
}

/// A name that can be offered.
#[derive(Debug)]
struct Name {
    subject: Subject,
    /// The role that it belongs to.
    role: Option<RoleId>,
    offer: Offer,
    /// The words of the name, folded.
    words: Vec<String>,
    folded: String,
}

impl Offers {
    /// Makes the names of a framework ready, in the order of the alphabet.
    pub(super) fn new(framework: &Framework) -> Self {
        let roles = framework.roles().iter().map(|role| {
            let shown = wording::offer_role(role.name());
            let subject = Subject::Role(role.id());
            Name::new(framework, subject, Some(role.id()), role.name(), &shown)
        });
        let levels = framework.levels().iter().filter(|level| level.is_in_use());
        let levels = levels.map(|level| {
            let role = framework.role(level.role());
            let shown = wording::offer_level(level.name(), role.name());
            let subject = Subject::Level(level.id());
            Name::new(framework, subject, Some(role.id()), level.name(), &shown)
        });
        let skills = framework.skills().iter().map(|skill| {
            let subject = Subject::Skill(skill.id());
            Name::new(framework, subject, None, skill.name(), skill.name())
        });
        let mut names: Vec<_> = roles.chain(levels).chain(skills).collect();
        names.sort_by(|one, other| one.folded.cmp(&other.folded));
        Self { names }
    }

    /// The names for what was typed, best first: at most so many as Discord
    /// takes. With nothing typed, the first of all.
    pub(super) fn matching(
        &self,
        field: Field,
        role: Option<RoleId>,
        typed: &str,
    ) -> Vec<(Subject, Offer)> {
        let typed = fold(typed);
        let words: Vec<&str> = split(&typed).collect();
        let mut found: Vec<(u32, usize, &Name)> = self
            .names
            .iter()
            .filter(|name| name.fits(field, role))
            .filter_map(|name| Some((name.distance(&typed, &words)?, name.folded.len(), name)))
            .collect();
        if words.is_empty() {
            found.sort_by_key(|(distance, ..)| *distance);
        } else {
            found.sort_by_key(|(distance, length, _)| (*distance, *length));
        }
        found
            .into_iter()
            .take(limits::CHOICES)
            .map(|(.., name)| (name.subject, name.offer.clone()))
            .collect()
    }

    /// The offer for one thing, if it can be offered in this field.
    pub(super) fn of(&self, field: Field, subject: Subject) -> Option<Offer> {
        self.names
            .iter()
            .find(|name| name.subject == subject && name.fits(field, None))
            .map(|name| name.offer.clone())
    }
}

/// The value that stands for a subject in a command.
pub(super) fn value(framework: &Framework, subject: Subject) -> String {
    format!("{KEY}{}", stable::short(directory::key(framework, subject)))
}

/// The key in a value that was offered; `None` in words that were typed.
pub(super) fn key(value: &str) -> Option<u64> {
    stable::long(value.strip_prefix(KEY)?)
}

impl Name {
    fn new(
        framework: &Framework,
        subject: Subject,
        role: Option<RoleId>,
        name: &str,
        shown: &str,
    ) -> Self {
        let folded = fold(name);
        Self {
            subject,
            role,
            offer: Offer {
                name: limits::fit(shown, limits::OPTION),
                value: value(framework, subject),
            },
            words: split(&folded).map(str::to_owned).collect(),
            folded,
        }
    }

    fn fits(&self, field: Field, role: Option<RoleId>) -> bool {
        match (field, self.subject) {
            (Field::Skill, Subject::Skill(_))
            | (Field::Place | Field::OwnPlace, Subject::Role(_) | Subject::Level(_)) => true,
            (Field::LevelOfRole, Subject::Level(_)) => role.is_none() || role == self.role,
            _ => false,
        }
    }

    /// How far what was typed is from the name; `None` where it is another.
    fn distance(&self, typed: &str, words: &[&str]) -> Option<u32> {
        if self.folded == typed {
            return Some(0);
        }
        if self.folded.starts_with(typed) {
            return Some(1);
        }
        let is_start = |word: &&str| self.words.iter().any(|own| own.starts_with(word));
        if words.iter().all(is_start) {
            return Some(2);
        }
        if self.folded.contains(typed) {
            return Some(3);
        }
        // A slip for each word at most, and none in a short one.
        let slips: Option<u32> = words.iter().map(|word| self.slips(word)).sum();
        slips.map(|slips| 3 + slips)
    }

    /// How many slips a typed word is from the start of a word of the name.
    fn slips(&self, typed: &str) -> Option<u32> {
        let length = typed.chars().count();
        let most = match length {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        self.words
            .iter()
            .flat_map(|own| {
                // A slip can have taken or added a letter.
                [length.saturating_sub(1), length, length + 1]
                    .map(|length| own.chars().take(length).collect::<String>())
            })
            .map(|own| strsim::damerau_levenshtein(typed, &own))
            .min()
            .filter(|distance| *distance <= most)
            .and_then(|distance| u32::try_from(distance).ok())
    }
}

/// The words of a folded text.
fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
