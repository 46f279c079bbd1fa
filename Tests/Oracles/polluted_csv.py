#!/usr/bin/env python3
"""Pollutes small CSV files, and holds what the first stage reads of them against what was written.

    python3 polluted_csv.py generate SEED COUNT FOLDER [--records FEWEST MOST]
    python3 polluted_csv.py check FOLDER [--program rapporteur-ingest] [--duckdb] [--most N]

Every file is written correctly (RFC 4180, any of three line ends) and then polluted in one or two
ways: extra, missing or displaced separators or quotes, stray CR, NUL, mixed line ends, blank lines
and records, repeated headers, a second table, a truncated last record, no final line end, titles,
trailing separators. Encoding, separator and the number of title lines are declared.

What is damage
  A record is *touched* when a character of its cells, quotes or separators was added, removed or
  moved. Only its line end may differ: LF, CRLF and CR all end a record, and one CR too many before
  a line end is a blank line.

  An untouched record is still *shadowed* where RFC 4180 gives it to the touched one: a stray quote
  opens a cell, and a later quote that stands before a separator or line end closes it. Then one
  well-formed record goes from the one to the other, and no reader can know better. That is
  worked out here from the text alone: from every physical line of a touched or shadowed record a
  strict reading of one record is tried; where it succeeds and ends further on, all that it covers
  is shadowed. Where it fails (a quote within a cell, text after a closing quote, a quote still open
  at the end of the file) nothing is shadowed: the damage can be seen, and should stay where it is.

  All other records are *undamaged*, also directly after an unclosed quote. Records of a second
  table and repeated headers are not counted, nor any of a file whose header itself was touched:
  it says how many cells a record has.

What is asked of the program, for every file
  - it ends with 0, or refuses the file with 65 and a reason; only a touched header may be refused;
  - records in sources.csv = rows of records.csv + rows of quarantine.csv, numbered without a gap;
  - header and records cover the file without overlap but for blank lines, repeated headers and
    `blank` blank records;
  - the line of every record is that of its offset;
  - every ingested record, touched ones too, has the cells that a strict reading of its bytes gives;
  - no record is quarantined whose bytes read well, with as many cells as the header and no NUL,
    unless the types of the columns tell that it is shifted or of another table (`typed_csv.py`);
  - blank cells beyond the header are taken only where most of the first records have them;
  - at least 99 % of the undamaged records are ingested, at their place and with their cells.

The other readers are asked less: that the cells of the record come out somewhere. They get the file
in UTF-8, without titles and mark, and are told the separator.
"""

import argparse
import bisect
import collections
import csv
import io
import os
import random
import sys

import ingest_harness as harness

ENCODINGS = [  # weight, codec, iconv's name, byte order mark
    (70, "utf-8", "UTF-8", b""),
    (10, "utf-8", "UTF-8", b"\xef\xbb\xbf"),
    (10, "cp1252", "Windows-1252", b""),
    (4, "utf-16-le", "UTF-16", b"\xff\xfe"),
    (3, "utf-16-be", "UTF-16", b"\xfe\xff"),
    (3, "utf-16-be", "UTF-16BE", b""),
]
WORDS = ["yes", "no", "état", "Ärger", "naïve", "€ 5", "n/a", "12", "3.5", "O’Neil", "ça va", "none",
         "Straße", "very much", "2024-06-01", "data", "café", "“so”"]
FEATURES = ["separator", "line-end", "quote", "empty", "blanks", "plain"]


class Segment:
    """A piece of a file: a header, a record, a blank line and so on, and its line end."""

    def __init__(self, kind, text, end, cells=None):
        self.kind, self.text, self.end, self.cells = kind, text, end, cells
        self.touched = False


