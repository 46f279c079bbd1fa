import Basics

/// The options of a select_multiple whose ticks stand in one field, joined by a separator.
struct JoinedTicks {
  /// In the order they are met.
  let options: [String]
  /// What people wrote of their own beside them: each stands in one field alone.
  let writeIns: [String]

  private static let mostOptions = 40
  private static let longestOption = 100

  /// - Returns: nil where the texts do not look like joined options: these recur from field to
  ///   field and are fewer than the ways they are combined, while free text has new clauses in
  ///   every field. Where some parts do and are joined with each other, the rest is write-ins.
  init?(
    _ texts: [ExportColumn.Text], separator: String,
    writeIns: AnswerGuess.WriteIns = .perhaps
  ) {
    let all = texts.map(\.text)
    guard NumberMarks(all) == nil || NumberMarks.mayBeTicks(all), !NumberMarks.areAmbiguous(all),
      NumberMarks.comma(of: texts.map { ($0.text, $0.count) }) == nil
    else {
      return nil
    }
    var fields = texts.map { (parts: Self.parts(of: $0.text, separator), count: $0.count) }
    let isEnding = texts.allSatisfy { $0.text.hasSuffix(separator) }
    // An option has a blank after its own comma, whether the tool writes one between options or not.
    if separator.hasPrefix(",") { fields = Self.joiningClauses(fields, ", ") }
    guard isEnding || fields.contains(where: { $0.parts.count > 1 }) else { return nil }
    var order: [TextKey] = []
    var labels: [TextKey: String] = [:]
    var uses: [TextKey: Int] = [:]
    for field in fields {
      for part in field.parts {
        let key = TextKey(part)
        if labels.updateValue(labels[key] ?? part, forKey: key) == nil { order.append(key) }
        uses[key, default: 0] += field.count
      }
    }
    let recurring = Set(uses.filter { $0.value > 1 }.keys)
    let isClosed = recurring.count * 3 >= order.count * 2 && order.count <= texts.count
    let isWrittenIn =
      switch writeIns {
      case .never: false
      case .perhaps: !isClosed
      case .usual: recurring.count < order.count
      }
    let hasWriteIns =
      isWrittenIn && Self.areMost(recurring, of: uses)
      && fields.filter { $0.parts.count { recurring.contains(TextKey($0)) } > 1 }
        .reduce(0) { $0 + $1.count } > 1
    let found = hasWriteIns ? order.filter(recurring.contains) : order
    guard isClosed || hasWriteIns || isEnding, found.count <= Self.mostOptions,
      found.allSatisfy({ $0.text.count <= Self.longestOption })
    else { return nil }
    options = found.compactMap { labels[$0] }
    self.writeIns =
      hasWriteIns ? order.filter { !recurring.contains($0) }.compactMap { labels[$0] } : []
  }

  /// Whether some parts are two thirds of all that stands in the fields.
  private static func areMost(_ some: Set<TextKey>, of uses: [TextKey: Int]) -> Bool {
    let all = uses.values.reduce(0, +)
    return some.reduce(0) { $0 + (uses[$1] ?? 0) } * 3 >= all * 2
  }

  private static func parts(of text: String, _ separator: String) -> [String] {
    text.split(separator: separator).map { $0.trimmed }
      .filter { !$0.isEmpty }
  }

  /// Puts an option's own comma back: a part that begins with a small letter and follows the same
  /// other part each time, more than once, belongs to it, as in "Expert, technical".
  private static func joiningClauses(
    _ fields: [(parts: [String], count: Int)], _ separator: String
  ) -> [(parts: [String], count: Int)] {
    var before: [TextKey: Set<TextKey>] = [:]
    var uses: [TextKey: Int] = [:]
    var capitals: Set<TextKey> = []
    for field in fields {
      var last = TextKey("")
      for part in field.parts {
        let key = TextKey(part)
        before[key, default: []].insert(last)
        uses[key, default: 0] += field.count
        if part.first?.isLowercase != true { capitals.insert(key) }
        last = key
      }
    }
    guard !capitals.isEmpty else { return fields }
    return fields.map { field in
      var parts: [String] = []
      for part in field.parts {
        let key = TextKey(part)
        if let last = parts.last, !capitals.contains(key), before[key]?.count == 1,
          uses[key] ?? 0 > 1
        {
          parts[parts.count - 1] = last + separator + part
        } else {
          parts.append(part)
        }
      }
      return (parts, field.count)
    }
  }
}
