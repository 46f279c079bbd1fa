package import Basics

/// What stands around the text of a source: gzip, a zip archive with one file, or a workbook.
///
/// It is recognised by its first bytes, whatever the file is called.
package struct Container: Sendable, Equatable {
  /// As `ingested/sources.csv` has it: `gzip`, `zip: <entry>` or `xlsx: <sheet>`.
  package let description: String
  /// Whether the text was written from the cells of a sheet: UTF-8, comma, double quotes.
  package let isWorkbook: Bool

  /// How the cells of a workbook are to be written as text.
  package struct SheetOptions: Sendable {
    /// The sheet as declared; nil for the only visible one.
    let sheet: String?
    /// Titles above the header: they become empty lines.
    let skippedRows: Int
    /// What the first cell of a row begins with that is a comment; empty for none.
    let comment: [UInt8]

    package init(sheet: String? = nil, skippedRows: Int = 0, comment: [UInt8] = []) {
      self.sheet = sheet
      self.skippedRows = skippedRows
      self.comment = comment
    }
  }

  /// What a container may unpack to where nothing is declared, in megabytes.
  package static let usualMegabytes = 20_000

  /// Writes the text of a file that is a container to another file; memory stays bounded, however
  /// large the text is.
  ///
  /// - Parameter megabytes: The most that it may unpack to.
  /// - Returns: nil where the file is no container, and nothing was written.
  /// - Throws: `dataRejected` where the container is damaged, encrypted, holds more than one file,
  ///   unpacks to too much, or is of a kind that is not read.
  package static func unpack(
    _ file: SteadyFile, _ options: SheetOptions, megabytes: Int = usualMegabytes, to target: String
  ) throws(RunError) -> Container? {
    let path = file.path
    let kind = try Signature(file)
    let limit = UnpackLimit(path: path, declared: megabytes << 20)
    switch kind {
    case .gzip:
      try Gzip.expand(file, to: UnpackedFile(target, limit))
      try requireText(in: target, of: path)
      return Container(description: "gzip", isWorkbook: false)
    case .zip:
      let archive = try ZipArchive(file, limit)
      if let workbook = try WorkbookPackage(archive) {
        let sheet = try workbook.writeText(options, to: target)
        return Container(description: "xlsx: \(sheet)", isWorkbook: true)
      }
      let entry = try archive.onlyFile()
      let output = try UnpackedFile(target, limit)
      try output.require(entry.size)
      try archive.read(entry) { block throws(RunError) in try output.write(block) }
      try output.commit()
      try requireText(in: target, of: path)
      return Container(description: "zip: \(entry.name)", isWorkbook: false)
    case .unread(let found, let advice):
      throw damaged(
        path, id: .container(.unreadContainer),
        message: "the file is \(found); expected CSV. \(advice)")
    case .none:
      try requireNoClaim(path)
      return nil
    }
  }

  /// The names of the sheets of a workbook, the hidden ones too; nil where the file is none.
  package static func sheets(of path: String) throws(RunError) -> [String]? {
    let file = try SteadyFile(path: path)
    guard try Signature(file) == .zip else { return nil }
    let limit = UnpackLimit(path: path, declared: usualMegabytes << 20)
    return try WorkbookPackage(try ZipArchive(file, limit))?.sheetNames
  }

  /// A container within a container is refused: which of its files is meant is anybody's guess.
  private static func requireText(in target: String, of path: String) throws(RunError) {
    let found: String
    switch try Signature(SteadyFile(path: target)) {
    case .none: return
    case .gzip: found = "another gzip file"
    case .zip: found = "a zip archive or workbook"
    case .unread(let what, _): found = what
    }
    throw damaged(
      path, id: .container(.nestedContainer),
      message:
        "inside the file is \(found); expected CSV. Unpack it once and put what is inside here")
  }

  /// A name that claims a container whose bytes are not there: cut off, or something else.
  private static func requireNoClaim(_ path: String) throws(RunError) {
    for ending in [".gz", ".zip", ".xlsx", ".xlsm", ".xls"]
    where path.lowercased().hasSuffix(ending) {
      throw damaged(
        path, id: .container(.noContainer),
        message: "the name ends in \(ending), but the file does not begin as such a file does. "
          + "Export it again; if it is CSV, let its name end in .csv")
    }
  }

  static func damaged(_ path: String, id: ErrorID, message: String) -> RunError {
    RunError(path: path, id: id, message)
  }
}
