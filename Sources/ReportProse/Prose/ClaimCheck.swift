import Basics
import Definition
import DisclosureControl
import Findings
import Phrases
import Statistics

/// Holds what an author says of a cell against the cell.
///
/// Reports: a quantifier that the scale does not give to the share, or does not have; a number, base
/// or percentage that differs; a list that leaves out or adds a State, unless words such as "for
/// example" say that it is not complete; and two words of the scale for one cell.
struct ClaimCheck {
  let pipeline: PipelineDefinition
  let states: StateNames

  private var numbers: NumberStyle { pipeline.numbers }

  func objections(to claim: Claim) -> [Objection] {
    let found: [Objection?]
    switch claim.keyword {
    case .quantifier: found = [quantifier(claim), share(claim)]
    case .percent: found = [percent(claim), share(claim)]
    case .base: found = [number(claim, right: claim.base, what: "base")]
    case .number, .figure: found = [number(claim, right: claim.count, what: "count"), share(claim)]
    case .list, .names: return list(claim)
    case .title, .cutOff, .scale, .mention: return []
    }
    let objections = found.compactMap(\.self)
    return objections.isEmpty ? [stray(claim)].compactMap(\.self) : objections
  }

  /// The claims that use another word of the scale for a cell than an earlier one.
  func contradictions(among claims: [(path: String, claim: Claim)]) -> [(
    path: String, line: Int, objection: Objection
  )] {
    var first: [String: (path: String, line: Int, word: String)] = [:]
    var found: [(String, Int, Objection)] = []
    for (path, claim) in claims where claim.keyword == .quantifier {
      guard let word = scaleWord(in: claim.words) else { continue }
      let cell = claim.cell
      guard let earlier = first[cell] else {
        first[cell] = (path, claim.line, word)
        continue
      }
      if earlier.word != word {
        found.append(
          (
            path, claim.line,
            .twoWordsOneCell(
              word, of: claim, against: earlier.word, at: "\(earlier.path):\(earlier.line)")
          ))
      }
    }
    return found
  }

  private func quantifier(_ claim: Claim) -> Objection? {
    guard let share = claim.share else { return nil }
    let right = share.word(of: pipeline.quantifiers)
    guard let word = scaleWord(in: claim.words) else {
      return .wordNotInScale(claim, share, right: right)
    }
    return word == right ? nil : .wordNotBorneOut(word, of: claim, share, right: right)
  }

  /// The longest word of the scale that stands in a text; nil where the word before or behind makes another
  /// one of it, as in "not all" and "all but one".
  private func scaleWord(in text: String) -> String? {
    let padded = " \(Self.plain(text)) "
    let found = pipeline.quantifiers.entries.map(\.word)
      .filter { padded.contains(" \(Self.plain($0)) ") }
      .max { $0.count < $1.count }
    guard let found, let range = padded.firstRange(of: " \(Self.plain(found)) ") else { return nil }
    let before = padded[..<range.lowerBound].split(separator: " ").last
    let behind = padded[range.upperBound...].split(separator: " ").prefix(2).map(String.init)
    // "Most but not all" is most.
    let isButSome = behind.first == "but" && behind.last != "not"
    let isOther =
      before.map { Self.modifiers.contains(String($0)) } == true || isButSome
      || behind.first.map(Self.exceptions.contains) == true
    return isOther ? nil : found
  }

  /// Words behind one of the scale, or among names, that take something out again: "all but one".
  private static let exceptions: Set = [
    "except", "excepting", "excluding", "minus", "sauf", "hormis", "excepté", "salvo",
    "excepto",
    "кроме", "除", "باستثناء",
  ]

  private static let modifiers: Set = [
    "not", "nearly", "almost", "virtually", "practically", "hardly", "barely", "than", "over",
    "under",
    "about", "around", "roughly", "approximately", "pas", "presque", "environ", "casi", "не",
    "почти",
  ]

