//! The kinds of elements in which a block stands.

use crate::dom::Element;

/// A set of kinds of elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context(u32);

macro_rules! kinds {
    ($($name:ident = $bit:literal),* $(,)?) => {
        impl Context {
            $(pub(crate) const $name: Context = Context(1 << $bit);)*
            /// Every kind with its name in the model.
            pub(crate) const ALL: &[(&str, Context)] = &[$((stringify!($name), Context::$name)),*];
        }
    };
}

kinds! {
    NAV = 0, ASIDE = 1, FOOTER = 2, HEADER = 3, ARTICLE = 4, MAIN = 5, FIGURE = 6, CAPTION = 7,
    QUOTE = 8, LIST = 9, TABLE = 10, FORM = 11, PRE = 12, HEADING = 13, ADDRESS = 14, DIALOG = 15,
    SECTION = 16, ARIA_HIDDEN = 17, DEFINITION = 18, BODY_PROP = 19, LABEL = 20, DETAILS = 21,
    PARAGRAPH = 22,
}

impl Context {
    /// Whether any of `kinds` is in it.
    pub(crate) fn has(self, kinds: Context) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both sets.
    pub(crate) fn and(self, more: Context) -> Context {
        Context(self.0 | more.0)
    }

    /// What an element adds.
    pub(crate) fn of(element: &Element) -> Context {
        let by_tag = match element.tag() {
            "nav" | "menu" => Context::NAV,
            "aside" => Context::ASIDE,
            "footer" => Context::FOOTER,
            "header" => Context::HEADER,
            "article" => Context::ARTICLE,
            "main" => Context::MAIN,
            "figure" => Context::FIGURE,
            "figcaption" | "caption" => Context::CAPTION,
            "blockquote" | "q" => Context::QUOTE,
            "li" => Context::LIST,
            "td" | "th" => Context::TABLE,
            "form" | "fieldset" => Context::FORM,
            "pre" | "textarea" | "listing" | "xmp" => Context::PRE,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Context::HEADING,
            "address" => Context::ADDRESS,
            "dialog" => Context::DIALOG,
            "section" => Context::SECTION,
            "dd" | "dt" => Context::DEFINITION,
            "label" | "legend" => Context::LABEL,
            "details" => Context::DETAILS,
            "p" => Context::PARAGRAPH,
            _ => Context::default(),
        };
        let by_role = match element.attribute("role").unwrap_or("") {
            "navigation" | "menu" | "menubar" | "tablist" => Context::NAV,
            "complementary" => Context::ASIDE,
            "contentinfo" => Context::FOOTER,
            "banner" => Context::HEADER,
            "article" => Context::ARTICLE,
            "main" => Context::MAIN,
            "dialog" | "alertdialog" | "alert" => Context::DIALOG,
            "search" | "form" => Context::FORM,
            "heading" => Context::HEADING,
            _ => Context::default(),
        };
        let hidden = match element.attribute("aria-hidden") {
            Some("true") => Context::ARIA_HIDDEN,
            _ => Context::default(),
        };
        let body = match element.attribute("itemprop") {
            Some("articleBody" | "reviewBody" | "text") => Context::BODY_PROP,
            _ => Context::default(),
        };
        by_tag.and(by_role).and(hidden).and(body)
    }
}
