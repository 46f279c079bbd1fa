import Definition
import Phrases

/// The States of the world as tiles of one size, each roughly where it lies: by status, or as they
/// answered. There are no borders, and nothing is said of any.
struct WorldMap {
  typealias View = PageFilters.View

  /// The distance of tiles, whose sides are 34 long.
  private static let step = 37
  /// More colours than this are no picture.
  private static let mostCodes = ChartShapes.colours

  private let listed: ReplyingUnits
  private let language: Language

  init(_ listed: ReplyingUnits, _ language: Language) {
    (self.listed, self.language) = (listed, language)
  }

  /// None of units that are no States, nor where States have no attribute to be coloured by.
  var view: [View] {
    guard listed.kind == .states,
      let attribute = listed.attributes.firstIndex(where: { $0.codes.count <= Self.mostCodes })
    else { return [] }
    let entry = listed.attributes[attribute]
    let positions = TilePositions(listed.units.map(\.code))
    let tiles = zip(listed.units, positions.all).map { state, position -> View in
      let code = state.attributes[attribute]
      return [
        "code": state.code, "x": position.column * Self.step, "y": position.row * Self.step,
        "colour": code ?? ChartShapes.colours - 1, "mark": code.map { String($0 + 1) } ?? "",
      ]
    }
    return [
      [
        "alternative": language.text(.mapBy(entry.label)), "attribute": entry.label,
        "width": TilePositions.columns * Self.step - 3, "height": positions.rows * Self.step - 3,
        "tiles": tiles,
        "legend": entry.codes.enumerated().map { code, choice -> View in
          ["colour": code, "mark": String(code + 1), "label": choice.label]
        },
      ]
    ]
  }
}

/// Where the tile of each State stands.
///
/// Worked out from one point of each State, by moving tiles until those of neighbours lie side by side
/// and in their direction.
struct TilePositions {
  typealias Position = (column: Int, row: Int)

  static let columns = 26
  /// In the order of the codes that were given.
  let all: [Position]
  let rows: Int

  /// A State that is not drawn stands below, in a row of its own.
  init(_ codes: [String]) {
    var drawn = Self.drawn
    // It lay where Serbia does, and neither was there beside it.
    if !codes.contains("SRB") { drawn["SCG"] = drawn["SRB"] }
    var others = 0
    all = codes.map { code in
      if let position = drawn[code] { return position }
      defer { others += 1 }
      return (others % Self.columns, Self.lines.count + 1 + others / Self.columns)
    }
    rows = (all.map(\.row).max() ?? 0) + 1
  }

  private static let drawn: [String: Position] = {
    var positions: [String: Position] = [:]
    for (row, line) in lines.enumerated() {
      var rest = line
      for column in 0..<columns {
        let code = String(rest.prefix(3))
        rest = rest.dropFirst(3)
        if code != "..." { positions[code] = (column, row) }
      }
    }
    return positions
  }()

  private static let lines = picture.split(separator: "\n")
  private static let picture = """
    ...............ISL......NORDNK...SWEPOLESTFIN.................................
    ...............IRLGBR...NLDDEU...CZESVKLVA....................................
    .....................BELLUXLIEAUT...HUNLTUBLR.................................
    .....................FRACHESMRSVNHRVSRBROUMDAUKR......KAZ...RUS...............
    ...............PRTESPANDMCOITABIHMNE...BGRTURGEOAZE...UZBKGZ..................
    CAN..............................ALBMKD......SYRARMTKM...TJK...MNG...PRK......
    USA...BHS.........MAR......TUNMLT...GRCCYPLBNIRQ...IRNAFG......CHN...KORJPN...
    ...CUBHTIDOM............DZA............ISRJORKWTBHR...PAKNPLBTN...............
    MEXBLZJAMKNAATG......MRT.........LBY...EGY...SAUQATAREINDBGDMMRLAO............
    GTMHND......DMACPVGMBSENMLI...NER..................OMN......THAVNM............
    SLVNIC...VCTLCABRBGNBGINBFA.........TCDSDNERI...YEM......LKA...KHMPHL.........
    ...CRIPANGRDTTO......SLEGHABENNGACMRCAFSSDETHDJI......MDV...MYS...............
    ......COLVENGUYSUR...LBRCIVTGOGNQ.........UGA...SOM.........SGPBRNPLWFSMMHL...
    ......ECU..................STPGABCOGCODRWA...KEN...............IDN...NRUKIR...
    ......PER...BRA........................BDITZA......SYC.........TLSPNGSLBTUVWSM
    .........BOL.....................AGO...ZMBMWI...COM...............AUSVUTFJITON
    ............PRY..................NAMBWAZWE...MOZMDGMUS..................NZL...
    ......CHLARGURY...........................SWZ.................................
    ....................................ZAFLSO....................................
    """
}
