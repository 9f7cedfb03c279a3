//! What the mentions alone leave open, settled by the words around them: a level
//! by a seniority word, by "the most junior" or by its track; and one of several
//! skills by the role that asks it.

use std::ops::Range;

use super::bound::{Ambiguity, Bound, Placed, role_of, skills_of, subject};
use super::conversation::{context_position, context_role, context_skill};
use super::cue::Cue;
use super::mention::{Choice, Mention};
use super::subject::{Position, Subject};
use super::token::Gap;
use super::utterance::Utterance;
use crate::framework::{Framework, LevelId, RoleId, RoleLevel, Seniority, SkillId};

impl Bound {
    /// "The most junior kind of data engineer", "the top one", "level 2": the level
    /// of the role at that place of its ladder, where that is certain.
    pub(super) fn bind_rungs(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let role = match self.positions.as_slice() {
            [only] => match only.what {
                Position::Role(role) => Some(role),
                Position::Level(level) => Some(framework.level(level))
                    .filter(|level| Seniority::in_name(level.name()) == Seniority::Unmarked)
                    .map(RoleLevel::role),
            },
            [] if self.skills.is_empty() && context_skill(utterance).is_none() => {
                context_role(utterance)
            }
            _ => None,
        };
        let Some(ladder) = role.map(|role| framework.role(role).ladder()) else {
            return;
        };
        let rungs = ladder.rungs();
        let of_context = self.positions.is_empty();
        let numbered = numbered_rung(utterance);
        let rung = match () {
            () if utterance.has(Cue::LowestLevel) => rungs.first(),
            () if utterance.has(Cue::HighestLevel) => rungs.last(),
            () if of_context && utterance.has(Cue::Lowest) => rungs.first(),
            () if of_context && utterance.has(Cue::Highest) => rungs.last(),
            () => numbered
                .as_ref()
                .and_then(|(number, _)| rungs.get(number.checked_sub(1)?)),
        };
        let levels = rung.map_or(&[][..], Vec::as_slice);
        let Some(level) = levels.first().filter(|level| ladder.is_certain(**level)) else {
            return;
        };
        if levels.len() > 1 {
            let name = self.positions.pop().map_or(0..0, |only| only.tokens);
            let place = numbered.map_or_else(|| name.clone(), |(_, place)| place);
            let tokens = name.start.min(place.start)..name.end.max(place.end);
            let choices = levels.iter().copied().map(Subject::Level).collect();
            self.unclear_positions.push(Ambiguity { choices, tokens });
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

    /// Where a name is that of several skills, and one of them is asked of the
    /// only role that is mentioned, that one is meant; also where the role asks
    /// not the plain one but one with a bracket behind the same name.
    pub(super) fn settle_skills(&mut self, framework: &Framework) {
        let [only] = self.positions.as_slice() else {
            return;
        };
        let asked = skills_of(framework, only.what);
        self.unclear_skills.retain(|ambiguity| {
            let fitting: Vec<SkillId> = ambiguity
                .choices
                .iter()
                .filter_map(|choice| choice.skill().filter(|skill| asked.contains(skill)))
                .collect();
            if let [skill] = fitting.as_slice() {
                self.skills.push(Placed {
                    what: *skill,
                    tokens: ambiguity.tokens.clone(),
                    certainty: 85,
                });
            }
            fitting.len() != 1
        });
        for placed in &mut self.skills {
            if !asked.contains(&placed.what) {
                placed.what = namesake_among(framework, placed.what, &asked).unwrap_or(placed.what);
            }
        }
    }

    /// Binds the seniority words that stand apart from a name: to the role
    /// beside them, to the only role that is mentioned, or to the one that the
    /// conversation is about.
    pub(super) fn bind_seniorities(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let used = |at: usize| {
            utterance
                .mentions
                .iter()
                .any(|mention| mention.used.has(at) && !is_dropped(self, mention))
        };
        let is_extreme = |at: usize| {
            let extremes = [Cue::LowestLevel, Cue::HighestLevel];
            utterance
                .cues
                .iter()
                .any(|heard| extremes.contains(&heard.cue) && heard.own.contains(&at))
        };
        let said = utterance.seniorities.iter().enumerate();
        let free: Vec<(usize, Seniority)> = said
            .filter_map(|(at, seniority)| Some((at, (*seniority)?)))
            .filter(|(at, _)| !used(*at) && !is_extreme(*at) && self.is_level(utterance, *at))
            .collect();
        let mut bound: Vec<Placed<Position>> = Vec::new();
        for (at, seniority) in free {
            let from_here = self.role_for(framework, at);
            let from_context = if self.positions.is_empty()
                && self.unclear_positions.is_empty()
                && self.near.is_empty()
            {
                context_role(utterance)
            } else {
                None
            };
            let Some(role) = from_here.or(from_context) else {
                continue;
            };
            match level_with(framework, role, seniority) {
                Some(level) => {
                    bound.push(Placed {
                        what: Position::Level(level),
                        tokens: at..at + 1,
                        certainty: 95,
                    });
                }
                None if self.no_such_level.is_none() => {
                    self.no_such_level = Some((role, seniority.word().to_owned()));
                }
                None => {}
            }
        }
        for placed in bound {
            let role = role_of(framework, placed.what);
            let whole = self.positions.iter().position(|other| {
                other.what == Position::Role(role)
                    && belongs_to(utterance, &placed.tokens, &other.tokens)
            });
            match whole {
                Some(whole) => {
                    let range = &self.positions[whole].tokens;
                    let tokens =
                        range.start.min(placed.tokens.start)..range.end.max(placed.tokens.end);
                    self.positions[whole] = Placed { tokens, ..placed };
                }
                None if self.positions.iter().all(|other| other.what != placed.what) => {
                    self.positions.push(placed);
                }
                None => {}
            }
        }
    }

    /// "Deputy matron", "graduate cook": a word for a level right before a
    /// name that does not have it.
    pub(super) fn miss_ranks(&mut self, utterance: &Utterance<'_>) {
        let ranked = |placed: &&Placed<Position>| {
            let before = placed.tokens.start.checked_sub(1);
            before.is_some_and(|at| utterance.tokens[at].marks.rank && !self.has(at))
        };
        let missed = self.positions.iter().find(ranked).map(|placed| {
            let rank = utterance.typed(placed.tokens.start - 1..placed.tokens.start);
            (
                role_of(utterance.framework, placed.what),
                rank.to_lowercase(),
            )
        });
        self.no_such_level = self.no_such_level.take().or(missed);
    }

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
            && self.skills.is_empty()
        {
            self.positions.push(Placed {
                what: level,
                tokens: 0..0,
                certainty: 90,
            });
        }
        for placed in &mut self.positions {
            let Position::Level(level) = placed.what else {
                continue;
            };
            let is_second = |level: LevelId| framework.level(level).name().contains(" - ");
            let ladder = framework.role(framework.level(level).role()).ladder();
            let rung = ladder
                .rung_of(level)
                .map(|rung| ladder.rungs()[rung].as_slice());
            let mut of_track = rung
                .unwrap_or_default()
                .iter()
                .filter(|other| is_second(**other) == managing);
            if let (true, Some(other)) = (is_second(level) != managing, of_track.next()) {
                placed.what = Position::Level(*other);
            }
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
            let within_name = heard.own.iter().any(|at| self.has(*at));
            heard.cue == track
                && !within_name
                && (heard.own.len() > 1 || beside(&heard.own) || alone(&heard.own))
        })
    }

