//! What a person would pick instead: full-text search over the entries, one
//! document each, with the fields name, about and statements. Both are set up
//! with care: English stems, names counting more, small words left out, all in
//! memory, one segment. Both look for any of the question's words (a question
//! has words that the entry has not), take the best three by BM25, and fetch
//! the statements of the first, which is their answer.
//!
//! Each has the weights with which it is most often right on the labelled
//! questions. That only serves them.

mod sqlite;
mod tantivy;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(crate) use sqlite::Sqlite;
pub(crate) use tantivy::Tantivy;

/// How many hits are looked for.
const HITS: u16 = 3;

/// Words that say nothing about what is looked for: Lucene's list for English,
/// and the words with which questions are put.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    HashSet::from([
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is",
        "it", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there",
        "these", "they", "this", "to", "was", "will", "with", "what", "which", "who", "how",
        "when", "where", "why", "do", "does", "did", "can", "could", "should", "would", "i", "me",
        "my", "we", "our", "you", "your", "s", "t", "am", "has", "have", "from", "about", "tell",
        "please", "between",
    ])
});

/// The words of a question that are looked for, in lower case: all of them
/// where they are all small.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let word = word.to_lowercase();
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    let counts = |word: &String| !SMALL.contains(word.as_str());
    if words.iter().any(counts) {
        words.retain(counts);
    }
    words
}
