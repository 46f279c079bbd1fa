"""Random collections whose plans have all that a plan may have under `disclosure`: nests, nets,
derived variables, compound conditions, orders, matrices, more statistics, rankings, routing and
organizations. For suppression_attack.py.

Each comes with a small probability, so that plain tables still occur; the tables of a collection
share their few variables.
"""

import re

from suppression_attack_generator import Generator
from suppression_attack_registers import ATTRIBUTES

MOST_CELLS = 220
OF_SCALES = ["mean", "median", "lower-quartile", "upper-quartile", "standard-deviation", "sum",
             "minimum", "maximum"]
OF_NUMBERS = ["mean", "sum", "minimum", "maximum"]
SHARES = ["percent", "row-percent", "table-percent"]


class FullGenerator(Generator):
    def __init__(self, seed, number, registers):
        super().__init__("full " + seed, number, registers)
        self.relevant = {}  # question -> (question, codes)
        self.derived = {}  # name -> (kind, codes, whether it follows from answers, from what)

    # ----- the form -----

    def make_form(self):
        r = self.r
        super().make_form()
        del self.questions["remarks"]
        if "scale" in self.questions and r.random() < 0.6:
            self.questions["again"] = ("select_one", self.questions["scale"][1])
            if "scale" in self.no_opinions:
                self.no_opinions["again"] = self.no_opinions["scale"]
        if r.random() < 0.4:
            self.questions["order"] = ("rank", ["o_%s" % c for c in "abc"[: r.randint(2, 3)]])
        self.questions["remarks"] = ("text", [])
        closed = [name for name, (kind, _) in self.questions.items() if kind == "select_one"]
        gates = {gate for gate, _ in self.filters.values()}
        for name in closed[1:]:
            if r.random() < 0.25 and name not in gates:
                before = r.choice(closed[: closed.index(name)])
                codes = self.questions[before][1]
                self.relevant[name] = (before, r.sample(codes, r.randint(1, len(codes) - 1)))

    def relevance(self, question):
        if question not in self.relevant:
            return ""
        before, codes = self.relevant[question]
        return " or ".join("${%s} = '%s'" % (before, code) for code in codes)

    def answers(self, names, weights):
        cells = {}
        for name in names:
            cells[name] = self.answer(name, weights)
            before, codes = self.relevant.get(name, (None, []))
            if before and cells.get(before) not in codes and self.r.random() < 0.95:
                cells[name] = ""
            cells[name] = self.within_offer(name, cells[name], cells)
        return [cells[name] for name in names]

    def answer(self, name, weights):
        kind, codes = self.questions[name]
        if kind != "rank":
            return super().answer(name, weights)
        if self.r.random() < 0.12:
            return ""
        order = sorted(codes, key=lambda code: self.r.random() ** (1 + 9 * weights[name][
            codes.index(code)]))
        return "|".join(order[: self.r.randint(1, len(order))])

    # ----- conditions -----

    def condition(self, but):
        """One part, or two joined by `and`; each is about one question or about attributes, since the
        program takes no others."""
        r = self.r
        if r.random() < 0.6:
            return super().condition(but)
        subjects = [n for n in self.subjects() if n != but]
        chosen = r.sample(subjects, min(len(subjects), r.choice([1, 1, 2])))
        return " and ".join(self.compound(subject, 2) for subject in chosen)

    def subjects(self):
        return (self.closed() + ["amount"] * ("amount" in self.questions)
                + ["attributes"] * self.by_state)

    def compound(self, subject, depth):
        r = self.r
        kind = r.random()
        if depth and kind < 0.5:
            left, right = self.compound(subject, depth - 1), self.compound(subject, depth - 1)
            return "(%s %s %s)" % (left, r.choice(["and", "or", "or"]), right)
        if depth and kind < 0.65:
            return "not(%s)" % self.compound(subject, depth - 1)
        if subject == "amount":
            return "${amount} %s %d" % (r.choice(["<", "<=", ">", ">="]), r.randint(3, 27))
        names = ATTRIBUTES if subject == "attributes" else [subject]
        derived = [n for n in self.derived if self.derived[n][3] == subject]
        name = r.choice(derived if derived and r.random() < 0.25 else names)
        if self.kind(name) == "select_multiple":
            return "selected(${%s}, '%s')" % (name, r.choice(self.codes(name)))
        return "${%s} %s '%s'" % (name, r.choice(["=", "=", "!="]), r.choice(self.codes(name)))

    def code_condition(self, subject):
        """Of choices that only some are offered, whether one of several was made: the program takes no
        other in confidence, since it would follow from two questions."""
        text = self.compound(subject, 1)
        while subject in self.filters and re.search(r"!=|not\(| and ", text):
            text = self.compound(subject, 1)
        return text

    def kind(self, name):
        return self.derived[name][0] if name in self.derived else self.questions.get(name, ("",))[0]

    def closed(self):
        """Questions that conditions of the plain kind are about: no rankings."""
        return [name for name, (kind, codes) in self.questions.items() if codes and kind != "rank"]

    # ----- derived variables -----

    def about_answers(self, name):
        if name in self.derived:
            return self.derived[name][2]
        return name in self.questions

    def codes(self, name):
        if name in self.questions:
            return self.questions[name][1]
        if name in self.derived:
            return self.derived[name][1]
        if name == "response":
            return ["replied", "did_not_reply"]
        return sorted({member[name] for member in self.members.values()})

    def derive(self, name):
        r = self.r
        shapes = ["recode", "recode", "conditions", "mixed"]
        shapes += ["bands"] * 2 * ("amount" in self.questions or "scale" in self.questions)
        shape = r.choice(shapes)
        source, codes = None, []
        if shape == "bands":
            source = r.choice([n for n in ("amount", "scale") if n in self.questions])
            low, high = sorted(r.sample(range(2, 29) if source == "amount" else range(2, 6), 2))
            codes = [{"below": low}, {"from": low, "below": high}, {"from": high}]
            if r.random() < 0.3:
                codes.pop(r.randrange(3))
        elif shape in ("recode", "mixed"):
            source = r.choice([n for n in self.closed() + ATTRIBUTES * self.by_state
                               if len(self.codes(n)) > 1])
            left = self.codes(source)
            for _ in range(r.randint(1, 3)):
                pool = left if left and r.random() < 0.8 else self.codes(source)
                some = sorted(r.sample(pool, r.randint(1, max(1, len(pool) - 1))))
                left = [code for code in left if code not in some]
                codes.append({"of": some})
        if shape in ("conditions", "mixed"):
            subject = "attributes" if source in ATTRIBUTES else source or r.choice(self.subjects())
            for _ in range(r.randint(1, 2) if shape == "mixed" else r.randint(2, 3)):
                codes.append({"where": self.code_condition(subject)})
        names = ["%s_%s" % (name, "abcdef"[n]) for n in range(len(codes))]
        for code, text in zip(codes, names):
            code.update({"name": text, "label": "Label " + text})
        item = {"name": name, "label": "Derived " + name, "codes": codes}
        if source:
            item["from"] = source
        kind = "select_one"
        if r.random() < 0.12:
            item["overlapping"], kind = "yes", "select_multiple"
        if shape not in ("conditions", "mixed"):
            subject = "attributes" if source in ATTRIBUTES else source
        marked = self.no_opinions.get(source, set())
        taken = {choice for code in codes for choice in code.get("of", [])}
        kept = [code for code in self.questions.get(source, ("", []))[1]
                if code in marked and code not in taken]
        self.no_opinions[name] = set(kept) | {
            code["name"] for code in codes if "of" in code and set(code["of"]) <= marked}
        self.derived[name] = (kind, names + kept, subject != "attributes", subject)
        return item

    # ----- tables -----

    def make_plan(self):
        r = self.r
        variables = [self.derive("v%d" % n) for n in range(r.choice([0, 0, 1, 1, 2]))]
        tables = []
        count = r.randint(4, 6)
        while len(tables) < count:
            table = self.make_table("t%d" % len(tables))
            if self.cells(table) <= MOST_CELLS:
                tables.append(table)
        if r.random() < 0.15:
            each = r.sample(self.closed(), 2)
            tables.append({"each": each, "columns": r.sample(self.attributes, 1)})
        return ({"variables": variables} if variables else {}), tables

    def make_table(self, name):
        r = self.r
        if self.by_state and r.random() < 0.06:
            rows = r.choice(self.attributes[1:])
            others = [n for n in self.attributes + self.closed() if n != rows]
            return {"id": name, "rows": rows, "population": "participants",
                    "columns": r.sample(others, 1)}
        questions = self.closed() + [n for n in ("amount", "order") if n in self.questions]
        inner = r.choice(questions if r.random() < 0.8 else self.attributes + list(self.derived))
        rows = [inner]
        if inner in self.questions and r.random() < 0.25:
            others = [n for n in questions + list(self.derived) if n != inner]
            rows += r.sample(others, min(len(others), r.choice([1, 1, 2])))
        is_matrix = {"scale", "again"} <= set(self.questions) and r.random() < 0.12
        if is_matrix:
            rows = ["scale", "again"]
        table = {"id": name, "rows": [self.nested(n, 0 if is_matrix else 0.25) for n in rows]}
        if len(rows) == 1:
            table["rows"] = table["rows"][0]
        table["columns"] = [] if is_matrix else self.banner(rows)
        if is_matrix:
            table["layout"] = "matrix"
        self.add_base(table, rows)
        if is_matrix and "$" in table.get("base", ""):
            del table["base"]  # it may leave out other choices of each
        self.add_nets(table, rows)
        self.add_statistics(table, rows)
        self.add_style(table, rows)
        if r.random() < 0.25:
            condition = self.condition(None)
            named = [n for n in [*self.questions, *self.derived] if "${%s}" % n in condition]
            if not (is_matrix and named):  # it may leave out choices of one, which a matrix refuses
                table["where"] = condition
                table.pop("last", None)  # which may not be there
        return table

    def nested(self, inner, chance):
        r = self.r
        outer = [n for n in self.closed() + self.attributes + list(self.derived) if n != inner]
        if not outer or r.random() >= chance:
            return inner
        return {"nest": [r.choice(outer), inner]}

    def banner(self, rows):
        r = self.r
        names = [n for n in self.closed() + self.attributes + list(self.derived)
                 + ["order"] * ("order" in self.questions) if n not in rows or r.random() < 0.1]
        columns = r.sample(names, min(len(names), r.choice([0, 1, 1, 1, 2])))
        return [self.nested(n, 0.2) for n in columns]

    def add_base(self, table, rows):
        r = self.r
        follows = [self.about_answers(n) for n in rows]
        if all(follows) and r.random() < 0.35:
            table["base"] = r.choice(["answered", "asked", "respondents", "population",
                                      "substantive", self.condition(rows[0])])
        elif not all(follows):
            base = r.choice(["respondents", "population", self.condition(rows[0]), None])
            if base:
                table["base"] = base
        if any(follows) and r.random() < 0.3:
            table["states"] = "no"

    def add_nets(self, table, rows):
        r = self.r
        codes = self.codes(rows[0])
        if r.random() > 0.25 or len(codes) < 3 or any(self.codes(n) != codes for n in rows):
            return
        base = table.get("base", "substantive")
        if "$" in base:
            return
        outside = self.no_opinions.get(rows[0], set())
        if any(self.no_opinions.get(n, set()) != outside for n in rows):
            return
        points = len(codes) - len(outside)
        if base == "substantive":
            codes = [code for code in codes if code not in outside]
            if len(codes) < 3:
                return
        nets = []
        for number in range(r.choice([1, 1, 2])):
            net = {"name": "net%d" % number, "label": "Net %d" % number}
            if rows[0] in ("scale", "again") and r.random() < 0.6:
                net[r.choice(["top", "bottom"])] = r.randint(1, points - 1)
            else:
                net["of"] = sorted(r.sample(codes, r.randint(2, len(codes) - 1)), key=codes.index)
            nets.append(net)
        table["nets"] = nets

    def add_statistics(self, table, rows):
        r = self.r
        if r.random() < 0.5:
            return
        statistics = ["count"]
        if any(self.codes(n) for n in rows):
            statistics += r.sample(SHARES, r.randint(1, 3))
            if "ticks" in rows and r.random() < 0.7:
                statistics.append("response-percent")
        if any(n in ("scale", "again") for n in rows):
            statistics += r.sample(OF_SCALES, r.randint(1, 4))
        elif "amount" in rows:
            statistics += r.sample(OF_NUMBERS, r.randint(1, 3))
        table["statistics"] = statistics

    def add_style(self, table, rows):
        r = self.r
        if r.random() < 0.25:
            table["order"] = r.choice(["count", "count", "label"])
        if r.random() < 0.1 and self.codes(rows[0]):
            table["last"] = [r.choice(self.codes(rows[0]))]
        if r.random() < 0.15 and table["columns"]:
            table["total"] = "last"
        singles = [n for n in rows if self.codes(n) and n != "ticks"
                   and self.derived.get(n, ("",))[0] != "select_multiple"]
        filtered = [n for n in rows if n in self.filters
                    or n in self.derived and self.derived[n][3] in self.filters]
        if singles == rows and not filtered and r.random() < 0.25:
            table["shares"] = "add-up"
        if r.random() < 0.25:
            table["lists"] = ["all"]

    def cells(self, table):
        """How many cells a table has, without its answer states."""
        rows = 0
        axes = table["rows"] if isinstance(table["rows"], list) else [table["rows"]]
        for axis in axes:
            *outer, inner = axis["nest"] if isinstance(axis, dict) else [axis]
            blocks = 1
            for name in outer:
                blocks *= len(self.codes(name))
            rows += blocks * (len(self.codes(inner)) + len(table.get("nets", [])) + 2)
        columns = 1
        for axis in table["columns"]:
            width = 1
            for name in axis["nest"] if isinstance(axis, dict) else [axis]:
                width *= len(self.codes(name))
            columns += width
        return rows * columns

    def rows_in_prose(self, table):
        """Rows of plain tables only: others are told by their tables."""
        axes = table.get("rows", [])
        axes = axes if isinstance(axes, list) else [axes]
        if "percent" in table.get("statistics", ["percent"]) and all(
                isinstance(axis, str) for axis in axes):
            yield from super().rows_in_prose({**table, "rows": axes})
