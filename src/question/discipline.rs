//! Disciplines: "from data analysis to product management" is a move from an analyst to a
//! manager, also where the framework has a skill of the discipline's name. At an end of a
//! move or of a comparison, and as what somebody works in, the role is meant; anywhere
//! else the skill.

use std::ops::Range;

use super::Kind;
use super::bound::{Bound, Placed};
use super::cue::{Cue, OF_LADDERS};
use super::ends::{are_joined, only_place};
use super::names::{Name, Named};
use super::reading::Correction;
use super::recognise::LOOSE;
use super::settle::role_named_after;
use super::subject::{Position, Subject};
use super::utterance::Utterance;
use crate::framework::{Role, RoleId, SkillId};
use crate::search::StemId;

/// How sure it is that a discipline is said for its role: more than where nothing but the
/// everyday word says so.
const CERTAINTY: u8 = LOOSE + 5;

impl Bound {
    /// Places the role where its discipline is said at an end of a move or a comparison, or
    /// as what somebody works in.
    pub(super) fn settle_disciplines(&mut self, utterance: &Utterance<'_>) {
        let moves = utterance.has(Cue::Progress);
        let of_two = moves || utterance.has_any(&[Cue::Compare, Cue::Shared]);
        let as_rank = is_as_rank(utterance);
        let mut placed = self.skills.iter().map(|placed| &placed.tokens);
        if !of_two && !as_rank && !placed.any(|tokens| is_practised(utterance, tokens)) {
            return;
        }
        let role_of = |placed: &Placed<SkillId>| {
            let tokens = &placed.tokens;
            let named_after = || {
                let is_people =
                    are_people(utterance, tokens) || moves && goes_for(utterance, tokens);
                let role = || role_named_after(utterance.framework, placed.what);
                is_people.then(role).flatten().map(Role::id)
            };
            role_of_discipline(utterance, tokens).or_else(named_after)
        };
        let roles: Vec<(Range<usize>, RoleId)> = self
            .skills
            .iter()
            .filter_map(|placed| Some((placed.tokens.clone(), role_of(placed)?)))
            .collect();
        let positions = self.positions.iter().map(|placed| placed.tokens.clone());
        let ends: Vec<Range<usize>> = positions
            .chain(roles.iter().map(|(tokens, _)| tokens.clone()))
            .collect();
        // "What changes in product management from senior to lead?"
        let ranks = utterance.seniorities.iter().flatten().count();
        let is_one = self.positions.is_empty() && roles.len() == 1;
        let is_ranked = is_one && (of_two && ranks > 1 || as_rank);
        let is_end = |tokens: &Range<usize>| {
            let is_joined = || ends.iter().any(|end| are_joined(utterance, end, tokens));
            moves && is_reached(utterance, tokens) || of_two && is_joined()
        };
        for (tokens, role) in roles {
            if is_ranked || is_end(&tokens) || is_practised(utterance, &tokens) {
                self.skills.retain(|placed| placed.tokens != tokens);
                self.place_discipline(utterance, tokens, role);
            }
        }
        if as_rank {
            self.place_as_rank(utterance);
        }
        // "Into data science": a role's already, and no skill that starts so.
        for placed in &mut self.positions {
            if is_end(&placed.tokens) {
                placed.certainty = placed.certainty.max(CERTAINTY);
            }
        }
    }

    /// "Moving to pastry as a senior": what one role alone has in its name, where it is
    /// said at which level somebody is there.
    fn place_as_rank(&mut self, utterance: &Utterance<'_>) {
        if !self.positions.is_empty() {
            return;
        }
        let mut open = utterance
            .mentions
            .iter()
            .filter_map(|mention| Some((mention, only_place(utterance, mention)?)));
        if let Some((mention, choice)) = open.next().filter(|_| open.next().is_none()) {
            self.unclear_positions
                .retain(|unclear| unclear.tokens != mention.tokens);
            self.place(utterance, mention, &choice);
        }
    }

    fn place_discipline(&mut self, utterance: &Utterance<'_>, tokens: Range<usize>, role: RoleId) {
        let correction = Correction {
            typed: utterance.typed(tokens.clone()).to_owned(),
            read: utterance.framework.role(role).name().to_owned(),
        };
        self.corrections.push((Subject::Role(role), correction));
        self.positions.push(Placed {
            what: Position::Role(role),
            tokens,
            certainty: CERTAINTY,
        });
    }
}

/// "In test engineering as an associate": whether somebody is at a level as what they are.
fn is_as_rank(utterance: &Utterance<'_>) -> bool {
    (2..utterance.tokens.len()).any(|at| {
        let as_one = utterance.text(at - 2) == "as" && utterance.tokens[at - 1].marks.determiner;
        as_one && utterance.seniorities[at].is_some()
    })
}

