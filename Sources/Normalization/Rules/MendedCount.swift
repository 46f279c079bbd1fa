import Findings

extension Objection {
  static var mendedCount: Objection {
    Objection(
      .mendedCount,
      "the file does not have as many records as were set aside, so that some would be counted "
        + "twice")
  }
}