class Maker:
    """Makes one file from a seed and a number."""

    def __init__(self, seed, number, fewest, most):
        self.random = random.Random(f"{seed}/{number}")
        choose = self.random.choice
        self.delimiter = choose([",", ",", ";", "\t", "|"])
        self.end = choose(["\n", "\n", "\r\n", "\r\n", "\r"])
        # Where no cell needs quotes, stray ones meet nothing that shows them to be stray.
        self.weights = choose([[10, 7, 8, 12, 5, 58], [10, 7, 8, 12, 5, 58], [0, 0, 0, 10, 5, 85]])
        self.has_quotes = self.weights[0] > 0
        self.quotes_all = self.has_quotes and self.random.random() < 0.3
        weights = [encoding[0] for encoding in ENCODINGS]
        _, self.codec, self.name, self.mark = self.random.choices(ENCODINGS, weights)[0]
        self.columns = self.random.randint(3, 8)
        self.titles = 0
        self.segments = self.table(self.random.randint(fewest, most), self.columns, "record")
        pollutions = self.random.sample(sorted(POLLUTIONS), self.random.randint(1, 2))
        # What removes the end of the file comes last.
        self.pollutions = sorted(pollutions, key=lambda name: name in ("truncated", "no-final-end"))
        for name in self.pollutions:
            POLLUTIONS[name](self)

    def cell(self):
        choose = self.random.choice
        word, other = choose(WORDS), choose(WORDS)
        feature = self.random.choices(FEATURES, self.weights)[0]
        return {
            "separator": choose([word, word, ""]) + self.delimiter + choose(["", " "]) + other,
            "line-end": choose([word, word, ""]) + choose(["\n", "\r\n", "\r", "\n\n"]) + other,
            "quote": choose([f'{word} "{other}"', f'"{word}"', f'{word}"', f'"{word}', '"',
                             f'{word}"{self.delimiter}"{other}', f'"\n{word}']),
            "empty": "",
            "blanks": choose([" ", "  "]) + word + choose(["", " "]),
            "plain": word,
        }[feature]

    def quoted(self, cell):
        needs = any(character in cell for character in (self.delimiter, '"', "\n", "\r"))
        if needs or self.quotes_all or self.has_quotes and self.random.random() < 0.03:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def line(self, cells):
        return self.delimiter.join(map(self.quoted, cells))

    def table(self, count, columns, kind):
        names = [f"{self.random.choice(WORDS)} {column}" for column in range(1, columns + 1)]
        if self.random.random() < 0.2 and self.has_quotes:
            names[-1] += self.random.choice([self.delimiter, ' "x"', "\n"]) + "more"
        if kind == "record":
            names[0] = "id"
        segments = [Segment("header" if kind == "record" else "other", self.line(names), self.end)]
        for number in range(1, count + 1):
            first = f"{kind[0]}{number}" + self.random.choice(
                ["", "", "", self.delimiter, ' "a"'] if self.has_quotes else [""])
            cells = [first] + [self.cell() for _ in range(columns - 1)]
            if self.random.random() < 0.3:
                self.random.shuffle(cells)
            segments.append(Segment(kind, self.line(cells), self.end, cells))
        return segments

    # What pollutes. Each takes the file as it is by then.

    def records(self):
        """One to three records that something happens to; in one file of twenty the header."""
        header = [segment for segment in self.segments if segment.kind == "header"]
        if self.random.random() < 0.05:
            return header
        records = [segment for segment in self.segments if segment.kind == "record"]
        return self.random.sample(records, self.random.randint(1, 3))

    def touch(self, segment, text):
        if text != segment.text:
            segment.text, segment.touched = text, True

    def insert(self, segment, character):
        place = self.random.randint(0, len(segment.text))
        self.touch(segment, segment.text[:place] + character + segment.text[place:])

    def remove(self, segment, character):
        places = [place for place, found in enumerate(segment.text) if found == character]
        if places:
            place = self.random.choice(places)
            self.touch(segment, segment.text[:place] + segment.text[place + 1:])
        return bool(places)

    def extra(self, character):
        for segment in self.records():
            self.insert(segment, character)

    def missing(self, character):
        for segment in self.records():
            self.remove(segment, character)

    def displaced(self, character):
        for segment in self.records():
            if self.remove(segment, character):
                self.insert(segment, character)

    def mixed_ends(self):
        for segment in self.segments:
            segment.end = self.random.choice(["\n", "\r\n", "\r"])

    def stray_cr(self):
        if self.random.random() < 0.5:
            return self.extra("\r")
        for segment in self.records():
            segment.end = "\r" + segment.end

    def place(self):
        """A place under the header."""
        header = [segment.kind for segment in self.segments].index("header")
        return self.random.randint(header + 1, len(self.segments))

    def blank_lines(self):
        for _ in range(self.random.randint(1, 4)):
            self.segments.insert(self.place(), Segment("blank", "", self.end))

    def blank_records(self):
        for _ in range(self.random.randint(1, 4)):
            cells = [self.random.choice(["", "", "  ", '""'])
                     for _ in range(self.random.choice([self.columns, self.columns, 2, 9]))]
            self.segments.insert(
                self.place(), Segment("blank", self.delimiter.join(cells), self.end))

    def repeated_headers(self):
        header = next(segment for segment in self.segments if segment.kind == "header")
        for _ in range(self.random.randint(1, 3)):
            repeated = Segment("other", header.text, self.end)
            repeated.touched = header.touched
            self.segments.insert(self.place(), repeated)

    def two_tables(self):
        if self.random.random() < 0.5:
            self.segments.append(Segment("blank", "", self.end))
        columns = self.random.choice([2, 3, self.columns, self.columns + 2])
        self.segments += self.table(self.random.randint(2, 8), columns, "other")

    def truncated(self):
        last = self.segments[-1]
        if len(last.text) > 1:
            self.touch(last, last.text[:self.random.randint(1, len(last.text) - 1)])
        last.end = ""

    def no_final_end(self):
        self.segments[-1].end = ""

    def title(self):
        titles = ["Replies by June", 'The "first" round' + self.delimiter, 'Said he: "open',
                  self.delimiter * 3, "Source: office"]
        lines = self.random.sample(titles, self.random.randint(1, 2))
        self.segments[:0] = [Segment("title", line, self.end) for line in lines]
        if self.random.random() < 0.3:
            self.segments.insert(len(lines), Segment("title-blank", "", self.end))
        self.titles += len(lines)

    def trailing(self):
        count = self.random.randint(1, 2)
        if self.random.random() < 0.5:
            for segment in self.records():
                self.touch(segment, segment.text + self.delimiter * count)
            return
        for segment in self.segments:
            if segment.kind in ("header", "record"):
                segment.text += self.delimiter * count
                if segment.cells:
                    segment.cells = segment.cells + [""] * count


