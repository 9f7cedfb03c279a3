//! A person's words, one by one.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::marks::{Marked, Marks};
use crate::search::{Dictionary, StemId, Word, WordId, words};

/// How much of a question is read, in bytes: as much as 2,000 characters can be.
/// Of what is longer only the start is read.
const LONGEST: usize = 8_000;
/// How many words of a question are read.
pub(super) const MOST_TOKENS: usize = 120;
/// How many words nearly every question has room in.
pub(super) const USUAL_WORDS: usize = 16;

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
pub(super) struct Token<'a> {
    text: Cow<'a, str>,
    /// Its number, if it is known.
    pub(super) word: Option<WordId>,
    /// Its stem, if a known word has it.
    pub(super) stem: Option<StemId>,
    /// The known words that it says: itself, and what it is the plural of.
    pub(super) says: SmallVec<[WordId; 2]>,
    /// What the lexicon says of it.
    pub(super) marks: Marks,
    /// Where it stands in the question: bytes.
    pub(super) range: Range<usize>,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl<'a> Token<'a> {
    fn new(lookup: Lookup<'a>, text: Cow<'a, str>, range: Range<usize>, gap: Gap) -> Self {
        let word = lookup.dictionary.word(&text);
        Self::of(lookup, word, text, range, gap)
    }

    /// A token of a word that was looked up already.
    fn of(
        lookup: Lookup<'a>,
        word: Option<WordId>,
        text: Cow<'a, str>,
        range: Range<usize>,
        gap: Gap,
    ) -> Self {
        let Lookup { dictionary, marked } = lookup;
        let word = word.map(|word| marked.british(word));
        let text = word.map_or(text, |word| Cow::Borrowed(dictionary.text(word)));
        let singular = dictionary.singular(&text);
        let mut marks = marked.marks(word);
        // A trade and a title are the same in the plural.
        if singular.is_some() {
            let singular = marked.marks(singular);
            marks.profession |= singular.profession;
            marks.title |= singular.title;
        }
        Self {
            word,
            stem: match word {
                Some(word) => Some(dictionary.stem_of(word)),
                None => dictionary.stem(&text),
            },
            says: word.into_iter().chain(singular).collect(),
            marks,
            text,
            range,
            gap,
        }
    }

    /// The word: folded, in British spelling, slips not mended.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether it carries no topic.
    pub(super) fn is_filler(&self) -> bool {
        self.marks.small || self.marks.filler || self.text.len() < 2
    }
}

/// What is known of words.
#[derive(Clone, Copy)]
struct Lookup<'a> {
    dictionary: &'a Dictionary,
    marked: &'a Marked,
}

/// Splits a question into tokens. Discord's own marks (mentions, emoji,
/// links) are not words; an arrow is read as "to", an ampersand as "and", "@" as "at", and "IT" as technology, but beside
/// the words of names that have it (`beside_it`).
pub(super) fn tokens<'a>(
    question: &'a str,
    dictionary: &'a Dictionary,
    marked: &'a Marked,
    beside_it: &[StemId],
) -> Vec<Token<'a>> {
    let lookup = Lookup { dictionary, marked };
    let plain = without_marks(cut(question));
    let spaces = plain.bytes().filter(|byte| *byte == b' ').count();
    let mut found: Vec<Token<'_>> = Vec::with_capacity(spaces.min(MOST_TOKENS) + 1);
    let mut end = 0;
    for Word { text, range } in words(&plain) {
        let between = &plain[end..range.start];
        let mut gap = gap(between);
        if gap != Gap::Space
            && ["->", "=>", "\u{2192}"]
                .iter()
                .any(|to| between.contains(to))
        {
            let to = Token::new(lookup, "to".into(), end..range.start, Gap::Space);
            found.push(to);
            gap = Gap::Space;
        }
        // "& the head?", "cook & baker", "glazing @ working".
        let sign = match between.trim() {
            "&" | "+" => Some("and"),
            "@" => Some("at"),
            _ => None,
        };
        if let Some(word) = sign {
            let range = end..range.start;
            found.push(Token::new(lookup, word.into(), range, Gap::Space));
            gap = Gap::Space;
        }
        let abbreviates = |last: &Token<'_>| {
            between == ". "
                && matches!(
                    last.text(),
                    "sr" | "jr" | "snr" | "jnr" | "assoc" | "asst" | "vs"
                )
        };
        if found.last().is_some_and(abbreviates) {
            gap = Gap::Space;
        }
        end = range.end;
        // A word stands in the question where it stands without the marks.
        let text = match text {
            Cow::Borrowed(_) => Cow::Borrowed(&question[range.clone()]),
            Cow::Owned(text) => Cow::Owned(text),
        };
        // "Eachother".
        let word = dictionary.word(&text);
        let parts = word.map_or(&[][..], |it| marked.parts(it));
        for part in parts {
            let text = dictionary.text(*part).into();
            found.push(Token::of(lookup, Some(*part), text, range.clone(), gap));
            gap = Gap::Space;
        }
        if parts.is_empty() {
            found.push(Token::of(lookup, word, text, range, gap));
        }
        if found.len() >= MOST_TOKENS {
            break;
        }
    }
    found.truncate(MOST_TOKENS);
    read_it_as_technology(question, lookup, beside_it, &mut found);
    found
}

