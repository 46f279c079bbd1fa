import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
@testable import Publication
import Statistics
import Testing
import _TestSupport

struct PageChartTests {
  private struct NoTable: Error {}

  private func charts(_ id: String, tables old: String = "", with new: String = "") throws
    -> [PageChart]
  {
    let figures = try SmallFigures(tables: old, with: new)
    guard let released = figures.released[id] else { throw NoTable() }
    let printed = try TablePrinter(released, percentDecimals: 0).print()
    let setting = PageSetting(
      language: .english, filters: PageFilters([printed], units: []), decimalMark: ".")
    return ChartMaker(printed, of: released.table, setting).charts()
  }

  /// 2 of 3 said yes: 66.67 per cent of the bar, printed as 67.
  @Test func partsOfAWholeAreABar() throws {
    guard case .bars(let bars)? = try charts("attendance").first else { throw NoTable() }
    #expect(bars.series == ["Yes", "No"])
    let total = try #require(bars.rows.first)
    #expect(total.label == "Total" && total.base == "3" && total.keys.isEmpty)
    #expect(total.parts.map(\.text) == ["67", "33"])
    #expect(ChartShapes.number(total.parts[0].width) == "66.67")
    // Nobody is in the base of the other columns.
    #expect(bars.rows.count == 1)
  }

  @Test func shapesOfABar() throws {
    guard case .bars(let bars)? = try charts("attendance").first else { throw NoTable() }
    let row = try #require(bars.rows.first)
    func places(_ isRightToLeft: Bool) -> [[String]] {
      ChartShapes(isRightToLeft: isRightToLeft).parts(of: row, in: bars).map { part in
        [part.start, part.width]
      }
    }
    #expect(places(false) == [["0", "66.67"], ["66.67", "33.33"]])
    #expect(places(true) == [["33.33", "66.67"], ["0", "33.33"]])
  }

  /// The mean of -0.5 and 3 is 1.25, which is 62.5 per cent of an axis to 2.
  @Test func numbersAreDots() throws {
    guard case .dots(let plot)? = try charts("sessions").first else { throw NoTable() }
    #expect(plot.unit == "Mean")
    #expect(plot.rows.map(\.label) == ["How many sessions?"])
    #expect(plot.rows[0].dots.map(\.text) == ["1.25"])
    #expect(plot.scale.position(of: 1.25) == 62.5)
  }

  /// Without per cent there is no whole that a bar could show.
  @Test func countsAreDots() throws {
    let charts = try charts(
      "attendance", tables: "columns: [rating]", with: "columns: [rating]\n    statistics: [count]")
    guard case .dots(let plot)? = charts.first else { throw NoTable() }
    #expect(plot.unit == "Number" && plot.rows.map(\.label) == ["Yes", "No"])
    #expect(plot.rows[0].dots.first?.text == "2")
  }

  /// What is hidden is said by its sign, and nothing where all is missing.
  @Test func hiddenDotsAreToldInWords() {
    let setting = PageSetting(
      language: .english, filters: PageFilters([], units: []), decimalMark: ".")
    func words(_ rows: [DotPlot.Row]) -> String? {
      let plot = DotPlot(
        heading: "", series: [.init(label: "Total", keys: [])], rows: rows, scale: .percent,
        unit: "Per cent")
      return ChartView(setting: setting).view(of: .dots(plot), title: "Trust")["alternative"]
        as? String
    }
    let hidden = DotPlot.Row(label: "Yes", dots: [], signs: ["[c]"], first: "[c]")
    let missing = DotPlot.Row(label: "No", dots: [], signs: [], first: nil)
    #expect(words([hidden, missing])?.contains(" Total: Yes [c]. ") == true)
    #expect(words([missing])?.contains("Total") == false)
  }

  @Test(arguments: [
    ([0.0], ["0", "1", "2"]), ([35.0, 12], ["0", "20", "40"]), ([52.0], ["0", "30", "60"]),
    ([2.0], ["0", "1", "2"]), ([0.8], ["0", "0.4", "0.8"]), ([0.031], ["0", "0.02", "0.04"]),
    ([-3.0, 1], ["-4", "0", "4"]), ([100.0], ["0", "50", "100"]), ([101.0], ["0", "100", "200"]),
    ([1234.0], ["0", "1000", "2000"]),
    (
      [3.5e37],
      ["0", "20000000000000000000000000000000000000", "40000000000000000000000000000000000000"]
    ),
    ([7e-12], ["0", "0.000000000004", "0.000000000008"]),
  ])
  func axesEndAtRoundNumbers(values: [Double], expected: [String]) {
    #expect(ChartScale(holding: values).ticks.map(\.text) == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (100, "100"), (66.666_666, "66.67"), (33.3, "33.3"), (0.05, "0.05"),
    (-1.5, "-1.5"), (12.004, "12"), (99.999, "100"),
  ])
  func shapesHaveTwoDecimals(value: Double, expected: String) {
    #expect(ChartShapes.number(value) == expected)
  }

  @Test func dotsOfEachColumnLookDifferent() {
    let looks = (0..<24).map { "\($0 % ChartShapes.colours) \(DotForm.of($0).path)" }
    #expect(Set(looks).count == 24)
  }

  /// Three replies on two days of ten, the cut-off on the eleventh: up to 1 of 4, then at the fifth
  /// day to 3 of 4.
  @Test func repliesComeInSteps() throws {
    func day(_ day: Int) throws -> CalendarDate {
      try #require(CalendarDate(year: 2024, month: 6, day: day))
    }
    let days = [try day(6): 2, try day(1): 1]
    let view = TimelineView(days, cutOff: try day(11), .english).view
    #expect(view.first?["path"] as? String == "M0 100V75H50V25H100")
    let arabic = TimelineView(days, cutOff: try day(11), .arabic).view
    #expect(arabic.first?["path"] as? String == "M100 100V75H50V25H0")
    #expect(TimelineView([try day(1): 1], cutOff: try day(11), .english).view.isEmpty)
    #expect(TimelineView([try day(1): 2], cutOff: try day(1), .english).view.isEmpty)
  }

  /// Every member of the register has a tile, and none has that of another.
  @Test func everyStateHasATileOfItsOwn() throws {
    let rows = try Repository.text(of: "Pipelines/registers/states.csv").split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let members = rows.filter { $0[3] == "state" && $0[5].isEmpty }.map { String($0[0]) }
    #expect(members.count == 193)
    let positions = TilePositions(members)
    #expect(Set(positions.all.map { "\($0.column) \($0.row)" }).count == 193)
    #expect(positions.rows == 19)
    // One that is not drawn stands below the others, and Serbia and Montenegro where Serbia does.
    let others = TilePositions(["XXX", "SCG", "XXY"])
    #expect(others.all[0] == (0, 20) && others.all[2] == (1, 20))
    #expect(others.all[1] == TilePositions(["SRB"]).all[0])
  }
}
