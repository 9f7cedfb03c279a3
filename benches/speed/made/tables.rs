//! The made framework as tables, in the form of the real framework's downloads:
//! a row a role level and skill, with all texts in every row, and a row a skill.
//! Each file stays below the size that is read.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::dice::Dice;
use super::words::{ENDINGS, KINDS, MANNERS, TASKS, THINGS};
use super::{Made, Role, Skill, small};
use crate::Outcome;

/// Files are ended at this size, in bytes: below 16 MiB, with room for the
/// largest role.
const FULL: usize = 15 << 20;

const ROLES_HEADER: &str = "Role Family,Role,Role Description,Role Level,Role Level Description,\
    Skill Name,Skill Description,Skill Level,Skill Level Description,Role Type\n";
const SKILLS_HEADER: &str = "Skill Name,Skill Description,Awareness,Working,Practitioner,Expert,\
    Roles that require Skill\n";

/// The proficiencies' words.
const PROFICIENCIES: [&str; 4] = ["Awareness", "Working", "Practitioner", "Expert"];

impl Made {
    /// Writes the framework's tables into a folder.
    ///
    /// # Errors
    /// Where the folder can't be written.
    pub(crate) fn write(&self, folder: &Path) -> Outcome<()> {
        let mut roles = Files::new(folder, "roles", ROLES_HEADER);
        for (number, role) in self.roles.iter().enumerate() {
            roles.write(&self.rows_of(number, role))?;
        }
        roles.finish()?;
        let needed_by = self.needed_by();
        let mut skills = Files::new(folder, "skills", SKILLS_HEADER);
        for (number, skill) in self.skills.iter().enumerate() {
            skills.write(&skill_row(number, skill, &needed_by[number]))?;
        }
        skills.finish()?;
        Ok(())
    }

    /// The rows of a role: they have to stand in one file.
    fn rows_of(&self, number: usize, role: &Role) -> String {
        let mut rows = String::new();
        let family = &self.families[role.family];
        let name = &role.name;
        let mut dice = Dice::new(seed(1, number, 0));
        let opening = opening(&mut dice, name);
        let duties = lines(&mut dice, None, 3);
        let about = format!("{opening}\n\nIn this role, you will:\n{duties}");
        for level in 0..role.ladder.len() {
            let mut dice = Dice::new(seed(2, number, level));
            let level_name = role.level_name(level);
            let opening = self::opening(&mut dice, &level_name);
            let duties = lines(&mut dice, None, 3);
            let level_about = format!("{opening}\n\nAt this role level, you will:\n{duties}");
            for (skill, proficiency) in role.asks(level) {
                let Skill {
                    name: skill_name, ..
                } = &self.skills[skill];
                let skill_about = about_skill(skill, &self.skills[skill]);
                let word = PROFICIENCIES[proficiency];
                let statements = statements(skill, &self.skills[skill], proficiency);
                let cells = [
                    family,
                    name,
                    &about,
                    &level_name,
                    &level_about,
                    skill_name,
                    &skill_about,
                    word,
                    &statements,
                    "Made",
                ];
                rows.push_str(&row(&cells));
            }
        }
        rows
    }

    /// For each skill the names of the roles that need it.
    fn needed_by(&self) -> Vec<Vec<&str>> {
        let mut needed_by = vec![Vec::new(); self.skills.len()];
        for role in &self.roles {
            for skill in role.skills {
                needed_by[skill].push(role.name.as_str());
            }
        }
        needed_by
    }
}

fn skill_row(number: usize, skill: &Skill, needed_by: &[&str]) -> String {
    let about = about_skill(number, skill);
    let [awareness, working, practitioner, expert] =
        [0, 1, 2, 3].map(|proficiency| statements(number, skill, proficiency));
    let roles = needed_by.join("\n");
    row(&[
        &skill.name,
        &about,
        &awareness,
        &working,
        &practitioner,
        &expert,
        &roles,
    ])
}

fn about_skill(number: usize, skill: &Skill) -> String {
    let mut dice = Dice::new(seed(3, number, 0));
    let (task, thing) = (dice.pick(TASKS), &skill.thing);
    let (kind, other, manner) = (dice.pick(KINDS), dice.pick(THINGS), dice.pick(MANNERS));
    format!("This is about how people {task} {thing} beside {kind} {other} {manner}.")
}

fn statements(number: usize, skill: &Skill, proficiency: usize) -> String {
    let mut dice = Dice::new(seed(4, number, proficiency));
    format!("You can:\n{}", lines(&mut dice, Some(&skill.thing), 3))
}

/// What a role or a level is, in a sentence.
fn opening(dice: &mut Dice, name: &str) -> String {
    let (name, task) = (small(name), dice.pick(TASKS));
    let (kind, thing, ending) = (dice.pick(KINDS), dice.pick(THINGS), dice.pick(ENDINGS));
    format!("In short, the {name} is there to {task} {kind} {thing} {ending}.")
}

/// Bullets, some of them about a thing where there is one.
fn lines(dice: &mut Dice, thing: Option<&str>, count: usize) -> String {
    let lines: Vec<String> = (0..count)
        .map(|_| {
            let (task, manner) = (dice.pick(TASKS), dice.pick(MANNERS));
            let other = format!("{} {}", dice.pick(KINDS), dice.pick(THINGS));
            match thing.filter(|_| dice.below(2) == 0) {
                Some(thing) => format!("- {task} {thing} and {other} {manner}"),
                None => format!("- {task} {other} {manner} {}", dice.pick(ENDINGS)),
            }
        })
        .collect();
    lines.join("\n")
}

/// A seed for the texts of one part of the framework.
fn seed(part: u64, number: usize, within: usize) -> u64 {
    let number = u64::try_from(number * 8 + within).unwrap_or(0);
    part << 32 | number
}

/// A row of cells, each in quotes; no text has a quote in it.
fn row(cells: &[&str]) -> String {
    format!("\"{}\"\n", cells.join("\",\""))
}

/// Files of one kind of table, a new one begun where one is full.
struct Files<'a> {
    folder: &'a Path,
    table: &'static str,
    header: &'static str,
    begun: usize,
    size: usize,
    file: Option<BufWriter<File>>,
}

impl<'a> Files<'a> {
    fn new(folder: &'a Path, table: &'static str, header: &'static str) -> Self {
        Self {
            folder,
            table,
            header,
            begun: 0,
            size: 0,
            file: None,
        }
    }

    fn write(&mut self, rows: &str) -> io::Result<()> {
        if self.size + rows.len() > FULL {
            self.finish()?;
        }
        if self.file.is_none() {
            self.begun += 1;
            let name = format!("{}-{:02}.csv", self.table, self.begun);
            let mut file = BufWriter::new(File::create(self.folder.join(PathBuf::from(name)))?);
            file.write_all(self.header.as_bytes())?;
            self.size = self.header.len();
            self.file = Some(file);
        }
        if let Some(file) = &mut self.file {
            file.write_all(rows.as_bytes())?;
            self.size += rows.len();
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.take().map_or(Ok(()), |mut file| file.flush())
    }
}
