"""Random collections with many random table designs each, for random_tables.py.

Every definition is written as JSON, which is YAML too. The files are the same for the same seed.
"""

import csv
import datetime
import json
import os
import random
import re
import shutil

import random_tables_list

NUMBER_STATISTICS = ["mean", "median", "lower-quartile", "upper-quartile", "standard-deviation",
                     "sum", "minimum", "maximum"]
SHARES = ["percent", "row-percent", "table-percent"]
ATTRIBUTE_CODES = {
    "response": ["replied", "did_not_reply"],
    "status": ["party", "signatory", "non_signatory"],
    "signature": ["signed", "not_signed"],
    "deposit": ["deposited", "not_deposited"],
}


class Variable:
    """A variable as the generator needs to know it."""

    def __init__(self, name, kind, codes=(), about_answers=True, nonsubstantive=(), given=None):
        self.name = name
        self.kind = kind  # single, multiple, scale, rank, number, date, text
        self.codes = list(codes)
        self.about_answers = about_answers
        self.nonsubstantive = set(nonsubstantive)
        self.given = given or {name}  # the questions and attributes that it follows from

    @property
    def substantive(self):
        return [code for code in self.codes if code not in self.nonsubstantive]

    @property
    def is_closed(self):
        return bool(self.codes)


class Collection:
    """One random collection."""

    def __init__(self, rng, name, registers, tables):
        self.rng = rng
        self.name = name
        self.registers = registers
        self.states = rng.random() < 0.5
        self.listed = not self.states and rng.random() < 0.5
        self.cutoff = datetime.date(rng.randint(2003, 2020), rng.randint(1, 12), rng.randint(1, 28))
        self.lists = {}
        self.questions = []  # (name, type, relevant)
        self.variables = {}
        # Half of the collections have amounts of up to 38 digits, of which so many are decimals.
        self.long = random.Random("%s %s" % (name, self.cutoff))
        self.raking = random.Random("%s raking %s" % (name, self.cutoff))
        self.decimals = self.long.choice([None, None, None, None, 2, 9, 20, 30])
        self.list = random_tables_list.UnitList(self)
        self.make_form()
        self.make_replies()
        self.make_plan(tables)

    # ------------------------------------------------------------------------------ the form

    def make_form(self):
        rng = self.rng
        self.lists["yes_no"] = ["yes", "no"] + (["in_part"] if rng.random() < 0.5 else [])
        self.lists["color"] = ["c%d" % i for i in range(1, rng.randint(3, 6))]
        self.lists["agree"] = ["yes", "no", "unsure"]
        self.lists["tick"] = ["t%d" % i for i in range(1, rng.randint(3, 6))]
        self.lists["media"] = ["print", "radio", "web"]
        points = [str(i) for i in range(1, rng.randint(4, 7))]
        if rng.random() < 0.5:
            points.reverse()
        self.lists["points"] = points
        self.lists["rated"] = ["-1", "0", "1"]
        self.lists["goal"] = ["g%d" % i for i in range(1, rng.randint(4, 6))]
        self.lists["region"] = ["north", "south", "west"][: rng.randint(2, 3)]
        self.lengthen_lists()
        self.mark_choices()
        self.filter_choices()
        for name, kind, options in [
            ("region", "select_one", "region"), ("law", "select_one", "yes_no"),
            ("plan", "select_one", "yes_no"), ("color", "select_one", "color"),
            ("agree", "select_one", "agree"), ("ticks", "select_multiple", "tick"),
            ("media", "select_multiple", "media"), ("quality", "select_one", "points"),
            ("speed", "select_one", "points"), ("trend", "select_one", "rated"),
            ("goals", "rank", "goal"), ("people", "integer", None), ("amount", "decimal", None),
            ("since_day", "date", None), ("remarks", "text", None), ("weight", "decimal", None),
        ]:
            shape = {"select_one": "single", "select_multiple": "multiple", "rank": "rank",
                     "integer": "number", "decimal": "number", "date": "date", "text": "text"}[kind]
            if options in ("points", "rated"):
                shape = "scale"
            relevant = ""
            if name not in ("region", "law", "weight") and rng.random() < 0.35:
                relevant = self.condition(depth=1)
            self.questions.append((name, (kind + " " + options) if options else kind, relevant))
            self.variables[name] = Variable(
                name, shape, self.lists.get(options, ()),
                nonsubstantive=self.nonsubstantive.get(options, ()))
        for name, codes in self.attributes().items():
            self.variables[name] = Variable(name, "single", codes, about_answers=False)

    def lengthen_lists(self):
        """A few collections have lists of hundreds of choices, most of which nobody made."""
        rng = random.Random("%s lists %s" % (self.name, self.cutoff))
        for options, letter in [("color", "c"), ("tick", "t")]:
            if rng.random() < 0.08:
                self.lists[options] = ["%s%d" % (letter, i) for i in range(1, rng.randint(150, 400))]

    def mark_choices(self):
        """Choices that are no opinion; in a scale they are no points of it."""
        rng = self.rng
        self.nonsubstantive = {}
        for options, code in [("points", "99"), ("points", "-99"), ("rated", "dk")]:
            if rng.random() < 0.4:
                at = rng.randint(0, len(self.lists[options]))
                self.lists[options].insert(at, code)
                self.nonsubstantive.setdefault(options, set()).add(code)
        for options, code in [("agree", "unsure"), ("tick", "t1"), ("media", "web"),
                              ("goal", "g2"), ("color", "c2"), ("color", "c1")]:
            if rng.random() < 0.35:
                self.nonsubstantive.setdefault(options, set()).add(code)
        if self.nonsubstantive.get("color", set()) >= set(self.lists["color"]):
            del self.nonsubstantive["color"]

    def filter_choices(self):
        """Questions whose choices are offered to some alone: `areas` are the rows of each choice."""
        rng = self.rng
        self.filters, self.areas = {}, {}
        for name, options, text, values in [
            ("color", "color", "${region} = area", "region"),
            ("ticks", "tick", "${law} = area or ${region} = 'north'", "yes_no"),
            ("media", "media", "selected(${ticks}, area)", "tick"),
            ("goals", "goal", "${plan} = area", "yes_no"),
        ]:
            if rng.random() < 0.4:
                self.filters[name] = text
                for code in self.lists[options]:
                    most = 2 if values == "region" else 1
                    self.areas[options, code] = rng.sample(
                        self.lists[values], rng.randint(1, most))

    def attributes(self):
        if not self.states:
            return dict(self.list.codes, response=ATTRIBUTE_CODES["response"])
        codes = dict(ATTRIBUTE_CODES, **self.list.codes)
        with open(os.path.join(self.registers, "regional-groups.csv"), encoding="utf-8") as file:
            day = self.cutoff.isoformat()
            codes["regional_group"] = [
                row["code"] for row in csv.DictReader(file)
                if row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])]
        return codes

    # ---------------------------------------------------------------------------- conditions

    def condition(self, depth=2, attributes=False, only_attributes=False):
        """A condition over the variables that there are so far."""
        rng = self.rng
        if depth > 0 and rng.random() < 0.35:
            left, right = (self.condition(depth - 1, attributes, only_attributes)
                           for _ in range(2))
            return "(%s %s %s)" % (left, rng.choice(["and", "or"]), right)
        if depth > 0 and rng.random() < 0.15:
            return "not(%s)" % self.condition(depth - 1, attributes, only_attributes)
        usable = [v for v in self.variables.values()
                  if (v.kind in ("single", "multiple", "number", "date")
                      or v.kind == "scale" and self.in_plan)
                  and (v.about_answers and not only_attributes
                       or not v.about_answers and (attributes or only_attributes))]
        variable = rng.choice(usable)
        if variable.kind == "single":
            return "${%s} %s '%s'" % (
                variable.name, rng.choice(["=", "=", "!="]), rng.choice(variable.codes))
        if variable.kind == "multiple":
            if rng.random() < 0.3:
                return "count-selected(${%s}) >= %d" % (variable.name, rng.randint(1, 3))
            return "selected(${%s}, '%s')" % (variable.name, rng.choice(variable.codes))
        if variable.kind == "scale":
            return "${%s} %s %d" % (
                variable.name, rng.choice(["<", "<=", ">", ">="]), rng.randint(-1, 6))
        if variable.kind == "number":
            return "${%s} %s %d" % (
                variable.name, rng.choice(["<", "<=", ">", ">=", "!="]), rng.randint(-2, 9))
        return "${%s} %s '20%02d-06-15'" % (
            variable.name, rng.choice(["<", ">="]), rng.randint(1, 9))

    # ------------------------------------------------------------------------------- replies

    def make_replies(self):
        rng = self.rng
        if self.states or self.listed:
            population = self.list.population
            rate = rng.uniform(0.25, 0.7)
            forced = self.one_of_each(population)
            units = [u for u in population if u in forced or rng.random() < rate]
            units += self.list.strangers
        else:
            units = ["person %d" % i for i in range(1, rng.randint(30, 160))]
        self.late = set()
        for unit in units:
            if rng.random() < 0.05 and not (
                    (self.states or self.listed) and unit in forced):
                self.late.add(unit)
        rng.shuffle(units)
        self.own_weights = rng.choice(["quarters", "hundredths", "millionths"])
        self.may_weigh_nothing = rng.random() < 0.3
        self.blank_rate = rng.choice([0.05, 0.3])
        self.step = rng.choice([1, 100])
        half = rng.randint(0, len(units))
        left_out = rng.sample([n for n, _, _ in self.questions if n not in ("region", "weight")],
                              rng.randint(0, 2))
        names = [name for name, _, _ in self.questions]
        self.files = {
            "first.csv": [names] + [self.record(unit, names) for unit in units[:half]],
        }
        fewer = [name for name in names if name not in left_out]
        self.files["second.csv"] = [fewer] + [self.record(u, fewer) for u in units[half:]]

    def one_of_each(self, population):
        """A State of each combination of group and status, and a unit of each code of the list's
        attributes: no stratum may be without a reply."""
        day = self.cutoff.isoformat()
        groups, actions = {}, {}
        with open(os.path.join(self.registers, "regional-group-members.csv"),
                  encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"]):
                    groups[row["iso3"]] = row["group"]
        with open(os.path.join(self.registers, "treaty-actions.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["treaty"] == "untoc":
                    actions[row["iso3"]] = tuple(
                        bool(row[key]) and row[key] <= day for key in ("signed", "deposited"))
        chosen = {}
        for unit in sorted(population):
            own = self.list.values(unit)
            if self.states:
                chosen.setdefault((groups.get(unit), actions.get(unit, (False, False))), unit)
            for name in self.list.codes:
                chosen.setdefault((name, own[name]), unit)
        return set(chosen.values())

    def record(self, unit, names):
        received = self.cutoff + datetime.timedelta(days=3 if unit in self.late else -10)
        return [unit, received.isoformat()] + [self.answer(name) for name in names]

    def answer(self, name):
        rng = self.rng
        variable = self.variables[name]
        if name == "weight":
            if self.may_weigh_nothing and rng.random() < 0.2:
                return "0"
            if self.own_weights == "quarters":
                return "%.2f" % (rng.randint(1, 12) / 4)
            if self.own_weights == "hundredths":
                return "%.2f" % (rng.randint(20, 400) / 100)
            return "%.6f" % rng.uniform(0.2, 4)
        if name != "region":
            if rng.random() < self.blank_rate:
                return ""
            if variable.kind != "text" and rng.random() < 0.04:
                return "???"
        if variable.kind in ("single", "scale"):
            index = min(int(rng.expovariate(0.8)), len(variable.codes) - 1)
            return variable.codes[index]
        if variable.kind in ("multiple", "rank"):
            return ";".join(rng.sample(variable.codes, rng.randint(1, len(variable.codes))))
        if name == "people":
            return str(rng.randint(0, 12))
        if name == "amount":
            short = "%.2f" % (rng.randint(-500, 2000) * self.step / 100)
            if self.decimals is None or self.long.random() < 0.5:
                return short
            return self.long_number()
        if variable.kind == "date":
            return "20%02d-%02d-%02d" % (rng.randint(0, 9), rng.randint(1, 12), rng.randint(1, 28))
        return rng.choice(["good", "bad, they say", "see \"annex\""])

    def long_number(self):
        digits = self.long.randrange(10 ** self.long.randint(1, 38))
        whole, rest = divmod(digits, 10 ** self.decimals)
        sign = self.long.choice(["", "-"])
        return "%s%d.%0*d" % (sign, whole, self.decimals, rest)

    # ------------------------------------------------------------------------------ the plan

    def make_plan(self, tables):
        rng = self.rng
        self.in_plan = True
        plan = {"variables": []}
        for number in range(1, self.long.choice([1, 2, 3])):
            plan["variables"].append(self.computed("c%d" % number))
        plan["variables"] += self.mentions()
        for number in range(1, rng.randint(4, 8)):
            plan["variables"].append(self.derived("v%d" % number))
        weights = self.weights(plan) if rng.random() < 0.6 else None
        if weights and self.raking.random() < 0.35:
            weights = self.rake(plan, weights)
        if weights:
            plan["weights"] = weights
        if rng.random() < 0.55:
            plan["sample"] = self.sample()
        self.has_weights, self.has_sample = "weights" in plan, "sample" in plan
        plan["tables"] = []
        while len(plan["tables"]) < tables:
            table = self.table("t%d" % (len(plan["tables"]) + 1))
            if table:
                plan["tables"].append(table)
        self.plan = plan

    def computed(self, name):
        """A number made of others: of those with few digits, since DuckDB's sums have 38 as well."""
        rng = self.long
        numbers = [v.name for v in self.variables.values()
                   if (v.kind in ("number", "scale") and (v.name != "amount" or not self.decimals))]
        ticks = [v.name for v in self.variables.values()
                 if v.kind == "multiple" and v.name in [q[0] for q in self.questions]]
        one, other = rng.choice(numbers), rng.choice(numbers)
        forms = ["${%s} + ${%s}" % (one, other), "${%s} - 2 * ${%s}" % (one, other),
                 "coalesce(${%s}, 1) + ${%s}" % (one, other),
                 "max(${%s}, ${%s}) * 3" % (one, other)]
        if ticks:
            forms.append("count-selected(${%s}) - ${%s}" % (rng.choice(ticks), one))
        text = rng.choice(forms)
        given = set().union(*[self.variables[n].given for n in re.findall(r"\$\{(\w+)\}", text)])
        self.variables[name] = Variable(name, "number", given=given)
        return {"name": name, "label": "Computed " + name, "value": text}

    def mentions(self):
        """Questions that ask for one thing several times, in some of the collections."""
        rng = random.Random("%s mentions %s" % (self.name, self.cutoff))
        if rng.random() < 0.4:
            return []
        questions = rng.choice([
            ["law", "plan"], ["agree", "law"], ["plan", "agree", "law"], ["ticks", "media"],
            ["color", "ticks", "media"], ["quality", "speed"]])
        asked = [self.variables[name] for name in questions]
        codes = list(dict.fromkeys(code for variable in asked for code in variable.codes))
        self.variables["m1"] = Variable(
            "m1", "multiple", codes, nonsubstantive=set().union(*[v.nonsubstantive for v in asked]),
            given=set(questions))
        return [{"name": "m1", "label": "Mentioned", "mentions": questions}]

    def derived(self, name):
        rng = self.rng
        overlapping = rng.random() < 0.3
        codes, about_answers, source = [], True, None
        shape = rng.choice(["bands", "bands", "recode", "recode", "conditions", "mixed"])
        if shape == "bands":
            source = rng.choice([v for v in self.variables.values()
                                 if v.kind in ("number", "date", "scale")
                                 and v.name != "weight" and v.about_answers])
            codes = self.bands(source, overlapping)
        elif shape in ("recode", "mixed"):
            source = rng.choice([v for v in self.variables.values() if v.is_closed])
            about_answers = source.about_answers
            for number in range(rng.randint(2, 3)):
                codes.append({"of": rng.sample(source.codes, rng.randint(
                    1, max(1, len(source.codes) - 1)))})
            if shape == "mixed":
                codes.append({"where": self.condition(1)})
                about_answers = True
        else:
            about_answers = rng.random() < 0.6 or not self.states
            for number in range(rng.randint(2, 3)):
                codes.append({"where": self.condition(2, True, not about_answers)})
        if shape == "bands" and source.kind == "number" and rng.random() < 0.4 and not overlapping:
            names = [str(10 * (i + 1)) for i in range(len(codes))]  # a derived scale
        else:
            names = ["%s_%s" % (name, "abcd"[i]) for i in range(len(codes))]
        for code, text in zip(codes, names):
            code["name"] = text
            if rng.random() < 0.5:
                code["label"] = "Code " + text
        item = {"name": name, "label": "Derived " + name, "codes": codes}
        if source:
            item["from"] = source.name
        if overlapping:
            item["overlapping"] = "yes"
        if shape in ("conditions", "mixed"):
            # What the conditions are about is known by their text alone.
            about_answers = about_answers if shape == "mixed" else any(
                "${%s}" % v.name in code.get("where", "")
                for v in self.variables.values() if v.about_answers for code in codes)
        kind = "multiple" if overlapping else (
            "scale" if names[0].isdigit() else "single")
        given = set().union(*[self.given_of(code.get("where", "")) for code in codes])
        kept, nonsubstantive = [], set()
        if source:
            given |= source.given
            taken = {choice for code in codes for choice in code.get("of", [])}
            kept = [code for code in source.codes
                    if code in source.nonsubstantive and code not in taken]
        for code in codes:
            if rng.random() < 0.1:
                code["substantive"] = rng.choice(["yes", "no"])
            if code.get("substantive", "no" if "of" in code and
                        set(code["of"]) <= source.nonsubstantive else "yes") == "no":
                nonsubstantive.add(code["name"])
        self.variables[name] = Variable(
            name, kind, names + kept, about_answers, nonsubstantive | set(kept), given)
        return item

    def given_of(self, condition):
        """The questions and attributes that a condition is about in the end."""
        return set().union(*[self.variables[name].given
                             for name in re.findall(r"\$\{(\w+)\}", condition)])

    def bands(self, source, overlapping):
        rng = self.rng
        if source.kind == "date":
            edges = ["2003-01-01", "2006-07-15"]
        elif source.kind == "scale":
            edges = [2, 3]
        elif source.name == "people":
            edges = [3, 8]
        else:
            edges = [0, 7.5]
        bands = [{"below": edges[0]}, {"from": edges[0], "below": edges[1]}, {"from": edges[1]}]
        if overlapping:
            bands[0] = {"below": edges[1]}
        if rng.random() < 0.3:
            bands.pop(rng.randrange(3))
        return bands

    def weights(self, plan):
        rng = self.rng
        weights = {}
        # A stratum of which all weigh nothing is refused.
        kind = rng.choice(["own", "strata"] + ["both"] * (not self.may_weigh_nothing))
        if kind != "strata":
            weights["question"] = "weight"
        if kind != "own":
            if self.states and rng.random() < 0.7:
                weights["post-stratify"] = rng.choice(
                    [["status"], ["regional_group"], ["status", "regional_group"]]
                    + [[name] for name in self.list.codes])
            elif self.listed and rng.random() < 0.7:
                weights["post-stratify"] = [rng.choice(sorted(self.list.codes))]
            else:
                codes = self.variables["region"].codes
                weights["post-stratify"] = ["region"]
                weights["totals"] = {code: rng.randint(300, 3000) for code in codes}
                records = self.files["first.csv"][1:] + self.files["second.csv"][1:]
                at = {}
                for header, *rows in self.files.values():
                    for row in rows:
                        if row[0] not in self.late:
                            at.setdefault(row[2 + header.index("region")], row)
                for code in codes:  # nobody replied of it
                    if code not in at:
                        weights["totals"][code] = 0
                assert records
        return weights

    def rake(self, plan, weights):
        """Weights fitted to the totals of two variables: those of the register, or of people drawn as
        often as chance has it, so that there is a solution."""
        rng = self.raking
        raked = {"rake": ["status", "regional_group"]}
        if not self.states or rng.random() < 0.5:
            plan["variables"].append({"name": "heavy", "label": "Heavy", "from": "weight", "codes": [
                {"name": "light", "label": "Light", "below": "1.5"},
                {"name": "other", "label": "Other", "from": "1.5"}]})
            self.variables["heavy"] = Variable("heavy", "single", ["light", "other"])
            totals = {"region": dict.fromkeys(self.variables["region"].codes, 0),
                      "heavy": {"light": 0, "other": 0}}
            for header, *rows in self.files.values():
                for row in rows:
                    if row[0] not in self.late:
                        heavy = float(row[2 + header.index("weight")]) >= 1.5
                        number = rng.randint(1, 40)
                        totals["region"][row[2 + header.index("region")]] += number
                        totals["heavy"]["other" if heavy else "light"] += number
            raked = {"rake": ["region", "heavy"], "totals": totals}
        if not self.may_weigh_nothing and "question" in weights:
            raked["question"] = "weight"
        return raked

    def sample(self):
        rng = self.rng
        sample = {}
        if rng.random() < 0.5:
            sample["confidence"] = rng.choice([80, 90, 99, "97.5"])
        if rng.random() < 0.6:
            sample["population"] = (
                "register" if (self.states or self.listed) and rng.random() < 0.7 else rng.randint(300, 5000))
        if rng.random() < 0.5:
            sample["adjust"] = rng.choice(["none", "bonferroni"])
        return sample

    # ---------------------------------------------------------------------------- the tables

    def pick(self, wanted):
        return self.rng.choice([v for v in self.variables.values()
                                if wanted(v) and v.name != "weight"])

    def row_items(self, infers):
        """The axes of the rows, each a list of variables from the outermost in."""
        rng = self.rng

        def axis():
            inner = self.pick(lambda v: v.kind != "text")
            if rng.random() < 0.3:
                outer = self.pick(lambda v: v.is_closed and v.name != inner.name
                                  and len(v.codes) < 5)
                axis = [outer, inner]
                if rng.random() < 0.15 and not infers:
                    third = self.pick(lambda v: v.is_closed and len(v.codes) < 4
                                      and v not in axis)
                    axis.insert(0, third)
                return axis
            return [inner]

        axes = []
        for _ in range(1 if rng.random() < 0.65 else rng.randint(2, 3)):
            new = axis()
            # Blocks are known by their codes: two axes of one innermost variable would clash.
            if not any(new[-1] is old[-1] for old in axes):
                axes.append(new)
        return axes

    def table(self, name):
        rng = self.rng
        infers = self.has_sample and rng.random() < 0.6
        kind = rng.random()
        table = {"id": name}
        if kind < 0.08:
            first = rng.choice([("law", "plan"), ("quality", "speed")])
            axes = [[self.variables[v]] for v in first]
            table["layout"] = "matrix"
        elif kind < 0.16 and self.states:
            axes = [[self.pick(lambda v: not v.about_answers and v.is_closed)]]
            table["population"] = "participants"
        else:
            axes = self.row_items(infers)
        if kind > 0.97:
            axes = [[a[-1]] for a in axes]
            table = {"each": [a[0].name + "" for a in axes]}
            if any(a[0].name in self.used for a in axes):
                return None
        else:
            items = [a[0].name if len(a) == 1 else {"nest": [v.name for v in a]} for a in axes]
            table["rows"] = items[0] if len(items) == 1 and rng.random() < 0.8 else items
            if rng.random() < 0.3:
                table["title"] = "Table " + name
        inner = [a[-1] for a in axes]
        self.add_nets(table, inner)
        if table.get("layout") != "matrix":
            self.add_columns(table, infers)
        self.add_base(table, inner, infers)
        self.add_statistics(table, inner, infers)
        if table.get("layout") == "matrix":  # it has no rows of states, and no columns to compare
            if table.get("states") == "yes":
                del table["states"]
            if "higher-than" in table.get("statistics", []):
                table["statistics"].remove("higher-than")
            if not table.get("statistics", True):
                table["statistics"] = ["count"]
        self.add_style(table, axes)
        size = self.size(axes, table)
        if size > (160 if infers else 900):
            return None
        if "each" in table:
            self.used.update(table["each"])
        return table

    used = frozenset()
    in_plan = False

    def size(self, axes, table):
        rows = 0
        for axis in axes:
            blocks = 1
            for v in axis[:-1]:
                blocks *= len(v.codes)
            rows += blocks * (len(axis[-1].codes) + len(table.get("nets", [])) + 3)
        columns = 1
        for item in table.get("columns", []):
            width = 1
            for name in item["nest"] if isinstance(item, dict) else [item]:
                width *= len(self.variables[name].codes)
            columns += width
        return rows * columns

    def add_nets(self, table, inner):
        rng = self.rng
        codes = inner[0].codes
        if rng.random() > 0.4 or len(codes) < 2 or any(v.codes != codes for v in inner):
            return
        nets = []
        for number in range(1, rng.randint(2, 3)):
            net = {"name": "net%d" % number, "label": "Net %d" % number}
            if all(v.kind == "scale" for v in inner) and rng.random() < 0.7:
                net[rng.choice(["top", "bottom"])] = rng.randint(
                    1, min(len(v.substantive) for v in inner))
            else:
                net["of"] = rng.sample(codes, rng.randint(1, len(codes)))
            nets.append(net)
        table["nets"] = nets

    def part_nets(self, table, inner, base):
        """Nets of choices in the base or of choices outside, never of both."""
        if base not in (None, "substantive") or "nets" not in table:
            return
        if base is None and not all(v.about_answers for v in inner):
            table.pop("nets")
            return
        outside = inner[0].nonsubstantive
        if any(v.nonsubstantive != outside for v in inner):
            table.pop("nets")
            return
        for net in table["nets"]:
            if "of" in net:
                first = net["of"][0] in outside
                net["of"] = [code for code in net["of"] if (code in outside) == first]

    def add_columns(self, table, infers):
        rng = self.rng
        columns, seen = [], set()
        for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
            first = self.pick(lambda v: v.is_closed)
            item = first.name
            if rng.random() < 0.25:
                second = self.pick(lambda v: v.is_closed and v is not first)
                if len(first.codes) * len(second.codes) <= (9 if infers else 24):
                    item = {"nest": [first.name, second.name]}
            key = json.dumps(item)
            if key not in seen:
                seen.add(key)
                columns.append(item)
        if columns:
            table["columns"] = columns
            if rng.random() < 0.3:
                table["total"] = rng.choice(["first", "last"])

    def add_base(self, table, inner, infers):
        rng = self.rng
        about_answers = all(v.about_answers for v in inner)
        choices = ["population", "respondents", "condition"]
        if about_answers:
            choices += ["asked", "answered", "substantive"]
        if any(v.about_answers for v in inner):
            choices += [None, None, None]
        base = rng.choice(choices)
        if infers and base == "population" or infers and base is None and not about_answers:
            base = "respondents"
        if base == "condition":
            base = self.condition(1, attributes=True)
            if infers or self.has_weights and rng.random() < 0.5:
                base = "${response} = 'replied' and " + base
        given = set().union(*[v.given for v in inner])
        if base and "$" in base and given & self.given_of(base):
            # Which choices it leaves out is not known here.
            table.pop("nets", None)
            if table.get("layout") == "matrix":
                base = "respondents"
        if base:
            table["base"] = base
        self.part_nets(table, inner, base)
        if rng.random() < 0.3:
            table["base-label"] = "the base"
        self.names_rows = True
        if rng.random() < 0.3:
            table["where"] = self.condition(2, attributes=True)
            self.names_rows = not given & self.given_of(table["where"])
            if table.get("layout") == "matrix" and not self.names_rows:
                # It may leave out choices of one of the questions, which a matrix refuses.
                del table["where"]
                self.names_rows = True
        if rng.random() < 0.3:
            table["states"] = rng.choice(["yes", "no"])
        self.replied_alone = table.get("population") != "participants" and (
            base is None and about_answers or base in ("respondents", "asked", "answered", "substantive")
            or base is not None and base.startswith("${response} = 'replied' and "))
        if self.has_weights and rng.random() < 0.25:
            table["weighted"] = rng.choice(["no", "no"] + ["yes"] * self.replied_alone)

    def add_statistics(self, table, inner, infers):
        rng = self.rng
        if "each" in table or (rng.random() < 0.1 and not infers):
            return  # as usual
        possible = ["count"]
        numeric = [v for v in inner if v.kind in ("number", "scale")]
        if any(v.is_closed for v in inner):
            possible += SHARES + ["response-percent"]
        if numeric:
            possible += NUMBER_STATISTICS
        if any(v.kind == "date" for v in inner):
            possible += ["minimum", "maximum"]
        if any(v.kind == "rank" for v in inner):
            possible += ["ranked", "ranked-percent", "mean-rank"]
        if self.has_weights and self.replied_alone:
            possible.append("weighted-count")
        possible = sorted(set(possible))
        chosen = rng.sample(possible, rng.randint(1, min(len(possible), 7)))
        if infers and self.replied_alone and any(
                v.kind != "date" and v.about_answers for v in inner):
            inferred = ["lower-limit", "upper-limit", "higher-than"]
            across = [name for item in table.get("columns", [])
                      for name in (item["nest"] if isinstance(item, dict) else [item])]
            if any(self.variables[name].kind == "multiple" for name in across):
                inferred.remove("higher-than")  # columns of the same units cannot be compared
            chosen += rng.sample(inferred, rng.randint(1, len(inferred)))
        table["statistics"] = chosen

    def add_style(self, table, axes):
        rng = self.rng
        inner = [a[-1] for a in axes]
        if rng.random() < 0.35:
            table["lists"] = "all" if (
                "each" in table or rng.random() < 0.6 or not self.names_rows) else (
                [rng.choice(inner[0].codes or [".value"]), ".base"])
        if self.states and rng.random() < 0.3:
            table["language"] = rng.choice(["en", "fr", "es"])
        if rng.random() < 0.25:
            # Labels of attributes are the program's own, and signs have an order of their own.
            labelled = all(v.about_answers and v.name != "trend" for v in inner)
            table["order"] = rng.choice(["code", "count"] + ["label"] * labelled)
        if inner[0].codes and self.names_rows and "each" not in table and rng.random() < 0.2:
            table["last"] = [rng.choice(inner[0].codes)]
        if rng.random() < 0.2:
            table["decimals"] = rng.choice([0, 1, 2, {"percent": 1, "other": 3}])
        is_whole = all(v.kind in ("single", "scale", "rank") and not v.given & set(self.filters)
                       for v in inner)
        if is_whole and rng.random() < 0.3:
            table["shares"] = "add-up"
        if (is_whole and "statistics" in table and "last" not in table
                and table.get("order", "code") == "code" and rng.random() < 0.4):
            table["statistics"].append("cumulative-percent")
        if rng.random() < 0.15:
            table["note"] = "A note on the table."
        if rng.random() < 0.15 and "each" not in table:
            table["footnotes"] = [{"on": "title", "text": "About all of it."}]

    # --------------------------------------------------------------------------- the writing

    def write(self, folder):
        pipeline = os.path.join(folder, "Pipelines", self.name)
        received = os.path.join(folder, "Input", self.name)
        os.makedirs(pipeline)
        os.makedirs(received)
        definition = {
            "title": "Random tables " + self.name, "cut-off": self.cutoff.isoformat(),
            "unit": "state" if self.states else "listed" if self.listed else "respondent",
            "language": "en",
            "rounding": {"percent": self.rng.randint(0, 1)},
            "sources": [
                {"file": file, "separator": ";", "received": {"column": "received"},
                 "unit": dict(column="who", **({"by": "iso3"} if self.states else {}))}
                for file in self.files],
        }
        if self.states:
            definition["register"] = {"treaty": "untoc", "incomplete": "yes"}
        self.list.write(definition, pipeline)
        for file, value in [("pipeline.yaml", definition), ("tables.yaml", self.plan)]:
            with open(os.path.join(pipeline, file), "w", encoding="utf-8") as out:
                json.dump(value, out, indent=1, ensure_ascii=False)
                out.write("\n")
        write_csv(os.path.join(pipeline, "survey.csv"), [
            ["type", "name", "label", "relevant", "choice_filter"]] + [
            [kind, name, "Question " + name, relevant, self.filters.get(name, "")]
            for name, kind, relevant in self.questions])
        write_csv(os.path.join(pipeline, "choices.csv"), [
            ["list_name", "name", "label", "substantive", "area"]] + [
            [options, code, "Choice " + code,
             "no" if code in self.nonsubstantive.get(options, ()) else "", area]
            for options, codes in self.lists.items() for code in codes
            for area in self.areas.get((options, code), [""])])
        for file, (header, *rows) in self.files.items():
            write_csv(os.path.join(received, file), [["who", "received"] + header] + rows)


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def generate(seed, count, folder, registers, tables):
    """Writes `count` collections of `tables` tables each, and a copy of the registers."""
    shutil.copytree(registers, os.path.join(folder, "Pipelines", "registers"))
    for number in range(1, count + 1):
        rng = random.Random("%d/%d" % (seed, number))
        Collection.used = set()
        Collection(rng, "c%04d" % number, registers, tables).write(folder)
