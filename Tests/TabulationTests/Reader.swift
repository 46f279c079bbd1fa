import Questionnaire
import Tabulation

@testable import Tabular

/// A survey of readers: a choice, ticks, a ranking, a number, a date, a text and a scale; then what
/// registers say.
enum Reader {
  static let names = [
    "genre", "shelves", "favourites", "books", "joined", "remark", "stars", "region", "response",
  ]
  static let genres = ["novel", "poetry", "essay"]
  static let kinds: [Variable.Kind] = [
    .code(genres), .codes(genres), .ranking(genres), .number, .date, .text, .code(["1", "2", "5"]),
    .code(["north", "south"]), .code(["replied", "did_not_reply"]),
  ]

  static func index(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }

  /// - Parameter nonSubstantive: The codes that are no opinion, by the names of variables.
  static func variables(
    _ derived: [DerivedVariable] = [], nonSubstantive: [String: Set<Int>] = [:]
  ) -> Variables {
    var variables = Variables()
    for (index, kind) in kinds.enumerated() {
      let variable = Variable(
        index: index, kind: kind, nonSubstantive: nonSubstantive[names[index]] ?? [])
      switch names[index] {
      case "region": variables.addAttribute(variable, isResponse: false)
      case "response": variables.addAttribute(variable, isResponse: true)
      default: variables.addQuestion(variable, scale: names[index] == "stars" ? [1, 2, 5] : nil)
      }
    }
    for variable in derived {
      let names = variable.rules.indices.map { "code\($0)" }
      let kind =
        variable.value != nil
        ? Variable.Kind.number : variable.isOverlapping ? .codes(names) : .code(names)
      variables.add(variable, Variable(index: variables.count, kind: kind), scale: nil)
    }
    return variables
  }

  /// Somebody who replied.
  ///
  /// - Parameters:
  ///   - answers: By the names of questions; ticks and ranks are joined by blanks.
  ///   - states: Those of questions without an answer, where they were not left blank.
  static func unit(
    _ answers: [String: String] = [:], states: [String: AnswerState] = [:], region: String? = nil,
    role: UnitRole = .reporting, derived: [DerivedVariable] = [],
    nonSubstantive: [String: Set<Int>] = [:]
  ) -> TabulatedUnit {
    let variables = variables(derived, nonSubstantive: nonSubstantive)
    var given = GivenAnswers(variables, .fields(row(answers)))
    for question in 0..<variables.firstAttribute {
      given.states[question] = states[names[question]] ?? .noAnswer
      guard let answer = answers[names[question]] else { continue }
      given.states[question] = .answered
      let chosen = answer.split(separator: " ").compactMap { code($0, of: question) }
      let form = variables.forms[question]
      switch form.kind {
      case .single: given.codes[question] = Int32(chosen[0])
      case .multiple: for code in chosen { given.marks[form.firstMark + code] = 1 }
      case .ranking:
        given.codes[question] = Int32(chosen[0])
        for (rank, code) in chosen.enumerated() {
          given.marks[form.firstMark + code] = UInt8(rank + 1)
        }
      case .number, .date, .text: break
      }
    }
    return TabulatedUnit(given, attributes: [code(region, of: 7), 0], role: role, variables)
  }

  /// Somebody who sent nothing.
  static func silent(
    region: String? = nil, role: UnitRole = .reporting, derived: [DerivedVariable] = []
  ) -> TabulatedUnit {
    TabulatedUnit(
      nil, attributes: [code(region, of: 7), 1], role: role,
      variables(derived))
  }

  /// A condition, in which derived variables are called `d0`, `d1`…
  /// - Parameter nonSubstantive: The codes that are no opinion, by the names of variables.
  static func number(
    _ text: String, nonSubstantive: [String: Set<Int>] = [:]
  ) throws -> Condition {
    try Expression(parsing: text).boundNumber(
      to: { name in
        names.firstIndex(of: name).map {
          Variable(index: $0, kind: kinds[$0], nonSubstantive: nonSubstantive[name] ?? [])
        }
      }, names: names, subject: "'value'")
  }

  static func condition(_ text: String, derived: [DerivedVariable] = []) throws -> Condition {
    let all =
      kinds
      + derived.map { variable in
        let names = variable.rules.indices.map { "code\($0)" }
        return variable.isOverlapping ? .codes(names) : .code(names)
      }
    let names = names + derived.indices.map { "d\($0)" }
    return try Expression(parsing: text).bound(
      to: { name in
        names.firstIndex(of: name).map { Variable(index: $0, kind: all[$0]) }
      }, names: names)
  }

  private static func code(_ name: (some StringProtocol)?, of variable: Int) -> Int? {
    guard let name else { return nil }
    return switch kinds[variable] {
    case .code(let names), .codes(let names), .ranking(let names): names.firstIndex { $0 == name }
    case .number, .date, .text: nil
    }
  }

  private static func row(_ answers: [String: String]) -> StageRow {
    var (bytes, ranges): ([UInt8], [Range<Int>]) = ([], [])
    for name in names.prefix(7) {
      let field = Array((answers[name] ?? ".").utf8)
      ranges.append(bytes.count..<bytes.count + field.count)
      bytes += field
    }
    return StageRow(bytes: bytes, ranges: ranges)
  }
}

extension TabulatedUnit {
  /// The codes that the unit has of a variable.
  func codes(of variable: Int) -> [Int] {
    var codes: [Int] = []
    forEachCode(of: variable) { codes.append($0) }
    return codes
  }
}
