import Questionnaire
import Tabular
import Tabulation
import Testing

@testable import Aggregation

/// Which fields of a question are told apart.
struct KindFieldTests {
  private static func variables(_ kind: Variable.Kind) -> Variables {
    var variables = Variables()
    variables.addQuestion(Variable(index: 0, kind: kind), scale: nil)
    return variables
  }

  private static func names(_ count: Int) -> [String] { (0..<count).map { "c\($0)" } }

  /// Kind of variable, how many fields it can have, and fields with their numbers: marks first, then
  /// codes in their order, ticks as digits in base 2.
  private static let closed: [(Variable.Kind, Int, [(String, Int?)])] = [
    (.code(names(3)), 7, [(".", 0), ("/", 1), ("~", 2), ("?", 3), ("a", 4), ("c", 6), ("d", nil)]),
    (.code(names(3)), 7, [("aa", nil), ("A", nil), ("t", nil), ("1", nil)]),
    (.code(names(30)), 34, [(".", 0), ("aa", 4), ("ab", 5), ("bd", 33), ("be", nil), ("a", nil)]),
    (
      .codes(names(3)), 12, [("/", 1), ("___", 4), ("a__", 5), ("_b_", 6), ("a_c", 9), ("abc", 11)]
    ),
    (.codes(names(3)), 12, [("ab", nil), ("abcd", nil)]),
    (.text, 5, [("?", 3), ("t", 4), ("a", nil)]),
  ]

  @Test(arguments: closed)
  func cellsOfClosedQuestions(kind: Variable.Kind, count: Int, fields: [(String, Int?)]) {
    let field = KindField(question: 0, Self.variables(kind))
    #expect(field.count == count)
    var open = TextTable()
    for (text, number) in fields {
      #expect(field.number(of: Array(text.utf8)[...], &open) == number, "\(text)")
      if let number { #expect(field.field(number, open) == Array(text.utf8)) }
    }
    #expect(open.count == 0)
  }

  /// Numbers, dates, rankings and long lists of ticks in the order in which they are met, as many as
  /// there is room for.
  @Test(arguments: [Variable.Kind.number, .date, .ranking(names(3)), .codes(names(11))])
  func cellsOfOpenQuestions(kind: Variable.Kind) {
    let field = KindField(question: 0, Self.variables(kind))
    var open = TextTable()
    for (text, number) in [("12", 0), (".", 1), ("-3", 2), ("12", 0)] {
      #expect(field.number(of: Array(text.utf8)[...], &open) == number)
      #expect(field.field(number, open) == Array(text.utf8))
    }
    for number in 3..<field.count {
      #expect(field.number(of: Array("n\(number)".utf8)[...], &open) == number)
    }
    #expect(field.number(of: Array("more".utf8)[...], &open) == nil)
    #expect(field.number(of: Array("12".utf8)[...], &open) == 0)
  }
}
