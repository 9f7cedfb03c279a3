//! Chance that is the same in every run.

/// A row of numbers that looks like chance: SplitMix64.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// The row that starts with a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `count`, which is not 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // The shift leaves 31 bits, which any machine can count with.
        let number = usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0);
        number % count
    }

    /// One of a list.
    pub(super) fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}
