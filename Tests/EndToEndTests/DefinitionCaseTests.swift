import Basics
import Definition
import Foundation
import Testing
import _TestSupport

/// The mistakes of `Tests/Definitions`: a folder each, with what the program is to say of it.
struct DefinitionCaseTests {
  private static let root = "Tests/Definitions"

  private static let cases = CaseFolder.all(below: root)

  @Test func theCasesAreThere() {
    #expect(Self.cases.count >= (CaseFolder.areAllAsked ? 401 : 1))
  }

  /// Where the base has a mistake of its own, the cases show nothing.
  @Test func theBaseHasNoMistake() throws {
    let workdir = try CaseFolder("small/base", below: Self.root).workdir()
    _ = try CollectionDefinition(folders(workdir, "small"))
  }

  @Test(arguments: cases)
  func saysWhatIsExpected(name: String) throws {
    let folder = CaseFolder(name, below: Self.root)
    let expected = try #require(try folder.text("expected.txt"))
    let workdir = try folder.workdir()
    let (status, error) =
      try folder.path("run.sh").map { try run($0, in: workdir) }
      ?? outcome(in: workdir, of: folder.collection)
    let found = "exit status \(status)\n" + error.replacing("\(workdir.path)/", with: "")
    if let difference = ExpectedText(expected).difference(from: found) {
      Issue.record("\(Self.root)/\(name)/expected.txt:\n\(difference)")
    }
  }

  /// What reading the definition ends with; where it reads well, what running it ends with, since
  /// some mistakes show only beside the data.
  private func outcome(
    in workdir: Workdir, of collection: String
  ) throws -> (status: Int32, error: String) {
    do throws(RunError) {
      _ = try CollectionDefinition(folders(workdir, collection))
    } catch {
      return (error.kind.status.rawValue, "\(error)\n")
    }
    let run = try StageRunner(workdir, collection: collection).runAll()
    #expect(!workdir.exists("Output/\(collection)/published") || run.status < 2)
    return (run.status, run.error)
  }

  /// What the commands of a case end with, where it takes others than the five stages in order.
  private func run(
    _ commands: String, in workdir: Workdir
  ) throws -> (status: Int32, error: String) {
    let run = try CommandRun(
      "bash", ["-e", commands], in: workdir.path,
      environment: [
        "BASH_ENV": "\(Repository.root)/\(Self.root)/commands.sh",
        "PATH": "\(CommandRun.binaries):\(ProcessInfo.processInfo.environment["PATH"] ?? "")",
      ])
    return (run.status, run.error)
  }

  private func folders(_ workdir: Workdir, _ collection: String) -> CollectionFolders {
    CollectionFolders(
      pipeline: "\(workdir.path)/Pipelines/\(collection)",
      input: "\(workdir.path)/Input/\(collection)", output: "\(workdir.path)/Output/\(collection)")
  }
}
