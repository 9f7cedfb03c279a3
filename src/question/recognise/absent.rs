//! Names that the framework does not have: a level that a role lacks, the titles
//! of other jobs. They are never answered with what only comes near.

use std::ops::Range;

use super::{Recognised, Sight, topics};
use crate::framework::Seniority;
use crate::question::bound::MOST_CHOICES;
use crate::question::cue::Cue;
use crate::question::mention::Choice;
use crate::question::names::Named;
use crate::question::reading::{Question, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::token::{Gap, Token};
use crate::question::utterance::Utterance;

/// The share of a name that is half of it: its words are not of equal weight.
const HALF: f32 = 0.5;

/// "what does a junior stage painter do?", where the role has no
/// junior level: said so, with the levels that it has.
pub(super) fn no_such_level(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let (role, what) = sight.bound.no_such_level.clone()?;
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NoSuchLevel { role, what }),
        90,
    ))
}

/// "what skills does a nurse practitioner need", "solicitor or paralegal?": the
/// names of other trades, and no role beside them.
pub(super) fn another_profession(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let is_trade = |at: &usize| said.tokens[*at].marks.profession;
    let is_title = |at: &usize| is_trade(at) || said.tokens[*at].marks.title;
    let compares = said.has(Cue::Compare) && sight.rest().iter().all(is_title);
    let asks_for_a_name = compares
        || said.has(Cue::Duties)
        || said.has(Cue::Define)
        || said.has(Cue::Skills) && said.has(Cue::Need);
    let is_known = |at: &usize| {
        let word = said.tokens[*at].word;
        word.is_some_and(|word| said.interpreter.index.has_word(word))
    };
    let mut trades = sight.rest().iter().copied().filter(is_trade);
    let trade = trades.find(|at| !is_known(at))?;
    if !asks_for_a_name || !sight.bound.names_nothing() {
        return None;
    }
    Some(not_in_framework(said, trade..trade + 1, near(sight), 85))
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
    Some(not_in_framework(said, first..last + 1, near(sight), 80))
}

/// "chef data officer": half a name and an unknown word beside it, and nothing
/// else; what comes near is offered.
pub(super) fn half_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// So many words have no room for anything but a name.
    const FEW: usize = 6;
    let said = sight.said;
    let nothing_bound = sight.bound.names_nothing();
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
    let all = 0..said.tokens.len();
    Some(not_in_framework(said, all, near(sight), 60))
}

/// "lead marine engineer", "skills for a policy adviser": the title of another
/// job, and little else.
pub(super) fn another_title(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// What is asked of a job by its title.
    const ASKS: [Cue; 7] = [
        Cue::Skills,
        Cue::Need,
        Cue::Levels,
        Cue::Roles,
        Cue::Duties,
        Cue::Define,
        Cue::Next,
    ];
    let said = sight.said;
    if !sight.bound.names_nothing() || said.has_any(&[Cue::Who, Cue::About]) {
        return None;
    }
    let Title { tokens, topic } = title(sight)?;
    if let Some(missing) = missing_head(sight, &tokens) {
        return Some(missing);
    }
    let within = |at: usize| tokens.contains(&at) || said.tokens[at].marks.small;
    let bare = (0..said.tokens.len()).all(within);
    let before = tokens.start.checked_sub(1).map(|at| said.tokens[at].text());
    let ranked = tokens.start < topic.start;
    let of_it = ranked
        || matches!(
            before,
            None | Some(
                "a" | "an"
                    | "the"
                    | "any"
                    | "have"
                    | "become"
                    | "be"
                    | "for"
                    | "do"
                    | "does"
                    | "of"
                    | "is"
                    | "are"
            )
        );
    // "Hire specialists", "engineering managers": many may be what is dealt with.
    let many = said.typed(tokens.clone()).ends_with('s') && !ranked;
    if if bare {
        many
    } else {
        !of_it || !said.has_any(&ASKS)
    } {
        return None;
    }
    let mut near = near(sight);
    for skill in topics::skills_named_for(sight, &topic) {
        if !near.contains(&skill) {
            near.push(skill);
        }
    }
    near.truncate(MOST_CHOICES);
    Some(not_in_framework(said, tokens, near, 80))
}

/// "head of theatre nurses": of the only role that is half said there is no head.
fn missing_head(sight: &Sight<'_, '_>, title: &Range<usize>) -> Option<Recognised> {
    let head = sight.said.seniorities[title.start].filter(|it| *it == Seniority::Head)?;
    let near = &sight.bound.near;
    let mut roles = near.iter().filter_map(|subject| match subject.position()? {
        Position::Role(role) => Some(role),
        Position::Level(_) => None,
    });
    let role = roles.next().filter(|_| roles.next().is_none())?;
    let what = head.word().to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NoSuchLevel { role, what }),
        80,
    ))
}

/// "from cook to food critic", "cook or solicitor?": a role, and the title of a job
/// that is not there beside it.
pub(super) fn another_beside(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks_of_two = said.has_any(&[Cue::Compare, Cue::Progress, Cue::Shared]);
    if sight.bound.positions.len() != 1 || !sight.bound.skills.is_empty() || !asks_of_two {
        return None;
    }
    let named = title(sight)
        .or_else(|| trade(sight))
        .or_else(|| start(sight));
    let Title { tokens, .. } = named?;
    Some(not_in_framework(said, tokens, near(sight), 80))
}

