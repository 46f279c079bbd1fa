import Basics
import Definition
import SurveyTools

/// In which order the dates of a column are written.
struct DateGuess {
  let dates: DateText
  /// What speaks for the order; nil where all dates are ISO and nothing had to be guessed.
  let why: String?
  let latest: CalendarDate
  /// The first year that two digits mean; nil where years have four.
  let century: Int?
  /// Whether the dates themselves tell the order, and no habit.
  let isDecided: Bool

  /// What two digits mean in a survey of these years.
  private static let century = 2000

  /// - Parameter witness: What the file has besides; it counts where the dates leave the order open.
  /// - Returns: nil where not nearly all texts are dates.
  init?(_ column: ExportColumn, writtenBy tool: SurveyTool, witness: DateWitness? = nil) {
    guard column.elsewhere == 0, !column.texts.isEmpty else { return nil }
    let plain = [nil, .ymd, .dmy, .mdy].map { Reading(order: $0, column.texts) }
    let isPlain = plain.contains { $0.read * 10 >= column.texts.count * 9 }
    let readings =
      isPlain
      ? plain
      : [.ymd, .dmy, .mdy].map { Reading(order: $0, century: Self.century, column.texts) }
    guard let best = readings.map(\.read).max(), best * 10 >= column.texts.count * 9 else {
      return nil
    }
    century = isPlain ? nil : Self.century
    let equal = readings.filter { $0.read == best }
    // Nobody who writes points puts the month first.
    let hasPoints = column.texts.allSatisfy { text in
      text.text.contains(".") && !text.text.contains { "/-".contains($0) }
    }
    let habit: DateOrder = tool.writesMonthFirst && !hasPoints ? .mdy : .dmy
    let usual = equal.contains { $0.order == witness?.order } ? witness?.order ?? habit : habit
    let chosen = equal.first { $0.order == nil } ?? equal.first { $0.order == usual } ?? equal[0]
    guard let latest = chosen.latest else { return nil }
    dates = DateText(order: chosen.order, century: century)
    self.latest = latest
    isDecided = equal.count == 1 && chosen.order != nil
    guard let order = chosen.order else {
      why = nil
      return
    }
    let orders = equal.compactMap { $0.order?.rawValue }.joined(separator: " and ")
    let besides = witness.map { $0.order == order ? "; \($0.why)" : "" }
    why =
      equal.count == 1
      ? "only \(order.rawValue) reads them all"
      : "\(orders) read them all" + (besides ?? "")
  }

  private struct Reading {
    let order: DateOrder?
    var read = 0
    var latest: CalendarDate?

    init(order: DateOrder?, century: Int? = nil, _ texts: [ExportColumn.Text]) {
      self.order = order
      let dates = DateText(order: order, century: century)
      for date in texts.compactMap({ dates.date($0.text) }) {
        read += 1
        latest = max(latest ?? date, date)
      }
    }
  }
}
