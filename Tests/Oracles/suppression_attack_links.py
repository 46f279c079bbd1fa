"""Which counts add up to which, for suppression_attack.py.

Everything that can be said of one variable divides a set of units: its codes and answer states,
nets, the codes of variables derived from it, the conditions that it stands in. Those parts of a set
that are printed cut it into pieces, and each printed part is the sum of its pieces.
"""

from suppression_attack_events import divisions
from suppression_attack_figures import added


class Links:
    def __init__(self, figures, tables, all_features):
        self.all_features = all_features
        self.figures, self.universe = figures, figures.universe
        self.divisions = divisions(self.universe, tables, all_features)
        self.equations = {}  # the terms as a tuple -> the terms
        self.pieces = set()  # sets that follow from those in tables

    def find(self):
        figures = self.figures
        wholes = set(figures.contexts)
        wholes |= {figures.vectors[n] for n in figures.printed if figures.vectors[n] is not None}
        for whole in sorted(wholes - {0}):
            self.divide(whole)
        self.pieces -= figures.printed.keys() | figures.public
        return list(self.equations.values())

    def divide(self, whole):
        figures = self.figures
        number = figures.number.get(whole)
        is_public = self.universe.is_public(whole)
        is_known = is_public and self.all_features or number in figures.printed
        by_variable = []
        for division in self.divisions:
            parts = set()
            for event, event_is_public in division.events:
                part = whole & event
                if part and part != whole:
                    found = figures.number.get(part)
                    if is_public and event_is_public and self.all_features:
                        parts.add(part)
                    elif found in figures.printed:
                        parts.add(part)
            if len(parts) + is_known > 1:
                by_variable.append((parts, division.has_pieces))
        for parts, has_pieces in by_variable:
            self.relate(whole, parts, is_known or len(by_variable) > 1, has_pieces)

    def relate(self, whole, parts, with_whole, has_pieces):
        """Says of the whole and of each of its parts which pieces they are made of."""
        pieces = [whole]
        for part in sorted(parts):
            pieces = [half for piece in pieces for half in (piece & part, piece & ~part) if half]
        for part in sorted(parts | {whole} if with_whole else parts):
            within = [piece for piece in pieces if piece & part]
            if within == [part]:
                continue
            numbers = [self.figures.set(piece) for piece in within]
            if has_pieces:
                self.pieces |= set(numbers)
            terms = added([(self.figures.set(part), -1)] + [(n, 1) for n in numbers])
            self.equations.setdefault(tuple(sorted(terms.items())), (terms, 0))
