//! How many slips one word is away from another: letters too many, missing,
//! exchanged, or in each other's place.

/// A word, with what makes comparing quick.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling<'w> {
    text: &'w str,
    letters: u32,
}

impl<'w> Spelling<'w> {
    /// The spelling of a folded word.
    pub(super) fn new(text: &'w str) -> Self {
        Self {
            text,
            letters: letters(text),
        }
    }

    /// How many bytes it has.
    pub(super) fn len(self) -> usize {
        self.text.len()
    }

    /// How many slips it is away from another word, where it is at most so many.
    pub(super) fn slips(self, other: Spelling<'_>, most: usize) -> Option<usize> {
        if !self.may_be(other.letters, most) || !self.is_close(other.text, most) {
            return None;
        }
        let (text, other) = without_same_ends(self.text, other.text);
        let slips = strsim::osa_distance(text, other);
        (slips <= most).then_some(slips)
    }

    /// Whether it may be at most so many slips away from a word of some letters:
    /// each slip changes at most one letter on either side.
    pub(super) fn may_be(self, letters: u32, most: usize) -> bool {
        let at_most = |mut bits: u32| {
            // Not all processors count bits; all can take the lowest away.
            for _ in 0..most {
                bits &= bits.wrapping_sub(1);
            }
            bits == 0
        };
        at_most(self.letters & !letters) && at_most(letters & !self.letters)
    }

    /// Whether all but so many of its letters stand in another word at nearly the
    /// same place: a slip leaves one letter without its like, and moves others by
    /// one place. Words beyond ASCII always may be.
    fn is_close(self, other: &str, most: usize) -> bool {
        if !self.text.is_ascii() || !other.is_ascii() {
            return true;
        }
        let other = other.as_bytes();
        let is_alone = |(at, letter): &(usize, u8)| {
            let start = at.saturating_sub(most).min(other.len());
            let end = (at + most + 1).min(other.len());
            // All of the few are looked at: to stop at the right one is a guess.
            let same = other[start..end]
                .iter()
                .map(|other| u32::from(other == letter));
            same.sum::<u32>() == 0
        };
        let alone = self.text.bytes().enumerate().filter(is_alone);
        alone.count() <= most
    }
}

/// What is left of two words without the start and the end that they share: mostly
/// hardly a letter, and comparing takes a step for each two.
fn without_same_ends<'w>(one: &'w str, other: &'w str) -> (&'w str, &'w str) {
    let start = one.chars().zip(other.chars());
    let start: usize = start
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.chars().rev().zip(other.chars().rev());
    let end: usize = end
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// The letters of a word as bits.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes()
        .filter(u8::is_ascii_lowercase)
        .fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn one_slip_of_each_sort_is_one() {
        let slips = |a: &str, b: &str| Spelling::new(a).slips(Spelling::new(b), 1);
        for typed in ["stge", "staage", "stahe", "satge", "tage", "stages", "stag"] {
            assert_eq!(slips(typed, "stage"), Some(1), "{typed}");
        }
        assert_eq!(slips("stage", "stage"), Some(0));
        assert_eq!(slips("st\u{e4}ge", "stage"), Some(1));
        for typed in ["tsaeg", "st", "stagger", "egats"] {
            assert_eq!(slips(typed, "stage"), None, "{typed}");
        }
    }

    #[test]
    fn looking_quickly_first_leaves_no_slip_out() {
        let words = [
            "engineer",
            "enginneeer",
            "engneer",
            "ngineer",
            "neigneer",
            "engineering",
        ];
        for a in words {
            for b in words {
                for most in 0..=4 {
                    let slips = strsim::osa_distance(a, b);
                    let wanted = (slips <= most).then_some(slips);
                    let found = Spelling::new(a).slips(Spelling::new(b), most);
                    assert_eq!(found, wanted, "{a} {b} {most}");
                }
            }
        }
    }
}
