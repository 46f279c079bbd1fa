import Testing

@testable import Questionnaire

/// Conditions of which some answers are not known: Kleene's tables of three values.
struct ConditionTruthTests {
  private struct Answers: AnswerSource {
    let codes: [Int?]
    var unclear: [Bool] = []
    func code(of variable: Int) -> Int? { codes[variable] }
    func isUnclear(_ variable: Int) -> Bool { !unclear.isEmpty && unclear[variable] }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { codes[variable] == code }
    func text(of variable: Int) -> String { "" }
  }

  /// - Parameter answers: Of `a` and `b`: yes, no, a blank, or `?` for what is not known.
  private func truth(_ condition: String, _ answers: String) throws -> Bool? {
    let given = answers.split(separator: " ").map(String.init)
    return try bound(condition).truth(
      for: Answers(codes: given.map { ["yes": 0, "no": 1][$0] }),
      isOpen: { asked in asked.variable.map { given[$0] == "?" } ?? false })
  }

  private func bound(_ condition: String) throws -> Condition {
    let variables = ["a", "b"]
    return try Expression(parsing: condition).bound(
      to: { name in
        variables.firstIndex(of: name).map { Variable(index: $0, kind: .code(["yes", "no"])) }
      }, names: variables)
  }

  @Test(arguments: [
    ("yes yes", true), ("yes no", false), ("no ?", false), ("? no", false), ("yes ?", nil),
    ("? yes", nil), ("? ?", nil), (". ?", false),
  ])
  func bothMustHold(answers: String, expected: Bool?) throws {
    #expect(try truth("${a} = 'yes' and ${b} = 'yes'", answers) == expected)
  }

  @Test(arguments: [
    ("no no", false), ("yes ?", true), ("? yes", true), ("no ?", nil), ("? no", nil), ("? ?", nil),
  ])
  func oneMustHold(answers: String, expected: Bool?) throws {
    #expect(try truth("${a} = 'yes' or ${b} = 'yes'", answers) == expected)
  }

  @Test(arguments: [("yes no", false), ("no no", true), ("? no", nil)])
  func theOpposite(answers: String, expected: Bool?) throws {
    #expect(try truth("not(${a} = 'yes')", answers) == expected)
    #expect(try truth("${a} != 'yes'", answers) == expected)
  }

  /// The whole is as what its parts decide: an unclear answer is neither equal to anything nor not.
  @Test(arguments: [
    ("${a} = 'yes'", "yes .", true), ("${a} != 'yes'", ". .", true), ("${a} = ''", ". .", true),
    ("${a} != 'yes'", "? .", nil), ("${a} = ''", "? .", nil), ("not(${a} = 'yes')", "? .", nil),
    ("${a} != 'yes' or ${b} = 'no'", "? no", true),
    ("${a} != 'yes' and ${b} = 'no'", "? yes", false),
    ("if(${a} = 'yes', true(), true())", "? .", nil), ("${b} = 'no'", "? no", true),
  ])
  func unclearAnswersLeaveOpen(condition: String, answers: String, expected: Bool?) throws {
    let given = answers.split(separator: " ").map(String.init)
    let bound = try bound(condition)
    let source = Answers(
      codes: given.map { ["yes": 0, "no": 1][$0] }, unclear: given.map { $0 == "?" })
    #expect(bound.truth(for: source) == expected)
    #expect(bound.holds(for: source) == (expected == true))
  }

  @Test func whatNamesNoOpenVariableIsDecided() throws {
    #expect(try truth("${a} = 'yes'", "yes ?") == true)
    #expect(try truth("true()", "? ?") == true)
  }

  /// Whether there is an answer is known where only its meaning is not.
  @Test func onlyWhetherThereIsAnAnswer() throws {
    let bound = try Expression(parsing: "${a} != ''").bound(
      to: { $0 == "a" ? Variable(index: 0, kind: .code(["yes"])) : nil }, names: ["a"])
    let answers = Answers(codes: [nil])
    #expect(bound.truth(for: answers) { !$0.isWhether } == false)
    #expect(bound.truth(for: answers) { _ in true } == nil)
  }

