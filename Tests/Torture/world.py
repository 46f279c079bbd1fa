"""A small world for torture.py: two collections, one of them in confidence, with a set that was published
before and exports that came since."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess

SURVEY = """type,name,label,relevant
select_one yes_no,attended,Did you attend?,
select_one rating,rating,How was it?,${attended} = 'yes'
integer,sessions,How many sessions?,
text,remarks,Remarks,
"""
CHOICES = """list_name,name,label
yes_no,yes,Yes
yes_no,no,No
rating,1,Bad
rating,2,Fair
rating,3,Good
"""
PIPELINE = """title: A small survey
cut-off: 2024-06-30
unit: respondent
sources:
  - file: replies-*
    unit: {{column: Who}}
    received: {{column: Received}}
    unpacked-megabytes: 1
rounding: {{percent: 0}}
fail-on: never
{more}
"""
TABLES = """tables:
  - id: attendance
    title: Attendance
    rows: attended
  - id: sessions
    rows: sessions
    base-label: those who said how many
"""
CLOSED = "disclosure: {threshold: 3, interval: 3, percent-base: 5}"
NAMES = ["closed", "open"]
HEADING = "Who,Received,Did you attend?,How was it?,How many sessions?,Remarks\n"
DOCUMENTED = {0, 1, 64, 65, 66, 70, 73, 75, 78}


def replies(count, salt):
    lines = [HEADING]
    for number in range(count):
        yes = (number * 7 + salt) % 3 > 0
        rating = ["Bad", "Fair", "Good"][(number + salt) % 3] if yes else ""
        lines.append(
            f"p{number},2024-05-{number % 28 + 1:02},{'Yes' if yes else 'No'},{rating},"
            f"{(number + salt) % 9},remark {number} of {salt}\n"
        )
    return "".join(lines)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def snapshot(folder):
    """Each file below a folder with its digest; None where there is no folder."""
    if not os.path.isdir(folder):
        return None
    files = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if os.path.islink(path) or not os.path.isfile(path):
                files[os.path.relpath(path, folder)] = "no file"
                continue
            with open(path, "rb") as file:
                files[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return files


class World:
    """A folder with Makefile, Pipelines, Input and Output."""

    def __init__(self, path, binaries):
        self.path, self.binaries = path, binaries

    @classmethod
    def made(cls, path, binaries, repository):
        world = cls(path, binaries)
        os.makedirs(path)
        shutil.copy(os.path.join(repository, "Makefile"), path)
        for name in NAMES:
            folder = f"{path}/Pipelines/{name}"
            write(f"{folder}/pipeline.yaml", PIPELINE.format(more=CLOSED if name == "closed" else ""))
            for file, text in [("survey.csv", SURVEY), ("choices.csv", CHOICES), ("tables.yaml", TABLES)]:
                write(f"{folder}/{file}", text)
            write(f"{folder}/report.md", "# {{title}}\n")
            write(f"{path}/Input/{name}/replies-1.csv", replies(40, 1))
        os.makedirs(f"{path}/tmp")
        return world

    def copy(self, path):
        shutil.copytree(self.path, path, symlinks=True)
        return World(path, self.binaries)

    def set_input(self, name, text, file="replies-1.csv"):
        write(f"{self.path}/Input/{name}/{file}", text)

    def environment(self, more=None):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "TORTURE", "RAPP"))}
        return {**kept, "TMPDIR": f"{self.path}/tmp", **(more or {})}

    def start(self, more=None, arguments=()):
        return subprocess.Popen(
            ["make", "run", f"BIN={self.binaries}", "VERBOSE=", *arguments], cwd=self.path,
            env=self.environment(more), start_new_session=True, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, errors="replace")

    def run(self, more=None, arguments=(), timeout=120):
        process = self.start(more, arguments)
        try:
            output, error = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        return process.returncode, output, error

    def stage(self, stage, name="open", more=None, timeout=60):
        run = subprocess.run(
            [f"{self.binaries}/rapporteur-{stage}", "--pipeline", f"Pipelines/{name}", "--input",
             f"Input/{name}", "--output", f"Output/{name}"], cwd=self.path,
            env=self.environment(more), capture_output=True, text=True, errors="replace", timeout=timeout)
        return run.returncode, run.stderr

    def sets(self, name):
        return snapshot(f"{self.path}/Output/{name}/published"), snapshot(f"{self.path}/Output/{name}/confidential")

    def names(self):
        """All that lies in Output, but for what says only what was read when."""
        found = set()
        for parent, folders, files in os.walk(f"{self.path}/Output"):
            for name in folders + files:
                found.add(os.path.relpath(os.path.join(parent, name), self.path))
        return {name for name in found if not name.endswith("/.digests")}

    def remove(self):
        subprocess.run(["chmod", "-R", "u+rwX", self.path], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.path, ignore_errors=True)


def ends(output):
    """What make says of each collection: name to status."""
    found = {}
    for line in output.splitlines():
        match = re.match(r"(\w+): (.*)$", line)
        if match and match[1] in NAMES:
            number = re.search(r"\((\d+)\)", match[2])
            found[match[1]] = int(number[1]) if number else 0
    return found


def make_socket(path):
    server = socket.socket(socket.AF_UNIX)
    folder = os.getcwd()
    try:
        # The path of a socket is short.
        os.chdir(os.path.dirname(path))
        server.bind(os.path.basename(path))
    finally:
        os.chdir(folder)
        server.close()
