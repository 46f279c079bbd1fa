/// The rows above the first record, as a tool writes them.
package enum HeaderRows: Sendable {
  /// None: columns are called `#1`, `#2` …
  case none
  /// A heading for each column.
  case headings
  /// An identifier, and below it the question's text; any further row is for machines.
  case identifiersAndTexts(rows: Int)
  /// A question's text over the first of its columns only, and below it what tells them apart: the
  /// option's text, or a word where the column has the whole answer.
  case questionsAndOptions(wholes: [String])

  package var count: Int {
    switch self {
    case .none: 0
    case .headings: 1
    case .identifiersAndTexts(let rows): rows
    case .questionsAndOptions: 2
    }
  }

  /// Whether further rows may be of any kind: the tool writes one of headings.
  package var isUnknown: Bool {
    switch self {
    case .none, .headings: true
    case .identifiersAndTexts, .questionsAndOptions: false
    }
  }
}
