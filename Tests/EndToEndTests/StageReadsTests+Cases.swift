/// Collections of which each key has two values that can be. A change of several keys at once must
/// still be one that can be.
extension StageReadsTests {
  static let cases = [
    ofStates, inConfidence, ofRespondents, ofInstances, raked, amounts, guarded, long, roster,
  ]

  private static let choices = """
    list_name,name,label::English (en),label::Français (fr)
    law,yes,Yes,Oui
    law,no,No,Non
    rating,1,Bad,Mauvais
    rating,2,Good,Bon
    measure,press,Press,Presse
    measure,radio,Radio,Radio

    """

  /// How exports are read.
  private static let ofStates = Case(
    name: "states",
    files: [
      "choices.csv": choices, "report.md": "# {{title}}\n",
      "survey.csv": """
      type,name,label::English (en),label::Français (fr),since
      select_one law,law,Is there a law?,Y a-t-il une loi ?,
      decimal,delegates,How many delegates?,Combien de délégués ?,
      decimal,guests,How many guests?,Combien d’invités ?,
      decimal,weight,Weight,Poids,
      date,day,Which day?,Quel jour ?,
      select_multiple measure,measures,Which measures?,Quelles mesures ?,
      select_multiple measure,flags,Which flags?,Quels drapeaux ?,2013-01-01
      select_one measure,way,How it came,Par quelle voie,
      begin_repeat,laws,Laws,Lois,
      text,law_title,Title of the law,Titre de la loi,
      end_repeat,,,,
      begin_repeat,acts,Acts,Actes,
      text,act_title,Title of the act,Titre de l’acte,
      end_repeat,,,,

      """,
      "pipeline.yaml": """
      title: Replies
      publisher: The secretariat
      contact: a@example.org
      licence: CC-BY-4.0
      agency: OFFICE
      forms: [datapackage, sdmx]
      spreadsheet:
        separator: comma
      cut-off: 2014-06-30
      unit: state
      register:
        treaty: untoc
        incomplete: yes
      attributes:
        - label: Least developed
          codes: [{name: yes, label: Right}, {name: no}, {name: rare}]
          name: ldc
        - name: island
          codes: [{name: yes}, {name: no}]
        - name: posts
          codes: [{name: few, below: 50}, {name: many, from: 50}]
      language: en
      resubmissions: replace
      fail-on: never
      rounding:
        percent: 0
        percent-base: 1
      quantifiers:
        - word: all
          exactly: 100
        - word: some
          at-least: 1
      sources:
        - file: first-*.txt
          convention: plain
          encoding: Windows-1252
          delimiter: ","
          quoting: double
          skip-lines: 1
          header-rows: 1
          surplus-blanks: no
          blank-records: no
          unpacked-megabytes: 100
          comment: "#"
          sheet: Replies
          unit:
            column: Code
            by: iso3
          received:
            column: Received
          test-records:
            column: Mark
            values: [test]
          incomplete: {column: Done, values: [no], keep: no}
          columns: {Law: law, Number: delegates}
          ignore: [Extra]
          version: 2014-01-31
          no-answer: [none]
          decimal-mark: ","
          thousands-mark: " "
          date-order: dmy
          century: 2000
          era: common
          separator: ";"
          noughts: answer
          choices: labels
          write-ins: other
          without-column: not-chosen
          answers: {weight: {decimal-mark: "."}}
        - file: second.txt
          unit: {column: State}
          received:
            date: 2014-06-01
          fixed: {way: press}
        - file: laws.txt
          repeat:
            name: laws
            of: first-*.txt
            key: parent
            parent: index
            id: id

      """,
      "tables.yaml": """
      tables:
        - rows: law
          note: Norway has none.
          columns: [status, ldc]
          lists: [yes, no]
          language: en
        - each: [measures, flags]
        - each: [delegates, guests, weight, day]
        - id: statuses
          rows: status
          population: units

      """,
      "first-1.txt": """
      ## Replies
      Code,Country,Received,Sent,Mark,Mark2,Law,Number,Extra,Extra2,weight,day,measures,flags/press,flags/radio,index,index2,Done,Done2
      NAM,Namibia,05/06/14,06/06/14,,,Yes,"1 200,5",a,b,1.5,01/02/14,press;radio,0,0,1,2,yes,maybe
      FRA,France,05/06/14,12/06/14,,check,Yes,"12,5",a,b,1.5,01/02/14,press,1,0,2,3,yes,yes
      KEN,Kenya,05/06/14,06/12/14,,,No,none,a,b,2.5,03/02/14,radio,0,1,3,4,yes,no
      DEU,Germany,07/06/14,06/12/14,test,,No,nil,a,b,2.5,03/02/14,radio/press,0,1,4,1,yes,yes
      NAM,Namibia,06/06/14,07/06/14,,,No,,a,b,,03/02/14,,,,5,6,no,yes
      BRA,Brazil,12/12/14,06/06/14,check,test,Yes,7,a,b,0.5,04/05/14,press;radio,1,1,6,5,yes,yes
      #INDIA

      """,
      "units.csv": "code,ldc,island,posts\nNAM,no,no,40\nKEN,yes,no,50\nFRA,no,yes,60\n",
      "second.txt": "State,Law,index,index2\nChad,Yes,1,2\nMali,No,2,1\n",
      "other.txt": "State,Law,index,index2\nPeru,Yes,1,2\nChile,Yes,2,1\n",
      "laws.txt": """
      parent,parent2,id,id2,law_title,act_title
      1,2,1,4,First law,First act
      2,1,2,3,Second law,Second act
      3,1,3,2,Third law,Third act

      """,
    ],
    changes: [
      ("pipeline.yaml title", "title: Replies", "title: Answers"),
      ("tables.yaml tables.population", "population: units", "population: participants"),
      ("pipeline.yaml cut-off", "2014-06-30", "2014-06-05"),
      ("pipeline.yaml register.incomplete", "incomplete: yes", "incomplete: no"),
      ("pipeline.yaml register.treaty", "untoc", "firearms-protocol"),
      (
        "pipeline.yaml attributes.name", "name: ldc\n  - name: island",
        "name: island\n  - name: ldc"
      ),
      ("pipeline.yaml attributes.label", "label: Least developed", "label: Developing"),
      ("pipeline.yaml attributes.codes.name", "name: rare", "name: seldom"),
      ("pipeline.yaml attributes.codes.label", "label: Right", "label: True"),
      ("pipeline.yaml attributes.codes.from", "from: 50", "from: 35"),
      ("pipeline.yaml attributes.codes.below", "below: 50", "below: 30"),
      ("pipeline.yaml language", "language: en", "language: fr"),
      ("pipeline.yaml publisher", "publisher: The secretariat", "publisher: The office"),
      ("pipeline.yaml contact", "contact: a@example.org", "contact: b@example.org"),
      ("pipeline.yaml licence", "licence: CC-BY-4.0", "licence: CC0-1.0"),
      ("pipeline.yaml agency", "agency: OFFICE", "agency: BUREAU"),
      ("pipeline.yaml forms", "forms: [datapackage, sdmx]", "forms: [csvw, sdmx]"),
      ("pipeline.yaml spreadsheet.separator", "separator: comma", "separator: semicolon"),
      ("pipeline.yaml resubmissions", "replace", "merge"),
      ("pipeline.yaml fail-on", "never", "query"),
      ("pipeline.yaml rounding.percent", "percent: 0", "percent: 2"),
      ("pipeline.yaml rounding.percent-base", "percent-base: 1", "percent-base: 9"),
      ("pipeline.yaml quantifiers.word", "word: some", "word: few"),
      ("pipeline.yaml quantifiers.exactly", "exactly: 100", "exactly: 99"),
      ("pipeline.yaml quantifiers.at-least", "at-least: 1", "at-least: 2"),
      ("pipeline.yaml sources.file", "file: second.txt", "file: other.txt"),
      ("pipeline.yaml sources.convention", "    convention: plain\n", ""),
      ("pipeline.yaml sources.encoding", "Windows-1252", "ISO-8859-1"),
      ("pipeline.yaml sources.delimiter", "    delimiter: \",\"\n", ""),
      ("pipeline.yaml sources.quoting", "double", "backslash"),
      ("pipeline.yaml sources.skip-lines", "skip-lines: 1", "skip-lines: 0"),
      ("pipeline.yaml sources.header-rows", "header-rows: 1", "header-rows: 2"),
      ("pipeline.yaml sources.surplus-blanks", "surplus-blanks: no", "surplus-blanks: yes"),
      ("pipeline.yaml sources.blank-records", "blank-records: no", "blank-records: false"),
      ("pipeline.yaml sources.unpacked-megabytes", "megabytes: 100", "megabytes: 200"),
      ("pipeline.yaml sources.incomplete.column", "column: Done,", "column: Done2,"),
      ("pipeline.yaml sources.incomplete.values", "values: [no]", "values: [maybe]"),
      ("pipeline.yaml sources.incomplete.keep", "keep: no", "keep: yes"),
      ("pipeline.yaml sources.comment", "\"#\"", "\"##\""),
      ("pipeline.yaml sources.sheet", "sheet: Replies", "sheet: Answers"),
      ("pipeline.yaml sources.unit", "column: Code\n      by: iso3", "column: Country"),
      ("pipeline.yaml sources.received.column", "column: Received", "column: Sent"),
      ("pipeline.yaml sources.received.date", "2014-06-01", "2014-07-01"),
      ("pipeline.yaml sources.test-records.column", "column: Mark", "column: Mark2"),
      ("pipeline.yaml sources.test-records.values", "[test]", "[check]"),
      ("pipeline.yaml sources.columns", "Number: delegates", "Number: guests"),
      ("pipeline.yaml sources.fixed", "{way: press}", "{way: radio}"),
      ("pipeline.yaml sources.ignore", "[Extra]", "[Extra2]"),
      ("pipeline.yaml sources.version", "2014-01-31", "2010-01-31"),
      ("pipeline.yaml sources.no-answer", "[none]", "[nil]"),
      ("pipeline.yaml sources.decimal-mark", "decimal-mark: \",\"", "decimal-mark: \"'\""),
      ("pipeline.yaml sources.thousands-mark", "thousands-mark: \" \"", "thousands-mark: \"_\""),
      ("pipeline.yaml sources.date-order", "dmy", "mdy"),
      ("pipeline.yaml sources.century", "century: 2000", "century: 1900"),
      ("pipeline.yaml sources.era", "era: common", "era: buddhist"),
      ("pipeline.yaml sources.separator", "separator: \";\"", "separator: \"/\""),
      ("pipeline.yaml sources.noughts", "noughts: answer", "noughts: unknown"),
      ("pipeline.yaml sources.choices", "choices: labels", "choices: names"),
      ("pipeline.yaml sources.write-ins", "write-ins: other", "write-ins: unclear"),
      ("pipeline.yaml sources.without-column", "    without-column: not-chosen\n", ""),
      ("pipeline.yaml sources.answers", "{decimal-mark: \".\"}", "{decimal-mark: \"_\"}"),
      ("pipeline.yaml sources.repeat.name", "name: laws", "name: acts"),
      ("pipeline.yaml sources.repeat.of", "of: first-*.txt", "of: second.txt"),
      ("pipeline.yaml sources.repeat.key", "key: parent", "key: parent2"),
      ("pipeline.yaml sources.repeat.parent", "parent: index", "parent: index2"),
      ("pipeline.yaml sources.repeat.id", "id: id", "id: id2"),
      ("tables.yaml tables.language", "language: en", "language: fr"),
    ])

