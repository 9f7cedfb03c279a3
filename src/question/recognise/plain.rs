//! Plain questions: what a role, a level or a skill is; and names that fit
//! several things or none.

use super::{Recognised, Sight, skills, topics};
use crate::framework::Seniority;
use crate::question::Kind;
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::reading::{Question, Unclear};
use crate::question::subject::{Position, Subject};

/// The share of a name that is half of it: its words are not of equal weight.
const HALF: f32 = 0.5;

/// "what does a junior stage painter do?", where the role has no
/// junior level: said so, with the levels that it has.
pub(super) fn no_such_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let (role, what) = sight.bound.no_such_level.clone()?;
    let other = sight
        .bound
        .positions
        .iter()
        .any(|placed| matches!(placed.what, Position::Level(_)));
    (!other).then(|| Recognised::sure(Question::NoMatch(Unclear::NoSuchLevel { role, what }), 90))
}

/// "what is a data ethicist?", "senior product manager"
pub(super) fn position(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [placed, ..] = sight.bound.positions.as_slice() else {
        return None;
    };
    let asked = said.has_any(&[
        Cue::Define,
        Cue::Duties,
        Cue::Mine,
        Cue::GoingOn,
        Cue::Roles,
    ]);
    let by_name = placed.certainty > topics::LOOSE;
    let rest = sight.rest().len();
    if !asked && (rest > 1 || rest == 1 && !by_name) {
        return None;
    }
    Some(Recognised::sure(plain(placed.what), placed.certainty))
}

/// The plain question about a position.
pub(super) fn plain(position: Position) -> Question {
    match position {
        Position::Role(role) => Question::Role(role),
        Position::Level(level) => Question::Level(level),
    }
}

/// "what skills does a nurse practitioner need": the name of another trade, and
/// no role beside it.
pub(super) fn another_profession(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks_for_a_name = said.has(Cue::Duties)
        || said.has(Cue::Define)
        || said.has(Cue::Skills) && said.has(Cue::Need);
    let mut rest = sight.rest().iter().copied();
    let trade = rest.find(|at| said.tokens[*at].marks.profession)?;
    let named = !sight.bound.positions.is_empty() || !sight.bound.skills.is_empty();
    let word = said.tokens[trade].word;
    let known = word.is_some_and(|word| said.interpreter.index.has_word(word));
    if !asks_for_a_name || named || known {
        return None;
    }
    let what = said.typed(trade..trade + 1).to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NotInFramework {
            what,
            near: near(sight),
        }),
        85,
    ))
}

/// "what is 'test engineering' as a skill?", "what does the skill planning
/// cover?": the word "skill" stands beside the skill's name.
pub(super) fn skill_by_the_word(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let placed = sight.bound.skills.iter().find(|placed| {
        let word = |at: Option<usize>| {
            at.and_then(|at| said.tokens.get(at))
                .map_or("", |token| token.text())
        };
        let (start, end) = (placed.tokens.start, placed.tokens.end);
        let before = matches!(word(start.checked_sub(1)), "skill" | "called")
            && word(start.checked_sub(2)) != "which";
        let behind = word(Some(end)) == "skill"
            || (word(Some(end)) == "as" && word(Some(end + 2)) == "skill");
        before || behind
    })?;
    let plain = said.has(Cue::Define)
        && !said.has_any(&[Cue::HowMuch, Cue::Need])
        && said.proficiencies.is_empty();
    let asks_for_another = said.has(Cue::Who);
    (plain && !asks_for_another)
        .then(|| Recognised::sure(Question::Skill(placed.what), placed.certainty))
}

/// "what is metadata management?"
pub(super) fn skill(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [placed, ..] = sight.bound.skills.as_slice() else {
        return None;
    };
    let few = if placed.tokens.len() > 1 { 3 } else { 1 };
    let many = sight.rest().len();
    let in_full = placed.certainty >= skills::BY_NAME;
    (many == 0 && in_full || said.has(Cue::Define) && many <= few)
        .then(|| Recognised::sure(Question::Skill(placed.what), placed.certainty))
}

/// "what does a senior engineer do?": several levels fit, so it asks which.
pub(super) fn unclear(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let positions = sight.bound.unclear_positions.first();
    let skills = sight.bound.unclear_skills.first();
    let asked = said.has_any(&[
        Cue::Define,
        Cue::Duties,
        Cue::Mine,
        Cue::Need,
        Cue::Progress,
        Cue::Next,
        Cue::Levels,
        Cue::Compare,
        Cue::HowMuch,
    ]) || said.has(Cue::Skills) && !said.has(Cue::About);
    let Some(unclear) = positions.or(skills) else {
        return bare_seniority(sight).filter(|_| asked);
    };
    let bare = sight.rest().iter().all(|at| unclear.tokens.contains(at));
    if !bare || (!asked && positions.is_none() && said.proficiencies.is_empty()) {
        return None;
    }
    let mut choices = unclear.choices.clone();
    choices.truncate(MOST_CHOICES);
    let wanted = [
        (Cue::Similar, Kind::SimilarRoles),
        (Cue::Levels, Kind::LevelsOfRole),
        (Cue::Next, Kind::Progression),
        (Cue::Progress, Kind::Progression),
        (Cue::Skills, Kind::LevelSkills),
    ];
    let wanted = wanted
        .into_iter()
        .find(|(cue, _)| said.has(*cue))
        .map(|(_, kind)| kind);
    Some(Recognised {
        question: Question::Clarify(choices),
        from_context: Vec::new(),
        certainty: 40,
        wanted,
    })
}

