package import Basics

/// `manifest.json` of a stage folder: what went in, what came out, by whom.
///
/// Without a time stamp, so that equal inputs give equal bytes.
package struct Manifest: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let path: String
    package let bytes: Int
    package let digest: Digest

    package init(path: String, bytes: Int, digest: Digest) {
      self.path = path
      self.bytes = bytes
      self.digest = digest
    }

    /// What a stage is made from is always told by SHA-256.
    package init(path: String, bytes: Int, sha256: String) {
      self.init(path: path, bytes: bytes, digest: Digest(method: .sha256, text: sha256))
    }

    /// What is no whole file, by its text.
    init(path: String, text: String) {
      let bytes = Array(text.utf8)
      let hash = SHA256()
      hash.update(bytes)
      self.init(path: path, bytes: bytes.count, sha256: hash.finish())
    }

    /// The size and digest of each file in a folder.
    static func entries(
      of names: [String], in folder: String, by method: Digest.Method, jobs: Int
    ) throws(RunError) -> [Entry] {
      try names.concurrentMap(jobs: jobs) { name throws(RunError) in
        let path = "\(folder)/\(name)"
        let known = WrittenFiles.digest(ofFile: path, by: method)
        let found = if let known { known } else { try method.digest(ofFile: path) }
        return Entry(path: name, bytes: found.bytes, digest: found.digest)
      }
    }

    /// The names of all files below the input folder, whether a source reads them or not: one that
    /// comes or goes is a change, too.
    package init(exports names: [String]) {
      self.init(path: "Input/", text: names.map { "\($0.utf8.count):\($0)" }.joined())
    }
  }

  package let stage: String
  package let version: String
  /// What the stage was made from; paths below the collection's `Input` or `Pipelines` folder, or
  /// the manifest of the stage before. `pipeline.yaml#ingest` is what ingestion reads of that file.
  package let inputs: [Entry]
  /// The files of the folder, without the manifest itself.
  package let outputs: [Entry]
  /// Counts of records in and out, by name.
  package let counts: [String: Int]

  package static let fileName = "manifest.json"

  /// The digests of the inputs by path.
  var digests: [String: Digest] {
    Dictionary(inputs.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }

  /// A count that the stage must have left.
  ///
  /// - Throws: `dataRejected` where it did not.
  package func count(_ name: String, in folder: String) throws(RunError) -> Int {
    guard let count = counts[name] else {
      throw RunError(
        path: "\(folder)/\(Self.fileName)", id: .stage(.manifest),
        "the manifest has no count of '\(name)'. Delete the folder and run 'make report' again")
    }
    return count
  }

  /// The same without what the outputs were made from: a digest of replies says whether a guess at
  /// all of them is right, and the number of findings how many answers were unclear.
  package var ofOutputs: Manifest {
    Manifest(stage: stage, version: version, inputs: [], outputs: outputs, counts: [:])
  }

  package func write(to folder: String) throws(RunError) {
    try AtomicFile.write(json.fileText, to: "\(folder)/\(Self.fileName)")
  }

  /// Reads the manifest of a stage folder and holds every file against it.
  ///
  /// - Throws: `inputMissing` where the stage has not run; `dataRejected` where a file beside the
  ///   manifest is not the one that the stage wrote.
  package static func verified(in folder: String, jobs: Int) throws(RunError) -> Manifest {
    let manifest = try read(in: folder)
    try manifest.verifyOutputs(in: folder, jobs: jobs)
    return manifest
  }

  /// Reads the manifest of a stage folder.
  package static func read(in folder: String) throws(RunError) -> Manifest {
    let path = "\(folder)/\(fileName)"
    guard FileSystem.exists(path) else {
      throw RunError(
        path: path, id: .stage(.noManifest),
        "the stage before has not run; expected its manifest. Run 'make report'")
    }
    var text = ManifestText(try FileSystem.bytes(of: path))
    guard let manifest = try? text.manifest() else {
      throw RunError(
        path: path, id: .stage(.manifest),
        "this is not a manifest of this program. Delete the folder and run 'make report' again")
    }
    return manifest
  }

  private func verifyOutputs(in folder: String, jobs: Int) throws(RunError) {
    _ = try outputs.concurrentMap(jobs: jobs) { entry throws(RunError) in
      let file = "\(folder)/\(entry.path)"
      let known = entry.digest
      let found = try known.method.digest(ofFile: file)
      guard found.digest == known else {
        throw RunError(
          path: file, id: .file(.changedFile),
          "the file has \(found.bytes) bytes with \(known.method.name) "
            + "\(found.digest.text.prefix(12))…; the manifest has \(entry.bytes) bytes with "
            + "\(known.text.prefix(12))…. Somebody changed it: delete "
            + "the folder and run 'make report' again; to change an answer use corrections.csv")
      }
    }
  }
}
