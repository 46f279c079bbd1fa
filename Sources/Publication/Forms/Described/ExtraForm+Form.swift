import Definition

extension ExtraForm {
  var form: any OutputForm {
    switch self {
    case .datapackage: DataPackageForm()
    case .csvw: CSVWForm()
    case .sqlite: DatabaseForm()
    case .sav: SPSSForm()
    case .xlsform: XLSFormForm()
    case .sdmx: SDMXForm()
    case .ddi: CodebookForm()
    case .crate: CrateForm()
    }
  }
}
