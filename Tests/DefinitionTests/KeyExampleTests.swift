import Basics
@testable import Definition
import Foundation
import Testing
import _TestSupport

/// A file of a definition in which one key is to be set to its example.
struct KeyContext: Sendable {
  let file: String
  /// The file, in which the line `KEY` stands for the key that is tried.
  var text: String
  /// Keys that cannot stand beside some key.
  var without: [String: [String]] = [:]
  /// Lines that have to stand beside some key.
  var with: [String: [String]] = [:]

  /// The file with a key set to its example.
  func text(with key: String, _ example: String) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let context = try #require(lines.first { $0.trimmingPrefix { $0 == " " } == "KEY" })
    let margin = context.prefix { $0 == " " }
    let refused = [key] + (without[key] ?? [])
    return lines.flatMap { line -> [String] in
      if line == context { return (["\(key): \(example)"] + (with[key] ?? [])).map { margin + $0 } }
      let isRefused = refused.contains { line.hasPrefix("\(margin)\($0):") }
      return isRefused ? [] : [line]
    }.joined(separator: "\n")
  }
}

/// Every example of the reference pages is read without an error.
struct KeyExampleTests {
  private func definition(_ file: String, _ text: String) throws -> CollectionDefinition {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    var files = Self.files.merging([file: text], uniquingKeysWith: { $1 })
    if text.contains("attributes:") {
      let isInBands = text.contains("below: ") || text.contains("from: ")
      files["units.csv"] =
        isInBands ? "code,ldc\nNAM,40\nFRA,260\n" : "code,ldc\nNAM,yes\nFRA,no\n"
    }
    for (name, text) in files {
      try workdir.write(text, to: "Pipelines/small/\(name)")
    }
    return try CollectionDefinition(folders(workdir))
  }

  private func read<Key: DefinitionKey>(
    _ keys: Key.Type, in context: KeyContext, only names: [Key] = Array(Key.allCases)
  ) throws {
    for key in names {
      let text = try context.text(with: key.rawValue, key.entry.example)
      do {
        _ = try definition(context.file, text)
      } catch {
        Issue.record("\(Key.self).\(key): \(error)\n\(text)")
      }
    }
  }

  @Test func pipeline() throws {
    try read(
      PipelineKey.self,
      in: KeyContext(file: "pipeline.yaml", text: "\(Self.head)\nKEY\nsources: \(Self.inOneLine)"))
    func below(_ name: String) -> KeyContext {
      KeyContext(file: "pipeline.yaml", text: "\(Self.head)\n\(name):\n  KEY\n\(Self.sources)")
    }
    try read(RegisterKey.self, in: below("register"))
    let attributes = "\(Self.head)\n\(Self.sources)\nattributes:\n  -\n    name: ldc\n"
    try read(
      AttributeKey.self, in: KeyContext(file: "pipeline.yaml", text: "\(attributes)    KEY\n"))
    func ofCode(besides other: String) -> KeyContext {
      KeyContext(
        file: "pipeline.yaml",
        text:
          "\(attributes)    codes:\n      - {\(other)}\n      -\n        name: yes\n        KEY\n")
    }
    try read(AttributeCodeKey.self, in: ofCode(besides: "name: no"), only: [.name, .label])
    try read(AttributeCodeKey.self, in: ofCode(besides: "name: no, below: 50"), only: [.from])
    try read(AttributeCodeKey.self, in: ofCode(besides: "name: no, from: 250"), only: [.below])
    try read(RoundingKey.self, in: below("rounding"))
    var disclosure = below("disclosure")
    disclosure.with = ["dominant-units": ["dominant-percent: 85"]]
    try read(DisclosureKey.self, in: disclosure)
    try read(
      QuantifierKey.self,
      in: KeyContext(
        file: "pipeline.yaml",
        text: "\(Self.head)\n\(Self.sources)\nquantifiers:\n  -\n    word: most\n    at-least: 50\n"
          + "    KEY\n",
        without: ["exactly": ["at-least"]]))
  }

  private func source(_ lines: [String], without: [String: [String]] = [:]) -> KeyContext {
    KeyContext(
      file: "pipeline.yaml",
      text: "\(Self.head)\n\(Self.sources.dropLast())\n  -\n"
        + lines.map { "    \($0)\n" }.joined(),
      without: without, with: ["century": ["date-order: dmy"]])
  }

  @Test func sources() throws {
    let plain = ["file: other.csv", "unit: {column: State}", "received: {column: Received}"]
    let context = source(plain + ["KEY"], without: ["repeat": ["unit", "received"]])
    try read(SourceKey.self, in: context, only: SourceKey.allCases.filter { $0 != .items })
    var merged = source(plain + ["KEY"])
    merged.text.replace("unit: state\n", with: "unit: state\nresubmissions: merge\n")
    try read(SourceKey.self, in: merged, only: [.items])
    var items = source(plain + ["items:", "  column: a", "  by: [State, Received]", "  KEY"])
    items.text.replace("unit: state\n", with: "unit: state\nresubmissions: merge\n")
    try read(ItemsKey.self, in: items, only: [.column, .by])
    var roster = source([
      "file: other.csv", "unit: {column: State}", "received: {date: 2005-01-01}", "items:",
      "  column: a", "  by: [State]", "  KEY",
    ])
    roster.text.replace("unit: state\n", with: "unit: state\nresubmissions: replace\n")
    try read(ItemsKey.self, in: roster, only: [.instances])
    try read(AnswerKey.self, in: context)
    try read(AnswerKey.self, in: source(plain + ["answers:", "  law:", "    KEY"]))
    try read(UnitKey.self, in: source([plain[0], plain[2], "unit:", "  column: S", "  KEY"]))
    try read(ReceivedKey.self, in: source([plain[0], plain[1], "received:", "  KEY"]))
    try read(
      TestRecordKey.self,
      in: source(plain + ["test-records:", "  column: a", "  values: [b]", "  KEY"]))
    try read(
      RepeatKey.self,
      in: source([plain[0], "repeat:", "  name: laws", "  key: a", "  parent: b", "  KEY"]))
  }