  private static func plain(_ text: String) -> String {
    TextKey(text).text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// - Parameter right: Nil where it is withheld, so that nothing can be said against the words.
  private func number(_ claim: Claim, right: Int?, what: String) -> Objection? {
    guard let right else { return nil }
    let spoken = self.number(in: claim, orBase: claim.keyword == .base)
    // 411 per cent are no 411.
    let said = spoken.map { $0.isPercent ? "\($0.figures) per cent" : $0.figures }
    // Of what is rounded to 0 there may be some.
    let isNone = right == 0 && claim.isRounded && !claim.words.contains("0")
    guard said != String(right) || isNone else { return nil }
    if isNone && said == "0" { return .roundedToNone(in: claim, what: what) }
    return said == nil
      ? .noNumber(in: claim, what: what, right, by: numbers)
      : .wrongNumber(in: claim, what: what, right, by: numbers)
  }

  /// The first number that is no base, unless only a base can be meant: of those that are per cent, where that is
  /// asked for, and else of the others, if there are any.
  private func number(in claim: Claim, orBase: Bool = false) -> SpokenNumber? {
    let said = numbers.numbers(in: claim.words).filter { orBase || !$0.isBase }
    return said.first { $0.isPercent == (claim.keyword == .percent) } ?? said.first
  }

  /// What is said of how many: "51 of the 53", "(51 of 52)".
  private func share(_ claim: Claim) -> Objection? {
    guard let base = claim.base else { return nil }
    let said = numbers.numbers(in: claim.words)
    for (index, number) in said.enumerated() where number.isBase {
      guard number.figures == String(base) else {
        return .wrongNumber(in: claim, what: "base", base, by: numbers)
      }
      let isCounted = index > (claim.keyword == .percent ? 1 : 0) && claim.keyword != .number
      guard isCounted, let count = claim.count, said[index - 1].figures != String(count) else {
        continue
      }
      return .wrongNumber(in: claim, what: "count", count, by: numbers)
    }
    return nil
  }

  private func percent(_ claim: Claim) -> Objection? {
    let said = number(in: claim)?.figures
    guard let share = claim.share, let right = share.percent(as: said ?? "") else {
      return .percentOfNobody(claim)
    }
    guard said != right, said != share.printed else { return nil }
    return .wrongPercent(claim, share, right: right, by: numbers)
  }
}

// MARK: - Further numbers

extension ClaimCheck {
  /// A number in figures that nothing of the cell bears out, beside those that were looked at: 99 in "411 of 1,234
  /// (99 per cent)", 40 in "33 to 40 per cent". Numbers in words are let be: "all but one".
  private func stray(_ claim: Claim) -> Objection? {
    // Of what is withheld nothing is told.
    guard let count = claim.count, let base = claim.base else { return nil }
    let ofScale = scaleWord(in: claim.words).map { numbers.numbers(in: $0).map(\.figures) } ?? []
    let found = numbers.numbers(in: claim.words).first { number in
      let isPercent = number.isPercent || claim.keyword == .percent && !number.isBase
      let percents =
        isPercent
        ? [claim.share?.printed, claim.share?.percent(as: number.figures)].compactMap(\.self) : []
      let counts = number.isPercent ? [] : [String(count), String(base)]
      return !number.isSpelled && !(percents + counts + ofScale).contains(number.figures)
    }
    return found.map { .strayNumber($0.figures, in: claim) }
  }
}

extension PrintedShare {
  /// The percentage with as many decimals as a number has; nil where there is none.
  func percent(as figures: String) -> String? {
    percent?.percent(decimals: figures.split(separator: ".").dropFirst().first?.count ?? 0)
  }
}

// MARK: - Lists

extension ClaimCheck {
  /// What says that a list is not complete.
  private static let examples = [
    "for example", "for instance", "such as", "including", "inter alia", "e.g.", "among them",
    "par exemple", "notamment", "por ejemplo", "entre otros", "например",
  ]

  private func list(_ claim: Claim) -> [Objection] {
    let said = states.mentions(in: claim.words)
    let behind = claim.units.map(\.key)
    var objections: [Objection] = []
    let others = said.filter { !behind.contains($0.iso3) }
    if !others.isEmpty {
      objections.append(.listNamesOthers(others.map(\.name), claim))
    }
    let isExample = Self.examples.contains { TextKey(claim.words).text.contains($0) }
    let words = Self.plain(claim.words).split(separator: " ").map(String.init)
    if let word = words.first(where: Self.exceptions.contains) {
      objections.append(.listExcept(word, claim))
    }
    let missing = claim.units.filter { unit in !said.contains { $0.iso3 == unit.key } }
    if !isExample && !missing.isEmpty {
      objections.append(
        .listIncomplete(
          claim, named: said.count - others.count, missing: missing.map(\.name)))
    }
    // "And three others".
    let further = numbers.numbers(in: claim.words).first {
      !$0.isBase && $0.figures != String(claim.units.count)
    }
    if objections.isEmpty, !isExample, let further {
      objections.append(.strayNumber(further.figures, in: claim))
    }
    return objections
  }
}

extension QuantifierScale {
  /// The word for a percentage.
  func word(for percent: Quantity) -> String? {
    switch percent {
    case .exact(let number): word(for: number)
    case .count, .real, .date, .text: nil
    }
  }
}
