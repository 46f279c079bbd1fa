import Basics
import Definition
import Interchange

/// What a research object is: entities that refer to one another by `@id`.
struct CrateGraph {
  let pipeline: PipelineDefinition
  /// The commands that were run.
  let workflow: CrateFile
  /// What was read, none of it in the folder.
  let objects: [CrateFile]
  /// What was published.
  let results: [CrateFile]

  var document: JSONValue {
    .object([
      ("@context", "https://w3id.org/ro/crate/1.1/context"),
      (
        "@graph",
        .list(
          [descriptor, .object(root), commands, program, language, run]
            + [publisher, licence].compactMap(\.self) + Self.profiles.map(Self.profile)
            + (objects + results).map { .object($0.members) })
      ),
    ])
  }

  private var descriptor: JSONValue {
    .object([
      ("@id", .text(CrateForm.fileName)), ("@type", "CreativeWork"),
      ("about", Self.reference("./")),
      (
        "conformsTo",
        Self.references(["https://w3id.org/ro/crate/1.1", Self.profiles[2].id])
      ),
    ])
  }

  private var root: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("@id", "./"), ("@type", "Dataset"), ("name", .text(pipeline.title)),
      ("description", .text(DataPackageForm.source(of: pipeline))),
      ("datePublished", .text(pipeline.cutOff.description)),
      ("inLanguage", .text(pipeline.languageTag)),
      // The standard demands one: it is said where there is none.
      ("license", pipeline.licence.map { Self.reference($0.address) } ?? "No licence is given"),
      ("conformsTo", Self.references(Self.profiles.map(\.id))),
      ("mainEntity", Self.reference(workflow.id)), ("mentions", Self.reference("#run")),
      ("hasPart", Self.references(([workflow] + results + objects).map(\.id))),
    ]
    if pipeline.publisher != nil { members.append(("publisher", Self.reference("#publisher"))) }
    return members
  }

  private var commands: JSONValue {
    .object(
      workflow.members.filter { $0.0 != "@type" } + [
        ("@type", ["File", "SoftwareSourceCode", "ComputationalWorkflow"]),
        ("programmingLanguage", Self.reference("#sh")),
        ("softwareRequirements", Self.reference("#program")),
        ("version", .text(ProgramVersion.current)),
      ])
  }

  private var program: JSONValue {
    .object([
      ("@id", "#program"), ("@type", "SoftwareApplication"), ("name", "Rapporteur"),
      ("softwareVersion", .text(ProgramVersion.current)),
    ])
  }

  private var language: JSONValue {
    .object([
      ("@id", "#sh"), ("@type", "ComputerLanguage"), ("name", "POSIX shell"),
      ("url", "https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html"),
    ])
  }

  private var run: JSONValue {
    var members: [(String, JSONValue)] = [
      ("@id", "#run"), ("@type", "CreateAction"), ("name", .text(pipeline.title)),
      ("description", "One run: the replies are read, checked, counted and published"),
      ("instrument", Self.reference(workflow.id)),
      ("result", Self.references(results.map(\.id))),
      ("actionStatus", "http://schema.org/CompletedActionStatus"),
    ]
    if !objects.isEmpty { members.append(("object", Self.references(objects.map(\.id)))) }
    return .object(members)
  }

  private var publisher: JSONValue? {
    pipeline.publisher.map { publisher in
      .object(
        [
          ("@id", "#publisher"), ("@type", "Organization"), ("name", .text(publisher)),
        ] + (pipeline.contact.map { [("description", .text($0))] } ?? []))
    }
  }

  private var licence: JSONValue? {
    pipeline.licence.map { licence in
      .object([
        ("@id", .text(licence.address)), ("@type", "CreativeWork"), ("name", .text(licence.name)),
      ])
    }
  }

  private typealias Profile = (id: String, name: String, version: String)

  private static let profiles: [Profile] = [
    ("https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate", "0.5"),
    ("https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate", "0.5"),
    ("https://w3id.org/workflowhub/workflow-ro-crate/1.0", "Workflow RO-Crate", "1.0"),
  ]

  private static func profile(_ profile: Profile) -> JSONValue {
    .object([
      ("@id", .text(profile.id)), ("@type", "CreativeWork"), ("name", .text(profile.name)),
      ("version", .text(profile.version)),
    ])
  }

  private static func reference(_ id: String) -> JSONValue { .object([("@id", .text(id))]) }

  private static func references(_ ids: [String]) -> JSONValue { .list(ids.map(reference)) }
}
