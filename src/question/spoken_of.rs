//! One of what the conversation has shown, called by a part of its name: "the pastry one,
//! who needs it?", after a list. Alone the same words may be too little for any.

use std::ops::Range;

use smallvec::SmallVec;

use super::bound::{Bound, Placed, subject as bound_subject};
use super::conversation::{context_position, context_skill};
use super::cue::Cue;
use super::kind::Kind;
use super::mention::Choice;
use super::reading::Correction;
use super::subject::{Position, Subject};
use super::token::{Gap, Token};
use super::utterance::Utterance;
use crate::framework::{Framework, Role, Seniority, Skill, fold};
use crate::search::{StemId, words};

/// How sure it is that the only one of a list that has the words is meant.
const CERTAINTY: u8 = 95;

impl Bound {
    /// Places the only role, level or skill of those that were spoken of that has the words
    /// by which one of them is called, where they are not all of another name.
    pub(super) fn bind_spoken_of(&mut self, utterance: &Utterance<'_>) {
        // "A manager of menus, the digital one": by itself it adds to what is named.
        let adds = utterance.context.kind.is_none() && !self.names_nothing();
        let Some(called) = called(utterance).filter(|_| !adds) else {
            return;
        };
        let Called { words, tokens, .. } = &called;
        let is_in_full = |of: &Range<usize>, certainty: u8| {
            let covers = of.start <= words[0] && words.iter().all(|at| of.contains(at));
            certainty == 100 && covers
        };
        let mut named = self.positions.iter();
        let role = named.any(|it| is_in_full(&it.tokens, it.certainty));
        let mut named = self.skills.iter();
        let skill = named.any(|it| is_in_full(&it.tokens, it.certainty));
        // "The testing one", after another list, may still be that of this list.
        // "Who needs the pastry cook one?", after a skill that has namesakes.
        let of_skill = utterance.context.kind.is_some_and(Kind::is_of_skill);
        let role = role && !of_skill;
        // "The info security one", where the words are a short form of a skill's name.
        let mut named = self.skills.iter();
        let short = named.find(|it| words.iter().all(|at| it.tokens.contains(at)));
        let short = short.map(|it| stems(utterance, Subject::Skill(it.what)));
        let meant = only_with(utterance, &called, short.as_deref());
        // "The information security one", after another chief.
        let beside = of_the_same_rank(utterance);
        let is_beside = meant.is_some_and(|meant| beside.contains(&meant));
        let Some(meant) = meant.filter(|_| !role && (!skill || is_beside)) else {
            return;
        };
        let read = name(utterance.framework, meant);
        let typed = utterance.typed(words[0]..words[words.len() - 1] + 1);
        if fold(typed) != fold(read) {
            let (typed, read) = (typed.to_owned(), read.to_owned());
            self.corrections.push((meant, Correction { typed, read }));
        }
        let apart = |of: &Range<usize>| of.end <= tokens.start || tokens.end <= of.start;
        self.positions.retain(|placed| apart(&placed.tokens));
        self.skills.retain(|placed| apart(&placed.tokens));
        self.unclear_positions
            .retain(|unclear| apart(&unclear.tokens));
        self.unclear_skills.retain(|unclear| apart(&unclear.tokens));
        if let Some(what) = meant.position() {
            self.positions.push(Placed {
                what,
                tokens: tokens.clone(),
                certainty: CERTAINTY,
            });
        } else if let Some(what) = meant.skill() {
            self.skills.push(Placed {
                what,
                tokens: tokens.clone(),
                certainty: CERTAINTY,
            });
        }
    }
}

/// The words by which one thing is called.
struct Called {
    words: SmallVec<[usize; 4]>,
    /// All tokens that say it, "the" and "one" among them.
    tokens: Range<usize>,
    /// Whether they are said to be in its name.
    by_name: bool,
}