POLLUTIONS = {
    "extra-separator": lambda maker: maker.extra(maker.delimiter),
    "missing-separator": lambda maker: maker.missing(maker.delimiter),
    "displaced-separator": lambda maker: maker.displaced(maker.delimiter),
    "extra-quote": lambda maker: maker.extra('"'),
    "missing-quote": lambda maker: maker.missing('"'),
    "displaced-quote": lambda maker: maker.displaced('"'),
    "mixed-ends": Maker.mixed_ends,
    "stray-cr": Maker.stray_cr,
    "nul": lambda maker: maker.extra("\0"),
    "blank-lines": Maker.blank_lines,
    "blank-records": Maker.blank_records,
    "repeated-headers": Maker.repeated_headers,
    "two-tables": Maker.two_tables,
    "truncated": Maker.truncated,
    "no-final-end": Maker.no_final_end,
    "title": Maker.title,
    "trailing-separators": Maker.trailing,
}


def line_starts(text, start, end):
    """The offsets in text[start:end] at which a physical line begins; start is one."""
    found = [start]
    place = start
    while place < end:
        place += 1
        if text[place - 1] == "\n" or text[place - 1] == "\r" and text[place:place + 1] != "\n":
            if place < end:
                found.append(place)
    return found


def line_end(text, place):
    """The offset after the line end that stands at a place; the place itself at the end."""
    if text.startswith("\r\n", place):
        return place + 2
    return min(place + 1, len(text))


