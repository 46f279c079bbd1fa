import Interchange
import Questionnaire
import Tabular

/// The columns of a table by the variables across: the total, then each variable's codes.
struct Banner: Sendable, Equatable {
  private struct Part: Sendable, Equatable {
    let variable: Variable
    /// The position of the variable's first column.
    let first: Int
  }

  private let parts: [Part]

  init(_ table: Table) {
    parts = table.columns.enumerated().compactMap { position, column in
      guard let entry = column.variable, column.code == 0 else { return nil }
      return Part(variable: entry.variable, first: position)
    }
  }

  /// The total, and the column of each variable that the unit has a code of.
  func columns(of unit: UnitAnswers) -> [Int] {
    var columns = [0]
    for part in parts {
      if case .codes(let names) = part.variable.kind {
        for code in names.indices where unit.isSelected(code, of: part.variable.index) {
          columns.append(part.first + code)
        }
      } else if let code = unit.countedCode(of: part.variable) {
        columns.append(part.first + code)
      }
    }
    return columns
  }
}

/// The counters of all tables; a unit's columns are found once for all tables of one banner.
struct TableCounters: Sendable {
  let all: [TableCounter]
  /// The number of cells of all tables.
  let cells: Int
  private let banners: [Banner]
  /// Which of the banners each counter has.
  private let bannerOf: [Int]

  init(_ tables: [Table]) {
    var counters: [TableCounter] = []
    var banners: [Banner] = []
    var bannerOf: [Int] = []
    var cells = 0
    for table in tables {
      let counter = TableCounter(table, firstCell: cells)
      cells += table.size
      counters.append(counter)
      if let known = banners.firstIndex(of: counter.banner) {
        bannerOf.append(known)
      } else {
        bannerOf.append(banners.count)
        banners.append(counter.banner)
      }
    }
    all = counters
    self.cells = cells
    self.banners = banners
    self.bannerOf = bannerOf
  }

  func count(_ unit: UnitAnswers, into tally: inout Tally) {
    let columns = banners.map { $0.columns(of: unit) }
    for (position, counter) in all.enumerated() {
      counter.count(unit, columns: columns[bannerOf[position]], into: &tally)
    }
  }
}
