import Definition
import Phrases
import Printing

/// Charts as the template draws them, each with the words that say the same.
struct ChartView {
  typealias View = PageFilters.View

  /// So many columns of dots are told apart at once; the others are shown where a filter asks.
  private static let mostSeries = 8

  let setting: PageSetting

  private var language: Language { setting.language }
  private var filters: PageFilters { setting.filters }
  private var shapes: ChartShapes { ChartShapes(isRightToLeft: language.isRightToLeft) }

  /// - Parameter title: What the chart is of.
  func view(of chart: PageChart, title: String) -> View {
    let name = chart.heading.isEmpty ? title : "\(title), \(chart.heading)"
    // A field that is missing would be looked for in what the chart stands in.
    var view: View = ["heading": Self.filled(chart.heading), "bars": [], "lines": []]
    view["ticks"] = []
    view["unit"] = []
    view["measure"] = []
    let own: View =
      switch chart {
      case .bars(let bars): self.view(of: bars, title: name)
      case .dots(let dots): self.view(of: dots, title: name)
      }
    view.merge(own) { _, own in own }
    return view
  }

  private func view(of bars: StackedBars, title: String) -> View {
    let rows = bars.rows.map { row -> View in
      [
        "label": row.label, "base": row.base.isEmpty ? "" : "(\(row.base))",
        "keys": filters.text(of: row.keys),
        "parts": PageMarkup(parts: shapes.parts(of: row, in: bars)),
        "sign": Self.filled(row.sign),
      ]
    }
    let first = bars.rows.first.flatMap { row in
      let parts = row.parts.map { "\(bars.series[$0.series]) \($0.text)" }
      return Self.sentence(row.label, parts.isEmpty ? Self.filled(row.sign) : parts)
    }
    return [
      "alternative": [language.text(.chartOf(title)) + ".", first ?? "", below]
        .joined(separator: " "),
      "legend": bars.series.enumerated().map { index, label -> View in
        [
          "colour": bars.colour(of: index), "label": label, "keys": "", "form": [], "more": false,
        ]
      },
      "bars": rows, "measure": [language.heading(.perCent)],
    ]
  }

  private func view(of plot: DotPlot, title: String) -> View {
    let keys = plot.series.map { filters.text(of: $0.keys) }
    let rows = plot.rows.map { row -> View in
      [
        "label": row.label, "signs": row.signs.joined(separator: " "),
        "dots": shapes.dots(of: row, on: plot.scale, keys: keys).map(more),
        "value": row.dots.first.map { $0.series == 0 ? $0.text : "" } ?? "",
      ]
    }
    let first = plot.series.first.flatMap { series in
      let values = plot.rows.compactMap { row in row.first.map { "\(row.label) \($0)" } }
      return Self.sentence(series.label, values)
    }
    return [
      "alternative": [language.text(.dotPlotOf(title)) + ".", first ?? "", below]
        .joined(separator: " "),
      "legend": plot.series.enumerated().map { index, series -> View in
        more([
          "colour": index % ChartShapes.colours, "label": series.label, "keys": keys[index],
          "form": [DotForm.of(index).path], "series": index,
        ])
      },
      "lines": rows, "ticks": shapes.ticks(of: plot.scale, decimalMark: setting.decimalMark),
      "unit": [plot.unit],
    ]
  }

  /// Marks what is shown only where a filter asks for it.
  private func more(_ view: View) -> View {
    var view = view
    let series = view["series"] as? Int ?? 0
    view["more"] = series >= Self.mostSeries && view["keys"] as? String != ""
    return view
  }

  /// Nil where there is nothing to say.
  private static func sentence(_ label: String, _ parts: [String]) -> String? {
    parts.isEmpty ? nil : "\(label): \(parts.joined(separator: "; "))."
  }

  /// A section is drawn for each of its texts, and for none where there is nothing to say.
  private static func filled(_ text: String) -> [String] {
    text.isEmpty ? [] : [text]
  }

  private var below: String { language.text(.figuresBelow) }
}
