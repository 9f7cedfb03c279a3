//! Which words of an utterance carry meaning that nothing explains: no name, no turn of
//! phrase, no seniority, no courtesy. They are the topic, or the name of something that
//! the framework does not have.

use std::ops::Range;

use super::cue::Cue;
use super::kind::Kind;
use super::mention::Mention;
use super::token::{Gap, Token};
use super::token_set::TokenSet;
use super::utterance::{Utterance, is_firm};
use crate::search::WordId;

/// The least share of a name, by weight, that names it beside what is said not to be meant.
const HALF: f32 = 0.5;

impl<'a> Utterance<'a> {
    /// Whether a token carries no topic.
    pub(super) fn is_filler(&self, at: usize) -> bool {
        self.tokens[at].is_filler() || self.is_slip_for_filler(at)
    }

    /// Whether a token's word says little of a topic: "open", "whole".
    pub(super) fn is_weak(&self, at: usize) -> bool {
        let stem = self.tokens[at].stem;
        stem.is_some_and(|stem| self.interpreter.topics.is_weak(stem))
    }

    /// "Framwork": a word that is not known, and a slip for one that carries no topic.
    fn is_slip_for_filler(&self, at: usize) -> bool {
        let marked = &self.interpreter.marked;
        let is_filler = |word: &WordId| {
            let marks = marked.marks(Some(*word));
            marks.filler || marks.small
        };
        let slips = &self.slips[at];
        // "Woud" is "would" and no "word".
        let is_common = |word: &WordId| self.interpreter.vocabulary.is_common(*word);
        let first = slips.first();
        // "Befor" says no more than "before", which says little.
        let is_weak = |word: &WordId| {
            let stem = self.interpreter.dictionary.stem_of(*word);
            self.interpreter.topics.is_weak(stem)
        };
        let common =
            first.is_some_and(|word| is_common(word) && (is_filler(word) || is_weak(word)));
        common || !slips.is_empty() && slips.iter().all(is_filler)
    }

    /// Whether a token carries meaning that nothing that was recognised has.
    pub(super) fn is_unexplained(&self, at: usize) -> bool {
        self.unexplained.has(at)
    }

    /// The tokens that carry meaning that nothing that was recognised has.
    pub(super) fn what_nothing_explains(&self) -> TokenSet {
        let mut explained = self.in_phrases;
        explained.add(self.opening_courtesy());
        explained.add(self.preamble);
        for heard in &self.cues {
            heard
                .own
                .iter()
                .for_each(|at| explained.add(TokenSet::of(*at)));
        }
        for (_, at) in &self.proficiencies {
            explained.add(TokenSet::of(*at));
        }
        for mention in self.mentions.iter().filter(|mention| is_firm(mention)) {
            explained.add(mention.used);
        }
        let carries = |at: &usize| {
            let says_nothing =
                self.is_filler(*at) || self.seniorities[*at].is_some() || self.is_level_behind(*at);
            !says_nothing && !explained.has(*at)
        };
        (0..self.tokens.len()).filter(carries).collect()
    }

    /// "It's my second week, so bear with me: what does a cook do?": the parts of a
    /// question before the first that names or asks something, where something is named in
    /// full behind them. A topic may well be told first and asked about behind.
    pub(super) fn find_preamble(&self, aside: Range<usize>) -> TokenSet {
        let names = |at: usize| {
            let mut firm = self.mentions.iter().filter(|mention| is_firm(mention));
            firm.any(|mention| mention.used.has(at))
        };
        let asks = |at: usize| {
            let mut heard = self
                .cues
                .iter()
                .filter(|heard| heard.cue.asks_of_framework());
            heard.any(|heard| heard.own.contains(&at))
        };
        let all = self.tokens.len();
        let first = (0..all).find(|at| names(*at) || asks(*at));
        let is_named_behind =
            first.is_some_and(|first| (first..all).any(names) || self.goes_on_behind(first));
        // A bracket belongs to what stands before it.
        let opens_bracket = |at: usize| {
            let between = self.tokens[at - 1].range.end..self.tokens[at].range.start;
            self.words.get(between).is_some_and(|it| it.contains('('))
        };
        let starts = |at: &usize| self.tokens[*at].gap > Gap::Space && !opens_bracket(*at);
        let end = first.filter(|_| is_named_behind);
        let end = end.and_then(|first| (1..=first).rev().find(starts));
        let told = (0..end.unwrap_or(0)).chain(self.denied_behind());
        let told = told.chain(aside);
        let told = told.chain(self.somebodys_boss());
        // "I'm a surgeon, how do I become a cook?" tells what is asked about.
        let of_trade = told.clone().any(|at| {
            let before = at.checked_sub(1);
            let one = before.is_some_and(|at| matches!(self.text(at), "a" | "an"));
            one && self.tokens[at].marks.profession
        });
        told.filter(|_| !of_trade).collect()
    }

