//! Which skill is meant, where the mentions alone leave it open: one of several of a name
//! by the role that asks it, and one that starts like everyday words for a role by what is
//! asked.

use std::ops::Range;

use super::bound::{Ambiguity, Bound, Placed, skills_of, subject};
use super::conversation::context_position;
use super::cue::{Cue, Heard};
use super::ends::only_place;
use super::mention::Mention;
use super::names::Named;
use super::recognise::LOOSE;
use super::subject::{Position, Subject};
use super::token::{Gap, Token};
use super::tracks::says_track;
use super::utterance::Utterance;
use crate::framework::{Framework, Skill, SkillId, fold};
use crate::search::words;

impl Bound {
    /// "Glazing", where there are "Glazing (pastry)" and "Glazing and icing", and no plain
    /// one: one word is too little to know which one is meant.
    pub(super) fn ask_for_namesakes(&mut self, utterance: &Utterance<'_>) {
        self.skills.retain(|placed| {
            let name = utterance.framework.skill(placed.what).name();
            if placed.tokens.len() > 1 || !name.contains(" (") {
                return true;
            }
            let alike = skills_starting_with(utterance, placed.tokens.start);
            if alike.len() < 2 || !alike.contains(&placed.what) {
                return true;
            }
            let others = alike.into_iter().filter(|skill| *skill != placed.what);
            let all = std::iter::once(placed.what).chain(others);
            self.unclear_skills.push(Ambiguity {
                choices: all.map(Subject::Skill).collect(),
                tokens: placed.tokens.clone(),
                is_named: true,
            });
            false
        });
    }

