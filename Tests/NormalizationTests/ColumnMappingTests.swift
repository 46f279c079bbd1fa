import Basics
import Definition
@testable import Normalization
import Questionnaire
import SurveyTools
import Testing
import _TestSupport

struct ColumnMappingTests {
  private static let headings = [
    "Who", "Received", "Did you attend?", "rating", "channels", "Combien de séances ?", "day",
    "Remarks",
  ]

  private func mapping(
    _ headings: [String], source keys: String = "", convention: HeaderConvention = .plain,
    in collection: SmallCollection
  ) throws -> ColumnMapping {
    try collection.replace(
      "    received: {column: Received}\n", with: "    received: {column: Received}\n\(keys)",
      in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    return try ColumnMapping(
      columns: headings.map {
        SourceColumn(heading: $0, label: "", option: "", isBlank: $0.isEmpty)
      },
      source: try #require(pipeline.sources.first), convention: convention, file: "replies-1.csv",
      form: pipeline.form)
  }

  @Test func columnsByNameAndLabelInAnyLanguage() throws {
    let mapping = try mapping(Self.headings, in: SmallCollection())
    #expect(mapping.unit == 0)
    #expect(mapping.received == 1)
    #expect(mapping.test == nil)
    #expect(mapping.questions == (2...7).map { .whole($0) })
    #expect(mapping.unmapped.isEmpty)
  }

  @Test func headingsAreComparedAsLabelsAre() throws {
    let mapping = try mapping(
      ["WHO", " received ", "did you\nattend?"], in: SmallCollection())
    #expect(mapping.questions[0] == .whole(2))
    #expect(mapping.questions[1] == .none)
  }

  @Test func declaredAndIgnoredColumns() throws {
    let mapping = try mapping(
      ["Who", "Received", "Came?", "Name", "Notes", "", "#"],
      source: "    columns: {\"Came?\": attended}\n    ignore: [name]\n", in: SmallCollection())
    #expect(mapping.questions[0] == .whole(2))
    #expect(mapping.unmapped == ["Notes", "#"])
  }

  /// What the tool itself writes is no question, and nobody has to say so; "Name" of an export that
  /// nobody knows may be one.
  @Test func columnsOfTheTool() throws {
    let headings = ["Who", "Received", "ID", "Start time", "Email", "name", "Notes"]
    #expect(
      try mapping(headings, convention: .msForms, in: SmallCollection()).unmapped == ["Notes"])
    #expect(
      try mapping(headings, in: SmallCollection()).unmapped
        == ["ID", "Start time", "Email", "name", "Notes"])
  }

  @Test func columnsOfOptions() throws {
    let mapping = try mapping(
      ["Who", "Received", "channels/web", "channels/mail", "group/channels/friend"],
      in: SmallCollection())
    #expect(
      mapping.questions[2]
        == .ticks([
          TickColumn(column: 2, code: 2), TickColumn(column: 3, code: 0),
          TickColumn(column: 4, code: 1),
        ]))
  }

  @Test func declaredOptionsAndRanks() throws {
    let collection = try SmallCollection()
    try collection.replace("text,remarks,", with: "rank channel,remarks,", in: "survey.csv")
    let mapping = try mapping(
      ["Who", "Received", "A", "B", "C", "D"],
      source: "    columns: {A: channels/web, B: channels/mail, C: remarks/web, D: remarks/mail}\n",
      in: collection)
    #expect(
      mapping.questions[2]
        == .ticks([TickColumn(column: 2, code: 2), TickColumn(column: 3, code: 0)]))
    #expect(
      mapping.questions[5]
        == .ranks([TickColumn(column: 4, code: 2), TickColumn(column: 5, code: 0)]))
  }

  @Test func declaredPlacesOfARanking() throws {
    let collection = try SmallCollection()
    try collection.replace("text,remarks,", with: "rank channel,remarks,", in: "survey.csv")
    let mapping = try mapping(
      ["Who", "Received", "A", "B"],
      source: "    columns: {A: \"remarks[2]\", B: \"remarks[1]\"}\n", in: collection)
    #expect(
      mapping.questions[5]
        == .rankedBy([TickColumn(column: 2, code: 1), TickColumn(column: 3, code: 0)]))
  }

  /// A ranking has a column an option or a column a rank, not both.
  @Test func rankingInTwoWays() throws {
    let collection = try SmallCollection()
    try collection.replace("text,remarks,", with: "rank channel,remarks,", in: "survey.csv")
    let error = #expect(throws: RunError.self) {
      _ = try mapping(
        ["Who", "Received", "remarks/web", "B"], source: "    columns: {B: \"remarks[1]\"}\n",
        in: collection)
    }
    #expect(error?.problems.map(\.id.name) == ["column-twice"])
  }

  @Test(arguments: [
    (
      "channels/radio",
      "[unknown-choice] at 'sources[1].columns.A': 'channels/radio' is no column of 'channels'; "
        + "expected 'channels/mail', 'channels/friend', 'channels/web'"
    ),
    (
      "attended/yes",
      "[unknown-choice] at 'sources[1].columns.A': 'attended/yes' is no column of 'attended'; "
        + "expected the question alone, which has one column"
    ),
  ])
  func declaredPartsThatAreNone(position: String, message: String) throws {
    let collection = try SmallCollection()
    let error = #expect(throws: RunError.self) {
      _ = try mapping(
        ["Who", "Received", "A"], source: "    columns: {A: \(position)}\n", in: collection)
    }
    #expect(error?.description == "\(collection.path("pipeline.yaml")):8: error: \(message)")
  }

  private static let errorCases: [([String], String, Int, String)] = [
    (
      ["Whom", "Received"], "", 5,
      "[missing-column] at 'sources[1]': replies-1.csv has no column 'Who' (unit); "
        + "expected one of its headings, 'Whom', 'Received'. Did you mean 'Whom'?"
    ),
    (
      ["Who", "Day"], "", 5,
      "[missing-column] at 'sources[1]': replies-1.csv has no column 'Received' (received); "
        + "expected one of its headings, 'Who', 'Day'."
    ),
    (
      ["Who", "Received"], "    test-records: {column: status, values: [Test]}\n", 5,
      "[missing-column] at 'sources[1]': replies-1.csv has no column 'status' (test-records); "
        + "expected one of its headings, 'Who', 'Received'."
    ),
    (
      ["Who", "Received", "Cane?"], "    columns: {\"Came?\": attended}\n", 5,
      "[missing-column] at 'sources[1]': replies-1.csv has no column 'Came?' (columns); "
        + "expected one of its headings, 'Who', 'Received', 'Cane?'. Did you mean 'Cane?'?"
    ),
    (
      ["Who", "Received", "rating", "How was it?"], "", 5,
      "[column-twice] at 'sources[1]': replies-1.csv: columns 3 ('rating') and 4 ('How was it?') "
        + "are both question 'rating'; expected one. Put the other under 'ignore' of the source, "
        + "as '#4'"
    ),
    (
      ["Who", "Received", "channels/web", "channels/Web"], "", 5,
      "[column-twice] at 'sources[1]': replies-1.csv: columns 3 ('channels/web') and 4 "
        + "('channels/Web') are both question 'channels'; expected one. "
        + "Put the other under 'ignore' of the source, as '#4'"
    ),
  ]

  @Test(arguments: errorCases)
  func errors(headings: [String], keys: String, line: Int, message: String) throws {
    let collection = try SmallCollection()
    let error = #expect(throws: RunError.self) {
      _ = try mapping(headings, source: keys, in: collection)
    }
    #expect(error?.kind == .badDefinition)
    #expect(
      error?.description == "\(collection.path("pipeline.yaml")):\(line): error: \(message)")
  }

  @Test func labelOfTwoQuestions() throws {
    let collection = try SmallCollection()
    try collection.replace("day,On which day?", with: "day,Remarks", in: "survey.csv")
    let error = #expect(throws: RunError.self) {
      _ = try mapping(["Who", "Received", "remarks", "REMARKS"], in: collection)
    }
    #expect(
      error?.description
        == "\(collection.path("pipeline.yaml")):5: error: [ambiguous-column] at 'sources[1]': "
        + "replies-1.csv: column 'remarks' is the label of day and remarks; "
        + "expected one question. Say which under 'columns' of the source")
  }
}
