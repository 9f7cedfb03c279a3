//! What covers a topic, and what only mentions it.

use super::draft::{Draft, row};
use crate::question::{Position, Subject};
use crate::render::{Quote, Row, wording};
use crate::search::{Findings, Found, Hit};

/// How many lines are shown of a hit, and of a mention.
const LINES: (usize, usize) = (3, 1);
/// How many hits and how many mentions are shown.
const SHOWN: (usize, usize) = (10, 8);

/// Which skills cover a topic.
pub(super) fn skills_about<'a>(mut draft: Draft<'a>, findings: &Findings) -> Draft<'a> {
    draft.title(wording::title_skills_about(&findings.topic));
    findings_on(draft, findings)
}

/// Which roles deal with a topic.
pub(super) fn roles_about<'a>(mut draft: Draft<'a>, findings: &Findings) -> Draft<'a> {
    draft.title(wording::title_roles_about(&findings.topic));
    findings_on(draft, findings)
}

fn findings_on<'a>(mut draft: Draft<'a>, findings: &Findings) -> Draft<'a> {
    if findings.hits.is_empty() && findings.mentions.is_empty() {
        draft.say(wording::nothing_found(&findings.topic));
        draft.suggest(wording::which_skills());
        draft.suggest(wording::which_roles());
        return draft;
    }
    if findings.is_only_related {
        draft.say(wording::only_related(&findings.topic));
    }
    draft.say(wording::found(findings.hits.len(), findings.mentions.len()));
    let rows = rows(&mut draft, &findings.hits, SHOWN.0, LINES.0);
    draft.table(wording::heading_hits(), rows);
    if let Some(more) = findings
        .hits
        .len()
        .checked_sub(SHOWN.0)
        .filter(|more| *more > 0)
    {
        draft.say(wording::more_hits(more));
    }
    let rows = self::rows(&mut draft, &findings.mentions, SHOWN.1, LINES.1);
    draft.table(wording::heading_mentions(), rows);
    if let Some(more) = findings
        .mentions
        .len()
        .checked_sub(SHOWN.1)
        .filter(|more| *more > 0)
    {
        draft.say(wording::more_mentions(more));
    }
    for hit in findings.hits.iter().chain(&findings.mentions).take(2) {
        suggest(&mut draft, hit.found);
    }
    draft
}

fn rows(draft: &mut Draft<'_>, hits: &[Hit], shown: usize, lines: usize) -> Vec<Row> {
    hits.iter()
        .take(shown)
        .map(|hit| hit_row(draft, hit, lines))
        .collect()
}

/// Something that was found, and the lines that say so.
fn hit_row(draft: &mut Draft<'_>, hit: &Hit, lines: usize) -> Row {
    let framework = draft.names.framework;
    let (note, subject) = match hit.found {
        Found::Role(id) => {
            draft.cite(framework.role(id).named_at());
            (String::new(), Subject::Role(id))
        }
        Found::Level(id) if !framework.level(id).is_in_use() => {
            (String::new(), Subject::Role(framework.level(id).role()))
        }
        Found::Level(id) => {
            draft.cite(framework.level(id).named_at());
            let role = framework.role(framework.level(id).role());
            (wording::level_of(role.name()), Subject::Level(id))
        }
        Found::Skill(id) => {
            draft.cite(framework.skill(id).named_at());
            (String::new(), Subject::Skill(id))
        }
    };
    let mut row = row(draft.names.subject(subject), note, subject);
    row.quotes = hit.evidence.iter().take(lines).map(Quote::found).collect();
    row
}

fn suggest(draft: &mut Draft<'_>, found: Found) {
    match found {
        Found::Role(id) => draft.suggest_place(Position::Role(id)),
        Found::Level(id) if !draft.names.framework.level(id).is_in_use() => {
            draft.suggest_place(Position::Role(draft.names.framework.level(id).role()));
        }
        Found::Level(id) => draft.suggest_place(Position::Level(id)),
        Found::Skill(id) => {
            let noun = draft.names.skill_noun(id);
            draft.suggest(wording::what_is(&noun));
            draft.suggest(wording::who_needs(&noun));
        }
    }
}
