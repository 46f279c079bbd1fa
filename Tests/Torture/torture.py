#!/usr/bin/env python3
"""Ends, disturbs and misleads make report in every way that a machine without people has, and looks at
what is left.

    torture.py BINARIES [--seconds 1500] [--seed 1] [--short] [--only CHAPTER]

A small world of two collections has a published set (old) and exports that came since. Each try takes a
copy, runs with one disturbance, and requires: what is published is wholly old or wholly new, both folders
of the collection in confidence go together, the exit status is a documented one and says the truth, the
next run needs no help and publishes the new set, and nothing is left behind. Tries are drawn with the seed
from all stages, kinds of calls and indices; the figures say how many of how many.
"""

import argparse
import concurrent.futures
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import hostile
from world import DOCUMENTED, NAMES, World, ends, replies, snapshot, write

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
PROGRAMS = [f"rapporteur-{stage}" for stage in ["ingest", "normalize", "validate", "aggregate", "export"]] + ["rapporteur"]
KINDS = ["write", "fsync", "rename", "unlink", "mkdir", "close", "open"]


class Torture:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.random = random.Random(options.seed)
        self.shim = f"{folder}/shim.so"
        compiler = next(filter(None, map(shutil.which, ["cc", "clang", "gcc"])), None)
        if compiler is None:
            sys.exit("torture: there is no C compiler; expected cc, clang (it comes with Swift) or gcc")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", self.shim, f"{HERE}/shim.c", "-ldl"], check=True)
        self.number, self.lock = 0, threading.Lock()
        self.chapters = []
        self.prepare()

    def shimmed(self, **settings):
        return {"LD_PRELOAD": self.shim, **{f"TORTURE_{key.upper()}": str(value) for key, value in settings.items()}}

    def prepare(self):
        """The world before each try, and what the old and the new set are."""
        world = World.made(f"{self.folder}/before", os.path.abspath(self.options.binaries), REPOSITORY)
        self.must(world.run())
        self.old = {name: world.sets(name) for name in NAMES}
        for name in NAMES:
            world.set_input(name, replies(50, 2))
        self.before = world
        after = world.copy(f"{self.folder}/after")
        started = time.time()
        self.must(after.run(self.shimmed(count=f"{self.folder}/counts-all", program="none")))
        self.length = time.time() - started
        self.new = {name: after.sets(name) for name in NAMES}
        self.names = after.names()
        assert all(self.old[name] != self.new[name] for name in NAMES)
        assert self.new["closed"][1] and self.new["open"][1] is None
        after.remove()
        self.counts = {}
        for program in PROGRAMS:
            counting = world.copy(f"{self.folder}/counting")
            self.must(counting.run(self.shimmed(count=f"{self.folder}/counts", program=program)))
            counting.remove()
        with open(f"{self.folder}/counts") as file:
            for line in file:
                program, kind, count = line.split()
                key = program, kind
                self.counts[key] = max(self.counts.get(key, 0), int(count))

    @staticmethod
    def must(run):
        if run[0] != 0:
            sys.exit(f"torture: the run without a disturbance failed: {run}")

    # Trying

    def copy(self):
        with self.lock:
            self.number += 1
            number = self.number
        return self.before.copy(f"{self.folder}/try{number}")

    def kind_of(self, name, found):
        for word, sets in [("old", self.old), ("new", self.new)]:
            if found == sets[name]:
                return word
        return "mixed" if found[0] and found[1] else "missing" if found[0] is None else "neither"

    def look(self, world, killed, exchange):
        """What is wrong with what stands there right after a run; the kind of set by name."""
        wrong, kinds = [], {}
        for name in NAMES:
            published, confidential = world.sets(name)
            kinds[name] = self.kind_of(name, (published, confidential))
            if kinds[name] in ("old", "new"):
                continue
            whole = [published in (self.old[name][0], self.new[name][0]),
                     confidential in (self.old[name][1], self.new[name][1])]
            if not exchange:
                whole = [each or found is None for each, found in zip(whole, (published, confidential))]
            # Two folders, or one that cannot be exchanged, are put right by the next run.
            if not (killed and all(whole)):
                wrong.append(f"{name}: the set is {kinds[name]}")
        return wrong, kinds

    def next_run(self, world, more=None):
        status, output, error = world.run(more)
        wrong = []
        if status != 0 or ends(output) != {name: 0 for name in NAMES}:
            wrong.append(f"the next run ended with {status}: {output}{error}")
        for name in NAMES:
            if world.sets(name) != self.new[name]:
                wrong.append(f"{name}: the next run did not publish the new set")
        left = world.names() ^ self.names
        if left:
            wrong.append(f"left behind, or missing: {sorted(left)[:6]}")
        temporary = os.listdir(f"{world.path}/tmp")
        if temporary:
            wrong.append(f"left in TMPDIR: {temporary}")
        return wrong

    def truth(self, run, kinds, allowed):
        status, output, error = run
        said = ends(output)
        wrong = []
        if status != (0 if all(end == 0 for end in said.values()) else 2) or set(said) != set(NAMES):
            wrong.append(f"make ended with {status} and said {said}: {error[-600:]}")
        for name, end in said.items():
            if end not in allowed:
                wrong.append(f"{name}: status {end}, expected one of {sorted(allowed)}: {error[-600:]}")
            if kinds.get(name) in ("old", "new") and (end <= 1) != (kinds[name] == "new"):
                wrong.append(f"{name}: status {end}, but the {kinds[name]} set stands there: {error[-600:]}")
        return wrong

    def disturbed(self, program, kind, at, deed, exchange=True):
        """One try with the shim."""
        world = self.copy()
        try:
            more = {} if exchange else {"no_exchange": "yes"}
            run = world.run(self.shimmed(program=program, kind=kind, at=at, do=deed, **more))
            killed = deed == "kill"
            wrong, kinds = self.look(world, killed, exchange)
            if not killed:
                allowed = {0} if deed == "short" or program == "rapporteur" else {0, 73}
                if deed == errno.EINTR and kind in ("write", "fsync", "close"):
                    allowed = {0}
                wrong += self.truth(run, kinds, allowed)
            return wrong + self.next_run(world, None if exchange else self.shimmed(no_exchange="yes"))
        finally:
            world.remove()

    def ended(self, instant, exchange):
        """Everything is killed at an instant."""
        world = self.copy()
        more = None if exchange else self.shimmed(no_exchange="yes")
        try:
            process = world.start(more)
            try:
                process.communicate(timeout=instant)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
            wrong, _ = self.look(world, True, exchange)
            return wrong + self.next_run(world, more)
        finally:
            world.remove()

    def together(self, pause, arguments):
        """Two runs at once."""
        world = self.copy()
        try:
            first = world.start(None, arguments)
            time.sleep(pause)
            second = world.start(None, arguments)
            runs = [(*process.communicate(timeout=120), process.returncode) for process in (first, second)]
            wrong, kinds = self.look(world, False, True)
            for output, error, status in runs:
                said = ends(output)
                waited = bool(arguments)
                if set(said) != set(NAMES) or not set(said.values()) <= ({0} if waited else {0, 75}):
                    wrong.append(f"said {said}: {error[-600:]}")
                if status != (0 if set(said.values()) == {0} else 2):
                    wrong.append(f"make ended with {status} and said {said}")
            for name in NAMES:
                if all(ends(output).get(name) == 75 for output, _, _ in runs):
                    wrong.append(f"{name}: neither run did it")
                if kinds[name] != "new":
                    wrong.append(f"{name}: the {kinds[name]} set stands there")
            return wrong + self.next_run(world)
        finally:
            world.remove()

    def without_locks(self, how):
        world = self.copy()
        try:
            more = self.shimmed(no_locks=how)
            status, output, error = world.run(more)
            wrong = [] if status == 0 else [f"ended with {status}: {error[-600:]}"]
            if error.count("[no-locks]") != len(NAMES):
                wrong.append(f"expected a word on locks for each collection: {error[-600:]}")
            return wrong + self.next_run(world)
        finally:
            world.remove()

    # Sources that change

    def prepare_changes(self):
        base = self.before.copy(f"{self.folder}/changes")
        base.set_input("open", replies(40_000, 3))
        write(f"{base.path}/other.csv", replies(39_000, 4))
        counts = f"{self.folder}/reads"
        world = base.copy(f"{self.folder}/reading")
        assert world.stage("ingest", more=self.shimmed(count=counts, program="rapporteur-ingest"))[0] == 0
        self.kept = [snapshot(f"{world.path}/Output/open/ingested")]
        world.remove()
        with open(counts) as file:
            self.reads = max(int(line.split()[2]) for line in file if line.split()[1] == "read")
        self.changes_world = base
        self.changed = {}
        for deed in ["cut", "overwrite", "append", "replace"]:
            world = base.copy(f"{self.folder}/changing")
            self.change(world, deed)
            status, _ = world.stage("ingest")
            if status == 0:
                self.changed[deed] = snapshot(f"{world.path}/Output/open/ingested")
            world.remove()

    def change(self, world, deed):
        path = f"{world.path}/Input/open/replies-1.csv"
        size = os.path.getsize(path)
        if deed == "cut":
            os.truncate(path, size // 2)
        elif deed == "replace":
            os.rename(f"{world.path}/other.csv", path)
        else:
            with open(path, "r+b") as file:
                file.seek(size if deed == "append" else size // 2)
                file.write(b"z,2024-05-01,No\n")

    def changing(self, deed, at):
        with self.lock:
            self.number += 1
            number = self.number
        world = self.changes_world.copy(f"{self.folder}/try{number}")
        try:
            # Beside Input, where the other file is no source itself.
            aside, source = f"{world.path}/aside", f"{world.path}/Input/open/replies-1.csv"
            os.mkdir(aside)
            os.rename(source, f"{aside}/replies-1.csv")
            os.rename(f"{world.path}/other.csv", f"{aside}/replies-1.csv.other")
            os.symlink("../../aside/replies-1.csv", source)
            before = snapshot(f"{world.path}/Output/open/ingested")
            status, error = world.stage("ingest", more=self.shimmed(
                program="rapporteur-ingest", kind="read", at=at, do=deed,
                file=f"{aside}/replies-1.csv"))
            now = snapshot(f"{world.path}/Output/open/ingested")
            if status == 0:
                if now in self.kept or now == self.changed.get(deed):
                    return []
                return [f"{deed} at read {at}: status 0, but neither all old nor all new bytes were read"]
            wrong = [] if status in (65, 66) else [f"{deed} at read {at}: status {status}: {error[-600:]}"]
            if "[changed-while-read]" not in error and not (self.changed.get(deed) is None and status == 65):
                wrong.append(f"{deed} at read {at}: {error[-600:]}")
            if now != before:
                wrong.append(f"{deed} at read {at}: something was kept")
            return wrong
        finally:
            world.remove()

    # Chapters

    def chapter(self, name, tries, share):
        """Runs tries until all are done or the chapter's share of the time is over."""
        if self.options.only and self.options.only not in name:
            return
        deadline = time.time() + self.options.seconds * (1 if self.options.short else share)
        tried, wrong = 0, []
        tries = list(tries)
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            waiting = {}
            pending = iter(tries)
            while True:
                while len(waiting) < self.options.jobs and time.time() < deadline:
                    one = next(pending, None)
                    if one is None:
                        break
                    waiting[pool.submit(one[0], *one[1:])] = one
                if not waiting:
                    break
                done, _ = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
                for each in done:
                    one = waiting.pop(each)
                    tried += 1
                    # A run without end, or one that left something nobody can read, is no reason to stop.
                    found = [repr(each.exception())] if each.exception() else each.result()
                    if found:
                        wrong.append((one, found))
        held = tried - len(wrong)
        print(f"{name}: {tried} of {len(tries)} tried, {held} held", flush=True)
        for one, found in wrong[:10]:
            print(f"  {one[0].__name__}{one[1:]}:", *found, sep="\n    ", flush=True)
        self.chapters.append((tried, held))

    def indices(self, count, most):
        """The first, the last and some in between, in the order in which they are to be tried."""
        between = list(range(2, count))
        self.random.shuffle(between)
        return ([1] if count else []) + ([count] if count > 1 else []) + between[: max(0, most - 2)]

    def calls(self, deeds, most, programs=PROGRAMS, kinds=KINDS, exchange=True):
        """The first index of each program and kind, then the second of each, and so on."""
        rows = [
            [(self.disturbed, program, kind, at, deed, exchange)
             for at in self.indices(self.counts.get((program, kind), 0), most)]
            for deed in deeds for program in programs for kind in kinds]
        for row in rows:
            self.random.shuffle(row[2:])
        for index in range(max(map(len, rows), default=0)):
            layer = [row[index] for row in rows if index < len(row)]
            self.random.shuffle(layer)
            yield from layer

    def run(self):
        short = self.options.short
        most = 1 if short else 10**6
        few = (lambda tries, number: list(tries)[:number]) if short else (lambda tries, number: tries)
        self.chapter("killed at a call", few(self.calls(["kill"], most), 6), 0.22)
        self.chapter("killed at a call, no exchange", few(self.calls(
            ["kill"], 10**6, ["rapporteur-export"], ["rename", "unlink", "open", "fsync"], False), 4), 0.06)
        self.chapter("failing calls", few(self.calls(
            [errno.ENOSPC, errno.EIO, errno.EINTR], most), 6), 0.23)
        self.chapter("failing calls, no exchange", few(self.calls(
            [errno.EIO], 10**6, ["rapporteur-export"], ["rename", "unlink", "open", "fsync"], False), 3), 0.06)
        self.chapter("short writes", few(self.calls(["short"], 10**6, kinds=["write"]), 2), 0.04)
        instants = [(self.ended, self.random.uniform(0.01, self.length * 1.1), number % 4 != 0)
                    for number in range(3 if short else 500)]
        self.chapter("killed at an instant", instants, 0.2)
        pairs = [(self.together, self.random.uniform(0, self.length), arguments)
                 for arguments in ([()] if short else [(), ("WAIT=60",)]) for _ in range(1 if short else 12)]
        self.chapter("two runs at once", pairs, 0.04)
        self.chapter("no locks", [(self.without_locks, how) for how in ["refused", "granted"]], 0.02)
        self.prepare_changes()
        changes = [(self.changing, deed, at) for deed in ["cut", "overwrite", "append", "replace"]
                   for at in self.spread(self.reads, 1 if short else 50)]
        self.chapter("sources that change", changes, 0.06)
        names = list(hostile.CASES)[:: 4 if short else 1]
        self.chapter("hostile files", [(self.hostile, name) for name in names], 0.1)
        tried, held = (sum(column) for column in zip(*self.chapters))
        print(f"torture: {tried} tried, {held} held (seed {self.options.seed})")
        return 0 if tried == held else 1

    def spread(self, count, number):
        """So many numbers from 1 to a count, evenly, the same more than once where there are fewer."""
        return [1 + round(each * (count - 1) / max(1, number - 1)) for each in range(number)] if number > 1 else [count // 2 + 1]

    def hostile(self, name):
        world = self.copy()
        try:
            return hostile.check(world, name, self)
        finally:
            world.remove()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--seconds", type=float, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rapporteur-torture-") as folder:
        return Torture(options, folder).run()


if __name__ == "__main__":
    sys.exit(main())
