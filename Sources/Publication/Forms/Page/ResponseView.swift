import Basics
import Definition
import DisclosureControl
import Phrases

/// Who replied: in all, and by each group whose counts are released.
struct ResponseView {
  typealias View = PageFilters.View

  private struct Count {
    let label: String
    let keys: [FilterKey]
    let replied: Released<Int>
    let population: Released<Int>
  }

  private let charts: ChartView
  private let percentDecimals: Int
  private let groups: [(heading: String, counts: [Count])]

  init(_ content: PublishedContent, _ charts: ChartView) {
    self.charts = charts
    percentDecimals = content.definition.pipeline.percentDecimals
    let lines = content.answerStates.lines
    // All questions have the same units that did not reply.
    let question = lines.first?.question
    let own = lines.filter { $0.question == question }
    let catalog = content.definition.plan.catalog
    let total = own.first(where: \.isOfAllUnits).map {
      Self.count($0, label: charts.setting.language.heading(.total), keys: [])
    }
    let attributes = catalog.attributes.filter {
      switch $0.attribute {
      case .status, .regionalGroup, .own: true
      case .response, .signature, .deposit: false
      }
    }
    groups =
      (total.map { [(heading: "", counts: [$0])] } ?? [])
      + attributes.map { _, entry in
        let counts = entry.codes.enumerated().compactMap { code, choice in
          own.first { $0.keys[1] == entry.name && $0.keys[2] == choice.name }.map {
            Self.count(
              $0, label: choice.label, keys: [FilterKey(variable: entry.name, code: code)])
          }
        }
        return (heading: entry.label, counts: counts)
      }
  }

  private static func count(
    _ line: ReleasedAnswerStates.Line, label: String, keys: [FilterKey]
  ) -> Count {
    guard line.counts.count >= 2, let population = line.counts.last else {
      return Count(
        label: label, keys: keys, replied: .withheld(.suppressed),
        population: .withheld(.suppressed))
    }
    let replied: Released<Int> =
      switch (line.counts[line.counts.count - 2], population) {
      case (.value(let silent), .value(let all)): .value(all - silent)
      case (.withheld(let reason), _), (_, .withheld(let reason)): .withheld(reason)
      }
    return Count(label: label, keys: keys, replied: replied, population: population)
  }

  /// None where nothing was asked.
  var view: [View] {
    guard let total = groups.first?.counts.first else { return [] }
    return [
      [
        "cards": cards(of: total),
        "chart": charts.view(of: .bars(bars), title: language.heading(.response)),
        "headings": [
          language.heading(.group), language.heading(.replied), language.heading(.perCent),
          language.heading(.didNotReply), language.heading(.all),
        ],
        "bodies": groups.map { group -> View in
          [
            "heading": group.heading.isEmpty ? [] : [group.heading], "width": 5,
            "rows": group.counts.map(line),
          ]
        },
      ]
    ]
  }

  private var language: Language { charts.setting.language }

  private func cards(of total: Count) -> [View] {
    let cells = texts(of: total)
    return [
      [
        "number": cells[0], "label": language.heading(.replied),
        "share": cells[1].isEmpty ? [] : ["\(cells[1])%"],
      ],
      ["number": cells[2], "label": language.heading(.didNotReply)],
      ["number": cells[3], "label": language.heading(.allUnits)],
    ]
  }

  /// Replied, in per cent, did not reply, all.
  private func texts(of count: Count) -> [String] {
    func text(_ released: Released<Int>) -> String {
      switch released {
      case .value(let number): String(number)
      case .withheld(let reason): reason.shorthand
      }
    }
    guard let replied = count.replied.value, let all = count.population.value else {
      return [text(count.replied), "", text(count.replied), text(count.population)]
    }
    return [String(replied), percent(replied, of: all) ?? "", String(all - replied), String(all)]
  }

  private func percent(_ count: Int, of all: Int) -> String? {
    guard all > 0 else { return nil }
    return Rational.percent(count, of: all).percentText(decimals: percentDecimals)
      .replacing(".", with: charts.setting.decimalMark)
  }

  private func line(_ count: Count) -> View {
    ["label": count.label, "class": "part", "cells": PageMarkup(cells: texts(of: count))]
  }

  private var bars: StackedBars {
    StackedBars(
      heading: "", series: [language.heading(.replied), language.heading(.didNotReply)],
      rows: groups.flatMap { group in group.counts.compactMap(bar) }, colours: [0, 7])
  }

  /// Nil for a group of nobody.
  private func bar(of count: Count) -> StackedBars.Row? {
    if count.population.value == 0 { return nil }
    guard let replied = count.replied.value, let all = count.population.value else {
      return StackedBars.Row(
        label: count.label, base: "", keys: count.keys, parts: [], sign: texts(of: count)[0])
    }
    let parts = [replied, all - replied].enumerated().map { series, number in
      StackedBars.Part(
        series: series, width: Double(number) * 100 / Double(all),
        text: percent(number, of: all) ?? "")
    }
    return StackedBars.Row(
      label: count.label, base: String(all), keys: count.keys, parts: parts, sign: "")
  }
}
