import Foundation
import Testing
import _TestSupport

/// What `Sources/README.md` promises of the house.
struct HouseTests {
  /// Switches over bytes, characters, texts and the codes of C libraries have a default; those over
  /// our own enums have none, so that the compiler leads to each place that a new case touches.
  private static let switchesOverWhatIsNotOurs: Set = [
    "Aggregation/PartialFile.swift", "Basics/Files/FileKind.swift",
    "Basics/Numbers/CalendarDate.swift", "Basics/Numbers/ExactDecimal.swift",
    "Basics/Text/JSONValue.swift", "Basics/Text/LetterForms.swift", "Basics/Text/TextKey.swift",
    "Basics/Text/UTF8Validator.swift", "Basics/Text/XMLElement.swift",
    "Comparison/Forms/Wording.swift", "Containers/Gzip.swift", "Phrases/Numbers/SpokenNumber.swift",
    "Containers/Workbook/CellFormats.swift", "Containers/Workbook/CellTexts.swift",
    "Containers/Workbook/NumberText.swift", "Containers/Workbook/Relationships.swift",
    "Containers/Workbook/SharedStrings.swift", "Containers/Workbook/SheetReader.swift",
    "Containers/Workbook/WorkbookPackage.swift", "Definition/YAML/DefinitionNode.swift",
    "DisclosureControl/Suppression/TiedCells.swift", "Drafting/Files/YAMLText.swift",
    "Ingestion/DialectDecision.swift", "Interchange/Layouts/AnswerField.swift",
    "Interchange/Run/ManifestText.swift",
    "Normalization/AnswerReader.swift", "Optimization/IntegerProgram.swift",
    "Publication/Findings/QuarantineFolder.swift",
    "Questionnaire/Expression/PatternSyntax.swift", "Questionnaire/Form/DefinitionName.swift",
    "Questionnaire/Form/QuestionType.swift", "Register/NameFolding.swift",
    "Tabular/CSV/CSVWriter.swift",
    "Tabular/StageList/StageListRow.swift",
  ]

  private static let sources = Repository.files(below: "Sources", withSuffix: ".swift")

  @Test func defaultsStandWhereTheyAreListed() throws {
    var found: Set<String> = []
    for file in Self.sources where !file.hasPrefix("Sources/_TestSupport/") {
      let lines = try Repository.text(of: file).split(separator: "\n")
      if lines.contains(where: { $0.drop { $0 == " " }.hasPrefix("default:") }) {
        found.insert(String(file.dropFirst("Sources/".count)))
      }
    }
    #expect(found.subtracting(Self.switchesOverWhatIsNotOurs) == [], "not listed")
    #expect(Self.switchesOverWhatIsNotOurs.subtracting(found) == [], "listed, but has none")
  }

  /// Every file and folder that the map names in back-ticks is there.
  @Test func theMapNamesWhatIsThere() throws {
    let words = try Repository.text(of: "Sources/README.md").split(separator: "`").enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let paths = words.filter { $0.contains("/") && !$0.contains(" ") && !$0.contains("…") }
    #expect(paths.count > 40)
    let folder = URL(filePath: Repository.root)
    for path in paths where !path.hasPrefix("Input/") && !path.hasPrefix("Output/") {
      let paths = [path, "Sources/\(path)"].map { folder.appending(path: $0).path }
      #expect(paths.contains { FileManager.default.fileExists(atPath: $0) }, "no \(path)")
    }
    let targets = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Sources").path)
    let text = words.joined(separator: " ")
    for target in targets
    where target.first?.isUppercase == true && !target.hasPrefix("C")
      && target != "README.md"
    {
      let isStage = ["Ingestion", "Normalization", "Validation", "Aggregation"].contains(target)
      #expect(isStage || text.contains(target), "the map has no \(target)")
    }
  }

  /// The lines of code, without comments and blanks; printed, so that a change shows.
  @Test func linesOfCode() throws {
    var sizes: [(lines: Int, file: String)] = []
    for file in Self.sources where !file.hasPrefix("Sources/_TestSupport/") {
      let lines = try Repository.text(of: file).split(separator: "\n").map { $0.drop { $0 == " " } }
      sizes.append((lines.count { !$0.isEmpty && !$0.hasPrefix("//") }, file))
    }
    sizes.sort { $0.lines < $1.lines }
    let largest = try #require(sizes.last)
    let median = sizes[sizes.count / 2].lines
    print(
      "lines of code: \(sizes.reduce(0) { $0 + $1.lines }) in \(sizes.count) files, median "
        + "\(median), largest \(largest.lines) (\(largest.file))")
    #expect(median <= 120)
    #expect(largest.lines <= 300)
  }

  /// Targets that know records, stage files and definitions: what stands in those is a field. Cells are of
  /// tables and workbooks; a form may be one.
  private static let targetsOfFields: Set = [
    "Ingestion", "Normalization", "Tabular", "Validation", "SurveyTools", "Questionnaire",
    "Register",
  ]

  /// A look by Foundation, which is much faster than the regular expressions of a test that is not
  /// optimized.
  private static func mayMislead(_ line: String) -> Bool {
    ["place", "told", "cell", "enumerated"].contains {
      line.range(of: $0, options: [.caseInsensitive, .literal]) != nil
    }
  }

  /// One word has one meaning in names, too: an index is of an array, a position of a file, an address
  /// of a table, a field of a record, and a cell of a table.
  @Test func wordsHaveOneMeaning() throws {
    var found: [String] = []
    for file in Self.sources {
      let target = file.split(separator: "/")[1]
      for line in try Repository.text(of: file).components(separatedBy: "\n")
      where Self.mayMislead(line) {
        let code = line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
        let names = code.replacing(/"[^"]*"/, with: "").matches(of: /\w+/).map {
          $0.output.lowercased()
        }
        for name in names {
          let isPlace = ["place", "places", "told"].contains(name)
          let isCell =
            ["cell", "cells"].contains(name) && Self.targetsOfFields.contains(String(target))
          if isPlace || isCell { found.append("\(file): \(line)") }
        }
        // In an array it is an index; a position is in a file.
        if code.contains(/\benumerated\(\)/), code.contains(/\bposition,/) {
          found.append("\(file): \(line)")
        }
      }
    }
    #expect(found == [])
  }

  /// Files whose calls read as they are: the rows of a catalogue, whose columns its type names, and
  /// functions that C calls in the form it wants.
  private static let bareArguments: Set = [
    "Sources/Basics/Errors/ErrorEntry.swift", "Sources/Basics/Keys/DefinitionKey.swift",
    "Sources/Questionnaire/Expression/FunctionEntry.swift", "Sources/Containers/XMLReader.swift",
    "Sources/Tabular/CSV/CSVParser.swift",
  ]

  /// A call says what it is given: at most two arguments are bare.
  @Test func argumentsHaveLabels() throws {
    let bare = /(?:func [^\s(]+|init[?]?(?:<[^>(]*>)?)\((?:[^(){}"]|\([^(){}]*\))*\)/
    var found: [String] = []
    for file in Self.sources where !Self.bareArguments.contains(file) {
      for function in try Repository.text(of: file).matches(of: bare) {
        let count = function.output.matches(of: /[(,]\s*_ \w+:/).count
        if count > 2 { found.append("\(file): \(function.output)") }
      }
    }
    #expect(found == [])
  }
}
