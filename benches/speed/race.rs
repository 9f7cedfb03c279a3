//! Timing: every question, in several rounds, by each system in turn.
//!
//! A turn is all the questions: a system whose turn is short finds the processor's
//! caches full of what the others have read, which nobody who uses one of them ever
//! sees. Even so a turn takes some milliseconds, and each system has its share of
//! whatever else the machine does.
//!
//! The time of a question is the least of its rounds, which lie apart: what the
//! system needs, not what the machine does beside it. That the first rounds
//! find nothing at hand does not count either. The times of all questions make
//! a distribution, of which the table tells the half and the ninety-nine of a
//! hundred.

use std::hint::black_box;
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;

use crate::Outcome;
use crate::asked::Asked;
use crate::catalogue::Catalogue;

/// Something that answers questions.
pub(crate) trait System {
    /// Its name, for the table.
    fn name(&self) -> &'static str;

    /// Answers a question, the one at this place in the list, and gives the
    /// number of what the answer is about or finds first.
    ///
    /// # Errors
    /// Where a search fails.
    fn answer(&mut self, at: usize, asked: &Asked) -> Outcome<Option<usize>>;
}

/// The times of many questions.
#[derive(Debug)]
pub(crate) struct Times(Histogram<u64>);

impl Times {
    /// No times: up to a minute, to three digits.
    ///
    /// # Errors
    /// Never, with these bounds.
    pub(crate) fn new() -> Outcome<Self> {
        Ok(Self(Histogram::new_with_bounds(1, 60_000_000_000, 3)?))
    }

    /// Adds the time of a question.
    ///
    /// # Errors
    /// Where it is longer than a minute.
    pub(crate) fn add(&mut self, time: Duration) -> Outcome<()> {
        Ok(self.0.record(u64::try_from(time.as_nanos())?.max(1))?)
    }

    /// The time within which this share of the questions was answered.
    pub(crate) fn within(&self, share: f64) -> Duration {
        Duration::from_nanos(self.0.value_at_quantile(share))
    }
}

/// How one system fared.
#[derive(Debug)]
pub(crate) struct Fared {
    /// Its name.
    pub(crate) name: &'static str,
    /// The times of the questions.
    pub(crate) times: Times,
    /// How often the first hit was what was asked about.
    pub(crate) right: usize,
    /// The time of each question, in their order.
    each: Vec<Duration>,
}

impl Fared {
    /// The questions that took longest, longest first.
    pub(crate) fn slowest<'q>(
        &self,
        questions: &'q [Asked],
        most: usize,
    ) -> Vec<(&'q str, Duration)> {
        let mut all: Vec<(&str, Duration)> = questions
            .iter()
            .map(|asked| asked.words.as_str())
            .zip(self.each.iter().copied())
            .collect();
        all.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
        all.truncate(most);
        all
    }
}

/// Has every system answer every question, `rounds` times.
///
/// # Errors
/// Where a search fails.
pub(crate) fn race(
    systems: &mut [&mut dyn System],
    catalogue: &Catalogue,
    questions: &[Asked],
    rounds: usize,
) -> Outcome<Vec<Fared>> {
    let mut fared = Vec::new();
    for system in &*systems {
        fared.push(Fared {
            name: system.name(),
            times: Times::new()?,
            right: 0,
            each: vec![Duration::MAX; questions.len()],
        });
    }
    for round in 0..rounds {
        for turn in 0..systems.len() {
            // Nobody always comes after the same one.
            let number = (round + turn) % systems.len();
            let (system, fared) = (&mut systems[number], &mut fared[number]);
            for (at, asked) in questions.iter().enumerate() {
                let start = Instant::now();
                let first = black_box(system.answer(at, black_box(asked))?);
                let time = start.elapsed();
                fared.each[at] = fared.each[at].min(time);
                let is_right = first.is_some_and(|first| asked.is_about(catalogue.name(first)));
                fared.right += usize::from(is_right && round == 0);
            }
        }
    }
    for fared in &mut fared {
        for time in &fared.each {
            fared.times.add(*time)?;
        }
    }
    Ok(fared)
}
