import Register
import Tabular
import Testing
import _TestSupport

private func resolver(_ day: String, by identifier: StateIdentifier = .name) throws
  -> StateResolver
{
  StateResolver(try repositoryRegister(on: day), by: identifier)
}

struct StateResolverTests {
  /// Names that are taken for one another.
  @Test(arguments: [
    ("Congo", "COG"), ("the Congo", "COG"), ("Republic of the Congo", "COG"),
    ("Congo-Brazzaville", "COG"), ("Democratic Republic of the Congo", "COD"),
    ("République démocratique du Congo", "COD"), ("Congo-Kinshasa", "COD"),
    ("Guinea", "GIN"), ("Guinea-Bissau", "GNB"), ("Guinea\u{2011}Bissau", "GNB"),
    ("Equatorial Guinea", "GNQ"), ("Papua New Guinea", "PNG"), ("Guinée", "GIN"),
    ("Republic of Korea", "KOR"), ("South Korea", "KOR"),
    ("Democratic People's Republic of Korea", "PRK"), ("North Korea", "PRK"),
    ("Niger", "NER"), ("the Niger", "NER"), ("Níger", "NER"), ("Nigeria", "NGA"),
    ("Nigéria", "NGA"), ("Dominica", "DMA"), ("Dominique", "DMA"), ("Dominican Republic", "DOM"),
    ("Georgia", "GEO"), ("Jordan", "JOR"), ("Chad", "TCD"), ("Namibia", "NAM"),
    ("Serbia and Montenegro", "SCG"), ("Ireland", "IRL"), ("Austria", "AUT"), ("Australia", "AUS"),
    ("Samoa", "WSM"), ("Sudan", "SDN"), ("Gambia", "GMB"), ("The Gambia", "GMB"),
    ("the Bahamas", "BHS"), ("the United States", "USA"), ("Turkey", "TUR"), ("Türkiye", "TUR"),
    ("Libyan Arab Jamahiriya", "LBY"), ("Российская Федерация", "RUS"),
    ("中国", "CHN"), ("Cabo Verde", "CPV"), ("Cape Verde", "CPV"),
  ])
  func namesIn2005(text: String, expected: String) throws {
    #expect(try resolver("2005-07-29").resolve(text) == .found(iso3: expected))
  }

  /// One State however the name is typed.
  @Test(arguments: [
    "Côte d'Ivoire", "Côte d’Ivoire", "Co\u{302}te d’Ivoire", "CÔTE D'IVOIRE",
    "  Côte\u{A0}d’Ivoire ",
    "Cote d'Ivoire", "Ivory Coast", "the Côte d’Ivoire", "Republic of Côte d'Ivoire", "Кот-д'Ивуар",
  ])
  func spellings(text: String) throws {
    #expect(try resolver("2005-07-29").resolve(text) == .found(iso3: "CIV"))
  }

  private static let codesCases: [(StateIdentifier, String, String)] = [
    (.iso2, "NA", "NAM"), (.iso2, " na ", "NAM"), (.iso2, "NO", "NOR"),
    (.iso3, "NAM", "NAM"), (.iso3, "nam", "NAM"), (.m49, "516", "NAM"), (.m49, "004", "AFG"),
    (.iso2, "CS", "SCG"), (.iso3, "COD", "COD"), (.iso2, "CG", "COG"),
  ]

  @Test(arguments: codesCases)
  func codes(identifier: StateIdentifier, text: String, expected: String) throws {
    #expect(try resolver("2005-07-29", by: identifier).resolve(text) == .found(iso3: expected))
  }

  /// A code is a code only where the pipeline says so, and never half of one.
  private static let noStates: [(StateIdentifier, String, String)] = [
    (.name, "NA", "'NA' is no name of a State"),
    (.name, "NAM", "'NAM' is no name of a State"), (.name, "", "'' is no name of a State"),
    (.name, "Korea", "'Korea' is no name of a State"),
    (.name, "Guine", "'Guine' is no name of a State"),
    (.name, "Namibia, Niger", "'Namibia, Niger' is no name of a State"),
    (.name, "European Union", "'European Union' is no name of a State"),
    (.iso2, "N/A", "'N/A' is no iso2 code of a State"),
    (.iso2, "Namibia", "'Namibia' is no iso2 code of a State"),
    (.iso2, "EU", "'EU' is no iso2 code of a State"),
    (.m49, "4", "'4' is no m49 code of a State"), (.m49, "", "'' is no m49 code of a State"),
    (.iso3, "NA", "'NA' is no iso3 code of a State"),
  ]

