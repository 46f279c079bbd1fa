import Findings

extension Objection {
  static func unusedCrosswalkLine(_ line: Crosswalk.Line) -> Objection {
    Objection(
      .unusedCrosswalkLine, "no record needed the line for '\(line.name)'; it did nothing")
  }
}
