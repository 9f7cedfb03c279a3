//! Plain questions: what a role, a level or a skill is; and names that fit
//! several things.

use super::compare::asks_which_is_higher;
use super::courtesy::wanted_of_place;
use super::{Recognised, Sight, skills};
use crate::framework::{Role, SkillId};
use crate::question::bound::{MOST_CHOICES, Placed};
use crate::question::conversation::{context_position, context_skill};
use crate::question::cue::Cue;
use crate::question::reading::{Question, Sought};
use crate::question::subject::{Position, Subject};
use crate::question::token::Gap;
use crate::question::{Kind, Wanted};
use crate::search::Found;

/// "what is a data ethicist?", "senior product manager"
pub(super) fn position(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [placed, ..] = sight.bound.positions.as_slice() else {
        return None;
    };
    // "Glazing is on the cook's list, can you explain what it is?" is of the skill.
    let is_told = |it: &Placed<SkillId>| {
        let end = it.tokens.end.max(placed.tokens.end);
        it.certainty >= skills::BY_NAME && points_back(sight, end)
    };
    if sight.bound.skills.iter().any(is_told) {
        return None;
    }
    let asked = said.has_any(&[
        Cue::Define,
        Cue::Duties,
        Cue::Mine,
        Cue::GoingOn,
        Cue::Roles,
    ]);
    let by_name = placed.certainty > super::LOOSE;
    let rest = sight.rest().len();
    // "Someone who stands between guests and cooks, what are they called?"
    let is_aside = !by_name && rest > 2;
    if is_aside || !asked && (rest > 1 || rest == 1 && !by_name) {
        return None;
    }
    Some(Recognised::sure(
        Question::about(placed.what.into()),
        placed.certainty,
    ))
}

/// "does a lead data engineer run standups?": whether somebody does something is
/// for the framework's own words to say, so what it says of them is shown.
pub(super) fn whether(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let text = |at: usize| said.text(at);
    let [placed, others @ ..] = sight.bound.positions.as_slice() else {
        return None;
    };
    let passed = |at: &usize| {
        let marks = said.tokens[*at].marks;
        marks.small || marks.determiner
    };
    let opening = (0..placed.tokens.start).rev().find(|at| !passed(at))?;
    let asks = asks_whether(text(opening))
        && (0..opening).all(|at| said.is_filler(at) && !is_question(text(at)));
    // Of two it says what the first does to the other: "mentor apprentices".
    let verb = |at: usize| {
        let marks = said.tokens[at].marks;
        let joins = ["and", "or", "v", "vs", "versus", "against", "than", "to"].contains(&text(at));
        !(marks.small || marks.determiner || joins)
    };
    let apart = others
        .first()
        .is_none_or(|other| (placed.tokens.end..other.tokens.start).any(verb));
    let of_two = !apart
        || said.has_any(&[
            Cue::Compare,
            Cue::Progress,
            Cue::Next,
            Cue::Shared,
            Cue::Similar,
            Cue::Levels,
            Cue::HowMuch,
            Cue::Skills,
        ]);
    let of_skill = said.context.kind.is_some_and(skills::speaks_of_skill);
    let of_it = of_skill || said.has_any(&[Cue::Need, Cue::Duties]);
    let of_it = of_it && skills::points_at_it(sight);
    // "Does a cook?", after a skill.
    let ends = placed.tokens.end == said.tokens.len();
    let of_it = of_it || ends && said.context.kind.is_some_and(skills::speaks_of_skill);
    let is_it =
        asks && !of_two && !of_it && !asks_which_is_higher(sight) && sight.bound.skills.is_empty();
    is_it.then(|| Recognised {
        sought: sought(sight, placed.what, placed.tokens.end),
        ..Recognised::sure(Question::about(placed.what.into()), placed.certainty)
    })
}

/// "Do they still write code?", "is it technical?", after a role or level: the same of what
/// was spoken of.
pub(super) fn whether_of_it(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let opening = (0..said.tokens.len()).find(|at| asks_whether(said.text(*at)))?;
    let points = matches!(
        said.text(opening + 1),
        "they" | "he" | "she" | "it" | "i" | "we"
    );
    let opens = (0..opening).all(|at| said.is_filler(at) && !is_question(said.text(at)));
    let spoken_of = said.context.kind.is_some_and(|kind| !kind.is_of_skill());
    let place = context_position(said).filter(|_| spoken_of && points && opens)?;
    let bound = &sight.bound;
    let bare = bound.names_nothing() && bound.unclear_positions.is_empty();
    let asks_else = said.has_any(&[
        Cue::Compare,
        Cue::Progress,
        Cue::Next,
        Cue::Previous,
        Cue::Similar,
        Cue::Levels,
        Cue::Skills,
        Cue::Who,
    ]);
    if !bare || asks_else || sight.rest().is_empty() {
        return None;
    }
    // Words that no line of the framework has may be no business of it: "do they get a
    // car?"
    let sought = sought(sight, place, opening + 2)?;
    let are_known = sight.rest().iter().all(|at| said.is_in_texts(*at));
    (!sought.lines.is_empty() || are_known).then_some(())?;
    Some(Recognised {
        sought: Some(sought),
        ..Recognised::in_context(Question::about(place.into()), place)
    })
}

