package import Basics

extension Container {
  /// The text of each cell of each sheet of a workbook, in the order of the sheets; every part is read,
  /// and held against its checksum.
  ///
  /// - Throws: `dataRejected` where the file is no workbook, or is damaged.
  package static func cells(
    ofWorkbook path: String
  ) throws(RunError) -> [(name: String, rows: [[String]])] {
    let file = try SteadyFile(path: path)
    let limit = UnpackLimit(path: path, declared: usualMegabytes << 20)
    let archive = try ZipArchive(file, limit)
    for entry in archive.entries { try XMLReader.read(entry, of: archive, WellFormed()) }
    guard let workbook = try WorkbookPackage(archive) else {
      throw ZipArchive.damaged(path, "it is no workbook")
    }
    return try workbook.cells()
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
