import Foundation
import Testing
import _TestSupport

/// Same input, same bytes: any folder, time zone, locale and number of jobs.
struct DeterminismTests {
  @Test(arguments: [
    MigrantsProtocol.name, "training-feedback", "integrity-at-work", "household-waste",
    "field-records",
  ])
  func twoRunsGiveTheSameBytes(collection: String) throws {
    let first = try run(
      collection, jobs: 1, ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"])
    let second = try run(
      collection, jobs: 8, ["TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
    #expect(!first.isEmpty)
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, bytes) in first {
      #expect(second[name] == bytes, "\(name) differs")
    }
  }

  /// All files that a run made, published and in between, by name.
  private func run(
    _ collection: String, jobs: Int, _ environment: [String: String]
  ) throws -> [String: Data] {
    let workdir = try Workdir()
    try workdir.copy("Pipelines", to: "Pipelines")
    try workdir.copy("Input/\(collection)", to: "Input/\(collection)")
    var runner = StageRunner(workdir, collection: collection)
    runner.jobs = jobs
    runner.environment = environment
    let last = try runner.runAll()
    #expect(last.status == 0, "\(last.error)")
    let folder = "\(workdir.path)/Output/\(collection)"
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }
}
