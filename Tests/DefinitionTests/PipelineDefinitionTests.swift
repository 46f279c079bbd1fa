import Basics
import Definition
import Questionnaire
import Testing
import _TestSupport

private func definition(_ collection: SmallCollection) throws -> PipelineDefinition {
  try PipelineDefinition(folders(collection))
}

struct PipelineDefinitionTests {
  @Test func definitionWithItsDefaults() throws {
    let pipeline = try definition(SmallCollection())
    #expect(pipeline.title == "A small survey")
    #expect(pipeline.cutOff.description == "2024-06-30")
    #expect(pipeline.unit == .respondent)
    #expect(pipeline.language == "en")
    #expect(pipeline.failOn == .fatal)
    #expect(pipeline.percentDecimals == 0)
    #expect(pipeline.register == nil)
    #expect(pipeline.treaty == nil)
    #expect(pipeline.sources.map(\.pattern) == ["replies-*.csv"])
    let question = pipeline.form.questions[0]
    #expect(pipeline.label(of: question) == "Did you attend?")
  }

  @Test func collectionThatIsNotThere() throws {
    let collection = try SmallCollection()
    let path = "\(collection.workdir.path)/Pipelines/smal"
    let error = #expect(throws: RunError.self) {
      _ = try PipelineDefinition(CollectionFolders(pipeline: path, input: "i", output: "o"))
    }
    #expect(
      error?.description
        == "\(path): error: [no-collection] there is no such folder; "
        + "expected the definition of a collection. Did you mean 'small'?")
  }
}
