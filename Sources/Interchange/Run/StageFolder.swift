package import Basics
package import Definition
import Questionnaire

/// The folder a running stage fills; it replaces the former one whole, at the end.
package final class StageFolder {
  package let path: String
  /// The definition, with the versions of the form that the sources are of as far as stages before found
  /// them.
  package let definition: CollectionDefinition
  /// The manifest of the stage before, its files checked against it; nil for the first stage.
  package let previous: Manifest?
  /// What the manifest says the folder was made by.
  private let maker: String
  private let method: Digest.Method
  private let folder: String
  private let output: String
  private let locks: [RunLock]
  private let jobs: Int
  private var inputs: [Manifest.Entry] = []
  private var isFinished = false

  /// Takes the collection's lock, checks the stages before and starts an empty folder.
  ///
  /// - Throws: `locked`, `inputMissing`, `cannotWrite`, and `dataRejected` where a stage before was
  ///   made from other definitions than stand there now.
  package init(
    _ stage: Stage, of definition: CollectionDefinition, jobs: Int
  ) throws(RunError) {
    let collection = definition.folders
    maker = stage.rawValue
    method = stage.digestMethod
    self.jobs = jobs
    folder = collection.folder(of: stage)
    path = FolderSwap.partial(of: folder)
    output = collection.output
    locks = [try Self.begin(collection, folder)]
    Phases.begin("checking what it is made from")
    let chain = StageChain(definition)
    previous = try chain.verified(before: stage, jobs: jobs)
    inputs = try chain.inputs(of: stage)
    self.definition =
      switch stage {
      case .ingest, .normalize: definition
      case .validate: try definition.withVersions(after: .normalize)
      case .aggregate, .export: try definition.withVersions(after: .validate)
      }
    try FileSystem.remove(path)
    try FileSystem.createFolder(path)
  }

  /// Starts an empty folder for what is joined from files, whose stages before ran elsewhere.
  package init(
    _ stage: Stage, of definition: CollectionDefinition, jobs: Int, joining files: [String]
  ) throws(RunError) {
    let collection = definition.folders
    maker = stage.rawValue
    method = stage.digestMethod
    self.jobs = jobs
    folder = collection.folder(of: stage)
    path = FolderSwap.partial(of: folder)
    output = collection.output
    locks = [try Self.begin(collection, folder)]
    previous = nil
    self.definition = try definition.withVersions(after: .validate)
    inputs = try StageChain(definition).definitions(of: stage)
    for file in files {
      let found = try SHA256.digest(ofFile: file)
      inputs.append(Manifest.Entry(path: file, bytes: found.bytes, sha256: found.digest))
    }
    try FileSystem.remove(path)
    try FileSystem.createFolder(path)
  }

  /// The same for `compared/<from>` of the newer of two rounds, made from what stage 4 and those
  /// before it left of both.
  package init(
    comparing from: CollectionDefinition, with to: CollectionDefinition, jobs: Int
  ) throws(RunError) {
    maker = "compare"
    method = .sha256
    self.jobs = jobs
    folder = "\(to.folders.output)/compared/\(from.folders.name)"
    path = FolderSwap.partial(of: folder)
    output = to.folders.output
    locks = [try RunLock(folder: from.folders.output), try Self.begin(to.folders, folder)]
    previous = nil
    for round in [from, to] {
      inputs += try StageChain(round).inputsOfComparison(jobs: jobs)
    }
    // What was offered decides bases, and rounds are compared by their answers.
    definition = to
    try FileSystem.remove(path)
    try FileSystem.createFolder(path)
  }

  /// A digest of the definitions, registers and versions of the form that tables are counted by.
  package static func definitionDigest(
    _ definition: CollectionDefinition
  ) throws(RunError) -> String {
    let hash = SHA256()
    for entry in try StageChain(definition).definitions(of: .aggregate) {
      hash.update(Array("\(entry.path) \(entry.digest.text)\n".utf8))
    }
    for version in definition.pipeline.versions where !version.notOffered.isEmpty {
      hash.update(Array("\(version.file) \(version.notOffered.joined(separator: " "))\n".utf8))
    }
    return hash.finish()
  }

  deinit {
    // A run that failed leaves nothing half done, and no space taken on a full disk.
    if !isFinished { try? FileSystem.remove(path) }
  }

  /// Notes that findings of the stage name lines of the definition: where these move, the findings are
  /// to be made again.
  package func addLines(of definition: CollectionDefinition, printedBy stage: Stage) {
    inputs += StageChain(definition).printedLines(of: stage)
  }

  /// Notes an export that the stage was made from.
  package func addInput(_ entry: Manifest.Entry) {
    inputs.append(entry)
  }

  /// Writes the manifest and puts the folder where it belongs.
  package func finish(counts: [String: Int]) throws(RunError) {
    try finish(try manifest(counts: counts))
  }

  /// What was made from what, of the files that are in the folder now.
  package func manifest(counts: [String: Int]) throws(RunError) -> Manifest {
    Phases.begin("saying what it made, and putting it there")
    let outputs = try Manifest.Entry.entries(
      of: try FileSystem.files(below: path), in: path, by: method, jobs: jobs)
    return Manifest(
      stage: maker, version: ProgramVersion.current,
      inputs: inputs.sorted { $0.path < $1.path }, outputs: outputs, counts: counts)
  }

  /// Writes the manifest and puts the folder where it belongs.
  ///
  /// - Parameters:
  ///   - folders: Where other finished folders are to stand, at once with this one or not at all.
  ///   - emptied: Where nothing is to stand any more.
  ///   - isHandedOn: Whether others copy the folder, and want to check what they have.
  package func finish(
    _ manifest: Manifest, with folders: [String] = [], emptying emptied: [String] = [],
    isHandedOn: Bool = false
  ) throws(RunError) {
    try manifest.write(to: path)
    if isHandedOn { try DigestList.write(to: path, knowing: manifest.outputs, jobs: jobs) }
    try FolderSwap(into: folders + [folder], emptying: emptied).run()
    // From here on the result stands, and nothing makes a failure of it.
    isFinished = true
    for folder in folders + emptied + [folder] { Leftovers.clear(of: folder, below: output) }
  }

  /// Writes the list of the files of a folder that is put there with this one.
  package func finishList(of folder: String) throws(RunError) {
    try DigestList.write(to: folder, knowing: [], jobs: jobs)
  }

  /// Takes the lock, and away what earlier runs left.
  private static func begin(
    _ collection: CollectionFolders, _ folder: String
  ) throws(RunError) -> RunLock {
    let lock = try RunLock(folder: collection.output)
    try FolderSwap.requireFolder(folder)
    try Leftovers.clear(of: collection, under: lock)
    return lock
  }
}

/// The version that the manifests and `--version` show.
package enum ProgramVersion {
  package static let current = "0.1.0"
}
