import Basics

/// Arabic, with European digits as in the tables; read from right to left.
enum Arabic {
  private static let months = [
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
    "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
  ]

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .allUnits: "جميع الوحدات"
    case .allParticipants: "جميع المشاركين"
    case .unitsThatReplied: "الوحدات التي ردت"
    case .unitsAsked: "الوحدات التي طُرح عليها السؤال"
    case .unitsThatAnswered: "الوحدات التي أجابت عن السؤال"
    case .unitsThatAnsweredInSubstance: "الوحدات التي أجابت عن السؤال إجابة موضوعية"
    case .unitsInRow: "وحدات الصف"
    case .unitsThatRanked: "الوحدات التي رتبته"
    case .choicesMade: "الخيارات المحددة"
    case .choicesRankedFirst: "الخيارات المرتبة أولاً"
    case .baseWhere(let base, let condition): "\(base)، حيث \(condition)"
    case .baseInAllColumns(let base): "\(base)، في جميع الأعمدة"
    case .total: "المجموع"
    case .all: "الكل"
    case .base(let label): "الأساس: \(label)"
    case .numberInBase: "العدد في الأساس"
    case .ofWhich(let label): "منها: \(label)"
    case .offered(let label): "منهم من عُرض عليه: \(label)"
    case .rankedFirst(let label): "\(label) (في المرتبة الأولى)"
    case .answered: "أُجيب عنه"
    case .noAnswer: "دون إجابة"
    case .notApplicable: "لا ينطبق"
    case .notAsked: "لم يُطرح"
    case .unclear: "إجابة غير واضحة"
    case .didNotReply: "لم ترد"
    case .response: "الرد"
    case .replied: "ردت"
    case .status: "المركز"
    case .statesParties: "الدول الأطراف"
    case .signatories: "الدول الموقعة"
    case .nonSignatories: "الدول غير الموقعة"
    case .statesThatWithdrew: "الدول المنسحبة"
    case .notEligible: "غير مؤهلة للانضمام"
    case .regionalGroup: "المجموعة الإقليمية"
    case .inNoGroup: "خارج المجموعات الإقليمية"
    case .signature: "التوقيع"
    case .signed: "وقعت"
    case .notSigned: "لم توقع"
    case .instrument: "الصك"
    case .deposited: "أُودع الصك"
    case .notDeposited: "لم يودع صك"
    case .formVersion: "نسخة الاستبيان"
    case .noVersion: "غير معلنة"
    case .notSpecified(let attribute): "\(attribute): غير محدد"
    case .number: "العدد"
    case .weightedNumber: "العدد المرجح"
    case .perCent: "النسبة المئوية"
    case .perCentOfRow: "النسبة المئوية للصف"
    case .perCentOfTable: "النسبة المئوية للجدول"
    case .perCentOfChoices: "النسبة المئوية للخيارات المحددة"
    case .cumulativePerCent: "النسبة المئوية التراكمية"
    case .mean: "المتوسط"
    case .median: "الوسيط"
    case .lowerQuartile: "الربيع الأدنى"
    case .upperQuartile: "الربيع الأعلى"
    case .smallest: "الأصغر"
    case .largest: "الأكبر"
    case .sum: "المجموع الحسابي"
    case .standardDeviation: "الانحراف المعياري"
    case .meanRank: "متوسط المرتبة"
    case .timesRanked: "عدد مرات الترتيب"
    case .perCentThatRanked: "النسبة المئوية لمن رتبه"
    case .lowerLimit: "الحد الأدنى"
    case .upperLimit: "الحد الأعلى"
    case .higherThan: "أعلى من"
    case .percentagesOfBase(let label): "النسب المئوية محسوبة من الأساس: \(label)."
    case .percentagesOfBaseBelow: "النسب المئوية محسوبة من الأساس المبين تحت كل مجموعة من الصفوف."
    case .percentagesOfOffered: "النسبة المئوية لخيار لم يُعرض على الجميع محسوبة ممن عُرض عليهم."
    case .percentagesOfRow: "النسب المئوية للصف محسوبة من وحدات الصف."
    case .percentagesOfTable: "النسب المئوية للجدول محسوبة من الأساس في جميع الأعمدة."
    case .percentagesOfChoices(let ranked):
      "النسب المئوية للخيارات محسوبة من جميع الخيارات المحددة"
        + (ranked ? "، وفي الترتيب من الخيارات المرتبة أولاً." : ".")
    case .baseIsCondition:
      "الأساس محدد بشرط: فقد يضم وحدات لم تجب ويستبعد وحدات أجابت، "
        + "ولذلك قد لا يساوي مجموع الأساس وحالات الإجابة العدد الكلي."
    case .rowsLeaveOut(let variable):
      "الوحدات التي لا تقع في أي صف من صفوف «\(variable)» محسوبة في الأساس وحده."
    case .zeroRowsLeftOut(let number):
      "عدد الصفوف المحذوفة لأن جميع أعدادها 0: \(number)."
    case .columnsLeaveOut(let variable):
      "الوحدات التي لا تقع في أي عمود من أعمدة «\(variable)» محسوبة في المجموع وحده."
    case .columnsOverlap(let variable):
      "قد تقع الوحدة في عدة أعمدة من أعمدة «\(variable)» أو لا تقع في أي منها، ولذلك قد"
        + " يختلف مجموعها عن المجموع الكلي."
    case .choicesOfInstances(let label):
      "تُحسب الوحدة في كل إجابة أُعطيت عن أي عنصر من عناصرها «\(label)»."
    case .sumsOfInstances(let label):
      "رقم الوحدة هو مجموع أرقام عناصرها «\(label)»."
    case .instancesAreUnits(let label):
      "كل عنصر من «\(label)» وحدة في هذا الجدول، مع الإجابات التي ينتمي إليها."
    case .sharesAreWeighted: "النسب والمتوسطات مرجحة؛ والأعداد أعداد وحدات غير مرجحة."
    case .confidence(let percent, let letters):
      "الحدود والمقارنات صحيحة بدرجة ثقة قدرها \(percent) في المائة"
        + (letters ? "؛ وتدل الحروف على الأعمدة التي يزيد عليها الرقم." : ".")
    case .drawnFromStrata(let variables):
      "العينة طبقية: «\(variables)»."
    case .drawnInClusters(let variable):
      "العينة عنقودية: «\(variable)»."
    case .independence(let rows, let columns, let test):
      "«\(rows)» و«\(columns)»: \(test) وفقا لاختبار الاستقلال بتصحيح راو وسكوت."
    case .independenceUntold(let rows, let columns):
      "«\(rows)» و«\(columns)»: الردود أقل من أن تتيح اختبار الاستقلال."
    case .suppressed: "محجوب لأن الردود قُدمت بصفة سرية."
    case .changesMayBeMissing(let date):
      "قد تكون التغييرات في الدول الأعضاء وأسمائها ومجموعاتها الإقليمية بعد \(text(.day(date))) ناقصة."
    case .actionsMayBeMissing(let date):
      "قد تكون التوقيعات والصكوك بعد \(text(.day(date))) ناقصة."
    case .smallBase(let least): "لا توجد نسبة مئوية لأن الأساس أقل من \(least)."
    case .rounded(let base, let addsUp):
      "قُرّبت الأعداد إلى مضاعفات \(base)، وتُحسب النسب المئوية والمتوسطات من الأعداد المقرّبة."
        + (addsUp.map {
          $0 ? " المجاميع تساوي مجموع أجزائها." : " لا تساوي كل المجاميع مجموع أجزائها."
        } ?? "")
    case .day(let date): "\(date.day) \(months[date.month - 1]) \(date.year)"
    case .percentOf(let percent, let counts): "\(percent) في المائة (\(counts))"
    case .countOf(let count, let base): "\(count) من أصل \(base)"
    case .weighted(let counts): "مرجح؛ \(counts)"
    case .noShare(let counts, let weightless):
      "لا توجد نسبة (\(counts)"
        + (weightless ? "، دون وزن)" : ")")
    case .exactly(let percent): "\(percent) في المائة بالضبط"
    case .orMore(let percent): "\(percent) في المائة أو أكثر"
    case .names(let names): names.joined(separator: "، ")
    case .namesInSentence(let names): Language.join(names, "، ", last: " و")
    case .forExample(let names): "مثل \(names)"
    case .nobody: "لا أحد"
    case .contents: "المحتويات"
    case .notes: "ملاحظات"
    case .coverSheet: "الغلاف"
    case .sheet: "الورقة"
    case .table: "الجدول"
    case .note: "ملاحظة"
    case .sign: "الاختصار"
    case .meaning: "المعنى"
    case .group: "المجموعة"
    case .row: "الصف"
    case .backToContents: "العودة إلى المحتويات"
    case .noteMark(let number): "[ملاحظة \(number)]"
    case .notesInSheet(let name): "ترد الملاحظات في الورقة «\(name)»."
    case .oneTable: "تحتوي هذه الورقة على جدول واحد."
    case .oneTableAndChart: "تحتوي هذه الورقة على جدول واحد وتحته رسم بياني له."
    case .notApplicableHere: "لا يوجد مثل هذا الرقم لهذا الصف"
    case .notAvailable: "غير متاح: لا توجد وحدات، أو عددها قليل جداً، لهذا الرقم"
    case .sheetsOfTables: "لكل جدول ورقة خاصة به يقود إليها عنوانه."
    case .asAt(let day): "الردود الواردة حتى \(text(.day(day)))"
    case .publisher(let name): "الناشر: \(name)"
    case .contact(let text): "للاتصال: \(text)"
    case .chartOf(let title): "رسم بياني بالأعمدة للجدول: \(title)"
    case .responseAtAGlance: "لمحة عن الردود"
    case .responseOverTime: "ورود الردود مع الوقت"
    case .tablesAndCharts: "الجداول والرسوم البيانية"
    case .statesAndAnswers: "الدول وإجاباتها"
    case .skipToFigures: "الانتقال إلى الأرقام"
    case .showOnly: "عرض هذه فقط"
    case .showAll: "عرض الكل"
    case .showHint(let listed):
      "تعرض الجداول والرسوم عندئذ المجموع والأعمدة المختارة"
        + showHint(listed)
    case .asTable: "في شكل جدول"
    case .close: "إغلاق"
    case .dotPlotOf(let title): "رسم نقطي للجدول: \(title)"
    case .figuresBelow: "جميع الأرقام واردة في الجدول أدناه."
    case .state: "الدولة"
    case .received: "تاريخ الورود"
    case .repliedLate: "ردت بعد الموعد"
    case .date: "التاريخ"
    case .repliesByThen: "الردود حتى ذلك التاريخ"
    case .statesByAnswer: "الدول حسب الإجابة"
    case .findState: "البحث عن دولة"
    case .statesFound(let count): "الدول: \(count)"
    case .unit: "الوحدة"
    case .unitsAndAnswers: "الوحدات وإجاباتها"
    case .unitsByAnswer: "الوحدات حسب الإجابة"
    case .findUnit: "البحث عن وحدة"
    case .unitsFound(let count): "الوحدات: \(count)"
    case .answersOf(let name): "الإجابات: \(name)"
    case .question: "السؤال"
    case .answer: "الإجابة"
    case .textInFile(let name): "نص وارد في \(name)"
    case .withoutAnswer: "دون إجابة أو لا ينطبق أو لم يُطرح أو غير واضح"
    case .mapOfStates: "خريطة الدول"
    case .mapHint:
      "كل دولة مربع بحجم واحد في موضعها التقريبي. ولا حدود على الخريطة، ولا تعبر عن رأي في أي منها."
    case .colourBy: "اللون حسب"
    case .mapBy(let label): "خريطة الدول بالمربعات: \(label). والقائمة أدناه تبين الشيء نفسه."
    }
  }

  private static func showHint(_ listed: Phrase.Listed) -> String {
    switch listed {
    case .nobody: "."
    case .states:
      "، وتعرض القائمة والخريطة الدول التي تنتمي إلى جميع المجموعات المختارة."
    case .units: "، وتعرض القائمة الوحدات التي تنتمي إلى جميع المجموعات المختارة."
    }
  }
}
