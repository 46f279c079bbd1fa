import ArgumentParser
import Basics
import Definition
import Interchange
import Normalization
import StageCommand

@main
struct RapporteurNormalize: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-normalize",
    abstract: "Turns the texts of the records into codes.",
    discussion: """
      Reads ingested/, survey.csv, choices.csv and the registers, and writes normalized/: one \
      file of submissions a State (or a block of respondents), texts.csv, recodes.csv with what \
      every text became, findings.csv and quarantine.csv. \
      Memory grows with the distinct texts, not with the records.

      \(StageKeys.help(.normalize))

      \(ExitStatus.help)
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  var stage: Stage { .normalize }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    try Normalization.run(collection, jobs: jobs)
  }
}
