//! An utterance: a person's words, with everything that was recognised in
//! them and nothing decided yet.

use std::ops::Range;

use smallvec::SmallVec;

use super::Context;
use super::courtesies::{Courtesies, leave_out_closing_courtesy};
use super::cue::{Cue, CueSet, Heard};
use super::grading::{self, Seniorities};
use super::interpreter::Interpreter;
use super::lexicon::Strength;
use super::mention::{self, Choice, Mention, Quality};
use super::names::Named;
use super::reading::{Correction, Scope};
use super::stretches::Stretcher;
use super::token::{Gap, Token, USUAL_WORDS, tokens};
use super::token_set::TokenSet;
use super::topic::QueryMaker;
use super::turns_of_phrase::{is_meant_up, is_of_proficiency, is_within_name, turns_of_phrase};
use crate::framework::{Framework, Proficiency, Seniority};
use crate::search::{Query, WordId};

/// How many words names are looked for with that one slip may have been for.
const SLIPS_READ: usize = 4;

/// The least share of a skill's name, by weight, before which a word for a proficiency is
/// meant as one.
const HALF: f32 = 0.5;

/// A person's words, and what was recognised in them.
pub(super) struct Utterance<'a> {
    pub(super) interpreter: &'a Interpreter,
    pub(super) framework: &'a Framework,
    pub(super) context: &'a Context,
    /// The words as given.
    pub(super) words: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    /// For each token the words that it may be a slip for.
    pub(super) slips: Vec<Vec<WordId>>,
    /// For each token the word of nearly every question that it is a slip for.
    mended: SmallVec<[Option<WordId>; USUAL_WORDS]>,
    /// Where a courtesy stands, and which.
    pub(super) courtesies: Courtesies,
    /// Where words show that it is the business of somebody else, how strongly, and whose.
    pub(super) scopes: SmallVec<[(Range<usize>, Strength, Scope); 2]>,
    pub(super) cues: Vec<Heard>,
    /// Which they are.
    heard: CueSet,
    /// Where roles, levels and skills are mentioned.
    pub(super) mentions: Vec<Mention>,
    /// Where families may be.
    pub(super) families: Vec<Mention>,
    /// For each token its seniority, where it is a word for one.
    pub(super) seniorities: SmallVec<[Option<Seniority>; USUAL_WORDS]>,
    /// The words for a seniority that say none: of "in principle".
    pub(super) in_phrases: TokenSet,
    /// Proficiencies, with their tokens.
    pub(super) proficiencies: Vec<(Proficiency, usize)>,
    /// The tokens of what is told before the question.
    pub(super) preamble: TokenSet,
    /// The tokens that carry meaning that nothing that was recognised has.
    pub(super) unexplained: TokenSet,
}

impl<'a> Utterance<'a> {
    /// Recognises what is in the words.
    pub(super) fn new(
        interpreter: &'a Interpreter,
        framework: &'a Framework,
        context: &'a Context,
        words: &'a str,
    ) -> Self {
        let dictionary = &interpreter.dictionary;
        let vocabulary = &interpreter.vocabulary;
        let mut tokens = tokens(
            words,
            dictionary,
            &interpreter.marked,
            &interpreter.beside_it,
        );
        let courtesies = leave_out_closing_courtesy(interpreter, words, &mut tokens);
        let scopes = interpreter.scopes.find(&tokens);
        let scopes = scopes.map(|(range, (strength, about))| (range, *strength, *about));
        let scopes = scopes.collect();
        let slips: Vec<Vec<WordId>> = tokens
            .iter()
            .map(|token| {
                let mut meant = vocabulary.meant(dictionary, token);
                meant.truncate(SLIPS_READ);
                meant
            })
            .collect();
        let mended = slips.iter().map(|slips| {
            let first = slips.first().copied();
            first.filter(|word| vocabulary.is_common(*word))
        });
        let mended = mended.collect();
        let Seniorities {
            said: seniorities,
            in_phrases,
        } = grading::seniorities(interpreter, &tokens, &slips);
        let mut cues = turns_of_phrase(interpreter, &tokens, &slips);
        let stretches = Stretcher {
            dictionary,
            phrases: &interpreter.phrases,
            kin: &interpreter.kin,
            vocabulary,
            seniorities: &seniorities,
            slips: &slips,
        }
        .stretches(&tokens);
        let mentions = mention::find(&interpreter.names, &tokens, &stretches);
        let families = mention::find(&interpreter.families, &tokens, &stretches);
        // "A service transition manager" moves nowhere, and "which levels has a skills
        // trainer?" asks for no skills. A track is what a level's name says of it.
        let says_track = |heard: &Heard| matches!(heard.cue, Cue::Management | Cue::Technical);
        cues.retain(|heard| says_track(heard) || !is_within_name(heard, &mentions));
        cues.retain(|heard| is_meant_up(heard, &tokens, &seniorities, &mentions));
        let within_name = |at: usize| {
            mentions
                .iter()
                .any(|m| m.used.has(at) && m.choices.iter().any(Choice::is_complete))
        };
        let defined = |at: usize| {
            cues.iter()
                .any(|heard| heard.cue == Cue::Define && heard.tokens.contains(&at))
        };
        // "Who needs expert baking?", also where everyday words for a role are a skill's.
        let before_skill = |at: usize| {
            let of_skill = |choice: &Choice| {
                let named = choice.is_complete() && !choice.is_only_alike();
                let said = named || choice.share >= HALF && choice.said.count_ones() > 1;
                let is_loose = choice.quality == Quality::Everyday;
                (matches!(choice.named, Named::Skill(_)) || is_loose) && said
            };
            let mut behind = mentions.iter().filter(|it| it.tokens.start == at + 1);
            behind.any(|it| it.choices.iter().any(of_skill))
        };
        let says_one = |at: usize| defined(at) || before_skill(at);
        let mut proficiencies =
            grading::proficiencies(dictionary, &tokens, &slips, words, says_one);
        proficiencies.retain(|(_, at)| !within_name(*at));
        cues.retain(|heard| !is_of_proficiency(heard, &tokens, &proficiencies));
        let mut said = Self {
            interpreter,
            framework,
            context,
            words,
            tokens,
            slips,
            mended,
            courtesies,
            scopes,
            heard: cues.iter().collect(),
            cues,
            mentions,
            families,
            seniorities,
            in_phrases,
            proficiencies,
            preamble: TokenSet::default(),
            unexplained: TokenSet::default(),
        };
        said.forget_what_only_asks();
        let aside = said.put_aside();
        said.preamble = said.find_preamble(aside.clone());
        let preamble = said.preamble;
        said.forget(aside);
        said.mentions
            .retain(|mention| !mention.used.meets(preamble));
        said.unexplained = said.what_nothing_explains();
        said
    }

