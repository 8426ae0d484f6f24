/// A `role` that a page may carry, for what a screen reader would otherwise lose.
///
/// Table roles stand where a style sheet turns rows into blocks, list roles where it takes the
/// markers away: browsers then drop the native meaning.
public enum DialectRole: String, CaseIterable, Hashable, Sendable {
  case cell
  case columnheader
  case img
  case list
  case listitem
  case note
  case row
  case rowgroup
  case rowheader
  case table

  /// Where the role may stand.
  public var elements: ElementSet {
    switch self {
    case .cell: ElementSet(.td)
    case .columnheader, .rowheader: ElementSet(.th)
    case .img: ElementSet(.svg)
    case .list: ElementSet(.ol, .ul)
    case .listitem: ElementSet(.li)
    case .note: ElementSet(.aside, .div, .p)
    case .row: ElementSet(.tr)
    case .rowgroup: ElementSet(.tbody, .tfoot, .thead)
    case .table: ElementSet(.table)
    }
  }

  /// What an element with this role must carry at least one of.
  public var namedBy: AttributeSet {
    self == .img ? AttributeSet(.ariaLabel, .ariaLabelledby) : []
  }
}
