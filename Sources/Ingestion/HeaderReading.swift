import SurveyTools

/// The columns of a source, read from its header rows.
struct HeaderReading: Sendable {
  /// One column: what it is called, and what the tool says besides.
  struct Column: Sendable, Equatable {
    let heading: String
    /// The question's text, where the heading is an identifier.
    var label = ""
    /// The option's text or code, where the column is one option of a question.
    var option = ""
  }

  let convention: HeaderConvention
  let reason: String
  let rows: HeaderRowCount
  let columns: [Column]
  /// How many fields most of the first records have, where it is more than there are columns.
  let usualWidth: Int
  /// How many columns of the records have no heading, where nearly all have something there.
  let missingHeadings: Int

  /// Reads the first records of a source.
  ///
  /// - Parameters:
  ///   - rows: As many as there are, up to `HeaderRowCount.sample`, as text.
  ///   - convention: As declared; else it is decided on what only one tool writes.
  ///   - count: The header rows as declared; else they are known by what they are.
  /// - Throws: Where rows may as well be records.
  init(
    rows: [[String]], convention declared: HeaderConvention?, count: Int?
  ) throws(HeaderDoubt) {
    if let declared {
      (convention, reason) = (declared, "declared")
    } else {
      (convention, reason) =
        HeaderConvention.proved(by: Array(rows.prefix(RowVerdict.mostHeadings)))
        ?? (.plain, "nothing of another convention")
    }
    if let count {
      self.rows = HeaderRowCount(count: count, reason: "declared")
    } else {
      self.rows = try HeaderRowCount(rows, convention.tool.header)
    }
    columns = Self.columns(
      Array(rows.prefix(self.rows.count)), width: rows.first?.count ?? 0, convention.tool.header)
    let records = rows.dropFirst(self.rows.count).filter { !$0.allSatisfy(OptionRow.isBlank) }
    usualWidth = Self.usualWidth(rows.dropFirst(self.rows.count), columns: columns.count)
    missingHeadings = Self.missingHeadings(records, columns: columns.count)
  }

  private static func columns(
    _ rows: [[String]], width: Int, _ header: HeaderRows
  ) -> [Column] {
    guard let first = rows.first else { return (0..<width).map { Column(heading: "#\($0 + 1)") } }
    let texts = rows.dropFirst().first { HeaderMark($0) == nil }
    guard let second = texts else { return first.map { Column(heading: $0) } }
    let columns = max(first.count, second.count)
    let (upper, lower) = (padded(first, to: columns), padded(second, to: columns))
    if case .questionsAndOptions = header { return options(upper, lower) }
    // Rows are moved, and sections merged above the headings; an identifier has no blanks.
    if header.isUnknown, OptionRow.option(in: lower, under: upper) != nil {
      return options(upper, lower)
    }
    let isReversed = upper.count(where: hasBlanks) > lower.count(where: hasBlanks)
    return (isReversed ? zip(lower, upper) : zip(upper, lower)).map {
      Column(heading: $0, label: $1)
    }
  }

  private static func usualWidth(_ rows: ArraySlice<[String]>, columns: Int) -> Int {
    let records = rows.filter { !$0.allSatisfy(\.isEmpty) }
    let widths = Dictionary(records.map { ($0.count, 1) }, uniquingKeysWith: +)
    let usual = widths.first { $0.value * 2 > records.count }?.key ?? columns
    return max(usual, columns)
  }

  /// Damage adds fields to some records; a heading that was lost, or that R leaves out above the names of
  /// rows, is missing for all.
  private static func missingHeadings(_ records: [[String]], columns: Int) -> Int {
    let wider = records.filter { $0.count > columns }
    let filled = wider.filter { !$0[columns...].allSatisfy(OptionRow.isBlank) }
    guard records.count >= fewestRecords, wider.count * 10 >= records.count * 9,
      filled.count * 2 > records.count
    else { return 0 }
    return (wider.map(\.count).min() ?? columns) - columns
  }

  /// Fewer records may all be damaged.
  private static let fewestRecords = 4

  /// A question's text stands over its first column only; the second row tells its columns apart.
  private static func options(_ questions: [String], _ options: [String]) -> [Column] {
    var current = ""
    return zip(questions, options).map { question, option in
      if !OptionRow.isBlank(question) { current = question }
      return Column(heading: current, option: OptionRow.isWhole(option) ? "" : option)
    }
  }

  private static func padded(_ row: [String], to count: Int) -> [String] {
    row + Array(repeating: "", count: count - row.count)
  }

  private static func hasBlanks(_ heading: String) -> Bool {
    heading.contains { $0.isWhitespace }
  }
}
