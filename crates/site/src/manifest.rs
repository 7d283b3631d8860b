//! The web app manifest: what a browser needs to install the site as an app. Everything in
//! it is relative to the folder of the site, so that it may lie anywhere.

use anyhow::Result;
use serde_json::json;

use crate::{Articles, hash};

/// The program's icons: name, bytes, ending, media type, size and purpose. Drawn from
/// `icon.svg`; the large one fills its square, so that systems can cut it to their shape.
const ICONS: [Icon; 3] = [
    Icon {
        bytes: include_bytes!("../assets/icon.svg"),
        ending: "svg",
        media: "image/svg+xml",
        size: "any",
        purpose: "any",
    },
    Icon {
        bytes: include_bytes!("../assets/icon-192.png"),
        ending: "png",
        media: "image/png",
        size: "192x192",
        purpose: "any",
    },
    Icon {
        bytes: include_bytes!("../assets/icon-512.png"),
        ending: "png",
        media: "image/png",
        size: "512x512",
        purpose: "maskable",
    },
];

/// Ground of the page and ground in the dark, as in `styles/tokens.css`.
const GROUND: [(&str, &str); 2] = [("light", "#fbfaf6"), ("dark", "#141618")];

struct Icon {
    bytes: &'static [u8],
    ending: &'static str,
    media: &'static str,
    size: &'static str,
    purpose: &'static str,
}

impl Icon {
    fn name(&self) -> String {
        hash::name("icon", self.bytes, self.ending)
    }
}

/// The icons: name and bytes.
pub fn icons() -> impl Iterator<Item = (String, &'static [u8])> {
    ICONS.iter().map(|icon| (icon.name(), icon.bytes))
}

/// The manifest of a site with these articles, as JSON.
///
/// # Errors
/// Never in practice: when it cannot be written as JSON.
pub fn manifest(articles: &Articles<'_>) -> Result<String> {
    let name = if articles.title.is_empty() { "Dateline" } else { articles.title };
    let icon = |icon: &Icon| {
        let Icon { media, size, purpose, .. } = icon;
        json!({ "src": format!("./{}", icon.name()), "type": media, "sizes": size, "purpose": purpose })
    };
    let [(_, light), _] = GROUND;
    // Without an `id`, the app is known by its start, so that several may share an origin.
    Ok(serde_json::to_string(&json!({
        "name": name,
        "start_url": "./",
        "scope": "./",
        // With the browser's own way back: the address is the state.
        "display": "minimal-ui",
        "background_color": light,
        "theme_color": light,
        "icons": ICONS.iter().map(icon).collect::<Vec<_>>(),
    }))?)
}

/// The lines about it in the head of the page.
#[must_use]
pub fn head(manifest: &str) -> String {
    let touch = ICONS[1].name();
    let colour = |(scheme, colour): (&str, &str)| {
        format!(
            "<meta name=\"theme-color\" content=\"{colour}\" \
             media=\"(prefers-color-scheme: {scheme})\">\n"
        )
    };
    format!(
        "{}<link rel=\"manifest\" href=\"./{manifest}\">\n\
         <link rel=\"apple-touch-icon\" href=\"./{touch}\">",
        GROUND.map(colour).concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_site_and_its_icons_in_its_folder() {
        let of = |title| {
            let articles = Articles { pack: b""[..].into(), frame: "", title, language: "" };
            let text = manifest(&articles).expect("a manifest");
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON")
        };
        assert_eq!(of("")["name"], "Dateline");
        let manifest = of("Rain \"and\" <shine>");
        assert_eq!(manifest["name"], "Rain \"and\" <shine>");
        let known: Vec<String> = icons().map(|(name, _)| format!("./{name}")).collect();
        let named: Vec<&str> = manifest["icons"]
            .as_array()
            .expect("icons")
            .iter()
            .filter_map(|i| i["src"].as_str())
            .collect();
        assert_eq!(named, known);
        for key in ["start_url", "scope"] {
            assert_eq!(manifest[key], "./", "{key}");
        }
    }

    /// Width and height stand in the first chunk of a PNG.
    #[test]
    fn pictures_have_the_sizes_that_are_said() {
        for icon in ICONS.iter().filter(|icon| icon.ending == "png") {
            let side = |at: usize| {
                icon.bytes[at..at + 4].iter().fold(0, |n, byte| n << 8 | u32::from(*byte))
            };
            assert_eq!(format!("{}x{}", side(16), side(20)), icon.size);
        }
    }

    #[test]
    fn the_colours_are_those_of_the_page() {
        let tokens = concat!(env!("CARGO_MANIFEST_DIR"), "/../../styles/tokens.css");
        let tokens = std::fs::read_to_string(tokens).expect("the stylesheet");
        let [(_, light), (_, dark)] = GROUND;
        assert!(tokens.contains(&format!("--ground: light-dark({light}, {dark});")));
        let head = head("manifest.json");
        for part in [light, dark, "href=\"./manifest.json\""] {
            assert!(head.contains(part), "{part}");
        }
    }
}
