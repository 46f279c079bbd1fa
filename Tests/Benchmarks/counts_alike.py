#!/usr/bin/env python3
"""Whether the published counts are those of another tool: ends with 1 and some of both if not.

    python3 counts_alike.py OUTPUT COUNTS.csv

OUTPUT is that of the stages, COUNTS.csv what peer.py wrote. It is a program of its own since the peak
memory of a process counts in that of the next one it starts, and bench.py measures that.
"""

import csv
import sys


def published(output):
    with open(f"{output}/published/machine/cells.csv", encoding="utf-8", newline="") as file:
        return {(row["table"], row["row"], row["column"], row["numerator"])
                for row in csv.DictReader(file)
                if row["statistic"] == "count" and row["numerator"] not in ("", "0")}


def counted(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row) for row in csv.reader(file)}


def main():
    output, path = sys.argv[1:]
    theirs = counted(path)
    codes = {row[1] for row in theirs}
    ours = {cell for cell in published(output) if cell[1] in codes}
    if ours != theirs:
        sys.exit(f"the counts differ: {sorted(ours ^ theirs)[:10]}")


if __name__ == "__main__":
    main()
