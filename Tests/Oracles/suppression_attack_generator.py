"""Random collections of replies given in confidence, for suppression_attack.py.

Every definition is written as JSON, which is YAML too. The files are the same for the same seed.
"""

import csv
import json
import os
import random

from suppression_attack_registers import DAY, TREATY, attributes


class Generator:
    def __init__(self, seed, number, registers):
        self.r = random.Random("%s/%d" % (seed, number))
        # Of their own, so that what is drawn besides stays as it is without filters.
        self.filter_r = random.Random("%s/%d/filters" % (seed, number))
        self.unanimity = random.Random("%s/%d/unanimity" % (seed, number)).choice(
            ["hidden", "released", "released"])
        self.is_rounded = False
        self.rounding_r = random.Random("%s/%d/rounding" % (seed, number))
        self.by_state = bool(registers) and number % 2 == 0
        self.members = attributes(registers) if self.by_state else {}
        self.questions = {}  # name -> (kind, choices)
        self.no_opinions = {}  # question -> choices
        self.filters = {}  # question -> (the question that decides, {choice: its choices})
        self.attributes = ["response"]
        if self.by_state:
            self.attributes += ["status", "regional_group", "signature", "deposit"]

    def make_form(self):
        r = self.r
        for n in range(r.randint(2, 4)):
            codes = ["q%d_%s" % (n, c) for c in "abcde"[: r.randint(2, 5)]]
            self.questions["q%d" % n] = ("select_one", codes)
        if r.random() < 0.6:
            self.questions["scale"] = ("select_one", [str(n) for n in range(1, r.randint(4, 6))])
        if r.random() < 0.6:
            codes = ["t_%s" % c for c in "abcd"[: r.randint(2, 4)]]
            self.questions["ticks"] = ("select_multiple", codes)
        if r.random() < 0.5:
            self.questions["amount"] = ("integer", [])
        self.mark_choices()
        self.filter_choices()
        self.questions["remarks"] = ("text", [])

    def mark_choices(self):
        """Choices that are no opinion: of a scale one more, of others one that there is."""
        r = self.r
        for name, (kind, codes) in self.questions.items():
            if len(codes) < 2 or r.random() > 0.3:
                continue
            if name == "scale":
                codes.append("99")
            self.no_opinions[name] = {codes[-1]}

    def filter_choices(self):
        """A question whose choices are offered by the answer to another one. That one is asked in all
        versions of the form, and its answers are clear: else nothing is published."""
        r = self.filter_r
        names = [n for n, (_, codes) in self.questions.items() if codes and n != "scale"]
        if len(names) < 3 or r.random() > 0.4:
            return
        gate, name = names[1], r.choice(names[2:])
        codes = self.questions[gate][1]
        self.filters[name] = (gate, {
            code: sorted(r.sample(codes, r.randint(1, min(2, len(codes)))))
            for code in self.questions[name][1]})

    def within_offer(self, name, text, cells):
        """An answer without what was not offered."""
        if name not in self.filters:
            return text
        gate, offers = self.filters[name]
        return "|".join(code for code in text.split("|") if code and (
            code not in offers or cells.get(gate) in offers[code]))

    def closed(self):
        return [name for name, (_, codes) in self.questions.items() if codes]

    def condition(self, but):
        r = self.r
        parts = []
        for _ in range(r.choice([1, 1, 1, 2])):
            names = [n for n in self.closed() + self.attributes[1:] if n != but]
            name = r.choice(names)
            if name in self.questions:
                kind, codes = self.questions[name]
            else:
                kind, codes = "attribute", sorted({m[name] for m in self.members.values()})
            code = r.choice(codes)
            if kind == "select_multiple":
                parts.append("selected(${%s}, '%s')" % (name, code))
            else:
                parts.append("${%s} %s '%s'" % (name, r.choice(["=", "=", "!="]), code))
        return " and ".join(parts)

    def make_tables(self):
        r = self.r
        tables = []
        for n in range(r.randint(5, 8)):
            names = self.closed() + [q for q in ("amount",) if q in self.questions]
            rows = r.choice(names if r.random() < 0.9 else self.attributes)
            banner = [v for v in self.closed() + self.attributes if v != rows or r.random() < 0.1]
            columns = r.sample(banner, min(len(banner), r.choice([0, 1, 1, 2, 2, 3])))
            table = {"id": "t%d" % n, "rows": rows, "columns": columns}
            if rows in self.questions:
                if r.random() < 0.4:
                    table["base"] = r.choice(
                        ["answered", "asked", "respondents", "population", "substantive", self.condition(rows)])
                if r.random() < 0.3:
                    table["states"] = "no"
                if rows == "scale" and r.random() < 0.7:
                    table["statistics"] = ["count", "percent", "mean", "minimum", "maximum"]
            if rows in self.questions and r.random() < 0.3:
                # Several variables one above the other, each with a base of its own.
                others = list(names)
                if table.get("base", "answered") not in ("answered", "asked", "substantive"):
                    others += self.attributes
                others = r.sample(others, min(len(others), r.choice([1, 1, 2])))
                table["rows"] = [rows] + [v for v in others if v != rows]
            if r.random() < 0.25:
                table["where"] = self.condition(None)
            if r.random() < 0.3:
                table["lists"] = ["all"]
            tables.append(table)
        return tables

    def make_plan(self):
        """What stands at the top of the plan besides its tables, and these."""
        return {}, self.make_tables()

    def rows_in_prose(self, table):
        """The rows that the report tells: table and row, as placeholders have them."""
        rows = table["rows"] if isinstance(table["rows"], list) else [table["rows"]]
        for variable in rows:
            prefix = variable + ":" if len(rows) > 1 else ""
            if "where" in table or "$" in table.get("base", ""):
                continue  # which may leave out some
            for code in self.questions.get(variable, ("", []))[1]:
                if code in self.no_opinions.get(variable, ()):
                    continue
                yield "%s/%s%s" % (table["id"], prefix, code)

    def report(self, tables):
        lines = ["# {{title}}", ""]
        for table in tables:
            for cell in self.rows_in_prose(table):
                lines.append(
                    "- %s: {{figure %s}} | {{base %s}} | {{percent %s}} | {{quantifier %s}}"
                    % ((cell,) * 5))
        return "\n".join(lines) + "\n"

    def answers(self, names, weights):
        """The cells of one reply, for the questions of its version of the form."""
        cells = {}
        for name in names:
            cells[name] = self.within_offer(name, self.answer(name, weights), cells)
        return [cells[name] for name in names]

    def answer(self, name, weights):
        r = self.r
        kind, codes = self.questions[name]
        if r.random() < 0.12:
            return ""
        if kind == "select_one":
            gates = {gate for gate, _ in self.filters.values()}
            return "gibberish" if r.random() < 0.03 and name not in gates else r.choices(codes, weights[name])[0]
        if kind == "select_multiple":
            return "|".join(c for c, w in zip(codes, weights[name]) if r.random() < w)
        return str(r.randint(0, 30)) if kind == "integer" else "a remark"

    def write(self, outdir, name):
        r = self.r
        self.make_form()
        variables, tables = self.make_plan()
        pipeline, source = (os.path.join(outdir, f, name) for f in ("Pipelines", "Input"))
        os.makedirs(pipeline)
        os.makedirs(source)
        if self.by_state:
            units = r.sample(sorted(self.members), r.randint(20, len(self.members)))
        else:
            units = ["Person %d" % n for n in range(r.randint(8, 150))]
        weights = {n: [r.random() ** 3 + 0.01 for _ in c] for n, (_, c) in self.questions.items()}
        files = [("first.csv", list(self.questions))]
        if r.random() < 0.4:
            files.append(("second.csv", list(self.questions)[1:]))
        lines = {file: [["unit", "received"] + names] for file, names in files}
        for unit in units:
            file, names = r.choice(files)
            received = "2005-08-05" if r.random() < 0.06 else "2005-07-01"
            lines[file].append([unit, received] + self.answers(names, weights))
        for file, _ in files:
            with open(os.path.join(source, file), "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(lines[file])
        threshold = r.choice([3, 3, 3, 5])
        definition = {
            "title": name, "cut-off": DAY.isoformat(), "language": "en", "fail-on": "never",
            "unit": "state" if self.by_state else "respondent",
            "sources": [
                {
                    "file": file,
                    "unit": {"column": "unit", **({"by": "iso3"} if self.by_state else {})},
                    "received": {"column": "received"}, "separator": "|",
                }
                for file, _ in files
            ],
            "quantifiers": [
                {"word": "all", "exactly": "100"}, {"word": "some", "at-least": "0.01"},
                {"word": "none", "exactly": "0"},
            ],
            "disclosure": {
                "threshold": str(threshold),
                "interval": str(threshold + r.choice([0, 0, 2])),
                "percent-base": str(r.choice([1, 5, 10])),
                "amounts": "released",
                "unanimity": self.unanimity,
            },
        }
        if self.is_rounded:
            rules = definition["disclosure"]
            rules["rounding-base"] = str(int(rules["interval"]) + self.rounding_r.choice([1, 1, 2, 5]))
            del rules["amounts"]
        if self.by_state:
            definition["register"] = {"treaty": TREATY, "incomplete": "yes"}
        self.write_json(pipeline, "pipeline.yaml", definition)
        self.write_json(pipeline, "tables.yaml", {**variables, "tables": tables})
        with open(os.path.join(pipeline, "report.md"), "w", encoding="utf-8") as out:
            out.write(self.report(tables))
        survey = [["type", "name", "label::English (en)", "relevant", "choice_filter"]]
        choices = [["list_name", "name", "label::English (en)", "substantive", "area"]]
        for question, (kind, codes) in self.questions.items():
            survey.append([kind + (" l_" + question if codes else ""), question, question + "?",
                           self.relevance(question), self.filter(question)])
            choices += [["l_" + question, code, "The " + code,
                         "no" if code in self.no_opinions.get(question, ()) else "", area]
                        for code in codes for area in self.areas(question, code)]
        for file, table in (("survey.csv", survey), ("choices.csv", choices)):
            with open(os.path.join(pipeline, file), "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(table)

    def relevance(self, question):
        """The condition for which the question is asked; empty where it always is."""
        return ""

    def filter(self, question):
        """The condition by which choices are offered; empty where all are."""
        return "area = ${%s}" % self.filters[question][0] if question in self.filters else ""

    def areas(self, question, code):
        """The answers by which a choice is offered, a row each."""
        return self.filters[question][1][code] if question in self.filters else [""]

    @staticmethod
    def write_json(folder, name, value):
        """JSON is YAML."""
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            json.dump(value, out, indent=1)
            out.write("\n")
