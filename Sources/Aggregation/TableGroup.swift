import Definition
import Questionnaire
import Tabulation

/// Tables that are counted together: a unit's columns are found once for all tables of one banner, and
/// whether it is counted at all once for all tables without a filter.
struct TableGroup: Sendable {
  /// What the tables follow from.
  let origins: Origins
  private let counters: [TableCounter]
  private let banners: [Banner]
  /// Which of the banners each counter has.
  private let bannerOf: [Int]
  /// Whom tables are about.
  private let scopes: [[Criterion]]
  /// Which of the scopes each counter has.
  private let scopeOf: [Int]

  init(_ counters: [TableCounter], _ variables: Variables) {
    var banners: [Banner] = []
    var bannerOf: [Int] = []
    var scopes = Table.Population.allCases.map(\.scope)
    var scopeOf: [Int] = []
    for counter in counters {
      let table = counter.table
      if table.filter == nil, let known = Table.Population.allCases.firstIndex(of: table.population)
      {
        scopeOf.append(known)
      } else {
        scopeOf.append(scopes.count)
        scopes.append(table.scope)
      }
      if let known = banners.firstIndex(of: counter.banner) {
        bannerOf.append(known)
      } else {
        bannerOf.append(banners.count)
        banners.append(counter.banner)
      }
    }
    self.counters = counters
    self.banners = banners
    self.bannerOf = bannerOf
    self.scopes = scopes
    self.scopeOf = scopeOf
    origins = variables.origins(of: counters.reduce(into: []) { $0.formUnion($1.variables) })
  }

  var isEmpty: Bool { counters.isEmpty }

  func count(_ unit: CountedUnit, into tally: inout Tally) {
    let columns = banners.map { $0.columns(of: unit.unit) }
    let isInScope = scopes.map { unit.unit.meets($0) }
    for (index, counter) in counters.enumerated() where isInScope[scopeOf[index]] {
      counter.count(unit, columns: columns[bannerOf[index]], into: &tally)
    }
  }
}
