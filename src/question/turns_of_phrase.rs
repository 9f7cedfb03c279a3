//! The turns of phrase that are meant where they stand: the same words may ask, and may be
//! a part of a name, of a told sentence or of another phrase.

use std::ops::Range;

use smallvec::SmallVec;

use super::cue::{Cue, Heard};
use super::interpreter::Interpreter;
use super::mention::Mention;
use super::token::{Gap, Token, USUAL_WORDS};
use super::utterance::is_firm;
use super::who;
use crate::framework::{Proficiency, Seniority};
use crate::search::WordId;

/// The turns of phrase in a question, without those that are none where they stand.
pub(super) fn turns_of_phrase(
    interpreter: &Interpreter,
    tokens: &[Token<'_>],
    slips: &[Vec<WordId>],
) -> Vec<Heard> {
    let mended = mended(tokens, slips);
    let mut cues = interpreter.cues.hear(&mended);
    cues.retain(|heard| stands(tokens, heard));
    for heard in &mut cues {
        let may_be = matches!(
            heard.cue,
            Cue::Skills | Cue::Levels | Cue::Duties | Cue::Management
        );
        if may_be && is_denied(tokens, heard.tokens.start) {
            heard.cue = Cue::Denied;
        }
    }
    // "The same thing for a baker" compares nothing.
    let again: SmallVec<[Range<usize>; 2]> = cues
        .iter()
        .filter(|heard| heard.cue == Cue::Again)
        .map(|heard| heard.tokens.clone())
        .collect();
    cues.retain(|heard| {
        let within = |of: &Range<usize>| heard.own.iter().all(|at| of.contains(at));
        heard.cue != Cue::Compare || !again.iter().any(within)
    });
    // "From the bottom to the top" is a ladder and no move.
    let ladders = cues.iter().filter(|heard| heard.cue == Cue::Levels);
    let ladders: SmallVec<[Range<usize>; 2]> = ladders.map(|heard| heard.tokens.clone()).collect();
    cues.retain(|heard| {
        let (first, last) = (heard.tokens.start, heard.tokens.end - 1);
        let within = |ladder: &Range<usize>| ladder.contains(&first) && ladder.contains(&last);
        heard.cue != Cue::Progress || !ladders.iter().any(within)
    });
    let looks_for_somebody = cues.iter().any(|heard| heard.cue == Cue::Who);
    cues.retain(|heard| {
        // "Who works out the requirements for the business?" looks for no skills.
        let word = mended[heard.tokens.start].map(|word| interpreter.dictionary.text(word));
        let is_topic = looks_for_somebody && word == Some("requirements");
        heard.cue != Cue::Skills || !is_topic
    });
    cues.extend(who::which_of_a_trade(tokens, &cues));
    cues
}

/// Whether a turn of phrase is one by the words around it.
fn stands(tokens: &[Token<'_>], heard: &Heard) -> bool {
    let (start, end) = (heard.tokens.start, heard.tokens.end);
    let text = |at: usize| tokens.get(at).map_or("", Token::text);
    // "Right then. What ...": two sentences.
    let is_one = || tokens[start + 1..end].iter().all(|it| it.gap < Gap::Hard);
    // In the middle of a sentence "and" goes on from nothing.
    let opens = || tokens[..start].iter().all(Token::is_filler);
    // "I came from sales and sit next to a porter" goes nowhere.
    let sits = || end > 1 && text(end - 1) == "to" && text(end - 2) == "next";
    let before = |back: usize| start.checked_sub(back).map_or("", text);
    // "In 3 years" counts, and chooses nothing of a list.
    let counts = || {
        let is_digit = text(start).starts_with(|c: char| c.is_ascii_digit());
        let joins = ["and", "or", "please", "pls", "then"].contains(&text(end));
        // "My 1:1".
        let digit = |at: usize| text(at).starts_with(|c: char| c.is_ascii_digit());
        // "Those 2" are two.
        let of_two = is_digit && ["those", "these", "the", "all", "between"].contains(&before(1));
        if of_two || digit(end) || start.checked_sub(1).is_some_and(digit) {
            return true;
        }
        let next = tokens.get(end);
        is_digit && !joins && next.is_some_and(|next| next.gap == Gap::Space)
    };
    let is_word = heard.own.len() == 1;
    let cue = heard.cue;
    let of_list = matches!(
        cue,
        Cue::First | Cue::Second | Cue::Third | Cue::Fourth | Cue::Fifth
    );
    let meant = if cue == Cue::Who {
        let by = text(end - 1) == "by";
        // "Is glazing only them, or does anyone else have it?"
        let else_ = matches!(text(start), "anyone" | "anybody")
            && matches!(text(start + 1), "else" | "besides" | "other" | "apart");
        // "Glazing, needed by?", and not "tools used by a cook".
        by && end == tokens.len() || !by && (else_ || who::asks(tokens, start))
    } else if cue == Cue::Similar {
        // "The gaps I need to close to make senior".
        let closes = text(start) == "close" && matches!(before(1), "to" | "must" | "should");
        // "If I went sideways into pastry".
        let moves = is_word && text(start) == "sideways" && matches!(text(end), "into" | "to");
        // "A list of skills, like all of them".
        let like = !is_word && text(end - 1) == "like" && tokens[end - 1].gap > Gap::Space;
        !(closes || moves || like)
    } else if cue == Cue::Next {
        // "What's the junior one up to?"
        let is_up_to = text(end - 1) == "up" && text(end) == "to";
        let bumps = is_up_to && text(start) == "bump";
        !(bumps || is_up_to && is_end(tokens, end + 1))
    } else if cue == Cue::Need {
        !is_past(tokens, start, end)
    } else if cue == Cue::GoingOn {
        // "User researcher, then?"
        let closes = text(start) == "then" && end == tokens.len();
        // "What am I meant to be good at?"
        let is_told = text(start) == "i" && matches!(before(1), "am" | "was");
        !is_told && (!is_word || closes || opens())
    } else if cue == Cue::Progress {
        // "What's she going to be doing?", "where does a cook come into it?"
        let is_told = text(end - 1) == "be" && text(end).ends_with("ing");
        let comes_in = text(end - 1) == "into" && text(end) == "it";
        // "Anything like it I could hop sideways into?"
        let leads = matches!(text(end - 1), "to" | "into") && text(start) == "sideways";
        // "Which skills should I have examples ready for?"
        let prepares = text(start) == "ready" && text(end - 1) == "for" && is_end(tokens, end);
        !(sits() || is_told || comes_in || prepares || leads && is_end(tokens, end))
    } else if cue == Cue::About {
        // "Is it a skill, and what's it about?" points at what was named.
        let points = matches!(before(1), "it" | "that" | "this" | "they") && text(start) == "about";
        !(is_word && points && is_end(tokens, end))
    } else if cue == Cue::Fresh {
        opens()
    } else if cue == Cue::Both {
        // "A senior one of those".
        before(1) != "one"
    } else {
        !(of_list && is_word && counts())
    };
    // "I need to know what a cook does" needs nothing.
    meant && is_one() && !is_wish_to_know(tokens, heard)
}

/// Whether a part of a sentence ends before a token.
fn is_end(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| token.gap > Gap::Space)
}

/// "What does he do, not the skills": what is said not to be asked for.
fn is_denied(tokens: &[Token<'_>], start: usize) -> bool {
    let mut before = (0..start).rev();
    let last = before.find(|at| !tokens[*at].marks.determiner);
    let denies = |at: usize| matches!(tokens[at].text(), "not" | "without");
    last.is_some_and(|at| denies(at) && tokens[at + 1..=start].iter().all(is_near))
}

/// Whether no comma stands before a word.
fn is_near(token: &Token<'_>) -> bool {
    token.gap == Gap::Space
}

/// "Someone who has only ever worked in policy": "has" needs nothing there.
fn is_past(tokens: &[Token<'_>], start: usize, end: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", Token::text);
    let has = matches!(text(start), "has" | "have") && start + 1 == end;
    let is_adverb = |at: &usize| {
        matches!(
            text(*at),
            "only" | "ever" | "never" | "always" | "just" | "already" | "recently" | "not"
        )
    };
    let verb = (end..tokens.len()).find(|at| !is_adverb(at));
    let participle = |at: usize| {
        matches!(
            text(at),
            "been"
                | "done"
                | "had"
                | "come"
                | "gone"
                | "made"
                | "worked"
                | "seen"
                | "said"
                | "asked"
        )
    };
    let adverbs = verb.is_some_and(|verb| verb > end);
    let worked = verb.is_some_and(|at| participle(at) || adverbs && text(at).ends_with("ed"));
    has && worked
}

/// "How do I get up to senior?" is a move, "what does a cook get up to?" none: the same
/// words are a turn of phrase for both.
pub(super) fn is_meant_up(
    heard: &Heard,
    tokens: &[Token<'_>],
    seniorities: &[Option<Seniority>],
    mentions: &[Mention],
) -> bool {
    let mut own = tokens[heard.tokens.clone()].iter().map(Token::text);
    if !["get", "up", "to"]
        .into_iter()
        .all(|word| own.next() == Some(word))
        || own.next().is_some()
    {
        return true;
    }
    let names = |at: usize| {
        let is_rank = seniorities.get(at).is_some_and(Option::is_some);
        is_rank || mentions.iter().any(|mention| mention.tokens.start == at)
    };
    let next = heard.tokens.end;
    let article = tokens.get(next).is_some_and(|token| token.marks.determiner);
    let leads = names(next) || article && names(next + 1);
    leads == (heard.cue == Cue::Progress)
}

/// Whether "need" is that of "I need to know ...", and not of "what do I need to know".
fn is_wish_to_know(tokens: &[Token<'_>], heard: &Heard) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", Token::text);
    let start = heard.tokens.start;
    let says_so = text(start) == "need" && text(start + 1) == "to" && text(start + 2) == "know";
    let own = start.checked_sub(1).filter(|at| text(*at) == "i");
    let asked = |own: usize| {
        let before = own.checked_sub(1).map_or("", text);
        matches!(
            before,
            "do" | "would" | "should" | "must" | "will" | "might" | "skills" | "what"
        )
    };
    says_so && own.is_some_and(|own| !asked(own))
}

/// Whether a turn of phrase is a part of a name that is said in full.
pub(super) fn is_within_name(heard: &Heard, mentions: &[Mention]) -> bool {
    let has_all = |mention: &Mention| heard.own.iter().all(|at| mention.used.has(*at));
    let mut names = mentions.iter().filter(|mention| is_firm(mention));
    names.any(|mention| has_all(mention) && mention.used.len() > heard.own.len())
}

/// Whether "what ... level" asks of no level of a role: "what about working level?"
pub(super) fn is_of_proficiency(
    heard: &Heard,
    tokens: &[Token<'_>],
    proficiencies: &[(Proficiency, usize)],
) -> bool {
    let last = heard.tokens.end - 1;
    let says_level = matches!(tokens[last].text(), "level" | "levels");
    let names_one = |(_, at): &(Proficiency, usize)| at + 1 == last && !heard.own.contains(at);
    heard.cue == Cue::Who && says_level && proficiencies.iter().any(names_one)
}

/// The words with slips mended, for hearing turns of phrase.
fn mended(tokens: &[Token<'_>], slips: &[Vec<WordId>]) -> SmallVec<[Option<WordId>; USUAL_WORDS]> {
    let mend = |(token, slips): (&Token<'_>, &Vec<WordId>)| slips.first().copied().or(token.word);
    tokens.iter().zip(slips).map(mend).collect()
}
