import Foundation
import Testing
import _TestSupport

/// A collection of the repository whose exports a script of `Tests/Generators` writes, and whose
/// figures one of `Tests/Oracles` knows.
struct GeneratedCollection {
  let name: String

  init(_ name: String) {
    self.name = name
  }

  private var script: String { name.replacingOccurrences(of: "-", with: "_") }

  /// Runs the five stages in a folder of their own.
  func publish() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/\(name)", to: "Pipelines/\(name)")
    try workdir.copy("Input/\(name)", to: "Input/\(name)")
    let run = try StageRunner(workdir, collection: name).runAll()
    guard run.status == 0 else { throw MigrantsProtocol.Failed(message: run.error) }
    return workdir
  }

  /// What the oracle says of what is published there.
  func oracle(_ workdir: Workdir) throws -> CommandRun {
    try CommandRun(
      "python3",
      [
        "\(Repository.root)/Tests/Oracles/\(script)_oracle.py", "Input/\(name)",
        "Pipelines/\(name)", "Output/\(name)/published",
      ], in: workdir.path)
  }

  func expectCommittedExports(_ files: [String]) throws {
    let workdir = try Workdir()
    let run = try CommandRun(
      "python3", ["\(Repository.root)/Tests/Generators/\(script).py", workdir.path],
      in: workdir.path)
    #expect(run.status == 0, "\(run.error)")
    for file in files {
      let made = FileManager.default.contents(atPath: "\(workdir.path)/\(file)")
      let committed = FileManager.default.contents(
        atPath: "\(Repository.root)/Input/\(name)/\(file)")
      #expect(made != nil && made == committed, "\(file)")
    }
  }
}
