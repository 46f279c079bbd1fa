import Foundation
import Register
import Testing
import _TestSupport

/// Thousands of texts in six languages, mangled and misspelt, whose true codes come from elsewhere
/// than the registers (`Tests/Generators/state_name_traps.py`).
struct StateNameTrapTests {
  private struct Figures {
    var right = 0
    var wrong: [String] = []
    var missed: [String] = []
    var withoutSuggestion: [String] = []
    /// Unknown names with another number of suggestions than three.
    var withoutThree: [String] = []
  }

  /// The States of note 3 of the analytical report of 2 September 2005 (CTOC/COP/2005/4), as it
  /// spells them: those that replied by status, and the parties that did not.
  private static let note3 = [
    """
    Azerbaijan AZE, Bahrain BHR, Belarus BLR, Belgium BEL, Brazil BRA, Canada CAN, Costa Rica CRI, \
    Croatia HRV, Cyprus CYP, El Salvador SLV, Estonia EST, France FRA, Guatemala GTM, Jamaica JAM, \
    Latvia LVA, Lithuania LTU, Malta MLT, Mexico MEX, Myanmar MMR, Namibia NAM, Netherlands NLD, \
    New Zealand NZL, Nigeria NGA, Peru PER, Philippines PHL, Poland POL, Portugal PRT, Romania ROU, \
    Russian Federation RUS, Slovakia SVK, Slovenia SVN, South Africa ZAF, Spain ESP, Tunisia TUN, \
    Turkey TUR
    """,
    """
    Austria AUT, Czech Republic CZE, Finland FIN, Germany DEU, Iceland ISL, Republic of Moldova MDA, \
    Sweden SWE, Switzerland CHE, United Kingdom of Great Britain and Northern Ireland GBR, \
    United Republic of Tanzania TZA, United States of America USA
    """,
    "Angola AGO, China CHN, Honduras HND, Kuwait KWT, Malaysia MYS, Maldives MDV",
    """
    Albania ALB, Algeria DZA, Argentina ARG, Armenia ARM, Australia AUS, Benin BEN, \
    Bosnia and Herzegovina BIH, Botswana BWA, Bulgaria BGR, Burkina Faso BFA, Cape Verde CPV, \
    Chile CHL, Djibouti DJI, Ecuador ECU, Egypt EGY, Gambia GMB, Grenada GRD, Guinea GIN, Kenya KEN, \
    Kyrgyzstan KGZ, Lao People's Democratic Republic LAO, Lesotho LSO, Liberia LBR, \
    Libyan Arab Jamahiriya LBY, Malawi MWI, Mali MLI, Mauritania MRT, Mauritius MUS, Monaco MCO, \
    Norway NOR, Oman OMN, Panama PAN, Saint Kitts and Nevis KNA, Senegal SEN, \
    Serbia and Montenegro SCG, Seychelles SYC, Tajikistan TJK, \
    the Former Yugoslav Republic of Macedonia MKD, Turkmenistan TKM, Ukraine UKR, Uruguay URY, \
    Venezuela (Bolivarian Republic of) VEN, Zambia ZMB
    """,
  ]

  /// Whose the former names of the traps were, by ISO 3166-3 and its newsletters. Czechoslovakia, the
  /// German Democratic Republic, Democratic Yemen and the Soviet Union have more than one successor, or
  /// one that went on beside them.
  private static let former = [
    "Western Samoa": "WSM", "Macedonia": "MKD", "the former Yugoslav Republic of Macedonia": "MKD",
    "Swaziland": "SWZ", "Burma": "MMR", "Zaire": "COD", "Zaïre": "COD", "Upper Volta": "BFA",
    "Haute-Volta": "BFA", "Dahomey": "BEN", "Yugoslavia": "SCG", "Югославия": "SCG",
    "Cape Verde": "CPV", "Libyan Arab Jamahiriya": "LBY", "Turkey": "TUR",
  ]

  @Test func allStatesOfNote3AreFoundAtTheCutOff() throws {
    let entries = Self.note3.flatMap { $0.components(separatedBy: ", ") }
    #expect(entries.count == 95)
    let resolver = try ResolverCache.resolver("2005-07-29")
    for entry in entries {
      let (name, iso3) = (String(entry.dropLast(4)), String(entry.suffix(3)))
      #expect(resolver.resolve(name) == .found(iso3: iso3), "\(name)")
    }
    print("States of note 3 of the model report: \(entries.count)")
  }

  @Test func noTextIsTakenForAWrongState() throws {
    let traps = CSVText.rows(try Repository.text(of: "Tests/Fixtures/state-name-traps.csv"))
    var figures = Figures()
    for trap in traps {
      let (text, iso3, day) = (trap["text"] ?? "", trap["iso3"] ?? "", trap["as_at"] ?? "")
      let shown = "'\(text)' on \(day) (\(trap["kind"] ?? "")), truly '\(iso3)'"
      switch try ResolverCache.resolver(day).resolve(text) {
      case .found(iso3): figures.right += 1
      // The traps have no code for a name of another time: whose it was stands here.
      case .foundByOtherName(let found, _) where iso3 == found: figures.right += 1
      case .foundByOtherName(let found, _) where iso3.isEmpty && Self.former[text] == found:
        figures.right += 1
      case .foundByOtherName(let found, _):
        figures.wrong.append("\(shown), taken for \(found)")
      case .found(let found): figures.wrong.append("\(shown), taken for \(found)")
      case .refused(let refusal):
        if iso3.isEmpty { figures.right += 1 } else { figures.missed.append(shown) }
        if refusal.suggestions.isEmpty && refusal.code == nil {
          figures.withoutSuggestion.append(shown)
        }
        if refusal.rule == .unknown, Set(refusal.suggestions).count != 3 {
          figures.withoutThree.append(shown)
        }
      }
    }
    print(
      "State names: \(traps.count) texts, \(figures.right) right, \(figures.wrong.count) wrong, "
        + "\(figures.missed.count) refused though a State, "
        + "\(figures.withoutSuggestion.count) refused without a suggestion")
    #expect(traps.count >= 500)
    #expect(figures.wrong == [])
    #expect(figures.withoutSuggestion == [])
    #expect(figures.withoutThree == [])
    #expect(figures.right * 100 >= traps.count * 97)
  }
}
