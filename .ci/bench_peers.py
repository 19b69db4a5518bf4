"""bench_peers.py NAME PATH [THRESHOLD]: one round of one peer, as a line of JSON.

.ci/bench starts it, each peer in a process of its own. Loading is no part of the time: pages are
all read once before; a page that a tool cannot read costs what it costs. PATH is a folder of pages,
or articles as `dibao clean` writes them.
"""

import ctypes
import ctypes.util
import json
import logging
import pathlib
import sys
import time
import unicodedata

# The package that each peer is, and what `pip install` needs before it, one call each.
PACKAGES = {
    "trafilatura": ("trafilatura==2.3.1", "lxml_html_clean==0.4.6"),
    "resiliparse": ("resiliparse==2.0.1",),
    "readability-lxml": ("readability-lxml==0.9", "lxml_html_clean==0.4.6"),
    "jieba": ("jieba==0.42.1",),
    "lac": ("lac==2.1.2", "setuptools==80.9.0", "wheel==0.45.1", "paddlepaddle==2.6.2"),
    "datasketch": ("datasketch==2.0.0",),
    "rensa": ("rensa==0.5.0",),
}
# HTML_PARSE_RECOVER, NOERROR, NOWARNING, NONET, COMPACT, HUGE, IGNORE_ENC.
PARSER_OPTIONS = 1 | 1 << 5 | 1 << 6 | 1 << 11 | 1 << 16 | 1 << 19 | 1 << 21
TAGGED = 30_000  # Taggers are slow: so many characters tell their speed.
PERMUTATIONS = 128


def main(name, path, *more):
    logging.disable(logging.CRITICAL)
    if name in ("datasketch", "rensa"):
        result = group(name, path, float(*more))
    elif name in TAGGERS:
        result = tag(name, path)
    else:
        result = read_pages(name, path)
    print(json.dumps(result))


def spent(work):
    """What a call returned, and its user and system seconds."""
    import resource

    def now():
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime, used.ru_stime, time.monotonic()

    before = now()
    returned = work()
    user, system, wall = (b - a for a, b in zip(before, now()))
    return returned, {"user": user, "sys": system, "wall": wall}


# Pages.


def read_pages(name, folder):
    pages = [path.read_bytes() for path in sorted(pathlib.Path(folder).rglob("*.html"))]
    call = CALLS[name]()
    if name == "htmlReadMemory":
        pages = [as_utf8(page) for page in pages]

    def read(some):
        for page in some:
            try:
                call(page)
            except Exception:
                pass

    read(pages)  # Some load parts only when a page asks for them: one page is no warming up.
    return spent(lambda: read(pages))[1]


def bare_tree():
    """A tree of libxml2, built and freed: less cannot be done with a page."""
    xml = ctypes.CDLL(ctypes.util.find_library("xml2"))
    xml.htmlReadMemory.restype = ctypes.c_void_p
    text = ctypes.c_char_p
    xml.htmlReadMemory.argtypes = [text, ctypes.c_int, text, text, ctypes.c_int]
    xml.xmlFreeDoc.argtypes = [ctypes.c_void_p]
    return lambda page: xml.xmlFreeDoc(
        xml.htmlReadMemory(page, len(page), None, b"UTF-8", PARSER_OPTIONS)
    )


def as_utf8(page):
    try:
        return page.decode("utf-8").encode()
    except UnicodeDecodeError:
        return page.decode("gb18030", "replace").encode()


def trafilatura():
    import trafilatura

    return lambda page: trafilatura.bare_extraction(page, with_metadata=True)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    return lambda page: extract_plain_text(
        HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True
    )


def readability():
    from readability import Document

    return lambda page: Document(page).summary()


CALLS = {
    "htmlReadMemory": bare_tree,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "readability-lxml": readability,
}


# Articles.


def articles_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["path"], article["text"]


def jieba():
    import jieba.posseg

    return lambda text: sum(1 for _ in jieba.posseg.cut(text))


def lac():
    import paddle.base

    # The names that it knows the framework's parts by are those of an older one.
    sys.modules["paddle.fluid"] = paddle.base
    sys.modules["paddle.fluid.core"] = paddle.base.core
    from LAC import LAC

    tagger = LAC(mode="lac")
    return lambda text: tagger.run([line for line in text.split("\n") if line])


TAGGERS = {"jieba": jieba, "lac": lac}


def tag(name, path):
    call = TAGGERS[name]()
    texts, size = [], 0
    for _, text in articles_of(path):
        texts.append(text)
        size += len(text)
        if size > TAGGED:
            break
    call(texts[0])
    taken = spent(lambda: [call(text) for text in texts])[1]
    return {**taken, "characters": size, "bytes": sum(len(text.encode()) for text in texts)}


def shingles(text):
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    return {text[i : i + 5] for i in range(max(1, len(text) - 4))}


def grouped_by_datasketch(articles, threshold):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for number, (_, text) in enumerate(articles):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([s.encode() for s in shingles(text)])
        yield number, index.query(sketch)
        index.insert(number, sketch)


def grouped_by_rensa(articles, threshold):
    from rensa import RMinHash, RMinHashLSH

    bands = min(
        (b for b in range(1, PERMUTATIONS + 1) if PERMUTATIONS % b == 0),
        key=lambda b: abs((1 / b) ** (b / PERMUTATIONS) - threshold),
    )
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
    for number, (_, text) in enumerate(articles):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(list(shingles(text)))
        yield number, index.query(sketch)
        index.insert(number, sketch)


def group(name, path, threshold):
    """Letters and digits alone in shingles of five, 128 permutations: the same texts for each tool."""
    steps = {"datasketch": grouped_by_datasketch, "rensa": grouped_by_rensa}[name]
    parents = {}

    def root(number):
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join():
        for number, found in steps(articles_of(path), threshold):
            parents[number] = number
            for other in found:
                if other != number:
                    parents[root(number)] = root(other)

    list(steps([("", "预备")], threshold))
    taken = spent(join)[1]
    names = enumerate(path for path, _ in articles_of(path))
    return {**taken, "groups": {name: root(number) for number, name in names}}


if __name__ == "__main__":
    main(*sys.argv[1:])
