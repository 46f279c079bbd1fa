import ArgumentParser
import Basics
import Definition
import Ingestion
import Interchange
import StageCommand

@main
struct RapporteurIngest: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-ingest",
    abstract: "Reads the exports of a collection into records.",
    discussion: """
      Reads every file below the input folder that a source of pipeline.yaml names, and writes \
      ingested/: sources.csv, and for each source columns.csv, records.csv, seen.csv and \
      texts.csv; records that cannot be used go to quarantine.csv with the position of their bytes. \
      Memory grows with the distinct texts of closed columns, not with the records.

      \(StageKeys.help(.ingest))

      \(ExitStatus.help)
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  var stage: Stage { .ingest }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    try Ingestion.run(collection, jobs: jobs)
  }
}
