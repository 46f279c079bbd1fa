package import Basics

/// What a stage reads of one definition file that has keys.
package struct DefinitionExcerpt: Sendable {
  /// The file and the stage, as manifests name it: `pipeline.yaml#export`, `tables.yaml#export-lines`.
  package let name: String
  /// Equal where the stage would do the same; nil where there is no such file.
  package let text: String?
}

extension CollectionDefinition {
  /// What a stage reads of `pipeline.yaml`, `tables.yaml` and `rules.yaml`, as their keys declare it;
  /// of a file of which it reads nothing, nothing.
  package func excerpts(readBy stage: Stage) -> [DefinitionExcerpt] {
    zip([pipeline.node, plan.node, rules.node], Self.files).filter { $1.keys.isRead(by: stage) }
      .map { node, file in
        DefinitionExcerpt(
          name: "\(file.name)#\(stage.rawValue)", text: node?.excerpt(file.keys, readBy: stage))
      }
  }

  /// The lines of `tables.yaml` and `rules.yaml` that findings of a stage may name; of a file that has
  /// none, nothing.
  package func lines(printedBy stage: Stage) -> [DefinitionExcerpt] {
    zip([pipeline.node, plan.node, rules.node], Self.files).compactMap { node, file in
      let lines = node?.lines(file.keys, printedBy: stage) ?? []
      return lines.isEmpty
        ? nil
        : DefinitionExcerpt(
          name: "\(file.name)#\(stage.rawValue)-lines",
          text: lines.map(String.init).joined(separator: " "))
    }
  }

  /// The files that have keys.
  package static var files: [(name: String, keys: KeyGroup)] {
    [
      ("pipeline.yaml", .one(PipelineKey.self)), ("tables.yaml", .one(PlanKey.self)),
      (DeclaredRules.fileName, .one(RulesKey.self)),
    ]
  }
}
