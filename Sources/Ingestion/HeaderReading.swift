import SurveyTools

/// The columns of a source, read from the header rows of its convention.
struct HeaderReading: Sendable {
  /// One column: what it is called, and what the tool says besides.
  struct Column: Sendable, Equatable {
    let heading: String
    /// The question's text, where the heading is an identifier.
    var label = ""
    /// The option's text or code, where the column is one option of a question.
    var option = ""
  }

  let convention: HeaderConvention
  let reason: String
  let columns: [Column]

  /// Reads the first records of a source; the convention is the declared one, or decided on what
  /// only one tool writes.
  ///
  /// - Parameter rows: Up to three records, as text.
  init(rows: [[String]], declared: HeaderConvention?) {
    if let declared {
      (convention, reason) = (declared, "declared")
    } else {
      (convention, reason) =
        HeaderConvention.proved(by: rows) ?? (.plain, "nothing of another convention")
    }
    columns = Self.columns(rows, convention.tool.header)
  }

  private static func columns(_ rows: [[String]], _ header: HeaderRows) -> [Column] {
    guard let first = rows.first else { return [] }
    let second = rows.count > 1 ? rows[1] : []
    switch header {
    case .none:
      return first.indices.map { Column(heading: "#\($0 + 1)") }
    case .headings:
      return first.map { Column(heading: $0) }
    case .identifiersAndTexts:
      return first.enumerated().map { position, heading in
        Column(heading: heading, label: position < second.count ? second[position] : "")
      }
    case .questionsAndOptions(let wholes):
      return columns(first, second, wholes: wholes)
    }
  }

  /// A question's text stands over its first column only; the second row tells its columns apart.
  private static func columns(
    _ questions: [String], _ options: [String], wholes: [String]
  ) -> [Column] {
    var current = ""
    return questions.enumerated().map { position, question in
      if !question.isEmpty { current = question }
      let option = position < options.count ? options[position] : ""
      return Column(heading: current, option: wholes.contains(option) ? "" : option)
    }
  }
}
