import CXlsxWriter

/// Puts one sheet into a workbook that is being written.
@safe struct SheetWriter {
  /// In characters of the sheet's font.
  private static let (leastWidth, mostLabelWidth, mostNumberWidth) = (9, 50, 18)
  /// In points; a row of Excel's is at most 409 points high.
  private static let (lineHeight, mostLines) = (15.0, 27)
  /// So many columns can be read where a page is as wide as they are.
  private static let mostColumnsOfPage = 14

  private let content: Sheet
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: SheetFormats
  /// The row of the headings, from 0.
  private var top: UInt32 { UInt32(content.lines.count) }

  init(
    _ content: Sheet, sheet: UnsafeMutablePointer<lxw_worksheet>, formats: SheetFormats
  ) {
    self.content = content
    unsafe self.sheet = sheet
    self.formats = formats
  }

  /// - Returns: The first error met; none is left out.
  func write() -> lxw_error {
    var errors: [lxw_error] = []
    for (row, line) in content.lines.enumerated() { errors.append(write(line, UInt32(row))) }
    if let table = content.table { errors += write(table) }
    setUpPage()
    return errors.first { $0 != LXW_NO_ERROR } ?? LXW_NO_ERROR
  }

  private func write(_ line: Sheet.Line, _ row: UInt32) -> lxw_error {
    switch line {
    case .title(let text): unsafe write(text, row: row, column: 0, as: formats.title)
    case .heading(let text): unsafe write(text, row: row, column: 0, as: formats.heading)
    case .text(let text): unsafe write(text, row: row, column: 0, as: nil)
    case .link(let text, let target): link(text, to: target, row: row, column: 0)
    }
  }

