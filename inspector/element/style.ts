/**
 * System colours follow the `color-scheme` of the page, so light and dark need no second table. A badge has both of its
 * colours from here. Each kind of span has a pattern of its own besides its colour.
 */
const style = `
:host { display: flex; flex-direction: column; min-height: 0; overflow: hidden;
  background: Canvas; color: CanvasText; font: 13px/1.4 system-ui, sans-serif; }
:host([hidden]) { display: none; }
section { display: flex; flex-direction: column; min-height: 0; flex: 1; }
.tools, .legend { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 6px 8px; }
.legend { gap: 2px 10px; padding-top: 0; font-size: 12px; }
.count { margin-left: auto; }
input, select, .tools button { min-height: 32px; padding: 2px 8px; border: 1px solid #808080;
  border-radius: 4px; background: Canvas; color: CanvasText; font: inherit; }
input { flex: 1 1 90px; min-width: 0; }
select { flex: 1 1 90px; max-width: 190px; min-width: 0; }
.tools button[aria-pressed="true"] { background: #0b57b0; color: #fff; }
:focus-visible { outline: 2px solid #2f7de1; outline-offset: -2px; }
.calls { flex: 1; min-height: 0; overflow: auto; margin: 0; padding: 0; list-style: none;
  border-top: 1px solid #808080; }
.call { border-bottom: 1px solid #80808080; }
.row { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 8px; width: 100%;
  padding: 6px 8px; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.facts { grid-column: 2; }
.took { grid-column: 3; text-align: right; }
time, .took, .offset { font-variant-numeric: tabular-nums; }
.badge { align-self: start; padding: 0 6px; border-radius: 8px; background: #555; color: #fff; }
.succeeded { background: #1b6e3c; }
.failed { background: #a3261b; }
.outcome-unknown { background: #8a4b00; }
.running { background: #0b57b0; }
.bar { grid-column: 1 / -1; position: relative; height: 8px; background: #80808033; }
.bar i { position: absolute; top: 0; bottom: 0; min-width: 2px;
  left: calc(100% * var(--from) / var(--scale)); width: calc(100% * var(--took) / var(--scale)); }
.legend i { display: inline-block; width: 18px; height: 8px; margin-right: 4px; }
.request { background: #2f7de1; }
.queue { background: repeating-linear-gradient(45deg, #808080 0 2px, transparent 2px 5px); }
.window { background: repeating-linear-gradient(90deg, #8a63d2 0 3px, transparent 3px 5px); }
.retry-delay { background: repeating-linear-gradient(-45deg, #d9822b 0 4px, transparent 4px 6px); }
.shared-answer { background: linear-gradient(#2a9d6f 0 2px, transparent 2px 6px, #2a9d6f 6px); }
.detail { padding: 0 8px 8px; }
.detail .caption { margin: 8px 0 2px; font-weight: 600; }
.detail ol, .detail ul { margin: 0; padding: 0; list-style: none; }
.detail li { display: grid; grid-template-columns: 72px 1fr; gap: 8px; }
.detail pre { max-height: 240px; overflow: auto; margin: 0; padding: 6px; border: 1px solid #80808080;
  font: 12px/1.4 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.none { padding: 16px; margin: 0; text-align: center; }
`

/** Adds the style; webviews before Chrome 73 and Safari 16.4 cannot share style sheets. */
export const addStyle = (root: ShadowRoot): void => {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const element = document.createElement('style')
  element.textContent = style
  root.append(element)
}
