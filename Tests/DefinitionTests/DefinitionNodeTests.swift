import Basics
import Definition
import Questionnaire
import Testing
import _TestSupport

private func node(_ text: String) throws -> (DefinitionNode, path: String) {
  let workdir = try Workdir()
  let path = try workdir.write(text, to: "file.yaml")
  return (try DefinitionNode(path: path), path)
}

private enum Fruit: String, CaseIterable {
  case apple
  case pear
}

struct DefinitionNodeTests {
  @Test func scalarsKeepTheirText() throws {
    let (root, _) = try node(
      "a: NO\nb: 01\nc: 2005-07-29\nd: ~\ne: 1_000\nf: \" x \"\ng: 'it''s'\nh: |\n  two\n  lines\n")
    let expected = [
      ("a", "NO"), ("b", "01"), ("c", "2005-07-29"), ("d", "~"), ("e", "1_000"), ("f", " x "),
      ("g", "it's"), ("h", "two\nlines\n"),
    ]
    for (key, text) in expected { #expect(try root.required(key).text() == text) }
  }

  @Test func placesInTheDocument() throws {
    let (root, _) = try node("title: T\ntables:\n  - id: a\n  - id: b\n    rows: [x, y]\n")
    let second = try root.required("tables").list()[1]
    #expect(second.key == "tables[2]")
    #expect(second.line == 4)
    let rows = try second.required("rows")
    #expect(rows.key == "tables[2].rows")
    #expect(rows.line == 5)
    #expect(try rows.list()[1].key == "tables[2].rows[2]")
    #expect(try rows.texts() == ["x", "y"])
  }

  @Test func anchorsAreRefused() throws {
    let error = #expect(throws: RunError.self) { _ = try node("a: 1\nb: &x [c]\nd: *x\n") }
    #expect(error?.problems.map(\.line) == [2])
    #expect(error?.problems.map(\.id.name) == ["alias"])
  }

  /// Nine aliases of nine aliases, and so on: 9^9 values in some hundred bytes.
  @Test(.timeLimit(.minutes(15)))
  func aliasesOfAliasesAreRefusedAtOnce() throws {
    var text = "a0: &a0 [x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: RunError.self) { _ = try node(text) }
    #expect(error?.problems.map(\.id.name) == ["alias"])
  }

  @Test func singleValueIsAListOfOne() throws {
    let (root, _) = try node("a: x\nb: ''\nc: []\n")
    #expect(try root.required("a").texts() == ["x"])
    #expect(try root.required("b").texts() == [])
    #expect(try root.required("c").texts() == [])
  }

  @Test func flagsAndNumbersAndWords() throws {
    let (root, _) = try node("a: yes\nb: false\nc: 3\nd: pear\n")
    #expect(try root.required("a").flag())
    #expect(try root.required("b").flag() == false)
    #expect(try root.required("c").integer(0...6) == 3)
    #expect(try root.required("d").word(as: Fruit.self) == .pear)
    #expect(root["none"] == nil)
  }

  @Test(arguments: [
    ("flag", "a: maybe", 1, "[not-a-flag] at 'a': found 'maybe'; expected yes or no"),
    ("flag", "b: 1\na: True", 2, "[not-a-flag] at 'a': found 'True'; expected yes or no"),
    (
      "number", "a: 7", 1,
      "[not-a-number] at 'a': found '7'; expected a whole number from 0 to 6"
    ),
    (
      "number", "a: two", 1,
      "[not-a-number] at 'a': found 'two'; expected a whole number from 0 to 6"
    ),
    (
      "word", "\n\na: pare", 3,
      "[unknown-word] at 'a': found 'pare'; expected 'apple', 'pear'. Did you mean 'pear'?"
    ),
    (
      "text", "a:\n  - x", 2,
      "[not-a-text] at 'a': expected one value, not a list or a group of keys"
    ),
    ("list", "a: {x: 1}", 1, "[not-a-list] at 'a': expected a list, not a group of keys"),
    ("pairs", "a: x", 1, "[not-a-group] at 'a': expected keys with values, as in 'key: value'"),
    (
      "only", "a:\n  rows: 1\n  colums: 2\n", 3,
      "[unknown-key] at 'a.colums': key 'colums' is not known here; expected columns, rows. "
        + "Did you mean 'columns'?"
    ),
    (
      "required", "x: 1\na:\n  rows: 1\n", 3,
      "[missing-key] at 'a': there is no key 'title'; it must be given"
    ),
  ])
  func errors(question: String, text: String, line: Int, message: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "file.yaml")
    let error = #expect(throws: RunError.self) {
      let value = try DefinitionNode(path: path).required("a")
      switch question {
      case "flag": _ = try value.flag()
      case "number": _ = try value.integer(0...6)
      case "word": _ = try value.word(as: Fruit.self)
      case "text": _ = try value.text()
      case "list": _ = try value.list()
      case "pairs": _ = try value.pairs()
      case "only": try value.allowOnly(["rows", "columns"])
      default: _ = try value.required("title")
      }
    }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description == "\(path):\(line): error: \(message)")
  }

  @Test(arguments: [
    ("", 1, "[empty] the file is empty; expected YAML"),
    ("# only a remark\n", 1, "[empty] the file is empty; expected YAML"),
    (
      "a: 1\nb: 2\na: 3\n", 3,
      "[yaml] this is not YAML: key 'a' stands on line 1 already; expected each key once. "
        + "Check the indentation and quote texts that hold ': ' or '#'"
    ),
    (
      "a: 1\nb: x: y\n", 2,
      "[yaml] this is not YAML: mapping values are not allowed in this context. "
        + "Check the indentation and quote texts that hold ': ' or '#'"
    ),
  ])
  func textsThatAreNoYAML(text: String, line: Int, message: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "file.yaml")
    let error = #expect(throws: RunError.self) { _ = try DefinitionNode(path: path) }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description == "\(path):\(line): error: \(message)")
  }

  @Test func tabAsIndentation() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a:\n\tb: 1\n", to: "file.yaml")
    let error = #expect(throws: RunError.self) { _ = try DefinitionNode(path: path) }
    #expect(error?.problems.first?.line == 2)
    #expect(error?.problems.first?.id.name == "yaml")
  }
}
