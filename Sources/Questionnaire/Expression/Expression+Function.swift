extension Expression {
  /// The functions that take values, as ODK defines them for XLSForm.
  ///
  /// Those over the whole collection, in `rules.yaml`, take each unit in turn for `${…}` in the
  /// parentheses.
  package enum Function: String, CaseIterable, Sendable {
    case abs
    case coalesce
    case concat
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
      case .concat, .max, .min: 1...100
      }
    }

    /// Whether it gives one of its values, as the number that it is.
    var givesAnArgument: Bool {
      switch self {
      case .coalesce, .if, .number: true
      case .abs, .concat, .contains, .count, .countNonEmpty, .date, .endsWith, .int, .max, .min,
        .regex, .round, .startsWith, .stringLength, .sum:
        false
      }
    }

    /// What it takes of all units, with so many values in its parentheses; nil where it is about one.
    func set(_ arguments: Int) -> SetFunction.Kind? {
      switch self {
      case .count, .countNonEmpty: .count
      case .sum: .sum
      case .min: arguments == 1 ? .least : nil
      case .max: arguments == 1 ? .greatest : nil
      case .abs, .coalesce, .concat, .contains, .date, .endsWith, .if, .int, .number, .regex,
        .round,
        .startsWith, .stringLength:
        nil
      }
    }

    /// What there is to know of it.
    package var entry: FunctionEntry {
      switch self {
      case .abs:
        FunctionEntry("abs(number)", "A number without its sign.", "abs(-3)", gives: "3")
      case .coalesce:
        FunctionEntry(
          "coalesce(a, b, …)", "The first value that is not blank.",
          "coalesce(${law_text}, 'none')", gives: "none")
      case .concat:
        FunctionEntry(
          "concat(a, b, …)", "The texts behind one another.", "concat(${law}, '/', ${delegates})",
          gives: "in_part/12")
      case .contains:
        FunctionEntry(
          "contains(text, part)", "Whether a text has a part.", "contains('border', 'order')",
          gives: "true")
      case .count:
        FunctionEntry(
          "count(condition)", "The number of units for which a condition holds.",
          "count(${law} = 'no')")
      case .countNonEmpty:
        FunctionEntry(
          "count-non-empty(${question})", "The number of units that answered.",
          "count-non-empty(${delegates})")
      case .date:
        FunctionEntry(
          "date('2005-07-29')", "A date.", "date('2024-03-01') - date('2024-02-28')", gives: "2")
      case .endsWith:
        FunctionEntry(
          "ends-with(text, part)", "Whether a text ends so.", "ends-with('border', 'der')",
          gives: "true")
      case .if:
        FunctionEntry(
          "if(condition, then, else)", "One of two values.",
          "if(${delegates} > 10, 'large', 'small')", gives: "large")
      case .int:
        FunctionEntry("int(number)", "A number without its decimals.", "int(-2.9)", gives: "-2")
      case .max:
        FunctionEntry(
          "max(a, b, …)",
          "The largest of the numbers that are not blank; with one value, in a rule over the "
            + "collection, that of all units.",
          "max(2, 10)", gives: "10")
      case .min:
        FunctionEntry(
          "min(a, b, …)",
          "The smallest of the numbers that are not blank; with one value, in a rule over the "
            + "collection, that of all units.",
          "min(2, 10)", gives: "2")
      case .number:
        FunctionEntry(
          "number(text)", "A text as a number; what is none is blank.", "number('12.50')",
          gives: "12.5")
      case .regex:
        FunctionEntry(
          "regex(text, 'pattern')",
          "Whether the whole text fits a regular expression, as PCRE2 reads it.",
          "regex('AB12', '[A-Z]+[0-9]+')", gives: "true")
      case .round:
        FunctionEntry(
          "round(number, decimals)", "A number with so many decimals, halves up.",
          "round(2.345, 2)", gives: "2.35")
      case .startsWith:
        FunctionEntry(
          "starts-with(text, part)", "Whether a text begins so.", "starts-with('border', 'bor')",
          gives: "true")
      case .stringLength:
        FunctionEntry(
          "string-length(text)", "The number of characters.", "string-length('border')", gives: "6")
      case .sum:
        FunctionEntry(
          "sum(number)", "The sum of the numbers of all units that have one.", "sum(${delegates})")
      }
    }
  }
}
