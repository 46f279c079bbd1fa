import Basics
import Definition
import Questionnaire

/// Choices of a select_multiple that no field of a source can tick, though it has columns for others:
/// a blank there is no "not chosen". Whether the choice was offered at all, only data staff know.
struct ChoicesWithoutColumn {
  let source: SourceDefinition
  let file: String

  /// - Throws: `badDefinition` naming the first question that has such choices, with what can be said of
  ///   them.
  func check(_ form: Questionnaire, _ mapping: ColumnMapping) throws(RunError) {
    for question in form.questions {
      guard case .ticks(let columns) = mapping.questions[question.index],
        !source.conventions(of: question).missingColumnsAreUnticked
      else { continue }
      let choices = question.asked.choices ?? []
      let known = Set(columns.map(\.code))
      let missing = choices.indices.filter { code in
        !known.contains(code) && choices[code].isOffered(in: source.version)
          // Tools have a column for its text instead.
          && choices[code].name != "other"
      }
      guard !missing.isEmpty else { continue }
      let names = missing.map { "'\(choices[$0].name)'" }.joined(separator: ", ")
      throw source.node.error(
        id: .source(.choiceWithoutColumn),
        "\(file) has columns for \(known.count) of \(choices.count) choices of '\(question.name)', and "
          + "none for \(names); nobody can have ticked what has no column. If this version of the form "
          + "did not offer it, give the choice 'since' or 'until' in choices.csv, and the sources "
          + "'version'; if the survey tool leaves out what nobody ticked, write 'without-column: "
          + "not-chosen' here")
    }
  }
}
