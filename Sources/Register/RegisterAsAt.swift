package import Basics

/// The registers as they stood on one day: the cut-off of a collection.
package struct RegisterAsAt: Sendable {
  package let day: CalendarDate
  /// The Member States of the United Nations on that day, in order of their code.
  package let members: [State]

  private let register: Register
  /// Who is never a Member State, in order of the code.
  private let outsiders: [State]
  private let byCode: [String: State]
  private let groupByState: [String: String]
  private let standings: [StandingKey: TreatyStanding]

  private struct StandingKey: Hashable {
    let treaty: String
    let iso3: String
  }

  package init(_ register: Register, on day: CalendarDate) {
    self.day = day
    self.register = register
    let states = register.states.sorted { $0.iso3 < $1.iso3 }
    members = states.filter { $0.kind == .state && $0.membership.contains(day) }
    outsiders = states.filter { $0.kind != .state }
    byCode = Dictionary(states.map { ($0.iso3, $0) }, uniquingKeysWith: { first, _ in first })
    groupByState = Dictionary(
      register.memberships.filter { $0.validity.contains(day) }.map { ($0.iso3, $0.group) },
      uniquingKeysWith: { first, _ in first })
    standings = Dictionary(
      register.treatyActions.map { action in
        (
          StandingKey(treaty: action.treaty, iso3: action.iso3),
          TreatyStanding(
            hasSigned: action.signed.map { $0 <= day } ?? false,
            hasDeposited: action.deposited.map { $0 <= day } ?? false)
        )
      },
      uniquingKeysWith: { left, right in
        TreatyStanding(
          hasSigned: left.hasSigned || right.hasSigned,
          hasDeposited: left.hasDeposited || right.hasDeposited)
      })
  }

  /// Who takes part in a treaty besides Member States, in order of the code: regional organizations,
  /// and other States that had signed or deposited by the end of the day. They are no reporting
  /// units.
  package func otherParticipants(in treaty: String?) -> [State] {
    outsiders.filter { state in
      if state.kind == .organization { return true }
      guard let treaty else { return false }
      return standing(of: state.iso3, in: treaty).status != .nonSignatory
    }
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

  /// The name that is printed: the official one of the day, else today's.
  package func name(of iso3: String, in language: String) -> String {
    officialName(of: iso3, in: language)?.name ?? byCode[iso3]?.names[language]
      ?? byCode[iso3]?.names["en"] ?? iso3
  }

  /// The name as it stands in a sentence: with its article in English, "the Czech Republic".
  package func nameInSentence(of iso3: String, in language: String) -> String {
    let name = name(of: iso3, in: language)
    guard language == "en" else { return name }
    let article = officialName(of: iso3, in: language).map(\.article) ?? byCode[iso3]?.article ?? ""
    return article.isEmpty ? name : "\(article) \(name)"
  }

  /// The name the State had on the day, where it was not today's.
  private func officialName(of iso3: String, in language: String) -> Register.FormerName? {
    register.formerNames.first { name in
      name.iso3 == iso3 && name.language == language && name.validity.contains(day)
    }
  }

  /// Whether a State had signed, and had deposited an instrument, by the end of the day.
  ///
  /// Ratification, acceptance, approval, accession and succession all count as a deposit; entry
  /// into force for the State follows later and does not matter here.
  package func standing(of iso3: String, in treaty: String) -> TreatyStanding {
    standings[StandingKey(treaty: treaty, iso3: iso3)]
      ?? TreatyStanding(hasSigned: false, hasDeposited: false)
  }
}

/// Where a State stands towards a treaty on a day.
package struct TreatyStanding: Sendable, Equatable {
  package let hasSigned: Bool
  package let hasDeposited: Bool

  package enum Status: String, Sendable, CaseIterable {
    case party
    case signatory
    case nonSignatory = "non_signatory"
  }

  package var status: Status {
    if hasDeposited { return .party }
    return hasSigned ? .signatory : .nonSignatory
  }
}

extension RegisterAsAt {
  /// All States and organizations whatever the day, for names that no longer or not yet hold.
  var everyone: [State] { register.states }

  package subscript(iso3: String) -> State? { byCode[iso3] }

  /// The names by which States may be called on the day in a text of a language, those too that are
  /// no Member States then.
  package func spokenNames(in language: String) -> [(name: String, iso3: String)] {
    allNames.filter { name in
      name.language == language && name.validity.contains(day)
        && self[name.iso3]?.kind != .organization
    }.map { ($0.text, $0.iso3) }
  }

  /// Every name of every State and organization, whatever the day.
  var allNames: [StateName] {
    let today = everyone.flatMap { state in
      Register.languages.compactMap { language in
        state.names[language].map { StateName(text: $0, language: language, iso3: state.iso3) }
      } + [StateName(text: state.formalName, language: "en", iso3: state.iso3)]
    }
    let former = register.formerNames.map {
      StateName(
        text: $0.name, language: $0.language, iso3: $0.iso3, validity: $0.validity)
    }
    return (today + former + register.otherNames).filter { !$0.text.isEmpty }
  }
}
