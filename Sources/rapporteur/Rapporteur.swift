import ArgumentParser

@main
struct Rapporteur: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur",
    abstract: "Works on collections beside the five stages.",
    subcommands: [New.self, Compare.self])
}