    /// "My manager wants me to ...", "what would my manager want?": whoever it is that a
    /// person works for.
    fn somebodys_boss(&self) -> Option<usize> {
        let is_own = |at: usize| {
            matches!(
                self.text(at),
                "my" | "our" | "your" | "her" | "his" | "their" | "line"
            )
        };
        let acts = |at: usize| {
            matches!(
                self.text(at),
                "wants"
                    | "want"
                    | "wanted"
                    | "asked"
                    | "asks"
                    | "said"
                    | "says"
                    | "told"
                    | "tells"
                    | "thinks"
                    | "reckons"
                    | "keeps"
                    | "suggested"
                    | "mentioned"
                    | "expects"
                    | "expect"
            )
        };
        let is_boss =
            |at: &usize| self.tokens[*at].text() == "manager" && is_own(*at - 1) && acts(*at + 1);
        (1..self.tokens.len()).find(is_boss)
    }

    /// "Bit niche. Which levels get asked for it?": whether another sentence goes on from the
    /// last answer, and what it asks is asked of what was spoken of.
    fn goes_on_behind(&self, first: usize) -> bool {
        const ASKS: [Cue; 9] = [
            Cue::Need,
            Cue::HowMuch,
            Cue::Next,
            Cue::Previous,
            Cue::Progress,
            Cue::Similar,
            Cue::Shared,
            Cue::Compare,
            Cue::Duties,
        ];
        let apart = (1..=first).any(|at| self.tokens[at].gap == Gap::Hard);
        let oneself = |at: usize| matches!(self.text(at), "i" | "me" | "we" | "mine" | "my");
        let points = self.hears_from(first, &[Cue::Pointing, Cue::GoingOn])
            || (first..self.tokens.len()).any(oneself)
            || !self.proficiencies.is_empty();
        let is_topic = self.has_any(&[Cue::Skills, Cue::About]);
        let asks = self.hears_from(first, &ASKS) && points && !is_topic;
        self.context.kind.is_some() && apart && asks
    }

    /// "I'm a head cook, not pastry": what is said at the end not to be meant, where a name
    /// stands before it.
    fn denied_behind(&self) -> Range<usize> {
        let all = self.tokens.len();
        let opens = |at: &usize| {
            let token = &self.tokens[*at];
            token.gap > Gap::Space && token.text() == "not"
        };
        let Some(start) = (1..all).rev().find(opens) else {
            return 0..0;
        };
        let together = (start + 1..all).all(|at| self.tokens[at].gap == Gap::Space);
        let asks = |at: usize| {
            let mut heard = self.cues.iter();
            heard.any(|heard| heard.cue != Cue::Denied && heard.own.contains(&at))
        };
        let named = self.mentions.iter().filter(|mention| is_firm(mention));
        // "Pastry, not drinks", after a question which one is meant.
        let chooses = self.context.kind == Some(Kind::Clarify);
        let half = |mention: &&Mention| {
            mention.is_of_position() && mention.choices.iter().any(|it| it.share >= HALF)
        };
        let named = named.chain(self.mentions.iter().filter(half));
        let is_named = chooses || named.clone().any(|mention| mention.tokens.end <= start);
        let is_short = all - start <= 4 && !(start..all).any(asks);
        if is_named && together && is_short {
            start..all
        } else {
            0..0
        }
    }

