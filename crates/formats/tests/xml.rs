//! XML of feeds, news agencies and corpora. The articles are made up.

mod shared;

use dateline_formats::Limits;
use expect_test::expect;
use shared::check;

#[test]
fn lists_of_feeds_are_refused_and_extracts_of_wikipedia_read() {
    check(
        "feeds.opml",
        b"<opml version=\"2.0\"><head><title>Feeds</title></head><body><outline text=\"Lake News\"/></body></opml>",
        expect![[r#"
            skipped feeds.opml: a list of feeds (OPML), without their articles; save the feeds themselves
        "#]],
    );
    check(
        "wiki_00",
        b"<doc id=\"7\" url=\"https://wiki.example/?curid=7\" title=\"Ferry\">\nFerry\n\nIt stopped in Peru: 3 < 4 & so on.\n</doc>\n",
        expect![[r#"
            wiki_00 (XML)
              title: Ferry
              url: https://wiki.example/?curid=7
              text: It stopped in Peru: 3 < 4 & so on. (1)
        "#]],
    );
}

#[test]
fn the_moment_of_writing_a_feed_dates_no_item() {
    let entry = |number: u32, dates: &str| {
        format!(
            "<entry><title>Ferry {number} stops</title>{dates}<content>The ferry to the islands \
             of Peru stopped for a week.</content></entry>"
        )
    };
    let feed = |dates: [&str; 2]| {
        format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lake News</title>\
             <updated>2026-11-28T08:29:51.649022+00:00</updated>{}{}</feed>",
            entry(1, dates[0]),
            entry(2, dates[1])
        )
    };
    let now = "<updated>2026-11-28T08:29:51.649143+00:00</updated>";
    let published = "<published>2024-05-13T10:00:00Z</published>";
    let earlier = "<updated>2026-11-27T10:00:00Z</updated>";
    // The dates of both entries, and how many of these are taken for dates.
    let cases = [
        ([now, now], 0),
        ([now, earlier], 2),
        ([&format!("{now}{published}"), now], 2),
        ([earlier, earlier], 2),
    ];
    for (dates, dated) in cases {
        let read = shared::told("feed.atom", feed(dates).as_bytes(), Limits::default());
        assert_eq!(read.matches("  date: ").count(), dated, "{read}");
        assert_eq!(read.matches("taken for no date").count(), 2 - dated, "{read}");
    }
}

#[test]
fn feeds() {
    let rss = "<?xml version=\"1.0\"?><rss xmlns:content=\"c\" xmlns:dc=\"d\" xmlns:wp=\"w\"><channel>\
        <title>Lake News</title><language>en</language>\
        <item><title>Rain &amp;amp; wind in Peru</title><link>https://lake.example/1</link>\
        <dc:creator>A. Writer</dc:creator><pubDate>Mon, 16 Aug 2021 08:30:00 +0200</pubDate>\
        <category domain=\"category\">Weather</category><description>short</description>\
        <content:encoded><![CDATA[<p>It rained in Peru.</p><p>It rained for &eacute;ver.</p>]]></content:encoded></item>\
        <item><title>A picture</title><wp:post_type>attachment</wp:post_type></item>\
        <item><title>Draft</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>\
        <content:encoded>Not yet.</content:encoded></item>\
        <item><title>A link alone</title><link>https://lake.example/2</link></item>\
        <item><title>Wind</title><description>The wind came back &lt;b&gt;twice&lt;/b&gt;.</description></item>\
        </channel></rss>";
    check(
        "feed.rss",
        rss.as_bytes(),
        expect![[r#"
        feed.rss#1 (XML)
          title: Rain & wind in Peru
          date: 2021-08-16T08:30, date in the feed
          source: Lake News
          byline: A. Writer
          url: https://lake.example/1
          language: en
          text: It rained in Peru.⏎⏎It rained for éver. (2)
          category = ["Weather"]
        feed.rss#5 (XML)
          title: Wind
          source: Lake News
          language: en
          text: The wind came back twice. (1)
          note: a summary: the feed does not hold the whole article
        skipped feed.rss#2: WordPress' attachment, no article
        skipped feed.rss#3: not published (WordPress says draft); left out
        skipped feed.rss#4: no text for "A link alone"; save the article itself
    "#]],
    );
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lake News</title><entry><title>Rain</title>\
        <link rel=\"alternate\" href=\"https://lake.example/1\"/><published>2021-08-16T08:30:00Z</published>\
        <author><name>A. Writer</name></author><content type=\"xhtml\"><div><p>It rained in Peru.</p>\
        <p>Twice.</p></div></content></entry></feed>";
    check(
        "news.atom",
        atom.as_bytes(),
        expect![[r#"
        news.atom (XML)
          title: Rain
          date: 2021-08-16T08:30, date in the feed
          source: Lake News
          byline: A. Writer
          url: https://lake.example/1
          text: It rained in Peru.⏎⏎Twice. (2)
    "#]],
    );
}

#[test]
fn agencies() {
    let nitf = "<nitf><head><title>Rain in Peru</title><pubdata date.publication=\"20210816T000000\" \
        name=\"The Valley Courier\"/></head><body><body.head><hedline><hl1>Rain in Peru</hl1><hl2>Online</hl2>\
        </hedline><byline class=\"print_byline\">By A. WRITER</byline><abstract><p>Rain. (M)</p></abstract>\
        </body.head><body.content><block class=\"lead_paragraph\"><p>It rained.</p></block>\
        <block class=\"full_text\"><p>It rained.</p><p>It <em>rained</em> twice.</p></block></body.content></body></nitf>";
    check(
        "nitf.xml",
        nitf.as_bytes(),
        expect![[r#"
            nitf.xml (XML)
              title: Rain in Peru
              date: 2021-08-16, date in the NITF
              source: The Valley Courier
              byline: A. WRITER
              text: It rained.⏎⏎It rained twice. (2)
        "#]],
    );
    let newsml = "<?xml version=\"1.0\"?><newsMessage><itemSet><newsItem xml:lang=\"en\"><itemMeta>\
        <provider><name>Lake News</name></provider><versionCreated>2021-08-17T00:10:00Z</versionCreated></itemMeta>\
        <contentMeta><contentCreated>2021-08-16T08:30:00+02:00</contentCreated><by>By A. Writer</by>\
        <headline>Rain in Peru</headline></contentMeta><contentSet><inlineXML><html><head><title>x</title></head>\
        <body><p>It rained.</p><p>Twice.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>";
    check(
        "g2.xml",
        newsml.as_bytes(),
        expect![[r#"
        g2.xml (XML)
          title: Rain in Peru
          date: 2021-08-16T08:30, date in the NewsML
          source: Lake News
          byline: A. Writer
          language: en
          text: It rained.⏎⏎Twice. (2)
    "#]],
    );
    let sgml = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n<DATE>16-AUG-2021 15:01:01.79</DATE>\n\
        <TOPICS><D>grain</D></TOPICS><PLACES><D>fiji</D></PLACES>\n<UNKNOWN>&#5;&#5;C T</UNKNOWN>\n<TEXT>&#2;\n\
        <TITLE>RAIN IN PERU</TITLE>\n<DATELINE> LIMA, Aug 16 - </DATELINE><BODY>It rained in Peru on\nMonday & after.\n\
        \x20   It rained twice.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n<REUTERS NEWID=\"2\"><DATE>17-AUG-2021</DATE>\
        <TEXT TYPE=\"BRIEF\"><TITLE>WIND IN CHILE</TITLE></TEXT></REUTERS>\n";
    check(
        "reut.sgm",
        sgml.as_bytes(),
        expect![[r#"
            reut.sgm#1 (XML)
              title: RAIN IN PERU
              date: 2021-08-16T15:01, date of the Reuters item
              source: Reuters
              text: It rained in Peru on Monday & after.⏎⏎It rained twice. (2)
              topics = ["grain"]
              places = ["fiji"]
            reut.sgm#2 (XML)
              date: 2021-08-17, date of the Reuters item
              source: Reuters
              text: WIND IN CHILE (1)
              note: a brief: no text but its headline
        "#]],
    );
}

#[test]
fn corpora() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Rain in Peru</title>\
        <author>A. Writer</author></titleStmt><publicationStmt><date>2026-11-28</date></publicationStmt><sourceDesc>\
        <bibl><publisher>Lake News</publisher><date when=\"2021-08-16\"/></bibl></sourceDesc></fileDesc></teiHeader>\
        <text><body><head>Rain in Peru</head><p>It rained in <placeName>Peru</placeName>.</p><p>Twice.</p></body></text></TEI>";
    check(
        "tei.xml",
        tei.as_bytes(),
        expect![[r#"
        tei.xml (XML)
          title: Rain in Peru
          date: 2021-08-16, date in the TEI header
          source: Lake News
          byline: A. Writer
          text: It rained in Peru.⏎⏎Twice. (2)
    "#]],
    );
    let own = "<archive><doc id=\"7\"><title>Rain</title><date>2021-08-16</date><text>It rained in Peru.</text></doc>\
        <doc id=\"8\"><title>Wind</title><text></text></doc></archive>";
    check(
        "own.xml",
        own.as_bytes(),
        expect![[r#"
            own.xml#7 (XML)
              title: Rain
              date: 2021-08-16, column "date"
              text: It rained in Peru. (1)
            skipped own.xml#8: no column with the text; there are "id", "title"; say which in corpus.toml: [columns] text = "…"
        "#]],
    );
    let settings = "<settings><colour>red</colour><size>12</size></settings>";
    check(
        "settings.xml",
        settings.as_bytes(),
        expect![[r#"
        skipped settings.xml: XML of a kind that is not known (<settings>): no element that holds an article's text; export the articles as .csv or .json, or save them as .html
    "#]],
    );
    check(
        "broken.xml",
        b"<a><b>It rained</a>",
        expect![[r#"
        skipped broken.xml: damaged XML in line 1: ill-formed document: expected `</b>`, but `</a>` was found; save it again
    "#]],
    );
}