/// "from civil servant to cook": what is left is no place of the framework.
fn start(sight: &Sight<'_, '_>) -> Option<Title> {
    let rest = sight.rest();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let text = |at: usize| sight.said.tokens.get(at).map_or("", Token::text);
    let leaves = first
        .checked_sub(1)
        .is_some_and(|from| text(from) == "from");
    (leaves && last - first < rest.len() && text(last + 1) == "to").then_some(Title {
        tokens: first..last + 1,
        topic: first..first,
    })
}

/// The name of a trade that the framework does not know, where nothing else is
/// left unexplained.
fn trade(sight: &Sight<'_, '_>) -> Option<Title> {
    let [at] = *sight.rest() else { return None };
    let token = &sight.said.tokens[at];
    let index = &sight.said.interpreter.index;
    let known = token.word.is_some_and(|word| index.has_word(word));
    (token.marks.profession && !known).then_some(Title {
        tokens: at..at + 1,
        topic: at..at,
    })
}

/// "is prompt engineering a skill?": said so where none has that name, with those
/// that come near.
pub(super) fn no_such_skill(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let text = |at: usize| said.tokens.get(at).map_or("", |token| token.text());
    let all = said.tokens.len();
    let start = 1 + (0..all).find(|at| matches!(text(*at), "is" | "are"))?;
    let end = (start + 1..all).find(|at| {
        let one = text(*at) == "a" && text(at + 1) == "skill";
        let of_them = text(*at) == "one" && text(at + 1) == "of";
        let of_all = text(start - 1) == "are" && text(*at) == "skills" && at + 1 == all;
        one || of_them || of_all
    })?;
    let is_skill = said.tokens[end..]
        .iter()
        .any(|token| matches!(token.text(), "skill" | "skills"));
    let within = sight.rest().iter().all(|at| (start..end).contains(at));
    let asks = start == 1 || said.tokens[start - 1].gap > Gap::Space;
    let names_it = !matches!(
        text(start),
        "there" | "it" | "this" | "that" | "which" | "what"
    );
    let nothing = sight.rest().is_empty() || !sight.bound.names_nothing();
    if nothing || !is_skill || !within || !asks || !names_it {
        return None;
    }
    let mut near = topics::skills_named_for(sight, &(start..end));
    near.truncate(MOST_CHOICES);
    Some(not_in_framework(said, start..end, near, 80))
}

/// The answer that there is nothing of a name, and what comes near.
fn not_in_framework(
    said: &Utterance<'_>,
    name: Range<usize>,
    near: Vec<Subject>,
    certainty: u8,
) -> Recognised {
    let what = said.typed(name).to_owned();
    let unclear = Unclear::NotInFramework { what, near };
    Recognised::sure(Question::NoMatch(unclear), certainty)
}

/// The title of a job in a question.
struct Title {
    tokens: Range<usize>,
    /// Those of them that say what the job is about.
    topic: Range<usize>,
}

/// The words that nothing explains, where they are a title: "head of" and
/// anything, or words that end in what somebody is. One of these alone, and
/// without a seniority, is none.
fn title(sight: &Sight<'_, '_>) -> Option<Title> {
    let said = sight.said;
    let rest = sight.rest();
    let (first, last) = (*rest.first()?, *rest.last()?);
    let parted = |pair: &[usize]| pair[0] + 1 != pair[1] || said.tokens[pair[1]].gap != Gap::Space;
    if rest.windows(2).any(parted) {
        return None;
    }
    let seniority = |at: &usize| said.seniorities[*at].is_some();
    let before = first.checked_sub(1);
    let mut of = (0..first).rev();
    let of = of.find(|at| !said.tokens[*at].marks.determiner);
    let of = of.filter(|at| said.tokens[*at].text() == "of");
    let head = of.and_then(|of| of.checked_sub(1));
    if let Some(head) = head.filter(|at| said.seniorities[*at] == Some(Seniority::Head)) {
        return Some(Title {
            tokens: head..last + 1,
            topic: first..last + 1,
        });
    }
    let ranked = before.filter(seniority);
    let long = rest.len() > 1 || ranked.is_some();
    (long && is_title(sight, last)).then(|| Title {
        tokens: ranked.unwrap_or(first)..last + 1,
        topic: first..last,
    })
}

/// Whether a word says what somebody is: it ends a role's name, or the titles of
/// other jobs.
fn is_title(sight: &Sight<'_, '_>, at: usize) -> bool {
    let said = sight.said;
    let marks = said.tokens[at].marks;
    let ends = |choice: &Choice| matches!(choice.named, Named::Role(_)) && choice.has_last();
    let ends_a_role = said
        .mentions
        .iter()
        .any(|mention| mention.used.has(at) && mention.choices.iter().any(ends));
    marks.title || marks.profession || ends_a_role
}

/// The place of a name in a question that asks for one: between "what does a"
/// and "do", behind "what is a", between "skills does a" and "need".
fn slot(sight: &Sight<'_, '_>) -> Option<Range<usize>> {
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
