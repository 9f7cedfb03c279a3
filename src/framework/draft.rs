//! What the files say, gathered by name: each telling of a level is kept
//! beside the others, so that the checks can hold them against each other.

use std::collections::{BTreeMap, HashMap};

use super::fold::fold;
use super::proficiency::Proficiency;
use crate::documents::{
    Content, Document, Manifest, Passage, Profile, RoleRow, SkillRow, Statement,
};

/// The mark by which the framework's files say that a name or a text is not
/// one: a role without levels, a skill without a proficiency.
const NOT_IN_USE: &str = "not in use";

/// The sentence by which the skills table says that a proficiency has no
/// definition yet.
const NOT_DEFINED: &str = "not defined";

/// Everything that the files of one framework say.
#[derive(Debug, Default)]
pub(super) struct Drafts<'a> {
    pub(super) families: BTreeMap<String, Passage>,
    pub(super) roles: BTreeMap<String, RoleDraft>,
    pub(super) skills: BTreeMap<String, SkillDraft>,
    pub(super) manifest: Option<&'a Manifest>,
    /// Rows that stood before, each with the place where it stood first.
    pub(super) rows_twice: Vec<(Passage, Passage)>,
    /// Whether there is a table of skills at all.
    pub(super) has_skills_table: bool,
}

/// A role, as the files tell it.
#[derive(Debug)]
pub(super) struct RoleDraft {
    pub(super) name: Passage,
    /// The families that it stands under, by folded name, with their places.
    pub(super) families: Vec<(String, Passage)>,
    pub(super) about: Vec<Statement>,
    pub(super) duties: Vec<Statement>,
    /// The levels in the order in which they were met.
    pub(super) levels: Vec<LevelDraft>,
}

/// A level, as the files tell it.
#[derive(Debug)]
pub(super) struct LevelDraft {
    pub(super) key: String,
    pub(super) name: Passage,
    pub(super) tellings: Vec<Telling>,
}

/// What one file says of a level.
#[derive(Debug)]
pub(super) struct Telling {
    pub(super) name: Passage,
    pub(super) about: Vec<Statement>,
    pub(super) responsibilities: Vec<Statement>,
    pub(super) asks: Vec<Ask>,
}

/// One naming of a skill by a level.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) key: String,
    pub(super) skill: Passage,
    /// The cell of the proficiency; `None` in a document, which has none.
    pub(super) proficiency: Option<Passage>,
    pub(super) statements: Vec<Statement>,
    /// Whether the file says that there is nothing to say.
    pub(super) not_in_use: bool,
}

/// A skill, as the files tell it.
#[derive(Debug)]
pub(super) struct SkillDraft {
    pub(super) name: Passage,
    pub(super) about: Vec<Statement>,
    /// The four cells of the skills table, where there is one.
    pub(super) cells: Option<[Vec<Statement>; 4]>,
}

/// The rows that were met, by their text, each with a name in it.
type Seen<'a> = HashMap<&'a str, &'a Passage>;

impl<'a> Drafts<'a> {
    /// Gathers all documents: role documents first, so that a quote stands
    /// rather in one of them than in the cell of a table.
    pub(super) fn gather(documents: &'a [Document]) -> Self {
        let mut drafts = Self::default();
        let mut seen = HashMap::new();
        for document in documents {
            if let Content::Profile(profile) = &document.content {
                drafts.add_profile(profile);
            }
        }
        for document in documents {
            match &document.content {
                Content::Roles(table) => drafts.add_rows(&table.rows, &mut seen),
                Content::Skills(table) => drafts.add_skills(&table.rows, &mut seen),
                Content::Manifest(manifest) => drafts.manifest = drafts.manifest.or(Some(manifest)),
                Content::Profile(_) | Content::Unreadable => {}
            }
        }
        drafts
    }

    fn add_profile(&mut self, profile: &Profile) {
        let role = self.role(
            &profile.family,
            &profile.role,
            &profile.about,
            &profile.duties,
        );
        let Some(level) = &profile.level else { return };
        let asks: Vec<Ask> = level
            .skills
            .iter()
            .map(|skill| Ask::new(&skill.name, None, &skill.statements))
            .collect();
        let telling = Telling::new(&level.name, &level.about, &level.responsibilities);
        role.level(&level.name)
            .tellings
            .push(Telling { asks, ..telling });
        for skill in &level.skills {
            self.skill(&skill.name);
        }
    }

