import StatisticalFiles

/// Names as SPSS takes them: letters, digits, `_` and points, from a letter on, not ending in a point; of at
/// most 64 bytes, no word of its language, and no two that differ in case alone.
struct SPSSNames {
  private var taken: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
  ]

  mutating func name(for wanted: String) -> String {
    var letters = String(
      wanted.map { $0.isLetter || $0.isNumber || "_.".contains($0) ? $0 : "_" })
    while letters.hasSuffix(".") { letters.removeLast() }
    if letters.first?.isLetter != true { letters = "v_\(letters)" }
    var number = 1
    while true {
      let suffix = number == 1 ? "" : "_\(number)"
      let room = SPSSVariable.longestName - suffix.utf8.count
      let name = SPSSVariable.cut(letters, to: room) + suffix
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }
}
