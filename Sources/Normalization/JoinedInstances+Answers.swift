import Basics
import Interchange
import Questionnaire

/// What the instances of one submission answer to one question together.
///
/// Choices are those that any instance ticked; numbers are summed; texts and dates stand below one another. An
/// unclear answer of one instance makes that of all unclear.
extension JoinedInstances {
  /// - Parameter doubts: What is unclear of all answers of the submission.
  func answer(to position: Int, of submission: Int, doubts: [UnclearField]) -> RecordAnswer {
    var unclear = doubts
    var answered: [Int] = []
    for row in rows(of: submission) {
      let last = rows[range(of: position, inRow: Int(row)).upperBound - 1]
      switch AnswerField.state(last) {
      case .answered: answered.append(Int(row))
      case .unclear: unclear += unclearFields(of: position, inRow: Int(row))
      case .noAnswer, .notAsked, .notApplicable, .didNotReply: break
      }
    }
    guard unclear.isEmpty else { return .unclear(unclear) }
    guard let latest = answered.last else { return .noAnswer }
    switch fields.kinds[position] {
    case .choice(let choices), .ticks(let choices):
      return .field(ticks(of: position, inRows: answered, choices: choices))
    case .number:
      if let sum = sum(of: position, inRows: answered) { return .field(sum) }
      return .unclear([
        doubt(
          "the numbers of all instances come to more than \(ExactDecimal.mostDigits) digits",
          suggestion: "mend the records: the numbers of all instances are summed", of: position,
          inRow: latest)
      ])
    case .date:
      let dates = answered.map { row in
        String(decoding: rows[range(of: position, inRow: row)], as: UTF8.self)
      }
      return .text(dates.joined(separator: "\n"))
    case .text:
      return .text(
        answered.map { text(of: position, inRow: $0) }.joined(separator: "\n"))
    }
  }

  private func ticks(of position: Int, inRows answered: [Int], choices: Int) -> [UInt8] {
    var field = [UInt8](repeating: AnswerField.unticked, count: choices)
    for row in answered {
      let range = range(of: position, inRow: row)
      if case .choice = fields.kinds[position] {
        var code = 0
        for index in range where rows[index] != UInt8(ascii: " ") {
          code = code * 26 + Int(rows[index] - UInt8(ascii: "a"))
        }
        AnswerField.tick(code, in: &field)
      } else {
        for (code, index) in range.enumerated() where rows[index] != AnswerField.unticked {
          field[code] = rows[index]
        }
      }
    }
    return field
  }

  private func sum(of position: Int, inRows answered: [Int]) -> [UInt8]? {
    if let sum = plainSum(of: position, inRows: answered) { return Array(String(sum).utf8) }
    return Self.sum(
      of: answered.map { rows[range(of: position, inRow: $0)].drop { $0 == UInt8(ascii: " ") } },
      as: questions[position].asked)
  }

  /// The sum of whole numbers of few digits; nil where others are among them.
  private func plainSum(of position: Int, inRows answered: [Int]) -> Int? {
    var sum = 0
    for row in answered {
      let range = range(of: position, inRow: row)
      guard range.count <= 12 else { return nil }
      var number = 0
      for index in range where rows[index] != UInt8(ascii: " ") {
        let digit = rows[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      sum += number
    }
    return sum
  }

  /// The sum of numbers as a field; nil where it has more digits than the number of an answer can have.
  static func sum(of fields: [ArraySlice<UInt8>], as type: AnswerType) -> [UInt8]? {
    var sum = DecimalSum()
    for field in fields {
      if case .number(let number) = AnswerValue(field: field, of: type) { sum.add(number) }
    }
    return sum.decimal.map { Array($0.description.utf8) }
  }

  /// The most that the sum of a submission's numbers can take in print.
  func width(of position: Int) -> Int {
    guard fields.kinds[position] == .number else { return 1 }
    var whole = 1
    var decimals = 0
    for row in 0..<(rows.count / fields.rowWidth) {
      let range = range(of: position, inRow: row)
      guard AnswerField.state(rows[range.upperBound - 1]) == .answered else { continue }
      let field = rows[range].drop { $0 == UInt8(ascii: " ") }
      let point = field.firstIndex(of: UInt8(ascii: ".")) ?? field.endIndex
      whole = max(whole, point - field.startIndex)
      decimals = max(decimals, field.endIndex - point)
    }
    return min(ExactDecimal.longest, whole + decimals + String(most).utf8.count)
  }
}
