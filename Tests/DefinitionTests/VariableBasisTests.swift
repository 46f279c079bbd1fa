import Basics
import Definition
import Questionnaire
import Testing
import _TestSupport

/// What decides a condition, for those who ask which units it can hold for.
struct VariableBasisTests {
  /// On which day a unit filled in the form no answer of it tells, so that no set of units stands for
  /// a condition that asks for it.
  @Test(arguments: [
    ("${attended} = 'yes'", VariableBasis.question(0)),
    ("${attended} = 'yes' or ${attended} = ''", .question(0)),
    ("${attended} = 'yes' or ${sessions} > 1", nil),
    ("${attended} = 'yes' or today() > date('2024-01-01')", nil),
    ("not(${attended} = 'yes' and today() > date('2024-01-01'))", nil),
    ("today() > date('2024-01-01')", nil),
    ("if(today() > date('2024-01-01'), ${attended}, 'no') = 'yes'", nil),
    ("${day} <= date('2024-01-01')", .question(4)), ("${day} <= today()", nil),
    ("today() - ${day} > 7", nil),
  ])
  func whatDecides(condition: String, expected: VariableBasis?) throws {
    let collection = try SmallCollection()
    let pipeline = try PipelineDefinition(folders(collection))
    let bound = try Expression(parsing: condition).bound(to: pipeline.form, current: nil)
    #expect(try VariableCatalog(pipeline).basis(of: bound) == expected)
    withExtendedLifetime(collection) {}
  }
}
