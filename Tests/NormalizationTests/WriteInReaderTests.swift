@testable import Normalization
@testable import Questionnaire
import Testing

struct WriteInReaderTests {
  private static let choices = ChoiceReader(
    [
      ("tea", "Tea"), ("hot", "Milk, hot"), ("water", "Water"), ("both", "Tea, Water"),
      ("band", "2-5"), ("other", "Other"),
    ].map { Choice(name: $0.0, label: LocalizedText([("", $0.1)]), synonyms: []) })

  private func reading(
    _ text: String, _ separators: [String] = [", ", ";"]
  ) throws -> WriteInReader.Reading? {
    try #require(WriteInReader(Self.choices, separators: separators)).reading(of: text)
  }

  private static let fields: [(String, Set<Int>, String)] = [
    ("Tea, oat milk, cold", [0], "oat milk, cold"), ("birch sap", [], "birch sap"),
    ("Milk, hot, Birch  sap", [1], "Birch  sap"), ("birch sap, Milk, hot", [1], "birch sap"),
    ("TEA;birch sap, cold;", [0], "birch sap, cold"), ("a, Water, b", [2], "a, b"),
    ("Other, birch sap", [], "birch sap"), ("Tea., sap", [0], "sap"),
    ("sap, Milk", [], "sap, Milk"),
  ]

  @Test(arguments: fields)
  func choicesAndWhatIsNone(field: String, choices: Set<Int>, text: String) throws {
    let found = try reading(field)
    #expect(found == .init(choices: choices, text: text))
  }

  /// Nothing but choices; what Excel made of one; and options that can be taken in two ways.
  @Test(arguments: [
    "Tea, Water", "Tea", "Other", "Tea, 5-Feb", "#REF!", "Tea, Water, sap", "", ", ",
  ])
  func noWriteIns(field: String) throws {
    #expect(try reading(field) == nil)
  }

  /// A field of one answer is one text, whatever stands in it.
  @Test func oneAnswer() throws {
    #expect(try reading(" sap, or Tea ", []) == .init(choices: [], text: "sap, or Tea"))
    #expect(try reading("2-May", []) == nil)
  }

  /// Which separator it is shows where only one tells a choice; never where both tell another.
  @Test func twoSeparators() throws {
    #expect(try reading("Tea; sap, Water") == nil)
    #expect(try reading("sap; Tea, cold") == .init(choices: [], text: "sap; Tea, cold"))
    #expect(try reading("sap; cold, Tea") == .init(choices: [0], text: "sap; cold"))
  }

  @Test func withoutAChoiceOther() {
    let reader = ChoiceReader([Choice(name: "tea", label: LocalizedText([]), synonyms: [])])
    #expect(WriteInReader(reader, separators: []) == nil)
  }

  @Test(.timeLimit(.minutes(15)))
  func cellOfOneMegabyte() throws {
    let text = String(repeating: "Tea;sap;", count: 12_000)
    #expect(try reading(text)?.choices == [0])
  }
}
