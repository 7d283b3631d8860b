//! Provenance: from what, by what and with which choices a file was made.

/// Where the numbers of an export come from. Empty fields are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The corpus by name, with its size ("5 articles").
    pub corpus: String,
    /// SHA-256 over the sources of the corpus, in hexadecimal.
    pub corpus_hash: String,
    /// The version of the gazetteer.
    pub gazetteer: String,
    /// The query as it was read, in its canonical form.
    pub query: String,
    /// Filters and counting options in words, as name and value.
    pub filters: Vec<(String, String)>,
    /// The address of the view.
    pub address: String,
    /// The program and its version.
    pub made_by: String,
    /// The day of the export, ISO 8601.
    pub made_on: String,
}

impl Provenance {
    /// The fields that say something, in a fixed order, as name and value.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        let first = [
            ("corpus", &self.corpus),
            ("corpus sha-256", &self.corpus_hash),
            ("gazetteer", &self.gazetteer),
            ("query", &self.query),
        ];
        let last =
            [("address", &self.address), ("made by", &self.made_by), ("made on", &self.made_on)];
        let filters = self.filters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        first
            .into_iter()
            .map(|(name, value)| (name, value.as_str()))
            .chain(filters)
            .chain(last.into_iter().map(|(name, value)| (name, value.as_str())))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// One line for the foot of a chart: "Dateline 0.1.0 · 5 articles ·
    /// corpus 1a2b3c4d · query china · 2026-11-21".
    pub fn line(&self) -> String {
        let short: String = self.corpus_hash.chars().take(8).collect();
        let mut parts = vec![self.made_by.clone(), self.corpus.clone()];
        if !short.is_empty() {
            parts.push(format!("corpus {short}"));
        }
        if !self.query.is_empty() {
            parts.push(format!("query {}", self.query));
        }
        parts.extend(self.filters.iter().map(|(name, value)| format!("{name} {value}")));
        parts.push(self.made_on.clone());
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}
