//! Which level is meant, where the mentions alone leave it open: settled by a seniority
//! word apart from the name.

use super::bound::{Ambiguity, Bound, Placed, role_of};
use super::conversation::{context_position, context_role};
use super::cue::Cue;
use super::ends::are_joined;
use super::grading::JOINS;
use super::mention::Mention;
use super::seniority_words::{belongs_to, heads_another, is_called_so, level_spoken_of};
use super::subject::{Position, Subject};
use super::token::Gap;
use super::utterance::Utterance;
use crate::framework::{Framework, LevelId, Role, RoleId, RoleLevel, Seniority, SkillId, fold};

impl Bound {
    /// Binds the seniority words that stand apart from a name: to the role
    /// beside them, to the only role that is mentioned, or to the one that the
    /// conversation is about.
    pub(super) fn bind_seniorities(&mut self, utterance: &Utterance<'_>) {
        let shared = self.bind_shared_seniority(utterance);
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
            .filter(|(at, _)| {
                Some(*at) != shared
                    && !used(*at)
                    && !heads_another(utterance, *at)
                    && !is_extreme(*at)
                    && self.is_level(utterance, *at)
            })
            .collect();
        let mut bound: Vec<Placed<Position>> = Vec::new();
        for (at, seniority) in free {
            let from_here = self.role_for(utterance, at, seniority);
            let from_context = if self.positions.is_empty()
                && self.unclear_positions.is_empty()
                && self.near.is_empty()
            {
                context_role(utterance)
            } else {
                None
            };
            let Some(role) = from_here.or(from_context) else {
                self.ask_for_level_of(framework, at, seniority);
                continue;
            };
            let of_level = self.positions.iter().find(|placed| {
                let Position::Level(level) = placed.what else {
                    return false;
                };
                let namesake = framework.namesake(role).is_some_and(|it| it.id() == level);
                let adjoins = placed.tokens.start == at + 1;
                adjoins && utterance.tokens[at + 1].gap == Gap::Space && !namesake
            });
            let there = self.level_meant(utterance, role, seniority, at);
            match (there, of_level) {
                // "Senior matron": a level of a level.
                (Some(_), Some(placed)) => {
                    let what = utterance.typed(at..placed.tokens.end).to_lowercase();
                    self.no_such_level.get_or_insert((role, what));
                }
                (Some(level), None) => {
                    bound.push(Placed {
                        what: Position::Level(level),
                        tokens: at..at + 1,
                        certainty: 95,
                    });
                }
                // "And what does a chief do?", after a cook who has none: of the others.
                (None, _) if from_here.is_none() && is_called_so(utterance, at, seniority) => {}
                (None, _) if self.is_taken_back(utterance, at, role) => {}
                (None, _) => {
                    let missing = (role, seniority.word().to_owned());
                    self.no_such_level.get_or_insert(missing);
                }
            }
        }
        self.forget_framing_role(utterance, &bound);
        for placed in bound {
            let role = role_of(framework, placed.what);
            // "Developer" may be a role's level as well as what the role is called.
            let is_whole = |other: Position| match other {
                Position::Role(other) => other == role,
                Position::Level(level) => {
                    let level = framework.level(level);
                    level.role() == role && level.seniority() == Seniority::Unmarked
                }
            };
            let whole = self.positions.iter().position(|other| {
                is_whole(other.what) && belongs_to(utterance, &placed.tokens, &other.tokens)
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

    /// The level of a role that a word for a seniority means.
    fn level_meant(
        &self,
        utterance: &Utterance<'_>,
        role: RoleId,
        seniority: Seniority,
        at: usize,
    ) -> Option<LevelId> {
        // "Sorry, meant head cook", after a head porter, is no head porter.
        let adjoins = self.positions.iter().any(|placed| {
            placed.tokens.start == at + 1 && utterance.tokens[at + 1].gap == Gap::Space
        });
        // "What does the head cook need that the junior doesn't?", after a junior porter.
        let of_other = || level_spoken_of(utterance, role, seniority).filter(|_| !adjoins);
        level_with(utterance.framework, role, seniority).or_else(of_other)
    }

    /// "A senior cook... sorry, just cook": whether a role is named once more behind a word
    /// for a level of it that is taken back.
    fn is_taken_back(&self, utterance: &Utterance<'_>, at: usize, role: RoleId) -> bool {
        let mut behind = at + 1..utterance.tokens.len();
        let sorry = behind.find(|at| matches!(utterance.text(*at), "sorry" | "rather"));
        sorry.is_some_and(|sorry| {
            let mut positions = self.positions.iter();
            positions.any(|placed| {
                let same = role_of(utterance.framework, placed.what) == role;
                same && placed.tokens.start > sorry
            })
        })
    }

    /// "Cook vs baker at senior level": a seniority behind two roles is that of both. The
    /// token that says it.
    fn bind_shared_seniority(&mut self, utterance: &Utterance<'_>) -> Option<usize> {
        let framework = utterance.framework;
        let [one, other] = self.positions.as_slice() else {
            return None;
        };
        // What a whole role is called may have a seniority word in it.
        let is_whole = |placed: &Placed<Position>| match placed.what {
            Position::Role(_) => true,
            Position::Level(level) => {
                let level = framework.level(level);
                let namesake = framework.namesake(level.role()).map(RoleLevel::id);
                namesake == Some(level.id())
            }
        };
        let has = |placed: &Placed<Position>, rank: Seniority| match placed.what {
            Position::Role(_) => false,
            Position::Level(level) => framework.level(level).seniority() == rank,
        };
        let within = |at: usize| one.tokens.contains(&at) || other.tokens.contains(&at);
        let is_at = |at: usize| {
            at.checked_sub(1)
                .is_some_and(|at| utterance.text(at) == "at")
        };
        let mut ranks = utterance.seniorities.iter().enumerate();
        let (at, seniority) =
            ranks.find_map(|(at, rank)| Some((at, (*rank)?)).filter(|_| is_at(at)))?;
        let mut others = (0..utterance.tokens.len()).filter(|it| *it != at);
        let is_only = others.all(|it| utterance.seniorities[it].is_none() || within(it));
        let joined = are_joined(utterance, &one.tokens, &other.tokens);
        let behind = one.tokens.end <= at && other.tokens.start < at;
        // The last of the two may have it already.
        let are_whole = is_whole(one) && (is_whole(other) || has(other, seniority));
        let differ = role_of(framework, one.what) != role_of(framework, other.what);
        let moves = utterance.has_any(&[Cue::Progress, Cue::Next]);
        if !(is_only && joined && behind && are_whole && differ) || moves {
            return None;
        }
        for placed in &mut self.positions {
            let role = role_of(framework, placed.what);
            match level_with(framework, role, seniority) {
                Some(level) => placed.what = Position::Level(level),
                None => {
                    self.no_such_level
                        .get_or_insert((role, seniority.word().to_owned()));
                }
            }
        }
        Some(at)
    }

    /// "And a baker at the same level?", after a senior cook: the senior baker.
    pub(super) fn bind_same_level(&mut self, utterance: &Utterance<'_>) {
        let is_level = |at: usize| {
            matches!(
                utterance.text(at),
                "level" | "grade" | "rank" | "seniority" | "rung"
            )
        };
        let at_same = |at: usize| {
            let same = matches!(utterance.text(at), "same" | "equivalent");
            // "A baker of that rank".
            let that = matches!(utterance.text(at), "that" | "this")
                && matches!(
                    utterance.text(at + 1),
                    "rank" | "grade" | "seniority" | "rung"
                );
            let same = same || that;
            let at_it = |back: usize| {
                let before = at.checked_sub(back).map_or("", |at| utterance.text(at));
                before == "at" || that && before == "of"
            };
            let before = at_it(1) || at_it(2);
            let before = before || utterance.text(at + 2) == "in";
            same && before && is_level(at + 1) && utterance.text(at + 2) != "as"
        };
        let framework = utterance.framework;
        let ([only], Some(Position::Level(spoken_of))) =
            (self.positions.as_mut_slice(), context_position(utterance))
        else {
            return;
        };
        let spoken_of = framework.level(spoken_of);
        let seniority = spoken_of.seniority();
        let role = role_of(framework, only.what);
        let is_whole = match only.what {
            Position::Role(_) => true,
            Position::Level(level) => framework.level(level).seniority() == Seniority::Unmarked,
        };
        // "Same seniority, but pastry".
        let same_but = |at: usize| {
            let same = utterance.text(at) == "same" && is_level(at + 1);
            same && (utterance.text(at + 2) == "but" || only.tokens.start == at + 2)
        };
        let says_so = (0..utterance.tokens.len()).any(|at| at_same(at) || same_but(at));
        if !says_so || !is_whole || seniority == Seniority::Unmarked || role == spoken_of.role() {
            return;
        }
        match level_with(framework, role, seniority) {
            Some(level) => only.what = Position::Level(level),
            None => {
                self.no_such_level
                    .get_or_insert((role, seniority.word().to_owned()));
            }
        }
    }

    /// "What changes for a cook from junior to senior?": two levels of the only role that
    /// is mentioned, which is no third place.
    fn forget_framing_role(&mut self, utterance: &Utterance<'_>, levels: &[Placed<Position>]) {
        let [first, _, ..] = levels else { return };
        let [
            Placed {
                what: Position::Role(role),
                tokens,
                ..
            },
        ] = self.positions.as_slice()
        else {
            return;
        };
        let is_of_role = |it: &Placed<Position>| role_of(utterance.framework, it.what) == *role;
        let starts_way =
            first.tokens.start > tokens.end && utterance.text(first.tokens.start - 1) == "from";
        if starts_way && levels.iter().all(is_of_role) {
            self.positions.clear();
        }
    }

    /// "Menu design lead": a seniority beside a skill, where the name of one role
    /// starts with the skill's. Whether its level is meant has to be asked.
    fn ask_for_level_of(&mut self, framework: &Framework, at: usize, seniority: Seniority) {
        let beside =
            |placed: &Placed<SkillId>| placed.tokens.end == at || placed.tokens.start == at + 1;
        let Some(place) = self.skills.iter().position(beside) else {
            return;
        };
        let role = role_named_after(framework, self.skills[place].what);
        let level = role.and_then(|role| level_with(framework, role.id(), seniority));
        if let Some(level) = level {
            let skill = self.skills.remove(place);
            let tokens = skill.tokens.start.min(at)..skill.tokens.end.max(at + 1);
            let choices = vec![Subject::Level(level), Subject::Skill(skill.what)];
            self.unclear_positions.push(Ambiguity {
                choices,
                tokens,
                is_named: false,
            });
        }
    }

    /// "Deputy matron", "graduate cook": a word for a level right before a
    /// name that does not have it, or joined to another level of it.
    pub(super) fn miss_ranks(&mut self, utterance: &Utterance<'_>) {
        /// Those of the words that go before a level's own seniority as well.
        const BELOW: [&str; 7] = ["deputy", "dep", "vice", "assistant", "asst", "semi", "sub"];
        /// Those that are no people by themselves: "staff and senior cooks".
        const LISTED: [&str; 5] = ["entry", "intermediate", "mid", "middleweight", "midlevel"];
        let framework = utterance.framework;
        let rank = |placed: &Placed<Position>| {
            let before = placed.tokens.start.checked_sub(1)?;
            let is_level = matches!(utterance.tokens[before].text(), "level" | "lvl");
            let at = before.checked_sub(usize::from(is_level))?;
            let word = &utterance.tokens[at];
            let marked = match placed.what {
                Position::Role(_) => false,
                Position::Level(level) => framework.level(level).seniority() != Seniority::Unmarked,
            };
            let may_be = !marked || BELOW.contains(&word.text());
            (word.marks.rank && may_be && !self.has(at)).then_some(at)
        };
        // "Junior, mid and senior cook": one of a list, before its last one.
        let listed = |placed: &Placed<Position>| {
            let is_one = |at: &usize| LISTED.contains(&utterance.text(*at)) && !self.has(*at);
            let mut ranks = (0..placed.tokens.start).filter(is_one);
            ranks.find(|at| {
                let is_level = matches!(utterance.text(at + 1), "level" | "lvl");
                let behind = at + 1 + usize::from(is_level);
                let joined = JOINS.contains(&utterance.text(behind));
                let next = behind + usize::from(joined);
                let next = utterance
                    .tokens
                    .get(next)
                    .zip(utterance.seniorities.get(next));
                next.is_some_and(|(next, seniority)| {
                    (joined || next.gap > Gap::Space) && seniority.is_some()
                })
            })
        };
        let missed = self.positions.iter().find_map(|placed| {
            let at = rank(placed).or_else(|| listed(placed))?;
            let word = utterance.typed(at..at + 1).to_lowercase();
            Some((role_of(framework, placed.what), word))
        });
        self.no_such_level = self.no_such_level.take().or(missed);
    }
}

/// "Menu design lead": the only role whose name starts with a skill's.
pub(super) fn role_named_after(framework: &Framework, skill: SkillId) -> Option<&Role> {
    let skill = fold(framework.skill(skill).name());
    let of_skill = |role: &&Role| {
        let name = fold(role.name());
        let rest = name.strip_prefix(&skill);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let mut roles = framework.roles().iter().filter(of_skill);
    roles.next().filter(|_| roles.next().is_none())
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

/// The level of a role with a seniority; of several tracks the first.
pub(super) fn level_with(
    framework: &Framework,
    role: RoleId,
    seniority: Seniority,
) -> Option<LevelId> {
    framework
        .levels_of(role)
        .find(|level| level.seniority() == seniority)
        .map(RoleLevel::id)
}
