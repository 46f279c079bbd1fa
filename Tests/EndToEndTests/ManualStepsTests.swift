import Foundation
import Testing
import _TestSupport

/// The ten steps of the manual, done as they stand there: its files are written, its commands run,
/// and what they print is compared with what it shows.
struct ManualStepsTests {
  /// A block of code: its lines, and the file they are to be saved as; without one, commands.
  private struct Block {
    let file: String?
    let text: String
  }

  private static let heading = "## From an export to a table in ten steps\n"

  @Test func tenSteps() throws {
    let blocks = try Self.blocks()
    let workdir = try Workdir()
    for name in ["Makefile", "Pipelines", "Input", "Tests/Conventions"] {
      try workdir.copy(name, to: name)
    }
    var commands = 0
    for block in blocks {
      if let file = block.file {
        try workdir.write(block.text, to: file)
        continue
      }
      for step in "\n\(block.text)".components(separatedBy: "\n$ ").dropFirst() {
        let lines = step.components(separatedBy: "\n").filter { !$0.isEmpty }
        let command = try #require(lines.first)
        let printed = try Self.run(command, in: workdir)
        let shown = Array(step.components(separatedBy: "\n").dropFirst())
        #expect(Self.agree(printed, shown), "\(command)\nprinted \(printed)\nshown \(shown)")
        commands += 1
      }
    }
    #expect(commands == 10)
  }

  /// Whether the lines are the same; `…` in front stands for any number of lines.
  private static func agree(_ printed: [String], _ shown: [String]) -> Bool {
    let shown = shown.last == "" ? Array(shown.dropLast()) : shown
    guard shown.first == "…" else { return printed == shown }
    return printed.suffix(shown.count - 1) == shown.dropFirst()
  }

  /// Runs a command of the manual; `make report` and `make new` without the build before them, and
  /// without make's own words on a run that ended with findings.
  private static func run(_ command: String, in workdir: Workdir) throws -> [String] {
    let binaries = "'BIN=\(CommandRun.binaries)'"
    let plain =
      command.replacing(/^make report(?= )/, with: "make run \(binaries)")
      .replacing(/^make new(?= )/, with: "make draft \(binaries)")
    let run = try CommandRun(
      "bash", ["-c", plain], in: workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    var text = run.error + run.output
    // The mark with which a spreadsheet knows UTF-8.
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init).filter { !$0.hasPrefix("make: ***") }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func blocks() throws -> [Block] {
    let manual = try Repository.text(of: "Pipelines/README.md")
    let section = try #require(
      manual.components(separatedBy: heading).last?.components(separatedBy: "\n## ").first)
    let parts = section.components(separatedBy: "\n```").enumerated()
    return parts.filter { !$0.offset.isMultiple(of: 2) }.map { _, part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ")
      return Block(
        file: words.count == 2 ? String(words[1]) : nil,
        text: lines.count == 2 ? "\(lines[1])\n" : "")
    }
  }
}
