import Foundation
import Testing
import _TestSupport

/// Namibia is not missing: "NA" is its code, and an answer where an answer says so.
struct NamibiaTests {
  @Test func namibiaRepliedWithItsCode() throws {
    let tables = try MigrantsProtocol.published.get().tables
    #expect(tables.codes("response/replied/african") == ["AGO", "NAM", "NGA", "ZAF", "TUN", "TZA"])
    #expect(tables.codes("questionnaire_help/yes") == ["NAM"])
  }

  /// An answer cell with "NA" that no choice has is unclear, kept and reported, and Namibia
  /// stays among the respondents.
  @Test func namibiaStaysWhenItsAnswerIsNA() throws {
    let workdir = try MigrantsProtocol.workdir()
    let file = "Input/\(MigrantsProtocol.name)/replies-english.csv"
    let line = try #require(
      try workdir.read(file).components(separatedBy: "\r\n").first { $0.hasPrefix("NA,Namibia,") })
    let header = try #require(
      try workdir.read(file).components(separatedBy: "\r\n").first?.components(separatedBy: ","))
    let column = try #require(header.firstIndex(of: "organizing"))
    var cells = try #require(CSVText.records(line + "\n").first)
    #expect(cells[column] == "")
    cells[column] = "NA"
    let quoted = cells.map {
      $0.contains(",") || $0.contains("\"") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0
    }
    try workdir.replace(line, with: quoted.joined(separator: ","), in: file)

    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).runAll()
    #expect(run.status == 1)
    let folder = "Output/\(MigrantsProtocol.name)/published"
    let tables = try PublishedTables(folder: folder, in: workdir)
    #expect(tables.codes("response/replied/african").contains("NAM"))
    #expect(tables.count("organizing/.unclear") == 1)
    let finding = try #require(
      CSVText.rows(try workdir.read("\(folder)/machine/findings.csv")).first)
    #expect(finding["rule"] == "unclear-answer")
    #expect(finding["unit"] == "NAM")
    #expect(finding["value"] == "NA")
  }
}
