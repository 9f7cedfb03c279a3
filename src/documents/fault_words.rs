//! How each fault is said: the message, the label at the caret, the remedy.
//!
//! The three stand together, so that they are read and changed together.

use std::fmt;

use super::fault::Fault;

/// The three texts of one fault.
struct Words {
    /// What is wrong.
    message: String,
    /// A few words for the place itself.
    label: String,
    /// What to do about it.
    remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().message)
    }
}

impl Fault {
    /// A few words to stand at the caret.
    #[must_use]
    pub fn label(&self) -> String {
        self.words().label
    }

    /// What to do to put it right, without a full stop.
    #[must_use]
    pub fn remedy(&self) -> String {
        self.words().remedy
    }

    #[expect(
        clippy::too_many_lines,
        reason = "a list of sentences, one entry a fault, is read from top to bottom"
    )]
    fn words(&self) -> Words {
        match self {
            Self::FileTooLarge { bytes, limit } => words(
                format!(
                    "the file is too large: {}, and at most {} are read",
                    size(*bytes),
                    size(*limit)
                ),
                "too large",
                "split the file, or move it out of the framework's folder",
            ),
            Self::LineTooLong { bytes, limit } => words(
                format!(
                    "the line is too long: {}, and at most {} are read",
                    size(*bytes as u64),
                    size(*limit as u64)
                ),
                "this line is too long",
                "break the line up; a framework's text has one statement a line",
            ),
            Self::NotUtf8 { byte } => words(
                format!("the file is not UTF-8 text: byte {byte} does not belong to a character"),
                "not UTF-8 from here",
                "save the file as UTF-8; in a spreadsheet program choose `CSV UTF-8`",
            ),
            Self::LinkLeavesFolder => words(
                "the link leads out of the framework's folder",
                "leads out of the folder",
                "put the file itself into the folder, or remove the link",
            ),
            Self::UnreadableFile { reason } => words(
                format!("this can't be read: {reason}"),
                "can't be read",
                "mend the link or the permissions, or move it out of the folder",
            ),
            Self::UnknownFile => words(
                "the file is none that a framework is made of",
                "not a framework's file",
                "nothing of it is used: move it out of the folder, or check its name and, for a table, its first row",
            ),

            Self::NoRoleLine => words(
                "the document does not say which role it is about",
                "a role line is needed here",
                "open it with a line `<Family> role: <Role>`, or move it out of the framework's folder",
            ),
            Self::SecondRoleLine => words(
                "the document is about a second role",
                "opens a second role",
                "give each role level a file of its own; nothing from this line on was read",
            ),
            Self::NoLevelLine => words(
                "the document names no role level",
                "only the role is described",
                "add a line `Role level: <Level>` if it is about one",
            ),
            Self::SecondLevelLine => words(
                "the document names a second role level",
                "opens a second level",
                "give each role level a file of its own; what follows this line was not read",
            ),
            Self::SkillBeforeLevel => words(
                "a skill stands before any role level",
                "no level is named above",
                "put a line `Role level: <Level>` above the first skill",
            ),
            Self::TextBeforeRole => words(
                "text stands before the role line",
                "not used",
                "open the document with its line `<Family> role: <Role>`; nothing above it is used",
            ),
            Self::EmptyName { what } => words(
                format!("the {what} has no name"),
                "nothing stands here",
                format!("write the name of the {what}, or remove the line"),
            ),

            Self::MissingColumns { table, columns } => words(
                format!(
                    "the table of {table} lacks the {} {}",
                    plural("column", columns.len()),
                    ticked(columns)
                ),
                "the header",
                "download the table again, or name its columns as in the framework's own downloads",
            ),
            Self::ShortRow {
                table,
                cells,
                wanted,
            } => words(
                format!("a row of the table of {table} has too few cells: {cells} of {wanted}"),
                "ends too early",
                "add the missing cells; an empty one still needs its comma",
            ),
            Self::LongRow {
                table,
                cells,
                wanted,
            } => words(
                format!(
                    "a row of the table of {table} has too many cells: {cells} where the header has {wanted}"
                ),
                "the cells past the header's last one are not used",
                "put a cell that holds a comma in quotes",
            ),
            Self::BrokenQuote => words(
                "a quoted cell does not end where it should",
                "the cell that opens here",
                "close the cell with `\"` and write a quote within it twice, `\"\"`; nothing from this cell on was read",
            ),

            Self::ManifestSyntax { message } => words(
                format!("the manifest is not TOML: {message}"),
                "not understood",
                "write `key = \"value\"` lines under `[table]` headings; see https://toml.io",
            ),
            Self::UnknownKey { key, suggestion } => words(
                format!("the key `{key}` means nothing here"),
                "unknown key",
                suggest(
                    "a key",
                    suggestion.as_deref(),
                    "remove it, or check its spelling and the table it is in",
                ),
            ),
            Self::WrongType { key, wanted } => words(
                format!("`{key}` needs {wanted}"),
                format!("{wanted} is needed"),
                format!("write {wanted} here"),
            ),
            Self::MissingKey { entry, key } => words(
                format!("an entry of `{entry}` has no `{key}`"),
                format!("`{key}` is missing"),
                format!("add `{key} = [...]` to the entry, or remove the entry"),
            ),
            Self::SecondManifest => words(
                "the folder has more than one `framework.toml`",
                "this one is not used",
                "keep one of them",
            ),

            Self::SkillTwice { skill, level } => words(
                format!("`{level}` names the skill `{skill}` twice"),
                "named again",
                "it is taken as one skill with the statements of both; keep one of them",
            ),
            Self::RowTwice => words(
                "a row stands twice in the table",
                "the same row again",
                "it is taken once; remove one of them",
            ),
            Self::Disagreement { what, level } => words(
                format!("two files disagree about {what} of `{level}`"),
                "this says one thing",
                "bring the two in line, or keep one of the files",
            ),
            Self::EmptySkill { skill } => words(
                format!("nothing is said about the skill `{skill}`"),
                "no statements",
                "add what the level asks in it; until then the bot says that the framework does not say",
            ),
            Self::UnknownProficiency { word } if word.trim().is_empty() => words(
                "a skill of a level has no proficiency",
                "nothing stands here",
                "write `Awareness`, `Working`, `Practitioner` or `Expert`",
            ),
            Self::UnknownProficiency { word } => words(
                format!("`{word}` is not a proficiency"),
                "not one of the four",
                "write `Awareness`, `Working`, `Practitioner` or `Expert`",
            ),
            Self::LadderUnknown { role } => words(
                format!("the order of the levels of `{role}` can't be told"),
                "which level comes first?",
                "name the levels under `[ladders]` in `framework.toml`, lowest first",
            ),
            Self::AliasOfNothing {
                what,
                name,
                suggestion,
            } => words(
                format!("an alias is of the {what} `{name}`, which is not in the framework"),
                format!("no such {what}"),
                suggest(
                    "a name",
                    suggestion.as_deref(),
                    "write the name as it stands in the framework",
                ),
            ),
            Self::AliasTaken { alias, by } => words(
                format!("the alias `{alias}` is already the name of `{by}`"),
                "already taken",
                "choose another alias, or remove this one",
            ),
            Self::LadderOfNothing { role, suggestion } => words(
                format!("a ladder is of the role `{role}`, which is not in the framework"),
                "no such role",
                suggest(
                    "a role",
                    suggestion.as_deref(),
                    "write the role as it stands in the framework",
                ),
            ),
            Self::LadderLevelUnknown {
                level,
                role,
                suggestion,
            } => words(
                format!("the ladder of `{role}` names `{level}`, which is not a level of it"),
                "no such level",
                suggest(
                    "a level",
                    suggestion.as_deref(),
                    "write the level as it stands in the framework",
                ),
            ),
            Self::LadderIncomplete { role, missing } => words(
                format!("the ladder of `{role}` leaves out {}", ticked(missing)),
                "not all levels",
                "add every level of the role, lowest first",
            ),
            Self::LinkOfNothing {
                what,
                name,
                suggestion,
            } => words(
                format!("a link is for the {what} `{name}`, which is not in the framework"),
                format!("no such {what}"),
                suggest(
                    "a name",
                    suggestion.as_deref(),
                    "write the name as it stands in the framework",
                ),
            ),
            Self::NoRole => words(
                "the framework has no role in it",
                "no role",
                "add role documents or a table of roles to the folder",
            ),
            Self::SkillNotInTable { skill } => words(
                format!("the skill `{skill}` is not in the table of skills"),
                "not in the table",
                "add it to the table, or write its name as it stands there",
            ),
            Self::RoleWithTwoFamilies { role } => words(
                format!("the role `{role}` stands under two families"),
                "another family than before",
                "put the role under one family",
            ),
        }
    }
}

