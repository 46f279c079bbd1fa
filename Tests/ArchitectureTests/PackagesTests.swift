import Testing
import _TestSupport

/// What `make setup` installs is what the system libraries need.
struct PackagesTests {
  private static let shims = Repository.files(below: "Sources", withSuffix: "shim.h")

  /// The Debian packages in a text, as `libzip-dev`.
  private static func packages(in text: String) -> Set<String> {
    Set(
      text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        .filter { $0.hasSuffix("-dev") })
  }

  @Test func setupInstallsThePackagesOfAllSystemLibraries() throws {
    let setup = try #require(
      try Repository.text(of: "Makefile").split(separator: "\n")
        .first { $0.hasPrefix("PACKAGES :=") })
    let installed = Self.packages(in: String(setup))
    let declared = Self.packages(in: try Repository.text(of: "Package.swift"))
    #expect(installed == declared)
    // Each says how to get it where it is missing.
    let named = try Self.shims.map { Self.packages(in: try Repository.text(of: $0)) }
    #expect(named.reduce(into: []) { $0.formUnion($1) } == installed)
    #expect(named.allSatisfy { $0.count <= 1 })
    #expect(
      Self.packages(in: try Repository.text(of: "Sources/README.md")).isSuperset(of: installed))
  }
}
