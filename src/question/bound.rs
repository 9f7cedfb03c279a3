//! Mentions bound to the framework: which roles, levels and skills a person
//! means, what is not certain, and what is not there.

use std::ops::Range;

use super::ends::are_joined;
use super::mention::{Choice, Mention, Quality};
use super::names::Named;
use super::reading::Correction;
use super::subject::{Position, Subject};
use super::token::Gap;
use super::utterance::Utterance;
use super::verdict::{Verdict, certainty, preferred, verdict};
use crate::framework::{Framework, Requirement, RoleId, SkillId};

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
    /// Whether the words are the name of each, but for a bracket behind it.
    pub(super) is_named: bool,
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
    /// The place, in `positions`, of the first that is joined to the next: "a cook and a
    /// baker".
    first_joined: Option<usize>,
    /// What comes near a name that the framework does not have.
    pub(super) near: Vec<Subject>,
    /// What was read other than it was typed, each with what it was read as.
    pub(super) corrections: Vec<(Subject, Correction)>,
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
        bound.bind_spoken_of(utterance);
        bound.forget_what_is_denied(utterance);
        bound.settle_disciplines(utterance);
        bound.settle_loose(utterance);
        bound.settle_ends(utterance);
        bound.ask_for_namesakes(utterance);
        bound.settle_skills(utterance);
        bound.forget_adjectives(utterance);
        bound.bind_rungs(utterance);
        bound.bind_seniorities(utterance);
        bound.bind_same_level(utterance);
        bound.miss_ranks(utterance);
        bound.bind_tracks(utterance);
        bound.forget_what_is_said_twice();
        bound.positions.sort_by_key(|placed| placed.tokens.start);
        bound.first_joined = bound.positions.windows(2).position(|pair| {
            let (one, next) = (&pair[0].tokens, &pair[1].tokens);
            // "A cook, a baker or a porter": those behind a comma are joined as well.
            let in_list = one.end == next.start && utterance.tokens[next.start].gap < Gap::Hard;
            let joined = in_list || are_joined(utterance, one, next);
            pair[0].what != pair[1].what && joined
        });
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

    /// Two positions: of more than two the first that are joined, else the first and
    /// the first other one. What is said twice is one.
    pub(super) fn two_positions(&self) -> Option<(&Placed<Position>, &Placed<Position>)> {
        if let Some(first) = self.first_joined {
            return Some((&self.positions[first], &self.positions[first + 1]));
        }
        let (first, rest) = self.positions.split_first()?;
        let another = rest.iter().find(|placed| placed.what != first.what)?;
        Some((first, another))
    }

    /// Whether no role, no level and no skill is meant for certain.
    pub(super) fn names_nothing(&self) -> bool {
        self.positions.is_empty() && self.skills.is_empty()
    }

    /// "With my glazing ..., who needs glazing?" names one skill, and it is the last
    /// place where something is asked of it.
    fn forget_what_is_said_twice(&mut self) {
        if self.skills.len() < 2 {
            return;
        }
        let all = self.skills.clone();
        self.skills.retain(|placed| {
            let mut others = all.iter();
            !others.any(|it| it.what == placed.what && it.tokens.start > placed.tokens.start)
        });
    }

    /// "I'm no cook, what is glazing?": what somebody is not, where something else is asked
    /// about.
    fn forget_what_is_denied(&mut self, utterance: &Utterance<'_>) {
        if self.positions.len() + self.skills.len() < 2 {
            return;
        }
        let is_denied = |placed: &Placed<Position>| {
            let start = placed.tokens.start;
            let mut before = (0..start).rev();
            let last = before.find(|at| !utterance.tokens[*at].marks.determiner);
            last.is_some_and(|at| {
                let together = (at..=start).all(|at| utterance.tokens[at].gap == Gap::Space);
                let denies = matches!(utterance.text(at), "no" | "not");
                let is_own = at.checked_sub(1).is_some_and(|at| {
                    matches!(utterance.text(at), "im" | "am" | "was" | "ive" | "being")
                });
                // "I'm a head cook, not pastry".
                let apart = utterance.tokens[at].gap > Gap::Space && at > 0;
                let ends = utterance
                    .tokens
                    .get(placed.tokens.end)
                    .is_none_or(|next| next.gap > Gap::Space);
                together && denies && (is_own || apart && ends)
            })
        };
        self.positions.retain(|placed| !is_denied(placed));
    }

    fn add(&mut self, utterance: &Utterance<'_>, mention: &Mention) {
        let choices = preferred(utterance.framework, &mention.choices);
        let Some(first) = choices.first() else { return };
        let subjects = || choices.iter().map(|choice| subject(choice.named));
        match verdict(utterance, mention, &choices) {
            Verdict::Meant => self.place(utterance, mention, first),
            Verdict::Unclear => {
                let mut choices: Vec<Subject> = subjects().collect();
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
                    is_named: first.is_complete()
                        && (first.quality == Quality::Exact
                            || first.quality == Quality::Slip && mention.used.len() > 1),
                });
            }
            Verdict::Near => self.near.extend(subjects()),
            Verdict::Nothing => {}
        }
    }

    /// Places what a mention is of, and notes where it is not what was typed.
    pub(super) fn place(&mut self, utterance: &Utterance<'_>, mention: &Mention, choice: &Choice) {
        let tokens = mention.tokens.clone();
        let certainty = certainty(choice);
        let read = name(utterance.framework, choice.named);
        let is_position = matches!(choice.named, Named::Role(_) | Named::Level(_));
        let passed_over = || {
            let of_position = utterance.passed_over(mention).filter(|_| is_position);
            of_position.map(|typed| Correction {
                typed: typed.to_owned(),
                read: read.to_owned(),
            })
        };
        if let Some(correction) = passed_over().or_else(|| utterance.correction(mention, read)) {
            self.corrections.push((subject(choice.named), correction));
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
}

/// The role of a level: what is meant where a word before it is no seniority.
fn without_seniority(framework: &Framework, named: Named) -> Option<Subject> {
    match named {
        Named::Level(level) => Some(Subject::Role(framework.level(level).role())),
        Named::Role(_) | Named::Skill(_) | Named::Family(_) => None,
    }
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
