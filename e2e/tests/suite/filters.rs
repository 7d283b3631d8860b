//! What is filtered is said in every view and in what is saved, and each filter can be removed
//! where it is said.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;

use crate::own_files::CATCH;
use crate::run::in_every_engine;

in_every_engine!(
    filters_are_named_in_every_view_and_can_be_removed,
    a_filter_on_a_field_that_is_not_here_selects_nothing,
    a_saved_table_begins_with_its_header_and_is_named_after_what_it_shows,
);

const ARTICLES: &[(&str, &str)] = &[
    (
        "boats.txt",
        "Boats leave Peru\n\n3 March 2021\n\nThe boats left Peru for Chile in the morning, said the keeper \
         of the harbour, who counts them every week of the year.\n",
    ),
    (
        "hills.txt",
        "Snow on the hills of Norway\n\n9 April 2021\n\nSnow fell on the hills of Norway for a week, and \
         no boats left the harbour before the weekend, the keeper said.\n",
    ),
];

/// The names of the filters above the view.
const CHIPS: &str = "all('.filters a').map((a) => a.textContent.replace(' ×', ''))";

const VIEWS: [&str; 5] = ["overview", "articles", "countries", "contexts", "country&of=PE"];

fn start(page: &Page) -> Result<Site> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    Ok(site)
}

fn chips(page: &Page, want: &[&str]) -> Result<()> {
    page.wait_for(
        &format!("the filters {want:?}"),
        &format!("JSON.stringify({CHIPS}) === JSON.stringify(arguments[0])"),
        json!([want]),
    )
    .map(drop)
}

fn filters_are_named_in_every_view_and_can_be_removed(page: &Page) -> Result<()> {
    let _site = start(page)?;
    for view in VIEWS {
        page.follow(&format!("#view={view}&q=boats&country=PE,-NO&date=2021-03"))?;
        chips(page, &["names Peru", "does not name Norway", "March 2021"])?;
        page.wait(
            "the title of the tab",
            "document.title.startsWith('boats · names Peru · does not name Norway · March 2021 · ')",
        )?;
    }
    page.follow("#view=articles&q=boats&country=PE,-NO&date=2021-03")?;
    // On a telephone the filters themselves are folded.
    page.resize(390, 844)?;
    page.click("link", "Remove the filter: March 2021")?;
    chips(page, &["names Peru", "does not name Norway"])?;
    page.click("link", "Remove the filter: names Peru")?;
    chips(page, &["does not name Norway"])?;
    page.wait(
        "the results",
        "document.querySelector('#reading').innerText.includes('1 of 2 articles')",
    )?;
    page.click("link", "Remove the filter: does not name Norway")?;
    page.wait("no filters", "!document.querySelector('.filters')")?;
    page.resize(1440, 900)?;
    page.follow("#view=countries&count=names,repeats")?;
    chips(page, &["counted: names; with repeats"])
}

fn a_filter_on_a_field_that_is_not_here_selects_nothing(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=articles&f.collection=yours")?;
    page.wait(
        "no article",
        "document.querySelector('#reading').innerText.includes('0 of 2 articles')",
    )?;
    page.click("link", "Remove the filter: only yours")?;
    page.wait("both", "all('.result').length === 2")
}

fn a_saved_table_begins_with_its_header_and_is_named_after_what_it_shows(
    page: &Page,
) -> Result<()> {
    let _site = start(page)?;
    page.session.run(CATCH, json!([]))?;
    page.follow("#view=contexts&q=boats&date=2021-03")?;
    page.wait("the lines", "all('.kwic tbody tr').length > 0")?;
    page.click("button", "Save contexts as CSV")?;
    let text = page.wait_for("the file", "window.offered[0]", json!([]))?;
    let (name, text) = (&text[0], text[1].as_str().unwrap_or_default());
    let mut lines = text.lines();
    ensure!(
        lines.next() == Some("id,title,date,source,paragraph,left,node,right,byte"),
        "the first line is the header: {text}"
    );
    ensure!(
        lines.all(|line| line.starts_with("boats.txt,") && line.contains("2021-03-03")),
        "every row has the article and its date: {text}"
    );
    ensure!(*name == json!("dateline-contexts-of-boats-march-2021.csv"), "{name}");
    page.click("button", "More forms to save contexts in")?;
    page.click("button", "Save contexts as source of CSV")?;
    let source = page.wait_for("the source", "window.offered[1]", json!([]))?;
    let source: serde_json::Value = serde_json::from_str(source[1].as_str().unwrap_or_default())?;
    ensure!(
        source["url"] == *name && source["dc:provenance"].to_string().contains("query: boats"),
        "{source}"
    );
    Ok(())
}