    /// Whether a seniority word that stands apart says a level. Before a word that
    /// no role has it says how senior others are, and so does its plural beside a
    /// role: "does a matron teach junior doctors?", "... teach juniors?"
    fn is_level(&self, utterance: &Utterance<'_>, at: usize) -> bool {
        let tokens = &utterance.tokens;
        let is_near = |at: usize| tokens.get(at).is_some_and(|next| next.gap == Gap::Space);
        let before = |placed: &Placed<Position>| placed.tokens.end == at && is_near(at);
        let behind = |placed: &Placed<Position>| placed.tokens.start == at + 1 && is_near(at + 1);
        if self.positions.iter().any(|p| before(p) || behind(p)) {
            return true;
        }
        let of_a_role = utterance.mentions.iter().any(|mention| {
            let is_position = |choice: &Choice| subject(choice.named).position().is_some();
            mention.used.has(at + 1) && mention.choices.iter().any(is_position)
        });
        let of_others = is_near(at + 1) && utterance.is_unexplained(at + 1) && !of_a_role;
        let asks_of_two = [Cue::Compare, Cue::Progress, Cue::Next, Cue::Levels];
        let singular = tokens[at].text().strip_suffix('s');
        let plural = singular.is_some_and(|word| Seniority::from_word(word).is_some());
        let of_others = of_others || plural && !utterance.has_any(&asks_of_two);
        !of_others || self.positions.is_empty()
    }

