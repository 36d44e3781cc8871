import { inspectorClass } from './inspector-class'
import type { InspectorElement } from './inspector-element'

const TAG = 'lockpanel-inspector'

declare global {
  interface HTMLElementTagNameMap {
    'lockpanel-inspector': InspectorElement
  }
}

/**
 * Registers the element `<lockpanel-inspector>`, which draws the calls of a panel. Does nothing when the element is registered
 * already, and without a DOM, so that a server can render the page.
 *
 * @example
 * ```ts
 * defineInspector()
 * // document.querySelector('lockpanel-inspector').panel = panel
 * ```
 */
export const defineInspector = (): void => {
  if (typeof customElements === 'undefined' || customElements.get(TAG) !== undefined) return
  customElements.define(TAG, inspectorClass())
}
