import Aggregation
import ArgumentParser
import Basics
import Definition
import Interchange
import StageCommand

@main
struct RapporteurAggregate: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-aggregate",
    abstract: "Counts the tables of a collection.",
    discussion: """
      Reads validated/, tables.yaml and the registers, and writes aggregated/: cells.csv with \
      count and base of every cell, behind.csv with the units behind listed cells, and \
      answer-states.csv. Memory grows with the cells of the table plan.

      Replies that are validated in parts, each below an --output of its own, are counted with \
      --partial into one file a part, and joined with --merge: to the same bytes, whatever the \
      parts and their order. What is joined are counts alone: findings, balances and quarantined \
      records stay with the parts, and the export refuses the folder. To publish, run the stages \
      over all exports together.

      \(StageKeys.help(.aggregate))

      \(ExitStatus.help)
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  @Option(help: "Count into this file, for --merge, and leave aggregated/ as it is.")
  var partial: String?

  @Option(
    parsing: .upToNextOption,
    help: "Join files of --partial to aggregated/ instead of counting validated/.")
  var merge: [String] = []

  var stage: Stage { .aggregate }

  func validate() throws {
    if partial != nil && !merge.isEmpty {
      throw ValidationError("'--partial' and '--merge' exclude each other; expected one of them.")
    }
  }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    if let partial {
      return try Aggregation.writePartial(to: partial, collection, jobs: jobs)
    }
    if !merge.isEmpty { return try Aggregation.merge(merge, collection, jobs: jobs) }
    return try Aggregation.run(collection, jobs: jobs)
  }
}
