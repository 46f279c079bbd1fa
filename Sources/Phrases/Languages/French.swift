import Basics

/// French.
enum French {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .allUnits: "toutes les unités"
    case .allParticipants: "tous les participants"
    case .unitsThatReplied: "unités ayant répondu"
    case .unitsAsked: "unités auxquelles la question a été posée"
    case .unitsThatAnswered: "unités ayant répondu à la question"
    case .unitsThatAnsweredInSubstance: "unités ayant donné une réponse de fond à la question"
    case .unitsInRow: "unités de la ligne"
    case .unitsThatRanked: "unités l’ayant classé"
    case .choicesMade: "choix exprimés"
    case .choicesRankedFirst: "choix classés premiers"
    case .baseWhere(let base, let condition): "\(base), où \(condition)"
    case .baseInAllColumns(let base): "\(base), toutes colonnes confondues"
    case .total: "total"
    case .all: "ensemble"
    case .base(let label): "Base\u{a0}: \(label)"
    case .numberInBase: "effectif de la base"
    case .ofWhich(let label): "dont\u{a0}: \(label)"
    case .offered(let label): "dont s’est vu proposer\u{a0}: \(label)"
    case .rankedFirst(let label): "\(label) (classé premier)"
    case .answered: "réponse donnée"
    case .noAnswer: "sans réponse"
    case .notApplicable: "sans objet"
    case .notAsked: "question non posée"
    case .unclear: "réponse peu claire"
    case .didNotReply: "n’a pas répondu"
    case .response: "réponse"
    case .replied: "a répondu"
    case .status: "statut"
    case .statesParties: "États parties"
    case .signatories: "signataires"
    case .nonSignatories: "non-signataires"
    case .statesThatWithdrew: "États qui se sont retirés"
    case .notEligible: "ne pouvant pas y adhérer"
    case .regionalGroup: "groupe régional"
    case .inNoGroup: "dans aucun groupe régional"
    case .signature: "signature"
    case .signed: "a signé"
    case .notSigned: "n’a pas signé"
    case .instrument: "instrument"
    case .deposited: "instrument déposé"
    case .notDeposited: "aucun instrument déposé"
    case .formVersion: "version du formulaire"
    case .noVersion: "non déclarée"
    case .notSpecified(let attribute): "\(attribute)\u{a0}: non précisé"
    case .number: "nombre"
    case .weightedNumber: "nombre pondéré"
    case .perCent: "pourcentage"
    case .perCentOfRow: "pourcentage de la ligne"
    case .perCentOfTable: "pourcentage du tableau"
    case .perCentOfChoices: "pourcentage des choix exprimés"
    case .cumulativePerCent: "pourcentage cumulé"
    case .mean: "moyenne"
    case .median: "médiane"
    case .lowerQuartile: "premier quartile"
    case .upperQuartile: "troisième quartile"
    case .smallest: "minimum"
    case .largest: "maximum"
    case .sum: "somme"
    case .standardDeviation: "écart type"
    case .meanRank: "rang moyen"
    case .timesRanked: "nombre de classements"
    case .perCentThatRanked: "pourcentage l’ayant classé"
    case .lowerLimit: "limite inférieure"
    case .upperLimit: "limite supérieure"
    case .higherThan: "supérieur à"
    case .percentagesOfBase(let label): "Les pourcentages se rapportent à la base\u{a0}: \(label)."
    case .percentagesOfBaseBelow:
      "Les pourcentages se rapportent à la base indiquée sous chaque groupe de lignes."
    case .percentagesOfOffered:
      "Le pourcentage d’un choix qui n’a pas été proposé à tous se rapporte à ceux qui se le sont vu proposer."
    case .percentagesOfRow: "Les pourcentages de la ligne se rapportent aux unités de la ligne."
    case .percentagesOfTable:
      "Les pourcentages du tableau se rapportent à la base, toutes colonnes confondues."
    case .percentagesOfChoices(let ranked):
      "Les pourcentages des choix se rapportent à tous les choix exprimés"
        + (ranked ? ", pour un classement aux choix classés premiers." : ".")
    case .baseIsCondition:
      "La base est une condition\u{a0}: elle peut comprendre des unités qui n’ont pas répondu et en exclure qui "
        + "ont répondu, de sorte que la base et les états de réponse ne donnent pas nécessairement le total."
    case .rowsLeaveOut(let variable):
      "Les unités qui ne relèvent d’aucune ligne de «\u{a0}\(variable)\u{a0}» ne figurent que dans la base."
    case .zeroRowsLeftOut(let number):
      "Lignes omises, dont tous les effectifs sont 0\u{a0}: \(number)."
    case .columnsLeaveOut(let variable):
      "Les unités qui ne relèvent d’aucune colonne de «\u{a0}\(variable)\u{a0}» ne"
        + " figurent que dans le total."
    case .columnsOverlap(let variable):
      "Une unité peut relever de plusieurs colonnes de «\u{a0}\(variable)\u{a0}», ou"
        + " d’aucune, si bien que leur somme peut différer du total."
    case .choicesOfInstances(let label):
      "Une unité est comptée pour chaque réponse donnée pour l’un au moins de ses éléments de"
        + " «\u{a0}\(label)\u{a0}»."
    case .sumsOfInstances(let label):
      "Le nombre d’une unité est la somme de ceux de ses éléments de «\u{a0}\(label)\u{a0}»."
    case .instancesAreUnits(let label):
      "Chaque élément de «\u{a0}\(label)\u{a0}» est une unité de ce tableau, avec les réponses dont il fait "
        + "partie."
    case .sharesAreWeighted:
      "Les pourcentages et les moyennes sont pondérés\u{a0}; les nombres sont ceux des unités, non "
        + "pondérés."
    case .confidence(let percent, let letters):
      "Les limites et les comparaisons valent au niveau de confiance de \(percent) pour cent"
        + (letters
          ? "\u{a0}; les lettres désignent les colonnes auxquelles un chiffre est supérieur." : ".")
    case .drawnFromStrata(let variables):
      "L’échantillon a été tiré par strates\u{a0}: « \(variables) »."
    case .drawnInClusters(let variable):
      "L’échantillon a été tiré par grappes\u{a0}: « \(variable) »."
    case .independence(let rows, let columns, let test):
      "« \(rows) » et « \(columns) »\u{a0}: \(test), selon le test d’indépendance avec la correction de Rao et Scott."
    case .independenceUntold(let rows, let columns):
      "« \(rows) » et « \(columns) »\u{a0}: trop peu de réponses pour un test d’indépendance."
    case .suppressed: "masqué, les réponses ayant été données à titre confidentiel."
    case .changesMayBeMissing(let date):
      "Des changements d’États Membres, de leurs noms et de groupes régionaux postérieurs au \(text(.day(date))) peuvent manquer."
    case .actionsMayBeMissing(let date):
      "Des signatures et des instruments postérieurs au \(text(.day(date))) peuvent manquer."
    case .smallBase(let least): "pas de pourcentage, la base étant inférieure à \(least)."
    case .rounded(let base, let addsUp):
      "Les effectifs sont arrondis à des multiples de \(base)\u{a0}; pourcentages et moyennes sont calculés "
        + "sur les effectifs arrondis."
        + (addsUp.map {
          $0
            ? " Les totaux sont la somme des parties."
            : " Les totaux ne sont pas tous la somme des parties."
        } ?? "")
    case .day(let date):
      "\(date.day == 1 ? "1er" : "\(date.day)") \(months[date.month - 1]) \(date.year)"
    case .percentOf(let percent, let counts): "\(percent) pour cent (\(counts))"
    case .countOf(let count, let base): "\(count) sur \(base)"
    case .weighted(let counts): "après pondération\u{a0}; \(counts)"
    case .noShare(let counts, let weightless):
      "aucune part (\(counts)"
        + (weightless ? ", sans aucun poids)" : ")")
    case .exactly(let percent): "exactement \(percent) pour cent"
    case .orMore(let percent): "\(percent) pour cent ou plus"
    case .names(let names): names.joined(separator: ", ")
    case .namesInSentence(let names): Language.join(names, ", ", last: " et ")
    case .forExample(let names): "par exemple \(names)"
    case .nobody: "aucun"
    case .contents: "sommaire"
    case .notes: "notes"
    case .coverSheet: "couverture"
    case .sheet: "feuille"
    case .table: "tableau"
    case .note: "note"
    case .sign: "abréviation"
    case .meaning: "signification"
    case .group: "groupe"
    case .row: "ligne"
    case .backToContents: "retour au sommaire"
    case .noteMark(let number): "[note \(number)]"
    case .notesInSheet(let name): "Les notes sont expliquées dans la feuille «\u{a0}\(name)\u{a0}»."
    case .oneTable: "Cette feuille contient un tableau."
    case .oneTableAndChart: "Cette feuille contient un tableau et, au-dessous, son graphique."
    case .notApplicableHere: "ce chiffre n’existe pas pour cette ligne"
    case .notAvailable: "non disponible\u{a0}: aucune unité, ou trop peu, pour ce chiffre"
    case .sheetsOfTables: "Chaque tableau a sa propre feuille, à laquelle mène son titre."
    case .asAt(let day): "Réponses reçues jusqu’au \(text(.day(day)))"
    case .publisher(let name): "Publié par \(name)"
    case .contact(let text): "Contact\u{a0}: \(text)"
    case .chartOf(let title): "Diagramme en barres du tableau\u{a0}: \(title)"
    case .responseAtAGlance: "les réponses en bref"
    case .responseOverTime: "réponses au fil du temps"
    case .tablesAndCharts: "tableaux et graphiques"
    case .statesAndAnswers: "les États et leurs réponses"
    case .skipToFigures: "aller aux chiffres"
    case .showOnly: "afficher seulement"
    case .showAll: "tout afficher"
    case .showHint(let listed):
      "Les tableaux et graphiques présentent alors le total et les colonnes choisies"
        + showHint(listed)
    case .asTable: "sous forme de tableau"
    case .close: "fermer"
    case .dotPlotOf(let title): "Diagramme à points du tableau\u{a0}: \(title)"
    case .figuresBelow: "Tous les chiffres figurent dans le tableau ci-dessous."
    case .state: "État"
    case .received: "date de réception"
    case .repliedLate: "réponse tardive"
    case .date: "date"
    case .repliesByThen: "réponses à cette date"
    case .statesByAnswer: "États par réponse"
    case .findState: "chercher un État"
    case .statesFound(let count): "États\u{a0}: \(count)"
    case .unit: "unité"
    case .unitsAndAnswers: "les unités et leurs réponses"
    case .unitsByAnswer: "unités par réponse"
    case .findUnit: "chercher une unité"
    case .unitsFound(let count): "Unités\u{a0}: \(count)"
    case .answersOf(let name): "Réponses\u{a0}: \(name)"
    case .question: "question"
    case .answer: "réponse"
    case .textInFile(let name): "un texte, qui figure dans \(name)"
    case .withoutAnswer: "sans réponse, sans objet, question non posée ou réponse peu claire"
    case .mapOfStates: "carte des États"
    case .mapHint:
      "Chaque État est un carreau de même taille, placé à peu près où il se trouve. La "
        + "carte n’a pas de frontières et ne prend position sur aucune."
    case .colourBy: "couleur selon"
    case .mapBy(let label):
      "Carte des États en carreaux\u{a0}: \(label). La liste ci-dessous dit la même chose."
    }
  }

  private static func showHint(_ listed: Phrase.Listed) -> String {
    switch listed {
    case .nobody: "."
    case .states:
      "\u{a0}; la liste et la carte, les États qui appartiennent à tous les groupes choisis."
    case .units: "\u{a0}; la liste, les unités qui appartiennent à tous les groupes choisis."
    }
  }
}
