import { useEffect, useState } from 'react'
import type { Observable } from 'rxjs'
import type { PanelEvent } from '../src/core/pipeline/events'

const MOST_EVENTS = 200

/**
 * The last events of a panel, oldest first.
 *
 * @example
 * ```ts
 * const Requests = () => createElement('p', {}, usePanelEvents(panel).length)
 * ```
 */
export const usePanelEvents = (
  panel: {
    /** The events of a panel: `panel.events$`. */
    readonly events$: Observable<PanelEvent>
  },
  most: number = MOST_EVENTS,
): readonly PanelEvent[] => {
  const [events, setEvents] = useState<readonly PanelEvent[]>([])
  useEffect(() => {
    const subscription = panel.events$.subscribe((event) =>
      setEvents((before) => [...before, event].slice(-most)),
    )
    return () => subscription.unsubscribe()
  }, [panel, most])
  return events
}
