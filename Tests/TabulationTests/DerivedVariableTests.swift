import Basics
import Questionnaire
import Testing

@testable import Tabulation

/// What a unit has of a variable that follows from others. Its index is 9, after the questions and
/// attributes.
struct DerivedVariableTests {
  private static let derived = 9

  /// Few (below 3), some (3 to below 10), many (10 and more), by the number of books.
  private static let bands = DerivedVariable(
    source: Reader.index("books"),
    rules: [
      .range(from: nil, below: 3),
      .range(from: 3, below: 10),
      .range(from: 10, below: nil),
    ], isOverlapping: false, isAboutAnswers: true)

  private static let numbers: [(String, Int)] = [
    ("0", 0), ("-5", 0), ("2.999999", 0), ("3", 1), ("9.5", 1), ("10", 2), ("12000", 2),
  ]

  @Test(arguments: numbers)
  func bandsBeginWithTheirFirstNumberAndEndBeforeTheNext(books: String, code: Int) {
    let reader = Reader.unit(["books": books], derived: [Self.bands])
    #expect(reader.code(of: Self.derived) == code)
    #expect(reader.codes(of: Self.derived) == [code])
    #expect(reader.state(of: Self.derived) == .answered)
  }

  @Test func bandsOfDatesGoByTheDay() {
    let spring = DerivedVariable(
      source: Reader.index("joined"), rules: [.range(from: 20_050_301, below: 20_050_601)],
      isOverlapping: false, isAboutAnswers: true)
    let states = ["2005-02-28", "2005-03-01", "2005-05-31", "2005-06-01"].map {
      Reader.unit(["joined": $0], derived: [spring]).state(of: Self.derived)
    }
    // Who joined at another time was asked, and the variable does not apply.
    #expect(states == [.notApplicable, .answered, .answered, .notApplicable])
  }

  @Test func bandsOfAScaleGoByItsNumbersAndNotByItsCodes() {
    let high = DerivedVariable(
      source: Reader.index("stars"), rules: [.range(from: 2, below: nil)],
      isOverlapping: false, isAboutAnswers: true)
    let codes = ["1", "2", "5"].map {
      Reader.unit(["stars": $0], derived: [high]).code(of: Self.derived)
    }
    #expect(codes == [nil, 0, 0])
  }

  private static let states: [AnswerState] = [.noAnswer, .notApplicable, .notAsked, .unclear]

  @Test(arguments: states)
  func withoutAnAnswerItIsInTheStateOfItsSource(state: AnswerState) {
    let reader = Reader.unit(states: ["books": state], derived: [Self.bands])
    #expect(reader.code(of: Self.derived) == nil)
    #expect(reader.state(of: Self.derived) == state)
  }

  @Test func theFirstCodeThatHoldsCounts() {
    let recode = DerivedVariable(
      source: Reader.index("genre"), rules: [.codes([1, 2]), .codes([0, 1])], isOverlapping: false,
      isAboutAnswers: true)
    let codes = Reader.genres.map {
      Reader.unit(["genre": $0], derived: [recode]).codes(
        of: Self.derived)
    }
    #expect(codes == [[1], [0], [0]])
  }

  @Test func anOverlappingOneHasAllCodesThatHoldAndNoSingleOne() {
    let recode = DerivedVariable(
      source: Reader.index("shelves"), rules: [.codes([0]), .codes([1, 2]), .codes([0, 2])],
      isOverlapping: true, isAboutAnswers: true)
    let reader = Reader.unit(["shelves": "novel essay"], derived: [recode])
    #expect(reader.codes(of: Self.derived) == [0, 1, 2])
    #expect(reader.code(of: Self.derived) == nil)
    let poet = Reader.unit(["shelves": "poetry"], derived: [recode])
    #expect(poet.codes(of: Self.derived) == [1])
    #expect(poet.isSelected(1, of: Self.derived))
    #expect(!poet.isSelected(0, of: Self.derived))
    #expect(poet.state(of: Self.derived) == .answered)
  }

  @Test func withoutASourceItIsNotApplicableWhereNothingHolds() throws {
    let keen = DerivedVariable(
      source: nil, rules: [.condition(try Reader.condition("${books} > 5"))], isOverlapping: false,
      isAboutAnswers: true)
    let states = ["3", "6"].map {
      Reader.unit(["books": $0], derived: [keen]).state(of: Self.derived)
    }
    #expect(states == [.notApplicable, .answered])
  }

