import Basics
import Definition
import Foundation
import Testing
import _TestSupport

/// What the programs and `make` say of themselves is what the manual says.
struct HelpTests {
  private static let programs =
    StageRunner.stages.map { ["rapporteur-\($0)"] }
    + [["rapporteur"], ["rapporteur", "new"], ["rapporteur", "compare"]]

  @Test func theManualListsTheExitStatuses() throws {
    let manual = try Repository.text(of: "Pipelines/README.md")
    #expect(manual.contains("\n## Exit statuses\n\n\(ExitStatus.table)\n"))
  }

  @Test(arguments: programs)
  func everyProgramListsThem(program: [String]) throws {
    let help = try Self.help(of: program)
    #expect(Self.words(help).contains(Self.words(ExitStatus.help)), "\(help)")
  }

  @Test func makeListsThem() throws {
    let run = try CommandRun(
      "make", ["help"], in: Repository.root, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    let lines = ExitStatus.help.split(separator: "\n").dropFirst()
    #expect(lines.count == ExitStatus.allCases.count + 1)
    for line in lines {
      #expect(Self.words(run.output).contains(Self.words(String(line))), "\(run.output)")
    }
  }

  /// Every stage names the keys that it reads, as the reference page has them.
  @Test(arguments: Stage.allCases)
  func everyStageListsItsKeys(stage: Stage) throws {
    let words = Self.words(try Self.help(of: ["rapporteur-\(stage.rawValue)"]))
    #expect(words.contains(Self.words(StageKeys.help(stage))))
    let pages = try ["PIPELINE", "TABLES"].map { try Repository.text(of: "Pipelines/\($0).md") }
    for row in pages.joined().split(separator: "\n") {
      guard let cells = row.wholeMatch(of: /\| `([a-z-]+)` \|.* \| ([a-z, ]+) \|/)?.output else {
        continue
      }
      let readers = cells.2.split(separator: ", ")
      let isRead = readers == ["all"] || readers.contains { $0 == stage.rawValue }
      #expect(!isRead || words.contains(cells.1), "\(stage.rawValue) does not name \(cells.1)")
    }
  }

  private static let page = "Pipelines/COMMANDS.md"

  /// `RECORD=1 swift test --filter HelpTests` writes the page anew.
  @Test func theCommittedPageIsCurrent() throws {
    let text = try Self.pageText()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(
        toFile: "\(Repository.root)/\(Self.page)", atomically: true, encoding: .utf8)
    }
    #expect(
      try Repository.text(of: Self.page) == text, "run RECORD=1 swift test --filter HelpTests")
  }

  private static func pageText() throws -> String {
    let made = try CommandRun(
      "make", ["help"], in: Repository.root, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    var sections = [
      "## make help\n\n```text\n\(made.output.trimmingCharacters(in: .newlines))\n```\n"
    ]
    for program in programs {
      let help = try help(of: program).trimmingCharacters(in: .newlines)
      sections.append("## \(program.joined(separator: " "))\n\n```text\n\(help)\n```\n")
    }
    return """
      # Commands

      What `make help` and `--help` of each program say. `make` is what you need; the programs are \
      what it runs, each of which can be run by hand. This page is generated from what they print.


      """ + sections.joined(separator: "\n")
  }

  /// What a program says of itself, on a machine with any number of processors.
  private static func help(of program: [String]) throws -> String {
    let run = try CommandRun(
      "\(CommandRun.binaries)/\(program[0])", Array(program.dropFirst()) + ["--help"],
      in: Repository.root, environment: ["COLUMNS": "100"])
    #expect(run.status == 0)
    return run.output.replacing(/\(default: \d+\)/, with: "(default: all processors)")
      .replacing(/(?m) +$/, with: "")
  }

  /// The words of a text, however it is broken into lines.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
