package import Basics
package import Definition

/// The stages of a collection as a chain: each manifest names what its stage was made from, and
/// all of it must still be what stands there.
///
/// A stage that is run by hand after a definition changed would otherwise count the answers of one
/// questionnaire by the codes of another.
package struct StageChain {
  private let definition: CollectionDefinition
  private var collection: CollectionFolders { definition.folders }

  package init(_ definition: CollectionDefinition) {
    self.definition = definition
  }

  /// Checks all stages before one, and the files of the one right before it.
  ///
  /// - Returns: The manifest of the stage right before; nil for the first stage.
  func verified(before stage: Stage, jobs: Int) throws(RunError) -> Manifest? {
    guard let previous = stage.previous else { return nil }
    let manifest = try Manifest.verified(in: collection.folder(of: previous), jobs: jobs)
    try check(previous, manifest)
    return manifest
  }

  /// What a stage is made from besides exports: what it reads of the definition, and the manifest
  /// of the stage before.
  func inputs(of stage: Stage) throws(RunError) -> [Manifest.Entry] {
    var entries = try definitions(of: stage)
    if let previous = stage.previous {
      let name = Self.manifest(of: previous)
      entries.append(try entry("\(collection.output)/\(name)", as: name))
    }
    return entries
  }

  private static func manifest(of stage: Stage) -> String {
    "\(stage.folder)/\(Manifest.fileName)"
  }

  /// What a stage reads of the definition: of files with keys the values of its keys, other files
  /// and the registers whole.
  func definitions(of stage: Stage) throws(RunError) -> [Manifest.Entry] {
    var entries = definition.excerpts(readBy: stage).map { Self.entry($0) }
    for name in stage.definitions {
      entries.append(try entry("\(collection.pipeline)/\(name)", as: name))
    }
    if stage.usesRegisters && FileSystem.isFolder(collection.registers) {
      for name in try FileSystem.files(below: collection.registers) where name.hasSuffix(".csv") {
        entries.append(try entry("\(collection.registers)/\(name)", as: "registers/\(name)"))
      }
    }
    return entries
  }

  /// The lines of the definition that findings of a stage may name: it is made from them, too, where
  /// there are such findings.
  func printedLines(of stage: Stage) -> [Manifest.Entry] {
    definition.lines(printedBy: stage).map { Self.entry($0) }
  }

  private static func entry(_ excerpt: DefinitionExcerpt) -> Manifest.Entry {
    excerpt.text.map { Manifest.Entry(path: excerpt.name, text: $0) }
      ?? Manifest.Entry(path: excerpt.name, bytes: 0, sha256: "")
  }

  /// What a comparison takes from one round, below the collection's name; all stages before the
  /// export are checked, and the files of the two that it reads.
  func inputsOfComparison(jobs: Int) throws(RunError) -> [Manifest.Entry] {
    _ = try verified(before: .export, jobs: jobs)
    _ = try Manifest.verified(in: collection.folder(of: .validate), jobs: jobs)
    return try inputs(of: .export).filter {
      $0.path != "report.md" && !$0.path.hasPrefix(DeclaredRules.fileName)
    }.map {
      Manifest.Entry(
        path: "\(collection.name)/\($0.path)", bytes: $0.bytes, digest: $0.digest)
    }
  }

  /// Walks back: a stage's inputs must be those of its manifest, and so for each stage before.
  private func check(_ stage: Stage, _ manifest: Manifest) throws(RunError) {
    if let previous = stage.previous,
      !manifest.inputs.contains(where: { $0.path == Self.manifest(of: previous) })
    {
      throw RunError(
        path: collection.folder(of: stage), id: .stage(.merged),
        "the folder was joined from partials; their findings, balances and quarantined records stand "
          + "in folders of their own and are not joined, so that it is neither published nor compared. "
          + "Run the stages over all exports together for that; the counts are in cells.csv")
    }
    if let name = try firstChange(of: stage, since: manifest) {
      let file = name.prefix { $0 != "#" }
      throw RunError(
        path: collection.folder(of: stage), id: .stage(.outOfDate),
        "the folder was made from another \(file) than stands there now. "
          + "Run 'make report', which runs again what has changed")
    }
    guard let previous = stage.previous else { return }
    try check(previous, try Manifest.read(in: collection.folder(of: previous)))
  }

  /// The first thing besides exports that a stage was made from and that is another now, or that is
  /// there no more.
  private func firstChange(
    of stage: Stage, since manifest: Manifest
  ) throws(RunError) -> String? {
    let recorded = manifest.digests
    let now = try inputs(of: stage) + printedLines(of: stage).filter { recorded[$0.path] != nil }
    if let entry = now.first(where: { recorded[$0.path] != $0.digest }) { return entry.path }
    // The first stage has its exports among its inputs, which `isCurrent` looks at.
    guard stage != .ingest else { return nil }
    let names = Set(now.map(\.path))
    return manifest.inputs.first { !names.contains($0.path) }?.path
  }

  /// The digest of a file; one that is not there has none, so that its coming is a change too.
  private func entry(_ path: String, as name: String) throws(RunError) -> Manifest.Entry {
    guard FileSystem.exists(path) else { return Manifest.Entry(path: name, bytes: 0, sha256: "") }
    let found = try SHA256.digest(ofFile: path)
    return Manifest.Entry(path: name, bytes: found.bytes, sha256: found.digest)
  }
}

