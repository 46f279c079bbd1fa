import ArgumentParser
import Basics
import Definition
import Interchange

/// `rapporteur status`: what became of a collection.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what became of a collection, and what is stale.",
    discussion: """
      One line: the last run of make report and how long ago it was, what it ended with, the findings of \
      what is published, and what a run would do again.
      """)

  @Option(help: "The folder that defines the collection, as in Pipelines/<collection>.")
  var pipeline: String

  @Option(help: "The folder with the exports as received, as in Input/<collection>.")
  var input: String

  @Option(help: "The folder with all that was made, as in Output/<collection>.")
  var output: String

  func run() {
    StandardError.surviveClosedPipe()
    let collection = CollectionFolders(pipeline: pipeline, input: input, output: output)
    StandardOutput.write(CollectionStatus(collection, now: Timestamp.now).text)
  }
}
