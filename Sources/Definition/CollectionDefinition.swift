package import Basics
package import Questionnaire

/// Everything that data staff wrote about a collection, read and held together.
///
/// The pipeline stands on the form and the registers, the table plan on the pipeline, and the rules
/// on the variables of the plan; nothing points back.
package struct CollectionDefinition: Sendable {
  package let folders: CollectionFolders
  package let pipeline: PipelineDefinition
  package let plan: TablePlan
  package let rules: DeclaredRules

  /// The repeats whose instances tables count or rules are about.
  package var instances: [InstanceView] {
    let counted = plan.instances.map(\.view)
    return counted
      + rules.instances.map(\.view).filter { view in
        !counted.contains { $0.unit == view.unit }
      }
  }

  /// Whether findings are listed by unit: where it is asked for, or units have names elsewhere, too. Of
  /// respondents there may be millions.
  package var listsFindingsByUnit: Bool {
    pipeline.listsFindingsByUnit
      ?? (pipeline.unit != .respondent
        || plan.tables.contains { $0.rows.contains(where: \.isListed) })
  }

  /// Reads all of it, so that a mistake in the table plan or the rules stops the first stage and
  /// not a later one.
  ///
  /// - Parameter versions: The versions of the form that files of replies are of; nil for those that
  ///   the sources declare.
  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ folders: CollectionFolders, versions: [FormVersion]? = nil
  ) throws(RunError) {
    self.folders = folders
    pipeline = try PipelineDefinition(folders, versions: versions)
    try ExtraForm.require(
      pipeline.forms, of: pipeline, line: pipeline.node[PipelineKey.forms]?.line)
    plan = try TablePlan(folders, pipeline)
    rules = try DeclaredRules(folders, pipeline)
  }
}
