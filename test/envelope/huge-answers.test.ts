import fc from 'fast-check'
import * as t from 'io-ts'
import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { anyOf, dps, listOf, params, record, text } from '../../actions/shared'
import { type Action, defineAction } from '../../src/core/action'
import { isParamsError } from '../../src/core/errors/params-error'
import { isResponseError } from '../../src/core/errors/response-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { arbitraryOf } from '../support/arbitrary'

/** More items than fit on the stack as arguments of a call. */
const HUGE = 150_000
const MANY = 300
const MAX_ISSUES = 100

type Untyped = (name: string, params: unknown, options: unknown) => Promise<unknown>
interface Ending {
  readonly result?: unknown
  readonly error?: unknown
  readonly events: readonly PanelEvent[]
}

/** Calls the action once, with a listener on `events$`. */
const endingOf = async (action: Action, input: unknown, result: unknown): Promise<Ending> => {
  const panel = createPanel({
    actions: { action },
    transport: {
      name: 'hostile',
      families: ['mini-program', 'open-api', 'panel'],
      send: () => of({ body: { value: { success: true, t: 1, result } } }),
    },
  })
  const events: PanelEvent[] = []
  panel.events$.subscribe((event) => events.push(event))
  const call = (panel.apiRequest as unknown as Untyped)(action.name, input, { retry: false })
  return call.then(
    (value) => ({ result: value, events }),
    (error: unknown) => ({ error, events }),
  )
}

const actionWith = (result: Action['result']): Action =>
  defineAction({
    name: 'test.read',
    family: 'mini-program',
    safety: 'read',
    locks: ['any'],
    params: params(),
    result,
  }) as Action

const sampleOf = (codec: unknown): unknown =>
  fc.sample(arbitraryOf(codec, { full: true }), { numRuns: 1, seed: 3 })[0]

const deviationsIn = (events: readonly PanelEvent[]) =>
  events.flatMap((event) => (event.type === 'drift' ? event.deviations : []))

const rows = (count: number, row: unknown): unknown[] => Array(count).fill(row)
/** Replaces every list inside by a long list of the row. */
const withLongLists = (value: unknown, row: unknown): unknown => {
  if (Array.isArray(value)) return [...value, ...rows(MANY, row)]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withLongLists(field, row)]),
  )
}

describe.each(Object.values(allActions) as readonly Action[])('the action $name', (action) => {
  it.each([{}, null, 'a text', [[]]])(
    'ends with a bounded error or event after a long list of %j',
    async (row) => {
      const valid = action.result.encode(sampleOf(action.result))
      for (const result of [
        rows(MANY, row),
        { list: rows(MANY, row) },
        withLongLists(valid, row),
      ]) {
        const { error, events } = await endingOf(action, sampleOf(action.params), result)
        if (isResponseError(error)) {
          expect(error.issues.length).toBeGreaterThan(0)
          expect(error.issues.length).toBeLessThanOrEqual(MAX_ISSUES)
        }
        expect(['succeeded', 'failed']).toContain(events[events.length - 1]?.type)
        expect(JSON.stringify(deviationsIn(events)).length).toBeLessThan(5_000)
      }
    },
  )
})

describe('an answer of 150,000 rows', () => {
  const row = record({ key: { id: text({ min: 1 }) }, documented: { note: text() } })

  it('of data points ends the call also with a listener on events$', async () => {
    const points = rows(HUGE, { switch_led: true })
    const { result, events } = await endingOf(actionWith(dps()), {}, points)
    expect(result).toHaveLength(HUGE)
    expect(events[events.length - 1]).toMatchObject({ type: 'succeeded' })
  })

  it.each([
    ['a list', listOf(row)],
    ['one of several forms', anyOf(text(), listOf(row))],
  ])('counts every row that it leaves out of %s', async (_, contract) => {
    const answer = [{ id: '1', note: '' }, ...rows(HUGE, { note: '' })]
    const { result, events } = await endingOf(actionWith(contract), {}, answer)
    expect(result).toEqual([{ id: '1', note: '' }])
    expect(deviationsIn(events)).toEqual([{ path: '[].id', message: 'missing', count: HUGE }])
  })

  it('counts the missing fields of all its rows', async () => {
    const { events } = await endingOf(actionWith(listOf(row)), {}, rows(HUGE, { id: '1' }))
    expect(deviationsIn(events)).toEqual([{ path: '[].note', message: 'missing', count: HUGE }])
  })

  it.each([
    ['a codec of the vocabulary', listOf(row)],
    ['a codec of the app', t.array(t.type({ id: t.string }))],
  ])('lists the first issues, for %s', async (_, contract) => {
    const { error } = await endingOf(actionWith(contract as never), {}, rows(HUGE, {}))
    expect(isResponseError(error) && error.issues).toHaveLength(MAX_ISSUES)
    expect(isResponseError(error) && error.message).toMatch(/and at least 95 more$/)
  })
})

describe('parameters', () => {
  it('with 10,000 unknown names, or with one of a megabyte, are rejected with a bounded error', async () => {
    const many = Object.fromEntries(rows(10_000, '').map((_, index) => [`unknown_${index}`, 1]))
    for (const input of [many, { ['n'.repeat(1_000_000)]: 1 }]) {
      const { error } = await endingOf(allActions.deviceStatus as never, input, [])
      expect(isParamsError(error) && error.issues.length).toBeLessThanOrEqual(MAX_ISSUES)
      expect(JSON.stringify(error).length).toBeLessThan(20_000)
    }
  })
})

describe('an event that cannot be made', () => {
  it('does not change the outcome of its call', async () => {
    let reads = 0
    const answer = {
      get id() {
        // A handler may emit an object of the host; the contract reads it once, the event reads it again.
        if (++reads > 1) throw new RangeError('read again')
        return '1'
      },
    }
    const action = actionWith(t.any as never)
    const shown = {
      ...action,
      result: Object.assign(t.any.pipe(t.any), {
        _tag: 'record',
        required: { id: text() },
        optional: {},
      }),
    }
    reads = 0
    const { result, error } = await endingOf(shown as never, {}, answer)
    expect(error).toBeUndefined()
    expect(result).toBe(answer)
    expect(reads).toBeGreaterThan(1)
  })
})
