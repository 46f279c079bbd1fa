import Basics
import Questionnaire

extension DefinitionNode {
  /// An expression of XLSForm.
  ///
  /// - Throws: `badDefinition` with the character where it cannot be read.
  func expression() throws(RunError) -> Expression {
    let text = try text()
    do throws(Expression.SyntaxError) {
      return try Expression(parsing: text)
    } catch {
      throw self.error(
        id: .expression(.expression), "\(error.message), at character \(error.column) of '\(text)'")
    }
  }
}