  private static let small = [
    "choices.csv": choices, "report.md": "# {{title}}\n",
    "survey.csv": """
    type,name,label::English (en),label::Français (fr),relevant
    select_one law,law,Is there a law?,Y a-t-il une loi ?,
    select_one rating,rating,How was it?,C’était comment ?,
    integer,delegates,How many delegates?,Combien de délégués ?,
    integer,guests,How many guests?,Combien d’invités ?,
    decimal,weight,Weight,Poids,
    decimal,weight2,Other weight,Autre poids,
    select_one rating,after,And after?,Et après ?,${law} = 'yes'

    """,
    "replies.txt": """
    Who,Day,law,rating,delegates,guests,weight,weight2,after
    Namibia,2024-06-01,Yes,Good,1,1,1,2,Good
    France,2024-06-01,Yes,Good,3,2,1.5,1,
    Kenya,2024-06-01,No,Bad,4,3,2,1,Bad
    Chad,2024-06-01,No,Good,5,4,1,1,
    Mali,2024-06-01,Yes,Bad,6,4,1,1.5,Good
    Peru,2024-06-01,No,Good,9,5,0.5,1,
    Chile,2024-06-01,Yes,Bad,2,6,1,2,Bad

    """,
  ]

  /// What is counted of repeats.
  private static let ofInstances = Case(
    name: "instances",
    files: [
      "choices.csv": choices, "report.md": "# {{title}}\n",
      "survey.csv": """
      type,name,label
      select_one law,law,Is there a law?
      begin_repeat,laws,Laws
      integer,year,Year
      end_repeat,,
      begin_repeat,acts,Acts
      integer,month,Month
      end_repeat,,

      """,
      "pipeline.yaml": """
      title: Replies
      cut-off: 2024-06-30
      unit: respondent
      fail-on: never
      sources:
        - {file: replies.txt, unit: {column: Who}, received: {date: 2024-06-01}}
        - {file: laws.txt, repeat: {name: laws, of: replies.txt, key: Of, parent: Who}}
        - {file: acts.txt, repeat: {name: acts, of: replies.txt, key: Of, parent: Who}}

      """,
      "tables.yaml": """
      variables:
        - {name: twice, unit: laws, value: "if(${law} = 'yes', 2, 0)"}
        - {for: {u: [laws]}, name: "a_<u>", unit: <u>, value: "if(${law} = 'yes', 1, 0)"}
      tables:
        - {id: counted, unit: laws, rows: law}
        - {for: {v: [laws]}, id: "b_<v>", unit: <v>, rows: law}

      """,
      "rules.yaml": """
      rules:
        - id: early
          severity: query
          unit: laws
          if: ${law} = 'yes'
          message: here
          meaning: It is here.

      """,
      "replies.txt": "Who,law\na,yes\nb,no\n",
      "laws.txt": "Of,year\na,1999\na,2001\nb,2005\n",
      "acts.txt": "Of,month\nb,3\n",
    ],
    changes: [
      ("tables.yaml tables.unit", "id: counted, unit: laws", "id: counted, unit: acts"),
      ("tables.yaml variables.unit", "twice, unit: laws", "twice, unit: acts"),
      ("tables.yaml variables.for", "for: {u: [laws]}", "for: {u: [acts]}"),
      ("tables.yaml tables.for", "for: {v: [laws]}", "for: {v: [acts]}"),
      ("rules.yaml rules.unit", "unit: laws", "unit: acts"),
    ])

