//! Texts to words: folded, with their places.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::framework::is_joiner;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, folded: lower case, no accents, no apostrophes.
    pub text: String,
    /// Where it stands: bytes of the text.
    pub range: Range<usize>,
}

/// Splits a text into its words. Letters and digits make words; an apostrophe
/// within a word is dropped, and a possessive `'s` with it; `+` and `#` belong
/// to the word before them (C++, C#).
///
/// ```
/// # use waymark::search::words;
/// let found: Vec<String> = words("The BA’s C++ café, don't!").into_iter().map(|word| word.text).collect();
/// assert_eq!(found, ["the", "ba", "c++", "cafe", "dont"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    let mut end = 0;
    let mut finish = |word: &mut String, start: usize, end: usize| {
        let kept = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix('\''))
            .unwrap_or(word)
            .replace('\'', "");
        if !kept.is_empty() {
            found.push(Word {
                text: kept,
                range: start..end,
            });
        }
        word.clear();
    };
    for (at, c) in text.char_indices() {
        if belongs(c, &word) {
            if word.is_empty() {
                start = at;
            }
            push_folded(&mut word, c);
            if !is_apostrophe(c) {
                end = at + c.len_utf8();
            }
        } else if !is_joiner(c) {
            finish(&mut word, start, end);
        }
    }
    finish(&mut word, start, end);
    found
}

/// Whether a character goes on the word before it, or opens one.
fn belongs(c: char, word: &str) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || (!word.is_empty() && (is_apostrophe(c) || matches!(c, '+' | '#')))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

fn push_folded(word: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => word.push(c),
        'A'..='Z' => word.push(c.to_ascii_lowercase()),
        '\u{2019}' | '\u{2018}' | '\u{02BC}' => word.push('\''),
        other => word.extend(
            other
                .nfkd()
                .filter(|c| !is_combining_mark(*c))
                .flat_map(char::to_lowercase),
        ),
    }
}

/// The stem of a folded word, by the Snowball rules for English.
///
/// ```
/// # use waymark::search::stem;
/// assert_eq!(stem("engineering"), stem("engineers"));
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}
