//! The four slips of a hand, in one word of a name.

/// Words shorter than this are typed as they are.
const SHORTEST: usize = 4;

/// A name with one slip in each of its words in turn, four slips a word. Where
/// in a word the hand slips depends on the word, so that all places come up.
#[must_use]
pub(crate) fn slips(name: &str) -> Vec<String> {
    let mut slipped = Vec::new();
    for (start, word) in words(name) {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST {
            continue;
        }
        for letters in [
            without_one(&letters),
            doubled(&letters),
            swapped(&letters),
            replaced(&letters),
        ] {
            let word_slipped: String = letters.into_iter().collect();
            let end = start + word.len();
            slipped.push(format!("{}{word_slipped}{}", &name[..start], &name[end..]));
        }
    }
    slipped
}

/// The words of a name and the bytes at which they start.
fn words(name: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in name.split(|c: char| !c.is_alphabetic()) {
        if !word.is_empty() {
            words.push((start, word));
        }
        start += word.len();
        start += name[start..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

/// A place in the word that only the word decides; never the first letter,
/// which hands seldom miss (two letters at the start may still be swapped).
fn place(letters: &[char]) -> usize {
    let sum: usize = letters.iter().map(|letter| *letter as usize).sum();
    1 + sum % (letters.len() - 1)
}

fn without_one(letters: &[char]) -> Vec<char> {
    let mut left = letters.to_vec();
    left.remove(place(letters));
    left
}

fn doubled(letters: &[char]) -> Vec<char> {
    let mut more = letters.to_vec();
    let at = place(letters);
    more.insert(at, letters[at]);
    more
}

/// Swaps two neighbours that differ, the first such pair from the place on.
fn swapped(letters: &[char]) -> Vec<char> {
    let mut turned = letters.to_vec();
    let from = place(letters);
    let pairs = (0..letters.len() - 1).map(|step| (from + step) % (letters.len() - 1));
    if let Some(at) = pairs.into_iter().find(|at| letters[*at] != letters[at + 1]) {
        turned.swap(at, at + 1);
    }
    turned
}

/// Puts the letter's neighbour on the keyboard in its place.
fn replaced(letters: &[char]) -> Vec<char> {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let mut other = letters.to_vec();
    let at = place(letters);
    let lower = letters[at].to_lowercase().next().unwrap_or('x');
    let row = ROWS
        .iter()
        .find(|row| row.contains(lower))
        .unwrap_or(&ROWS[0]);
    let beside: Vec<char> = row.chars().collect();
    let key = beside.iter().position(|key| *key == lower);
    other[at] = key.map_or('x', |key| beside[if key == 0 { 1 } else { key - 1 }]);
    other
}

#[test]
fn each_word_of_four_letters_slips_in_four_ways() {
    let slipped = slips("Head of tea (new)");
    assert_eq!(slipped.len(), 4);
    let distinct: std::collections::BTreeSet<&String> = slipped.iter().collect();
    assert_eq!(distinct.len(), 4);
    for name in &slipped {
        assert!(
            name.ends_with(" of tea (new)") && name.starts_with('H') && !name.starts_with("Head "),
            "{name}"
        );
    }
    assert_eq!(slips("Aaaa b")[2], "Aaaa b".replace("Aa", "aA"));
}