/// Reads "IT" as technology, where it is no part of a name.
fn read_it_as_technology<'a>(
    question: &str,
    lookup: Lookup<'a>,
    beside_it: &[StemId],
    tokens: &mut [Token<'a>],
) {
    for at in 0..tokens.len() {
        let Token { range, gap, .. } = &tokens[at];
        let (range, gap) = (range.clone(), *gap);
        // A word that is not known may be a slip for one of a name.
        let is_name = |other: Option<usize>| {
            let other = other.and_then(|other| tokens.get(other));
            let of_name = |stem| beside_it.contains(&stem);
            other.is_some_and(|other| other.stem.map_or(!beside_it.is_empty(), of_name))
        };
        let is_named = || is_name(at.checked_sub(1)) || is_name(Some(at + 1));
        if tokens[at].text() == "it" && is_shouted(question, range.clone()) && !is_named() {
            tokens[at] = Token::new(lookup, TECHNOLOGY.into(), range, gap);
        }
    }
}

/// What "IT" stands for, in one word.
const TECHNOLOGY: &str = "technology";

/// Whether a word stands in capitals in a text that does not.
pub(super) fn is_shouted(text: &str, word: Range<usize>) -> bool {
    let is_small = |c: char| c.is_lowercase();
    !text[word].contains(is_small) && text.contains(is_small)
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
fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '@']) && !text.contains("://") {
        return Cow::Borrowed(text);
    }
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
    Cow::Owned(plain)
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
    if between == " " {
        return Gap::Space;
    }
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

#[cfg(test)]
mod tests {
    use super::tokens;
    use crate::question::lexicon::Lexicon;
    use crate::question::marks::Marked;
    use crate::search::Dictionary;

    #[test]
    fn it_in_capitals_is_technology_unless_a_name_has_it() {
        let mut dictionary = Dictionary::default();
        let marked = Marked::new(Lexicon::built_in(), &mut dictionary);
        for known in ["runs", "here"] {
            dictionary.add(known);
        }
        let desk = dictionary.add("desk");
        let desk = dictionary.stem_of(desk);
        for (typed, beside_it, read) in [
            ("who runs IT here", &[][..], "technology"),
            ("who runs it here", &[], "it"),
            ("WHO RUNS IT HERE", &[], "it"),
            ("who runs IT desk", &[], "technology"),
            ("who runs IT dsek", &[desk], "it"),
            ("who runs IT here", &[desk], "technology"),
            ("who runs IT desk", &[desk], "it"),
        ] {
            let tokens = tokens(typed, &dictionary, &marked, beside_it);
            assert_eq!(tokens[2].text(), read, "{typed}");
        }
    }
}
