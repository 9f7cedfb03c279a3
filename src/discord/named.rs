//! The names that a command is given: chosen from those offered, or typed.

use super::library::Library;
use super::message::Offer;
use super::request::{Asker, Field};
use super::{directory, limits, offers};
use crate::framework::{LevelId, SkillId, fold};
use crate::question::{Context, Correction, Position, Question, Reading, Subject};
use crate::render::discord as wording;

/// What stands for a person's own level where they name none.
pub(super) const OWN: &str = "my level";

/// How a name was found, where that has to be told.
pub(super) enum Named {
    /// It was read other than it was typed.
    Read(Vec<Correction>),
    /// One of the person's Discord roles says it.
    Own(LevelId),
}

/// A name that was found.
pub(super) struct Found<T> {
    pub(super) value: T,
    pub(super) reading: Option<Named>,
}

/// Why a name was not found.
pub(super) enum Unclear {
    /// It is another question, one that asks back, or none.
    Reading(Box<Reading>),
    /// It is the person's own level, and these are.
    Own(Vec<LevelId>),
}

/// The role or level that a text names.
pub(super) fn place(
    library: &Library,
    asker: &Asker,
    text: &str,
) -> Result<Found<Position>, Unclear> {
    if is_own(text) {
        return match library.levels_called(&asker.roles).as_slice() {
            [level] => Ok(Found {
                value: Position::Level(*level),
                reading: Some(Named::Own(*level)),
            }),
            levels => Err(Unclear::Own(levels.to_vec())),
        };
    }
    subject(library, text, Subject::position, |question| {
        if let Question::Role(role) = question {
            Some(Position::Role(*role))
        } else if let Question::Level(level) = question {
            Some(Position::Level(*level))
        } else if let Question::LevelSkills(at, _) | Question::SimilarRoles(at) = question {
            Some(*at)
        } else {
            None
        }
    })
}

/// The skill that a text names.
pub(super) fn skill(library: &Library, text: &str) -> Result<Found<SkillId>, Unclear> {
    subject(library, text, Subject::skill, |question| {
        let Question::Skill(skill) = question else {
            return None;
        };
        Some(*skill)
    })
}

/// The level that a role's name and a level's, or a seniority word, name.
pub(super) fn level_of(
    library: &Library,
    role: &str,
    level: &str,
) -> Result<Found<Position>, Unclear> {
    let nobody = Asker {
        person: 0,
        channel: 0,
        is_direct: true,
        roles: Vec::new(),
    };
    if offers::key(level).is_some() {
        return place(library, &nobody, level);
    }
    let of_role = match offers::key(role).and_then(|key| library.directory.subject(key)) {
        Some(Subject::Role(id)) => library.framework().role(id).name().to_owned(),
        Some(Subject::Level(id)) => {
            let role = library.framework().level(id).role();
            library.framework().role(role).name().to_owned()
        }
        _ => role.to_owned(),
    };
    let levels = library.framework().levels().iter();
    let mut same = levels.filter(|one| {
        one.is_in_use()
            && fold(one.name()) == fold(level)
            && fold(library.framework().role(one.role()).name()) == fold(&of_role)
    });
    match same.next() {
        Some(level) => Ok(Found {
            value: Position::Level(level.id()),
            reading: None,
        }),
        None => place(library, &nobody, &format!("{level} {of_role}")),
    }
}

/// What is offered while somebody types in a field: their own levels first
/// where nothing is typed yet.
pub(super) fn offers(
    library: &Library,
    asker: &Asker,
    field: Field,
    typed: &str,
    role: Option<&str>,
) -> Vec<Offer> {
    let role = role.and_then(|role| place(library, asker, role).ok());
    let role = role.map(|found| crate::answer::role_of(library.framework(), found.value));
    let mut found = Vec::new();
    if field == Field::OwnPlace && (typed.trim().is_empty() || is_own(typed)) {
        for level in library.levels_called(&asker.roles) {
            let name = library.framework().level(level).name();
            let subject = Subject::Level(level);
            let name = limits::fit(&wording::offer_own_level(name), limits::OPTION);
            let value = offers::value(library.framework(), subject);
            found.push((subject, Offer { name, value }));
        }
    }
    let typed = if is_own(typed) { "" } else { typed };
    for (subject, offer) in library.offers.matching(field, role, typed) {
        if found.iter().all(|(known, _)| *known != subject) {
            found.push((subject, offer));
        }
    }
    if found.is_empty() {
        // Short forms and other words that only understanding knows.
        let reading = library.guide.understand(&Context::default(), typed);
        let subjects = if let Question::Clarify(subjects) = &reading.question {
            subjects.clone()
        } else {
            crate::answer::answer(library.framework(), &reading).subjects
        };
        let offers = subjects
            .into_iter()
            .filter_map(|subject| Some((subject, library.offers.of(field, subject)?)));
        found.extend(offers);
    }
    found.truncate(limits::CHOICES);
    found.into_iter().map(|(_, offer)| offer).collect()
}

fn subject<T>(
    library: &Library,
    text: &str,
    of_subject: impl Fn(Subject) -> Option<T>,
    of_question: impl Fn(&Question) -> Option<T>,
) -> Result<Found<T>, Unclear> {
    if let Some(key) = offers::key(text) {
        let subject = library.directory.subject(key);
        if let Some(value) = subject.and_then(&of_subject) {
            return Ok(Found {
                value,
                reading: None,
            });
        }
        // It was offered before a reload, and is gone.
        let unknown = library.guide.understand(&Context::default(), "?");
        return Err(Unclear::Reading(Box::new(unknown)));
    }
    let exact = exact(library, text);
    if let Some(value) = exact.and_then(of_subject) {
        return Ok(Found {
            value,
            reading: None,
        });
    }
    let reading = library.guide.understand(&Context::default(), text);
    match of_question(&reading.question) {
        Some(value) => Ok(Found {
            value,
            reading: Some(Named::Read(reading.corrections)),
        }),
        None => Err(Unclear::Reading(Box::new(reading))),
    }
}

/// What has exactly this name; a role before a level, as in plain words.
fn exact(library: &Library, text: &str) -> Option<Subject> {
    let framework = library.framework();
    let keys = [
        directory::key_of_name("role", text),
        directory::key_of_name("skill", text),
    ];
    keys.into_iter()
        .find_map(|key| library.directory.subject(key))
        .or_else(|| {
            let name = fold(text);
            let levels = framework.levels().iter().filter(|level| level.is_in_use());
            let mut same = levels.filter(|level| fold(level.name()) == name);
            let first = same.next()?;
            same.next().is_none().then(|| Subject::Level(first.id()))
        })
}

fn is_own(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        OWN | "my role" | "me" | "mine" | "my own level"
    )
}
