import Basics
import Questionnaire

/// Resolves the nets of a table for one row variable.
struct NetReader {
  struct Net {
    let name: String
    let label: String
    let codes: [Int]
  }

  let node: DefinitionNode
  let variable: VariableCatalog.Entry

  func read() throws(RunError) -> [Net] {
    if let list = node[TableKey.nets], try !list.list().isEmpty, variable.codes.isEmpty {
      throw list.error(
        id: .variable(.noCodes),
        "'\(variable.name)' has no choices that could be taken together; expected a closed question "
          + "or an attribute. Make bands of it under 'variables', or a table of its own")
    }
    var nets: [Net] = []
    for item in try node[TableKey.nets]?.list() ?? [] {
      try item.allowOnly(NetKey.self)
      let name = try item.required(NetKey.name)
      let text = try name.text()
      let net = Net(
        name: text, label: try item[NetKey.label]?.wording() ?? text, codes: try codes(item))
      guard DefinitionName.isName(net.name) else {
        throw name.error(
          id: .variable(.netName), "'\(net.name)' is no name; expected \(DefinitionName.expected)")
      }
      guard !variable.codes.contains(where: { $0.name == net.name }),
        !nets.contains(where: { $0.name == net.name })
      else {
        throw name.error(
          id: .variable(.netTwice),
          "'\(variable.name)' has a row '\(net.name)' already; give the net another name")
      }
      nets.append(net)
    }
    return nets
  }

  private func codes(_ item: DefinitionNode) throws(RunError) -> [Int] {
    let given = [NetKey.of, .top, .bottom].filter { item[$0] != nil }
    guard given.count == 1, let key = given.first, let value = item[key] else {
      throw item.error(
        id: .variable(.net), "expected one of 'of', 'top' and 'bottom', as in 'of: [yes, in_part]'")
    }
    if key == .of { return try catalogued(value) }
    guard let scale = variable.scale, !variable.isMultiple else {
      throw value.error(
        id: .expression(.notAScale),
        "the choices of '\(variable.name)' are no numbers, so none is the highest; "
          + "expected 'of' with their names")
    }
    try value.requireOpinions(of: variable)
    let points = scale.enumerated().compactMap { code, point in point.map { (code, $0) } }
    let count = try value.integer(1...points.count)
    let ascending = points.sorted { $0.1 < $1.1 }.map(\.0)
    return (key == .top ? ascending.suffix(count) : ascending.prefix(count)).sorted()
  }

  private func catalogued(_ value: DefinitionNode) throws(RunError) -> [Int] {
    let names = variable.codes.map(\.name)
    var codes: [Int] = []
    for item in try value.list() {
      let name = try item.text()
      guard let code = names.firstIndex(of: name), !codes.contains(code) else {
        throw item.error(
          id: .expression(.unknownChoice),
          "'\(name)' is \(names.contains(name) ? "named twice" : "no choice of '\(variable.name)'"); "
            + "expected \(Suggestion.allowed(names)).\(Suggestion.question(for: name, among: names))"
        )
      }
      codes.append(code)
    }
    guard !codes.isEmpty else {
      throw value.error(id: .variable(.net), "the net has no codes; expected at least one")
    }
    return codes.sorted()
  }
}
