import CCMark

/// A text of Markdown (CommonMark) as a tree, which lives as long as this value.
final class MarkdownDocument {
  let root: MarkdownNode

  /// - Parameter text: UTF-8 without control characters. Every text is Markdown.
  init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let parsed else { return nil }
    root = MarkdownNode(parsed)
  }

  /// An empty document, to move parts of another into.
  init?() {
    guard let made = cmark_node_new(CMARK_NODE_DOCUMENT) else { return nil }
    root = MarkdownNode(made)
  }

  deinit { cmark_node_free(root.pointer) }

  /// The document as HTML without raw markup, by cmark itself.
  var html: String {
    guard let rendered = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { return "" }
    defer { peil_free_rendered(rendered) }
    return String(cString: rendered)
  }
}

/// A node of a document, valid while the document is.
struct MarkdownNode {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  enum Kind {
    case heading, paragraph, list, item, text, code, codeBlock, rawBlock, rawInline, image, link
    case lineBreak, otherBlock, otherInline
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .rawBlock
    case CMARK_NODE_HTML_INLINE: .rawInline
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CUSTOM_INLINE: .otherInline
    default: .otherBlock
    }
  }

  /// In the order of the text.
  var children: [MarkdownNode] {
    Array(
      sequence(first: cmark_node_first_child(pointer)) { $0.flatMap { cmark_node_next($0) } }
        .prefix { $0 != nil }.compactMap { $0.map(MarkdownNode.init) })
  }

  /// This node and all below it, each before its children.
  var all: [MarkdownNode] { [self] + children.flatMap(\.all) }

  /// Counted from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var column: Int { Int(cmark_node_get_start_column(pointer)) }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  /// The address of a link or image.
  var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  /// 1 to 6, for headings.
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The text as a reader sees it, blocks on lines of their own.
  var text: String {
    switch kind {
    case .text, .code, .rawInline: literal
    case .lineBreak: "\n"
    case .codeBlock, .rawBlock: literal + "\n"
    case .link, .image, .otherInline: children.map(\.text).joined()
    case .heading, .paragraph, .list, .item, .otherBlock:
      children.map(\.text).joined() + "\n"
    }
  }

  // MARK: - Changes

  /// Moves a node of any document to the end of this one's children.
  func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }

  func set(level: Int) { cmark_node_set_heading_level(pointer, Int32(level)) }

  /// Takes away what would become an attribute that pages do not have.
  func dropExtras() {
    switch kind {
    case .link: cmark_node_set_title(pointer, "")
    case .codeBlock: cmark_node_set_fence_info(pointer, "")
    default: break
    }
  }

  /// Raw markup as the text that it is.
  func becomeText() {
    guard let text = cmark_node_new(CMARK_NODE_TEXT) else { return }
    cmark_node_set_literal(text, literal)
    var made = text
    if kind == .rawBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
      cmark_node_append_child(paragraph, text)
      made = paragraph
    }
    if cmark_node_replace(pointer, made) == 1 { cmark_node_free(pointer) }
  }
}
