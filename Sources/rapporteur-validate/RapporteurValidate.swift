import ArgumentParser
import Basics
import Definition
import Interchange
import StageCommand
import Validation

@main
struct RapporteurValidate: StageCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-validate",
    abstract: "Judges which submissions count and what is wrong with them.",
    discussion: """
      Reads normalized/, corrections.csv and rules.yaml, and writes validated/: the submissions that \
      count, findings.csv, rules.csv, days.csv, superseded.csv, late.csv, corrections.csv and \
      balance.csv. Every record is accepted, quarantined, superseded, late, incomplete or a test; the sum is checked. \
      Memory grows with the submissions of the States being worked on, with the free texts that \
      rules rest on, and not with the findings.

      \(StageKeys.help(.validate))

      \(ExitStatus.help)
      """,
    version: ProgramVersion.current)

  @OptionGroup var options: StageOptions

  var stage: Stage { .validate }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport {
    try Validation.run(collection, jobs: jobs)
  }
}
