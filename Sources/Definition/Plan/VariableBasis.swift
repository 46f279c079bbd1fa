package import Questionnaire
import Tabulation

/// What decides the value that a unit has of a variable.
package enum VariableBasis: Hashable, Sendable {
  /// What registers say of it.
  case registers
  /// Whether it replied.
  case response
  /// Its answer to a question, by its index.
  case question(Int)
}

extension VariableCatalog {
  /// Of a `select_multiple` with so many choices every combination of ticks is told apart.
  package static let mostCombined = 8

  /// - Returns: nil where there are several.
  package func basis(of entry: Entry) -> VariableBasis? {
    switch entry.origin {
    case .question(let question): return .question(question)
    case .attribute(.response): return .response
    case .attribute: return .registers
    case .derived(let position, fromAnswers: _):
      let variable = derived[position]
      var found: Set<VariableBasis?> = []
      if let source = variable.source { found.insert(basis(of: entries[source])) }
      for condition in variable.deciding {
        for part in condition.conjuncts { found.insert(basis(of: part)) }
      }
      return found.count == 1 ? found.first ?? nil : nil
    }
  }

  /// What decides whether a condition holds.
  ///
  /// - Returns: nil where there are several, or where it asks more of an answer than its code, its
  ///   ticks, and what it is above or below, or for the day of receipt.
  package func basis(of condition: Condition) -> VariableBasis? {
    guard !condition.asksForReceipt else { return nil }
    let uses = condition.uses
    let found = Set(uses.keys.map { basis(of: entries[$0]) })
    guard found.count == 1,
      uses.allSatisfy({ variable, uses in
        uses.allSatisfy { isDecided($0, of: entries[variable]) }
      })
    else { return nil }
    return found.first ?? nil
  }

  private func isDecided(_ use: Condition.Use, of entry: Entry) -> Bool {
    guard case .question = entry.origin else { return true }
    switch (entry.variable.kind, use) {
    case (.code, _), (_, .isAnswered), (.codes, .tick), (.number, .comparison),
      (.date, .comparison):
      return true
    case (.codes, .ticks): return entry.codes.count <= Self.mostCombined
    case (.ranking, .rank(let rank)): return rank == 0
    case (.codes, _), (.ranking, _), (.number, _), (.date, _), (.text, _): return false
    }
  }
}
