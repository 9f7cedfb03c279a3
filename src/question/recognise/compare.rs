//! How two roles or levels differ: in which words it is asked.

use super::pairs::{found, of_one_kind, pair};
use super::skill_at_level::only_place;
use super::skills::{asks_what_it_is, points_at_it, speaks_of_skill};
use super::{Recognised, Sight};
use crate::question::Kind;
use crate::question::bound::Placed;
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::subject::Position;
use crate::question::token::Token;

/// "what's the difference between a data engineer and a data analyst?"
pub(super) fn compare(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // "Cook v baker, what's the split?"
    let is_against = |at: usize| matches!(said.text(at), "v" | "against" | "beside");
    let pair_named = sight.bound.two_positions();
    let may_be = pair_named.is_some()
        || said.context.kind.is_some()
        || said.has_any(&[Cue::Compare, Cue::Technical]);
    if !may_be && !measures(sight) {
        return None;
    }
    let against =
        pair_named.is_some_and(|(one, other)| (one.tokens.end..other.tokens.start).any(is_against));
    // "Now the head cook, same thing", after the skills of another.
    let again = said.has(Cue::Again) && pair_named.is_none();
    let only_again = |heard: &Heard| heard.own.iter().all(|at| said.is_of(Cue::Again, *at));
    let mut compares = said.cues.iter().filter(|heard| heard.cue == Cue::Compare);
    let asked = compares.any(|heard| !(again && only_again(heard)))
        || against
        || lacks(sight)
        || measures(sight)
        || asks_of_each(sight)
        || asks_which_is_higher(sight)
        || of_both_tracks(sight)
        || is_the_same(sight)
        || pair_named.is_some_and(|pair| denies_one(sight, pair))
        || (said.context.kind == Some(Kind::Compare)
            && said.has(Cue::GoingOn)
            && !said.has_any(&[Cue::Duties, Cue::Skills])
            && !asks_what_it_is(said)
            && sight.bound.positions.len() == 1);
    // "I go form cook to baker".
    let to = |(first, second): (&Placed<Position>, &Placed<Position>)| {
        let between = said.tokens.get(first.tokens.end..second.tokens.start);
        let mut between = between.unwrap_or_default().iter();
        let joins = between.next().is_some_and(|token| token.text() == "to");
        joins && between.all(|token| token.marks.determiner)
    };
    let bare_pair = pair_named.is_some_and(|pair| sight.rest().is_empty() || to(pair))
        && !said.has_any(&[Cue::Skills, Cue::Levels]);
    // "Out of cooks and bakers, who has to be better at it?", "do cooks need it, as a
    // trainee?", after a skill.
    let of_skill = said.context.kind.is_some_and(speaks_of_skill)
        && points_at_it(sight)
        && said.has_any(&[Cue::Need, Cue::HowMuch])
        && (said.has(Cue::Who) || only_place(sight).is_some());
    if !asked && !bare_pair || of_skill {
        return None;
    }
    let (first, second, from_context) = pair(sight)?;
    let (first, second) = of_one_kind(sight, first, second);
    (first != second).then_some(())?;
    Some(found(sight, Question::Compare(first, second), from_context))
}

/// "Which of these does a senior not need?", after the skills of another level.
pub(super) fn lacks(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    if said.context.kind.is_none() {
        return false;
    }
    let negates = |at: usize| matches!(said.text(at), "not" | "doesnt" | "dont" | "wont" | "no");
    let needs = |at: usize| {
        matches!(
            said.text(at),
            "have" | "has" | "need" | "needs" | "get" | "ask" | "asks" | "asked"
        )
    };
    let which = matches!(said.text(0), "which" | "what");
    let of_list =
        (which || said.has_any(&[Cue::Both, Cue::Pointing])) && (0..said.tokens.len()).any(needs);
    // "Which of those does the head have to be better at?"
    let more = |at: usize| matches!(said.text(at), "better" | "higher" | "stronger");
    let after_skills = said.context.kind == Some(Kind::LevelSkills);
    let of_one = sight.bound.positions.len() == 1 && sight.bound.skills.is_empty();
    let differs = (0..said.tokens.len()).any(|at| negates(at) || more(at));
    // "Have they got anything that a baker hasn't?"
    let hasnt = |at: usize| matches!(said.text(at), "hasnt" | "havent" | "doesnt" | "dont");
    let last = said.tokens.len().saturating_sub(1);
    let of_place = said.context.kind.is_some_and(|kind| !kind.is_of_skill());
    let anything = (0..last).any(|at| said.text(at) == "anything");
    let has_more = of_place && anything && hasnt(last);
    of_one && (after_skills && of_list && differs || has_more)
}

