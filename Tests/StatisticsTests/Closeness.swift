/// Whether two numbers agree to a part of the expected one; two missing numbers do.
func isClose(_ found: Double?, _ expected: Double?, within part: Double = 1e-8) -> Bool {
  guard let found, let expected else { return found == nil && expected == nil }
  return abs(found - expected) <= part * abs(expected) || found == expected
}
