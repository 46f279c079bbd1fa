import Definition
import Questionnaire
import Tabulation

/// The columns of a table by the variables across: the total, then each variable's codes, crossed
/// where they are nested.
struct Banner: Sendable, Equatable {
  private struct Part: Sendable, Equatable {
    /// From the outermost in.
    let variables: [Variable]
    /// The column of each combination of codes, the innermost changing first; nil where the table
    /// has none.
    let columns: [Int?]

    /// Whether a unit may stand in several of the columns.
    let isMultiple: Bool
  }

  private let total: Int
  private let parts: [Part]

  init(_ table: Table) {
    total = table.columns.firstIndex { $0.path.isEmpty } ?? 0
    let numbers = table.columns.compactMap(\.part)
    parts = (0..<(numbers.max().map { $0 + 1 } ?? 0)).map { part in
      let columns = table.columns.enumerated().filter { $0.element.part == part }
      let variables = columns.first?.element.path.map(\.variable) ?? []
      let size = variables.reduce(1) { $0 * $1.codes.count }
      var slots = [Int?](repeating: nil, count: size)
      for (position, column) in columns {
        let slot = zip(variables, column.path).reduce(0) { $0 * $1.0.codes.count + $1.1.code }
        slots[slot] = position
      }
      return Part(
        variables: variables.map(\.variable), columns: slots,
        isMultiple: variables.contains(where: \.isMultiple))
    }
  }

  /// The total, and the column of each combination of codes that the unit has.
  func columns(of unit: TabulatedUnit) -> [Int] {
    var columns: [Int] = []
    columns.reserveCapacity(parts.count + 4)
    columns.append(total)
    for part in parts {
      if part.variables.count == 1, !part.isMultiple {
        let code = Int(unit.known.codes[part.variables[0].index])
        if code >= 0, let column = part.columns[code] { columns.append(column) }
        continue
      }
      var slots = [0]
      for variable in part.variables {
        let count = variable.codeCount
        if case .codes = variable.kind {
          var codes: [Int] = []
          unit.forEachCode(of: variable.index) { codes.append($0) }
          slots = slots.flatMap { slot in codes.map { slot * count + $0 } }
        } else if let code = unit.code(of: variable.index) {
          for index in slots.indices { slots[index] = slots[index] * count + code }
        } else {
          slots = []
        }
      }
      for slot in slots {
        if let column = part.columns[slot] { columns.append(column) }
      }
    }
    return columns
  }
}

extension Variable {
  fileprivate var codeCount: Int {
    switch kind {
    case .code(let names), .codes(let names), .ranking(let names): names.count
    case .number, .date, .text: 0
    }
  }
}