def strict_record(text, place, delimiter):
    """Reads one record by RFC 4180: its cells and the offset after it, or None where it is broken."""
    cells, size = [], len(text)
    while True:
        if text.startswith('"', place):
            cell = []
            place += 1
            while True:
                quote = text.find('"', place)
                if quote < 0:
                    return None
                cell.append(text[place:quote])
                place = quote + 1
                if not text.startswith('"', place):
                    break
                cell.append('"')
                place += 1
            cells.append("".join(cell))
        else:
            start = place
            while place < size and text[place] not in (delimiter, "\r", "\n"):
                if text[place] == '"':
                    return None
                place += 1
            cells.append(text[start:place])
        if place >= size or text[place] in "\r\n":
            return cells, line_end(text, place)
        if text[place] != delimiter:
            return None
        place += 1


def shadowed(text, regions, delimiter):
    """The numbers of the untouched regions that a well-formed record reaches from a touched one.

    Regions are (start, end, touched), one after the other and without a gap.
    """
    found = set()
    queue = [number for number, (_, _, touched) in enumerate(regions) if touched]
    while queue:
        number = queue.pop()
        for start in line_starts(text, *regions[number][:2]):
            read = strict_record(text, start, delimiter)
            following = number + 1
            while read and following < len(regions) and regions[following][0] < read[1]:
                if not regions[following][2] and following not in found:
                    found.add(following)
                    queue.append(following)
                following += 1
    return found


def generate(seed, count, root, fewest, most):
    harness.start_folder(root)
    index = []
    for number in range(count):
        maker = Maker(seed, number, fewest, most)
        text, regions = "", []
        for segment in maker.segments:
            start = len(text)
            text += segment.text + segment.end
            regions.append((start, len(text), segment.touched))
        body = sum(len(segment.text + segment.end) for segment in maker.segments
                   if segment.kind == "title")
        header = next(segment for segment in maker.segments if segment.kind == "header")
        hidden = shadowed(text, regions, maker.delimiter)
        records = []
        for place, segment in enumerate(maker.segments):
            if segment.kind != "record" or segment.touched or header.touched:
                continue
            start = regions[place][0]
            end = start + len(segment.text)
            records.append([start, line_end(text, end), segment.cells, place in hidden])
        file = f"{number:05}.csv"
        harness.save(root, file, maker.mark + text.encode(maker.codec))
        source = {"file": file, "convention": "plain", "encoding": maker.name,
                  "delimiter": "tab" if maker.delimiter == "\t" else maker.delimiter}
        if maker.titles:
            source["skip-lines"] = maker.titles
        index.append({
            "source": source, "codec": maker.codec, "mark": len(maker.mark), "body": body,
            "delimiter": maker.delimiter, "titles": maker.titles,
            "pollutions": maker.pollutions, "header_touched": header.touched,
            "undamaged": [record[:3] for record in records if not record[3]],
            "shadowed": sum(record[3] for record in records)})
    harness.write_index(root, index)
    print(f"{count} files, {sum(len(item['undamaged']) for item in index)} undamaged records, "
          f"{sum(item['shadowed'] for item in index)} shadowed")


