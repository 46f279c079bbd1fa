import Basics
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
    let run = try CommandRun(
      "\(CommandRun.binaries)/\(program[0])", Array(program.dropFirst()) + ["--help"],
      in: Repository.root)
    #expect(run.status == 0)
    #expect(Self.words(run.output).contains(Self.words(ExitStatus.help)), "\(run.output)")
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

  /// The words of a text, however it is broken into lines.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