    /// "Forget the head for now. What does the lead do?", "what does expert mean, never mind
    /// glazing": what is said to be put aside, before what is asked or behind it.
    pub(super) fn put_aside(&self) -> Range<usize> {
        let all = self.tokens.len();
        let opens = |at: &usize| {
            let opens = (0..*at).all(|at| self.is_filler(at) || self.tokens[at].marks.small);
            let starts = opens || self.tokens[*at].gap > Gap::Space;
            let (word, next) = (self.text(*at), self.text(*at + 1));
            starts
                && (matches!(word, "forget" | "forgetting" | "ignore" | "ignoring")
                    || word == "never" && next == "mind"
                    || word == "leaving" && self.text(*at + 2) == "aside")
        };
        let Some(start) = (0..all).find(opens) else {
            return 0..0;
        };
        let end = self.next_clause(start + 1).unwrap_or(all);
        let says_more = (0..start).chain(end..all).any(|at| !self.is_filler(at));
        if end - start > 1 && says_more {
            start..end
        } else {
            0..0
        }
    }

    /// "Great, what skills does that need?": a courtesy before a question.
    pub(super) fn opening_courtesy(&self) -> TokenSet {
        if self.courtesies.is_empty() {
            return TokenSet::default();
        }
        let parted = |end: usize| {
            let next = self.tokens.get(end);
            next.is_some_and(|next| next.gap > Gap::Space)
        };
        // "Ok, fair enough. What ...".
        let small = |token: &Token<'_>| token.is_filler();
        let start = self
            .tokens
            .iter()
            .position(|token| !small(token))
            .unwrap_or(0);
        let opens = |at: usize| at == 0 || at == start;
        let mut courtesies = self.courtesies.iter();
        let opening = courtesies.find(|(tokens, _)| opens(tokens.start) && parted(tokens.end));
        opening.map_or_else(TokenSet::default, |(tokens, _)| tokens.clone().into())
    }

    /// Whether a token is the word "level" behind a seniority or a proficiency: "at lead
    /// level", "at expert level".
    fn is_level_behind(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let is_proficiency = || self.proficiencies.iter().any(|(_, at)| *at == before);
        // "At head cook level".
        let is_place = || {
            let mut mentions = self.mentions.iter();
            mentions.any(|it| it.tokens.end == at && it.is_of_position() && is_firm(it))
        };
        let behind = self.seniorities[before].is_some() || is_proficiency() || is_place();
        behind && matches!(self.tokens[at].text(), "level" | "lvl")
    }

    /// The tokens that carry meaning that nothing explains.
    pub(super) fn unexplained(&self) -> Vec<usize> {
        let mut all = Vec::with_capacity(self.unexplained.len());
        all.extend(self.unexplained.iter());
        all
    }

    /// Whether the word at a token is one that the framework, the lexicon and
    /// everyday English do not know, or the name of another profession.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let index = &self.interpreter.index;
        let in_texts = token.stem.is_some_and(|stem| index.has_stem(stem));
        token.marks.profession || (!token.is_filler() && !in_texts && self.slips[at].is_empty())
    }

    /// The unexplained words that touch a mention: between them and it stand
    /// no other words.
    pub(super) fn beside(&self, mention: &Mention) -> Vec<usize> {
        let mut beside = Vec::new();
        let before = (0..mention.tokens.start)
            .rev()
            .take_while(|at| self.is_unexplained(*at));
        let mut gap = Gap::Space;
        for at in before {
            if self.tokens[at + 1].gap != Gap::Space {
                break;
            }
            beside.push(at);
        }
        for at in mention
            .tokens
            .clone()
            .filter(|at| !mention.used.has(*at) && self.is_unexplained(*at))
        {
            beside.push(at);
        }
        for at in mention.tokens.end..self.tokens.len() {
            gap = gap.max(self.tokens[at].gap);
            if gap != Gap::Space || !self.is_unexplained(at) {
                break;
            }
            beside.push(at);
        }
        beside.sort_unstable();
        beside
    }

    /// A mention with the words right before it that no name has: "pastry head cook".
    pub(super) fn passed_over(&self, mention: &Mention) -> Option<&'a str> {
        let start = mention.tokens.start;
        // "After the head cook" is no part of what somebody is called.
        let touches = |at: &usize| {
            let together = self.tokens[*at + 1].gap == Gap::Space;
            self.is_unexplained(*at) && together && self.text(*at) != "after"
        };
        let first = (0..start).rev().take_while(touches).last()?;
        Some(self.typed(first..mention.tokens.end))
    }
}
