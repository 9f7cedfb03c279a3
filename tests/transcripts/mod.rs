//! Conversations, as they are typed and as they are answered: tests and
//! documentation in one. Each file beside this one is a [`Transcript`].
//!
//! Where the program says something else than the file, the test fails and
//! shows both. Once you have read what it says now and want it so:
//!
//! ```text
//! WAYMARK_ACCEPT=1 cargo test transcripts && git diff tests/transcripts
//! ```

mod transcript;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use waymark::question::{Context, Kind};

use crate::frameworks;
use crate::replies::ask;
use transcript::{Transcript, Turn};

/// Where the transcripts stand.
const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");

/// The variable of the environment that says that what is said now is right.
const ACCEPT: &str = "WAYMARK_ACCEPT";

/// Makes the list of all kinds with the transcript of each; a kind without one
/// does not compile.
macro_rules! kinds {
    ($($kind:ident => $name:literal,)+) => {
        /// Every kind, and the transcript that shows it.
        const KINDS: &[(Kind, &str)] = &[$((Kind::$kind, $name)),+];

        /// The transcript that shows a kind.
        fn transcript_of(kind: Kind) -> &'static str {
            match kind { $(Kind::$kind => $name),+ }
        }
    };
}

kinds! {
    Role => "role",
    Level => "level",
    LevelSkills => "level-skills",
    Skill => "skill",
    SkillAtLevel => "skill-at-level",
    SkillAtProficiency => "skill-at-proficiency",
    Proficiency => "proficiency",
    SkillsAbout => "skills-about",
    RolesAbout => "roles-about",
    RolesNeedingSkill => "roles-needing-skill",
    Compare => "compare",
    Progression => "progression",
    LevelsOfRole => "levels-of-role",
    ListRoles => "list-roles",
    ListSkills => "list-skills",
    ListFamilies => "list-families",
    SharedSkills => "shared-skills",
    SimilarRoles => "similar-roles",
    Clarify => "clarify",
    Help => "help",
    NoMatch => "no-match",
}

/// A transcript on disk.
struct File {
    path: PathBuf,
    text: String,
    transcript: Transcript,
}

impl File {
    /// Puts another transcript in its place, at one stroke: other tests may be
    /// reading it.
    fn replace(&self, now: &Transcript) -> io::Result<()> {
        let beside = self.path.with_extension("new");
        fs::write(&beside, now.to_string())?;
        fs::rename(beside, &self.path)
    }
}

/// Every transcript by its name.
#[track_caller]
fn transcripts() -> BTreeMap<String, File> {
    let beside = fs::read_dir(HERE).expect("the folder can be listed");
    beside
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let name = path.file_stem().expect("a file has a name");
            let name = name.to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a transcript is text");
            let transcript =
                Transcript::read(&text).unwrap_or_else(|fault| panic!("{name}.txt: {fault}"));
            let file = File {
                path,
                text,
                transcript,
            };
            (name, file)
        })
        .collect()
}

/// The same transcript, as the program talks now, and the kinds of its replies.
fn held_now(transcript: &Transcript) -> (Transcript, Vec<Kind>) {
    let world = frameworks::own()
        .iter()
        .find(|world| world.name == transcript.framework)
        .unwrap_or_else(|| panic!("there is no framework `{}`", transcript.framework));
    let mut now = transcript.clone();
    let mut kinds = Vec::new();
    for conversation in &mut now.conversations {
        let mut context = Context::default();
        for turn in conversation {
            let said = ask(&world.guide, &context, &turn.question);
            context = context.followed_by(said.context);
            turn.reply = said.reply.text;
            kinds.push(said.reply.kind);
        }
    }
    (now, kinds)
}

/// The turns that go otherwise now, for a person to read.
fn differences(name: &str, before: &Transcript, now: &Transcript) -> Vec<String> {
    let turns = |transcript: &Transcript| -> Vec<Turn> {
        transcript.conversations.iter().flatten().cloned().collect()
    };
    turns(before)
        .iter()
        .zip(turns(now))
        .filter(|(before, now)| before.reply != now.reply)
        .map(|(before, now)| {
            format!(
                "==== {name}.txt\n> {}\n---- in the file\n{}---- now\n{}",
                now.question, before.reply, now.reply
            )
        })
        .collect()
}

#[test]
fn every_conversation_goes_as_it_is_written() {
    let accepts = std::env::var_os(ACCEPT).is_some_and(|value| value == "1");
    let mut different = Vec::new();
    for (name, file) in transcripts() {
        let (now, _) = held_now(&file.transcript);
        if accepts {
            file.replace(&now).expect("the transcript can be written");
        } else {
            different.extend(differences(&name, &file.transcript, &now));
        }
    }
    assert!(
        different.is_empty(),
        "{} replies are other than in the transcripts; where they are better, \
         accept them with {ACCEPT}=1\n{}",
        different.len(),
        different.join("\n")
    );
}

#[test]
fn every_kind_has_a_transcript_that_opens_with_it() {
    let transcripts = transcripts();
    let mut wrong = Vec::new();
    for (kind, name) in KINDS {
        assert_eq!(transcript_of(*kind), *name);
        let first = transcripts
            .get(*name)
            .and_then(|file| held_now(&file.transcript).1.first().copied());
        if first != Some(*kind) {
            wrong.push(format!("{name}.txt opens with {first:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_transcript_is_set_as_it_is_written_anew() {
    for (name, file) in transcripts() {
        assert_eq!(file.text, file.transcript.to_string(), "{name}.txt");
    }
}
