package import Diagnostics

/// A rule of the check, named as findings, settings and `peil explain` name it.
package enum CheckRule: String, CaseIterable, Hashable, Sendable {
  case ariaHiddenLink = "aria.hidden-link"
  case attributeCount = "attribute.count"
  case attributeMissing = "attribute.missing"
  case attributeUnknown = "attribute.unknown"
  case attributeValue = "attribute.value"
  case budgetBytes = "budget.bytes"
  case budgetElements = "budget.elements"
  case budgetText = "budget.text"
  case budgetWord = "budget.word"
  case bytesControl = "bytes.control"
  case bytesMarkup = "bytes.markup"
  case bytesProlog = "bytes.prolog"
  case bytesReference = "bytes.reference"
  case bytesStyle = "bytes.style"
  case bytesTag = "bytes.tag"
  case bytesTooLarge = "bytes.too-large"
  case chartMarks = "chart.marks"
  case chartOutside = "chart.outside"
  case chartProportion = "chart.proportion"
  case chartScale = "chart.scale"
  case chartTable = "chart.table"
  case chartTick = "chart.tick"
  case colourAlone = "colour.alone"
  case elementDepth = "element.depth"
  case elementEmpty = "element.empty"
  case elementMisplaced = "element.misplaced"
  case elementMissing = "element.missing"
  case elementNamespace = "element.namespace"
  case elementNested = "element.nested"
  case elementOrder = "element.order"
  case elementPrefix = "element.prefix"
  case elementRepeated = "element.repeated"
  case elementSelfClosing = "element.self-closing"
  case elementUnknown = "element.unknown"
  case figureEmpty = "figure.empty"
  case figureUnnamed = "figure.unnamed"
  case headMeta = "head.meta"
  case headPolicy = "head.policy"
  case headSheet = "head.sheet"
  case headingCount = "heading.count"
  case headingSkip = "heading.skip"
  case idDuplicate = "id.duplicate"
  case idUnresolved = "id.unresolved"
  case labelUntraceable = "label.untraceable"
  case landmarkUnnamed = "landmark.unnamed"
  case languagePage = "language.page"
  case linkAmbiguous = "link.ambiguous"
  case linkRelative = "link.relative"
  case linkScheme = "link.scheme"
  case linkText = "link.text"
  case linkUntraceable = "link.untraceable"
  case linkWindow = "link.window"
  case numberMissing = "number.missing"
  case numberUnknownKey = "number.unknown-key"
  case numberUntraceable = "number.untraceable"
  case numberWrong = "number.wrong"
  case outcomeWrong = "outcome.wrong"
  case preNewline = "pre.newline"
  case quoteLanguage = "quote.language"
  case quoteUnknown = "quote.unknown"
  case residueTemplate = "residue.template"
  case resourceExternal = "resource.external"
  case sectionEmpty = "section.empty"
  case sectionHeading = "section.heading"
  case svgUnnamed = "svg.unnamed"
  case tableEmpty = "table.empty"
  case tableGrid = "table.grid"
  case tableHeaders = "table.headers"
  case tableLabel = "table.label"
  case tableUnheaded = "table.unheaded"
  case tenantOther = "tenant.other"
  case textBidi = "text.bidi"
  case textInvisible = "text.invisible"
  case textMisplaced = "text.misplaced"
  case textNormal = "text.normal"
  case timePeriod = "time.period"
  case timeText = "time.text"
  case xmlNotWellFormed = "xml.not-well-formed"

  /// Without an agency's settings.
  package var severity: Diagnostic.Severity {
    switch self {
    case .budgetBytes, .budgetElements, .budgetText, .budgetWord, .chartOutside, .linkAmbiguous,
      .textNormal, .timePeriod:
      .warning
    default:
      .error
    }
  }

  /// No setting turns an error of this rule into a warning.
  package var isSafety: Bool {
    switch self {
    case .budgetBytes, .budgetElements, .budgetText, .budgetWord, .chartOutside, .chartProportion,
      .colourAlone, .figureEmpty, .figureUnnamed, .headingCount, .headingSkip, .landmarkUnnamed,
      .linkAmbiguous, .linkText,
      .quoteLanguage, .sectionEmpty, .sectionHeading, .svgUnnamed, .tableEmpty, .tableHeaders,
      .tableLabel, .tableUnheaded, .textInvisible, .textNormal, .timePeriod, .timeText:
      false
    default:
      true
    }
  }
}
