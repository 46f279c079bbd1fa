import Basics
import Questionnaire

extension DefinitionNode {
  /// - Throws: `badDefinition` where the form does not say whether a point of a scale is an opinion.
  func requireOpinions(of variable: VariableCatalog.Entry) throws(RunError) {
    do throws(Expression.BindingError) {
      try variable.variable.requireOpinions()
    } catch {
      throw self.error(id: error.id, error.message)
    }
  }
}
