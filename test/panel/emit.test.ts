import { describe, expect, it } from 'vitest'
import type { Action } from '../../src/core/action'
import { callFactory, copyInput } from '../../src/core/panel/call-factory'
import type { PanelEvent, Step } from '../../src/core/pipeline/events'
import { createSubject } from '../../src/core/rx/subject'
import { actionOf } from '../support/calls'
import { createVirtualClock } from '../support/virtual-clock'

describe('the events of a call', () => {
  it('are made only if somebody subscribes to them', () => {
    const events = createSubject<PanelEvent>()
    const makeCall = callFactory(new Map([['test.read', actionOf.read as Action]]), {
      clock: createVirtualClock(),
      random: () => 0,
      deadlineMs: 30_000,
      events,
    })
    const call = makeCall('test.read', copyInput({ device_id: 'door' }))
    let made = 0
    const step = (): Step => {
      made++
      return { type: 'queued' }
    }
    call.emit(step)
    expect(made).toBe(0)
    const seen: PanelEvent[] = []
    events.values$.subscribe((event) => seen.push(event))
    call.emit(step)
    expect([made, seen.map(({ type }) => type)]).toEqual([1, ['queued']])
  })
})
