import Questionnaire

/// The reference of all definition files but the table plan: `Pipelines/PIPELINE.md`, written from the
/// declarations by which they are read.
package enum PipelinePage {
  package static var text: String {
    """
    # The definition of a collection

    The files of `Pipelines/<collection>/` but for the table plan, which has a page of its own \
    (`TABLES.md`). This page is generated from the declarations by which the program reads them.

    A mistake in one of these files stops the run with file, line and the nearest right name. CSV \
    files are UTF-8 with commas. A stage is up to date until a value changes that it reads: comments, \
    blank lines, quotes and the order of keys change nothing, unless findings name the line of a text \
    or rule that moves. The last column of each table says which stages read the key: these and all \
    after them run again when it changes. What only `export` reads changes no count.

    ## `pipeline.yaml`

    ```yaml
    title: Implementation of the Convention
    cut-off: 2024-06-30
    unit: state
    register: {treaty: untoc, incomplete: yes}
    language: en
    sources:
      - file: replies-*.csv
        unit: {column: Country}       # what tells the State
        received: {column: Submitted}
        date-order: dmy
        no-answer: [N/A]
        answers:
          weight: {no-answer: ["-99"]}
    quantifiers:
      - {word: all, exactly: 100}
      - {word: almost all, at-least: 90}
      - {word: some, at-least: 0.01}
      - {word: none, exactly: 0}
    ```

    \(KeyTable.text(PipelineKey.self))
    Of `register`:

    \(KeyTable.text(RegisterKey.self))
    Of each entry of `attributes`:

    \(KeyTable.text(AttributeKey.self))
    Of each entry of `codes` of an attribute:

    \(KeyTable.text(AttributeCodeKey.self))
    Of `rounding`:

    \(KeyTable.text(RoundingKey.self))
    Of each entry of `quantifiers`:

    \(KeyTable.text(QuantifierKey.self))
    Of `disclosure`:

    \(KeyTable.text(DisclosureKey.self))
    ### A source

    \(KeyTable.text(SourceKey.self))
    Of `unit`:

    \(KeyTable.text(UnitKey.self))
    Of `received`:

    \(KeyTable.text(ReceivedKey.self))
    Of `test-records`:

    \(KeyTable.text(TestRecordKey.self))
    Of `incomplete`:

    \(KeyTable.text(IncompleteKey.self))
    Of `repeat`:

    \(KeyTable.text(RepeatKey.self))
    Of `items`:

    \(KeyTable.text(ItemsKey.self))
    ### How answers are written

    These keys stand in a source, for all its questions, or under `answers`, for one of them.

    \(KeyTable.text(AnswerKey.self))
    ## `survey.csv` and `choices.csv`

    The sheets *survey* and *choices* of an [XLSForm](https://xlsform.org), as KoboToolbox, ODK and \
    SurveyCTO export them. Columns that are not listed here are left to the tools they are for; a \
    heading that is nearly one of XLSForm's is an error.

    \(KeyTable.text(SurveyColumn.self, isFile: true))
    \(KeyTable.text(ChoiceColumn.self, isFile: true))
    ## Conditions

    `relevant`, `constraint`, `choice_filter` and `calculation` of the form, `where` and `base` of `tables.yaml`, and `where`, `if` and \
    `calculate` of `rules.yaml` are conditions of XLSForm.

    | written | means |
    |---|---|
    | `${law}`, `.` | the answer to a question, as the name of its choice, a number, a date or a text, or what a `calculate` of the form stands for; in a constraint, `.` is the answer itself |
    | `'text'`, `"text"`, `5`, `-0.5`, `'2005-07-29'` | a text or the name of a choice, numbers, a date |
    | `=` `!=` `<` `<=` `>` `>=` | comparisons |
    | `and` `or` | truth; `and` binds more tightly |
    | `+` `-` `*` `div` `mod` | sums; one date less another is the days between them |

    A blank equals `''` and nothing else, is neither above nor below anything, and makes no sum. Of an \
    unclear answer nobody knows what it equals, and not either that it differs: what rests on it is \
    open, unless the other side of an `and` or `or` decides. What is open leads to no question, breaks \
    no constraint and no rule, and puts a unit into no table, base or code. A \
    condition has at most \(Expression.mostWords) names, texts, signs and parentheses. `today()` is the \
    day on which a submission was received, whenever the stages run, and `now()` is refused.

    The examples are of a unit that answered `in_part` to `law`, 12 to `delegates`, `press` and `radio` \
    to `measures`, ranked `law` first under `priorities`, left `law_text` blank, and was received on \
    2024-06-01.

    \(FunctionTable.text)
    ## `corrections.csv`

    The only way in which an answer changes. A correction whose `from` is not what stands there is \
    reported and not made.

    \(KeyTable.text(CorrectionColumn.self, isFile: true))
    ## `crosswalk.csv`

    What texts mean that name a State and are in no register. What the registers know cannot be said \
    otherwise here.

    \(KeyTable.text(CrosswalkColumn.self, isFile: true))
    ## `units.csv`

    The units of the collection's own, and what it says of them and of States: a line a unit, and a \
    line for each time where something of it changes. With `unit: listed` its units are all there are. \
    With `unit: state` a line is of a State, by its code, and says more of it, or of another unit, \
    which was to report, too; every other State stays as it is. A column that is neither listed here \
    nor an attribute of `pipeline.yaml` is refused.

    \(KeyTable.text(UnitColumn.self, isFile: true))
    ## `rules.yaml`

    ```yaml
    rules:
      - id: large_delegation
        severity: query
        where: ${law} = 'yes'
        if: ${delegates} > 500
        message: ${delegates} delegates are many
        suggestion: ask how many delegates there were
        meaning: A delegation of more than 500.
      - id: few_parties
        severity: query
        over: collection
        by: regional_group
        calculate:
          parties: count(${status} = 'party')
          replied: count(${status} = 'party' and ${response} = 'replied')
        if: ${replied} div ${parties} < 0.5
        message: only ${replied} of ${parties} parties replied
        meaning: Fewer than half of the parties of a group replied.
    fail-above:
      unclear-answer: 2 %
    ```

    \(KeyTable.text(RulesKey.self))
    Of each rule:

    \(KeyTable.text(RuleKey.self))
    [Conditions](#conditions) may name questions, the attributes of `tables.yaml` \
    (`${status}`, `${regional_group}`, `${response}` and so on), and:

    | name | in rules over | is |
    |---|---|---|
    | `${received}`, `${cut_off}`, `${unit}` | `submission`, `unit`, and with `unique` | the day of receipt, the cut-off, the State or respondent |
    | `${last-saved#law}` | `unit` | the answer to `law` in the submission before |
    | `${submissions}`, `${late_submissions}` | `unit` | how many came in time, and too late |
    | `${other_unit}` | the message with `unique` | the first unit with the same values |
    | `count()`, `count-non-empty()`, `sum()`, `min()`, `max()` | `collection` | over all units; what stands in the parentheses is about one of them |

    An answer that is unclear, does not apply or was not asked is a blank. A submission that counts is \
    judged as it counts: corrected, and with `resubmissions: merge` with what was taken over.

    ## `report.md`

    The draft report in Markdown, with placeholders in double braces. A cell is named \
    `table/row/column`, without the column for the total, by the ids that `cells.csv` has. `export` \
    reads them; the notes and footnotes of tables may have them too. The examples are of a table `law`, \
    where Kenya and the Russian Federation are two of four States that answered `no`.

    \(PlaceholderTable.text)
    A placeholder with a capital letter begins its text with one: `{{Number law/no}}`. Words of \
    your own stand after `=` in one that is about a cell, as in `{{quantifier law/no = just \
    half}}`: they are printed as they are and checked against the cell.

    ## `rounds.yaml`

    How the questionnaire follows from that of an earlier round, as far as names do not tell; read by \
    `make compare`. What stands before a colon is of the newer form.

    ```yaml
    convention-2012:                  # the earlier collection
      questions: {law: legislation}
      breaks:
        - {question: delegates, note: asked of parties alone since 2012}
    ```

    Of each earlier collection:

    \(KeyTable.text(RoundKey.self, readOtherwiseBy: "compare"))
    Of each item of `breaks`:

    \(KeyTable.text(BreakKey.self, readOtherwiseBy: "compare"))
    """
  }
}
