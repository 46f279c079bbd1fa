import Definition
import Findings

extension Objection {
  /// - Parameters:
  ///   - definition: The path of the definition that declares the source.
  ///   - folder: The input folder.
  static func missingSource(
    _ source: SourceDefinition, of definition: String, in folder: String
  ) -> Objection {
    Objection(
      .missingSource,
      "no file in \(folder) is of the source '\(source.pattern)' "
        + "(\(definition):\(source.node.line))")
  }
}
