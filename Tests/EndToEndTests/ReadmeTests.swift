import Foundation
import Testing
import _TestSupport

/// What the README shows was run.
struct ReadmeTests {
  private static let readme = Result { try Repository.text(of: "README.md") }

  /// The output under `$ make report` is that of a run, line by line.
  @Test func outputOfMakeReport() throws {
    let readme = try Self.readme.get()
    let shown = try #require(
      readme.components(separatedBy: "$ make report\n").dropFirst().first?
        .components(separatedBy: "\n```").first)
    let workdir = try Workdir()
    for name in ["Makefile", "Pipelines", "Input"] { try workdir.copy(name, to: name) }
    let run = try CommandRun(
      "make", ["run", "BIN=\(CommandRun.binaries)"], in: workdir.path,
      environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(run.status == 0)
    #expect(run.error + run.output == shown + "\n")
  }

  /// Every file that the README lists is there after a run.
  @Test func listedFilesExist() throws {
    let readme = try Self.readme.get()
    let published = try MigrantsProtocol.published.get()
    let output = "Output/\(MigrantsProtocol.name)"
    var checked = 0
    for line in readme.components(separatedBy: "\n") {
      let cells = line.components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count > 2, let folder = folder(of: cells[1]) else { continue }
      let places = folder == "published" ? cells[1] : cells[2]
      for file in names(in: places) {
        let name = file.replacingOccurrences(of: "<ISO3>", with: "NAM")
          .replacingOccurrences(of: "<id>", with: "accomplice")
          .replacingOccurrences(of: "<file>", with: "replies-english.csv")
        let place = "\(output)/\(folder)/\(name)"
        let inSource = "\(output)/\(folder)/sources/replies-english.csv/\(name)"
        let isThere = published.workdir.exists(place) || published.workdir.exists(inSource)
        #expect(isThere || name.hasPrefix("respondents"), "\(place)")
        checked += 1
      }
    }
    #expect(checked > 25)
  }

  /// Every file of the sources that the README points to is there.
  @Test func documentedPlacesExist() throws {
    let paths = try Self.readme.get().matches(of: /`(Sources\/[^`]+)`/).map { String($0.output.1) }
    #expect(paths.count >= 5)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)"), "\(path)")
    }
  }

  private func folder(of cell: String) -> String? {
    let stages = ["ingested", "normalized", "validated", "aggregated"]
    if let stage = stages.first(where: { cell == "`\($0)/`" }) { return stage }
    let published = [
      "`tables/", "`report.md`", "`cells.csv`", "`lists.csv`", "`answer-states.csv`",
      "`findings.csv`", "`quarantine/`", "`balance.csv`", "`superseded.csv`", "`texts.csv`",
      "`manifest.json`",
    ]
    return published.contains { cell.hasPrefix($0) } ? "published" : nil
  }

  private func names(in text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.output.1) }.filter { !$0.contains(",") }
  }
}