/// "run standups": what is asked about a role or level, from a token on.
fn sought(sight: &Sight<'_, '_>, place: Position, start: usize) -> Option<Sought> {
    let said = sight.said;
    let behind = start..said.tokens.len();
    let query = said.query_of(|at| behind.contains(&at));
    let of = match place {
        Position::Role(role) => Found::Role(role),
        Position::Level(level) => Found::Level(level),
    };
    let mut carrying = behind.filter(|at| said.is_unexplained(*at) && !sight.bound.has(*at));
    let lines = if query.concepts.is_empty() {
        // "Weld": a word that no framework of the field has.
        carrying.next()?;
        Vec::new()
    } else if carrying.any(|at| said.is_foreign(at)) {
        return None;
    } else {
        said.interpreter.index.lines_on(&query, of)?
    };
    Some(Sought {
        words: query.topic.to_owned(),
        lines,
    })
}

/// Whether a word opens a question for yes or no.
fn asks_whether(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "am"
            | "does"
            | "do"
            | "did"
            | "dont"
            | "doesnt"
            | "should"
            | "would"
            | "can"
            | "could"
            | "might"
            | "will"
            | "must"
    )
}

/// Whether a word opens a question that is not for yes or no.
fn is_question(word: &str) -> bool {
    matches!(
        word,
        "what" | "which" | "how" | "where" | "when" | "why" | "who" | "whose"
    )
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
        // "What's glazing about, as a skill?"
        let end = end + usize::from(word(Some(end)) == "about");
        let behind = word(Some(end)) == "skill"
            || matches!(word(Some(end)), "the" | "as") && word(Some(end + 1)) == "skill"
            || (word(Some(end)) == "as" && word(Some(end + 2)) == "skill");
        before || behind
    })?;
    // "And planning, the skill not the job".
    let not_else = said.tokens.iter().any(|token| token.text() == "not");
    let plain = (said.has(Cue::Define) || said.has(Cue::GoingOn) || not_else)
        && !said.has_any(&[Cue::HowMuch, Cue::Need])
        && said.proficiencies.is_empty();
    let asks_for_another = said.has(Cue::Who);
    (plain && !asks_for_another)
        .then(|| Recognised::sure(Question::Skill(placed.what), placed.certainty))
}

/// "data modelling vs testing": two of which one is a skill. Skills are not held
/// against each other: it is asked which one to show.
pub(super) fn skill_against_another(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let bound = &sight.bound;
    let by_name = |it: &Placed<Position>| it.certainty > super::LOOSE;
    let compares = sight.said.has(Cue::Compare) && sight.rest().is_empty();
    if !compares || bound.skills.is_empty() || bound.positions.iter().any(by_name) {
        return None;
    }
    several(sight, None)
}

/// Asks which one is meant of several skills, and roles beside them, that are all
/// named.
pub(super) fn several(sight: &Sight<'_, '_>, wanted: Option<Wanted>) -> Option<Recognised> {
    let bound = &sight.bound;
    let skills = bound.skills.iter();
    let skills = skills.map(|it| (it.tokens.start, Subject::Skill(it.what)));
    let positions = bound.positions.iter();
    let positions = positions.map(|it| (it.tokens.start, Subject::from(it.what)));
    let mut placed: Vec<(usize, Subject)> = skills.chain(positions).collect();
    placed.sort_by_key(|(start, _)| *start);
    let mut choices: Vec<Subject> = placed.into_iter().map(|(_, subject)| subject).collect();
    choices.dedup();
    (choices.len() > 1).then(|| Recognised::which(choices, wanted))
}

/// "what is metadata management?"
pub(super) fn skill(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [placed, ..] = sight.bound.skills.as_slice() else {
        return None;
    };
    if !sight.bound.unclear_positions.is_empty() {
        return None;
    }
    let few = if placed.tokens.len() > 1 { 3 } else { 1 };
    let many = sight.rest().len();
    // "Accessibility testing" is one thing, "accessibility and testing" are two.
    let joined = |pair: &[Placed<SkillId>]| pair[0].tokens.end == pair[1].tokens.start;
    let apart = !sight.bound.skills.windows(2).any(joined);
    // "Planning the stages of a long list" is a topic where "Planning" is a skill and a
    // part of another's name stands behind it.
    let by_name = |it: &Placed<SkillId>| it.certainty >= skills::BY_NAME;
    let asked = said.has_any(&[Cue::Define, Cue::Need, Cue::Compare]);
    let several_in_part = sight.bound.skills.len() > 1 && !sight.bound.skills.iter().all(by_name);
    if several_in_part && !asked {
        return None;
    }
    if many == 0 && apart && sight.bound.positions.is_empty() {
        let wanted = said.has(Cue::Need).then(|| Kind::RolesNeedingSkill.into());
        if let Some(asked) = several(sight, wanted) {
            return Some(asked);
        }
    }
    // "Can you open up glazing and icing for me?", by the whole name.
    let in_full = placed.certainty == 100 && placed.tokens.len() > 1;
    let says_little = in_full && apart && sight.rest().iter().all(|at| said.is_weak(*at));
    let is_bare = many == 0 || says_little || points_back(sight, placed.tokens.end);
    (is_bare && by_name(placed) || said.has(Cue::Define) && many <= few)
        .then(|| Recognised::sure(Question::Skill(placed.what), placed.certainty))
}