/// "The pastry one", "the version for pastry", "the one with icing in its name", "menus and
/// costing, who needs that?": how one of several is called.
fn called(utterance: &Utterance<'_>) -> Option<Called> {
    let goes_on = utterance.context.kind.is_some();
    let count = utterance.tokens.len();
    let near = |at: usize| utterance.tokens[at].gap == Gap::Space;
    let carries = |at: &usize| {
        let is_rank = utterance.seniorities[*at].is_some();
        !(utterance.is_filler(*at) || utterance.is_cue(*at) || is_rank)
    };
    // "The management version" of the level that was spoken of.
    let is_track = |at: &usize| {
        let mut tracks = [Cue::Management, Cue::Technical].into_iter();
        let of_level = matches!(context_position(utterance), Some(Position::Level(_)));
        of_level && tracks.any(|track| utterance.is_of(track, *at))
    };
    // "Just the ones about glazing", after all skills, may be many.
    let of_all = utterance.context.kind == Some(Kind::ListSkills);
    let nouns = (1..count)
        .filter(|at| is_one(utterance.text(*at)) && !(of_all && utterance.text(*at) == "ones"));
    for one in nouns {
        // "The pastry one".
        let own = |at: &usize| !utterance.tokens[*at].marks.determiner && near(*at + 1);
        let start = (0..one).rev().take_while(own).last().unwrap_or(one);
        // "There's a pastry one too".
        let before = start.checked_sub(1);
        let is_definite = before.is_some_and(|at| {
            let says = utterance.text(at);
            (is_definite(says) || goes_on && matches!(says, "a" | "an")) && near(start)
        });
        // "Pastry version, at working?"
        let says = |at: usize| !utterance.is_filler(at) && !utterance.is_cue(at);
        let is_definite = is_definite || before.is_none() && goes_on && (start..one).all(says);
        let words: SmallVec<[usize; 4]> = (start..one)
            .filter(|at| !utterance.tokens[*at].marks.small)
            .filter(|at| utterance.seniorities[*at].is_none() && !is_track(at))
            // "The next one" is called nothing.
            .filter(|at| !utterance.is_of(Cue::Next, *at) && !utterance.is_of(Cue::Previous, *at))
            .collect();
        if is_definite && !words.is_empty() {
            let tokens = before.unwrap_or(start)..one + 1;
            return Some(Called {
                words,
                tokens,
                by_name: !goes_on,
            });
        }
        // "The one with icing in its name".
        let leads = matches!(
            utterance.text(one + 1),
            "with" | "about" | "for" | "on" | "that" | "in" | "called"
        );
        let is_definite = is_definite_one(utterance, one);
        let end = utterance.next_clause(one + 1).unwrap_or(count);
        let words: SmallVec<[usize; 4]> = (one + 2..end)
            .filter(carries)
            .filter(|at| !matches!(utterance.text(*at), "name" | "title"))
            .collect();
        if leads && is_definite && !words.is_empty() {
            let says_name = |at: usize| matches!(utterance.text(at), "name" | "title" | "called");
            // "The one with icing in it".
            let within = (one + 2..end)
                .any(|at| utterance.text(at) == "in" && utterance.text(at + 1) == "it");
            return Some(Called {
                words,
                tokens: one - 1..end,
                by_name: within || (one + 1..end).any(says_name),
            });
        }
    }
    // "Where can the manager go from there?", of two that were spoken of.
    let is_title = |at: &usize| {
        let next = utterance.tokens.get(at + 1);
        // "How does the engineer stack up against a tester?"
        let of_two = utterance.context.kind == Some(Kind::Compare) && utterance.is_cue(at + 1);
        let ends = next.is_none_or(|next| next.gap > Gap::Space || next.is_filler()) || of_two;
        let definite = is_definite(utterance.text(at - 1)) && near(*at);
        definite && ends && utterance.tokens[*at].marks.title && !utterance.is_cue(*at)
    };
    if let Some(at) = (1..count).find(is_title).filter(|_| goes_on) {
        return Some(Called {
            words: SmallVec::from_slice(&[at]),
            tokens: at - 1..at + 1,
            by_name: false,
        });
    }
    // "Menus and costing, who needs that?"
    let end = utterance.next_clause(1).filter(|_| goes_on)?;
    let words: SmallVec<[usize; 4]> = (0..end).filter(carries).collect();
    let all = (0..end).all(|at| carries(&at) || utterance.tokens[at].marks.small);
    (all && words.len() > 1).then_some(Called {
        words,
        tokens: 0..end,
        by_name: false,
    })
}

