//! Any page is read without a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    dateline_html::read(html, None);
    dateline_html::paragraphs(html);
});
