import Questionnaire
import Testing

@testable import Tabulation

/// Whether a base may have units that sent nothing: which weigh nothing, and which no sample drew.
struct SilentUnitsTests {
  /// Of the north by the register; by region or for want of a reply, which may both hold; whoever
  /// replied; whoever has not answered 'novel'.
  private static func derived() throws -> [DerivedVariable] {
    [
      DerivedVariable(
        source: Reader.index("region"), rules: [.codes([0])], isOverlapping: false,
        isAboutAnswers: false),
      DerivedVariable(
        source: nil,
        rules: [
          .condition(try Reader.condition("${region} = 'north'")),
          .condition(try Reader.condition("${response} = 'did_not_reply'")),
        ], isOverlapping: true, isAboutAnswers: false),
      DerivedVariable(
        source: Reader.index("response"), rules: [.codes([0])], isOverlapping: false,
        isAboutAnswers: false),
      DerivedVariable(
        source: nil, rules: [.condition(try Reader.condition("${genre} != 'novel'"))],
        isOverlapping: false, isAboutAnswers: true),
    ]
  }

  private static let conditions: [(String, Bool)] = [
    ("${response} = 'replied'", false), ("${response} != 'replied'", true),
    ("${genre} = 'novel'", false),
    // A blank is not 'novel', so that whoever is silent is in the base.
    ("${genre} != 'novel'", true),
    ("${region} = 'north'", true), ("${region} = 'north' and ${genre} = 'novel'", false),
    ("${region} = 'north' and ${response} = 'replied'", false),
    ("${region} = 'north' and ${region} = 'south'", false), ("${region} = ''", true),
    // What derives from facts goes by them.
    ("${d0} = 'code0'", true), ("${d0} = 'code0' and ${region} = 'south'", false),
    ("selected(${d1}, 'code0') and selected(${d1}, 'code1')", true),
    ("not(selected(${d1}, 'code1'))", false), ("${d2} = 'code0'", false),
    // What derives from answers has no code without a reply.
    ("${d3} = 'code0'", false), ("${d3} != 'code0'", true),
  ]

  @Test(arguments: conditions)
  func whetherAConditionHoldsForTheSilent(text: String, expected: Bool) throws {
    let derived = try Self.derived()
    let base = TableBase.condition(try Reader.condition(text, derived: derived))
    let variables = Reader.variables(derived)
    #expect(base.mayHaveSilentUnits(Reader.index("genre"), variables) == expected)
  }

  private static let bases: [(TableBase, Bool)] = [
    (.population, true), (.respondents, false), (.asked, false), (.answered, false),
  ]

  @Test(arguments: bases)
  func whetherABaseHasTheSilent(base: TableBase, expected: Bool) {
    #expect(base.mayHaveSilentUnits(Reader.index("genre"), Reader.variables()) == expected)
  }
}
