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
    let chars = text.char_indices();
    Words { chars }.collect()
}

/// The words of a text, one after the other.
struct Words<'t> {
    chars: std::str::CharIndices<'t>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            let word = self.run()?;
            if !word.text.is_empty() {
                return Some(word);
            }
        }
    }
}

impl Words<'_> {
    /// The next run of characters that belong together; what is left of it,
    /// without its apostrophes, may be nothing.
    fn run(&mut self) -> Option<Word> {
        let mut text = String::new();
        let mut range = 0..0;
        for (at, c) in self.chars.by_ref() {
            if belongs(c, &text) {
                if text.is_empty() {
                    range.start = at;
                }
                push_folded(&mut text, c);
                if !is_apostrophe(c) {
                    range.end = at + c.len_utf8();
                }
            } else if !is_joiner(c) && !text.is_empty() {
                break;
            }
        }
        if text.is_empty() {
            return None;
        }
        if text.contains('\'') {
            let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix('\''));
            text = owner.unwrap_or(&text).replace('\'', "");
        }
        Some(Word { text, range })
    }
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
