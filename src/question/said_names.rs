//! Which names a question may say, in full or in part: only they are weighed.

use super::candidate::{mask, weight};
use super::mention::{LEAST_SHARE, Stretch};
use super::names::{Names, share};
use crate::search::StemId;

/// The names that stretches may say in full: they have all its stems.
pub(super) fn in_full(names: &Names, stretches: &[&Stretch<'_>]) -> Vec<u32> {
    let mut stems: Vec<StemId> = Vec::with_capacity(2 * stretches.len());
    for stretch in stretches {
        stems.extend_from_slice(&stretch.stems);
    }
    stems.sort_unstable();
    stems.dedup();
    let is_said = |stem: &StemId| stems.binary_search(stem).is_ok();
    let are_said = |name: &u32| {
        let mut words = names.all[*name as usize].words.iter();
        words.all(|word| is_said(&word.stem))
    };
    let names = stems.iter().flat_map(|stem| names.with_rarest(*stem));
    // Most names lack the next word as well: they are not even looked at.
    let names = names.filter(|name| name.next.as_ref().is_none_or(is_said));
    names.map(|name| name.name).filter(are_said).collect()
}

/// How many names are weighed that are said in part, those first that are said most
/// of. A framework of a hundred skills hardly has as many with words of one question.
const MOST_IN_PART: usize = 32;

/// The names of which stretches say enough to be a mention of them in part, and
/// some of which they say a little less: shares are rounded up. They are
/// [`MOST_IN_PART`] at most.
pub(super) fn in_part(names: &Names, stretches: &[&Stretch<'_>]) -> Vec<u32> {
    let least = share(LEAST_SHARE) - 1;
    let mut shares: Vec<u8> = vec![0; names.all.len()];
    let mut enough = Vec::with_capacity(64);
    for stretch in stretches {
        let is_one = stretch.stems.len() == 1;
        let rarest = (stretch.stems.iter()).min_by_key(|stem| names.with_stem(**stem).len());
        for posting in rarest.map_or(&[][..], |stem| names.with_stem(*stem)) {
            let more = if is_one {
                let may_be = stretch.is_seniority || !posting.is_seniority;
                may_be.then_some(posting.share)
            } else {
                let name = &names.all[posting.name as usize];
                mask(name, &stretch.stems).map(|mask| share(weight(name, mask) / name.weight))
            };
            let said = &mut shares[posting.name as usize];
            let before = *said;
            *said = before.saturating_add(more.unwrap_or(0));
            if before < least && *said >= least {
                enough.push(posting.name);
            }
        }
    }
    if enough.len() > MOST_IN_PART {
        let most_said = |name: &u32| (std::cmp::Reverse(shares[*name as usize]), *name);
        enough.select_nth_unstable_by_key(MOST_IN_PART, most_said);
        enough.truncate(MOST_IN_PART);
    }
    enough
}
