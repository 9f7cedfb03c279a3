//! Mentions bound to the framework: which roles, levels and skills a person
//! means, what is not certain, and what is not there.

use std::ops::Range;

use super::conversation::context_role;
use super::cue::Cue;
use super::mention::{Choice, Mention, Quality};
use super::names::Named;
use super::reading::Correction;
use super::subject::{Position, Subject};
use super::utterance::Utterance;
use super::verdict::{Verdict, certainty, preferred, verdict};
use crate::framework::{Framework, LevelId, Requirement, RoleId, RoleLevel, Seniority, SkillId};

/// Something that was mentioned, and where.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    /// What it is.
    pub(super) what: T,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// How sure it is, from 0 to 100.
    pub(super) certainty: u8,
}

/// Words that fit several things equally well.
#[derive(Debug, Clone)]
pub(super) struct Ambiguity {
    pub(super) choices: Vec<Subject>,
    pub(super) tokens: Range<usize>,
}

/// Everything that an utterance mentions, bound to the framework.
#[derive(Debug, Default)]
pub(super) struct Bound {
    pub(super) positions: Vec<Placed<Position>>,
    pub(super) skills: Vec<Placed<SkillId>>,
    /// Roles and levels of which it is not clear which one is meant.
    pub(super) unclear_positions: Vec<Ambiguity>,
    /// Skills of which it is not clear which one is meant.
    pub(super) unclear_skills: Vec<Ambiguity>,
    /// A level that a role does not have, as it was asked for.
    pub(super) no_such_level: Option<(RoleId, String)>,
    /// What comes near a name that the framework does not have.
    pub(super) near: Vec<Subject>,
    pub(super) corrections: Vec<Correction>,
}

/// How many choices are offered at the most: a list on a phone.
pub(super) const MOST_CHOICES: usize = 5;

impl Bound {
    /// Binds what an utterance mentions.
    pub(super) fn new(utterance: &Utterance<'_>) -> Self {
        let mut bound = Self::default();
        for mention in &utterance.mentions {
            bound.add(utterance, mention);
        }
        bound.settle_skills(utterance.framework);
        bound.bind_extremes(utterance);
        bound.bind_seniorities(utterance);
        bound.bind_tracks(utterance);
        bound.positions.sort_by_key(|placed| placed.tokens.start);
        bound
    }

    /// Whether a token belongs to something that is mentioned: a skill that is
    /// not clear excepted, which may be a topic.
    pub(super) fn has(&self, at: usize) -> bool {
        self.positions
            .iter()
            .any(|placed| placed.tokens.contains(&at))
            || self.skills.iter().any(|placed| placed.tokens.contains(&at))
            || self
                .unclear_positions
                .iter()
                .any(|unclear| unclear.tokens.contains(&at))
    }

    fn add(&mut self, utterance: &Utterance<'_>, mention: &Mention) {
        let choices = preferred(utterance.framework, &mention.choices);
        let Some(first) = choices.first() else { return };
        let subjects: Vec<Subject> = choices.iter().map(|choice| subject(choice.named)).collect();
        match verdict(utterance, mention, &choices) {
            Verdict::Meant => self.place(utterance, mention, first),
            Verdict::Unclear => {
                let mut choices = subjects;
                if first.quality == Quality::Doubtful {
                    choices.extend(without_seniority(utterance.framework, first.named));
                }
                self.near.extend(choices.iter().copied());
                let is_skill = matches!(first.named, Named::Skill(_));
                let list = if is_skill {
                    &mut self.unclear_skills
                } else {
                    &mut self.unclear_positions
                };
                list.push(Ambiguity {
                    choices,
                    tokens: mention.tokens.clone(),
                });
            }
            Verdict::Near => self.near.extend(subjects),
            Verdict::Nothing => {}
        }
    }

    fn place(&mut self, utterance: &Utterance<'_>, mention: &Mention, choice: &Choice) {
        let tokens = mention.tokens.clone();
        let certainty = certainty(choice);
        if let Some(correction) =
            utterance.correction(mention, name(utterance.framework, choice.named))
        {
            self.corrections.push(correction);
        }
        match choice.named {
            Named::Role(role) => self.positions.push(Placed {
                what: Position::Role(role),
                tokens,
                certainty,
            }),
            Named::Level(level) => self.positions.push(Placed {
                what: Position::Level(level),
                tokens,
                certainty,
            }),
            Named::Skill(skill) => self.skills.push(Placed {
                what: skill,
                tokens,
                certainty,
            }),
            Named::Family(_) => {}
        }
    }

