"""What random_tables.py asks R: estimates of weighted and sampled tables, see random_tables.R."""

import os
import subprocess
from collections import defaultdict
from fractions import Fraction

SHARES = ("code", "net")
QUANTILES = {"lower-quartile": "q1", "median": "q2", "upper-quartile": "q3"}


class Requests:
    """Collects the figures that R is to calculate, runs it once, and compares."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "inference")
        os.makedirs(self.folder, exist_ok=True)
        self.designs = {}
        self.lines = []
        self.wanted = []  # (address, statistic, published cell, id, key of the answer)
        self.addresses = {}

    # ---------------------------------------------------------------------------- designs

    def design(self, name, table):
        """The sample: every unit that replied, with its own weight and its stratum."""
        key = (name, table.weighted)
        if key not in self.designs:
            answers = table.answers
            units = sorted(k for (k,) in answers.query("SELECT key FROM matrix WHERE replied"))
            number = len(self.designs) + 1
            self.designs[key] = number, {k: p for p, k in enumerate(units, 1)}
            margins = answers.margins if table.weighted else {}
            codes = dict(answers.query("SELECT key, [%s] FROM matrix WHERE replied" % ", ".join(
                answers.variables[name].column() + "[1]" for name in margins))) if margins else {}
            with open(os.path.join(self.folder, "design%d.tsv" % number), "w") as file:
                file.write("\t".join(["weight", "stratum"] + list(margins)) + "\n")
                for unit in units:
                    weight = answers.own[unit] if table.weighted else 1
                    stratum = answers.stratum[unit] if table.weighted and answers.strata else ""
                    file.write("\t".join(
                        ["%r" % float(weight), stratum or "."] + codes.get(unit, [])) + "\n")
            with open(os.path.join(self.folder, "margins%d.tsv" % number), "w") as file:
                file.write("variable\tcode\ttotal\n")
                for name, totals in margins.items():
                    for code, total in totals.items():
                        if total:
                            file.write("%s\t%s\t%d\n" % (name, code, total))
            strata = answers.strata if table.weighted else {}
            with open(os.path.join(self.folder, "strata%d.tsv" % number), "w") as file:
                file.write("stratum\tFreq\n")
                for stratum, size in strata.items():
                    if size:
                        file.write("%s\t%d\n" % (stratum, size))
            sample = answers.plan.get("sample", {})
            population = sample.get("population", "")
            if population == "register":
                population = answers.query(
                    "SELECT count(*) FROM matrix WHERE NOT organization")[0][0]
            self.lines.append("\t".join(
                ["design", str(number), str(population), str(sample.get("confidence", 95)),
                 sample.get("adjust", "bonferroni")]))
        return self.designs[key]

    # ---------------------------------------------------------------------------- figures

    def add(self, name, table, published_before):
        """Asks for every figure of a table that rests on an estimate.

        `published_before` holds the cells that nobody has compared yet: those of inference."""
        estimated = table.weighted or any(
            table.numeric_row(row) for row in table.rows)
        if not (table.infers or estimated):
            return
        for r, row in enumerate(table.rows):
            if row.kind not in SHARES and not table.has_mean(row):
                continue
            if table.infers and not row.block.variable.about_answers:
                continue  # known of every unit, so that there is no estimate
            self.add_row(name, table, r, row, published_before)

    def add_row(self, name, table, r, row, published):
        is_mean = table.has_mean(row)
        design, positions = self.design(name, table)
        parts, flat = defaultdict(list), set()
        for c, column in enumerate(table.columns):
            found = self.domain(table, r, row, c, is_mean)
            base = len(found)
            # Units that did not reply stand in no design; the generator keeps samples free of them.
            silent = [key for key, _ in found if key not in positions]
            identifier = None
            if found and not silent and (table.infers or table.weighted or is_mean):
                identifier = len(self.wanted) + len(self.lines)
                self.lines.append("\t".join([
                    "mean" if is_mean else "share", str(identifier), str(design),
                    ",".join(str(positions[key]) for key, _ in found),
                    ",".join(repr(float(value)) for _, value in found)]))
            elif table.infers and silent:
                raise AssertionError("%s/%s: units that did not reply" % (name, table.id))
            if column.part is not None:
                parts[column.part].append((c, identifier))
            spread = self.has_spread(table, found)
            if is_mean and not spread:
                flat.add(c)
            self.want(name, table, row, column, identifier, base, is_mean, spread, published)
        if "higher-than" in table.statistics:
            self.add_comparisons(name, table, row, parts, flat, is_mean, design, published)

    @staticmethod
    def domain(table, r, row, c, is_mean):
        if is_mean:
            return table.domain(row, c)
        inside = set(table.keys(r, c))
        base = table.keys(table.base_row(row), c)
        if table.weighted:
            base = [key for key in base if table.answers.weight.get(key)]
        return [(key, 1 if key in inside else 0) for key in base]

    @staticmethod
    def has_spread(table, found):
        """Whether a mean of numbers has an estimate: of two that differ, or where nobody is left."""
        if len(found) < 2:
            return False
        if len(set(value for _, value in found)) > 1:
            return True
        population = table.answers.plan.get("sample", {}).get("population")
        if population == "register":
            population = table.answers.query(
                "SELECT count(*) FROM matrix WHERE NOT organization")[0][0]
        return population == table.answers.query("SELECT count(*) FROM matrix WHERE replied")[0][0]

    def want(self, name, table, row, column, identifier, base, is_mean, spread, published):
        address = (table.id, row.block.variable_name, row.id, column.variable_name, column.id)
        where = "%s/%s" % (name, "/".join(address))
        for statistic in ("lower-limit", "upper-limit"):
            if statistic in table.statistics:
                cell = published.pop(address + (statistic,), None)
                enough = spread if is_mean else base > 0
                self.wanted.append((where, statistic, cell, identifier if enough else None,
                                    statistic, base))
        # Figures that were compared with exact ones already are compared with R too.
        for statistic in table.statistics:
            value = table.exact.get((row, column, statistic), (None,))[0]
            if value is None or identifier is None or isinstance(value, str):
                continue
            key = QUANTILES.get(statistic)
            if statistic in ("mean", "sum", "standard-deviation") and is_mean:
                key = statistic
            elif statistic == "percent" and not is_mean:
                key = "mean"
                value = value / 100
            elif key and not self.is_safe(table, row, column, statistic):
                continue
            if key:
                self.wanted.append((where, "R " + statistic, value, identifier, key, None))

    @staticmethod
    def is_safe(table, row, column, statistic):
        """Whether floating sums of weights can tell where a quantile lies."""
        p = {"median": Fraction(1, 2), "lower-quartile": Fraction(1, 4),
             "upper-quartile": Fraction(3, 4)}[statistic]
        found = table.domain(row, table.columns.index(column))
        weighted = sorted((value, Fraction(table.weight(key))) for key, value in found)
        total = sum(w for _, w in weighted)
        # survey 4.1 takes the second number where the first alone has that share of the weight.
        if table.weighted and weighted[0][1] > p * total:
            return False
        if all(w.denominator & (w.denominator - 1) == 0 for _, w in weighted):
            return True
        below = Fraction(0)
        for _, weight in weighted:
            below += weight
            if abs(below - p * total) < Fraction(1, 10**6) * total:
                return False
        return True

    def add_comparisons(self, name, table, row, parts, flat, is_mean, design, published):
        letters = {}
        for column in table.columns:
            if column.part is not None:
                letters[column.id] = letter(len(letters))
        answers = table.answers.plan["sample"]
        for part in parts.values():
            members = []
            for c, identifier in part:
                if identifier is not None and c not in flat:
                    members.append((c, identifier))
            self.lines.append("\t".join(
                ["compare", str(design), "mean" if is_mean else "share",
                 ",".join(str(i) for _, i in members) or ".",
                 "plain" if not table.weighted and "population" not in answers else "."]))
            alphabet = {i: letters[table.columns[c].id] for c, i in members}
            for c, identifier in part:
                column = table.columns[c]
                address = (table.id, row.block.variable_name, row.id, column.variable_name,
                         column.id, "higher-than")
                cell = published.pop(address, None)
                own = identifier if identifier in alphabet else None
                self.wanted.append(("%s/%s" % (name, "/".join(address[:-1])), "higher-than", cell,
                                    own, alphabet, None))

    # --------------------------------------------------------------------------- comparing

    def check(self, checks):
        path = os.path.join(self.folder, "requests.tsv")
        with open(path, "w") as file:
            file.write("\n".join(self.lines) + "\n")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "random_tables.R")
        run = subprocess.run(["Rscript", "--vanilla", script, self.folder], text=True,
                             capture_output=True)
        if run.returncode:
            raise RuntimeError(run.stderr)
        found = {}
        for line in open(os.path.join(self.folder, "answers.tsv")):
            identifier, key, value = line.rstrip("\n").split("\t")
            found[int(identifier), key] = value
        for where, statistic, wanted, identifier, key, base in self.wanted:
            if statistic.startswith("R "):
                value = float(wanted)
                other = float(found[identifier, key])
                checks.compared["estimates again by R"] += 1
                if abs(value - other) > 1e-9 * max(1, abs(value)):
                    checks.different.append("%s: %s: exactly %r, R says %r" % (
                        where, statistic, value, other))
            elif wanted is None:
                checks.equal("cells", "%s/%s" % (where, statistic), "a cell", "none")
            elif statistic == "higher-than":
                expected = ""
                if identifier is not None:
                    lower = found.get((identifier, "higher"), "")
                    expected = " ".join(key[int(i)] for i in lower.split(",") if i)
                checks.equal("comparisons", where, expected, wanted["value"])
            else:
                value = found[identifier, key] if identifier is not None else None
                checks.close("limits", "%s/%s" % (where, statistic), value, wanted["value"])


def letter(number):
    text = ""
    while number >= 0:
        text = chr(ord("A") + number % 26) + text
        number = number // 26 - 1
    return text
