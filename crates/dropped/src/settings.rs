//! A `corpus.toml` among a reader's files: obeyed as the command obeys it, for the files of
//! its folder and of the folders in it that have none of their own.

use dateline_config::{CONFIG_FILE, Config, Problem, parse_corrections};
use dateline_corpus::{Input, InputError, InputProblem, Preparer};
use dateline_formats::Skipped;
use std::rc::Rc;

/// The settings for the files of one drop.
#[derive(Debug, Default)]
pub struct Settings {
    folders: Vec<Rc<Folder>>,
    problems: Vec<Skipped>,
}

/// The settings of a folder.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// How the names of its files begin.
    prefix: String,
    pub(crate) config: Config,
    pub(crate) preparer: Preparer,
    /// Whether its corrections are in a file that did not come yet.
    waits: bool,
}

/// Whether a file of this name describes its folder.
pub fn is_settings(name: &str) -> bool {
    name.rsplit('/').next() == Some(CONFIG_FILE)
}

impl Settings {
    /// Adds what a `corpus.toml` says. Names the file that holds its corrections, where there
    /// is one, for [`Settings::correct`].
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        let prefix = name.strip_suffix(CONFIG_FILE)?.to_owned();
        let config = text(bytes).and_then(Config::parse);
        let config = config.map_err(|problem| self.refuse(name, &problem)).ok()?;
        let file = config.corrections_file.as_ref().map(|file| format!("{prefix}{file}"));
        let waits = file.is_some();
        self.folders.push(Rc::new(Folder::new(prefix, config, waits)));
        // The nearest first.
        self.folders.sort_by_key(|folder| std::cmp::Reverse(folder.prefix.len()));
        file
    }

    /// Adds a file that [`Settings::add`] asked for. Files must not be read before.
    pub fn correct(&mut self, name: &str, bytes: &[u8]) {
        let corrections = match text(bytes).and_then(parse_corrections) {
            Ok(corrections) => corrections,
            Err(problem) => return self.refuse(name, &problem),
        };
        let folders = self.folders.iter_mut().filter_map(Rc::get_mut);
        for folder in folders.filter(|folder| folder.file().as_deref() == Some(name)) {
            let Folder { prefix, mut config, .. } = std::mem::take(folder);
            config.corrections = corrections.clone();
            *folder = Folder::new(prefix, config, false);
        }
    }

    /// Problems of the settings, where these are all files.
    pub fn problems<'a>(&self, files: impl Iterator<Item = &'a str> + Clone) -> Vec<Skipped> {
        let mut problems = self.problems.clone();
        for folder in &self.folders {
            let inside = files.clone().filter_map(|name| name.strip_prefix(&*folder.prefix));
            let name = format!("{}{CONFIG_FILE}", folder.prefix);
            let told = |reason: String| Skipped::new(name.clone(), reason);
            problems.extend(folder.config.missing(inside).map(|p| told(reason(&p))));
            let refused = |file: &String| self.problems.iter().any(|p| p.name == *file);
            if let Some(file) = folder.file().filter(|file| folder.waits && !refused(file)) {
                problems.push(told(format!("its corrections are in {file}, which is not here")));
            }
        }
        problems
    }

    /// The title, where one folder is described.
    pub fn title(&self) -> Option<&str> {
        match &self.folders[..] {
            [folder] => folder.config.title.as_deref(),
            _ => None,
        }
    }

    /// The settings of the folder of a file.
    pub(crate) fn of(&self, name: &str) -> Rc<Folder> {
        let around = self.folders.iter().find(|folder| name.starts_with(&folder.prefix));
        around.map_or_else(Rc::default, Rc::clone)
    }

    /// Whether a file says something of others, and is no article.
    pub(crate) fn holds(&self, name: &str) -> bool {
        is_settings(name) || self.folders.iter().any(|f| f.file().as_deref() == Some(name))
    }

    fn refuse(&mut self, name: &str, problem: &Problem) {
        let reason = format!("{}; articles are read without it", reason(problem));
        self.problems.push(Skipped::new(name, reason));
    }
}

impl Folder {
    fn new(prefix: String, config: Config, waits: bool) -> Folder {
        let preparer = Preparer::default()
            .with_language(config.language.as_deref().unwrap_or(""))
            .with_corrections(&config.corrections);
        Folder { prefix, config, preparer, waits }
    }

    /// The file with its corrections, by its name in the drop.
    fn file(&self) -> Option<String> {
        self.config.corrections_file.as_ref().map(|file| format!("{}{file}", self.prefix))
    }

    /// Puts what is said of an article into its input.
    pub(crate) fn apply(&self, input: &mut Input) {
        let name = input.name.clone();
        self.config.apply(name.strip_prefix(&*self.prefix).unwrap_or(&name), input);
        // Articles of several folders stand in one corpus, which has no language then.
        let language = &mut input.metadata.language;
        *language = language.take().or_else(|| self.config.language.clone());
    }

    /// Why an input was refused.
    pub(crate) fn refused(&self, error: &InputError) -> String {
        let what = error.problem.to_string();
        let InputProblem::NoBlock(lines) = error.problem else { return what };
        let name = error.name.strip_prefix(&*self.prefix).unwrap_or(&error.name);
        let line = self.config.line_of(name, lines);
        format!("{what} (line {line} of {}{CONFIG_FILE})", self.prefix)
    }
}

fn text(bytes: &[u8]) -> Result<&str, Problem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let message = || "not UTF-8: save it as UTF-8 text".to_owned();
    std::str::from_utf8(bytes).map_err(|_| Problem { line: 0, message: message() })
}

fn reason(Problem { line, message }: &Problem) -> String {
    if *line > 0 { format!("line {line}: {message}") } else { message.clone() }
}
