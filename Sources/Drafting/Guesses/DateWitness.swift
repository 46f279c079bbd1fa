import Basics
import Definition
import SurveyTools

/// The order that other dates of a file have, where a column leaves its own open: one program wrote
/// them all.
struct DateWitness {
  let order: DateOrder
  /// What says so.
  let why: String

  init(order: DateOrder, why: String) {
    self.order = order
    self.why = why
  }

  /// - Returns: nil where no other column decides, or where two contradict one another.
  init?(in export: Export, besides received: ExportColumn?, writtenBy tool: SurveyTool) {
    let decided = export.columns.filter { $0.position != received?.position }.compactMap {
      column -> DateWitness? in
      guard let guess = DateGuess(column, writtenBy: tool), guess.isDecided,
        let order = guess.dates.order
      else { return nil }
      let heading = column.title.onOneLine
      return DateWitness(order: order, why: "only \(order.rawValue) reads '\(heading)'")
    }
    guard let first = decided.first, decided.allSatisfy({ $0.order == first.order }) else {
      return nil
    }
    self = first
  }
}
