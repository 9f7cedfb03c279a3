//! The headers that the two tables have.

use super::fault::Fault;

/// The columns of a table, as the framework's own downloads name them.
pub(super) struct Layout {
    pub(super) table: &'static str,
    pub(super) needed: &'static [&'static str],
    optional: &'static [&'static str],
}

pub(super) static ROLES: Layout = Layout {
    table: "roles",
    needed: &[
        "Role Family",
        "Role",
        "Role Level",
        "Skill Name",
        "Skill Level",
    ],
    optional: &[
        "Role Description",
        "Role Level Description",
        "Skill Description",
        "Skill Level Description",
        "Role Type",
    ],
};

pub(super) static SKILLS: Layout = Layout {
    table: "skills",
    needed: &[
        "Skill Name",
        "Awareness",
        "Working",
        "Practitioner",
        "Expert",
    ],
    optional: &["Skill Description", "Roles that require Skill"],
};

impl Layout {
    /// The layout that a header has: the one with more of its columns there.
    pub(super) fn of(header: &[String]) -> Result<&'static Self, Fault> {
        let there = |column: &&&str| header.contains(&column.to_lowercase());
        let score = |layout: &Self| {
            layout
                .needed
                .iter()
                .chain(layout.optional)
                .filter(there)
                .count()
        };
        let nearest = if score(&ROLES) > score(&SKILLS) {
            &ROLES
        } else {
            &SKILLS
        };
        let missing: Vec<&str> = nearest
            .needed
            .iter()
            .filter(|column| !there(column))
            .copied()
            .collect();
        if missing.is_empty() {
            Ok(nearest)
        } else if missing.len() == nearest.needed.len() {
            Err(Fault::UnknownFile)
        } else {
            Err(Fault::MissingColumns {
                table: nearest.table,
                columns: missing,
            })
        }
    }
}
