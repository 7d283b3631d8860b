#!/usr/bin/env python3
"""Makes the samples in this folder, each with a program that people really use.

    pip install python-docx reportlab ebooklib warcio pyzipper msoffcrypto-tool
    python3 make.py

The articles are made up. The files are committed; run this only to make new ones.
"""

import email.message
import email.utils
import gzip
import io
import json
import mailbox
import os
import zipfile

import msoffcrypto.format.ooxml
import pyzipper
from docx import Document
from ebooklib import epub
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.pdfgen.canvas import Canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = os.path.dirname(os.path.abspath(__file__))
TITLE = "Copper mine opens in the hills of Peru"
BODY = [
    "The first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year in "
    "which rain had closed the only road to the coast for weeks at a time.",
    "The owner expects to send forty lorries a day down the valley by the end of next year, and says that "
    "the people of the villages along the road were asked before each of them was bought.",
    "“We were asked twice,” said Élida Ramos, who keeps the inn at the bridge. “The second time they "
    "also listened.” The ministry in Lima wants to widen the road, which is to cost 40 million dollars.",
]
SECOND = "Ferry returns to the lake between Bolivia and Peru"
SECOND_BODY = [
    "A ferry crossed the lake on Thursday for the first time since the storm of March, with eleven "
    "passengers from Bolivia and a crate of chickens aboard.",
    "The harbour master said that the boat would sail twice a week, weather permitting, and that the old "
    "timetable could be thrown away by everyone who had kept it.",
]


def path(name):
    return os.path.join(HERE, name)


def write(name, content):
    with open(path(name), "wb") as out:
        out.write(content.encode() if isinstance(content, str) else content)


def page(title, body, date):
    schema = json.dumps({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
        "datePublished": date + "T07:30:00-05:00", "author": [{"@type": "Person", "name": "A. Writer"}],
        "publisher": {"@type": "Organization", "name": "The Valley Courier"}, "inLanguage": "en",
    })
    menu = "".join(f"<li><a href='/{w}'>{w}</a></li>" for w in ["Home", "World", "Sport", "Weather", "Shop"])
    paragraphs = "".join(f"<p>{p}</p>\n" for p in body)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title} | The Valley Courier</title>\n"
        f"<link rel='canonical' href='https://courier.example/{date}'>"
        f"<script type='application/ld+json'>{schema}</script></head>\n<body><nav><ul>{menu}</ul></nav>"
        f"<main><article><h1>{title}</h1>\n{paragraphs}</article></main>"
        "<aside><h2>Most read</h2><ul><li><a href='/1'>Snow closes school in Norway</a></li></ul></aside>"
        "<footer><p>© The Valley Courier. Subscribe to our newsletter.</p></footer></body></html>"
    )


def text():
    write("plain.txt", TITLE + "\n\n" + "\n\n".join(BODY) + "\n")
    write("latin.txt", (TITLE + "\n\n" + "\n\n".join(BODY) + "\n").encode("windows-1252"))
    write("wide.txt", ("\n\n".join([SECOND, *SECOND_BODY])).encode("utf-16-le"))
    write("notes.md", f"---\ntitle: {TITLE}\ndate: 2021-08-16\nauthor: A. Writer\nsource: The Valley Courier\n"
          f"tags: [mining, roads]\n---\n\n# {TITLE}\n\n{BODY[0]}\n\n> {BODY[1]}\n\n* one *lorry*\n* two [lorries](x)\n")
    write("hugo.md", f"+++\ntitle = \"{SECOND}\"\ndate = 2021-09-02\n+++\n\n{SECOND_BODY[0]}\n")
    write("page.html", page(TITLE, BODY, "2021-08-16"))
    write("opengraph.html", f"<html><head><meta charset=utf-8><title>x</title><meta property='og:title' content='{SECOND}'>"
          "<meta property='og:site_name' content='Lake News'></head><body><article><h1>x</h1>"
          "<time datetime='2021-09-02'>Thursday</time>" + "".join(f"<p>{p}</p>" for p in SECOND_BODY) + "</article></body></html>")


