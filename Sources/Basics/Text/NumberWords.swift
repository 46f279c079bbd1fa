/// Numbers in running text as the United Nations Editorial Manual has them: words below ten,
/// figures from ten on.
package enum NumberWords {
  private static let words = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// A number that stands in a text.
  package struct Spoken: Sendable, Equatable {
    /// In figures, without the commas between thousands.
    package let figures: String
    /// Whether it says of how many something is said: "of the 52".
    package let isBase: Bool
  }

  /// The numbers of a text, in words or figures.
  package static func numbers(in text: String) -> [Spoken] {
    var numbers: [Spoken] = []
    var isAfterOf = false
    var ten: Int?
    for match in text.lowercased().matches(of: /\d[\d,]*(?:\.\d+)?|\p{L}+/) {
      let word = String(match.output)
      if let started = ten.take(), let unit = words.firstIndex(of: word), (1...9).contains(unit) {
        numbers[numbers.count - 1] = Spoken(
          figures: String(started + unit), isBase: numbers[numbers.count - 1].isBase)
        continue
      }
      if word.first?.isNumber == true {
        numbers.append(Spoken(figures: word.filter { $0 != "," }, isBase: isAfterOf))
      } else if let number = words.firstIndex(of: word) {
        numbers.append(Spoken(figures: String(number), isBase: isAfterOf))
      } else if let index = tens.firstIndex(of: word) {
        ten = 20 + 10 * index
        numbers.append(Spoken(figures: String(20 + 10 * index), isBase: isAfterOf))
      }
      isAfterOf = word == "of" || (isAfterOf && ["the", "all", "these", "those"].contains(word))
    }
    return numbers
  }

  package static func text(_ number: Int) -> String {
    (0..<10).contains(number) ? words[number] : figure(number)
  }

  /// Figures with a comma between thousands.
  package static func figure(_ number: Int) -> String {
    let digits = Array(String(number))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
