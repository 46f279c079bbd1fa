import Basics
import SurveyTools

/// How many rows stand above the first record, and what says so.
struct HeaderRowCount: Sendable, Equatable {
  let count: Int
  let reason: String

  /// How many rows are looked at.
  static let sample = 40

  init(count: Int, reason: String) {
    self.count = count
    self.reason = reason
  }

  /// Tells header rows by what they are: marks that no respondent can have sent, a row of options,
  /// else fields of another kind than all those below.
  ///
  /// - Parameter header: The rows that the tool writes. People delete some, and what is left is
  ///   looked at as that of any file is.
  init(_ rows: [[String]], _ header: HeaderRows) throws(HeaderDoubt) {
    let first = rows.prefix(RowVerdict.mostHeadings)
    if header.count == 0 {
      self.init(count: 0, reason: "declared")
    } else if let index = first.lastIndex(where: { HeaderMark($0) != nil }),
      let mark = HeaderMark(rows[index])
    {
      self.init(count: index + 1, reason: "row \(index + 1) has \(mark.name)")
    } else {
      try self.init(rows, verdicts: RowVerdict.all(rows), header: header)
    }
  }

  private init(
    _ rows: [[String]], verdicts: [RowVerdict], header: HeaderRows
  ) throws(HeaderDoubt) {
    if let found = Self.optionRow(rows, verdicts) {
      self = found
      return
    }
    try Self.refuseTitles(rows, verdicts)
    if verdicts.first == .record || verdicts.first == .undecided {
      throw HeaderDoubt(counts: [0, 1], row: 0, cause: .firstRowFits)
    }
    // What may be a header row is one where the tool writes it.
    let verdicts = verdicts.enumerated().map { index, verdict in
      index > 0 && index < header.count && verdict == .undecided ? .heading : verdict
    }
    // Headings stand together: the first record ends them.
    let end = verdicts.dropFirst().firstIndex { $0 == .record } ?? verdicts.count
    let last = verdicts[..<end].lastIndex { $0 == .heading || $0 == .undecided } ?? 0
    if let index = verdicts[..<end].dropFirst().firstIndex(of: .undecided) {
      throw HeaderDoubt(counts: Array(index...last + 1), row: index, cause: .rowBelowDiffers)
    }
    let found = max(last + 1, 1)
    if found == 1, header.count > 1, end > 1 {
      // As the tool writes them, unless a record stands there.
      self.init(count: min(header.count, end), reason: "as the tool writes them")
    } else if found > 1 {
      self.init(count: found, reason: "no field of row \(found) is like those below")
    } else {
      self.init(count: 1, reason: "")
    }
  }

  /// A row of options is known by its words and by what it leaves blank: a record has its identifier.
  private static func optionRow(
    _ rows: [[String]], _ verdicts: [RowVerdict]
  ) -> HeaderRowCount? {
    guard rows.count > 1, verdicts[1] != .record, let identifier = rows[1].first,
      OptionRow.isBlank(identifier), !OptionRow.isBlank(rows[0].first ?? "")
    else { return nil }
    if let word = OptionRow.whole(in: rows[1]) {
      return HeaderRowCount(count: 2, reason: "row 2 has '\(word)'")
    }
    guard let option = OptionRow.option(in: rows[1], under: rows[0]),
      verdicts[1] == .heading || isRespondent(rows[0][0])
    else { return nil }
    return HeaderRowCount(count: 2, reason: "row 2 has '\(option)' under a blank heading")
  }

  private static func isRespondent(_ heading: String) -> Bool {
    heading.lowercased().filter(\.isLetter) == "respondentid"
  }

  /// A title, or sections whose fields were merged, above the headings.
  private static func refuseTitles(
    _ rows: [[String]], _ verdicts: [RowVerdict]
  ) throws(HeaderDoubt) {
    guard rows.count > 1, verdicts[1] != .record else { return }
    let blank = zip(rows[0], rows[1]).count { OptionRow.isBlank($0) && !TextKey($1).isEmpty }
    let headed = rows[0].count { !OptionRow.isBlank($0) }
    guard blank > 1 || (blank == 1 && verdicts[1] != .unknown) else { return }
    throw HeaderDoubt(
      counts: [1, 2], row: 1, cause: headed == 1 ? .titleAbove : .blankHeadings)
  }
}
