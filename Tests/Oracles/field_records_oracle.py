#!/usr/bin/env python3
"""An independent reading of the field-records files, held against what was published.

    python3 field_records_oracle.py INPUT_DIR PIPELINE_DIR PUBLISHED_DIR

Shares no code with the program or the generator: it reads units.csv, survey.csv, choices.csv, the
crosswalk and the two exports, counts each table as its title says, and compares every count, share,
mean, median, sum and list with cells.csv and lists.csv. Ends with `oracle: ok` and the number of
figures, or with 1 and what differs. What it does not know, such as another table, it refuses.
"""

import csv
import os
import sys
from collections import OrderedDict
from datetime import datetime
from fractions import Fraction
from statistics import median

CUT_OFF = "2024-06-14"
STRATA = {"africa": "africa", "asia_pacific": "asia", "arab_states": "asia", "europe": "europe",
          "": "europe", "americas": "americas"}
NO_OPINION = {"dk", "99"}


def fold(text):
    return " ".join(text.split()).casefold().replace("’", "'").replace("\u00a0", " ")


def rows(path, encoding="utf-8-sig", delimiter=","):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


class Collection:
    def __init__(self, exports, definition):
        self.offices = OrderedDict()
        self.called = {}
        for row in rows(os.path.join(definition, "units.csv")):
            if (row["valid_from"] or "0") <= CUT_OFF and (not row["valid_to"] or CUT_OFF < row["valid_to"]):
                assert row["code"] not in self.offices, row
                self.offices[row["code"]] = row
                for column in ("name_en", "name_fr"):
                    self.called[fold(row[column])] = row["code"]
        for row in rows(os.path.join(definition, "crosswalk.csv")):
            self.called[fold(row["name"])] = row["unit"]
        self.meaning = {}
        self.order = {}
        for row in rows(os.path.join(definition, "choices.csv")):
            known = self.meaning.setdefault(row["list_name"], {})
            for column in ("name", "label::English (en)", "label::Français (fr)"):
                known[fold(row[column])] = row["name"]
            self.order.setdefault(row["list_name"], []).append(row["name"])
        self.labels = OrderedDict()
        for row in rows(os.path.join(definition, "survey.csv")):
            if row["type"] == "begin_repeat":
                break  # rooms stand in a file of their own
            self.labels[row["name"]] = row["label::Français (fr)"]
        self.fates = {"quarantined": 0, "late": 0, "superseded": 0, "accepted": 0}
        sent = []
        for row in rows(os.path.join(exports, "web.csv")):
            sent.append((row["submitted"], 0, len(sent), row["office"], row, " "))
        for row in rows(os.path.join(exports, "mail.csv"), "cp1252", ";"):
            day = datetime.strptime(row["Reçu le"], "%d/%m/%Y").strftime("%Y-%m-%d")
            row = {name: row[heading] for name, heading in self.headings(row).items()}
            sent.append((day + " 00:00:00", 1, len(sent), None, row, ";"))
        self.replies = self.choose(sent)
        # The rooms of what counts: offices whose latest reply came by web.
        self.rooms = [row for row in rows(os.path.join(exports, "rooms.csv"))
                      if row["office"] in self.replies and self.replies[row["office"]]["by_web"]]

    def headings(self, row):
        known = {fold(heading): heading for heading in row}
        found = {name: known[fold(label)] for name, label in self.labels.items()}
        return dict(found, office="Bureau")

    def choose(self, sent):
        """The latest of each office in time; of one moment the one further on."""
        replies, latest = {}, {}
        for moment, _, position, code, row, mark in sent:
            office = code if code in self.offices else self.called.get(fold(row["office"]))
            if code is not None and code not in self.offices:
                office = None
            if office is None:
                self.fates["quarantined"] += 1
                continue
            if moment[:10] > CUT_OFF:
                self.fates["late"] += 1
                continue
            if office in latest:
                self.fates["superseded"] += 1
            if office not in latest or (moment, position) > latest[office]:
                latest[office] = (moment, position)
                replies[office] = dict(self.read(row, mark), by_web=code is not None)
        self.fates["accepted"] = len(replies)
        return replies

    def read(self, row, mark):
        reply = {}
        for name in ("policy", "officer", "digital"):
            reply[name] = self.meaning[name][fold(row[name])] if row[name].strip() else None
        ticks = [part for part in row["systems"].split(mark) if part.strip()]
        reply["systems"] = {self.meaning["systems"][fold(part)] for part in ticks} or None
        reply["metres"] = int(row["metres"]) if row["metres"].strip() else None
        return reply

    def state(self, office, name):
        if office not in self.replies:
            return "did_not_reply"
        reply = self.replies[office]
        if reply[name] is not None:
            return "answered"
        if name == "systems" and reply["digital"] in ("1", "99"):
            return "not_applicable"
        return "no_answer"


