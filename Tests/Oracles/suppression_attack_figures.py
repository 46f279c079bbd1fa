"""What an attacker knows of a collection, for suppression_attack.py: which counts there are, what
is told of each, and where."""


class Figures:
    """Counts by number. Each is of a set of units, but that of the ticks of several sets."""

    def __init__(self, name, universe):
        self.name, self.universe = name, universe
        rules = universe.pipeline["disclosure"]
        self.threshold, self.interval, self.percent_base = (
            int(rules[key]) for key in ("threshold", "interval", "percent-base"))
        self.hides_unanimity = rules.get("unanimity") == "hidden"
        self.base = int(rules.get("rounding-base", 0))  # 0 where counts are told as they are
        self.number = {}  # set -> its number
        self.vectors = []  # None of ticks
        self.truths = []
        self.most = []
        self.public = set()
        self.told = {}  # number -> {value: address}
        self.printed = {}  # number -> addresses
        self.contexts = set()  # sets that printed ones are part of, by one variable or two
        self.structure = []  # what always holds: (coefficients by number, right side)
        self.equations = []  # what is told besides counts, likewise
        self.faults = []

    def fault(self, address, what):
        self.faults.append("%s: %s: %s" % (self.name, address, what))

    def set(self, vector):
        if vector not in self.number:
            self.number[vector] = len(self.vectors)
            if self.universe.is_public(vector):
                self.public.add(len(self.vectors))
            self.vectors.append(vector)
            self.truths.append(self.universe.truth(vector))
            self.most.append(self.universe.truth(self.universe.known_of(vector)))
        return self.number[vector]

    def of_facts(self, facts, address):
        """The printed set of the units for which facts hold, and what it is a part of."""
        whole = self.universe.everybody
        for vector, _ in facts:
            whole &= vector
        number = self.set(whole)
        self.printed.setdefault(number, []).append(address)
        names = sorted({name for _, names in facts for name in names})
        for n, first in enumerate(names):
            for second in names[n:]:
                context = self.universe.everybody
                for vector, about in facts:
                    if not about & {first, second}:
                        context &= vector
                self.contexts.add(context)
        return number

    def ticks(self, numbers, address):
        """The count of all ticks in some sets."""
        key = ("ticks",) + tuple(sorted(numbers))
        if key not in self.number:
            number = self.number[key] = len(self.vectors)
            self.vectors.append(None)
            self.truths.append(sum(self.truths[n] for n in numbers))
            self.most.append(sum(self.most[n] for n in numbers))
            if all(n in self.public for n in numbers):
                self.public.add(number)
            self.structure.append((added([(number, -1)] + [(n, 1) for n in numbers]), 0))
        self.printed.setdefault(self.number[key], []).append(address)
        return self.number[key]

    def tell(self, number, value, address):
        self.told.setdefault(number, {}).setdefault(value, address)

    def is_sensitive(self, number):
        """Whether it tells of a few what they replied: those of whom anybody knows are not counted."""
        if number in self.public:
            return False
        vector = self.vectors[number]
        known = 0 if vector is None else self.universe.truth(self.universe.known_in(vector))
        return 0 < self.truths[number] - known < self.threshold

    def values(self):
        """The counts that the attacker knows."""
        known = {n: self.truths[n] for n in self.public}
        if not self.base:
            known.update({n: self.truths[n] for n in self.told})
        return known

    def shown(self):
        """What stands in the tables of the counts that are not hidden."""
        if self.base:
            return {n: min(told) for n, told in self.told.items()}
        return self.values()

    def bounds(self, most):
        """The least and the most of each count, where one that is rounded is less than the base away."""
        bounds = [(0, most) for most in most]
        for n, value in self.shown().items() if self.base else ():
            bounds[n] = (max(0, value - self.base + 1), min(most[n], value + self.base - 1))
        return bounds

    def check_told(self):
        """That what is told is right, not of too few, and not hidden elsewhere."""
        for number, told in self.told.items():
            for value, address in told.items():
                is_next = self.base and value % self.base == 0 and abs(value - self.truths[number]) < self.base
                if value != self.truths[number] and not is_next or self.base and len(told) > 1:
                    self.fault(address, "%s, but %d is right" % (value, self.truths[number]))
            if self.is_sensitive(number) and not self.base:
                for address in told.values():
                    self.fault(address, "tells a count of %d" % self.truths[number])


def added(terms):
    sums = {}
    for number, factor in terms:
        sums[number] = sums.get(number, 0) + factor
    return {number: factor for number, factor in sums.items() if factor}
