import Basics
@testable import Register
import Testing
import _TestSupport

/// Units that a collection lists itself, alone and beside the States of a small register: Arcadia (AAA),
/// Borduria (BBB) from 2002-09-10 on, the Islands (CCC) before 2006-06-03, and the Union (ORG).
struct UnitListTests {
  private static func unit(
    _ code: String, _ names: [String: String] = [:], from: String = "", to: String = "",
    values: [String] = []
  ) -> ListedUnit {
    ListedUnit(
      line: 2, code: code, names: names, articles: [:],
      validity: ValidityPeriod(from: CalendarDate(iso: from), to: CalendarDate(iso: to)),
      values: values)
  }

  private static func list(_ units: ListedUnit...) -> UnitList {
    UnitList(path: "units.csv", units: units)
  }

  private func register(
    _ list: UnitList, on day: String = "2005-01-01", alone: Bool = false
  ) throws -> RegisterAsAt {
    let day = try #require(CalendarDate(iso: day))
    if alone { return RegisterAsAt(.none, on: day, and: list) }
    return RegisterAsAt(try SmallRegister().register(), on: day, and: list)
  }

  private static let offices = list(
    unit("zagreb", ["": "Office in Zagreb"], values: ["large"]),
    unit("Apia", ["en": "Office in Apia", "fr": "Bureau d’Apia"], values: [""]),
    unit("lima", ["": "Office in Lima"], to: "2005-01-01", values: ["small"]),
    unit("bonn", [:], from: "2005-01-01", values: ["small"]),
    unit("bonn", ["": "The Bonn desk"], to: "2005-01-01", values: ["large"]))

  /// The units of the day alone, by the bytes of their codes.
  @Test func aListAlone() throws {
    let register = try register(Self.offices, alone: true)
    #expect(register.units == ["Apia", "bonn", "zagreb"])
    #expect(register.value(ofAttribute: 0, of: "bonn") == "small")
    #expect(register.value(ofAttribute: 0, of: "Apia") == nil)
    #expect(register.value(ofAttribute: 0, of: "lima") == nil)
    #expect(try self.register(Self.offices, on: "2004-12-31", alone: true).units.count == 4)
  }

  @Test func namesAreThoseOfTheListOrTheCode() throws {
    let register = try register(Self.offices, alone: true)
    #expect(register.name(of: "Apia", in: "fr") == "Bureau d’Apia")
    #expect(register.name(of: "Apia", in: "es") == "Office in Apia")
    #expect(register.name(of: "zagreb", in: "fr") == "Office in Zagreb")
    #expect(register.name(of: "bonn", in: "en") == "bonn")
  }

  /// What texts mean: case and blanks aside, and nothing else.
  @Test(arguments: [
    (StateIdentifier.code, " BONN ", "bonn"), (.code, "apia", "Apia"),
    (.name, "office in  zagreb", "zagreb"), (.name, "Bureau d'Apia", "Apia"),
    (.name, "Bonn", "bonn"),
  ])
  func found(identifier: StateIdentifier, text: String, code: String) throws {
    let resolver = StateResolver(try register(Self.offices, alone: true), by: identifier)
    #expect(resolver.resolve(text) == .found(iso3: code))
  }

  @Test(arguments: [
    (
      StateIdentifier.code, "lima", StateRefusal.Rule.noLonger,
      "'lima' was a unit only before 2005-01-01; the cut-off is 2005-01-01"
    ),
    (
      .name, "the Office of Zagreb", .unknown,
      "'the Office of Zagreb' is no name of a unit of units.csv"
    ),
    (
      .code, "Office in Zagreb", .unknown,
      "'Office in Zagreb' is no code of a unit of units.csv"
    ),
  ])
  func refused(
    identifier: StateIdentifier, text: String, rule: StateRefusal.Rule, reason: String
  ) throws {
    let resolver = StateResolver(try register(Self.offices, alone: true), by: identifier)
    guard case .refused(let refusal) = resolver.resolve(text) else {
      Issue.record("'\(text)' is found")
      return
    }
    #expect(refusal.rule == rule)
    #expect(refusal.reason == reason)
    // Where it is known who is meant, there is nothing to suggest.
    #expect(refusal.suggestions.isEmpty == (rule == .noLonger))
  }

  @Test func aNameOfAnotherTime() throws {
    let resolver = StateResolver(try register(Self.offices, alone: true), by: .name)
    #expect(
      resolver.resolve("The Bonn Desk")
        == .foundByOtherName(
          iso3: "bonn",
          reason:
            "'The Bonn Desk' has not been the name of a unit since 2005-01-01; it is taken for "
            + "bonn, as it is called on 2005-01-01"))
  }

  /// Names that the small words of States' names would make one: no list is read as States are.
  @Test func smallWordsTellUnitsApart() throws {
    let list = Self.list(Self.unit("d", ["": "Group D"]), Self.unit("x", ["": "La"]))
    let resolver = StateResolver(try register(list, alone: true), by: .name)
    #expect(resolver.resolve("Group D") == .found(iso3: "d"))
    for text in ["Group E", "Group", "the", "-"] {
      guard case .refused = resolver.resolve(text) else {
        Issue.record("'\(text)' is found")
        continue
      }
    }
  }

  /// Beside States a list adds units, and makes no Member State of what is none.
  @Test func aListBesideTheRegisters() throws {
    let list = Self.list(
      Self.unit("AAA", values: ["yes"]), Self.unit("ORG", values: ["no"]),
      Self.unit("rock", ["": "The Rock"], values: [""]), Self.unit("BBB", values: ["no"]))
    let early = try register(list, on: "2002-01-01")
    #expect(early.units == ["AAA", "CCC", "ORG", "rock"])
    #expect(early.members.map(\.iso3) == ["AAA", "CCC"])
    #expect(early.otherParticipants(in: "protocol").isEmpty)
    #expect(early.name(of: "ORG", in: "en") == "Union")
    let resolver = StateResolver(early, by: .name)
    #expect(resolver.resolve("the Union") == .found(iso3: "ORG"))
    #expect(resolver.resolve("the rock") == .found(iso3: "rock"))
    #expect(StateResolver(early, by: .iso3).resolve("org") == .found(iso3: "ORG"))
    guard case .refused(let refusal) = resolver.resolve("Borduria") else {
      Issue.record("found")
      return
    }
    #expect(refusal.rule == .notYet)
  }

  /// A text that is the name of a State and of a unit of the list means neither.
  @Test func aNameOfTwoIsRefused() throws {
    let list = Self.list(Self.unit("rock", ["": "Arcadia"]))
    guard
      case .refused(let refusal) = StateResolver(try register(list), by: .name).resolve("Arcadia")
    else {
      Issue.record("found")
      return
    }
    #expect(refusal.rule == .ambiguous)
    #expect(refusal.suggestions == ["Old Arcadia (AAA)", "Arcadia (rock)"])
  }

  @Test(arguments: [
    ("Arcadia", ["AAA"]), ("arcadie", ["AAA"]), ("Old Arcadia", ["AAA"]), ("Rock", []),
    ("Union", ["ORG"]),
  ])
  func whoWasEverCalledSo(name: String, codes: [String]) throws {
    #expect(NameIndex(try SmallRegister().register()).codes(named: name) == codes)
  }
}
