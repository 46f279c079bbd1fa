import Foundation
import Testing
import _TestSupport

/// The collection that is a sample: weights, what they add up to, and confidence intervals.
///
/// Every figure is checked against an oracle in Python that reads the exports on its own and estimates
/// from unit to unit.
struct HouseholdWasteTests {
  private static let collection = GeneratedCollection("household-waste")
  private static let published = Result { try collection.publish() }

  @Test func theGeneratorGivesTheCommittedExports() throws {
    try Self.collection.expectCommittedExports(["web.csv", "interviews.csv"])
  }

  @Test func figuresWeightsAndLimits() throws {
    let run = try Self.collection.oracle(try Self.published.get())
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(
      run.output.contains(/3[0-9][0-9] figures compared, 1[0-9] variances by a jackknife/),
      "\(run.output)")
  }

  /// A limit that is off in its third digit is a fault.
  @Test func tamperedLimit() throws {
    let published = try Self.collection.publish()
    let file = "Output/\(Self.collection.name)/published/machine/cells.csv"
    let text = try published.read(file)
    let limit = try #require(text.firstMatch(of: /\ncompost,.*,lower-limit,43\.8/))
    try published.write(
      text.replacing(String(limit.output), with: limit.output.dropLast() + "9"), to: file)
    let run = try Self.collection.oracle(published)
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(run.output.contains("compost/yes/.total/lower-limit"), "\(run.output)")
  }

  /// The replies of each area stand for its households, as many as the register has.
  @Test func weightsAddUp() throws {
    let rows = CSVText.rows(
      try Self.published.get().read("Output/\(Self.collection.name)/published/machine/cells.csv"))
    let shown = rows.filter { $0["table"] == "households" && $0["statistic"] == "weighted-count" }
    let sums = Dictionary(uniqueKeysWithValues: shown.map { ($0["row"] ?? "", $0["value"] ?? "") })
    #expect(sums["centre"] == "6240")
    #expect(sums["suburbs"] == "4980")
    #expect(sums["villages"] == "1530")
    #expect(sums[".base"] == "12750")
  }

  /// The means that `minutes` compares: 4.3 in the centre (A), 7.4 in the suburbs (B), 10.9 in the
  /// villages, whose intervals do not meet.
  @Test func lettersOfColumns() throws {
    let rows = CSVText.rows(
      try Self.published.get().read("Output/\(Self.collection.name)/published/machine/cells.csv"))
    let shown = rows.filter { $0["table"] == "minutes" && $0["statistic"] == "higher-than" }
    let letters = Dictionary(
      uniqueKeysWithValues: shown.filter { $0["row"] == ".value" }.map {
        ($0["column"] ?? "", $0["value"] ?? "")
      })
    #expect(letters["centre"] == "")
    #expect(letters["suburbs"] == "A")
    #expect(letters["villages"] == "A B")
  }
}
