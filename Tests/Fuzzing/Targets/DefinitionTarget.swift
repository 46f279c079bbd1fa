import Basics
import Definition
import _TestSupport

/// The definition files in YAML, one beside good ones: `pipeline.yaml`, `tables.yaml`.
struct DefinitionTarget {
  private let small: SmallCollection
  private let folders: CollectionFolders
  private let files: [(path: String, good: [UInt8])]

  init() throws {
    let small = try SmallCollection()
    self.small = small
    folders = CollectionFolders(
      pipeline: small.pipeline, input: small.input, output: small.output)
    files = try ["pipeline.yaml", "tables.yaml"].map {
      (small.path($0), try FileSystem.bytes(of: small.path($0)))
    }
  }

  func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let file = files[input.choice(of: files.count)]
    let scratch = try ScratchFile(file.path)
    scratch.write(input.rest)
    do throws(RunError) {
      let pipeline = try CollectionDefinition(folders).pipeline
      check(!pipeline.sources.isEmpty, "a pipeline without sources is accepted")
    } catch {
      checkRefusal(error)
    }
    scratch.write(file.good)
  }
}