// MARK: - Up to date

extension StageChain {
  /// Whether a stage would do again what it did: this version made its folder, from what stands there
  /// now.
  ///
  /// A folder that is not there, or whose manifest is damaged, is not up to date. Of the files beside
  /// the manifest nothing is read; the next stage does that.
  ///
  /// - Throws: What reading a file or folder throws; that the definition is right is known already.
  package func isCurrent(_ stage: Stage) throws(RunError) -> Bool {
    try currentManifest(of: stage) != nil
  }

  /// The manifest of a folder that is up to date; nil for one that is not.
  package func currentManifest(of stage: Stage) throws(RunError) -> Manifest? {
    guard let manifest = manifest(of: stage), manifest.version == ProgramVersion.current,
      try firstChange(of: stage, since: manifest) == nil
    else { return nil }
    guard stage == .ingest else { return manifest }
    return try hasSameExports(manifest) ? manifest : nil
  }

  /// Why a stage would run again; nil where it would not.
  func staleness(of stage: Stage) throws(RunError) -> String? {
    guard try currentManifest(of: stage) == nil else { return nil }
    guard let manifest = manifest(of: stage) else { return "it has not run" }
    guard manifest.version == ProgramVersion.current else {
      return "version \(manifest.version) of the program made it"
    }
    guard let name = try firstChange(of: stage, since: manifest) else {
      return "the exports are others now"
    }
    return "\(name.prefix { $0 != "#" }) is another now"
  }

  /// What a stage says that its folder was made from; nil where it cannot be said.
  private func manifest(of stage: Stage) -> Manifest? {
    let folder = collection.folder(of: stage)
    guard FileSystem.exists("\(folder)/\(Manifest.fileName)"),
      let manifest = try? Manifest.read(in: folder)
    else { return nil }
    guard stage == .export, definition.pipeline.disclosure != nil else { return manifest }
    // What is published does not say what it was made from; the folder that goes with it does.
    guard let whole = try? Manifest.read(in: collection.confidential),
      whole.outputs == manifest.outputs
    else { return nil }
    return whole
  }

  private func hasSameExports(_ manifest: Manifest) throws(RunError) -> Bool {
    guard FileSystem.isFolder(collection.input) else { return false }
    let files = Manifest.Entry(exports: try FileSystem.files(below: collection.input))
    let recorded = manifest.digests
    guard recorded[files.path] == files.digest else { return false }
    let others = Set(try definitions(of: .ingest).map(\.path)).union([files.path])
    var cache = DigestCache(below: collection.output)
    defer { cache.save() }
    for entry in manifest.inputs where !others.contains(entry.path) {
      let path = "\(collection.input)/\(entry.path)"
      guard FileSystem.size(of: path) == entry.bytes,
        try cache.digest(ofFile: path) == entry.digest.text
      else { return false }
    }
    return true
  }
}

extension Stage {
  /// The definition files without keys that the stage is made from, below the collection's folder;
  /// for ingestion without the form, so that a change of the form does not read the exports again.
  var definitions: [String] {
    switch self {
    case .ingest: []
    case .normalize: ["survey.csv", "choices.csv", "units.csv", "crosswalk.csv"]
    case .validate: ["survey.csv", "choices.csv", "units.csv", "corrections.csv"]
    case .aggregate: ["survey.csv", "choices.csv", "units.csv"]
    case .export: ["survey.csv", "choices.csv", "units.csv", "report.md"]
    }
  }

  /// How the files of the stage's folder are told: what is published is handed on.
  var digestMethod: Digest.Method {
    switch self {
    case .ingest, .normalize, .validate, .aggregate: .xxh3
    case .export: .sha256
    }
  }

  /// Whether the registers matter to the stage.
  var usesRegisters: Bool { self != .ingest }
}
