import Basics
import Testing

@testable import Questionnaire

/// Sums and functions. What they give was worked out by hand from XPath 1.0 and ODK's form functions.
struct CalculationTests {
  private struct Answers: AnswerSource {
    var texts: [Int: String] = [:]
    var codes: [Int: Int] = [:]
    var ticks: Set<Int> = []
    var figures: [Rational?] = []

    func code(of variable: Int) -> Int? { codes[variable] }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { rank < 2 ? 1 - rank : nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { ticks.contains(code) }
    func text(of variable: Int) -> String { texts[variable] ?? "" }
    func figure(_ set: Int) -> Rational? { figures[set] }
  }

  private static let variables = [
    "a": Variable(index: 0, kind: .number), "b": Variable(index: 1, kind: .number),
    "blank": Variable(index: 2, kind: .number), "from": Variable(index: 3, kind: .date),
    "to": Variable(index: 4, kind: .date), "words": Variable(index: 5, kind: .text),
    "other_words": Variable(index: 6, kind: .text),
    "rating": Variable(index: 7, kind: .code(["1", "2", "3"])),
    "answer": Variable(index: 8, kind: .code(["yes", "no"])),
    "ticks": Variable(index: 9, kind: .codes(["mail", "web"])),
    "other_ticks": Variable(index: 9, kind: .codes(["mail", "web"])),
    "order": Variable(index: 10, kind: .ranking(["mail", "web"])),
  ]

  private static let answers = Answers(
    texts: [0: "0.1", 1: "0.2", 3: "2024-02-27", 4: "2024-03-01", 5: "Tél. +33 1", 6: "+33 1"],
    codes: [7: 2, 8: 0], ticks: [0, 1])

  private func condition(
    _ text: String, knowsTexts: Bool = true, withUnits: Bool = false
  ) throws -> Condition {
    let lookup: (String) -> Variable? = { Self.variables[$0] }
    let names = Self.variables.keys.sorted()
    return try Expression(parsing: text).bound(
      within: Expression.Scope(
        names: names, knowsTexts: knowsTexts, unit: withUnits ? (lookup, names) : nil,
        variable: lookup))
  }

  private static let values: [(String, String)] = [
    // Decimals add up as decimals.
    ("${a} + ${b}", "0.3"), ("${a} + ${b} = 0.3", "true"), ("3 * 1.1", "3.3"),
    ("1 - 0.9", "0.1"), ("7 div 2", "3.5"), ("7 mod 3", "1"), ("-7 mod 3", "-1"),
    ("1 div 4 = 0.25", "true"), ("2 + 3 * 4", "14"), ("${rating} * 2", "6"), ("-${a}", "-0.1"),
    // Neither large numbers nor quotients are rounded.
    ("9007199254740993 = 9007199254740992", "false"), ("9007199254740993 mod 2", "1"),
    ("9007199254740993 > 9007199254740992", "true"), ("0.3 div 0.1 >= 3", "true"),
    ("0.6 div 0.2 = 3", "true"), ("1 div 3 * 3 = 1", "true"), ("1 div 3 < 0.333333", "false"),
    ("999999999999999999.999999 - 999999999999999999.999998", "0.000001"),
    ("7.5 mod -2", "1.5"), ("1 div 0 > 5", "true"), ("1 div 0", "Infinity"),
    ("-1 div 0", "-Infinity"), ("0 div 0 = ''", "true"), ("0 div 0 = 0 div 0", "false"),
    // A hundred digits are no exact number any more, but still one.
    ("\(String(repeating: "9", count: 100)) > 1", "true"), ("10 div 4", "2.5"),
    // A blank makes no sum, and what is none is neither above nor below.
    ("${blank} + 1", ""), ("${blank} + 1 > 0", "false"), ("${blank} + 1 <= 0", "false"),
    ("coalesce(${blank}, 0) + 1", "1"), ("coalesce(${blank}, ${b})", "0.2"),
    // The days over 29 February.
    ("${to} - ${from}", "3"), ("${to} - '2024-01-01' > 59", "true"), ("${from} - ${to}", "-3"),
    ("${to} > date('2024-02-29')", "true"),
    ("if(${to} > ${from}, 'later', 'earlier')", "later"), ("if(${blank} = '', 1, 2)", "1"),
    ("if(${answer} = 'yes', ${a}, '') = 0.1", "true"),
    ("string-length(${words})", "10"), ("string-length(${blank})", "0"),
    ("string-length('é')", "1"), ("string-length(${answer})", "3"),
    ("contains(${words}, '33')", "true"), ("contains(${words}, '44')", "false"),
    ("starts-with(${words}, 'Tél')", "true"), ("ends-with(${words}, 'Tél')", "false"),
    ("contains(${words}, ${other_words})", "true"), ("${words} = ${other_words}", "false"),
    ("${words} = 'Tél. +33 1'", "true"), ("${words} != 'x'", "true"),
    // The whole text, as ODK has it, and whichever branch fits it.
    ("regex(${other_words}, '[+][0-9 ]+')", "true"), ("regex(${words}, '[+][0-9 ]+')", "false"),
    ("regex('ab', 'a|ab')", "true"), ("regex('', 'a?')", "true"), ("regex('ba', 'a')", "false"),
    ("regex(${a}, '[0-9]+[.][0-9]')", "true"),
    ("number('12.50')", "12.5"), ("number('a lot')", ""), ("number(${words}) > 0", "false"),
    ("int(2.9)", "2"), ("int(-2.9)", "-2"), ("abs(-3)", "3"), ("abs(${b} - ${a})", "0.1"),
    ("round(2.345, 2)", "2.35"), ("round(-2.5, 0)", "-2"), ("round(1 div 3, 3)", "0.333"),
    ("round(100 * 1 div 7, 1)", "14.3"),
    ("min(${a}, ${b}, ${blank})", "0.1"), ("max(${a}, ${b})", "0.2"),
    ("max(${blank}, ${blank})", ""),
    // Answers of several choices are the same or others; a ranking by its order.
    ("${ticks} = ${other_ticks}", "true"), ("${ticks}", "mail web"), ("${order}", "web mail"),
    ("${order} != ${order}", "false"),
  ]