class Judge:
    """Holds one ingested file against its bytes and what was written."""

    def __init__(self, item, data, source):
        self.item, self.data, self.source = item, data, source
        self.text = data[item["mark"]:].decode(item["codec"])
        self.columns = len(source.headings)
        self.problems = []

    def slice(self, start, end):
        return self.data[start:end].decode(self.item["codec"])

    def run(self):
        """The number of undamaged records that are intact."""
        self.balance()
        self.coverage()
        self.cells()
        read = {(place.offset, place.length): cells for place, cells in self.source.records}
        intact, character, position = 0, 0, self.item["mark"]
        for start, end, cells in self.item["undamaged"]:
            offset = position + len(self.text[character:start].encode(self.item["codec"]))
            character = end
            position = offset + len(self.text[start:end].encode(self.item["codec"]))
            found = read.get((offset, position - offset))
            if found == cells:
                intact += 1
            else:
                self.problems.append(f"undamaged record at byte {offset}: expected {cells!r}, "
                                     f"found {found!r}")
        return intact

    def balance(self):
        source = self.source
        records = int(source.entry["records"])
        if records != len(source.records) + len(source.quarantined):
            self.problems.append(
                f"imbalance: {records} records, {len(source.records)} ingested, "
                f"{len(source.quarantined)} quarantined")
        numbers = [place.record for place, _ in source.records]
        numbers += [place.record for place, _, _ in source.quarantined]
        if sorted(numbers) != list(range(1, records + 1)):
            self.problems.append("imbalance: records are not numbered from 1 without a gap")
        if int(source.entry["quarantined"]) != len(source.quarantined):
            self.problems.append("imbalance: quarantined in sources.csv is not quarantine.csv")
        if int(source.entry["bytes"]) != len(self.data):
            self.problems.append("imbalance: bytes in sources.csv is not the file's size")

    def coverage(self):
        places = [place for place, _ in self.source.records]
        places += [place for place, _, _ in self.source.quarantined]
        places.sort(key=lambda place: place.offset)
        position, blank = int(self.source.entry["header_bytes"]), 0
        character = len(self.slice(self.item["mark"], position))
        starts = line_starts(self.text, 0, len(self.text))
        for place in places:
            if place.offset < position or place.length <= 0:
                self.problems.append(f"imbalance: record {place.record} overlaps what stands before")
                return
            blank += self.blank_between(position, place.offset)
            character += len(self.slice(position, place.offset))
            line = bisect.bisect(starts, character)
            character += len(self.slice(place.offset, place.end))
            position = place.end
            if line != place.line:
                self.problems.append(
                    f"record {place.record}: expected line {line}, found {place.line}")
        if position > len(self.data):
            self.problems.append("imbalance: the last record ends behind the end of the file")
            return
        blank += self.blank_between(position, len(self.data))
        if blank != int(self.source.entry["blank"]):
            self.problems.append(
                f"imbalance: {blank} blank records in the gaps, {self.source.entry['blank']} told")

    def blank_between(self, start, end):
        """The number of blank records in a gap, which must hold nothing else."""
        gap = self.without_headers(self.slice(start, end))
        if gap.strip('\r\n \t"' + self.item["delimiter"]):
            self.problems.append(f"imbalance: bytes {start} to {end} are in no record: {gap[:80]!r}")
        return sum(1 for line in gap.replace("\r", "\n").split("\n") if line)

    def without_headers(self, gap):
        """A gap without the header rows that stand in it once more."""
        place = 0
        while place < len(gap):
            record = strict_record(gap, place, self.item["delimiter"])
            if record and record[0] == self.source.headings and self.columns > 1:
                gap = gap[:place] + gap[record[1]:]
            else:
                place = line_end(gap, place + len(gap[place:].split("\n")[0].split("\r")[0]))
        return gap

    def cells(self):
        for place, cells in self.source.records:
            strict = strict_record(self.slice(place.offset, place.end), 0, self.item["delimiter"])
            if strict is None or strict[1] != len(self.slice(place.offset, place.end)) \
                    or strict[0][:self.columns] != cells or "".join(strict[0][self.columns:]).strip():
                self.problems.append(f"record {place.record} is read as {cells!r}, "
                                     f"but strictly its bytes read {strict!r}")
        for place, rule, _ in self.source.quarantined:
            text = self.slice(place.offset, place.end)
            strict = strict_record(text, 0, self.item["delimiter"])
            if strict and strict[1] == len(text) and len(strict[0]) == self.columns \
                    and "\0" not in text and rule not in ("shifted-record", "second-table"):
                self.problems.append(
                    f"record {place.record} is quarantined for {rule}, but reads {strict[0]!r}")


def found_among(undamaged, rows):
    """How many of the records are among the rows; each row serves once."""
    counts = collections.Counter(map(tuple, rows))
    intact = 0
    for _, _, cells in undamaged:
        if counts[tuple(cells)] > 0:
            counts[tuple(cells)] -= 1
            intact += 1
    return intact


