import Definition
import DisclosureControl
import Phrases
import Printing
import Statistics
import Tabulation

/// A printed table as the template sets it: a heading above the statistics of each column, a body a
/// group of rows.
struct TableView {
  typealias View = PageFilters.View

  private let printed: PrintedTable
  private let language: Language
  private let filters: PageFilters
  private let decimalMark: String
  /// Whether some column has several statistics, so that its label stands above them.
  private let isTiered: Bool

  init(_ printed: PrintedTable, _ setting: PageSetting) {
    self.printed = printed
    (language, filters) = (setting.language, setting.filters)
    decimalMark = setting.decimalMark
    isTiered = printed.groups.contains { $0.width > 1 }
  }

  var view: View {
    [
      "corner": printed.headings[0].isEmpty ? language.heading(.row) : printed.headings[0],
      "rowspan": isTiered ? 2 : 1, "width": printed.measures.count + 1,
      "groups": groups, "statistics": isTiered ? [statistics] : [], "bodies": bodies,
    ]
  }

  private var groups: [View] {
    var start = 1
    return printed.groups.map { group in
      defer { start += group.width }
      return [
        "label": isTiered ? group.label : printed.headings[start], "width": group.width,
        "scope": group.width > 1 ? "colgroup" : "col",
        "keys": filters.text(of: FilterKey.keys(of: group.path)),
      ]
    }
  }

  private var statistics: View {
    ["names": printed.measures.map { language.heading($0.statistic.heading) }]
  }

  /// The rows, in a body of their own below each heading.
  private var bodies: [View] {
    var bodies: [(heading: [String], rows: [View])] = []
    for line in printed.lines {
      if line.cells.isEmpty {
        bodies.append(([line.label], []))
      } else {
        if bodies.isEmpty { bodies.append(([], [])) }
        bodies[bodies.count - 1].rows.append(row(line))
      }
    }
    return bodies.map { ["heading": $0.heading, "rows": $0.rows] }
  }

  private func row(_ line: PrintedTable.Line) -> View {
    [
      "label": line.label, "class": Self.name(of: line),
      "cells": PageMarkup(cells: line.cells.map { $0.text(decimalMark: decimalMark) }),
    ]
  }

  /// What the style sheet calls a row.
  private static func name(of line: PrintedTable.Line) -> String {
    guard let row = line.row else { return "part" }
    if row.isWithinNet { return "part within" }
    return switch row.kind {
    case .code, .net, .value: "part"
    case .base: "base"
    case .outside, .offered, .responses, .state, .population: "beside"
    }
  }
}
