import Basics
import Definition
import Findings
import Interchange
import Tabular

/// The submission of an instance of a repeat, or why it has none.
enum Membership {
  /// The submission of a number, from 0.
  case member(Int)
  /// The same; but another record says what this one does, and counts for both.
  case again(Int)
  case refused(Objection)
  /// Several submissions have its key, of which the first has a number.
  case ambiguous(Int, Objection, UnclearField)
}

/// The submissions of some sources by a key of theirs, which instances in other sources name.
struct KeyedParents {
  private let repetition: Repetition
  /// The numbers of the submissions by their keys.
  private var numbers: [String: Int] = [:]
  private var parents: [Parent] = []

  /// A submission that instances name.
  private struct Parent {
    /// The name under which records of its source are mended.
    let file: String
    /// The file it was met in.
    let foundIn: String
    /// Whether other submissions have the same key, so that nobody can tell whose an instance is.
    var isAmbiguous = false
  }

  init(_ repetition: Repetition, of sources: [PreparedSource]) throws(RunError) {
    self.repetition = repetition
    for source in sources { try index(source) }
  }

  var count: Int { parents.count }

  /// The text of a key without surrounding blanks; empty where it is an error of a spreadsheet, which
  /// records that have nothing to do with each other may share.
  static func key(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let key = start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    return key.hasPrefix("#") && ExcelTrace.isError(TextKey(key)) ? "" : key
  }

  /// Notes the keys of the submissions of a source.
  private mutating func index(_ source: PreparedSource) throws(RunError) {
    guard let column = source.mapping.keys[repetition.parentColumn] else { return }
    let isMended = source.entry.file.hasPrefix("mended/")
    let file = isMended ? String(source.entry.file.dropFirst(7)) : source.entry.textFile
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      let key = Self.key(try source.text(cursor, column))
      if key.isEmpty { continue }
      let parent = Parent(file: file, foundIn: source.entry.file)
      guard let number = numbers[key] else {
        numbers[key] = parents.count
        parents.append(parent)
        continue
      }
      // A mended record has the key of the one it mends.
      let earlier = parents[number]
      if earlier.file != parent.file || earlier.foundIn == parent.foundIn {
        parents[number].isAmbiguous = true
      }
    }
  }

  /// The number of a submission.
  func number(of source: PreparedSource, _ cursor: RecordCursor) throws(RunError) -> Int? {
    guard let column = source.mapping.keys[repetition.parentColumn] else { return nil }
    return numbers[Self.key(try source.text(cursor, column))]
  }

  /// The submission of an instance.
  func membership(
    of cursor: RecordCursor, in source: PreparedSource
  ) throws(RunError) -> Membership {
    guard let column = source.mapping.unit else { return .refused(.blankKey(of: repetition)) }
    let key = Self.key(try source.text(cursor, column))
    guard !key.isEmpty else { return .refused(.blankKey(of: repetition)) }
    guard let number = numbers[key] else { return .refused(.noParent(of: key, repetition)) }
    guard parents[number].isAmbiguous else { return .member(number) }
    let objection = Objection.parentTwice(key, repetition)
    return .ambiguous(
      number, objection,
      UnclearField(
        source: source.entry.file, record: cursor.record, position: cursor.position,
        heading: repetition.keyColumn, text: key,
        doubt: "the record of an instance has '\(key)' in column "
          + "'\(repetition.keyColumn)', which several records have in column "
          + "'\(repetition.parentColumn)': nobody can tell whether it is of this one",
        suggestion: objection.suggestion))
  }
}
