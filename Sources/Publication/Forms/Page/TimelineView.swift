import Basics
import Phrases

/// How the replies that count came in, from the first to the cut-off.
struct TimelineView {
  typealias View = PageFilters.View

  /// Each day on which replies came, with how many there were by then.
  private let days: [(day: CalendarDate, replies: Int)]
  private let cutOff: CalendarDate
  private let language: Language

  /// - Parameter counts: How many replies came on each day on which some did.
  init(_ counts: [CalendarDate: Int], cutOff: CalendarDate, _ language: Language) {
    (self.cutOff, self.language) = (cutOff, language)
    days = counts.sorted { $0.key < $1.key }.reduce(into: []) { days, next in
      days.append((next.key, (days.last?.replies ?? 0) + next.value))
    }
  }

  /// None where all came on one day.
  var view: [View] {
    guard days.count > 1, let first = days.first, let last = days.last else { return [] }
    let shapes = ChartShapes(isRightToLeft: language.isRightToLeft)
    let scale = ChartScale(holding: [Double(last.replies)])
    let end = max(cutOff, last.day)
    let span = Double(end.dayNumber - first.day.dayNumber)
    var path = ""
    for (day, replies) in days {
      let x = shapes.across(Double(day.dayNumber - first.day.dayNumber) * 100 / span)
      let y = 100 - scale.position(of: Double(replies))
      path +=
        path.isEmpty
        ? "M\(ChartShapes.number(x)) 100V\(ChartShapes.number(y))"
        : "H\(ChartShapes.number(x))V\(ChartShapes.number(y))"
    }
    path += "H\(ChartShapes.number(shapes.across(100)))"
    let summary =
      "\(language.text(.day(first.day))): \(days[0].replies). "
      + "\(language.text(.day(last.day))): \(last.replies)."
    return [
      [
        "alternative": "\(language.heading(.responseOverTime)). \(summary) "
          + language.text(.figuresBelow),
        "path": path,
        "ticks": scale.ticks.map { ["y": ChartShapes.number(100 - $0.position), "text": $0.text] },
        "from": language.text(.day(first.day)), "to": language.text(.day(end)),
        "headings": [language.heading(.date), language.heading(.repliesByThen)],
        "bodies": [
          [
            "heading": [String](),
            "rows": days.map { day, replies -> View in
              [
                "label": language.text(.day(day)), "class": "part",
                "cells": PageMarkup(cells: [String(replies)]),
              ]
            },
          ] as View
        ],
      ]
    ]
  }
}
