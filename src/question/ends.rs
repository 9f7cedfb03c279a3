//! The two ends of a move or a comparison. Where one is named for certain, the other
//! is a role or level too, so that less says it: "from cook to pastry", where only one
//! role has that word.

use std::ops::Range;

use super::bound::{Ambiguity, Bound, subject};
use super::conversation::context_position;
use super::cue::{Cue, Heard};
use super::grading::JOINS;
use super::mention::{Choice, Mention, Quality};
use super::names::Named;
use super::token::Gap;
use super::utterance::{Utterance, is_firm};
use super::verdict::preferred;

/// The share of a name, by weight, that says it at the other end of a move.
const HALF: f32 = 0.5;
/// How many words may stand between two ends.
const APART: usize = 6;

impl Bound {
    /// Places what is said too little of to be meant by itself, where it is joined to
    /// another role or level of which the same is asked.
    pub(super) fn settle_ends(&mut self, utterance: &Utterance<'_>) {
        if !utterance.asks_of_two() && !puts_two(utterance) {
            return;
        }
        self.settle_goal(utterance);
        let is_open = |mention: &&Mention| {
            let placed = self.positions.iter().map(|placed| &placed.tokens);
            let mut placed = placed.chain(self.skills.iter().map(|placed| &placed.tokens));
            placed.all(|tokens| *tokens != mention.tokens)
        };
        let mentions = utterance.mentions.iter().filter(is_open);
        let open: Vec<(&Mention, Choice)> = mentions
            .filter_map(|mention| Some((mention, only_place(utterance, mention)?)))
            .collect();
        let placed = self.positions.iter().map(|placed| placed.tokens.clone());
        let unclear = self.unclear_positions.iter();
        let ends: Vec<Range<usize>> = placed
            .chain(unclear.map(|unclear| unclear.tokens.clone()))
            .chain(open.iter().map(|(mention, _)| mention.tokens.clone()))
            .collect();
        for (mention, choice) in open {
            let joined = |end: &Range<usize>| are_joined(utterance, end, &mention.tokens);
            if ends.iter().any(joined) {
                self.unclear_positions
                    .retain(|unclear| unclear.tokens != mention.tokens);
                self.place(utterance, mention, &choice);
            }
        }
    }

    /// "I'd like to get into pastry, I'm a porter now": where somebody wants to get is a
    /// role, by the best of the names that the words are a part of; of several it is asked
    /// which.
    fn settle_goal(&mut self, utterance: &Utterance<'_>) {
        let moves = utterance.has(Cue::Progress);
        let from = match self.positions.as_slice() {
            [from] => Some(from.tokens.clone()),
            [] if context_position(utterance).is_some() => None,
            _ => return,
        };
        let is_goal = |mention: &&Mention| {
            let before = mention.tokens.start.checked_sub(1);
            let into = before.is_some_and(|at| utterance.text(at) == "into");
            // "Could I go to pastry from there?"
            let leads = |heard: &Heard| {
                heard.cue == Cue::Progress && heard.tokens.end == mention.tokens.start
            };
            let to = || utterance.cues.iter().any(leads);
            let is_another = from.as_ref() != Some(&mention.tokens);
            is_another && !is_firm(mention) && (into || from.is_none() && to())
        };
        let Some(mention) = utterance.mentions.iter().find(is_goal).filter(|_| moves) else {
            return;
        };
        let is_role = |choice: &&Choice| {
            matches!(choice.named, Named::Role(_)) && choice.quality <= Quality::Slip
        };
        let roles: Vec<&Choice> = mention.choices.iter().filter(is_role).collect();
        match roles.as_slice() {
            [] => {}
            [only] => {
                let tokens = mention.tokens.clone();
                self.skills.retain(|placed| placed.tokens != tokens);
                self.unclear_skills
                    .retain(|unclear| unclear.tokens != tokens);
                self.unclear_positions
                    .retain(|unclear| unclear.tokens != tokens);
                self.place(utterance, mention, only);
            }
            several => {
                self.unclear_positions
                    .retain(|unclear| unclear.tokens != mention.tokens);
                self.unclear_positions.push(Ambiguity {
                    choices: several.iter().map(|choice| subject(choice.named)).collect(),
                    tokens: mention.tokens.clone(),
                    is_named: false,
                });
            }
        }
    }
}

/// "Pastry or grill", "pastry to grill": whether a word in between puts one before the
/// other.
pub(super) fn puts_two(utterance: &Utterance<'_>) -> bool {
    let puts = |at: usize| matches!(utterance.text(at), "to" | "into" | "or");
    (1..utterance.tokens.len()).any(puts)
}

/// The only role or level that a mention can be of, where enough of it is said.
pub(super) fn only_place(utterance: &Utterance<'_>, mention: &Mention) -> Option<Choice> {
    let choices = preferred(utterance.framework, &mention.choices);
    let [choice] = choices.as_slice() else {
        return None;
    };
    let is_place = matches!(choice.named, Named::Role(_) | Named::Level(_));
    let is_sure = match choice.quality {
        Quality::Exact | Quality::Inflected | Quality::Short | Quality::Slip => true,
        Quality::Everyday => choice.is_complete(),
        Quality::Doubtful => false,
    };
    let is_enough = choice.share >= HALF && choice.has_seniority();
    let says_all = utterance
        .beside(mention)
        .iter()
        .all(|at| mention.used.has(*at));
    (is_place && is_sure && is_enough && says_all).then_some(*choice)
}

/// Whether two names stand on either side of a word that joins two ends.
pub(super) fn are_joined(
    utterance: &Utterance<'_>,
    one: &Range<usize>,
    other: &Range<usize>,
) -> bool {
    let between = one.end.min(other.end)..one.start.max(other.start);
    let tokens = &utterance.tokens;
    let joins = |at: usize| JOINS.contains(&tokens[at].text());
    between.start < between.end
        && between.len() <= APART
        && between.clone().any(joins)
        && (between.start..=between.end).all(|at| tokens[at].gap < Gap::Hard)
}
