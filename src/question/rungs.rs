//! Levels by their place on the ladder: "the most junior", "level 2".

use std::ops::Range;

use super::bound::{Ambiguity, Bound, Placed};
use super::conversation::{context_role, context_skill};
use super::cue::Cue;
use super::kind::Kind;
use super::subject::{Position, Subject};
use super::token::Gap;
use super::utterance::Utterance;
use crate::framework::{Ladder, LevelId, RoleLevel, Seniority};

impl Bound {
    /// "The most junior kind of data engineer", "the top one", "level 2": the level
    /// of the role at that place of its ladder, where that is certain.
    pub(super) fn bind_rungs(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let role = match self.positions.as_slice() {
            [only] => match only.what {
                Position::Role(role) => Some(role),
                Position::Level(level) => Some(framework.level(level))
                    .filter(|level| level.seniority() == Seniority::Unmarked)
                    .map(RoleLevel::role),
            },
            // "The top one, how much glazing do they need?", after the levels of a role.
            [] if utterance.context.kind == Some(Kind::LevelsOfRole)
                || self.skills.is_empty() && context_skill(utterance).is_none() =>
            {
                context_role(utterance)
            }
            _ => None,
        };
        let Some(ladder) = role.map(|role| framework.role(role).ladder()) else {
            return;
        };
        let rungs = ladder.rungs();
        // "How do the top two differ?" is of those that were listed.
        if asks_of_end_two(utterance) {
            return;
        }
        if let Some(ends) = two_rungs(utterance, role.map(|role| framework.role(role).ladder())) {
            self.positions = ends;
            return;
        }
        let asked = asked_rung(utterance, rungs.len(), self.positions.is_empty());
        let Some((rung, place)) = asked.or_else(|| self.extreme_before(utterance, rungs.len()))
        else {
            return;
        };
        let levels = rung
            .and_then(|rung| rungs.get(rung))
            .map_or(&[][..], Vec::as_slice);
        let Some(level) = levels.first().filter(|_| ladder.is_ordered()) else {
            if let (Some(place), Some(role)) = (place, role) {
                let what = utterance.typed(place).to_lowercase();
                self.no_such_level.get_or_insert((role, what));
            }
            return;
        };
        // What a head may need less of than a lead leaves them head.
        let is_last = rung.is_some_and(|rung| rung + 1 == rungs.len());
        let heads = |level: &LevelId| framework.level(*level).seniority() == Seniority::Head;
        let is_head = is_last && levels.iter().all(heads);
        // A trainee who is asked a skill that nobody else is asked stays a trainee.
        let begins = |level: &LevelId| {
            let rank = framework.level(*level).seniority();
            matches!(rank, Seniority::Apprentice | Seniority::Trainee)
        };
        let is_beginner = rung == Some(0) && levels.iter().all(begins);
        if !ladder.is_certain(*level) && !is_head && !is_beginner {
            if let (true, Some(role)) = (self.positions.is_empty(), role) {
                self.positions.push(Placed {
                    what: Position::Role(role),
                    tokens: 0..0,
                    certainty: 90,
                });
            }
            return;
        }
        if levels.len() > 1 {
            let name = self.positions.pop().map_or(0..0, |only| only.tokens);
            let place = place.unwrap_or_else(|| name.clone());
            let tokens = name.start.min(place.start)..name.end.max(place.end);
            let choices = levels.iter().copied().map(Subject::Level).collect();
            self.unclear_positions.push(Ambiguity {
                choices,
                tokens,
                is_named: false,
            });
            return;
        }
        match self.positions.first_mut() {
            Some(only) => only.what = Position::Level(*level),
            None => self.positions.push(Placed {
                what: Position::Level(*level),
                tokens: 0..0,
                certainty: 90,
            }),
        }
    }

    /// "The top cook": the word right before a name says an end of its ladder.
    fn extreme_before(
        &self,
        utterance: &Utterance<'_>,
        rungs: usize,
    ) -> Option<(Option<usize>, Option<Range<usize>>)> {
        let before = self.positions.first()?.tokens.start.checked_sub(1)?;
        let rung = match utterance.text(before) {
            "top" | "highest" => rungs.checked_sub(1),
            "bottom" | "lowest" => Some(0),
            _ => return None,
        };
        Some((rung, Some(before..before + 1)))
    }
}

