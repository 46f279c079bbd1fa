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
            return self(variable.source, rule["of"])
        if "where" not in rule or not self.groups([rule["where"]]):
            return None
        return "(%s) IS NOT NULL" % self.decided(rule["where"])

    def decided(self, text):
        """A condition that is NULL where it rests on choices that a unit was not asked about, or none of
        which it was offered."""
        return self.answers.condition(
            text, is_open="false", unchosen=self.groups([text]), asked_alone=True)

    def groups(self, conditions, wanted=(True, False)):
        """The choices, by their variables, that conditions ask for and that somebody may not have been
        offered, each with all that it stands for: "this or that", "neither this nor that"."""
        found = {}
        for text in conditions:
            for name, codes, is_wanted, _ in grouped(tree(text)):
                if is_wanted in wanted and self(self.answers.variables[name], codes) is not None:
                    for code in codes:
                        found.setdefault((name, code), []).append(codes)
        return found

    def unchosen(self, text):
        return self.groups([text], wanted=(False,))


def grouped(node, denied=False):
    """The choices that a condition asks for: [name, codes, whether one is to be made, where it stands]."""
    kind, *parts = node
    if kind == "choice":
        name, code, expected, _ = parts
        return [[name, [code], expected != denied, None]]
    if kind == "other":
        return []
    if kind == "not":
        return grouped(parts[0], not denied)
    is_all = (kind == "and") != denied
    joined = []
    for part in parts:
        for name, codes, wanted, chain in grouped(part, denied):
            chain = is_all if chain in (None, is_all) else "closed"
            own = next((group for group in joined if group[0] == name and group[2] == wanted
                        and wanted != is_all and group[3] == chain != "closed"), None)
            if own:
                own[1] += codes
            else:
                joined.append([name, list(codes), wanted, chain])
    return joined


def tree(text):
    """A condition as nested tuples: what holds of a choice (name, code, whether it is to be made, the
    text), what is about something else (its text), and what joins them."""
    tokens, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        tokens.append(match.groups() + (match.group().strip(),))
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
        ticked, choice, name, sign, value, _, word, own = tokens.pop(0)
        if word:
            inner = either()
            tokens.pop(0)
            return ("not", inner) if word == "not(" else inner
        if ticked:
            return "choice", ticked, choice, True, own
        if name and sign in ("=", "!=") and value.startswith("'"):
            return "choice", name, value[1:-1], sign == "=", own
        return "other", own

    return either()


TOKEN = re.compile(
    r" *(?:selected\(\$\{(\w+)\}, '([^']*)'\)|\$\{(\w+)\} (<=|>=|!=|=|<|>) ('[^']*'|-?[0-9.]+)"
    r"|(count-selected\(\$\{\w+\}\) >= [0-9]+)|(not\(|and\b|or\b|[()]))")
