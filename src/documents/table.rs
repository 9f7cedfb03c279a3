//! The framework's own tables: the roles with their levels and skills, and
//! the skills with their proficiencies. A table is known by its header.

use std::sync::Arc;

use super::block::{description, statements};
use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::layout::{Layout, ROLES};
use super::passage::{Passage, Source, Statement};
use super::record::{Record, Records};

/// The download of roles: a row is a role level and a skill of it.
#[derive(Debug, Clone)]
pub struct RolesTable {
    /// The rows, in the order of the file.
    pub rows: Vec<RoleRow>,
}

/// A row of the roles table. Cells may be empty, except the names.
#[derive(Debug, Clone)]
pub struct RoleRow {
    /// The row as it stands in the file; often of many lines.
    pub whole: Passage,
    /// The family.
    pub family: Passage,
    /// The role.
    pub role: Passage,
    /// What the role is.
    pub about: Arc<[Statement]>,
    /// The role's duties, without the line that opens them.
    pub duties: Arc<[Statement]>,
    /// The role level.
    pub level: Passage,
    /// What the level is.
    pub level_about: Arc<[Statement]>,
    /// The level's responsibilities, without the line that opens them.
    pub responsibilities: Arc<[Statement]>,
    /// The skill.
    pub skill: Passage,
    /// What the skill is.
    pub skill_about: Vec<Statement>,
    /// The word of the proficiency that the level needs in the skill.
    pub proficiency: Passage,
    /// What that proficiency means in the skill.
    pub statements: Vec<Statement>,
    /// The kind of role; `None` where the table has no such column.
    pub role_type: Option<Passage>,
}

/// The download of skills.
#[derive(Debug, Clone)]
pub struct SkillsTable {
    /// The rows, in the order of the file.
    pub rows: Vec<SkillRow>,
}

/// A row of the skills table.
#[derive(Debug, Clone)]
pub struct SkillRow {
    /// The row as it stands in the file; often of many lines.
    pub whole: Passage,
    /// The skill.
    pub name: Passage,
    /// What the skill is.
    pub about: Vec<Statement>,
    /// What awareness, working, practitioner and expert mean in it, in this order.
    pub proficiencies: [Vec<Statement>; 4],
    /// The roles that need it, as the cell lists them; `None` where the table
    /// has no such column.
    pub roles: Option<Passage>,
}

/// A table of either kind.
pub(super) enum Table {
    Roles(RolesTable),
    Skills(SkillsTable),
}

/// Reads a table as far as it goes; there is none where the header is of neither.
pub(super) fn read(source: &Arc<Source>) -> (Option<Table>, Vec<Diagnostic>) {
    let mut records = Records::of(source);
    let header = match records.next() {
        None => {
            return (
                None,
                vec![Diagnostic::in_file(Fault::UnknownFile, source.path())],
            );
        }
        Some(Err(broken)) => return (None, vec![*broken]),
        Some(Ok(record)) => record,
    };
    let names: Vec<String> = header.cells.iter().map(folded).collect();
    let layout = match Layout::of(&names) {
        Ok(layout) => layout,
        Err(fault) => return (None, vec![Diagnostic::at(fault, &header.whole)]),
    };
    let mut rows = Rows {
        layout,
        names,
        records,
        diagnostics: Vec::new(),
    };
    let table = if layout.table == ROLES.table {
        Table::Roles(RolesTable {
            rows: rows.read(role_rows()),
        })
    } else {
        Table::Skills(SkillsTable {
            rows: rows.read(skill_row),
        })
    };
    (Some(table), rows.diagnostics)
}

/// A column's name without regard to case and spacing.
fn folded(cell: &Passage) -> String {
    cell.spoken()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The rows below the header.
struct Rows<'a> {
    layout: &'static Layout,
    names: Vec<String>,
    records: Records<'a>,
    diagnostics: Vec<Diagnostic>,
}

impl Rows<'_> {
    fn read<T>(&mut self, mut build: impl FnMut(&Row<'_>) -> T) -> Vec<T> {
        let mut rows = Vec::new();
        while let Some(record) = self.records.next() {
            match record {
                Err(broken) => self.diagnostics.push(*broken),
                // Spreadsheet programs leave rows of nothing but commas.
                Ok(record) if record.cells.iter().all(Passage::is_empty) => {}
                Ok(record) => rows.extend(self.checked(record).map(|row| build(&row))),
            }
        }
        rows
    }

    /// The row, where it has what it needs.
    fn checked(&mut self, record: Record) -> Option<Row<'_>> {
        let (cells, wanted) = (record.cells.len(), self.names.len());
        let table = self.layout.table;
        // The first cell stands for the row: a whole one can fill a screen.
        let place = record
            .cells
            .iter()
            .find(|cell| !cell.is_empty())
            .unwrap_or(&record.whole);
        if cells < wanted {
            self.diagnostics.push(Diagnostic::at(
                Fault::ShortRow {
                    table,
                    cells,
                    wanted,
                },
                place,
            ));
            return None;
        }
        if cells > wanted {
            self.diagnostics.push(Diagnostic::at(
                Fault::LongRow {
                    table,
                    cells,
                    wanted,
                },
                place,
            ));
        }
        let row = Row {
            names: &self.names,
            record,
        };
        let names = [
            ("Role Family", "family"),
            ("Role", "role"),
            ("Role Level", "role level"),
            ("Skill Name", "skill"),
        ];
        let mut complete = true;
        for (column, what) in names
            .into_iter()
            .filter(|(column, _)| self.layout.needed.contains(column))
        {
            let cell = row.cell(column);
            if cell.is_empty() {
                self.diagnostics
                    .push(Diagnostic::at(Fault::EmptyName { what }, &cell));
                complete = false;
            }
        }
        complete.then_some(row)
    }
}

