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
        tokens, at = [], 0
        while at < len(text):
            match = self.TOKEN.match(text, at)
            tokens.append(match.groups())
            at = match.end()
        return self.either(tokens)

    def either(self, tokens):
        offers = [self.both(tokens)]
        while tokens and tokens[0][6] == "or":
            tokens.pop(0)
            offers.append(self.both(tokens))
        return None if None in offers else "(%s)" % " OR ".join(offers)

    def both(self, tokens):
        offers = [self.one(tokens)]
        while tokens and tokens[0][6] == "and":
            tokens.pop(0)
            offers.append(self.one(tokens))
        offers = [offer for offer in offers if offer is not None]
        return "(%s)" % " AND ".join(offers) if offers else None

    def one(self, tokens):
        ticked, choice, name, sign, value, _, word = tokens.pop(0)
        if word:
            inner = self.either(tokens)
            tokens.pop(0)
            return None if word == "not(" else inner
        if ticked:
            return self.of(self.answers.variables[ticked], choice)
        if name and sign == "=" and value.startswith("'"):
            return self.of(self.answers.variables[name], value[1:-1])
        return None
