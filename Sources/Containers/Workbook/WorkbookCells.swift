package import Basics

extension Container {
  /// The text of each cell of each sheet of a workbook, in the order of the sheets; every part is read,
  /// and held against its checksum.
  ///
  /// - Throws: `dataRejected` where the file is no workbook, or is damaged.
  package static func cells(
    ofWorkbook path: String
  ) throws(RunError) -> [(name: String, rows: [[String]])] {
    var sheets: [(name: String, rows: [[String]])] = []
    try forEachSheet(ofWorkbook: path) { sheets.append(($0, $1)) }
    return sheets
  }

  /// The same of one sheet after the other, of which there may be hundreds: its name and its rows.
  package static func forEachSheet(
    ofWorkbook path: String,
    _ body: (String, [[String]]) throws(RunError) -> Void
  ) throws(RunError) {
    let file = try SteadyFile(path: path)
    let limit = UnpackLimit(path: path, declared: usualMegabytes << 20)
    let archive = try ZipArchive(file, limit)
    guard let workbook = try WorkbookPackage(archive) else {
      throw ZipArchive.damaged(path, "it is no workbook")
    }
    let sheets = Set(try workbook.parts.map(\.name))
    for entry in archive.entries where !sheets.contains(entry.name) {
      try XMLReader.read(entry, of: archive, WellFormed())
    }
    try workbook.forEachSheet(body)
  }

  /// A number as `cells(ofWorkbook:)` gives it.
  package static func text(ofNumber number: Double) -> String {
    NumberText.text(number)
  }
}

/// Takes a part of which nothing else is asked than that it is XML.
private final class WellFormed: XMLHandler {
  func begin(_ element: String, _ attributes: XMLAttributes) {}
  func end(_ element: String, text: [UInt8]) {}
}
