import ArgumentParser
import Basics
import Definition
import Interchange
import Publication
import StageCommand

@main
struct RapporteurExport: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-export",
    abstract: "Publishes the tables, lists and the draft report.",
    discussion: """
      Reads aggregated/, the lists of validated/ and report.md, and writes published/: tables/, \
      workbook.xlsx, index.html, report.md, report.html, the findings, quarantine/, balance.csv, and \
      machine/ with the same and more for programs, all or nothing. \
      Leaves with status 1 where findings reach the collection's fail-on level. \
      Memory grows with the cells and the names behind them.

      \(StageKeys.help(.export))

      \(ExitStatus.help)
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  @Option(
    name: .customLong("form"),
    help: "A form that is made besides those of the pipeline; may be given several times.")
  var forms: [ExtraForm] = []

  var stage: Stage { .export }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    try Publication.run(collection, jobs: jobs, extra: Set(forms))
  }
}

extension ExtraForm: ExpressibleByArgument {}
