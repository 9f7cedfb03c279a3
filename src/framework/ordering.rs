//! How the order of a role's levels is found. The order of trust, and what
//! each source is worth, is said at [`LadderSource`].

use super::fold::fold;
use super::ladder::LadderSource;
use super::seniority::Seniority;

/// What is known of one level before it has a place.
#[derive(Debug, Clone)]
pub(super) struct Rank {
    /// The level's name.
    pub(super) name: String,
    /// The mean of the proficiencies that it asks, from 1 to 4.
    pub(super) proficiency: Option<f64>,
    /// The number at the front of its file's name.
    pub(super) file_number: Option<u64>,
}

/// An order: the levels by their place in the list that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Order {
    /// The rungs, lowest first.
    pub(super) rungs: Vec<Vec<usize>>,
    /// What the order was taken from.
    pub(super) source: LadderSource,
    /// The levels whose place is not certain.
    pub(super) contested: Vec<usize>,
}

/// Finds the order of the levels of one role, without a manifest's help.
///
/// Where mean proficiency and seniority words give different orders for some
/// levels, these levels stand in the order of the words and are contested: a
/// head of profession may need less hands-on skill than the lead, and is still
/// head.
pub(super) fn order(levels: &[Rank]) -> Order {
    let (tracks, first_tracks) = second_tracks(levels);
    let of = |source, contested: Vec<usize>, rungs: Vec<Vec<usize>>| {
        let mut rungs = rungs;
        for rung in &mut rungs {
            let beside: Vec<usize> = rung
                .iter()
                .flat_map(|at| tracks[*at].iter().copied())
                .collect();
            rung.extend(beside);
        }
        Order {
            rungs,
            source,
            contested,
        }
    };
    if first_tracks.len() < 2 {
        return of(
            LadderSource::Single,
            Vec::new(),
            first_tracks.into_iter().map(|at| vec![at]).collect(),
        );
    }
    if first_tracks
        .iter()
        .all(|at| levels[*at].proficiency.is_some())
    {
        let (rungs, contested) = by_proficiency(levels, first_tracks);
        return of(LadderSource::Proficiency, contested, rungs);
    }
    let words = by_key(&first_tracks, |at| {
        Some(Seniority::in_name(&levels[at].name))
    });
    if let Some(rungs) = words {
        return of(LadderSource::Seniority, Vec::new(), rungs);
    }
    if let Some(rungs) = by_key(&first_tracks, |at| levels[at].file_number) {
        return of(LadderSource::FileNumbers, Vec::new(), rungs);
    }
    of(
        LadderSource::Unknown,
        Vec::new(),
        first_tracks.into_iter().map(|at| vec![at]).collect(),
    )
}

/// Tells second tracks from first ones: "Lead developer - management" stands
/// beside "Lead developer" and has no place of its own. Gives, for each level,
/// the levels beside it, and the levels that have a place.
fn second_tracks(levels: &[Rank]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let names: Vec<String> = levels.iter().map(|level| fold(&level.name)).collect();
    let mut tracks = vec![Vec::new(); levels.len()];
    let mut first = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let base = name.rsplit_once(" - ").map(|(base, _)| base);
        match base.and_then(|base| names.iter().position(|other| other == base)) {
            Some(beside) => tracks[beside].push(at),
            None => first.push(at),
        }
    }
    (tracks, first)
}

/// The order by mean proficiency, mended by the seniority words, and the levels
/// on which the two do not agree.
fn by_proficiency(levels: &[Rank], mut places: Vec<usize>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mean = |at: usize| levels[at].proficiency.unwrap_or_default();
    let word = |at: usize| Seniority::in_name(&levels[at].name);
    places.sort_by(|a, b| {
        mean(*a)
            .total_cmp(&mean(*b))
            .then_with(|| word(*a).cmp(&word(*b)))
    });
    // A name without a seniority word says nothing of its place.
    let marked = |at: usize| word(at) != Seniority::Unmarked;
    let disagrees =
        |a: usize, b: usize| marked(a) && marked(b) && mean(a) < mean(b) && word(a) > word(b);
    let contested: Vec<usize> = places
        .iter()
        .copied()
        .filter(|a| {
            places
                .iter()
                .any(|b| disagrees(*a, *b) || disagrees(*b, *a))
        })
        .collect();
    let mut by_word = contested.clone();
    by_word.sort_by_key(|at| word(*at));
    let mut by_word = by_word.into_iter();
    for place in &mut places {
        if contested.contains(place) {
            *place = by_word.next().unwrap_or(*place);
        }
    }
    let mut rungs: Vec<Vec<usize>> = Vec::new();
    for at in places {
        match rungs.last_mut() {
            Some(rung)
                if rung
                    .iter()
                    .all(|other| same(mean(*other), mean(at)) && word(*other) == word(at)) =>
            {
                rung.push(at);
            }
            _ => rungs.push(vec![at]),
        }
    }
    (rungs, contested)
}

/// Whether two means are the same: they are quotients of small whole numbers.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// The order by a key that every level has and no two share; `None` otherwise.
fn by_key<K: Ord + Copy>(
    places: &[usize],
    key: impl Fn(usize) -> Option<K>,
) -> Option<Vec<Vec<usize>>> {
    let mut keyed = places
        .iter()
        .map(|at| Some((key(*at)?, *at)))
        .collect::<Option<Vec<_>>>()?;
    keyed.sort_unstable();
    let distinct = keyed.windows(2).all(|pair| pair[0].0 != pair[1].0);
    distinct.then(|| keyed.into_iter().map(|(_, at)| vec![at]).collect())
}

#[cfg(test)]
mod tests {
    use super::{LadderSource, Order, Rank, order};

    fn levels(levels: &[(&str, Option<f64>)]) -> Vec<Rank> {
        levels
            .iter()
            .map(|(name, proficiency)| Rank {
                name: (*name).to_owned(),
                proficiency: *proficiency,
                file_number: None,
            })
            .collect()
    }

    #[test]
    fn skills_order_levels_that_no_word_orders() {
        let found = order(&levels(&[
            ("Problem manager", Some(2.5)),
            ("Problem analyst", Some(1.5)),
        ]));
        let rungs = vec![vec![1], vec![0]];
        assert_eq!(
            found,
            Order {
                rungs,
                source: LadderSource::Proficiency,
                contested: vec![]
            }
        );
    }

    #[test]
    fn a_management_track_stands_beside_its_technical_one() {
        let found = order(&levels(&[
            ("Lead cook - management", Some(3.1)),
            ("Principal cook", Some(3.05)),
            ("Lead cook", Some(3.0)),
        ]));
        assert_eq!(found.rungs, [vec![2, 0], vec![1]]);
    }

    #[test]
    fn words_win_where_skills_and_words_disagree_and_the_place_is_not_certain() {
        let found = order(&levels(&[
            ("Head of cooking", Some(3.4)),
            ("Cook", Some(2.0)),
            ("Lead cook", Some(4.0)),
        ]));
        assert_eq!(found.rungs, [vec![1], vec![2], vec![0]]);
        assert_eq!(found.contested, [0, 2]);
    }

    #[test]
    fn words_order_levels_without_proficiencies_unless_two_share_one() {
        assert_eq!(
            order(&levels(&[("Senior cook", None), ("Cook", None)])).rungs,
            [vec![1], vec![0]]
        );
        assert_eq!(
            order(&levels(&[("Grill cook", None), ("Cook", None)])).source,
            LadderSource::Unknown
        );
    }
}
