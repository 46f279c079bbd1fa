import Basics
import Definition
import DisclosureControl
import Interchange
import Printing

/// `ro-crate-metadata.json`: the published folder as a research object, RO-Crate 1.1 with the profiles of
/// Workflow Run RO-Crate 0.5 (https://www.researchobject.org/workflow-run-crate): what was published, from
/// what, by which program; and `machine/run.sh`, the commands of the run, which is the workflow.
///
/// Files that are not in the folder are named by their digest (RFC 6920). Where replies were given in
/// confidence nothing of what the figures were made from is in it. There is no time of the run, so that a
/// repeated run has the same bytes; `datePublished` is the day that the figures are of.
struct CrateForm: OutputForm {
  static let fileName = "ro-crate-metadata.json"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let definition = content.definition
    let workflow = MachineFolder.path(of: "run.sh", below: ".").dropFirst(2)
    try AtomicFile.write(Self.commands(of: content), to: "\(folder)/\(workflow)")
    var results: [CrateFile] = []
    for name in try FileSystem.files(below: folder) where name != workflow {
      results.append(try CrateFile(published: name, in: folder))
    }
    let objects = CrateFile.all(try content.inputs?.read(), of: definition.folders.name)
    let graph = CrateGraph(
      pipeline: definition.pipeline,
      workflow: try CrateFile(published: String(workflow), in: folder),
      objects: objects, results: results)
    try AtomicFile.write(graph.document.fileText, to: "\(folder)/\(Self.fileName)")
  }

  /// The run again, in a folder that has the definition, the exports and the programs.
  private static func commands(of content: PublishedContent) -> String {
    let name = content.definition.folders.name
    let folders = "--pipeline 'Pipelines/\(name)' --input 'Input/\(name)' --output 'Output/\(name)'"
    let asked = content.forms.subtracting(content.definition.pipeline.forms)
    let forms = ExtraForm.allCases.filter(asked.contains).map { " --form \($0.rawValue)" }.joined()
    let commands = Stage.allCases.map { stage in
      "rapporteur-\(stage.rawValue) \(folders)\(stage == .export ? forms : "")"
    }
    return """
      #!/bin/sh
      # How this folder was made, by Rapporteur \(ProgramVersion.current), in a folder with Pipelines/ and Input/.
      # Who leaves with 1 has published, with findings to look at.
      run() { "$@" || status=$?; [ ${status:-0} -le 1 ] || exit $status; }
      \(commands.map { "run \($0)" }.joined(separator: "\n"))

      """
  }
}
