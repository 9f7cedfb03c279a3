//! A question as it stands in a button: short, and the same after a restart or
//! a reload.

use super::directory::{self, Directory};
use super::stable;
use crate::framework::{FamilyId, Framework, LevelId, Proficiency, RoleId, Seniority, SkillId};
use crate::question::{Position, Question, Subject};

/// A question that a button leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Link {
    /// One that names all that it is about.
    Asked(Question),
    /// One that only a person's words say, such as a search.
    Words(String),
}

/// Why a button leads nowhere: a name in it is not in the framework any more,
/// or an older release wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outdated;

/// What stands where a question names no target, family or proficiency.
const NONE: &str = "-";

impl Link {
    /// The question in letters, digits, `-`, `_` and `.`, except for a
    /// person's words; `None` for a question that needs no button.
    pub(super) fn write(&self, framework: &Framework) -> Option<String> {
        let key = |subject: Subject| stable::short(directory::key(framework, subject));
        let place = |position: Position| key(position.into());
        let question = match self {
            Self::Words(words) => return Some(format!("w.{words}")),
            Self::Asked(question) => question,
        };
        Some(match question {
            Question::Role(role) => format!("ro.{}", key(Subject::Role(*role))),
            Question::Level(level) => format!("le.{}", key(Subject::Level(*level))),
            Question::LevelSkills(at, None) => format!("ls.{}", place(*at)),
            Question::LevelSkills(at, Some(each)) => {
                format!("ls.{}.{}", place(*at), each.rank())
            }
            Question::Skill(skill) => format!("sk.{}", key(Subject::Skill(*skill))),
            Question::SkillAtLevel(skill, at) => {
                format!("sl.{}.{}", key(Subject::Skill(*skill)), place(*at))
            }
            Question::SkillAtProficiency(skill, at) => {
                format!("sp.{}.{}", key(Subject::Skill(*skill)), at.rank())
            }
            Question::Proficiency(at) => format!("pr.{}", rank(*at)),
            Question::RolesNeedingSkill(skill, at) => {
                format!("rn.{}.{}", key(Subject::Skill(*skill)), rank(*at))
            }
            Question::Compare(one, other) => format!("co.{}.{}", place(*one), place(*other)),
            Question::Progression(from, to) => {
                format!("pg.{}.{}", place(*from), to.map_or(NONE.to_owned(), place))
            }
            Question::LevelsOfRole(role) => format!("lv.{}", key(Subject::Role(*role))),
            Question::ListRoles(family) => {
                let family = family.map_or(NONE.to_owned(), |id| key(Subject::Family(id)));
                format!("lr.{family}")
            }
            Question::ListLevels(seniority, family) => {
                let family = family.map_or(NONE.to_owned(), |id| key(Subject::Family(id)));
                format!("ly.{}.{family}", seniority.word())
            }
            Question::ListSkills => "ll".to_owned(),
            Question::ListFamilies => "lf".to_owned(),
            Question::SharedSkills(one, other) => format!("sh.{}.{}", place(*one), place(*other)),
            Question::SimilarRoles(at) => format!("si.{}", place(*at)),
            Question::SkillsAbout(_)
            | Question::RolesAbout(_)
            | Question::Clarify(_)
            | Question::Help(_)
            | Question::NoMatch(_) => return None,
        })
    }

