"""By what sets of units can be divided, for suppression_attack.py."""

import itertools

from suppression_attack_universe import STATES


class Division:
    """The sets that can be told by what units have of one variable."""

    def __init__(self, events, universe, has_pieces):
        self.events = [(event, universe.is_public(event)) for event in events]
        self.has_pieces = has_pieces  # whether what is left over is a count to be kept too


def divisions(universe, tables, all_features):
    """For each variable its codes and answer states, its nets, what is derived from it, and the
    conditions that it stands in; for each nest of a table what its variables tell together.

    Without `all_features` each choice of a multi-select stands for itself, as if it were not known
    that who answered has ticked one, and each comparison of a condition.
    """
    own = own_events(universe, tables)
    found = {}

    def add(events, has_pieces=True):
        events = sorted(events - {0, universe.everybody})
        found.setdefault(tuple(events), Division(events, universe, has_pieces))

    for name, variable in sorted(universe.variables.items()):
        if all_features:
            events = set(own[name])
            for other, derived in universe.variables.items():
                if name in derived.parents:
                    events |= own[other]
            for condition in universe.conditions:
                if any(name in {n} | universe.variables[n].parents for n in condition.variables):
                    events |= set(condition.events)
            add(events)
        elif variable.kind == "select_multiple":
            ticks = {universe.vectors[name, code] for code in variable.codes}
            for tick in sorted(ticks):
                add(own[name] - ticks | {tick})
        else:
            add(own[name])
    for names in nests(tables) if all_features else []:
        add(crossed([sorted(own[name] | {universe.everybody}) for name in names]), has_pieces=False)
    for condition in universe.conditions if not all_features else []:
        for comparison in condition.comparisons:
            add({comparison}, has_pieces=False)
    return list(found.values())


def own_events(universe, tables):
    events = {
        name: {universe.vectors[name, code]
               for code in variable.codes + ["." + state for state in STATES] + [
                   ".asked", ".substantive"]}
        for name, variable in universe.variables.items()
    }
    for table in tables:
        for row in table.rows:
            if row.kind in ("net", "outside"):
                events[row.block.variable].add(universe.any_of(row.block.variable, row.codes))
    return events


def nests(tables):
    """The variables that are nested in one another anywhere, from the outermost inwards."""
    found = set()
    for table in tables:
        found |= {tuple(name for name, _ in column.path) for column in table.columns}
        found |= {tuple(name for name, _ in block.context) + (block.variable,)
                  for block in table.blocks}
    return sorted(names for names in found if len(names) > 1)


def crossed(by_variable):
    """The sets that are told by one event of each variable."""
    sets = set()
    for events in itertools.product(*by_variable):
        whole = events[0]
        for event in events[1:]:
            whole &= event
        sets.add(whole)
    return sets
