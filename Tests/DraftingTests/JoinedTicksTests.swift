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

  /// What stands once beside options that recur and are joined with each other.
  @Test func writeIns() throws {
    let cells = [("A;B", 2), ("A", 5), ("B", 3), ("A;x", 1), ("y;z;B", 1), ("w", 1)]
    let ticks = try #require(
      JoinedTicks(cells.map { .init(text: $0.0, count: $0.1) }, separator: ";"))
    #expect(ticks.options == ["A", "B"])
    #expect(ticks.writeIns == ["x", "y", "z", "w"])
    // Answers that recur but are never joined with each other are no options of one cell.
    #expect(options([("A", 5), ("B", 3), ("A;x", 1), ("B;y", 1), ("z", 1)], ";") == nil)
    // Nor are they where most of what stands there stands once.
    #expect(options([("A;B", 2), ("a;b", 1), ("c;d", 1), ("e;f", 1), ("g", 1)], ";") == nil)
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
