import type { InspectedCall } from '../model/call'
import type { InspectorText } from '../text/text'
import { type CallRow, createCallRow, durationOf } from './call-row'
import { make } from './make'

/** The list of calls, newest first. */
export interface CallRows {
  readonly element: HTMLOListElement
  readonly draw: (calls: readonly InspectedCall[]) => void
}

/** Draws only rows that changed, so that the focus, an open detail and a selection stay. */
export const createCallRows = (text: InspectorText): CallRows => {
  const element = make('ol', { class: 'calls', tabIndex: 0, 'aria-label': text.title })
  const rows = new Map<string, CallRow>()

  const removeOthers = (calls: readonly InspectedCall[]) => {
    const kept = new Set(calls.map(({ requestId }) => requestId))
    for (const [requestId, row] of rows)
      if (!kept.has(requestId)) {
        row.element.remove()
        rows.delete(requestId)
      }
  }

  const draw = (calls: readonly InspectedCall[]) => {
    removeOthers(calls)
    const nowMs = latestOf(calls)
    const longest = calls.reduce((most, call) => Math.max(most, durationOf(call, nowMs)), 1)
    element.style.setProperty('--scale', String(longest))
    let next = element.firstElementChild
    for (const call of [...calls].reverse()) {
      const row = rows.get(call.requestId) ?? createCallRow(text)
      rows.set(call.requestId, row)
      row.update(call, nowMs)
      if (row.element === next) next = next.nextElementSibling
      else element.insertBefore(row.element, next)
    }
  }
  return { element, draw }
}

/** The time of the last event, by the clock of the panel. */
const latestOf = (calls: readonly InspectedCall[]): number =>
  calls.reduce((latest, { events }) => events.reduce(laterOf, latest), 0)

const laterOf = (latest: number, { at }: { readonly at: number }): number => Math.max(latest, at)
