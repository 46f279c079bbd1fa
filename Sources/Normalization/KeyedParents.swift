import Basics
import Definition
import Findings
import Interchange
import Tabular

/// The submission of an instance of a repeat, or why it has none.
enum Membership {
  /// The submission of a number, from 0.
  case member(Int)
  /// Another record of that submission says what this one does, and counts for both.
  case again
  case refused(Objection)
  /// Several submissions have its key, of which the first has a number.
  case ambiguous(Int, Objection, UnclearField)
}

/// The submissions of some sources by a key of theirs, which instances in other sources name: each takes its
/// key and some twenty bytes.
struct KeyedParents {
  /// What the numbered texts of a column of keys are: the number of a submission, or less than 0.
  struct Keys {
    fileprivate let column: Int
    fileprivate let ofTexts: [Int32]
  }

  private static let blank: Int32 = -1
  private static let unknown: Int32 = -2

  private let repetition: Repetition
  /// The numbers of the submissions by their keys.
  private var numbers = TextNumbers()
  /// The names under which the records of the sources are mended, and the files themselves.
  private var files: [(mendedAs: String, file: String)] = []
  /// Where each submission was met first, among these.
  private var fileOf: [UInt16] = []
  /// Those of whose key there are several, so that nobody can tell whose an instance is.
  private var ambiguous: Set<Int> = []

  /// The numbers of the submissions of files that were mended, by file and record, and all of each file: none
  /// for a record that could not be read.
  private var mendable: [String: (ofRecords: [Int: Int32], all: Set<Int32>)] = [:]

  /// Those of which a record can be used; nil where nobody asks.
  private var counted: Set<Int>?

  /// - Parameter units: What units are found by, where it is asked which submissions count.
  init(
    _ repetition: Repetition, of sources: [PreparedSource], judging units: UnitIndex?
  ) throws(RunError) {
    self.repetition = repetition
    let names = Set(sources.map(\.entry.file))
    for source in sources {
      try index(source)
      if names.contains(MendedFile.name(for: source.entry.textFile)) { try noteRecords(of: source) }
    }
    if var units {
      counted = []
      for source in sources { try judge(source, by: &units) }
    }
  }

