import Basics
import Definition

/// The structure as a message of SDMX-ML 3.0.
extension SDMXStructure {
  private static let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
  private static let model = "urn:sdmx:org.sdmx.infomodel"

  var document: XMLElement {
    XMLElement(
      "mes:Structure",
      attributes: [
        ("xmlns:mes", "\(Self.schemas)/message"), ("xmlns:str", "\(Self.schemas)/structure"),
        ("xmlns:com", "\(Self.schemas)/common"),
      ],
      [
        XMLElement(
          "mes:Header",
          [
            XMLElement("mes:ID", text: name), XMLElement("mes:Test", text: "false"),
            // The cut-off: a repeated run has the same bytes.
            XMLElement("mes:Prepared", text: "\(period)T00:00:00"),
            // An identifier without the points that agencies may have.
            XMLElement("mes:Sender", attributes: [("id", SDMXCodelist.identifier(agency))]),
          ]),
        XMLElement("mes:Structures", structures),
      ])
  }

  private var structures: [XMLElement] {
    [
      XMLElement("str:Dataflows", [dataflow]),
      XMLElement(
        "str:Codelists",
        [tables, rows, columns].map { codelist($0, in: pipeline.languageTag) }
          + [codelist(statistics, in: "en"), Self.observations, Self.confidentialities]),
      XMLElement("str:ConceptSchemes", [concepts]),
      XMLElement("str:DataStructures", [dataStructure]),
    ]
  }

  private func maintained(_ id: String) -> [(String, String)] {
    [
      ("id", id), ("version", Self.version), ("isExternalReference", "false"),
      ("agencyID", agency),
    ]
  }

  private static func name(_ text: String, in language: String) -> XMLElement {
    XMLElement("com:Name", attributes: [("xml:lang", language)], text: text)
  }

  private var dataflow: XMLElement {
    XMLElement(
      "str:Dataflow", attributes: maintained(name),
      [
        Self.name(pipeline.title, in: pipeline.languageTag),
        XMLElement(
          "str:Structure", text: "\(Self.model).datastructure.DataStructure=\(reference)"),
      ])
  }

  private func codelist(_ list: SDMXCodelist, in language: String) -> XMLElement {
    XMLElement(
      "str:Codelist", attributes: maintained(list.id) + [("isPartial", "false")],
      [Self.name(list.name, in: "en")]
        + list.codes.map { code in
          XMLElement(
            "str:Code", attributes: [("id", code.id)],
            [Self.annotations(code.meaning), Self.name(code.meaning.label, in: language)])
        })
  }

  /// What `cells.csv` calls it.
  private static func annotations(_ meaning: SDMXCodelist.Meaning) -> XMLElement {
    XMLElement(
      "com:Annotations",
      [("variable", meaning.variable), ("code", meaning.code), ("unit", meaning.unit)].filter {
        !$0.1.isEmpty
      }
      .map {
        XMLElement(
          "com:Annotation",
          [
            XMLElement("com:AnnotationTitle", text: $0.1),
            XMLElement("com:AnnotationType", text: $0.0),
          ])
      })
  }

  private static let observations = standard(
    "CL_OBS_STATUS", version: "2.2", named: "Observation status",
    SDMXStatus.Observation.allCases.map { ($0.rawValue, $0.name) })

  private static let confidentialities = standard(
    "CL_CONF_STATUS", version: "1.3", named: "Confidentiality status",
    SDMXStatus.Confidentiality.allCases.map { ($0.rawValue, $0.name) })

  /// What is used of a code list of the standard.
  private static func standard(
    _ id: String, version: String, named name: String, _ codes: [(id: String, name: String)]
  ) -> XMLElement {
    XMLElement(
      "str:Codelist",
      attributes: [
        ("id", id), ("version", version), ("isExternalReference", "false"), ("agencyID", "SDMX"),
        ("isPartial", "true"),
      ],
      [self.name(name, in: "en")]
        + codes.map {
          XMLElement("str:Code", attributes: [("id", $0.id)], [self.name($0.name, in: "en")])
        })
  }

