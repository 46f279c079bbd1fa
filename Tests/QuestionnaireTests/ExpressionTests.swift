import Testing

@testable import Questionnaire

struct ExpressionTests {
  private typealias Node = Expression.Node

  private static let a = Node.reference("a")
  private static let b = Node.reference("b")
  private static let c = Node.reference("c")

  private static let trees: [(String, Node)] = [
    ("${a}", a),
    (".", .current),
    ("'yes'", .text("yes")),
    ("\"it's\"", .text("it's")),
    ("''", .text("")),
    ("12.5", .number(12.5)),
    ("true()", .boolean(true)),
    ("false( )", .boolean(false)),
    ("not(${a})", .not(a)),
    ("selected(${a}, 'x')", .selected(a, "x")),
    ("selected(., \"x y\")", .selected(.current, "x y")),
    ("count-selected(${a})", .countSelected(a)),
    ("${a}='x'", .compare(.equal, a, .text("x"))),
    ("${a}!='x'", .compare(.notEqual, a, .text("x"))),
    (".>=1", .compare(.greaterOrEqual, .current, .number(1))),
    (" \n.\t<= 1", .compare(.lessOrEqual, .current, .number(1))),
    // XPath 1.0, section 3.4: or, and, equality, relation, from loose to tight; left to right.
    ("${a} or ${b} and ${c}", .or(a, .and(b, c))),
    ("${a} and ${b} or ${c}", .or(.and(a, b), c)),
    ("(${a} or ${b}) and ${c}", .and(.or(a, b), c)),
    ("${a} or ${b} or ${c}", .or(.or(a, b), c)),
    ("${a} = ${b} < ${c}", .compare(.equal, a, .compare(.less, b, c))),
    ("${a} < ${b} = ${c}", .compare(.equal, .compare(.less, a, b), c)),
    ("3 > 2 > 1", .compare(.greater, .compare(.greater, .number(3), .number(2)), .number(1))),
    (
      "${a} = 'x' and ${b} = 'y'",
      .and(.compare(.equal, a, .text("x")), .compare(.equal, b, .text("y")))
    ),
    ("not(${a} or ${b}) and ${c}", .and(.not(.or(a, b)), c)),
    ("((${a}))", a),
    (".>-0.5", .compare(.greater, .current, .number(-0.5))),
    ("${q-1_é}", .reference("q-1_é")),
    // XPath 1.0, section 3.5: products before sums before comparisons; left to right.
    ("1 + 2 * 3", .arithmetic(.plus, .number(1), .arithmetic(.times, .number(2), .number(3)))),
    ("(1 + 2) * 3", .arithmetic(.times, .arithmetic(.plus, .number(1), .number(2)), .number(3))),
    ("9 - 4 - 3", .arithmetic(.minus, .arithmetic(.minus, .number(9), .number(4)), .number(3))),
    (
      "7 div 2 mod 2",
      .arithmetic(.modulo, .arithmetic(.dividedBy, .number(7), .number(2)), .number(2))
    ),
    ("${a} = 5 - 3", .compare(.equal, a, .arithmetic(.minus, .number(5), .number(3)))),
    ("${a} -1 < ${b}", .compare(.less, .arithmetic(.minus, a, .number(1)), b)),
    ("- ${a}", .arithmetic(.minus, .number(0), a)),
    ("2 * -3", .arithmetic(.times, .number(2), .number(-3))),
    ("if(${a}, 1, 2) = 1", .compare(.equal, .call(.if, [a, .number(1), .number(2)]), .number(1))),
    ("coalesce(${a}, ${b}, 0)", .call(.coalesce, [a, b, .number(0)])),
    ("count-non-empty(${a})", .call(.countNonEmpty, [a])),
    ("${last-saved#a}", .reference("last-saved#a")),
  ]

  @Test(arguments: trees.indices)
  func parsing(index: Int) throws {
    let (text, tree) = Self.trees[index]
    #expect(try Expression(parsing: text).root == tree, "\(text)")
  }

  private static let functions =
    "expected a text in quotes, ${question} or one of the functions abs(), coalesce(), concat(), contains(), "
    + "count(), count-non-empty(), count-selected(), date(), ends-with(), false(), if(), int(), "
    + "max(), min(), not(), number(), regex(), round(), selected(), selected-at(), starts-with(), "
    + "string-length(), sum(), today(), true()"

