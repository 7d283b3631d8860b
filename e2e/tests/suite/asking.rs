//! Asking: what helps when nothing is found, dates by typing and by pointing, the list of results by
//! keys, and where a result opens.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(
    an_empty_answer_says_what_empties_it,
    dates_are_typed_and_drawn,
    results_are_one_stop_and_keys_go_to_the_article_and_back,
    the_overview_says_what_the_page_is_for,
    lines_of_context_are_as_wide_as_wanted,
);

const ARTICLES: &[(&str, &str)] = &[
    (
        "boats.txt",
        "Boats leave Peru\n\n3 March 2021\n\nThe harbour was quiet all through the long winter, and nobody \
         came to paint the sheds or to mend the nets before the days grew longer again, said the \
         keeper.\n\nThe boats left Peru for Chile in the morning, and every tanker waited.\n",
    ),
    (
        "hills.txt",
        "Snow on the hills of Norway\n\n9 April 2021\n\nSnow fell on the hills of Norway for a week, and \
         no boats left the harbour before the weekend, the keeper said.\n",
    ),
    (
        "rain.txt",
        "Rain on the coast of Chile\n\n2 May 2021\n\nRain fell on the coast of Chile and on Peru, and the \
         boats stayed away from the open sea until the wind had turned.\n",
    ),
];

fn start(page: &Page) -> Result<Site> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    Ok(site)
}

fn an_empty_answer_says_what_empties_it(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=articles&q=boats%20cromulently")?;
    page.wait(
        "the word that no article has",
        "document.querySelector('.repairs')?.innerText.includes('No article matches “cromulently”.')",
    )?;
    page.click("link", "boats")?;
    page.wait("what is found without it", "all('.result').length === 3")?;
    page.follow("#view=articles&q=who%20left%20the%20harbour%20before%20dawn?")?;
    page.wait(
        "the question without its small words",
        "document.querySelector('.repairs')?.innerText.includes('Without “who” and “dawn”')",
    )?;
    page.follow("#view=overview&q=boat&country=NO&date=2021-03")?;
    page.wait(
        "the filters",
        "document.querySelector('.repairs')?.innerText.includes('Without the filters, did you mean boats?')",
    )?;
    for view in ["overview", "articles", "countries", "contexts"] {
        page.follow(&format!("#view={view}&q=boats&country=NO&date=2021-03"))?;
        page.wait(
            &format!("what the filters leave out, in {view}"),
            "document.querySelector('.repairs')?.innerText.includes('Without the filters: boats 3 articles')",
        )?;
    }
    page.follow("#view=articles&q=open?")?;
    page.wait(
        "a question mark is no letter",
        "all('.result').length === 1
         && document.querySelector('#reading').innerText.includes('read as punctuation')",
    )
}

fn dates_are_typed_and_drawn(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=articles&q=peru,%20norway%20date:March%202021")?;
    page.wait("one article of both series", "all('.result').length === 1")?;
    page.follow("#view=articles")?;
    page.click("button", "From … to …")?;
    let field = page.wait_for("the form", "document.querySelector('#dates-from')", json!([]))?;
    let field = dateline_e2e::session::element(&field)?;
    page.session.type_into(&field, "April 2021")?;
    page.session.press(&[key::ENTER])?;
    page.wait(
        "articles since April",
        "all('.result').length === 2 && location.hash.includes('date=2021-04..')",
    )?;
    page.follow("#view=articles")?;
    page.wait("the months", "all('.months a').length === 3")?;
    // Loads what listens.
    page.settled()?;
    page.wait(
        "the months from the first to the second bar",
        "(() => {
            const [first, second] = all('.months a');
            const point = (name, link) =>
                link?.dispatchEvent(new PointerEvent(name, { bubbles: true, isPrimary: true }));
            if (!location.hash.includes('date=')) {
                point('pointerdown', first);
                point('pointerover', second);
                point('pointerup', second);
            }
            return location.hash.includes('date=2021-03..2021-04') && all('.result').length === 2;
        })()",
    )
}

fn results_are_one_stop_and_keys_go_to_the_article_and_back(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=articles&q=boats")?;
    page.wait("the results", "all('.result').length === 3")?;
    let stops = page.value("all('.result > a').filter((link) => link.tabIndex === 0).length")?;
    ensure!(stops == 1, "{stops} results are tab stops");
    page.search("tanker boats")?;
    page.wait("one result", "all('.result').length === 1")?;
    page.session.press(&[key::DOWN])?;
    page.wait("the result", "document.activeElement.id.startsWith('result-')")?;
    page.session.press(&[key::ENTER])?;
    page.wait("the text of the article", "document.activeElement.id === 'reader-text'")?;
    // Its title has the word too, but the paragraph has both.
    page.wait(
        "the hit of the passage",
        "document.querySelector('mark.hit.now')?.closest('p')?.textContent.includes('tanker')",
    )?;
    page.wait(
        "the announcement",
        "all('[role=status]').some((said) => /^Article: Boats leave Peru; hit \\d of 3$/.test(said.textContent))",
    )?;
    page.session.press(&[key::ESCAPE])?;
    page.wait("the result again", "document.activeElement.id.startsWith('result-')")
}

fn the_overview_says_what_the_page_is_for(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=overview")?;
    page.wait("three questions", "all('.questions a').length === 3")?;
    page.click("link", "Which articles name both Chile and Peru?")?;
    page.wait("both articles", "all('.result').length === 2")?;
    page.follow("#view=articles")?;
    page.wait(
        "what each chip counts",
        "all('.facet .chip').length >= 7 && all('.facet .chip').every((chip) => chip.title.length > 10)",
    )
}

fn lines_of_context_are_as_wide_as_wanted(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.follow("#view=contexts&q=tanker&width=3")?;
    page.wait(
        "three words",
        "document.querySelector('.kwic .left')?.textContent.trim() === 'morning, and every'",
    )?;
    page.follow("#view=contexts&q=tanker&width=10")?;
    page.wait(
        "ten words",
        "document.querySelector('.kwic .left')?.textContent.trim().startsWith('boats left Peru for')",
    )
}
