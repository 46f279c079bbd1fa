/// The steps in which a source is read, each of which may open its bytes anew.
///
/// A run does nothing between them; a test changes the source there.
enum ReadingStep: Sendable, CaseIterable {
  case open, scan, dialect, header, records

  /// Called after a step, with the name of the source.
  typealias Hook = @Sendable (ReadingStep, String) -> Void
}
