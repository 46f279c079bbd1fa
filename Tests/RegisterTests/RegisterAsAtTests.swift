import Register
import Testing
import _TestSupport

struct RegisterAsAtTests {
  private static let membersOfTheDayCases: [(String, [String])] = [
    ("2002-09-09", ["AAA", "CCC"]), ("2002-09-10", ["AAA", "BBB", "CCC"]),
    ("2006-06-02", ["AAA", "BBB", "CCC"]), ("2006-06-03", ["AAA", "BBB"]),
  ]

  @Test(arguments: membersOfTheDayCases)
  func membersOfTheDay(day: String, expected: [String]) throws {
    let register = try SmallRegister().asAt(day)
    #expect(register.members.map(\.iso3) == expected)
  }

  /// The protocol admits organizations since 2003, the other treaty States alone; an organization of
  /// the register is nobody's participant where there is no treaty.
  @Test(arguments: [
    ("protocol", "2002-12-31", []), ("protocol", "2003-01-01", ["ORG"]),
    ("other", "2005-07-29", []),
    (nil, "2005-07-29", []),
  ])
  func whomATreatyAdmits(treaty: String?, day: String, expected: [String]) throws {
    let register = try SmallRegister().asAt(day)
    #expect(register.otherParticipants(in: treaty).map(\.iso3) == expected)
    if let treaty {
      #expect(register.members.allSatisfy { register.isParticipant($0.iso3, in: treaty) })
      #expect(register.isParticipant("ORG", in: treaty) == (expected == ["ORG"]))
      #expect(!register.isParticipant("rock", in: treaty))
    }
  }

