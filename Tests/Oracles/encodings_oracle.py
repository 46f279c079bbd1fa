#!/usr/bin/env python3
"""Writes one table in every encoding and dialect, and holds what the first stage reads against it.

    python3 encodings_oracle.py generate FOLDER
    python3 encodings_oracle.py check FOLDER [--program rapporteur-ingest] [--most N]

`generate` writes FOLDER/files/ and FOLDER/index.json: for each file how it is declared, what was
written, and what is asked of the program:

  identical          five columns, every cell and heading the very text that was written;
  right-or-refused   the same, or the file or the records that differ are refused with a reason:
                     where the bytes of a separator or escape are also part of a character
                     ('|' and backslash in GB18030 and Shift-JIS), or where evidence is lacking
                     (UTF-16 without a mark whose bytes 0x0A are not all line ends);
  refused            exit status 65, rule undecided-encoding, with what several candidates would
                     read: a legacy encoding that is not declared.

Anything else is mojibake or loss. `check` prints it, then the line

    encodings: N files, M identical, K refused with reason, 0 wrong

and ends with 1 where something is wrong.

What counts as identical
  Texts are compared code point by code point, without normalization, with two exceptions:
  - Windows-1255 and Windows-1258 write a letter and its mark as two bytes, and a decoder may
    compose them: canonically equivalent texts are identical there.
  - The bytes 0x5C and 0x7E of Shift-JIS are backslash and tilde to some decoders, yen sign and
    overline to others: either will do, but all cells of a file must be read alike.

Every single-byte encoding is written whole: each byte that it defines is in the table.
"""

import argparse
import itertools
import sys
import unicodedata

import ingest_harness as harness

UNICODE_WORDS = (
    "Łódź|Ελλάδα|Ёжик|日本語|אבג|😀🇳🇦|e\u0301a\u0308 decomposed|mid\ufeffdle\u00a0\u2028\u0085")
# In UTF-16 these hold the bytes of LF, CR, quote, comma, semicolon, tab, '|' and backslash.
LOOKALIKE_WORDS = (
    "Ċ\u010d|ਅ\u0a22|\u220d\u0d0a|\u2c22\u222c|\u3b22\u223b|\u0922\u2209"
    "|\u7c22\u227c|\u5c22\u225c")

