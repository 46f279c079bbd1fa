"""The rows, columns and cells of a table plan, for suppression_attack.py: which units each counts,
and by what. No code of the program; it follows from Pipelines/TABLES.md.

What must hold of a unit is a list of facts, each a set with the variables that it is about.
"""

import itertools

from suppression_attack_universe import STATES

SHARES = ["percent", "row-percent", "table-percent", "response-percent"]


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Block:
    """The rows of one variable, within the codes that it is nested in."""

    def __init__(self, context, variable, is_stacked):
        self.context = context  # (variable, code), the outermost first
        self.variable = variable
        self.path = "".join(name + ":" for name in (
            [variable] * is_stacked + [code for _, code in context]))
        self.has_heading = bool(self.path)


class Row:
    def __init__(self, block, name, kind, codes=(), net=None):
        self.block, self.name, self.kind, self.codes = block, name, kind, list(codes)
        self.net = net  # the name of the net that a code stands under
        self.id = block.path + name


class Column:
    def __init__(self, path, name):
        self.path, self.id = path, name


class Table:
    def __init__(self, universe, item, shown, each=None):
        """`shown` has the statistics of each row that is published."""
        self.universe, self.item = universe, item
        axes = [axis["nest"] if isinstance(axis, dict) else [axis]
                for axis in ([each] if each else as_list(item["rows"]))]
        self.id = item.get("id", axes[0][-1])
        self.is_of_participants = item.get("population") == "participants"
        self.blocks = [Block(context, axis[-1], len(axes) > 1)
                       for axis in axes for context in self.paths(axis[:-1])]
        inner = [universe.variables[axis[-1]] for axis in axes]
        self.statistics = item.get("statistics") or ["count"] + (
            ["percent"] if any(v.codes for v in inner) else []) + (
            ["mean", "minimum", "maximum"] if any(v.kind == "integer" for v in inner) else [])
        # What all units of the table have in common.
        self.facts = [] if self.is_of_participants else [(universe.members_only, frozenset())]
        self.conditions = []
        for key in ("where", "base"):
            if "$" in item.get(key, ""):
                self.conditions.append(universe.condition(item[key]))
        if "where" in item:
            self.facts += self.facts_of(self.conditions[0])
        self.rows = [row for block in self.blocks for row in self.rows_of(block)
                     if (self.id, row.id) in shown]
        self.put_outside(shown)
        self.row_of = {row.id: row for row in self.rows}
        self.columns = self.columns_of()

    def put_outside(self, shown):
        """The rows that the base leaves out stand below it, and have no shares."""
        for block in self.blocks:
            out = [row for row in self.rows if row.block is block and row.kind in ("code", "net")
                   and self.is_outside(row, shown)]
            for row in out:
                row.kind = "outside"
                self.rows.remove(row)
            ends = [n for n, row in enumerate(self.rows)
                    if row.block is block and row.kind in ("base", "offered", "responses")]
            if ends:
                self.rows[ends[-1] + 1:ends[-1] + 1] = out

    def is_outside(self, row, shown):
        shares = {"percent", "row-percent", "table-percent"} & set(self.statistics)
        if shares:
            return not shares & shown[self.id, row.id]
        variable = self.universe.variables[row.block.variable]
        base = self.item.get("base", "substantive" if variable.about_answers else "population")
        return base == "substantive" and set(row.codes) <= variable.no_opinions

    @staticmethod
    def facts_of(condition):
        return [(vector, frozenset(names)) for vector, names in condition.parts]

    def paths(self, names):
        return list(itertools.product(*[
            [(name, code) for code in self.codes(name)] for name in names]))

    def codes(self, name):
        """The codes that a table has; some of an attribute only organizations have."""
        universe = self.universe
        codes = universe.variables[name].codes
        if name != "regional_group" or self.is_of_participants:
            return codes
        return [c for c in codes if c != "no_group"
                or universe.truth(universe.vectors[name, c] & universe.members_only)]

    def rows_of(self, block):
        variable = self.universe.variables[block.variable]
        rows = [] if variable.codes else [Row(block, ".value", "value")]
        nets = [self.net(net, variable) for net in self.item.get("nets", [])]
        within = {code: next((name for name, codes in nets if code in codes), None)
                  for code in self.codes(block.variable)}
        placed = set()
        for code in self.codes(block.variable):
            for name, codes in nets:
                if code in codes and name not in placed:
                    placed.add(name)
                    rows.append(Row(block, name, "net", codes))
                    rows += [Row(block, inner, "code", [inner], name)
                             for inner in within if within[inner] == name]
            if within[code] is None:
                rows.append(Row(block, code, "code", [code]))
        shares = [row for row in rows if row.codes]
        rows.append(Row(block, ".base", "base"))
        rows += [Row(block, ".offered:" + row.name, "offered", row.codes) for row in shares
                 if self.universe.offered(block.variable, row.codes)]
        if "response-percent" in self.statistics and variable.codes:
            rows.append(Row(block, ".responses", "responses"))
        if self.item.get("states", "yes" if variable.about_answers else "no") == "yes":
            rows += [Row(block, "." + state, "state") for state in STATES[1:]]
            rows.append(Row(block, ".population", "population"))
        return rows

    @staticmethod
    def net(net, variable):
        if "of" in net:
            return net["name"], net["of"]
        points = sorted((c for c in variable.codes if c not in variable.no_opinions), key=int)
        return net["name"], points[-net["top"]:] if "top" in net else points[:net["bottom"]]

    def columns_of(self):
        paths = []
        for item in as_list(self.item.get("columns")):
            paths += self.paths(item["nest"] if isinstance(item, dict) else [item])
        bare = [":".join(code for _, code in path) for path in paths]
        clash = len(set(bare)) < len(bare)
        columns = [
            Column(path, ("*".join(name for name, _ in path) + ":") * clash + text)
            for path, text in zip(paths, bare)]
        total = [Column((), ".total")]
        return columns + total if self.item.get("total") == "last" else total + columns

    # ----- who is in a cell -----

    def fact(self, name, code):
        return self.universe.vectors[name, code], frozenset([name])

    def base_facts(self, name):
        about_answers = self.universe.variables[name].about_answers
        base = self.item.get("base", "substantive" if about_answers else "population")
        if base == "population":
            return []
        if base == "respondents":
            return [self.fact("response", "replied")]
        if base in ("answered", "asked", "substantive"):
            return [self.fact(name, "." + base)]
        return self.facts_of(self.conditions[-1])

    def cell(self, row, column):
        """What holds of the units of a cell."""
        name = row.block.variable
        facts = self.facts + [self.fact(*choice) for choice in row.block.context + column.path]
        if row.kind == "population":
            return facts
        if row.kind == "state":
            return facts + [self.fact(name, row.name)]
        if row.kind == "outside":
            return facts + [(self.universe.any_of(name, row.codes), frozenset([name]))]
        facts = facts + self.base_facts(name)
        if row.kind == "offered":
            return facts + [self.universe.offered(name, row.codes)]
        if row.kind == "value":
            return facts + [self.fact(name, ".answered")]
        if row.kind in ("code", "net", "responses"):
            inside = [r.codes[0] for r in self.rows if r.block is row.block and r.kind == "code"]
            union = self.universe.any_of(name, row.codes or inside)
            return facts + [(union, frozenset([name]))]
        return facts

    def base_row(self, row):
        """What the shares of a row are of."""
        offered = self.row_of.get("%s.offered:%s" % (row.block.path, row.name))
        return offered or self.row_of[row.block.path + ".base"]

    def total(self):
        return next(column for column in self.columns if not column.path)

    def whole(self, statistic, row, column):
        """The row and the column whose count is what a share is of."""
        if statistic == "row-percent":
            return row, self.total()
        if statistic == "table-percent":
            return self.base_row(row), self.total()
        if statistic == "response-percent":
            return self.row_of[row.block.path + ".responses"], column
        return self.base_row(row), column


def tables_of(universe, shown):
    tables = []
    for item in universe.plan["tables"]:
        for each in item.get("each") or [None]:
            tables.append(Table(universe, item, shown, each))
    return tables
