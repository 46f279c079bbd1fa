import Basics
import Definition
@testable import ReportProse
import Questionnaire
import Testing
import _TestSupport

struct ReportTemplateTests {
  private func fill(_ text: String, _ figures: SmallFigures) throws -> String {
    let path = try figures.collection.workdir.write(text, to: "report.md")
    return try ReportTemplate(path: path).filled(
      ReportFigures(
        pipeline: figures.definition.pipeline, plan: figures.definition.plan,
        released: figures.released)
    ).text
  }

  @Test(arguments: [
    ("", ""), ("No placeholder } here {\n", "No placeholder } here {\n"),
    ("{{title}}", "A small survey"), ("{{cut-off}}", "30 June 2024"),
    ("{{number attendance/yes}}", "two"), ("{{Number attendance/yes}} came", "Two came"),
    ("{{figure attendance/yes}}", "2"), ("{{ figure  attendance/yes }}", "2"),
    ("{{number attendance/yes/.total}}", "two"), ("{{base attendance/yes}}", "three"),
    ("{{number attendance/.population}}", "four"), ("{{number attendance/.no_answer}}", "none"),
    ("{{percent attendance/yes}}", "67 per cent (2 of 3)"),
    ("{{percent attendance/no}}", "33 per cent (1 of 3)"),
    ("{{Quantifier attendance/yes}}", "Most (2 of 3)"),
    ("{{quantifier attendance/no}}", "few (1 of 3)"),
    ("{{percent attendance/yes/1}}", "no share (0 of 0)"),
    ("{{quantifier attendance/yes/1}}", "no share (0 of 0)"),
    ("{{list attendance/yes}}", "ada, Zoë"), ("{{names attendance/yes}}", "ada and Zoë"),
    ("{{names attendance/yes/1}}", "none"),
    (
      "{{scale}}",
      "- “all”: exactly 100 per cent\n- “most”: 50 per cent or more\n"
        + "- “few”: 0.01 per cent or more\n- “none”: exactly 0 per cent"
    ),
    ("a{{number attendance/yes}}b{{number attendance/no}}c", "atwobonec"),
    ("{{number attendance/yes = A pair}} came", "A pair came"),
    ("{{Quantifier attendance/yes=The larger part}}", "The larger part"),
    ("{{mention Côte d’Ivoire}}", "Côte d’Ivoire"),
  ])
  func placeholders(text: String, expected: String) throws {
    #expect(try fill(text, SmallFigures()) == expected)
  }

  @Test(arguments: [
    (
      "{{nmber attendance/yes}}", 1,
      "[unknown-placeholder] {{nmber attendance/yes}}: expected number, figure, base, percent, "
        + "quantifier, list, names, title, cut-off, scale, mention. Did you mean 'number'?"
    ),
    (
      "a\r\nb\n{{number attendence/yes}}", 3,
      "[unknown-cell] {{number attendence/yes}}: there is no table 'attendence'; "
        + "expected 'attendance', 'sessions'. Did you mean 'attendance'?"
    ),
    (
      "{{number attendance/yess}}", 1,
      "[unknown-cell] {{number attendance/yess}}: there is no row 'yess'; expected one of 9 names "
        + "('yes', 'no', '.base', '.no_answer', '.not_applicable', …). Did you mean 'yes'?"
    ),
    (
      "{{number attendance/yes/4}}", 1,
      "[unknown-cell] {{number attendance/yes/4}}: there is no column '4'; "
        + "expected '.total', '1', '2', '3'."
    ),
    (
      "{{number attendance}}", 1,
      "[unknown-cell] {{number attendance}}: expected a cell as in table/row or table/row/column"
    ),
    (
      "{{percent attendance/.no_answer}}", 1,
      "[no-share] {{percent attendance/.no_answer}}: row '.no_answer' is no part of a base; "
        + "expected an answer"
    ),
    (
      "{{list attendance/no}}", 1,
      "[not-listed] {{list attendance/no}}: row 'no' of table 'attendance' is not listed; "
        + "add it under 'lists' of the table"
    ),
    (
      "{{title}}\n{{number\nattendance/yes}}\n{{list sessions/.value}}", 4,
      "[not-listed] {{list sessions/.value}}: row '.value' of table 'sessions' is not listed; "
        + "add it under 'lists' of the table"
    ),
    (
      "{{}}", 1,
      "[unknown-placeholder] {{}}: expected number, figure, base, percent, quantifier, list, names, title, cut-off, scale, mention."
    ),
    (
      "one\ntwo {{title}}\nthree {{number", 3,
      "[open-placeholder] found '{{' without '}}' after it"
    ),
  ])
  func errors(text: String, line: Int, message: String) throws {
    let figures = try SmallFigures()
    let error = #expect(throws: RunError.self) { _ = try fill(text, figures) }
    #expect(error?.kind == .badDefinition)
    #expect(
      error?.description
        == "\(figures.collection.workdir.path)/report.md:\(line): error: \(message)")
  }

  @Test func everyProblemIsReported() throws {
    let error = #expect(throws: RunError.self) {
      _ = try fill("{{a}}\n{{title}}\n{{number x/y}}\n\n{{b}}\n", SmallFigures())
    }
    #expect(error?.problems.map(\.line) == [1, 3, 5])
  }

  @Test func shareWithoutAWord() throws {
    let figures = try SmallFigures()
    try figures.collection.replace(
      "  - {word: few, at-least: 0.01}\n", with: "", in: "pipeline.yaml")
    let collection = figures.collection
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    let path = try figures.collection.workdir.write("{{quantifier attendance/no}}", to: "report.md")
    let error = #expect(throws: RunError.self) {
      _ = try ReportTemplate(path: path).filled(
        ReportFigures(
          pipeline: pipeline, plan: figures.definition.plan, released: figures.released))
    }
    #expect(
      error?.description
        == "\(path):1: error: [no-quantifier] {{quantifier attendance/no}}: the scale of the "
        + "pipeline has no word for 1 of 3; add one under 'quantifiers'")
  }
}
