//! What can be wrong with a framework. How each is said is in `fault_words`.

use super::diagnostic::Severity;

/// One kind of fault, with what is needed to tell it. `Display` is the
/// message: a lower-case fragment, names in backticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A file is larger than the reader takes.
    FileTooLarge {
        /// The size of the file.
        bytes: u64,
        /// The size that is taken.
        limit: u64,
    },
    /// A line is longer than the reader takes.
    LineTooLong {
        /// The length of the line.
        bytes: usize,
        /// The length that is taken.
        limit: usize,
    },
    /// A file's bytes are not UTF-8.
    NotUtf8 {
        /// The first byte (from 0) that is not.
        byte: usize,
    },
    /// A symbolic link points out of the framework's folder.
    LinkLeavesFolder,
    /// A file or a sub-folder can't be read.
    UnreadableFile {
        /// What the system says.
        reason: String,
    },
    /// A file is of none of the known kinds.
    UnknownFile,

    /// A role document does not say which role it is about.
    NoRoleLine,
    /// A role document opens a second role.
    SecondRoleLine,
    /// A role document names no role level.
    NoLevelLine,
    /// A role document names a second role level.
    SecondLevelLine,
    /// A skill stands above the level that needs it.
    SkillBeforeLevel,
    /// A role document does not open with its role line.
    TextBeforeRole,
    /// A name is needed and nothing stands there.
    EmptyName {
        /// What has no name: `role`, `family`, `role level`, `skill` or a key.
        what: &'static str,
    },

    /// A table lacks columns that it can't do without.
    MissingColumns {
        /// Which table: `roles` or `skills`.
        table: &'static str,
        /// The columns, as the framework's own downloads name them.
        columns: Vec<&'static str>,
    },
    /// A row has fewer cells than the header.
    ShortRow {
        /// Which table: `roles` or `skills`.
        table: &'static str,
        /// The cells of the row.
        cells: usize,
        /// The cells of the header.
        wanted: usize,
    },
    /// A row has more cells than the header.
    LongRow {
        /// Which table: `roles` or `skills`.
        table: &'static str,
        /// The cells of the row.
        cells: usize,
        /// The cells of the header.
        wanted: usize,
    },
    /// A quoted cell does not end where it should.
    BrokenQuote,

    /// The manifest is not TOML.
    ManifestSyntax {
        /// What the TOML reader says.
        message: String,
    },
    /// The manifest has a key that means nothing.
    UnknownKey {
        /// The key, with the tables it is in.
        key: String,
        /// A key that was perhaps meant.
        suggestion: Option<String>,
    },
    /// A value of the manifest is not of the kind its key needs.
    WrongType {
        /// The key, with the tables it is in.
        key: String,
        /// What is needed, with an article.
        wanted: &'static str,
    },
    /// An entry of the manifest lacks one of its keys.
    MissingKey {
        /// The table that the entry is of.
        entry: &'static str,
        /// The key that is not there.
        key: &'static str,
    },
    /// There is more than one manifest.
    SecondManifest,

    /// A level names the same skill twice.
    SkillTwice {
        /// The skill.
        skill: String,
        /// The level.
        level: String,
    },
    /// A whole row of a table stands twice.
    RowTwice,
    /// Two files say different things of the same level.
    Disagreement {
        /// What they disagree about.
        what: String,
        /// The level.
        level: String,
    },
    /// A skill of a level says nothing.
    EmptySkill {
        /// The skill.
        skill: String,
    },
    /// A proficiency is not one of the four.
    UnknownProficiency {
        /// The word that stands there.
        word: String,
    },
    /// The order of a role's levels can't be told.
    LadderUnknown {
        /// The role.
        role: String,
    },
    /// An alias stands for a name that the framework does not have.
    AliasOfNothing {
        /// `role`, `role level` or `skill`.
        what: &'static str,
        /// The name.
        name: String,
        /// A name that was perhaps meant.
        suggestion: Option<String>,
    },
    /// An alias is already the name or alias of something else.
    AliasTaken {
        /// The alias.
        alias: String,
        /// What has it.
        by: String,
    },
    /// A ladder is of a role that the framework does not have.
    LadderOfNothing {
        /// The role.
        role: String,
        /// A role that was perhaps meant.
        suggestion: Option<String>,
    },
    /// A ladder names a level that its role does not have.
    LadderLevelUnknown {
        /// The level.
        level: String,
        /// The role.
        role: String,
        /// A level that was perhaps meant.
        suggestion: Option<String>,
    },
    /// A ladder leaves out levels that its role has.
    LadderIncomplete {
        /// The role.
        role: String,
        /// The levels.
        missing: Vec<String>,
    },
    /// A link is of a name that the framework does not have.
    LinkOfNothing {
        /// `role` or `skill`.
        what: &'static str,
        /// The name.
        name: String,
        /// A name that was perhaps meant.
        suggestion: Option<String>,
    },
    /// The folder has no role in it.
    NoRole,
    /// A level needs a skill that the skills table does not describe.
    SkillNotInTable {
        /// The skill.
        skill: String,
    },
    /// A role stands under two families.
    RoleWithTwoFamilies {
        /// The role.
        role: String,
    },
}

impl Fault {
    /// Whether the fault stops the framework from being used.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownFile
            | Self::NoLevelLine
            | Self::TextBeforeRole
            | Self::LongRow { .. }
            | Self::SkillTwice { .. }
            | Self::RowTwice
            | Self::Disagreement { .. }
            | Self::EmptySkill { .. }
            | Self::UnknownProficiency { .. }
            | Self::LadderUnknown { .. }
            | Self::LadderIncomplete { .. }
            | Self::LinkOfNothing { .. }
            | Self::SkillNotInTable { .. }
            | Self::RoleWithTwoFamilies { .. } => Severity::Warning,

            Self::FileTooLarge { .. }
            | Self::LineTooLong { .. }
            | Self::NotUtf8 { .. }
            | Self::LinkLeavesFolder
            | Self::UnreadableFile { .. }
            | Self::NoRoleLine
            | Self::SecondRoleLine
            | Self::SecondLevelLine
            | Self::SkillBeforeLevel
            | Self::EmptyName { .. }
            | Self::MissingColumns { .. }
            | Self::ShortRow { .. }
            | Self::BrokenQuote
            | Self::ManifestSyntax { .. }
            | Self::UnknownKey { .. }
            | Self::WrongType { .. }
            | Self::MissingKey { .. }
            | Self::SecondManifest
            | Self::AliasOfNothing { .. }
            | Self::AliasTaken { .. }
            | Self::LadderOfNothing { .. }
            | Self::LadderLevelUnknown { .. }
            | Self::NoRole => Severity::Error,
        }
    }
}
