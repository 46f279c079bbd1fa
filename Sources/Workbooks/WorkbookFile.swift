package import Basics
import CXlsxWriter

/// Writes workbooks through libxlsxwriter (ECMA-376, transitional).
@safe package final class WorkbookFile {
  private let path: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let formats: SheetFormats
  private let isRightToLeft: Bool

  /// Writes a workbook; scratch files go into the folder it is written to.
  ///
  /// - Throws: `cannotWrite`.
  package static func write(_ content: Workbook, to path: String) throws(RunError) {
    let file = try WorkbookFile(content, path)
    for sheet in content.sheets { try file.add(sheet) }
    try file.close()
  }

  private init(_ content: Workbook, _ path: String) throws(RunError) {
    self.path = path
    isRightToLeft = content.isRightToLeft
    var folder = Array(FileSystem.parent(of: path).utf8CString)
    let workbook = unsafe folder.withUnsafeMutableBufferPointer { folder in
      var options = unsafe lxw_workbook_options(
        constant_memory: 0, tmpdir: folder.baseAddress, use_zip64: 0)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let workbook = unsafe workbook else {
      throw RunError(path: path, id: .file(.cannotWrite), "cannot begin the workbook")
    }
    unsafe self.workbook = workbook
    unsafe formats = SheetFormats(of: workbook)
    try setProperties(content)
  }

  private func setProperties(_ content: Workbook) throws(RunError) {
    var title = Array(content.title.utf8CString)
    var author = Array(content.author.utf8CString)
    let error = unsafe title.withUnsafeMutableBufferPointer { title in
      unsafe author.withUnsafeMutableBufferPointer { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = title.baseAddress
        unsafe properties.author = author.baseAddress
        unsafe properties.created = Self.seconds(of: content.day)
        return unsafe workbook_set_properties(workbook, &properties)
      }
    }
    try require(error)
  }

  private func add(_ sheet: Sheet) throws(RunError) {
    guard let worksheet = unsafe workbook_add_worksheet(workbook, sheet.name) else {
      throw failure("it takes no sheet '\(sheet.name)'")
    }
    if isRightToLeft { unsafe worksheet_right_to_left(worksheet) }
    let writer = unsafe SheetWriter(sheet, sheet: worksheet, formats: formats)
    try require(writer.write())
    if let chart = sheet.chart, let table = sheet.table { try add(chart, of: table, writer) }
  }

  private func add(
    _ chart: SheetChart, of table: SheetTable, _ writer: SheetWriter
  ) throws(RunError) {
    guard let bars = unsafe workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue)) else {
      throw failure("it takes no chart")
    }
    try require(unsafe writer.insert(bars, chart, below: table.rows.count))
  }

  private func close() throws(RunError) {
    try require(unsafe workbook_close(workbook))
  }

  private func require(_ error: lxw_error) throws(RunError) {
    guard error != LXW_NO_ERROR else { return }
    throw failure(unsafe String(cString: lxw_strerror(error)))
  }

  private func failure(_ reason: String) -> RunError {
    RunError(path: path, id: .file(.cannotWrite), "cannot write the workbook: \(reason)")
  }

  /// The first second of a day, from 1970 on.
  private static func seconds(of day: CalendarDate) -> time_t {
    let first = CalendarDate(year: 1970, month: 1, day: 1)
    return (day.dayNumber - (first?.dayNumber ?? 0)) * 86_400
  }
}
