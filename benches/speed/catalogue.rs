//! What can be found, for all three alike: every role, role level and skill has
//! a number, a name, and a text in three fields.

use waymark::documents::Statement;
use waymark::framework::{Framework, RoleLevel, SkillId};
use waymark::framework::{Proficiency, RoleId};
use waymark::question::Subject;

/// An entry as a document to search.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its place in the catalogue.
    pub(crate) number: usize,
    /// Its name.
    pub(crate) name: String,
    /// What it is; for a level its role, too.
    pub(crate) about: String,
    /// What someone does or can do, a line each: the answer's quote.
    pub(crate) statements: String,
}

/// Everything that a framework has an answer about.
#[derive(Debug)]
pub(crate) struct Catalogue {
    /// The name of each number.
    names: Vec<String>,
    /// What can be searched: all but the levels that are not in use.
    pub(crate) entries: Vec<Entry>,
    roles: usize,
    levels: usize,
}

impl Catalogue {
    /// The roles, levels and skills of a framework.
    pub(crate) fn of(framework: &Framework) -> Self {
        let (roles, levels) = (framework.roles(), framework.levels());
        let mut catalogue = Self {
            names: Vec::new(),
            entries: Vec::new(),
            roles: roles.len(),
            levels: levels.len(),
        };
        for role in roles {
            let levels = framework.levels_of(role.id()).map(RoleLevel::name);
            let name = role.name();
            let about = text(&[role.about()], levels);
            let statements = text(&[role.duties()], []);
            catalogue.add(true, name, about, statements);
        }
        for level in levels {
            let name = level.name();
            let role = framework.role(level.role()).name();
            let about = text(&[level.about()], [role]);
            let statements = text(&[level.responsibilities()], []);
            catalogue.add(level.is_in_use(), name, about, statements);
        }
        for skill in framework.skills() {
            let blocks = Proficiency::ALL.map(|at| skill.at(at).statements());
            let about = text(&[skill.about()], []);
            catalogue.add(true, skill.name(), about, text(&blocks, []));
        }
        catalogue
    }

    /// The number of what an answer is about; `None` for what is no entry.
    pub(crate) fn number(&self, subject: Subject) -> Option<usize> {
        let of_role = |role: RoleId| role.index();
        let of_skill = |skill: SkillId| self.roles + self.levels + skill.index();
        match subject {
            Subject::Role(role) => Some(of_role(role)),
            Subject::Level(level) | Subject::LevelAt(level, _) => Some(self.roles + level.index()),
            Subject::Skill(skill) | Subject::SkillAt(skill, _) => Some(of_skill(skill)),
            Subject::Family(_) | Subject::Proficiency(_) => None,
        }
    }

    /// The name of a number.
    pub(crate) fn name(&self, number: usize) -> &str {
        &self.names[number]
    }

    fn add(&mut self, is_in_use: bool, name: &str, about: String, statements: String) {
        if is_in_use {
            self.entries.push(Entry {
                number: self.names.len(),
                name: name.to_owned(),
                about,
                statements,
            });
        }
        self.names.push(name.to_owned());
    }
}

/// Blocks and names as lines of one text.
fn text<'a>(blocks: &[&[Statement]], names: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for statement in blocks.iter().copied().flatten() {
        text.push_str(&statement.passage.spoken());
        text.push('\n');
    }
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    text
}
