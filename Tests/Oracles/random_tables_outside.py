"""Which choices a condition leaves out, for random_tables.py: a unit that has one cannot meet it,
whatever else it answered. The logic is that of three values, of which None is "it depends"."""

import re

TOKEN = re.compile(
    r"(?P<counted>count-selected\(\$\{\w+\}\) >= [0-9]+)"
    r"|selected\(\$\{(?P<ticked>\w+)\}, '(?P<tick>[^']*)'\)"
    r"|\$\{(?P<name>\w+)\} (?P<sign><=|>=|!=|=|<|>) (?P<value>'[^']*'|-?[0-9.]+)"
    r"|(?P<word>not|and|or|\(|\))|\s+")


def parsed(text):
    """Nested tuples: ("not", a), ("and", a, b), ("or", a, b), or ("leaf", match)."""
    tokens = [match for match in TOKEN.finditer(text) if match.group().strip()]
    assert "".join(m.group() for m in tokens).replace(" ", "") == text.replace(" ", ""), text

    def take(word):
        assert tokens.pop(0)["word"] == word
        return None

    def term():
        if tokens[0]["word"] == "not":
            tokens.pop(0)
            return ("not", term())
        if tokens[0]["word"] == "(":
            take("(")
            inner = expression()
            take(")")
            return inner
        return ("leaf", tokens.pop(0))

    def expression():
        left = term()
        while tokens and tokens[0]["word"] in ("and", "or"):
            left = (tokens.pop(0)["word"], left, term())
        return left

    return expression()


def joined(word, left, right):
    decides = word == "or"
    if decides in (left, right):
        return decides
    return None if None in (left, right) else not decides


def negated(truth):
    return None if truth is None else not truth


class LeftOut:
    """`(condition, variable, code)`: whether the condition leaves out whoever has the code."""

    def __init__(self, answers):
        self.variables = answers.variables
        self.questions = {variable.name for variable, _ in answers.questions}

    def __call__(self, condition, variable, code):
        if self.truth(parsed(condition), self.known(variable, code), variable, code) is False:
            return True
        rule = getattr(variable, "rules", {}).get(code, {})
        return "of" in rule and all(
            self(condition, variable.source, choice) for choice in rule["of"])

    def known(self, variable, code):
        """The codes of variables that follow from a code of one: of a question with one answer all
        that rest on it alone."""
        if variable.kind != "single":
            return {}
        known = {variable.name: [code]}
        if variable.name not in self.questions:
            return known
        for name, derived in self.variables.items():
            if hasattr(derived, "rules") and self.given(derived) == {variable.name}:
                having = [rule for rule, item in derived.rules.items()
                          if self.holds(item, derived.source, known)]
                known[name] = having if derived.is_multiple else having[:1]
        return known

    def given(self, variable):
        if not hasattr(variable, "rules"):
            return {variable.name}
        names = set(re.findall(r"\$\{(\w+)\}", " ".join(
            item.get("where", "") for item in variable.rules.values())))
        sources = [self.variables[name] for name in names]
        return set().union(*[self.given(v) for v in sources + [variable.source] if v is not None])

    def holds(self, item, source, known):
        if "where" in item:
            return self.truth(parsed(item["where"]), known, None, None)
        if "of" in item:
            return bool(set(item["of"]) & set(known[source.name]))
        point = self.point(source, known)
        return point is not None and item.get("from", point) <= point and (
            "below" not in item or point < item["below"])

    def point(self, variable, known):
        code = (known[variable.name] or [None])[0]
        return int(code) if variable.is_scale and code in variable.substantive else None

    def truth(self, node, known, variable, code):
        if node[0] == "not":
            return negated(self.truth(node[1], known, variable, code))
        if node[0] in ("and", "or"):
            return joined(node[0], *[self.truth(n, known, variable, code) for n in node[1:]])
        leaf = node[1]
        if leaf["ticked"]:
            if leaf["ticked"] in known:
                return leaf["tick"] in known[leaf["ticked"]]
            is_own = variable is not None and variable.is_multiple and (
                leaf["ticked"], leaf["tick"]) == (variable.name, code)
            return True if is_own else None
        if leaf["counted"]:
            name, least = re.match(r".*\{(\w+)\}\) >= (\d+)", leaf["counted"]).groups()
            return len(known[name]) >= int(least) if name in known else None
        if leaf["name"] not in known:
            return None
        own, sign, value = self.variables[leaf["name"]], leaf["sign"], leaf["value"]
        if sign in ("=", "!="):
            has = (known[own.name] or [""])[0] == value.strip("'")
            return has == (sign == "=")
        point = self.point(own, known)
        return point is not None and {
            "<": point < int(value), "<=": point <= int(value), ">": point > int(value),
            ">=": point >= int(value)}[sign]
