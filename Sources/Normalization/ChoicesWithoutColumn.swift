import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools

/// Choices of a select_multiple that no field of a source can tick, though it has columns for others:
/// a blank there is no "not chosen". Whether the choice was offered at all, the survey tool says, or
/// data staff.
struct ChoicesWithoutColumn {
  let source: SourceDefinition
  let entry: SourceEntry
  let mapping: ColumnMapping

  /// The choices that the source's version of the form did not offer, in the order of the form.
  ///
  /// - Throws: `badDefinition` naming the first question with choices of which nobody says that.
  func notOffered(_ form: Questionnaire) throws(RunError) -> [(question: Question, choice: Choice)]
  {
    var found: [(question: Question, choice: Choice)] = []
    for question in form.questions {
      let missing = missing(of: question, in: form)
      guard !missing.isEmpty else { continue }
      switch meaning(for: question) {
      case .notChosen: continue
      case .notOffered: found += missing.map { (question, $0) }
      case nil:
        // A column with all ticks can hold those of any choice.
        if case .ticks = mapping.questions[question.index] { throw unknown(missing, of: question) }
      }
    }
    return found
  }

  /// - Throws: `badDefinition` where nobody says whether a choice was offered here that has a column in
  ///   another source.
  func requireMeaning(
    _ form: Questionnaire, beside others: [ChoicesWithoutColumn]
  ) throws(RunError) {
    for question in form.questions where meaning(for: question) == nil {
      let elsewhere = Set(others.flatMap { $0.mapping.questions[question.index].ticks }.map(\.code))
      let missing = missing(of: question, in: form, among: elsewhere)
      guard missing.isEmpty else { throw unknown(missing, of: question) }
    }
  }

  /// The choices without a column of a question that has columns for others.
  ///
  /// - Parameter codes: Those that are looked at; nil for all.
  private func missing(
    of question: Question, in form: Questionnaire, among codes: Set<Int>? = nil
  ) -> [Choice] {
    let known = Set(mapping.questions[question.index].ticks.map(\.code))
    guard !known.isEmpty else { return [] }
    let text = form["\(question.name)_other"]
    // Tools have a column for its text instead.
    let isWritten = text.map { mapping.questions[$0.index] != .none } ?? false
    return (question.asked.choices ?? []).enumerated().filter { code, choice in
      !known.contains(code) && codes?.contains(code) ?? true
        && choice.isOffered(in: source.version)
        && !(isWritten && choice.name == "other")
    }.map(\.element)
  }

  /// Whether data staff say what it means, and not the tool alone.
  func isDeclared(for question: Question) -> Bool {
    source.conventions(of: question).withoutColumn != nil
  }

  /// - Returns: nil where nobody can tell.
  private func meaning(for question: Question) -> AnswerConventions.WithoutColumn? {
    let declared = source.conventions(of: question).withoutColumn
    // What was offered within a repeat is no part of its bases.
    guard question.repeatName == nil else { return declared == .notChosen ? declared : nil }
    return declared ?? (entry.convention.tool.ticks.haveAllOptions ? .notOffered : nil)
  }

  /// The question that only data staff can answer.
  func unknown(_ choices: [Choice], of question: Question) -> RunError {
    let names = choices.map { "'\($0.name)'" }.joined(separator: ", ")
    let count = question.asked.choices?.count ?? 0
    let answers =
      question.repeatName == nil
      ? "If this version of the form did not offer it, write 'without-column: not-offered' here; if the "
        + "survey tool leaves out what nobody ticked, 'without-column: not-chosen'"
      : "Bases within a repeat do not know what was offered: write 'without-column: not-chosen' here if it "
        + "is to count as not ticked, or leave the question out"
    return source.node.error(
      id: .source(.choiceWithoutColumn),
      "\(entry.file) has columns for \(mapping.questions[question.index].ticks.count) of \(count) choices "
        + "of '\(question.name)', and none for \(names): nobody can tell whether it was offered. "
        + answers)
  }
}
