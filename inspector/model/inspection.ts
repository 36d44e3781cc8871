import type { PanelEvent } from '../../src/core/pipeline/events'
import type { InspectedCall } from './call'
import { addEvent } from './call-list'
import { type CallFilter, everyCall, filterCalls } from './filter'

/** What the inspector keeps and shows. */
export interface Inspection {
  /** Oldest first. */
  readonly calls: readonly InspectedCall[]
  /** The calls at the moment of the pause; later events are still kept. */
  readonly paused: readonly InspectedCall[] | undefined
  readonly filter: CallFilter
}

export const emptyInspection: Inspection = { calls: [], paused: undefined, filter: everyCall }

export const withEvent = (
  inspection: Inspection,
  event: PanelEvent,
  limit: number,
): Inspection => ({ ...inspection, calls: addEvent(inspection.calls, event, limit) })

export const withFilter = (inspection: Inspection, change: Partial<CallFilter>): Inspection => ({
  ...inspection,
  filter: { ...inspection.filter, ...change },
})

/** Pauses, or goes on with what happened in between. */
export const withPauseToggled = ({ paused, calls, filter }: Inspection): Inspection => ({
  calls,
  filter,
  paused: paused === undefined ? calls : undefined,
})

/** Removes the calls; the pause and the filter stay. */
export const cleared = ({ paused, filter }: Inspection): Inspection => ({
  calls: [],
  paused: paused && [],
  filter,
})

/** The calls that can be shown, before the filter. */
export const visibleCalls = ({ calls, paused }: Inspection): readonly InspectedCall[] =>
  paused ?? calls

/** The calls that are shown. */
export const shownCalls = (inspection: Inspection): readonly InspectedCall[] =>
  filterCalls(visibleCalls(inspection), inspection.filter)
