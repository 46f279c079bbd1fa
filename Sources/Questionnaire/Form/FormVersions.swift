import Basics
import Phrases

/// The version of the form that was filled in, as a question that each source answers: what choices are
/// offered by that some versions had and others had not.
extension Questionnaire {
  package static let versionName = "form_version"

  /// Whether the sources, or choices of the form, tell versions apart.
  package func hasVersions(_ versions: [FormVersion]) -> Bool {
    questions.contains(where: \.hasVersionedChoices)
      || versions.contains { !$0.notOffered.isEmpty }
  }

  /// The form with the question which version of it was filled in; the same form where all choices were
  /// in all versions.
  ///
  /// - Parameter versions: Those of the sources.
  package func asking(forVersions versions: [FormVersion]) -> Questionnaire {
    guard hasVersions(versions) else { return self }
    let versions = Self.distinct(versions)
    let names = Self.names(of: versions)
    let list = ChoiceList(
      name: Self.versionName,
      choices: versions.indices.map { code in
        Choice(name: names[code], label: Self.label(of: code, among: versions), synonyms: [])
      })
    let question = Question(
      index: questions.count, name: Self.versionName, type: .selectOne(list),
      asked: .selectOne(list), repeatName: nil, label: Self.label(.formVersion), groups: [],
      routing: [],
      relevant: nil, constraint: nil, offers: nil, isRequired: false, units: [], article: "",
      since: "", until: "", line: 1)
    return Questionnaire(
      path: path, questions: questions.map { $0.offered(in: versions, names) } + [question],
      languages: languages, silentNames: silentNames, calculations: calculations,
      written: written)
  }

  /// The code of a version among the choices of the question, by all versions of the sources.
  package static func code(of version: FormVersion, among versions: [FormVersion]) -> Int? {
    distinct(versions).firstIndex { $0.isSame(as: version) }
  }

  /// By their days, then as the sources come; undeclared ones last.
  private static func distinct(_ versions: [FormVersion]) -> [FormVersion] {
    var distinct: [FormVersion] = []
    for version in versions where !distinct.contains(where: { $0.isSame(as: version) }) {
      distinct.append(version)
    }
    let days = Set(distinct.compactMap(\.day)).sorted()
    return days.flatMap { day in distinct.filter { $0.day == day } }
      + distinct.filter { $0.day == nil }
  }

  /// The day, and a number from the second version of a day on.
  private static func names(of versions: [FormVersion]) -> [String] {
    versions.indices.map { code in
      let day = versions[code].day
      let number = versions[...code].count { $0.day == day }
      return (day?.description ?? "undeclared") + (number == 1 ? "" : "-\(number)")
    }
  }

  private static func label(of code: Int, among versions: [FormVersion]) -> LocalizedText {
    let version = versions[code]
    let label = version.day.map { LocalizedText([("", $0.description)]) } ?? label(.noVersion)
    guard versions.count(where: { $0.day == version.day }) > 1 else { return label }
    return LocalizedText(label.texts.map { ($0.language, "\($0.text) (\(version.file))") })
  }

  private static func label(_ phrase: Phrase) -> LocalizedText {
    LocalizedText(Language.allCases.map { ($0.rawValue, $0.heading(phrase)) })
  }
}

extension Question {
  fileprivate var hasVersionedChoices: Bool {
    type.choices?.contains { $0.since != nil || $0.until != nil } == true
  }

  /// The same question with what each version offered. Of a question in a repeat it is about one instance,
  /// see `Questionnaire.asked(ofEach:)`.
  fileprivate func offered(in versions: [FormVersion], _ names: [String]) -> Question {
    guard repeatName == nil, let choices = type.choices else { return self }
    let known = choices.map { choice in
      versions.indices.filter { versions[$0].offers(choice, of: self) }
    }
    guard hasVersionedChoices || known.contains(where: { $0.count < versions.count }) else {
      return self
    }
    let expressions = known.enumerated().map { code, known -> Expression? in
      let filter = offers?.expressions[code]
      guard known.count < versions.count else { return filter }
      let parts = known.map { version in
        Expression(root: .selected(.reference(Questionnaire.versionName), names[version]))
      }
      let version = Expression.any(parts) ?? Expression(root: .boolean(false))
      return Expression.all([filter, version].compactMap(\.self))
    }
    let hasMissingColumns = choices.contains { choice in
      versions.contains { $0.notOffered.contains(FormVersion.name(of: choice, of: self)) }
    }
    let reasons = [
      offers?.reason, hasVersionedChoices ? "'since' and 'until' of choices.csv" : nil,
      hasMissingColumns ? "columns that a source does not have" : nil,
    ]
    var copy = self
    copy.offers = ChoiceOffers(
      reason: reasons.compactMap(\.self).joined(separator: " and "), expressions: expressions,
      fields: offers?.fields ?? [])
    return copy
  }
}
