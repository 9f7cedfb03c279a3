//! How fast Waymark answers, and how often it is right, beside what a person
//! would pick instead: SQLite's full-text search and tantivy.
//!
//! ```text
//! cargo bench --manifest-path benches/Cargo.toml
//! ```
//!
//! One run measures everything and prints a Markdown table. All three answer
//! the same questions over the same entries, in turn, so that what else the machine
//! does meanwhile befalls them alike ([`race`]).
//!
//! Two frameworks are asked: a real one, with questions that people wrote
//! ([`asked`]), and a made one of the size of Europe's whole classification of
//! occupations ([`made`]). The variables `WAYMARK_FRAMEWORK` (a folder) and
//! `WAYMARK_QUESTIONS` (files, with colons between them) name others than those
//! that lie beside the project; relative paths start at the project's folder.
//!
//! What is timed goes from a person's words to the facts of the answer, in
//! Waymark, and to the text of the first hit, in the two others. Loading is
//! timed, and memory weighed, in processes of their own ([`loading`]).

mod asked;
mod catalogue;
mod loading;
mod made;
mod ours;
mod peers;
mod race;
mod table;

use std::env;
use std::error::Error;
use std::path::Path;
use std::time::Duration;

use asked::Asked;
use catalogue::Catalogue;
use loading::Loading;
use made::Made;
use ours::Waymark;
use peers::{Sqlite, Tantivy};
use race::System;
use table::{Measured, Wanted};

/// What any step of the run can stop it with.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = env::args_os().skip(1);
    if arguments
        .next()
        .is_some_and(|first| first == loading::WEIGH)
    {
        let folder = arguments.next().ok_or("the folder to load is missing")?;
        return loading::weigh(Path::new(&folder));
    }
    let wanted = Wanted {
        half: Some(Duration::from_micros(30)),
        nearly_all: Some(Duration::from_micros(300)),
        memory: None,
    };
    let often = Often {
        loads: 9,
        rounds: 51,
    };
    let (folder, questions) = (asked::framework(), asked::questions()?);
    let real = measure("real", &folder, &questions, often, wanted)?;

    say("making a framework of the size of a whole classification");
    let folder = tempfile::tempdir()?;
    let made = Made::new();
    made.write(folder.path())?;
    let wanted = Wanted {
        half: None,
        nearly_all: Some(Duration::from_millis(3)),
        memory: Some(400),
    };
    let often = Often {
        loads: 3,
        rounds: 9,
    };
    let made = measure("made", folder.path(), &made.questions(), often, wanted)?;

    table::print(&[real, made]);
    Ok(())
}

/// How often things are done to be timed.
#[derive(Debug, Clone, Copy)]
struct Often {
    /// How often the framework is loaded.
    loads: usize,
    /// How often each question is asked.
    rounds: usize,
}

/// Measures all there is to measure on one framework.
fn measure(
    what: &'static str,
    folder: &Path,
    questions: &[Asked],
    Often { loads, rounds }: Often,
    wanted: Wanted,
) -> Outcome<Measured> {
    say(&format!("loading {}", folder.display()));
    let loading = Loading::measure(folder, loads)?;
    let guide = loading::load(folder)?;
    let framework = guide.framework();
    let catalogue = Catalogue::of(framework);
    let mut waymark = Waymark::new(&guide, &catalogue, questions);
    let mut sqlite = Sqlite::new(&catalogue)?;
    let mut tantivy = Tantivy::new(&catalogue)?;
    say(&format!("asking {} questions", questions.len()));
    let systems: &mut [&mut dyn System] = &mut [&mut waymark, &mut sqlite, &mut tantivy];
    let fared = race::race(systems, &catalogue, questions, rounds)?;
    for (words, time) in fared[0].slowest(questions, 5) {
        say(&format!("Waymark's slowest: {time:.0?} for `{words}`"));
    }
    Ok(Measured {
        what,
        counts: format!(
            "{} roles, {} role levels and {} skills",
            table::grouped(framework.roles().len()),
            table::grouped(framework.levels().len()),
            table::grouped(framework.skills().len()),
        ),
        asked: questions.len(),
        counted: questions.iter().filter(|asked| asked.counts()).count(),
        rounds,
        loading,
        fared,
        setting_out: waymark.setting_out(questions, rounds)?,
        wanted,
    })
}

/// Tells how far the run is, beside what it prints in the end.
#[expect(clippy::print_stderr, reason = "a run takes a minute or two")]
fn say(words: &str) {
    eprintln!("{words}");
}
