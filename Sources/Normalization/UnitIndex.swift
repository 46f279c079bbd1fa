import Interchange
import Register
import Tabular

/// Finds the reporting unit that a text means, and numbers the units.
///
/// With a register the units are the Member States of the cut-off, numbered in order of their
/// code; without one, the respondents in the order they are met.
struct UnitIndex {
  enum Outcome {
    case unit(Int)
    case refused(reason: String, suggestion: String)
  }

  private(set) var units: [UnitEntry]
  private let resolvers: [StateIdentifier: StateResolver]
  private let numbers: [String: Int]
  private var respondents: [TextKey: Int] = [:]

  /// Respondents in one file of a stage folder.
  private static let blockSize = 10_000

  init(_ pipeline: PipelineDefinition) {
    guard let register = pipeline.register else {
      units = []
      resolvers = [:]
      numbers = [:]
      return
    }
    units = register.members.enumerated().map { index, state in
      UnitEntry(number: index + 1, key: state.iso3, partition: state.iso3)
    }
    numbers = Dictionary(
      units.map { ($0.key, $0.number) }, uniquingKeysWith: { first, _ in first })
    let identifiers = Set(
      pipeline.sources.filter { $0.repetition == nil }.map(\.identifier))
    resolvers = Dictionary(
      uniqueKeysWithValues: identifiers.map { ($0, StateResolver(register, by: $0)) })
  }

  /// - Parameter text: What the unit column has.
  mutating func resolve(_ text: String, by identifier: StateIdentifier) -> Outcome {
    let key = TextKey(text)
    if key.isEmpty {
      return .refused(
        reason: "the cell that tells the unit is blank", suggestion: "write who the reply is from")
    }
    guard let resolver = resolvers[identifier] else { return .unit(respondent(key, text)) }
    switch resolver.resolve(text) {
    case .found(let iso3):
      return .unit(numbers[iso3] ?? 0)
    case .refused(let reason, let suggestions):
      return .refused(
        reason: reason, suggestion: "did you mean \(suggestions.joined(separator: ", or "))?")
    }
  }

  private mutating func respondent(_ key: TextKey, _ text: String) -> Int {
    if let number = respondents[key] { return number }
    let number = units.count + 1
    let block = String((number - 1) / Self.blockSize + 1)
    let partition = "respondents-" + String(repeating: "0", count: max(0, 4 - block.count)) + block
    respondents[key] = number
    units.append(
      UnitEntry(number: number, key: Self.trimmed(text), partition: partition))
    return number
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
