import Basics
import Definition
import Findings
import Interchange
import Register
import SurveyTools
import Tabular

/// Finds the reporting unit that a text means, and numbers the units.
///
/// With a register the units are the Member States of the cut-off and those that the collection lists
/// itself, numbered in order of their code; without one, the respondents in the order they are met.
struct UnitIndex {
  enum Outcome {
    /// - Parameter objection: What there is to say of the name.
    case unit(Int, objection: Objection? = nil)
    /// No unit until somebody settles it, or as the crosswalk says.
    case refused(Objection)
  }

  private(set) var units: ReportingUnits
  private let resolvers: [StateIdentifier: StateResolver]
  private let crosswalk: Crosswalk
  /// What a unit is called in findings.
  private let unitName: String
  private let numbers: [String: Int]
  /// What respondents are known by, numbered as they are.
  private var respondents = TextNumbers()
  private var usedLines: Set<Int> = []
  /// The numbers of the States that any text meant.
  private var met: Set<Int> = []
  private var similar = SimilarUnits()
  /// The last unit that was new, with one whose identifier is like its own.
  private(set) var twin: (unit: Int, identifier: String)?

  /// Respondents, or units of the collection's own, in one file of a stage folder.
  private static let blockSize = 10_000

  init(_ collection: CollectionFolders, _ pipeline: PipelineDefinition) throws(RunError) {
    units = ReportingUnits()
    for (index, code) in (pipeline.register?.units ?? []).enumerated() {
      units.append(
        key: code,
        partition: pipeline.register?[code] == nil ? Self.partition("units", index + 1) : code)
    }
    numbers = Dictionary(
      units.map { ($0.key, $0.number) }, uniquingKeysWith: { first, _ in first })
    var resolvers: [StateIdentifier: StateResolver] = [:]
    if let register = pipeline.register {
      for source in pipeline.sources
      where source.repetition == nil && resolvers[source.identifier] == nil {
        resolvers[source.identifier] = StateResolver(register, by: source.identifier)
      }
    }
    self.resolvers = resolvers
    unitName = pipeline.unit == .listed ? "unit" : "State"
    crosswalk = try Crosswalk(
      collection, pipeline: pipeline,
      resolvers: StateIdentifier.allCases.compactMap { resolvers[$0] })
  }

  /// The lines of the crosswalk that no text needed, though all that they are for is there: the
  /// line of a State that has sent nothing yet waits for it.
  var unusedLines: [Crosswalk.Line] {
    crosswalk.lines.filter { line in
      guard !usedLines.contains(line.line) else { return false }
      return line.iso3.flatMap { numbers[$0] }.map(met.contains) ?? true
    }
  }

  /// - Parameter text: What the unit column has.
  mutating func resolve(_ text: String, by identifier: StateIdentifier) -> Outcome {
    let key = TextKey(text)
    if key.isEmpty { return .refused(.blankUnit) }
    guard let resolver = resolvers[identifier] else {
      if let cause = DamagedIdentifier.cause(of: key) {
        return .refused(.damagedIdentifier(text, cause: cause))
      }
      return .unit(named(key, text))
    }
    if ExcelTrace.isError(key) { return .refused(.errorAsUnit(text)) }
    switch resolver.resolve(text) {
    case .found(let iso3): return state(iso3)
    case .foundByOtherName(let iso3, let reason):
      return settled(text) ?? state(iso3, objection: .formerName(reason))
    case .refused(let refusal): return settled(text) ?? .refused(.refusedState(refusal))
    }
  }

  /// Lets go of all units; which names they were looked up by is kept.
  mutating func forgetUnits() {
    units = ReportingUnits()
    respondents = TextNumbers()
    similar = SimilarUnits()
  }

  /// Notes the names that another index was asked for.
  mutating func noteNames(of other: UnitIndex) {
    usedLines.formUnion(other.usedLines)
    met.formUnion(other.met)
  }

  /// The respondent that a record without an identifier is of, called by where it stands.
  mutating func anonymous(_ name: String) -> Outcome {
    .unit(respondent(TextKey(name), name))
  }

  private mutating func named(_ key: TextKey, _ text: String) -> Int {
    let known = units.count
    let number = respondent(key, text)
    if number > known {
      let other = similar.twin(of: text.trimmed, key: key) {
        respondents.number(of: Self.bytes(of: $0)) != nil
      }
      twin = other.map { (number, $0) }
    }
    return number
  }

  private mutating func settled(_ text: String) -> Outcome? {
    guard let line = crosswalk[text] else { return nil }
    usedLines.insert(line.line)
    guard let iso3 = line.iso3 else {
      return .refused(.noState(text, called: unitName, settledBy: line))
    }
    return state(iso3)
  }

  private mutating func state(_ iso3: String, objection: Objection? = nil) -> Outcome {
    let number = numbers[iso3] ?? 0
    met.insert(number)
    return .unit(number, objection: objection)
  }

  private mutating func respondent(_ key: TextKey, _ text: String) -> Int {
    let number = numbers.count + respondents.number(adding: Self.bytes(of: key)) + 1
    guard number > units.count else { return number }
    units.append(key: text.trimmed, partition: Self.partition("respondents", number))
    return number
  }

  /// Equal where keys are, whatever their letters are composed of.
  private static func bytes(of key: TextKey) -> [UInt8] {
    Array(LetterForms.composed(key.text).utf8)
  }

  private static func partition(_ name: String, _ number: Int) -> String {
    let block = String((number - 1) / blockSize + 1)
    return "\(name)-" + String(repeating: "0", count: max(0, 4 - block.count)) + block
  }
}
