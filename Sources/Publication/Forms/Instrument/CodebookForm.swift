import Basics
import Definition
import DisclosureControl
import Interchange
import Phrases
import Questionnaire

/// `<collection>-codebook.xml`: the questionnaire as a codebook of DDI-Codebook 2.5 (DDI Alliance, 2012), as
/// data archives have it: each question in all languages with its universe, its routing, its choices and
/// answer states, and how many there were of each as far as it is published.
struct CodebookForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let form = content.definition.pipeline.form
    let asked = form.questions.filter { $0.name != Questionnaire.versionName }
    let frequencies = try Frequencies(content)
    let routes = Routes(asked, of: form)
    let variables = asked.map { question in
      CodebookVariable(
        question: question, pipeline: content.definition.pipeline, routes: routes,
        frequencies: frequencies
      ).element
    }
    let codebook = XMLElement(
      "codeBook", attributes: [("xmlns", "ddi:codebook:2_5"), ("version", "2.5")],
      [
        Self.document(of: content.definition), Self.study(of: content.definition, frequencies),
        XMLElement("dataDscr", variables),
      ])
    try AtomicFile.write(
      codebook.fileText, to: "\(folder)/\(content.definition.folders.name)-codebook.xml")
  }

  private static func analysisUnit(of pipeline: PipelineDefinition) -> String {
    switch pipeline.unit {
    case .state: "State, or another unit that the list of units has"
    case .listed: "Unit of a list"
    case .respondent: "Respondent"
    }
  }

  private static func document(of definition: CollectionDefinition) -> XMLElement {
    XMLElement(
      "docDscr",
      [
        XMLElement(
          "citation",
          [
            title(of: definition),
            XMLElement(
              "prodStmt",
              [
                XMLElement(
                  "software", attributes: [("version", ProgramVersion.current)],
                  text: "Rapporteur")
              ]),
          ])
      ])
  }

  private static func title(of definition: CollectionDefinition) -> XMLElement {
    let pipeline = definition.pipeline
    return XMLElement(
      "titlStmt",
      [
        XMLElement(
          "titl", attributes: [("xml:lang", pipeline.languageTag)], text: pipeline.title),
        XMLElement("IDNo", text: definition.folders.name),
      ])
  }

  private static func study(
    of definition: CollectionDefinition, _ frequencies: Frequencies
  ) -> XMLElement {
    let pipeline = definition.pipeline
    let contact = pipeline.contact.map { XMLElement("contact", text: $0) }
    let producer = pipeline.publisher.map { XMLElement("producer", text: $0) }
    let citation = [
      title(of: definition), producer.map { XMLElement("prodStmt", [$0]) },
      contact.map { XMLElement("distStmt", [$0]) },
    ]
    let day = pipeline.cutOff.description
    let scope = XMLElement(
      "stdyInfo",
      [
        XMLElement(
          "sumDscr",
          [
            XMLElement("collDate", attributes: [("date", day), ("event", "end")], text: day),
            XMLElement("anlyUnit", text: analysisUnit(of: pipeline)),
          ])
      ])
    let rate = frequencies.response.map { replied, population in
      XMLElement(
        "method",
        [
          XMLElement(
            "anlyInfo",
            [XMLElement("respRate", text: "\(replied) of \(population) units replied by \(day)")])
        ])
    }
    let uses = [
      pipeline.disclosure.map { disclosure in
        XMLElement(
          "confDec",
          text: "The replies were given in confidence; "
            + (disclosure.roundingBase.map { "counts are rounded to multiples of \($0)." }
              ?? "small counts are hidden."))
      },
      pipeline.licence.map { XMLElement("conditions", text: "\($0.name) \($0.address)") },
    ].compactMap(\.self)
    let access = uses.isEmpty ? nil : XMLElement("dataAccs", [XMLElement("useStmt", uses)])
    return XMLElement(
      "stdyDscr",
      [XMLElement("citation", citation.compactMap(\.self)), scope, rate, access]
        .compactMap(\.self))
  }
}
