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
        offered = self.texts(variable, codes)
        if offered is None:
            return None
        chosen = "list_has_any(%s, CAST([%s] AS VARCHAR[]))" % (
            variable.column(), ", ".join(map(quoted, codes)))
        return "(%s)" % " OR ".join(
            ["(%s)" % self.answers.condition(text) for text in offered] + [chosen])

    def texts(self, variable, codes):
        """The conditions of which one must hold."""
        found = []
        for code in codes:
            own = self.texts_of(variable, code)
            if own is None:
                return None
            found += own
        return found

    def texts_of(self, variable, code):
        if variable.name in self.conditions:
            return self.conditions[variable.name].get(code)
        rule = getattr(variable, "rules", {}).get(code, {})
        return self.texts(variable.source, rule["of"]) if "of" in rule else None