def documents():
    document = Document()
    document.add_heading(TITLE, 0)
    for paragraph in BODY:
        document.add_paragraph(paragraph)
    document.save(path("story.docx"))
    with open(path("story.docx"), "rb") as plain, open(path("locked.docx"), "wb") as out:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", out)
    styles = getSampleStyleSheet()
    story = lambda: [Paragraph(TITLE, styles["Title"]), *(Paragraph(p, styles["BodyText"]) for p in BODY)]
    SimpleDocTemplate(path("story.pdf"), pagesize=A5, invariant=1).build(story())
    lock = StandardEncryption("secret", canPrint=0, strength=128)
    SimpleDocTemplate(path("locked.pdf"), pagesize=A5, encrypt=lock).build(story())
    picture = Canvas(path("scan.pdf"), pagesize=A5, invariant=1)
    picture.rect(50, 50, 200, 300)
    picture.save()
    book = epub.EpubBook()
    book.set_identifier("sample")
    book.set_title("The Valley Courier, weekly edition")
    book.set_language("en")
    book.add_author("A. Writer")
    book.add_metadata("DC", "date", "2021-09-03")
    chapters = []
    for number, (title, body) in enumerate([(TITLE, BODY), (SECOND, SECOND_BODY)], 1):
        chapter = epub.EpubHtml(title=title, file_name=f"chapter {number}.xhtml", lang="en")
        chapter.content = f"<h1>{title}</h1>" + "".join(f"<p>{p}</p>" for p in body)
        book.add_item(chapter)
        chapters.append(chapter)
    book.toc = chapters
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["nav", *chapters]
    epub.write_epub(path("weekly.epub"), book)


def message(subject, body, day, html=False):
    made = email.message.EmailMessage()
    made["Subject"] = subject
    made["From"] = "Valley Courier Alerts <alerts@courier.example>"
    made["To"] = "reader@example.org"
    made["Date"] = email.utils.format_datetime(day)
    made["Message-ID"] = f"<{day:%Y%m%d}@courier.example>"
    made.set_content("\n\n".join(body))
    if html:
        made.set_content("".join(f"<p>{p}</p>" for p in body), subtype="html")
    return made


def messages():
    import datetime
    lima = datetime.timezone(datetime.timedelta(hours=-5))
    first = message(TITLE + " – été", BODY, datetime.datetime(2021, 8, 16, 23, 30, tzinfo=lima))
    first.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="mine.png")
    write("alert.eml", bytes(first))
    for name in ["alerts.mbox"]:
        if os.path.exists(path(name)):
            os.remove(path(name))
        box = mailbox.mbox(path(name))
        box.add(message(TITLE, BODY, datetime.datetime(2021, 8, 16, 7, 30, tzinfo=lima)))
        box.add(message(SECOND, ["From the lake:", *SECOND_BODY], datetime.datetime(2021, 9, 2, 7, 0, tzinfo=lima), html=True))
        box.flush()
        box.close()


def archives():
    with open(path("crawl.warc.gz"), "wb") as out:
        writer = WARCWriter(out, gzip=True)
        for url, kind, body in [
            ("https://courier.example/mine", "text/html; charset=utf-8", page(TITLE, BODY, "2021-08-16").encode()),
            ("https://courier.example/logo.png", "image/png", b"\x89PNG"),
            ("https://courier.example/ferry", "text/html", page(SECOND, SECOND_BODY, "2021-09-02").encode()),
        ]:
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
        missing = StatusAndHeaders("404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record("https://courier.example/gone", "response",
                                                      payload=io.BytesIO(b"<p>gone"), http_headers=missing))
    with zipfile.ZipFile(path("mixed.zip"), "w", zipfile.ZIP_DEFLATED) as pack:
        for name in ["plain.txt", "page.html", "story.docx", "table.csv"]:
            pack.write(path(name), "press/" + name)
        pack.write(path("latin.txt"), "__MACOSX/latin.txt")
    with pyzipper.AESZipFile(path("locked.zip"), "w", encryption=pyzipper.WZ_AES) as pack:
        pack.setpassword(b"secret")
        pack.writestr("plain.txt", TITLE)