/// "Third": a place in a list or on a ladder, the first is 0.
pub(super) fn ordinal(word: &str) -> Option<usize> {
    match word {
        "first" | "1st" => Some(0),
        "second" | "2nd" => Some(1),
        "third" | "3rd" => Some(2),
        "fourth" | "4th" => Some(3),
        "fifth" | "5th" => Some(4),
        _ => None,
    }
}

/// The number of a place that is counted from an end of a ladder, where 1 is the end
/// itself: from the second to the fourth.
fn between_ends(word: &str) -> Option<usize> {
    let number = ordinal(word)? + 1;
    (2..=4).contains(&number).then_some(number)
}

/// "Third one up": a place on the ladder, the lowest is 1.
pub(super) fn counted_up(utterance: &Utterance<'_>) -> Option<usize> {
    (0..utterance.tokens.len()).find_map(|at| {
        let number = between_ends(utterance.text(at))?;
        let one = usize::from(utterance.text(at + 1) == "one");
        (utterance.text(at + 1 + one) == "up").then_some(number)
    })
}

/// "The top two", "the bottom two".
fn asks_of_end_two(utterance: &Utterance<'_>) -> bool {
    (0..utterance.tokens.len()).any(|at| {
        let end = matches!(
            utterance.text(at),
            "top" | "bottom" | "highest" | "lowest" | "last"
        );
        end && matches!(utterance.text(at + 1), "two" | "2" | "couple")
    })
}

/// "How different is the bottom one from the top one?": both ends of a ladder, or two of its
/// rungs by their numbers.
fn two_rungs(utterance: &Utterance<'_>, ladder: Option<&Ladder>) -> Option<Vec<Placed<Position>>> {
    let ends = [Cue::LowestLevel, Cue::HighestLevel];
    // "From the lower one to the upper one", after the levels of a role.
    let says = |words: [&str; 2]| {
        let mut all = 0..utterance.tokens.len();
        all.any(|at| words.contains(&utterance.text(at)) && utterance.text(at + 1) == "one")
    };
    let of_ladder = utterance.context.kind == Some(Kind::LevelsOfRole);
    let by_words = of_ladder && says(["lower", "bottom"]) && says(["upper", "higher"]);
    let of_two = utterance.has_any(&[Cue::Compare, Cue::Progress]) && by_words;
    let both = utterance.has(Cue::Compare) && ends.iter().all(|end| utterance.has(*end));
    let rungs = ladder?.rungs();
    let [first, second] = if both || of_two {
        [(0, 0..0), (rungs.len().checked_sub(1)?, 0..0)]
    } else if of_ladder {
        numbered_two(utterance)?
    } else {
        return None;
    };
    let ladder = ladder.filter(|ladder| ladder.is_ordered())?;
    let placed = [first, second].into_iter().map(|(rung, tokens)| {
        match ladder.rungs().get(rung)?.as_slice() {
            [only] => Some(Placed {
                what: Position::Level(*only),
                tokens,
                certainty: 90,
            }),
            _ => None,
        }
    });
    placed.collect()
}

/// "I'm on the second rung, what do I need for the third?": two places on a ladder, with
/// their tokens.
fn numbered_two(utterance: &Utterance<'_>) -> Option<[(usize, Range<usize>); 2]> {
    let place = |at: usize| ordinal(utterance.text(at));
    let moves = utterance.has_any(&[Cue::Compare, Cue::Progress]);
    let needs = utterance.has(Cue::Mine) && utterance.has(Cue::Need);
    let rung = utterance.has(Cue::Levels);
    let mut numbered = (0..utterance.tokens.len()).filter_map(|at| Some((place(at)?, at..at + 1)));
    let two = [numbered.next()?, numbered.next()?];
    (numbered.next().is_none() && rung && (moves || needs)).then_some(two)
}