  private var scheme: String { "CS_\(name)" }

  private var concepts: XMLElement {
    XMLElement(
      "str:ConceptScheme", attributes: maintained(scheme) + [("isPartial", "false")],
      [Self.name("What figures have", in: "en")]
        + components.map {
          XMLElement(
            "str:Concept", attributes: [("id", $0.rawValue)], [Self.name($0.meaning, in: "en")])
        })
  }

  private var dataStructure: XMLElement {
    XMLElement(
      "str:DataStructure", attributes: maintained(name),
      [
        Self.name(pipeline.title, in: pipeline.languageTag),
        XMLElement(
          "str:DataStructureComponents",
          [
            list("str:DimensionList", of: .dimension), list("str:AttributeList", of: .attribute),
            list("str:MeasureList", of: .measure),
          ]),
      ])
  }

  private func list(_ element: String, of role: Role) -> XMLElement {
    XMLElement(
      element,
      components.filter { $0.role == role }.enumerated().map { index, component in
        self.component(component, at: index + 1)
      })
  }

  private func component(_ component: Component, at position: Int) -> XMLElement {
    let identity = [
      XMLElement(
        "str:ConceptIdentity",
        text: "\(Self.model).conceptscheme.Concept=\(agency):\(scheme)(\(Self.version))"
          + ".\(component.rawValue)"),
      XMLElement("str:LocalRepresentation", [representation(of: component)]),
    ]
    switch component.role {
    case .dimension where component == .period:
      return XMLElement("str:TimeDimension", attributes: [("id", component.rawValue)], identity)
    case .dimension:
      return XMLElement(
        "str:Dimension", attributes: [("id", component.rawValue), ("position", String(position))],
        identity)
    case .measure:
      return XMLElement(
        "str:Measure", attributes: [("id", component.rawValue), ("usage", "optional")], identity)
    case .attribute:
      let isStatus = component == .observationStatus || component == .confidentiality
      return XMLElement(
        "str:Attribute",
        attributes: [("id", component.rawValue), ("usage", isStatus ? "mandatory" : "optional")],
        identity + [
          XMLElement("str:AttributeRelationship", [XMLElement("str:Observation")])
        ])
    }
  }

  private func representation(of component: Component) -> XMLElement {
    switch component {
    case .table: enumeration(tables.id, version: Self.version, of: agency)
    case .row: enumeration(rows.id, version: Self.version, of: agency)
    case .column: enumeration(columns.id, version: Self.version, of: agency)
    case .statistic: enumeration(statistics.id, version: Self.version, of: agency)
    case .observationStatus: enumeration("CL_OBS_STATUS", version: "2.2", of: "SDMX")
    case .confidentiality: enumeration("CL_CONF_STATUS", version: "1.3", of: "SDMX")
    case .period: format("ObservationalTimePeriod")
    case .value, .numerator, .base: format("Double")
    case .text, .baseLabel, .comment: format("String")
    }
  }

  private func enumeration(_ id: String, version: String, of agency: String) -> XMLElement {
    XMLElement(
      "str:Enumeration", text: "\(Self.model).codelist.Codelist=\(agency):\(id)(\(version))")
  }

  private func format(_ type: String) -> XMLElement {
    XMLElement("str:TextFormat", attributes: [("textType", type)])
  }
}

extension SDMXStructure {
  fileprivate enum Role {
    case dimension
    case measure
    case attribute
  }
}

extension SDMXStructure.Component {
  fileprivate var role: SDMXStructure.Role {
    switch self {
    case .table, .row, .column, .statistic, .period: .dimension
    case .value, .text: .measure
    case .numerator, .base, .baseLabel, .observationStatus, .confidentiality, .comment: .attribute
    }
  }
}