    /// "Forget the head, what does the lead do?": of what is put aside nothing is asked.
    fn forget(&mut self, aside: Range<usize>) {
        if aside.is_empty() {
            return;
        }
        for at in aside.clone() {
            self.seniorities[at] = None;
        }
        self.cues
            .retain(|heard| !heard.own.iter().all(|at| aside.contains(at)));
        self.proficiencies.retain(|(_, at)| !aside.contains(at));
        self.heard = self.cues.iter().collect();
    }

    /// Forgets the mentions in part that have nothing but words that ask or carry no
    /// topic: "a day in the life of a cook" is of no life cycle, "what changes from junior
    /// to senior?" of no change, "at lead level" of no service level, "senior or lead?" of
    /// no leading, and "who needs it?" of no IT.
    fn forget_what_only_asks(&mut self) {
        let mentions = std::mem::take(&mut self.mentions);
        let is_proficiency = |at| self.proficiencies.iter().any(|(_, token)| *token == at);
        let says_nothing = |at: usize| {
            is_proficiency(at)
                || self.is_cue(at)
                || self.is_filler(at)
                || self.seniorities[at].is_some()
                || matches!(self.text(at), "level" | "levels" | "lvl")
        };
        let names = |mention: &Mention| {
            // "Where would she need to develop?" is of no developer.
            let says_so = |it: &Choice| it.is_complete() && it.quality < Quality::Inflected;
            let asks = mention.used.iter().all(|at| self.is_cue(at));
            let in_full = if asks {
                mention.choices.iter().any(says_so)
            } else {
                mention.choices.iter().any(Choice::is_complete)
            };
            in_full || !mention.used.iter().all(says_nothing)
        };
        self.mentions = mentions.into_iter().filter(names).collect();
    }

    /// The word at a token, folded, and mended where it is a slip for one of nearly every
    /// question; empty outside the question. It is asked at hundreds of places: a copy at
    /// each takes more room than the calls take time (half of the questions within 27 µs
    /// with copies, within 25 without).
    #[inline(never)]
    pub(super) fn text(&self, at: usize) -> &str {
        match (self.tokens.get(at), self.mended.get(at)) {
            (Some(token), None | Some(None)) => token.text(),
            (Some(_), Some(Some(word))) => self.interpreter.dictionary.text(*word),
            (None, _) => "",
        }
    }

    /// Whether the framework's texts have the very word at a token.
    pub(super) fn is_in_texts(&self, at: usize) -> bool {
        let word = self.tokens[at].word;
        word.is_some_and(|word| self.interpreter.index.has_word(word))
    }

    /// Where the next sentence, or part of one, starts behind a token.
    pub(super) fn next_clause(&self, at: usize) -> Option<usize> {
        (at..self.tokens.len()).find(|at| self.tokens[*at].gap > Gap::Space)
    }

