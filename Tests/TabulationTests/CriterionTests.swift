import Questionnaire
import Testing

@testable import Tabulation

struct CriterionTests {
  private static let fact = DerivedVariable(
    source: Reader.index("region"), rules: [.codes([0])], isOverlapping: false,
    isAboutAnswers: false)
  private static let derived = [fact]

  /// Units in each of the six states of `genre`, and an organization.
  private static let units: [(String, TabulatedUnit)] = [
    ("answered", Reader.unit(["genre": "poetry"], derived: derived)),
    ("blank", Reader.unit(derived: derived)),
    ("silent", Reader.silent(derived: derived)),
    ("silent north", Reader.silent(region: "north", derived: derived)),
    ("led past", Reader.unit(states: ["genre": .notApplicable], derived: derived)),
    ("not asked", Reader.unit(states: ["genre": .notAsked], derived: derived)),
    ("unclear", Reader.unit(states: ["genre": .unclear], derived: derived)),
    (
      "north",
      Reader.unit(
        ["genre": "novel", "books": "3"], region: "north", role: .reportingParticipant,
        derived: derived)
    ),
    ("organization", Reader.silent(region: "south", role: .participant, derived: derived)),
  ]

  private static let genre = Reader.index("genre")

  private static func criteria() throws -> [(Criterion, [String])] {
    [
      (
        .isReportingUnit,
        [
          "answered", "blank", "silent", "silent north", "led past", "not asked", "unclear",
          "north",
        ]
      ),
      (.isParticipant, ["north", "organization"]),
      (.hasReplied(false), ["silent", "silent north", "organization"]),
      (.code(anyOf: [1, 2], of: genre), ["answered"]),
      (.code(anyOf: [], of: genre), []),
      (
        .noCode(of: genre),
        [
          "blank", "silent", "silent north", "led past", "not asked", "unclear",
          "organization",
        ]
      ),
      (.state(.unclear, of: genre), ["unclear"]),
      (.state(.didNotReply, of: genre), ["silent", "silent north", "organization"]),
      // Who was asked has answered, left a blank, or said what fits no code.
      (.asked(of: genre), ["answered", "blank", "unclear", "north"]),
      (.value(of: Reader.index("books")), ["north"]),
      (
        .condition(try Reader.condition("${genre} = 'novel' or ${region} = 'south'")),
        ["north", "organization"]
      ),
    ]
  }

  @Test func whoMeetsWhat() throws {
    for (criterion, expected) in try Self.criteria() {
      let found = Self.units.filter { $0.1.meets(criterion) }.map(\.0)
      #expect(found == expected, "\(criterion)")
    }
  }

  @Test func allCriteriaMustBeMet() {
    let criteria: [Criterion] = [.hasReplied(true), .noCode(of: Self.genre)]
    let found = Self.units.filter { $0.1.meets(criteria) }.map(\.0)
    #expect(found == ["blank", "led past", "not asked", "unclear"])
    #expect(Reader.unit().meets([Criterion]()))
  }

  /// Disclosure control works with the parts alone.
  @Test func partsComeToTheSame() throws {
    let variables = Reader.variables(Self.derived)
    let states = [genre, Reader.index("region"), Reader.index("response"), 9].flatMap { variable in
      AnswerState.allCases.map { Criterion.state($0, of: variable) } + [.asked(of: variable)]
    }
    let conditions = try [
      "${genre} = 'novel' and ${books} > 2 and ${region} = 'north'",
      "not(${genre} = 'novel' or ${books} > 2)",
    ].map { Criterion.condition(try Reader.condition($0)) }
    for criterion in states + conditions + (try Self.criteria().map(\.0)) {
      for (name, unit) in Self.units {
        #expect(
          unit.meets(criterion) == unit.meets(criterion.parted(variables)), "\(criterion), \(name)")
      }
    }
  }

  private var genre: Int { Self.genre }

  @Test func aPartIsAboutOneThing() throws {
    let variables = Reader.variables(Self.derived)
    let condition = Criterion.condition(
      try Reader.condition("${genre} = 'novel' and (${books} > 2 and ${region} = 'north')"))
    #expect(condition.parted(variables).count == 3)
    #expect(Criterion.state(.answered, of: 9).parted(variables).count == 2)
    #expect(Criterion.state(.answered, of: genre).parted(variables).count == 1)
  }
}