fn words(message: impl Into<String>, label: impl Into<String>, remedy: impl Into<String>) -> Words {
    Words {
        message: message.into(),
        label: label.into(),
        remedy: remedy.into(),
    }
}

/// A remedy that offers the nearest name, where there is one.
fn suggest(what: &str, near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(
        || otherwise.to_owned(),
        |near| format!("{what} with a similar spelling is `{near}`"),
    )
}

/// `a`, `b` and `c`.
fn ticked<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn plural(word: &str, count: usize) -> String {
    if count == 1 {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}

/// A number of bytes, as people say it: whole units where they fit, else one
/// decimal, rounded up, so that what is over a limit never reads like the limit.
fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_024 => {
            return format!(
                "{bytes} {}",
                plural("byte", usize::try_from(bytes).unwrap_or(0))
            );
        }
        1_024..1_048_576 => (1_024, "KiB"),
        _ => (1_048_576, "MiB"),
    };
    let tenths = (u128::from(bytes) * 10).div_ceil(unit);
    if tenths % 10 == 0 {
        format!("{} {name}", tenths / 10)
    } else {
        format!("{}.{} {name}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_a_limit_never_reads_like_the_limit() {
        let fault = Fault::FileTooLarge {
            bytes: (16 << 20) + 1,
            limit: 16 << 20,
        };
        assert_eq!(
            fault.to_string(),
            "the file is too large: 16.1 MiB, and at most 16 MiB are read"
        );
    }

    #[test]
    fn all_missing_columns_are_named() {
        let fault = Fault::MissingColumns {
            table: "skills",
            columns: vec!["Awareness", "Working", "Expert"],
        };
        assert_eq!(
            fault.to_string(),
            "the table of skills lacks the columns `Awareness`, `Working` and `Expert`"
        );
    }

    #[test]
    fn a_remedy_offers_the_nearest_key() {
        let fault = Fault::UnknownKey {
            key: "license".to_owned(),
            suggestion: Some("licence".to_owned()),
        };
        assert_eq!(fault.remedy(), "a key with a similar spelling is `licence`");
    }
}
