import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
import Register

/// `index.html`: the figures as one reads them, in one file that needs nothing else: no network, no
/// other file, and no script to be read.
struct PageForm: OutputForm {
  static let fileName = "index.html"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let page = try PageView(content)
    try AtomicFile.write(PageTemplate.render(page.view), to: "\(folder)/\(Self.fileName)")
  }
}

/// The whole page as the template draws it.
struct PageView {
  typealias View = PageFilters.View

  private let content: PublishedContent
  private let listed: ReplyingUnits?
  private let filters: PageFilters
  private let charts: ChartView

  init(_ content: PublishedContent) throws(RunError) {
    self.content = content
    let pipeline = content.definition.pipeline
    listed = try ReplyingUnits(content)
    filters = PageFilters(content.printed, units: listed?.attributes ?? [])
    charts = ChartView(
      setting: PageSetting(
        language: pipeline.spoken, filters: filters,
        decimalMark: pipeline.spreadsheet.decimalMark.text))
  }

  private var pipeline: PipelineDefinition { content.definition.pipeline }
  private var language: Language { pipeline.spoken }

  var view: View {
    get throws(RunError) {
      let tables = try zip(content.printed, content.tables).map {
        printed, released throws(RunError) in try table(printed, released)
      }
      let response = ResponseView(content, charts)
      let timeline = try days.map { TimelineView($0, cutOff: pipeline.cutOff, language) }
      return [
        "language": language.rawValue, "direction": language.isRightToLeft ? "rtl" : "ltr",
        "title": pipeline.title, "introduction": introduction,
        "words": Self.words(language, listing: listed?.kind ?? .nobody),
        "response": response.view, "timeline": timeline?.view ?? [],
        "filters": filters.views.isEmpty ? [] : [["variables": filters.views]],
        "tables": tables,
        "units": listed.map { [UnitsView($0, pipeline, filters: filters).view] } ?? [],
        "shorthand": signs.isEmpty ? [] : [["signs": signs]],
      ]
    }
  }

  /// On how many days how many replies came in; nil where they were given in confidence.
  private var days: [CalendarDate: Int]? {
    get throws(RunError) {
      if let listed { return listed.days }
      return try content.submissions?.days()
    }
  }

  private var introduction: [String] {
    let phrases: [Phrase?] = [
      .asAt(pipeline.cutOff), pipeline.publisher.map { .publisher($0) },
      pipeline.contact.map { .contact($0) },
    ]
    return phrases.compactMap { $0.map(language.text) }
  }

  /// What stands in place of figures that are withheld.
  private var signs: [String] {
    content.explanations.map { "\($0.sign): \($0.meaning)" }
  }

  private func table(_ printed: PrintedTable, _ released: ReleasedTable) throws(RunError) -> View {
    let table = released.table
    let made =
      printed.hasChart == false ? [] : ChartMaker(printed, of: table, charts.setting).charts()
    return [
      "id": printed.id, "title": printed.title, "notes": printed.notes,
      "charts": made.map { charts.view(of: $0, title: printed.title) },
      "table": TableView(printed, charts.setting).view,
      "footnotes": printed.footnotes.map(\.line), "lists": try lists(of: released),
    ]
  }

  /// The names behind the rows that the plan lists, in all columns.
  private func lists(of released: ReleasedTable) throws(RunError) -> [View] {
    guard listed != nil, let total = released.table.columns.first(where: \.path.isEmpty) else {
      return []
    }
    var rows: [View] = []
    for row in released.table.rows where row.isListed {
      guard let units = try released.units(row, total).value, !units.isEmpty else { continue }
      rows.append([
        "label": released.table.fullLabel(of: row),
        "names": language.text(.names(units.map(\.name))),
      ])
    }
    return rows.isEmpty ? [] : [["rows": rows]]
  }
}
