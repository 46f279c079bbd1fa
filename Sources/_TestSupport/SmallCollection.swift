/// The small invented collection of `Tests/Definitions` in a work folder, of which a test replaces
/// some.
package struct SmallCollection: Sendable {
  package let workdir: Workdir

  package init() throws {
    workdir = try Workdir()
    for name in Self.files {
      try workdir.copy("Tests/Definitions/small/base/\(name)", to: "Pipelines/small/\(name)")
    }
  }

  package var pipeline: String { "\(workdir.path)/Pipelines/small" }
  package var input: String { "\(workdir.path)/Input/small" }
  package var output: String { "\(workdir.path)/Output/small" }

  /// The path of one file of the definition.
  package func path(_ name: String) -> String {
    "\(pipeline)/\(name)"
  }

  package func replace(_ old: String, with new: String, in name: String) throws {
    try workdir.replace(old, with: new, in: "Pipelines/small/\(name)")
  }

  /// Without the rules of the base, which few tests need.
  private static let files = ["pipeline.yaml", "survey.csv", "choices.csv", "tables.yaml"]
}