  @Test(arguments: [
    ("", 1, "the expression ends here; expected ${question}, '.', a text, a number or '('"),
    ("${a} =", 7, "the expression ends here; expected ${question}, '.', a text, a number or '('"),
    ("${a} = 'x", 8, "a text opens here and never ends; expected another '"),
    ("$a = 1", 1, "found '$'; expected a question as in ${name}"),
    ("${} = 1", 1, "found '$'; expected a question as in ${name}"),
    ("${a = 1", 1, "found '$'; expected a question as in ${name}"),
    ("(${a}", 6, "the expression ends here; expected ')'"),
    ("${a})", 5, "found ')'; expected 'and', 'or' or the end"),
    ("${a} 'x'", 6, "found 'x'; expected 'and', 'or' or the end"),
    ("${a} == 1", 7, "found '='; expected ${question}, '.', a text, a number or '('"),
    (
      "${a} & ${b}", 6,
      "found '&'; expected a comparison, 'and', 'or' or a parenthesis"
    ),
    ("1.2.3 = ${a}", 1, "found '1.2.3'; expected ${question}, '.', a text, a number or '('"),
    ("selected(${a} 'x')", 15, "found 'x'; expected ','"),
    ("selected('x', 'y')", 10, "found 'x'; expected ${question} or '.'"),
    ("selected(${a}, ${b})", 16, "found 'b'; expected the name of a choice in quotes"),
    ("not ${a}", 5, "found 'a'; expected '('"),
    (
      "${a} = 1 +", 11,
      "the expression ends here; expected ${question}, '.', a text, a number or '('"
    ),
    ("if(${a}, 1)", 1, "if() has 2 values here; expected 3"),
    ("1 = coalesce(1)", 5, "coalesce() has 1 values here; expected at least 2"),
    ("${a} = yes", 8, "'yes' is not known; \(functions)."),
    ("${a} = lenght('a')", 8, "'lenght' is not known; \(functions)."),
    ("${a} = regx('a', 'b')", 8, "'regx' is not known; \(functions). Did you mean 'regex'?"),
    (
      ". <= now()", 6,
      "'now' is not known; \(functions). "
        + "Of the moment only the day is known: write today(), the day of receipt"
    ),
  ])
  func syntaxErrors(text: String, column: Int, message: String) {
    let error = #expect(throws: Expression.SyntaxError.self) { _ = try Expression(parsing: text) }
    #expect(error == Expression.SyntaxError(message: message, column: column))
  }

  /// A cell may hold any text, but no stack has room for any depth.
  @Test(arguments: [("(", 1001), ("not(", 2001), ("1 or ", 2501)])
  func conditionWithoutEnd(repeated: String, column: Int) {
    let text = String(repeating: repeated, count: 100_000)
    let error = #expect(throws: Expression.SyntaxError.self) { _ = try Expression(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.message.hasPrefix("the condition goes on here; expected at most 1000") == true)
  }

  /// The longest condition there may be, as deep as it may be: 332 times not( ) around true().
  @Test func deepestCondition() throws {
    let text =
      String(repeating: "not(", count: 332) + "true()" + String(repeating: ")", count: 332)
    let condition = try Expression(parsing: text).bound(to: { _ in nil }, names: [])
    #expect(condition.holds(for: NoAnswers()))
  }

  private struct NoAnswers: AnswerSource {
    func code(of variable: Int) -> Int? { nil }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { false }
    func text(of variable: Int) -> String { "" }
  }

  @Test func references() throws {
    let text = "${a} = 1 and (selected(${b}, 'x') or not(count-selected(${c}) < ${a})) and . = 1"
    #expect(try Expression(parsing: text).references == ["a", "b", "c", "a"])
  }

  @Test func namesThatStandForOthersAreWrittenOut() throws {
    var calculations = Calculations()
    try calculations.add("sum", Expression(parsing: "${a} + 1"))
    let text = "if(${sum} > 2, ${b}, ${c}) = 3 and not(${sum} = 0)"
    let written = "if(${a} + 1 > 2, ${b}, ${c}) = 3 and not(${a} + 1 = 0)"
    #expect(
      try Expression(parsing: text).resolving(calculations).root
        == Expression(parsing: written).root)
  }

  @Test func conditionsOfGroupsAreJoined() throws {
    let conditions = try ["${a}", "${b} or ${c}"].map { try Expression(parsing: $0) }
    #expect(Expression.all(conditions)?.root == .and(Self.a, .or(Self.b, Self.c)))
    #expect(Expression.all([]) == nil)
  }
}
