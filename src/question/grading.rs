//! Words for how senior a level is and how well a skill is held. Many of them
//! are everyday words too ("to lead on", "working with"): they count where the
//! words beside them say so.

use std::cell::OnceCell;

use smallvec::{SmallVec, smallvec};

use super::interpreter::Interpreter;
use super::token::{Gap, Token, USUAL_WORDS};
use super::token_set::TokenSet;
use crate::framework::{Proficiency, Seniority};
use crate::search::{Dictionary, WordId};

/// The words of a question, to look around in.
struct Around<'a>(&'a [Token<'a>]);

impl Around<'_> {
    /// The word at a place; empty outside the question.
    fn word(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.0.get(at))
            .map_or("", |token| token.text())
    }

    /// Whether a clause ends behind a word.
    fn ends(&self, at: usize) -> bool {
        self.0.get(at + 1).is_none_or(|next| next.gap > Gap::Space)
    }
}

/// Which of the words say a seniority.
pub(super) struct Seniorities {
    /// For each token the seniority that it is a word for.
    pub(super) said: SmallVec<[Option<Seniority>; USUAL_WORDS]>,
    /// The tokens that would be, and are part of a turn of phrase: "in principle".
    pub(super) in_phrases: TokenSet,
}

/// The seniorities that the words say. A form of several words counts at its first
/// one. `slips` are the words that each may be a slip for.
pub(super) fn seniorities(
    interpreter: &Interpreter,
    tokens: &[Token<'_>],
    slips: &[Vec<WordId>],
) -> Seniorities {
    let mut found = Seniorities {
        said: smallvec![None; tokens.len()],
        in_phrases: TokenSet::default(),
    };
    let phrases: OnceCell<TokenSet> = OnceCell::new();
    for at in 0..tokens.len() {
        let forms = interpreter.seniorities.at(tokens, at);
        let Some((form, seniority)) = forms.max_by_key(|(form, _)| form.len()) else {
            continue;
        };
        let phrases = phrases.get_or_init(|| {
            let mut phrases = TokenSet::default();
            for (phrase, ()) in interpreter.no_seniorities.find(tokens) {
                phrases.add(phrase.into());
            }
            phrases
        });
        // "The boss of": its words say nothing else.
        found.in_phrases.add((form.start + 1..form.end).into());
        if phrases.has(at) {
            found.in_phrases.add((at..at + 1).into());
        } else if form.len() > 1 || is_meant(interpreter, tokens, slips, at, *seniority) {
            found.said[at] = Some(*seniority);
        }
    }
    found
}

/// Whether a seniority's word is meant as one at its place. Those that are
/// everyday words too have to stand where a level can: before a word of a name, at
/// the end of a clause, or joined to another seniority.
fn is_meant(
    interpreter: &Interpreter,
    tokens: &[Token<'_>],
    slips: &[Vec<WordId>],
    at: usize,
    seniority: Seniority,
) -> bool {
    let around = Around(tokens);
    let before = around.word(at.checked_sub(1));
    let behind = around.word(Some(at + 1));
    let is_form = |at: Option<usize>| {
        let at = at.filter(|at| *at < tokens.len());
        at.is_some_and(|at| interpreter.seniorities.at(tokens, at).next().is_some())
    };
    let is_named = |at: usize| {
        let token = tokens.get(at);
        let stem = token.and_then(|token| token.stem);
        let stands_for = |_: &Token<'_>| interpreter.phrases.at(tokens, at).next().is_some();
        // "Principal develpoer".
        let slips = slips.get(at).map_or(&[][..], Vec::as_slice);
        let slips = slips
            .iter()
            .map(|slip| interpreter.dictionary.stem_of(*slip));
        let mut stems = stem.into_iter().chain(slips);
        stems.any(|stem| interpreter.is_named(stem)) || token.is_some_and(stands_for)
    };
    // "A principal and a head".
    let is_article = |at: usize| matches!(around.word(Some(at)), "a" | "an" | "the");
    let next = at + 2 + usize::from(is_article(at + 2));
    // "Principal vs an ordinary cook".
    let is_plain = matches!(
        around.word(Some(next)),
        "ordinary" | "normal" | "regular" | "plain" | "just"
    );
    let next = next + usize::from(is_plain);
    let joined = JOINS.contains(&before) && is_form(at.checked_sub(2))
        || JOINS.contains(&behind) && (is_form(Some(next)) || is_named(next));
    // "How senior is a matron?", "is she senior to a lead?"
    // "Ok, so senior to lead" compares nothing.
    let opens = matches!(
        around.word(at.checked_sub(2)),
        "" | "ok" | "okay" | "and" | "right" | "alright" | "well" | "then" | "hm" | "hmm"
    );
    let so = before == "so" && !opens;
    let compared = so || matches!(
        before,
        "how" | "too" | "less" | "more" | "most" | "equally" | "bit"
    ) || before == "as" && behind == "as"
        // "A lot to ask of someone that junior".
        || before == "that" && around.ends(at) && is_person(around.word(at.checked_sub(2)));
    match seniority {
        // "The same but for the leads"; "the lead leads" is a verb.
        Seniority::Lead if tokens[at].text() == "leads" => {
            let acts = matches!(
                behind,
                "have" | "share" | "need" | "do" | "differ" | "compare" | "overlap"
            );
            matches!(before, "the" | "two" | "both") && (around.ends(at) || acts)
        }
        Seniority::Lead => !is_verb(before, behind),
        Seniority::Senior | Seniority::Junior => {
            let asks = matches!(around.word(Some(0)), "is" | "are");
            let ranks = asks && matches!(behind, "to" | "than");
            // "The most senior cook" may be the head; "most senior cooks" are cooks.
            let articled = matches!(
                around.word(at.checked_sub(2)),
                "" | "the" | "our" | "my" | "is"
            );
            let extreme = matches!(before, "most" | "least") && articled;
            !extreme && (is_named(at + 1) || !compared && !ranks)
        }
        Seniority::Head | Seniority::Principal | Seniority::Chief => {
            // "Ok, principal then".
            let last = tokens[at + 1..].iter().all(Token::is_filler);
            let stands =
                around.ends(at) || last || is_named(at + 1) || joined || is_beside_level(behind);
            let misspelt = seniority == Seniority::Principal && tokens[at].text() == "principle";
            // "How far off being head am I?"
            let being =
                matches!(before, "being" | "becoming") && matches!(behind, "am" | "are" | "is");
            let stands = stands || being;
            // "No such level? Principle then".
            let opens = tokens[at].gap > Gap::Space || at == 0;
            let misspelt = misspelt && !(last && opens && behind == "then");
            // "Chief info security officer": a word between that no name has.
            let near = seniority == Seniority::Chief && is_named(at + 2) && !around.ends(at + 1);
            (stands || near) && (!misspelt || is_named(at + 1))
        }
        Seniority::Apprentice | Seniority::Trainee | Seniority::Associate | Seniority::Unmarked => {
            true
        }
    }
}

/// Whether a word stands for whoever it is.
fn is_person(word: &str) -> bool {
    matches!(
        word,
        "someone" | "somebody" | "anyone" | "anybody" | "people" | "person"
    )
}

/// Whether "lead" is a verb between these words.
fn is_verb(before: &str, behind: &str) -> bool {
    !matches!(
        before,
        "a" | "the" | "my" | "our" | "new" | "at" | "for" | "from" | "to"
    ) && (matches!(
        behind,
        "on" | "the" | "a" | "an" | "people" | "others" | "teams"
    ) || matches!(
        before,
        "they" | "you" | "who" | "i" | "we" | "will" | "can" | "must" | "should"
    ))
}

/// Whether a word can stand behind "head" where it is a seniority.
fn is_beside_level(behind: &str) -> bool {
    matches!(
        behind,
        "of" | "level"
            | "one"
            | "got"
            | "has"
            | "have"
            | "do"
            | "does"
            | "need"
            | "get"
            | "for"
            | "different"
            | "differ"
            | "differs"
            | "compared"
            | "above"
            | "below"
            | "higher"
            | "lower"
            | "instead"
            | "sounds"
            | "seems"
            | "rather"
            | "skills"
            | "s"
    )
}

/// The words that join two of which something is asked.
pub(super) const JOINS: [&str; 10] = [
    "and", "n", "or", "to", "into", "vs", "versus", "than", "with", "from",
];

/// The tokens that are proficiencies. `says_one` tells whether a token stands
/// within "what does ... mean", or before the name of a skill.
pub(super) fn proficiencies(
    dictionary: &Dictionary,
    tokens: &[Token<'_>],
    slips: &[Vec<WordId>],
    words: &str,
    says_one: impl Fn(usize) -> bool,
) -> Vec<(Proficiency, usize)> {
    let around = Around(tokens);
    let mended = |at: usize| {
        let slip = slips.get(at).and_then(|slips| slips.first());
        let typed = tokens.get(at).map_or("", Token::text);
        slip.map_or(typed, |slip| dictionary.text(*slip))
    };
    let named = |at: usize| {
        let word = match mended(at) {
            "experts" => "expert",
            "practitioners" => "practitioner",
            other => other,
        };
        let mut all = Proficiency::ALL.into_iter();
        all.find(|proficiency| proficiency.name().eq_ignore_ascii_case(word))
    };
    // "They're 'working' in baking".
    let is_quoted = |at: usize| {
        let range = &tokens[at].range;
        let before = words
            .get(..range.start)
            .and_then(|it| it.chars().next_back());
        // "They say 'working level'".
        let level = tokens.get(at + 1).filter(|next| next.text() == "level");
        let end = level.map_or(range.end, |next| next.range.end);
        let behind = words.get(end..).and_then(|it| it.chars().next());
        let quote =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”'));
        quote(before) && quote(behind)
    };
    // "Awareness n working": each of the two says that the other is one.
    let joined = |one: usize, join: usize, other: usize| {
        JOINS.contains(&around.word(Some(join))) && named(one).is_some() && named(other).is_some()
    };
    (0..tokens.len())
        .filter_map(|at| {
            let proficiency = named(at)?;
            let before = at.checked_sub(1).map_or("", mended);
            let behind = mended(at + 1);
            // "Expert pls".
            let last = tokens[at + 1..].iter().all(Token::is_filler);
            let beside = says_one(at)
                || around.ends(at)
                || last
                || says_proficiency(before, behind)
                || joined(at, at + 1, at + 2)
                || at >= 2 && joined(at - 2, at - 1, at)
                || behind == "i" && matches!(mended(at + 2), "mean" | "meant");
            let meant = match proficiency {
                _ if is_quoted(at) => true,
                Proficiency::Practitioner => true,
                Proficiency::Working => {
                    let goes_on =
                        matches!(behind, "with" | "on" | "in" | "together" | "out" | "for");
                    // "At working in evaluation", "what counts as working in it?"
                    beside && (!goes_on || matches!(before, "at" | "as"))
                }
                Proficiency::Awareness | Proficiency::Expert => {
                    beside || matches!(behind, "of" | "in" | "for" | "at" | "look" | "up")
                }
            };
            meant.then_some((proficiency, at))
        })
        .collect()
}

/// Whether the words around a word say that it is a proficiency.
fn says_proficiency(before: &str, behind: &str) -> bool {
    matches!(
        behind,
        "level"
            | "proficiency"
            | "standard"
            | "skill"
            | "grade"
            | "and"
            | "or"
            | "vs"
            | "versus"
            | "mean"
            | "be"
            | "to"
    ) || matches!(
        before,
        "at" | "as"
            | "an"
            | "is"
            | "claim"
            | "and"
            | "or"
            | "vs"
            | "versus"
            | "does"
            | "to"
            | "from"
            | "about"
            | "reach"
            | "be"
            | "called"
            | "the"
            | "level"
    ) || Proficiency::ALL
        .into_iter()
        .any(|p| p.name().eq_ignore_ascii_case(before))
}
