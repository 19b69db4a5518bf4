"""What .ci/bench reads: the same files on every machine, made once below a folder.

With ../shared beside the project the pages and posts are real ones; without it they are those of
.ci/make-corpus. Every set is a folder of plain files:

pages    HTML as it was saved, each file unpacked
sample   every eighth of the pages, as other extractors are slow
posts    Markdown with HTML bodies
texts    the same posts as plain text
small.*  whole sentences of the posts in documents of 10 kB, as text and as HTML
large.*  the same paragraphs in documents of 1 MB
one      one short page, for the start-up
crowd    12,000 documents
"""

import gzip
import html
import itertools
import pathlib
import re
import shutil
import subprocess
import tarfile

FORM = "1"  # Another one makes every set anew.
POSTS, SAMPLED, CROWD, PIECES = 400, 8, 12_000, 3_000_000
SENTENCE = "本报讯，市长昨天到河滨县调研，察看了三家企业和两所学校，并同当地居民座谈。"
MADE = pathlib.Path(__file__).with_name("make-corpus")


def make(shared, folder):
    """The sets by their names; from `shared` where it is there."""
    archive, saved = shared / "corpus" / "articles.tar.gz", shared / "clean"
    real = archive.exists() and saved.exists()
    origin = f"{FORM}, {'real' if real else 'made'}"
    marker = folder / "origin"
    if not (marker.exists() and marker.read_text() == origin):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        crowd = folder / "crowd"
        if real:
            with tarfile.open(archive) as packed:
                packed.extractall(crowd)
        else:
            subprocess.run([MADE, str(CROWD), crowd], check=True)
        found = sorted(crowd.rglob("*.md"))[: POSTS if real else None]
        unpack(saved if real else crowd, folder)
        write(folder / "posts", ((path.name, path.read_bytes()) for path in found))
        write(folder / "texts", ((f"{path.stem}.txt", plain(path)) for path in found))
        for suffix, dress in (("txt", as_text), ("html", as_page)):
            for name, size in (("small", 10_000), ("large", 1_000_000)):
                pieces = enumerate(pieces_of(sorted(crowd.rglob("*.md")), size))
                files = ((f"{number}.{suffix}", dress(number, lines)) for number, lines in pieces)
                write(folder / f"{name}.{suffix}", files)
        write(folder / "one", [("page.html", as_page(0, [SENTENCE]))])
        marker.write_text(origin)
    return {path.name: path for path in sorted(folder.iterdir()) if path.is_dir()}, origin[3:]


def own(given, folder):
    """Pages and posts out of a folder that somebody gives."""
    shutil.rmtree(folder, ignore_errors=True)
    unpack(given, folder)
    posts = sorted(p for p in given.rglob("*") if p.suffix in (".md", ".markdown", ".txt"))
    write(folder / "posts", ((path.name, path.read_bytes()) for path in posts))
    write(folder / "one", [("page.html", as_page(0, [SENTENCE]))])
    sets = {path.name: path for path in sorted(folder.iterdir()) if any(path.iterdir())}
    return sets, str(given)


def unpack(source, folder):
    """The pages below `source` in the set `pages`, and some of them in `sample`."""
    write(folder / "pages", html_files(source))
    write(folder / "sample", itertools.islice(html_files(source), 0, None, SAMPLED))


def html_files(source):
    for number, path in enumerate(sorted(p for p in source.rglob("*") if p.is_file())):
        name = path.name.removesuffix(".gz")
        if not name.endswith((".html", ".htm")):
            continue
        content = path.read_bytes()
        try:
            yield f"{number:05d}.html", gzip.decompress(content) if name != path.name else content
        except (OSError, EOFError):
            continue


def write(folder, files):
    """Files in folders of 1,000; those of one name are kept apart."""
    folder.mkdir(parents=True)
    for number, (name, content) in enumerate(files):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(exist_ok=True)
        target = place / name
        (target if not target.exists() else place / f"{number}-{name}").write_bytes(content)


def plain(path):
    """A post as text: title, date, and its paragraphs without marks."""
    head, body = re.match(r"---\n(.*?)\n---\n(.*)", path.read_text(), re.S).groups()
    fields = dict(re.findall(r'^(title|date): *"?([^"\n]*)', head, re.M))
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    body = re.sub(r"<(?:br|/p|/div|/h\d|/li)\b[^>]*>", "\n", body)
    body = re.sub(r"!?\[([^\]\n]*)\]\([^)\n]*\)", r"\1", re.sub(r"<[^>]*>", "", body))
    lines = [line.strip(" #*>-") for line in html.unescape(body).splitlines()]
    lines = [fields.get("title", ""), fields.get("date", "")[:10], *filter(None, lines)]
    return ("\n\n".join(lines) + "\n").encode()


def pieces_of(posts, size):
    """The sentences of posts, gathered until they have `size` bytes; PIECES bytes in all."""
    gathered, length, left = [], 0, PIECES
    for path in posts:
        for line in plain(path).decode().strip().split("\n\n")[2:]:
            if len(line) < 40 or line[-1] not in "。”」":
                continue  # What may be no sentence of the article ends an article for the cleaning.
            gathered.append(line)
            length += len(line.encode())
            if length >= size:
                yield gathered
                left -= length
                gathered, length = [], 0
            if left < size:
                return


def as_text(number, lines):
    return "\n\n".join([f"第{number}号材料汇编", "2021-03-04", *lines, ""]).encode()


def as_page(number, lines):
    title = f"第{number}号材料汇编"
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><h1>{title}</h1><div class="article">{body}</div></body></html>\n'
    ).encode()