  @Test(arguments: noStates)
  func textsThatAreNoState(identifier: StateIdentifier, text: String, reason: String) throws {
    guard
      case .refused(let found, let suggestions) =
        try resolver("2005-07-29", by: identifier).resolve(text)
    else {
      Issue.record("a State was found")
      return
    }
    #expect(found == reason)
    #expect(suggestions.count == 3)
  }

  @Test(arguments: [
    ("Serbia", "2005-07-29", "'Serbia' (SRB) was not a Member State on 2005-07-29"),
    ("Montenegro", "2006-06-27", "'Montenegro' (MNE) was not a Member State on 2006-06-27"),
    ("South Sudan", "2011-07-13", "'South Sudan' (SSD) was not a Member State on 2011-07-13"),
    (
      "Serbia and Montenegro", "2006-06-03",
      "'Serbia and Montenegro' (SCG) was not a Member State on 2006-06-03"
    ),
    (
      "European Community", "2005-07-29",
      "'European Community' (EU) was not a Member State on 2005-07-29"
    ),
    ("Zaire", "2005-07-29", "'Zaire' was not the name of a State on 2005-07-29"),
    ("Turkey", "2022-06-01", "'Turkey' was not the name of a State on 2022-06-01"),
  ])
  func namesOfOtherTimes(text: String, day: String, reason: String) throws {
    guard case .refused(let found, _) = try resolver(day).resolve(text) else {
      Issue.record("a State was found")
      return
    }
    #expect(found == reason)
  }

  @Test func formerNameSuggestsItsState() throws {
    guard case .refused(_, let suggestions) = try resolver("2005-07-29").resolve("the Zaire") else {
      Issue.record("a State was found")
      return
    }
    #expect(suggestions == ["Democratic Republic of the Congo (COD)"])
  }

  @Test(arguments: [
    ("Namibbia", "Namibia (NAM)"), ("Cote dIvoire", "Côte d'Ivoire (CIV)"),
    ("Lybia", "Libyan Arab Jamahiriya (LBY)"), ("Switserland", "Switzerland (CHE)"),
  ])
  func theNearestNameComesFirst(text: String, expected: String) throws {
    guard case .refused(_, let suggestions) = try resolver("2005-07-29").resolve(text) else {
      Issue.record("a State was found")
      return
    }
    #expect(suggestions.first == expected)
    #expect(suggestions.count == 3)
  }

  /// A cell of a megabyte is refused like any other, and at once.
  @Test(.timeLimit(.minutes(1)))
  func veryLongText() throws {
    let text = String(repeating: "Namibia, ", count: 120_000)
    guard case .refused(_, let suggestions) = try resolver("2005-07-29").resolve(text) else {
      Issue.record("a State was found")
      return
    }
    #expect(suggestions.count == 3)
  }

  @Test func nameOfTwoStates() throws {
    let small = try SmallRegister()
    try small.workdir.replace("Borduria,Bordurie", with: "Borduria,Arcadie", in: "states.csv")
    #expect(
      StateResolver(try small.asAt("2005-07-29"), by: .name).resolve("arcadie")
        == .refused(
          reason: "'arcadie' is the name of more than one State",
          suggestions: ["Arcadia (AAA)", "Borduria (BBB)"]))
    // Before Borduria was a member, the name had one meaning.
    #expect(
      StateResolver(try small.asAt("2002-09-09"), by: .name).resolve("Arcadie")
        == .found(iso3: "AAA"))
  }

  /// Every name of every State of the day finds that State, in all languages.
  @Test(arguments: ["2000-11-15", "2005-07-29", "2024-06-30"])
  func everyPrintedNameIsFound(day: String) throws {
    let register = try repositoryRegister(on: day)
    let resolver = StateResolver(register, by: .name)
    for state in register.members {
      for name in state.names.values + [state.formalName] {
        #expect(resolver.resolve(name) == .found(iso3: state.iso3), "\(name)")
      }
      for language in ["en", "fr", "es"] {
        let printed = register.name(of: state.iso3, in: language)
        #expect(resolver.resolve(printed) == .found(iso3: state.iso3), "\(printed)")
      }
    }
  }
}
