import Foundation
import Testing
import _TestSupport

/// What the README pages show was run.
struct ReadmeTests {
  /// The output under `$ make report` is that of a run, line by line.
  @Test func outputOfMakeReport() throws {
    let shown = try #require(
      try Repository.text(of: "README.md").components(separatedBy: "$ make report\n").dropFirst()
        .first?.components(separatedBy: "\n```").first)
    let workdir = try Workdir()
    for name in ["Makefile", "Pipelines", "Input"] { try workdir.copy(name, to: name) }
    let run = try CommandRun(
      "make", ["run", "BIN=\(CommandRun.binaries)"], in: workdir.path,
      environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(run.status == 0)
    #expect(run.error + run.output == shown + "\n")
  }

  /// The picture of a table has the figures of the table, from the left, and the sentence below it
  /// is one of the report.
  @Test func pictureOfATable() throws {
    let readme = try Repository.text(of: "README.md")
    let published = try MigrantsProtocol.published.get()
    let table = try published.read("tables/response.csv").split(whereSeparator: \.isNewline)
    for label in ["Replied", "Did not reply", "Base: all Member States"] {
      let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| \(label) |") })
      let shown = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(shown.count == 9)
      #expect(table.contains { $0.hasPrefix(shown.joined(separator: ",")) }, "\(label)")
    }
    let quoted = try #require(readme.firstMatch(of: /draft report says: "([^"]+)"/))
    #expect(published.report.contains(quoted.output.1))
  }

  /// Every file that the manual and `Output/README.md` list is there after a run.
  @Test func listedFilesExist() throws {
    let pages = try ["Pipelines/README.md", "Output/README.md"].map { try Repository.text(of: $0) }
    let published = try MigrantsProtocol.published.get()
    let output = "Output/\(MigrantsProtocol.name)"
    var checked = 0
    for line in pages.joined(separator: "\n").components(separatedBy: "\n") {
      let cells = line.components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count > 2, let folder = folder(of: cells[1]) else { continue }
      let files = folder == "published" ? cells[1] : cells[2]
      for file in names(in: files) {
        let name = file.replacingOccurrences(of: "<ISO3>", with: "NAM")
          .replacingOccurrences(of: "<id>", with: "accomplice")
          .replacingOccurrences(of: "<file>", with: "replies-english.csv")
        let path = "\(output)/\(folder)/\(name)"
        let inSource = "\(output)/\(folder)/sources/replies-english.csv/\(name)"
        let isThere = published.workdir.exists(path) || published.workdir.exists(inSource)
        #expect(isThere || name.hasPrefix("respondents"), "\(path)")
        checked += 1
      }
    }
    #expect(checked > 35)
  }

  private func folder(of cell: String) -> String? {
    let stages = ["ingested", "normalized", "validated", "aggregated"]
    if let stage = stages.first(where: { cell == "`\($0)/`" }) { return stage }
    let published = [
      "`tables/", "`report.md`", "`machine/", "`findings-by-rule.csv`", "`RULES.md`",
      "`quarantine/`",
      "`balance.csv`", "`manifest.json`",
    ]
    return published.contains { cell.hasPrefix($0) } ? "published" : nil
  }

  private func names(in text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.output.1) }.filter { !$0.contains(",") }
  }
}
