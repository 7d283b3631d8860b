//! Archives of the web as crawlers write them, and archives of files. The pages are made up.

mod shared;

use expect_test::expect;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use shared::{check, zipped};
use std::io::Write;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Rain in Peru</title></head><body><article><h1>Rain in Peru</h1>\
    <p>It rained in Peru for a whole week, said the ministry on Monday.</p><p>The road above the lake was closed, and \
    no lorry has passed since then.</p></article></body></html>";

/// A record of a WARC.
fn record(kind: &str, url: &str, mime: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// A response with this coding of its body.
fn response(url: &str, coding: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n");
    record("response", url, "application/http; msgtype=response", &[head.as_bytes(), body].concat())
}

#[test]
fn every_coding_of_http() {
    let page = |n: usize| PAGE.replace("a whole week", &format!("{n} weeks"));
    let zlib = |text: &str| {
        let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
        out.write_all(text.as_bytes()).and_then(|()| out.finish()).expect("memory")
    };
    let bare = |text: &str| {
        let mut out = DeflateEncoder::new(Vec::new(), Compression::default());
        out.write_all(text.as_bytes()).and_then(|()| out.finish()).expect("memory")
    };
    let gzip = |text: &str| {
        let mut out = GzEncoder::new(Vec::new(), Compression::default());
        out.write_all(text.as_bytes()).and_then(|()| out.finish()).expect("memory")
    };
    let zstd = |text: &str| {
        ruzstd::encoding::compress_to_vec(
            text.as_bytes(),
            ruzstd::encoding::CompressionLevel::Fastest,
        )
    };
    let brotli = |text: &str| {
        let mut out = Vec::new();
        brotli::BrotliCompress(
            &mut text.as_bytes(),
            &mut out,
            &brotli::enc::BrotliEncoderParams::default(),
        )
        .expect("memory");
        out
    };
    let warc = [
        response("https://lake.example/1", "deflate", &zlib(&page(1))),
        response("https://lake.example/2", "deflate", &bare(&page(2))),
        response("https://lake.example/3", "gzip", &gzip(&page(3))),
        response("https://lake.example/4", "zstd", &zstd(&page(4))),
        response("https://lake.example/5", "br", &brotli(&page(5))),
        response("https://lake.example/6", "gzip", page(6).as_bytes()),
        response("https://lake.example/7", "br", b"\xFF\xFF\xFF\xFF"),
        response("https://lake.example/8", "x-own", page(8).as_bytes()),
    ];
    check(
        "codings.warc",
        &warc.concat(),
        expect![[r#"
            codings.warc#1 (HTML)
              title: Rain in Peru
              url: https://lake.example/1
              text: Rain in Peru⏎⏎It rained in Peru for 1 weeks,  … o lorry has passed since then. (3)
            codings.warc#2 (HTML)
              title: Rain in Peru
              url: https://lake.example/2
              text: Rain in Peru⏎⏎It rained in Peru for 2 weeks,  … o lorry has passed since then. (3)
            codings.warc#3 (HTML)
              title: Rain in Peru
              url: https://lake.example/3
              text: Rain in Peru⏎⏎It rained in Peru for 3 weeks,  … o lorry has passed since then. (3)
            codings.warc#4 (HTML)
              title: Rain in Peru
              url: https://lake.example/4
              text: Rain in Peru⏎⏎It rained in Peru for 4 weeks,  … o lorry has passed since then. (3)
            codings.warc#5 (HTML)
              title: Rain in Peru
              url: https://lake.example/5
              text: Rain in Peru⏎⏎It rained in Peru for 5 weeks,  … o lorry has passed since then. (3)
            codings.warc#6 (HTML)
              title: Rain in Peru
              url: https://lake.example/6
              text: Rain in Peru⏎⏎It rained in Peru for 6 weeks,  … o lorry has passed since then. (3)
            skipped codings.warc#7: https://lake.example/7: its br compression cannot be undone: damaged: Invalid Data; copy it again
            codings.warc#8 (HTML)
              title: Rain in Peru
              url: https://lake.example/8
              text: Rain in Peru⏎⏎It rained in Peru for 8 weeks,  … o lorry has passed since then. (3)
        "#]],
    );
}

#[test]
fn records_as_they_are_meant() {
    let text = "Rain in Peru\n\nIt rained in Peru for a whole week, said the ministry on Monday.";
    let warc = [
        record("warcinfo", "", "application/warc-fields", b"software: x"),
        record(
            "resource",
            "metadata://gnu.org/software/wget/warc/wget.log",
            "text/plain",
            b"a log",
        ),
        record("resource", "urn:text:https://lake.example/1", "text/plain", text.as_bytes()),
        record(
            "response",
            "https://lake.example/0",
            "application/http",
            b"HTTP/1.1 404 Not Found\r\n\r\nno",
        ),
        response("https://lake.example/1", "identity", PAGE.as_bytes()),
        response("https://lake.example/1", "identity", PAGE.as_bytes()),
        record(
            "response",
            "https://lake.example/h2",
            "application/http",
            format!(
                "HTTP/2 200\r\nContent-Type: text/html\r\n\r\n{}",
                PAGE.replace("Monday", "Friday")
            )
            .as_bytes(),
        ),
        record("conversion", "https://lake.example/1", "text/plain", text.as_bytes()),
        record("conversion", "https://lake.example/2", "text/plain", text.as_bytes()),
        record(
            "resource",
            "https://lake.example/3.html",
            "text/html",
            PAGE.replace("Monday", "Sunday").as_bytes(),
        ),
        record(
            "revisit",
            "https://lake.example/1",
            "application/http",
            b"HTTP/1.1 304 Not Modified\r\n\r\n",
        ),
        record(
            "revisit",
            "https://lake.example/9",
            "application/http",
            b"HTTP/1.1 304 Not Modified\r\n\r\n",
        ),
    ];
    check(
        "crawl.warc",
        &warc.concat(),
        expect![[r#"
            crawl.warc#5 (HTML)
              title: Rain in Peru
              url: https://lake.example/1
              text: Rain in Peru⏎⏎It rained in Peru for a whole w … o lorry has passed since then. (3)
            skipped crawl.warc#6: a page that was crawled before, with the same text
            crawl.warc#7 (HTML)
              title: Rain in Peru
              url: https://lake.example/h2
              text: Rain in Peru⏎⏎It rained in Peru for a whole w … o lorry has passed since then. (3)
            skipped crawl.warc#8: a page that was crawled before, with the same text
            skipped crawl.warc#9: a page that was crawled before, with the same text
            crawl.warc#10 (HTML)
              title: Rain in Peru
              url: https://lake.example/3.html
              text: Rain in Peru⏎⏎It rained in Peru for a whole w … o lorry has passed since then. (3)
            skipped crawl.warc: https://lake.example/9: unchanged since an earlier crawl, whose file holds the page; bring that file too
        "#]],
    );
    let members: &[(&str, &[u8])] = &[
        ("archive/data.warc", &response("https://lake.example/1", "identity", PAGE.as_bytes())),
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b"{\"title\": \"Rain\", \"text\": \"It rained.\"}"),
        ("indexes/index.cdx", b"x"),
    ];
    check(
        "site.wacz",
        &zipped(members),
        expect![[r#"
            site.wacz/archive/data.warc#1 (HTML)
              title: Rain in Peru
              url: https://lake.example/1
              text: Rain in Peru⏎⏎It rained in Peru for a whole w … o lorry has passed since then. (3)
            skipped site.wacz/datapackage.json: a list or an index of a web archive
            skipped site.wacz/indexes/index.cdx: a list or an index of a web archive
            skipped site.wacz/pages/pages.jsonl: a list or an index of a web archive
        "#]],
    );
    check(
        "package.zip",
        &zipped(&[("datapackage.json", b"{}"), ("a.txt", b"It rained.")]),
        expect![[r#"
            package.zip/a.txt (text)
              text: It rained. (1)
            skipped package.zip/datapackage.json: no value in it; remove it or fill it
        "#]],
    );
}

/// A member of a tar archive.
fn member(name: &str, kind: u8, bytes: &[u8]) -> Vec<u8> {
    let mut head = [0_u8; 512];
    head[..name.len()].copy_from_slice(name.as_bytes());
    head[100..107].copy_from_slice(b"0000644");
    head[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
    head[156] = kind;
    head[257..263].copy_from_slice(b"ustar\0");
    head[148..156].copy_from_slice(b"        ");
    let sum: u32 = head.iter().map(|b| u32::from(*b)).sum();
    head[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    let padding = vec![0; bytes.len().div_ceil(512) * 512 - bytes.len()];
    [&head[..], bytes, &padding].concat()
}

#[test]
fn tar() {
    let long = format!("{}/rain.txt", "deep".repeat(30));
    let whole = [
        member("articles/", b'5', b""),
        member("articles/rain.txt", b'0', b"It rained in Peru."),
        member("././@LongLink", b'L', long.as_bytes()),
        member("short", b'0', b"It rained in Chile."),
        member("x", b'x', b"21 path=r\xC3\xA9gen.txt\n"),
        member("y", b'0', b"It rained in Bolivia."),
        member("link.txt", b'2', b""),
        member("../up.txt", b'0', b"It rained."),
        member("Thumbs.db", b'0', b"x"),
        vec![0; 1024],
    ]
    .concat();
    check(
        "a.tar",
        &whole,
        expect![[r#"
        a.tar/articles/rain.txt (text)
          text: It rained in Peru. (1)
        a.tar/deepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeepdeep/rain.txt (text)
          text: It rained in Chile. (1)
        a.tar/régen.txt (text)
          text: It rained in Bolivia. (1)
        skipped a.tar/link.txt: a link to another file; pack the file itself
        skipped a.tar/../up.txt: its path leads out of the archive; rename it
        skipped a.tar/Thumbs.db: a file of the system
    "#]],
    );
    check(
        "cut.tar",
        &whole[..1600],
        expect![[r#"
        cut.tar/articles/rain.txt (text)
          text: It rained in Peru. (1)
        skipped cut.tar: cut off: it ends too early; copy it again
    "#]],
    );
    check(
        "a.tar",
        b"It rained in Peru.",
        expect![[r#"
        skipped a.tar: cut off: it ends too early; copy it again
    "#]],
    );
}

#[test]
fn what_is_no_page() {
    let robots =
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /private\n";
    let http = "application/http; msgtype=response";
    let rows = [
        (
            "robots.warc",
            record("response", "https://lake.example/robots.txt", http, robots),
            "no web page in this archive",
        ),
        (
            "own.warc",
            record("resource", "urn:text:https://lake.example/1", "text/plain", b"It rained."),
            "nothing but what the crawler wrote about its work",
        ),
        (
            "old.arc",
            b"filedesc://old.arc 0.0.0.0 20241127100000 text/plain 77\n".to_vec(),
            "an ARC file, the form before WARC; make a WARC of it (warcio recompress)",
        ),
    ];
    for (name, bytes, reason) in rows {
        let told = shared::told(name, &bytes, dateline_formats::Limits::default());
        assert_eq!(told, format!("skipped {name}: {reason}\n"));
    }
}