    /// Reads what [`write`](Self::write) wrote.
    ///
    /// # Errors
    /// Where a name in it is not in this framework, or it can't be read.
    pub(super) fn read(directory: &Directory, text: &str) -> Result<Self, Outdated> {
        let (code, rest) = text.split_once('.').unwrap_or((text, ""));
        if code == "w" {
            return Ok(Self::Words(rest.to_owned()));
        }
        let mut reader = Reader {
            directory,
            parts: rest.split('.'),
        };
        let question = match code {
            "ro" => Question::Role(reader.role()?),
            "le" => Question::Level(reader.level()?),
            "ls" => Question::LevelSkills(reader.place()?, reader.last_proficiency()?),
            "sk" => Question::Skill(reader.skill()?),
            "sl" => Question::SkillAtLevel(reader.skill()?, reader.place()?),
            "sp" => Question::SkillAtProficiency(
                reader.skill()?,
                reader.proficiency()?.ok_or(Outdated)?,
            ),
            "pr" => Question::Proficiency(reader.proficiency()?),
            "rn" => Question::RolesNeedingSkill(reader.skill()?, reader.proficiency()?),
            "co" => Question::Compare(reader.place()?, reader.place()?),
            "pg" => Question::Progression(reader.place()?, reader.perhaps_place()?),
            "lv" => Question::LevelsOfRole(reader.role()?),
            "lr" => Question::ListRoles(reader.perhaps_family()?),
            "ly" => Question::ListLevels(reader.seniority()?, reader.perhaps_family()?),
            "ll" => Question::ListSkills,
            "lf" => Question::ListFamilies,
            "sh" => Question::SharedSkills(reader.place()?, reader.place()?),
            "si" => Question::SimilarRoles(reader.place()?),
            _ => return Err(Outdated),
        };
        Ok(Self::Asked(question))
    }
}

/// A proficiency as a digit.
fn rank(at: Option<Proficiency>) -> String {
    at.map_or(NONE.to_owned(), |at| at.rank().to_string())
}

/// The parts of a link, one after the other.
struct Reader<'t> {
    directory: &'t Directory,
    parts: std::str::Split<'t, char>,
}

impl Reader<'_> {
    fn part(&mut self) -> Result<&str, Outdated> {
        self.parts.next().ok_or(Outdated)
    }

    fn subject(&mut self) -> Result<Subject, Outdated> {
        let key = stable::long(self.part()?).ok_or(Outdated)?;
        self.directory.subject(key).ok_or(Outdated)
    }

    fn role(&mut self) -> Result<RoleId, Outdated> {
        let Subject::Role(role) = self.subject()? else {
            return Err(Outdated);
        };
        Ok(role)
    }

    fn level(&mut self) -> Result<LevelId, Outdated> {
        let Subject::Level(level) = self.subject()? else {
            return Err(Outdated);
        };
        Ok(level)
    }

    fn place(&mut self) -> Result<Position, Outdated> {
        self.subject()?.position().ok_or(Outdated)
    }

    fn perhaps_place(&mut self) -> Result<Option<Position>, Outdated> {
        let part = self.part()?;
        if part == NONE {
            return Ok(None);
        }
        let key = stable::long(part).ok_or(Outdated)?;
        let subject = self.directory.subject(key).ok_or(Outdated)?;
        subject.position().map(Some).ok_or(Outdated)
    }

    fn perhaps_family(&mut self) -> Result<Option<FamilyId>, Outdated> {
        let part = self.part()?;
        if part == NONE {
            return Ok(None);
        }
        let key = stable::long(part).ok_or(Outdated)?;
        match self.directory.subject(key) {
            Some(Subject::Family(family)) => Ok(Some(family)),
            _ => Err(Outdated),
        }
    }

    fn seniority(&mut self) -> Result<Seniority, Outdated> {
        Seniority::from_word(self.part()?).ok_or(Outdated)
    }

    fn skill(&mut self) -> Result<SkillId, Outdated> {
        self.subject()?.skill().ok_or(Outdated)
    }

    /// The proficiency that a link may end with.
    fn last_proficiency(&mut self) -> Result<Option<Proficiency>, Outdated> {
        let is_last = self.parts.clone().next().is_none();
        if is_last {
            Ok(None)
        } else {
            self.proficiency()
        }
    }

    fn proficiency(&mut self) -> Result<Option<Proficiency>, Outdated> {
        let part = self.part()?;
        if part == NONE {
            return Ok(None);
        }
        Proficiency::ALL
            .into_iter()
            .find(|proficiency| proficiency.rank().to_string() == part)
            .map(Some)
            .ok_or(Outdated)
    }
}
