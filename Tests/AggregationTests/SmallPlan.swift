import Questionnaire
import Definition
import Interchange
import _TestSupport

@testable import Aggregation

/// The small collection with a table plan, ready to be counted: questions are attended (yes, no),
/// rating (1 to 3), channels, sessions, day and remarks.
struct SmallPlan {
  let pipeline: PipelineDefinition
  let plan: TablePlan

  init(_ tables: String = "tables:\n- rows: attended\n") throws {
    let collection = try SmallCollection()
    try collection.workdir.write(tables, to: "Pipelines/small/tables.yaml")
    pipeline = try PipelineDefinition(folders(collection))
    plan = try TablePlan(folders(collection), pipeline)
  }

  var counted: CountedPlan { CountedPlan(plan) }

  /// Units with their fates, numbered from 1.
  func population(_ units: [(key: String, fate: UnitEntry.Fate)]) -> Population {
    Population(
      pipeline, plan.catalog,
      units: ReportingUnits(
        units.enumerated().map { index, unit in
          UnitEntry(number: index + 1, key: unit.key, partition: "p", fate: unit.fate)
        }))
  }
}
