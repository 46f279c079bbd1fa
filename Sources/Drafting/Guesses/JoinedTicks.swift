import Basics

/// The options of a select_multiple whose ticks stand in one cell, joined by a separator.
struct JoinedTicks {
  /// In the order they are met.
  let options: [String]

  private static let mostOptions = 40
  private static let longestOption = 100

  /// - Returns: nil where the texts do not look like joined options: these recur from cell to
  ///   cell and are fewer than the ways they are combined, while free text has new clauses in
  ///   every cell.
  init?(_ texts: [ExportColumn.Text], separator: String) {
    var cells = texts.map { (parts: Self.parts(of: $0.text, separator), count: $0.count) }
    let isEnding = texts.allSatisfy { $0.text.hasSuffix(separator) }
    // An option has a blank after its own comma, whether the tool writes one between options or not.
    if separator.hasPrefix(",") { cells = Self.joiningClauses(cells, ", ") }
    guard isEnding || cells.contains(where: { $0.parts.count > 1 }) else { return nil }
    var order: [TextKey] = []
    var labels: [TextKey: String] = [:]
    var uses: [TextKey: Int] = [:]
    for cell in cells {
      for part in cell.parts {
        let key = TextKey(part)
        if labels.updateValue(labels[key] ?? part, forKey: key) == nil { order.append(key) }
        uses[key, default: 0] += cell.count
      }
    }
    let recurring = uses.values.count { $0 > 1 }
    guard order.count <= Self.mostOptions,
      isEnding || (recurring * 3 >= order.count * 2 && order.count <= texts.count),
      order.allSatisfy({ $0.text.count <= Self.longestOption })
    else { return nil }
    options = order.compactMap { labels[$0] }
  }

  private static func parts(of text: String, _ separator: String) -> [String] {
    text.split(separator: separator).map { $0.trimmed }
      .filter { !$0.isEmpty }
  }

  /// Puts an option's own comma back: a part that begins with a small letter and always follows
  /// the same other part belongs to it, as in "Expert, technical".
  private static func joiningClauses(
    _ cells: [(parts: [String], count: Int)], _ separator: String
  ) -> [(parts: [String], count: Int)] {
    var before: [TextKey: Set<TextKey>] = [:]
    var capitals: Set<TextKey> = []
    for cell in cells {
      var last = TextKey("")
      for part in cell.parts {
        let key = TextKey(part)
        before[key, default: []].insert(last)
        if part.first?.isLowercase != true { capitals.insert(key) }
        last = key
      }
    }
    guard !capitals.isEmpty else { return cells }
    return cells.map { cell in
      var parts: [String] = []
      for part in cell.parts {
        let key = TextKey(part)
        if let last = parts.last, !capitals.contains(key), before[key]?.count == 1 {
          parts[parts.count - 1] = last + separator + part
        } else {
          parts.append(part)
        }
      }
      return (parts, cell.count)
    }
  }
}
