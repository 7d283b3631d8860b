//! Any text is read without a panic, into blocks that lie in order within it.

#![no_main]

use dateline_reading::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for block in read(text).blocks {
        assert!(block.span.start >= end && !block.span.of(text).is_empty());
        end = block.span.end;
    }
});
