//! What is printed: a Markdown table for the README, with the figures that are
//! wanted beside those that were measured, and a few lines on them.

use std::fmt::Write as _;
use std::fs;
use std::thread;
use std::time::Duration;

use crate::loading::Loading;
use crate::race::{Fared, Times};

/// What was measured on one framework.
#[derive(Debug)]
pub(crate) struct Measured {
    /// What the framework is, in a word.
    pub(crate) what: &'static str,
    /// What it has.
    pub(crate) counts: String,
    /// How many questions were asked.
    pub(crate) asked: usize,
    /// How many of them have a label.
    pub(crate) counted: usize,
    /// How often each was asked.
    pub(crate) rounds: usize,
    /// What loading took.
    pub(crate) loading: Loading,
    /// How the systems fared.
    pub(crate) fared: Vec<Fared>,
    /// How much longer Waymark takes until there is text to read.
    pub(crate) setting_out: Times,
    /// The times that are wanted.
    pub(crate) wanted: Wanted,
}

/// What is wanted of Waymark.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted {
    /// Half of the questions within this time.
    pub(crate) half: Option<Duration>,
    /// Ninety-nine of a hundred within this time.
    pub(crate) nearly_all: Option<Duration>,
    /// At the most this much memory, in MiB.
    pub(crate) memory: Option<u64>,
}

/// Prints the report.
#[expect(clippy::print_stdout, reason = "this is what the benchmark is run for")]
pub(crate) fn print(measured: &[Measured]) {
    println!("{}", report(measured).unwrap_or_default());
}

fn report(measured: &[Measured]) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    writeln!(
        text,
        "| framework | | half of the questions within | 99 of 100 within | first hit right |\n\
         | --- | --- | ---: | ---: | ---: |"
    )?;
    for one in measured {
        let wanted = |time: Option<Duration>| time.map_or(String::new(), told);
        writeln!(
            text,
            "| {} | wanted | {} | {} | |",
            one.what,
            wanted(one.wanted.half),
            wanted(one.wanted.nearly_all),
        )?;
        for fared in &one.fared {
            writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                one.what,
                fared.name,
                told(fared.times.within(0.50)),
                told(fared.times.within(0.99)),
                share(fared.right, one.counted),
            )?;
        }
    }
    writeln!(text)?;
    for one in measured {
        write!(
            text,
            "The {} framework has {}; of {} questions {} have a label. A question's time is the \
             least of {} rounds. Loading takes {}",
            one.what,
            one.counts,
            one.asked,
            one.counted,
            one.rounds,
            told(one.loading.time),
        )?;
        if let (Some(most), Some(kept)) = (one.loading.most_memory, one.loading.memory) {
            write!(
                text,
                " and at most {} MiB, of which {} MiB are kept",
                most >> 10,
                kept >> 10
            )?;
        }
        if let Some(memory) = one.wanted.memory {
            write!(text, " (wanted: {memory} MiB)")?;
        }
        writeln!(
            text,
            ". To set an answer out as text takes Waymark {} more for half of the questions, \
             {} for 99 of 100.",
            told(one.setting_out.within(0.50)),
            told(one.setting_out.within(0.99)),
        )?;
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    write!(text, "The three took turns on one of {cores} cores")?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    match load.split_whitespace().nth(1) {
        Some(load) => writeln!(text, " under a load of {load}.")?,
        None => writeln!(text, ".")?,
    }
    Ok(text)
}

/// A time with the unit that suits it, to two or three digits.
fn told(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    let (value, unit) = match micros {
        ..1e3 => (micros, "µs"),
        1e3..1e6 => (micros / 1e3, "ms"),
        _ => (micros / 1e6, "s"),
    };
    if value < 10.0 && value.fract() > 0.05 {
        format!("{value:.1} {unit}")
    } else {
        format!("{value:.0} {unit}")
    }
}

/// A number with a comma before its thousands; a framework has no millions of
/// anything.
pub(crate) fn grouped(number: usize) -> String {
    match number {
        ..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}

/// A part of a whole in percent.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return String::new();
    }
    format!("{}% ({part})", (100 * part + whole / 2) / whole)
}
