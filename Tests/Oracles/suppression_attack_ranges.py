"""How small and how large hidden counts can be, by linear programs (SciPy's HiGHS), for
suppression_attack.py."""

import random

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

NEARLY = 1e-6
ROUNDS = 8


class Program:
    """Counts that are connected by equations."""

    def __init__(self, equations, unknown, values, bounds):
        self.column = {n: i for i, n in enumerate(unknown)}
        self.bounds = [bounds[n] for n in unknown]
        data, down, across, self.right = [], [], [], []
        for line, (terms, right) in enumerate(equations):
            for n, factor in terms.items():
                if n in self.column:
                    data.append(factor), down.append(line), across.append(self.column[n])
                else:
                    right -= factor * values[n]
            self.right.append(right)
        self.matrix = csr_matrix((data, (down, across)), shape=(len(equations), len(unknown)))

    def solve(self, costs):
        found = linprog(costs, A_eq=self.matrix, b_eq=self.right, bounds=self.bounds,
                        method="highs")
        if found.status != 0:
            raise RuntimeError("the linear program ends with %d" % found.status)
        return found.x

    def ranges(self, targets, interval):
        """Exactly, where that is less than the interval apart. Every solution says something of
        all targets, so that most are found wide enough by some sums of them."""
        r = random.Random(len(targets))
        at = numpy.array([self.column[n] for n in targets])
        low, high = numpy.full(len(targets), numpy.inf), numpy.full(len(targets), -numpy.inf)

        def look(costs):
            nonlocal low, high
            point = self.solve(costs)[at]
            low, high = numpy.minimum(low, point), numpy.maximum(high, point)

        for n in range(ROUNDS if len(targets) > 2 else 0):
            costs = numpy.zeros(len(self.column))
            for i in numpy.flatnonzero(high - low < interval - NEARLY):
                costs[at[i]] = (1, -1)[n % 2] if n < 2 else r.choice((1, -1)) * r.random()
            if not costs.any():
                break
            look(costs)
        for i in range(len(targets)):
            for sign in (1, -1):
                if high[i] - low[i] < interval - NEARLY:
                    costs = numpy.zeros(len(self.column))
                    costs[at[i]] = sign
                    look(costs)
        return {n: (round(low[i], 7) + 0.0, round(high[i], 7) + 0.0) for i, n in enumerate(targets)}


def ranges(equations, values, targets, bounds, interval):
    """The smallest and the largest possible value of each target."""
    equations = [(terms, right) for terms, right in equations
                 if any(n not in values for n in terms)]
    unknown = sorted({n for terms, _ in equations for n in terms if n not in values})
    column = {n: i for i, n in enumerate(unknown)}
    pairs = [(column[first], column[second]) for terms, _ in equations
             for found in [[n for n in terms if n not in values]]
             for first, second in zip(found, found[1:])]
    down, across = zip(*pairs) if pairs else ((), ())
    _, part = connected_components(
        csr_matrix((numpy.ones(len(pairs)), (down, across)), shape=(len(unknown), len(unknown))),
        directed=False) if unknown else (0, [])
    members, lines, wanted = {}, {}, {}
    for n, component in zip(unknown, part):
        members.setdefault(component, []).append(n)
    for terms, right in equations:
        first = next(n for n in terms if n not in values)
        lines.setdefault(part[column[first]], []).append((terms, right))
    found = {n: bounds[n] for n in targets if n not in column}
    for n in targets:
        if n in column:
            wanted.setdefault(part[column[n]], []).append(n)
    for component, some in wanted.items():
        program = Program(lines[component], members[component], values, bounds)
        found.update(program.ranges(some, interval))
    return found
