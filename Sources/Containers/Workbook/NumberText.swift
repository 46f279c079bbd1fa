import Basics

/// The numbers of a workbook as text.
enum NumberText {
  /// The shortest digits that are the same number: `41310`, `0.1`, `0.00001`; without an exponent
  /// as long as the digits of an answer do.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    // The shortest form, which Swift prints in one of two notations: nearly always in this one.
    let description = value.description
    guard description.utf8.contains(UInt8(ascii: "e")) else {
      return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }
    let printed = value.magnitude.description.split(separator: "e")
    let mantissa = printed[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let digits = (mantissa[0] + fraction).drop { $0 == "0" }
    let leading = (mantissa[0] + fraction).count - digits.count
    // Where the point stands: so many digits from the first one that counts.
    let exponent = printed.count > 1 ? Int(printed[1]) ?? 0 : 0
    let point = mantissa[0].count - leading + exponent
    return (value < 0 ? "-" : "") + decimal(digits, point: point)
  }

  private static func decimal(_ digits: Substring, point: Int) -> String {
    let trimmed = digits.reversed().drop { $0 == "0" }.reversed()
    let digits = String(trimmed)
    let most = ExactDecimal.mostDigits
    let zeroes = { (count: Int) in String(repeating: "0", count: count) }
    switch point {
    case digits.count - most...0: return "0.\(zeroes(-point))\(digits)"
    case digits.count...most: return digits + zeroes(point - digits.count)
    case 1..<max(2, digits.count): return "\(digits.prefix(point)).\(digits.dropFirst(point))"
    default:
      let rest = digits.dropFirst()
      let sign = point > 0 ? "+" : "-"
      return "\(digits.prefix(1))\(rest.isEmpty ? "" : ".\(rest)")E\(sign)\((point - 1).magnitude)"
    }
  }
}
