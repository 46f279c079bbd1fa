import Foundation
import Testing
import _TestSupport

/// Whoever is in no regional group has a column of its own, where a table can count it.
struct RegionalGroupTests {
  private static let folder = "Pipelines/\(MigrantsProtocol.name)"

  /// At the end of 2012 every Member State is in a group, but the organizations are in none.
  @Test func organizationsHaveAColumnInTablesOverParticipants() throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.replace("2005-07-29", with: "2012-12-31", in: "\(Self.folder)/pipeline.yaml")
    try workdir.replace(
      "    lists: [signed]\n", with: "    lists: [signed]\n    columns: [regional_group]\n",
      in: "\(Self.folder)/tables.yaml")
    let text = try workdir.read("\(Self.folder)/tables.yaml")
    let end = try #require(text.range(of: "  - id: deposits"))
    try workdir.write(
      String(text[..<end.lowerBound])
        + "  - {id: groups, rows: response, columns: [regional_group]}\n",
      to: "\(Self.folder)/tables.yaml")
    try workdir.write("# {{title}}\n", to: "\(Self.folder)/report.md")
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).runAll()
    #expect(run.status <= 1, "\(run.error)")
    let published = "Output/\(MigrantsProtocol.name)/published/machine/cells.csv"
    let cells = CSVText.rows(try workdir.read(published)).filter {
      $0["column"] == "no_group" && $0["statistic"] == "count"
    }
    #expect(Set(cells.map { $0["table"] }) == ["signatures"])
    let base = cells.first { $0["row"] == ".base" }
    #expect(base?["value"] == "1", "\(cells)")
  }
}
