import Definition
import Questionnaire

/// What declared rules found so far, and what those over the collection need to know at the end.
struct DeclaredTallies: Sendable {
  /// How many were checked against each rule, and how many broke it.
  var bases: [Int]
  var affected: [Int]
  /// By rule and group, what each function over units came to.
  var figures: [[[SetFigure]]]
  /// The number of units in each group of a rule.
  var counts: [[Int]]

  init(_ rules: [DeclaredRule]) {
    bases = rules.map { _ in 0 }
    affected = bases
    counts = rules.map { rule in (0..<Self.groups(of: rule)).map { _ in 0 } }
    figures = zip(rules, counts).map { rule, counts in
      counts.map { _ in rule.sets.map { _ in SetFigure() } }
    }
  }

  /// A group each code of the attribute; one of all units where there is none.
  static func groups(of rule: DeclaredRule) -> Int {
    rule.group?.codes.count ?? 1
  }

  mutating func merge(_ other: DeclaredTallies) {
    for rule in bases.indices {
      bases[rule] += other.bases[rule]
      affected[rule] += other.affected[rule]
      for group in counts[rule].indices {
        counts[rule][group] += other.counts[rule][group]
        for set in figures[rule][group].indices {
          figures[rule][group][set].merge(other.figures[rule][group][set])
        }
      }
    }
  }
}

extension DeclaredTallies {
  /// Takes one more unit into account in a rule about all of them.
  mutating func count(_ answers: RuleAnswers, by rule: DeclaredRule, _ index: Int) {
    guard rule.filter?.holds(for: answers) ?? true else { return }
    let slot =
      rule.group.map { answers.code(of: $0.variable.index) } ?? Optional(0)
    guard let slot else { return }
    counts[index][slot] += 1
    for (set, function) in rule.sets.enumerated() {
      function.add(answers, to: &figures[index][slot][set])
    }
  }
}
