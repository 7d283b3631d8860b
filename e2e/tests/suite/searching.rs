//! A query gives results, marks and counts, and all of them are the same numbers.

use anyhow::{Context, Result, ensure};
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::{self, Site};
use serde_json::Value;

use crate::run::in_every_engine;

in_every_engine!(
    every_number_is_the_marks_on_the_text,
    results_follow_every_keystroke,
    back_and_forward_walk_through_what_was_done,
    a_link_opens_the_same_view,
    the_one_file_page_answers_a_query,
    a_broken_query_is_repaired_and_said,
);

/// Facets, table and reader count the same mentions and the same hits.
fn every_number_is_the_marks_on_the_text(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=china"))?;
    let facets = facets(page)?;
    ensure!(facets.len() > 3, "a corpus about China mentions several countries: {facets:?}");
    let printed_hits = hits_in_words(page)?;
    let results = page.value("all('.result > a').map((link) => link.hash)")?;
    let results: Vec<&str> =
        results.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let (mut hits, mut mentions) = (0, vec![0; facets.len()]);
    for result in &results {
        page.follow(result)?;
        // The first piece of each mark carries its number and its country.
        page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
        page.settled()?;
        hits += count(page, "#reader-text [data-hit]")?;
        for (index, facet) in facets.iter().enumerate() {
            mentions[index] +=
                count(page, &format!("#reader-text [data-country='{}']", facet.code))?;
        }
    }
    ensure!(hits == printed_hits, "{printed_hits} hits are printed, {hits} are marked");
    page.follow("#view=countries&q=china")?;
    page.wait("the table", "document.querySelector('table.data tbody tr')")?;
    for (facet, marked) in facets.iter().zip(mentions) {
        ensure!(facet.mentions == marked, "{facet:?} but {marked} are marked");
        let cells = table_row(page, &facet.name)?;
        ensure!(
            cells.contains(&facet.mentions) && cells.contains(&facet.articles),
            "{facet:?} but the table's row has {cells:?}"
        );
    }
    Ok(())
}

fn results_follow_every_keystroke(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    let all = count(page, ".result")?;
    page.search("taliban NOT ")?;
    page.session.press(&["r", "u", "s", "s", "i", "a"])?;
    page.wait("the address", "location.hash.includes('russia')")?;
    page.wait("fewer results", &format!("all('.result').length < {all}"))?;
    let negated = page.value("all('mark.hit').some((mark) => /russia/i.test(mark.textContent))")?;
    ensure!(negated == false, "a negated word is marked");
    page.search("xyzzyplugh")?;
    page.wait("no results", "all('.result').length === 0")?;
    page.wait("a sentence", "document.querySelector('.results .empty')?.innerText.length > 10")?;
    page.click("button", "Clear")?;
    page.wait("all results", &format!("all('.result').length === {all}"))
}

fn back_and_forward_walk_through_what_was_done(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    let all = count(page, ".result")?;
    page.search("uzbekistan")?;
    page.session.press(&[key::ENTER])?;
    page.wait("fewer results", &format!("all('.result').length < {all}"))?;
    let found = count(page, ".result")?;
    page.click_css(".facet-name[aria-pressed=false]")?;
    page.wait("a chosen country", "document.querySelector('.facet-name[aria-pressed=true]')")?;
    page.session.back()?;
    page.wait("no chosen country", "!document.querySelector('.facet-name[aria-pressed=true]')")?;
    page.wait("the results of before", &format!("all('.result').length === {found}"))?;
    page.session.forward()?;
    page.wait("the chosen country", "document.querySelector('.facet-name[aria-pressed=true]')")
}

fn a_link_opens_the_same_view(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=taliban"))?;
    page.click_css(".facet-name[aria-pressed=false]")?;
    page.click_css(".result > a")?;
    page.wait("the hit of its passage", "document.querySelector('mark.hit.now')")?;
    let hit = page.value("new URLSearchParams(location.hash.slice(1)).get('hit')")?;
    page.click("button", "Next hit")?;
    // The address bar follows once what replaces an address has rested.
    page.wait_for(
        "its address",
        "![null, arguments[0]].includes(new URLSearchParams(location.hash.slice(1)).get('hit'))",
        serde_json::json!([hit]),
    )?;
    let announced = "all('[role=status]').some((said) => said.textContent.includes(
        `hit ${new URLSearchParams(location.hash.slice(1)).get('hit')} of`))";
    page.wait("its announcement", announced)?;
    page.settled()?;
    let shown = page.text("#app")?;
    let link = page.session.url()?;
    page.open(&link)?;
    page.wait("the hit again", "document.querySelector('mark.hit.now')")?;
    page.wait("its announcement again", announced)?;
    page.settled()?;
    let again = page.text("#app")?;
    let differs = shown.lines().zip(again.lines()).find(|(one, other)| one != other);
    ensure!(again == shown, "{link} opens another view: {differs:?}");
    Ok(())
}

