import Basics
import Definition
import Findings
import Interchange
import Tabular

/// A source with a record for each unit and item, which was read as it is: its records are put together to
/// one for each submission, with a column for each item and column.
struct LongFile {
  /// What there is after that.
  struct Outcome {
    let columns: Int
    let submissions: Int
    let quarantined: [QuarantinedRecord]
    /// About records that say what others do.
    let findings: [Finding]
  }

  /// What a record has in a column.
  private enum Field: Hashable {
    case blank
    case seen(Int)
    case text(String)
  }

  /// A record about one item.
  private struct Item {
    let record: Int
    let position: RecordPosition
    let fields: [Field]
    /// Further records that say the same.
    var same: [(record: Int, position: RecordPosition)] = []
    /// Further records that say something else.
    var others: [(record: Int, position: RecordPosition)] = []
  }

  private struct Submission {
    let common: [Field]
    var items: [Int: Item] = [:]

    /// Where it begins.
    var first: Item? { items.values.min { $0.record < $1.record } }
  }

  /// A column of the source as it was read.
  private struct Column {
    let heading: String
    let label: String
    var texts: [Int: String] = [:]
  }

  private let folder: String
  private let file: String
  private let columns: [Column]
  private let itemColumn: Int
  /// Items by the number of their text: of those that are written alike the first.
  private let itemOfText: [Int: Int]
  /// The texts of the columns of items that are written as another one of their column is, by their number.
  private let alike: [Int: [Int: Int]]
  /// The columns that say which submission a record is of, and those of the item.
  private let common: [Int]
  private let own: [Int]
  private var submissions: [Submission] = []
  private var quarantined: [QuarantinedRecord] = []
  private var findings: [Finding] = []

  /// The most columns that records may come to have.
  private static let mostColumns = 20_000

  /// Puts the records together, in the files of the source's folder.
  ///
  /// - Throws: `badDefinition` where a column that `items` names is not there; `dataRejected` for more columns
  ///   than records can have.
  static func putTogether(
    _ items: LongItems, of source: SourceDefinition, file: String, in folder: String, bytes: Int
  ) throws(RunError) -> Outcome {
    var long = try LongFile(items, of: source, file: file, in: folder)
    try long.read()
    long.setAside()
    return try long.write(bytes: bytes)
  }

  private init(
    _ items: LongItems, of source: SourceDefinition, file: String, in folder: String
  ) throws(RunError) {
    self.folder = folder
    self.file = file
    var columns = try StageList<SourceEntry.HeadingColumn>.rows(of: "\(folder)/columns.csv") {
      Column(heading: $0[.heading], label: $0[.label])
    }
    let finder = ColumnFinder(
      headings: columns.map(\.heading), labels: columns.map(\.label), of: source, file: file)
    let itemColumn = try finder.required(items.column, "items")
    var common: [Int] = []
    for name in items.by { common.append(try finder.required(name, "items")) }
    _ = try StageList<SourceEntry.SeenColumn>.rows(of: "\(folder)/seen.csv") {
      row throws(RunError) in
      columns[try row.integer(.column) - 1].texts[try row.integer(.number)] = row[.text]
    }
    var itemOfKey: [TextKey: Int] = [:]
    var itemOfText: [Int: Int] = [:]
    for (number, text) in columns[itemColumn].texts.sorted(by: { $0.key < $1.key }) {
      let key = TextKey(text)
      if key.isEmpty { continue }
      itemOfText[number] = itemOfKey[key] ?? number
      itemOfKey[key] = itemOfText[number]
    }
    self.itemOfText = itemOfText
    self.columns = columns
    self.itemColumn = itemColumn
    self.common = common
    let own = columns.indices.filter { $0 != itemColumn && !common.contains($0) }
    self.own = own
    alike = Dictionary(
      uniqueKeysWithValues: own.map { ($0, Self.alike(columns[$0].texts)) }.filter { !$0.1.isEmpty }
    )
  }

