package import Basics

/// The registers as they stood on one day, the cut-off of a collection, with what its `units.csv` says
/// of the day.
package struct RegisterAsAt: Sendable {
  package let day: CalendarDate
  /// The Member States of the United Nations on that day, in order of their code.
  package let members: [State]
  /// The codes of the units that were to report, in order: the Member States of the United Nations on
  /// that day, and the units of the collection's own.
  package let units: [String]

  /// The languages in which all units have names.
  package let languages: [String]

  private let register: Register
  private let unitCodes: Set<String>
  /// The lines of `units.csv` about units of the collection's own, for all days.
  private let ownUnits: [ListedUnit]
  /// What `units.csv` says on the day, by code.
  private let listed: [String: ListedUnit]
  /// Who is never a Member State and was not to report, in order of the code.
  private let outsiders: [State]
  private let byCode: [String: State]
  private let groupByState: [String: String]
  private let actions: [StandingKey: [Register.TreatyAction]]

  private struct StandingKey: Hashable {
    let treaty: String
    let iso3: String
  }

  /// - Parameter list: What the collection says of units itself.
  package init(_ register: Register, on day: CalendarDate, and list: UnitList = .none) {
    self.day = day
    self.register = register
    let states = register.states.sorted { $0.iso3 < $1.iso3 }
    let byCode = Dictionary(states.map { ($0.iso3, $0) }, uniquingKeysWith: { first, _ in first })
    let listed = list.units(on: day)
    members = states.filter { $0.kind == .state && $0.membership.contains(day) }
    // A line about a State says more of it, and makes no Member State of one that was none.
    ownUnits = list.units.filter { byCode[$0.code]?.kind != .state }
    let own = ownUnits.filter { $0.validity.contains(day) }.map(\.code)
    units = (members.map(\.iso3) + own).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let unitCodes = Set(units)
    self.unitCodes = unitCodes
    outsiders = states.filter { $0.kind != .state && !unitCodes.contains($0.iso3) }
    languages = states.isEmpty ? list.languages(on: day) : Register.languages
    self.byCode = byCode
    self.listed = Dictionary(listed.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    groupByState = Dictionary(
      register.memberships.filter { $0.validity.contains(day) }.map { ($0.iso3, $0.group) },
      uniquingKeysWith: { first, _ in first })
    actions = Dictionary(grouping: register.treatyActions) {
      StandingKey(treaty: $0.treaty, iso3: $0.iso3)
    }
  }

  /// Who participates in a treaty besides the reporting units, in order of the code.
  package func otherParticipants(in treaty: String?) -> [State] {
    guard let treaty else { return [] }
    return outsiders.filter { isParticipant($0.iso3, in: treaty) }
  }

  /// Whether a State or organization is one of those whom a treaty admits on the day.
  ///
  /// A treaty of all States admits whoever the depositary takes for one: of States that are no Member
  /// States those that have signed or deposited.
  package func isParticipant(_ code: String, in treaty: String) -> Bool {
    guard let state = byCode[code], isAdmitted(state, to: treaty) else { return false }
    let isNamed = admissions(to: treaty).contains { $0.admits == .one(code) }
    guard state.kind == .nonMember, !isNamed else { return true }
    return standing(of: code, in: treaty).status != .nonSignatory
  }

  private func isAdmitted(_ state: State, to treaty: String) -> Bool {
    admissions(to: treaty).contains { $0.admits.includes(state) }
  }

  private func admissions(to treaty: String) -> [Register.Admission] {
    register.admissions.filter { $0.treaty == treaty && $0.validity.contains(day) }
  }

  /// The regional groups of the day, in the order of the register, with their names.
  package func regionalGroups(in language: String) -> [(code: String, name: String)] {
    register.groups.filter { $0.validity.contains(day) }.map { group in
      (group.code, group.names[language] ?? group.names["en"] ?? group.code)
    }
  }

  /// The regional group of a State; nil for one in no group.
  package func regionalGroup(of iso3: String) -> String? {
    groupByState[iso3]
  }

  /// The name that is printed: of a State the official one of the day, else today's; of a unit of the
  /// collection's own what `units.csv` calls it.
  package func name(of code: String, in language: String) -> String {
    guard let state = byCode[code] else { return listed[code]?.name(in: language) ?? code }
    return officialName(of: code, in: language)?.name ?? state.names[language] ?? state.names["en"]
      ?? code
  }

  /// The name as it stands in a sentence, with its article: "the Czech Republic", "l'Algérie".
  package func nameInSentence(of code: String, in language: String) -> String {
    let name = name(of: code, in: language)
    let article =
      officialName(of: code, in: language).map(\.article) ?? byCode[code]?.articles[language]
      ?? listed[code]?.articles[language] ?? ""
    return article.isEmpty || article.hasSuffix("'") || article.hasSuffix("’")
      ? article + name : "\(article) \(name)"
  }

  /// The name the State had on the day, where it was not today's.
  private func officialName(of iso3: String, in language: String) -> Register.FormerName? {
    register.formerNames.first { name in
      name.iso3 == iso3 && name.language == language && name.validity.contains(day)
    }
  }

  /// Where a unit or organization stood towards a treaty by the end of the day.
  ///
  /// Ratification, acceptance, approval, accession and succession all count as a deposit; entry
  /// into force for the State follows later and does not matter here.
  package func standing(of iso3: String, in treaty: String) -> TreatyStanding {
    TreatyStanding(
      actions[StandingKey(treaty: treaty, iso3: iso3)] ?? [], on: day,
      isAdmitted: byCode[iso3].map { isAdmitted($0, to: treaty) } ?? false)
  }
}

extension RegisterAsAt {
  /// All States and organizations whatever the day, for names that no longer or not yet hold.
  var everyone: [State] { register.states }

  /// Whether there are States at all, and not the units of a list alone.
  var hasStates: Bool { !register.states.isEmpty }

  package subscript(iso3: String) -> State? { byCode[iso3] }

  /// Whether a unit was to report.
  package func isUnit(_ code: String) -> Bool { unitCodes.contains(code) }

  /// The forms in which the units are known by code, whatever the day.
  package var knownCodes: Set<TextKey> {
    Set((everyone.map(\.iso3) + ownUnits.map(\.code)).map { TextKey($0) })
  }

  /// The value of an attribute of the collection's own, by its index; nil where `units.csv` has none
  /// on the day.
  package func value(ofAttribute index: Int, of code: String) -> String? {
    guard let value = listed[code]?.values[index], !value.isEmpty else { return nil }
    return value
  }

  /// The names by which units may be called on the day in a text of a language, also those of States
  /// that are no Member States then.
  package func spokenNames(in language: String) -> [(name: String, iso3: String)] {
    let ofStates = allNames.filter {
      $0.language == language && self[$0.iso3]?.kind != .organization
    }
    let own = ownNames.filter { ["", language].contains($0.language) }
    return (ofStates + own).filter { $0.isTodays || $0.validity.contains(day) }
      .map { ($0.text, $0.iso3) }
  }

  /// Every name of every State and organization, whatever the day.
  var allNames: [StateName] { register.allNames }

  /// Every name of the units of the collection's own, whatever the day; of one without names its code.
  var ownNames: [StateName] {
    ownUnits.flatMap { unit in
      let isNameless = unit.names.isEmpty && byCode[unit.code] == nil
      return (isNameless ? ["": unit.code] : unit.names).sorted { $0.key < $1.key }.map {
        StateName(
          text: $1, language: $0, iso3: unit.code, validity: unit.validity, isExact: true)
      }
    }
  }

  /// Every code of the units of the collection's own, whatever the day.
  var ownCodes: [StateName] {
    ownUnits.map {
      StateName(text: $0.code, language: "", iso3: $0.code, validity: $0.validity, isExact: true)
    }
  }
}

extension Register {
  /// Every name of every State and organization, whatever the day.
  var allNames: [StateName] {
    let former = formerNames.map {
      StateName(text: $0.name, language: $0.language, iso3: $0.iso3, validity: $0.validity)
    }
    // Today's name is that of the time after the last former one.
    let firstDays = Self.lastEnds(of: former)
    let firstDaysOfFormal = Self.lastEnds(of: otherNames.filter(\.isFormal))
    let today = states.flatMap { state in
      Self.languages.compactMap { language in
        state.names[language].map {
          StateName(
            text: $0, language: language, iso3: state.iso3,
            validity: ValidityPeriod(from: firstDays[state.iso3 + language] ?? nil, to: nil),
            isTodays: true)
        }
      } + [
        StateName(
          text: state.formalName, language: "en", iso3: state.iso3,
          validity: ValidityPeriod(from: firstDaysOfFormal[state.iso3 + "en"] ?? nil, to: nil))
      ]
    }
    return (today + former + otherNames).filter { !$0.text.isEmpty }
  }

  /// The last day of the names that a State had in a language, by both; nil for one that has no end.
  private static func lastEnds(of names: [StateName]) -> [String: CalendarDate?] {
    Dictionary(
      names.map { ($0.iso3 + $0.language, $0.validity.to) },
      uniquingKeysWith: { one, other in
        guard let one, let other else { return nil }
        return max(one, other)
      })
  }
}
