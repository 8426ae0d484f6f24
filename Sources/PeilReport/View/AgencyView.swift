/// Who made the report.
struct AgencyView: Equatable, Sendable {
  var name: QuotedView
  var logo: LogoView?
  var contact: Contact?

  static let view = RecordView<AgencyView>(
    "agency",
    [
      .record("name", QuotedView.view) { $0.name },
      .optionalRecord("logo", LogoView.view) { $0.logo },
      .optionalRecord("contact", Contact.view) { $0.contact },
    ])

  /// Who answers questions about the report.
  struct Contact: Equatable, Sendable {
    var name: QuotedView
    var email: LinkView?
    var telephone: QuotedView?
    var website: LinkView?

    static let view = RecordView<Contact>(
      "contact",
      [
        .record("name", QuotedView.view) { $0.name },
        .optionalRecord("email", LinkView.view) { $0.email },
        .optionalRecord("telephone", QuotedView.view) { $0.telephone },
        .optionalRecord("website", LinkView.view) { $0.website },
      ])
  }
}
