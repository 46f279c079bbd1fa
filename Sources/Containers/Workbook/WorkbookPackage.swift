import Basics

/// A workbook as Excel 2007 and later save it (Office Open XML, ECMA-376): a zip archive of XML
/// parts that refer to each other by relationships.
struct WorkbookPackage {
  /// A sheet as the workbook lists it.
  struct Sheet {
    let name: String
    let isVisible: Bool
    let relationship: String
  }

  private let archive: ZipArchive
  private let sheets: [Sheet]
  private let relationships: Relationships
  private let is1904: Bool

  /// - Returns: nil where the archive is no Office file at all.
  /// - Throws: `dataRejected` where it is another Office file than a workbook in XML.
  init?(_ archive: ZipArchive) throws(RunError) {
    guard archive.entry("[Content_Types].xml") != nil else {
      guard archive.entry("mimetype") == nil || archive.entry("content.xml") == nil else {
        throw Self.unread(archive, "an OpenDocument file")
      }
      return nil
    }
    let package = try Relationships(of: "", in: archive)
    guard let part = package.target(ofType: "officeDocument") else {
      throw Self.unread(archive, "an Office file without a main document")
    }
    guard let entry = archive.entry(part), part.hasSuffix(".xml") else {
      throw Self.unread(archive, "an Office file that is no workbook in XML, such as .xlsb")
    }
    let workbook = WorkbookPart()
    try XMLReader.read(entry, of: archive, workbook)
    guard workbook.isWorkbook else {
      throw Self.unread(archive, "an Office file, but no workbook")
    }
    self.archive = archive
    sheets = workbook.sheets
    is1904 = workbook.is1904
    relationships = try Relationships(of: part, in: archive)
  }

  var sheetNames: [String] { worksheets.map(\.name) }

  private var worksheets: [Sheet] {
    sheets.filter { relationships.isWorksheet($0.relationship) }
  }

  /// Writes one sheet as CSV.
  ///
  /// - Returns: The sheet's name.
  func writeText(
    _ options: Container.SheetOptions, to target: String
  ) throws(RunError) -> String {
    let sheet = try chosen(options.sheet)
    let entry = try part(of: sheet)
    let strings = try sharedStrings(spill: "\(target).strings")
    let cells = try texts(of: sheet, strings)
    // The widest row first: as in the CSV of a spreadsheet, all rows are equally wide.
    var width = 0
    let measure = SheetReader(cells) { row throws(RunError) in
      if !options.isTitle(row) && !options.isComment(row) { width = max(width, row.width) }
    }
    try XMLReader.read(entry, of: archive, measure)
    let writer = try SheetWriter(
      UnpackedFile(target, archive.limit), width: width, options)
    try XMLReader.read(
      entry, of: archive, SheetReader(cells) { row throws(RunError) in try writer.write(row) })
    try writer.commit()
    try strings.remove()
    return sheet.name
  }

  /// The text of each cell of each sheet; a row without any is an empty one.
  func forEachSheet(
    _ body: (String, [[String]]) throws(RunError) -> Void
  ) throws(RunError) {
    let strings = try sharedStrings(spill: "\(archive.path).strings")
    for sheet in worksheets {
      var rows: [[String]] = []
      let reader = SheetReader(try texts(of: sheet, strings)) { row in
        while rows.count < row.number - 1 { rows.append([]) }
        rows.append(row.texts)
      }
      try XMLReader.read(part(of: sheet), of: archive, reader)
      try body(sheet.name, rows)
    }
    try strings.remove()
  }

  /// The parts that the sheets are.
  var parts: [ZipArchive.Entry] {
    get throws(RunError) {
      try worksheets.map { sheet throws(RunError) in try part(of: sheet) }
    }
  }

  private func part(of sheet: Sheet) throws(RunError) -> ZipArchive.Entry {
    let part = relationships.target(of: sheet.relationship) ?? ""
    guard let entry = archive.entry(part) else {
      throw ZipArchive.damaged(archive.path, "there is no part '\(part)' for '\(sheet.name)'")
    }
    return entry
  }

  private func sharedStrings(spill: String) throws(RunError) -> SharedStrings {
    let strings = SharedStrings(path: archive.path, spill: spill, limit: archive.limit)
    try read(partOfType: "sharedStrings", strings)
    try strings.finish()
    return strings
  }

  private func texts(
    of sheet: Sheet, _ strings: SharedStrings
  ) throws(RunError) -> CellTexts {
    let formats = CellFormats()
    try read(partOfType: "styles", formats)
    return CellTexts(
      strings: strings, formats: formats, is1904: is1904, path: archive.path, sheet: sheet.name)
  }

  private func read(
    partOfType type: String, _ handler: any XMLHandler
  ) throws(RunError) {
    guard let part = relationships.target(ofType: type) else { return }
    guard let entry = archive.entry(part) else {
      throw ZipArchive.damaged(archive.path, "there is no part '\(part)'")
    }
    try XMLReader.read(entry, of: archive, handler)
  }

  /// The sheet as declared, else the only visible one.
  private func chosen(_ declared: String?) throws(RunError) -> Sheet {
    let sheets = worksheets
    let names = sheets.map { $0.isVisible ? "'\($0.name)'" : "'\($0.name)' (hidden)" }
      .joined(separator: ", ")
    if let declared {
      if let sheet = sheets.first(where: { $0.name == declared }) { return sheet }
      throw Container.damaged(
        archive.path, id: .container(.noSheet),
        message:
          "the workbook has no sheet '\(declared)'; it has \(names). Set 'sheet' of the source to one "
          + "of them." + Suggestion.question(for: declared, among: sheets.map(\.name)))
    }
    let visible = sheets.filter(\.isVisible)
    guard visible.count == 1, let sheet = visible.first else {
      throw Container.damaged(
        archive.path, id: .container(.whichSheet),
        message:
          "the workbook has \(visible.count) visible sheets; expected one, or 'sheet' of the source. "
          + "It has \(names). Set 'sheet' of the source to one of them")
    }
    return sheet
  }

  private static func unread(_ archive: ZipArchive, _ found: String) -> RunError {
    Container.damaged(
      archive.path, id: .container(.unreadContainer),
      message:
        "the file is \(found); expected an Excel workbook or CSV. Save it as .xlsx or as CSV UTF-8")
  }
}

/// `xl/workbook.xml` (ECMA-376 part 1, 18.2): the sheets, and which day is the first.
private final class WorkbookPart: XMLHandler {
  private(set) var sheets: [WorkbookPackage.Sheet] = []
  private(set) var is1904 = false
  private(set) var isWorkbook = false

  func begin(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "workbook": isWorkbook = true
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      sheets.append(
        WorkbookPackage.Sheet(
          name: attributes["name"] ?? "",
          isVisible: ["visible", nil].contains(attributes["state"]),
          relationship: attributes["id"] ?? ""))
    default: break
    }
  }

  func end(_ element: String, text: [UInt8]) {}
}
