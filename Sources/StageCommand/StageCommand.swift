package import ArgumentParser
package import Basics
package import Definition
package import Interchange

/// The options that all five stages share, spelled the same.
package struct StageOptions: ParsableArguments {
  @Option(help: "The folder that defines the collection, as in Pipelines/<collection>.")
  package var pipeline: String

  @Option(help: "The folder with the exports as received, as in Input/<collection>.")
  package var input: String

  @Option(help: "The folder for everything that is made, as in Output/<collection>.")
  package var output: String

  @Option(help: "How many threads may work at a time; the result never depends on it.")
  package var jobs: Int = ProcessorCount.available

  @Flag(help: "Print what became of every record as the last line.")
  package var verbose = false

  @Flag(help: "Print how long each phase of the stage took.")
  package var timings = false

  @Flag(help: "Leave what the stage has made as it is where it is up to date.")
  package var unlessCurrent = false

  package init() {}

  package func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("'--jobs \(jobs)' cannot be; expected a number from 1 to 1024.")
    }
  }
}

/// A command line that runs one stage.
package protocol StageCommand: ParsableCommand {
  var options: StageOptions { get }
  var stage: Stage { get }

  func runStage(_ collection: CollectionFolders, jobs: Int) throws(RunError) -> StageReport
}

extension StageCommand {
  /// Runs the stage, prints what it says and leaves with the exit status that the manual lists.
  package func run() throws {
    StandardError.surviveClosedPipe()
    let collection = CollectionFolders(
      pipeline: options.pipeline, input: options.input, output: options.output)
    Phases.show(of: "\(collection.name): \(stage.rawValue)", printsTimings: options.timings)
    let report: StageReport
    do throws(RunError) {
      try collection.requireUsable()
      try Leftovers.clear(of: collection)
      if let current = try current(collection) {
        report = current
      } else {
        report = try runStage(collection, jobs: options.jobs)
      }
    } catch {
      Phases.end()
      StandardError.write("\(error)")
      throw ExitCode(error.kind.status.rawValue)
    }
    Phases.end()
    if options.verbose && !report.summary.isEmpty {
      StandardError.write("\(collection.name): \(stage.rawValue): \(report.summary)")
    }
    if report.hasFailingFindings { throw ExitCode(ExitStatus.findings.rawValue) }
  }

  /// What a stage has to say that need not run again: nothing, but a set that was published with
  /// findings to look at ends as it did.
  private func current(_ collection: CollectionFolders) throws(RunError) -> StageReport? {
    guard options.unlessCurrent else { return nil }
    let chain = StageChain(try CollectionDefinition(collection))
    return try chain.currentManifest(of: stage).map { manifest in
      StageReport(
        summary: "",
        hasFailingFindings: manifest.counts[StageReport.decidingFindings, default: 0] > 0)
    }
  }
}
