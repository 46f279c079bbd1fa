import Basics
import Containers
import Workbooks

/// A workbook as it stands on the disk.
///
/// libxlsxwriter does not say when a scratch file could not be written, so that a full disk would leave
/// a hole in a sheet. It is therefore read again, and each cell held against what it should be.
struct WrittenWorkbook {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// - Throws: `cannotWrite` where it is not what was to be written, `dataRejected` where it is no workbook.
  func require(_ workbook: Workbook) throws(RunError) {
    var rest = workbook.sheets[...]
    // Sheet by sheet: of a plan with a wide banner the cells of all would take more room than the figures.
    try Container.forEachSheet(ofWorkbook: path) { name, rows throws(RunError) in
      guard let sheet = rest.popFirst(), sheet.name == name, sheet.texts == rows else {
        throw notWritten
      }
    }
    guard rest.isEmpty else { throw notWritten }
  }

  private var notWritten: RunError {
    RunError(
      path: path, id: .file(.cannotWrite),
      "what stands in the workbook is not what was written to it; the disk may be full")
  }
}

extension Workbook {
  /// Puts the file into a folder that is going to be published.
  ///
  /// - Throws: `cannotWrite`.
  func publish(as name: String, in folder: String) throws(RunError) {
    // The library goes on where it cannot delete its scratch files: they lie in a folder of their own,
    // of which nothing is left, or the run fails.
    let scratch = "\(folder)/\(name).scratch"
    try FileSystem.createFolder(scratch)
    let draft = "\(scratch)/\(name)"
    try WorkbookFile.write(self, to: draft)
    try WrittenWorkbook(draft).require(self)
    // Writing anew makes sure that the bytes are on the disk, and the file there whole or not at all.
    try FileSystem.copy(draft, to: "\(folder)/\(name)")
    try FileSystem.remove(scratch)
  }
}

extension Sheet {
  /// The text of each cell, as a reader of workbooks gives it; without blanks at the end of a row.
  var texts: [[String]] {
    let above = lines.map { line in
      switch line {
      case .title(let text), .heading(let text), .text(let text), .link(let text, _): [text]
      }
    }
    let below = (table?.rows ?? []).map { row in
      row.map { cell in
        switch cell {
        case .text(let text), .link(let text, _): text
        case .number(let number, _): Container.text(ofNumber: number)
        }
      }
    }
    return (above + (table.map { [$0.headings] } ?? []) + below).map { row in
      row.prefix((row.lastIndex { !$0.isEmpty } ?? -1) + 1).map(\.inCell)
    }
  }
}
