import Basics
import Findings
import Interchange
import Register
import Tabular
import Testing
import _TestSupport

struct FindingTests {
  private static let position = RecordPosition(line: 5, offset: 120, length: 44)

  @Test func cellsStandUnderTheirHeadings() {
    let finding = Finding(
      Objection(.unclearAnswer, "m", suggestion: "s"),
      at: Position(source: "a.csv", record: Self.position), unit: "NAM", submission: 7,
      question: "q1",
      value: "ja")
    #expect(
      Dictionary(uniqueKeysWithValues: zip(Finding.header, finding.fields)) == [
        "rule": "unclear-answer", "severity": "fatal", "unit": "NAM", "submission": "7",
        "question": "q1", "value": "ja", "source": "a.csv", "line": "5", "offset": "120",
        "length": "44", "message": "m", "suggestion": "s",
      ])
    #expect(Finding.header.count == finding.fields.count)
  }

  @Test func sourceAsAWholeHasNoPosition() {
    #expect(Position(source: "a.csv").fields == ["", "", ""])
  }

  @Test func quarantinedRecordsGoThroughAFile() throws {
    let workdir = try Workdir()
    let record = QuarantinedRecord(
      Objection(
        .unknownUnit, "'NA' is no name of a State", suggestion: "did you mean\nNamibia?"),
      source: "é, x.csv", record: 3, position: Self.position)
    let path = "\(workdir.path)/quarantine.csv"
    let writer = try CSVWriter(path: path, header: QuarantinedRecord.header)
    try writer.write(record.fields)
    try writer.commit()
    let read = try #require(try QuarantinedRecord.read(from: path).first)
    #expect(read.fields == record.fields)
    #expect(read.fields[0] == "normalize")
    #expect(read.finding.severity == .fatal)
    #expect(read.finding.position == Position(source: "é, x.csv", record: Self.position))
  }
}
