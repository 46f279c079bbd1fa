import ArgumentParser
import Basics
import Definition
import Interchange

/// `rapporteur log`: what `make report` calls when a run of a collection ends.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Notes a run of a collection in run.log.",
    discussion: """
      make report calls it when a run ends. It keeps the last thirty runs, and says of one that failed \
      what changed since the run before. It leaves with 0 whatever happens: the run has ended.
      """)

  @Option(help: "The folder that defines the collection, as in Pipelines/<collection>.")
  var pipeline: String

  @Option(help: "The folder with the exports as received, as in Input/<collection>.")
  var input: String

  @Option(help: "The folder with all that was made, as in Output/<collection>.")
  var output: String

  @Option(help: "When the run began, in seconds since 1970.")
  var started: Int

  @Option(help: "What the run ended with.")
  var status: Int

  @Option(help: "Each stage with what it ended with, as in 'ingest:0 normalize:65'.")
  var stages: String

  func run() {
    StandardError.surviveClosedPipe()
    let collection = CollectionFolders(pipeline: pipeline, input: input, output: output)
    do throws(RunError) {
      let lock = try RunLock(folder: collection.output)
      defer { withExtendedLifetime(lock) {} }
      var log = RunLog(of: collection)
      let said = try log.note(collection, started: started, status: status, stages: stages)
      if let said { StandardError.write("\(collection.name): \(said)") }
    } catch {
      for problem in error.problems { StandardError.warn(problem) }
    }
  }
}
