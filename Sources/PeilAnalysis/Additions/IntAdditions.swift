extension Int {
  /// The whole number nearest to a value; the largest or smallest there is where it does not fit.
  ///
  /// Not a number gives 0: what reaches this has been asked for being finite before.
  init(nearest value: Double) {
    if value.isNaN {
      self = 0
    } else {
      self = Int(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
    }
  }
}