  @Test(arguments: values)
  func value(text: String, expected: String) throws {
    #expect(try condition(text).text(for: Self.answers) == expected)
  }

  @Test(arguments: [
    ("${words} + 1 > 0", "not-a-number"), ("${answer} * 2 = 2", "not-a-number"),
    ("${from} + 1 = 2", "not-a-number"), ("${ticks} + 1 = 2", "not-a-number"),
    ("abs('x') = 1", "not-a-number"), ("(${a} = 1) + 1 = 2", "not-a-number"),
    ("regex(${words}, '[') ", "regex"), ("regex(${words}, ${other_words})", "regex"),
    ("date('29.7.2005') < ${to}", "date-comparison"), ("date(${from}) < ${to}", "date-comparison"),
    ("if(${answer} = 'yes', 1, 'one') = 1", "kind"), ("coalesce(${a}, ${from}) = 1", "kind"),
    ("if(true(), 'a', 'b') > 'a'", "kind"),
    ("string-length(${words}) = ${from}", "date-comparison"),
    ("${a} = coalesce(${words}, 'x')", "kind"),
    ("${to} - ${from} = '2024-01-01'", "number-comparison"),
    ("count(${answer} = 'yes') > 1", "no-set"), ("sum(${a}) > 1", "no-set"),
    ("max(${a}) > 1", "no-set"),
  ])
  func isRefused(text: String, rule: String) {
    let error = #expect(throws: Expression.BindingError.self) { try condition(text) }
    #expect(error?.id.name == rule, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    "string-length(${words}) > 1", "regex(${words}, 'a')", "contains(${words}, 'a')",
    "${words} = 'x'", "coalesce(${words}, 'x') = 'x'",
  ])
  func wordsThatAreNotAtHand(text: String) {
    let error = #expect(throws: Expression.BindingError.self) {
      try condition(text, knowsTexts: false)
    }
    #expect(error?.id.name == "text-comparison")
  }

  /// Only the questions whose words matter are asked for.
  @Test func textsThatMatter() throws {
    #expect(try condition("${words} != '' and contains(${other_words}, '3')").texts == [6])
    #expect(try condition("${words} = ''").texts == [])
    #expect(try condition("count(regex(${words}, 'a')) > 1", withUnits: true).texts == [5])
  }

  @Test func functionsOverUnits() throws {
    let text =
      "count(${answer} = 'yes') div count(true()) > 0.5 and sum(${a}) = 0.3 and min(${a}) = 0 "
      + "and max(${a}) = 0.2 and count-non-empty(${words}) = 1"
    let condition = try condition(text, withUnits: true)
    let units = [
      Answers(texts: [0: "0.1", 5: "x"], codes: [8: 0]), Answers(texts: [0: "0.2"], codes: [8: 0]),
      Answers(texts: [0: "0"], codes: [8: 1]), Answers(),
    ]
    // In two parts that are merged, and in one.
    var figures = condition.sets.map { _ in SetFigure() }
    for part in [units[..<2], units[2...]] {
      for (index, set) in condition.sets.enumerated() {
        var figure = SetFigure()
        for unit in part { set.add(unit, to: &figure) }
        figures[index].merge(figure)
      }
    }
    let values = zip(condition.sets, figures).map { $0.value($1) }
    #expect(values.map { $0?.fullText } == ["2", "4", "0.3", "0", "0.2", "1"])
    #expect(!condition.holds(for: Answers(figures: values)))
    #expect(condition.holds(for: Answers(figures: [3] + values.dropFirst())))
  }

  /// Numbers of 38 digits are summed without rounding, also in parts; three thirds are one.
  @Test(arguments: [
    (
      ["99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001"],
      "sum(${a}) = 99999999999999999999999999999999999999.00000000000000000000000000000000000001"
    ),
    (
      ["99999999999999999999999999999999999999", "99999999999999999999999999999999999998"],
      "max(${a}) - min(${a}) = 1 and sum(${a}) = 199999999999999999999999999999999999997"
    ),
    (["1", "1", "1"], "sum(${a} div 3) = 1"),
    (["1", "2"], "min(${a} div 3) * 3 = 1 and sum(${a} div 3) = 1"),
  ])
  func figuresOverUnitsAreExact(numbers: [String], text: String) throws {
    let condition = try condition(text, withUnits: true)
    let values = condition.sets.map { set in
      let parts = numbers.map { number in
        var figure = SetFigure()
        set.add(Answers(texts: [0: number]), to: &figure)
        return figure
      }
      var all = SetFigure()
      for part in parts { all.merge(part) }
      return set.value(all)
    }
    #expect(condition.holds(for: Answers(figures: values)), "\(values)")
  }

  @Test func leastOfNothingIsBlank() throws {
    let condition = try condition("min(${a}) < 1 or max(${a}) > 0", withUnits: true)
    let values = condition.sets.map { $0.value(SetFigure()) }
    #expect(!condition.holds(for: Answers(figures: values)))
  }
}
