import Basics
import Containers
import Definition
import Questionnaire
import Tabular

/// The text of a source: the file itself, or what its container holds, unpacked beside the stage
/// files for as long as it is read.
struct SourceText: Sendable {
  let file: SteadyFile
  private let container: Container?
  /// Digest and size of the file as received, taken beside what is done with it.
  let received: Begun<(digest: String, bytes: Int), RunError>
  let scan: SourceScan

  /// A smaller file is read faster than a thread begins.
  private static let worthSharing = 1 << 24

  /// - Throws: `dataRejected` where a container cannot be opened, `badDefinition` where the source
  ///   is declared otherwise than the text of a workbook is written.
  init(
    _ source: SteadyFile, _ definition: SourceDefinition, unpackedTo target: String, jobs: Int
  ) throws(RunError) {
    packedBytes = source.size
    received = try Self.digest(of: source, jobs: jobs)
    container = try Container.unpack(
      source,
      Container.SheetOptions(
        sheet: definition.sheet, skippedRows: definition.skippedLines,
        comment: definition.dialect.comment),
      megabytes: definition.unpackedMegabytes, to: target)
    guard let container else {
      file = source
      scan = try SourceScan(source)
      return
    }
    if container.isWorkbook { try Self.requireNoOtherDialect(definition, source.path) }
    file = try SteadyFile(path: target)
    scan = try SourceScan(file)
  }

  /// The size of the file as received.
  let packedBytes: Int

  /// Of a file whose times do not prove that it stays as it is the digest is taken before anything else is read, so
  /// that one taken in the end tells.
  private static func digest(
    of source: SteadyFile, jobs: Int
  ) throws(RunError) -> Begun<(digest: String, bytes: Int), RunError> {
    if source.size < worthSharing || source.isRecent {
      let digest = try SHA256.digest(of: source)
      return Begun(jobs: 1) { () throws(RunError) in digest }
    }
    return Begun(jobs: jobs) { () throws(RunError) in try SHA256.digest(of: source) }
  }

  var isWorkbook: Bool { container?.isWorkbook ?? false }

  /// As `sources.csv` has it; blank where the file is the text itself.
  var containerName: String { container?.description ?? "" }

  /// Deletes what was unpacked.
  func remove() throws(RunError) {
    if container != nil { try FileSystem.remove(file.path) }
  }

  private static func requireNoOtherDialect(
    _ definition: SourceDefinition, _ file: String
  ) throws(RunError) {
    let key: String
    if !["UTF-8", "UTF8", nil].contains(definition.encoding?.uppercased()) {
      key = "encoding"
    } else if ![UInt8(ascii: ","), nil].contains(definition.delimiter) {
      key = "delimiter"
    } else if definition.dialect.quote == nil || definition.dialect.hasBackslashEscapes {
      key = "quoting"
    } else {
      return
    }
    throw (definition.node[key] ?? definition.node).error(
      id: .source(.contradictedContainer),
      "'\(key)' is declared, but \(file) is a workbook, whose cells need none. Delete it, or give "
        + "the workbook a source of its own")
  }
}
