//! Ids: small numbers that stand for the parts of one framework.
//!
//! An id is good for the [`Framework`](super::Framework) that gave it out and
//! for no other.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the part at this place in the framework's list.
            pub(super) fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("a framework has far fewer than 4 billion parts"))
            }

            /// The place in the framework's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    /// A role family.
    FamilyId,
    /// A role.
    RoleId,
    /// A role level.
    LevelId,
    /// A skill.
    SkillId,
}
