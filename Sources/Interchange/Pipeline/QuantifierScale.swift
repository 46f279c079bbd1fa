import Questionnaire
import Tabular

/// The words for shares: one scale a collection, printed with its report.
///
/// ```yaml
/// quantifiers:
///   - {word: all, exactly: 100}
///   - {word: almost all, at-least: 90}
///   - {word: none, exactly: 0}
/// ```
/// The first entry that holds gives the word, so the order is from large to small. Bounds are
/// per cent and held against the exact share: 51 of 52 is never "all".
package struct QuantifierScale: Sendable {
  package struct Entry: Sendable {
    package let word: String
    /// The bound in hundredths of a per cent.
    let bound: Int
    let isExact: Bool

    /// How the entry reads in the scale that is printed with the report.
    package var meaning: String {
      let whole = bound / 100
      let rest = bound % 100
      let figure = rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
      return isExact ? "exactly \(figure) per cent" : "\(figure) per cent or more"
    }
  }

  package let entries: [Entry]

  init(_ node: DefinitionNode?) throws(RunError) {
    var entries: [Entry] = []
    for item in try node?.list() ?? [] {
      try item.allowOnly(["word", "exactly", "at-least"])
      let word = try item.required("word").text()
      if let exact = item["exactly"] {
        entries.append(Entry(word: word, bound: try Self.bound(exact), isExact: true))
      } else {
        let bound = try Self.bound(item.required("at-least"))
        entries.append(Entry(word: word, bound: bound, isExact: false))
      }
    }
    self.entries = entries
    try check(node)
  }

  /// The word for a share, or nil where the scale has none or the base is empty.
  package func word(for numerator: Int, of base: Int) -> String? {
    guard base > 0 else { return nil }
    return entries.first { entry in
      let share = numerator * 10_000
      let bound = entry.bound * base
      return entry.isExact ? share == bound : share >= bound
    }?.word
  }

  private func check(_ node: DefinitionNode?) throws(RunError) {
    guard let node else { return }
    let bounds = entries.filter { !$0.isExact }.map(\.bound)
    guard bounds == bounds.sorted(by: >) else {
      throw node.error(
        rule: "quantifier-order",
        "the bounds of 'at-least' do not fall from entry to entry; the first entry that holds "
          + "gives the word, so expected the largest bound first")
    }
    guard Set(entries.map(\.word)).count == entries.count else {
      throw node.error(
        rule: "quantifier-twice", "a word stands twice; expected each word once in the scale")
    }
  }

  private static func bound(_ node: DefinitionNode) throws(RunError) -> Int {
    let text = try node.text()
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count <= 2, let whole = CalendarDate.number(parts[0]), decimals.utf8.count <= 2,
      decimals.isEmpty ? parts.count == 1 : CalendarDate.number(decimals) != nil,
      let hundredths = Int((decimals + "00").prefix(2)), whole * 100 + hundredths <= 10_000
    else {
      throw node.error(
        rule: "not-a-share",
        "'\(text)' stands here; expected per cent from 0 to 100 with at most two decimals")
    }
    return whole * 100 + hundredths
  }
}
