import Basics
import Tabular

/// The types of a source's columns: by them a record is told whose fields stand in other columns.
struct ColumnTypes: Sendable {
  private let types: [ColumnType]
  /// Of each column those beside it that no field of it can belong to.
  private let unlike: [[ColumnType]]
  private let known: KnownSigns

  /// How many of the first records are looked at.
  private static let sample = 100
  /// Fewer records above a blank line or other headings are not all of a table.
  private static let fewestAbove = 8

  /// Types that nothing misses.
  init() {
    types = []
    unlike = []
    known = KnownSigns([])
  }

  init(_ records: [[String]], columns: Int) {
    let types = (0..<columns).map { column in
      ColumnType(records.map { column < $0.count ? $0[column] : "" })
    }
    self.types = types
    known = KnownSigns(types)
    unlike = types.indices.map { column in
      [column - 1, column + 1].filter(types.indices.contains).map { types[$0] }
        .filter(types[column].isUnlike)
    }
  }

  /// Looks at the first records that can be read; blank lines may end the table.
  init(_ reader: CSVReader, _ decoder: TextDecoder, columns: Int) throws(RunError) {
    var records: [[String]] = []
    while records.count < Self.sample {
      let lines = reader.progress.lines
      guard try reader.next() else { break }
      let record = reader.record
      let isBelowBlank = record.isBlank || reader.position.line - 1 > lines
      if reader.damage == nil, isBelowBlank, records.count >= Self.fewestAbove { break }
      guard reader.damage == nil, !record.isBlank, record.fieldCount >= columns else { continue }
      records.append((0..<columns).map { decoder.decode(record.field($0)) ?? "" })
    }
    self.init(records, columns: columns)
    // What follows headings of another table would be taken for usual.
    let end = records.firstIndex { stranger(in: $0, atLeast: 2) != nil } ?? records.count
    if end >= Self.fewestAbove, end < records.count {
      self.init(Array(records[..<end]), columns: columns)
    }
  }

  /// Fields that fit their columns only when all are moved by one.
  struct Shift: Equatable, Sendable {
    /// The first column whose field is of the one beside it, from 0.
    let column: Int
    /// Where it belongs.
    let home: Int
    let field: String
    /// Whether it is more than one field, which may be a slip of the respondent.
    fileprivate(set) var isCertain = false
  }

  /// The fields that stand in the column beside their own; nil where they may be in their columns.
  ///
  /// For certain, two fields with none in its own column between them miss their columns and fit those
  /// beside, one of the two by its kind, or three do.
  ///
  /// - Parameter columns: From the first to the last whose field misses its column and fits one beside.
  func shift(of fields: [String], in columns: Range<Int>) -> Shift? {
    let shifts = [1, -1].compactMap { shift(of: fields, in: columns, by: $0) }
    return shifts.first(where: \.isCertain) ?? shifts.first
  }

  /// - Parameter step: How many columns too far to the right the fields stand.
  private func shift(of fields: [String], in columns: Range<Int>, by step: Int) -> Shift? {
    var found: Shift?
    var moved: [Int] = []
    var hasShape = false
    for column in columns where types.indices.contains(column - step) {
      let (own, home, field) = (types[column], types[column - step], fields[column])
      if home.misses(field) || own.fits(field) && !home.fits(field) {
        moved = []
        hasShape = false
      } else if own.misses(field), home.fits(field), own.isUnlike(home) {
        moved.append(column)
        hasShape = hasShape || own.isShaped || home.isShaped
      }
      guard let first = moved.first, hasShape || moved.count > 2 else { continue }
      let shift = Shift(
        column: first, home: first - step, field: fields[first], isCertain: moved.count > 1)
      if shift.isCertain { return shift }
      found = found ?? shift
    }
    return found
  }

