import Testing

@testable import Drafting

struct JoinedTicksTests {
  private func options(_ cells: [(String, Int)], _ separator: String) -> [String]? {
    JoinedTicks(cells.map { .init(text: $0.0, count: $0.1) }, separator: separator)?.options
  }

  @Test func recurringPartsAreOptions() {
    #expect(options([("A; B", 2), ("B; C", 1), ("A", 3), ("C", 1)], "; ") == ["A", "B", "C"])
  }

  /// Nothing recurs in free text, whatever stands between its clauses.
  @Test func clausesAreNone() {
    #expect(options([("No; none", 1), ("Yes; but late", 1), ("Maybe", 1)], "; ") == nil)
    #expect(options([("Yes", 5), ("No", 3)], "; ") == nil)
  }

  /// MS Forms ends every option with the separator, even a single one.
  @Test func endedOptions() {
    #expect(options([("Mail;", 1), ("Web;", 1)], ";") == ["Mail", "Web"])
  }

  /// A comma within an option is put back where a small letter follows it always.
  @Test func optionsWithCommas() {
    let cells = [("E-mail, Expert, technical", 2), ("Expert, technical", 1), ("E-mail", 4)]
    #expect(options(cells, ", ") == ["E-mail", "Expert, technical"])
    // Qualtrics joins options by a comma alone.
    let tight = [("E-mail,Expert, technical", 2), ("Expert, technical", 1), ("E-mail", 4)]
    #expect(options(tight, ",") == ["E-mail", "Expert, technical"])
  }
}
