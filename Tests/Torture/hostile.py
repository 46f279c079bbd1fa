"""Files that a run was never meant to meet, for torture.py: each with what is expected of it."""

import gzip
import io
import os
import random
import shutil
import zipfile

from world import HEADING, NAMES, ends, make_socket, replies, write

SOURCE = "Input/open/replies-2.csv"
KEPT = "Output/open/kept"


def remove(path):
    if os.path.islink(path) or not os.path.isdir(path):
        os.path.lexists(path) and os.remove(path)
    else:
        shutil.rmtree(path)


class Case:
    """What is put where, what the collection `open` ends with, and what is said; and what besides."""

    def __init__(self, make, status, said="", paths=(SOURCE,), found=None, make_status=None, more=None):
        self.make, self.status, self.said, self.paths = make, status, said, paths
        self.found, self.make_status, self.more = found, make_status, more


def at(path, make):
    return lambda root: make(f"{root}/{path}")


def text(content, path=SOURCE):
    return lambda root: write(f"{root}/{path}", content)


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheet, strings="", prolog=""):
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{LINKS}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="s" sheetId="1" '
                           'r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
                                      f'Type="{LINKS}/worksheet" Target="s.xml"/><Relationship Id="b" '
                                      f'Type="{LINKS}/sharedStrings" Target="t.xml"/></Relationships>',
        "xl/t.xml": f'{prolog}<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/s.xml": f'{prolog}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    })


ENTITY = '<!DOCTYPE sst [<!ENTITY a "aaaa">]>'
OUTSIDE = '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE sst [<!ENTITY % a "aaaa">]>'
# A text of 32,000 letters in each of 200 rows: 16 kilobytes that unpack to six megabytes.
ECHO = workbook("".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 200)),
                f"<si><t>{'a' * 32000}</t></si>")
UTF16 = (HEADING + "a,2024-05-01,Yes,Good,1,x\nb,2024-05-01,Yes,Good,1,HALF\nc,2024-05-01,No,,1,x\n")


def utf16():
    half = UTF16.encode("utf-16-le").replace("HALF".encode("utf-16-le"), b"\x3d\xd8a\0")
    return b"\xff\xfe" + half


def odd_names(root):
    for name in ["a b", "$(touch $PWD-hit)", "`touch hit`", "x;touch hit", "a'b", "-rf", 'q"']:
        shutil.copytree(f"{root}/Pipelines/open", f"{root}/Pipelines/{name}")


def long_cell(inner):
    return HEADING + f'a,2024-05-01,Yes,Good,1,"{inner}"\nb,2024-05-01,Yes,Good,1,x\n'


def linked(path, to):
    return lambda root: (remove(f"{root}/{path}"), os.symlink(to, f"{root}/{path}"))


def replaced(path, content):
    return lambda root: (remove(f"{root}/{path}"), write(f"{root}/{path}", content))


