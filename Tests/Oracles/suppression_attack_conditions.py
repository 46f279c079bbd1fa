"""Conditions of a table plan as sets of units, for suppression_attack.py."""

import re

import numpy

TOKEN = re.compile(
    r"\s*(?:selected\(\$\{(?P<ticked>\w+)\}, '(?P<choice>[^']*)'\)"
    r"|\$\{(?P<name>\w+)\} (?P<sign><=|>=|!=|=|<|>) (?:'(?P<code>[^']*)'|(?P<number>-?[0-9.]+))"
    r"|(?P<word>not\(|and\b|or\b|[()]))")


class Condition:
    """The units for which a condition holds, and the parts that it is made of."""

    def __init__(self, text, universe, needs_answers=False):
        self.universe = universe
        self.needs_answers = needs_answers  # whether whatever is not answered leaves it open
        self.variables = set()  # as the condition names them
        self.events = []  # every part of it that is a condition itself, as a set
        self.comparisons = []  # those that have no parts
        self.tokens = self.tokenized(text)
        self.parts = []  # what all must hold: (set, variables)
        self.open = 0  # the units of which an unclear answer leaves it open
        # Who was offered the choices that it asks for, and the questions that this is about; None where
        # everybody was, as far as can be told.
        self.offer = None
        self.vector = self.read_parts()

    @staticmethod
    def tokenized(text):
        tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError("condition %r at %d" % (text, at))
            tokens.append(match)
            at = match.end()
        return tokens

    def word(self):
        return self.tokens[0]["word"] if self.tokens else None

    def read_parts(self):
        """The whole condition; where it is joined by `and`, its parts."""
        (whole, wrong), self.offer = self.read_or()
        if self.tokens:
            raise ValueError("a condition ends before %r" % self.tokens[0].group())
        if not self.parts:
            self.parts = [(whole, set(self.variables))]
        self.open = self.universe.everybody & ~whole & ~wrong
        return whole

    # Each gives the units for which something holds and those for which it does not: for the rest an
    # unclear answer leaves it open.

    def read_or(self, depth=0):
        (holds, wrong), offer = self.read_and(depth)
        while self.word() == "or":
            self.tokens.pop(0)
            others, other = self.read_and(depth)
            holds, wrong = holds | others[0], wrong & others[1]
            offer = offer and other and (offer[0] | other[0], offer[1] | other[1])
            self.parts = [] if not depth else self.parts
        self.events.append(holds)
        return (holds, wrong), offer

    def read_and(self, depth):
        parts = [self.read_one(depth)]
        while self.word() == "and":
            self.tokens.pop(0)
            parts.append(self.read_one(depth))
        if not depth:
            self.parts = [(holds, variables) for (holds, _), variables, _ in parts]
        holds, wrong, offer = self.universe.everybody, 0, None
        for vectors, _, other in parts:
            holds, wrong = holds & vectors[0], wrong | vectors[1]
            offer = (offer[0] & other[0], offer[1] | other[1]) if offer and other else offer or other
        self.events.append(holds)
        return (holds, wrong), offer

    def read_one(self, depth):
        """A comparison, or what stands in brackets, with the variables that it is about."""
        token = self.tokens.pop(0)
        before, self.variables = self.variables, set()
        if token["word"]:
            (holds, wrong), offer = self.read_or(depth + 1)
            self.tokens.pop(0)
            if token["word"] == "not(":
                holds, wrong, offer = wrong, holds, None
        else:
            asked_for = token["choice"] if token["ticked"] else token["code"]
            is_asked = asked_for is not None and token["sign"] in (None, "=")
            offer = self.universe.offered(token["ticked"] or token["name"], [asked_for]) \
                if is_asked else None
            vector = self.comparison(token)
            unclear = self.unknown(token["ticked"] or token["name"])
            holds, wrong = vector & ~unclear, self.universe.everybody & ~vector & ~unclear
            self.comparisons.append(holds)
        self.events.append(holds)
        found, self.variables = self.variables, before | self.variables
        return (holds, wrong), found, offer

    def unknown(self, name):
        universe = self.universe
        if self.needs_answers and universe.variables[name].about_answers:
            return universe.everybody & ~universe.vectors[name, ".answered"]
        return universe.vectors.get((name, ".unclear"), 0)

    def comparison(self, token):
        universe = self.universe
        self.variables.add(token["ticked"] or token["name"])
        if token["ticked"]:
            return universe.vectors[token["ticked"], token["choice"]]
        if token["code"] is not None:
            vector = universe.vectors[token["name"], token["code"]]
            return vector if token["sign"] == "=" else universe.everybody & ~vector
        numbers = universe.variables[token["name"]].numbers
        compare = {"<": numpy.less, "<=": numpy.less_equal, ">": numpy.greater,
                   ">=": numpy.greater_equal}[token["sign"]]
        return universe.bits(compare(numbers, float(token["number"])))