/// What the download of roles has in place of a skill's description that is not
/// written.
const LACKING: &str = "MISSING";

/// One row, under its header.
struct Row<'a> {
    names: &'a [String],
    record: Record,
}

impl Row<'_> {
    fn optional(&self, column: &str) -> Option<Passage> {
        let index = self
            .names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(column))?;
        self.record.cells.get(index).cloned()
    }

    /// The cell of a column, or an empty passage where the table lacks it.
    fn cell(&self, column: &str) -> Passage {
        self.optional(column)
            .unwrap_or_else(|| self.record.whole.part(0..0))
    }

    /// What the skill is; nothing where the download says that it lacks it.
    fn skill_about(&self) -> Vec<Statement> {
        let cell = self.cell("Skill Description");
        if cell.text().trim() == LACKING {
            return Vec::new();
        }
        statements(&cell)
    }
}

/// The description of the row above in one column. Most rows repeat it: what
/// was read of it is shared then, and quoted from where it stood first.
#[derive(Default)]
struct Above(Option<(Passage, [Arc<[Statement]>; 2])>);

impl Above {
    /// What stands above the heading of duties in a cell, and what below it.
    fn description(&mut self, cell: Passage) -> [Arc<[Statement]>; 2] {
        if let Some((above, read)) = &self.0
            && above.text() == cell.text()
        {
            return read.clone();
        }
        let (about, duties) = description(&cell);
        let read = [about.into(), duties.into()];
        self.0 = Some((cell, read.clone()));
        read
    }
}

/// Reads rows of the roles table, one below the other.
fn role_rows() -> impl FnMut(&Row<'_>) -> RoleRow {
    let (mut above, mut level_above) = (Above::default(), Above::default());
    move |row| {
        let [about, duties] = above.description(row.cell("Role Description"));
        let [level_about, responsibilities] =
            level_above.description(row.cell("Role Level Description"));
        RoleRow {
            whole: row.record.whole.clone(),
            family: row.cell("Role Family"),
            role: row.cell("Role"),
            about,
            duties,
            level: row.cell("Role Level"),
            level_about,
            responsibilities,
            skill: row.cell("Skill Name"),
            skill_about: row.skill_about(),
            proficiency: row.cell("Skill Level"),
            statements: statements(&row.cell("Skill Level Description")),
            role_type: row.optional("Role Type"),
        }
    }
}

fn skill_row(row: &Row<'_>) -> SkillRow {
    let proficiency = |word| statements(&row.cell(word));
    SkillRow {
        whole: row.record.whole.clone(),
        name: row.cell("Skill Name"),
        about: row.skill_about(),
        proficiencies: ["Awareness", "Working", "Practitioner", "Expert"].map(proficiency),
        roles: row.optional("Roles that require Skill"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (Option<Table>, Vec<Fault>) {
        let (table, diagnostics) = read(&Arc::new(Source::new("a.csv", text)));
        (
            table,
            diagnostics
                .into_iter()
                .map(|diagnostic| diagnostic.fault)
                .collect(),
        )
    }

    #[test]
    fn a_description_that_is_said_to_be_missing_is_none() {
        let header = "Skill Name,Skill Description,Awareness,Working,Practitioner,Expert\n";
        let (table, faults) = table(&format!("{header}Testing,MISSING,a,w,p,e\n"));
        assert!(faults.is_empty());
        let Some(Table::Skills(table)) = table else {
            panic!("it is a table of skills");
        };
        assert!(table.rows[0].about.is_empty());
    }

    #[test]
    fn a_header_is_known_in_any_case_order_and_spacing() {
        let (table, faults) = table(
            "\u{feff} skill  NAME ,Notes,Expert,Practitioner,Working,Awareness\r\nTesting ,mine,e,p,\"You can:\n- w\",\r\n",
        );
        let Some(Table::Skills(table)) = table else {
            panic!("a table of skills")
        };
        assert!(faults.is_empty());
        let row = &table.rows[0];
        assert_eq!(row.name.text(), "Testing");
        let texts: [Vec<&str>; 4] = row
            .proficiencies
            .each_ref()
            .map(|list| list.iter().map(|one| one.passage.text()).collect());
        assert_eq!(texts, [vec![], vec!["You can:", "w"], vec!["p"], vec!["e"]]);
        assert!(row.about.is_empty() && row.roles.is_none());
    }

    #[test]
    fn every_missing_column_is_named_of_the_nearer_table() {
        let columns = vec!["Role Family", "Skill Level"];
        assert_eq!(
            table("Role,Role Level,Skill Name\n").1,
            [Fault::MissingColumns {
                table: "roles",
                columns
            }]
        );
        assert_eq!(table("Name,Phone\n").1, [Fault::UnknownFile]);
    }

    #[test]
    fn every_row_with_a_fault_is_told_and_the_rest_is_read() {
        let (table, faults) = table(
            "Role Family,Role,Role Level,Skill Name,Skill Level\nF,R\n,R,L,,Working\n,,,,\nF,R,L,S,Working,x\nF,R,L,T,\n",
        );
        let Some(Table::Roles(table)) = table else {
            panic!("a table of roles")
        };
        let skills: Vec<&str> = table.rows.iter().map(|row| row.skill.text()).collect();
        assert_eq!(skills, ["S", "T"]);
        assert_eq!(
            faults,
            [
                Fault::ShortRow {
                    table: "roles",
                    cells: 2,
                    wanted: 5
                },
                Fault::EmptyName { what: "family" },
                Fault::EmptyName { what: "skill" },
                Fault::LongRow {
                    table: "roles",
                    cells: 6,
                    wanted: 5
                },
            ]
        );
    }
}
