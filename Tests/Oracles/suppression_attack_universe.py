"""Units with their facts, for suppression_attack.py: tens of thousands of random ones, by which
sets are told apart, then the units of a collection, for the truth.

A set of units is a whole number with a bit for each; the units of the collection have the lowest.
"""

import functools
import json
import operator
import os
import re

import numpy

from suppression_attack_conditions import Condition
from suppression_attack_registers import ATTRIBUTES, attributes, rows_of

STATES = ["answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
ASKED = ["answered", "no_answer", "unclear"]
SAMPLE = 40000


class Variable:
    """A question, an attribute or a derived variable."""

    def __init__(self, kind, codes, about_answers=True):
        self.kind = kind  # select_one, select_multiple, rank, integer, text
        self.codes = codes
        self.about_answers = about_answers
        self.no_opinions = set()  # those of the codes that are none
        self.parents = set()  # the variables that a derived one follows from
        self.source, self.rules = None, {}  # of a derived one, and the codes that each code has
        self.offers = {}  # by code of a condition: who was offered what it asks for
        self.asks = {}  # by code of a condition: the questions that it is about
        self.numbers = None  # by unit, NaN where there is none

    @property
    def is_scale(self):
        return self.kind == "select_one" and all(
            re.fullmatch("-?[0-9]+", c) for c in self.codes if c not in self.no_opinions)


class Universe:
    def __init__(self, outdir, name, all_features):
        self.all_features = all_features
        folder = os.path.join(outdir, "Pipelines", name)
        with open(os.path.join(folder, "pipeline.yaml"), encoding="utf-8") as file:
            self.pipeline = json.load(file)
        with open(os.path.join(folder, "tables.yaml"), encoding="utf-8") as file:
            self.plan = json.load(file)
        self.by_state = self.pipeline["unit"] == "state"
        registers = os.path.join(outdir, "Pipelines", "registers")
        self.members = attributes(registers) if self.by_state else {}
        self.others = attributes(registers, members=False) if self.by_state else {}
        self.variables, self.relevant, self.vectors = {}, {}, {}
        self.conditions = []
        self.offers = {}  # question -> (the question that decides, {choice: its choices})
        for row in rows_of(folder, "survey.csv"):
            choices = [c for c in rows_of(folder, "choices.csv")
                       if c["list_name"] == "l_" + row["name"]]
            variable = Variable(
                row["type"].split(" ")[0], list(dict.fromkeys(c["name"] for c in choices)))
            if row["choice_filter"]:
                gate = re.fullmatch(r"area = \$\{(\w+)\}", row["choice_filter"])[1]
                self.offers[row["name"]] = (gate, {
                    code: [c["area"] for c in choices if c["name"] == code]
                    for code in variable.codes})
            variable.no_opinions = {c["name"] for c in choices if c["substantive"] == "no"}
            self.variables[row["name"]] = variable
            self.relevant[row["name"]] = row.get("relevant", "")
        self.questions = list(self.variables)
        self.random = numpy.random.default_rng([ord(letter) for letter in name])
        self.read_attributes(os.path.join(outdir, "Input", name))
        for question in self.questions:
            self.read_question(question)
        for item in self.plan.get("variables", []):
            self.derive(item)

    # ----- sets -----

    @staticmethod
    def bits(flags):
        return int.from_bytes(numpy.packbits(flags).tobytes(), "big")

    def truth(self, vector):
        return (vector & self.real).bit_count()

    def any_of(self, name, codes):
        return functools.reduce(operator.or_, (self.vectors[name, code] for code in codes), 0)

    def described(self, vector):
        """What the units of a set have in common that not all have of whom anybody knows as much,
        for people."""
        known, words = self.known_of(vector), []
        for name, variable in self.variables.items():
            among = known if variable.about_answers else self.everybody
            states = ["." + state for state in STATES] if variable.about_answers else []
            facts = {code: self.vectors[name, code] for code in variable.codes + states}
            if variable.kind == "select_multiple":
                for code in variable.codes:
                    facts["no " + code] = facts[".answered"] & ~facts[code]
            if variable.codes:
                facts.pop(".answered", None)
            if any(fact & among and not fact & vector for fact in facts.values()):
                words.append("%s: %s" % (name, " or ".join(
                    code for code, fact in facts.items() if fact & vector)))
        return "; ".join(words)

    def known_of(self, vector):
        """The units of which anybody knows the same as of somebody in a set."""
        return sum(known for known in self.classes if known & vector)

    def known_in(self, vector):
        """The units of a set that are in it whatever they replied."""
        return sum(known for known in self.classes if known & vector and not known & ~vector)

    def is_public(self, vector):
        """What depends on nothing but the registers and on who replied anybody can count."""
        return all(not (known & vector) or not (known & ~vector) for known in self.classes)

    # ----- what is known of the units -----

    def read_attributes(self, folder):
        self.replies, late = self.read_replies(folder)
        units = sorted(self.members or set(self.replies) | late) + sorted(self.others)
        count = SAMPLE + -len(units) % 8
        self.size = count + len(units)
        self.units = [None] * count + units
        facts = {**self.members, **self.others}
        kinds = [(False, m) for m in self.members.values()] or [(False, {})]
        kinds = [kind for n, kind in enumerate(kinds) if kind not in kinds[:n]]
        drawn = kinds + [(True, other) for other in self.others.values()]
        picks = self.random.integers(0, len(kinds), count)
        rare = self.random.random(count) < (0.02 if self.others else 0)
        picks[rare] = self.random.integers(len(kinds), max(len(drawn), len(kinds) + 1), rare.sum())
        known = [drawn[n] for n in picks]
        known += [(unit in self.others, facts.get(unit, {})) for unit in units]
        is_other = numpy.array([other for other, _ in known])
        replied = numpy.concatenate([
            self.random.random(count) < 0.93,
            numpy.array([unit in self.replies for unit in units], bool)]) & ~is_other
        self.replied = replied
        names = ATTRIBUTES if self.by_state else []
        columns = {"response": numpy.where(replied, "replied", "did_not_reply")}
        for name in names:
            columns[name] = numpy.array([facts[name] for _, facts in known])
        orders = {"response": ["replied", "did_not_reply"],
                  "status": ["party", "signatory", "non_signatory"],
                  "signature": ["signed", "not_signed"], "deposit": ["deposited", "not_deposited"]}
        for name, values in columns.items():
            codes = orders.get(name) or sorted(
                set(values), key=lambda code: (code == "no_group", code))
            self.variables[name] = Variable("select_one", codes, about_answers=False)
            for code in codes:
                self.vectors[name, code] = self.bits(values == code)
        self.everybody = self.bits(numpy.ones(self.size, bool))
        self.real = (1 << len(units)) - 1
        self.population = len(units)
        self.members_only = self.bits(~is_other)
        for name in columns:
            self.keep_states(name, numpy.where(replied, "answered", "did_not_reply"))
            self.keep_substantive(name)
        keys = [tuple([other] + [columns[name][n] for name in columns])
                for n, (other, _) in enumerate(known)]
        numbers = {key: n for n, key in enumerate(sorted(set(keys)))}
        numbered = numpy.array([numbers[key] for key in keys])
        self.classes = [self.bits(numbered == n) for n in range(len(numbers))]

    def read_replies(self, folder):
        """The submissions that count, and who sent one too late."""
        replies, late = {}, set()
        for source in self.pipeline["sources"]:
            for row in rows_of(folder, source["file"]):
                if row["received"] > self.pipeline["cut-off"]:
                    late.add(row["unit"])
                else:
                    replies[row["unit"]] = row
        return replies, late

    # ----- answers -----

    def keep_states(self, name, states):
        for state in STATES:
            self.vectors[name, "." + state] = self.bits(states == state)
        self.vectors[name, ".asked"] = self.bits(numpy.isin(states, ASKED))

    def read_question(self, name):
        variable = self.variables[name]
        states = self.random.choice(STATES[:5], self.size, p=[0.72, 0.09, 0.08, 0.05, 0.06])
        answers = self.random_answers(variable)
        for n, unit in enumerate(self.units):
            if unit is not None:
                states[n], answers[n] = self.answer(name, variable, self.replies.get(unit))
        drawn = numpy.array([unit is None for unit in self.units])
        if not (states[~drawn] == "not_asked").any():  # whoever has the forms knows that all were asked
            states[drawn & (states == "not_asked")] = "no_answer"
        if name in self.offers:  # nobody chose what was not offered
            for position, code in enumerate(variable.codes):
                offered = self.flags(self.offered(name, [code])[0])
                answers = numpy.where(drawn & ~offered, answers & ~(1 << position), answers)
            states[drawn & (states == "answered") & (answers == 0)] = "no_answer"
        if self.relevant[name]:
            # A blank is an answer left out, or one that nobody asked for.
            condition = self.condition(self.relevant[name])
            leads, undecided = self.flags(condition.vector), self.flags(condition.open)
            blank = numpy.isin(states, ["no_answer", "not_applicable"])
            states[blank & leads], states[blank & ~leads] = "no_answer", "not_applicable"
            states[blank & undecided] = "unclear"
        else:  # who is asked a question without a condition always is
            states[states == "not_applicable"] = "no_answer"
        states[~self.replied] = "did_not_reply"
        self.keep_states(name, states)
        answered = states == "answered"
        if variable.kind == "integer":
            variable.numbers = numpy.where(answered, answers.astype(float), numpy.nan)
        for position, code in enumerate(variable.codes):
            has = (answers >> position & 1).astype(bool) & answered
            self.vectors[name, code] = self.bits(has)
        self.keep_substantive(name)
        if variable.is_scale and variable.codes:
            variable.numbers = numpy.full(self.size, numpy.nan)
            for code in set(variable.codes) - variable.no_opinions:
                variable.numbers[self.flags(self.vectors[name, code])] = float(code)

    def offered(self, name, codes):
        """Who was offered one of some codes, and the questions that this is about; None where whoever is
        asked was."""
        if name in self.offers:
            gate, areas = self.offers[name]
            return self.any_of(gate, {area for code in codes for area in areas[code]}), frozenset([gate])
        variable = self.variables[name]
        offers = [variable.offers[code] if code in variable.offers
                  else variable.rules.get(code) and self.offered(variable.source, variable.rules[code])
                  for code in codes]
        if not codes or not all(offers):
            return None
        vector = functools.reduce(operator.or_, (vector for vector, _ in offers))
        gates = frozenset().union(*(gates for _, gates in offers))
        if all(code in variable.offers for code in codes):
            # A condition is open of who was not asked what it is about.
            asked = frozenset().union(*(variable.asks[code] for code in codes))
            vector &= functools.reduce(
                operator.and_, (self.vectors[name, ".asked"] for name in asked))
            gates |= asked
        return vector, gates

    def keep_substantive(self, name):
        """Who answered something else than that there is no opinion."""
        variable = self.variables[name]
        if not variable.no_opinions:
            self.vectors[name, ".substantive"] = self.vectors[name, ".answered"]
            return
        opinions = [code for code in variable.codes if code not in variable.no_opinions]
        without = self.any_of(name, variable.no_opinions) & ~self.any_of(name, opinions)
        self.vectors[name, ".substantive"] = self.vectors[name, ".answered"] & ~without

    def flags(self, vector):
        data = numpy.frombuffer(vector.to_bytes(self.size // 8, "big"), numpy.uint8)
        return numpy.unpackbits(data).astype(bool)

    def random_answers(self, variable):
        """Whole numbers whose bits are the choices; of a number question the number."""
        if variable.kind == "integer":
            return self.random.integers(-1, 34, self.size)
        count = max(1, len(variable.codes))
        first = 1 << self.random.integers(0, count, self.size)
        if variable.kind == "select_multiple":
            return first | (self.random.random(self.size) < 0.75) * self.random.integers(
                0, 1 << count, self.size)
        if variable.kind == "rank":  # which may have no first choice
            return numpy.where(self.random.random(self.size) < 0.05, 0, first)
        return first

    def answer(self, name, variable, reply):
        """The answer state of a unit, and its choices or its number."""
        if reply is None:
            return "did_not_reply", 0
        text = reply.get(name)
        if not text:
            return ("not_asked" if text is None else "no_answer"), 0
        if variable.kind == "integer":
            return "answered", int(text)
        if not variable.codes:
            return "answered", 1
        parts = text.split("|")
        if not set(parts) <= set(variable.codes):
            return "unclear", 0
        if variable.kind == "rank":
            parts = parts[:1]
        return "answered", sum(1 << variable.codes.index(part) for part in set(parts))

    def condition(self, text):
        condition = Condition(text, self)
        self.conditions.append(condition)
        return condition

    # ----- derived variables -----

    def derive(self, item):
        name, source = item["name"], item.get("from")
        marked = self.variables[source].no_opinions if source else set()
        no_opinions = {code["name"] for code in item["codes"]
                       if "of" in code and set(code["of"]) <= marked}
        taken = {choice for code in item["codes"] for choice in code.get("of", [])}
        # What is no opinion stays none.
        item = {**item, "codes": item["codes"] + [
            {"name": code, "of": [code]} for code in (self.variables[source].codes if source else [])
            if code in marked and code not in taken]}
        conditions = {code["name"]: self.condition(code["where"])
                      for code in item["codes"] if "where" in code}
        known = {code["name"]: Condition(code["where"], self, needs_answers=True)
                 for code in item["codes"] if "where" in code}
        overlapping = item.get("overlapping") == "yes"
        parents = {source} - {None}
        for condition in conditions.values():
            parents |= condition.variables
        variable = Variable("select_multiple" if overlapping else "select_one",
                            [code["name"] for code in item["codes"]],
                            any(self.variables[n].about_answers for n in parents))
        variable.no_opinions = no_opinions | marked - taken
        variable.source = source
        variable.rules = {code["name"]: code.get("of") for code in item["codes"]}
        variable.offers = {code: condition.offer for code, condition in conditions.items()}
        variable.asks = {code: condition.variables for code, condition in conditions.items()}
        for parent in parents:
            variable.parents |= {parent} | self.variables[parent].parents
        replied = self.vectors["response", "replied"]
        possible = replied if variable.about_answers else self.everybody
        taken, undecided = 0, 0  # no code is the first where an earlier one may be
        for code in item["codes"]:
            is_open = self.vectors.get((source, ".unclear"), 0)
            if "where" in code:
                # What was not answered makes nothing true.
                vector = conditions[code["name"]].vector & known[code["name"]].vector
                is_open = conditions[code["name"]].open
            elif "of" in code:
                vector = self.any_of(source, code["of"])
            else:
                numbers = self.variables[source].numbers
                within = ~numpy.isnan(numbers)
                within &= numbers >= code.get("from", -numpy.inf)
                vector = self.bits(within & (numbers < code.get("below", numpy.inf)))
            vector &= possible
            vector &= ~is_open if overlapping else ~is_open & ~taken & ~undecided
            self.vectors[name, code["name"]] = vector
            taken, undecided = taken | vector, undecided | is_open
        answered = taken & replied
        of_source = self.vectors[source, ".answered"] if source else replied
        for state in STATES[1:5]:
            self.vectors[name, "." + state] = (
                self.vectors[source, "." + state] & ~answered if source else 0)
        self.vectors[name, ".unclear"] |= undecided & replied & ~answered
        rest = of_source & ~answered & ~self.vectors[name, ".unclear"]
        # What would decide it and was not answered is what it is.
        for state in ["unclear", "no_answer", "not_asked", "not_applicable"]:
            for code in item["codes"]:
                if "where" in code:
                    open_now = known[code["name"]]
                    found = rest & open_now.open & functools.reduce(
                        operator.or_, (self.vectors[n, "." + state] for n in open_now.variables))
                    self.vectors[name, "." + state] |= found
                    rest &= ~found
        self.vectors[name, ".not_applicable"] |= rest
        self.vectors[name, ".answered"] = answered
        self.vectors[name, ".did_not_reply"] = self.vectors["response", "did_not_reply"]
        self.vectors[name, ".asked"] = (
            answered | self.vectors[name, ".no_answer"] | self.vectors[name, ".unclear"])
        self.variables[name] = variable
        self.keep_substantive(name)
