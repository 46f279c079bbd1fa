import Basics

/// Spanish.
enum Spanish {
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .allUnits: "todas las unidades"
    case .allParticipants: "todos los participantes"
    case .unitsThatReplied: "unidades que respondieron"
    case .unitsAsked: "unidades a las que se hizo la pregunta"
    case .unitsThatAnswered: "unidades que contestaron la pregunta"
    case .unitsThatAnsweredInSubstance: "unidades que dieron una respuesta sustantiva a la pregunta"
    case .unitsInRow: "unidades de la fila"
    case .unitsThatRanked: "unidades que la clasificaron"
    case .choicesMade: "opciones elegidas"
    case .choicesRankedFirst: "opciones clasificadas en primer lugar"
    case .baseWhere(let base, let condition): "\(base), donde \(condition)"
    case .baseInAllColumns(let base): "\(base), en todas las columnas"
    case .total: "total"
    case .all: "todas"
    case .base(let label): "Base: \(label)"
    case .numberInBase: "número en la base"
    case .ofWhich(let label): "de ellas: \(label)"
    case .offered(let label): "de ellos, se les ofreció: \(label)"
    case .rankedFirst(let label): "\(label) (primer lugar)"
    case .answered: "contestada"
    case .noAnswer: "sin respuesta"
    case .notApplicable: "no procede"
    case .notAsked: "pregunta no formulada"
    case .unclear: "respuesta poco clara"
    case .didNotReply: "no respondió"
    case .response: "respuesta"
    case .replied: "respondió"
    case .status: "condición"
    case .statesParties: "Estados parte"
    case .signatories: "signatarios"
    case .nonSignatories: "no signatarios"
    case .statesThatWithdrew: "Estados que se retiraron"
    case .notEligible: "no pueden adherirse"
    case .regionalGroup: "grupo regional"
    case .inNoGroup: "en ningún grupo regional"
    case .signature: "firma"
    case .signed: "firmó"
    case .notSigned: "no firmó"
    case .instrument: "instrumento"
    case .deposited: "instrumento depositado"
    case .notDeposited: "ningún instrumento depositado"
    case .formVersion: "versión del formulario"
    case .noVersion: "no declarada"
    case .notSpecified(let attribute): "\(attribute): no especificado"
    case .number: "número"
    case .weightedNumber: "número ponderado"
    case .perCent: "porcentaje"
    case .perCentOfRow: "porcentaje de la fila"
    case .perCentOfTable: "porcentaje del cuadro"
    case .perCentOfChoices: "porcentaje de las opciones elegidas"
    case .cumulativePerCent: "porcentaje acumulado"
    case .mean: "media"
    case .median: "mediana"
    case .lowerQuartile: "primer cuartil"
    case .upperQuartile: "tercer cuartil"
    case .smallest: "mínimo"
    case .largest: "máximo"
    case .sum: "suma"
    case .standardDeviation: "desviación típica"
    case .meanRank: "puesto medio"
    case .timesRanked: "veces clasificada"
    case .perCentThatRanked: "porcentaje que la clasificó"
    case .lowerLimit: "límite inferior"
    case .upperLimit: "límite superior"
    case .higherThan: "superior a"
    case .percentagesOfBase(let label): "Los porcentajes se refieren a la base: \(label)."
    case .percentagesOfBaseBelow:
      "Los porcentajes se refieren a la base indicada debajo de cada grupo de filas."
    case .percentagesOfOffered:
      "El porcentaje de una opción que no se ofreció a todos se refiere a aquellos a quienes se ofreció."
    case .percentagesOfRow: "Los porcentajes de la fila se refieren a las unidades de la fila."
    case .percentagesOfTable:
      "Los porcentajes del cuadro se refieren a la base en todas las columnas."
    case .percentagesOfChoices(let ranked):
      "Los porcentajes de las opciones se refieren a todas las opciones elegidas"
        + (ranked ? "; en una clasificación, a las clasificadas en primer lugar." : ".")
    case .baseIsCondition:
      "La base es una condición: puede incluir unidades que no respondieron y excluir otras que sí respondieron, "
        + "por lo que la base y los estados de respuesta no suman necesariamente el total."
    case .rowsLeaveOut(let variable):
      "Las unidades que no corresponden a ninguna fila de «\(variable)» figuran solo en la base."
    case .zeroRowsLeftOut(let number):
      "Filas omitidas, cuyos recuentos son todos 0: \(number)."
    case .columnsLeaveOut(let variable):
      "Las unidades que no corresponden a ninguna columna de «\(variable)» figuran solo en"
        + " el total."
    case .columnsOverlap(let variable):
      "Una unidad puede figurar en varias columnas de «\(variable)», o en ninguna, por lo"
        + " que su suma puede diferir del total."
    case .choicesOfInstances(let label):
      "Una unidad se cuenta en cada respuesta dada sobre al menos uno de sus elementos de"
        + " «\(label)»."
    case .sumsOfInstances(let label):
      "El número de una unidad es la suma de los de sus elementos de «\(label)»."
    case .instancesAreUnits(let label):
      "Cada elemento de «\(label)» es una unidad de este cuadro, con las respuestas de las que forma "
        + "parte."
    case .sharesAreWeighted:
      "Los porcentajes y las medias están ponderados; los números son de unidades, sin ponderar."
    case .confidence(let percent, let letters):
      "Los límites y las comparaciones tienen un nivel de confianza del \(percent) por ciento"
        + (letters ? "; las letras indican las columnas a las que una cifra es superior." : ".")
    case .drawnFromStrata(let variables):
      "La muestra se extrajo por estratos: «\(variables)»."
    case .drawnInClusters(let variable):
      "La muestra se extrajo por conglomerados: «\(variable)»."
    case .independence(let rows, let columns, let test):
      "«\(rows)» y «\(columns)»: \(test), según la prueba de independencia con la corrección de Rao y Scott."
    case .independenceUntold(let rows, let columns):
      "«\(rows)» y «\(columns)»: hay muy pocas respuestas para una prueba de independencia."
    case .suppressed: "oculto, porque las respuestas se dieron con carácter confidencial."
    case .changesMayBeMissing(let date):
      "Pueden faltar cambios de Estados Miembros, de sus nombres y de grupos regionales posteriores al \(text(.day(date)))."
    case .actionsMayBeMissing(let date):
      "Pueden faltar firmas e instrumentos posteriores al \(text(.day(date)))."
    case .smallBase(let least): "sin porcentaje, porque la base es inferior a \(least)."
    case .rounded(let base, let addsUp):
      "Los recuentos están redondeados a múltiplos de \(base); los porcentajes y las medias se calculan con "
        + "los recuentos redondeados."
        + (addsUp.map {
          $0
            ? " Los totales son la suma de las partes."
            : " No todos los totales son la suma de las partes."
        } ?? "")
    case .day(let date): "\(date.day) de \(months[date.month - 1]) de \(date.year)"
    case .percentOf(let percent, let counts): "\(percent) por ciento (\(counts))"
    case .countOf(let count, let base): "\(count) de \(base)"
    case .weighted(let counts): "ponderado; \(counts)"
    case .noShare(let counts, let weightless):
      "ninguna proporción (\(counts)"
        + (weightless ? ", que no pesan nada)" : ")")
    case .exactly(let percent): "exactamente \(percent) por ciento"
    case .orMore(let percent): "\(percent) por ciento o más"
    case .names(let names): names.joined(separator: ", ")
    case .namesInSentence(let names):
      Language.join(names, ", ", last: Self.and(before: names.last ?? ""))
    case .forExample(let names): "por ejemplo \(names)"
    case .nobody: "ninguno"
    case .contents: "índice"
    case .notes: "notas"
    case .coverSheet: "portada"
    case .sheet: "hoja"
    case .table: "cuadro"
    case .note: "nota"
    case .sign: "abreviatura"
    case .meaning: "significado"
    case .group: "grupo"
    case .row: "fila"
    case .backToContents: "volver al índice"
    case .noteMark(let number): "[nota \(number)]"
    case .notesInSheet(let name): "Las notas se explican en la hoja «\(name)»."
    case .oneTable: "Esta hoja contiene un cuadro."
    case .oneTableAndChart: "Esta hoja contiene un cuadro y, debajo, su gráfico."
    case .notApplicableHere: "no existe tal cifra para esta fila"
    case .notAvailable: "no disponible: no hay ninguna unidad, o muy pocas, para esta cifra"
    case .sheetsOfTables: "Cada cuadro tiene su propia hoja, a la que lleva su título."
    case .asAt(let day): "Respuestas recibidas hasta el \(text(.day(day)))"
    case .publisher(let name): "Publicado por \(name)"
    case .contact(let text): "Contacto: \(text)"
    case .chartOf(let title): "Gráfico de barras del cuadro: \(title)"
    case .responseAtAGlance: "las respuestas de un vistazo"
    case .responseOverTime: "respuestas a lo largo del tiempo"
    case .tablesAndCharts: "cuadros y gráficos"
    case .statesAndAnswers: "los Estados y sus respuestas"
    case .skipToFigures: "ir a las cifras"
    case .showOnly: "mostrar solo"
    case .showAll: "mostrar todo"
    case .showHint(let listed):
      "Los cuadros y gráficos muestran entonces el total y las columnas elegidas"
        + showHint(listed)
    case .asTable: "en forma de cuadro"
    case .close: "cerrar"
    case .dotPlotOf(let title): "Gráfico de puntos del cuadro: \(title)"
    case .figuresBelow: "Todas las cifras figuran en el cuadro siguiente."
    case .state: "Estado"
    case .received: "fecha de recepción"
    case .repliedLate: "respondió tarde"
    case .date: "fecha"
    case .repliesByThen: "respuestas hasta esa fecha"
    case .statesByAnswer: "Estados por respuesta"
    case .findState: "buscar un Estado"
    case .statesFound(let count): "Estados: \(count)"
    case .unit: "unidad"
    case .unitsAndAnswers: "las unidades y sus respuestas"
    case .unitsByAnswer: "unidades por respuesta"
    case .findUnit: "buscar una unidad"
    case .unitsFound(let count): "Unidades: \(count)"
    case .answersOf(let name): "Respuestas: \(name)"
    case .question: "pregunta"
    case .answer: "respuesta"
    case .textInFile(let name): "un texto, que figura en \(name)"
    case .withoutAnswer: "sin respuesta, no aplicable, no preguntado o poco claro"
    case .mapOfStates: "mapa de los Estados"
    case .mapHint:
      "Cada Estado es un recuadro del mismo tamaño, situado aproximadamente donde se "
        + "encuentra. El mapa no tiene fronteras ni dice nada de ninguna."
    case .colourBy: "color según"
    case .mapBy(let label):
      "Mapa de los Estados en recuadros: \(label). La lista siguiente dice lo mismo."
    }
  }

  /// Spanish says "e" before the sound of i, which the diphthongs ia, ie and io do not begin with.
  private static func and(before name: String) -> String {
    let start = name.lowercased().replacing("í", with: "i")
    let sound = start.hasPrefix("h") ? start.dropFirst() : start[...]
    let isI = sound.hasPrefix("i") && !["ia", "ie", "io"].contains { sound.hasPrefix($0) }
    return isI ? " e " : " y "
  }

  private static func showHint(_ listed: Phrase.Listed) -> String {
    switch listed {
    case .nobody: "."
    case .states:
      "; la lista y el mapa, los Estados que están en todos los grupos elegidos."
    case .units: "; la lista, las unidades que están en todos los grupos elegidos."
    }
  }
}
