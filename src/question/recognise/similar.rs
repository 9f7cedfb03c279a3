//! Which roles are near to one.

use super::compare::measures;
use super::lists::lists_all;
use super::pairs::spoken_of;
use super::skills::{points_at_it, speaks_of_skill};
use super::{Recognised, Sight};
use crate::question::Kind;
use crate::question::bound::Placed;
use crate::question::conversation::context_position;
use crate::question::cue::{Cue, Heard};
use crate::question::reading::Question;
use crate::question::subject::Position;
use crate::question::token::Token;

/// "which roles are most like a data engineer?"
pub(super) fn similar(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    if !said.has(Cue::Similar) || !sight.bound.skills.is_empty() || measures(sight) {
        return None;
    }
    // "Head sounds closest, what's that?"
    let sounds = |at: usize| {
        let nearest = matches!(said.text(at), "closest" | "nearest");
        nearest && matches!(said.text(at - 1), "sounds" | "seems" | "looks")
    };
    // "Is it closer to the senior one? How do they compare?"
    let says_compare = |at: usize| matches!(said.text(at), "compare" | "differ");
    let compares = (0..said.tokens.len()).any(says_compare) && spoken_of(said).is_some();
    if (1..said.tokens.len()).any(sounds) || compares {
        return None;
    }
    // "What other jobs are in here? All of them".
    if lists_all(said) {
        return None;
    }
    // "Does any other role need that?", after a skill: who else needs it.
    let needs = said.has(Cue::Need) && points_at_it(sight);
    if needs && said.context.kind.is_some_and(speaks_of_skill) && sight.bound.names_nothing() {
        return None;
    }
    // "I'm a cook, which roles are close to baker?"
    let asks_for_like = |heard: &&Heard| heard.cue == Cue::Similar;
    let end = said
        .cues
        .iter()
        .filter(asks_for_like)
        .map(|heard| heard.tokens.end)
        .max();
    let of_last = sight.bound.positions.last().filter(|last| {
        let between = end.and_then(|end| said.tokens.get(end..last.tokens.start));
        between.is_some_and(|between| between.iter().all(Token::is_filler))
    });
    match sight.bound.positions.as_slice() {
        [_, _, ..] => {
            let last = of_last?;
            Some(Recognised::sure(
                Question::SimilarRoles(last.what),
                last.certainty,
            ))
        }
        // "Other jobs like mine that aren't in pastry?"
        [placed] if is_ruled_out(sight, placed) => {
            let position = where_somebody_is(sight)?;
            let question = Question::SimilarRoles(position);
            Some(Recognised::in_context(question, position))
        }
        [placed] => Some(Recognised::sure(
            Question::SimilarRoles(placed.what),
            placed.certainty,
        )),
        [] if sight.bound.unclear_positions.is_empty() && sight.rest().is_empty() => {
            let position = where_somebody_is(sight)?;
            Some(Recognised::in_context(
                Question::SimilarRoles(position),
                position,
            ))
        }
        [] => {
            // "Like a trainee", where several roles have one.
            let [unclear] = sight.bound.unclear_positions.as_slice() else {
                return None;
            };
            let nothing_else = sight.rest().iter().all(|at| unclear.tokens.contains(at));
            let wanted = Some(Kind::SimilarRoles.into());
            let choices = unclear.choices.iter().copied();
            (unclear.is_named && nothing_else).then(|| Recognised::which(choices, wanted))
        }
    }
}

/// The place that was spoken of; after the way up somebody is still where it starts.
pub(super) fn where_somebody_is(sight: &Sight<'_, '_>) -> Option<Position> {
    let said = sight.said;
    let starts = said.context.subjects.first().and_then(|it| it.position());
    let is_way = said.context.kind == Some(Kind::Progression);
    starts.filter(|_| is_way).or_else(|| context_position(said))
}

/// Whether a place is said not to be wanted: "that isn't a baker", "other than baker".
pub(super) fn is_ruled_out(sight: &Sight<'_, '_>, placed: &Placed<Position>) -> bool {
    let said = sight.said;
    let mut before = (0..placed.tokens.start).rev();
    let before = before.find(|at| !said.tokens[*at].marks.determiner);
    before.is_some_and(|at| {
        let than = said.text(at) == "than" && at > 0 && said.text(at - 1) == "other";
        than || matches!(
            said.text(at),
            "isnt" | "arent" | "not" | "except" | "besides" | "outside" | "beyond"
        )
    })
}
