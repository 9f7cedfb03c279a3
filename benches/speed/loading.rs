//! How long loading takes, and how much memory it needs. Each loading is one of
//! a process of its own: this program, called again with [`WEIGH`]. So nothing
//! that was loaded or made before makes it quicker, or larger.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use waymark::guide::{Guide, LoadError};

use crate::{Outcome, say};

/// The argument that asks for a loading, before its folder.
pub(crate) const WEIGH: &str = "--weigh";

/// What loading took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loading {
    /// From the folder's path to a guide that can be asked: the median.
    pub(crate) time: Duration,
    /// The most memory that a process had, in KiB; `None` where the system
    /// does not tell.
    pub(crate) most_memory: Option<u64>,
    /// How much it still had when it was ready, in KiB.
    pub(crate) memory: Option<u64>,
}

impl Loading {
    /// Loads a framework's folder several times.
    ///
    /// # Errors
    /// Where it can't be loaded.
    pub(crate) fn measure(folder: &Path, times: usize) -> Outcome<Self> {
        let mut loadings = Vec::new();
        for _ in 0..times {
            let output = Command::new(env::current_exe()?)
                .arg(WEIGH)
                .arg(folder)
                .output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into());
            }
            loadings.push(Self::read(&String::from_utf8(output.stdout)?)?);
        }
        loadings.sort_by_key(|loading| loading.time);
        let most_memory = loadings
            .iter()
            .filter_map(|loading| loading.most_memory)
            .max();
        Ok(Self {
            most_memory,
            ..loadings[times / 2]
        })
    }

    /// Reads what [`weigh`] has printed.
    fn read(line: &str) -> Outcome<Self> {
        let mut words = line.split_whitespace();
        let time = words.next().ok_or("a loading said nothing")?.parse()?;
        Ok(Self {
            time: Duration::from_nanos(time),
            most_memory: words.next().and_then(|word| word.parse().ok()),
            memory: words.next().and_then(|word| word.parse().ok()),
        })
    }
}

/// Loads a folder and prints the nanoseconds that it took, and the memory.
///
/// # Errors
/// Where it can't be loaded.
#[expect(
    clippy::print_stdout,
    reason = "the process that called this one reads it"
)]
pub(crate) fn weigh(folder: &Path) -> Outcome<()> {
    let start = Instant::now();
    let guide = load(folder)?;
    let time = start.elapsed().as_nanos();
    let memory = |key| memory(key).map_or("unknown".to_owned(), |kib| kib.to_string());
    println!("{time} {} {}", memory("VmHWM:"), memory("VmRSS:"));
    drop(guide);
    Ok(())
}

/// Loads a framework; its faults are told where they keep it from answering.
///
/// # Errors
/// Where it can't be loaded.
pub(crate) fn load(folder: &Path) -> Outcome<Guide> {
    match Guide::load(folder) {
        Ok(loaded) => Ok(loaded.guide),
        Err(error) => {
            if let LoadError::Faults { faults } = &error {
                for fault in faults.iter().take(5) {
                    say(&format!("{}: {:?}", fault.file, fault.fault));
                }
            }
            Err(format!("{}: {error}", folder.display()).into())
        }
    }
}

/// A line of what Linux says about this process, in KiB.
fn memory(key: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.split_whitespace().next()?.parse().ok()
}
