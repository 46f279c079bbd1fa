import Definition

/// A picture of one block of a table, before it gets its shapes.
enum PageChart {
  /// The parts of a whole, side by side in one bar a row.
  case bars(StackedBars)
  /// Shares that overlap, counts and means: a line a row, a dot a column.
  case dots(DotPlot)

  /// The heading of the block; empty where the table has one block.
  var heading: String {
    switch self {
    case .bars(let bars): bars.heading
    case .dots(let dots): dots.heading
    }
  }
}

/// What a column of a table is about, as filters know it.
struct FilterKey: Hashable {
  let variable: String
  let code: Int

  static func keys(of path: [Table.Category]) -> [FilterKey] {
    path.map { FilterKey(variable: $0.variable.name, code: $0.code) }
  }
}

struct StackedBars {
  struct Row {
    let label: String
    /// The number of units that the parts are of, as the table prints it.
    let base: String
    let keys: [FilterKey]
    /// Empty where a part is withheld: a bar would tell what it is.
    let parts: [Part]
    /// What stands in place of the bar.
    let sign: String
  }

  struct Part {
    let series: Int
    /// In per cent of the whole.
    let width: Double
    let text: String
  }

  let heading: String
  /// What the parts are, in their order.
  let series: [String]
  let rows: [Row]
  /// The colours of the parts; those of the page in their order where nil.
  var colours: [Int]?

  func colour(of series: Int) -> Int {
    colours?[series] ?? series % ChartShapes.colours
  }
}

struct DotPlot {
  struct Series {
    let label: String
    let keys: [FilterKey]
  }

  struct Row {
    let label: String
    let dots: [Dot]
    /// The shorthand of figures that are withheld, each once.
    let signs: [String]
    /// What stands for the first series, be it a sign; nil where there is nothing.
    let first: String?
  }

  struct Dot {
    let series: Int
    let value: Double
    let text: String
  }

  let heading: String
  let series: [Series]
  let rows: [Row]
  let scale: ChartScale
  /// What is measured, such as per cent.
  let unit: String
}
