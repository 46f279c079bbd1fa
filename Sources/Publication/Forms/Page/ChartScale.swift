import Basics
import Statistics

/// The axis of a chart: from nought, or from as far below as above, to a round number.
struct ChartScale {
  private let end: Double
  private let isSigned: Bool
  /// Its marks: where they stand in per cent of the axis, and the number.
  let ticks: [(position: Double, text: String)]

  static let percent = ChartScale(
    end: 100, isSigned: false,
    ticks: [0, 25, 50, 75, 100].map { (Double($0), String($0)) })

  private init(end: Double, isSigned: Bool, ticks: [(position: Double, text: String)]) {
    (self.end, self.isSigned, self.ticks) = (end, isSigned, ticks)
  }

  /// The scale that holds all of the numbers.
  init(holding values: [Double]) {
    let largest = values.map(\.magnitude).max() ?? 0
    isSigned = values.contains { $0 < 0 }
    var power = 0
    var unit = 1.0
    while unit * 10 < largest, power < 60 { (unit, power) = (unit * 10, power + 1) }
    while unit > largest, largest > 0, power > -60 { (unit, power) = (unit / 10, power - 1) }
    // An even number of units, so that half of it is a whole one.
    let steps = [2, 4, 6, 8, 10].first { Double($0) * unit >= largest } ?? 10
    end = Double(steps) * unit
    let marks = isSigned ? [-steps, 0, steps] : [0, steps / 2, steps]
    let from = isSigned ? -steps : 0
    ticks = marks.map { mark in
      (100 * Double(mark - from) / Double(steps - from), Self.text(mark, power: power))
    }
  }

  /// Where a number stands, in per cent of the axis.
  func position(of value: Double) -> Double {
    let share = isSigned ? (value + end) / (2 * end) : value / end
    return min(max(share, 0), 1) * 100
  }

  /// A number of units of a power of ten.
  private static func text(_ units: Int, power: Int) -> String {
    if units == 0 { return "0" }
    guard power < 0 else { return String(units) + String(repeating: "0", count: power) }
    return (0..<(-power)).reduce(Rational(units)) { number, _ in number / 10 }.fullText
  }
}

extension Quantity {
  /// Where it would stand on an axis; nil for what is no number.
  var onAxis: Double? {
    switch self {
    case .count(let count): Double(count)
    case .exact(let number): number.double
    case .real(let number): number.isFinite ? number : nil
    case .date, .text: nil
    }
  }
}
