package import Basics
package import Phrases
import Questionnaire

/// The words for shares: one scale a collection, printed with its report.
///
/// `QuantifierKey` declares what an entry has. Bounds are compared with the exact share: 51 of 52 is
/// never "all".
package struct QuantifierScale: Sendable {
  package struct Entry: Sendable {
    package let word: String
    /// The bound in hundredths of a per cent.
    let bound: Int
    let isExact: Bool

    /// How the entry reads in the scale that is printed with the report.
    package func meaning(_ numbers: NumberStyle) -> String {
      let whole = bound / 100
      let rest = bound % 100
      let figure = rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
      let text = numbers.figure(figure)
      return numbers.language.text(isExact ? .exactly(text) : .orMore(text))
    }
  }

  package let entries: [Entry]

  init(_ node: DefinitionNode?) throws(RunError) {
    var entries: [Entry] = []
    for item in try node?.list() ?? [] {
      let entry = try Self.entry(item)
      try Self.check(entry, after: entries, item)
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The word for a share, or nil where the scale has none or the base is empty.
  package func word(for numerator: Int, of base: Int) -> String? {
    base > 0 ? word(for: Rational.percent(numerator, of: base)) : nil
  }

  /// The word for a share in per cent.
  package func word(for percent: Rational) -> String? {
    entries.first { entry in
      let bound = Rational(Int128(entry.bound), over: 100)
      return entry.isExact ? percent == bound : percent >= bound
    }?.word
  }

  private static func entry(_ item: DefinitionNode) throws(RunError) -> Entry {
    try item.allowOnly(QuantifierKey.self)
    let word = try item.required(QuantifierKey.word).text()
    guard !word.allSatisfy(\.isWhitespace) else {
      throw item.error(id: .pipeline(.noWord), "the word is empty; expected one such as 'most'")
    }
    guard let exact = item[QuantifierKey.exactly] else {
      return Entry(
        word: word, bound: try bound(item.required(QuantifierKey.atLeast)), isExact: false)
    }
    guard item[QuantifierKey.atLeast] == nil else {
      throw item.error(
        id: .pipeline(.twoBounds),
        "'\(word)' has both 'exactly' and 'at-least'; expected one of them. Delete the other")
    }
    return Entry(word: word, bound: try bound(exact), isExact: true)
  }

  /// Every entry must be one that a share can reach: the first that holds gives the word.
  private static func check(
    _ entry: Entry, after earlier: [Entry], _ item: DefinitionNode
  ) throws(RunError) {
    guard !earlier.contains(where: { $0.word == entry.word }) else {
      throw item.error(
        id: .pipeline(.quantifierTwice),
        "the word '\(entry.word)' stands twice; expected each word once in the scale")
    }
    let hiding = earlier.first { other in
      other.isExact ? entry.isExact && other.bound == entry.bound : other.bound <= entry.bound
    }
    guard let hiding else { return }
    throw item.error(
      id: .pipeline(.quantifierOrder),
      "'\(entry.word)' (\(entry.meaning(.english))) would never be said, because '\(hiding.word)' "
        + "(\(hiding.meaning(.english))) stands before it and the first entry that holds gives "
        + "the word; "
        + "expected bounds that fall, and 'exactly' before an 'at-least' that takes it in")
  }

  private static func bound(_ node: DefinitionNode) throws(RunError) -> Int {
    let text = try node.text()
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count <= 2, parts[0].utf8.count <= 3, decimals.utf8.count <= 2,
      let whole = CalendarDate.number(parts[0]),
      decimals.isEmpty ? parts.count == 1 : CalendarDate.number(decimals) != nil,
      let hundredths = Int((decimals + "00").prefix(2)), whole * 100 + hundredths <= 10_000
    else {
      throw node.error(
        id: .yaml(.notAShare),
        "found '\(text)'; expected per cent from 0 to 100 with at most two decimals")
    }
    return whole * 100 + hundredths
  }
}
