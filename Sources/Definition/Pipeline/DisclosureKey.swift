package import Basics

/// The keys of `disclosure`.
package enum DisclosureKey: String, DefinitionKey {
  case threshold, interval
  case percentBase = "percent-base"
  case amounts
  case pPercent = "p-percent"
  case dominantUnits = "dominant-units"
  case dominantPercent = "dominant-percent"
  case unanimity
  case roundingBase = "rounding-base"

  package var entry: KeyEntry {
    switch self {
    case .unanimity:
      KeyEntry(
        .word(DisclosureRules.Unanimity.self), .means("released"),
        "Whether it is published that all of a group gave one answer, which tells the answer of each of them "
          + "however many they are: with `hidden` at least `interval` of them may have given another.",
        example: "hidden", readBy: [.export])
    case .roundingBase:
      KeyEntry(
        .whole(3...20_000), .words("counts are hidden and not rounded"),
        "Instead of hiding counts, all are rounded to a multiple of this number next to them, so that the "
          + "parts of a table add up to its wholes where that is possible; percentages and means are of "
          + "rounded counts. A count is hidden only where rounding leaves open less than `interval`, which "
          + "is smaller.",
        example: "5", readBy: [.export])
    case .amounts:
      KeyEntry(
        .word(DisclosureRules.Amounts.self),
        .words("`guarded` beside one of the following keys, else `hidden`"),
        "Whether sums and means of number questions are published: `released`, where no unit can be a large "
          + "part of a sum, as with ages; `guarded`, where they keep the rules of the following keys. A "
          + "threshold does not see that one enterprise has most of a turnover.",
        example: "released", readBy: [.aggregate, .export])
    case .pPercent:
      KeyEntry(
        .whole(1...1_000), .words("no such rule"),
        "How many per cent, at least, the highest possible value of a number lies above it for whoever has the "
          + "tables and knows one other number, such as its own (the p% rule).",
        example: "10", readBy: [.aggregate, .export])
    case .dominantUnits:
      KeyEntry(
        .whole(1...5), .means("1"),
        "How many units `dominant-percent` is about: the n of the (n, k) rule.", example: "2",
        readBy: [.export])
    case .dominantPercent:
      KeyEntry(
        .whole(1...99), .words("no such rule"),
        "The largest share of a sum that its `dominant-units` largest numbers may have for all that can be told "
          + "from the tables: the k of the (n, k) rule, or dominance rule.",
        example: "85", readBy: [.aggregate, .export])
    case .threshold:
      KeyEntry(
        .whole(2...1_000), .means("3"),
        "Counts above 0 and below the threshold are hidden (OECD Glossary of Statistical Terms, "
          + "7010).",
        example: "5", readBy: [.export])
    case .interval:
      KeyEntry(
        .whole(2...10_000), .words("the threshold"),
        "How far apart the smallest and the largest possible value of a hidden or rounded count are at "
          + "least; not below the threshold.",
        example: "5", readBy: [.export])
    case .percentBase:
      KeyEntry(
        .whole(1...1_000_000), .means("1"), "The smallest base that percentages are published of.",
        example: "10", readBy: [.export])
    }
  }
}
