//! How fast Waymark answers, and how often it is right, beside what a person
//! would pick instead: SQLite's full-text search and tantivy.
//!
//! ```text
//! cargo bench --manifest-path benches/Cargo.toml
//! ```
//!
//! One run measures everything and prints a Markdown table. All three answer
//! the same questions over the same entries, question by question in turn, so
//! that what else the machine does meanwhile befalls them alike ([`race`]).
//!
//! Two frameworks are asked: a real one, with questions that people wrote
//! ([`asked`]), and a made one of the size of Europe's whole classification of
//! occupations ([`made`]). The variables `WAYMARK_FRAMEWORK` (a folder) and
//! `WAYMARK_QUESTIONS` (files, with colons between them) name others than those
//! that lie beside the project; relative paths start at the project's folder.
//!
//! What is timed goes from a person's words to the facts of the answer, in
//! Waymark, and to the text of the first hit, in the two others. Loading is
//! timed, and memory weighed, in a process of its own ([`loading`]).

mod asked;
mod catalogue;
mod loading;
mod made;
mod ours;
mod peers;
mod race;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};

use ::waymark::guide::{Guide, LoadError};
use ::waymark::render::{self, Plain};

use asked::Asked;
use catalogue::Catalogue;
use loading::Loading;
use ours::Waymark;
use peers::{Sqlite, Tantivy};
use race::System;
use table::Measured;

/// What any step of the run can stop it with.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == loading::WEIGH) {
        return loading::weigh(Path::new(&arguments.next().ok_or("a folder is missing")?));
    }
    let real = {
        let folder = asked::framework();
        measure(&folder, 9, |_| asked::questions())?
    };
    let made = {
        say("making a framework of the size of a whole classification of occupations");
        let made = made::Made::new();
        let folder = tempfile::tempdir()?;
        made.write(folder.path())?;
        measure(folder.path(), 3, |_| Ok(made.questions()))?
    };
    table::print(&real, &made);
    Ok(())
}

/// Measures all there is to measure on one framework. It is loaded `loads`
/// times.
fn measure(
    folder: &Path,
    loads: usize,
    questions: impl FnOnce(&Guide) -> Outcome<Vec<Asked>>,
) -> Outcome<Measured> {
    say(&format!("loading {}", folder.display()));
    let loading = Loading::measure(folder, loads)?;
    let guide = load(folder)?;
    let questions = questions(&guide)?;
    let catalogue = Catalogue::of(guide.framework());
    say("preparing the others");
    let mut waymark = Waymark::new(&guide, &catalogue, &questions);
    let mut sqlite = Sqlite::new(&catalogue)?;
    let mut tantivy = Tantivy::new(&catalogue)?;
    say(&format!("asking {} questions", questions.len()));
    let systems: &mut [&mut dyn System] = &mut [&mut waymark, &mut sqlite, &mut tantivy];
    let outcomes = race::race(systems, &catalogue, &questions)?;
    for (words, time) in outcomes[0].slowest(&questions, 6) {
        say(&format!("  slow: {time:>9.1?} {words}"));
    }
    Ok(Measured {
        framework: guide.framework().into(),
        loading,
        setting_out: waymark.setting_out(&questions),
        outcomes,
    })
}
