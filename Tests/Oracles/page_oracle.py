#!/usr/bin/env python3
"""Opens the published pages in Chromium, as readers do, and holds what they show against the other files.

    page_oracle.py BINARIES [--collections NAME…] [--pictures FOLDER]

The collections of the repository are run; besides, one of labels that attack a page, one in Arabic, and
one of 200 questions to all States. For each, from `file://`:

- axe-core has no violation in light, dark and print, with everything opened; the colours of charts stand
  out from the page, and numbers from their bars, as WCAG 2.2 asks (1.4.3, 1.4.11); nothing is wider than a
  window of 320 pixels (1.4.10);
- no request but for the page itself, no error, no dialog, no script or style but the page's own, no address
  but within the page;
- each table has what its CSV of tables/ has, and each bar the share of cells.csv; without script, too;
- filters show the columns that they name and no other; the search finds each State, and what it shows of it
  are the answers of validated/, read here anew; all of it by the keyboard alone;
- where replies were given in confidence, or nothing names the units, nobody is named;
- report.html has the words of report.md in their order, and its numbered paragraphs their numbers; it asks
  for nothing, runs nothing, and axe-core has no violation.

--pictures leaves one of each page at desk and at phone width, light and dark.
"""

import argparse
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from fractions import Fraction

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
# In bytes: the page of 2005, and that of 200 questions to 193 States.
LARGEST = {"migrants-protocol-2005": 1_000_000, "wide": 3_000_000}
CONFIDENTIAL = "integrity-at-work"
faults = []