# Name: (Python's codec, iconv's name, byte order mark, words).
ENCODINGS = {
    "utf-8": ("utf-8", "UTF-8", b"", UNICODE_WORDS),
    "utf-8-sig": ("utf-8", "UTF-8", b"\xef\xbb\xbf", UNICODE_WORDS),
    "utf-16-mark-le": ("utf-16-le", "UTF-16", b"\xff\xfe", UNICODE_WORDS),
    "utf-16-mark-be": ("utf-16-be", "UTF-16", b"\xfe\xff", UNICODE_WORDS),
    "utf-16-le": ("utf-16-le", "UTF-16LE", b"", UNICODE_WORDS),
    "utf-16-be": ("utf-16-be", "UTF-16BE", b"", UNICODE_WORDS),
    "cp1250": ("cp1250", "Windows-1250", b"", "Zażółć|gęślą|jaźń|Čeština|žluťoučký|őű|ďáblĺ|€„”"),
    "cp1251": ("cp1251", "Windows-1251", b"", "Съешь|ещё|этих|булок|Ђурађ|їжак|ўзор|№…"),
    "cp1252": ("cp1252", "Windows-1252", b"", "Français|œuvre|naïve|Ærø|straße|señor|€50|“ÿ”"),
    "cp1253": ("cp1253", "Windows-1253", b"", "Ελλάδα|ναι|όχι|ΐδιος|ϋπνος|Ώρα|λόγος|€…"),
    "cp1254": ("cp1254", "Windows-1254", b"", "İstanbul|ığdır|şeker|çağrı|ümit|öğe|Œuvre|€…"),
    "cp1255": ("cp1255", "Windows-1255", b"", "שלום|עולם|כן|לא|עִבְרִית|ייִדיש|תּ|₪"),
    "cp1256": ("cp1256", "Windows-1256", b"", "نعم|لا|العربية|گربه|پارس|œuvre|گچژ|؟،"),
    "cp1257": ("cp1257", "Windows-1257", b"", "Žemė|ąžuolas|ķēniņš|õhtu|šūvis|łódź|ģints|€…"),
    "cp1258": ("cp1258", "Windows-1258", b"",
               "Viê\u0323t|a\u0300|câ\u0301t|đươ\u0300ng|ơ\u0309|không e|ư\u0303a|₫"),
    "iso8859-1": ("iso8859-1", "ISO-8859-1", b"", "Français|naïve|Ærø|straße|señor|½|þing|ÿ"),
    "iso8859-2": ("iso8859-2", "ISO-8859-2", b"", "Zażółć|gęślą|jaźń|Čeština|žluťoučký|őű|ŕ|˝"),
    "iso8859-5": ("iso8859-5", "ISO-8859-5", b"", "Съешь|ещё|этих|булок|Ђурађ|їжак|ўзор|№"),
    "iso8859-7": ("iso8859-7", "ISO-8859-7", b"", "Ελλάδα|ναι|όχι|ΐδιος|ϋπνος|Ώρα|λόγος|€"),
    "iso8859-15": ("iso8859-15", "ISO-8859-15", b"", "Français|œuvre|Šaljž|straße|señor|€5|þing|Ÿ"),
    "mac_roman": ("mac_roman", "MACINTOSH", b"", "Français|œuvre|naïve|Ærø|straße|señor|€50|ﬁn"),
    "koi8_r": ("koi8_r", "KOI8-R", b"", "Съешь|ещё|этих|булок|Ёж|═║╒|√≈|ъ"),
    # Words that end in a character whose last byte is 0x5C or 0x7C.
    "gb18030": ("gb18030", "GB18030", b"", "中文|誠|é|簗|亅|乗|𠀀|俓"),
    "shift_jis": ("shift_jis", "SHIFT_JIS", b"", "日本語|表|ソ|予|ポ|能|ｶﾅ|ポ表"),
}
# Characters on which decoders are not agreed.
DISPUTED = {"mac_roman": "\u2206\uf8ff"}
COMPOSING = {"cp1255", "cp1258"}
UNICODE = [name for name in ENCODINGS if name.startswith("utf")]
LEGACY = [name for name in ENCODINGS if not name.startswith("utf")]
MULTIBYTE = {"gb18030", "shift_jis"}

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
LINE_ENDS = {"crlf": "\r\n", "lf": "\n", "cr": "\r"}
QUOTINGS = ["minimal", "all", "backslash", "none"]
DRESSES = ["separator-line", "titles", "titles-and-separator-line", "blank-lines", "no-final-line-end"]


