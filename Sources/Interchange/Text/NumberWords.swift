/// Numbers in running text as the United Nations Editorial Manual has them: words below ten,
/// figures from ten on.
package enum NumberWords {
  private static let words = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// The first number of a text, in words or figures, without the commas between thousands.
  package static func number(in text: String) -> String? {
    if let match = text.firstMatch(of: /\d[\d,]*(?:\.\d+)?/) {
      return String(match.output.filter { $0 != "," })
    }
    let spoken = text.lowercased().split { !$0.isLetter }
    for word in spoken {
      if let number = words.firstIndex(of: String(word)) { return String(number) }
    }
    return nil
  }

  package static func text(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : figure(number)
  }

  /// Figures with a comma between thousands.
  package static func figure(_ number: Int) -> String {
    let digits = Array(String(number))
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
