//! What the proficiency words mean, in general and for one skill.

use super::Asking;
use crate::documents::{Setting, Statement};
use crate::framework::{Definition, Framework, Proficiency, Skill, SkillId};

/// What the framework says of the proficiency words.
#[derive(Debug)]
pub struct ProficiencyWords<'a> {
    /// The one asked about; all four where none was named.
    pub named: Option<Proficiency>,
    /// What each one asked about means in general, lowest first.
    pub meanings: Vec<(Proficiency, Option<&'a Setting>)>,
    /// How many skills say what each means for them, lowest first.
    pub defined: Vec<(Proficiency, usize)>,
}

impl<'a> ProficiencyWords<'a> {
    /// What the framework says of one proficiency, or of all.
    #[must_use]
    pub fn of(framework: &'a Framework, named: Option<Proficiency>) -> Self {
        let about = named.map_or(Proficiency::ALL.to_vec(), |one| vec![one]);
        let defined = |at: Proficiency| {
            framework
                .skills()
                .iter()
                .filter(|skill| skill.at(at).is_defined())
                .count()
        };
        Self {
            named,
            meanings: about
                .iter()
                .map(|at| (*at, framework.about().meaning_of(*at)))
                .collect(),
            defined: about.iter().map(|at| (*at, defined(*at))).collect(),
        }
    }

    /// Whether the framework uses the words at all.
    #[must_use]
    pub fn is_known(&self, framework: &Framework) -> bool {
        self.meanings.iter().any(|(_, meaning)| meaning.is_some())
            || self.defined.iter().any(|(_, count)| *count > 0)
            || framework
                .levels()
                .iter()
                .flat_map(crate::framework::RoleLevel::requirements)
                .any(|asked| asked.proficiency().is_some())
    }
}

/// What a skill looks like at one proficiency.
#[derive(Debug)]
pub struct SkillAtWords<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// The proficiency.
    pub proficiency: Proficiency,
    /// What the framework says of both.
    pub definition: &'a Definition,
    /// Where it says nothing: what the levels that ask the skill at this
    /// proficiency ask, each wording once.
    pub asked: Vec<AskedInWords<'a>>,
    /// The proficiencies of the skill that are defined.
    pub defined: Vec<Proficiency>,
}

/// A wording, and the levels that ask a skill in it.
#[derive(Debug)]
pub struct AskedInWords<'a> {
    /// The words.
    pub statements: &'a [Statement],
    /// The levels.
    pub levels: Vec<Asking<'a>>,
}

impl<'a> SkillAtWords<'a> {
    /// What a skill looks like at a proficiency.
    #[must_use]
    pub fn of(framework: &'a Framework, skill: SkillId, proficiency: Proficiency) -> Self {
        let entry = framework.skill(skill);
        let definition = entry.at(proficiency);
        let asked = match definition {
            Definition::Absent => AskedInWords::of(framework, skill, Some(proficiency)),
            Definition::NotDefined(_) | Definition::Defined(_) => Vec::new(),
        };
        let defined = Proficiency::ALL
            .into_iter()
            .filter(|at| entry.at(*at).is_defined())
            .collect();
        Self {
            skill: entry,
            proficiency,
            definition,
            asked,
            defined,
        }
    }
}

impl<'a> AskedInWords<'a> {
    /// What the levels that ask a skill ask in it, at one proficiency where
    /// one is given: each wording once, with the levels that use it.
    #[must_use]
    pub fn of(framework: &'a Framework, skill: SkillId, at: Option<Proficiency>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (level, requirement) in framework.levels_needing(skill) {
            let statements = requirement.statements();
            if statements.is_empty() || (at.is_some() && requirement.proficiency() != at) {
                continue;
            }
            let asking = Asking { level, requirement };
            match found
                .iter_mut()
                .find(|known| have_same_words(known.statements, statements))
            {
                Some(known) => known.levels.push(asking),
                None => found.push(Self {
                    statements,
                    levels: vec![asking],
                }),
            }
        }
        found
    }
}

/// Whether two blocks say the same, byte for byte.
fn have_same_words(first: &[Statement], second: &[Statement]) -> bool {
    first.len() == second.len()
        && first
            .iter()
            .zip(second)
            .all(|(one, other)| one.passage.text() == other.passage.text())
}
