import Basics

/// How a source tells which unit a record is from.
package enum StateIdentifier: String, Sendable, CaseIterable {
  case name
  case iso3
  case iso2
  case m49
  /// The code of a unit of `units.csv`, where there are no States.
  case code
}

/// Finds the State that a text means, or says why it cannot: it never guesses.
///
/// A name is found when it is, by `NameKey`, a name of exactly one Member State on the day of the
/// cut-off: today's short and formal name in the six languages, the former names of the day,
/// everyday forms, each also in inverted form. A name of another time that was never anybody else's
/// finds its State too, and says so. Codes are looked up only where the pipeline
/// says that codes are used, so that "NA" is Namibia there and nothing elsewhere. Names and codes of
/// units that the collection lists itself are found as they are written, but for case and blanks.
package struct StateResolver: Sendable {
  package enum Outcome: Sendable, Equatable {
    case found(iso3: String)
    /// By a name that the one State, or unit, had or will have on other days alone.
    case foundByOtherName(iso3: String, reason: String)
    case refused(StateRefusal)
  }

  let register: RegisterAsAt
  let identifier: StateIdentifier
  private let names: [StateName]
  /// The numbers of the names with a key.
  private let numbers: [NameKey: [Int]]
  /// The numbers of abbreviations, which are found only as they are written.
  private let abbreviations: [String: [Int]]
  /// The numbers of the names and codes of the collection's own units.
  private let exact: [TextKey: [Int]]
  /// The names of units of the day, to suggest from.
  private let usable: [StateName]
  /// Most texts are a name, so that none is suggested.
  private let suggestions: Deferred<NameSuggestions>

  private static let longest = 1000

  package init(_ register: RegisterAsAt, by identifier: StateIdentifier) {
    self.register = register
    self.identifier = identifier
    let names = Self.names(register, identifier)
    var numbers: [NameKey: [Int]] = [:]
    var abbreviations: [String: [Int]] = [:]
    var exact: [TextKey: [Int]] = [:]
    for (number, name) in names.enumerated() {
      if name.isExact {
        exact[TextKey(name.text), default: []].append(number)
      } else if name.isAbbreviation {
        abbreviations[name.text, default: []].append(number)
      } else {
        for key in Self.keys(name.text, identifier) { numbers[key, default: []].append(number) }
      }
    }
    self.names = names
    self.numbers = numbers
    self.abbreviations = abbreviations
    self.exact = exact
    let usable = names.filter {
      register.isUnit($0.iso3) && ($0.isTodays || $0.validity.contains(register.day))
    }
    self.usable = usable
    suggestions = Deferred { NameSuggestions(usable.map(\.text)) }
  }

  package func resolve(_ text: String) -> Outcome {
    let meant = names(meantBy: text)
    let found = states(of: meant)
    if let iso3 = found.first, found.count == 1,
      meant.contains(where: { $0.iso3 == iso3 && holds($0) })
    {
      return .found(iso3: iso3)
    }
    if let name = nameOfOtherTime(among: meant, found) {
      return .foundByOtherName(iso3: name.iso3, reason: reason(for: text, meaning: name))
    }
    return .refused(
      found.isEmpty ? refusal(of: text, meaning: meant) : ambiguity(of: text, found.sorted()))
  }

  /// The State that a text means, without the trouble of saying why where there is none.
  package func iso3(of text: String) -> String? {
    let meant = names(meantBy: text)
    let found = states(of: meant)
    return found.count == 1 ? found.first : nameOfOtherTime(among: meant, found)?.iso3
  }

  /// A name that a unit of the day has on other days alone: today's, where nobody else has it on the
  /// day, or another one that nobody else has ever had.
  private func nameOfOtherTime(among names: [StateName], _ found: Set<String>) -> StateName? {
    let candidates = found.isEmpty ? Set(names.map(\.iso3)) : found
    guard let iso3 = candidates.first, candidates.count == 1, register.isUnit(iso3) else {
      return nil
    }
    return names.first { $0.iso3 == iso3 }
  }

  /// The units of the day that have one of the names on that day, or today.
  private func states(of names: [StateName]) -> Set<String> {
    Set(names.filter { isUsable($0) }.map(\.iso3))
  }

  private func isUsable(_ name: StateName) -> Bool {
    register.isUnit(name.iso3) && (name.isTodays || holds(name))
  }

  private func holds(_ name: StateName) -> Bool { name.validity.contains(register.day) }

  private func names(meantBy text: String) -> [StateName] {
    // No name comes near this, and a field may hold a megabyte.
    guard text.utf8.count <= Self.longest else { return [] }
    var found: [Int] = []
    for key in Self.keys(text, identifier) { found += numbers[key] ?? [] }
    if identifier == .name {
      found += abbreviations[text.filter { !$0.isWhitespace && $0 != "." }] ?? []
    }
    found += exact[TextKey(text)] ?? []
    return found.map { names[$0] }
  }

  private static func keys(_ text: String, _ identifier: StateIdentifier) -> [NameKey] {
    switch identifier {
    case .name: NameKey.keys(of: text)
    case .iso3, .iso2, .code: [NameKey(code: text)]
    case .m49: [NameKey(m49: text)]
    }
  }

  private static func names(
    _ register: RegisterAsAt, _ identifier: StateIdentifier
  ) -> [StateName] {
    switch identifier {
    case .name: register.allNames + register.ownNames
    case .iso3: codes(register, \.iso3) + register.ownCodes
    case .iso2: codes(register, \.iso2)
    case .m49: codes(register, \.m49)
    case .code: register.ownCodes
    }
  }

  private static func codes(
    _ register: RegisterAsAt, _ code: KeyPath<State, String>
  ) -> [StateName] {
    register.everyone.filter { $0.kind != .organization || register.isUnit($0.iso3) }
      .map { StateName(text: $0[keyPath: code], language: "en", iso3: $0.iso3) }
      .filter { !$0.text.isEmpty }
  }

  /// The three nearest units by the text.
  func nearest(to text: String) -> [String] {
    var found: [String] = []
    var states: Set<String> = []
    for name in suggestions().nearest(to: text).lazy.map({ usable[$0] })
    where states.insert(name.iso3).inserted {
      found.append(printed(name))
      if found.count == 3 { break }
    }
    return found
  }

  /// The unit of a name as it is called on the day: in English, as the finding is, unless the name
  /// is in another script.
  func printed(_ name: StateName) -> String {
    let isLatin = ["", "en", "fr", "es"].contains(name.language)
    return printed(name.iso3, in: isLatin ? "en" : name.language)
  }

  func printed(_ code: String, in language: String = "en") -> String {
    let name = register.name(of: code, in: language)
    return name == code ? code : "\(name) (\(code))"
  }
}