/// "A cook or a baker. What does each do?"
pub(super) fn asks_of_each(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let each = said.tokens.iter().any(|token| token.text() == "each");
    each && said.has(Cue::Duties) && sight.bound.two_positions().is_some()
}

/// "How close is a baker to it?": two are measured against each other, and none is looked
/// for.
pub(super) fn measures(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let near = |at: usize| matches!(said.text(at), "close" | "similar" | "near" | "alike");
    let is = |at: usize| matches!(said.text(at), "is" | "are" | "to");
    let mut all = 0..said.tokens.len();
    let how = all.any(|at| said.text(at) == "how" && near(at + 1) && is(at + 2));
    // "Is a baker similar to a cook?"
    let whether = matches!(said.text(0), "is" | "are") && sight.bound.two_positions().is_some();
    (how || whether) && pair(sight).is_some()
}

/// "What is asked of a head cook that isn't asked of a cook?"
fn denies_one(
    sight: &Sight<'_, '_>,
    (first, second): (&Placed<Position>, &Placed<Position>),
) -> bool {
    let said = sight.said;
    let negates = |at: usize| {
        matches!(
            said.text(at),
            "not" | "isnt" | "arent" | "doesnt" | "dont" | "wouldnt" | "never"
        )
    };
    let between = (first.tokens.end..second.tokens.start).any(negates);
    let behind = (second.tokens.end..said.tokens.len()).any(negates);
    said.has(Cue::Need) && (between || behind) && sight.bound.skills.is_empty()
}

/// "Isn't that what a baker does?", "how's that not just a baker?": what was spoken of is
/// held against the only place that is named.
fn is_the_same(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let [only] = sight.bound.positions.as_slice() else {
        return false;
    };
    if said.context.kind.is_none() {
        return false;
    }
    let opens = |at: &usize| {
        let is = matches!(
            said.text(*at),
            "is" | "are" | "isnt" | "arent" | "hows" | "how" | "not" | "so" | "reckons" | "thinks"
        );
        is && matches!(said.text(at + 1), "that" | "it" | "they" | "this" | "those")
    };
    let start = (0..only.tokens.start).find(opens);
    let same = |at: usize| {
        matches!(
            said.text(at),
            "not" | "isnt" | "arent" | "same" | "just" | "basically" | "what"
        )
    };
    let spoken_of = said.context.kind.is_some_and(|kind| !kind.is_of_skill());
    let opens = start.is_some_and(|start| {
        (0..start).all(|at| said.is_filler(at) || said.is_weak(at) || said.is_cue(at))
    });
    spoken_of && opens && (0..only.tokens.start).any(same) && sight.bound.skills.is_empty()
}

/// "the technical against the management version": not "not management".
pub(super) fn of_both_tracks(sight: &Sight<'_, '_>) -> bool {
    let cues = &sight.said.cues;
    let technical = || cues.iter().filter(|heard| heard.cue == Cue::Technical);
    let apart = |heard: &Heard| {
        let within = |other: &Heard| heard.own.iter().all(|at| other.own.contains(at));
        heard.cue == Cue::Management && !technical().any(within)
    };
    technical().next().is_some() && cues.iter().any(apart)
}

/// "is a matron above a lead nurse?"
pub(super) fn asks_which_is_higher(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let opens = said.tokens.first().map(Token::text);
    let pair = sight.bound.two_positions();
    matches!(opens, Some("is" | "are")) && pair.is_some() && sight.rest().is_empty()
}
