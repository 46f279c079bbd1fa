import Basics

/// Every error by its id: `Pipelines/ERRORS.md`, written from the catalogue.
package enum ErrorsPage {
  /// - Parameter examples: A message for each id of which one can be shown, as it is printed.
  package static func text(examples: [String: String]) -> String {
    """
    # Errors

    A run that cannot go on says why: one line a mistake, as \
    `path:line: error: [id] what was found; what was expected. What to do`. This page has each id: \
    what it means, with the exit status in brackets, or that it is a warning alone, a message as an example, in which `…` stands \
    for what was left out, and what to do. Nothing is published by a run that ends so. A warning (`warning:` instead of `error:`) keeps no run from \
    its result.

    This page is generated from the catalogue of errors; what is reported of single records and does \
    not end a run is in [RULES.md](RULES.md).

    ## Exit statuses


    """ + ExitStatus.table
      + ErrorID.subjects.map { title, ids in
        "\n## \(title)\n" + ids.map { section($0, examples[$0.name]) }.joined()
      }.joined()
  }

  private static func section(_ id: ErrorID, _ example: String?) -> String {
    let statuses =
      id.entry.kinds.isEmpty
      ? "a warning" : id.entry.kinds.map { "\($0.status.rawValue)" }.joined(separator: ", ")
    let shown = example.map { "\n```text\n\($0)\n```\n" } ?? ""
    return "\n### \(id.name) (\(statuses))\n\n\(id.entry.meaning)\n\(shown)\n"
      + "What to do: \(id.entry.advice)\n"
  }
}
