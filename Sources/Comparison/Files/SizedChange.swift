import Basics

/// A difference of shares, ordered by its size whatever its direction.
struct SizedChange: Comparable {
  /// In percentage points.
  let points: Rational

  var isFall: Bool { points.sign < 0 }

  /// Without a sign, rounded half up, and never nothing where there is something.
  func text(decimals: Int) -> String {
    let size = points.magnitude
    for decimals in decimals..<12 {
      let text = size.text(decimals: decimals)
      if size.sign == 0 || text.contains(where: { $0 != "0" && $0 != "." }) { return text }
    }
    return size.fullText
  }

  static func < (left: SizedChange, right: SizedChange) -> Bool {
    left.points.magnitude < right.points.magnitude
  }

  static func == (left: SizedChange, right: SizedChange) -> Bool {
    left.points.magnitude == right.points.magnitude
  }
}
