#include "kiosk/content/guide_markdown.h"

#include <md4c.h>

#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

constexpr const char* replacement_character = "\xEF\xBF\xBD";

// Follows md4c's events; holds what is open at the moment.
class BlockBuilder {
 public:
  explicit BlockBuilder(Language language) : language_(language) {}

  int enter_block(MD_BLOCKTYPE type, void* detail);
  int leave_block(MD_BLOCKTYPE type);
  int enter_span(MD_SPANTYPE type, void* detail);
  int leave_span(MD_SPANTYPE type);
  int add_text(MD_TEXTTYPE type, std::string_view text);

  MarkdownBlocks take();
  const char* refusal() const { return refusal_; }

 private:
  struct List {
    bool ordered = false;
    int next = 1;
  };
  GuideBlock& open_block();
  void close_block() { open_ = false; }
  void append(std::string_view text);
  int refuse(const char* why) {
    refusal_ = why;
    return -1;  // md4c goes on after a positive value
  }

  Language language_;
  MarkdownBlocks result_;
  const char* refusal_ = nullptr;
  bool open_ = false;        // the last block still takes text
  bool item_start_ = false;  // the next text begins a list item
  int nesting_ = 0, quotes_ = 0, heading_ = 0, bold_ = 0, italic_ = 0;
  std::vector<List> lists_;
  std::vector<GuideLink> links_;
};

GuideBlock& BlockBuilder::open_block() {
  if (open_) return result_.blocks.back();
  open_ = true;
  GuideBlock block;
  if (heading_ > 0) {
    block.kind = GuideBlock::Kind::heading;
    block.level = heading_;
  } else if (!lists_.empty()) {
    block.level = static_cast<int>(lists_.size());
    if (item_start_) {
      block.kind = GuideBlock::Kind::list_item;
      if (lists_.back().ordered) block.number = lists_.back().next++;
    }
  } else if (quotes_ > 0) {
    block.kind = GuideBlock::Kind::quote;
  }
  item_start_ = false;
  result_.blocks.push_back(std::move(block));
  return result_.blocks.back();
}

int BlockBuilder::enter_block(MD_BLOCKTYPE type, void* detail) {
  if (++nesting_ > deepest_nesting) return refuse("This page is nested too deeply.");
  if (result_.blocks.size() > most_blocks) return refuse("This page has too many paragraphs.");
  close_block();
  switch (type) {
    case MD_BLOCK_UL:
      lists_.push_back({});
      break;
    case MD_BLOCK_OL:
      lists_.push_back({true, static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)});
      break;
    case MD_BLOCK_LI:
      item_start_ = true;
      break;
    case MD_BLOCK_QUOTE:
      ++quotes_;
      break;
    case MD_BLOCK_H:
      heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    default:
      break;
  }
  return 0;
}

int BlockBuilder::leave_block(MD_BLOCKTYPE type) {
  --nesting_;
  close_block();
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_QUOTE:
      --quotes_;
      break;
    case MD_BLOCK_H:
      heading_ = 0;
      break;
    default:
      break;
  }
  return 0;
}

int BlockBuilder::enter_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_STRONG) ++bold_;
  if (type == MD_SPAN_EM) ++italic_;
  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    const std::string target(href.text, href.size);
    links_.push_back(parse_guide_link(target));
    if (links_.back().kind == GuideLink::Kind::none) result_.bad_links.push_back(target);
  }
  return 0;
}

int BlockBuilder::leave_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG) --bold_;
  if (type == MD_SPAN_EM) --italic_;
  if (type == MD_SPAN_A) links_.pop_back();
  return 0;
}

int BlockBuilder::add_text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_NULLCHAR:
      append(replacement_character);
      break;
    case MD_TEXT_BR:
      append("\n");
      break;
    case MD_TEXT_SOFTBR:
      append(" ");
      break;
    default:
      append(text);
      break;
  }
  return 0;
}

void BlockBuilder::append(std::string_view text) {
  GuideBlock& block = open_block();
  GuideSpan span;
  span.begin = block.text.size();
  block.text += typeset(text, language_);
  span.end = block.text.size();
  span.bold = bold_ > 0;
  span.italic = italic_ > 0;
  if (!links_.empty()) span.link = links_.back();
  if (!span.bold && !span.italic && span.link.kind == GuideLink::Kind::none) return;
  if (!block.spans.empty()) {
    GuideSpan& last = block.spans.back();
    if (last.end == span.begin && last.bold == span.bold && last.italic == span.italic &&
        last.link == span.link) {
      last.end = span.end;
      return;
    }
  }
  if (span.end > span.begin) block.spans.push_back(std::move(span));
}

MarkdownBlocks BlockBuilder::take() {
  std::erase_if(result_.blocks, [](const GuideBlock& block) { return block.text.empty(); });
  return std::move(result_);
}

BlockBuilder& builder(void* user) {
  return *static_cast<BlockBuilder*>(user);
}

MD_PARSER events() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return builder(user).enter_block(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return builder(user).leave_block(type); };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return builder(user).enter_span(type, detail);
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).leave_span(type); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return builder(user).add_text(type, {text, size});
  };
  return parser;
}

}  // namespace

Result<MarkdownBlocks> read_markdown(std::string_view text, Language language) {
  BlockBuilder blocks(language);
  const MD_PARSER parser = events();
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &blocks) != 0) {
    return fail(ErrorKind::invalid,
                blocks.refusal() ? blocks.refusal() : "This page cannot be read as Markdown.", {},
                "Make the page simpler.");
  }
  return blocks.take();
}

}  // namespace mess::kiosk
