import Questionnaire
import Testing

@testable import Tabulation

/// Whom rows and bases count, by a handful of readers.
struct RowKindTests {
  private static let books = Reader.index("books")
  private static let genre = Reader.index("genre")

  private static let units: [(String, TabulatedUnit)] = [
    ("novel", Reader.unit(["genre": "novel", "books": "1"])),
    ("essay", Reader.unit(["genre": "essay"])), ("blank", Reader.unit()),
    ("led past", Reader.unit(states: ["genre": .notApplicable])),
    ("unclear", Reader.unit(["books": "9"], states: ["genre": .unclear])),
    ("silent", Reader.silent()),
  ]

  private static func counted(_ criteria: [Criterion]) -> [String] {
    units.filter { $0.1.meets(criteria) }.map(\.0)
  }

  @Test func basesFromTheWidestToTheNarrowest() throws {
    let bases: [(TableBase, [String])] = [
      (.population, ["novel", "essay", "blank", "led past", "unclear", "silent"]),
      (.respondents, ["novel", "essay", "blank", "led past", "unclear"]),
      (.asked, ["novel", "essay", "blank", "unclear"]),
      (.answered, ["novel", "essay"]),
      (.condition(try Reader.condition("${books} > 5")), ["unclear"]),
    ]
    for (base, expected) in bases {
      #expect(Self.counted(base.criteria(of: Self.genre)) == expected, "\(base)")
      #expect(
        Self.counted(RowKind.base.criteria(of: Self.genre, base: base)) == expected, "\(base)")
    }
  }

  @Test func theUsualBaseIsWhoAnsweredAndOfFactsEverybody() {
    let answers = TableBase.usual(isAboutAnswers: true, hasNonSubstantive: false).criteria(
      of: Self.genre)
    #expect(Self.counted(answers) == ["novel", "essay"])
    let facts = TableBase.usual(isAboutAnswers: false, hasNonSubstantive: false)
      .criteria(of: Reader.index("region"))
    #expect(Self.counted(facts).count == 6)
  }

  /// Of genres the last one is no opinion, and of shelves the last one too.
  @Test func whoHasNoOpinionIsNoneOfTheBaseAndCountedBesideIt() {
    let marks: [String: Set<Int>] = ["genre": [2], "shelves": [2]]
    func unit(_ answers: [String: String]) -> TabulatedUnit {
      Reader.unit(answers, nonSubstantive: marks)
    }
    let units = [
      ("novel", unit(["genre": "novel", "shelves": "novel essay"])),
      ("essay", unit(["genre": "essay", "shelves": "essay"])),
      ("none", unit(["shelves": ""])), ("blank", unit([:])),
    ]
    func counted(_ row: RowKind, _ variable: String) -> [String] {
      let criteria = row.criteria(
        of: Reader.index(variable),
        base: .usual(isAboutAnswers: true, hasNonSubstantive: true))
      return units.filter { $0.1.meets(criteria) }.map(\.0)
    }
    #expect(counted(.base, "genre") == ["novel"])
    #expect(counted(.code(0), "genre") == ["novel"])
    #expect(counted(.outside([2]), "genre") == ["essay"])
    // Of ticks it is who ticked nothing else; who ticks nothing at all has said so.
    #expect(counted(.base, "shelves") == ["novel", "none"])
    #expect(counted(.outside([2]), "shelves") == ["novel", "essay"])
  }

  private static let rows: [(RowKind, [String])] = [
    (.code(0), ["novel"]), (.code(1), []), (.net([0, 2]), ["novel", "essay"]),
    (.responses, ["novel", "essay"]), (.state(.unclear), ["unclear"]),
    (.state(.noAnswer), ["blank"]), (.state(.notApplicable), ["led past"]),
    (.state(.didNotReply), ["silent"]),
    (.population, ["novel", "essay", "blank", "led past", "unclear", "silent"]),
  ]

  @Test(arguments: rows)
  func rowsOfAChoice(row: RowKind, expected: [String]) {
    #expect(Self.counted(row.criteria(of: Self.genre, base: .answered)) == expected)
  }

  /// States and all units stand outside the base; codes and values within it.
  @Test func theBaseLimitsCodesAndValuesAlone() throws {
    let base = TableBase.condition(try Reader.condition("${books} > 5"))
    #expect(Self.counted(RowKind.code(0).criteria(of: Self.genre, base: base)) == [])
    #expect(Self.counted(RowKind.value.criteria(of: Self.books, base: base)) == ["unclear"])
    #expect(
      Self.counted(RowKind.value.criteria(of: Self.books, base: .population))
        == ["novel", "unclear"])
    #expect(
      Self.counted(RowKind.state(.noAnswer).criteria(of: Self.genre, base: base)) == ["blank"])
    #expect(Self.counted(RowKind.population.criteria(of: Self.genre, base: base)).count == 6)
  }

  /// A genre is offered to whoever has more than five books.
  @Test func whoChoseWhatWasNotOfferedStandsAmongThoseWhoWereOfferedIt() throws {
    let condition = try Reader.condition("${books} > 5")
    let units = [
      ("offered", Reader.unit(["genre": "essay", "books": "9"])),
      ("not offered", Reader.unit(["genre": "essay", "books": "1"])),
      ("chose it", Reader.unit(["genre": "novel", "books": "1"])),
      ("blank", Reader.unit(["books": "9"])),
    ]
    func counted(_ row: RowKind, _ base: TableBase) -> [String] {
      let criteria = row.criteria(of: Self.genre, base: base) { $0 == [0] ? condition : nil }
      return units.filter { $0.1.meets(criteria) }.map(\.0)
    }
    #expect(counted(.offered([0]), .answered) == ["offered", "chose it"])
    #expect(counted(.offered([0]), .asked) == ["offered", "chose it", "blank"])
    #expect(counted(.offered([1]), .answered) == ["offered", "not offered", "chose it"])
    #expect(counted(.code(0), .answered) == ["chose it"])
  }
}

extension RowKind {
  /// Where every choice is offered to whoever is asked.
  fileprivate func criteria(of variable: Int, base: TableBase) -> [Criterion] {
    criteria(of: variable, base: base) { _ in nil }
  }
}
