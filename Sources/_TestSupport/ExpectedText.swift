import Foundation

/// A text that somebody wrote down as expected, line by line.
///
/// `...` within a line stands for anything within that line; a line that is `...` and nothing else
/// for any number of lines, none included.
package struct ExpectedText: Sendable {
  private let lines: [String]

  package init(_ text: String) {
    lines = Self.lines(of: text)
  }

  /// What is found otherwise, in the manner of `diff`: `-` is expected and missing, `+` is found
  /// and not expected. Nil where nothing is.
  package func difference(from found: String) -> String? {
    let found = Self.lines(of: found)
    let costs = costs(found)
    guard costs[0][0] > 0 else { return nil }
    var difference: [String] = []
    var (line, other) = (0, 0)
    while line < lines.count || other < found.count {
      let cost = costs[line][other]
      if line < lines.count, isRest(line), cost == costs[line + 1][other] {
        difference.append("  ...")
        line += 1
      } else if line < lines.count, other < found.count, isRest(line) {
        other += 1
      } else if line < lines.count, other < found.count,
        Self.matches(found[other], lines[line]), cost == costs[line + 1][other + 1]
      {
        difference.append("  \(found[other])")
        line += 1
        other += 1
      } else if line < lines.count, cost == costs[line + 1][other] + found.count + 1 {
        difference.append("- \(lines[line])")
        line += 1
      } else {
        difference.append("+ \(found[other])")
        other += 1
      }
    }
    return difference.joined(separator: "\n")
  }

  /// How many lines differ from a line of both texts on, at best. One that is missing weighs more
  /// than all that are found: as many as can be are to stand beside one another.
  private func costs(_ found: [String]) -> [[Int]] {
    var costs = [[Int]](
      repeating: [Int](repeating: 0, count: found.count + 1), count: lines.count + 1)
    for line in (0...lines.count).reversed() {
      for other in (0...found.count).reversed() {
        var least: [Int] = []
        if line < lines.count {
          least.append(costs[line + 1][other] + (isRest(line) ? 0 : found.count + 1))
        }
        if other < found.count {
          let isTaken = line < lines.count && isRest(line)
          least.append(costs[line][other + 1] + (isTaken ? 0 : 1))
        }
        if line < lines.count, other < found.count, Self.matches(found[other], lines[line]) {
          least.append(costs[line + 1][other + 1])
        }
        costs[line][other] = least.min() ?? 0
      }
    }
    return costs
  }

  private func isRest(_ line: Int) -> Bool { lines[line] == "..." }

  /// Whether a line is as expected.
  static func matches(_ line: String, _ expected: String) -> Bool {
    let parts = parts(of: expected)
    guard parts.count > 1 else { return line == expected }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  /// What stands between the dots; of more than three in a row the last three.
  private static func parts(of expected: String) -> [String] {
    var parts: [String] = []
    var rest = expected[...]
    while var dots = rest.range(of: "...") {
      while rest[dots.upperBound...].hasPrefix(".") {
        dots = rest.index(after: dots.lowerBound)..<rest.index(after: dots.upperBound)
      }
      parts.append(String(rest[..<dots.lowerBound]))
      rest = rest[dots.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// The lines of a text, whatever ends them; one end of line at its end is none of its own.
  private static func lines(of text: String) -> [String] {
    var lines = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