class Comparison:
    def __init__(self, published):
        self.cells = {}
        for row in rows(os.path.join(published, "machine", "cells.csv")):
            self.cells[row["table"], row["row"], row["column"], row["statistic"]] = row["value"]
        self.lists = {}
        for row in rows(os.path.join(published, "machine", "lists.csv")):
            self.lists.setdefault((row["table"], row["row"], row["column"]), set()).add(row["iso3"])
        self.unseen = set(self.cells)
        self.compared, self.faults = 0, []

    def figure(self, table, row, column, statistic, value):
        address = (table, row, column, statistic)
        found = self.cells.get(address)
        self.unseen.discard(address)
        if found is None:
            # A table has no row for a state of no answer where it has no states at all.
            if value:
                self.faults.append(f"{'/'.join(address)} is missing, {value} expected")
            return
        self.compared += 1
        same = found == "" if value is None else (
            found != "" and abs(Fraction(found) - Fraction(value)) < Fraction(1, 10 ** 9))
        if not same:
            self.faults.append(f"{'/'.join(address)} is '{found}', {value} expected")

    def list(self, table, row, column, offices):
        self.compared += 1
        if self.lists.get((table, row, column), set()) != set(offices):
            self.faults.append(f"list {table}/{row}/{column} is not {sorted(offices)}")


def percent(part, whole):
    return None if whole == 0 else Fraction(100 * part, whole)


def columns(collection, names, offices):
    """The offices of each column: the total, then those of each code of attributes."""
    result = OrderedDict({".total": list(offices)})
    for name in names:
        codes = {"region": ["africa", "asia_pacific", "arab_states", "europe", "americas"],
                 "size": ["small", "medium", "large"]}[name] + [""]
        for code in codes:
            result[code or name + "_not_specified"] = [office for office in offices if collection.offices[office][name] == code]
    return result


def closed(compare, collection, table, name, names, offices=None, lists=(), statistics=("percent",)):
    """A table of a question with choices; those that are no opinion stand beside the base."""
    for column, group in columns(collection, names, offices or collection.offices).items():
        given = {office: collection.replies[office][name] for office in group
                 if collection.state(office, name) == "answered"}
        base = [office for office in given if given[office] not in NO_OPINION]
        compare.figure(table, ".base", column, "count", len(base))
        for choice in collection.order[name]:
            those = [office for office in given if given[office] == choice]
            compare.figure(table, choice, column, "count", len(those))
            if choice not in NO_OPINION:
                compare.figure(table, choice, column, "percent", percent(len(those), len(base)))
            if choice in lists:
                compare.list(table, choice, column, those)
        for state in ("no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"):
            compare.figure(table, "." + state, column, "count",
                           sum(collection.state(office, name) == state for office in group))
        compare.figure(table, ".population", column, "count", len(group))
        if "mean" in statistics:
            points = [int(given[office]) for office in base]
            compare.figure(table, ".base", column, "mean",
                           Fraction(sum(points), len(points)) if points else None)
            net = sum(point >= 4 for point in points)
            compare.figure(table, "most", column, "count", net)
            compare.figure(table, "most", column, "percent", percent(net, len(base)))


