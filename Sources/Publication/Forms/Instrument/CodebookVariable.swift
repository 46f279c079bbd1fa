import Basics
import Definition
import Phrases
import Questionnaire

/// A question as a variable of the codebook.
struct CodebookVariable {
  let question: Question
  let pipeline: PipelineDefinition
  let routes: Routes
  let frequencies: Frequencies

  var element: XMLElement {
    XMLElement(
      "var",
      attributes: [
        ("ID", Self.id("V", question)), ("name", question.name),
        ("intrvl", isContinuous ? "contin" : "discrete"),
      ] + representation, labels(question.label) + [asked] + universe + total + categories + format)
  }

  /// Names of XML begin with a letter, and names of questions need not.
  private static func id(_ letter: String, _ question: Question) -> String {
    "\(letter)\(question.index + 1)"
  }

  private var isContinuous: Bool {
    switch question.type {
    case .integer, .decimal, .date: true
    case .selectOne, .selectMultiple, .rank, .text: false
    }
  }

  private var representation: [(String, String)] {
    switch question.type {
    case .selectOne: [("representationType", "code")]
    case .selectMultiple:
      [("representationType", "other"), ("otherRepresentationType", "multiple")]
    case .rank: [("representationType", "other"), ("otherRepresentationType", "ranking")]
    case .integer, .decimal: [("representationType", "numeric")]
    case .date: [("representationType", "datetime")]
    case .text: [("representationType", "text")]
    }
  }

  private var domain: String {
    switch question.asked {
    case .selectOne: "category"
    case .selectMultiple, .rank: "multiple"
    case .integer, .decimal: "numeric"
    case .date: "datetime"
    case .text: "text"
    }
  }

  private func labels(_ text: LocalizedText, as element: String = "labl") -> [XMLElement] {
    text.texts.map { language, text in
      XMLElement(
        element, attributes: [("xml:lang", tag(of: language))],
        text: text)
    }
  }

  /// What has no language is in that of the collection, unless another column is.
  private func tag(of language: String) -> String {
    if !language.isEmpty { return LanguageTag.tag(of: language) }
    return pipeline.form.languages.contains(pipeline.language) ? "und" : pipeline.languageTag
  }

  private var asked: XMLElement {
    let deciding = routes.deciding(question).map { Self.id("Q", $0) }
    let backward = XMLElement(
      "backward", attributes: deciding.isEmpty ? [] : [("qstn", deciding.joined(separator: " "))],
      text: routes.condition(of: question))
    return XMLElement(
      "qstn",
      attributes: [
        ("ID", Self.id("Q", question)), ("seqNo", String(question.index + 1)),
        ("responseDomainType", domain),
      ],
      question.groups.flatMap { labels($0.label, as: "preQTxt") }
        + labels(question.label, as: "qstnLit")
        + routes.led(by: question).map { other in
          XMLElement(
            "forward", attributes: [("qstn", Self.id("Q", other))],
            text: routes.condition(of: other))
        } + (question.routing.isEmpty ? [] : [backward]))
  }

  /// Whom it is asked of.
  private var universe: [XMLElement] {
    question.routing.map { routing in
      XMLElement("universe", attributes: [("clusion", "I")], text: routes.explained(routing))
    }
  }

  private var total: [XMLElement] {
    frequencies.count(of: .answered, of: question).map {
      [XMLElement("TotlResp", text: String($0))]
    } ?? []
  }

  private var categories: [XMLElement] {
    let choices = (question.type.choices ?? []).map { choice in
      XMLElement(
        "catgry",
        attributes: choice.isSubstantive ? [] : [("missing", "Y"), ("missType", "no opinion")],
        [XMLElement("catValu", text: choice.name)] + labels(choice.label)
          + Self.frequency(frequencies.count(of: choice, of: question)))
    }
    let states = AnswerState.allCases.filter { $0 != .answered }.map { state in
      XMLElement(
        "catgry", attributes: [("missing", "Y"), ("missType", state.rawValue)],
        [
          XMLElement("catValu", text: ".\(state.rawValue)"),
          XMLElement(
            "labl", attributes: [("xml:lang", pipeline.spoken.rawValue)],
            text: pipeline.spoken.heading(state.phrase)),
        ] + Self.frequency(frequencies.count(of: state, of: question)))
    }
    return choices + states
  }

  private static func frequency(_ count: Int?) -> [XMLElement] {
    count.map { [XMLElement("catStat", attributes: [("type", "freq")], text: String($0))] } ?? []
  }

  private var format: [XMLElement] {
    switch question.type {
    case .integer, .decimal: [XMLElement("varFormat", attributes: [("type", "numeric")])]
    case .date:
      [XMLElement("varFormat", attributes: [("type", "character"), ("category", "date")])]
    case .selectOne, .selectMultiple, .rank, .text:
      [XMLElement("varFormat", attributes: [("type", "character")])]
    }
  }
}
