"""Makes the samples that whole programs write: Chromium, calibre, Outlook's format, Safari's.

Debian 12: chromium 156.0.8078.108, calibre 6.13.0; aspose-email-foss 26.3 (pip). What they
write has the day and identifiers of the run in it, so the files change with each.

usage: python3 make_tools.py
"""
import functools, http.server, os, pathlib, plistlib, subprocess, tempfile, threading
from email.message import EmailMessage
import aspose.email_foss.msg as outlook

HERE = pathlib.Path(__file__).parent
TITLE = "Ferry returns to the lake between Bolivia and Peru"
BODY = [
    "A ferry crossed the lake on Thursday for the first time in eleven years, with sixty passengers and a band "
    "from Copacabana on its upper deck. The shipping office of Bolivia had promised it in the spring.",
    "The well-known captain, who had kept the old timetable on his kitchen wall, blew the horn twice. Traders "
    "from Puno in Peru brought oranges, cheese and a stove, and went home with wool in the evening.",
    "Officials want a second ship before the next rainy season. A firm in Finland has offered one, an efficient "
    "little vessel of four hundred tons, but the price is still a matter of dispute between the two offices.",
]
ARABIC = "عادت العبارة إلى البحيرة بين بوليفيا وبيرو يوم الخميس بعد أحد عشر عاما من الانتظار."
HEBREW = "המעבורת חזרה לאגם שבין בוליביה לפרו ביום חמישי אחרי 11 שנים."


def page(style="", body=None, title=TITLE, lang="en"):
    text = body or "".join(f"<p>{p}</p>" for p in BODY)
    return (f'<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>{title} | The Valley Courier</title>'
            f"<style>{style}</style><h1>{title}</h1><p>By Ana Writer</p><p>September 3, 2021</p>"
            f"<div class=text>{text}</div></html>")


def printed(folder, name, html, header=True):
    source = folder / f"{name}.html"
    source.write_text(html, encoding="utf-8")
    options = [] if header else ["--no-pdf-header-footer"]
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", *options,
                    f"--print-to-pdf={HERE / name}.pdf", f"http://127.0.0.1:8931/{name}.html"],
                   check=True, stderr=subprocess.DEVNULL, timeout=60)


def news(folder):
    item = lambda number: (f"<item><title>{TITLE} ({number})</title><link>http://127.0.0.1:8931/{number}.html</link>"
                           f"<pubDate>Fri, 03 Sep 2021 08:00:00 +0000</pubDate></item>")
    for number in range(4):
        (folder / f"{number}.html").write_text(page(title=f"{TITLE} ({number})"), encoding="utf-8")
    for feed in range(2):
        items = item(2 * feed) + item(2 * feed + 1)
        (folder / f"feed{feed}.xml").write_text(f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>")
    (folder / "news.recipe").write_text(
        "from calibre.web.feeds.news import BasicNewsRecipe\n"
        "class News(BasicNewsRecipe):\n"
        "    title = 'The Valley Courier'\n    oldest_article = 100000\n    use_embedded_content = False\n"
        "    feeds = [('World', 'http://127.0.0.1:8931/feed0.xml'), ('Lakes', 'http://127.0.0.1:8931/feed1.xml')]\n")
    subprocess.run(["ebook-convert", str(folder / "news.recipe"), str(HERE / "calibre.epub")],
                   env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True, stdout=subprocess.DEVNULL, timeout=200)


def message():
    inner = EmailMessage()
    inner["Subject"], inner["From"] = TITLE, "Ana Writer <ana@courier.example>"
    inner["Date"] = "Fri, 03 Sep 2021 23:30:00 -0500"
    inner.set_content("\n\n".join(BODY))
    with outlook.MapiMessage.from_email_message(inner) as passed_on:
        outer = EmailMessage()
        outer["Subject"], outer["From"] = "FW: the ferry", "Ben Desk <ben@desk.example>"
        outer["Date"] = "Sat, 04 Sep 2021 09:00:00 -0500"
        outer.set_content("See below.")
        outer.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="timetable.pdf")
        with outlook.MapiMessage.from_email_message(outer) as whole:
            whole.add_embedded_message_attachment(passed_on)
            whole.save(HERE / "passed-on.msg")
        passed_on.save(HERE / "outlook.msg")


def safari():
    resource = {"WebResourceData": page().encode("utf-16-le"), "WebResourceTextEncodingName": "UTF-16LE",
                "WebResourceMIMEType": "text/html", "WebResourceURL": "https://courier.example/ferry",
                "WebResourceFrameName": ""}
    for name, form in [("page", plistlib.FMT_BINARY), ("page-xml", plistlib.FMT_XML)]:
        with open(HERE / f"{name}.webarchive", "wb") as out:
            plistlib.dump({"WebMainResource": resource}, out, fmt=form)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        serve = functools.partial(http.server.SimpleHTTPRequestHandler, directory=name)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 8931), serve)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        printed(folder, "printed", page())
        columns = "@page{size:A5} .text{columns:2;hyphens:auto;text-align:justify}"
        printed(folder, "columns", page(columns), header=False)
        printed(folder, "arabic", page(body=f"<p dir=rtl>{ARABIC}</p><p dir=rtl>{HEBREW}</p>"), header=False)
        news(folder)
        server.shutdown()
    message()
    safari()


main()
