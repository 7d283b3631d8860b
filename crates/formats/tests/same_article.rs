//! One article as many tools write it: each must give the same title, date, source, author and
//! paragraphs. The article is made up.

mod shared;

use dateline_corpus::Body;
use dateline_formats::{Limits, split};
use std::io::Cursor;

const TITLE: &str = "Rain closes the road above the lake in Peru";
const FIRST: &str = "It rained in Peru for a week, and the road above the lake was closed.";
const SECOND: &str = "No lorry from Chile has passed since Monday, \"not one\", said the ministry.";

/// What the articles of a file are: a line for each, its paragraphs parted by bars.
fn read(name: &str, bytes: &[u8]) -> Vec<String> {
    let documents = split(name, Cursor::new(bytes), Limits::default());
    let readings = documents.filter_map(Result::ok).map(dateline_formats::Document::read);
    let articles = readings.flat_map(|reading| reading.articles);
    let line = |article: dateline_formats::Article| {
        let said = article.input.metadata;
        let (title, body) = match article.input.body {
            Body::Dump(text) | Body::Laid { text, .. } => (said.title, text),
            Body::Read { title, body } => (title, body),
        };
        let date = said.date.map(|date| date.to_string().chars().take(10).collect());
        let paragraphs: Vec<&str> = body.lines().filter(|line| !line.trim().is_empty()).collect();
        [title, date, said.source, said.byline, Some(paragraphs.join("|"))]
            .map(|value: Option<String>| value.unwrap_or_default())
            .join("; ")
    };
    articles.map(line).collect()
}

/// Holds that a file is `count` times the article, as far as the tool writes it: where it writes
/// no source or author, `source` or `byline` is empty.
fn check(name: &str, text: &str, count: usize, source: &str, byline: &str) {
    let want = format!("{TITLE}; 2024-05-13; {source}; {byline}; {FIRST}|{SECOND}");
    assert_eq!(read(name, text.as_bytes()), vec![want; count], "{name}");
}

fn html() -> String {
    format!("<p>{FIRST}</p><p>{SECOND}</p>")
}

