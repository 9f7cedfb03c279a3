//! Hashes that are the same on every machine, in every release and after every
//! restart: they stand in the buttons of messages that outlive the process.

/// The 64-bit FNV-1a hash of some texts, each ended so that two lists of texts
/// are never one another's run-on. Its constants are those of the algorithm's
/// own description (Fowler, Noll, Vo).
pub(super) fn hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    texts
        .into_iter()
        .flat_map(|text| text.bytes().chain(std::iter::once(0xff)))
        .fold(BASIS, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        })
}

/// The digits of a number to the base 64; none means something in an id.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A hash in 11 characters.
pub(super) fn short(hash: u64) -> String {
    (0..11)
        .rev()
        .map(|at| char::from(DIGITS[usize::try_from((hash >> (6 * at)) & 63).unwrap_or(0)]))
        .collect()
}

/// The hash that 11 characters stand for; `None` where they are none.
pub(super) fn long(short: &str) -> Option<u64> {
    if short.len() != 11 {
        return None;
    }
    short.bytes().try_fold(0_u64, |hash, digit| {
        let value = DIGITS.iter().position(|known| *known == digit)?;
        Some((hash << 6) | u64::try_from(value).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_never_changes() {
        // Buttons in messages of last year hold this.
        assert_eq!(short(hash(["role", "data engineer"])), "Dw3I9GW0ej0");
    }

    #[test]
    fn a_hash_survives_being_written() {
        for hash in [0, 1, u64::MAX, hash(["x"])] {
            assert_eq!(long(&short(hash)), Some(hash));
        }
        assert_eq!(long("short"), None);
        assert_eq!(long("AAAAAAAAAA!"), None);
    }

    #[test]
    fn texts_do_not_run_into_each_other() {
        assert_ne!(hash(["ab", "c"]), hash(["a", "bc"]));
    }
}
