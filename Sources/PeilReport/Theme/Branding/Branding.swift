import Diagnostics
import PeilModel

/// The brand of an agency in the form that pages carry.
struct Branding: Sendable {
  let name: String
  private(set) var colours: BrandColours?
  private(set) var logo: LogoImage?
  private(set) var darkLogo: LogoImage?
  /// Base64 of a WOFF2 font.
  private(set) var font: String?
  /// What was changed before it is shown.
  private(set) var remarks: [Diagnostic] = []

  /// - Parameters:
  ///   - tokens: `nil` when the style sheet has other ones: then no colour can be fitted.
  ///   - problems: Gets what is wrong with the files.
  init(_ brand: Brand, name: String, on tokens: ColourTokens?, _ problems: inout [Diagnostic]) {
    self.name = name
    if let tokens {
      colours = BrandColours(brand, on: tokens)
    } else if brand.brand != nil || brand.accent != nil || brand.ground != nil {
      problems.append(.brandWithoutTokens())
    }
    logo = Self.image(brand.logo, &remarks, &problems)
    darkLogo = Self.image(brand.darkLogo, &remarks, &problems)
    do throws(Diagnostic) {
      font = try brand.font.map { file throws(Diagnostic) in try file.woff2() }
    } catch {
      problems.append(error)
    }
    if let corrections = colours?.corrections, !corrections.isEmpty {
      remarks.insert(.brandCorrected(corrections), at: 0)
    }
  }

  /// The logo as templates see it.
  var view: LogoView? { logo.map { LogoView($0, dark: darkLogo, name: name) } }

  /// A picture made safe, with a remark on what was taken out.
  static func image(
    _ file: BrandFile?, _ remarks: inout [Diagnostic], _ problems: inout [Diagnostic]
  ) -> LogoImage? {
    guard let file else { return nil }
    do throws(Diagnostic) {
      let image = try LogoImage(file)
      if !image.removed.isEmpty { remarks.append(.brandCleaned(image.removed, in: file.file)) }
      return image
    } catch {
      problems.append(error)
      return nil
    }
  }
}