fn the_one_file_page_answers_a_query(page: &Page) -> Result<()> {
    page.open(&site::one_file("#view=articles")?)?;
    let all = count(page, ".result")?;
    page.search("\"diplomatic relations\"")?;
    page.wait(
        "fewer results",
        &format!("all('.result').length > 0 && all('.result').length < {all}"),
    )?;
    page.wait("marks", "all('.result mark.hit').length > 0")?;
    page.click_css(".result > a")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
    let reading = page.text("#reading")?;
    ensure!(reading.contains("diplomatic relations"), "{reading}");
    Ok(())
}

fn a_broken_query_is_repaired_and_said(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    page.search("(china OR \"belt and")?;
    page.wait("the repair", "document.querySelector('#reading .repair')?.innerText.length > 5")?;
    page.wait("results all the same", "all('.result').length > 0")?;
    page.search("/.*/ NEAR/1000 /.+/")?;
    let told = "document.querySelector('#reading').innerText.includes('asks for too much')";
    page.wait("that it asks for too much", told)?;
    page.wait("no results", "all('.result').length === 0")?;
    page.search("china")?;
    page.wait("results again", "all('.result').length > 0")
}

/// A country as the facet shows it.
#[derive(Debug)]
struct Facet {
    code: String,
    name: String,
    articles: u64,
    mentions: u64,
}

/// The countries of the facet, all of them.
fn facets(page: &Page) -> Result<Vec<Facet>> {
    page.wait("the facet", "all('.facet[aria-label=Countries] .facet-name').length")?;
    page.session.run(
        "document.querySelector('.facet[aria-label=Countries] .facet-more')?.click()",
        serde_json::json!([]),
    )?;
    page.settled()?;
    let labels = page.value("all('.facet[aria-label=Countries] .facet-name').map((b) => b.ariaLabel ?? b.getAttribute('aria-label'))")?;
    let codes = codes(page)?;
    let mut facets = Vec::new();
    for label in labels.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let (name, counts) = label.split_once(": ").context("a facet says `name: counts`")?;
        let numbers = numbers(counts);
        ensure!(numbers.len() == 2, "expected articles and mentions in {label}");
        // A country whose mentions are none of those marked in the results has no code there.
        let Some(code) = codes.iter().find(|(known, _)| known == name) else { continue };
        facets.push(Facet {
            code: code.1.clone(),
            name: name.to_owned(),
            articles: numbers[0],
            mentions: numbers[1],
        });
    }
    Ok(facets)
}

/// Names and ISO codes from the links of the table of countries.
fn codes(page: &Page) -> Result<Vec<(String, String)>> {
    let here = page.session.url()?;
    page.follow("#view=countries")?;
    page.wait("the table", "document.querySelector('table.data tbody th a')")?;
    let pairs = page.value(
        "all('table.data tbody th a').map((a) => [a.innerText.trim(), new URLSearchParams(a.hash.slice(1)).get('country') ?? new URLSearchParams(a.hash.slice(1)).get('of')])",
    )?;
    page.follow(here.split_once('#').map_or("", |(_, fragment)| fragment))?;
    page.wait("the articles", "document.querySelector('.result')")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let pairs = pairs.as_array().into_iter().flatten();
    Ok(pairs.map(|pair| (text(&pair[0]), text(&pair[1]))).collect())
}

/// The numbers in the table's row of a country.
fn table_row(page: &Page, name: &str) -> Result<Vec<u64>> {
    let cells = page.value(&format!(
        "all('table.data tbody tr').filter((row) => row.querySelector('th')?.innerText.trim() === {name:?}).map((row) => [...row.querySelectorAll('td.num')].map((cell) => cell.innerText).join(' ; ')).join(' ; ')"
    ))?;
    Ok(numbers(cells.as_str().unwrap_or_default()))
}

fn count(page: &Page, css: &str) -> Result<u64> {
    let found = page
        .session
        .run("return document.querySelectorAll(arguments[0]).length", serde_json::json!([css]))?;
    found.as_u64().context("a count")
}

/// The number of hits in the line under the search box.
fn hits_in_words(page: &Page) -> Result<u64> {
    let line = page.text("#reading")?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let pair = words.windows(2).find(|pair| pair[1].starts_with("hit"));
    let pair = pair.with_context(|| format!("no hits in {line:?}"))?;
    Ok(numbers(pair[0]).first().copied().unwrap_or_default())
}

/// Whole numbers in a text; thousands may be set apart by commas.
fn numbers(text: &str) -> Vec<u64> {
    let plain = text.replace(',', "");
    let digits = plain.split(|c: char| !c.is_ascii_digit());
    digits.filter_map(|digits| digits.parse().ok()).collect()
}
