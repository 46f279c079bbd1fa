import Basics
import Register
import Testing
import _TestSupport

struct RegisterTests {
  @Test func treatiesAreThoseOfTheActions() throws {
    #expect(try SmallRegister().register().treaties == ["other", "protocol"])
  }

  @Test(arguments: [
    (
      "states.csv", "BBB,BB,008", "AAA,BB,008", 3,
      "[state-twice] code 'AAA' stands twice; expected one row a State"
    ),
    (
      "states.csv", "2002-09-10", "10/09/2002", 3,
      "[not-a-date] column 'member_from' has '10/09/2002'; "
        + "expected a date such as 2005-07-29, or nothing"
    ),
    (
      "former-names.csv", "Old Arcadia,en,AAA", "Old Arcadia,en,AAB", 2,
      "[unknown-state] there is no State with code 'AAB' in states.csv. Did you mean 'AAA'?"
    ),
    (
      "former-names.csv", "2005-07-29", "2005-02-29", 2,
      "[not-a-date] column 'valid_to' has '2005-02-29'; "
        + "expected a date such as 2005-07-29, or nothing"
    ),
    (
      "former-names.csv", "2005-07-29,the,", "2005-07-29,the,\nArkadia,en,AAA,2004-01-01,,,", 3,
      "[two-names] 'Old Arcadia' and 'Arkadia' are both official names of AAA in 'en' at the same "
        + "time (the other on line 2); expected one on any day. Correct valid_from and valid_to"
    ),
    (
      "state-names.csv", "Arkadia,en,AAA", "Arkadia,en,AAB", 3,
      "[unknown-state] there is no State with code 'AAB' in states.csv. Did you mean 'AAA'?"
    ),
    (
      "state-names.csv", "Arkadia,en", "Arkadia,eng", 3,
      "[unknown-word] column 'language' has 'eng'; expected 'en', 'fr', 'es', 'ru', 'zh', 'ar'. "
        + "Did you mean 'en'?"
    ),
    (
      "state-names.csv", "AAA,everyday", "AAA,formed", 3,
      "[unknown-word] column 'kind' has 'formed'; expected 'formal', 'everyday', 'abbreviation'. "
        + "Did you mean 'formal'?"
    ),
    (
      "regional-groups.csv", "East Group,,2005-07-29", "East Group,,2005-07-28", 4,
      "[group-twice] group 'east' stands twice at the same time (the other on line 3); "
        + "expected one on any day. Correct valid_from and valid_to"
    ),
    (
      "regional-group-members.csv", "AAA,west,2005-07-29", "AAA,west,2005-07-28", 3,
      "[two-groups] AAA is in 'east' and in 'west' at the same time (the other on line 2); "
        + "expected one on any day. Correct valid_from and valid_to"
    ),
    (
      "regional-group-members.csv", "BBB,east", "XYZ,east", 4,
      "[unknown-state] there is no State with code 'XYZ' in states.csv."
    ),
    (
      "treaty-admissions.csv", "other,states", "other,state", 4,
      "[unknown-word] column 'admits' has 'state'; expected 'states', 'organizations' or a code of "
        + "states.csv. Did you mean 'states'?"
    ),
    (
      "treaty-actions.csv", "2005-07-29,,,,", "soon,,,,", 3,
      "[not-a-date] column 'signed' has 'soon'; expected a date such as 2005-07-29, or nothing"
    ),
    (
      "treaty-actions.csv", "treaty,iso3,signed", "treaty,iso3,singed", 1,
      "[missing-column] there is no column 'signed'; "
        + "expected the columns treaty,iso3,signed,deposited,mode,withdrawn. Is it 'singed'? Then write 'signed' there"
    ),
  ])
  func errors(file: String, old: String, new: String, line: Int, message: String) throws {
    let small = try SmallRegister()
    try small.workdir.replace(old, with: new, in: file)
    let error = #expect(throws: RunError.self) { _ = try small.register() }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description == "\(small.workdir.path)/\(file):\(line): error: \(message)")
  }

  @Test func memberOfAGroupThatWasNotThereYet() throws {
    let small = try SmallRegister()
    try small.workdir.replace(
      "de l’Ouest,,", with: "de l’Ouest,2006-01-01,", in: "regional-groups.csv")
    let error = #expect(throws: RunError.self) { _ = try small.register() }
    #expect(
      error?.description
        == "\(small.workdir.path)/regional-group-members.csv:3: error: [group-period] AAA is in "
        + "'west' from 2005-07-29 on, but the group is not valid on all of these days; "
        + "expected the days of the group. Correct valid_from and valid_to")
  }

  @Test func memberOfAnUnknownGroup() throws {
    let small = try SmallRegister()
    try small.workdir.replace("AAA,west", with: "AAA,wets", in: "regional-group-members.csv")
    let error = #expect(throws: RunError.self) { _ = try small.register() }
    let folder = small.workdir.path
    #expect(
      error?.description
        == "\(folder)/regional-group-members.csv:3: error: [unknown-group] there is no regional "
        + "group 'wets' in \(folder)/regional-groups.csv. Did you mean 'west'?")
  }

  @Test func missingFile() throws {
    let small = try SmallRegister()
    try FileSystem.remove("\(small.workdir.path)/treaty-actions.csv")
    let error = #expect(throws: RunError.self) { _ = try small.register() }
    #expect(error?.kind == .badDefinition)
  }
}