  /// - Parameter named: The name of an entry that stands for several.
  private func plan(_ text: String, _ named: String = "id: a_<way>") -> KeyContext {
    KeyContext(
      file: "tables.yaml", text: text,
      without: [
        "each": ["rows"], "population": ["rows"], "where": ["below"], "of": ["below"],
        "value": ["from", "codes"], "mentions": ["from", "codes"], "for": ["name"],
      ],
      with: [
        "population": ["rows: status"], "for": [named],
        "independence": ["columns: rating"],
      ])
  }

  @Test func variables() throws {
    try read(
      PlanKey.self,
      in: KeyContext(file: "tables.yaml", text: "KEY\ntables: [{rows: law}]\n"))
    let variable = "variables:\n  -\n    name: band\n    from: delegates\n    codes:"
    try read(
      VariableKey.self,
      in: plan(
        "\(variable) [{name: few, below: 4}]\n    KEY\ntables: [{rows: law}]\n", "name: a_<way>"))
    let code = "\n      -\n        name: a\n        below: 9\n        KEY\ntables: [{rows: law}]\n"
    try read(
      CodeKey.self, in: plan(variable + code, "name: a_<way>"),
      only: [.template, .name, .label, .from, .below, .condition])
    try read(
      CodeKey.self, in: plan(variable.replacing("delegates", with: "status") + code), only: [.of])
  }

  @Test func weightsAndSamples() throws {
    let weights = "tables: [{rows: law}]\nweights:\n  question: weight\n  KEY\n"
    try read(
      WeightKey.self,
      in: KeyContext(
        file: "tables.yaml", text: weights, with: ["totals": ["post-stratify: [law]"]]))
    try read(
      SampleKey.self,
      in: KeyContext(file: "tables.yaml", text: "tables: [{rows: law}]\nsample:\n  KEY\n"))
  }

  @Test func tables() throws {
    let table = "tables:\n  -\n    rows: law\n"
    try read(TableKey.self, in: plan("sample: {confidence: 95}\n\(table)    KEY\n"))
    try read(DecimalsKey.self, in: plan("\(table)    decimals:\n      KEY\n"))
    try read(NestKey.self, in: plan("tables:\n  -\n    rows:\n      KEY\n"))
    try read(
      FootnoteKey.self,
      in: KeyContext(
        file: "tables.yaml",
        text: "\(table)    footnotes:\n      -\n        on: yes\n        text: a\n        KEY\n",
        without: ["row": ["on"], "column": ["on"]]))
    let net = "    nets:\n      -\n        name: net\n"
    try read(
      NetKey.self, in: plan("\(table)\(net)        of: [yes]\n        KEY\n"),
      only: [.name, .label, .of])
    try read(
      NetKey.self,
      in: plan("\(table.replacing("law", with: "rating"))\(net)        KEY\n"),
      only: [.top, .bottom])
  }

  @Test func rules() throws {
    try read(RulesKey.self, in: KeyContext(file: "rules.yaml", text: "KEY\n"))
    try read(
      RuleKey.self,
      in: KeyContext(
        file: "rules.yaml",
        text: """
          rules:
            -
              id: a
              severity: fatal
              if: ${law} = 'no'
              message: a
              meaning: An answer.
              KEY
          """,
        without: ["unique": ["if"], "by": ["if"], "for": ["id"]],
        with: [
          "for": ["id: a_<way>"],
          "unique": ["over: collection"],
          "by": ["over: collection", "if: count(${law} = 'no') > 3"],
        ]))
  }

  /// What stands at the top of the pages, and in the chapter on rules.
  @Test func wholeFiles() throws {
    let blocks = { (page: String) in
      page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
        $0.components(separatedBy: "```").first
      }
    }
    let files = blocks(PipelinePage.text)
    try #require(files.count == 3)
    for (name, text) in [
      ("pipeline.yaml", files[0]), ("rules.yaml", files[1]),
      ("tables.yaml", try #require(blocks(PlanPage.text).first)),
    ] {
      _ = try definition(name, text)
    }
  }

  private static let head = """
    title: Replies
    cut-off: 2014-06-30
    unit: state
    """

  private static let inOneLine =
    "[{file: replies.csv, unit: {column: State}, received: {column: Received}}]\n"

  private static let sources = """
    sources:
      - {file: replies.csv, unit: {column: State}, received: {column: Received}}

    """

  private static let files = [
    "pipeline.yaml": "\(head)\nregister: {treaty: untoc, incomplete: yes}\n\(sources)"
      + "  - {file: laws.csv, repeat: {name: laws, key: a, parent: b}}\n",
    "tables.yaml": "tables: [{rows: law}]\n",
    "survey.csv": """
    type,name,label
    select_one law,law,Is there a law?
    text,law_text,The text
    integer,delegates,How many delegates?
    decimal,weight,Weight
    select_multiple measure,measures,Which measures?
    select_one rating,rating,How was it?
    select_one way,mode,How it came
    select_one way,way,Another way
    date,day,When it came
    begin_repeat,laws,Laws
    text,law_title,Title
    end_repeat,,

    """,
    "choices.csv": """
    list_name,name,label
    law,yes,Yes
    law,in_part,In part
    law,no,No
    measure,press,Press
    measure,radio,Radio
    rating,1,Bad
    rating,2,Fair
    rating,3,Good
    way,web,By web

    """,
  ]
}