  /// `a` is blank: what a function makes of blanks is known, what rests on the answer is not.
  @Test(arguments: [
    ("coalesce(${a}, 'no') = 'no'", true), ("coalesce(${a}, ${a}) = 'no'", nil),
    ("if(${a} = '', 'none', ${a}) = 'none'", true), ("if(${a} != '', ${a}, 'none') = 'yes'", false),
    ("if(${a} = 'yes', 1, 2) = 2", nil), ("if(${b} = 'no', 'x', ${a}) = 'x'", true),
    ("if(${b} = 'yes', 'x', ${a}) = 'no'", nil), ("concat(${a}, ${b}) = 'no'", nil),
    ("coalesce(${b}, ${a}) = 'no'", true), ("coalesce(${b}, ${a}) != 'no'", false),
    ("if(${b} = 'no', ${b}, ${a}) != 'yes'", true),
    ("string-length(${a}) < 3", nil), ("concat(${a}, '') = ''", true),
    ("coalesce(${a}, '') = ''", true), ("selected(${a}, 'yes') = false()", nil),
  ])
  func blanksThatAreAskedFor(text: String, expected: Bool?) throws {
    let answers = Answers(codes: [nil, 1])
    let truth = try bound(text).truth(for: answers) { asked in
      asked.variable.map { $0 == 0 && !asked.isWhether } ?? true
    }
    #expect(truth == expected)
  }

  /// Who was not offered a choice has not left it out.
  @Test(arguments: [
    ("${a} != 'yes'", nil), ("not(${a} = 'yes')", nil), ("${a} != 'no'", false),
    ("${a} = 'no' and ${b} != 'yes'", true), ("${a} != ''", true),
  ])
  func choicesThatWereNotOffered(text: String, expected: Bool?) throws {
    let truth = try bound(text).truth(for: Answers(codes: [1, 1])) { asked in
      if case .choice(0, of: 0) = asked { true } else { false }
    }
    #expect(truth == expected)
  }

  /// What a value that was worked out rests on is known; that there is none is as if it were not.
  @Test(arguments: [
    ("if(${b} = 'yes', 5, '') > 3", nil), ("not(if(${b} = 'yes', 5, '') > 3)", nil),
    ("if(${b} = 'yes', 5, '') = ''", true), ("if(${b} = 'no', 5, '') > 3", true),
  ])
  func valuesThatAreBlank(text: String, expected: Bool?) throws {
    let answers = Answers(codes: [0, 1])
    let truth = try bound(text).truth(for: answers) { $0.variable == nil }
    #expect(truth == expected)
    #expect(try bound(text).truth(for: answers) != nil)
  }

  /// As `variable: codes, wanted or not`. "This or that" is a group, and "neither this nor that".
  @Test(arguments: [
    ("${a} = 'yes'", ["0 [0] true"]), ("not(${a} = 'yes')", ["0 [0] false"]),
    ("${a} = 'yes' or ${a} = 'no'", ["0 [0, 1] true"]),
    ("${a} != 'yes' and ${a} != 'no'", ["0 [0, 1] false"]),
    ("not(${a} = 'yes' or ${b} = 'no' or ${a} = 'no')", ["0 [0, 1] false", "1 [1] false"]),
    ("${a} = 'yes' and ${a} = 'no'", ["0 [0] true", "0 [1] true"]),
    ("${a} != 'yes' or ${a} != 'no'", ["0 [0] false", "0 [1] false"]),
    ("${a} = 'yes' or ${b} = 'yes' and ${a} = 'no'", ["0 [0] true", "1 [0] true", "0 [1] true"]),
    ("${a} = 'yes' and ${a} != 'no'", ["0 [0] true", "0 [1] false"]),
    ("if(${a} = 'yes', 0, 1) = 1", ["0 [0] false"]), ("${a} = ''", []),
    ("coalesce(${a}, ${b}) != 'yes'", ["0 [0] false", "1 [0] false"]),
  ])
  func choicesThatAreAskedFor(text: String, expected: [String]) throws {
    let groups = try bound(text).choices.map { "\($0.variable) \($0.codes) \($0.isWanted)" }
    #expect(groups == expected)
  }

  /// What is known may be decided part by part, such as one tick of several.
  @Test(arguments: [
    ("not(selected(${m}, 'a'))", false), ("selected(${m}, 'a')", true),
    ("selected(${m}, 'b')", nil), ("not(selected(${m}, 'a') or selected(${m}, 'b'))", false),
    ("selected(${m}, 'a') and selected(${m}, 'b')", nil),
  ])
  func byItsParts(text: String, expected: Bool?) throws {
    let bound = try Expression(parsing: text).bound(
      to: { _ in Variable(index: 0, kind: .codes(["a", "b"])) }, names: ["m"])
    #expect(bound.truth { $0.isTick(of: 0, in: 0) ? true : nil } == expected)
  }
}

extension Condition.Asked {
  /// Whether a blank answers it.
  fileprivate var isWhether: Bool {
    switch self {
    case .whether, .whetherWhat, .whetherChoice: true
    case .what, .choice, .blank: false
    }
  }
}
