import Basics
import Definition
import Testing
import _TestSupport

struct RepetitionTests {
  /// The small collection with a repeat, and a second source as the test has it.
  private func pipeline(
    _ keys: String, in collection: SmallCollection
  ) throws -> PipelineDefinition {
    try collection.replace(
      "integer,sessions,How many sessions?,Combien de séances ?,,\n",
      with: "begin_repeat,visits,,,,\ninteger,sessions,How many sessions?,,,\nend_repeat,,,,,\n",
      in: "survey.csv")
    try collection.replace(
      "rounding:\n", with: "  - file: visits.csv\n\(keys)rounding:\n", in: "pipeline.yaml")
    return try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
  }

  @Test func theOnlyOtherSourceHasTheSubmissions() throws {
    let pipeline = try pipeline(
      "    repeat: {name: visits, key: PARENT_KEY, parent: KEY, id: KEY}\n", in: SmallCollection())
    let repetition = try #require(pipeline.sources[1].repetition)
    #expect(repetition.name == "visits")
    #expect(repetition.parentSource == "replies-*.csv")
    #expect(repetition.keyColumn == "PARENT_KEY")
    #expect(repetition.parentColumn == "KEY")
    #expect(repetition.idColumn == "KEY")
    #expect(pipeline.sources[1].unit == .submission(key: "PARENT_KEY"))
    #expect(pipeline.repetitions(of: pipeline.sources[0]).map(\.name) == ["visits"])
    #expect(pipeline.repetitions(of: pipeline.sources[1]).isEmpty)
  }
}
