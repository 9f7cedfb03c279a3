//! What some names mean.

use super::draft::{Draft, row};
use crate::framework::Framework;
use crate::question::{Kind, Subject};
use crate::render::naming::Names;
use crate::render::{Page, Quote, Row};

/// Names, and what the framework says that they are.
pub(in crate::render) fn glossary(
    framework: &Framework,
    subjects: &[Subject],
    title: &str,
) -> Page {
    let mut draft = Draft::new(Names { framework });
    draft.title(title);
    let rows = subjects
        .iter()
        .map(|subject| explained(&draft, *subject))
        .collect();
    draft.rows(rows);
    draft.finish(Kind::Help, &[])
}

fn explained(draft: &Draft<'_>, subject: Subject) -> Row {
    let framework = draft.names.framework;
    let statements = match subject {
        Subject::Role(id) => framework.role(id).about(),
        Subject::Level(id) | Subject::LevelAt(id, _) => framework.level(id).about(),
        Subject::Skill(id) | Subject::SkillAt(id, _) => framework.skill(id).about(),
        Subject::Family(_) | Subject::Proficiency(_) => &[],
    };
    let mut row = row(
        draft.names.subject(subject),
        super::talk::apart(draft, subject),
        subject,
    );
    row.quotes = statements.iter().map(Quote::new).collect();
    row
}
