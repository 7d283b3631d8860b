"""Labels for the lines of a page dump: which of them hold the text that annotators marked as the article.

A dump and its gold text are aligned word by word; a line is text when at least half of its words are in the alignment.
"""
import difflib
import re

WORD = re.compile(r"\w+")
# As crates/reading/src/page/lines.rs ends lines.
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")


def lines(text):
    """(byte offset, line) of every line of the dump."""
    at = 0
    for match in list(BREAK.finditer(text)) + [None]:
        end = match.start() if match else len(text)
        yield at, text[at:end]
        at = match.end() if match else len(text)


def words(text):
    """Words; every character of a script without spaces is one."""
    return [w for run in WORD.findall(text) for w in ([*run] if re.match(r"[\u3040-\u30ff\u3400-\u9fff]", run) else [run])]


def label(text, body):
    """A dictionary from the byte offset of each line's first visible character to 0 or 1."""
    own, page, starts = [], [], []
    for at, line in lines(text):
        if line.strip():
            starts.append(len(text[: at + len(line) - len(line.lstrip())].encode()))
            own.append((len(page), len(page) + len(words(line))))
            page += words(line)
    gold = words(body)
    hit = [False] * len(page)
    matcher = difflib.SequenceMatcher(None, page, gold, autojunk=False)
    for i, _, size in matcher.get_matching_blocks():
        for k in range(i, i + size):
            hit[k] = True
    out = {}
    for start, (a, b) in zip(starts, own):
        out[start] = int(b > a and sum(hit[a:b]) >= 0.5 * (b - a))
    return out
