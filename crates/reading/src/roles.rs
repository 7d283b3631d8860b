//! The table of roles that the rules fill in, one row a line.

use crate::layout::BlockKind;
use crate::page::Page;
use crate::page::copies::Copy;

/// Where a line lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Above the text.
    Before,
    /// In the text.
    Text,
    /// Amid the text, not of it.
    Gap,
    /// Below the text.
    After,
}

/// The decision of a rule on a line.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) kind: BlockKind,
    pub(crate) duplicate: bool,
    pub(crate) reason: String,
}

/// A page with what is known of its lines so far. A rule may overrule only lines
/// that it names; earlier decisions stand.
pub(crate) struct Draft<'p, 't> {
    pub(crate) page: &'p Page<'t>,
    /// Whether the line is in the text of the article, by the model.
    pub(crate) content: Vec<bool>,
    /// Which line it copies.
    pub(crate) copies: Vec<Option<Copy>>,
    roles: Vec<Option<Role>>,
}

impl<'p, 't> Draft<'p, 't> {
    pub(crate) fn new(page: &'p Page<'t>, places: &[Place], copies: Vec<Option<Copy>>) -> Self {
        let content = places.iter().map(|p| *p == Place::Text).collect();
        let roles = vec![None; page.len()];
        Self { page, content, copies, roles }
    }

    /// Gives the line a role; replaces an earlier one.
    pub(crate) fn set(&mut self, line: usize, kind: BlockKind, reason: impl Into<String>) {
        self.roles[line] = Some(Role { kind, duplicate: false, reason: reason.into() });
    }

    /// Gives the line a role as a copy of another line.
    pub(crate) fn set_copy(&mut self, line: usize, kind: BlockKind, reason: impl Into<String>) {
        self.roles[line] = Some(Role { kind, duplicate: true, reason: reason.into() });
    }

    /// The role of the line, when decided.
    pub(crate) fn kind(&self, line: usize) -> Option<BlockKind> {
        self.roles[line].as_ref().map(|r| r.kind)
    }

    /// Whether no rule has decided on the line.
    pub(crate) fn open(&self, line: usize) -> bool {
        self.roles[line].is_none()
    }

    /// Whether the line is a paragraph of the article as far as is known.
    pub(crate) fn is_text(&self, line: usize) -> bool {
        match self.kind(line) {
            None => self.content[line],
            Some(kind) => matches!(kind, BlockKind::Body | BlockKind::Lead),
        }
    }

    /// First and last line of the article's text.
    pub(crate) fn text_range(&self) -> Option<(usize, usize)> {
        let first = (0..self.page.len()).find(|&l| self.is_text(l))?;
        let last = (first..self.page.len()).rev().find(|&l| self.is_text(l))?;
        Some((first, last))
    }

    /// The number of the line in the raw text, for reasons.
    pub(crate) fn number(&self, line: usize) -> u32 {
        self.page.lines[line].number
    }

    /// Says that no line is text: the page holds no article.
    pub(crate) fn empty(&mut self) {
        self.content.fill(false);
    }

    pub(crate) fn into_roles(self) -> Vec<Option<Role>> {
        self.roles
    }
}
