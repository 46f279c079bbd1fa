"""Who was offered a choice, for random_tables.py: the `choice_filter` of a question, in which the
column `area` of the choices stands by its bare name. A choice with several rows is offered by each."""

import re
from collections import defaultdict


def quoted(text):
    return "'%s'" % text.replace("'", "''")


class Offers:
    """`(variable, codes)`: in SQL, who was offered one of the codes or chose one all the same; None
    where one of them is offered to whoever is asked."""

    def __init__(self, answers, survey, choices):
        self.answers = answers
        self.conditions = {}
        for row in survey:
            text = row.get("choice_filter", "")
            if not text:
                continue
            own = self.conditions[row["name"]] = defaultdict(list)
            for choice in choices:
                if choice["list_name"] == row["type"].partition(" ")[2]:
                    own[choice["name"]].append(
                        re.sub(r"\barea\b", quoted(choice["area"]), text))

    def __call__(self, variable, codes):
        offered = self.any_of(variable, codes)
        if offered is None:
            return None
        chosen = "list_has_any(%s, CAST([%s] AS VARCHAR[]))" % (
            variable.column(), ", ".join(map(quoted, codes)))
        return "(%s OR %s)" % (offered, chosen)

    def any_of(self, variable, codes):
        """Who was offered one of some codes, without those who chose one all the same."""
        offers = [self.of(variable, code) for code in codes]
        return None if None in offers else "(%s)" % " OR ".join(offers)

    def of(self, variable, code):
        if variable.name in self.conditions:
            texts = self.conditions[variable.name].get(code)
            return texts and "(%s)" % " OR ".join(
                "(%s)" % self.answers.condition(text) for text in texts)
        rule = getattr(variable, "rules", {}).get(code, {})
        if "of" in rule:
            return self.any_of(variable.source, rule["of"])
        return self.of_condition(rule["where"]) if "where" in rule else None

    TOKEN = re.compile(
        r" *(?:selected\(\$\{(\w+)\}, '([^']*)'\)|\$\{(\w+)\} (<=|>=|!=|=|<|>) ('[^']*'|-?[0-9.]+)"
        r"|(count-selected\(\$\{\w+\}\) >= [0-9]+)|(not\(|and\b|or\b|[()]))")

    def of_condition(self, text):
        """Who was offered the choices that a condition asks for; None where nobody can say."""
        return self.asked_for(tree(text))

    def asked_for(self, node, denied=False):
        kind, *parts = node
        if kind == "choice":
            name, code, _ = parts
            return self.of(self.answers.variables[name], code)
        if kind == "not":
            return self.asked_for(parts[0], not denied)
        if kind == "other":
            return None
        offers = [self.asked_for(part, denied) for part in parts]
        if (kind == "and") == denied:
            return None if None in offers else "(%s)" % " OR ".join(offers)
        offers = [offer for offer in offers if offer is not None]
        return "(%s)" % " AND ".join(offers) if offers else None

    def unchosen(self, conditions):
        """The choices, by their variables, that must not be made for one of some conditions to hold, and
        that somebody may not have been offered."""
        def found(node, denied=False):
            kind, *parts = node
            if kind == "choice":
                name, code, expected = parts
                return {(name, code)} if expected == denied else set()
            if kind == "other":
                return set()
            return set().union(*[found(part, denied != (kind == "not")) for part in parts])
        return {(name, code) for text in conditions for name, code in found(tree(text))
                if self.of(self.answers.variables[name], code) is not None}


def tree(text):
    """A condition as nested tuples: what holds of a choice (name, code, whether it is to be made), what
    is about something else, and what joins them."""
    tokens, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        tokens.append(match.groups())
        at = match.end()

    def joined(word, part):
        parts = [part()]
        while tokens and tokens[0][6] == word:
            tokens.pop(0)
            parts.append(part())
        return parts[0] if len(parts) == 1 else (word, *parts)

    def either():
        return joined("or", lambda: joined("and", one))

    def one():
        ticked, choice, name, sign, value, _, word = tokens.pop(0)
        if word:
            inner = either()
            tokens.pop(0)
            return ("not", inner) if word == "not(" else inner
        if ticked:
            return "choice", ticked, choice, True
        if name and sign in ("=", "!=") and value.startswith("'"):
            return "choice", name, value[1:-1], sign == "="
        return ("other",)

    return either()


TOKEN = re.compile(
    r" *(?:selected\(\$\{(\w+)\}, '([^']*)'\)|\$\{(\w+)\} (<=|>=|!=|=|<|>) ('[^']*'|-?[0-9.]+)"
    r"|(count-selected\(\$\{\w+\}\) >= [0-9]+)|(not\(|and\b|or\b|[()]))")