    fn add_rows<'r>(&mut self, rows: &'r [RoleRow], seen: &mut Seen<'r>) {
        for row in rows {
            let first = *seen.entry(row.whole.text()).or_insert(&row.role);
            if first.range() != row.role.range() || first.file() != row.role.file() {
                self.rows_twice.push((row.role.clone(), first.clone()));
                continue;
            }
            let level = self
                .role(&row.family, &row.role, &row.about, &row.duties)
                .level(&row.level);
            let telling = match level
                .tellings
                .iter()
                .position(|telling| telling.name.file() == row.level.file())
            {
                Some(at) => &mut level.tellings[at],
                None => level.tell(Telling::new(
                    &row.level,
                    &row.level_about,
                    &row.responsibilities,
                )),
            };
            telling.asks.push(Ask::new(
                &row.skill,
                Some(&row.proficiency),
                &row.statements,
            ));
            let skill = self.skill(&row.skill);
            if skill.about.is_empty() {
                skill.about.clone_from(&row.skill_about);
            }
        }
    }

    fn add_skills<'r>(&mut self, rows: &'r [SkillRow], seen: &mut Seen<'r>) {
        self.has_skills_table = true;
        for row in rows {
            let first = *seen.entry(row.whole.text()).or_insert(&row.name);
            if first.range() != row.name.range() || first.file() != row.name.file() {
                self.rows_twice.push((row.name.clone(), first.clone()));
                continue;
            }
            let skill = self.skill(&row.name);
            if skill.cells.is_none() {
                skill.cells = Some(row.proficiencies.clone());
                if !row.about.is_empty() {
                    skill.about.clone_from(&row.about);
                }
            }
        }
    }

    /// The draft of a role, made where it is new.
    fn role(
        &mut self,
        family: &Passage,
        name: &Passage,
        about: &[Statement],
        duties: &[Statement],
    ) -> &mut RoleDraft {
        let family_key = fold(&family.spoken());
        self.families
            .entry(family_key.clone())
            .or_insert_with(|| family.clone());
        let role = self
            .roles
            .entry(fold(&name.spoken()))
            .or_insert_with(|| RoleDraft {
                name: name.clone(),
                families: Vec::new(),
                about: Vec::new(),
                duties: Vec::new(),
                levels: Vec::new(),
            });
        if !role.families.iter().any(|(key, _)| *key == family_key) {
            role.families.push((family_key, family.clone()));
        }
        if role.about.is_empty() {
            role.about = about.to_vec();
        }
        if role.duties.is_empty() {
            role.duties = duties.to_vec();
        }
        role
    }

    /// The draft of a skill, made where it is new.
    fn skill(&mut self, name: &Passage) -> &mut SkillDraft {
        self.skills
            .entry(fold(&name.spoken()))
            .or_insert_with(|| SkillDraft {
                name: name.clone(),
                about: Vec::new(),
                cells: None,
            })
    }
}

impl RoleDraft {
    /// The draft of a level of this role, made where it is new.
    fn level(&mut self, name: &Passage) -> &mut LevelDraft {
        let key = fold(&name.spoken());
        let at = self
            .levels
            .iter()
            .position(|level| level.key == key)
            .unwrap_or_else(|| {
                self.levels.push(LevelDraft {
                    key,
                    name: name.clone(),
                    tellings: Vec::new(),
                });
                self.levels.len() - 1
            });
        &mut self.levels[at]
    }
}

impl LevelDraft {
    /// Whether the level is one, not the mark that the role has none.
    pub(super) fn is_in_use(&self) -> bool {
        self.key != NOT_IN_USE
    }

    fn tell(&mut self, telling: Telling) -> &mut Telling {
        self.tellings.push(telling);
        let last = self.tellings.len() - 1;
        &mut self.tellings[last]
    }
}

impl Telling {
    fn new(name: &Passage, about: &[Statement], responsibilities: &[Statement]) -> Self {
        Self {
            name: name.clone(),
            about: in_use(about),
            responsibilities: in_use(responsibilities),
            asks: Vec::new(),
        }
    }
}

impl Ask {
    fn new(skill: &Passage, proficiency: Option<&Passage>, statements: &[Statement]) -> Self {
        let kept = in_use(statements);
        Self {
            key: fold(&skill.spoken()),
            skill: skill.clone(),
            proficiency: proficiency.filter(|cell| !is_mark(cell)).cloned(),
            not_in_use: kept.len() < statements.len() || proficiency.is_some_and(is_mark),
            statements: kept,
        }
    }

    /// The proficiency asked, where the cell has one of the four words.
    pub(super) fn proficiency(&self) -> Option<Proficiency> {
        self.proficiency
            .as_ref()
            .and_then(|cell| Proficiency::from_name(&cell.spoken()))
    }
}

/// Whether a text is only the mark that there is none.
fn is_mark(text: &Passage) -> bool {
    /// The mark with room for spaces that can't be seen.
    const LONGEST: usize = 2 * NOT_IN_USE.len();
    if text.text().len() > LONGEST {
        return false;
    }
    fold(&text.spoken()) == NOT_IN_USE
}

/// The statements without the mark.
fn in_use(statements: &[Statement]) -> Vec<Statement> {
    statements
        .iter()
        .filter(|statement| !is_mark(&statement.passage))
        .cloned()
        .collect()
}

/// Whether a cell's only sentence says that there is no definition yet.
pub(super) fn says_not_defined(statements: &[Statement]) -> bool {
    matches!(statements, [only] if fold(&only.passage.spoken()).trim_end_matches('.').ends_with(NOT_DEFINED))
}