CASES = {
    "pipe": Case(at(SOURCE, os.mkfifo), 65, "[not-a-file]"),
    "device": Case(at(SOURCE, lambda path: os.symlink("/dev/zero", path)), 65, "[not-a-file]"),
    "terminal": Case(at(SOURCE, lambda path: os.symlink("/dev/tty", path)), 65, "[not-a-file]"),
    "socket": Case(at(SOURCE, make_socket), 65, "[not-a-file]"),
    "folder": Case(at(SOURCE, os.mkdir), 65, "[not-a-file]"),
    "linked folder": Case(at("Input/open/more", lambda path: os.symlink(".", path)), 65, "[linked-folder]",
                          ["Input/open/more"]),
    "link to nothing": Case(at(SOURCE, lambda path: os.symlink("nowhere", path)), 66, "[no-file]"),
    "pipe as definition": Case(at("Pipelines/open/rules.yaml", os.mkfifo), 78, "named pipe",
                               ["Pipelines/open/rules.yaml"]),
    "gzip bomb": Case(text(gzip.compress(b"a,b\n" * 10**7)), 65, "[unpacks-too-large]"),
    "gzip cut off": Case(text(gzip.compress(replies(99, 3).encode())[:-20]), 65, "[damaged-container]"),
    "zip bomb": Case(text(zipped({"a.csv": b"a,b\n" * 10**7})), 65, "[unpacks-too-large]"),
    "zip in zip": Case(text(zipped({"a.csv": zipped({"b.csv": HEADING})})), 65, "[nested-container]"),
    "workbook that echoes": Case(text(ECHO), 65, "[unpacks-too-large]"),
    "entity": Case(text(workbook("", prolog=ENTITY)), 65, "[declared-entity]"),
    "outside entity": Case(text(workbook("", prolog=OUTSIDE)), 65, "[declared-entity]"),
    "parameter entity": Case(text(workbook("", prolog=PARAMETER)), 65, "[declared-entity]"),
    "workbook of junk": Case(text(workbook("<row><c><v>" * 5000)), 65, "[damaged-container]"),
    "noise": Case(text(random.Random(1).randbytes(1 << 20)), 65, "error"),
    "zero bytes": Case(text(bytes(1 << 20)), 65, "error"),
    "nothing": Case(text(""), 65, "[no-header]"),
    "half of a pair": Case(text(utf16()), 0, found=("undecodable", 1)),
    "long cell": Case(text(long_cell("x" * (9 << 20))), 0, found=("long-record", 1)),
    "long cell of lines": Case(text(long_cell("x,y\n" * (9 << 18))), 0, found=("long-record", 1)),
    "open quote": Case(text(HEADING + 'a,2024-05-01,Yes,Good,1,"x\n' + "b,2024-05-01,No,,1,y\n" * 9), 0,
                       found=("open-quote", 1)),
    "spreadsheet errors": Case(text(HEADING + "#REF!,2024-05-01,Yes,Good,1,x\n#N/A,2024-05-01,No,,1,\n"), 0,
                               found=("damaged-identifier", 2)),
    "header alone": Case(text(HEADING), 0, found=("no-records", 1)),
    "many stars": Case(lambda root: (
        text("x", "Input/open/" + "a" * 200)(root),
        write(f"{root}/Pipelines/open/pipeline.yaml", open(f"{root}/Pipelines/open/pipeline.yaml").read().replace(
            "replies-*", '"' + "*a" * 60 + '*b"'))),
        66, "[no-input]", ["Input/open/" + "a" * 200, "Pipelines/open/pipeline.yaml"]),
    "published is a link": Case(
        lambda root: (os.rename(f"{root}/Output/open/published", f"{root}/aside"),
                      os.symlink("../../aside", f"{root}/Output/open/published")),
        73, "[linked-result]", ["Output/open/published", "aside"]),
    "published is a file": Case(replaced("Output/open/published", "mine"), 73, "[not-a-folder]",
                                ["Output/open/published"]),
    "lock is a folder": Case(lambda root: (remove(f"{root}/Output/open/.lock"), os.mkdir(f"{root}/Output/open/.lock")),
                             73, "[cannot-write]", ["Output/open/.lock"]),
    "notes of somebody": Case(
        lambda root: [write(f"{root}/Output/open/published/{name}", "mine") for name in ["notes.txt", "balance.csv"]],
        0, "[foreign-files] 2 files", [], more=lambda root: sorted(os.listdir(f"{root}/{KEPT}/published-1"))
        == ["balance.csv", "notes.txt"]),
    "leftovers": Case(
        lambda root: [write(f"{root}/Output/open/{name}/x", "") for name in ["published.partial", "ingested.partial.old"]],
        0, "", []),
    "odd names": Case(odd_names, 0, "[collection-name]", [], make_status=2, more=lambda root: not any(
        "hit" in name for folder in [root, os.path.dirname(root)] for name in os.listdir(folder))),
}


def check(world, name, torture):
    """What is wrong with how one case went."""
    case, root = CASES[name], world.path
    kept = {path: open(f"{root}/{path}", "rb").read() for path in case.paths if os.path.isfile(f"{root}/{path}")}
    case.make(root)
    status, output, error = world.run(timeout=60)
    said, wrong = ends(output), []
    if said.get("open") != case.status or said.get("closed") != 0:
        wrong.append(f"ended with {said}: {error[-800:]}")
    if status != (case.make_status or (0 if case.status == 0 else 2)):
        wrong.append(f"make ended with {status}")
    if case.said not in error:
        wrong.append(f"expected {case.said}: {error[-800:]}")
    if case.found:
        rule, count = case.found
        with open(f"{root}/Output/open/published/machine/findings.csv") as file:
            lines = [line for line in file if f",{rule}," in f",{line}"]
        if len(lines) != count:
            wrong.append(f"expected {count} findings of {rule}: {lines}")
    if case.more and not case.more(root):
        wrong.append("not all is as it should be")
    if case.status > 1 and name not in ("published is a link", "published is a file"):
        published = world.sets("open")[0]
        if published != torture.old["open"][0]:
            wrong.append("the old set stands there no more")
    for path in case.paths:
        remove(f"{root}/{path}")
    for path, content in kept.items():
        write(f"{root}/{path}", content)
    remove(f"{root}/{KEPT}")
    for folder in os.listdir(f"{root}/Pipelines"):
        if folder not in NAMES:
            remove(f"{root}/Pipelines/{folder}")
    return wrong + torture.next_run(world)
