import SurveyTools
import Testing

@testable import Drafting

struct RankingTests {
  private func ranking(
    _ parts: [(String, [(String, Int)])], _ convention: HeaderConvention = .limesurvey
  ) -> String? {
    let group = OptionColumns(
      base: "q", title: "Q",
      parts: parts.enumerated().map { index, part in
        OptionColumns.Part(
          column: ExportColumn(
            position: index, heading: part.0, label: "", option: "",
            texts: part.1.map { .init(text: $0.0, count: $0.1) }, elsewhere: 0),
          option: part.0, code: nil, tool: convention.tool)
      })
    return Ranking(group, convention.tool).map { ranking in
      ranking.choices.map(\.label).joined(separator: " ") + ": "
        + ranking.columns.compactMap(\.part).joined(separator: " ")
    }
  }

  @Test func ranksOfOptions() {
    let each = [("1", 1), ("2", 1), ("3", 1)]
    #expect(ranking([("A", each), ("B", each), ("C", each)]) == "A B C: /a /b /c")
    // A scale: somebody gave two of them a 3.
    #expect(ranking([("A", [("3", 3)]), ("B", each), ("C", each)]) == nil)
    #expect(ranking([("A", each), ("B", each), ("C", [("1", 1), ("2", 1)])]) == nil)
    #expect(ranking([("A", [("1", 1)]), ("B", [("2", 1)]), ("C", [("3", 1)])]) == nil)
  }

  @Test func optionsOfRanks() {
    let first = [("Law", 2), ("Tax", 1)]
    let second = [("Tax", 2), ("Law", 1)]
    #expect(ranking([("1", first), ("2", second)]) == "Law Tax: [1] [2]")
    #expect(ranking([("Rank 1", [("Law", 1)]), ("Rank 2", [("Tax", 1)])]) == "Law Tax: [1] [2]")
    // Nobody can rank an option twice; other tools have numbered rows; and ranks begin with 1.
    #expect(ranking([("1", [("Law", 3)]), ("2", second)]) == nil)
    #expect(ranking([("1", first), ("2", second)], .googleForms) == nil)
    #expect(ranking([("2", first), ("3", second)]) == nil)
    // A word for ranks says so in an export of any tool.
    let words = [("Rank 1", [("Law", 1)]), ("Rank 2", [("Tax", 1)])]
    #expect(ranking(words, .plain) == "Law Tax: [1] [2]")
    #expect(ranking([("Rank 1", [("Law", 1)]), ("Tax", [("Law", 1)])], .plain) == nil)
  }

  /// Three people chose Law first, Tax first, and Law before Aid.
  @Test func ticksInAnOrder() {
    let law = [("1", 2), ("0", 1)]
    let tax = [("1", 1), ("0", 2)]
    let aid = [("2", 1), ("0", 2)]
    #expect(ranking([("A", law), ("B", tax), ("C", aid)], .surveySolutions) == "A B C: /a /b /c")
    // Plain ticks; a scale, of which 2 stands more often than 1; another tool; and a rank too high.
    #expect(ranking([("A", law), ("B", tax)], .surveySolutions) == nil)
    #expect(ranking([("A", aid), ("B", [("2", 1)]), ("C", tax)], .surveySolutions) == nil)
    #expect(ranking([("A", law), ("B", tax), ("C", aid)], .plain) == nil)
    #expect(ranking([("A", law), ("B", [("5", 1)])], .surveySolutions) == nil)
  }
}
