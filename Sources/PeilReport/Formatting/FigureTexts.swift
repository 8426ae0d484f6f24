package import PeilAnalysis
import PeilModel

/// The figures of a ledger as a language writes them: each in a few forms, and nowhere else made.
///
/// A number is rounded here, after all computing, and its interval to the same decimals. An unknown is
/// an en dash.
package struct FigureTexts: Sendable {
  private let ledger: Ledger
  private let locale: LocaleFormat
  private let phrases: Phrasebook
  let currency: String

  init(ledger: Ledger, locale: LocaleFormat, phrases: Phrasebook, currency: String) {
    self.ledger = ledger
    self.locale = locale
    self.phrases = phrases
    self.currency = currency
  }

  package static let unknown = "–"

  /// The text of a figure, of a limit of its interval (`….low`, `….high`) or of its sample (`….n`).
  ///
  /// - Returns: `nil` for a key that the ledger does not have: then the page must not be made.
  package func text(_ key: FigureKey, _ form: FigureForm) -> String? {
    guard let (figure, part) = resolve(key) else { return nil }
    guard let quantity = figure.measurement.known else { return Self.unknown }
    switch part {
    case .value: return write(quantity, form, like: figure)
    case .limit(let number): return write(quantity.with(number: number), form, like: figure)
    case .sampleSize(let size):
      return write(.count(Double(size.count), size.noun), form, like: nil)
    }
  }

  /// Every text that a page may show for a key.
  package func texts(_ key: FigureKey) -> Set<String> {
    Set(FigureForm.allCases.compactMap { text(key, $0) })
  }

  // MARK: - Keys

  private enum Part {
    case value
    case limit(Double)
    case sampleSize(Figure.SampleSize)
  }

  private func resolve(_ key: FigureKey) -> (Figure, Part)? {
    if let figure = ledger[key] { return (figure, .value) }
    guard let dot = key.text.lastIndex(of: "."),
      let figure = ledger[FigureKey(String(key.text[..<dot]))]
    else { return nil }
    switch key.text[key.text.index(after: dot)...] {
    case "low": return figure.interval.map { (figure, .limit($0.low)) }
    case "high": return figure.interval.map { (figure, .limit($0.high)) }
    case "n": return figure.sampleSize.map { (figure, .sampleSize($0)) }
    default: return nil
    }
  }

  // MARK: - Writing

  private func write(_ quantity: Quantity, _ form: FigureForm, like figure: Figure?) -> String {
    switch quantity {
    case .count(let number, let noun): return count(number, noun, form)
    case .share(let number): return percent(number, form, like: figure)
    case .change(let number):
      return percent(number, form == .plain || form == .whole ? .signed : form, like: figure)
    case .pointChange(let number):
      let points = number * 100
      return decimal(points, digits(points, .ratio), form == .plain ? .signed : form)
    case .ratio(let number): return decimal(number, digits(number, .ratio, like: figure), form)
    case .correlation(let number):
      // A limit that is fixed at zero is no estimate that rounds to it.
      let isFixed = number == 0 && figure?.interval == nil
      return decimal(
        number,
        isFixed ? 0 : DisplayPrecision.correlation.fractionDigits(for: ExactDecimal(number)), form)
    case .money(let money):
      return amount(ExactDecimal(money.cents, fractionDigits: 2), form, like: nil)
    case .averageMoney(let number): return amount(ExactDecimal(number), form, like: figure)
    case .duration(let seconds): return locale.duration(seconds: max(0, seconds))
    case .day(let day): return locale.date(day, .long)
    case .days(let days): return locale.range(days)
    case .month(let month): return locale.month(month)
    case .name(let name): return name
    case .coarse(let coarse): return write(coarse, form)
    }
  }

  private func count(_ number: Double, _ noun: Quantity.Noun, _ form: FigureForm) -> String {
    // Hours come in quarters, and those of a few days matter; everything else is whole.
    let hasFraction = noun == .hour && number < 48 && form != .whole
    let digits = hasFraction ? 1 : 0
    let value = ExactDecimal(form == .magnitude ? abs(number) : number)
      .rounded(toFractionDigits: digits).withoutTrailingZeros()
    switch form {
    case .compact: return locale.compactInRow(value)
    case .signed: return locale.signedNumber(value, fractionDigits: value.fractionDigits)
    case .counted: return counted(value, noun)
    case .ordinal: return locale.ordinal(Int(exactly: number.rounded()) ?? .max)
    case .plain, .whole, .magnitude: return locale.number(value)
    }
  }

  private func counted(_ value: ExactDecimal, _ noun: Quantity.Noun) -> String {
    let number = locale.number(value)
    let category = locale.pluralCategory(of: value) == .one ? "one" : "other"
    guard let phrase = phrases["units.\(noun.rawValue).\(category)"] else { return number }
    return phrase.text(["n": number]) ?? number
  }

  private func percent(_ number: Double, _ form: FigureForm, like figure: Figure?) -> String {
    let value = ExactDecimal(form == .magnitude ? abs(number) : number)
    let digits = form == .whole ? 0 : self.digits(number, .percent, like: figure)
    return form == .signed
      ? locale.signedPercent(value, fractionDigits: digits)
      : locale.percent(value, fractionDigits: digits)
  }

  private func write(_ coarse: Coarse, _ form: FigureForm) -> String {
    switch coarse {
    case .band(let band, let noun):
      let size = size(of: band)
      return form == .counted ? phrase("units.\(noun.rawValue).other", ["n": size]) : size
    case .share(let number): return share(number)
    case .change(let number):
      let value = ExactDecimal(form == .magnitude ? abs(number) : number)
      return form == .magnitude
        ? locale.percent(value, fractionDigits: 0) : locale.signedPercent(value, fractionDigits: 0)
    case .pointChange(let number):
      return decimal(number * 100, 0, form == .magnitude ? .magnitude : .signed)
    case .index(let points): return decimal(points, 0, .plain)
    case .month(let month): return phrase("coarse.month", ["n": String(month)])
    case .months(let months) where months.count == 1:
      return phrase("coarse.month", ["n": String(months.lowerBound)])
    case .months(let months):
      return phrase(
        "coarse.months",
        ["first": String(months.lowerBound), "last": String(months.upperBound)])
    case .week(let week): return phrase("coarse.week", ["n": String(week)])
    }
  }

  private func size(of band: Coarse.Band) -> String {
    let limits = band.limits
    let low = limits.low.map { locale.number(ExactDecimal($0)) }
    let high = limits.high.map { locale.number(ExactDecimal($0)) }
    return switch (low, high) {
    case (let low?, let high?): phrase("coarse.between", ["low": low, "high": high])
    case (let low?, nil): phrase("coarse.over", ["low": low])
    case (nil, let high): phrase("coarse.under", ["high": high ?? ""])
    }
  }

  private func share(_ number: Double) -> String {
    func percent(_ number: Double) -> String {
      locale.percent(ExactDecimal(number), fractionDigits: 0)
    }
    if number < Coarse.edge {
      return phrase("coarse.share-below", ["share": percent(Coarse.edge)])
    }
    if number > 1 - Coarse.edge {
      return phrase("coarse.share-above", ["share": percent(1 - Coarse.edge)])
    }
    return percent(number)
  }

  /// A number in words; the number alone where the translation has none.
  private func phrase(_ key: String, _ texts: [String: String]) -> String {
    phrases[key]?.text(texts) ?? texts.values.sorted().joined(separator: " ")
  }

  private func decimal(_ number: Double, _ digits: Int, _ form: FigureForm) -> String {
    let value = ExactDecimal(form == .magnitude ? abs(number) : number)
    return switch form {
    case .signed: locale.signedNumber(value, fractionDigits: digits)
    case .whole: locale.number(value, fractionDigits: 0)
    case .compact: locale.compactInRow(value)
    case .plain, .magnitude, .counted, .ordinal:
      locale.number(value, fractionDigits: digits)
    }
  }

  private func amount(_ value: ExactDecimal, _ form: FigureForm, like figure: Figure?) -> String {
    let own = figure?.measurement.known?.number.map { ExactDecimal($0) } ?? value
    let digits = form == .whole ? 0 : DisplayPrecision.money.fractionDigits(for: own)
    return locale.currency(value, code: currency, fractionDigits: digits)
  }

  /// The decimals of a number, or of the estimate whose limit it is.
  private func digits(
    _ number: Double, _ precision: DisplayPrecision, like figure: Figure? = nil
  ) -> Int {
    let own = ExactDecimal(figure?.measurement.known?.number ?? number)
    guard let interval = figure?.interval else { return precision.fractionDigits(for: own) }
    return precision.fractionDigits(
      for: figure?.measurement.known?.number ?? number, low: interval.low, high: interval.high)
  }
}
