//! Folding: the form in which texts are compared, never shown.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparing: compatibility forms taken apart (NFKD), accents
/// dropped, lower case, curly quotes straight, zero-width characters gone, and
/// all runs of white space one space, none at the ends.
///
/// ```
/// # use waymark::framework::fold;
/// assert_eq!(fold("  Café\u{a0}manager’s\u{200b}  guide "), "cafe manager's guide");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Most texts, and none of the tables is needed for them.
        return gather(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    gather(text.nfkd().flat_map(char::to_lowercase), text.len())
}

/// The characters that count, with single spaces between words.
fn gather(chars: impl Iterator<Item = char>, capacity: usize) -> String {
    let mut folded = String::with_capacity(capacity);
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() {
            gap = true;
        } else if c.is_ascii() || !is_combining_mark(c) && !is_joiner(c) {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(straight(c));
        }
    }
    folded
}

/// Zero-width characters: they can't be seen, so they can't count.
#[must_use]
pub fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{FE0E}' | '\u{FE0F}'
    )
}

/// Curly quotes and the long dashes as a keyboard has them.
fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '`' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}
