import Basics
import Definition
import Foundation
import Interchange
import Testing
import _TestSupport

/// Each key says which stages read it: where its value changes, running these alone leaves the bytes
/// that running all of them does.
struct StageReadsTests {
  /// A collection, and another value for each of many keys.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    /// The path of the key in its file (`pipeline.yaml sources.unit.by`), what stands there, and
    /// what else may.
    let changes: [(key: String, old: String, new: String)]

    var testDescription: String { name }
  }

  /// The names of all keys of the files, each with the stages that read it.
  private static let readers: [String: Set<Stage>] = {
    var readers: [String: Set<Stage>] = [:]
    func add(_ group: KeyGroup, _ path: String) {
      for (name, entry) in group.keys {
        if case .group(let group) = entry.type {
          add(group, "\(path)\(name).")
        } else {
          readers[path + name] = entry.readers
        }
      }
    }
    for (file, keys) in CollectionDefinition.files { add(keys, "\(file) ") }
    return readers
  }()

  @Test func everyKeyIsChanged() {
    let changed = Set(Self.cases.flatMap(\.changes).map(\.key))
    #expect(changed.subtracting(Self.readers.keys) == [])
    #expect(Set(Self.readers.keys).subtracting(changed) == [])
  }

  /// The keys that the same stages read are changed together.
  @Test(arguments: cases)
  func stagesThatReadNoneOfTheKeysNeedNotRun(_ item: Case) throws {
    let base = try collection(item)
    try run(Stage.allCases, in: base)
    let groups = Dictionary(grouping: item.changes) { Self.readers[$0.key] ?? [] }
    for (stages, changes) in groups {
      let workdir = try Workdir()
      for folder in ["Pipelines", "Input", "Output"] {
        try FileManager.default.copyItem(
          atPath: "\(base.path)/\(folder)", toPath: "\(workdir.path)/\(folder)")
      }
      for change in changes {
        let file = try #require(change.key.split(separator: " ").first)
        try workdir.replace(change.old, with: change.new, in: "Pipelines/x/\(file)")
      }
      let ran = try runWhatIsOutdated(in: workdir)
      let names = changes.map(\.key)
      #expect(ran.isSuperset(of: stages), "\(names)")
      let partial = try output(workdir)
      let before = try output(base)
      #expect(partial != before, "\(names) change nothing")
      try expectWhole(partial, in: workdir, "of \(names)")
    }
  }

  /// A comment moves every line. Findings that name lines are made again, and nothing else is: of
  /// States one is about a note, of respondents one about a rule over all of them; of instances none is.
  @Test(
    arguments: zip(
      cases, [[.export], [], [.validate, .export], [], [], [], [], []] as [Set<Stage>]))
  func comments(_ item: Case, _ stages: Set<Stage>) throws {
    let workdir = try collection(item)
    try run(Stage.allCases, in: workdir)
    let before = try output(workdir)
    for (name, text) in item.files where name.hasSuffix(".yaml") {
      try workdir.write("# A comment.\n\n\(text)", to: "Pipelines/x/\(name)")
    }
    #expect(try runWhatIsOutdated(in: workdir).isSubset(of: stages.union([.aggregate])))
    let after = try output(workdir)
    #expect((before != after) == !stages.isEmpty)
    try expectWhole(after, in: workdir, "of the lines")
  }

  private func runWhatIsOutdated(in workdir: Workdir) throws -> Set<Stage> {
    var ran: Set<Stage> = []
    for stage in Stage.allCases {
      let definition = try CollectionDefinition(folders(workdir))
      guard try !StageChain(definition).isCurrent(stage) else { continue }
      ran.insert(stage)
      try run([stage], in: workdir)
    }
    return ran
  }

  /// Runs all stages, and holds what they leave against what was there.
  private func expectWhole(
    _ files: [String: Data], in workdir: Workdir, _ what: String
  ) throws {
    try run(Stage.allCases, in: workdir)
    let whole = try output(workdir)
    for name in Set(files.keys).union(whole.keys).sorted() {
      #expect(files[name] == whole[name], "\(name) depends on one \(what)")
    }
  }

  private func folders(_ workdir: Workdir) -> CollectionFolders {
    CollectionFolders(
      pipeline: "\(workdir.path)/Pipelines/x", input: "\(workdir.path)/Input/x",
      output: "\(workdir.path)/Output/x")
  }

  private func collection(_ item: Case) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for (name, text) in item.files {
      try workdir.write(
        text, to: name.hasSuffix(".txt") ? "Input/x/\(name)" : "Pipelines/x/\(name)")
    }
    return workdir
  }

  private func run(_ stages: [Stage], in workdir: Workdir) throws {
    for stage in stages {
      let run = try StageRunner(workdir, collection: "x").run(stage.rawValue)
      try #require(run.status <= 1, "\(stage.rawValue): \(run.error)")
    }
  }

  /// All files of all stages but the manifests.
  private func output(_ workdir: Workdir) throws -> [String: Data] {
    let folder = "\(workdir.path)/Output/x"
    var files: [String: Data] = [:]
    for name in try FileSystem.files(below: folder) where !name.hasSuffix("manifest.json") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }
}
