import Basics
import Testing

struct NumberTextTests {
  private static let cases: [(String, Character, Character?, String?)] = [
    ("1234.5", ".", nil, "1234.5"), ("1,234.5", ".", nil, nil), ("1234,5", ".", nil, nil),
    ("1234,5", ",", nil, "1234.5"), ("1.234,5", ",", ".", "1234.5"), ("1.234", ",", ".", "1234"),
    ("1.234", ",", nil, nil), ("1 234 567,25", ",", " ", "1234567.25"),
    ("1\u{A0}234\u{202F}567", ",", " ", "1234567"), ("1’234.5", ".", "'", "1234.5"),
    ("-1 234", ".", " ", "-1234"), ("\u{2212}1 234", ".", " ", "-1234"),
    // A number without groups is one all the same.
    ("1234567", ".", ",", "1234567"),
    // Groups that are none.
    ("1 23", ".", " ", nil), ("1234 567", ".", " ", nil), (",123", ".", ",", nil),
    (",123", ",", ".", "0.123"),
    (".5", ",", ".", nil),
    ("1,,234", ".", ",", nil), ("1,234,", ".", ",", nil), ("1,23,456", ".", ",", nil),
    ("1.5 000", ".", " ", nil), ("1,234-5", ".", ",", nil), ("", ",", ".", nil),
    // Nobody groups the digits of a number below one.
    ("0.125", ",", ".", nil), ("-0,123", ".", ",", nil), ("01,234", ".", ",", nil),
    ("0.125", ".", ",", "0.125"), ("0", ".", ",", "0"), ("10.125", ",", ".", "10125"),
    // Digits of other scripts, and the marks that go with them.
    ("١٢٣٤٫٥", "٫", nil, "1234.5"), ("１２３４．５", ".", nil, "1234.5"), ("१२", ".", nil, "12"),
  ]

  @Test(arguments: cases)
  func numbers(text: String, decimal: Character, thousands: Character?, expected: String?) {
    let numbers = NumberText(decimalMark: decimal, thousandsMark: thousands)
    #expect(numbers.number(TextKey(text))?.description == expected)
  }
}
