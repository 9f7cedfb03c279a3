//! A walk through a TOML file that keeps places and collects faults.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::manifest::Setting;
use super::passage::{Passage, Source};

type Value<'t> = Spanned<DeValue<'t>>;

/// Knows the file, and what was wrong with it so far.
pub(super) struct Walker<'a> {
    source: &'a Arc<Source>,
    /// Where the text starts: after the byte-order mark.
    base: usize,
    /// What is wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Walker<'a> {
    pub(super) fn of(source: &'a Arc<Source>) -> Self {
        let text = source.text();
        let base = text.len() - text.trim_start_matches('\u{FEFF}').len();
        Self {
            source,
            base,
            diagnostics: Vec::new(),
        }
    }

    /// The file's top table; `None` where it is not TOML.
    pub(super) fn parse(&mut self) -> Option<Spanned<DeTable<'a>>> {
        match DeTable::parse(&self.source.text()[self.base..]) {
            Ok(table) => Some(table),
            Err(error) => {
                let message = error.message().replace('\n', ", ");
                let place = self.first_line(error.span().unwrap_or(0..0));
                self.report(Fault::ManifestSyntax { message }, &place);
                None
            }
        }
    }

    fn report(&mut self, fault: Fault, place: &Passage) {
        self.diagnostics.push(Diagnostic::at(fault, place));
    }

    /// The passage of a span, widened to whole characters.
    fn passage(&self, span: Range<usize>) -> Passage {
        let text = self.source.text();
        let mut start = (self.base + span.start).min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = (self.base + span.end).clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Passage::new(self.source, start..end)
    }

    /// The first line of a span: what a caret can point at.
    fn first_line(&self, span: Range<usize>) -> Passage {
        let whole = self.passage(span);
        let end = whole
            .text()
            .find(['\r', '\n'])
            .unwrap_or(whole.text().len());
        whole.part(0..end)
    }

    /// The keys and values of a table, in the order of the file.
    pub(super) fn all<'t>(&self, table: &'t DeTable<'_>) -> Vec<(Setting, &'t Value<'t>)> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let setting = |key: &Spanned<_>| self.passage(key.span());
        entries
            .into_iter()
            .map(|(key, value)| {
                (
                    Setting {
                        value: key.get_ref().to_string(),
                        passage: setting(key),
                    },
                    value,
                )
            })
            .collect()
    }

    /// The keys and values of a table that may have these keys alone; every
    /// other key is reported. `path` is the table's own key.
    pub(super) fn known<'t>(
        &mut self,
        table: &'t DeTable<'_>,
        path: &str,
        keys: &[&str],
    ) -> Vec<(String, &'t Value<'t>)> {
        self.report_unknown(table, path, keys);
        let known = self
            .all(table)
            .into_iter()
            .map(|(key, value)| (key.value, value));
        known
            .filter(|(key, _)| keys.contains(&key.as_str()))
            .collect()
    }

    /// Reports every key that is not one of `keys`.
    pub(super) fn report_unknown(&mut self, table: &DeTable<'_>, path: &str, keys: &[&str]) {
        for (key, _) in self.all(table) {
            if !keys.contains(&key.value.as_str()) {
                let suggestion = nearest(&key.value, keys).map(ToOwned::to_owned);
                let name = if path.is_empty() {
                    key.value
                } else {
                    format!("{path}.{}", key.value)
                };
                self.report(
                    Fault::UnknownKey {
                        key: name,
                        suggestion,
                    },
                    &key.passage,
                );
            }
        }
    }

    /// Reports a key that an entry can't do without.
    pub(super) fn report_missing(
        &mut self,
        entry: &'static str,
        key: &'static str,
        value: &Value<'_>,
    ) {
        let place = self.first_line(value.span());
        self.report(Fault::MissingKey { entry, key }, &place);
    }

    fn report_wrong(&mut self, key: &str, wanted: &'static str, value: &Value<'_>) {
        let place = self.first_line(value.span());
        self.report(
            Fault::WrongType {
                key: key.to_owned(),
                wanted,
            },
            &place,
        );
    }

    /// A text that says something.
    pub(super) fn text(&mut self, key: &str, value: &Value<'_>) -> Option<Setting> {
        match value.get_ref().as_str() {
            None => self.report_wrong(key, "a text", value),
            Some(text) if text.trim().is_empty() => {
                self.report_wrong(key, "a text that is not empty", value);
            }
            Some(text) => {
                return Some(Setting {
                    value: text.to_owned(),
                    passage: self.passage(value.span()),
                });
            }
        }
        None
    }

    /// A text that may be empty, as a list of one: an address, or none.
    pub(super) fn one_or_none(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<Setting>> {
        let Some(text) = value.get_ref().as_str() else {
            return self.one(key, value);
        };
        Some(vec![Setting {
            value: text.trim().to_owned(),
            passage: self.passage(value.span()),
        }])
    }

    /// A text, as a list of one.
    pub(super) fn one(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<Setting>> {
        self.text(key, value).map(|text| vec![text])
    }

    /// A text or a list of texts; those of a list that are none are reported
    /// and left out.
    pub(super) fn one_or_more(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<Setting>> {
        if value.get_ref().is_str() {
            return self.one(key, value);
        }
        let list = self.list(key, value, "a text or a list of texts")?;
        if list.is_empty() {
            self.report_wrong(key, "a list that is not empty", value);
            return None;
        }
        Some(
            list.iter()
                .filter_map(|text| self.text(key, text))
                .collect(),
        )
    }

    pub(super) fn list<'t>(
        &mut self,
        key: &str,
        value: &'t Value<'_>,
        wanted: &'static str,
    ) -> Option<&'t [Value<'t>]> {
        let Some(list) = value.get_ref().as_array() else {
            self.report_wrong(key, wanted, value);
            return None;
        };
        Some(list)
    }

    pub(super) fn table<'t>(&mut self, key: &str, value: &'t Value<'_>) -> Option<&'t DeTable<'t>> {
        let Some(table) = value.get_ref().as_table() else {
            self.report_wrong(key, "a table", value);
            return None;
        };
        Some(table)
    }

    /// `true` or `false`; anything else is reported and counts as `false`.
    pub(super) fn flag(&mut self, key: &str, value: &Value<'_>) -> bool {
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.report_wrong(key, "`true` or `false`", value);
            false
        })
    }
}

/// The known key that was perhaps meant: about a third of the letters may
/// differ; of equally near ones it is the first.
fn nearest<'k>(typed: &str, keys: &[&'k str]) -> Option<&'k str> {
    let typed = typed.to_lowercase();
    keys.iter()
        .map(|key| (strsim::damerau_levenshtein(&typed, key), *key))
        .filter(|(distance, key)| *distance <= (key.len() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, key)| key)
}
