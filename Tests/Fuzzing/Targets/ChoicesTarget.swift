import Basics
@testable import Normalization
@testable import Questionnaire

/// A multi-select field over any options: the last part is the field, the others are the options.
struct ChoicesTarget {
  private static let separators = [", ", ";", " ", "\n", " | ", "/", "\u{FEFF}", "a"]

  func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let separator = input.choice(of: Self.separators)
    let texts = input.parts.compactMap { String(validating: $0, as: UTF8.self) }
    guard let field = texts.last else { return }
    let choices = texts.dropLast().filter { !TextKey($0).isEmpty }.enumerated().map {
      Choice(name: "\($0.offset)", label: LocalizedText([("en", $0.element)]), synonyms: [])
    }
    let reader = ChoiceReader(choices)
    guard !TextKey(field).isEmpty,
      let found = reader.choices(TextKey(field), separator: separator)
    else { return }
    check(found.allSatisfy(choices.indices.contains), "no such choice: \(found)")
    let order = reader.ranking(TextKey(field), separator: separator)
    check(order.map(Set.init) ?? found == found, "'\(field)' ranks \(order ?? [])")
    // What is ticked, written with each option once, reads as the same or as ambiguous.
    let ticked = found.sorted().map { choices[$0].label.texts.first?.text ?? choices[$0].name }
    let again = reader.choices(TextKey(ticked.joined(separator: separator)), separator: separator)
    check(
      again == nil || again == found, "'\(field)' is \(found), but written again \(again ?? [])")
  }
}
