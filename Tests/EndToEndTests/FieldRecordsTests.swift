import Foundation
import Testing
import _TestSupport

/// The collection of units that it lists itself, with attributes: offices that opened, closed and
/// changed, two of no known size, one of no region; with a score, and rooms of offices as units.
///
/// Every figure is checked against an oracle in Python that reads list and exports on its own.
struct FieldRecordsTests {
  private static let collection = GeneratedCollection("field-records")
  private static let published = Result { try collection.publish() }

  @Test func theGeneratorGivesTheCommittedExports() throws {
    try Self.collection.expectCommittedExports(["web.csv", "mail.csv", "rooms.csv"])
  }

  @Test func figuresAndLists() throws {
    let run = try Self.collection.oracle(try Self.published.get())
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains(/oracle: ok, 7[0-9][0-9] figures compared/), "\(run.output)")
  }

  /// A count that is one too high, a name too many in a list.
  @Test(arguments: [
    (
      "machine/cells.csv", "\noffices,region,africa,Africa,size,small,Small offices,count,4,", 4,
      "5"
    ),
    ("machine/lists.csv", "\nresponse,did_not_reply,small,", 0, "guatemala"),
  ])
  func tamperedFigures(file: String, line: String, digit: Int, other: String) throws {
    let published = try Self.collection.publish()
    let path = "Output/\(Self.collection.name)/published/\(file)"
    let text = try published.read(path)
    let tampered =
      digit == 4
      ? text.replacing(line, with: line.dropLast(2) + "\(other),")
      : text.replacing(line, with: "\nresponse,did_not_reply,large,")
    #expect(tampered != text)
    try published.write(tampered, to: path)
    let run = try Self.collection.oracle(published)
    #expect(run.status == 1, "\(run.output)\(run.error)")
  }

  /// Each row of a table by attributes adds up to its total.
  @Test func columnsOfAttributesAddUp() throws {
    let rows = CSVText.rows(
      try Self.published.get().read("Output/\(Self.collection.name)/published/machine/cells.csv"))
    var totals: [String: Int] = [:]
    var sums: [String: [String: Int]] = [:]
    for row in rows where row["statistic"] == "count" {
      guard let table = row["table"], ["response", "offices", "policy", "digital"].contains(table),
        let column = row["column_variable"], let count = Int(row["value"] ?? "")
      else { continue }
      let place = "\(table)/\(row["row"] ?? "")"
      if column.isEmpty {
        totals[place] = count
      } else {
        sums[place, default: [:]][column, default: 0] += count
      }
    }
    #expect(totals.count > 30)
    for (place, total) in totals {
      for (attribute, sum) in sums[place] ?? [:] {
        #expect(sum == total, "\(place) by \(attribute)")
      }
    }
  }
}
