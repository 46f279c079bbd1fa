package import Basics

/// A State, or a regional organization that takes part in treaties like one.
package struct State: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A Member State of the United Nations, in the time of its membership.
    case state
    /// A State that is no Member State and takes part in treaties.
    case nonMember = "non_member"
    case organization
  }

  /// ISO 3166-1 alpha-3 (for withdrawn States, the code they had); the key everywhere.
  package let iso3: String
  package let iso2: String
  /// The M49 code, three characters: `004` is Afghanistan.
  package let m49: String
  package let kind: Kind
  package let membership: ValidityPeriod
  /// Today's short name by language code.
  package let names: [String: String]
  package let formalName: String
  /// The article that today's name takes in a sentence, by language code: `the`, `l'`; none where it
  /// takes none.
  package let articles: [String: String]
}

/// Reference facts with the dates on which they hold, read from `Pipelines/registers/`.
///
/// - `states.csv`: `iso3,iso2,m49,kind,member_from,member_to,name_<language>…,article_<language>…,formal_name_en`
/// - `former-names.csv`: `name,language,iso3,valid_from,valid_to,article`, official names other than
///   today's, printed as at a date within the validity
/// - `state-names.csv`: `name,language,iso3,kind,valid_from,valid_to`, names that are recognized within
///   the validity and never printed; kind is `formal`, `everyday` or `abbreviation`
/// - `regional-groups.csv`: `code,name_<language>…,valid_from,valid_to`, in the order of tables
/// - `regional-group-members.csv`: `iso3,group,valid_from,valid_to`
/// - `coverage.csv`: `part,known_from,complete_until`, the days of which states and groups are known
/// - `treaties.csv`: `treaty,under,complete_until`, the last day of which all actions are known; `under`
///   is the treaty that a protocol supplements
/// - `treaty-admissions.csv`: `treaty,admits,valid_from,valid_to`; it admits `states`, `organizations`,
///   or the one that has the code
/// - `treaty-actions.csv`: `treaty,iso3,signed,deposited,mode,withdrawn`
///
/// Each also has the column `source`. Periods are half-open: the last day is the first on which
/// the fact no longer holds.
package struct Register: Sendable {
  /// What is known for some days alone; of treaties each has an end of its own.
  package enum Part: String, Sendable, CaseIterable {
    /// Who was a Member State, and what it was called.
    case states
    case regionalGroups = "regional-groups"
  }

  /// The days of which everything is known: from the first to the last.
  package struct Coverage: Sendable {
    package let first: CalendarDate
    package let last: CalendarDate
  }

  struct FormerName: Sendable {
    let name: String
    let language: String
    let iso3: String
    let validity: ValidityPeriod
    /// The article that the name takes in a sentence of its language.
    let article: String
  }

  struct Group: Sendable {
    let code: String
    let names: [String: String]
    let validity: ValidityPeriod
  }

  struct Membership: Sendable {
    let iso3: String
    let group: String
    let validity: ValidityPeriod
  }

  struct Treaty: Sendable {
    let name: String
    let completeUntil: CalendarDate
    /// The treaty whose parties alone can be parties to this one.
    let under: String?
    let line: Int
  }

  /// What the instrument was that was deposited.
  enum Mode: String, CaseIterable {
    case ratification, acceptance, approval, accession, succession
  }

  /// Who may sign a treaty, or deposit an instrument.
  struct Admission: Sendable {
    enum Admitted: Sendable, Equatable {
      /// All States, whether Member States or not.
      case states
      case organizations
      /// By its code.
      case one(String)

      func includes(_ state: State) -> Bool {
        switch self {
        case .states: state.kind != .organization
        case .organizations: state.kind == .organization
        case .one(let code): state.iso3 == code
        }
      }
    }

    let treaty: String
    let admits: Admitted
    let validity: ValidityPeriod
  }

  struct TreatyAction: Sendable {
    let treaty: String
    let iso3: String
    let signed: CalendarDate?
    let deposited: CalendarDate?
    /// The first day on which the State is no party any more.
    let withdrawn: CalendarDate?
  }

  package static let languages = ["en", "fr", "es", "ru", "zh", "ar"]

  /// Of a collection without States.
  package static let none = Register(
    folder: "", coverage: [:], states: [], formerNames: [], otherNames: [], groups: [],
    memberships: [],
    knownTreaties: [], admissions: [], treatyActions: [])

  package let folder: String
  /// Of each part, but for a collection without States.
  package let coverage: [Part: Coverage]
  let states: [State]
  let formerNames: [FormerName]
  /// Names that are recognized and never printed.
  let otherNames: [StateName]
  let groups: [Group]
  let memberships: [Membership]
  /// In the order of the file.
  let knownTreaties: [Treaty]
  let admissions: [Admission]
  let treatyActions: [TreatyAction]

  package var treaties: [String] { knownTreaties.map(\.name).sorted() }

  /// The last day until which all actions of a treaty are known; nil for a treaty that is not.
  package func lastKnownDay(of treaty: String) -> CalendarDate? {
    knownTreaties.first { $0.name == treaty }?.completeUntil
  }

  package func knows(_ code: String) -> Bool { states.contains { $0.iso3 == code } }

  /// All codes, whatever the day.
  package var codes: [String] { states.map(\.iso3) }
}
