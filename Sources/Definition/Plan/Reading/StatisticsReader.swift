import Basics
import Questionnaire
import Statistics

/// Resolves the statistics of a table, each of which some row must have.
struct StatisticsReader {
  let table: TableReader
  let blocks: [Table.Block]
  /// Whether the base has units that did not reply.
  let hasSilentUnits: Bool

  private var variables: [VariableCatalog.Entry] { blocks.map(\.variable) }

  func read() throws(RunError) -> [Statistic] {
    guard let list = table.node[TableKey.statistics] else { return usual }
    var statistics: [Statistic] = []
    for item in try list.list() {
      let statistic = try item.word(as: Statistic.self)
      try check(statistic, item)
      guard !statistics.contains(statistic) else {
        throw item.error(
          id: .statistic(.statisticTwice), "'\(statistic.rawValue)' stands twice; expected it once")
      }
      statistics.append(statistic)
    }
    guard !statistics.isEmpty else {
      throw list.error(
        id: .statistic(.noStatistics),
        "there is no statistic; expected some of "
          + Statistic.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return statistics
  }

  /// The statistics that a date has.
  private static let ofDates = Statistic.allCases.filter(\.entry.isOfDates).map(\.rawValue)
    .joined(separator: ", ")

  private var usual: [Statistic] {
    var statistics: [Statistic] = [.count]
    if variables.contains(where: { !$0.codes.isEmpty }) { statistics.append(.percent) }
    if variables.contains(where: { $0.variable.kind == .number }) {
      statistics += [.mean, .minimum, .maximum]
    } else if variables.contains(where: { $0.variable.kind == .date }) {
      statistics += [.minimum, .maximum]
    }
    return statistics
  }

  private func check(_ statistic: Statistic, _ item: DefinitionNode) throws(RunError) {
    switch statistic.kind {
    case .count: try checkWeight(statistic, item)
    case .share:
      if statistic == .cumulativePercent { try table.requireWhole(blocks, item) }
      if variables.allSatisfy(\.codes.isEmpty) {
        throw item.error(
          id: .statistic(.statistic), "a number has no percentages; expected mean, minimum…")
      }
    case .number: try checkNumber(statistic, item)
    case .rank:
      if !variables.contains(where: \.isRanking) {
        throw item.error(
          id: .statistic(.statistic),
          "'\(firstName)' is no ranking; expected count, percent or a question of type rank")
      }
    case .inference: try checkSample(statistic, item)
    }
  }

  /// The variable that an error speaks of.
  private var firstName: String { variables.first?.name ?? "" }

  private func checkWeight(_ statistic: Statistic, _ item: DefinitionNode) throws(RunError) {
    guard statistic == .weightedCount else { return }
    if !table.hasWeights {
      throw item.error(
        id: .statistic(.noWeights), "the plan has no weights; expected a key 'weights' at the top")
    }
    if hasSilentUnits {
      throw item.error(
        id: .statistic(.weightedBase),
        "the base has units that did not reply, which have no weight; \(TableReader.repliedAlone). "
          + "Or take 'weighted-count' out")
    }
  }

  private func checkNumber(_ statistic: Statistic, _ item: DefinitionNode) throws(RunError) {
    if !variables.contains(where: { isNumeric($0) }) {
      throw item.error(
        id: .statistic(.statistic),
        "the choices of '\(firstName)' are no numbers; expected count, percent")
    }
    if !variables.contains(where: { isNumeric($0) && has($0, statistic) }) {
      throw item.error(
        id: .statistic(.statistic), "a date has no \(statistic.rawValue); expected \(Self.ofDates)"
      )
    }
    for variable in variables { try item.requireOpinions(of: variable) }
  }

  private func checkSample(_ statistic: Statistic, _ item: DefinitionNode) throws(RunError) {
    if table.sampled == nil {
      throw item.error(
        id: .statistic(.noSample),
        "'\(statistic.rawValue)' is of samples; replies to a questionnaire that went to everybody "
          + "are none. Expected a key 'sample' at the top if these are a random sample")
    }
    if hasSilentUnits {
      throw item.error(
        id: .statistic(.sampleBase),
        "'\(statistic.rawValue)' is of units that were sampled, and the base has units that did not "
          + "reply; \(TableReader.repliedAlone). Or take the statistic out")
    }
    if variables.allSatisfy({ !$0.isAboutAnswers }) {
      throw item.error(
        id: .statistic(.noEstimate),
        "'\(firstName)' is known of every unit, replied or not, so that there is nothing to estimate; "
          + "expected rows of answers. Take '\(statistic.rawValue)' out")
    }
    if variables.allSatisfy({ $0.variable.kind == .date }) {
      throw item.error(
        id: .statistic(.statistic), "a date has no \(statistic.rawValue); expected \(Self.ofDates)"
      )
    }
  }

  private func isNumeric(_ entry: VariableCatalog.Entry) -> Bool {
    entry.codes.isEmpty || (entry.scale != nil && !entry.isMultiple)
  }

  private func has(_ entry: VariableCatalog.Entry, _ statistic: Statistic) -> Bool {
    entry.variable.kind != .date || statistic.entry.isOfDates
  }
}
