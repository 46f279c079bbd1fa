import Basics

/// Russian; months in the genitive, as in a date.
enum Russian {
  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .allUnits: "все единицы"
    case .allParticipants: "все участники"
    case .unitsThatReplied: "единицы, приславшие ответ"
    case .unitsAsked: "единицы, которым был задан вопрос"
    case .unitsThatAnswered: "единицы, ответившие на вопрос"
    case .unitsThatAnsweredInSubstance: "единицы, ответившие на вопрос по существу"
    case .unitsInRow: "единицы в строке"
    case .unitsThatRanked: "единицы, указавшие место"
    case .choicesMade: "выбранные варианты"
    case .choicesRankedFirst: "варианты, поставленные на первое место"
    case .baseWhere(let base, let condition): "\(base), где \(condition)"
    case .baseInAllColumns(let base): "\(base), по всем столбцам"
    case .total: "всего"
    case .all: "все"
    case .base(let label): "База: \(label)"
    case .numberInBase: "число в базе"
    case .ofWhich(let label): "из них: \(label)"
    case .offered(let label): "из них предложено: \(label)"
    case .rankedFirst(let label): "\(label) (на первом месте)"
    case .answered: "ответ дан"
    case .noAnswer: "нет ответа"
    case .notApplicable: "не применимо"
    case .notAsked: "вопрос не задавался"
    case .unclear: "ответ неясен"
    case .didNotReply: "ответ не прислан"
    case .response: "представление ответа"
    case .replied: "ответ прислан"
    case .status: "статус"
    case .statesParties: "государства-участники"
    case .signatories: "подписавшие государства"
    case .nonSignatories: "неподписавшие государства"
    case .statesThatWithdrew: "вышедшие государства"
    case .notEligible: "не могут присоединиться"
    case .regionalGroup: "региональная группа"
    case .inNoGroup: "вне региональных групп"
    case .signature: "подписание"
    case .signed: "подписано"
    case .notSigned: "не подписано"
    case .instrument: "документ"
    case .deposited: "документ сдан на хранение"
    case .notDeposited: "документ не сдан на хранение"
    case .formVersion: "версия анкеты"
    case .noVersion: "не указана"
    case .notSpecified(let attribute): "\(attribute): не указано"
    case .number: "число"
    case .weightedNumber: "взвешенное число"
    case .perCent: "процент"
    case .perCentOfRow: "процент по строке"
    case .perCentOfTable: "процент по таблице"
    case .perCentOfChoices: "процент выбранных вариантов"
    case .cumulativePerCent: "накопленный процент"
    case .mean: "среднее"
    case .median: "медиана"
    case .lowerQuartile: "нижний квартиль"
    case .upperQuartile: "верхний квартиль"
    case .smallest: "наименьшее"
    case .largest: "наибольшее"
    case .sum: "сумма"
    case .standardDeviation: "стандартное отклонение"
    case .meanRank: "среднее место"
    case .timesRanked: "сколько раз указано место"
    case .perCentThatRanked: "процент указавших место"
    case .lowerLimit: "нижняя граница"
    case .upperLimit: "верхняя граница"
    case .higherThan: "больше, чем"
    case .percentagesOfBase(let label): "Проценты рассчитаны от базы: \(label)."
    case .percentagesOfBaseBelow: "Проценты рассчитаны от базы, указанной под каждой группой строк."
    case .percentagesOfOffered:
      "Процент варианта, предложенного не всем, рассчитан от тех, кому он был предложен."
    case .percentagesOfRow: "Проценты по строке рассчитаны от единиц в строке."
    case .percentagesOfTable: "Проценты по таблице рассчитаны от базы по всем столбцам."
    case .percentagesOfChoices(let ranked):
      "Проценты вариантов рассчитаны от всех выбранных вариантов"
        + (ranked ? ", при ранжировании от поставленных на первое место." : ".")
    case .baseIsCondition:
      "База задана условием: в неё могут входить не ответившие единицы и не входить "
        + "ответившие, поэтому база и состояния ответа могут не давать в сумме итог."
    case .rowsLeaveOut(let variable):
      "Единицы, не попавшие ни в одну строку «\(variable)», учтены только в базе."
    case .zeroRowsLeftOut(let number):
      "Опущено строк, в которых все числа равны 0: \(number)."
    case .columnsLeaveOut(let variable):
      "Единицы, не попавшие ни в одну графу «\(variable)», учтены только в итоге."
    case .columnsOverlap(let variable):
      "Единица может входить в несколько граф «\(variable)» или ни в одну, поэтому их"
        + " сумма может не совпадать с итогом."
    case .choicesOfInstances(let label):
      "Единица учитывается в каждом ответе, данном хотя бы об одном из её элементов «\(label)»."
    case .sumsOfInstances(let label):
      "Число единицы — сумма чисел её элементов «\(label)»."
    case .instancesAreUnits(let label):
      "Каждый элемент «\(label)» — единица этой таблицы вместе с ответами, к которым он относится."
    case .sharesAreWeighted: "Доли и средние взвешены; числа относятся к единицам и не взвешены."
    case .confidence(let percent, let letters):
      "Границы и сравнения верны с доверительной вероятностью \(percent) процентов"
        + (letters ? "; буквы указывают столбцы, которых показатель больше." : ".")
    case .drawnFromStrata(let variables):
      "Выборка стратифицированная: «\(variables)»."
    case .drawnInClusters(let variable):
      "Выборка гнездовая: «\(variable)»."
    case .independence(let rows, let columns, let test):
      "«\(rows)» и «\(columns)»: \(test) по критерию независимости с поправкой Рао — Скотта."
    case .independenceUntold(let rows, let columns):
      "«\(rows)» и «\(columns)»: ответов слишком мало для проверки независимости."
    case .suppressed: "скрыто, так как ответы даны конфиденциально."
    case .changesMayBeMissing(let date):
      "Изменения в составе государств-членов, их названиях и региональных группах после \(text(.day(date))) могут быть учтены не полностью."
    case .actionsMayBeMissing(let date):
      "Подписания и документы после \(text(.day(date))) могут быть учтены не полностью."
    case .smallBase(let least): "процент не указан, так как база меньше \(least)."
    case .rounded(let base, let addsUp):
      "Числа округлены до кратных \(base); проценты и средние рассчитаны по округленным числам."
        + (addsUp.map { $0 ? " Итоги равны сумме частей." : " Не все итоги равны сумме частей." }
          ?? "")
    case .day(let date): "\(date.day) \(months[date.month - 1]) \(date.year) года"
    case .percentOf(let percent, let counts): "\(percent) процентов (\(counts))"
    case .countOf(let count, let base): "\(count) из \(base)"
    case .weighted(let counts): "с учетом весов; \(counts)"
    case .noShare(let counts, let weightless):
      "доли нет (\(counts)"
        + (weightless ? ", без веса)" : ")")
    case .exactly(let percent): "ровно \(percent) процентов"
    case .orMore(let percent): "\(percent) процентов или более"
    case .names(let names): names.joined(separator: ", ")
    case .namesInSentence(let names): Language.join(names, ", ", last: " и ")
    case .forExample(let names): "например \(names)"
    case .nobody: "нет"
    case .contents: "содержание"
    case .notes: "примечания"
    case .coverSheet: "обложка"
    case .sheet: "лист"
    case .table: "таблица"
    case .note: "примечание"
    case .sign: "обозначение"
    case .meaning: "значение"
    case .group: "группа"
    case .row: "строка"
    case .backToContents: "назад к содержанию"
    case .noteMark(let number): "[примечание \(number)]"
    case .notesInSheet(let name): "Примечания приведены на листе «\(name)»."
    case .oneTable: "Этот лист содержит одну таблицу."
    case .oneTableAndChart: "Этот лист содержит одну таблицу и под ней её диаграмму."
    case .notApplicableHere: "для этой строки такого показателя нет"
    case .notAvailable: "нет данных: нет единиц, или их слишком мало, для этого показателя"
    case .sheetsOfTables:
      "Каждая таблица находится на отдельном листе, на который ведёт её название."
    case .asAt(let day): "Ответы, полученные до \(text(.day(day))) включительно"
    case .publisher(let name): "Издатель: \(name)"
    case .contact(let text): "Контакт: \(text)"
    case .chartOf(let title): "Столбчатая диаграмма таблицы: \(title)"
    case .responseAtAGlance: "ответы в целом"
    case .responseOverTime: "поступление ответов"
    case .tablesAndCharts: "таблицы и диаграммы"
    case .statesAndAnswers: "государства и их ответы"
    case .skipToFigures: "перейти к показателям"
    case .showOnly: "показать только"
    case .showAll: "показать всё"
    case .showHint(let listed):
      "В таблицах и диаграммах остаются итог и выбранные столбцы"
        + showHint(listed)
    case .asTable: "в виде таблицы"
    case .close: "закрыть"
    case .dotPlotOf(let title): "Точечная диаграмма таблицы: \(title)"
    case .figuresBelow: "Все показатели приведены в таблице ниже."
    case .state: "государство"
    case .received: "дата получения"
    case .repliedLate: "ответ получен с опозданием"
    case .date: "дата"
    case .repliesByThen: "ответов к этой дате"
    case .statesByAnswer: "государства по ответам"
    case .findState: "найти государство"
    case .statesFound(let count): "Государств: \(count)"
    case .unit: "единица"
    case .unitsAndAnswers: "единицы и их ответы"
    case .unitsByAnswer: "единицы по ответам"
    case .findUnit: "найти единицу"
    case .unitsFound(let count): "Единиц: \(count)"
    case .answersOf(let name): "Ответы: \(name)"
    case .question: "вопрос"
    case .answer: "ответ"
    case .textInFile(let name): "текст, который приведён в файле \(name)"
    case .withoutAnswer: "нет ответа, неприменимо, не спрашивали или неясно"
    case .mapOfStates: "карта государств"
    case .mapHint:
      "Каждое государство показано плиткой одного размера примерно там, где оно находится. "
        + "Границ на карте нет, и ни об одной из них ничего не говорится."
    case .colourBy: "цвет по признаку"
    case .mapBy(let label): "Плиточная карта государств: \(label). То же сказано в списке ниже."
    }
  }

  private static func showHint(_ listed: Phrase.Listed) -> String {
    switch listed {
    case .nobody: "."
    case .states:
      ", в списке и на карте — государства, входящие во все выбранные группы."
    case .units: ", в списке — единицы, входящие во все выбранные группы."
    }
  }
}