    /// "The most junior kind of data engineer": the lowest or highest level of
    /// the role, where that is certain.
    fn bind_extremes(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let lowest = utterance.has(Cue::LowestLevel);
        let [only] = self.positions.as_mut_slice() else {
            return;
        };
        let Position::Role(role) = only.what else {
            return;
        };
        if !lowest && !utterance.has(Cue::HighestLevel) {
            return;
        }
        let ladder = framework.role(role).ladder();
        let rung = if lowest {
            ladder.rungs().first()
        } else {
            ladder.rungs().last()
        };
        if let Some(level) = rung
            .and_then(|rung| rung.first())
            .filter(|level| ladder.is_certain(**level))
        {
            only.what = Position::Level(*level);
        }
    }

    /// Where a name is that of several skills, and one of them is asked of the
    /// only role that is mentioned, that one is meant; also where the role asks
    /// not the plain one but one with a bracket behind the same name.
    fn settle_skills(&mut self, framework: &Framework) {
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
    fn bind_seniorities(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let used = |at: usize| {
            utterance
                .mentions
                .iter()
                .any(|mention| mention.used.contains(&at) && !is_dropped(self, mention))
        };
        let is_extreme = |at: usize| {
            let extremes = [Cue::LowestLevel, Cue::HighestLevel];
            utterance
                .cues
                .iter()
                .any(|heard| extremes.contains(&heard.cue) && heard.own.contains(&at))
        };
        let free: Vec<(usize, Seniority)> = (0..utterance.tokens.len())
            .filter(|at| !used(*at) && !is_extreme(*at))
            .filter_map(|at| Some((at, utterance.seniorities[at]?)))
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

    /// "On the management side": of the levels that stand side by side on a rung,
    /// the one of the track that is asked for.
    fn bind_tracks(&mut self, utterance: &Utterance<'_>) {
        let managing = utterance.has(Cue::Management);
        if managing == utterance.has(Cue::Technical) || utterance.has(Cue::Compare) {
            return;
        }
        let framework = utterance.framework;
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

/// The role of a level: what is meant where a word before it is no seniority.
fn without_seniority(framework: &Framework, named: Named) -> Option<Subject> {
    match named {
        Named::Level(level) => Some(Subject::Role(framework.level(level).role())),
        Named::Role(_) | Named::Skill(_) | Named::Family(_) => None,
    }
}

/// Whether a seniority word belongs to the name of a role near it: "data analyst
/// at senior level" is one level, "from data analyst to senior" two.
fn belongs_to(utterance: &Utterance<'_>, word: &Range<usize>, name: &Range<usize>) -> bool {
    /// How many words may stand between the two.
    const NEAR: usize = 6;
    let between = word.end.min(name.end)..word.start.max(name.start);
    let parts = |at: usize| {
        matches!(
            utterance.tokens[at].text.as_str(),
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

/// What a name stands for, as a subject.
pub(super) fn subject(named: Named) -> Subject {
    match named {
        Named::Family(family) => Subject::Family(family),
        Named::Role(role) => Subject::Role(role),
        Named::Level(level) => Subject::Level(level),
        Named::Skill(skill) => Subject::Skill(skill),
    }
}

pub(super) fn name(framework: &Framework, named: Named) -> &str {
    match named {
        Named::Family(family) => framework.family(family).name(),
        Named::Role(role) => framework.role(role).name(),
        Named::Level(level) => framework.level(level).name(),
        Named::Skill(skill) => framework.skill(skill).name(),
    }
}

/// The role of a position.
pub(super) fn role_of(framework: &Framework, position: Position) -> RoleId {
    match position {
        Position::Role(role) => role,
        Position::Level(level) => framework.level(level).role(),
    }
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

/// The skills that a position asks.
pub(super) fn skills_of(framework: &Framework, position: Position) -> Vec<SkillId> {
    let mut skills: Vec<SkillId> = match position {
        Position::Role(role) => framework
            .requirements_of(role)
            .map(|(_, asked)| asked.skill())
            .collect(),
        Position::Level(level) => framework
            .level(level)
            .requirements()
            .iter()
            .map(Requirement::skill)
            .collect(),
    };
    skills.sort_unstable();
    skills.dedup();
    skills
}

/// The level of a role with a seniority; of several tracks the first.
pub(super) fn level_with(
    framework: &Framework,
    role: RoleId,
    seniority: Seniority,
) -> Option<LevelId> {
    framework
        .levels_of(role)
        .find(|level| Seniority::in_name(level.name()) == seniority)
        .map(RoleLevel::id)
}