/// Whether a word stands for one of several.
pub(super) fn is_one(word: &str) -> bool {
    matches!(
        word,
        "one" | "ones" | "version" | "kind" | "sort" | "type" | "variety" | "flavour"
    )
}

/// Whether a word says that one thing is meant that is known.
fn is_definite(word: &str) -> bool {
    matches!(word, "the" | "that" | "this")
}

/// "The one", "that version".
fn is_definite_one(utterance: &Utterance<'_>, one: usize) -> bool {
    one.checked_sub(1)
        .is_some_and(|at| is_definite(utterance.text(at)))
}

/// The only one of what was spoken of last that has all of some words in its name; else of
/// what was chosen from or spoken of before. Of all skills, where the words say that they
/// are in its name.
fn only_with(
    utterance: &Utterance<'_>,
    called: &Called,
    short: Option<&[Option<StemId>]>,
) -> Option<Subject> {
    let context = utterance.context;
    let fits = |subject: &Subject| {
        let is_one = subject.position().is_some() || subject.skill().is_some();
        let stems = stems(utterance, *subject);
        let is_short = || short.is_some_and(|short| short.iter().all(|it| stems.contains(it)));
        is_one && (is_called(utterance, &called.words, *subject) || is_short())
    };
    let only = |list: &[Subject]| shortest(utterance, list.iter().copied().filter(|it| fits(it)));
    let spoken_of = [
        &context.subjects,
        &context.results,
        &context.chosen_from,
        &context.before,
    ];
    let spoken_of = spoken_of.into_iter().find_map(|list| only(list));
    let spoken_of = spoken_of.or_else(|| only(&of_the_same_rank(utterance)));
    let spoken_of = spoken_of.or_else(|| only(&namesakes(utterance)));
    let spoken_of = spoken_of.or_else(|| only(&own_levels(utterance)));
    let spoken_of = spoken_of.or_else(|| only(&other_roles(utterance)));
    spoken_of.or_else(|| {
        let skills = utterance.framework.skills().iter();
        let all: Vec<Subject> = skills.map(|skill| Subject::Skill(skill.id())).collect();
        called.by_name.then(|| only(&all))?
    })
}

/// "And the drinks one?", after a chief cook who has no levels: the other roles that are
/// called by the same seniority.
fn of_the_same_rank(utterance: &Utterance<'_>) -> Vec<Subject> {
    let framework = utterance.framework;
    let rank = |role: &Role| role.seniority();
    let Some(Position::Role(spoken_of)) = context_position(utterance) else {
        return Vec::new();
    };
    let wanted = rank(framework.role(spoken_of));
    let alike = |role: &&Role| {
        role.id() != spoken_of && wanted != Seniority::Unmarked && rank(role) == wanted
    };
    let others = framework.roles().iter().filter(alike);
    others.map(|role| Subject::Role(role.id())).collect()
}

/// "Isn't there a glazier version of it?", after a role: its levels.
fn own_levels(utterance: &Utterance<'_>) -> Vec<Subject> {
    let Some(Position::Role(role)) = context_position(utterance) else {
        return Vec::new();
    };
    let levels = utterance.framework.levels_of(role);
    levels.map(|level| Subject::Level(level.id())).collect()
}

/// "What about the drinks one?", after a role: all roles.
fn other_roles(utterance: &Utterance<'_>) -> Vec<Subject> {
    let of_role = utterance.context.kind == Some(Kind::Role);
    let roles = utterance.framework.roles().iter().filter(|_| of_role);
    roles.map(|role| Subject::Role(role.id())).collect()
}

