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
  /// What stands between the ticks of one cell, where the pipeline does not say.
  package var separator = ";"
  /// What may stand there instead.
  package var otherSeparator: String?
  /// Whether nobody can choose another separator.
  package var separatorIsFixed = false
}

extension Ticks {
  /// What any tool writes, or people do by hand.
  package static let marks = Set(SurveyTool.all.flatMap(\.ticks.ticked).map { TextKey($0) })
  package static let noughts = Set(SurveyTool.all.flatMap(\.ticks.notTicked).map { TextKey($0) })
}
