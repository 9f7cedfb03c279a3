//! One loaded framework, and what understanding questions about it needs. A
//! surface loads a guide once and asks it many times.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use crate::documents::{self, Diagnostic, ReadError, Severity};
use crate::framework::Framework;
use crate::question::{Context, Interpreter, Reading};

/// A framework that can be asked. It is immutable, so it can be shared between
/// threads, and it knows nobody: whose [`Context`] it is, the surface decides.
#[derive(Debug)]
pub struct Guide {
    framework: Framework,
    interpreter: Interpreter,
}

/// A guide, and what is worth saying about its files.
#[derive(Debug)]
pub struct Loaded {
    /// The guide.
    pub guide: Guide,
    /// Faults that don't keep it from answering, in the order of the files.
    pub warnings: Vec<Diagnostic>,
}

/// Why a framework can't be asked.
#[derive(Debug)]
pub enum LoadError {
    /// The folder can't be read.
    Read(ReadError),
    /// The files have faults, at least one of them an error.
    Faults {
        /// All faults, warnings too, in the order of the files.
        faults: Vec<Diagnostic>,
    },
}

/// A folder's framework, whatever state it is in.
#[derive(Debug)]
pub struct Inspection {
    /// What could be made of the files.
    pub framework: Framework,
    /// Every fault, in the order of the files and of the lines in them.
    pub diagnostics: Vec<Diagnostic>,
}

impl Guide {
    /// Reads the framework in a folder and gets ready to answer.
    ///
    /// # Errors
    /// Where the folder can't be read, or its files have errors: answers from
    /// half a framework would be wrong without looking it.
    pub fn load(folder: &Path) -> Result<Loaded, LoadError> {
        let Inspection {
            framework,
            diagnostics,
        } = inspect(folder).map_err(LoadError::Read)?;
        if diagnostics
            .iter()
            .any(|fault| fault.severity() == Severity::Error)
        {
            return Err(LoadError::Faults {
                faults: diagnostics,
            });
        }
        Ok(Loaded {
            guide: Self::new(framework),
            warnings: diagnostics,
        })
    }

    /// Gets ready to answer from a framework.
    #[must_use]
    pub fn new(framework: Framework) -> Self {
        let interpreter = Interpreter::new(&framework);
        Self {
            framework,
            interpreter,
        }
    }

    /// The framework.
    #[must_use]
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Understands a person's words, after what was said before.
    #[must_use]
    pub fn understand(&self, context: &Context, words: &str) -> Reading {
        self.interpreter.understand(&self.framework, context, words)
    }

    /// How a person's words were understood, a line a step.
    #[must_use]
    pub fn explain(&self, context: &Context, words: &str) -> Vec<String> {
        self.interpreter.explain(&self.framework, context, words)
    }
}

/// Reads the framework in a folder and gathers all that is wrong with it.
///
/// # Errors
/// Where the folder itself can't be read; what is wrong within it is in the
/// [`Inspection`].
pub fn inspect(folder: &Path) -> Result<Inspection, ReadError> {
    let mut documents = documents::read(folder)?;
    let (framework, mut diagnostics) = Framework::build(&documents);
    diagnostics.splice(
        0..0,
        documents
            .iter_mut()
            .flat_map(|document| document.diagnostics.drain(..)),
    );
    let places: HashMap<&str, usize> = documents
        .iter()
        .enumerate()
        .map(|(at, document)| (document.source.path(), at))
        .collect();
    diagnostics.sort_by_key(|fault| {
        let file = places
            .get(fault.file.as_str())
            .copied()
            .unwrap_or(usize::MAX);
        (
            file,
            fault.place.as_ref().map_or(0, |place| place.range().start),
        )
    });
    Ok(Inspection {
        framework,
        diagnostics,
    })
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Faults { .. } => {
                f.write_str("the framework can't be used until its errors are put right")
            }
        }
    }
}

impl std::error::Error for LoadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_can_be_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Guide>();
    }
}
