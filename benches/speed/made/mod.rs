//! A made framework of the size of Europe's whole classification of
//! occupations: 3,000 roles, 12,000 role levels and 14,000 skills, and 600
//! questions about it. It is the same in every run, on every machine.
//!
//! Its names are made of words from lists ([`words`]), of two to six words, as
//! long as those of real classifications. What a role is called has nothing to do with
//! what it asks; but as in real frameworks the levels of a role ask nearly the
//! same skills, at rising proficiencies, some skills are asked by very many
//! roles, and most by one or two.

mod dice;
mod questions;
mod tables;
#[rustfmt::skip] // The lists would get a line a word.
mod words;

use std::collections::HashSet;

use dice::Dice;
use words::{FIELD_ENDINGS, FIELD_STARTS, FIELDS, JOBS, KINDS, THINGS, VERBS};

/// How many roles there are; their levels are four times as many.
const ROLES: usize = 3_000;
/// How many skills there are.
const SKILLS: usize = 14_000;
/// How many families there are.
const FAMILIES: usize = 40;
/// How many skills a role can ask; a level of it asks six to ten.
const SKILLS_OF_A_ROLE: usize = 10;
/// The skills that roles of all kinds ask.
const COMMON_SKILLS: usize = 200;

/// The ladders that roles have, by turns: together four levels a role.
const LADDERS: [&[&str]; 3] = [
    &["", "Senior", "Lead"],
    &["Junior", "", "Senior", "Lead"],
    &["Trainee", "Junior", "", "Senior", "Principal"],
];

/// A role and its levels.
#[derive(Debug)]
struct Role {
    name: String,
    family: usize,
    /// The seniority word of each level, lowest first; empty for none.
    ladder: &'static [&'static str],
    /// Numbers of the skills that it can ask.
    skills: [usize; SKILLS_OF_A_ROLE],
}

/// A skill.
#[derive(Debug)]
struct Skill {
    name: String,
    /// What it is about, to speak of in its statements.
    thing: String,
}

/// The framework.
#[derive(Debug)]
pub(crate) struct Made {
    families: Vec<String>,
    roles: Vec<Role>,
    skills: Vec<Skill>,
}

impl Made {
    /// Makes the framework.
    pub(crate) fn new() -> Self {
        let mut dice = Dice::new(1);
        let mut taken = HashSet::new();
        let families = (0..FAMILIES).map(|_| once(&mut taken, || capital(&field(&mut dice))));
        let families = families.collect();
        let mut dice = Dice::new(2);
        let skills = (0..SKILLS).map(|_| skill(&mut dice, &mut taken)).collect();
        let mut dice = Dice::new(3);
        let roles = (0..ROLES).map(|number| {
            let name = once(&mut taken, || role_name(&mut dice));
            Role {
                name,
                family: dice.below(FAMILIES),
                ladder: LADDERS[number % LADDERS.len()],
                skills: skills_of(number, &mut dice),
            }
        });
        Self {
            families,
            roles: roles.collect(),
            skills,
        }
    }
}

impl Role {
    /// The name of one of its levels.
    fn level_name(&self, level: usize) -> String {
        match self.ladder[level] {
            "" => self.name.clone(),
            senior => format!("{senior} {}", small(&self.name)),
        }
    }

    /// The skills that one of its levels asks, with their proficiencies from 0
    /// to 3: more, and better held, the higher the level is.
    fn asks(&self, level: usize) -> impl Iterator<Item = (usize, usize)> {
        let how_many = 6 + (level + self.skills[0]) % 5;
        let skills = self.skills.iter().copied().take(how_many);
        skills.map(move |skill| (skill, ((level + skill % 2) * 3 / 4).min(3)))
    }
}

fn role_name(dice: &mut Dice) -> String {
    let (field, job) = (field(dice), dice.pick(JOBS));
    capital(&if dice.below(3) == 0 {
        format!("{} {field} {job}", dice.pick(KINDS))
    } else {
        format!("{field} {job}")
    })
}

fn skill(dice: &mut Dice, taken: &mut HashSet<String>) -> Skill {
    let mut thing = String::new();
    let name = once(taken, || {
        thing = if dice.below(3) == 0 {
            format!("{} {}", field(dice), dice.pick(THINGS))
        } else {
            format!("{} {}", dice.pick(KINDS), dice.pick(THINGS))
        };
        let name = format!("{} {thing}", dice.pick(VERBS));
        capital(&if dice.below(4) == 0 {
            format!("{name} in {}", field(dice))
        } else {
            name
        })
    });
    Skill { name, thing }
}

/// The skills of a role: two that many ask, and eight others, so that each
/// skill is asked by some role.
fn skills_of(number: usize, dice: &mut Dice) -> [usize; SKILLS_OF_A_ROLE] {
    let own = SKILLS - COMMON_SKILLS;
    let mut skills = [0; SKILLS_OF_A_ROLE];
    for (at, skill) in skills.iter_mut().enumerate() {
        *skill = match at {
            0 => dice.below(COMMON_SKILLS / 2),
            1 => COMMON_SKILLS / 2 + dice.below(COMMON_SKILLS / 2),
            // A step that has no divisor in common with how many there are.
            _ => COMMON_SKILLS + (number * (SKILLS_OF_A_ROLE - 2) + at) * 7_919 % own,
        };
    }
    skills
}

/// A field of work: a plain word, or one put together as those of the sciences
/// are.
fn field(dice: &mut Dice) -> String {
    if dice.below(2) == 0 {
        dice.pick(FIELDS).to_owned()
    } else {
        format!("{}{}", dice.pick(FIELD_STARTS), dice.pick(FIELD_ENDINGS))
    }
}

/// Makes names until there is one that was not taken.
fn once(taken: &mut HashSet<String>, mut make: impl FnMut() -> String) -> String {
    loop {
        let name = make();
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

/// A name with a capital at its start; all words are plain ASCII.
fn capital(name: &str) -> String {
    format!("{}{}", name[..1].to_uppercase(), &name[1..])
}

/// A name without the capital at its start.
fn small(name: &str) -> String {
    format!("{}{}", name[..1].to_lowercase(), &name[1..])
}