def tables():
    rows = [("id", "Headline", "Published", "Newspaper", "Body", "desk"),
            ("mine", TITLE, "2021-08-16", "The Valley Courier", BODY[0] + "\n" + BODY[1], "economy"),
            ("ferry", SECOND, "2 September 2021", "Lake News", SECOND_BODY[0], "travel")]
    import csv
    for name, delimiter, encoding in [("table.csv", ",", "utf-8"), ("table.tsv", "\t", "utf-8"),
                                      ("excel.csv", ";", "windows-1252"), ("wide.csv", "\t", "utf-16")]:
        with open(path(name), "w", newline="", encoding=encoding) as out:
            csv.writer(out, delimiter=delimiter).writerows(rows)
    news = [{"source": {"id": None, "name": "Lake News"}, "author": ["A. Writer", "B. Writer"], "title": SECOND,
             "publishedAt": "2021-09-02T07:00:00Z", "content": f"<p>{SECOND_BODY[0]}</p><p>{SECOND_BODY[1]}</p>", "url": "https://lake.example/1"},
            {"source": {"name": "Lake News"}, "title": "Nothing", "content": None}]
    write("news.json", json.dumps({"status": "ok", "articles": news}, indent=1))
    write("lines.jsonl", "".join(json.dumps(r) + "\n" for r in [
        {"id": 1, "title": TITLE, "text": "\n\n".join([TITLE, *BODY]), "date": "2021-08-16", "tags": ["mining", "roads"]},
        {"id": 2, "title": SECOND, "body": SECOND_BODY[0], "date": "someday"}]))


def exports():
    wrap = lambda t: t.replace(" in which rain", "\nin which rain").replace(" of the villages", "\nof the villages")
    body = "\n\n".join("   " + wrap(p) for p in BODY[:2])
    classic = "".join(f"""
                               {number} of 2 DOCUMENTS


                              The Valley Courier (Lima)

                             August {15 + number}, 2021 Monday
                                  Late Edition

{title}

BYLINE: By A. Writer

SECTION: Section A; Column 1; Foreign Desk; Pg.
8

LENGTH: 74 words

DATELINE: LIMA, Peru

{body}

LOAD-DATE: August 18, 2021

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                     Copyright 2021 The Valley Courier Company
                              All Rights Reserved

""" for number, title in [(1, TITLE), (2, SECOND)])
    write("nexis.txt", classic)
    write("nexis-uni.txt", "".join(f"""{title}
The Valley Courier (Lima)
August 16, 2021 Monday

Copyright 2021 The Valley Courier Company All Rights Reserved

Section: FOREIGN; Pg. 8
Length: 74 words
Byline: A. Writer
Body


{wrapped}

Load-Date: August 18, 2021

End of Document

""" for title, wrapped in [(TITLE, "\n\n".join(BODY)), (SECOND, "\n\n".join(SECOND_BODY))]))
    write("factiva.txt", "".join(f"""World News
{title}

By A. Writer
74 words
{day} August 2021
07:30
The Valley Courier
VALCOU
English
Copyright 2021 The Valley Courier Company

{wrapped}

Document VALCOU0020210{816 + day}eh8f0000a

""" for day, title, wrapped in [(16, TITLE, "\n\n".join(BODY)), (17, SECOND, "\n\n".join(SECOND_BODY))]))
    write("factiva-tagged.txt", f"""HD
{TITLE}
BY
By A. Writer
WC
74 words
PD
16 August 2021
SN
The Valley Courier
LA
English
LP
{BODY[0]}

{BODY[1]}
TD
{BODY[2]}
CO
copper : Copper Company
AN
Document VALCOU0020210816eh8f0000a
""")
    write("newsbank.txt", "".join(f"""Paper: Valley Courier, The (Lima, Peru)
Title: {title}
Date: August 16, 2021
Section: World
Page: 8A
Author: A. Writer

{wrapped}

Record Number: 1A2B3C{number}
Copyright (c) 2021 The Valley Courier

""" for number, (title, wrapped) in enumerate([(TITLE, "\n\n".join(BODY)), (SECOND, "\n\n".join(SECOND_BODY))])))


if __name__ == "__main__":
    text()
    documents()
    messages()
    tables()
    archives()
    exports()