  /// A blank is no novel, but nobody has said so: it takes the state of what was not answered.
  @Test func whoDidNotAnswerHasNoCodeOfWhatFollowsFromAnswers() throws {
    let other = DerivedVariable(
      source: nil, rules: [.condition(try Reader.condition("${genre} != 'novel'"))],
      isOverlapping: false, isAboutAnswers: true)
    let silent = Reader.silent(derived: [other])
    #expect(silent.code(of: Self.derived) == nil)
    #expect(silent.codes(of: Self.derived) == [])
    #expect(silent.state(of: Self.derived) == .didNotReply)
    let blank = Reader.unit(derived: [other])
    #expect(blank.code(of: Self.derived) == nil)
    #expect(blank.state(of: Self.derived) == .noAnswer)
    let skipped = Reader.unit(states: ["genre": .notApplicable], derived: [other])
    #expect(skipped.state(of: Self.derived) == .notApplicable)
    #expect(Reader.unit(["genre": "poetry"], derived: [other]).code(of: Self.derived) == 0)
  }

  /// A fact holds of the silent too: they have its codes, though they answered nothing.
  @Test func whoDidNotReplyHasCodesOfWhatFollowsFromRegisters() {
    let north = DerivedVariable(
      source: Reader.index("region"), rules: [.codes([0])], isOverlapping: false,
      isAboutAnswers: false)
    let silent = Reader.silent(region: "north", derived: [north])
    #expect(silent.code(of: Self.derived) == 0)
    #expect(silent.state(of: Self.derived) == .didNotReply)
  }

  /// A number is as known as what it rests on; by nought nothing can be divided.
  @Test func numbersAreComputed() throws {
    let sum = DerivedVariable(value: try Reader.number("${books} + ${stars}"))
    let share = DerivedVariable(value: try Reader.number("100 div (${books} - 3)"))
    let many = DerivedVariable(
      source: Self.derived, rules: [.range(from: ExactDecimal(10), below: nil)],
      isOverlapping: false,
      isAboutAnswers: true)
    let derived = [sum, share, many]
    let unit = Reader.unit(["books": "9", "stars": "2"], derived: derived)
    #expect(unit.value(of: Self.derived) == ExactDecimal(11))
    #expect(unit.text(of: Self.derived) == "11")
    #expect(unit.state(of: Self.derived) == .answered)
    #expect(unit.value(of: Self.derived + 1) == ExactDecimal("16.666666666666666667"))
    #expect(unit.code(of: Self.derived + 2) == 0)

    let three = Reader.unit(["books": "3", "stars": "2"], derived: derived)
    #expect(three.value(of: Self.derived + 1) == nil)
    #expect(three.state(of: Self.derived + 1) == .notApplicable)
    #expect(three.state(of: Self.derived + 2) == .notApplicable)

    let blank = Reader.unit(["stars": "2"], derived: derived)
    #expect(blank.state(of: Self.derived) == .noAnswer)
    #expect(blank.value(of: Self.derived) == nil)
    #expect(blank.state(of: Self.derived + 2) == .noAnswer)
    let unclear = Reader.unit(["stars": "2"], states: ["books": .unclear], derived: derived)
    #expect(unclear.state(of: Self.derived) == .unclear)
    let silent = Reader.silent(derived: derived)
    #expect(silent.state(of: Self.derived) == .didNotReply)
    #expect(silent.value(of: Self.derived) == nil)
    let long = Reader.unit(
      ["books": String(repeating: "9", count: 38), "stars": "1"], derived: derived)
    #expect(long.state(of: Self.derived) == .unclear)
  }

  /// An answer that is no opinion has no number, which max() does not pass over; it is answered.
  @Test func noOpinionIsNoNumber() throws {
    let most = DerivedVariable(
      value: try Reader.number("max(${books}, ${stars})", nonSubstantive: ["stars": [2]]))
    let unit = Reader.unit(["books": "9", "stars": "5"], derived: [most])
    #expect(unit.state(of: Self.derived) == .notApplicable)
    #expect(unit.value(of: Self.derived) == nil)
    let other = Reader.unit(["books": "9", "stars": "2"], derived: [most])
    #expect(other.value(of: Self.derived) == ExactDecimal(9))
  }