def fault(*what):
    faults.append(" ".join(str(part) for part in what))


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_csv(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


ATTACKS = [
    "<script>document.title='hit'</script>", "</title><script>alert(1)</script>", "</script><script>alert(2)</script>",
    "</style><img src=x onerror=alert(3)>", "\"><svg onload=alert(4)>", "' onmouseover='alert(5)", "javascript:alert(6)",
    "\"\u0301 onfocus=alert(7) autofocus \"\u0301", "<\u0338script>alert(8)</script>", "{{words.skip}} {{{script}}}",
    "<!-- ", "]]>", "&lt;b&gt; &amp;amp;", "\u202eabc", "a\u200db", "`${alert(9)}`", "<a href=javascript:alert(10)>x</a>",
    "--><iframe srcdoc='<script>alert(11)</script>'>", "\\u003cscript>", "$& $1 $` {n}",
]


def hostile(repository):
    """A collection of States, all texts of which are attacks."""
    attacks = ATTACKS
    write_csv(f"{repository}/Pipelines/hostile/survey.csv",
              [["type", "name", "label"], ["select_one l", "q", attacks[0]], ["select_multiple l", "m", attacks[4]],
               ["rank r", "k", attacks[5]], ["integer", "n", attacks[7]], ["text", "t", attacks[8]]])
    write_csv(f"{repository}/Pipelines/hostile/choices.csv",
              [["list_name", "name", "label"]] + [["l", f"c{n}", text] for n, text in enumerate(attacks)]
              + [["r", f"c{n}", text] for n, text in enumerate(attacks[:3])])
    states = ["AFG", "ALB", "DZA", "AND", "AGO", "ATG", "ARG", "ARM", "AUS", "AUT", "AZE", "BHS", "BHR", "BGD", "BRB", "BLR",
              "BEL", "BLZ", "BEN", "BTN"]
    write_csv(f"{repository}/Input/hostile/r.csv",
              [["State", "Day", "q", "m", "k", "n", "t"]]
              + [[state, "2024-01-%02d" % (n % 28 + 1), f"c{n}", f"c{n} c0", "c0 c1 c2", n - 7, attacks[n]]
                 for n, state in enumerate(states)])
    title = attacks[1].replace("'", "''")
    quoted = [text.replace("'", "''") for text in attacks]
    write(f"{repository}/Pipelines/hostile/pipeline.yaml",
          f"title: '{title}'\npublisher: '{quoted[4]}'\ncontact: '{quoted[6]}'\ncut-off: 2024-06-30\nunit: state\n"
          "register: {treaty: migrants-protocol, incomplete: yes}\n"
          "fail-on: never\nsources:\n  - {file: r.csv, unit: {column: State, by: iso3}, received: {column: Day}, separator: ' '}\n")
    write(f"{repository}/Pipelines/hostile/tables.yaml",
          f"tables:\n  - {{id: a, rows: q, columns: [status, m], lists: all, title: '{quoted[2]}', note: '{quoted[3]}',\n"
          f"     base-label: '{quoted[4]}', footnotes: [{{on: title, text: '{quoted[7]}'}}]}}\n"
          "  - {id: b, rows: m, lists: all}\n  - {id: c, rows: n}\n  - {id: d, rows: [q, k]}\n")
    write(f"{repository}/Pipelines/hostile/report.md",
          "# {{title}}\n\n11. {{title}} <script>alert(12)</script> [x](javascript:alert(13)) ![y](http://example.org/z.png)\n\n"
          "17. <img src=x onerror=alert(14)> {{list a/c0}}[^7]\n\n<iframe src=http://example.org></iframe>\n\n"
          "[^7]: {{title}} <style>*{display:none}</style>\n")


def arabic(repository):
    """The States of a small survey, in Arabic."""
    write_csv(f"{repository}/Pipelines/arabic/survey.csv",
              [["type", "name", "label::English (en)", "label::العربية (ar)"],
               ["select_one l", "law", "Is there a law?", "هل يوجد قانون؟"]])
    write_csv(f"{repository}/Pipelines/arabic/choices.csv",
              [["list_name", "name", "label::English (en)", "label::العربية (ar)"], ["l", "yes", "Yes", "نعم"],
               ["l", "no", "No", "لا"]])
    write_csv(f"{repository}/Input/arabic/r.csv",
              [["State", "Day", "law"], ["FRA", "2005-01-01", "yes"], ["EGY", "2005-02-01", "no"], ["CHN", "2005-03-05", "yes"],
               ["MEX", "2005-03-07", "yes"], ["KEN", "2005-06-01", "no"], ["SDN", "2005-06-30", "yes"]])
    write(f"{repository}/Pipelines/arabic/pipeline.yaml",
          "title: القوانين\ncut-off: 2005-07-29\nunit: state\nregister: {treaty: migrants-protocol}\nlanguage: ar\n"
          "sources:\n  - {file: r.csv, unit: {column: State, by: iso3}, received: {column: Day}}\n")
    write(f"{repository}/Pipelines/arabic/tables.yaml",
          "tables:\n  - {rows: law, columns: [status, regional_group], lists: all}\n")
    write(f"{repository}/Pipelines/arabic/report.md",
          "# {{title}}\n\n11. {{percent law/yes}}: {{names law/yes}}.\n\n17. {{figure law/.base}}\n\n"
          "| العمود | القيمة |\n|---|--:|\n| نعم | {{figure law/yes}} |\n")


def run(binaries, repository, name):
    for stage in STAGES:
        ended = subprocess.run(
            [f"{binaries}/rapporteur-{stage}", "--pipeline", f"Pipelines/{name}", "--input", f"Input/{name}",
             "--output", f"Output/{name}"], cwd=repository, capture_output=True)
        if ended.returncode not in (0, 1):
            sys.exit(f"page: {name}: {stage} ended with {ended.returncode}: {ended.stderr.decode()}")
    return f"{repository}/Output/{name}/published"


# Figures: the tables of the page against those in CSV, the bars against the cells.


def spreadsheet(path):
    """The lines of a table as CSV, without the marks for spreadsheets."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    best = max(",;", key=lambda mark: max(len(row) for row in csv.reader(text.splitlines(), delimiter=mark)))
    rows = list(csv.reader(text.splitlines(True), delimiter=best))
    return [[field.removeprefix("\u200e") for field in row] for row in rows]


def words(text):
    return " ".join(text.split())


def check_tables(page, published, name):
    """The texts of every table, in their order."""
    tables = page.evaluate("""() => [...document.querySelectorAll('section.table')].map(s => ({
        id: s.id.slice(2), title: s.querySelector('h3').textContent,
        notes: [...s.querySelectorAll(':scope > .note')].map(e => e.textContent),
        rows: [...s.querySelectorAll('table.figures > tbody > tr')].map(r => [...r.cells].map(c => c.textContent)) }))""")
    files = {entry.removesuffix(".csv") for entry in os.listdir(f"{published}/tables")}
    if {table["id"] for table in tables} != files:
        fault(name, "has other tables than tables/")
    cells = 0
    for table in tables:
        rows = spreadsheet(f"{published}/tables/{table['id']}.csv")
        blanks = [number for number, row in enumerate(rows) if row in ([], [""])]
        body = rows[blanks[0] + 2:]
        notes = [row[0] for row in rows[1:blanks[0]]]
        if len(blanks) > 1:
            notes += [row[0] for row in rows[blanks[1] + 1:]]
            body = rows[blanks[0] + 2:blanks[1]]
        place = f"{name} {table['id']}:"
        if words(table["title"]) != words(rows[0][0]) or [words(n) for n in table["notes"]] != [words(n) for n in notes]:
            fault(place, "has another title or other notes")
        if len(body) != len(table["rows"]):
            fault(place, "has", len(table["rows"]), "rows, the file", len(body))
        for row, twin in zip(table["rows"], body):
            cells += len(row)
            if [words(cell) for cell in row] != [words(cell) for cell in twin[:len(row)]] or any(twin[len(row):]):
                fault(place, row, "is", twin, "in the file")
    return cells


def check_bars(page, published, name):
    """The parts of each bar add up to no more than the whole, and are shares of cells.csv."""
    shares = {}
    with open(f"{published}/machine/cells.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["statistic"] == "percent" and row["value"]:
                shares.setdefault(row["table"], []).append(Fraction(row["value"]))
    bars = page.evaluate("""() => [...document.querySelectorAll('section.table')].flatMap(s =>
        [...s.querySelectorAll('.row')].map(r => [s.id.slice(2), [...r.querySelectorAll('rect')].map(e =>
        parseFloat(e.getAttribute('width')))]))""")
    count = 0
    for table, widths in bars:
        if not widths:
            continue
        count += len(widths)
        if sum(widths) > 100.05:
            fault(name, table, "has a bar of", sum(widths))
        for width in widths:
            if not any(abs(share - Fraction(width).limit_denominator(1000)) < Fraction(1, 100) for share in shares.get(table, [])):
                fault(name, table, "has a part of", width, "which is no share of cells.csv")
    return count


# What readers do.


def columns(page):
    """The keys and headings of columns that are seen, by table."""
    return page.evaluate("""() => [...document.querySelectorAll('table.figures')].map(t =>
        [...t.tHead.rows[0].cells].slice(1).filter(c => c.offsetParent).map(c => [c.dataset.k, c.textContent]))""")


def check_filters(page, name):
    selects = page.locator("#filters select")
    before = columns(page)
    chosen = 0
    for number in range(selects.count()):
        select = selects.nth(number)
        # By the keyboard: the first choice after "all".
        select.focus()
        page.keyboard.press("ArrowDown")
        value = select.input_value()
        if not value:
            fault(name, "a filter is not set by the keyboard")
            continue
        chosen += 1
        for table, seen in zip(before, columns(page)):
            keys = [key for key, _ in table]
            variable = value.split("-")[0]
            expected = [pair for pair in table if not pair[0] or (
                value in pair[0].split() and all(k == value or k.split("-")[0] != variable for k in pair[0].split()))]
            if any(keys) and seen != expected:
                fault(name, "with", value, "shows", seen, "and not", expected)
        # Every row of a table that is not a heading has as many cells seen as there are columns.
        ragged = page.evaluate("""() => [...document.querySelectorAll('table.figures')].filter(t => new Set(
            [...t.tBodies].flatMap(b => [...b.rows]).filter(r => r.className !== 'group')
            .map(r => [...r.cells].filter(c => !c.hidden).length)).size > 1).length""")
        if ragged:
            fault(name, "with", value, ragged, "tables have rows of different lengths")
        page.locator("#filters button").focus()
        page.keyboard.press("Enter")
        if columns(page) != before:
            fault(name, "does not show all again")
    return chosen


def answers_of(repository, name):
    """What each State answered, from validated/ and the form: {iso3: [text of each question]}.

    Labels are those of cells.csv where it has them: those of the form may have markup, which is left out."""
    form, choices, names, printed = [], {}, {}, {}
    with open(f"{repository}/Output/{name}/published/machine/cells.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            printed[row["row_variable"], row["row"]] = row["row_label"].rpartition(": ")[2] \
                if row["row_label"].count(": ") and ":" in row["row_variable"] else row["row_label"]
    with open(f"{repository}/Pipelines/{name}/choices.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            label = next((row[key] for key in row if key and key.startswith("label")), row["name"])
            choices.setdefault(row["list_name"], []).append(label)
            names.setdefault(row["list_name"], []).append(row["name"])
    with open(f"{repository}/Pipelines/{name}/survey.csv", encoding="utf-8-sig", newline="") as file:
        is_repeated = False
        for row in csv.DictReader(file):
            kind, _, listed = row["type"].partition(" ")
            if kind in ("begin_repeat", "end_repeat"):
                is_repeated = kind == "begin_repeat"
            if is_repeated and kind == "select_one":
                kind = "select_multiple"  # what all instances answered
            if kind in ("select_one", "select_multiple", "rank", "integer", "decimal", "date", "text"):
                own = listed.split()[0] if listed else ""
                form.append((kind, row["name"], [printed.get((row["name"], choice), label) for choice, label
                                                 in zip(names.get(own, []), choices.get(own, []))]))
    answers = {}
    folder = f"{repository}/Output/{name}/validated"
    with open(f"{folder}/units.csv", encoding="utf-8", newline="") as file:
        units = [row for row in csv.DictReader(file)]
    for unit in units:
        path = f"{folder}/{unit['partition']}.csv"
        if unit["fate"] != "replied":
            continue
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["unit"].strip() == unit["unit"]:
                    answers[unit["key"]] = [read(row[question].strip(), kind, labels) for kind, question, labels in form]
    return answers


def read(cell, kind, labels):
    marks = {".": "No answer", "/": "Not applicable", "~": "Not asked", "?": "Unclear"}
    if cell in marks:
        return marks[cell]
    if kind == "select_one":
        number = 0
        for letter in cell:
            number = number * 26 + ord(letter) - ord("a")
        return labels[number]
    if kind == "select_multiple":
        return ", ".join(label for label, letter in zip(labels, cell) if letter != "_")
    if kind == "rank":
        ranked = sorted((letter, label) for letter, label in zip(cell, labels) if letter != "_")
        return ", ".join(f"{rank}. {label}" for rank, (_, label) in enumerate(ranked, 1))
    return "a text, which stands in texts.csv" if kind == "text" else cell


def check_search(page, repository, name):
    answers = answers_of(repository, name)
    rows = page.locator("#units tbody tr")
    codes = page.evaluate("() => [...document.querySelectorAll('#units tbody tr')].map(r => [r.dataset.u, r.cells[0].textContent])")
    find = page.locator("#find")
    for number, (code, state) in enumerate(codes):
        if name == "wide" and number % 20:
            continue
        # Every tenth by typing its name without accents, the others straight away.
        if number % 10 == 0:
            plain = "".join(c for c in unicodedata.normalize("NFD", state) if not unicodedata.combining(c)).upper()
            find.focus()
            find.fill("")
            page.keyboard.type(plain)
            seen = [text for text in page.locator("#units tbody tr:visible th").all_inner_texts()]
            if state not in seen or any(plain.lower() not in "".join(
                    c for c in unicodedata.normalize("NFD", other) if not unicodedata.combining(c)).lower() for other in seen):
                fault(name, "finds", seen, "for", plain)
            if str(len(seen)) not in page.locator("#found").inner_text():
                fault(name, "says", page.locator("#found").inner_text(), "of", len(seen))
            find.fill(code.lower())
            page.keyboard.press("Enter")
        else:
            find.fill(code)
            rows.nth(number).locator("button").press("Enter")
        if page.evaluate("document.activeElement.id") != "answers-h":
            fault(name, "does not lead to the answers of", state)
        shown = page.evaluate("() => [...document.querySelectorAll('#answered tr')].map(r => r.cells[1].textContent)")
        expected = answers.get(code)
        if expected is None:
            if shown or page.locator("#silent").inner_text() != "Did not reply":
                fault(name, state, "is shown with", set(shown))
        elif [words(text) for text in shown] != [words(text) for text in expected]:
            fault(name, state, "is shown with", shown, "and not", expected)
        page.keyboard.press("Escape")
        if page.locator("#answers").is_visible():
            fault(name, "keeps the answers of", state)
    find.fill("")
    return len(codes) if name != "wide" else len(codes[::20])


def check_map(page, name):
    """Each State has a tile of its own; colours follow what is chosen."""
    tiles = page.evaluate("() => [...document.querySelectorAll('.tiles g')].map(g => [g.dataset.u, g.getAttribute('transform')])")
    listed = page.evaluate("() => [...document.querySelectorAll('#units tbody tr')].map(r => r.dataset.u)")
    if sorted(code for code, _ in tiles) != sorted(listed) or len({where for _, where in tiles}) != len(tiles):
        fault(name, "has no tile of its own for each State")
    select = page.locator("#colour")
    if select.is_visible():
        for value in range(min(select.locator("option").count(), 4)):
            select.select_option(str(value))
            wrong = page.evaluate("""() => { const n = document.querySelectorAll('#map-legend li').length;
                return [...document.querySelectorAll('.tiles g')].filter(g => !(Number(g.querySelector('.m').textContent) >= 1
                && Number(g.querySelector('.m').textContent) <= n)).length }""")
            if wrong:
                fault(name, wrong, "tiles have no colour of the legend for choice", value)
        select.select_option("0")


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def check_colours(page, name, scheme):
    page_colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    pairs = page.evaluate("""() => [0,1,2,3,4,5,6,7].map(i => ['c', 'n'].map(k => {
        const e = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); e.setAttribute('class', k + i);
        document.body.append(e); const fill = getComputedStyle(e).fill; e.remove(); return fill; }))""")
    for number, (part, text) in enumerate(pairs):
        if contrast(part, page_colour) < 3:
            fault(name, scheme, "colour", number, "does not stand out:", part, page_colour)
        if contrast(part, text) < 4.5:
            fault(name, scheme, "number on colour", number, "cannot be read:", part, text)
    if len({part for part, _ in pairs}) != 8:
        fault(name, scheme, "has colours that are the same")


def check_axe(page, name, state):
    results = Axe().run(page)
    for violation in results.response["violations"]:
        nodes = violation["nodes"]
        fault(name, state, violation["id"], violation["help"], len(nodes), "times, first:", nodes[0]["html"][:200])
    return len(results.response["passes"])


def check_inert(page, name):
    """Nothing of the data became markup."""
    found = page.evaluate("""() => {
        const bad = [];
        for (const e of document.querySelectorAll('*')) {
            for (const a of e.attributes) {
                if (a.name.startsWith('on') || a.name === 'style' && !e.closest('.chart') || a.name === 'srcdoc') bad.push(e.localName + ' ' + a.name);
                if (['href', 'src', 'action', 'xlink:href'].includes(a.name) && !a.value.startsWith('#')) bad.push(a.name + '=' + a.value);
            }
        }
        if (document.scripts.length !== 1) bad.push(document.scripts.length + ' scripts');
        if (document.querySelectorAll('style').length !== 1) bad.push('styles');
        for (const n of ['iframe', 'img', 'object', 'embed', 'base', 'link']) if (document.querySelector(n)) bad.push(n);
        return bad; }""")
    for what in found:
        fault(name, "has", what)


def opened(browser, path, name, **options):
    """A page that says what it should not: errors, dialogs, requests."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("pageerror", lambda error: fault(name, "error:", error))
    page.on("console", lambda message: message.type in ("error", "warning") and fault(name, "console:", message.text))
    page.on("dialog", lambda dialog: (fault(name, "dialog:", dialog.message), dialog.dismiss()))
    page.on("request", lambda request: request.url != f"file://{path}" and fault(name, "asks for", request.url))
    page.goto(f"file://{path}")
    return page


