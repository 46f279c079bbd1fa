import Basics

/// A difference of shares, ordered by its size whatever its direction.
struct SizedChange: Comparable {
  /// In hundredths of the whole: `numerator / denominator` percentage points.
  let numerator: Int128
  let denominator: Int128

  var isFall: Bool { numerator < 0 }

  /// Without a sign, rounded half up, and never nothing where there is something.
  func points(places: Int) -> String {
    let size = Int128(numerator.magnitude)
    for places in places..<12 {
      let text = Ratio.fixed(size, over: denominator, places: places)
      if numerator == 0 || text.contains(where: { $0 != "0" && $0 != "." }) { return text }
    }
    return Ratio.exact(size, over: denominator)
  }

  static func < (left: SizedChange, right: SizedChange) -> Bool {
    left.numerator.magnitude * right.denominator.magnitude
      < right.numerator.magnitude * left.denominator.magnitude
  }

  static func == (left: SizedChange, right: SizedChange) -> Bool {
    !(left < right) && !(right < left)
  }
}
