"""The collection's own units and attributes, for random_tables.py: made, and read again.

Written by `UnitList`; `Listed` reads units.csv and the attributes of pipeline.yaml as their page says,
and knows nothing of the former.
"""

import csv
import datetime
import os


class UnitList:
    """A random units.csv: alone (`unit: listed`), beside the States, or none."""

    def __init__(self, collection):
        self.rng, self.collection = collection.rng, collection
        self.rows = []
        self.codes = {}  # the codes that reporting units have, by attribute
        self.strangers = []  # what sends replies and is no unit of the day
        self.population = self.members() if collection.states else []
        self.is_there = collection.listed or collection.states and self.rng.random() < 0.5
        if self.is_there:
            self.make()

    def members(self):
        day = self.collection.cutoff.isoformat()
        with open(os.path.join(self.collection.registers, "states.csv"), encoding="utf-8") as file:
            return [row["iso3"] for row in csv.DictReader(file)
                    if row["kind"] == "state" and row["member_from"] <= day
                    and (not row["member_to"] or day < row["member_to"])]

    def make(self):
        rng = self.rng
        states = set(self.population)
        if self.collection.listed:
            own = ["person %d" % i for i in range(1, rng.randint(40, 150))]
            self.blank_rate = rng.choice([0, 0.2])
        else:
            own = ["rock", "reef"] + rng.sample(["VAT", "EU", "COK"], rng.randint(0, 2))
            self.blank_rate = 0.2
        for code in own + rng.sample(sorted(states), rng.randint(20, 120) if states else 0):
            self.add(code, len(self.rows) < 12)
        rng.shuffle(self.rows)
        day = self.collection.cutoff.isoformat()
        valid = [row for row in self.rows
                 if row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])]
        codes = [row["code"] for row in valid]
        self.population += [code for code in codes if code not in states]
        self.strangers = [code for code in own if code not in codes][:3]
        self.on_the_day = {row["code"]: row for row in valid}
        for name in ("ldc", "kind_of"):
            found = list(dict.fromkeys(row[name] for row in valid if row[name]))
            declared = ["yes", "no", "rare"] if name == "ldc" else found
            self.codes[name] = declared + (
                [name + "_not_specified"]
                if any(not self.values(code)[name] for code in self.population) else [])

    def add(self, code, is_whole):
        """A line, or one for each of two times."""
        rng = self.rng
        named = self.collection.listed or code in ("rock", "reef")
        first = self.line(code, is_whole, named)
        self.rows.append(first)
        if is_whole or rng.random() > 0.15:
            return
        day = (self.collection.cutoff + datetime.timedelta(rng.choice([-200, -1, 0, 1]))).isoformat()
        second = self.line(code, is_whole, named)
        if rng.random() < 0.3:
            first[rng.choice(["valid_from", "valid_to"])] = day
            return
        first["valid_to"], second["valid_from"] = day, day
        self.rows.append(second)

    def line(self, code, is_whole, named):
        rng = self.rng
        blank = 0 if is_whole else self.blank_rate
        return {
            "code": code,
            "name_en": "The unit " + code if named and rng.random() < 0.8 else "",
            "name_fr": "L’unité " + code if named else "",
            "ldc": "" if rng.random() < blank else rng.choice(["yes", "no"]),
            "kind_of": "" if rng.random() < blank else rng.choice(["k1", "k2", "k3"]),
            "valid_from": "", "valid_to": ""}

    def values(self, code):
        return self.on_the_day.get(code, {"ldc": "", "kind_of": ""}) if self.is_there else {}

    def write(self, definition, folder):
        if not self.is_there:
            return
        definition["attributes"] = [
            {"name": "ldc", "label": "Least developed",
             "codes": [{"name": "yes", "label": "LDC"}, {"name": "no"}, {"name": "rare"}]},
            {"name": "kind_of"}]
        with open(os.path.join(folder, "units.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(self.rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows)


class Listed:
    """units.csv and `attributes` as at the cut-off."""

    def __init__(self, pipeline, folder):
        self.attributes = pipeline.get("attributes", [])
        path = os.path.join(folder, "units.csv")
        rows = []
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
        day = pipeline["cut-off"]
        self.units = {row["code"]: row for row in rows
                      if row["valid_from"] <= day
                      and (not row["valid_to"] or day < row["valid_to"])}

    def codes(self, attribute):
        """Those that are declared, else those that there are; with their labels."""
        if "codes" in attribute:
            return [(code["name"], code.get("label", code["name"])) for code in attribute["codes"]]
        values = [row[attribute["name"]] for row in self.units.values()]
        return [(value, value) for value in dict.fromkeys(values) if value]

    def value(self, code, attribute):
        row = self.units.get(code, {})
        return row.get(attribute["name"]) or attribute["name"] + "_not_specified"

    def name(self, code, language):
        row = self.units[code]
        names = {key[5:]: row[key] for key in row if key.startswith("name_") and row[key]}
        for candidate in (language, "en"):
            if candidate in names:
                return names[candidate]
        return names[sorted(names)[0]] if names else code