    /// Where a name is that of several skills, and one of them is asked of the
    /// only role that is mentioned, that one is meant; also where the role asks
    /// not the plain one but one with a bracket behind the same name.
    pub(super) fn settle_skills(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let position = match self.positions.as_slice() {
            [] => self.role_beside_skill(utterance),
            [only] => Some(only.what),
            _ => None,
        };
        let Some(position) = position else {
            self.settle_longer_of_context(utterance);
            return;
        };
        let asked = skills_of(framework, position);
        self.unclear_skills.retain(|ambiguity| {
            if says_track(utterance, &ambiguity.tokens) {
                return false;
            }
            let fitting: Vec<SkillId> = ambiguity
                .choices
                .iter()
                .filter_map(|choice| choice.skill().filter(|skill| asked.contains(skill)))
                .collect();
            // "How much glazing does a baker need?": of a longer name than others of its kind.
            let fitting = if fitting.is_empty() {
                asked_with(utterance, &asked, &ambiguity.tokens)
            } else {
                fitting
            };
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
            placed.what = asked_namesake(framework, placed.what, position);
            if !asked.contains(&placed.what)
                && let Some((longer, start)) = asked_longer(utterance, &asked, placed)
            {
                placed.what = longer;
                placed.tokens.start = start;
            }
        }
    }

    /// "Where should she be on menu planning?", after a cook who is asked "Menu planning and
    /// costing" and no "Planning".
    fn settle_longer_of_context(&mut self, utterance: &Utterance<'_>) {
        let points = utterance.has_any(&[Cue::Pointing, Cue::HowMuch, Cue::GoingOn]);
        let place = context_position(utterance).filter(|_| points);
        let (Some(place), true) = (place, self.positions.is_empty()) else {
            return;
        };
        let asked = skills_of(utterance.framework, place);
        // The only one of several that it asks.
        self.unclear_skills.retain(|unclear| {
            let choices = unclear.choices.iter().filter_map(|it| it.skill());
            let mut fitting = choices.filter(|skill| asked.contains(skill));
            let only = fitting.next().filter(|_| fitting.next().is_none());
            if let Some(what) = only {
                self.skills.push(Placed {
                    what,
                    tokens: unclear.tokens.clone(),
                    certainty: 85,
                });
            }
            only.is_none()
        });
        for placed in &mut self.skills {
            if !asked.contains(&placed.what)
                && let Some((longer, start)) = asked_longer(utterance, &asked, placed)
            {
                placed.what = longer;
                placed.tokens.start = start;
            }
        }
    }

    /// "What technical skills does a cook need?" asks for no skill that starts so, "a tasting
    /// meeting" and "what will they be tasting?" are of no tasting.
    pub(super) fn forget_adjectives(&mut self, utterance: &Utterance<'_>) {
        if self.positions.is_empty() {
            return;
        }
        self.skills.retain(|placed| {
            let occasion = matches!(
                utterance.text(placed.tokens.end),
                "meeting"
                    | "meetings"
                    | "session"
                    | "sessions"
                    | "workshop"
                    | "call"
                    | "day"
                    | "team"
            );
            let before = placed.tokens.start.checked_sub(1);
            let is_verb = before.is_some_and(|at| matches!(utterance.text(at), "be" | "been"));
            if occasion || is_verb && placed.tokens.len() == 1 {
                return false;
            }
            let name = utterance.framework.skill(placed.what).name();
            let in_part = words(name).count() > placed.tokens.len();
            !in_part || utterance.text(placed.tokens.end) != "skills"
        });
    }

    /// "Who needs pastry?", "pastry for a head cook": everyday words for a role with which
    /// a skill's name starts mean the skill, where something is asked that only a skill
    /// has.
    pub(super) fn settle_loose(&mut self, utterance: &Utterance<'_>) {
        let framework = utterance.framework;
        let is_loose = |placed: &Placed<Position>| placed.certainty <= LOOSE;
        let of_another = self.positions.iter().any(|placed| !is_loose(placed));
        let is_needed = |placed: &Placed<Position>| {
            let asks = |heard: &Heard| matches!(heard.cue, Cue::Need | Cue::HowMuch);
            let mut asking = utterance.cues.iter().filter(|heard| asks(heard));
            asking.any(|heard| {
                let end = heard.tokens.end;
                let between = utterance.tokens.get(end..placed.tokens.start);
                between.is_some_and(|between| between.iter().all(Token::is_filler))
            })
        };
        let of_skill =
            !utterance.proficiencies.is_empty() || of_another && !utterance.asks_of_two();
        // "Pastry?", after a level that asks a skill of that name.
        let asked = context_position(utterance).map(|at| skills_of(framework, at));
        let of_context = |it: &Placed<Position>| {
            let typed = fold(utterance.typed(it.tokens.clone()));
            let starts = |skill: &SkillId| fold(framework.skill(*skill).name()).starts_with(&typed);
            asked.as_ref().is_some_and(|asked| asked.iter().any(starts))
        };
        let is_meant = |it: &Placed<Position>| {
            is_loose(it)
                && (of_skill || is_needed(it) || !utterance.asks_of_two() && of_context(it))
        };
        let Some(place) = self.positions.iter().position(is_meant) else {
            return;
        };
        let typed = fold(utterance.typed(self.positions[place].tokens.clone()));
        let starts = |skill: &&Skill| {
            let name = fold(skill.name());
            let rest = name.strip_prefix(&typed);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let mut skills = framework.skills().iter().filter(starts);
        if let Some(skill) = skills.next().filter(|_| skills.next().is_none()) {
            let tokens = self.positions.remove(place).tokens;
            self.skills.push(Placed {
                what: skill.id(),
                tokens,
                certainty: 85,
            });
            self.skills.sort_by_key(|placed| placed.tokens.start);
        }
    }

    /// "Knife skills pastry": a word right beside a skill's name that says enough of one
    /// role. It tells which skill of that name is meant, and is part of it.
    fn role_beside_skill(&mut self, utterance: &Utterance<'_>) -> Option<Position> {
        let [skill] = self.skills.as_mut_slice() else {
            return None;
        };
        let touches = |mention: &&Mention| {
            let (of, tokens) = (&skill.tokens, &mention.tokens);
            let next = of.end.min(tokens.end) == of.start.max(tokens.start);
            next && utterance.tokens[of.start.max(tokens.start)].gap == Gap::Space
        };
        let mut beside = utterance.mentions.iter().filter(touches);
        let (mention, place) =
            beside.find_map(|mention| Some((mention, only_place(utterance, mention)?)))?;
        let position = subject(place.named).position()?;
        // Only where the role asks the skill at all.
        let meant = asked_namesake(utterance.framework, skill.what, position);
        if !skills_of(utterance.framework, position).contains(&meant) {
            return None;
        }
        self.unclear_positions
            .retain(|unclear| unclear.tokens != mention.tokens);
        let tokens = &mut skill.tokens;
        *tokens = tokens.start.min(mention.tokens.start)..tokens.end.max(mention.tokens.end);
        Some(position)
    }
}

/// The skills that a position asks whose names have all the words at some tokens.
fn asked_with(utterance: &Utterance<'_>, asked: &[SkillId], tokens: &Range<usize>) -> Vec<SkillId> {
    let dictionary = &utterance.interpreter.dictionary;
    let has_all = |skill: &&SkillId| {
        let name = words(utterance.framework.skill(**skill).name());
        let stems: Vec<_> = name.map(|word| dictionary.stem(&word.text)).collect();
        let mut said = tokens.clone().filter(|at| !utterance.is_filler(*at));
        said.all(|at| {
            let stem = utterance.tokens[at].stem;
            stem.is_some() && stems.contains(&stem)
        })
    };
    asked.iter().filter(has_all).copied().collect()
}

/// "Menu planning", where a position asks "Menu planning and costing" and not "Planning":
/// the only skill that it asks whose name has the word before as well; and where that
/// stands.
fn asked_longer(
    utterance: &Utterance<'_>,
    asked: &[SkillId],
    placed: &Placed<SkillId>,
) -> Option<(SkillId, usize)> {
    let start = placed.tokens.start.checked_sub(1)?;
    let tokens = &utterance.tokens[start..placed.tokens.end];
    let touches = tokens.get(1)?.gap == Gap::Space && !utterance.is_filler(start);
    let dictionary = &utterance.interpreter.dictionary;
    let has_all = |skill: &&SkillId| {
        let name = words(utterance.framework.skill(**skill).name());
        let stems: Vec<_> = name.map(|word| dictionary.stem(&word.text)).collect();
        tokens
            .iter()
            .all(|token| token.stem.is_some() && stems.contains(&token.stem))
    };
    let mut fitting = asked.iter().filter(has_all).filter(|_| touches);
    let only = fitting.next().filter(|_| fitting.next().is_none());
    only.map(|skill| (*skill, start))
}

/// The skills whose names start with the word at a token, in the framework's order.
fn skills_starting_with(utterance: &Utterance<'_>, at: usize) -> Vec<SkillId> {
    let Some(stem) = utterance.tokens[at].stem else {
        return Vec::new();
    };
    let names = &utterance.interpreter.names;
    let dictionary = &utterance.interpreter.dictionary;
    let starts = |skill: &SkillId| {
        let first = words(utterance.framework.skill(*skill).name()).next();
        first.and_then(|word| dictionary.stem(&word.text)) == Some(stem)
    };
    let with_it = names.with_stem(stem).iter();
    let skills = with_it.filter_map(|posting| match names.all[posting.name as usize].named {
        Named::Skill(skill) => Some(skill),
        Named::Role(_) | Named::Level(_) | Named::Family(_) => None,
    });
    let mut alike: Vec<SkillId> = skills.filter(starts).collect();
    alike.sort_unstable();
    alike.dedup();
    alike
}

/// The skill that a position asks where it is called so: another one with a bracket
/// behind the same name, where it is not asked itself.
pub(super) fn asked_namesake(framework: &Framework, skill: SkillId, position: Position) -> SkillId {
    let asked = skills_of(framework, position);
    let name = framework.skill(skill).name();
    let is_namesake = |other: &SkillId| {
        let rest = framework.skill(*other).name().strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(" ("))
    };
    if asked.contains(&skill) {
        return skill;
    }
    asked.iter().copied().find(is_namesake).unwrap_or(skill)
}
