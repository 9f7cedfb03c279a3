//! Whatever is asked, whatever was said before: there is a reply, it is clean,
//! bounded and proven.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use waymark::question::Context;

use super::cases;
use super::strategies::words;
use crate::frameworks::{self, World};
use crate::replies::{Said, say};

/// How many bytes of text there are at most for each byte of the framework:
/// its lines may stand in two columns of a comparison, each with its frame.
const TEXT_PER_BYTE: usize = 2;

/// A reply's own words, at most: headings, sources, what to ask next.
const OWN_WORDS: usize = 8 * 1024;

/// The same for the JSON object, which has the text, and beside it each quote
/// once more with its file and line.
const JSON_PER_BYTE: usize = 6;

/// The object has the question, and what of it was corrected; a character of it
/// can take six bytes in JSON. The explanation has a line or two a word.
const PER_ASKED: usize = 12;

/// The names of everything in all the frameworks.
fn names() -> Vec<String> {
    let mut names = Vec::new();
    for world in frameworks::own() {
        let framework = world.guide.framework();
        names.extend(framework.families().iter().map(|it| it.name().to_owned()));
        names.extend(framework.roles().iter().map(|it| it.name().to_owned()));
        names.extend(framework.levels().iter().map(|it| it.name().to_owned()));
        names.extend(framework.skills().iter().map(|it| it.name().to_owned()));
    }
    names
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_conversation_gets_clean_and_proven_replies(
        world in select((0..frameworks::NAMES.len()).collect::<Vec<_>>()),
        conversation in vec(words(names()), 1..4),
    ) {
        let World { guide, files, .. } = &frameworks::own()[world];
        let mut context = Context::default();
        for words in conversation {
            let reading = guide.understand(&context, &words);
            prop_assert_eq!(&reading.words, &words);
            prop_assert!(reading.certainty <= 100);
            for correction in &reading.corrections {
                prop_assert!(words.contains(&correction.typed), "{:?}", correction);
            }
            let explained = guide.explain(&context, &words).join("\n");
            let most = PER_ASKED * words.len() + OWN_WORDS;
            prop_assert!(explained.len() <= most, "{} bytes explain it", explained.len());
            let said = say(guide, &reading);
            prop_assert_eq!(said.faults(files), [""; 0]);
            prop_assert_eq!(without_colour(&said), said.reply.text.clone());
            let most = TEXT_PER_BYTE * files.bytes() + OWN_WORDS;
            prop_assert!(said.reply.text.len() <= most, "{} bytes", said.reply.text.len());
            let json = serde_json::to_string(&said.reply).expect("a reply is JSON");
            let most = JSON_PER_BYTE * files.bytes() + PER_ASKED * words.len() + OWN_WORDS;
            prop_assert!(json.len() <= most, "{} bytes of JSON", json.len());
            context = context.followed_by(said.context);
        }
    }
}

#[test]
fn what_is_said_often_is_explained_once() {
    for World { guide, .. } in frameworks::own() {
        for name in names() {
            let said_often = format!("{name} ").repeat(24);
            let mut lines = guide.explain(&Context::default(), &said_often);
            lines.sort_unstable();
            let twice = lines.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(twice, None, "for `{name}`, said often");
        }
    }
}

/// The coloured text, without the colours.
fn without_colour(said: &Said) -> String {
    anstream::adapter::strip_str(&said.in_colour()).to_string()
}
