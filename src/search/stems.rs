//! Sets of stems.

use super::dictionary::StemId;

/// Some stems, to ask of many whether they are among them.
#[derive(Debug)]
pub(super) struct Stems {
    /// In order.
    all: Vec<StemId>,
    /// A bit for each, shared by many: where it is not set, a stem is not one.
    bits: u64,
}

impl Stems {
    /// These stems.
    pub(super) fn new(mut all: Vec<StemId>) -> Self {
        all.sort_unstable();
        let bits = all.iter().fold(0, |bits, stem| bits | Self::bit(*stem));
        Self { all, bits }
    }

    fn bit(stem: StemId) -> u64 {
        1 << (stem.index() % 64)
    }

    /// Whether a stem is one of them.
    pub(super) fn has(&self, stem: StemId) -> bool {
        self.bits & Self::bit(stem) != 0 && self.all.binary_search(&stem).is_ok()
    }
}
