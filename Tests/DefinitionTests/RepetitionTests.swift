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

  @Test(arguments: [
    (
      "    repeat: {name: visit, key: a, parent: b}\n", 9,
      "[unknown-repeat] at 'sources[2].repeat.name': there is no repeat 'visit' with questions in "
        + "PIPELINE/survey.csv. Did you mean 'visits'?"
    ),
    (
      "    repeat: {name: visits, key: a, parent: b, of: replies.csv}\n", 9,
      "[unknown-source] at 'sources[2].repeat.of': there is no source of submissions with the file "
        + "'replies.csv'; expected 'replies-*.csv'. Did you mean 'replies-*.csv'?"
    ),
    (
      "    repeat: {name: visits, key: a, parent: b}\n    unit: {column: Who}\n", 10,
      "[repeat] at 'sources[2].unit': 'unit' cannot stand beside 'repeat': it is that of the "
        + "submission. Delete it"
    ),
    (
      "    repeat: {name: visits, key: a, parent: b}\n"
        + "  - file: more.csv\n    repeat: {name: visits, key: a, parent: b}\n", 11,
      "[repeat-twice] at 'sources[3].repeat': the source on line 8 has the repeat 'visits' of the "
        + "same submissions already; expected one source, with '*' in its file for several files"
    ),
    (
      "    repeat: {name: visits, key: a, parent: b}\n"
        + "  - file: more.csv\n    unit: {column: Who}\n    received: {column: Received}\n", 9,
      "[missing-key] at 'sources[2].repeat': the key 'of' is missing; expected the file of the "
        + "source that has the submissions: 'replies-*.csv', 'more.csv'"
    ),
  ])
  func errors(keys: String, line: Int, message: String) throws {
    let collection = try SmallCollection()
    let error = #expect(throws: RunError.self) { _ = try pipeline(keys, in: collection) }
    #expect(error?.kind == .badDefinition)
    let expected = message.replacing("PIPELINE", with: collection.pipeline)
    #expect(error?.description == "\(collection.path("pipeline.yaml")):\(line): error: \(expected)")
  }
}