/// The place on a ladder of so many rungs that is asked for, the lowest is 0, and
/// the tokens that number it; no rung where there are not so many. Where the role
/// is that of the conversation, "the highest" is its highest level too.
fn asked_rung(
    utterance: &Utterance<'_>,
    rungs: usize,
    of_context: bool,
) -> Option<(Option<usize>, Option<Range<usize>>)> {
    if let Some((number, from_highest)) = number_from_end(utterance) {
        let rung = if from_highest {
            rungs.checked_sub(number)
        } else {
            number.checked_sub(1)
        };
        return Some((rung, None));
    }
    // "Skills for the lower one?", after the levels of a role.
    if utterance.context.kind == Some(Kind::LevelsOfRole) && of_context {
        let says = |words: [&str; 2]| {
            let mut all = 0..utterance.tokens.len();
            let is_one = |at: usize| {
                let next = utterance.tokens.get(at);
                matches!(utterance.text(at), "one" | "of" | "level")
                    || next.is_none_or(|next| next.gap > Gap::Space)
            };
            all.any(|at| words.contains(&utterance.text(at)) && is_one(at + 1))
        };
        if let Some(number) = counted_up(utterance) {
            return Some((number.checked_sub(1), None));
        }
        if says(["middle", "mid"]) && rungs % 2 == 1 {
            return Some((Some(rungs / 2), None));
        }
        if says(["lower", "bottom"]) {
            return Some((Some(0), None));
        }
        if says(["higher", "upper"]) {
            return Some((rungs.checked_sub(1), None));
        }
    }
    // "Which skill is the highest?" is of no level.
    let of_context = of_context && !utterance.has(Cue::Skills);
    let has = |level: Cue, proficiency: Cue| {
        utterance.has(level) || of_context && utterance.has(proficiency)
    };
    if has(Cue::LowestLevel, Cue::Lowest) {
        return Some((Some(0), None));
    }
    if has(Cue::HighestLevel, Cue::Highest) {
        return Some((rungs.checked_sub(1), None));
    }
    let (number, place) = numbered_rung(utterance)?;
    Some((number.checked_sub(1), Some(place)))
}

/// "The second highest": a place from the highest level down, or from the lowest up,
/// and whether it is from the highest.
pub(super) fn number_from_end(utterance: &Utterance<'_>) -> Option<(usize, bool)> {
    /// So many words may stand between the two, and the second.
    const MOST_BETWEEN: usize = 6;
    let tokens = &utterance.tokens;
    (1..tokens.len()).find_map(|at| {
        let place = between_ends(tokens[at - 1].text())?;
        // "The second one up from the bottom".
        let between = |at: &usize| {
            let small = tokens[*at].marks.determiner;
            small
                || matches!(
                    tokens[*at].text(),
                    "one" | "level" | "rung" | "up" | "down" | "from" | "most"
                )
        };
        let end = (at..tokens.len().min(at + MOST_BETWEEN)).find(|at| !between(at))?;
        match tokens[end].text() {
            "highest" | "top" => Some((place, true)),
            "lowest" | "bottom" => Some((place, false)),
            "senior" if tokens[end - 1].text() == "most" => Some((place, true)),
            "junior" if tokens[end - 1].text() == "most" => Some((place, false)),
            _ => None,
        }
    })
}

/// "Level 2", "the third level": a place on the ladder, the lowest is 1, and the
/// tokens that say it.
pub(super) fn numbered_rung(utterance: &Utterance<'_>) -> Option<(usize, Range<usize>)> {
    let number = |word: &str| {
        const ORDINALS: [[&str; 4]; 10] = [
            ["0", "zero", "zeroth", "0th"],
            ["1", "one", "first", "1st"],
            ["2", "two", "second", "2nd"],
            ["3", "three", "third", "3rd"],
            ["4", "four", "fourth", "4th"],
            ["5", "five", "fifth", "5th"],
            ["6", "six", "sixth", "6th"],
            ["7", "seven", "seventh", "7th"],
            ["8", "eight", "eighth", "8th"],
            ["9", "nine", "ninth", "9th"],
        ];
        let at = ORDINALS.iter().position(|forms| forms.contains(&word))?;
        Some((at, word == ORDINALS[at][0] || word == ORDINALS[at][1]))
    };
    let tokens = &utterance.tokens;
    (1..tokens.len()).find_map(|at| {
        let (before, word) = (tokens[at - 1].text(), tokens[at].text());
        let is_rung = |word: &str| matches!(word, "level" | "lvl" | "rung");
        if !is_rung(before) && !is_rung(word) {
            return None;
        }
        let place = match (number(before), number(word)) {
            // "Level 2" counts, and so does "second level"; "two levels" does not.
            (None, Some((place, true))) if is_rung(before) => Some(place),
            (Some((place, false)), None) if is_rung(word) => Some(place),
            _ => None,
        };
        Some((place?, at - 1..at + 1))
    })
}