/// A text as a value of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[test]
fn services() {
    let (title, text, html) =
        (quoted(TITLE), quoted(&format!("{FIRST}\n\n{SECOND}")), quoted(&html()));
    let pieces = format!("[{},{}]", quoted(FIRST), quoted(SECOND));
    let rows = [
        // The New York Times' archive: the headline is an object whose "name" is null.
        (
            "archive.json",
            format!(
                r#"{{"response":{{"docs":[{{"headline":{{"main":{title},"kicker":null,"name":null,"seo":null}},"pub_date":"2024-05-13T10:15:00+0000","source":"The Courier","byline":{{"original":"By A. Writer","person":[]}},"body":{text}}}]}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        // The Guardian's API for one item, beside lists of its own.
        (
            "item.json",
            format!(
                r#"{{"response":{{"status":"ok","content":{{"webTitle":{title},"webPublicationDate":"2024-05-13T10:15:00Z","fields":{{"byline":"A. Writer","publication":"The Courier","bodyText":{text}}},"tags":[{{"webTitle":"World news"}}]}}}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "blocks.json",
            format!(
                r#"{{"response":{{"results":[{{"webTitle":{title},"webPublicationDate":"2024-05-13T10:15:00Z","fields":{{"byline":"A. Writer","publication":"The Courier"}},"blocks":{{"body":[{{"bodyHtml":{html},"id":"1"}}]}}}}]}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        // Event Registry dates its entry with another day than the article.
        (
            "registry.json",
            format!(
                r#"{{"articles":{{"results":[{{"date":"2024-05-14","time":"01:00:00","dateTime":"2024-05-14T01:00:00Z","dateTimePub":"2024-05-13T23:50:00Z","title":{title},"body":{text},"source":{{"uri":"courier.example","title":"The Courier"}},"authors":[{{"name":"A. Writer"}}]}}]}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "wordpress.json",
            format!(
                r#"[{{"id":1,"date":"2024-05-13T10:15:00","title":{{"rendered":{title}}},"content":{{"rendered":{html}}},"author":7,"yoast_head_json":{{"og_site_name":"The Courier"}},"_embedded":{{"author":[{{"id":7,"name":"A. Writer"}}]}}}}]"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "goose.json",
            format!(
                r#"{{"title":{title},"cleaned_text":{text},"opengraph":{{"site_name":"The Courier"}},"authors":["A. Writer"],"publish_date":"2024-05-13T10:15:00Z","movies":[]}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "feed.json",
            format!(
                r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[{{"title":{title},"content_html":{html},"date_published":"2024-05-13T10:15:00Z","authors":[{{"name":"A. Writer"}}]}}]}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "reader.json",
            format!(
                r#"{{"title":"Starred","items":[{{"title":{title},"published":1715595300,"content":{{"content":{html}}},"author":"A. Writer","origin":{{"title":"The Courier"}}}}]}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "mongo.json",
            format!(
                r#"{{"_id":{{"$oid":"5f"}},"title":{title},"content":{text},"source":"The Courier","author":"A. Writer","date":{{"$date":{{"$numberLong":"1715595300000"}}}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "zotero.json",
            format!(
                r#"{{"items":[{{"title":{title},"date":"2024-05-13","publicationTitle":"The Courier","fullText":{text},"creators":[{{"firstName":"A.","lastName":"Writer","creatorType":"author"}}]}}]}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "paragraphs.json",
            format!(
                r#"[{{"title":{title},"date":1715595300000000000,"source":"The Courier","author":"A. Writer","paragraphs":{pieces}}}]"#
            ),
            "The Courier",
            "A. Writer",
        ),
        // Telegram keeps the messages of several channels.
        (
            "channels.json",
            format!(
                r#"{{"chats":{{"list":[{{"name":"Empty","messages":[]}},{{"name":"A","messages":[{{"title":{title},"date":"2024-05-13","source":"The Courier","author":"A. Writer","content":{text}}}]}}]}}}}"#
            ),
            "The Courier",
            "A. Writer",
        ),
        (
            "search.json",
            format!(
                r#"{{"_type":"News","value":[{{"name":{title},"description":{text},"provider":[{{"name":"The Courier"}}],"datePublished":"2024-05-13T10:15:00.0000000Z"}}]}}"#
            ),
            "The Courier",
            "",
        ),
    ];
    for (name, file, source, byline) in rows {
        check(name, &file, 1, source, byline);
    }
}

#[test]
fn tables() {
    let doubled = SECOND.replace('"', "\"\"");
    let rows = [
        // Two lines of who exported the table stand above it.
        (
            "monitor.csv",
            format!(
                "Export of a monitor\nMade on 27 November\n\nTitle,Content,Date,Source,Author\n{TITLE},\"{FIRST}\n\n{doubled}\",2024-05-13,The Courier,A. Writer\n"
            ),
        ),
        // A database puts a backslash before a quotation mark.
        (
            "database.csv",
            format!(
                "title,content,date,source,author\n\"{TITLE}\",\"{FIRST}\n\n{}\",2024-05-13,The Courier,A. Writer\n",
                SECOND.replace('"', "\\\"")
            ),
        ),
        // And writes the end of a line so, where a row is a line.
        (
            "dump.tsv",
            format!(
                "title\tcontent\tdate\tsource\tauthor\n{TITLE}\t{FIRST}\\n\\n{SECOND}\t2024-05-13 00:00:00\tThe Courier\tA. Writer\n"
            ),
        ),
        // A spreadsheet's day as a number.
        (
            "days.csv",
            format!(
                "title,content,date,source,author\n{TITLE},\"{FIRST}\n\n{doubled}\",45425,The Courier,A. Writer\n"
            ),
        ),
        (
            "cision.csv",
            format!(
                "News Date,News Headline,News Text,Outlet Name,Contact Name\n05/13/2024,{TITLE},\"{FIRST}\n\n{doubled}\",The Courier,A. Writer\n"
            ),
        ),
        (
            "factiva.csv",
            format!(
                "Title,Body,Publication date,Publication name,By line\n{TITLE},\"{FIRST}\n\n{doubled}\",13 May 2024,The Courier,A. Writer\n"
            ),
        ),
        (
            "meltwater.csv",
            format!(
                "Date\tHeadline\tOpening Text\tSource\tInfluencer\n13-May-2024 10:15AM\t{TITLE}\t\"{FIRST}\n\n{doubled}\"\tThe Courier\tA. Writer\n"
            ),
        ),
    ];
    for (name, file) in rows {
        check(name, &file, 1, "The Courier", "A. Writer");
    }
}

#[test]
fn tables_as_markup() {
    let names = ["Title", "Publication date", "Publication title", "Authors", "Full text"];
    let values =
        |text: &str| [TITLE, "2024-05-13", "The Courier", "A. Writer", text].map(str::to_owned);
    let row = |tag: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let page = |text: &str| {
        let rows = row("td", &values(text)).repeat(2);
        let names = row("th", &names.map(str::to_owned));
        format!(
            "<html><head><title>Export</title></head><body><table>{names}{rows}</table></body></html>"
        )
    };
    let cell = |value: &str| format!("<Cell><Data ss:Type=\"String\">{value}</Data></Cell>");
    let line = |values: &[String]| {
        format!("<Row>{}</Row>", values.iter().map(|value| cell(value)).collect::<String>())
    };
    let text = format!("{FIRST}&#10;{SECOND}");
    let workbook = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"s\"><Worksheet><Table>{}{}</Table></Worksheet></Workbook>",
        line(&names.map(str::to_owned)),
        line(&values(&text)).repeat(2)
    );
    let rows = [
        ("lines.xls", page(&format!("{FIRST}<br>{SECOND}"))),
        ("blocks.html", page(&html())),
        ("workbook.xls", workbook.clone()),
        ("workbook.xml", workbook),
    ];
    for (name, file) in rows {
        check(name, &file, 2, "The Courier", "A. Writer");
    }
}

#[test]
fn news_databases() {
    let number = "Document COUR000020240513ek5d0000a";
    let fields = |gap: &str| {
        format!(
            "SE{gap}World\nHD{gap}{TITLE}\nBY{gap}By A. Writer\nWC{gap}74 words\nPD{gap}13 May 2024\n\
             SN{gap}The Courier\nLA{gap}English\nLP{gap}{FIRST}\n\nTD{gap}{SECOND}\n\n\
             RE{gap}fiji : Fiji\nAN{gap}{number}\n\n"
        )
    };
    let body = format!("{FIRST}\n\n{SECOND}");
    let lexis = |count: &str, date: &str, labels: [&str; 5]| {
        let [author, section, length, update, language] = labels;
        format!(
            "\n\n              {count}\n\n\n              The Courier\n\n             {date}\n\n{TITLE}\n\n\
             {author}: A. Writer\n\n{section}: Politik\n\n{length}: 74 Wörter\n\n{body}\n\n\
             {update}: 13. Mai 2024\n\n{language}: DEUTSCH\n\n     Copyright 2024 The Courier\n"
        )
    };
    let german = ["AUTOR", "RUBRIK", "LÄNGE", "UPDATE", "SPRACHE"];
    let french = ["AUTEUR", "RUBRIQUE", "LONGUEUR", "DATE-CHARGEMENT", "LANGUE"];
    let proquest = |label: &str| {
        format!(
            "{}\n\nDocument 1 of 2\n\n{TITLE}\n\nAuthor: A. Writer\n\nProQuest document link\n\n\
             Abstract: Rain.\n\n{label}: {body}\n\nLocation: Fiji\n\nPublication title: The Courier; Oslo\n\n\
             Publication date: May 13, 2024\n\nSource type: Newspapers\n\nProQuest document ID: 1\n\n",
            "_".repeat(60)
        )
    };
    let page = format!(
        "<html><body><h1>Report Information from ProQuest</h1>{}</body></html>",
        format!(
            "<div><p><strong>Document 1 of 2</strong></p><h3>{TITLE}</h3><p><strong>Author: </strong>A. Writer</p>\
             <p><a href=\"x\">ProQuest document link</a></p><p><strong>Full text: </strong>{FIRST}</p><p>{SECOND}</p>\
             <p><strong>Publication title: </strong>The Courier; Oslo</p>\
             <p><strong>Publication date: </strong>May 13, 2024</p><p><strong>ProQuest document ID: </strong>1</p></div>"
        )
        .repeat(2)
    );
    let uni = format!(
        "{TITLE}\n\nThe Courier\n\nMay 13, 2024 Monday\n\nCopyright 2024 The Courier\n\nLength: 74 words\n\n\
         Byline: A. Writer\n\nBody\n\n{body}\n\nGraphic\n\nPHOTO, the road\n\nClassification\n\n\
         Language: ENGLISH\n\n\nEnd of Document\n"
    );
    let newsbank = format!(
        "{TITLE}\n\nThe Courier (Oslo, Norway) - May 13, 2024\nAuthor: A. Writer\nSection: World\n\
         Readability: 10-12 grade level\n\n{body}\n\n• Citation (APA Style)\n\nA. Writer. (2024). {TITLE}\n\n\
         Record Number: 1\nCopyright 2024 The Courier\n\n"
    );
    let rows = [
        ("factiva-line.txt", fields("\n").repeat(2)),
        ("factiva-space.txt", fields(" ").repeat(2)),
        ("factiva-tab.txt", fields("\t").repeat(2)),
        ("factiva-fr.txt", format!("Étranger\n{TITLE}\nA. Writer\n74 mots\n13 mai 2024\nThe Courier\nCOUR\nFrançais\n(c) 2024 The Courier. Tous droits réservés.\n\n{body}\n\n{number}\n\n").repeat(2)),
        ("factiva-de.txt", format!("Politik\n{TITLE}\nVon A. Writer\n74 Wörter\n13 Mai 2024\nThe Courier\nCOUR\nDeutsch\nCopyright 2024 The Courier.\n\n{body}\n\n{}\n\n", number.replace("Document", "Dokument")).repeat(2)),
        ("lexis-de.txt", [lexis("1 von 2 DOKUMENTEN", "13. Mai 2024 Montag", german), lexis("2 von 2 DOKUMENTEN", "13. Mai 2024 Montag", german)].concat()),
        ("lexis-fr.txt", [lexis("1 de 2 DOCUMENTS", "lundi 13 mai 2024", french), lexis("2 de 2 DOCUMENTS", "lundi 13 mai 2024", french)].concat()),
        ("uni.txt", uni.repeat(2)),
        ("proquest.txt", proquest("Full text").repeat(2)),
        ("proquest-capitals.txt", proquest("FULL TEXT").repeat(2)),
        ("proquest.html", page),
        ("newsbank.txt", newsbank.repeat(2)),
    ];
    for (name, file) in rows {
        check(name, &file, 2, "The Courier", "A. Writer");
    }
}

#[test]
fn feeds_and_news_agencies() {
    let html = html();
    let escaped = html.replace('<', "&lt;").replace('>', "&gt;");
    let blogger = |kind: &str, inside: &str| {
        format!(
            "<entry><published>2024-05-13T10:15:00Z</published><category scheme=\"http://schemas.google.com/g/2005#kind\" \
             term=\"http://schemas.google.com/blogger/2008/kind#{kind}\"/>{inside}</entry>"
        )
    };
    let post = format!("<title>{TITLE}</title><content type=\"html\">{escaped}</content>");
    let other = "<title>Template</title><content>The settings of the blog</content>";
    let g2 = format!(
        "<newsItem><itemMeta><provider literal=\"The Courier\"/></itemMeta><contentMeta>\
         <contentCreated>2024-05-13T10:15:00Z</contentCreated><headline>{TITLE}</headline><by>By A. Writer</by></contentMeta>\
         <contentSet><inlineXML><html><head><title>x</title></head><body>{html}</body></html></inlineXML></contentSet></newsItem>"
    );
    let rows = [
        (
            "g2.xml",
            format!("<?xml version=\"1.0\"?><newsMessage><itemSet>{g2}</itemSet></newsMessage>"),
            1,
        ),
        (
            "author.atom",
            format!(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Courier</title><author><name>A. Writer</name></author><entry><title>{TITLE}</title><updated>2024-05-13T10:15:00Z</updated><content type=\"xhtml\"><div>{html}</div></content></entry></feed>"
            ),
            1,
        ),
        (
            "blogger.xml",
            format!(
                "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Courier</title><author><name>A. Writer</name></author>{}{}{}</feed>",
                blogger("template", other),
                blogger("post", &post),
                blogger("comment", other)
            ),
            1,
        ),
        (
            "wordpress.xml",
            format!(
                "<?xml version=\"1.0\"?><rss xmlns:wp=\"w\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>The Courier</title><wp:author><wp:author_login>aw</wp:author_login><wp:author_display_name>A. Writer</wp:author_display_name></wp:author><item><title>{TITLE}</title><pubDate>Mon, 13 May 2024 10:15:00 +0000</pubDate><dc:creator>aw</dc:creator><content:encoded><![CDATA[{FIRST}\n\n{SECOND}\n\n[caption id=\"1\" width=\"300\"]<img src=\"a.jpg\"> The lake[/caption]]]></content:encoded></item></channel></rss>"
            ),
            1,
        ),
        (
            "rows.xml",
            format!(
                "<?xml version=\"1.0\"?><data><row><title>{TITLE}</title><date>2024-05-13</date><source>The Courier</source><author>A. Writer</author><content>{FIRST}\n\n{SECOND}</content></row></data>"
            ),
            1,
        ),
    ];
    for (name, file, count) in rows {
        check(name, &file, count, "The Courier", "A. Writer");
    }
    let item = format!(
        "<newsitem date=\"2024-05-13\"><headline>{TITLE}</headline><byline>A. Writer</byline><text>{html}</text></newsitem>"
    );
    let items = format!("<?xml version=\"1.0\"?><newsitems>{item}{item}</newsitems>");
    check("newsitems.xml", &items, 2, "Reuters", "A. Writer");
}

#[test]
fn mail() {
    let body = format!("{FIRST}\n\n{SECOND}");
    let head = |subject: &str| {
        format!(
            "From: Desk <desk@b.example>\nSubject: {subject}\nDate: Mon, 13 May 2024 10:15:00 +0000\n\n"
        )
    };
    let forward =
        |block: &str| format!("{}FYI\n\n{block}\n\n{body}\n", head(&format!("FW: {TITLE}")));
    let rows = [
        ("outlook.eml", forward(&format!("________________________________\nFrom: The Courier <news@a.example>\nSent: Monday, May 13, 2024 10:15 AM\nTo: Desk\nSubject: {TITLE}"))),
        ("bare.eml", forward(&format!("From: The Courier [mailto:news@a.example]\nSent: Monday, May 13, 2024 10:15 AM\nTo: Desk\nSubject: {TITLE}"))),
        ("outlook-de.eml", forward(&format!("Von: The Courier <news@a.example>\nGesendet: Montag, 13. Mai 2024 10:15\nAn: Desk\nBetreff: {TITLE}"))),
        ("outlook-fr.eml", forward(&format!("De : The Courier <news@a.example>\nEnvoyé : lundi 13 mai 2024 10:15\nÀ : Desk\nObjet : {TITLE}"))),
        ("apple-de.eml", forward(&format!("Anfang der weitergeleiteten Nachricht:\n\nVon: The Courier <news@a.example>\nBetreff: {TITLE}\nDatum: 13. Mai 2024 um 10:15:00 MESZ"))),
        ("list.eml", format!("{}{body}\n_______________________________________________\nnews mailing list\nhttps://b.example/listinfo/news\n", head(TITLE)).replace("Desk <", "The Courier <")),
        ("quoted-name.eml", format!("{}{body}\n", head(TITLE)).replace("Desk <", "=?utf-8?q?=22The_Courier=22?= <")),
    ];
    for (name, file) in rows {
        check(name, &file, 1, "The Courier", "");
    }
}