def check_report(browser, published, name, pictures):
    """report.html says what report.md does. Its words are those of report.md without the marks of Markdown."""
    path = f"{published}/report.html"
    if not os.path.exists(path):
        return 0
    with open(f"{published}/report.md", encoding="utf-8") as file:
        lines = file.read().splitlines()
    name = f"{name} (report)"
    page = opened(browser, path, name, viewport={"width": 1280, "height": 900})
    shown = page.evaluate("""() => [document.querySelector('main').textContent, [...document.querySelectorAll('main > ol > li')].map(
        e => e.parentElement.start + [...e.parentElement.children].indexOf(e))]""")
    numbers = [int(match[1]) for match in (re.match(r"(\d+)\. ", line) for line in lines) if match]
    if shown[1] != numbers:
        fault(name, "numbers its paragraphs", shown[1], "and not", numbers)
    if not name.startswith(("hostile", "arabic")):
        marks = r"^#+ |^\d+\. |^[-*] |\*|`"
        expected = words(" ".join(re.sub(marks, "", line) for line in lines))
        if words(shown[0]) != expected:
            fault(name, "has other words than report.md:", words(shown[0])[:200])
    found = page.evaluate("""() => [document.scripts.length, document.querySelectorAll('img, iframe, object, embed, link, [src]').length,
        [...document.querySelectorAll('[href]')].filter(e => !/^(#|https?:|mailto:)/.test(e.getAttribute('href'))).length,
        [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style')).length]""")
    if found != [0, 0, 0, 0]:
        fault(name, "has scripts, what is loaded, other addresses or handlers:", found)
    passed = 0
    for scheme, media in [("light", "screen"), ("dark", "screen"), ("light", "print")]:
        page.emulate_media(color_scheme=scheme, media=media)
        passed += check_axe(page, name, f"({scheme}, {media})")
    if pictures:
        os.makedirs(pictures, exist_ok=True)
        page.emulate_media(color_scheme="light", media="screen")
        page.screenshot(path=f"{pictures}/{name}.png")
        page.pdf(path=f"{pictures}/{name}.pdf", format="A4")
    page.context.close()
    page = opened(browser, path, f"{name} (phone)", viewport={"width": 320, "height": 700})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        fault(name, "is wider than 320 pixels")
    page.context.close()
    return passed


