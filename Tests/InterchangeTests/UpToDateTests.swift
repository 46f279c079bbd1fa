import Basics
import Definition
import Foundation
import Interchange
import Testing
import _TestSupport

/// Whether a stage has to be run again.
struct UpToDateTests {
  /// A collection with two exports, whose first stages have run.
  private func collection() throws -> SmallCollection {
    let collection = try SmallCollection()
    for name in ["replies-1.csv", "notes.txt"] {
      try collection.workdir.write("abc", to: "Input/small/\(name)")
    }
    try ingest(collection)
    for stage in Stage.allCases.dropFirst() { try collection.run(stage) }
    return collection
  }

  private func ingest(_ collection: SmallCollection) throws {
    let folder = try StageFolder(.ingest, of: collection.definition(), jobs: 1)
    let found = try SHA256.digest(ofFile: "\(collection.input)/replies-1.csv")
    folder.addInput(
      Manifest.Entry(path: "replies-1.csv", bytes: found.bytes, sha256: found.digest))
    folder.addInput(
      Manifest.Entry(exports: try FileSystem.files(below: collection.input)))
    try folder.finish(counts: [:])
  }

  /// The stages that are to be run, each taken for itself.
  private func outdated(_ collection: SmallCollection) throws -> [Stage] {
    let chain = StageChain(try collection.definition())
    return try Stage.allCases.filter { try !chain.isCurrent($0) }
  }

  @Test func nothingChanged() throws {
    #expect(try outdated(collection()) == [])
  }

  @Test(arguments: [
    ("pipeline.yaml", "title: A small survey", "title: A survey", [Stage.export]),
    ("pipeline.yaml", "percent: 0", "percent: 1", [.export]),
    ("pipeline.yaml", "at-least: 50", "at-least: 60", [.export]),
    ("pipeline.yaml", "unit: respondent\n", "unit: respondent\nfail-on: never\n", [.export]),
    // Whether sums are guarded is aggregation's to know, so that it looks at a section that is new.
    (
      "pipeline.yaml", "unit: respondent\n", "unit: respondent\ndisclosure: {threshold: 3}\n",
      [.aggregate, .export]
    ),
    ("pipeline.yaml", "2024-06-30", "2024-07-31", [.normalize, .validate, .aggregate, .export]),
    ("pipeline.yaml", "column: Received", "column: Came", [.normalize]),
    (
      "pipeline.yaml", "replies-*.csv", "replies-1.csv",
      [.ingest, .normalize, .validate, .export]
    ),
    ("tables.yaml", "title: Attendance", "title: Who came", [.export]),
    ("tables.yaml", "lists: [yes]", "lists: [no]", [.aggregate, .export]),
    ("tables.yaml", "rows: sessions", "rows: sessions\n    decimals: 1", [.export]),
    (
      "survey.csv", "Did you attend?", "Were you there?",
      [.normalize, .validate, .aggregate, .export]
    ),
    // Comments, blank lines, quotes, the order of keys, and a list in another form.
    ("pipeline.yaml", "title: A small survey", "title: 'A small survey'", []),
    ("pipeline.yaml", "title: A small survey\n", "# A title\n\ntitle: A small survey\n", []),
    (
      "pipeline.yaml", "cut-off: 2024-06-30\nunit: respondent",
      "unit: respondent\ncut-off: 2024-06-30", []
    ),
    ("tables.yaml", "    lists: [yes]", "    lists: [\"yes\"]   # those who came", []),
    (
      "tables.yaml", "    base-label: those who said how many\n",
      "    base-label: those who said how many\n# the end\n", []
    ),
  ])
  func change(file: String, old: String, new: String, stages: [Stage]) throws {
    let collection = try collection()
    try collection.replace(old, with: new, in: file)
    #expect(try outdated(collection) == stages)
  }

  /// Lines matter where findings name them.
  @Test(arguments: [true, false])
  func linesOfTexts(areNamed: Bool) throws {
    let collection = try collection()
    let folder = try StageFolder(.export, of: collection.definition(), jobs: 1)
    if areNamed { folder.addLines(of: try collection.definition(), printedBy: .export) }
    try folder.finish(counts: [:])
    #expect(try outdated(collection) == [])
    try collection.replace("tables:\n", with: "# The tables\ntables:\n", in: "tables.yaml")
    #expect(try outdated(collection) == (areNamed ? [.export] : []))
    try collection.replace("# The tables\n", with: "", in: "tables.yaml")
    try collection.replace("    lists: [yes]\n", with: "    lists: [yes]\n\n", in: "tables.yaml")
    #expect(try outdated(collection) == (areNamed ? [.export] : []))
  }

