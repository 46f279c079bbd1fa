import Basics

/// How the numbers of a column are written that have no decimal point: `3,5`, `1.234,5`, `1 234,5`.
struct NumberMarks {
  let marks: NumberText
  let numbers: [ExactDecimal]

  /// Of ways that mean the same, the first has the fewest marks.
  private static let ways = [
    NumberText(decimalMark: ","), .decimalPoint,
    NumberText(decimalMark: ".", thousandsMark: " "),
    NumberText(decimalMark: ".", thousandsMark: "'"),
    .decimalComma,
    NumberText(decimalMark: ",", thousandsMark: " "),
    NumberText(decimalMark: ",", thousandsMark: "'"),
  ]

  /// - Returns: Nil where some text is no number, or none has decimals: `555 123` may be anything. Of `1,234`
  ///   alone nobody can tell whether it has.
  init?(_ texts: [String]) {
    let keys = texts.map { TextKey($0).text }
    let readings = Self.readings(keys)
    guard let first = readings.first, readings.allSatisfy({ $0.numbers == first.numbers }),
      let reading = readings.first(where: { reading in
        keys.contains { $0.contains(reading.marks.decimalMark) }
      })
    else { return nil }
    self = reading
  }

  /// What a comma in numbers may be.
  enum Comma {
    case decimals
    case thousands
    /// Nobody can tell: `1,250`.
    case either
  }

  /// What the comma is where most texts are numbers and some have one, with or without a unit behind or before
  /// them, though some are none: `3,5`, `27,6 %`, `€ 3,50` and `no answer`. Such a comma joins no ticks.
  static func comma(of texts: [(text: String, count: Int)]) -> Comma? {
    let numbers = texts.compactMap { entry -> (text: String, hasUnit: Bool, count: Int)? in
      let key = TextKey(entry.text).text
      guard let last = key.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
      let first = Self.startOfNumber(key)
      guard first <= last else { return nil }
      let number = String(key[first...last])
      return ways.contains { $0.number(number) != nil }
        ? (number, number.count < key.count, entry.count) : nil
    }
    let (found, all) = (numbers.reduce(0) { $0 + $1.count }, texts.reduce(0) { $0 + $1.count })
    let written = numbers.map(\.text)
    // Codes have no unit.
    let areCodes =
      mayBeTicks(written) && !numbers.contains { $0.hasUnit && $0.text.contains(",") }
    guard found * 2 > all, written.contains(where: { $0.contains(",") }), !areCodes else {
      return nil
    }
    let readings = readings(written)
    let marks = Set(readings.map(\.marks.decimalMark))
    return marks.isEmpty ? nil : marks.count > 1 ? .either : marks == [","] ? .decimals : .thousands
  }

  /// Where a text begins but for a currency, or a short word for one: `€`, `EUR`, `CHF`.
  private static func startOfNumber(_ key: String) -> String.Index {
    let unit = key.prefix { $0.isLetter || $0.isCurrencySymbol || $0 == "." }
    guard unit.count <= 4, unit.contains(where: { $0.isLetter || $0.isCurrencySymbol }) else {
      return key.startIndex
    }
    return key[unit.endIndex...].firstIndex { $0 != " " } ?? key.endIndex
  }

  /// Whether a point may stand between thousands in all numbers that have one, as in `4.756`.
  static func mayBeGrouped(_ texts: [String]) -> Bool {
    let keys = texts.map { TextKey($0).text }
    let isGrouped = keys.allSatisfy { key in
      !key.contains(".") || NumberText.decimalComma.number(key) != nil
    }
    return isGrouped && keys.contains { $0.contains(".") }
  }

  /// No question has more options.
  private static let mostCodes = 40

  /// Whether all with a comma may as well be codes that were ticked, such as `1,3`: two of them, the second one
  /// higher.
  static func mayBeTicks(_ texts: [String]) -> Bool {
    texts.allSatisfy { text in
      let parts = TextKey(text).text.split(separator: ",", omittingEmptySubsequences: false)
      let codes = parts.compactMap { CalendarDate.number($0) }
      return codes.map(String.init) == parts.map(String.init) && codes.count <= 2
        && codes.first != codes.dropFirst().last && codes == codes.sorted()
        && codes.allSatisfy { $0 <= mostCodes }
    }
  }

  /// Whether the texts are numbers all the same, in more ways than one.
  static func areAmbiguous(_ texts: [String]) -> Bool {
    let readings = readings(texts.map { TextKey($0).text })
    return readings.contains { $0.numbers != readings[0].numbers }
  }

  private static func readings(_ keys: [String]) -> [NumberMarks] {
    ways.compactMap { way in
      let numbers = keys.compactMap(way.number)
      return numbers.count == keys.count ? NumberMarks(marks: way, numbers: numbers) : nil
    }
  }

  private init(marks: NumberText, numbers: [ExactDecimal]) {
    self.marks = marks
    self.numbers = numbers
  }

  /// The keys of an entry of `answers`.
  var keys: String {
    let marks = [
      (key: "decimal-mark", mark: marks.decimalMark == "." ? nil : marks.decimalMark),
      (key: "thousands-mark", mark: marks.thousandsMark),
    ]
    return marks.compactMap { entry in entry.mark.map { "\(entry.key): \"\($0)\"" } }
      .joined(separator: ", ")
  }
}