def main(exports, definition, published):
    collection = Collection(exports, definition)
    compare = Comparison(published)
    replied = set(collection.replies)
    for column, group in columns(collection, ["region", "size"], collection.offices).items():
        those = [office for office in group if office in replied]
        compare.figure("response", ".base", column, "count", len(group))
        for row, units in (("replied", those), ("did_not_reply", set(group) - set(those))):
            compare.figure("response", row, column, "count", len(units))
            compare.figure("response", row, column, "percent", percent(len(units), len(group)))
        compare.list("response", "did_not_reply", column, set(group) - set(those))
    for column, group in columns(collection, ["size"], collection.offices).items():
        compare.figure("offices", ".base", column, "count", len(group))
        regions = [collection.offices[office]["region"] or "region_not_specified" for office in group]
        for region in set(STRATA) - {""} | {"region_not_specified"}:
            compare.figure("offices", region, column, "count", regions.count(region))
            compare.figure("offices", region, column, "percent",
                           percent(regions.count(region), len(group)))
    closed(compare, collection, "policy", "policy", ["region", "size"], lists=["yes"])
    large = [office for office, row in collection.offices.items() if row["size"] == "large"]
    closed(compare, collection, "large", "policy", [], large, lists=["yes", "draft", "no"])
    closed(compare, collection, "digital", "digital", ["size"], statistics=["percent", "mean"])
    weighted(compare, collection)
    ticks(compare, collection)
    paper(compare, collection)
    readiness(compare, collection)
    rooms(compare, collection)
    for fate, records in collection.fates.items():
        published_fate = {row["fate"]: int(row["records"])
                          for row in rows(os.path.join(published, "machine", "balance.csv"))}
        compare.compared += 1
        if published_fate[fate] != records:
            compare.faults.append(f"{published_fate[fate]} records {fate}, {records} expected")
    for address in sorted(compare.unseen):
        compare.faults.append(f"{'/'.join(address)} is not known here")
    if compare.faults:
        sys.exit("\n".join(compare.faults))
    print(f"oracle: ok, {compare.compared} figures compared, {collection.fates}")


def weighted(compare, collection):
    """Whoever replied of a stratum stands for all its offices."""
    stratum = {office: STRATA[row["region"]] for office, row in collection.offices.items()}
    weight = {}
    for name in set(stratum.values()):
        all_offices = [office for office in stratum if stratum[office] == name]
        some = [office for office in all_offices if office in collection.replies]
        for office in some:
            weight[office] = Fraction(len(all_offices), len(some))
    given = {office: reply["policy"] for office, reply in collection.replies.items() if reply["policy"]}
    base = [office for office in given if given[office] != "dk"]
    total = sum(weight[office] for office in base)
    table = "policy-weighted"
    compare.figure(table, ".base", ".total", "count", len(base))
    compare.figure(table, ".base", ".total", "weighted-count", total)
    for choice in collection.order["policy"]:
        those = [office for office in given if given[office] == choice]
        part = sum((weight[office] for office in those), Fraction(0))
        compare.figure(table, choice, ".total", "count", len(those))
        compare.figure(table, choice, ".total", "weighted-count", part)
        if choice != "dk":
            compare.figure(table, choice, ".total", "percent", Fraction(100 * part, total))
    for state in ("no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"):
        those = [office for office in stratum if collection.state(office, "policy") == state]
        compare.figure(table, "." + state, ".total", "count", len(those))
        if state != "did_not_reply":
            compare.figure(table, "." + state, ".total", "weighted-count",
                           sum((weight[office] for office in those), Fraction(0)))
    compare.figure(table, ".population", ".total", "count", len(stratum))


def ticks(compare, collection):
    """Who ticked what, by whether somebody is responsible; who did not say stands in no column."""
    groups = OrderedDict({".total": list(collection.offices)})
    for code in ("yes", "no"):
        groups[code] = [office for office, reply in collection.replies.items()
                        if reply["officer"] == code]
    for column, group in groups.items():
        given = [collection.replies[office]["systems"] for office in group
                 if collection.state(office, "systems") == "answered"]
        compare.figure("systems", ".base", column, "count", len(given))
        for choice in collection.order["systems"]:
            number = sum(choice in answer for answer in given)
            compare.figure("systems", choice, column, "count", number)
            compare.figure("systems", choice, column, "percent", percent(number, len(given)))
        for state in ("no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"):
            compare.figure("systems", "." + state, column, "count",
                           sum(collection.state(office, "systems") == state for office in group))
        compare.figure("systems", ".population", column, "count", len(group))


