//! Sets of stems.

use super::dictionary::StemId;

/// Some stems, to ask of many whether they are among them.
#[derive(Debug)]
pub(super) struct Stems {
    all: Vec<StemId>,
    /// A bit for each, shared by many: where it is not set, a stem is not one.
    bits: [u64; 4],
}

impl Stems {
    /// These stems.
    pub(super) fn new(all: Vec<StemId>) -> Self {
        let mut bits = [0; 4];
        for stem in &all {
            let (part, bit) = Self::bit(*stem);
            bits[part] |= bit;
        }
        Self { all, bits }
    }

    fn bit(stem: StemId) -> (usize, u64) {
        (stem.index() / 64 % 4, 1 << (stem.index() % 64))
    }

    /// Whether a stem is one of them.
    pub(super) fn has(&self, stem: StemId) -> bool {
        let (part, bit) = Self::bit(stem);
        // They are few: to look at all of them is quicker than to guess where to stop.
        let same = || self.all.iter().map(|other| u32::from(*other == stem));
        self.bits[part] & bit != 0 && same().sum::<u32>() > 0
    }
}
