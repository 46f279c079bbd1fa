import Tabulation
import Register
import Definition
import Interchange
import Questionnaire
import Testing
import _TestSupport

@testable import Aggregation

struct PopulationTests {
  /// Whoever replied has the first code of `response`, whoever did not the second.
  @Test func whoReplied() throws {
    let small = try SmallPlan()
    let population = small.population([("ada", .replied), ("bo", .late), ("cy", .silent)])
    let response = try #require(small.plan.catalog.entries.first { $0.name == "response" })
    let codes = population.units.map {
      population.answers(of: $0, number: $0.number).unit.code(of: response.variable.index)
    }
    #expect(response.codes.map(\.name) == ["replied", "did_not_reply"])
    #expect(codes == [0, 1, 1])
  }

  /// Without a submission nothing is answered, and nothing is a blank either.
  @Test func whoSentNothingDidNotReply() throws {
    let population = try SmallPlan().population([("ada", .silent)])
    let unit = population.answers(of: population.units[0], number: 1)
    #expect((0..<6).allSatisfy { unit.unit.state(of: $0) == .didNotReply })
  }

  @Test func unitsOfACollectionWithoutRegister() throws {
    let population = try SmallPlan().population([("ada", .replied), ("bo", .late)])
    #expect(population.organizations.isEmpty)
    #expect((1...2).map(population.key) == ["ada", "bo"])
  }

  /// The parties to the Protocol that are no Member State are numbered after these.
  @Test func organizationsComeAfterTheUnits() throws {
    let collection = try SmallCollection()
    try collection.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try collection.replace(
      "unit: respondent",
      with: "unit: state\nregister: {treaty: migrants-protocol, incomplete: yes}",
      in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(folders(collection))
    let plan = try TablePlan(folders(collection), pipeline)
    let units = ReportingUnits([
      UnitEntry(number: 1, key: "NAM", partition: "NAM", fate: .replied)
    ])
    let population = Population(pipeline, plan.catalog, units: units)
    #expect(population.key(of: 1) == "NAM")
    #expect(
      population.organizations.map(\.number) == Array(2..<(2 + population.organizations.count)))
    let union = try #require(population.organizations.first { $0.key == "EU" })
    #expect(population.key(of: union.number) == "EU")
  }
}