  /// The first of the texts that are one but for capitals, blanks and the like, by the others.
  private static func alike(_ texts: [Int: String]) -> [Int: Int] {
    var first: [TextKey: Int] = [:]
    var alike: [Int: Int] = [:]
    for (number, text) in texts.sorted(by: { $0.key < $1.key }) {
      let key = TextKey(text)
      if let known = first[key] { alike[number] = known } else { first[key] = number }
    }
    return alike
  }

  /// Whether two records say the same of their item.
  private func saysTheSame(_ fields: [Field], as others: [Field]) -> Bool {
    fields == others
      || zip(own, zip(fields, others)).allSatisfy { column, pair in
        switch pair {
        case (.seen(let one), .seen(let other)):
          alike[column]?[one] ?? one == alike[column]?[other] ?? other
        case (.blank, _), (.text, _), (.seen, _): pair.0 == pair.1
        }
      }
  }

  private mutating func read() throws(RunError) {
    var known: [[Field]: Int] = [:]
    let cursor = try RecordCursor(folder: folder)
    while try cursor.next() {
      let common = common.map { Self.field(cursor, $0) }
      if case .text = Self.field(cursor, itemColumn) {
        throw RunError(
          path: file, line: cursor.position.line, id: .source(.manyItems),
          "column '\(columns[itemColumn].heading)' has more than \(TextNumber.most) different texts, or one of "
            + "more than \(TextNumber.longest) bytes; expected the names of items. Name another column under "
            + "'items' of the source")
      }
      guard case .seen(let text) = Self.field(cursor, itemColumn), let item = itemOfText[text]
      else {
        setAside(
          .noItem(in: columns[itemColumn].heading), record: cursor.record, at: cursor.position)
        continue
      }
      // A record of nobody is a submission of its own, which is set aside later.
      let isOfNobody = common.contains(.blank)
      let number = isOfNobody ? submissions.count : known[common] ?? submissions.count
      if number == submissions.count {
        if !isOfNobody { known[common] = number }
        submissions.append(Submission(common: common))
      }
      let fields = own.map { Self.field(cursor, $0) }
      if let first = submissions[number].items[item] {
        if saysTheSame(fields, as: first.fields) {
          submissions[number].items[item]?.same.append((cursor.record, cursor.position))
        } else {
          submissions[number].items[item]?.others.append((cursor.record, cursor.position))
        }
      } else {
        submissions[number].items[item] = Item(
          record: cursor.record, position: cursor.position, fields: fields)
      }
    }
  }

  private static func field(_ cursor: RecordCursor, _ column: Int) -> Field {
    switch cursor.field(column) {
    case .blank: .blank
    case .seen(let number): .seen(number + 1)
    case .text(let text): .text(text)
    }
  }

  /// Sets aside what nobody can choose among.
  private mutating func setAside() {
    for number in submissions.indices {
      for (item, found) in submissions[number].items.sorted(by: {
        $0.value.record < $1.value.record
      }) {
        let (name, line) = (columns[itemColumn].texts[item] ?? "", found.position.line)
        guard !found.others.isEmpty else {
          for (_, position) in found.same {
            findings.append(
              Finding(
                .itemAgain(name, line: line), at: Position(source: file, record: position)))
          }
          continue
        }
        let all = [(record: found.record, position: found.position)] + found.same + found.others
        for (record, position) in all {
          setAside(.itemTwice(name, line: line), record: record, at: position)
        }
        submissions[number].items[item] = nil
      }
    }
    submissions.removeAll(where: \.items.isEmpty)
    submissions.sort { ($0.first?.record ?? 0) < ($1.first?.record ?? 0) }
    quarantined.sort { $0.record < $1.record }
  }

  private mutating func setAside(
    _ objection: Objection, record: Int, at position: RecordPosition
  ) {
    quarantined.append(
      QuarantinedRecord(objection, source: file, record: record, position: position))
  }

