package import Basics

/// How a tool writes the ticks of a select_multiple.
package struct Ticks: Sendable {
  /// What the column of one option has where it is ticked; its own text is meant anyhow.
  package var ticked: [String] = []
  /// What it has where the option is not ticked, and the tool says so: a nought.
  package var notTicked: [String] = []
  /// What the tool can make of a nought. Under "other" it may as well be an answer.
  package var convertedNought: String?
  /// Whether the column of an option holds a mark or a nought, and not the option's text; nil where
  /// either may stand.
  package var writesMarks: Bool?
  /// Whether a tick set with noughts alone was answered.
  package var noughtsAreAnswers = false
  /// Whether there is a column for every option of the form, ticked by somebody or not, and nobody can
  /// leave one out of an export: what has no column was no option then.
  package var haveAllOptions = false
  /// Whether people can be asked to tick in an order: the column of an option then has its rank, and a
  /// nought where it was not chosen.
  package var canBeOrdered = false
  /// Whether these words, and the tool's texts for no answer, are codes that mean something else in
  /// any other export: they are understood in its own alone, and no others are.
  package var areOwn = false
  /// What stands between the ticks of one field, where the pipeline does not say.
  package var separator = ";"
  /// What may stand there instead.
  package var otherSeparator: String?
  /// Whether nobody can choose another separator.
  package var separatorIsFixed = false
}

extension Ticks {
  /// What any tool writes, or people do by hand, or pandas makes of 1 and 0 in a column with blanks.
  package static let marks = Set((shared.flatMap(\.ticked) + ["1.0"]).map { TextKey($0) })
  package static let noughts = Set((shared.flatMap(\.notTicked) + ["0.0"]).map { TextKey($0) })

  private static let shared = SurveyTool.all.map(\.ticks).filter { !$0.areOwn }

  /// Whether a text says that an option is ticked, in an export of this tool.
  package func isMark(_ key: TextKey) -> Bool {
    areOwn ? ticked.contains { TextKey($0) == key } : Self.marks.contains(key)
  }

  /// Whether a text says that an option is not ticked.
  package func isNought(_ key: TextKey) -> Bool {
    areOwn ? notTicked.contains { TextKey($0) == key } : Self.noughts.contains(key)
  }
}
