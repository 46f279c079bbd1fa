/// The shapes of a chart, in per cent of its width.
///
/// Each bar and each line is a picture of its own, of the width that the reader's window leaves it;
/// labels are text beside it, so that they wrap and grow as text does.
struct ChartShapes {
  /// Whether the page is read from right to left, and so its charts.
  let isRightToLeft: Bool

  /// Parts narrower than this have no number in them.
  private static let narrowest = 7.0

  /// How many colours there are; a dot has a form besides.
  static let colours = 8

  /// A part of a bar, where it stands and what is written on it.
  struct Part {
    let start: String
    let width: String
    let colour: Int
    let middle: String
    /// Empty where there is no room.
    let text: String
  }

  func parts(of row: StackedBars.Row, in bars: StackedBars) -> [Part] {
    var end = 0.0
    return row.parts.filter { $0.width > 0 }.map { part in
      let start = end
      end = min(end + part.width, 100)
      let width = end - start
      return Part(
        start: Self.number(isRightToLeft ? 100 - end : start), width: Self.number(width),
        colour: bars.colour(of: part.series), middle: Self.number(across(start + width / 2)),
        text: width < Self.narrowest ? "" : part.text)
    }
  }

  /// The dots of a line, those of the total last, so that they are on top.
  func dots(of row: DotPlot.Row, on scale: ChartScale, keys: [String]) -> [[String: Any]] {
    row.dots.reversed().map { dot in
      [
        "x": Self.number(across(scale.position(of: dot.value))),
        "colour": dot.series % Self.colours,
        "form": DotForm.of(dot.series).path, "keys": keys[dot.series], "series": dot.series,
      ]
    }
  }

  func ticks(of scale: ChartScale, decimalMark: String) -> [[String: Any]] {
    scale.ticks.map { tick in
      [
        "x": Self.number(across(tick.position)),
        "text": tick.text.replacing(".", with: decimalMark),
      ]
    }
  }

  /// From the side where reading begins.
  func across(_ position: Double) -> Double {
    isRightToLeft ? 100 - position : position
  }

  /// With two decimals at most; worked out in whole numbers, so that it is the same everywhere.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let decimals = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(decimals)"
  }
}

/// What a dot looks like besides its colour.
enum DotForm: CaseIterable {
  case circle, square, diamond, triangle, cross

  /// That of a series: the total is a circle.
  static func of(_ series: Int) -> DotForm {
    allCases[series % allCases.count]
  }

  /// Around the point 0 0.
  var path: String {
    switch self {
    case .circle: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
    case .square: "M-5-5h10v10h-10z"
    case .diamond: "M0-7l7 7l-7 7l-7-7z"
    case .triangle: "M0-6.5l6.5 11.5h-13z"
    case .cross: "M-5.5-3l2.5-2.5l3 3l3-3l2.5 2.5l-3 3l3 3l-2.5 2.5l-3-3l-3 3l-2.5-2.5l3-3z"
    }
  }
}