/// "Glazing keeps coming up in my objectives, what is it?": whether a part of the sentence
/// behind a name asks what it is, and nothing else.
pub(super) fn points_back(sight: &Sight<'_, '_>, end: usize) -> bool {
    let said = sight.said;
    let mut clauses = (end..said.tokens.len()).filter(|at| said.tokens[*at].gap > Gap::Space);
    clauses.any(|start| {
        let nothing_else = sight.rest().iter().all(|at| *at < start);
        let heard = |cue| said.hears_from(start, &[cue]);
        // "What do they want to see?" points at no skill.
        let thing = |at: usize| matches!(said.text(at), "it" | "that" | "this" | "one");
        let points = heard(Cue::Pointing) && (start..said.tokens.len()).any(thing);
        nothing_else && heard(Cue::Define) && points
    })
}

/// "What is glazing?", "what's glazing then": whether it is asked what the words right
/// behind are, and nothing more of them.
pub(super) fn is_defined(sight: &Sight<'_, '_>, placed: &Placed<SkillId>) -> bool {
    let said = sight.said;
    let mut before = (0..placed.tokens.start).rev();
    let before = before.find(|at| !said.tokens[*at].marks.determiner);
    let asks = before.is_some_and(|at| {
        let is = matches!(said.text(at), "what" | "is" | "are" | "whats");
        is && said.is_of(Cue::Define, at)
    });
    let end = placed.tokens.end;
    let next = said.tokens.get(end);
    let ends = next.is_none_or(|next| next.gap > Gap::Space)
        || (end..said.tokens.len()).all(|at| matches!(said.text(at), "then" | "please" | "pls"));
    asks && ends && placed.certainty >= skills::BY_NAME
}

/// "what does a senior engineer do?": several levels fit, so it asks which.
pub(super) fn unclear(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// So many other words may stand beside a name, where something is asked of it.
    const FEW: usize = 2;
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
        let says_nothing_else = |at: usize| said.seniorities[at].is_some() || said.is_filler(at);
        let only = (0..said.tokens.len()).all(says_nothing_else);
        return bare_seniority(sight).filter(|_| asked || only);
    };
    let rest = sight.rest().iter();
    let others = rest.filter(|at| !unclear.tokens.contains(at)).count();
    // "I'm sitting in for a cook, what does the job involve?"
    let is_place = unclear.is_named && positions.is_some() && asked;
    let bare = others == 0 || is_place && others <= FEW;
    // "Something about what users need?", after another search.
    let searched = said.context.kind == Some(Kind::SkillsAbout) && said.has(Cue::About);
    if searched && positions.is_none() && !unclear.is_named {
        return None;
    }
    let says_what = asked || positions.is_some() || !said.proficiencies.is_empty();
    if !bare || !(says_what || unclear.is_named) {
        return None;
    }
    let wanted = wanted_of_place(sight);
    // "Does a senior manager need it?", after a skill.
    let needs = said.has_any(&[Cue::Need, Cue::HowMuch]) && skills::points_at_it(sight);
    let of_skill = context_skill(said).filter(|_| needs && positions.is_some());
    let of_skill = of_skill.map(|skill| Wanted::before(Kind::SkillAtLevel, Subject::Skill(skill)));
    let wanted = wanted.or(of_skill);
    let choices = unclear.choices.iter().map(|choice| {
        match (choice.skill(), said.proficiencies.as_slice()) {
            (Some(skill), [(proficiency, _)]) => Subject::SkillAt(skill, *proficiency),
            _ => *choice,
        }
    });
    Some(Recognised::which(choices, wanted))
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
        .filter(|level| level.seniority() == *seniority)
        .map(|level| Subject::Level(level.id()))
        .take(MOST_CHOICES)
        .collect();
    // "The chief", where that is what roles without levels are called.
    let called = |role: &&Role| role.seniority() == *seniority;
    let roles = said.framework.roles().iter().filter(called);
    let roles = roles
        .map(|role| Subject::Role(role.id()))
        .take(MOST_CHOICES);
    let choices = if choices.is_empty() {
        roles.collect()
    } else {
        choices
    };
    let wanted = said.has(Cue::Skills).then(|| Kind::LevelSkills.into());
    (!choices.is_empty()).then(|| Recognised::which(choices, wanted))
}
