//! Questions about the made framework: a hundred each of six kinds.

use waymark::framework::{Seniority, fold};

use super::Made;
use super::dice::Dice;
use super::words::{FIELDS, KINDS, THINGS, VERBS};
use crate::asked::Asked;

/// How many questions there are of each kind.
const OF_EACH_KIND: usize = 100;

/// What can be asked for.
#[derive(Debug, Clone, Copy)]
enum Target {
    Role,
    Level,
    Skill,
}

impl Made {
    /// The questions.
    pub(crate) fn questions(&self) -> Vec<Asked> {
        let mut dice = Dice::new(9);
        let mut questions = Vec::new();
        for number in 0..OF_EACH_KIND {
            let target = [Target::Role, Target::Level, Target::Skill][number % 3];
            let mut name = || self.name(target, &mut dice);
            let (plain, lower, slipped, short) = (name(), name(), name(), name());
            let (first, second) = (name(), name());
            questions.push(asked(plain.clone(), &[&plain]));
            questions.push(asked(lower.to_lowercase(), &[&lower]));
            questions.push(asked(with_a_slip(&slipped, &mut dice), &[&slipped]));
            let words = around(target, &short.to_lowercase(), &mut dice);
            questions.push(asked(words, &[&short]));
            questions.push(asked(topic(&mut dice), &[]));
            let words = comparison(&first.to_lowercase(), &second.to_lowercase(), &mut dice);
            questions.push(asked(words, &[&first, &second]));
        }
        questions
    }

    fn name(&self, target: Target, dice: &mut Dice) -> String {
        let role = &self.roles[dice.below(self.roles.len())];
        match target {
            Target::Role => role.name.clone(),
            Target::Level => role.level_name(dice.below(role.ladder.len())),
            Target::Skill => self.skills[dice.below(self.skills.len())].name.clone(),
        }
    }
}

fn asked(words: String, names: &[&String]) -> Asked {
    Asked {
        words,
        expected: names.iter().map(|name| fold(name)).collect(),
        ..Asked::default()
    }
}

/// A name with a slip in one of its longer words: two letters exchanged, one
/// left out, or one typed twice.
fn with_a_slip(name: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
    let long: Vec<usize> = (0..words.len())
        .filter(|at| words[*at].len() > 4 && Seniority::from_word(&words[*at]).is_none())
        .collect();
    if !long.is_empty() {
        let word = &mut words[long[dice.below(long.len())]];
        let at = 1 + dice.below(word.len() - 2);
        let letter = word.remove(at);
        match dice.below(3) {
            0 => word.insert(at + 1, letter),
            1 => {}
            _ => {
                word.insert(at, letter);
                word.insert(at, letter);
            }
        }
    }
    words.join(" ")
}

/// A name within a short question.
fn around(target: Target, name: &str, dice: &mut Dice) -> String {
    let ways: &[[&str; 2]] = match target {
        Target::Role => &[
            ["what does a ", " do"],
            ["tell me about the ", " role please"],
            ["which levels has a ", ""],
            ["what skills does a ", " need?"],
        ],
        Target::Level => &[
            ["what does a ", " do all day"],
            ["skills for ", ""],
            ["what comes after ", "?"],
            ["i am a ", ", what is expected of me?"],
        ],
        Target::Skill => &[
            ["what is ", "?"],
            ["who needs ", ""],
            ["", " at expert level"],
            ["which roles need ", "?"],
        ],
    };
    let [before, behind] = ways[dice.below(ways.len())];
    format!("{before}{name}{behind}")
}

/// Two to five words on a topic.
fn topic(dice: &mut Dice) -> String {
    let lists = [THINGS, KINDS, FIELDS, VERBS];
    let mut words: Vec<&str> = (0..2 + dice.below(4))
        .map(|at| dice.pick(lists[at % lists.len()]))
        .collect();
    words.rotate_right(1);
    let words = words.join(" ");
    match dice.below(3) {
        0 => format!("who deals with {words}"),
        1 => format!("which skills cover {words}?"),
        _ => words,
    }
}

fn comparison(first: &str, second: &str, dice: &mut Dice) -> String {
    match dice.below(3) {
        0 => format!("{first} or {second}?"),
        1 => format!("what is the difference between a {first} and a {second}"),
        _ => format!("{first} vs {second}"),
    }
}
