/// How a tool heads the columns of questions, and of their options and rows.
///
/// | heading | tool |
/// |---|---|
/// | the question's name or label | all |
/// | `group/question/option`, with names or labels and any separator | KoboToolbox, ODK |
/// | `question[option]`, `label [option]`, `code. label [option]` | LimeSurvey |
/// | `ranking[2]`, `ranking_2`, `label [Rank 2]` | LimeSurvey |
/// | `question___option`, `label (choice=option)` | REDCap |
/// | `question_option`, `question_option_TEXT`; a second row with `label - option` | Qualtrics |
/// | a label with the option or row in a second row | SurveyMonkey |
/// | `question__option` | Survey Solutions |
/// | `option:label` | Alchemer |
/// | `5、(option)`, where the question is called `5、label` | WJX |
package struct Headings: Sendable {
  /// How the columns of options and rows are headed, for a draft that has no form to look them up
  /// in; the first that fits is taken.
  package var options: [OptionHeading] = [.bracketed]
  /// Whether fields have to tell which columns are options, where the headings above do not.
  package var areKnownByFields = false
  /// What stands between an option and the question, where the option stands first.
  package var optionStandsFirst: HeadingCut?
  /// What may stand between the groups that a question lies in, and before the question; none
  /// where the tool writes no groups.
  package var pathSeparators: [String] = []
  /// Whether a heading can be a code and the text behind it, see `CodeAndText`.
  package var haveCodeAndText = false
  /// Whether what stands in brackets behind a ranking is a rank, though an option may be called so.
  package var bracketsHoldRanks = false
  /// Whether "_" can stand for brackets.
  package var underscoreIsBracket = false
  /// What the number of a rank can have before it, in small letters.
  package var rankWords: [String] = []
  /// What the column of the text written under "other" ends in, behind the option or the question.
  package var otherTextEndings: [String] = []
  /// What a question's own column ends in, where there is one for the text under "other" too.
  package var wholeEndings: [String] = []

  /// Whether a heading is a path of groups, which looks like a question and its option.
  package var arePaths: Bool { !pathSeparators.isEmpty }
}

extension Headings {
  /// What any tool writes; a reader that knows the form can hardly be led astray by it.
  package static let allPathSeparators = SurveyTool.all.flatMap(\.headings.pathSeparators)
  package static let allRankWords = SurveyTool.all.flatMap(\.headings.rankWords)
  package static let allOtherTextEndings = SurveyTool.all.flatMap(\.headings.otherTextEndings)
  package static let allWholeEndings = SurveyTool.all.flatMap(\.headings.wholeEndings)
}
