"""What the harnesses of the first stage share: running it and reading what it wrote.

Nothing here is taken from the program: the files of `ingested/` are read by Python's csv module as
their documentation describes them.
"""

import concurrent.futures
import csv
import io
import json
import os
import re
import shutil
import subprocess

csv.field_size_limit(1 << 30)

# A character that stands in for NUL, which csv refuses before Python 3.11. It is in no test file.
NUL_STAND_IN = "\U000F0000"

REFUSED = 65
SURVEY = "type,name,label::English (en)\ntext,remark,What do you want to say?\n"
TABLES = "tables:\n  - id: response\n    rows: response\n"
CHOICES = "list_name,name,label::English (en)\n"


def read_csv(path):
    """The rows of a file that the program wrote, the header first."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read().replace("\0", NUL_STAND_IN)
    return [[cell.replace(NUL_STAND_IN, "\0") for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), strict=True)]


def read_dicts(path):
    rows = read_csv(path)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class Position:
    """Where a record stands in its file."""

    def __init__(self, record, line, offset, length):
        self.record, self.line = int(record), int(line)
        self.offset, self.length = int(offset), int(length)

    @property
    def end(self):
        return self.offset + self.length


class Source:
    """One source as ingested."""

    def __init__(self, folder, entry, quarantined, findings=()):
        self.entry = entry
        # The lines of records that were read, but are reported.
        self.reported = {int(row["line"]) for row in findings if row["line"]}
        self.quarantined = [
            (Position(row["record"], row["line"], row["offset"], row["length"]), row["rule"],
             row["message"]) for row in quarantined]
        self.headings = [row["heading"] for row in read_dicts(os.path.join(folder, "columns.csv"))]
        seen = {(int(row["column"]), int(row["number"])): row["text"]
                for row in read_dicts(os.path.join(folder, "seen.csv"))}
        elsewhere = {(int(row["record"]), int(row["column"])): row["text"]
                     for row in read_dicts(os.path.join(folder, "texts.csv"))}
        self.records = []
        for row in read_csv(os.path.join(folder, "records.csv"))[1:]:
            row = [cell.strip(" ") for cell in row]
            position = Position(*row[:4])
            cells = []
            for column, mark in enumerate(row[4:], 1):
                if mark == ".":
                    cells.append("")
                elif mark == "*":
                    cells.append(elsewhere[position.record, column])
                else:
                    cells.append(seen[column, int(mark)])
            self.records.append((position, cells))


class Outcome:
    """What became of one file: ingested, refused with a reason, or neither."""

    def __init__(self, source=None, refusal=None, fault=None):
        self.source, self.refusal, self.fault = source, refusal, fault


def write_pipeline(folder, sources):
    """Writes a pipeline whose sources are dictionaries of plain YAML values."""
    os.makedirs(folder)
    lines = ["title: Test files", "cut-off: 2024-06-30", "unit: respondent", "language: en",
             "sources:"]
    for source in sources:
        for number, (key, value) in enumerate(source.items()):
            lines.append(("  - " if number == 0 else "    ") + f"{key}: {json.dumps(value)}")
        lines.append("    unit: {column: id}")
        lines.append("    received: {date: 2024-06-01}")
    files = {"pipeline.yaml": "\n".join(lines) + "\n", "survey.csv": SURVEY, "choices.csv": CHOICES,
             "tables.yaml": TABLES}
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def run_once(program, files, folder, sources):
    """Runs the first stage on some sources; returns its status, its errors and its output."""
    shutil.rmtree(folder, ignore_errors=True)
    pipeline, source_folder, output = (os.path.join(folder, name)
                                       for name in ("pipeline", "input", "output"))
    os.makedirs(source_folder)
    write_pipeline(pipeline, sources)
    for source in sources:
        shutil.copyfile(os.path.join(files, source["file"]),
                        os.path.join(source_folder, source["file"]))
    run = subprocess.run(
        [program, "--pipeline", pipeline, "--input", source_folder, "--output", output],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
    status = run.returncode if run.returncode >= 0 else 128 - run.returncode
    return status, run.stderr.decode("utf-8", "replace"), os.path.join(output, "ingested")


def run_batch(program, files, folder, sources):
    """Runs some sources together and returns {file: Outcome}.

    A refused file is named in the error; it is taken out and the others are run again. Where no
    file is named, as after a crash, the batch is halved until the file stands alone.
    """
    outcomes = {}
    while sources:
        status, errors, ingested = run_once(program, files, folder, sources)
        if status == 0:
            quarantine = {}
            for row in read_dicts(os.path.join(ingested, "quarantine.csv")):
                quarantine.setdefault(row["source"], []).append(row)
            findings = {}
            for row in read_dicts(os.path.join(ingested, "findings.csv")):
                findings.setdefault(row["source"], []).append(row)
            for entry in read_dicts(os.path.join(ingested, "sources.csv")):
                name = entry["file"]
                try:
                    source = Source(os.path.join(ingested, "sources", name), entry,
                                    quarantine.get(name, []), findings.get(name, []))
                    outcomes[name] = Outcome(source=source)
                except Exception as error:  # The program's files contradict their documentation.
                    outcomes[name] = Outcome(fault=f"unreadable output: {error!r}")
            for source in sources:
                if source["file"] not in outcomes:
                    outcomes[source["file"]] = Outcome(fault="missing in sources.csv")
            break
        refused = {}
        if status == REFUSED:
            for source in sources:
                pattern = r"/" + re.escape(source["file"]) + r"(:\d+)*: error: \[[a-z0-9-]+\] \S"
                position = re.search(pattern, errors)
                if position:
                    refused[source["file"]] = errors[position.start():].strip()
        if refused:
            for name, message in refused.items():
                outcomes[name] = Outcome(refusal=message)
            sources = [source for source in sources if source["file"] not in refused]
        elif len(sources) == 1:
            outcomes[sources[0]["file"]] = Outcome(
                fault=f"exit status {status}: {errors.strip()[:500]}")
            break
        else:
            half = len(sources) // 2
            outcomes.update(run_batch(program, files, folder, sources[:half]))
            sources = sources[half:]
    shutil.rmtree(folder, ignore_errors=True)
    return outcomes


def run_all(program, root, sources, alone, size=200):
    """Runs all sources, those for which `alone` is true one by one."""
    single = [[source] for source in sources if alone(source)]
    others = [source for source in sources if not alone(source)]
    batches = [others[start:start + size] for start in range(0, len(others), size)] + single
    outcomes = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        jobs = [pool.submit(run_batch, program, os.path.join(root, "files"),
                            os.path.join(root, "runs", str(number)), batch)
                for number, batch in enumerate(batches)]
        for job in jobs:
            outcomes.update(job.result())
    return outcomes


def start_folder(root):
    """Makes the folder for the generated files anew."""
    for name in ("files", "runs"):
        shutil.rmtree(os.path.join(root, name), ignore_errors=True)
    os.makedirs(os.path.join(root, "files"))


def save(root, name, data):
    with open(os.path.join(root, "files", name), "wb") as file:
        file.write(data)


def load(root, name):
    with open(os.path.join(root, "files", name), "rb") as file:
        return file.read()


def write_index(root, items):
    with open(os.path.join(root, "index.json"), "w", encoding="ascii") as file:
        for item in items:
            file.write(json.dumps(item, sort_keys=True) + "\n")


def read_index(root):
    with open(os.path.join(root, "index.json"), encoding="ascii") as file:
        return [json.loads(line) for line in file]
