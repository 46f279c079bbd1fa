import Basics
@testable import Definition
import Testing
import _TestSupport

/// Entries that stand for several are the same as those written out.
struct DefinitionNodeTemplateTests {
  private func excerpt(_ text: String) throws -> String {
    let workdir = try Workdir()
    try workdir.write(text, to: "tables.yaml")
    return try DefinitionNode(path: "\(workdir.path)/tables.yaml")
      .writtenOut(.one(PlanKey.self)).excerpt(.one(PlanKey.self), readBy: .export)
  }

  @Test func namesAndLabels() throws {
    let template = """
      tables:
        - rows: first
        - for: {treaty: {crc: "Rights, of the child", cat: Torture}}
          id: party_<treaty>
          title: "<treaty.label>: <treaty> and 1 < 2 > 0, <>"
          rows: [a_<treaty>, {nest: [b_<treaty>, c]}]
        - rows: last
      """
    let written = """
      tables:
        - rows: first
        - id: party_crc
          title: "Rights, of the child: crc and 1 < 2 > 0, <>"
          rows: [a_crc, {nest: [b_crc, c]}]
        - id: party_cat
          title: "Torture: cat and 1 < 2 > 0, <>"
          rows: [a_cat, {nest: [b_cat, c]}]
        - rows: last
      """
    #expect(try excerpt(template) == excerpt(written))
  }

  /// Every pair of two names, the first changing last; codes within a variable that stands for several
  /// have a name of their own beside that of the variable.
  @Test func pairsAndEntriesWithin() throws {
    let template = """
      variables:
        - for: {a: [x, y]}
          name: v_<a>
          codes:
            - {for: {b: [1, 2]}, name: c_<b>, where: "${<a>} = <b>"}
      tables:
        - {for: {a: [x, y], b: [1, 2]}, id: t_<a>_<b>, rows: v_<a>}
      """
    let written = """
      variables:
        - name: v_x
          codes:
            - {name: c_1, where: "${x} = 1"}
            - {name: c_2, where: "${x} = 2"}
        - name: v_y
          codes:
            - {name: c_1, where: "${y} = 1"}
            - {name: c_2, where: "${y} = 2"}
      tables:
        - {id: t_x_1, rows: v_x}
        - {id: t_x_2, rows: v_x}
        - {id: t_y_1, rows: v_y}
        - {id: t_y_2, rows: v_y}
      """
    #expect(try excerpt(template) == excerpt(written))
  }
}
