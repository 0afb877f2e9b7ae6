/** True while an input method is still choosing characters: its Enter and letters belong to it, not to the page. */
export function isComposing(event: { isComposing?: boolean; keyCode?: number }): boolean {
  return Boolean(event.isComposing) || event.keyCode === 229;
}

/** True when a key goes into a field, or to the browser, and is no shortcut of the page (U35). */
export function isTyping(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return true;

  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName));
}
