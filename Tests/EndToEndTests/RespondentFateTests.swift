import Testing
import _TestSupport

/// What becomes of records that are not one respondent each, in a collection that is defined.
struct RespondentFateTests {
  private func collection(_ source: String, _ text: String) throws -> SmallCollection {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "title: Who\ncut-off: 2024-12-31\nunit: respondent\nsources:\n  - file: replies.csv\n    "
        + source + "\n", to: "Pipelines/small/pipeline.yaml")
    try collection.workdir.write(
      "type,name,label\ninteger,staff,Staff\n", to: "Pipelines/small/survey.csv")
    try collection.workdir.write(
      "tables:\n  - id: staff\n    rows: staff\n", to: "Pipelines/small/tables.yaml")
    try collection.workdir.write(text, to: "Input/small/replies.csv")
    return collection
  }

  private func balance(_ collection: SmallCollection) throws -> [String: String] {
    let rows = CSVText.rows(try collection.workdir.read("Output/small/validated/balance.csv"))
    return Dictionary(
      rows.map { ($0["fate"] ?? "", $0["records"] ?? "") }, uniquingKeysWith: { first, _ in first }
    ).filter { $0.value != "0" && $0.key != "records" }
  }

  private static let received = "received: {date: 2024-05-01}"

  /// Events, repeating instruments and their labels: the record of one replaces no other.
  @Test(arguments: [
    (
      "record_id,redcap_event_name,staff\n1,baseline_arm_1,12\n2,baseline_arm_1,40\n1,followup_arm_1,\n",
      "replies.csv:4: error: [several-parts] '1' has 'followup_arm_1' in column "
        + "'redcap_event_name', and 'baseline_arm_1' on line 2"
    ),
    (
      "record_id,redcap_repeat_instrument,redcap_repeat_instance,staff\n1,,,12\n1,visit,1,\n",
      "replies.csv:3: error: [several-parts] '1' has 'visit'"
    ),
    (
      "record_id,Event Name,staff\n1,Baseline,12\n1,Follow-up,\n",
      "replies.csv:3: error: [several-parts] '1' has 'follow-up'"
    ),
  ])
  func partsOfARespondent(text: String, error: String) throws {
    let collection = try collection(
      "convention: redcap\n    unit: {column: record_id}\n    \(Self.received)", text)
    let runner = StageRunner(collection.workdir, collection: "small")
    #expect(try runner.run("ingest").status == 0)
    let run = try runner.run("normalize")
    #expect(run.status == 65)
    #expect(run.error.contains(error), "\(run.error)")
  }

  /// Arms with one event each, and one event exported alone, count.
  @Test(arguments: ["2", "1"])
  func oneRecordOfEach(arm: String) throws {
    let collection = try collection(
      "unit: {column: record_id}\n    \(Self.received)",
      "record_id,redcap_event_name,staff\n1,baseline_arm_1,12\n2,baseline_arm_\(arm),40\n"
        + "3,baseline_arm_1,7\n")
    _ = try StageRunner(collection.workdir, collection: "small").runAll()
    #expect(try balance(collection) == ["accepted": "3"])
  }

  private static let begun = "id,sent,staff\n1,2024-05-01,12\n2,,40\n3,2024-05-02,7\n"

  @Test func incompleteAreLeftOutOrKept() throws {
    let mark = "incomplete: {column: sent, values: [\"\"]"
    let dropped = try collection(
      "unit: {column: id}\n    received: {column: sent}\n    \(mark)}", Self.begun)
    #expect(try StageRunner(dropped.workdir, collection: "small").runAll().status == 0)
    #expect(try balance(dropped) == ["accepted": "2", "incomplete": "1"])
    let kept = try collection(
      "unit: {column: id}\n    \(Self.received)\n    \(mark), keep: yes}", Self.begun)
    #expect(try StageRunner(kept.workdir, collection: "small").runAll().status == 0)
    #expect(try balance(kept) == ["accepted": "3"])
  }

  /// A mended record comes under the header of its source, however many rows that has.
  @Test func mendedUnderTwoHeaderRows() throws {
    let header = "Q0,Q1,staff\nWho?,Sent?,How many?\n"
    let collection = try collection(
      "header-rows: 2\n    unit: {column: Q0}\n    received: {column: Q1}\n    date-order: ymd",
      header + "1,2024-05-01,12\n2,soon,40\n")
    _ = try StageRunner(collection.workdir, collection: "small").runAll()
    #expect(try balance(collection) == ["accepted": "1", "quarantined": "1"])
    let mended = try collection.workdir.read(
      "Output/small/published/quarantine/records/replies.csv")
    #expect(mended == header + "2,soon,40\n")
    try collection.workdir.write(
      header + "2,2024-05-03,40\n", to: "Input/small/mended/replies.csv")
    _ = try StageRunner(collection.workdir, collection: "small").runAll()
    #expect(try balance(collection) == ["accepted": "2", "quarantined": "1"])
  }
}