    /// Whether one of several turns of phrase was heard from a token on.
    pub(super) fn hears_from(&self, start: usize, cues: &[Cue]) -> bool {
        let mut behind = self.cues.iter().filter(|heard| heard.tokens.start >= start);
        behind.any(|heard| cues.contains(&heard.cue))
    }

    /// Whether a turn of phrase was heard.
    pub(super) fn has(&self, cue: Cue) -> bool {
        self.heard.has(cue)
    }

    /// Whether one of several was.
    pub(super) fn has_any(&self, cues: &[Cue]) -> bool {
        self.heard.has_any(cues)
    }

    /// Whether something is asked of two: how they differ, what they share, the way from
    /// one to the other.
    pub(super) fn asks_of_two(&self) -> bool {
        self.has_any(&[Cue::Compare, Cue::Progress, Cue::Shared])
    }

    /// Whether a token is part of a turn of phrase that asks for this.
    pub(super) fn is_of(&self, cue: Cue, at: usize) -> bool {
        let mut cues = self.cues.iter().filter(|heard| heard.cue == cue);
        cues.any(|heard| heard.own.contains(&at))
    }

    /// Whether a token is part of a turn of phrase.
    pub(super) fn is_cue(&self, at: usize) -> bool {
        self.cues.iter().any(|heard| heard.own.contains(&at))
    }

    /// Whether a token is part of a turn of phrase that says nothing of a topic:
    /// managing people is one.
    fn asks(&self, at: usize) -> bool {
        let looks = self.has_any(&[Cue::Skills, Cue::Who, Cue::About]);
        let of_topic =
            |heard: &Heard| looks && matches!(heard.cue, Cue::Management | Cue::Technical);
        let mut asking = self.cues.iter().filter(|heard| !of_topic(heard));
        asking.any(|heard| heard.own.contains(&at))
    }

    /// The words of some tokens, as the person wrote them.
    pub(super) fn typed(&self, tokens: Range<usize>) -> &'a str {
        let start = self
            .tokens
            .get(tokens.start)
            .map_or(0, |token| token.range.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .map_or(start, |token| token.range.end);
        self.words.get(start..end.max(start)).unwrap_or_default()
    }

    /// The query of the words that carry the topic.
    pub(super) fn query(&self) -> Query<'_> {
        self.query_of(|_| true)
    }

    /// The query of some of the words, as far as they carry the topic.
    pub(super) fn query_of(&self, of: impl Fn(usize) -> bool) -> Query<'_> {
        let maker = QueryMaker {
            topics: &self.interpreter.topics,
            index: &self.interpreter.index,
            dictionary: &self.interpreter.dictionary,
            vocabulary: &self.interpreter.vocabulary,
            kin: &self.interpreter.kin,
            slips: &self.slips,
        };
        let courtesy = self.opening_courtesy();
        let carries = |at: &usize| {
            of(*at)
                && !courtesy.has(*at)
                && !self.is_filler(*at)
                && !self.in_phrases.has(*at)
                && (!self.asks(*at) || self.is_mentioned(*at))
        };
        let carrying: TokenSet = (0..self.tokens.len()).filter(carries).collect();
        let topic = match carrying.span() {
            none if none.is_empty() => self.words.trim(),
            span => self.typed(span),
        };
        maker.query(&self.tokens, topic, |at| carrying.has(at))
    }

    /// Whether a token is part of a mention.
    fn is_mentioned(&self, at: usize) -> bool {
        self.mentions
            .iter()
            .any(|mention| mention.used.has(at) && is_firm(mention))
    }

    /// Whether a token is a seniority word in a spelling that is neither its own nor
    /// a short form: "seinor".
    fn is_misspelt_seniority(&self, at: usize) -> bool {
        let text = self.tokens[at].text();
        let is_short =
            |word: &str| word.starts_with(text) || matches!(text, "sr" | "snr" | "jr" | "jnr");
        self.seniorities[at].is_some_and(|seniority| {
            let word = seniority.word();
            !is_short(word) && text.strip_suffix('s') != Some(word)
        })
    }

    /// What a mention was read as, where that is not what was typed.
    pub(super) fn correction(&self, mention: &Mention, read: &str) -> Option<Correction> {
        let worst = mention.choices.first().map(|choice| choice.quality)?;
        let partly = !mention.choices.first().is_some_and(Choice::is_complete);
        let misspelt = mention.used.iter().any(|at| self.is_misspelt_seniority(at));
        (worst > Quality::Inflected || partly || misspelt).then(|| Correction {
            typed: self.typed(mention.tokens.clone()).to_owned(),
            read: read.to_owned(),
        })
    }
}

/// Whether a mention is one beyond doubt: all of a name, and no unknown
/// word of a profession beside it.
pub(super) fn is_firm(mention: &Mention) -> bool {
    let firm = |choice: &Choice| choice.is_complete() && !choice.is_only_alike();
    mention.choices.iter().any(firm)
}