  /// Of `${books} > 5 or ${genre} != 'novel'` with unclear books and no genre: the books may make it true,
  /// so that no later code holds. Of both by `and` nothing can, and the later code does.
  @Test(arguments: [
    ("${books} > 5 or ${genre} != 'novel'", nil), ("not(${genre} = 'novel' and ${books} > 5)", nil),
    ("${books} > 5 and ${genre} != 'novel'", 1), ("not(${books} > 9) and ${genre} != 'novel'", 1),
    ("${books} + ${stars} > 5", 1), ("${books} > 5 or ${genre} = 'novel'", nil),
  ])
  func unclearAnswersKeepLaterCodesOff(condition: String, expected: Int?) throws {
    let variable = DerivedVariable(
      source: nil,
      rules: [
        .condition(try Reader.condition(condition)), .condition(try Reader.condition("true()")),
      ],
      isOverlapping: false, isAboutAnswers: true)
    let unit = Reader.unit(states: ["books": .unclear], derived: [variable])
    #expect(unit.code(of: Self.derived) == expected)
    #expect(unit.state(of: Self.derived) == (expected == nil ? .unclear : .answered))
  }

  /// Six for nothing is no number, whatever is made of it.
  @Test(arguments: [
    "min(${books} div (${stars} - 2), 100)", "max(100 - ${books} div (${stars} - ${stars}), 0)",
    "if(${books} div (${stars} - ${stars}) > 2, 1, 0)",
  ])
  func whatIsDividedByNoughtIsNoNumber(value: String) throws {
    let variable = DerivedVariable(value: try Reader.number(value))
    let unit = Reader.unit(["books": "6", "stars": "2"], derived: [variable])
    #expect(unit.value(of: Self.derived) == nil)
    #expect(unit.state(of: Self.derived) == .notApplicable)
  }

  /// As far as it depends on them: a branch that is not taken and a part that is decided miss nothing.
  @Test(arguments: [
    ("if(${stars} = 2, ${books}, 1) = 3", AnswerState.noAnswer),
    ("if(${stars} = 1, ${books}, 1) = 3", .notApplicable),
    ("(${genre} = 'novel' or ${stars} = 2) and ${books} = 1", .noAnswer),
    ("(${stars} = 1 and ${books} > 3) or ${genre} = 'novel'", .unclear),
    ("coalesce(${genre}, 'essay') = 'novel' and ${books} > 3", .unclear),
  ])
  func whatIsMissing(condition: String, expected: AnswerState) throws {
    let variable = DerivedVariable(
      source: nil, rules: [.condition(try Reader.condition(condition))], isOverlapping: false,
      isAboutAnswers: true)
    let unit = Reader.unit(["stars": "2"], states: ["genre": .unclear], derived: [variable])
    #expect(unit.state(of: Self.derived) == expected)
  }

  /// What `coalesce()` has another value for, and what is asked whether there is any, is not missing.
  @Test func theStateIsThatOfWhatIsMissing() throws {
    let sum = DerivedVariable(value: try Reader.number("coalesce(${books}, 0) + ${stars}"))
    let skipped: [String: AnswerState] = ["stars": .notApplicable]
    #expect(Reader.unit(states: skipped, derived: [sum]).state(of: Self.derived) == .notApplicable)
    let unclear = skipped.merging(["books": .unclear]) { $1 }
    #expect(Reader.unit(states: unclear, derived: [sum]).state(of: Self.derived) == .unclear)
    let few = DerivedVariable(
      source: nil, rules: [.condition(try Reader.condition("${books} = '' and ${stars} != '1'"))],
      isOverlapping: false, isAboutAnswers: true)
    #expect(Reader.unit(states: skipped, derived: [few]).state(of: Self.derived) == .notApplicable)
  }

  @Test func oneFollowsFromAnother() {
    let most = DerivedVariable(
      source: Self.derived, rules: [.codes([2])], isOverlapping: false, isAboutAnswers: true)
    let derived = [Self.bands, most]
    #expect(Reader.unit(["books": "50"], derived: derived).code(of: 10) == 0)
    #expect(Reader.unit(["books": "5"], derived: derived).state(of: 10) == .notApplicable)
    let unclear = Reader.unit(states: ["books": .unclear], derived: derived)
    #expect(unclear.state(of: 10) == .unclear)
  }
}
