import Foundation
import Testing
import _TestSupport

/// `make same-published` sees what it is there to see: programs that publish something else.
struct SamePublishedTests {
  private static let script = "\(Repository.root)/Tests/Oracles/same_published.py"

  /// Compares the programs under test with the same programs, the export of which is followed by a
  /// script in `sh` that has the collection's folder of output as its folder.
  private func compare(_ only: String, with meddling: String) throws -> CommandRun {
    let workdir = try Workdir()
    for program in ["rapporteur"] + StageRunner.stages.map({ "rapporteur-\($0)" }) {
      let lines =
        """
        #!/bin/sh
        "\(CommandRun.binaries)/\(program)" "$@"
        status=$?

        """ + (program == "rapporteur-export" ? "cd \"$6\"\n\(meddling)\n" : "") + "exit $status\n"
      try workdir.write(lines, to: "altered/\(program)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(workdir.path)/altered/\(program)")
    }
    return try CommandRun(
      "python3",
      [
        Self.script, CommandRun.binaries, "altered", "--collections", "10", "--only", only,
      ], in: workdir.path)
  }

  @Test func unalteredPrograms() throws {
    let run = try compare("conventions/kobo-*", with: "")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(
      run.lastLine
        == "all: 5 the same, 0 different, 0 other cells hidden, 0 not compared; messages differ in 0"
    )
  }

  @Test func onePublishedByte() throws {
    let run = try compare(
      "conventions/kobo-*",
      with: "[ ! -e ../kobo-split ] || sed -i '2s/$/0/' published/machine/balance.csv; echo new >&2"
    )
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(run.output.contains("conventions/kobo-split: different\n"))
    #expect(run.output.contains("  Output/kobo-split/published/machine/balance.csv:\n"))
    #expect(
      run.lastLine
        == "all: 4 the same, 1 different, 0 other cells hidden, 0 not compared; messages differ in 5"
    )
  }

  /// Another status or a file more is a difference, other messages alone are none.
  @Test(arguments: [
    ("touch published/more.csv", "1 different"), ("rm published/RULES.md", "0 different"),
    ("status=1", "1 different"), ("echo new words >&2", "0 different"),
  ])
  func whatIsADifference(meddling: String, expected: String) throws {
    let run = try compare("conventions/qualtrics", with: meddling)
    #expect(run.lastLine.contains(expected), "\(run.output)\(run.error)")
    #expect(run.status == (expected == "0 different" ? 0 : 1))
  }

  /// Other cells hidden, as many by `suppressed.csv`, are told from a figure that is another one.
  @Test(arguments: [
    ("s/^(t.*,count),,suppressed,,,/\\1,7,,7,9,/", "1 other cells hidden"),
    ("s/^(t.*,count),([0-9]+),/\\1,1\\2,/", "1 different"),
  ])
  func otherCellsHidden(change: String, expected: String) throws {
    let run = try compare(
      "confidential/c0001", with: "sed -E -i '\(change)' published/machine/cells.csv")
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(run.lastLine.contains(expected), "\(run.output)\(run.error)")
  }
}