def paper(compare, collection):
    for column, group in columns(collection, ["size"], collection.offices).items():
        numbers = [collection.replies[office]["metres"] for office in group
                   if collection.state(office, "metres") == "answered"]
        for statistic, value in (
                ("count", len(numbers)), ("sum", sum(numbers) if numbers else None),
                ("mean", Fraction(sum(numbers), len(numbers)) if numbers else None),
                ("median", Fraction(median(map(Fraction, numbers))) if numbers else None)):
            compare.figure("paper", ".value", column, statistic, value)
        compare.figure("paper", ".base", column, "count", len(numbers))
        for state in ("no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"):
            compare.figure("paper", "." + state, column, "count",
                           sum(collection.state(office, "metres") == state for office in group))
        compare.figure("paper", ".population", column, "count", len(group))


def score(reply):
    """Points for a policy, somebody responsible and electronic records; None where one was not answered."""
    if None in (reply["policy"], reply["officer"], reply["digital"]):
        return None
    return ({"yes": 2, "draft": 1}.get(reply["policy"], 0) + (reply["officer"] == "yes")
            + {"5": 2, "4": 1}.get(reply["digital"], 0))


def readiness(compare, collection):
    scores = {office: score(reply) for office, reply in collection.replies.items()}

    def states(table, column, group):
        blank = sum(office in scores and scores[office] is None for office in group)
        for state in ("not_applicable", "not_asked", "unclear"):
            compare.figure(table, "." + state, column, "count", 0)
        compare.figure(table, ".no_answer", column, "count", blank)
        compare.figure(table, ".did_not_reply", column, "count",
                       sum(office not in scores for office in group))
        compare.figure(table, ".population", column, "count", len(group))

    for column, group in columns(collection, ["size"], collection.offices).items():
        points = [scores[office] for office in group if scores.get(office) is not None]
        for statistic, value in (
                ("count", len(points)), ("mean", Fraction(sum(points), len(points)) if points else None),
                ("median", Fraction(median(map(Fraction, points))) if points else None),
                ("minimum", min(points, default=None)), ("maximum", max(points, default=None))):
            compare.figure("readiness", ".value", column, statistic, value)
        compare.figure("readiness", ".base", column, "count", len(points))
        states("readiness", column, group)
    points = [point for point in scores.values() if point is not None]
    for step, low in (("little", 0), ("partly", 2), ("largely", 4)):
        number = sum(low <= point < low + 2 or (low == 4 and point == 5) for point in points)
        compare.figure("ready", step, ".total", "count", number)
        compare.figure("ready", step, ".total", "percent", percent(number, len(points)))
    compare.figure("ready", ".base", ".total", "count", len(points))
    states("ready", ".total", list(collection.offices))


def safety(room):
    """None where what was left out would decide it."""
    if room["locked"] == "yes" and room["dry"] == "yes":
        return "both"
    if room["locked"] == "yes" or room["dry"] == "yes":
        return "one"
    return "neither" if room["locked"] == "no" and room["dry"] == "no" else None


def rooms(compare, collection):
    of_kind = OrderedDict({".total": collection.rooms})
    for kind in collection.order["kind"]:
        of_kind[kind] = [room for room in collection.rooms if room["kind"] == kind]
    of_size = OrderedDict({".total": collection.rooms})
    for size in ("small", "medium", "large", ""):
        of_size[size or "size_not_specified"] = [
            room for room in collection.rooms if collection.offices[room["office"]]["size"] == size]
    groups = [("rooms", of_size, lambda room: room["kind"], collection.order["kind"]),
              ("safe", of_kind, safety, ["both", "one", "neither"])]
    for table, banner, code, codes in groups:
        for column, group in banner.items():
            given = [code(room) for room in group if code(room) is not None]
            for name in codes:
                compare.figure(table, name, column, "count", given.count(name))
                compare.figure(table, name, column, "percent", percent(given.count(name), len(given)))
            no_states(compare, table, column, len(given), len(group))
    for column, group in of_kind.items():
        metres = [Fraction(room["shelves"]) for room in group]
        for statistic, value in (("count", len(metres)), ("sum", sum(metres)),
                                 ("mean", sum(metres) / len(metres)), ("median", median(metres))):
            compare.figure("shelves", ".value", column, statistic, value)
        no_states(compare, "shelves", column, len(metres), len(metres))


def no_states(compare, table, column, base, all_rooms):
    compare.figure(table, ".base", column, "count", base)
    compare.figure(table, ".no_answer", column, "count", all_rooms - base)
    for state in ("not_applicable", "not_asked", "unclear"):
        compare.figure(table, "." + state, column, "count", 0)
    compare.figure(table, ".population", column, "count", all_rooms)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