  /// A treaty among some States by name, whom no other Member State may join.
  @Test func aTreatyOfSomeStates() throws {
    let small = try SmallRegister()
    try small.workdir.replace("other,states", with: "other,CCC", in: "treaty-admissions.csv")
    let register = try small.asAt("2005-07-29")
    #expect(
      register.members.filter { register.isParticipant($0.iso3, in: "other") }.map(\.iso3) == [
        "CCC"
      ])
  }

  @Test(arguments: [
    ("2000-12-31", "en", "Arcadia"), ("2001-01-01", "en", "Old Arcadia"),
    ("2005-07-28", "en", "Old Arcadia"), ("2005-07-29", "en", "Arcadia"),
    ("2005-07-28", "fr", "Arcadie"), ("2005-07-29", "ru", "Arcadia"),
  ])
  func namesOfTheDay(day: String, language: String, expected: String) throws {
    #expect(try SmallRegister().asAt(day).name(of: "AAA", in: language) == expected)
  }

  @Test(arguments: [
    ("AAA", "2005-07-28", "en", "the Old Arcadia"), ("AAA", "2005-07-29", "en", "Arcadia"),
    ("CCC", "2005-07-29", "en", "the Islands"), ("CCC", "2005-07-29", "fr", "les Îles"),
    ("AAA", "2005-07-29", "fr", "l'Arcadie"),
    ("BBB", "2005-07-29", "en", "Borduria"), ("XXX", "2005-07-29", "en", "XXX"),
  ])
  func namesInSentences(iso3: String, day: String, language: String, expected: String) throws {
    #expect(try SmallRegister().asAt(day).nameInSentence(of: iso3, in: language) == expected)
  }

  @Test func groupsOfTheDay() throws {
    let small = try SmallRegister()
    let before = try small.asAt("2005-07-28")
    #expect(before.regionalGroups(in: "fr").map(\.code) == ["west", "east"])
    #expect(before.regionalGroups(in: "fr").map(\.name) == ["États de l’Ouest", "Eastern States"])
    #expect(before.regionalGroup(of: "AAA") == "east")
    let after = try small.asAt("2005-07-29")
    #expect(after.regionalGroups(in: "en").map(\.name) == ["Western States", "East Group"])
    #expect(after.regionalGroup(of: "AAA") == "west")
    #expect(after.regionalGroup(of: "CCC") == nil)
  }

  /// An action of the day itself counts.
  private static let standingsCases: [(String, String, TreatyStanding.Status, Bool)] = [
    ("AAA", "2000-12-11", .nonSignatory, false),
    ("AAA", "2000-12-12", .signatory, true), ("AAA", "2005-07-28", .signatory, true),
    ("AAA", "2005-07-29", .party, true), ("BBB", "2005-07-28", .nonSignatory, false),
    ("BBB", "2005-07-29", .signatory, true), ("ORG", "2004-01-01", .party, false),
    ("CCC", "2005-07-29", .nonSignatory, false),
  ]

  @Test(arguments: standingsCases)
  func standingTowardsATreaty(
    iso3: String, day: String, status: TreatyStanding.Status, hasSigned: Bool
  ) throws {
    let standing = try SmallRegister().asAt(day).standing(of: iso3, in: "protocol")
    #expect(standing.status == status)
    #expect(standing.hasSigned == hasSigned)
  }

  /// A withdrawal of the day itself counts, too; a later deposit makes a party again.
  private static let withdrawals: [(String, TreatyStanding.Status, Bool)] = [
    ("2000-12-31", .nonSignatory, false), ("2001-01-01", .party, true),
    ("2003-04-30", .party, true), ("2003-05-01", .withdrawn, true),
    ("2005-08-31", .withdrawn, true), ("2005-09-01", .party, true),
  ]

  @Test(arguments: withdrawals)
  func standingAfterAWithdrawal(
    day: String, status: TreatyStanding.Status, hasActed: Bool
  ) throws {
    let standing = try SmallRegister().asAt(day).standing(of: "CCC", in: "other")
    #expect(standing.status == status)
    #expect(standing.hasSigned == hasActed)
    #expect(standing.hasDeposited == hasActed)
  }

  // MARK: - The registers of the repository

  /// The number of Member States: un.org, "Growth in United Nations membership".
  @Test(arguments: [
    ("2000-11-15", 189), ("2002-09-09", 189), ("2002-09-10", 190), ("2002-09-27", 191),
    ("2005-07-29", 191), ("2006-06-02", 191), ("2006-06-03", 191), ("2006-06-28", 192),
    ("2011-07-13", 192), ("2011-07-14", 193), ("2024-06-30", 193),
  ])
  func membersOfTheUnitedNations(day: String, count: Int) throws {
    #expect(try repositoryRegister(on: day).members.count == count)
  }

  /// Analytical report of 2 September 2005, paragraph 3: 112 signatories and 78 parties, the
  /// European Community among the signatories.
  @Test(arguments: [("2005-07-29", 112, 78), ("2006-06-02", 112, 91), ("2006-06-03", 112, 91)])
  func actionsOnTheMigrantsProtocol(day: String, signed: Int, deposited: Int) throws {
    let register = try repositoryRegister(on: day)
    let standings = (register.members + register.otherParticipants(in: "migrants-protocol")).map {
      register.standing(of: $0.iso3, in: "migrants-protocol")
    }
    #expect(standings.count { $0.hasSigned } == signed)
    #expect(standings.count { $0.hasDeposited } == deposited)
  }

  /// UN Treaty Collection, XVIII-12: the Cook Islands acceded on 4 March 2004, the Holy See on 25
  /// January 2012, Niue on 16 July 2012; none of them took part in the Protocol.
  @Test(arguments: [
    ("untoc", "2004-03-03", ["EU"]), ("untoc", "2004-03-04", ["COK", "EU"]),
    ("untoc", "2012-01-25", ["COK", "EU", "VAT"]),
    ("untoc", "2014-07-31", ["COK", "EU", "NIU", "VAT"]),
    ("migrants-protocol", "2014-07-31", ["EU"]),
  ])
  func otherParticipants(treaty: String, day: String, expected: [String]) throws {
    let register = try repositoryRegister(on: day)
    #expect(register.otherParticipants(in: treaty).map(\.iso3) == expected)
    #expect(!register.members.contains { expected.contains($0.iso3) })
  }

  /// Uruguay became the 100th party to the Convention on 4 March 2005 (press release UNIS/CP/510, whose
  /// list has the Cook Islands). The Secretary-General's report on ratification counts 100, 80 and 69
  /// parties as at 8 March 2005. The Firearms Protocol entered into force on 3 July 2005, ninety days
  /// after the fortieth deposit. In July 2014 the Treaty Collection has 179 parties to the Convention;
  /// Sierra Leone, Eritrea, Tonga and Barbados followed by November. Of later years the registers have
  /// what was found, and not all that there is.
  @Test(arguments: [
    ("untoc", "2005-03-03", 99), ("untoc", "2005-03-08", 100),
    ("trafficking-protocol", "2005-03-08", 80), ("migrants-protocol", "2005-03-08", 69),
    ("firearms-protocol", "2005-04-03", 39), ("firearms-protocol", "2005-04-04", 40),
    ("untoc", "2014-07-31", 179), ("untoc", "2014-11-11", 183),
    ("untoc", "2024-12-31", 187), ("trafficking-protocol", "2024-12-31", 163),
    ("migrants-protocol", "2024-12-31", 141), ("firearms-protocol", "2024-12-31", 120),
  ])
  func parties(treaty: String, day: String, expected: Int) throws {
    let register = try repositoryRegister(on: day)
    let participants = register.members + register.otherParticipants(in: treaty)
    #expect(
      participants.count { register.standing(of: $0.iso3, in: treaty).hasDeposited } == expected)
  }

  @Test(arguments: [
    ("MKD", "2005-07-29", "the Former Yugoslav Republic of Macedonia"),
    ("MKD", "2019-02-12", "North Macedonia"), ("LBY", "2005-07-29", "Libyan Arab Jamahiriya"),
    ("TUR", "2022-05-31", "Turkey"), ("TUR", "2022-06-01", "Türkiye"),
    ("SCG", "2003-02-03", "Yugoslavia"), ("SCG", "2003-02-04", "Serbia and Montenegro"),
    ("SWZ", "2018-05-29", "Swaziland"), ("SWZ", "2018-05-30", "Eswatini"),
    ("COD", "2005-07-29", "Democratic Republic of the Congo"),
    ("EU", "2005-07-29", "European Community"),
  ])
  func namesAsAtADay(iso3: String, day: String, expected: String) throws {
    #expect(try repositoryRegister(on: day).name(of: iso3, in: "en") == expected)
  }

  @Test(arguments: [
    ("fr", "DZA", "l'Algérie"), ("fr", "NLD", "les Pays-Bas"), ("fr", "CUB", "Cuba"),
    ("fr", "MKD", "l'ex-République yougoslave de Macédoine"), ("fr", "HND", "le Honduras"),
    ("es", "PER", "el Perú"), ("es", "MKD", "la ex República Yugoslava de Macedonia"),
    ("es", "CUB", "Cuba"), ("ru", "PER", "Перу"),
  ])
  func articlesOfLanguages(language: String, iso3: String, expected: String) throws {
    let register = try repositoryRegister(on: "2005-07-29")
    #expect(register.nameInSentence(of: iso3, in: language) == expected)
  }

  @Test(arguments: [
    ("CZE", "2005-07-29", "the Czech Republic"), ("CZE", "2024-01-01", "Czechia"),
    ("NLD", "2005-07-29", "the Netherlands"), ("MDV", "2005-07-29", "the Maldives"),
    ("MKD", "2005-07-29", "the Former Yugoslav Republic of Macedonia"),
    ("NAM", "2005-07-29", "Namibia"),
  ])
  func namesInSentencesAsAtADay(iso3: String, day: String, expected: String) throws {
    #expect(try repositoryRegister(on: day).nameInSentence(of: iso3, in: "en") == expected)
  }

  /// As UNTERM and the Statistics Division of the United Nations have them.
  @Test(arguments: [
    (
      "PSE",
      [
        "State of Palestine", "État de Palestine", "Estado de Palestina", "Государство Палестина",
        "巴勒斯坦国", "دولة فلسطين",
      ]
    ),
    ("VAT", ["Holy See", "Saint-Siège", "Santa Sede", "Святой Престол", "教廷", "الكرسي الرسولي"]),
    ("COK", ["Cook Islands", "Îles Cook", "Islas Cook", "Острова Кука", "库克群岛", "جزر كوك"]),
    ("NIU", ["Niue", "Nioué", "Niue", "Ниуэ", "纽埃", "نيوي"]),
  ])
  func namesOfStatesThatAreNoMemberStates(iso3: String, names: [String]) throws {
    let register = try repositoryRegister(on: "2024-06-30")
    #expect(["en", "fr", "es", "ru", "zh", "ar"].map { register.name(of: iso3, in: $0) } == names)
    #expect(!register.isUnit(iso3))
    let resolver = try ResolverCache.resolver("2024-06-30")
    for name in names {
      guard case .refused(let refusal) = resolver.resolve(name) else {
        Issue.record("\(name) is found")
        continue
      }
      #expect(refusal.rule == .noMember, "\(name)")
    }
  }

  @Test func regionalGroupsIn2005() throws {
    let register = try repositoryRegister(on: "2005-07-29")
    #expect(
      register.regionalGroups(in: "en").map(\.name) == [
        "Group of African States", "Group of Asian States", "Group of Eastern European States",
        "Group of Latin American and Caribbean States",
        "Group of Western European and Other States",
      ])
    #expect(register.regionalGroup(of: "CYP") == "asia_pacific")
    #expect(register.regionalGroup(of: "TUR") == "western_european_and_other")
    #expect(register.regionalGroup(of: "SCG") == "eastern_european")
    #expect(
      register.members.filter { register.regionalGroup(of: $0.iso3) == nil }.map(\.iso3) == ["KIR"])
  }
}
