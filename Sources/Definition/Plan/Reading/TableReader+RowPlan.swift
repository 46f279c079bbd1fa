import Basics
import Phrases
import Questionnaire
import Statistics
import Tabulation

extension TableReader {
  private typealias Plan = (
    id: String, name: String, label: String, kind: Table.RowKind, isWithinNet: Bool
  )
  private typealias Answer = (
    name: String, label: String, kind: Table.RowKind, isWithinNet: Bool
  )

  func rows(
    of blocks: [Table.Block], among population: Table.Population, _ statistics: [Statistic],
    where filter: Condition?
  ) throws(RunError) -> [Table.Row] {
    var planned: [(block: Int, row: Plan)] = []
    for (index, block) in blocks.enumerated() {
      let codes = block.variable.codes(of: population).map(\.offset).filter { code in
        !leavesOut(filter, code, of: block.variable)
      }
      for row in try rows(of: block, codes, statistics) { planned.append((index, row)) }
    }
    let rows = planned.map(\.row)
    for (index, row) in rows.enumerated() {
      if rows[..<index].contains(where: { $0.id == row.id }) {
        throw node.error(
          id: .table(.rowTwice),
          "two rows would be '\(row.id)'; expected each once. Give the codes of one variable other "
            + "names under 'variables', or make two tables")
      }
    }
    let listed = try listed(rows, blocks)
    return planned.map { block, row in
      Table.Row(
        id: row.id, label: row.label, kind: row.kind, isListed: listed(row), block: block,
        isWithinNet: row.isWithinNet)
    }
  }

  /// - Parameter codes: Those that units of the table can have.
  private func rows(
    of block: Table.Block, _ codes: [Int], _ statistics: [Statistic]
  ) throws(RunError) -> [Plan] {
    let variable = block.variable
    var rows: [Answer] = []
    if variable.codes.isEmpty { rows.append((".value", variable.label, .value, false)) }
    let nets = try NetReader(node: node, variable: variable).read()
      .filter { !codes.filter($0.codes.contains).isEmpty }
    for net in nets { try requireOneSide(net, block) }
    let isInside = { (code: Int) in !block.outside.contains(code) }
    rows += answers(variable, codes: codes.filter(isInside), nets: nets, isOutside: false)
    rows.append((".base", "Base", .base, false))
    rows += offers(of: rows, block)
    if statistics.contains(.responsePercent) && !variable.codes.isEmpty {
      rows.append(
        (
          ".responses", spoken.heading(variable.isRanking ? .choicesRankedFirst : .choicesMade),
          .responses, false
        ))
    }
    rows += answers(
      variable, codes: codes.filter(block.outside.contains), nets: nets, isOutside: true)
    if try node[TableKey.states]?.flag() ?? variable.isAboutAnswers {
      for state in AnswerState.allCases
      where state != .answered && (unit == nil || state != .didNotReply) {
        rows.append((".\(state.rawValue)", spoken.heading(state.phrase), .state(state), false))
      }
      rows.append((".population", spoken.heading(.all), .population, false))
    }
    return rows.map { ("\(block.path)\($0.name)", $0.name, $0.label, $0.kind, $0.isWithinNet) }
  }

  /// A row for each share that is not of the base, but of those in it who were offered the choice.
  private func offers(of rows: [Answer], _ block: Table.Block) -> [Answer] {
    rows.compactMap { row in
      let codes: [Int]
      switch row.kind {
      case .code(let code): codes = [code]
      case .net(let net): codes = net
      case .outside, .value, .responses, .base, .offered, .state, .population: return nil
      }
      guard block.variable.offer(ofAny: codes) != nil else { return nil }
      return (
        ".offered:\(row.name)", spoken.text(.offered(row.label)), .offered(codes), false
      )
    }
  }

  /// The rows of some codes and of the nets that are made of them.
  ///
  /// A net stands where the first of its codes would, and its codes after it; one that several nets
  /// have stands under the first of these.
  private func answers(
    _ variable: VariableCatalog.Entry, codes: [Int], nets: [NetReader.Net], isOutside: Bool
  ) -> [Answer] {
    var rows: [Answer] = []
    func add(_ code: Int, isWithinNet: Bool) {
      rows.append(
        (
          variable.codes[code].name, variable.codes[code].label,
          isOutside ? .outside([code]) : .code(code), isWithinNet
        ))
    }
    var placed: Set<String> = []
    for code in codes {
      for (index, net) in nets.enumerated() where net.codes.contains(code) {
        guard placed.insert(net.name).inserted else { continue }
        rows.append((net.name, net.label, isOutside ? .outside(net.codes) : .net(net.codes), false))
        for code in codes where net.codes.contains(code) {
          guard !nets[..<index].contains(where: { $0.codes.contains(code) }) else { continue }
          add(code, isWithinNet: true)
        }
      }
      if !nets.contains(where: { $0.codes.contains(code) }) { add(code, isWithinNet: false) }
    }
    return rows
  }

  /// A net of choices in the base and of others would be a share of neither.
  private func requireOneSide(_ net: NetReader.Net, _ block: Table.Block) throws(RunError) {
    let outside = net.codes.filter(block.outside.contains)
    guard let code = outside.first, outside.count < net.codes.count else { return }
    let name = block.variable.codes[code].name
    throw (node[TableKey.nets] ?? node).error(
      id: .variable(.net),
      "the net '\(net.name)' has '\(name)', which the base of '\(block.variable.name)' leaves out, "
        + "besides choices in it; expected choices of one kind. Take '\(name)' out, or give the table "
        + "a base that has it, such as 'base: answered'")
  }

  /// Which rows are listed: a row is named by its id, or by its code in all blocks.
  private func listed(
    _ rows: [Plan], _ blocks: [Table.Block]
  ) throws(RunError) -> (Plan) -> Bool {
    let names = try node[TableKey.lists]?.texts() ?? []
    if names == ["all"] {
      return { row in
        switch row.kind {
        case .code, .net, .outside: true
        case .value, .base, .offered, .responses, .state, .population: false
        }
      }
    }
    for name in names where !rows.contains(where: { $0.id == name || $0.name == name }) {
      throw node.error(
        id: .table(.unknownRow),
        "at 'lists': table '\(blocks.first?.variable.name ?? "")' has no row '\(name)'; expected "
          + "\(Suggestion.allowed(rows.map(\.id)))."
          + Suggestion.question(for: name, among: rows.map(\.id)))
    }
    let wanted = Set(names)
    for row in rows where row.kind == .responses {
      guard wanted.contains(row.id) || wanted.contains(row.name) else { continue }
      throw (node[TableKey.lists] ?? node).error(
        id: .table(.listedChoices),
        "'\(row.id)' counts choices, of which a unit may have made several; expected rows of units")
    }
    return { wanted.contains($0.id) || wanted.contains($0.name) }
  }
}
