import type { Observable } from 'rxjs'
import type { PanelEvent } from '../../src/core/pipeline/events'
import type { InspectedCall } from '../model/call'

/** What the inspector reads of a panel. Pass a replaying `events$` to show calls from before the inspector was opened. */
export interface InspectedPanel {
  /** The events of a panel: `panel.events$`. */
  readonly events$: Observable<PanelEvent>
}

/** The element `<lockpanel-inspector>`. It reads events while it is in the document, also while it is hidden. */
export interface InspectorElement extends HTMLElement {
  /** Another panel clears the calls. */
  panel: InspectedPanel | undefined
  /** How many calls are kept; also an attribute. @default 200 */
  limit: number
  /** The kept calls, oldest first. */
  readonly calls: readonly InspectedCall[]
  /** Removes all calls. */
  clear(): void
  /** The calls that pass the filter, as JSON. */
  exportJson(): string
}