/// "There's a pastry one too, right?", after a skill: those that are called so but for a
/// bracket.
fn namesakes(utterance: &Utterance<'_>) -> Vec<Subject> {
    let framework = utterance.framework;
    let Some(skill) = context_skill(utterance) else {
        return Vec::new();
    };
    let plain = |skill: &Skill| skill.name().split(" (").next().map(fold);
    let own = plain(framework.skill(skill));
    let alike = framework.skills().iter();
    let alike = alike.filter(|other| other.id() != skill && plain(other) == own);
    alike.map(|other| Subject::Skill(other.id())).collect()
}

/// Whether a thing's name has all of some words, in whatever form: "the ethics one" may be
/// an ethicist, "the front end one" has it in one word, "the ML one" is a short form.
pub(super) fn is_called(utterance: &Utterance<'_>, called: &[usize], subject: Subject) -> bool {
    let stems = stems(utterance, subject);
    let kin = &utterance.interpreter.kin;
    let of_root = |stem: StemId| {
        let mut others = kin.of(stem.index()).iter();
        others.any(|other| stems.contains(&Some(*other)))
    };
    let is_in = |stem: Option<StemId>| {
        stem.is_some_and(|stem| stems.contains(&Some(stem)) || of_root(stem))
    };
    let joined = |at: usize| {
        let next = utterance.tokens.get(at + 1).map_or("", Token::text);
        let word = format!("{}{next}", utterance.tokens[at].text());
        !next.is_empty() && is_in(utterance.interpreter.dictionary.stem(&word))
    };
    let has = |at: &usize| {
        let before = || at.checked_sub(1).is_some_and(joined);
        is_in(utterance.tokens[*at].stem) || joined(*at) || before()
    };
    let is_named = |it: &Choice| bound_subject(it.named) == subject;
    let by_short_form = || {
        let mut mentions = utterance.mentions.iter();
        mentions.any(|mention| {
            let covers = called.iter().all(|at| mention.used.has(*at));
            covers && mention.choices.iter().any(is_named)
        })
    };
    called.iter().all(has) || by_short_form()
}

/// The only one of some things, or the one with the shortest name: "the delivery one" is a
/// delivery manager before it is a head of delivery managers.
pub(super) fn shortest(
    utterance: &Utterance<'_>,
    fitting: impl Iterator<Item = Subject>,
) -> Option<Subject> {
    let length = |of: &Subject| words(name(utterance.framework, *of)).count();
    let mut fitting: Vec<Subject> = fitting.collect();
    fitting.sort_by_key(length);
    fitting.dedup();
    match fitting.as_slice() {
        [only] => Some(*only),
        [first, second, ..] if length(first) < length(second) => Some(*first),
        _ => None,
    }
}

/// The stems of a thing's name, of a level those of its role's as well.
pub(super) fn stems(utterance: &Utterance<'_>, of: Subject) -> Vec<Option<StemId>> {
    let framework = utterance.framework;
    let dictionary = &utterance.interpreter.dictionary;
    let role = match of.position() {
        Some(Position::Level(level)) => framework.role(framework.level(level).role()).name(),
        Some(Position::Role(_)) | None => "",
    };
    let names = words(name(framework, of)).chain(words(role));
    names.map(|word| dictionary.stem(&word.text)).collect()
}

/// What a role, level, skill or family is called.
fn name(framework: &Framework, of: Subject) -> &str {
    match of {
        Subject::Family(family) => framework.family(family).name(),
        Subject::Role(role) => framework.role(role).name(),
        Subject::Level(level) | Subject::LevelAt(level, _) => framework.level(level).name(),
        Subject::Skill(skill) | Subject::SkillAt(skill, _) => framework.skill(skill).name(),
        Subject::Proficiency(_) => "",
    }
}
