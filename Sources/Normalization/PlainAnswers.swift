import Questionnaire
import Tabular

/// The answer fields of the questions that one field of a record decides, by the numbers of texts: most
/// answers are copied from here.
struct PlainAnswers: Sendable {
  private struct Column: Sendable {
    /// The position among the questions.
    let question: Int
    let column: Int
    /// Where the answer stands in a row of answers.
    let range: Range<Int>
    /// Where the fields of its numbers begin in `fields`, all as wide as the column.
    let first: Int
    let count: Int
  }

  private var columns: [Column] = []
  /// The fields, blanks to their left; a number that has none has no bytes but 0.
  private var fields: [UInt8] = []
  /// The positions of the questions that need a closer look in every record.
  private var others: [Int] = []
  /// A row of answers in which no field is set yet.
  let blankRow: [UInt8]
  /// Where the answer of each question stands in a row.
  let ranges: [Range<Int>]

  /// - Parameters:
  ///   - widths: Those of the answer fields.
  ///   - column: The column whose field decides a question; nil where more than one does.
  init(
    _ source: PreparedSource, _ questions: [Question], widths: [Int], column: (Question) -> Int?
  ) {
    var row: [UInt8] = []
    var ranges: [Range<Int>] = []
    for width in widths {
      ranges.append(row.count..<(row.count + width))
      row += [UInt8](repeating: UInt8(ascii: " "), count: width) + [UInt8(ascii: ",")]
    }
    blankRow = row.dropLast()
    self.ranges = ranges
    for (index, question) in questions.enumerated() {
      guard let column = column(question) else {
        others.append(index)
        continue
      }
      let (known, range) = (source.fields[question.index], ranges[index])
      columns.append(
        Column(
          question: index, column: column, range: range, first: fields.count, count: known.count)
      )
      for number in 0..<known.count {
        let field = known[number]
        let blanks = max(range.count - (field?.count ?? 0), 0)
        fields +=
          [UInt8](repeating: field == nil ? 0 : UInt8(ascii: " "), count: blanks) + (field ?? [])
      }
    }
  }

  /// Sets the answers in a row, and gives the positions of those that need a closer look, in order.
  func set(_ numbers: [Int32], in rows: inout [UInt8], from start: Int) -> [Int] {
    var missing = others
    for column in columns {
      let number = Int(numbers[column.column])
      guard number >= 0, number < column.count else {
        missing.append(column.question)
        continue
      }
      let first = column.first + number * column.range.count
      guard fields[first + column.range.count - 1] != 0 else {
        missing.append(column.question)
        continue
      }
      for (offset, range) in column.range.enumerated() {
        rows[start + range] = fields[first + offset]
      }
    }
    return missing.sorted()
  }
}