def check_page(browser, repository, name, pictures):
    published = f"{repository}/Output/{name}/published"
    path = f"{published}/index.html"
    size = os.path.getsize(path)
    if size > LARGEST.get(name, 3_000_000):
        fault(name, "has", size, "bytes")

    bare = opened(browser, path, f"{name} (no script)", java_script_enabled=True)
    hidden = bare.evaluate("""() => document.querySelectorAll('main section.table').length""")
    bare.context.close()
    silent = browser.new_context(java_script_enabled=False)
    page = silent.new_page()
    page.goto(f"file://{path}")
    if page.locator("section.table table.figures").filter(visible=True).count() != hidden:
        fault(name, "does not show all tables without script")
    for control in ["#filters", "#search", "#colouring", "#answers"]:
        if page.locator(control).filter(visible=True).count():
            fault(name, "shows", control, "without script, where it does nothing")
    silent.close()

    page = opened(browser, path, name, viewport={"width": 1280, "height": 900})
    cells, bars = check_tables(page, published, name), check_bars(page, published, name)
    check_inert(page, name)
    filters = check_filters(page, name)
    states = 0
    if page.locator("#units").count():
        if page.locator("#map").count():
            check_map(page, name)
        if name != "arabic":
            states = check_search(page, repository, name)
    is_listed = os.path.exists(f"{repository}/Output/{name}/confidential") is False and re.search(
        r"^unit: (state|listed)", open(f"{repository}/Pipelines/{name}/pipeline.yaml", encoding="utf-8").read(), re.M)
    if bool(page.locator("#units, dl.names").count()) != bool(is_listed):
        fault(name, "names units" if not is_listed else "names no units")

    # The first key leads to the way past the contents.
    page.reload()
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        fault(name, "begins with", page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "main":
        fault(name, "does not skip the contents")

    passed = 0
    page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
    ways = [("light", "screen"), ("dark", "screen"), ("light", "print"), ("dark", "print")]
    # What is large has nothing that the others have not, but that it is large.
    for scheme, media in ways[:1] if name == "wide" else ways:
        page.emulate_media(color_scheme=scheme, media=media)
        passed += check_axe(page, name, f"({scheme}, {media})")
        check_colours(page, name, f"({scheme}, {media})")
    page.emulate_media(color_scheme="light", media="screen")
    if name == "arabic":
        left = page.evaluate("""() => { const r = document.querySelector('.row rect').getBoundingClientRect(),
            b = document.querySelector('.row .bar').getBoundingClientRect(); return b.right - r.right < 2; }""")
        if not left:
            fault(name, "bars do not begin at the right")
    page.context.close()

    page = opened(browser, path, f"{name} (phone)", viewport={"width": 320, "height": 700})
    wide = page.evaluate("""() => [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && !e.closest('.away')
        && e.getBoundingClientRect().right > innerWidth + 1 && e.offsetParent).map(e => e.outerHTML.slice(0, 100)).slice(0, 3)""")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth") or wide:
        fault(name, "is wider than 320 pixels:", wide)
    if name != "wide":
        check_axe(page, name, "(phone)")
    page.context.close()
    if pictures and name != "wide":
        os.makedirs(pictures, exist_ok=True)
        for width, scheme in [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]:
            page = opened(browser, path, name, viewport={"width": width, "height": 1600 if width > 400 else 844},
                          color_scheme=scheme)
            page.screenshot(path=f"{pictures}/{name}-{width}-{scheme}.png", full_page=False)
            page.screenshot(path=f"{pictures}/{name}-{width}-{scheme}-whole.png", full_page=True)
            page.context.close()
        page = opened(browser, path, name)
        page.pdf(path=f"{pictures}/{name}.pdf", format="A4")
        page.context.close()
    print(f"page: {name}: {size:,} bytes, {cells} cells, {bars} parts of bars, {filters} filters, {states} units searched, "
          f"{passed} rules of axe passed", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--collections", nargs="*")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    binaries = os.path.abspath(options.binaries)
    with tempfile.TemporaryDirectory() as repository:
        for folder in ["Pipelines", "Input"]:
            shutil.copytree(f"{REPOSITORY}/{folder}", f"{repository}/{folder}")
        names = sorted(name for name in os.listdir(f"{repository}/Input") if os.path.isdir(f"{repository}/Pipelines/{name}"))
        hostile(repository)
        arabic(repository)
        wide = f"{repository}/wide"
        subprocess.run([sys.executable, f"{REPOSITORY}/Tests/Generators/wide_collection.py", wide,
                        f"{REPOSITORY}/Pipelines/registers"], check=True)
        for folder in ["Pipelines", "Input"]:
            shutil.copytree(f"{wide}/{folder}/wide", f"{repository}/{folder}/wide")
        names = options.collections or names + ["hostile", "arabic", "wide"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name in names:
                published = run(binaries, repository, name)
                first = open(f"{published}/index.html", "rb").read()
                subprocess.run([f"{binaries}/rapporteur-export", "--pipeline", f"Pipelines/{name}", "--input",
                                f"Input/{name}", "--output", f"Output/{name}"], cwd=repository, capture_output=True)
                if open(f"{published}/index.html", "rb").read() != first:
                    fault(name, "has other bytes the second time")
                check_page(browser, repository, name, options.pictures)
                check_report(browser, published, name, options.pictures)
            browser.close()
    for line in faults[:60]:
        print("page:", line, file=sys.stderr)
    print("page: ok" if not faults else f"page: {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
