//! Articles in other scripts: from right to left, without spaces, beside Latin text.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(other_scripts_are_read_in_their_direction, long_words_wrap);

const ARTICLES: &[(&str, &str)] = &[
    (
        "arabic.txt",
        "افتتاح الجسر الجديد\n\n\
         افتتح الوزراء الجسر الجديد يوم الثلاثاء بعد عام من العمل، وقال الحارس إن القوارب تعود إلى الميناء.\n\n\
         The keeper said in English that boats from Norway and China came back to the harbour.\n",
    ),
    (
        "chinese.txt",
        "新桥在星期二正式通车\n\n\
         新桥在星期二通车，桥梁管理员说，船只在一年之后回到了港口，市民在河边等待了很久，然后一起走过了这座桥。\n\n\
         管理员还说，明年春天要修第二座桥，市议会在会议之后同意了这个计划，并感谢了所有的工人。\n",
    ),
    (
        "hebrew.txt",
        "הגשר החדש נפתח\n\n\
         הגשר החדש נפתח ביום שלישי אחרי שנה של עבודה, אמר השומר, והסירות חזרו אל הנמל של העיר.\n",
    ),
];

fn other_scripts_are_read_in_their_direction(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    // A query, the number of its article, and the direction in which that is written.
    for (query, title, direction) in [
        ("الجسر", "افتتاح الجسر الجديد", "rtl"),
        ("新桥在星期二正式通车", "新桥在星期二正式通车", "ltr"),
        ("הגשר", "הגשר החדש נפתח", "rtl"),
    ] {
        page.follow("#view=articles")?;
        page.search(query)?;
        page.wait("one result", "all('.result').length === 1")?;
        let heading = page.session.run(
            "const title = document.querySelector('.result h3'); return [title.textContent, getComputedStyle(title).direction]",
            json!([]),
        )?;
        ensure!(heading == json!([title, direction]), "{query}: {heading}");
        page.click_css(".result > a")?;
        page.wait("a hit", "document.querySelector('#reader-text mark.hit')")?;
        let marked = page.value("all('#reader-text mark.hit').map((mark) => mark.textContent)")?;
        let marked: Vec<&str> =
            marked.as_array().into_iter().flatten().filter_map(|m| m.as_str()).collect();
        ensure!(
            !marked.is_empty() && marked.iter().all(|mark| *mark == query),
            "{query}: {marked:?}"
        );
        // Each paragraph has the direction of its own script, and begins on that side.
        let wrong = page.value(
            "all('#reader-text .block, #reader-text h2').filter((e) => { \
             const first = e.textContent.match(/\\p{L}/u)?.[0] ?? ''; \
             const rtl = /[\\u0590-\\u08ff]/.test(first); \
             const range = document.createRange(); range.selectNodeContents(e); \
             const line = range.getClientRects()[0]; const box = e.getBoundingClientRect(); \
             return getComputedStyle(e).direction !== (rtl ? 'rtl' : 'ltr') \
             || (rtl ? box.right - line.right : line.left - box.left) > 40; }).map((e) => e.textContent.slice(0, 30))",
        )?;
        ensure!(wrong == json!([]), "{query}: {wrong}");
    }
    Ok(())
}

/// Text without a place to break stays within its column.
fn long_words_wrap(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6);
    let chinese = "桥".repeat(300);
    let text =
        format!("{long}\n\nThe bridge to Norway is called {long} by its keeper.\n\n{chinese}。\n");
    corpus::open(page, &site, &[("long.txt", &text)])?;
    for view in [
        "#view=articles&q=bridge&doc=1",
        "#view=articles&q=bridge",
        "#view=contexts&q=bridge",
        "#view=country&of=NO",
    ] {
        page.follow(view)?;
        page.wait("the view", "document.querySelector('#app main')?.innerText.length > 20")?;
        page.settled()?;
        let over = page
            .value("document.documentElement.scrollWidth - document.documentElement.clientWidth")?;
        ensure!(over == 0, "{view} is {over} px too wide");
    }
    Ok(())
}