  private func write(_ table: SheetTable) -> [lxw_error] {
    let width = UInt16(table.headings.count)
    let widths = widths(of: table)
    var errors = [addTable(table, width: width)]
    for (column, width) in widths.enumerated() {
      errors.append(
        unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil))
    }
    errors.append(setHeight(of: top, table.headings.map { .text($0) }, widths))
    for (index, cells) in table.rows.enumerated() {
      let row = top + 1 + UInt32(index)
      errors.append(setHeight(of: row, cells, widths))
      for (column, cell) in cells.enumerated() {
        errors.append(
          write(cell, row: row, column: UInt16(column), isLabel: column < table.labelColumns))
      }
    }
    unsafe worksheet_freeze_panes(sheet, top + 1, UInt16(table.frozenColumns))
    errors.append(unsafe worksheet_repeat_rows(sheet, top, top))
    return errors
  }

  private func addTable(_ table: SheetTable, width: UInt16) -> lxw_error {
    let headings = unsafe table.headings.map { unsafe UnsafePointer(strdup($0.cellText)) }
    defer { unsafe headings.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    return unsafe add_table(
      sheet, top, top + UInt32(table.rows.count), width, table.name, headings,
      formats.tableHeading, table.labelColumns > 0 ? 1 : 0)
  }

  private func write(
    _ cell: SheetTable.Cell, row: UInt32, column: UInt16, isLabel: Bool
  ) -> lxw_error {
    switch cell {
    case .text(let text):
      unsafe write(text, row: row, column: column, as: isLabel ? formats.label : formats.sign)
    case .link(let text, let target): link(text, to: target, row: row, column: column)
    case .number(let number, let decimals):
      unsafe worksheet_write_number(
        sheet, row, column, number, formats.number(decimals: decimals))
    }
  }

  /// A row as high as its texts need where they are broken into lines: not every program that opens a
  /// workbook finds that out.
  private func setHeight(
    of row: UInt32, _ cells: [SheetTable.Cell], _ widths: [Int]
  ) -> lxw_error {
    let lines =
      zip(cells, widths).map { cell, width in
        switch cell {
        case .text(let text):
          text.split(separator: "\n").map { $0.count / (width - 1) + 1 }.reduce(0, +)
        case .link, .number: 1
        }
      }.max() ?? 1
    guard lines > 1 else { return LXW_NO_ERROR }
    return unsafe worksheet_set_row(
      sheet, row, Double(min(lines, Self.mostLines)) * Self.lineHeight, nil)
  }

  private func write(
    _ text: String, row: UInt32, column: UInt16, as format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    unsafe worksheet_write_string(sheet, row, column, text.cellText, format)
  }

  private func link(
    _ text: String, to target: String, row: UInt32, column: UInt16
  ) -> lxw_error {
    let quoted = target.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    return unsafe worksheet_write_url_opt(
      sheet, row, column, "internal:'\(quoted)'!A1", formats.link, text.cellText, nil)
  }

  /// Whether something else than a number stands where a chart has its numbers.
  private func hasSigns(in chart: SheetChart) -> Bool {
    chart.rows.contains { row in
      switch content.table?.rows[row][chart.numbers] {
      case .text, .link: true
      case .number, nil: false
      }
    }
  }

  /// Bars below one another in the order of the rows, below the table.
  func insert(
    _ bars: UnsafeMutablePointer<lxw_chart>, _ chart: SheetChart, below rows: Int
  ) -> lxw_error {
    let first = top + 1 + UInt32(chart.rows.lowerBound)
    let last = top + UInt32(chart.rows.upperBound)
    let series = unsafe chart_add_series(bars, nil, nil)
    unsafe chart_series_set_categories(
      series, content.name, first, UInt16(chart.labels), last, UInt16(chart.labels))
    unsafe chart_series_set_values(
      series, content.name, first, UInt16(chart.numbers), last, UInt16(chart.numbers))
    if hasSigns(in: chart) {
      // Viewers that look at no cells would draw a sign such as [c] as 0.
      unsafe series?.pointee.values.pointee.ignore_cache = 1
    }
    unsafe chart_series_set_labels(series)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 11
    unsafe chart_title_set_name(bars, chart.title.inCell)
    unsafe chart_title_set_name_font(bars, &font)
    unsafe chart_legend_set_position(bars, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    unsafe chart_axis_set_reverse(bars.pointee.y_axis)
    unsafe chart_axis_set_min(bars.pointee.x_axis, 0)
    unsafe chart_axis_off(bars.pointee.x_axis)
    unsafe chart_set_series_gap(bars, 60)
    var description = Array(chart.description.inCell.utf8CString)
    return unsafe description.withUnsafeMutableBufferPointer { description in
      var options = unsafe lxw_chart_options()
      unsafe options.description = description.baseAddress
      unsafe options.x_scale = 1.25
      unsafe options.y_scale = max(1, Double(chart.rows.count) / 8)
      return unsafe worksheet_insert_chart_opt(sheet, top + UInt32(rows) + 2, 0, bars, &options)
    }
  }

  /// On paper: A4 lying on its side, without headers and footers, which screen readers leave out; a table is as wide as a page where it can then be read,
  /// else its labels stand on each.
  private func setUpPage() {
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)
    let columns = content.table?.headings.count ?? 1
    if columns <= Self.mostColumnsOfPage {
      unsafe worksheet_fit_to_pages(sheet, 1, 0)
    } else if let frozen = content.table?.frozenColumns, frozen > 0 {
      _ = unsafe worksheet_repeat_columns(sheet, 0, UInt16(frozen - 1))
    }
  }

  private func widths(of table: SheetTable) -> [Int] {
    table.headings.indices.map { column in
      let isLabel = column < table.labelColumns
      let texts = table.rows.map { row in
        switch row[column] {
        case .text(let text), .link(let text, _): text.count
        case .number: Self.leastWidth
        }
      }
      let longestWord = table.headings[column].split(separator: " ").map(\.count).max() ?? 0
      let needed = max(texts.max() ?? 0, longestWord) + 2
      return min(max(needed, Self.leastWidth), isLabel ? Self.mostLabelWidth : Self.mostNumberWidth)
    }
  }
}

extension String {
  /// Excel's longest text in a cell, in units of UTF-16 (Excel specifications and limits).
  package static let longestCell = 32_767

  /// As it stands in a workbook: no longer than a cell can be, and U+FFFD for what XML has no sign for
  /// (section 2.2), since charts repeat the texts of cells.
  package var inCell: String {
    let short = shortened(to: Self.longestCell)
    let isFine = { (letter: Unicode.Scalar) in
      letter >= " " && letter != "\u{FFFE}" && letter != "\u{FFFF}"
        || "\t\n\r".unicodeScalars.contains(letter)
    }
    guard !short.unicodeScalars.allSatisfy(isFine) else { return short }
    return String(
      String.UnicodeScalarView(short.unicodeScalars.map { isFine($0) ? $0 : "\u{FFFD}" }))
  }

  /// As the library is to be handed it: `_x0041_`, which a spreadsheet takes for the character of that number
  /// (ECMA-376 part 1, 22.9.2.19), so that it reads as it is.
  fileprivate var cellText: String {
    let short = inCell
    guard short.contains("_x") else { return short }
    let characters = Array(short)
    return characters.indices.map { index in
      let code = characters[index...].prefix(7)
      let isCode =
        code.count == 7 && code.prefix(2) == ["_", "x"] && code.last == "_"
        && code.dropFirst(2).dropLast().allSatisfy(\.isHexDigit)
      return isCode ? "_x005F_" : String(characters[index])
    }.joined()
  }
}
