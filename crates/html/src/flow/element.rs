//! The effect of elements on the text in them.

use crate::dom::Element;

/// How an element takes part in the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Its text goes on in the line around it.
    Inline,
    /// It begins and ends a block.
    Block,
    /// It ends a line.
    Break,
    /// It stands for something that is no text, and parts words.
    Object,
    /// It is nothing at all.
    Nothing,
}

/// How an element takes part in the flow. What HTML does not know and is named by a
/// site (`<story-text>`) is a block.
pub(super) fn flow(element: &Element) -> Flow {
    match element.tag() {
        "br" => Flow::Break,
        "wbr" => Flow::Nothing,
        "img" | "picture" | "video" | "audio" | "embed" | "object" | "canvas" | "svg" | "input"
        | "iframe" | "map" => Flow::Object,
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "nobr" | "q"
        | "rb" | "ruby" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub" | "sup"
        | "time" | "tt" | "u" | "var" | "button" | "meter" | "progress" | "output" | "slot"
        | "math" | "mi" | "mn" | "mo" | "mrow" | "msup" | "msub" | "semantics" | "html"
        | "body" => Flow::Inline,
        _ => Flow::Block,
    }
}

/// Whether what stands in the element is never shown as text.
pub(crate) fn is_out(element: &Element) -> bool {
    matches!(
        element.tag(),
        "head"
            | "script"
            | "style"
            | "noscript"
            | "iframe"
            | "frame"
            | "frameset"
            | "noframes"
            | "object"
            | "embed"
            | "svg"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "select"
            | "option"
            | "datalist"
            | "button"
            | "input"
            | "textarea"
            | "annotation"
            | "annotation-xml"
            | "rp"
            | "rt"
            | "title"
    ) || element.tag() == "template" && !is_shadow(element)
}

/// Whether a template holds text that a browser shows in place of its host.
pub(super) fn is_shadow(element: &Element) -> bool {
    element.has("shadowrootmode") || element.has("shadowmode") || element.has("shadowroot")
}

/// Whether the page hides the element.
pub(super) fn is_hidden(element: &Element) -> bool {
    if matches!(element.tag(), "html" | "body" | "main" | "article") {
        return false;
    }
    let class = element.attribute("class").unwrap_or("");
    element.has("hidden")
        || class.split_ascii_whitespace().any(|c| c == "sf-hidden")
        || element.attribute("style").is_some_and(hides)
}

/// Whether an inline style takes the element out of the page.
fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let Some((name, value)) = rule.split_once(':') else { return false };
        let value = value.trim().trim_end_matches("!important").trim();
        match name.trim() {
            name if name.eq_ignore_ascii_case("display") => value.eq_ignore_ascii_case("none"),
            name if name.eq_ignore_ascii_case("visibility") => value.eq_ignore_ascii_case("hidden"),
            _ => false,
        }
    })
}
