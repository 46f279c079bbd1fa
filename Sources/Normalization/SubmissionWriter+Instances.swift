import Basics
import Interchange
import Tabular

/// The instances of repeats that tables count, beside the submissions that they belong to.
extension SubmissionWriter {
  /// - Parameter order: The position of the submission among all.
  func write(
    _ instance: RepeatInstance, order: Int, unit: Int, received: String
  ) throws(RunError) {
    let row = try instances(of: instance.repeatName, units.units.partition(at: unit - 1))
    row.append(counts.submissions)
    row.append(order)
    row.append(instance.source)
    row.append(instance.record)
    row.append(instance.position.line)
    row.append(instance.position.offset)
    row.append(instance.position.length)
    row.append(received)
    row.append(unit)
    row.append(rest: instance.fields[...])
    try row.endRow()
  }

  /// Ends the files of a repeat, of which there may be none.
  func finishInstances(of repeatName: String) throws(RunError) {
    guard let layout = instanceLayouts[repeatName] else { return }
    let folder = SubmissionLayout.folder(ofInstances: repeatName, in: folder)
    try FileSystem.createFolder(folder)
    for (_, writer) in (instances[repeatName] ?? [:]).sorted(by: { $0.key < $1.key }) {
      try writer.commit()
    }
    try layout.write(to: folder)
  }

  private func instances(
    of repeatName: String, _ partition: String
  ) throws(RunError) -> StageTableWriter {
    if let writer = instances[repeatName]?[partition] { return writer }
    let folder = SubmissionLayout.folder(ofInstances: repeatName, in: folder)
    try FileSystem.createFolder(folder)
    let writer = try StageTableWriter(
      path: "\(folder)/\(partition).csv", columns: instanceLayouts[repeatName]?.columns ?? [])
    instances[repeatName, default: [:]][partition] = writer
    return writer
  }
}