  /// The first field of another kind than its column, in a record that has so many and no field that is
  /// as it should be.
  func stranger(in fields: [String], atLeast count: Int) -> Int? {
    var strange: [Int] = []
    for (column, field) in fields.enumerated() where types.indices.contains(column) {
      if types[column].fits(field) { return nil }
      if types[column].isReliable, types[column].isOfAnotherShape(field) { strange.append(column) }
    }
    return strange.count < count ? nil : strange.first
  }

  /// A record of which fields miss their columns.
  struct Suspect {
    let row: PieceReading.Row
    let fields: [String]
    /// From the first to the last field that fits a column beside its own.
    let moved: Range<Int>
  }

  /// What a text says that stands in a column.
  fileprivate enum Sign {
    case nothing
    /// It misses the column by its kind.
    case stranger
    /// It misses the column, and fits one beside.
    case moved
  }

  /// The records of a piece that are worth a look, all fields together.
  func suspects(in piece: PieceReading, _ decoder: TextDecoder) -> [Suspect] {
    if types.isEmpty { return [] }
    // What the number of each field says in its column.
    let texts = piece.texts
    let signs = [.nothing] + known.signs(of: texts) { sign(of: $0, in: texts, decoder) }
    let columns = Set(
      signs.indices.filter { signs[$0] != .nothing }.map { texts.column(of: $0 - 1) }
    ).sorted()
    if columns.isEmpty { return [] }
    var suspects: [Suspect] = []
    for (index, row) in piece.rows.enumerated() {
      let first = index * types.count
      let isSaying = columns.contains { signs[Int(piece.fields[first + $0])] != .nothing }
      if !isSaying { continue }
      let numbers = Array(piece.fields[first..<first + types.count])
      let informative = columns.filter { signs[Int(numbers[$0])] != .nothing }
      let moved = informative.filter { signs[Int(numbers[$0])] == .moved }
      guard !moved.isEmpty || informative.count > 1 || row.followsBlank != false else { continue }
      let fields = numbers.map { number in
        number == 0 ? "" : decoder.decode(texts.text(Int(number) - 1)) ?? ""
      }
      suspects.append(
        Suspect(
          row: row, fields: fields, moved: (moved.first ?? 0)..<(moved.last.map { $0 + 1 } ?? 0)))
    }
    return suspects
  }

  /// What a text says in its column.
  private func sign(of number: Int, in texts: TextTable, _ decoder: TextDecoder) -> Sign {
    let column = texts.column(of: number)
    let own = types[column]
    guard own.isTyped else { return .nothing }
    let text = texts.text(number)
    guard own.mayMiss(text), let field = decoder.decode(text), own.misses(field) else {
      return .nothing
    }
    if unlike[column].contains(where: { $0.fits(field) }) { return .moved }
    return own.isOfAnotherShape(field) ? .stranger : .nothing
  }
}

/// What the texts of columns with a few texts say, kept from piece to piece: each has the same ones.
private final class KnownSigns: Sendable {
  /// By column; nil for one of other types, whose fields are told at a glance.
  private let known: Locked<[[[UInt8]: ColumnTypes.Sign]?]>

  /// A column with more texts has other ones in each piece.
  private static let most = 1_000

  init(_ types: [ColumnType]) {
    known = Locked(types.map { $0.isClosed ? [:] : nil })
  }

  /// - Parameter find: What the text with a number says.
  func signs(of texts: TextTable, _ find: (Int) -> ColumnTypes.Sign) -> [ColumnTypes.Sign] {
    let before = known.withLock { $0 }
    var new: [(column: Int, text: [UInt8], sign: ColumnTypes.Sign)] = []
    let signs = (0..<texts.count).map { number in
      let column = texts.column(of: number)
      guard let known = before[column] else { return find(number) }
      let text = texts.text(number)
      if let sign = known[text] { return sign }
      let sign = find(number)
      if known.count < Self.most { new.append((column, text, sign)) }
      return sign
    }
    if !new.isEmpty {
      known.withLock { known in
        for (column, text, sign) in new { known[column]?[text] = sign }
      }
    }
    return signs
  }
}
