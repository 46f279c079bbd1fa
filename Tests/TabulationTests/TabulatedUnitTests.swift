import Basics
import Questionnaire
import Testing

@testable import Tabulation

struct TabulatedUnitTests {
  private let reader = Reader.unit([
    "genre": "poetry", "shelves": "novel essay", "favourites": "essay novel", "books": "2.5",
    "joined": "2005-07-29", "remark": "none", "stars": "5",
  ])

  private static let codes: [(String, [Int])] = [
    ("genre", [1]), ("shelves", [0, 2]), ("favourites", [2]), ("books", []), ("joined", []),
    ("remark", []), ("stars", [2]), ("region", []), ("response", [0]),
  ]

  /// Tables count a ranking by the choice ranked first.
  @Test(arguments: codes)
  func codesOfEachKind(name: String, expected: [Int]) {
    let variable = Reader.index(name)
    #expect(reader.codes(of: variable) == expected)
    #expect((0..<3).filter { reader.has($0, of: variable) } == expected)
    #expect(reader.hasCode(of: variable) == !expected.isEmpty)
  }

  private static let nets: [(String, [Int], Bool)] = [
    ("genre", [0, 1], true), ("genre", [0, 2], false), ("shelves", [1], false),
    ("shelves", [1, 2], true), ("favourites", [0, 1], false), ("favourites", [1, 2], true),
    ("region", [0, 1], false), ("response", [0], true),
  ]

  @Test(arguments: nets)
  func aNetHasWhoeverHasOneOfItsCodes(name: String, codes: [Int], expected: Bool) {
    #expect(reader.has(anyOf: codes, of: Reader.index(name)) == expected)
  }

  private static let values: [(String, ExactDecimal?)] = [
    ("genre", nil), ("shelves", nil), ("favourites", nil), ("books", ExactDecimal("2.5")),
    ("joined", 20_050_729), ("remark", nil), ("stars", 5), ("region", nil),
  ]

  @Test(arguments: values)
  func numbersDatesAndScalesHaveValues(name: String, expected: ExactDecimal?) {
    #expect(reader.value(of: Reader.index(name)) == expected)
  }

  @Test func whoeverRepliedHasAnsweredWhatRegistersSay() {
    #expect(reader.state(of: Reader.index("region")) == .answered)
    #expect(Reader.silent(region: "north").state(of: Reader.index("region")) == .didNotReply)
    #expect(Reader.silent(region: "south").code(of: Reader.index("region")) == 1)
  }

  @Test func ranksGoFromOne() {
    let favourites = Reader.index("favourites")
    #expect([0, 1, 2].map { reader.rank(of: $0, in: favourites) } == [2, nil, 1])
    #expect([0, 1, 2].map { reader.code(rankedAt: $0, of: favourites) } == [2, 0, nil])
  }

  @Test func conditionsAskOfDerivedVariablesToo() throws {
    let verse = DerivedVariable(
      source: Reader.index("genre"), rules: [.codes([1])], isOverlapping: false,
      isAboutAnswers: true)
    let condition = try Reader.condition("${d0} = 'code0'", derived: [verse])
    #expect(condition.holds(for: Reader.unit(["genre": "poetry"], derived: [verse])))
    #expect(!condition.holds(for: Reader.unit(["genre": "novel"], derived: [verse])))
  }

  private static let conditions: [(String, Bool)] = [
    ("${genre} = 'poetry'", true), ("selected(${shelves}, 'essay')", true),
    ("selected(${shelves}, 'poetry')", false), ("count-selected(${shelves}) = 2", true),
    ("${books} = 2.5", true), ("${joined} > '2005-07-28'", true),
    ("${joined} > '2005-07-29'", false),
    ("${remark} = ''", false), ("${stars} = '5'", true), ("${region} = ''", true),
    ("${response} = 'replied'", true),
  ]

  @Test(arguments: conditions)
  func conditionsAskOfEveryKind(text: String, expected: Bool) throws {
    #expect(try Reader.condition(text).holds(for: reader) == expected)
  }

  /// Disclosure control makes up numbers that need not be written as one could be answered.
  @Test func aMadeUpNumberIsItsValue() throws {
    let variables = Reader.variables()
    var answers = GivenAnswers(
      variables, .number(text: "3", value: 3))
    answers.states[Reader.index("books")] = .answered
    let unit = TabulatedUnit(answers, attributes: [nil, 0], variables)
    #expect(unit.value(of: Reader.index("books")) == 3)
    #expect(unit.value(of: Reader.index("joined")) == nil)
    #expect(try Reader.condition("${books} > 2").holds(for: unit))
  }
}
