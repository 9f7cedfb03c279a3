//! Levels that stand side by side on a rung, by their track: "on the management side".

use std::ops::Range;

use super::bound::{Bound, Placed, role_of};
use super::conversation::context_position;
use super::cue::{Cue, Heard};
use super::subject::Position;
use super::utterance::Utterance;
use crate::framework::{Framework, LevelId, RoleLevel};

impl Bound {
    /// "On the management side": of the levels that stand side by side on a rung,
    /// the one of the track that is asked for.
    pub(super) fn bind_tracks(&mut self, utterance: &Utterance<'_>) {
        let technical = self.asks_for_track(utterance, Cue::Technical);
        let managing = !technical && self.asks_for_track(utterance, Cue::Management);
        if managing == technical || utterance.has(Cue::Compare) {
            return;
        }
        let framework = utterance.framework;
        if let Some(level @ Position::Level(_)) = context_position(utterance)
            && self.positions.is_empty()
            && (self.skills.is_empty() || utterance.has(Cue::HowMuch))
        {
            self.positions.push(Placed {
                what: level,
                tokens: 0..0,
                certainty: 90,
            });
        }
        let reached = reached_track(utterance).filter(|_| self.positions.len() == 1);
        let mut other_end = None;
        for placed in &mut self.positions {
            let Position::Level(level) = placed.what else {
                continue;
            };
            let is_second = |level: LevelId| framework.level(level).is_on_second_track();
            let ladder = framework.role(framework.level(level).role()).ladder();
            let rung = ladder
                .rung_of(level)
                .map(|rung| ladder.rungs()[rung].as_slice());
            let mut of_track = rung
                .unwrap_or_default()
                .iter()
                .filter(|other| is_second(**other) == managing);
            if is_second(level) == managing {
                continue;
            }
            if let Some(other) = of_track.next() {
                let other = Position::Level(*other);
                if let Some(tokens) = &reached {
                    other_end = Some(Placed {
                        what: other,
                        tokens: tokens.clone(),
                        certainty: placed.certainty,
                    });
                } else {
                    placed.what = other;
                }
            } else if managing
                && !utterance.has(Cue::Skills)
                && utterance
                    .cues
                    .iter()
                    .any(|heard| names_track(heard, placed))
            {
                let role = framework.level(level).role();
                let what = utterance.typed(placed.tokens.start..placed.tokens.end + 1);
                self.no_such_level
                    .get_or_insert((role, what.to_lowercase()));
            }
        }
        let named = reached.or_else(|| named_track(utterance));
        if let (Some(tokens), true, [only]) = (named, managing, self.positions.as_slice()) {
            self.miss_track(framework, only.what, utterance.typed(tokens));
        }
        self.positions.extend(other_end);
    }

    /// "From porter to management", where no level of a porter is on that track.
    fn miss_track(&mut self, framework: &Framework, position: Position, typed: &str) {
        let role = role_of(framework, position);
        if !framework.levels_of(role).any(RoleLevel::is_on_second_track) {
            let missing = (role, typed.to_lowercase());
            self.no_such_level.get_or_insert(missing);
        }
    }

    /// Whether a track is asked for in words of its own. A single word has to stand
    /// beside the level's name, for it may be part of what a skill is called ("the
    /// capacity management of a lead developer"), or be all that is said.
    fn asks_for_track(&self, utterance: &Utterance<'_>, track: Cue) -> bool {
        let beside = |own: &[usize]| {
            let mut positions = self.positions.iter();
            positions.any(|placed| {
                own.contains(&placed.tokens.end)
                    || placed
                        .tokens
                        .start
                        .checked_sub(1)
                        .is_some_and(|at| own.contains(&at))
            })
        };
        let alone = |own: &[usize]| {
            (0..utterance.tokens.len()).all(|at| own.contains(&at) || utterance.is_filler(at))
        };
        utterance.cues.iter().any(|heard| {
            let within_name = || heard.own.iter().any(|at| self.has(*at));
            heard.cue == track
                && !within_name()
                && (heard.own.len() > 1
                    || beside(&heard.own)
                    || alone(&heard.own)
                    || is_reached(utterance, heard))
        })
    }
}

/// Whether some words say nothing but a track: "management" in "the management track",
/// and where a move leads there.
pub(super) fn says_track(utterance: &Utterance<'_>, tokens: &Range<usize>) -> bool {
    let mut heard = utterance.cues.iter();
    heard.any(|heard| {
        let is_track = matches!(heard.cue, Cue::Management | Cue::Technical);
        let within = tokens.clone().all(|at| heard.own.contains(&at));
        let is_meant = || heard.own.len() > 1 || is_reached(utterance, heard);
        is_track && within && is_meant()
    })
}

/// "From lead cook to the management track": the words of a track that is reached.
fn reached_track(utterance: &Utterance<'_>) -> Option<Range<usize>> {
    let tracks = utterance
        .cues
        .iter()
        .filter(|heard| matches!(heard.cue, Cue::Management | Cue::Technical));
    let mut reached = tracks.filter(|heard| is_reached(utterance, heard));
    reached.next().map(|heard| heard.tokens.clone())
}

/// "The management track": the words of a track that is called one.
fn named_track(utterance: &Utterance<'_>) -> Option<Range<usize>> {
    let tracks = utterance.cues.iter();
    let mut tracks = tracks.filter(|heard| heard.cue == Cue::Management && heard.own.len() > 1);
    let is_called = |heard: &&Heard| {
        let last = utterance.text(heard.tokens.end - 1);
        matches!(last, "track" | "route" | "path" | "version" | "side")
    };
    tracks.find(is_called).map(|heard| heard.tokens.clone())
}

/// Whether a track is where a move leads: "to management".
fn is_reached(utterance: &Utterance<'_>, track: &Heard) -> bool {
    let leads = |at: usize| matches!(utterance.text(at), "to" | "into" | "onto");
    let mut before = (0..track.tokens.start).rev();
    let last = before.find(|at| !utterance.tokens[*at].marks.determiner);
    utterance.has(Cue::Progress) && (leads(track.tokens.start) || last.is_some_and(leads))
}

/// Whether the word right behind a level's name is that of a track: "lead cook -
/// management".
fn names_track(heard: &Heard, placed: &Placed<Position>) -> bool {
    heard.cue == Cue::Management && heard.own.len() == 1 && heard.own.contains(&placed.tokens.end)
}
