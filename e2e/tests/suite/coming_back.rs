//! Back leads to where the reader was: how far the page was scrolled, and how many lines were open.

use anyhow::Result;
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(back_returns_to_the_place_in_a_long_list);

const PEOPLE: [&str; 20] = [
    "Sailors",
    "Farmers",
    "Bakers",
    "Miners",
    "Teachers",
    "Drivers",
    "Doctors",
    "Painters",
    "Tailors",
    "Singers",
    "Masons",
    "Weavers",
    "Lawyers",
    "Printers",
    "Gardeners",
    "Butchers",
    "Judges",
    "Students",
    "Pilots",
    "Clerks",
];
const PLACES: [&str; 8] = [
    "on the northern shore",
    "behind the old market",
    "below the castle",
    "near the railway bridge",
    "along the river",
    "at the mouth of the bay",
    "under the lighthouse",
    "opposite the school",
];

/// Many articles that each say a word often, in one paragraph: copies of one would count once.
fn articles() -> Vec<(String, String)> {
    let sentence = |n: usize| {
        let (people, place) = (PEOPLE[n % PEOPLE.len()], PLACES[n % PLACES.len()]);
        format!("{people} {place} in Peru counted boats, and painted boats for Chile.")
    };
    let text = |number: usize| {
        let body: Vec<String> = (number..number + 6).map(sentence).collect();
        format!("{} and their boats\n\n{}\n", PEOPLE[number % PEOPLE.len()], body.join(" "))
    };
    (0..40).map(|number| (format!("article-{number}.txt"), text(number))).collect()
}

fn back_returns_to_the_place_in_a_long_list(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    let articles = articles();
    let articles: Vec<(&str, &str)> =
        articles.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    corpus::open(page, &site, &articles)?;
    for (view, part, more) in [
        ("contexts&q=boats", ".kwic", true),
        ("articles&q=boats", ".result-list", false),
        ("country&of=PE", ".measures", false),
    ] {
        page.follow(&format!("#view={view}"))?;
        page.wait("the view", &format!("document.querySelector('{part}') && document.documentElement.scrollHeight > 1.3 * innerHeight"))?;
        if more {
            let rows = page.value("all('.kwic tbody tr').length")?;
            page.session.run(
                "document.querySelector('.more button').scrollIntoView(); document.querySelector('.more button').click()",
                json!([]),
            )?;
            page.wait("more lines", &format!("all('.kwic tbody tr').length > {rows}"))?;
        }
        page.settled()?;
        page.session.run("scrollTo(0, document.documentElement.scrollHeight * 0.7)", json!([]))?;
        page.settled()?;
        // What is drawn there may move it once more.
        page.wait("the place", "scrollY > 100 && window.place === (window.place = scrollY)")?;
        page.follow("#view=about")?;
        page.wait("another view", "document.querySelector('.about') && scrollY === 0")?;
        page.session.run("history.back()", json!([]))?;
        page.wait(
            &format!("the place in {view}"),
            "!document.querySelector('.about') && Math.abs(scrollY - window.place) < 3",
        )?;
    }
    Ok(())
}
