package import Basics

/// A row of a stage list, its fields read by what they must be.
package struct StageListRow<Column: StageColumn>: Sendable {
  /// Where the row stands in its list.
  package let position: RecordPosition
  private let record: RecordBuffer
  private let path: String

  /// - Parameter record: One with all columns, in UTF-8, as `StageList` gives them.
  package init(_ record: RecordBuffer, of path: String, at position: RecordPosition) {
    self.record = record
    self.path = path
    self.position = position
  }

  /// The text of a field; empty where the list has no such column.
  package subscript(column: Column) -> String {
    String(decoding: field(column), as: UTF8.self)
  }

  /// Whether the list has an optional column.
  package func has(_ column: Column) -> Bool { column.rawValue < record.fieldCount }

  /// The bytes of a field, to be copied.
  package func bytes(_ column: Column) -> ArraySlice<UInt8> { field(column) }

  /// Whether a field is empty, or there is none.
  package func isEmpty(_ column: Column) -> Bool { field(column).isEmpty }

  /// The row as it stands in its list, its line end included; nil where it cannot be told.
  package var whole: ArraySlice<UInt8>? { record.extent.map { record.bytes[$0] } }

  /// Whether the fields of some columns are the same as in a row of another list.
  package func matches<Other>(_ other: StageListRow<Other>, first columns: Int) -> Bool {
    (0..<columns).allSatisfy {
      record.bytes[record.range(of: $0)] == other.record.bytes[other.record.range(of: $0)]
    }
  }

  /// Whether a text stands in a field.
  package func holds(_ text: String, _ column: Column) -> Bool {
    field(column).elementsEqual(text.utf8)
  }

  private func field(_ column: Column) -> ArraySlice<UInt8> {
    has(column) ? record.bytes[record.range(of: column.rawValue)] : []
  }

  /// The error about a field that is not what it must be.
  package func damaged(_ column: Column, expected: String) -> RunError {
    damaged("column '\(column.name)' has '\(self[column])'; expected \(expected)")
  }

  /// The error about a row that cannot stand there.
  package func damaged(_ message: String) -> RunError {
    RunError.damaged(path, line: position.line, id: .stage(.damagedField), message)
  }
}

// MARK: - Fields by what they must be

extension StageListRow {
  /// A number that counts or places something.
  ///
  /// - Throws: `dataRejected` where the field holds anything but digits.
  package func integer(_ column: Column) throws(RunError) -> Int {
    guard let number = CalendarDate.number(field(column)) else {
      throw damaged(column, expected: "a whole number")
    }
    return number
  }

  /// The same for a number of a range.
  package func integer(_ column: Column, in range: Range<Int>) throws(RunError) -> Int {
    let number = try integer(column)
    guard range.contains(number) else {
      throw damaged(
        column, expected: "a number from \(range.lowerBound) to \(range.upperBound - 1)")
    }
    return number
  }

  /// The same where a field may be empty, which is nil.
  package func integerIfAny(_ column: Column) throws(RunError) -> Int? {
    field(column).isEmpty ? nil : try integer(column)
  }

  package func decimal(_ column: Column) throws(RunError) -> ExactDecimal {
    guard let number = ExactDecimal(self[column]) else {
      throw damaged(column, expected: "a number")
    }
    return number
  }

  /// One of the words of an enumeration.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: Column, as type: Word.Type
  ) throws(RunError) -> Word {
    guard let word = Word(rawValue: self[column]) else {
      let words = Word.allCases.map(\.rawValue)
      throw damaged(column, expected: Suggestion.allowed(words))
    }
    return word
  }

  /// Whether a field says `yes` rather than `no`.
  package func isYes(_ column: Column) throws(RunError) -> Bool {
    switch self[column] {
    case "yes": return true
    case "no": return false
    default: throw damaged(column, expected: "yes or no")
    }
  }
}