  private func write(bytes: Int) throws(RunError) -> Outcome {
    let items = Set(submissions.flatMap(\.items.keys)).sorted()
    let count = common.count + items.count * own.count
    guard count <= Self.mostColumns else {
      throw RunError(
        path: file, id: .source(.manyItems),
        "\(items.count) items with \(own.count) columns each make \(count) columns; expected at most "
          + "\(Self.mostColumns). Name another column under 'items' of the source, or leave columns out of the "
          + "export")
    }
    let writer = try StageTableWriter(
      path: "\(folder)/records.csv",
      columns: TextNumber.fixedColumns.map { .init($0, width: String(bytes).utf8.count) }
        + (1...count).map { .init("c\($0)", width: TextNumber.width) })
    let texts = try CSVWriter(path: "\(folder)/texts.csv", header: SourceEntry.TextColumn.header)
    let positions = try CSVWriter(
      path: "\(folder)/\(SourceEntry.ItemColumn.fileName)", header: SourceEntry.ItemColumn.header)
    var seen = [[Int: (count: Int, first: Int)]](repeating: [:], count: count)
    var elsewhere = [Int](repeating: 0, count: count)
    for submission in submissions {
      guard let first = submission.first else { continue }
      writer.append(first.record)
      writer.append(first.position.line)
      writer.append(first.position.offset)
      writer.append(first.position.length)
      let none = [Field](repeating: .blank, count: own.count)
      let fields = submission.common + items.flatMap { submission.items[$0]?.fields ?? none }
      for (column, field) in fields.enumerated() {
        switch field {
        case .blank: writer.append(mark: TextNumber.blank)
        case .seen(let number):
          writer.append(number)
          seen[column][number, default: (0, first.record)].count += 1
        case .text(let text):
          writer.append(mark: TextNumber.elsewhere)
          elsewhere[column] += 1
          try texts.write([String(first.record), String(column + 1), text])
        }
      }
      try writer.endRow()
      for (index, item) in items.enumerated() {
        guard let found = submission.items[item] else { continue }
        try positions.write(
          [
            String(first.record), String(found.record),
            String(common.count + index * own.count + 1),
            String(own.count),
          ] + Position(source: file, record: found.position).fields)
      }
    }
    try writer.commit()
    try texts.commit()
    try positions.commit()
    try write(seen: seen, elsewhere, items: items)
    return Outcome(
      columns: count, submissions: submissions.count, quarantined: quarantined,
      findings: findings)
  }

  /// Writes which columns there are, and the texts of each.
  private func write(
    seen: [[Int: (count: Int, first: Int)]], _ elsewhere: [Int], items: [Int]
  ) throws(RunError) {
    let list = try CSVWriter(
      path: "\(folder)/columns.csv", header: SourceEntry.HeadingColumn.header)
    let numbered = try CSVWriter(
      path: "\(folder)/seen.csv", header: SourceEntry.SeenColumn.header)
    let all =
      common.map { (column: $0, item: Int?.none) }
      + items.flatMap { item in own.map { (column: $0, item: Int?.some(item)) } }
    for (index, (column, item)) in all.enumerated() {
      let base = columns[column]
      let name = item.map { columns[itemColumn].texts[$0]?.trimmed ?? "" }
      try list.write([
        String(index + 1), name.map { LongItems.heading(base.heading, of: $0) } ?? base.heading,
        base.label.isEmpty ? "" : name.map { LongItems.heading(base.label, of: $0) } ?? base.label,
        "", String(seen[index].count), String(elsewhere[index]),
      ])
      for (number, found) in seen[index].sorted(by: { $0.key < $1.key }) {
        try numbered.write([
          String(index + 1), String(number), base.texts[number] ?? "", String(found.count),
          String(found.first),
        ])
      }
    }
    try list.commit()
    try numbered.commit()
  }
}