  /// Notes which submissions of a source can be used.
  private mutating func judge(_ source: PreparedSource, by units: inout UnitIndex) throws(RunError)
  {
    let fates = FateJudge(source)
    let keys = parentKeys(of: source)
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      guard let submission = submission(at: cursor, by: keys),
        case .usable(_, let text) = try fates.fate(of: cursor)
      else { continue }
      let outcome =
        switch text {
        case .none(let name): units.appendAnonymous(name)
        case .seen(_, let text), .text(let text):
          units.resolve(UnitName(text), by: source.definition.identifier)
        }
      if case .unit = outcome { counted?.insert(submission) }
    }
  }

  /// Whether a submission can be used, as far as that was asked.
  func isCounted(_ submission: Int) -> Bool { counted?.contains(submission) ?? true }

  var count: Int { fileOf.count }

  /// The text of a key without surrounding blanks; empty where it is an error of a spreadsheet, which
  /// records that have nothing to do with each other may share.
  static func key(_ text: String) -> String {
    if isPlain(text.utf8) { return text }
    let start = text.drop { $0.isWhitespace }
    let key = start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    return key.hasPrefix("#") && ExcelTrace.isError(TextKey(key)) ? "" : key
  }

  /// Whether a text is certainly a key as it stands: letters and digits of ASCII at both ends.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    return (UInt8(ascii: "0")...UInt8(ascii: "z")) ~= first
      && (UInt8(ascii: "0")...UInt8(ascii: "z")) ~= last
  }

  /// Equal where keys are, whatever their letters are composed of.
  static func bytes(of key: String) -> [UInt8] { Array(LetterForms.composed(key).utf8) }

  /// Notes the keys of the submissions of a source.
  private mutating func index(_ source: PreparedSource) throws(RunError) {
    guard let column = source.mapping.keys[repetition.parentColumn] else { return }
    files.append(
      (MendedFile.original(of: source.entry.file) ?? source.entry.textFile, source.entry.file))
    let own = files.count - 1
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      let key = Self.key(try source.text(cursor, column))
      if key.isEmpty { continue }
      let number = numbers.number(adding: Self.bytes(of: key))
      guard number < fileOf.count else {
        fileOf.append(UInt16(own))
        continue
      }
      // A mended record has the key of the one it mends.
      let earlier = files[Int(fileOf[number])]
      if earlier.mendedAs != files[own].mendedAs || Int(fileOf[number]) == own {
        ambiguous.insert(number)
      }
    }
  }

  /// Notes which submission each record of a source is.
  private mutating func noteRecords(of source: PreparedSource) throws(RunError) {
    let keys = parentKeys(of: source)
    var ofRecords: [Int: Int32] = [:]
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() { ofRecords[cursor.record] = number(cursor, by: keys) }
    mendable[source.entry.file] = (ofRecords, Set(ofRecords.values))
  }

  /// Why a mended record cannot stand for another: it has not its key, so that instances would count for two
  /// submissions or for none.
  ///
  /// - Parameters:
  ///   - record: The one that it is to stand for.
  ///   - file: That of the record.
  func objection(
    toMended cursor: RecordCursor, by keys: Keys, insteadOf record: Int, of file: String
  ) -> Objection? {
    guard let known = mendable[file] else { return nil }
    let number = number(cursor, by: keys)
    let original = known.ofRecords[record] ?? Self.blank
    if number == original { return nil }
    let isTaken = number >= 0 && known.all.contains(number)
    return original >= 0 || isTaken ? .mendedKey(repetition, isTaken: isTaken) : nil
  }

  /// What the key column of a source has; nil where there is none.
  private func keys(_ column: Int?, of source: PreparedSource) -> Keys {
    Keys(
      column: column ?? -1,
      ofTexts: column.map { source.texts[$0].map { number(of: $0.text) } } ?? [])
  }

  /// That of submissions.
  func parentKeys(of source: PreparedSource) -> Keys {
    keys(source.mapping.keys[repetition.parentColumn], of: source)
  }

  /// That of instances.
  func keys(of source: PreparedSource) -> Keys { keys(source.mapping.unit, of: source) }

  private func number(of text: String) -> Int32 {
    let key = Self.key(text)
    if key.isEmpty { return Self.blank }
    return numbers.number(of: Self.bytes(of: key)).map { Int32($0) } ?? Self.unknown
  }

  private func number(_ cursor: RecordCursor, by keys: Keys) -> Int32 {
    guard keys.column >= 0 else { return Self.blank }
    return switch cursor.field(keys.column) {
    case .blank: Self.blank
    case .seen(let number): keys.ofTexts[number]
    case .text(let text): number(of: text)
    }
  }

  /// The number of a submission.
  func submission(at cursor: RecordCursor, by keys: Keys) -> Int? {
    let number = number(cursor, by: keys)
    return number < 0 ? nil : Int(number)
  }

  /// The submission of an instance.
  func membership(
    of cursor: RecordCursor, in source: PreparedSource, by keys: Keys
  ) throws(RunError) -> Membership {
    let number = number(cursor, by: keys)
    guard number != Self.blank else { return .refused(.blankKey(of: repetition)) }
    if number >= 0, ambiguous.isEmpty || !ambiguous.contains(Int(number)) {
      return .member(Int(number))
    }
    let key = Self.key(try source.text(cursor, keys.column))
    guard number >= 0 else { return .refused(.noParent(of: key, repetition)) }
    let objection = Objection.parentTwice(key, repetition)
    return .ambiguous(
      Int(number), objection,
      UnclearField(
        source: source.entry.file, record: cursor.record, position: cursor.position,
        heading: repetition.keyColumn, text: key,
        doubt: "the record of an instance has '\(key)' in column "
          + "'\(repetition.keyColumn)', which several records have in column "
          + "'\(repetition.parentColumn)': nobody can tell whether it is of this one",
        suggestion: objection.suggestion))
  }
}
