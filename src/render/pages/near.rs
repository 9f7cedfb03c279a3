//! The roles nearest to one.

use super::draft::Draft;
use crate::answer::{Fit, Near, Overlap, Similar};
use crate::framework::Requirement;
use crate::question::{Position, Subject};
use crate::render::naming;
use crate::render::{Row, wording};

/// The roles nearest to a role or a level, with the reason row by row.
pub(super) fn similar_roles<'a>(mut draft: Draft<'a>, found: &Similar<'_>) -> Draft<'a> {
    let name = draft.names.place(found.position);
    draft.title(wording::title_similar(&name));
    let nearest = match &found.near {
        Near::Levels(fits) => {
            levels(&mut draft, &name, fits);
            fits.first().map(Fit::position)
        }
        Near::Roles(overlaps) => {
            roles(&mut draft, &name, overlaps);
            overlaps
                .first()
                .map(|overlap| Position::Role(overlap.role.id()))
        }
    };
    let own = draft.names.place_noun(found.position);
    if let Some(nearest) = nearest {
        let other = draft.names.place_noun(nearest);
        draft.suggest(wording::difference(&own, &other));
        draft.suggest(wording::in_common(&own, &other));
        draft.suggest_place(nearest);
    } else {
        draft.suggest(wording::skills_needed(&own));
        draft.suggest(wording::which_roles());
    }
    draft
}

fn levels(draft: &mut Draft<'_>, name: &str, fits: &[Fit<'_>]) {
    if fits.is_empty() {
        draft.say(wording::nothing_near(name));
        return;
    }
    let is_measured = fits.iter().all(|fit| fit.unmeasured.is_empty());
    draft.say(if is_measured {
        wording::counted_levels(name)
    } else {
        wording::counted_names(name)
    });
    for fit in fits {
        draft.cite(fit.level.named_at());
        let shared = fit.met.len() + fit.short.len() + fit.unmeasured.len();
        let note = if is_measured {
            wording::meets(fit.met.len(), fit.asked(), fit.short.len())
        } else {
            wording::shares(shared, fit.asked())
        };
        draft.heading(wording::row(&draft.names.place(fit.position()), &note));
        let named = |asked: &Requirement| draft.names.skill(asked.skill());
        let plain = |label: &str, skills: Vec<String>| reason(label, &skills);
        let short = fit.short.iter().map(|near| {
            let (have, need) = (near.have.proficiency(), near.need.proficiency());
            wording::short_of(
                &named(near.need),
                &naming::proficiency(have),
                &naming::proficiency(need),
            )
        });
        let rows = [
            plain(
                wording::met(),
                fit.met.iter().map(|near| named(near.need)).collect(),
            ),
            plain(wording::short(), short.collect()),
            plain(
                wording::unmeasured(),
                fit.unmeasured.iter().map(|near| named(near.need)).collect(),
            ),
            plain(
                wording::missing(),
                fit.missing.iter().map(|asked| named(asked)).collect(),
            ),
        ];
        draft.rows(rows.into_iter().flatten().collect());
    }
}

fn roles(draft: &mut Draft<'_>, name: &str, overlaps: &[Overlap<'_>]) {
    if overlaps.is_empty() {
        draft.say(wording::nothing_near(name));
        return;
    }
    draft.say(wording::counted_roles(name));
    for overlap in overlaps {
        draft.cite(overlap.role.named_at());
        let other = draft.names.place(Position::Role(overlap.role.id()));
        draft.heading(&other);
        draft.say(wording::shares_of_both(
            overlap.shared.len(),
            (name, overlap.of_first),
            (&other, overlap.of_second),
        ));
        let shared: Vec<_> = overlap
            .shared
            .iter()
            .map(|skill| draft.names.skill(skill.id()))
            .collect();
        let row = reason(wording::unmeasured(), &shared).map(|row| Row {
            subject: Some(Subject::Role(overlap.role.id())),
            ..row
        });
        draft.rows(row.into_iter().collect());
    }
}

/// A reason: what is counted, and the skills that count; none without skills.
fn reason(label: &str, skills: &[String]) -> Option<Row> {
    let note = wording::join_skills(skills);
    (!skills.is_empty()).then(|| Row {
        name: label.to_owned(),
        note,
        quotes: Vec::new(),
        subject: None,
    })
}
