//! What a reader's settings ask of the page: print, forced colours, less motion. Chromium pretends
//! to have them; in the other engines the page's own rules for them are made to hold.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::engine::Engine;
use crate::page::Page;

/// One of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// On paper.
    Print,
    /// Colours of the system instead of the page's.
    ForcedColours,
    /// Less motion.
    LessMotion,
}

impl Media {
    /// Media queries that hold, and those that do not, as style sheets print them.
    fn queries(self) -> (&'static str, &'static str) {
        match self {
            Self::Print => ("print", "screen"),
            Self::ForcedColours => ("(forced-colors: active)", "(forced-colors: none)"),
            Self::LessMotion => {
                ("(prefers-reduced-motion: reduce)", "(prefers-reduced-motion: no-preference)")
            }
        }
    }
}

/// Shows the page under a setting, until it is loaded again.
///
/// # Errors
/// When the engine refuses, or the page has no rule for the setting.
pub fn pretend(page: &Page, media: Media) -> Result<()> {
    if page.session.engine() == Engine::Chromium {
        let feature = |name: &str, value: &str| json!([{ "name": name, "value": value }]);
        let parameters = match media {
            Media::Print => json!({ "media": "print" }),
            Media::ForcedColours => json!({ "features": feature("forced-colors", "active") }),
            Media::LessMotion => json!({ "features": feature("prefers-reduced-motion", "reduce") }),
        };
        page.session.chromium("Emulation.setEmulatedMedia", parameters)?;
    } else {
        let (holds, fails) = media.queries();
        let changed = page.session.run(MAKE_HOLD, json!([holds, fails]))?;
        ensure!(changed.as_u64() > Some(0), "no style sheet has a rule for {media:?}");
    }
    page.settled()
}

/// Rewrites media queries in the page's style sheets; answers how many hold now.
const MAKE_HOLD: &str = "\
    const [holds, fails] = arguments; let changed = 0; \
    const walk = (rules) => { for (const rule of rules) { \
      if (rule.media?.mediaText === holds) { rule.media.mediaText = 'all'; changed += 1; } \
      else if (rule.media?.mediaText === fails) rule.media.mediaText = 'not all'; \
      if (rule.cssRules) walk(rule.cssRules); } }; \
    for (const sheet of document.styleSheets) walk(sheet.cssRules); \
    return changed;";
