import Testing

@testable import Interchange
@testable import Questionnaire

struct AnswerFieldTests {
  @Test(arguments: [
    (0, 2, "a"), (25, 26, "z"), (0, 27, "aa"), (25, 27, "az"), (26, 27, "ba"), (675, 676, "zz"),
    (0, 677, "aaa"), (676, 677, "baa"), (6202, 6203, "jeo"), (17_575, 17_576, "zzz"),
  ])
  func letters(code: Int, count: Int, expected: String) {
    #expect(AnswerField.letters(code, of: count) == Array(expected.utf8))
    #expect(AnswerField.code(Array(expected.utf8)[...]) == code)
  }

  @Test func lettersTellAllChoicesApart() {
    for count in [1, 26, 27, 676, 677, 6203, AnswerField.mostChoices] {
      let fields = (0..<count).map { AnswerField.letters($0, of: count) }
      #expect(Set(fields).count == count)
      #expect(fields.map { AnswerField.code($0[...]) } == Array(0..<count))
    }
  }

  @Test(arguments: ["", "A", "1", "a_", ".", "é"])
  func textsThatAreNoLetters(field: String) {
    #expect(AnswerField.code(Array(field.utf8)[...]) == nil)
  }

  private static let ticksCases: [([Int], Int, String)] = [
    ([], 3, "___"), ([0, 2], 3, "a_c"), ([2, 0], 3, "a_c"), ([0, 1, 2], 3, "abc"),
    ([25, 26, 27], 28, "_________________________zab"),
  ]

  @Test(arguments: ticksCases)
  func ticks(codes: [Int], count: Int, expected: String) {
    #expect(AnswerField.ticks(codes, of: count) == Array(expected.utf8))
  }

  @Test(arguments: [
    ([2, 0, 1], 3, "bca"), ([1], 3, "_a_"), ([], 2, "__"), ([1, 2], 4, "_ab_"),
    (Array((0..<26).reversed()), 26, "zyxwvutsrqponmlkjihgfedcba"),
  ])
  func rankings(order: [Int], count: Int, expected: String) {
    let field = AnswerField.ranking(order, of: count)
    #expect(field == Array(expected.utf8))
    // A slice, as readers hand out: positions count from the beginning of the field.
    let slice = (Array("zz,".utf8) + field)[3...]
    #expect((0..<order.count).map { AnswerField.code(rankedAt: $0, in: slice) } == order)
    #expect(AnswerField.code(rankedAt: order.count, in: slice) == nil)
  }

  @Test(arguments: [-1, 26, 1_000])
  func ranksThatNoCellHas(rank: Int) {
    #expect(AnswerField.code(rankedAt: rank, in: Array("ab".utf8)[...]) == nil)
  }

  private static let statesCases: [(String, AnswerState)] = [
    (".", .noAnswer), ("/", .notApplicable), ("~", .notAsked), ("?", .unclear), ("a", .answered),
    ("_", .answered), ("t", .answered), ("0", .answered),
  ]

  @Test(arguments: statesCases)
  func states(lastByte: String, expected: AnswerState) throws {
    #expect(AnswerField.state(try #require(lastByte.utf8.first)) == expected)
  }

  private static let widthsCases: [(AnswerType, Int?)] = [
    (.selectOne(list(26)), 1), (.selectOne(list(27)), 2), (.selectMultiple(list(27)), 27),
    (.rank(list(26)), 26), (.date, 10), (.text, 1), (.integer, nil), (.decimal, nil),
  ]

  private static func list(_ count: Int) -> ChoiceList {
    ChoiceList(
      name: "list",
      choices: (0..<count).map { Choice(name: "\($0)", label: LocalizedText([]), synonyms: []) })
  }

  @Test(arguments: widthsCases)
  func widths(type: AnswerType, expected: Int?) {
    #expect(AnswerField.width(of: type) == expected)
  }
}
