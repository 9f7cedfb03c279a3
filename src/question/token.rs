//! A person's words, one by one.

use std::ops::Range;

use super::lexicon::Lexicon;
use crate::search::{Word, stem, words};

/// How much of a question is read, in bytes: more than Discord's 2,000
/// characters can be. What is longer is no question.
const LONGEST: usize = 8_000;
/// How many words of a question are read.
const MOST_WORDS: usize = 120;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A space, or a hyphen between letters.
    Space,
    /// A comma, a dash, a bracket, a slash: it may part names.
    Soft,
    /// The end of a sentence.
    Hard,
}

/// A word of a question.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// The word: folded, in British spelling, slips not mended.
    pub(super) text: String,
    /// Its stem.
    pub(super) stem: String,
    /// Where it stands in the question: bytes.
    pub(super) range: Range<usize>,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Token {
    /// A token of a folded word.
    pub(super) fn new(text: String, range: Range<usize>, gap: Gap) -> Self {
        Self {
            stem: stem(&text),
            text,
            range,
            gap,
        }
    }
}

/// Splits a question into tokens. Discord's own marks (mentions, emoji,
/// links) are not words; an arrow is read as "to".
pub(super) fn tokens(question: &str, lexicon: &Lexicon) -> Vec<Token> {
    let question = cut(question);
    let plain = without_marks(question);
    let mut found: Vec<Token> = Vec::new();
    let mut end = 0;
    for Word { text, range } in words(&plain).into_iter().take(MOST_WORDS) {
        let between = &plain[end..range.start];
        let mut gap = gap(between);
        if between.contains("->") || between.contains("=>") || between.contains('\u{2192}') {
            found.push(Token::new("to".to_owned(), end..range.start, Gap::Space));
            gap = Gap::Space;
        }
        end = range.end;
        let text = lexicon.spelling.get(&text).cloned().unwrap_or(text);
        found.push(Token::new(text, range, gap));
    }
    found
}

/// The part of a text that is read.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The text with Discord's marks and web addresses blanked out, byte for byte,
/// so that places in it stay those of the text.
fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = mark_length(rest, plain.chars().next_back()).unwrap_or(0);
        if length > 0 {
            plain.extend(std::iter::repeat_n(' ', length));
            rest = &rest[length..];
        } else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    plain
}

/// The length of the mark that a text starts with: `<@123>`, `<#123>`,
/// `<:name:123>`, `:name:`-less forms excepted, `@name`, `https://...`.
fn mark_length(text: &str, before: Option<char>) -> Option<usize> {
    if let Some(inner) = text.strip_prefix('<') {
        let mark = inner.starts_with(['@', '#', ':', '/', 't'])
            || inner.starts_with("a:")
            || inner.starts_with("http");
        let end = inner
            .find('>')
            .filter(|end| *end <= 100 && mark && !inner[..*end].contains(' '))?;
        return Some(end + 2);
    }
    let at_word_start = before.is_none_or(|c| !c.is_alphanumeric());
    let is_mark = at_word_start
        && (text.starts_with("http://") || text.starts_with("https://") || text.starts_with('@'));
    is_mark.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// How far two words are apart, given the text between them.
fn gap(between: &str) -> Gap {
    let hyphen = matches!(between, "-" | "\u{2010}" | "\u{2011}");
    if between.contains(['.', '?', '!', ';', '\n', '\u{2028}']) {
        Gap::Hard
    } else if hyphen
        || between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '\'' | '"' | '\u{2018}'..='\u{201D}'))
    {
        Gap::Space
    } else {
        Gap::Soft
    }
}
