/** A step of the grid, a share, a value of its own. */
const size = "(?:\\d+(?:/\\d+)?|auto|full|none|\\[[^\\]]+\\]|\\(--[\\w-]+\\))";
const kinds = [
  // How a box lays out what is in it, and whether it is there at all
  "flex|grid|block|inline|inline-block|inline-flex|contents|hidden|sr-only",
  `flex-(?:1|none|wrap|col)|grid-cols-${size}|(?:col|row)-(?:span|start|end)-${size}`,
  "(?:items|self|justify|content)-(?:start|end|center|between|baseline|stretch)|align-(?:top|middle|bottom)",
  // How much room it takes and leaves
  `gap(?:-[xy])?-${size}|-?m[tblrxy]?-${size}|p[tblrxy]?-${size}|(?:min-|max-)?[wh]-${size}`,
  // Where it stands
  `static|relative|absolute|sticky|fixed|(?:top|right|bottom|left|z)-${size}|overflow-(?:auto|hidden|visible)`,
];
/** By width of the page, on paper. */
const when = "(?:(?:max-)?(?:md|lg|xl)|min-\\[\\d+px\\]|print)";

/** The utilities of Tailwind a part may carry: they place boxes, and say nothing of colour, type or border. */
export const layout = new RegExp(`^(?:${when}:)*(?:${kinds.join("|")})$`);