  @Test func stageBefore() throws {
    let collection = try collection()
    try collection.ingest(["a.csv": "abc"])
    #expect(try outdated(collection).contains(.normalize))
    #expect(try !outdated(collection).contains(.validate))
  }

  @Test(arguments: ["", "{}", "changed"])
  func manifest(text: String) throws {
    let collection = try collection()
    let path = "Output/small/validated/manifest.json"
    let version = "\"version\" : \"\(ProgramVersion.current)\""
    if text == "changed" {
      try collection.workdir.replace(version, with: "\"version\" : \"0\"", in: path)
    } else {
      try collection.workdir.write(text, to: path)
    }
    #expect(try outdated(collection) == [.validate, .aggregate])
    try FileSystem.remove("\(collection.workdir.path)/\(path)")
    #expect(try outdated(collection) == [.validate, .aggregate])
  }

  /// A mistake anywhere in the definition is told whichever stage is asked about.
  @Test func mistake() throws {
    let collection = try collection()
    try collection.replace("title: Attendance", with: "titel: Attendance", in: "tables.yaml")
    let error = #expect(throws: RunError.self) { try outdated(collection) }
    #expect(error?.kind == .badDefinition)
  }

  @Test(arguments: ["changed", "added", "unread", "deleted", "renamed"])
  func exports(what: String) throws {
    let collection = try collection()
    let (input, workdir) = (collection.input, collection.workdir)
    switch what {
    case "changed": try workdir.write("abd", to: "Input/small/replies-1.csv")
    case "added": try workdir.write("abc", to: "Input/small/replies-2.csv")
    case "unread": try FileSystem.remove("\(input)/notes.txt")
    case "deleted": try FileSystem.remove("\(input)/replies-1.csv")
    default:
      try FileManager.default.moveItem(
        atPath: "\(input)/replies-1.csv", toPath: "\(input)/replies-2.csv")
    }
    #expect(try outdated(collection) == [.ingest])
  }

  /// A digest is kept for a file that has been left alone for a while, and for as long as it is.
  @Test func keptDigests() throws {
    let collection = try collection()
    let cache = "\(collection.output)/.digests"
    #expect(try outdated(collection) == [])
    #expect(!FileSystem.exists(cache))
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try outdated(collection) == [])
    let digest = try SHA256.digest(ofFile: "\(collection.input)/replies-1.csv").digest
    #expect(try collection.workdir.read("Output/small/.digests").contains(digest))

    // Only a digest that was taken from there can be wrong.
    try collection.workdir.replace(digest, with: "wrong", in: "Output/small/.digests")
    #expect(try outdated(collection) == [.ingest])
    try collection.workdir.write("nonsense", to: "Output/small/.digests")
    #expect(try outdated(collection) == [])

    // The same size and time of change, but other contents.
    let path = "\(collection.input)/replies-1.csv"
    let time = try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data("abd".utf8))
    try file.close()
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    #expect(try outdated(collection) == [.ingest])
  }

  /// What is published in confidence does not say what it was made from; what goes with it does.
  @Test func confidentialReplies() throws {
    let collection = try SmallCollection()
    try collection.workdir.write("abc", to: "Input/small/replies-1.csv")
    try collection.replace(
      "unit: respondent\n", with: "unit: respondent\ndisclosure: {threshold: 3}\n",
      in: "pipeline.yaml")
    try ingest(collection)
    for stage in Stage.allCases.dropFirst().dropLast() { try collection.run(stage) }
    #expect(try outdated(collection) == [.export])
    let folder = try StageFolder(.export, of: collection.definition(), jobs: 1)
    let manifest = try folder.manifest(counts: [:])
    try FileSystem.createFolder(folders(collection).confidential)
    try manifest.write(to: folders(collection).confidential)
    try folder.finish(manifest.ofOutputs)
    #expect(try outdated(collection) == [])
    try collection.replace("threshold: 3", with: "threshold: 4", in: "pipeline.yaml")
    #expect(try outdated(collection) == [.export])
  }
}
