import Basics
import Register
import _TestSupport

/// A folder with registers of a few invented facts, of which a test replaces some.
struct SmallRegister {
  static let files = [
    "states.csv": """
    iso3,iso2,m49,kind,member_from,member_to,name_en,name_fr,article_en,article_fr,formal_name_en,source
    AAA,AA,004,state,,,Arcadia,Arcadie,,l',the Republic of Arcadia,
    BBB,BB,008,state,2002-09-10,,Borduria,Bordurie,,,,
    CCC,CC,012,state,,2006-06-03,Islands,Îles,the,les,,
    ORG,ORG,,organization,,,Union,Union,the,,,

    """,
    "former-names.csv": """
    name,language,iso3,valid_from,valid_to,article,source
    Old Arcadia,en,AAA,2001-01-01,2005-07-29,the,

    """,
    "state-names.csv": """
    name,language,iso3,kind,valid_from,valid_to,source
    République d’Arcadie,fr,AAA,formal,,,
    Arkadia,en,AAA,everyday,,2010-01-01,
    AR,en,AAA,abbreviation,,,

    """,
    "regional-groups.csv": """
    code,name_en,name_fr,valid_from,valid_to,source
    west,Western States,États de l’Ouest,,,
    east,Eastern States,,,2005-07-29,
    east,East Group,,2005-07-29,,

    """,
    "regional-group-members.csv": """
    iso3,group,valid_from,valid_to,source
    AAA,east,,2005-07-29,
    AAA,west,2005-07-29,,
    BBB,east,2002-09-10,,

    """,
    "coverage.csv": """
    part,known_from,complete_until,source
    states,2000-11-15,2030-12-31,
    regional-groups,2000-11-15,2030-12-31,

    """,
    "treaties.csv": """
    treaty,under,complete_until,source
    protocol,,2006-12-31,
    other,,2006-12-31,

    """,
    "treaty-admissions.csv": """
    treaty,admits,valid_from,valid_to,source
    protocol,states,,,
    protocol,organizations,2003-01-01,,
    other,states,,,

    """,
    "treaty-actions.csv": """
    treaty,iso3,signed,deposited,mode,withdrawn,source
    protocol,AAA,2000-12-12,2005-07-29,ratification,,
    protocol,BBB,2005-07-29,,,,
    protocol,ORG,,2004-01-01,approval,,
    other,CCC,2001-01-01,2001-01-01,,2003-05-01,
    other,CCC,,2005-09-01,accession,,

    """,
  ]

  let workdir: Workdir

  init() throws {
    workdir = try Workdir()
    for (name, text) in Self.files { try workdir.write(text, to: name) }
  }

  func register() throws -> Register {
    try Register(folder: workdir.path)
  }

  func asAt(_ day: String) throws -> RegisterAsAt {
    RegisterAsAt(try register(), on: try date(day))
  }
}

struct NoDate: Error {
  let text: String
}

func date(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(iso: text) else { throw NoDate(text: text) }
  return date
}

/// The registers of the repository as they stood on a day.
func repositoryRegister(on day: String) throws -> RegisterAsAt {
  RegisterAsAt(
    try Register(folder: "\(Repository.root)/Pipelines/registers"), on: try date(day))
}

/// Resolvers over the registers of the repository; each takes a while to make.
enum ResolverCache {
  private static let made = Locked<[String: StateResolver]>([:])

  static func resolver(
    _ day: String, by identifier: StateIdentifier = .name
  ) throws -> StateResolver {
    let key = "\(day) \(identifier)"
    if let resolver = made.withLock({ $0[key] }) { return resolver }
    let resolver = StateResolver(try repositoryRegister(on: day), by: identifier)
    made.withLock { $0[key] = resolver }
    return resolver
  }
}
