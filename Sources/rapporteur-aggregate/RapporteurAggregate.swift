import ArgumentParser
import Aggregation
import Interchange
import StageCommand
import Tabular

@main
struct RapporteurAggregate: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-aggregate",
    abstract: "Counts the tables of a collection.",
    discussion: """
      Reads validated/, tables.yaml and the registers, and writes aggregated/: cells.csv with
      count and base of every cell, behind.csv with the units behind listed cells, partials/
      with the tally of each State, and answer-states.csv.
      Memory grows with the cells of the table plan.
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  var stage: Stage { .aggregate }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    try Aggregation.run(collection, jobs: jobs)
  }
}
