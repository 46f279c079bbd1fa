import Basics
import Definition
import Findings
import Interchange

extension Objection {
  static func sameNumbers(_ count: Int, with file: String) -> Objection {
    Objection(
      .sameNumbers,
      "it numbers its respondents from 1, and so does \(file): \(count) numbers are in both, and taken "
        + "for the same respondents")
  }
}

/// Sources that each count their respondents from 1.
struct SameNumbers {
  private let numbered: [(file: String, numbers: Set<Int>)]

  init(_ sources: [PreparedSource]) {
    numbered = sources.compactMap { source in
      guard let column = source.mapping.unit, !source.definition.isShared,
        source.definition.repetition == nil, !source.entry.isMended
      else { return nil }
      let texts = source.texts[column].filter { $0.count > 0 }
      let numbers = Set(texts.compactMap { CalendarDate.number($0.text) })
      let isCount =
        numbers.count == texts.count && numbers.contains(1)
        && numbers.max() ?? 0 <= 2 * numbers.count
      return isCount ? (source.entry.file, numbers) : nil
    }
  }

  var findings: [Finding] {
    numbered.enumerated().compactMap { index, source in
      for earlier in numbered[..<index] {
        let common = earlier.numbers.intersection(source.numbers)
        if !common.isEmpty {
          return Finding(
            .sameNumbers(common.count, with: earlier.file), at: Position(source: source.file))
        }
      }
      return nil
    }
  }
}
