import ArgumentParser
import Basics

@main
struct Rapporteur: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur",
    abstract: "Works on collections beside the five stages.",
    discussion: ExitStatus.help,
    subcommands: [New.self, Compare.self, Status.self, Log.self])
}
