//! Nothing leaves the page, nothing breaks its policy, and nothing goes wrong quietly.

use anyhow::{Result, ensure};
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use dateline_e2e::watch;

use crate::run::in_every_engine;

in_every_engine!(no_view_asks_another_host_or_breaks_the_policy);

const VIEWS: [&str; 6] = ["overview", "articles", "countries", "contexts", "yours", "about"];

fn no_view_asks_another_host_or_breaks_the_policy(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    for view in VIEWS {
        page.follow(&format!("#view={view}&q=china"))?;
        page.wait(view, "document.querySelector('#app main')")?;
    }
    let seen = watch::seen(&page.session)?;
    ensure!(seen.is_empty(), "{}", seen.join("\n"));
    let foreign = watch::foreign(&page.session, &site.origin())?;
    ensure!(foreign.is_empty(), "asked other hosts: {}", foreign.join(", "));
    Ok(())
}