  /// Weights that are fitted to two variables, of a sample from strata.
  private static let raked = Case(
    name: "raked",
    files: small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: respondent
        fail-on: never
        sources:
          - {file: replies.txt, unit: {column: Who}, received: {column: Day}}

        """,
        "tables.yaml": """
        weights:
          rake: [law, rating]
          totals: {law: {yes: 30, no: 20}, rating: {1: 25, 2: 25}}
        sample: {strata: [law]}
        tables: [{rows: guests, statistics: [weighted-count, mean, upper-limit]}]

        """,
      ], uniquingKeysWith: { $1 }),
    changes: [
      ("tables.yaml weights.rake", "rake: [law, rating]", "rake: [rating, law]"),
      ("tables.yaml sample.strata", "strata: [law]", "strata: [rating]"),
    ])

  private static let inConfidence = Case(
    name: "in confidence",
    files: small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: state
        fail-on: never
        spreadsheet:
          separator: semicolon
          decimal: point
        disclosure:
          threshold: 2
          interval: 3
          percent-base: 1
          unanimity: released
          rounding-base: 9
        sources:
          - {file: replies.txt, unit: {column: Who}, received: {column: Day}}

        """,
        "tables.yaml": "tables: [{rows: law}, {rows: rating}]\n",
      ], uniquingKeysWith: { $1 }),
    changes: [
      ("pipeline.yaml unit", "unit: state", "unit: respondent"),
      ("pipeline.yaml disclosure.threshold", "threshold: 2", "threshold: 4"),
      ("pipeline.yaml disclosure.interval", "interval: 3", "interval: 5"),
      ("pipeline.yaml spreadsheet.decimal", "decimal: point", "decimal: comma"),
      ("pipeline.yaml disclosure.percent-base", "percent-base: 1", "percent-base: 9"),
      ("pipeline.yaml disclosure.unanimity", "unanimity: released", "unanimity: hidden"),
      ("pipeline.yaml disclosure.rounding-base", "rounding-base: 9", "rounding-base: 10"),
    ])

  /// A record for each unit and item.
  private static let long = Case(
    name: "long",
    files: small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: respondent
        resubmissions: merge
        fail-on: never
        sources:
          - file: replies.txt
            unit: {column: Who}
            received: {column: Day}
            items:
              column: about
              by: [Who, Day]
            columns: {"law[x]": law, "rating[x]": rating, "#3": guests}

        """,
        "replies.txt": """
        Who,Day,guests,about,topic,law,rating
        Ann,2024-06-01,1,x,y,Yes,Good
        Ann,2024-06-01,2,y,x,No,Bad
        Bea,2024-06-01,3,x,x,No,Bad

        """,
        "tables.yaml": "tables: [{rows: law}, {rows: rating}, {rows: guests}]\n",
      ], uniquingKeysWith: { $1 }),
    changes: [
      ("pipeline.yaml sources.items.column", "column: about", "column: topic"),
      ("pipeline.yaml sources.items.by", "by: [Who, Day]", "by: [Who, Day, guests]"),
    ])

  /// A record for each unit and item, whose records are instances of a repeat.
  private static let roster = Case(
    name: "roster",
    files: small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: respondent
        fail-on: never
        sources:
          - file: replies.txt
            unit: {column: Who}
            received: {date: 2024-06-01}
            items:
              column: about
              by: [Who, guests]
              repeat: topics

        """,
        "survey.csv": """
        type,name,label
        integer,guests,Guests
        begin_repeat,topics,Topics
        select_one yn,law,Law
        end_repeat,,
        begin_repeat,matters,Matters
        select_one yn,act,Act
        end_repeat,,

        """,
        "choices.csv": "list_name,name,label\nyn,yes,Yes\nyn,no,No\n",
        "replies.txt": """
        Who,guests,about,topic,law,act
        Ann,1,x,y,Yes,No
        Ann,1,y,y,No,No
        Bea,3,x,x,No,Yes

        """,
        "tables.yaml": "tables: [{rows: law}, {rows: act}, {rows: guests}]\n",
      ], uniquingKeysWith: { $1 }),
    changes: [
      ("pipeline.yaml sources.items.repeat", "repeat: topics", "repeat: matters")
    ])

  /// Sums of replies that were given in confidence.
  private static func sums(_ rules: String) -> [String: String] {
    small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: respondent
        fail-on: never
        disclosure: {threshold: 2, \(rules)}
        sources:
          - {file: replies.txt, unit: {column: Who}, received: {column: Day}}

        """,
        "tables.yaml": "tables: [{rows: guests, columns: [rating], statistics: [count, sum]}]\n",
      ], uniquingKeysWith: { $1 })
  }

  private static let amounts = Case(
    name: "amounts", files: sums("amounts: hidden"),
    changes: [("pipeline.yaml disclosure.amounts", "amounts: hidden", "amounts: released")])

  private static let guarded = Case(
    name: "guarded", files: sums("p-percent: 10, dominant-units: 1, dominant-percent: 30"),
    changes: [
      ("pipeline.yaml disclosure.p-percent", "p-percent: 10", "p-percent: 90"),
      ("pipeline.yaml disclosure.dominant-units", "dominant-units: 1", "dominant-units: 2"),
      ("pipeline.yaml disclosure.dominant-percent", "dominant-percent: 30", "dominant-percent: 20"),
    ])

  /// What is counted and how it is printed.
  private static let ofRespondents = Case(
    name: "respondents",
    files: small.merging(
      [
        "pipeline.yaml": """
        title: Replies
        cut-off: 2024-06-30
        unit: respondent
        fail-on: never
        findings-by-unit: yes
        behind-skip: report
        sources:
          - {file: replies.txt, unit: {column: Who}, received: {column: Day}}

        """,
        "tables.yaml": """
        weights:
          question: weight
          post-stratify: [law]
          totals: {yes: 30, no: 20}
        sample:
          confidence: 95
          clusters: guests
          population: 1000
          adjust: bonferroni
        variables:
          - name: size
            label: Size
            from: delegates
            codes:
              - name: few
                label: A few
                below: 4
              - name: many
                from: 4
          - name: kind
            overlapping: no
            codes:
              - name: large
                where: ${delegates} > 4
              - name: lawful
                where: ${law} = 'yes'
                substantive: yes
          - name: both
            value: ${delegates} + ${guests}
          - name: mentioned
            mentions: [rating, after]
          - name: least
            codes:
              - for: {least: [3]}
                name: from_<least>
                where: ${delegates} >= <least>
          - name: answer
            from: law
            codes:
              - name: both
                of: [no, yes]
        tables:
          - id: law
            title: The law
            note: A note.
            rows: law
            nets:
              - name: any
                label: Any
                of: [yes]
            columns: [size]
            total: first
            base: respondents
            base-label: Everybody
            where: ${delegates} > 1
            statistics: [count, percent, lower-limit, higher-than]
            weighted: yes
            lists: [yes]
            examples: 5
            states: yes
            order: code
            last: [no]
            decimals: 0
            shares: exact
            zero-rows: yes
            base-percent: no
            independence: no
            chart: yes
            footnotes:
              - on: title
                text: Noted.
              - row: yes
                text: Also noted.
              - column: .total
                text: Noted besides.
          - id: ratings
            rows: rating
            layout: list
            nets:
              - {name: high, top: 1}
              - {name: low, bottom: 1}
          - id: reply
            rows: response
          - id: people
            rows: guests
          - each: [kind, answer, mentioned, least]

        """,
        "rules.yaml": """
        rules:
          - id: many
            severity: query
            over: submission
            where: ${law} = 'yes'
            base-label: those with a law
            calculate: {twice: "${delegates} * 2"}
            if: ${twice} > 5
            message: ${twice} are many
            suggestion: ask
            meaning: Many delegates.
            question: delegates
            fail-above: 5 %
          - id: same
            severity: fatal
            over: collection
            unique: [guests]
            message: the same
            meaning: Twice the same.
          - for: {bound: [5]}
            id: above_<bound>
            severity: query
            if: ${delegates} > <bound>
            message: above <bound>
            meaning: Above.
          - id: laws
            severity: query
            over: collection
            by: response
            if: count(${law} = 'yes') > 1
            message: laws
            meaning: Laws.
        fail-above: {unclear-answer: 2 %}

        """,
      ], uniquingKeysWith: { $1 }),
    changes: [
      ("pipeline.yaml behind-skip", "behind-skip: report", "behind-skip: blank"),
      ("pipeline.yaml findings-by-unit", "findings-by-unit: yes", "findings-by-unit: no"),
      ("tables.yaml weights.question", "question: weight", "question: weight2"),
      ("tables.yaml weights.post-stratify", "post-stratify: [law]", "post-stratify: [rating]"),
      ("tables.yaml weights.totals", "{yes: 30, no: 20}", "{1: 30, 2: 30}"),
      ("tables.yaml sample.confidence", "confidence: 95", "confidence: 90"),
      ("tables.yaml sample.clusters", "clusters: guests", "clusters: delegates"),
      ("tables.yaml sample.population", "population: 1000", "population: 500"),
      ("tables.yaml sample.adjust", "adjust: bonferroni", "adjust: none"),
      ("tables.yaml variables.name", "name: size", "name: extent"),
      ("tables.yaml variables.label", "label: Size", "label: Extent"),
      ("tables.yaml variables.from", "from: delegates", "from: guests"),
      ("tables.yaml variables.overlapping", "overlapping: no", "overlapping: yes"),
      ("tables.yaml variables.value", "${delegates} + ${guests}", "${delegates} - ${guests}"),
      ("tables.yaml variables.mentions", "mentions: [rating, after]", "mentions: [after, law]"),
      ("tables.yaml variables.codes.for", "{least: [3]}", "{least: [3, 5]}"),
      ("tables.yaml variables.codes.name", "name: many", "name: lots"),
      ("tables.yaml variables.codes.label", "label: A few", "label: Few"),
      ("tables.yaml variables.codes.of", "of: [no, yes]", "of: [no]"),
      ("tables.yaml variables.codes.from", "from: 4", "from: 5"),
      ("tables.yaml variables.codes.below", "below: 4", "below: 3"),
      ("tables.yaml variables.codes.where", "${delegates} > 4", "${delegates} > 5"),
      ("tables.yaml variables.codes.substantive", "substantive: yes", "substantive: no"),
      ("tables.yaml tables.id", "id: people", "id: persons"),
      ("tables.yaml tables.each", "each: [kind, answer,", "each: [kind, answer, delegates,"),
      ("tables.yaml tables.title", "title: The law", "title: Laws"),
      ("tables.yaml tables.note", "note: A note.", "note: Another note."),
      ("tables.yaml tables.rows", "rows: guests", "rows: weight"),
      ("tables.yaml tables.nets.name", "name: any", "name: one"),
      ("tables.yaml tables.nets.label", "label: Any", "label: One"),
      ("tables.yaml tables.nets.of", "of: [yes]", "of: [yes, no]"),
      ("tables.yaml tables.nets.top", "top: 1", "top: 2"),
      ("tables.yaml tables.nets.bottom", "bottom: 1", "bottom: 2"),
      ("tables.yaml tables.columns", "columns: [size]", "columns: [extent, rating]"),
      ("tables.yaml tables.total", "total: first", "total: last"),
      ("tables.yaml tables.base", "base: respondents", "base: answered"),
      ("tables.yaml tables.base-label", "base-label: Everybody", "base-label: All"),
      ("tables.yaml tables.where", "${delegates} > 1", "${delegates} > 2"),
      ("tables.yaml tables.statistics", "lower-limit, higher-than", "upper-limit, higher-than"),
      ("tables.yaml tables.weighted", "weighted: yes", "weighted: no"),
      ("tables.yaml tables.lists", "lists: [yes]", "lists: [no]"),
      ("tables.yaml tables.examples", "examples: 5", "examples: 1"),
      ("tables.yaml tables.states", "states: yes", "states: no"),
      ("tables.yaml tables.order", "order: code", "order: count"),
      ("tables.yaml tables.last", "last: [no]", "last: [yes]"),
      ("tables.yaml tables.layout", "layout: list", "layout: matrix"),
      ("tables.yaml tables.decimals", "decimals: 0", "decimals: {percent: 1, other: 3}"),
      ("tables.yaml tables.shares", "shares: exact", "shares: add-up"),
      ("tables.yaml tables.zero-rows", "zero-rows: yes", "zero-rows: no"),
      ("tables.yaml tables.base-percent", "base-percent: no", "base-percent: yes"),
      ("tables.yaml tables.independence", "independence: no", "independence: yes"),
      ("tables.yaml tables.chart", "chart: yes", "chart: no"),
      ("tables.yaml tables.footnotes.on", "on: title", "on: any"),
      ("tables.yaml tables.footnotes.row", "row: yes", "row: no"),
      ("tables.yaml tables.footnotes.column", "column: .total", "column: few"),
      ("tables.yaml tables.footnotes.text", "text: Noted.", "text: Known."),
      ("rules.yaml rules.for", "{bound: [5]}", "{bound: [4, 5]}"),
      ("rules.yaml rules.id", "id: many", "id: lots"),
      ("rules.yaml rules.severity", "severity: fatal", "severity: query"),
      ("rules.yaml rules.over", "over: submission", "over: unit"),
      ("rules.yaml rules.where", "where: ${law} = 'yes'", "where: ${law} != ''"),
      ("rules.yaml rules.base-label", "base-label: those with a law", "base-label: those who say"),
      ("rules.yaml rules.if", "${twice} > 5", "${twice} > 7"),
      ("rules.yaml rules.unique", "[guests]", "[guests, law]"),
      ("rules.yaml rules.by", "    by: response\n", ""),
      ("rules.yaml rules.calculate", "${delegates} * 2", "${delegates} * 3"),
      ("rules.yaml rules.message", "message: the same", "message: it is the same"),
      ("rules.yaml rules.suggestion", "suggestion: ask", "suggestion: ask again"),
      ("rules.yaml rules.meaning", "meaning: Laws.", "meaning: Many laws."),
      ("rules.yaml rules.question", "question: delegates", "question: guests"),
      ("rules.yaml rules.fail-above", "fail-above: 5 %", "fail-above: 99 %"),
      ("rules.yaml fail-above", "unclear-answer: 2 %", "unclear-answer: 3 %"),
    ])
}
