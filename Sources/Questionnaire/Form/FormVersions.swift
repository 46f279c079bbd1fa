package import Basics
import Phrases

/// The version of the form that was filled in, as a question that each source answers: what choices are
/// offered by that some versions had and others had not.
extension Questionnaire {
  package static let versionName = "form_version"

  /// Whether a choice was offered in some versions of the form alone.
  package var hasVersionedChoices: Bool { questions.contains(where: \.hasVersionedChoices) }

  /// The form with the question which version of it was filled in; the same form where all choices were
  /// in all versions.
  ///
  /// - Parameter versions: Those of the sources, by their days; nil for a version that nobody declared.
  package func asking(forVersions versions: [CalendarDate?]) -> Questionnaire {
    guard hasVersionedChoices else { return self }
    let versions = Self.distinct(versions)
    let list = ChoiceList(name: Self.versionName, choices: versions.map(Self.choice))
    let question = Question(
      index: questions.count, name: Self.versionName, type: .selectOne(list),
      asked: .selectOne(list), repeatName: nil, label: Self.label(.formVersion), groups: [],
      relevant: nil, constraint: nil, offers: nil, isRequired: false, units: [], article: "",
      since: "", until: "", line: 1)
    return Questionnaire(
      path: path, questions: questions.map { $0.offered(in: versions) } + [question],
      languages: languages, silentNames: silentNames, calculations: calculations)
  }

  /// The code of a version among the choices of the question, by all versions of the sources.
  package static func code(of version: CalendarDate?, among versions: [CalendarDate?]) -> Int? {
    distinct(versions).firstIndex(of: version)
  }

  private static func distinct(_ versions: [CalendarDate?]) -> [CalendarDate?] {
    let days: [CalendarDate?] = Set(versions.compactMap(\.self)).sorted()
    return days + (versions.contains(nil) ? [nil] : [])
  }

  private static func choice(_ version: CalendarDate?) -> Choice {
    Choice(
      name: name(of: version),
      label: version.map { LocalizedText([("", $0.description)]) } ?? label(.noVersion),
      synonyms: [])
  }

  fileprivate static func name(of version: CalendarDate?) -> String {
    version?.description ?? "undeclared"
  }

  private static func label(_ phrase: Phrase) -> LocalizedText {
    LocalizedText(Language.allCases.map { ($0.rawValue, $0.heading(phrase)) })
  }
}

extension Question {
  /// Routing and filters within a repeat are left to the tool, and so is what its versions offered.
  fileprivate var hasVersionedChoices: Bool {
    repeatName == nil && type.choices?.contains { $0.since != nil || $0.until != nil } == true
  }

  /// The same question with what each version offered.
  fileprivate func offered(in versions: [CalendarDate?]) -> Question {
    guard hasVersionedChoices, let choices = type.choices else { return self }
    let expressions = choices.enumerated().map { code, choice -> Expression? in
      let known = versions.filter(choice.isOffered(in:))
      let filter = offers?.expressions[code]
      guard known.count < versions.count else { return filter }
      let parts = known.map { version in
        Expression(
          root: .selected(
            .reference(Questionnaire.versionName), Questionnaire.name(of: version)))
      }
      let version = Expression.any(parts) ?? Expression(root: .boolean(false))
      return Expression.all([filter, version].compactMap(\.self))
    }
    var copy = self
    copy.offers = ChoiceOffers(
      reason: ([offers?.reason].compactMap(\.self) + ["'since' and 'until' of choices.csv"])
        .joined(separator: " and "),
      expressions: expressions)
    return copy
  }
}
