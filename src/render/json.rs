//! A reply for programs: the object of `ask --json`.

use std::collections::HashSet;
use std::time::Duration;

use serde::Serialize;

use super::{Page, Plain, plain};
use crate::answer::Answer;
use crate::framework::{Framework, LevelId, RoleLevel};
use crate::question::{Kind, Reason, Subject};

/// The width of the text in a reply.
const WIDTH: usize = 80;

/// A reply, its fields in the order of the contract.
#[derive(Debug, Clone, Serialize)]
pub struct Reply {
    /// The words as given.
    pub question: String,
    /// What is answered.
    pub kind: Kind,
    /// Why there is no answer; `null` where there is one.
    pub reason: Option<Reason>,
    /// What the answer is about.
    pub subjects: Vec<Named>,
    /// What it lists, best first.
    pub results: Vec<Named>,
    /// What was typed and what it was read as.
    pub corrections: Vec<CorrectionNote>,
    /// The framework's words on the page, each line once.
    pub quotes: Vec<QuoteNote>,
    /// The reply as the terminal prints it, without colour.
    pub text: String,
    /// From words to answer, in microseconds.
    pub elapsed_us: u64,
}

/// A subject by the framework's own names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Named {
    /// A family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// A role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A level; always with its role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// A skill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// A proficiency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proficiency: Option<String>,
}

/// What was typed, and what it was read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionNote {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

/// A line of a framework's file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct QuoteNote {
    /// The byte-exact slice.
    pub text: String,
    /// The file's path within the framework's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// An answer and its page as one object. `elapsed` is the time from words to
/// answer, which the caller measures.
#[must_use]
pub fn json(framework: &Framework, answer: &Answer<'_>, page: &Page, elapsed: Duration) -> Reply {
    let named = |subjects: &[Subject]| {
        subjects
            .iter()
            .map(|subject| Named::new(framework, *subject))
            .collect()
    };
    let corrections = answer.reading.corrections.iter();
    Reply {
        question: answer.reading.words.clone(),
        kind: answer.kind,
        reason: answer.reason,
        subjects: named(&answer.subjects),
        results: named(&answer.results),
        corrections: corrections
            .map(|correction| CorrectionNote {
                typed: correction.typed.clone(),
                read: correction.read.clone(),
            })
            .collect(),
        quotes: quotes(page),
        text: plain(
            page,
            &Plain {
                width: WIDTH,
                colour: false,
            },
        ),
        elapsed_us: u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
    }
}

/// The quotes of a page, each place once.
fn quotes(page: &Page) -> Vec<QuoteNote> {
    let mut seen = HashSet::new();
    page.quotes()
        .map(|quote| &quote.passage)
        .filter(|passage| seen.insert((passage.file(), passage.range().start, passage.range().end)))
        .map(|passage| QuoteNote {
            text: passage.text().to_owned(),
            file: passage.file().to_owned(),
            line: passage.line(),
        })
        .collect()
}

impl Named {
    /// A subject by its names.
    #[must_use]
    pub fn new(framework: &Framework, subject: Subject) -> Self {
        let skill = |id| Some(framework.skill(id).name().to_owned());
        match subject {
            Subject::Family(id) => Self {
                family: Some(framework.family(id).name().to_owned()),
                ..Self::default()
            },
            Subject::Role(id) => Self {
                role: Some(framework.role(id).name().to_owned()),
                ..Self::default()
            },
            Subject::Level(id) => Self::level(framework, id),
            Subject::Skill(id) => Self {
                skill: skill(id),
                ..Self::default()
            },
            Subject::Proficiency(at) => Self {
                proficiency: Some(at.name().to_owned()),
                ..Self::default()
            },
            Subject::SkillAt(id, at) => Self {
                skill: skill(id),
                proficiency: Some(at.name().to_owned()),
                ..Self::default()
            },
            Subject::LevelAt(id, at) => Self {
                proficiency: Some(at.name().to_owned()),
                ..Self::level(framework, id)
            },
        }
    }

    /// A level with its role; a level that is not in use as its role only.
    fn level(framework: &Framework, id: LevelId) -> Self {
        let level = framework.level(id);
        Self {
            role: Some(framework.role(level.role()).name().to_owned()),
            level: Some(level)
                .filter(|level| level.is_in_use())
                .map(RoleLevel::name)
                .map(ToOwned::to_owned),
            ..Self::default()
        }
    }
}
