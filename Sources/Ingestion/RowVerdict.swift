import SurveyTools

/// Whether one of the first rows of a source is a record or a header row, by what its records have
/// below.
enum RowVerdict: Equatable {
  /// At least one field is like those below, and none speaks against it.
  case record
  /// Something speaks for either.
  case undecided
  /// So many fields are of another kind than all below that no record can be so.
  case heading
  /// Nothing tells.
  case unknown

  /// How many rows of headings are thought possible.
  static let mostHeadings = 4
  /// How many fields must be of another kind before a row below the headings is one of them.
  private static let fewestUnlike = 3

  /// Judges the first rows, each by those below it that may be records.
  static func all(_ rows: [[String]]) -> [RowVerdict] {
    let isLong = rows.count >= 2 * mostHeadings
    let columns = rows.map(\.count).max() ?? 0
    var looks: [ColumnLook] = []
    return rows.prefix(mostHeadings).indices.map { index in
      if index == 0 || !isLong {
        let above = rows[..<(isLong ? mostHeadings : index + 1)]
        // A header that stands among the records once more is none of them.
        let body = rows.dropFirst(above.count).filter { !above.contains($0) }
        looks = (0..<columns).map { column in
          ColumnLook(body.map { column < $0.count ? $0[column] : "" })
        }
      }
      return RowVerdict(rows[index], looks, below: index == 0 ? nil : rows[0], isLong: isLong)
    }
  }

  /// - Parameters:
  ///   - headings: The first row, for one below it. The first row is one of headings unless something
  ///     speaks against it, any other a record.
  ///   - isLong: Whether there are many records to judge by.
  private init(_ row: [String], _ looks: [ColumnLook], below headings: [String]?, isLong: Bool) {
    let verdicts = zip(looks, row).compactMap { $0.verdict(on: $1) }
    let alike = verdicts.count { $0 == .alike }
    let unlike = verdicts.count { $0 == .unlike }
    let perhapsUnlike = verdicts.count { $0 == .perhapsUnlike }
    guard let headings else {
      if alike == 0 {
        self = unlike > 0 ? .heading : .unknown
      } else if unlike >= alike || unlike == 0 && perhapsUnlike >= alike {
        self = .heading
      } else {
        self = unlike + perhapsUnlike == 0 ? .record : .undecided
      }
      return
    }
    let shapes = row.map { TextShape($0) }
    if alike > 0 || shapes.contains(.number) || shapes.contains(.date) {
      self = .record
    } else if !Self.fills(shapes, as: headings) {
      self = .unknown
    } else if unlike >= Self.fewestUnlike {
      self = .heading
    } else if unlike + perhapsUnlike > 1 || unlike == 1 && isLong {
      self = .undecided
    } else {
      self = .unknown
    }
  }

  /// Whether a row has nearly as many fields that are not blank as the headings: one below them has.
  private static func fills(_ shapes: [TextShape], as headings: [String]) -> Bool {
    let filled = shapes.count { $0 != .blank }
    let headed = headings.count { TextShape($0) != .blank }
    return filled * 4 >= headed * 3
  }
}
