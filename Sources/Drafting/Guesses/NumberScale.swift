import Basics
import SurveyTools

/// Whole numbers that are rather the points of a scale, or codes of choices, than counts: few, from 1
/// on (or from 0 to 10), each of them in use, and nobody asked how many. Codes such as 99 may stand
/// besides, for those who have no opinion.
struct NumberScale {
  /// The numbers in order, those that are no opinion at the end.
  let labels: [String]

  private static let mostPoints = 10
  /// Fewer answers than this a point, and it may as well be a count.
  private static let answersPerPoint = 2
  /// What asks for a count, in the languages of the tools; blanks stand for the ends of a word.
  private static let counts = [
    " how many ", " how much ", " number of ", " count ", " age ", " years ", " combien ",
    " nombre ", " âge ", " cuánt", " número ", " edad ", " años ", " wie viele ", " anzahl ",
    " alter ", " quant", " idade ", " сколько ", " количество ", " возраст ", "几", "多少",
  ]

  init?(_ numbers: [ExactDecimal], answered: Int, title: String) {
    let all = Set(numbers.compactMap(\.whole)).sorted()
    let codes = NoOpinion.codes(among: all)
    let points = all.filter { !codes.contains($0) }
    guard numbers.allSatisfy(\.isWhole), let first = points.first, let last = points.last,
      first == 1 && last <= Self.mostPoints || first == 0 && last == Self.mostPoints,
      points.count > 1, points.count == last - first + 1 || !codes.isEmpty,
      answered >= Self.answersPerPoint * points.count, !Self.asksForACount(title)
    else { return nil }
    // Beside a code even points that nobody took are points.
    labels = (Array(first...last) + codes.sorted()).map(String.init)
  }

  private static func asksForACount(_ title: String) -> Bool {
    let words = String(title.map { $0.isLetter ? $0 : " " })
    return counts.contains { " \(TextKey(words)) ".contains($0) }
  }
}
