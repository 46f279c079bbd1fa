import Interchange
import Tabular
import Tabulation

/// How many units of each kind one thread has met.
struct KindTally {
  private let plan: KindPlan
  /// By question and attribute, the number of the value of the unit that was read last; -1 for one
  /// that has none.
  private var values: [Int32]
  /// The fields that were met of each question that is open.
  private var open: [TextTable]
  private var units: [Int]
  /// The digits of all groups one after the other, and where those of each end.
  private let digits: [KindDigit]
  private let ends: [Int]
  private let firstKinds: [Int]
  /// The fields of one letter: most of them, so that they are read where they stand.
  private let letters: [(index: Int, column: Int, count: Int32)]
  private let others: [(index: Int, column: Int, field: KindField)]
  /// The number of a field of one letter, by its byte.
  private let letterNumbers: [Int32]

  init(_ plan: KindPlan) {
    self.plan = plan
    values = [Int32](repeating: -1, count: plan.fields.count + plan.attributes.count)
    open = plan.fields.map { _ in TextTable() }
    units = [Int](repeating: 0, count: plan.kindCount)
    digits = plan.groups.flatMap(\.digits)
    var end = 0
    ends = plan.groups.map { group in
      end += group.digits.count
      return end
    }
    firstKinds = plan.groups.map(\.firstKind)
    letterNumbers = (0...UInt8.max).map { Int32(KindField.number(ofLetter: $0)) }
    let fields = plan.fields.enumerated().map { index, field in
      (index: index, column: SubmissionLayout.column(of: field.question), field: field)
    }
    letters = fields.filter { $0.field.form == .letter }
      .map { ($0.index, $0.column, Int32($0.field.count)) }
    others = fields.filter { $0.field.form != .letter }
  }

  /// Counts the unit of the current row.
  ///
  /// - Parameter facts: The codes of its attributes by variable, of which those are asked for that
  ///   the plan names.
  /// - Returns: The groups of which its kind has no number: they must count it by itself.
  mutating func count(_ reader: StageTableReader, facts: (Int) -> Int?) -> [Int] {
    readLetters(reader)
    for (index, column, field) in others {
      values[index] = Int32(field.number(of: reader.bytes(column), &open[index]) ?? -1)
    }
    for (index, variable) in plan.attributes.enumerated() {
      values[plan.fields.count + index] = Int32((facts(variable) ?? -1) + 1)
    }
    return countKinds()
  }

  private mutating func readLetters(_ reader: StageTableReader) {
    let (letters, numbers) = (letters, letterNumbers)
    reader.withFields { bytes, ranges in
      for letter in letters {
        let range = ranges[letter.column]
        let number = range.count == 1 ? numbers[Int(bytes[range.lowerBound])] : -1
        values[letter.index] = number < letter.count ? number : -1
      }
    }
  }

  private mutating func countKinds() -> [Int] {
    var missing: [Int] = []
    let (digits, ends, firstKinds, values) = (digits, ends, firstKinds, values)
    var digit = 0
    for group in ends.indices {
      var (kind, least) = (firstKinds[group], 0)
      while digit < ends[group] {
        let value = Int(values[digits[digit].index])
        least = min(least, value)
        kind &+= value &* digits[digit].factor
        digit &+= 1
      }
      if least == 0 { units[kind] &+= 1 } else { missing.append(group) }
    }
    return missing
  }

  /// Counts each kind once in the tables of its group.
  ///
  /// - Parameter unit: Makes the unit of its fields and the codes of its attributes by variable; the
  ///   group asks for nothing else.
  func settle(
    into tally: inout Tally,
    unit: (_ fields: [Int: [UInt8]], _ facts: [Int: Int], Origins) -> CountedUnit
  ) {
    for group in plan.groups {
      for kind in 0..<group.kindCount where units[group.firstKind + kind] > 0 {
        var fields: [Int: [UInt8]] = [:]
        var facts: [Int: Int] = [:]
        for digit in group.digits {
          let value = kind / digit.factor % digit.count
          if digit.index < plan.fields.count {
            let field = plan.fields[digit.index]
            fields[field.question] = field.field(value, open[digit.index])
          } else if value > 0 {
            facts[plan.attributes[digit.index - plan.fields.count]] = value - 1
          }
        }
        var alike = unit(fields, facts, group.tables.origins)
        alike.times = units[group.firstKind + kind]
        group.tables.count(alike, into: &tally)
      }
    }
  }
}
