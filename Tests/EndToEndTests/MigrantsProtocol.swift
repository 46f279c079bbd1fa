import _TestSupport

/// One run of the collection `migrants-protocol-2005`, shared by the tests that read its results.
enum MigrantsProtocol {
  static let name = "migrants-protocol-2005"

  struct Published: Sendable {
    let workdir: Workdir
    let tables: PublishedTables
    let report: String

    func read(_ file: String) throws -> String {
      try workdir.read("Output/\(MigrantsProtocol.name)/published/\(file)")
    }
  }

  static let published = Result { try publish() }

  /// A work folder with the collection as it stands in the repository.
  static func workdir() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines", to: "Pipelines")
    try workdir.copy("Input/\(name)", to: "Input/\(name)")
    return workdir
  }

  private static func publish() throws -> Published {
    let workdir = try workdir()
    let run = try StageRunner(workdir, collection: name).runAll()
    guard run.status == 0 else { throw Failed(message: run.error) }
    let folder = "Output/\(name)/published"
    return Published(
      workdir: workdir, tables: try PublishedTables(folder: folder, in: workdir),
      report: try workdir.read("\(folder)/report.md"))
  }

  struct Failed: Error {
    let message: String
  }
}
