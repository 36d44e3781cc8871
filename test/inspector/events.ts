import type { PanelEvent } from '../../src/core/pipeline/events'

type StepOf<Type extends PanelEvent['type']> = Extract<PanelEvent, { readonly type: Type }>
type Origin = 'type' | 'action' | 'family' | 'requestId' | 'attempt' | 'at'

/** One event of the call `requestId`, `at` milliseconds after the start of the test. */
export type EventMaker = <Type extends PanelEvent['type']>(
  at: number,
  type: Type,
  step: Omit<StepOf<Type>, Origin>,
  attempt?: number,
) => PanelEvent

export const eventsOf =
  (requestId: string, action = 'device.status'): EventMaker =>
  (at, type, step, attempt = 1) =>
    ({ ...step, type, action, family: 'mini-program', requestId, attempt, at }) as PanelEvent
