package import Definition
package import DisclosureControl

/// The small collection with counted cells: 4 units, 3 answers to `attended`, 2 numbers.
package struct SmallFigures {
  private static let cells =
    "table,row,column,count,base\n"
    + [
      ("yes", 2), ("no", 1), (".base", 3), (".no_answer", 0), (".not_applicable", 0),
      (".not_asked", 0), (".unclear", 0), (".did_not_reply", 1), (".population", 4),
    ].map { row, count in
      "attendance,\(row),.total,\(count),3\n"
        + (1...3).map { "attendance,\(row),\($0),0,0\n" }.joined()
    }.joined() + """
      sessions,.value,.total,2,2
      sessions,.base,.total,2,2
      sessions,.no_answer,.total,0,2
      sessions,.not_applicable,.total,0,2
      sessions,.not_asked,.total,0,2
      sessions,.unclear,.total,0,2
      sessions,.did_not_reply,.total,2,2
      sessions,.population,.total,4,2

      """

  /// -0.5 and 3.
  private static let values = """
    table,row,column,number,part,units,weight,squares
    sessions,.value,.total,-0.5,0,1,1,1
    sessions,.value,.total,3,0,1,1,1

    """

  private static let manifest = """
    {"stage": "aggregate", "version": "0", "inputs": [], "outputs": [], "counts": {"units": 4, \
    "replied": 3}}
    """

  private static let behind = """
    table,row,column,unit,instance
    attendance,yes,.total,Zoë,
    attendance,yes,.total,ada,

    """

  package let collection: SmallCollection
  package let definition: CollectionDefinition
  package let released: ReleasedFigures

  /// - Parameters:
  ///   - old: What is replaced in the table plan.
  ///   - new: What it is replaced by.
  package init(tables old: String = "", with new: String = "") throws {
    collection = try SmallCollection()
    if !old.isEmpty { try collection.replace(old, with: new, in: "tables.yaml") }
    for (name, text) in Self.files {
      try collection.workdir.write(text, to: "Output/small/aggregated/\(name)")
    }
    definition = try CollectionDefinition(folders(collection))
    released = try ReleasedFigures(definition)
  }

  private static let files = [
    "cells.csv": cells, "behind.csv": behind, "values.csv": values, "manifest.json": manifest,
    "weights.csv": "table,row,column,part,units,weight,squares\n",
    "strata.csv": "stratum,name,population,factor,units,weight,squares\n",
    "parts.csv": "part,stratum,drawn,cluster,units,weight,squares\n",
    "drawn.csv": "drawn,name,units\n",
    "amounts.csv": "group,number,units\n",
    "amount-cells.csv": "group,table,row,column\n",
    "answer-states.csv":
      "question,attribute,code,answered,no_answer,not_applicable,not_asked,unclear,did_not_reply,"
      + "population\n",
  ]
}
