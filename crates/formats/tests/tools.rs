//! Files as whole programs write them (`samples/make_tools.py`): Chromium's prints, calibre's
//! news, Outlook's messages, Safari's web archives.

mod shared;

use expect_test::expect;
use shared::{check, sample};

#[test]
fn printed_pages() {
    check(
        "printed.pdf",
        &sample("printed.pdf"),
        expect![[r#"
            printed.pdf (PDF)
              title: Ferry returns to the lake between Bolivia and Peru
              source: The Valley Courier
              url: http://127.0.0.1:8931/printed.html
              text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
              note: lines above and below the text of pages left out: 2
        "#]],
    );
    check(
        "columns.pdf",
        &sample("columns.pdf"),
        expect![[r#"
            columns.pdf (PDF)
              title: Ferry returns to the lake between Bolivia and Peru
              source: The Valley Courier
              text: Ferry returns to the lake between⏎⏎Bolivia an … spute between the two offices. (8)
        "#]],
    );
    check(
        "arabic.pdf",
        &sample("arabic.pdf"),
        expect![[r#"
        arabic.pdf (PDF)
          title: Ferry returns to the lake between Bolivia and Peru
          source: The Valley Courier
          text: Ferry returns to the lake between Bolivia and …  לפרו ביום חמישי אחרי 11 שנים. (5)
    "#]],
    );
}

#[test]
fn news_of_calibre() {
    check(
        "calibre.epub",
        &sample("calibre.epub"),
        expect![[r#"
        calibre.epub#feed_0/article_0/index_u4.html (EPUB)
          title: Ferry returns to the lake between Bolivia and Peru (0)
          source: The Valley Courier
          url: http://127.0.0.1:8931/0.html
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
        calibre.epub#feed_0/article_1/index_u3.html (EPUB)
          title: Ferry returns to the lake between Bolivia and Peru (1)
          source: The Valley Courier
          url: http://127.0.0.1:8931/1.html
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
        calibre.epub#feed_1/article_0/index_u5.html (EPUB)
          title: Ferry returns to the lake between Bolivia and Peru (2)
          source: The Valley Courier
          url: http://127.0.0.1:8931/2.html
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
        calibre.epub#feed_1/article_1/index_u2.html (EPUB)
          title: Ferry returns to the lake between Bolivia and Peru (3)
          source: The Valley Courier
          url: http://127.0.0.1:8931/3.html
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
        skipped calibre.epub#titlepage.xhtml: a page of a book without text
        skipped calibre.epub#index_u6.html: a list of the articles of a book
        skipped calibre.epub#feed_0/index.html: a list of the articles of a book
        skipped calibre.epub#feed_1/index_u1.html: a list of the articles of a book
    "#]],
    );
}

#[test]
fn messages_of_outlook() {
    check(
        "outlook.msg",
        &sample("outlook.msg"),
        expect![[r#"
        outlook.msg (e-mail)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-04T04:30, Date of the message
          source: Ana Writer
          text: A ferry crossed the lake on Thursday for the  … spute between the two offices. (3)
          note: the date is that of UTC; the message does not say the sender's zone
    "#]],
    );
    check(
        "passed-on.msg",
        &sample("passed-on.msg"),
        expect![[r#"
        passed-on.msg#1 (e-mail)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-04T04:30, Date of the message
          source: Ana Writer
          text: A ferry crossed the lake on Thursday for the  … spute between the two offices. (3)
          note: passed on with the words "See below."
          note: attachments left out: 1 (timetable.pdf)
          note: the date is that of UTC; the message does not say the sender's zone
    "#]],
    );
    let mut cut = sample("outlook.msg");
    cut.truncate(2000);
    check(
        "outlook.msg",
        &cut,
        expect![[r#"
        skipped outlook.msg: damaged: DIFAT refers to sector 13, but sector count is only 3; save the message again as .eml
    "#]],
    );
    check(
        "other.msg",
        &sample("plain.txt"),
        expect![[r#"
        skipped other.msg: damaged: Invalid CFB file (wrong magic number): [43, 6f, 70, 70, 65, 72, 20, 6d]; save the message again as .eml
    "#]],
    );
}

#[test]
fn web_archives_of_safari() {
    check(
        "page.webarchive",
        &sample("page.webarchive"),
        expect![[r#"
        page.webarchive (webarchive)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-03, a date by the headline
          url: https://courier.example/ferry
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
          note: read as UTF-16LE, which its zero bytes show
    "#]],
    );
    check(
        "page-xml.webarchive",
        &sample("page-xml.webarchive"),
        expect![[r#"
        page-xml.webarchive (webarchive)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-03, a date by the headline
          url: https://courier.example/ferry
          language: en
          text: Ferry returns to the lake between Bolivia and … spute between the two offices. (6)
          note: read as UTF-16LE, which its zero bytes show
    "#]],
    );
    let mut cut = sample("page.webarchive");
    cut.truncate(1000);
    check(
        "page.webarchive",
        &cut,
        expect![[r#"
        skipped page.webarchive: damaged: InvalidTrailerObjectOffsetSize (offset 968); save the page again
    "#]],
    );
    check(
        "other.webarchive",
        b"bplist00\xD0\x08\0\0\0\0\0\0\x01\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x09",
        expect![[r#"
        skipped other.webarchive: a property list of macOS, not a web archive; it holds no article
    "#]],
    );
}