/// Whether a move leads to some words, or starts from them: "into product management".
fn is_reached(utterance: &Utterance<'_>, tokens: &Range<usize>) -> bool {
    let mut before = utterance.tokens[..tokens.start].iter().rev();
    let before = before.find(|token| !token.marks.determiner);
    before.is_some_and(|token| matches!(token.text(), "to" | "into" | "from" | "towards"))
        || goes_for(utterance, tokens)
}

/// The word so many before some words; empty where there is none.
fn text_before<'u>(utterance: &'u Utterance<'_>, tokens: &Range<usize>, by: usize) -> &'u str {
    let at = tokens.start.checked_sub(by);
    at.map_or("", |at| utterance.text(at))
}

/// "If I went for test engineering at lead level".
fn goes_for(utterance: &Utterance<'_>, tokens: &Range<usize>) -> bool {
    let text = |by: usize| text_before(utterance, tokens, by);
    let goes = matches!(
        text(2),
        "go" | "going" | "went" | "apply" | "applying" | "applied"
    );
    text(1) == "for" && goes
}

/// "The most senior of the product management lot": whether words are those for a group of
/// people, of whose ladder something is asked.
fn are_people(utterance: &Utterance<'_>, tokens: &Range<usize>) -> bool {
    let is_group = matches!(
        utterance.text(tokens.end),
        "lot" | "crowd" | "bunch" | "folk" | "folks" | "people" | "gang" | "team"
    );
    is_group && utterance.has_any(&OF_LADDERS)
}

/// Whether some words are what people do: "a job in product management", "somebody
/// working in data science". "Working in data science" is a proficiency as well.
fn is_practised(utterance: &Utterance<'_>, tokens: &Range<usize>) -> bool {
    let text = |by: usize| text_before(utterance, tokens, by);
    let is_job = |text| {
        matches!(
            text,
            "work"
                | "works"
                | "worked"
                | "job"
                | "jobs"
                | "role"
                | "career"
                | "careers"
                | "level"
                | "grade"
        )
    };
    let is_person = |text| {
        matches!(
            text,
            "someone" | "somebody" | "anyone" | "anybody" | "people" | "person" | "everyone"
        )
    };
    let at_work = |text| text == "working";
    // "The lead role for business analysis".
    let is_post = matches!(text(2), "role" | "job" | "level" | "post" | "position");
    let is_for = text(1) == "for" && is_post;
    // "The person right at the top of product management".
    let is_top = text(1) == "of" && text(2) == "top" && utterance.has_any(&[Cue::Duties, Cue::Who]);
    is_for
        || is_top
        || are_people(utterance, tokens)
        || text(1) == "in"
            && (goes_on_in(utterance, tokens.start)
                || is_job(text(2))
                || is_person(text(2))
                || at_work(text(2)) && is_person(text(3)))
}

/// "And in data science?", after a role or level: the same there.
fn goes_on_in(utterance: &Utterance<'_>, start: usize) -> bool {
    let of_place = matches!(utterance.context.kind, Some(Kind::Role | Kind::Level));
    let before = |at: usize| utterance.is_filler(at) || utterance.is_cue(at);
    of_place && utterance.has(Cue::GoingOn) && (0..start).all(before)
}

/// The role that is called like somebody of a discipline: word for word the same, or of
/// the same root.
fn role_of_discipline(utterance: &Utterance<'_>, tokens: &Range<usize>) -> Option<RoleId> {
    let interpreter = utterance.interpreter;
    let said = utterance.tokens[tokens.clone()].iter();
    let said: Option<Vec<StemId>> = said.map(|token| token.stem).collect();
    let said = said?;
    let are_kin = |a: StemId, b: StemId| a == b || interpreter.kin.of(a.index()).contains(&b);
    let is_called_so = |name: &Name| {
        let mut pairs = name.words.iter().zip(&said);
        name.words.len() == said.len() && pairs.all(|(word, stem)| are_kin(*stem, word.stem))
    };
    let first = *said.first()?;
    let starts = std::iter::once(&first).chain(interpreter.kin.of(first.index()));
    let names = starts.flat_map(|stem| interpreter.names.with_stem(*stem));
    let names = names.map(|posting| &interpreter.names.all[posting.name as usize]);
    let names = names.filter(|name| is_called_so(name));
    let mut roles = names.filter_map(|name| match name.named {
        Named::Role(role) => Some(role),
        Named::Level(_) | Named::Skill(_) | Named::Family(_) => None,
    });
    let role = roles.next()?;
    roles.all(|other| other == role).then_some(role)
}
