//! The Content-Security-Policy: what the page may load, run and send.
//!
//! It is the reader's proof that nothing leaves the tab. No inline script, no inline style, no
//! other host; the one-file page may not open any connection at all.

use crate::hash;

/// The policy of the hosted page: its own files and nothing else. `connect-src 'self'` is what
/// fetching the wasm and a corpus file beside the page takes, `worker-src` and `manifest-src` what
/// keeping and installing it do. The worker that reads a reader's files is a `blob:`, made from the
/// page's own bytes, so that this policy holds for it too.
#[must_use]
pub fn hosted() -> String {
    join(&[
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
    ])
}

/// The policy of the one-file page: exactly this script and this style, and no connections.
#[must_use]
pub fn one_file(script: &str, style: &str) -> String {
    join(&[
        &format!("script-src {} 'wasm-unsafe-eval'", hash::source(script)),
        &format!("style-src {}", hash::source(style)),
        "img-src data: blob:",
        "connect-src 'none'",
        "worker-src blob:",
    ])
}

/// The policy as the element that must come before everything it governs.
#[must_use]
pub fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn join(allowed: &[&str]) -> String {
    let always = ["default-src 'none'"];
    let never = ["base-uri 'none'", "form-action 'none'"];
    [&always[..], allowed, &never[..]].concat().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_page_allows_inline_code_or_another_host() {
        let policies = [hosted(), one_file("run()", "a{}")];
        for policy in policies {
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            for forbidden in ["unsafe-inline", "'unsafe-eval'", "http", "*"] {
                assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
            }
        }
        assert!(one_file("", "").contains("connect-src 'none'"));
        for own in ["worker-src 'self'", "manifest-src 'self'"] {
            assert!(hosted().contains(own) && !one_file("", "").contains(own));
        }
        // What reads a reader's files.
        assert!(
            hosted().contains("'self' blob:;") && one_file("", "").contains("worker-src blob:;")
        );
    }
}