def python_rows(text, delimiter):
    """All rows that Python's csv gives; it is let go on after an error."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    rows = []
    while True:
        try:
            rows.append(next(reader))
        except StopIteration:
            return rows
        except csv.Error:
            continue


def duckdb_rows(duckdb, text, delimiter, path):
    """All rows that DuckDB gives, or None where it refuses the file."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    query = ("select * from read_csv(?, delim=?, quote='\"', escape='\"', header=true, "
             "all_varchar=true, ignore_errors=true, null_padding=false)")
    try:
        rows = duckdb.execute(query, [path, delimiter]).fetchall()
    except duckdb.Error:
        return None
    return [[cell or "" for cell in row] for row in rows]


def check(root, program, with_duckdb, most):
    duckdb = None
    if with_duckdb:
        import duckdb
    index = harness.read_index(root)
    touched = {item["source"]["file"]: item["header_touched"] for item in index}
    outcomes = harness.run_all(program, root, [item["source"] for item in index],
                               lambda source: touched[source["file"]])
    total = ours = pythons = ducks = offered = refused = rejected = wrong = 0
    by_pollution = collections.Counter()
    for item in index:
        file, problems = item["source"]["file"], []
        outcome = outcomes.get(file)
        data = harness.load(root, file)
        text = data[item["mark"]:].decode(item["codec"])[item["body"]:]
        total += len(item["undamaged"])
        pythons += found_among(item["undamaged"], python_rows(text, item["delimiter"]))
        if duckdb:
            rows = duckdb_rows(duckdb, text, item["delimiter"], os.path.join(root, "duckdb.csv"))
            rejected += rows is None
            offered += 0 if rows is None else len(item["undamaged"])
            ducks += found_among(item["undamaged"], rows or [])
        if outcome is None or outcome.fault:
            problems.append(outcome.fault if outcome else "never run")
        elif outcome.refusal:
            refused += 1
            if not item["header_touched"]:
                problems.append("refused, though its header is good: " + outcome.refusal)
        else:
            judge = Judge(item, data, outcome.source)
            problems = judge.problems
            try:
                ours += judge.run()
            except (UnicodeDecodeError, IndexError) as error:
                problems.append(f"the places of records cut characters in two: {error!r}")
        if problems:
            wrong += 1
            by_pollution.update(item["pollutions"])
            if wrong <= most:
                print(f"{file} ({', '.join(item['pollutions'])}): {len(problems)} problems; "
                      + problems[0][:600])

    def share(count, whole=total):
        return f"{100 * count / max(1, whole):.2f} %"

    if by_pollution:
        print("files with problems by pollution: "
              + ", ".join(f"{name} {count}" for name, count in by_pollution.most_common()))
    line = (f"polluted: {len(index)} files, {refused} refused with reason, {total} undamaged records: "
            f"ours {share(ours)}, python csv {share(pythons)}")
    if duckdb:
        line += (f", duckdb {share(ducks)} ({rejected} files refused; "
                 f"{share(ducks, offered)} in the others)")
    print(f"{line}; {wrong} files with problems")
    return 1 if wrong or ours * 100 < total * 99 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("generate")
    command.add_argument("seed", type=int)
    command.add_argument("count", type=int, nargs="?", default=2000)
    command.add_argument("folder")
    command.add_argument("--records", type=int, nargs=2, default=[5, 40], metavar=("FEWEST", "MOST"),
                         help="how many a file; some thousands reach beyond a reader's blocks")
    command = commands.add_parser("check")
    command.add_argument("folder")
    command.add_argument("--program", default="rapporteur-ingest")
    command.add_argument("--duckdb", action="store_true", help="hold it beside DuckDB too")
    command.add_argument("--most", type=int, default=50, help="print at most so many wrong files")
    arguments = parser.parse_args()
    if arguments.command == "generate":
        generate(arguments.seed, arguments.count, arguments.folder, *arguments.records)
        return 0
    return check(arguments.folder, arguments.program, arguments.duckdb, arguments.most)


if __name__ == "__main__":
    sys.exit(main())
