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
  /// What respondents are known by, in the order in which they are numbered.
  private var respondents = TextNumbers()
  /// How many anonymous units stand before respondents, by how many of these were known then.
  private var anonymous: [(respondents: Int, units: Int)] = []
  /// The last block of respondents, whose units share its name: there may be millions.
  private var block = (number: 0, name: "")
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

  /// - Parameter name: What the unit column has.
  mutating func resolve(_ name: UnitName, by identifier: StateIdentifier) -> Outcome {
    let text = name.text
    if name.key.isEmpty { return .refused(.blankUnit) }
    guard let resolver = resolvers[identifier] else {
      if let cause = name.damage { return .refused(.damagedIdentifier(text, cause: cause)) }
      return .unit(respondent(name))
    }
    if ExcelTrace.isError(name.key) { return .refused(.errorAsUnit(text)) }
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
    anonymous = []
    similar = SimilarUnits()
  }

  /// Notes the names that another index was asked for.
  mutating func noteNames(of other: UnitIndex) {
    usedLines.formUnion(other.usedLines)
    met.formUnion(other.met)
  }

  /// A new unit, which a record without an identifier is of, called by where it stands.
  mutating func appendAnonymous(_ name: String) -> Outcome {
    let before = anonymous.last?.units ?? 0
    if anonymous.last?.respondents == respondents.count { anonymous.removeLast() }
    anonymous.append((respondents.count, before + 1))
    append(name)
    return .unit(units.count)
  }

  private mutating func respondent(_ name: UnitName) -> Int {
    let known = respondents.count
    let index = respondents.number(adding: name.bytes)
    let anonymous = anonymous.last { $0.respondents <= index }?.units ?? 0
    let number = numbers.count + anonymous + index + 1
    guard index == known else { return number }
    append(name.trimmed)
    let other = similar.twin(of: name.trimmed, key: name.key) {
      respondents.number(of: UnitName($0.text).bytes) != nil
    }
    twin = other.map { (number, $0) }
    return number
  }

  private mutating func append(_ key: String) {
    let number = units.count / Self.blockSize + 1
    if number != block.number { block = (number, Self.partition("respondents", units.count + 1)) }
    units.append(key: key, partition: block.name)
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

  private static func partition(_ name: String, _ number: Int) -> String {
    let block = String((number - 1) / blockSize + 1)
    return "\(name)-" + String(repeating: "0", count: max(0, 4 - block.count)) + block
  }
}
