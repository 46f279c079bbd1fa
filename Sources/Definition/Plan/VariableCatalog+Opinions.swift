import Basics
import Questionnaire
import SurveyTools
import Tabulation

/// Which codes are numbers, and which are no opinion.
extension VariableCatalog {
  /// The numbers that all names are, but for those that are no opinion; nil where one is none.
  static func scale(_ names: [String], _ nonSubstantive: Set<Int>) -> [Int?]? {
    let points = names.enumerated().map { nonSubstantive.contains($0) ? nil : Int($1) }
    let numbers = points.count { $0 != nil }
    return numbers > 0 && numbers + nonSubstantive.count == names.count ? points : nil
  }

  /// Points of a scale such as "don't know" of which the form does not say whether they are an opinion:
  /// their text says so, or they are a code such as surveys give them.
  static func doubt(_ question: Question, _ pipeline: PipelineDefinition) -> Variable.Doubt? {
    guard case .selectOne(let list) = question.type,
      list.choices.allSatisfy({ !$0.isSubstantive || Rational($0.name) != nil })
    else { return nil }
    let codes = NoOpinion.codes(among: list.choices.compactMap { Int($0.name) })
    var words: [Int: String] = [:]
    for (code, choice) in list.choices.enumerated() where !choice.saysWhetherSubstantive {
      let labels = choice.label.texts.map(\.text).filter { $0 != choice.name }
      let isCode = Int(choice.name).map(codes.contains) ?? false
      guard isCode || labels.contains(where: NoOpinion.isSaid) else { continue }
      let label = pipeline.label(of: choice)
      words[code] = label == choice.name ? "'\(choice.name)'" : "'\(choice.name)' (\(label))"
    }
    return Variable.Doubt(question.name, words)
  }

  /// The codes of a scale that are made of nothing but doubtful ones.
  func doubt(_ derived: DerivedVariable, _ names: [String]) -> Variable.Doubt? {
    guard let doubt = derived.source.flatMap({ entries[$0].variable.doubt }),
      names.allSatisfy({ Rational($0) != nil })
    else { return nil }
    var words: [Int: String] = [:]
    for (code, rule) in derived.rules.enumerated() {
      guard case .codes(let codes) = rule else { continue }
      let found = codes.compactMap { doubt.words[$0] }
      if found.count == codes.count { words[code] = found.joined(separator: " and ") }
    }
    return Variable.Doubt(doubt.question, words)
  }
}
