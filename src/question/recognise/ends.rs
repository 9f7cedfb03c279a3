//! Of the two ends of a move or a comparison one is plain, and the other is not clear
//! or is not there. It is asked or said, and never left out in silence.

use std::ops::Range;

use super::absent::{near, not_in_framework};
use super::{Recognised, Sight, choosing, job_title, move_ends};
use crate::question::bound::Placed;
use crate::question::cue::Cue;
use crate::question::ends::puts_two;
use crate::question::subject::Position;
use crate::question::token::Gap;
use crate::question::{Kind, Wanted};

/// "from tester to cook", where there are several testers: which one is asked, and
/// the other end is kept.
pub(super) fn unclear(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let [only] = sight.bound.positions.as_slice() else {
        return None;
    };
    let [open] = sight.bound.unclear_positions.as_slice() else {
        return None;
    };
    let kind = kind_of_two(sight)?;
    let is_start = kind == Kind::Progression && move_ends::is_left(sight, &only.tokens);
    let is_first = open.tokens.start < only.tokens.start && !is_start;
    let wanted = if is_first {
        Wanted::before(kind, only.what)
    } else {
        Wanted::behind(kind, only.what)
    };
    let choices = open.choices.iter().copied();
    Some(Recognised::which(choices, Some(wanted)))
}

/// What is asked of two.
fn kind_of_two(sight: &Sight<'_, '_>) -> Option<Kind> {
    let said = sight.said;
    if said.has(Cue::Similar) {
        return None;
    }
    let kinds = [
        (Cue::Shared, Kind::SharedSkills),
        (Cue::Progress, Kind::Progression),
        (Cue::Compare, Kind::Compare),
    ];
    let kind = kinds.into_iter().find(|(cue, _)| said.has(*cue));
    // "Pastry or grill?", and nothing else.
    let bare = puts_two(said) && sight.rest().is_empty();
    kind.map(|(_, kind)| kind)
        .or_else(|| bare.then_some(Kind::Compare))
}

/// "from butcher to cook", "I'm a food critic, how do I become a cook?": where
/// somebody is, or wants to get, is no role of the framework. To come from another trade
/// ("I'm a butcher") is no fault: [`titles`](super::titles) answers what the other end asks.
pub(super) fn missing(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let [only] = sight.bound.positions.as_slice() else {
        return None;
    };
    let is_chosen = choosing::chosen_pair(sight).is_some();
    if !sight.bound.unclear_positions.is_empty() || is_chosen {
        return None;
    }
    if let Some(end) = versus(sight, only) {
        return Some(not_in_framework(said, end, near(sight), 80));
    }
    // "From lowest to highest" are no two places.
    let is_end = |at: usize| matches!(said.text(at), "lowest" | "highest" | "bottom" | "top");
    let of_ladder = said.has(Cue::Levels) && (0..said.tokens.len()).any(is_end);
    if !said.has(Cue::Progress) || of_ladder {
        return None;
    }
    let end = other_end(sight, only).or_else(|| own_job(sight, only))?;
    Some(not_in_framework(said, end, near(sight), 80))
}

/// What stands at the other end of "from one to another", if it says anything.
fn other_end(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Range<usize>> {
    /// What somebody wants to do instead is longer than the name of a job.
    const LONGEST: usize = 2;
    let said = sight.said;
    let all = said.tokens.len();
    let from = (0..all).find(|at| said.text(*at) == "from")?;
    let to = (from + 1..all).find(|at| matches!(said.text(*at), "to" | "into"))?;
    if only.tokens.start > to {
        // "Can I come over from nursing? What does a cook do?"
        let parted = (to..=only.tokens.start).any(|at| said.tokens[at].gap == Gap::Hard);
        return content(sight, from + 1..to).filter(|_| !parted);
    }
    let clause = said.next_clause(to + 1).unwrap_or(all);
    let end = content(sight, to + 1..clause)?;
    let is_job = end.len() <= LONGEST && !said.text(end.start).ends_with("ing");
    (only.tokens.end <= to && is_job).then_some(end)
}

/// "Butcher vs cook": the word on the other side, where nothing knows it. What was spoken
/// of before is not meant then.
fn versus(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Range<usize>> {
    let said = sight.said;
    let parts = |at: &usize| matches!(said.text(*at), "vs" | "versus" | "v");
    let at = (1..said.tokens.len()).find(parts)?;
    let beside = if only.tokens.start > at {
        at - 1
    } else {
        at + 1
    };
    let is_other = beside < said.tokens.len() && !only.tokens.contains(&beside);
    (is_other && sight.rest().contains(&beside)).then_some(beside..beside + 1)
}

/// "I'm a food critic": the title of a job that somebody says they have.
fn own_job(sight: &Sight<'_, '_>, only: &Placed<Position>) -> Option<Range<usize>> {
    let said = sight.said;
    let mine = said.cues.iter().find(|heard| heard.cue == Cue::Mine)?;
    let moves = said.cues.iter().find(|heard| heard.cue == Cue::Progress)?;
    let articles = ["a", "an"];
    let start = mine.tokens.start;
    let article = (start..start + 3).find(|at| articles.contains(&said.text(*at)))?;
    let end = content(sight, article + 1..moves.tokens.start)?;
    let follows = end.start == article + 1 && moves.tokens.end <= only.tokens.start;
    let together = end
        .clone()
        .skip(1)
        .all(|at| said.tokens[at].gap == Gap::Space);
    (follows && together && job_title::is_title(sight, end.end - 1)).then_some(end)
}

/// The words of some that carry meaning, from the first to the last.
fn content(sight: &Sight<'_, '_>, within: Range<usize>) -> Option<Range<usize>> {
    let said = sight.said;
    let carries = |at: &usize| !said.is_filler(*at) && !said.is_cue(*at);
    let first = within.clone().find(carries)?;
    let last = within.rev().find(carries)?;
    Some(first..last + 1)
}