/// "what does the lead do?", with no role in sight: the levels of that
/// seniority.
fn bare_seniority(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let bare = sight.bound.positions.is_empty()
        && sight.bound.skills.is_empty()
        && sight.rest().is_empty();
    let seniority = said.seniorities.iter().flatten().next().filter(|_| bare)?;
    let fitting = said
        .framework
        .levels()
        .iter()
        .filter(|level| level.is_in_use());
    let choices: Vec<Subject> = fitting
        .filter(|level| Seniority::in_name(level.name()) == *seniority)
        .map(|level| Subject::Level(level.id()))
        .take(MOST_CHOICES)
        .collect();
    (!choices.is_empty()).then(|| Recognised::sure(Question::Clarify(choices), 30))
}

/// "what does a lead marine engineer do?": a name is asked for that the
/// framework does not have.
pub(super) fn foreign(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let slot = slot(sight)?;
    let rest: Vec<usize> = sight
        .rest()
        .iter()
        .copied()
        .filter(|at| slot.contains(at))
        .collect();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let foreign = rest.iter().any(|at| said.is_foreign(*at));
    if !foreign && !said.has(Cue::Duties) {
        return None;
    }
    let what = said.typed(first..last + 1).to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NotInFramework {
            what,
            near: near(sight),
        }),
        80,
    ))
}

/// "chef data officer": half a name and an unknown word beside it, and nothing
/// else; what comes near is offered.
pub(super) fn half_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// So many words have no room for anything but a name.
    const FEW: usize = 6;
    let said = sight.said;
    let nothing_bound = sight.bound.positions.is_empty() && sight.bound.skills.is_empty();
    let positions = sight
        .bound
        .near
        .iter()
        .any(|subject| subject.position().is_some());
    let bare = said.cues.iter().all(|heard| heard.cue.is_small_talk());
    let half_said = said.mentions.iter().any(|mention| {
        mention.choices.iter().any(|choice| choice.share >= HALF) && mention.used.len() > 1
    });
    let unknown = sight.rest().iter().any(|at| said.is_foreign(*at));
    if !(nothing_bound && positions && bare && half_said && unknown) || said.tokens.len() > FEW {
        return None;
    }
    let what = said.typed(0..said.tokens.len()).to_owned();
    let unclear = Unclear::NotInFramework {
        what,
        near: near(sight),
    };
    Some(Recognised::sure(Question::NoMatch(unclear), 60))
}

/// The place of a name in a question that asks for one: between "what does a"
/// and "do", behind "what is a", between "skills does a" and "need".
fn slot(sight: &Sight<'_, '_>) -> Option<std::ops::Range<usize>> {
    /// Names are short.
    const LONGEST: usize = 6;
    let said = sight.said;
    let text = |at: usize| said.tokens.get(at).map_or("", |token| token.text());
    let article = |at: usize| matches!(text(at), "a" | "an" | "the");
    let opens = |at: usize| {
        at.checked_sub(1).is_none_or(|before| {
            matches!(
                text(before),
                "what" | "which" | "how" | "where" | "why" | "skills" | "and" | "so" | "skill"
            )
        })
    };
    let end_of = |start: usize, ends: &[&str]| {
        (start..said.tokens.len()).find(|at| ends.contains(&text(*at)))
    };
    let slots = (0..said.tokens.len()).filter_map(|at| match text(at) {
        "does" | "do" | "would" | "should" | "dose" if article(at + 1) && opens(at) => Some(
            at + 2
                ..end_of(
                    at + 2,
                    &["do", "need", "have", "actually", "require", "does"],
                )
                .unwrap_or(said.tokens.len()),
        ),
        "is" | "are" | "what" | "about" if article(at + 1) && text(at + 1) != "the" && at < 4 => {
            Some(at + 2..said.tokens.len())
        }
        "do" | "does" if said.has(Cue::Duties) => Some(at + 1..end_of(at + 1, &["do"])?),
        _ => None,
    });
    slots
        .into_iter()
        .find(|slot| !slot.is_empty() && slot.len() <= LONGEST)
}

/// What comes near the names that were looked for: at most five, those first
/// that were said most of.
pub(super) fn near(sight: &Sight<'_, '_>) -> Vec<Subject> {
    let bound = &sight.bound;
    let placed = bound.positions.iter().map(|placed| placed.what.into());
    let skills = bound
        .skills
        .iter()
        .map(|placed| Subject::Skill(placed.what));
    let mut near: Vec<Subject> = Vec::new();
    for subject in placed.chain(skills).chain(bound.near.iter().copied()) {
        if !near.contains(&subject) {
            near.push(subject);
        }
    }
    near.truncate(MOST_CHOICES);
    near
}
