import Tabular

/// How a source tells which State a record is from.
package enum StateIdentifier: String, Sendable, CaseIterable {
  case name
  case iso3
  case iso2
  case m49
}

/// Finds the State that a text means, or says why it cannot: it never guesses.
///
/// Names are those of the day in all languages of the register, former names, everyday forms and
/// formal names; compared by `TextKey`, with or without a leading "the". Codes are looked
/// up only where the pipeline says that codes are used, so that "NA" is Namibia there and nothing
/// elsewhere.
package struct StateResolver: Sendable {
  package enum Outcome: Sendable, Equatable {
    case found(iso3: String)
    /// No State, with the reason and the nearest names.
    case refused(reason: String, suggestions: [String])
  }

  private let register: RegisterAsAt
  private let identifier: StateIdentifier
  /// What each text means: more than one code makes it ambiguous.
  private let meanings: [TextKey: Set<String>]
  private let members: Set<String>
  /// Official names of other times: refused, but with the State they were of.
  private let otherTimes: [TextKey: Register.FormerName]

  package init(_ register: RegisterAsAt, by identifier: StateIdentifier) {
    self.register = register
    self.identifier = identifier
    members = Set(register.members.map(\.iso3))
    var meanings: [TextKey: Set<String>] = [:]
    func add(_ text: String, _ iso3: String) {
      if !text.isEmpty { meanings[Self.key(text), default: []].insert(iso3) }
    }
    for state in register.everyone where !state.isOrganization {
      switch identifier {
      case .iso3: add(state.iso3, state.iso3)
      case .iso2: add(state.iso2, state.iso3)
      case .m49: add(state.m49, state.iso3)
      case .name:
        for name in state.names.values { add(name, state.iso3) }
        add(state.formalName, state.iso3)
      }
    }
    if identifier == .name {
      for name in register.formerNames
      where name.validity.contains(register.day) || !name.isOfficial {
        add(name.name, name.iso3)
      }
    }
    self.meanings = meanings
    otherTimes = Dictionary(
      register.formerNames
        .filter { identifier == .name && $0.isOfficial && !$0.validity.contains(register.day) }
        .map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func resolve(_ text: String) -> Outcome {
    let meant = meanings[Self.key(text)] ?? []
    let present = meant.intersection(members)
    if let iso3 = present.first, present.count == 1 { return .found(iso3: iso3) }
    if present.count > 1 {
      return .refused(
        reason: "'\(text)' is the name of more than one State",
        suggestions: present.sorted().map(printed))
    }
    if let iso3 = meant.sorted().first {
      return .refused(
        reason: "'\(text)' (\(iso3)) was not a Member State on \(register.day)",
        suggestions: nearest(to: text))
    }
    if let former = otherTimes[Self.key(text)], members.contains(former.iso3) {
      return .refused(
        reason: "'\(text)' was not the name of a State on \(register.day)",
        suggestions: [printed(former.iso3)])
    }
    return .refused(
      reason: "'\(text)' is no \(identifier == .name ? "name" : "\(identifier.rawValue) code")"
        + " of a State",
      suggestions: nearest(to: text))
  }

  /// The three nearest names, whatever their distance: every refusal has suggestions.
  private func nearest(to text: String) -> [String] {
    let candidates = meanings.filter { !$0.value.isDisjoint(with: members) }
    let near = Suggestion.nearest(
      to: Self.key(text).text, among: candidates.keys.map(\.text).sorted(), within: .max, limit: 12)
    var found: [String] = []
    for key in near {
      for iso3 in (meanings[TextKey(key)] ?? []).sorted() where members.contains(iso3) {
        let name = printed(iso3)
        if !found.contains(name) { found.append(name) }
      }
    }
    return Array(found.prefix(3))
  }

  private func printed(_ iso3: String) -> String {
    "\(register.name(of: iso3, in: "en")) (\(iso3))"
  }

  private static func key(_ text: String) -> TextKey {
    let key = TextKey(text)
    return key.text.hasPrefix("the ") ? TextKey(key.text.dropFirst(4)) : key
  }
}
