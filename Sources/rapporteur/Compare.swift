import ArgumentParser
import Basics
import Comparison
import Definition
import Interchange
import StageCommand

/// `rapporteur compare`: two rounds of one questionnaire.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares two rounds of one questionnaire.",
    discussion: """
      Takes what the stages up to aggregate left of both rounds and writes to compared/<earlier \
      collection> of the newer one: questionnaire.csv, changes.csv, movers.csv, response.csv and \
      summary.md. What the names of the two forms do not tell stands in rounds.yaml of the newer \
      collection.

      \(StageKeys.helpOfCompare)

      \(ExitStatus.help)
      """)

  @Option(help: "The folder that defines the newer collection, as in Pipelines/<collection>.")
  var pipeline: String

  @Option(help: "The folder with all that was made of it, as in Output/<collection>.")
  var output: String

  @Option(help: "The folder that defines the earlier collection.")
  var fromPipeline: String

  @Option(help: "The folder with all that was made of the earlier collection.")
  var fromOutput: String

  @Option(help: "How many threads may work at a time; the result never depends on it.")
  var jobs: Int = ProcessorCount.available

  @Flag(help: "Print what was compared as the last line.")
  var verbose = false

  private var from: CollectionFolders {
    CollectionFolders(pipeline: fromPipeline, input: "", output: fromOutput)
  }

  private var to: CollectionFolders {
    CollectionFolders(pipeline: pipeline, input: "", output: output)
  }

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("'--jobs \(jobs)' cannot be; expected a number from 1 to 1024.")
    }
    guard from.name != to.name else {
      throw ValidationError("Both rounds are '\(to.name)'; expected two collections.")
    }
  }

  func run() throws {
    StandardError.surviveClosedPipe()
    do throws(RunError) {
      for collection in [from, to] { try collection.requireUsable() }
      let report = try Comparison.run(from: from, to: to, jobs: jobs)
      if verbose { StandardError.write("\(to.name): compare: \(report.summary)") }
    } catch {
      StandardError.write("\(error)")
      throw ExitCode(error.kind.status.rawValue)
    }
  }
}
