import Basics
import Tabular

/// What stands in the sheet of choices, and beside the type of a question.
extension FormReader {
  mutating func units(_ row: CSVFile.Row, of type: AnswerType) -> [NumberUnit] {
    let field = row[SurveyColumn.units]
    if field.allSatisfy(\.isWhitespace) { return [] }
    guard type == .integer || type == .decimal else {
      report(
        survey, line: row.line, id: .form(.units),
        message:
          "question '\(row[SurveyColumn.name])' has units, '\(field)', but asks for no number. Delete them"
      )
      return []
    }
    do throws(NumberUnit.FieldError) {
      return try NumberUnit.units(field)
    } catch {
      report(
        survey, line: row.line, id: .form(.units),
        message: "question '\(row[SurveyColumn.name])': \(error.message)")
      return []
    }
  }

  mutating func list(
    _ name: String, orOther: Bool, most: Int = ChoiceList.mostChoices, _ row: CSVFile.Row
  ) -> ChoiceList? {
    guard let list = lists[name] else {
      report(
        survey, line: row.line, id: .form(.missingList),
        message:
          "question '\(row[SurveyColumn.name])' uses choice list '\(name)', which \(choices.path) does not have."
          + Suggestion.question(for: name, among: lists.keys.sorted()))
      return nil
    }
    let full = orOther ? withOther(list) : list
    if full.choices.count > most, let line = listLines.removeValue(forKey: name) {
      report(
        choices, line: line, id: .form(.longList),
        message: "list '\(name)' has \(full.choices.count) choices; expected at most "
          + "\(most)\(most < ChoiceList.mostChoices ? " to rank" : ""). "
          + "Ask for a text, or ask two questions")
    }
    // Where a filter decides which of them is offered, others may share a text.
    let isFiltered = row[SurveyColumn.choiceFilter].contains { !$0.isWhitespace }
    if labelsAreRead, !isFiltered, let twins = TextTwins(in: full),
      let line = listLines.removeValue(forKey: name)
    {
      report(
        choices, line: line, id: .form(.textTwice),
        message:
          "choices '\(twins.first.name)' and '\(twins.second.name)' of list '\(name)' have one text, "
          + "'\(twins.text)'; expected a label, or a synonym, of one choice alone: a field that has it "
          + "could mean either. Change one, or write 'choices: names' for every source where the files have "
          + "the names")
    }
    return full
  }

  /// The list with the choice that `or_other` brings along.
  private func withOther(_ list: ChoiceList) -> ChoiceList {
    guard !list.choices.contains(where: { $0.name == "other" }) else { return list }
    let other = Choice(name: "other", label: LocalizedText([("en", "Other")]), synonyms: [])
    return ChoiceList(name: list.name, choices: list.choices + [other])
  }

  /// Which choices are not offered to everybody, as the `choice_filter` says; or what is wrong with it.
  func offers(
    _ row: CSVFile.Row, of type: AnswerType
  ) -> (offers: ChoiceOffers?, problem: RunError.Problem?) {
    let text = row[SurveyColumn.choiceFilter]
    guard !text.allSatisfy(\.isWhitespace), let list = type.list else { return (nil, nil) }
    do throws(Expression.SyntaxError) {
      return (try sheet.offers(text, of: list), nil)
    } catch {
      return (nil, problem(error, in: .choiceFilter, of: row))
    }
  }
}
