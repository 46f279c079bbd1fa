import Statistics

/// The reference of `tables.yaml` for people: `Pipelines/TABLES.md`, written from the types that
/// read it.
package enum PlanPage {
  package static var text: String {
    """
    # The table plan

    `tables.yaml` of a collection says which tables are made of its replies. This page is generated \
    from the declarations by which the program reads it.

    ```yaml
    variables:
      - name: size                  # bands of a number
        label: Size of the delegation
        from: delegates
        codes:
          - {name: small, label: One to three, from: 1, below: 4}
          - {name: large, label: Four and more, from: 4}
      - name: in_force              # a recode of an attribute
        label: Bound by the treaty
        from: status
        codes:
          - {name: bound, label: States parties, of: [party]}
          - {name: unbound, label: Others, of: [signatory, non_signatory]}
    tables:
      - id: law_by_group
        title: Whether there is a law
        rows: law
        nets:
          - {name: some, label: Yes or in part, of: [yes, in_part]}
        columns: [status, {nest: [in_force, regional_group]}]
        base-label: States that answered this question
        statistics: [count, percent]
        lists: [some]
        footnotes:
          - {on: in_part, text: A law that covers part of the offences.}
      - each: closed                # one table a question with choices
        columns: [status]
    ```

    A mistake in it stops the first stage with file, line and the nearest right name.

    ## At the top

    \(KeyTable.text(PlanKey.self))
    ## A table

    \(KeyTable.text(TableKey.self))
    A row is known by the name of its code (`yes`), or begins with a point: `.value` (a number), \
    `.base`, `.responses`, `.population`, and the answer states such as `.no_answer`. Within a \
    nest the outer codes stand before it (`african:yes`, `african:.base`), and where several \
    variables are stacked their names (`law:yes`). A column is known by its code or codes, \
    `party` or `bound:african`; where two variables of one banner have a code in common, all columns \
    by variable and code, `status:party`, or `bound*regional_group:bound:african` of a nest. So they stand in `cells.csv`, in `lists` and in the \
    placeholders of `report.md`.

    Choices that a base leaves out stand below it, with their numbers and without percentages: those \
    that are no opinion (`substantive` of `choices.csv`), and those for which a condition holds of \
    nobody, as far as one can tell from what it is made of. Of ticks a unit may be in the base for one \
    and have another that is outside.

    ### One entry for several

    A table, a variable, a code of it and a rule of `rules.yaml` can stand for several that differ in a name: \
    once for each name that `for` gives. `<treaty>` in any text of the entry is the name, `<treaty.label>` how \
    people read it. What is made is the same as if it were written out.

    ```yaml
    variables:
      - name: joined                # which of the treaties: one row for each
        overlapping: yes
        codes:
          - for: {treaty: {crc: Rights of the Child, cedaw: Women}}
            name: <treaty>
            label: <treaty.label>
            where: "${party_<treaty>} = 'yes'"
      - name: problems              # three questions that ask for one thing
        mentions: [first_problem, second_problem, third_problem]
    tables:
      - for: {treaty: {crc: Rights of the Child, cedaw: Women}}
        id: party_<treaty>
        title: "Parties: <treaty.label>"
        rows: party_<treaty>
      - {rows: problems, statistics: [count, percent, response-percent]}
    ```

    ### Instances of a repeat

    With `unit: members` the units of a table are the members of all households and not the households: \
    each instance of the repeat `members` of a submission that counts. It has one answer to each question \
    of the repeat, so that two of them can be held against one another, and what its submission answered \
    outside: a household's village, attributes and weight. Questions of another repeat are what all \
    instances of that one answer together. `relevant`, `constraint`, `required`, `choice_filter` and \
    `calculate` within the repeat are of the one instance.

    ```yaml
    variables:
      - name: girl                  # several questions of a member: of members alone
        unit: members
        codes: [{name: girl, where: "${sex} = 'f' and ${age} < 18"}]
      - name: age_in_months
        unit: members
        value: "${age} * 12"
    tables:
      - id: school
        unit: members
        rows: in_school
        columns: [sex, village]
      - {each: closed, unit: members}
    ```

    A variable that follows from one with `unit` is of the same instances. The words of a text within the \
    repeat are not kept for each: `relevant`, conditions and rules can ask whether there are any, and a \
    constraint on them is left to the tool. Since all instances are of those who replied, their tables are \
    weighted whatever their base.

    What the form calculates outside the repeat of all instances together, and who was offered which \
    choice by it, no instance can be counted by. A weight within the repeat is each instance's own; \
    strata are of those who reply. The sources of instances have the `version` of their submissions.

    `lists` name an instance by its submission and its number in it, in the order of the source without \
    those that were set aside: *Kenya (2)*; a mended one stands where it stood. \
    Instances came with their submissions and were not \
    drawn one by one, so that there are confidence limits only of a `sample` drawn in `clusters`; they are counted neither where replies \
    were given in confidence nor with `resubmissions: merge`.

    ### Statistics

    | statistic | is |
    |---|---|
    \(Statistic.allCases.map { "| `\($0.rawValue)` | \($0.entry.meaning) |" }.joined(separator: "\n"))

    The figures of a number stand in its row `.value`, those of a scale in the row `.base`. Counts \
    are whole and shares exact fractions of them; only what has a root or a distribution in it is \
    calculated with floating numbers.

    ### Nets

    \(KeyTable.text(NetKey.self))
    ### Decimals

    \(KeyTable.text(DecimalsKey.self))
    ### Footnotes

    \(KeyTable.text(FootnoteKey.self))
    ## A derived variable

    \(KeyTable.text(VariableKey.self))
    A unit without any of the codes is *not applicable* to the variable where it answered what that \
    comes from, as far as it depends on that, and otherwise in the answer state of its answer: of \
    several, an unclear one comes before a blank, that before one that was not asked. Where an unclear \
    answer leaves open whether a code holds, no later code of one that is not overlapping holds \
    either: who may be young is not *the rest*. Of a variable that follows from \
    answers, units that did not reply have no code; one that follows from attributes alone has \
    everybody.

    That somebody did not answer makes no condition of a code true: `${law} != 'yes'` holds of nobody \
    who left `law` blank or was not asked. `${law} = ''` asks whether there is an answer, and \
    `coalesce(${law}, 'no') != 'yes'` says what stands for none; what else is made of a blank, by \
    `max()`, `concat()` or a calculation that does not apply, is one. "Don't know" is as little above or \
    below something as not above or below it. Nor does it make a condition true that somebody was not \
    offered a choice: of `not(selected(${topics}, 'aid'))` and `${town} != 'cape'` such a unit was \
    *not asked*, and of "neither this nor that" who was offered neither. Shares of such a code are of \
    those whom what they were offered lets decide it.

    With `mentions` a unit has the code of each choice that it made in any of the questions: one that it made \
    twice counts once. The codes have the order of the first question, then what only later ones have; a \
    choice of the same name is to be the same in all. Choices that are no opinion stay so.

    Of a variable that is `overlapping` a unit with one code stands in the base of all, though it may not \
    be known whether it has another: as with ticks, one that is not known is not printed as had. What asks \
    for a code that is not known, as `not(selected(${ways}, 'post'))` may, has the state of the answer \
    that leaves it open.

    A `value` is a number, of which tables have means, quantiles and sums, and other variables bands: \
    `${officers} + ${clerks}`, `${women} div ${staff} * 100`, `${left} - ${joined}` for the days between \
    two dates, `if(${law} = 'yes', 2, 0) + ${rating}` for a score, `${points}` for what the form \
    calculates. Where an answer is missing the value is, and stands in the state of that answer; \
    `coalesce(${clerks}, 0)` says what a blank counts for, and so does \
    `coalesce(max(${a}, ${b}), 0)`: a value that is made of a missing answer is missing, though a form's \
    tool would make a number of it. So is what the form calculates, where tables have it as `${points}`; in \
    `where`, `base` and the form's own conditions it is what the tool makes of it. What is divided by nought has none, and is \
    *not applicable*. A value without an end, such as a third, is taken to eighteen decimals; \
    one of more than 38 digits is *unclear*. Where replies \
    were given in confidence there are no values.

    Each of its codes:

    \(KeyTable.text(CodeKey.self))
    ## Weights

    \(KeyTable.text(WeightKey.self))
    Numbers stay numbers of units; shares, means and quantiles are weighted, and `weighted-count` \
    gives the weights. Weights are of units that replied, so that a table is not weighted whose base \
    has others: `population`, a condition that holds for units that did not reply, or `population: \
    participants`. A weight is from 0 to 1,000,000,000 with up to 18 decimals. A unit without a \
    weight or stratum, one of the register in no stratum though it did not reply, and a stratum of \
    which nobody replied, stop the run: whoever they are would be lost. With `rake` the same holds of each \
    code, not of each combination; weights are multiplied by eighteen decimals, after which every total \
    stands to within a millionth of a millionth of it, and the limits of a `sample` take out what the codes \
    explain. Units that weigh 0 are \
    counted, but have no part in means, quantiles, standard deviations and extremes.

    ## A sample

    \(KeyTable.text(SampleKey.self))
    Limits and comparisons are of answers and of units that replied: what the register says of every \
    unit is known, and a base with units that did not reply was not sampled. A mean of which all \
    numbers are the same has none, unless every unit of the population replied.

        sample:
          strata: region                # from each region villages were drawn,
          clusters: village             # and households in them
          population: {north: 120, south: 80}   # of so many villages

    Where the sample was drawn from `strata` or in `clusters`, variances are those of the totals of \
    clusters (without them, of units) within their strata, as for clusters drawn with equal chance; \
    whatever was drawn within them is in their scatter. Clusters of two strata are different ones, though \
    they may have one number. Limits use Student's quantile with as many degrees of freedom as the base \
    has clusters less strata (Korn and Graubard 1999); of a base of one cluster there are none. Where \
    all or none give an answer, the units are as many as clusters of equal weight would be (Kish 1965), \
    since how alike those of a cluster are is not seen. Columns are compared by the variance of \
    their difference. A stratum of which one cluster alone was drawn of several stops the run, and so \
    does one of which nobody replied.
    """
  }
}
