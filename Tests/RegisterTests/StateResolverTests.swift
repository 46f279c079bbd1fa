import Findings
@testable import Register
import Testing
import _TestSupport

private func resolver(_ day: String, by identifier: StateIdentifier = .name) throws
  -> StateResolver
{
  try ResolverCache.resolver(day, by: identifier)
}

/// Why a text is refused; nil where a State was found.
private func refusal(
  _ text: String, _ day: String, by identifier: StateIdentifier = .name
) throws -> StateRefusal? {
  switch try resolver(day, by: identifier).resolve(text) {
  case .found: nil
  case .foundByOtherName: nil
  case .refused(let refusal): refusal
  }
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
    ("the Bahamas", "BHS"), ("the United States", "USA"), ("Turkey", "TUR"),
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
    (.m49, "4", "AFG"), (.m49, "36", "AUS"), (.m49, " 08 ", "ALB"),
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
    (.name, "Na", "'Na' is no name of a State"), (.name, "FR", "'FR' is no name of a State"),
    (.name, "Uk", "'Uk' is no name of a State"), (.name, "us", "'us' is no name of a State"),
    (.name, "America", "'America' is no name of a State"),
    (.name, "American Samoa", "'American Samoa' is no name of a State"),
    (.name, "Northern Ireland", "'Northern Ireland' is no name of a State"),
    (.name, "England", "'England' is no name of a State"),
    (.name, "Dominican", "'Dominican' is no name of a State"),
    (.name, "Democratic Republic", "'Democratic Republic' is no name of a State"),
    (.name, "the", "'the' is no name of a State"),
    (.name, "Guineas", "'Guineas' is no name of a State"),
    (.name, "Guine", "'Guine' is no name of a State"),
    (.name, "Namibia, Niger", "'Namibia, Niger' is no name of a State"),
    (.iso2, "N/A", "'N/A' is no iso2 code of a State"),
    (.iso2, "Namibia", "'Namibia' is no iso2 code of a State"),
    (.iso2, "EU", "'EU' is no iso2 code of a State"),
    (.m49, "0004", "'0004' is no m49 code, which has three digits; '004' is Afghanistan (AFG)"),
    (.m49, "-4", "'-4' is no m49 code of a State"), (.m49, "0", "'0' is no m49 code of a State"),
    (.m49, "36.0", "'36.0' is no m49 code, which has three digits; '036' is Australia (AUS)"),
    (.m49, "999", "'999' is no m49 code of a State"),
    (.iso3, "XKX", "'XKX' is no iso3 code of a State"),
    (.m49, "", "'' is no m49 code of a State"),
    (.iso3, "NA", "'NA' is no iso3 code of a State"),
  ]

  @Test(arguments: noStates)
  func textsThatAreNoState(identifier: StateIdentifier, text: String, reason: String) throws {
    let refusal = try #require(try refusal(text, "2005-07-29", by: identifier))
    #expect(refusal.rule == .unknown)
    #expect(refusal.reason == reason)
    #expect(refusal.suggestions.count == 3)
  }

  private static let otherTimes: [(String, String, StateRefusal.Rule, String)] = [
    (
      "Serbia", "2005-07-29", .notYet,
      "'Serbia' (SRB) is a Member State only since 2006-06-03; the cut-off is 2005-07-29"
    ),
    (
      "Montenegro", "2006-06-27", .notYet,
      "'Montenegro' (MNE) is a Member State only since 2006-06-28; the cut-off is 2006-06-27"
    ),
    (
      "Sudan (South)", "2011-07-13", .notYet,
      "'Sudan (South)' (SSD) is a Member State only since 2011-07-14; the cut-off is 2011-07-13"
    ),
    (
      "Serbia and Montenegro", "2006-06-03", .noLonger,
      "'Serbia and Montenegro' (SCG) was a Member State only before 2006-06-03; "
        + "the cut-off is 2006-06-03"
    ),
    (
      "Yugoslavia", "2010-01-01", .noLonger,
      "'Yugoslavia' (SCG) was a Member State only before 2006-06-03; the cut-off is 2010-01-01"
    ),
    (
      "European Union", "2005-07-29", .noMember,
      "'European Union' (EU) is an organization and no State"
    ),
    (
      "Saint-Siège", "2005-07-29", .noMember,
      "'Saint-Siège' (VAT) is a State, but no Member State of the United Nations"
    ),
    (
      "острова Кука", "2024-06-30", .noMember,
      "'острова Кука' (COK) is a State, but no Member State of the United Nations"
    ),
    (
      "Communauté européenne", "2005-07-29", .noMember,
      "'Communauté européenne' (EU) is an organization and no State"
    ),
  ]

  @Test(arguments: otherTimes)
  func namesOfOtherTimes(
    text: String, day: String, rule: StateRefusal.Rule, reason: String
  ) throws {
    let refusal = try #require(try refusal(text, day))
    #expect(refusal.rule == rule)
    #expect(refusal.reason == reason)
    #expect(refusal.suggestions.isEmpty)
    #expect(refusal.code != nil)
  }

  /// A former name after its time, and a later one before it, of one State whatever the day.
  @Test(arguments: [
    (
      "Yugoslavia", "2005-07-29", "SCG",
      "'Yugoslavia' has not been the name of a State since 2003-02-04; it is taken for Serbia and "
        + "Montenegro (SCG), as it is called on 2005-07-29"
    ),
    (
      "Zaïre", "2005-07-29", "COD",
      "'Zaïre' has not been the name of a State since 1997-05-17; it is taken for Democratic "
        + "Republic of the Congo (COD), as it is called on 2005-07-29"
    ),
    (
      "Turkey", "2022-06-01", "TUR",
      "'Turkey' has not been the name of a State since 2022-06-01; it is taken for Türkiye (TUR), as "
        + "it is called on 2022-06-01"
    ),
    (
      "Macedonia", "2024-06-30", "MKD",
      "'Macedonia' has not been the name of a State since 2019-02-12; it is taken for North Macedonia "
        + "(MKD), as it is called on 2024-06-30"
    ),
    (
      "Eswatini", "2005-07-29", "SWZ",
      "'Eswatini' is the name of a State only from 2018-05-30 on; it is taken for Swaziland (SWZ), as "
        + "it is called on 2005-07-29"
    ),
    (
      "Türkiye", "2006-12-31", "TUR",
      "'Türkiye' is the name of a State only from 2022-06-01 on; it is taken for Turkey (TUR), as it is "
        + "called on 2006-12-31"
    ),
    (
      "Republic of Türkiye", "2022-05-31", "TUR",
      "'Republic of Türkiye' is the name of a State only from 2022-06-01 on; it is taken for Turkey "
        + "(TUR), as it is called on 2022-05-31"
    ),
    (
      "Kingdom of Eswatini", "2018-05-29", "SWZ",
      "'Kingdom of Eswatini' is the name of a State only from 2018-05-30 on; it is taken for Swaziland "
        + "(SWZ), as it is called on 2018-05-29"
    ),
    (
      "Северная Македония", "2005-07-29", "MKD",
      "'Северная Македония' is the name of a State only from 2019-02-12 on; it is taken for бывшая "
        + "югославская Республика Македония (MKD), as it is called on 2005-07-29"
    ),
  ])
  func namesOfOtherTimesThanTheDay(
    text: String, day: String, iso3: String, reason: String
  ) throws {
    let resolver = try ResolverCache.resolver(day)
    #expect(resolver.resolve(text) == .foundByOtherName(iso3: iso3, reason: reason))
    #expect(resolver.iso3(of: text) == iso3)
  }

  @Test func nameThatHoldsLater() throws {
    let small = try SmallRegister()
    #expect(
      StateResolver(try small.asAt("2000-12-31"), by: .name).resolve("Old Arcadia")
        == .foundByOtherName(
          iso3: "AAA",
          reason: "'Old Arcadia' is the name of a State only from 2001-01-01 and before "
            + "2005-07-29; it is taken for Arcadia (AAA), as it is called on 2000-12-31"))
  }

  /// A name that two States had, one after the other, is nobody's on another day; nor is one whose
  /// other State is no member on the day.
  @Test(arguments: [("2006-01-01", ["AAA", "BBB"]), ("2002-01-01", ["AAA"])])
  func nameOfTwoStatesAtOtherTimes(day: String, states: [String]) throws {
    let small = try SmallRegister()
    try small.workdir.replace(
      "2005-07-29,the,", with: "2005-07-29,the,\nOld Arcadia,en,BBB,2005-07-29,2005-12-31,,",
      in: "former-names.csv")
    try small.workdir.replace(
      "Old Arcadia,en,AAA,2001-01-01", with: "Old Arcadia,en,AAA,2003-01-01",
      in: "former-names.csv")
    let resolver = StateResolver(try small.asAt(day), by: .name)
    guard case .refused(let refusal) = resolver.resolve("Old Arcadia") else {
      Issue.record("found")
      return
    }
    #expect(refusal.rule == .ambiguous)
    #expect(refusal.suggestions == states.map { $0 == "AAA" ? "Arcadia (AAA)" : "Borduria (BBB)" })
  }

  /// In the script of the text, and by the name of the day.
  @Test(arguments: [
    ("Namibbia", "Namibia (NAM)"), ("Cote dIvoire", "Côte d'Ivoire (CIV)"),
    ("Lybia", "Libyan Arab Jamahiriya (LBY)"), ("Switserland", "Switzerland (CHE)"),
    ("Andorre-la-Vieille", "Andorra (AND)"), ("Намбия", "Намибия (NAM)"),
    ("ناميبا", "ناميبيا (NAM)"), ("Northern Ireland", "Ireland (IRL)"),
    ("American Samoa", "Samoa (WSM)"), ("America", "United States of America (USA)"),
    ("Uk", "United Kingdom of Great Britain and Northern Ireland (GBR)"),
    ("Nambiia", "Namibia (NAM)"), ("Republic of Namibbia", "Namibia (NAM)"),
  ])
  func theNearestNameComesFirst(text: String, expected: String) throws {
    let refusal = try #require(try refusal(text, "2005-07-29"))
    #expect(refusal.suggestions.first == expected)
    #expect(refusal.suggestions.count == 3)
  }

  /// Findings are in English; who writes another script is shown it.
  @Test(arguments: [
    ("Turckey", "Turkey (TUR)"), ("Alemanja", "Germany (DEU)"), ("Намибя", "Намибия (NAM)"),
  ])
  func suggestionsAreInEnglishOrTheScriptOfTheText(text: String, expected: String) throws {
    #expect(try #require(try refusal(text, "2005-07-29")).suggestions.first == expected)
  }

  /// A cell of a megabyte is refused like any other, and at once.
  @Test(.timeLimit(.minutes(15)))
  func veryLongText() throws {
    let text = String(repeating: "Namibia, ", count: 120_000)
    #expect(try refusal(text, "2005-07-29")?.suggestions.count == 3)
  }

  @Test func abbreviationIsFoundOnlyInItsCapitals() throws {
    let resolver = try resolver("2005-07-29")
    for text in ["UK", " U.K. ", "U. K."] {
      #expect(resolver.resolve(text) == .found(iso3: "GBR"), "\(text)")
    }
    #expect(resolver.resolve("US") == .found(iso3: "USA"))
    #expect(resolver.resolve("u.s.a.") == .found(iso3: "USA"))
    #expect(try refusal("uk", "2005-07-29") != nil)
  }

  @Test(arguments: ["Korea", "the korea", "Corée", "Корея", "كوريا"])
  func koreaMayBeEither(text: String) throws {
    let refusal = try #require(try refusal(text, "2005-07-29"))
    #expect(refusal.rule == .ambiguous)
    #expect(refusal.reason == "'\(text)' is the name of more than one State")
    #expect(
      refusal.suggestions == [
        "Republic of Korea (KOR)", "Democratic People's Republic of Korea (PRK)",
      ])
  }

  @Test(arguments: [
    ("Korea, Republic of", "KOR"), ("Korea (Rep. of)", "KOR"), ("Korea, South", "KOR"),
    ("Korea, Dem. People's Rep.", "PRK"), ("KOREA (THE DEMOCRATIC PEOPLE’S REPUBLIC OF)", "PRK"),
    ("Congo, The Democratic Republic of the", "COD"), ("Congo, Rep.", "COG"),
    ("Congo (Democratic Republic of the)", "COD"), ("Congo, Dem. Rep.", "COD"),
    ("Iran, Islamic Republic of", "IRN"), ("Iran, Islamic Rep.", "IRN"),
    ("Tanzania, United Republic of", "TZA"), ("Moldova, Republic of", "MDA"),
    ("Gambia, The", "GMB"), ("Egypt, Arab Rep.", "EGY"), ("Guinea, Equatorial", "GNQ"),
    ("Corée, République de", "KOR"), ("Corea, República Popular Democrática de", "PRK"),
    ("Micronésie (États fédérés de)", "FSM"), ("Bahamas (the)", "BHS"),
    ("St. Vincent & the Grenadines", "VCT"), ("Ste-Lucie", "LCA"), ("Saint Kitts/Nevis", "KNA"),
  ])
  func invertedAndAbbreviatedForms(text: String, expected: String) throws {
    #expect(try resolver("2005-07-29").resolve(text) == .found(iso3: expected))
  }

  @Test func nameOfTwoStates() throws {
    let small = try SmallRegister()
    try small.workdir.replace("Borduria,Bordurie", with: "Borduria,Arcadie", in: "states.csv")
    #expect(
      StateResolver(try small.asAt("2005-07-29"), by: .name).resolve("arcadie")
        == .refused(
          StateRefusal(
            rule: .ambiguous, reason: "'arcadie' is the name of more than one State",
            suggestions: ["Arcadia (AAA)", "Borduria (BBB)"])))
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
        #expect(resolver.iso3(of: name) == state.iso3, "\(name)")
      }
      for language in ["en", "fr", "es", "ru", "zh", "ar"] {
        let printed = register.name(of: state.iso3, in: language)
        #expect(resolver.resolve(printed) == .found(iso3: state.iso3), "\(printed)")
      }
    }
  }

  /// What is folded away tells no two States apart: but for the one name that is listed for both
  /// Koreas, every name of the registers is of one State whatever the day.
  @Test func noTwoStatesShareAName() throws {
    var shared: Set<String> = []
    for day in ["2000-11-15", "2005-07-29", "2024-06-30"] {
      let register = try repositoryRegister(on: day)
      let resolver = StateResolver(register, by: .name)
      for (name, iso3) in register.allNames.map({ ($0.text, $0.iso3) }) {
        guard case .refused(let refusal) = resolver.resolve(name) else {
          #expect(resolver.iso3(of: name) == iso3, "\(name)")
          continue
        }
        if refusal.rule == .ambiguous { shared.insert(name) }
      }
    }
    #expect(shared == ["Korea", "Corée", "Corea", "Корея", "كوريا"])
  }
}