    /// The role that a seniority word belongs to: the nearest one behind it,
    /// else the nearest one before it.
    fn role_for(&self, framework: &Framework, at: usize) -> Option<RoleId> {
        let behind = self
            .positions
            .iter()
            .filter(|placed| placed.tokens.start > at)
            .min_by_key(|p| p.tokens.start);
        let before = self
            .positions
            .iter()
            .filter(|placed| placed.tokens.start < at)
            .max_by_key(|p| p.tokens.end);
        behind
            .or(before)
            .map(|placed| role_of(framework, placed.what))
    }
}

/// "Level 2", "the third level": a place on the ladder, the lowest is 1, and the
/// tokens that say it.
fn numbered_rung(utterance: &Utterance<'_>) -> Option<(usize, Range<usize>)> {
    let number = |word: &str| {
        const ORDINALS: [[&str; 4]; 9] = [
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
        Some((at + 1, word == ORDINALS[at][0] || word == ORDINALS[at][1]))
    };
    let tokens = &utterance.tokens;
    (1..tokens.len()).find_map(|at| {
        let (before, word) = (tokens[at - 1].text(), tokens[at].text());
        let is_rung = |word: &str| matches!(word, "level" | "lvl" | "rung");
        let place = match (number(before), number(word)) {
            // "Level 2" counts, and so does "second level"; "two levels" does not.
            (None, Some((place, true))) if is_rung(before) => Some(place),
            (Some((place, false)), None) if is_rung(word) => Some(place),
            _ => None,
        };
        Some((place?, at - 1..at + 1))
    })
}

/// Whether a seniority word belongs to the name of a role near it: "data analyst
/// at senior level" is one level, "from data analyst to senior" two.
fn belongs_to(utterance: &Utterance<'_>, word: &Range<usize>, name: &Range<usize>) -> bool {
    /// How many words may stand between the two.
    const NEAR: usize = 6;
    let between = word.end.min(name.end)..word.start.max(name.start);
    let parts = |at: usize| {
        matches!(
            utterance.tokens[at].text(),
            "to" | "from"
                | "and"
                | "or"
                | "vs"
                | "versus"
                | "than"
                | "with"
                | "between"
                | "against"
        )
    };
    between.len() <= NEAR && !between.clone().any(parts)
}

/// Whether a mention came to nothing: its seniority word is free then.
fn is_dropped(bound: &Bound, mention: &Mention) -> bool {
    let placed = bound
        .positions
        .iter()
        .any(|placed| placed.tokens == mention.tokens)
        || bound
            .skills
            .iter()
            .any(|placed| placed.tokens == mention.tokens)
        || bound
            .unclear_positions
            .iter()
            .any(|unclear| unclear.tokens == mention.tokens);
    !placed
}

/// The skill that has the name of another, and a bracket beside it, out of
/// some.
fn namesake_among(framework: &Framework, skill: SkillId, among: &[SkillId]) -> Option<SkillId> {
    let name = framework.skill(skill).name();
    among.iter().copied().find(|other| {
        framework
            .skill(*other)
            .name()
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(" ("))
    })
}

/// The level of a role with a seniority; of several tracks the first.
fn level_with(framework: &Framework, role: RoleId, seniority: Seniority) -> Option<LevelId> {
    framework
        .levels_of(role)
        .find(|level| Seniority::in_name(level.name()) == seniority)
        .map(RoleLevel::id)
}
