extension Expression {
  /// The functions that take values, as ODK defines them for XLSForm.
  ///
  /// | function | gives |
  /// |---|---|
  /// | `if(condition, then, else)` | one of two values |
  /// | `coalesce(a, b, …)` | the first value that is not blank |
  /// | `string-length(text)` | the number of characters |
  /// | `contains(text, part)`, `starts-with(text, part)`, `ends-with(text, part)` | whether a part is there |
  /// | `regex(text, 'pattern')` | whether the whole text has the form of a regular expression |
  /// | `number(value)` | a text as a number; what is none is blank |
  /// | `int(number)` | a number without its decimals |
  /// | `round(number, places)` | a number with so many decimals, halves up |
  /// | `abs(number)` | a number without its sign |
  /// | `min(a, b, …)`, `max(a, b, …)` | the smallest, the largest of the numbers that are not blank |
  /// | `date('2005-07-29')` | a date |
  ///
  /// Over the whole collection, in `rules.yaml`, with each unit in turn for `${…}` in the parentheses:
  ///
  /// | function | gives |
  /// |---|---|
  /// | `count(condition)` | the number of units for which it holds |
  /// | `count-non-empty(${q})` | the number of units that answered |
  /// | `sum(number)`, `min(number)`, `max(number)` | of the numbers of all units that have one |
  package enum Function: String, CaseIterable, Sendable {
    case abs
    case coalesce
    case contains
    case count
    case countNonEmpty = "count-non-empty"
    case date
    case endsWith = "ends-with"
    case `if`
    case int
    case max
    case min
    case number
    case regex
    case round
    case startsWith = "starts-with"
    case stringLength = "string-length"
    case sum

    /// How many values it takes.
    var arguments: ClosedRange<Int> {
      switch self {
      case .abs, .count, .countNonEmpty, .date, .int, .number, .stringLength, .sum: 1...1
      case .contains, .endsWith, .regex, .round, .startsWith: 2...2
      case .if: 3...3
      case .coalesce: 2...100
      case .max, .min: 1...100
      }
    }

    /// What it takes of all units, with so many values in its parentheses; nil where it is about one.
    func set(_ arguments: Int) -> SetFunction.Kind? {
      switch self {
      case .count, .countNonEmpty: .count
      case .sum: .sum
      case .min: arguments == 1 ? .least : nil
      case .max: arguments == 1 ? .greatest : nil
      case .abs, .coalesce, .contains, .date, .endsWith, .if, .int, .number, .regex, .round,
        .startsWith, .stringLength:
        nil
      }
    }
  }
}