def words_of(name):
    """Eight words, and every character of a single-byte encoding in eight pieces."""
    codec, words = ENCODINGS[name][0], ENCODINGS[name][3].split("|")
    pieces = [""] * 8
    if name in LEGACY and name not in MULTIBYTE:
        characters = [bytes([byte]).decode(codec, "ignore") for byte in range(0x80, 0x100)]
        whole = "".join(c for c in characters if c not in DISPUTED.get(name, ""))
        size = -(-len(whole) // 8)
        pieces = [whole[start:start + size] for start in range(0, 8 * size, size)]
    return words, pieces


def make_table(words, pieces):
    """The headings and the eight records."""
    w = words
    headings = ["id", w[0] + ", " + w[1], 'the "' + w[2] + '"', w[3] + "\n" + w[4] + ";|\t", " " + w[5]]
    separators = [w[0] + "," + w[1], w[1] + ";" + w[0], "\t" + w[2], w[3] + "|", ",", ";\t|,", w[6], ""]
    ends = [w[1] + "\n" + w[2], w[2] + "\r\n" + w[3], w[3] + "\r" + w[4], "\n" + w[5], w[5] + "\r\n",
            "\n\r\n\r", "", w[1] + ",\n\"" + w[2] + "\r\n\",\"" + w[4]]
    quotes = [w[0] + ' "' + w[1] + '"', '"' + w[2] + '"', '"', '""', w[3] + '""' + w[4], w[5] + '"',
              '"' + w[6], w[1] + '","' + w[1]]
    others = ["  " + w[0], w[1] + "  ", " ", "", w[1] + "\\", "\\" + w[4] + '\\"', w[7] + "\\\\~",
              "plain\\n~"]
    rows = []
    for i in range(8):
        first = f"{i + 1} {w[i]} {pieces[i]}{w[i]}"
        if i == 7:
            first += (" " + w[0]) * 90
        rows.append([first, separators[i], ends[i], quotes[i], others[i]])
    return [headings] + rows


def without(rows, characters):
    """The table with some characters replaced by blanks, for files without quotes."""
    table = str.maketrans({character: " " for character in characters})
    return [[cell.translate(table) for cell in row] for row in rows]


def write_cell(cell, delimiter, quoting):
    special = any(character in cell for character in (delimiter, '"', "\r", "\n"))
    if quoting == "none":
        return cell
    if quoting == "backslash":
        escaped = cell.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"' if special else escaped
    return '"' + cell.replace('"', '""') + '"' if special or quoting == "all" else cell


def write_text(rows, delimiter, end, quoting, dress=None):
    lines = [delimiter.join(write_cell(cell, delimiter, quoting) for cell in row) for row in rows]
    if dress == "blank-lines":
        spread = ["", ""]
        for number, line in enumerate(lines):
            spread += [line] + [""] * (number % 3)
        lines = spread + ["", ""]
    head = []
    if dress in ("titles", "titles-and-separator-line"):
        head = ['A title, with "one quote; and' + delimiter, ""]
    if dress in ("separator-line", "titles-and-separator-line"):
        head.append("sep=" + delimiter)
    return end.join(head + lines) + ("" if dress == "no-final-line-end" else end)


class Generator:
    def __init__(self, root):
        self.root, self.index = root, []
        harness.start_folder(root)

    def add(self, label, name, rows, delimiter, end, quoting, demand, dress=None,
            declares_encoding=True, declares_delimiter=True):
        codec, iconv_name, mark, _ = ENCODINGS[name]
        file = label + ".csv"
        harness.save(self.root, file, mark + write_text(
            rows, DELIMITERS[delimiter], LINE_ENDS[end], quoting, dress).encode(codec))
        source = {"file": file, "convention": "plain"}
        if declares_encoding:
            source["encoding"] = iconv_name
        if declares_delimiter:
            source["delimiter"] = "tab" if delimiter == "tab" else DELIMITERS[delimiter]
        if quoting in ("backslash", "none"):
            source["quoting"] = quoting
        if dress and dress.startswith("titles"):
            source["skip-lines"] = 2
        self.index.append({
            "source": source, "encoding": name, "demand": demand, "table": rows,
            "alone": demand != "identical"})

    def table(self, name, delimiter, quoting, lookalikes=False):
        words, pieces = words_of(name)
        if lookalikes:
            words = LOOKALIKE_WORDS.split("|")
        rows = make_table(words, pieces)
        if quoting == "none":
            rows = without(rows, DELIMITERS[delimiter] + "\r\n")
        return rows

    def run(self):
        dialects = list(itertools.product(DELIMITERS, LINE_ENDS, QUOTINGS))
        for name in ENCODINGS:
            for delimiter, end, quoting in dialects:
                self.plain(name, delimiter, end, quoting)
            for number, (dress, delimiter) in enumerate(itertools.product(DRESSES, DELIMITERS)):
                end = list(LINE_ENDS)[number % 3]
                quoting = QUOTINGS[(number + number // 4) % 4]
                self.add(f"{name}.{delimiter}.{end}.{quoting}.{dress}", name,
                         self.table(name, delimiter, quoting), delimiter, end, quoting,
                         self.demand(name, delimiter, quoting), dress=dress,
                         declares_delimiter="separator" not in dress)
        for name in LEGACY:
            for delimiter, end, quoting in zip(DELIMITERS, ["crlf", "lf", "cr", "lf"], QUOTINGS):
                self.add(f"{name}.{delimiter}.{end}.{quoting}.undeclared", name,
                         self.table(name, delimiter, quoting), delimiter, end, quoting, "refused",
                         declares_encoding=False)
        self.long_files()
        harness.write_index(self.root, self.index)
        print(f"{len(self.index)} files")

    @staticmethod
    def demand(name, delimiter, quoting):
        shared = name in MULTIBYTE and (delimiter == "pipe" or quoting == "backslash")
        return "right-or-refused" if shared else "identical"

    def plain(self, name, delimiter, end, quoting):
        label = f"{name}.{delimiter}.{end}.{quoting}"
        rows = self.table(name, delimiter, quoting)
        self.add(label, name, rows, delimiter, end, quoting, self.demand(name, delimiter, quoting))
        if self.demand(name, delimiter, quoting) != "identical":
            # A heading that cannot be read refuses the file: with others, the records are judged.
            self.add(label + ".plain-headings", name, [["id", "b", "c", "d", "e"]] + rows[1:],
                     delimiter, end, quoting, "right-or-refused")
        if name not in UNICODE:
            return
        # Without a mark, only an LF shows that a file is UTF-16.
        has_evidence = not ENCODINGS[name][1].startswith("UTF-16") or ENCODINGS[name][2] \
            or end != "cr" or quoting != "none"
        self.add(label + ".undeclared", name, rows, delimiter, end, quoting,
                 "identical" if has_evidence else "right-or-refused", declares_encoding=False)
        self.add(label + ".nothing-declared", name, rows, delimiter, end, quoting,
                 "right-or-refused", declares_encoding=False, declares_delimiter=False)
        rows = self.table(name, delimiter, quoting, lookalikes=True)
        self.add(label + ".lookalikes", name, rows, delimiter, end, quoting, "identical")
        if end == "lf":
            is_told = not ENCODINGS[name][1].startswith("UTF-16") or ENCODINGS[name][2]
            self.add(label + ".lookalikes.undeclared", name, rows, delimiter, end, quoting,
                     "identical" if is_told else "right-or-refused", declares_encoding=False)

    def long_files(self):
        """Files longer than the blocks a reader may read, shifted so that quotes, line ends and
        characters come to stand across the seams; and a column with very many distinct texts."""
        for name in ("utf-8", "utf-16-mark-le", "utf-16-be", "cp1252", "cp1258", "gb18030"):
            for shift, (end, quoting) in enumerate(itertools.product(LINE_ENDS, ("all", "backslash"))):
                if self.demand(name, "comma", quoting) != "identical":
                    continue
                table = self.table(name, "comma", quoting)
                rows = [table[0]]
                for copy in range(160):
                    rows += [[f"{copy} {row[0]}" + "x" * (shift if copy == 0 else 0)] + row[1:]
                             for row in table[1:]]
                self.add(f"{name}.long-{shift}", name, rows, "comma", end, quoting, "identical")
        # A line end right at the seam of 2^16 and 2^18 bytes: between CR and LF, before and after.
        for name in ("utf-8", "utf-16-mark-le"):
            codec, _, mark, _ = ENCODINGS[name]
            for seam, shift in itertools.product((1 << 16, 1 << 18), range(-3, 4)):
                width = 2 if codec.startswith("utf-16") else 1
                before = (seam - len(mark)) // width + shift - len("id,b\r\n1,\"\"\r\n")
                rows = [["id", "b"], ["1", "y" * before], ["2", "é😀"], ["3", "z"]]
                self.add(f"{name}.seam-{seam}.{shift}", name, rows, "comma", "crlf", "minimal",
                         "identical")
        rows = [["id", "b"]] + [[f"é{i}", str(i % 7)] for i in range(10_050)] + [["é3", "3"]]
        self.add("utf-8.many-texts", "utf-8", rows, "comma", "lf", "minimal", "identical")


def readings(item):
    """The tables that are right for a file."""
    table = item["table"]
    if item["encoding"] == "shift_jis":
        yen = str.maketrans("\\~", "\u00a5\u203e")
        return [table, [[cell.translate(yen) for cell in row] for row in table]]
    return [table]


def differences(expected, source, composes):
    """What is wrong in one file, and how many of its records were refused with a reason."""
    def alike(one, other):
        if composes:
            return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
        return one == other

    found = []
    headings = source.headings
    if len(headings) != len(expected[0]) or not all(map(alike, headings, expected[0])):
        found.append(f"headings: expected {expected[0]!r}, found {headings!r}")
    read = {position.record: cells for position, cells in source.records}
    refused = {position.record: (rule, message) for position, rule, message in source.quarantined}
    if len(read) + len(refused) != int(source.entry["records"]):
        found.append("records are neither ingested nor quarantined")
    if not refused and len(read) != len(expected) - 1:
        found.append(f"expected {len(expected) - 1} records, found {len(read)}")
    if refused:
        # The numbers of records may have shifted: a record is known by its first cell.
        rest = list(expected[1:])
        for number, cells in read.items():
            match = [row for row in rest if len(row) == len(cells) and all(map(alike, row, cells))]
            if match:
                rest.remove(match[0])
            else:
                found.append(f"record {number}: nothing like {cells!r} was written")
        if len(rest) > len(refused):
            found.append(f"{len(rest)} records are lost, {len(refused)} are quarantined")
    else:
        for number, row in enumerate(expected[1:], 1):
            cells = read.get(number, [])
            if len(cells) != len(row):
                found.append(f"record {number}: expected {len(row)} cells, found {len(cells)}")
                continue
            found += [f"record {number}, cell {column}: expected {one!r}, found {other!r}"
                      for column, (one, other) in enumerate(zip(row, cells), 1)
                      if not alike(one, other)]
    return found, refused


def judge(item, outcome):
    """The verdict on one file: identical, refused or wrong; and why."""
    demand = item["demand"]
    if outcome is None or outcome.fault:
        return "wrong", [outcome.fault if outcome else "never run"]
    if outcome.refusal:
        if demand == "identical":
            return "wrong", ["refused: " + outcome.refusal]
        if demand == "refused" and (
                "[undecided-encoding]" not in outcome.refusal
                or outcome.refusal.count("' in ") < 2):
            return "wrong", ["refused without candidates: " + outcome.refusal]
        return "refused", [outcome.refusal]
    if demand == "refused":
        return "wrong", [f"read as {outcome.source.entry['encoding']}, though nothing decides"]
    best = None
    for table in readings(item):
        found, refused = differences(table, outcome.source, item["encoding"] in COMPOSING)
        if best is None or len(found) < len(best[0]):
            best = found, refused
    found, refused = best
    if found:
        return "wrong", found
    if not refused:
        return "identical", []
    reasons = [f"record {number}: [{rule}] {message}" for number, (rule, message) in refused.items()]
    if demand == "identical":
        return "wrong", ["quarantined: " + reason for reason in reasons]
    return "refused", reasons


def check(root, program, most):
    index = harness.read_index(root)
    alone = {item["source"]["file"]: item["alone"] for item in index}
    outcomes = harness.run_all(program, root, [item["source"] for item in index],
                               lambda source: alone[source["file"]])
    counts = {"identical": 0, "refused": 0, "wrong": 0}
    for item in index:
        file = item["source"]["file"]
        verdict, reasons = judge(item, outcomes.get(file))
        counts[verdict] += 1
        if verdict == "wrong" and counts["wrong"] <= most:
            print(f"{file}: {len(reasons)} differences; {reasons[0][:600]}")
    print(f"encodings: {len(index)} files, {counts['identical']} identical, "
          f"{counts['refused']} refused with reason, {counts['wrong']} wrong")
    return 1 if counts["wrong"] else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["generate", "check"])
    parser.add_argument("folder")
    parser.add_argument("--program", default="rapporteur-ingest")
    parser.add_argument("--most", type=int, default=50, help="print at most so many wrong files")
    arguments = parser.parse_args()
    if arguments.command == "generate":
        Generator(arguments.folder).run()
        return 0
    return check(arguments.folder, arguments.program, arguments.most)


if __name__ == "__main__":
    sys.exit(main())
