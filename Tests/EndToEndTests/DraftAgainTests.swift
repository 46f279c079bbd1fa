import Foundation
import Testing
import _TestSupport

/// `rapporteur new` where there is something already, and where somebody can be asked.
struct DraftAgainTests {
  private static let first = "ID,Submitted,Tea?\n1,2024-05-01,Yes\n2,2024-05-02,No\n"
  private static let later =
    "ID,Submitted,Tea?,Age\n1,2024-05-01,Yes,3\n2,2024-05-02,No,4\n3,2024-05-03,No,5\n"
  private static let doubtful =
    "ID,Submitted,Tea?\n1,2024-05-01,Yes\n1,2024-05-02,No\n3,2024-05-03,Yes\n"

  private func new(
    _ text: String, in workdir: Workdir, options: [String] = []
  ) throws -> CommandRun {
    try workdir.write(text, to: "export.csv")
    return try CommandRun(
      "\(CommandRun.binaries)/rapporteur", Self.arguments + options, in: workdir.path)
  }

  private static let arguments = [
    "new", "--pipeline", "Pipelines/draft", "--input", "Input/draft", "--from", "export.csv",
  ]

  /// What somebody edited stays, whatever is drafted beside it.
  @Test func besideTheCollection() throws {
    let workdir = try Workdir()
    #expect(try new(Self.first, in: workdir).status == 0)
    let edited = try workdir.read("Pipelines/draft/survey.csv").replacing(
      "Tea?", with: "Is it tea?")
    try workdir.write(edited, to: "Pipelines/draft/survey.csv")
    let run = try new(Self.later, in: workdir, options: ["--beside", "Output/draft/drafted"])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.hasPrefix("Output/draft/drafted: drafted 2 questions"))
    #expect(try workdir.read("Pipelines/draft/survey.csv") == edited)
    #expect(try workdir.read("Input/draft/export.csv") == Self.first)
    let drafted = try workdir.read("Output/draft/drafted/survey.csv")
    #expect(drafted.contains(",tea,Tea?,") && drafted.contains("integer,age,Age,"))
    // The next one replaces the draft alone.
    #expect(
      try new(Self.first, in: workdir, options: ["--beside", "Output/draft/drafted"]).status == 0)
    #expect(!(try workdir.read("Output/draft/drafted/survey.csv")).contains("age"))
    #expect(try workdir.read("Pipelines/draft/survey.csv") == edited)
  }

  /// Where there is no such collection, it becomes one; a folder without files is none.
  @Test(arguments: [false, true])
  func noCollection(hasFolder: Bool) throws {
    let workdir = try Workdir()
    if hasFolder {
      try FileManager.default.createDirectory(
        atPath: "\(workdir.path)/Pipelines/draft", withIntermediateDirectories: true)
    }
    try workdir.write("old", to: "Output/draft/drafted/survey.csv")
    let run = try new(Self.first, in: workdir, options: ["--beside", "Output/draft/drafted"])
    #expect(run.error.hasPrefix("Pipelines/draft: drafted 1 question with choices"), "\(run.error)")
    #expect(!workdir.exists("Output/draft/drafted"))
    #expect(try workdir.read("Input/draft/export.csv") == Self.first)
    #expect(try StageRunner(workdir, collection: "draft").runAll().status == 0)
  }

  /// A file that nobody drafted makes a collection of its folder.
  @Test func notesAreNotReplaced() throws {
    let workdir = try Workdir()
    try workdir.write("mine", to: "Pipelines/draft/README.md")
    let run = try new(Self.first, in: workdir)
    #expect(run.status == 73)
    #expect(run.error.contains("make new … AGAIN=yes"), "\(run.error)")
    #expect(!workdir.exists("Pipelines/draft/pipeline.yaml"))
  }

  /// On a terminal a doubt is a question; elsewhere it ends the program.
  @Test(arguments: [
    ("1", 0, "unit: record"), ("2", 0, "unit: {column: \"ID\"}"), ("3", 65, nil), ("", 65, nil),
    ("UNIT", 65, nil),
  ])
  func asked(answer: String, status: Int32, line: String?) throws {
    let workdir = try Workdir()
    try workdir.write(Self.doubtful, to: "export.csv")
    let words = (["\(CommandRun.binaries)/rapporteur"] + Self.arguments).joined(separator: " ")
    let run = try CommandRun(
      "bash", ["-c", "printf '%s\\n' '\(answer)' | script -qec '\(words)' /dev/null"],
      in: workdir.path)
    #expect(run.status == status, "\(run.output)\(run.error)")
    #expect(run.output.contains("  1  UNIT=record: each record is a respondent: 3"))
    #expect(run.output.contains("  2  UNIT=\"ID\": the latest record of each counts: 2"))
    guard let line else {
      #expect(!workdir.exists("Pipelines/draft"))
      return
    }
    #expect(try workdir.read("Pipelines/draft/pipeline.yaml").contains("    \(line)  # review"))
  }

  @Test func notAskedWithoutATerminal() throws {
    let run = try new(Self.doubtful, in: Workdir())
    #expect(run.status == 65)
    #expect(!run.error.contains("Which is right?"))
  }

  /// How many rows stand above the records is asked the same way.
  @Test(arguments: [("1", 4), ("2", 3)])
  func askedForHeaderRows(answer: String, records: Int) throws {
    let workdir = try Workdir()
    try workdir.write(
      "Tom,Yes,2024-05-01\nAnn,No,2024-05-02\nBob,Yes,2024-05-03\nCy,No,2024-05-03\n",
      to: "export.csv")
    let words = (["\(CommandRun.binaries)/rapporteur"] + Self.arguments).joined(separator: " ")
    let run = try CommandRun(
      "bash", ["-c", "echo \(answer) | script -qec '\(words)' /dev/null"], in: workdir.path)
    #expect(run.status == 0, "\(run.output)")
    #expect(try StageRunner(workdir, collection: "draft").runAll().status == 0)
    let balance = try workdir.read("Output/draft/published/machine/balance.csv")
    #expect(balance.contains("accepted,\(records)\n"), "\(balance)")
  }
}
