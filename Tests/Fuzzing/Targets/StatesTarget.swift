import Basics
import Register
import _TestSupport

/// The State that a text means, by name or by code.
struct StatesTarget {
  private let resolvers: [StateResolver]
  private let members: Set<String>

  init() throws {
    guard let day = CalendarDate(iso: "2005-07-29") else { throw NoDay() }
    let register = RegisterAsAt(
      try Register(folder: "\(Repository.root)/Pipelines/registers"),
      on: day)
    members = Set(register.members.map(\.iso3))
    // Codes are of units that a collection lists itself, and these are States.
    resolvers = StateIdentifier.allCases.filter { $0 != .code }.map {
      StateResolver(register, by: $0)
    }
  }

  /// Only members are found, whatever the blanks; every refusal has a reason, and suggestions unless it
  /// is known what was meant.
  func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let states = input.choice(of: resolvers)
    guard let text = input.text else { return }
    switch states.resolve(text) {
    case .found(let iso3):
      check(members.contains(iso3), "\(iso3) is no member")
      check(states.resolve(" \(text)\n") == .found(iso3: iso3), "blanks change '\(text)'")
    case .foundByOtherName(let iso3, let reason):
      check(members.contains(iso3), "\(iso3) is no member")
      check(!reason.isEmpty, "'\(text)' is taken for \(iso3) without a reason")
      var again = ""
      if case .foundByOtherName(let found, _) = states.resolve(" \(text)\n") { again = found }
      check(again == iso3, "blanks change '\(text)'")
    case .refused(let refusal):
      check(!refusal.reason.isEmpty, "'\(text)' is refused without a reason")
      check(
        !refusal.suggestions.isEmpty || refusal.code != nil,
        "'\(text)' is refused without a suggestion")
    }
  }

  private struct NoDay: Error {}
}
