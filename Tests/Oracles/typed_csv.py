#!/usr/bin/env python3
"""Damages surveys whose columns have types, and counts the damaged records that are let in.

    python3 typed_csv.py generate SEED COUNT FOLDER
    python3 typed_csv.py check FOLDER [--program rapporteur-ingest] [--duckdb] [--most N]

Every file has identifiers, dates, numbers, choices and free texts. In a few of its records a
separator is lost, added or both, cells are joined, the line ends too early or too late; or another
table stands below, with and without blank lines, as wide as the first, padded to its width, or
narrower.

What reveals damage
  `width`: the record has another number of cells than the header.
  `types`: a cell cannot be of its column, and can be of the one beside it: a number, a date, an
  identifier or a choice, and one of the two columns has no choices. This is held against what the
  columns were made of, and not against what a reader may find in them.
  `table`: it is of another table, of which a record misses the columns so.
  Other damage no reader can tell: a cell that fits where it stands, or is like nothing, and may be
  what somebody wrote.

What is asked of the program: no record that is damaged so is let in without a finding, and all that
are not damaged are let in.
The other readers get the same files, and are told the separator.
"""

import argparse
import collections
import csv
import io
import os
import random
import re
import sys

import ingest_harness as harness

CHOICES = [["Yes", "No"], ["Very good", "Good", "Bad", "Very bad"], ["North", "South", "East"],
           ["Never", "Sometimes", "Often", "Always"], ["Bus", "Tram", "Car", "Bicycle", "On foot"],
           ["Agree", "Disagree", "Neither"], ["Employed", "Retired", "In school"]]
WORDS = "the bus is often late in winter and nobody says why we wait at our stop".split()
OTHERS = ["Alpha", "Beta", "Gamma", "long ago", "last year", "red", "blue", "green", "all", "most",
          "City", "none yet", "Mr Smith", "the east", "up and down"]
TABLE = ["Station", "Opened", "Line", "Staffed", "Tracks", "State", "Remark", "Owner", "Cost", "Lift",
         "Zone", "Code"]


class Column:
    """A kind of column: what its cells are made of, and what can stand there."""

    def __init__(self, chance, kind):
        self.kind = kind
        self.choices = chance.choice(CHOICES) if kind == "choice" else []

    def cell(self, chance, number, delimiter):
        if self.kind == "id":
            return f"R{number:04}"
        if self.kind == "date":
            return f"2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
        if self.kind == "number":
            return str(chance.randint(18, 90))
        if self.kind == "choice":
            return chance.choice(self.choices)
        words = [chance.choice(WORDS) for _ in range(chance.randint(2, 8))]
        if chance.random() < 0.4:
            words[0] += delimiter
        return " ".join(words)

    def can_hold(self, cell):
        cell = cell.strip()
        patterns = {"id": r"R\d{4}", "date": r"\d{4}-\d\d-\d\d", "number": r"\d+"}
        if not cell or self.kind == "text":
            return True
        if self.kind == "choice":
            return cell in self.choices
        return re.fullmatch(patterns[self.kind], cell) is not None


