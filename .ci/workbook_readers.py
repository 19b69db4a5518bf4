"""Reads dibao.xlsx with openpyxl and LibreOffice: for test-readers."""
import csv, datetime, re, subprocess, xml.etree.ElementTree

LIMIT = 32767


def sheets_of_openpyxl(path, openpyxl):
    """({sheet: rows of texts}, how many cells are formulas) as openpyxl sees them."""
    book = openpyxl.load_workbook(path, read_only=True)
    sheets, formulas = {}, 0
    for name in book.sheetnames:
        rows = []
        for row in book[name].iter_rows():
            formulas += sum(cell.data_type == "f" for cell in row)
            rows.append([text(cell.value) for cell in row])
        sheets[name] = rows
    return sheets, formulas


def text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return unguarded(value) if isinstance(value, str) else repr(value)


def unguarded(value):
    """openpyxl leaves the codes of characters as they are."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), value)


def converted(path, kind, ending, folder):
    """The files that a headless LibreOffice makes of a workbook."""
    profile = folder / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", folder, path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sorted(folder.glob(f"*.{ending}"))


def sheets_of_office(path, folder):
    """({sheet: rows of texts}, how many cells are formulas) as LibreOffice sees them."""
    # Commas, double quotes, UTF-8; texts quoted, values as they are stored, formulas as such; all sheets.
    options = "44,34,76,1,,0,true,false,true,false,false,-1"
    sheets = {}
    for file in converted(path, f"csv:Text - txt - csv (StarCalc):{options}", "csv", folder):
        with open(file, encoding="utf-8", newline="") as lines:
            rows = [[of_office(value) for value in row] for row in csv.reader(lines)]
        sheets[file.stem.removeprefix(path.stem + "-")] = rows
    [flat] = converted(path, "fods", "fods", folder)
    formula = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
    # LibreOffice has no booleans: it takes them for these two.
    none = {None, "of:=TRUE()", "of:=FALSE()"}
    formulas = 0
    for _, element in xml.etree.ElementTree.iterparse(flat):
        formulas += element.get(formula) not in none
        element.clear()
    return sheets, formulas


def of_office(value):
    return {"TRUE": "true", "FALSE": "false"}.get(value, value)


def tables_of(sheets, tables):
    """The rows of the tables, of all their sheets; and what the sheets say of cut cells."""
    types = {(row[0], row[2]): row[3] for row in sheets["codebook"][1:]}
    found, places = {}, {}
    for name, rows in sheets.items():
        table = name if name in tables else re.sub("_[0-9]+$", "", name)
        if table not in tables:
            continue
        kinds = [types[table, column] for column in rows[0]]
        kept = found.setdefault(table, [])
        for number, row in enumerate(rows[1:], 2):
            places[name, number] = table, len(kept)
            row = row + [""] * (len(kinds) - len(row))
            kept.append([typed(value, kind) for value, kind in zip(row, kinds)])
    return found, [cut(row, places) for row in sheets.get("cut_cells", [])[1:]]


def typed(value, kind):
    return repr(float(value)) if kind == "number" and value else value


def cut(row, places):
    letters, number = re.fullmatch("([A-Z]+)([0-9]+)", row[1]).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return *places[row[0], int(number)], column - 1, int(float(row[4])), int(float(row[5]))


def make_whole(found, cuts, tables):
    """Puts the whole text for each cut one that begins as the whole does, and is as long as it is said to be."""
    for table, row, column, units, kept in cuts:
        wanted = tables[table][row][column].encode("utf-16-le")
        begun = found[table][row][column].encode("utf-16-le")
        if len(wanted) == units * 2 and len(begun) == kept * 2 <= LIMIT * 2 and wanted.startswith(begun):
            found[table][row][column] = tables[table][row][column]


def write_hard_articles(folder):
    """Articles of texts that break sheets."""
    folder.mkdir()
    titles = [
        "=1+1", '=HYPERLINK("https://example.org","x")', "+86", "-5", "@SUM(A1)", "007", "1e5", "_x0041_",
        "2024-12-13"]
    for number, title in enumerate(titles):
        body = "\n\n".join([f"第{number}段：{title}，会议在北京举行。"] * 3)
        (folder / f"{number}.md").write_text(f"# {title}\n\n2020年12月16日\n\n{body}\n", encoding="utf-8")
    paragraphs = "\n\n".join(f"第{number}段，会议在北京举行𠮷😀。" * 20 for number in range(200))
    (folder / "long.md").write_text(f"# 长文\n\n2020年12月16日\n\n{paragraphs}\n", encoding="utf-8")
