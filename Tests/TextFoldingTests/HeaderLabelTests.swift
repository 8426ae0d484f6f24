import Testing
import TextFolding

@Suite struct HeaderLabelTests {
  @Test(
    arguments: [
      ("Amount spent (EUR)", "amount spent", "EUR"),
      ("Estimated revenue (USD)", "estimated revenue", "USD"),
      ("Amount (EUR) ", "amount", "EUR"),
      ("CPM (cost per 1,000 impressions) (EUR)", "cpm cost per 1,000 impressions", "EUR"),
      ("Cost per 1,000 impressions (CPM)", "cost per 1,000 impressions cpm", nil),
      ("CTR (all)", "ctr all", nil),
      ("Amount ()", "amount", nil),
      ("Duration (sec)", "duration sec", nil),
      ("Duration sec", "duration sec", nil),
      ("(EUR)", "", "EUR"),
      ("Aufrufe\u{AD}dauer（Stunden）", "aufrufedauerstunden", nil),
      ("プロフィール\\", "プロフィール", nil),
      ("Phone number clicks ", "phone number clicks", nil),
      ("", "", nil),
    ] as [(String, String, String?)])
  func `folds labels and takes the currency out`(label: String, key: String, currency: String?) {
    let header = HeaderLabel(label)
    #expect(header.key == key)
    #expect(header.currency == currency)
  }

  @Test func `reads a label that lost its brackets as the same`() {
    #expect(HeaderLabel("Duration (sec)") == HeaderLabel("Duration sec"))
    #expect(HeaderLabel("Amount (EUR)") != HeaderLabel("Amount (USD)"))
    #expect(HeaderLabel("Amount (EUR)").key == HeaderLabel("Amount").key)
  }
}
