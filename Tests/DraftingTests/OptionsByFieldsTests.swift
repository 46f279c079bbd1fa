import SurveyTools
import Testing

@testable import Drafting

struct OptionsByFieldsTests {
  /// Columns with ten records: each a heading, and the texts with their counts.
  private func groups(_ columns: [(String, [(String, Int)])]) -> [String] {
    let columns = columns.enumerated().map { index, column in
      ExportColumn(
        position: index, heading: column.0, label: "", option: "",
        texts: column.1.map { .init(text: $0.0, count: $0.1) }, elsewhere: 0)
    }
    return OptionsByFields(records: 10, tool: HeaderConvention.plain.tool).groups(of: columns).map {
      group in
      "\(group.base): "
        + group.parts.map { part in
          "\(part.code ?? "")/\(part.option)/\(part.tick ?? "")"
        }.joined(separator: " ")
    }
  }

  @Test func ownTexts() {
    // Either hyphen may be the one before the option, the last is tried first.
    #expect(
      groups([("A - Which - x", [("x", 3)]), ("A - Which - y", [("Y", 2)])])
        == ["A - Which: /x/ /y/"])
    #expect(groups([("q_x", [("x", 3)]), ("q_y", [("y", 2)])]) == ["q: /x/ /y/"])
    // Nobody ticked the last one.
    #expect(
      groups([("q: x", [("x", 3)]), ("q: y", [("y", 2)]), ("q: z", [])]) == ["q: /x/ /y/ /z/"])
  }

  @Test func marksAndCodes() {
    let marks = [("1", 3), ("0", 7)]
    #expect(groups([("q - x", marks), ("q - y", marks)]) == ["q: /x/ /y/"])
    #expect(groups([("q_1", marks), ("q_2", marks)]) == ["q: /1/ /2/"])
    #expect(
      groups([("q_1", [("Tea", 3)]), ("q_2", [("Milk", 4)])]) == ["q: 1/Tea/Tea 2/Milk/Milk"])
    #expect(groups([("q - x", [("4", 3)]), ("q - y", [("5", 4)])]) == ["q: /x/4 /y/5"])
  }

  /// Names that share a word, answers of several kinds, columns that are filled everywhere, and such
  /// as do not stand side by side.
  @Test func noOptions() {
    let marks = [("1", 3), ("0", 7)]
    #expect(groups([("has_car", marks), ("has_bike", marks)]) == [])
    #expect(groups([("q - x", [("good", 5), ("bad", 5)]), ("q - y", [("good", 5)])]) == [])
    #expect(groups([("q - x", [("Rome", 10)]), ("q - y", [("Italy", 10)])]) == [])
    #expect(groups([("q - x", [("x", 3)]), ("age", [("7", 3)]), ("q - y", [("y", 3)])]) == [])
    #expect(groups([("q - x", [("x", 3)])]) == [])
    #expect(groups([("q - x", [("Bad", 3)]), ("q - y", [("Bad", 2)])]) == [])
  }
}