class Maker:
    """Makes one file: its rows, and which of them are damaged and what reveals that."""

    def __init__(self, seed, number):
        self.chance = random.Random(f"typed/{seed}/{number}")
        self.delimiter = self.chance.choice([",", ",", ";", "\t", "|"])
        kinds = [self.chance.choice(["date", "number", "choice", "choice", "choice", "text"])
                 for _ in range(self.chance.randint(4, 11))]
        self.columns = [Column(self.chance, kind) for kind in ["id"] + kinds]
        self.rows = []  # (cells, what reveals the damage; None where there is none)
        for record in range(self.chance.randint(30, 150)):
            cells = [column.cell(self.chance, record, self.delimiter) for column in self.columns]
            for position in range(1, len(cells)):
                if self.chance.random() < 0.08:
                    cells[position] = ""
            self.rows.append((cells, None))
        self.damages = []
        for position in self.chance.sample(range(len(self.rows)), self.chance.randint(0, 3)):
            name = self.chance.choice(sorted(DAMAGES))
            self.damages.append(name)
            cells = DAMAGES[name](self, list(self.rows[position][0]))
            if cells != self.rows[position][0]:
                self.rows[position] = (cells, self.revealed(cells))
        if self.chance.random() < 0.3:
            self.other_table()

    def revealed(self, cells):
        if len(cells) != len(self.columns):
            return "width"
        for position, cell in enumerate(cells):
            own = self.columns[position]
            if own.can_hold(cell):
                continue
            for home in (position - 1, position + 1):
                if 0 <= home < len(cells) and self.is_moved(cell, own, self.columns[home]):
                    return "types"
        return "nothing"

    @staticmethod
    def is_moved(cell, own, home):
        is_told = home.kind != "text" and (own.kind != "choice" or home.kind != "choice")
        return is_told and home.can_hold(cell)

    def positions(self):
        """Two positions of a record, the first before the second."""
        return sorted(self.chance.sample(range(1, len(self.columns)), 2))

    def lost(self, cells):
        """A cell and its separator are gone, and a blank stands somewhere behind."""
        first, last = self.positions()
        del cells[first]
        return cells[:last] + [""] + cells[last:]

    def added(self, cells):
        """A separator too many, and a cell behind it is gone."""
        first, last = self.positions()
        cells.insert(first, "")
        del cells[last + 1]
        return cells

    def split(self, cells):
        """Text whose separator was not quoted, and two cells behind it that are one."""
        first, last = self.positions()
        cells[first:first + 1] = ["we wait", " and nobody says why"]
        if self.chance.random() < 0.5:
            del cells[-1]
            return cells
        cells[last:last + 2] = [" ".join(cells[last:last + 2])]
        return cells

    def cut(self, cells):
        return cells[:self.chance.randint(1, len(cells) - 1)]

    def too_many(self, cells):
        cells.insert(self.positions()[0], "x")
        return cells

    def two_records(self, cells):
        return cells + self.rows[0][0]

    def other_table(self):
        width = len(self.columns)
        shape = self.chance.choice(["as wide", "padded", "narrow"])
        used = 2 if shape == "narrow" else width if shape == "as wide" else self.chance.randint(2, 3)
        table = [self.chance.sample(TABLE, used)]
        for number in range(self.chance.randint(1, 6)):
            table.append([self.chance.choice(OTHERS) for _ in range(used)])
        if shape != "narrow":
            table = [row + [""] * (width - used) for row in table]
        hard = sum(column.kind in ("id", "date", "number") for column in self.columns[:used])
        has_blank = self.chance.random() < 0.7
        if shape == "narrow":
            told = "width"
        else:
            told = "table" if hard > 1 or has_blank else "nothing"
        self.damages.append(f"other table, {shape}")
        if has_blank:
            self.rows.append(([""] * width if self.chance.random() < 0.5 else [], "blank"))
        self.rows += [(row, told) for row in table]

    def text(self):
        output = io.StringIO()
        writer = csv.writer(output, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow([f"q{position} {column.kind}" for position, column in enumerate(self.columns)])
        for cells, _ in self.rows:
            if cells:
                writer.writerow(cells)
            else:
                output.write("\n")
        return output.getvalue()


DAMAGES = {"lost": Maker.lost, "added": Maker.added, "split": Maker.split, "cut": Maker.cut,
           "too many": Maker.too_many, "two records": Maker.two_records}


def generate(seed, count, root):
    harness.start_folder(root)
    index = []
    for number in range(count):
        maker = Maker(seed, number)
        file = f"{number:05}.csv"
        harness.save(root, file, maker.text().encode())
        source = {"file": file, "convention": "plain", "encoding": "UTF-8", "header-rows": 1,
                  "delimiter": "tab" if maker.delimiter == "\t" else maker.delimiter}
        index.append({"source": source, "delimiter": maker.delimiter, "damages": maker.damages,
                      "rows": [row for row in maker.rows if row[1] != "blank"]})
    harness.write_index(root, index)
    told = collections.Counter(row[1] for item in index for row in item["rows"])
    print(f"{count} files, {told[None]} undamaged records; damage revealed by "
          + ", ".join(f"{name} {told[name]}" for name in ("width", "types", "table", "nothing")))


def judged(rows, read):
    """How many undamaged rows were read, and which damaged ones, each by its cells."""
    # Undamaged ones first: a damaged one may be the same.
    rows = sorted(rows, key=lambda row: row[1] is not None)
    counts = collections.Counter(map(tuple, read))
    intact, let_in = 0, []
    for cells, damage in rows:
        if counts[tuple(cells)] > 0:
            counts[tuple(cells)] -= 1
            if damage is None:
                intact += 1
            else:
                let_in.append((damage, cells))
    return intact, let_in


def python_rows(text, delimiter):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def duckdb_rows(duckdb, path, delimiter):
    query = ("select * from read_csv(?, delim=?, quote='\"', escape='\"', header=true, "
             "ignore_errors=true, null_padding=false)")
    try:
        rows = duckdb.execute(query, [path, delimiter]).fetchall()
    except duckdb.Error:
        return []
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def check(root, program, with_duckdb, most):
    readers = ["ours", "python csv"]
    if with_duckdb:
        import duckdb
        readers.append("duckdb, types found")
    index = harness.read_index(root)
    outcomes = harness.run_all(program, root, [item["source"] for item in index], lambda _: False)
    intact, let_in = collections.Counter(), {name: collections.Counter() for name in readers}
    undamaged = damaged = wrong = 0
    for item in index:
        file, rows = item["source"]["file"], item["rows"]
        outcome = outcomes.get(file)
        if outcome is None or outcome.source is None:
            wrong += 1
            print(f"{file}: {outcome.refusal or outcome.fault if outcome else 'never run'}")
            continue
        reported = outcome.source.reported
        read = {"ours": [cells for position, cells in outcome.source.records
                         if position.line not in reported],
                "python csv": python_rows(harness.load(root, file).decode(), item["delimiter"])}
        if with_duckdb:
            path = os.path.join(root, "files", file)
            read["duckdb, types found"] = duckdb_rows(duckdb, path, item["delimiter"])
        of_file = sum(damage is None for _, damage in rows)
        undamaged += of_file
        damaged += sum(damage not in (None, "nothing") for _, damage in rows)
        for name in readers:
            found, lets = judged(rows, read[name])
            intact[name] += found
            let_in[name].update(damage for damage, _ in lets)
            told = [row for row in lets if row[0] != "nothing"]
            if name == "ours" and (told or found < of_file):
                wrong += 1
                if wrong <= most:
                    lost = [message for position, rule, message in outcome.source.quarantined
                            if rule in ("shifted-record", "second-table")]
                    print(f"{file} ({', '.join(item['damages'])}): {of_file - found} lost, let in "
                          f"{told[:2]}; {lost[:2]}")
    print(f"typed: {len(index)} files, {undamaged} undamaged records, {damaged} damaged so that width "
          f"or types reveal it; {wrong} files with problems")
    for name in readers:
        counts = let_in[name]
        told = sum(counts[kind] for kind in ("width", "types", "table"))
        print(f"  {name}: {100 * intact[name] / max(1, undamaged):.2f} % of the undamaged; let in "
              f"{told} of the damaged (by width {counts['width']}, types {counts['types']}, other "
              f"tables {counts['table']}), and {counts['nothing']} that nothing reveals")
    print("oracle: " + ("failed" if wrong else "ok"))
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("generate")
    command.add_argument("seed", type=int)
    command.add_argument("count", type=int)
    command.add_argument("folder")
    command = commands.add_parser("check")
    command.add_argument("folder")
    command.add_argument("--program", default="rapporteur-ingest")
    command.add_argument("--duckdb", action="store_true", help="hold it beside DuckDB too")
    command.add_argument("--most", type=int, default=20, help="print at most so many wrong files")
    arguments = parser.parse_args()
    if arguments.command == "generate":
        generate(arguments.seed, arguments.count, arguments.folder)
        return 0
    return check(arguments.folder, arguments.program, arguments.duckdb, arguments.most)


if __name__ == "__main__":
    sys.exit(main())
