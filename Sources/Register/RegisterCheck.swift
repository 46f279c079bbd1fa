import Basics

/// What must hold across the rows of the registers: no fact stands twice for one day, and every
/// membership is of a group that there was.
struct RegisterCheck {
  /// A fact with the row it stands in.
  struct Entry<Fact> {
    let fact: Fact
    let line: Int
  }

  /// Two official names of one State and language at one time: which would be printed?
  static func names(_ names: [Entry<Register.FormerName>], path: String) throws(RunError) {
    try refuseOverlap(
      names, path: path, id: .register(.twoNames), validity: \.validity,
      key: { "\($0.iso3) \($0.language)" },
      message: { first, second in
        "'\(first.name)' and '\(second.name)' are both official names of \(first.iso3) in "
          + "'\(first.language)'"
      })
  }

  /// Two rows of one group at one time: it would be two columns of every table.
  static func groups(_ groups: [Entry<Register.Group>], path: String) throws(RunError) {
    try refuseOverlap(
      groups, path: path, id: .register(.groupTwice), validity: \.validity, key: \.code,
      message: { first, _ in "group '\(first.code)' stands twice" })
  }

  /// Two groups of one State at one time: which would it be counted in?
  static func memberships(_ members: [Entry<Register.Membership>], path: String) throws(RunError) {
    try refuseOverlap(
      members, path: path, id: .register(.twoGroups), validity: \.validity, key: \.iso3,
      message: { first, second in
        first.group == second.group
          ? "\(first.iso3) is twice in '\(first.group)'"
          : "\(first.iso3) is in '\(first.group)' and in '\(second.group)'"
      })
  }

  /// The days of a membership must be days of the group.
  static func groups(
    _ groups: [Register.Group], cover members: [Entry<Register.Membership>], path: String
  ) throws(RunError) {
    let periods = Dictionary(grouping: groups, by: \.code).mapValues { $0.map(\.validity) }
    for member in members {
      let days = member.fact.validity
      guard !days.isCovered(by: periods[member.fact.group] ?? []) else { continue }
      throw RunError(
        path: path, line: member.line, id: .register(.groupPeriod),
        "\(member.fact.iso3) is in '\(member.fact.group)' \(days), but the group is not valid on all "
          + "of these days; expected the days of the group. Correct valid_from and valid_to")
    }
  }

  /// A treaty that nobody may join would have no participants.
  static func admissions(
    _ admissions: [Register.Admission], cover treaties: [Register.Treaty], path: String,
    admissionsPath: String
  ) throws(RunError) {
    let covered = Set(admissions.map(\.treaty))
    for treaty in treaties where !covered.contains(treaty.name) {
      throw RunError(
        path: path, line: treaty.line, id: .register(.noAdmission),
        "nobody is admitted to '\(treaty.name)'; expected a row in \(admissionsPath). Add "
          + "'\(treaty.name),states' there, and who else it admits")
    }
  }

  private static func refuseOverlap<Fact>(
    _ entries: [Entry<Fact>], path: String, id: ErrorID, validity: (Fact) -> ValidityPeriod,
    key: (Fact) -> String, message: (Fact, Fact) -> String
  ) throws(RunError) {
    var earlier: [String: [Entry<Fact>]] = [:]
    for entry in entries {
      let days = validity(entry.fact)
      for other in earlier[key(entry.fact)] ?? [] where validity(other.fact).overlaps(days) {
        throw RunError(
          path: path, line: entry.line, id: id,
          "\(message(other.fact, entry.fact)) at the same time (the other on line \(other.line)); "
            + "expected one on any day. Correct valid_from and valid_to")
      }
      earlier[key(entry.fact), default: []].append(entry)
    }
  }
}
