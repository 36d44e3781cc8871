import fc from 'fast-check'
import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { type Issue, issuesOf } from '../../src/core/errors/issue'
import { unlockMethodEvents$ } from '../../src/flows/enrolment/events-of-pushes'
import {
  decodeUnlockMethodEvent,
  type UnlockMethodEvent,
} from '../../src/push-messages/unlock-method-event'

/** A push as the table of document 003 describes it. */
const push = (bizData: object = {}, more: object = {}) => ({
  bizCode: 'doorUnlockMethodStatus',
  devId: 'vdevo1',
  uuid: 'uuid-1',
  ts: 1628241725953,
  bizData: {
    event: 'unlockMethodEntry',
    operate: 1,
    raised: true,
    finish: false,
    period: 4,
    ...bizData,
  },
  ...more,
})

const decoded = (given: unknown): unknown => {
  const read = decodeUnlockMethodEvent(given)
  if (read === undefined) return 'another kind'
  return read._tag === 'Right' ? read.right : issuesOf(read.left)
}

describe('a pushed step of an enrolment', () => {
  it('keeps the names of the vendor', () => {
    expect(decoded(push())).toEqual(push())
  })

  it('may be JSON text, and hold JSON text', () => {
    const asText = { ...push(), bizData: JSON.stringify(push().bizData) }
    expect(decoded(JSON.stringify(asText))).toEqual(push())
  })

  it('is read in one shape', () => {
    const given = push({ finish: 0, raised: '1', period: '4' }, { uuid: 123, ts: 1628241725 })
    expect(decoded(given)).toEqual(push({}, { uuid: '123', ts: 1628241725000 }))
  })

  it('may carry the number of steps alone', () => {
    const first = { ...push(), bizData: { totalPeriod: 5 } }
    expect(decoded(first)).toEqual(first)
  })

  it('is not a push of another kind, whatever that holds', () => {
    expect(decoded({ bizCode: 'online', devId: 'vdevo1', bizData: 7 })).toBe('another kind')
    expect(decoded('{"bizCode":"online"}')).toBe('another kind')
  })

  it('says where a push does not fit, and never what it holds', () => {
    expect(decoded(push({ period: 'many' }, { devId: undefined }))).toEqual([
      { path: 'devId', message: 'missing' },
      { path: 'bizData.period', message: 'expected a whole number' },
    ])
    expect(decoded('{"bizCode":')).toEqual([{ path: '', message: 'expected JSON text' }])
    expect(decoded({})).toEqual([
      { path: 'bizCode', message: 'missing' },
      { path: 'devId', message: 'missing' },
      { path: 'bizData', message: 'missing' },
    ])
  })

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (given) => decoded(given) !== undefined))
  })
})

/** The stream over a queue that a test fills. */
const listening = () => {
  const pushes$ = new Subject<unknown>()
  const steps: UnlockMethodEvent[] = []
  const wrong: Issue[] = []
  const ends: string[] = []
  const subscription = unlockMethodEvents$(pushes$, {
    onInvalid: (issues) => wrong.push(...issues),
  }).subscribe({
    next: (step) => steps.push(step),
    error: (error: Error) => ends.push(error.message),
    complete: () => ends.push('complete'),
  })
  const periods = () => steps.map(({ bizData }) => bizData.period)
  return { pushes$, steps, periods, wrong, ends, subscription }
}

describe('the stream of enrolments', () => {
  it('emits the steps in order, without push messages of other kinds', () => {
    const { pushes$, periods, wrong } = listening()
    for (const period of [5, 4, 3]) {
      pushes$.next(push({ period }, { ts: 1628241725953 + period }))
      pushes$.next({ bizCode: 'online', devId: 'vdevo1' })
    }
    expect(periods()).toEqual([5, 4, 3])
    expect(wrong).toEqual([])
  })

  it('gives a step once that the queue delivers again, also later and with another unit of time', () => {
    const { pushes$, periods } = listening()
    const [first, second] = [push({ period: 2 }, { ts: 1628241725000 }), push({ period: 1 })]
    for (const one of [first, first, second, JSON.stringify(first)]) pushes$.next(one)
    pushes$.next({ ...first, ts: 1628241725 })
    expect(periods()).toEqual([2, 1])
  })

  it('tells the same step of another lock, of a later time and of another content apart', () => {
    const { pushes$, steps } = listening()
    pushes$.next(push())
    pushes$.next(push({}, { devId: 'vdevo2' }))
    pushes$.next(push({}, { ts: 1628241725954 }))
    pushes$.next(push({ finish: true }))
    expect(steps).toHaveLength(4)
  })

  it('gives every push that has no time', () => {
    const { pushes$, steps } = listening()
    for (let times = 0; times < 2; times++) pushes$.next(push({}, { ts: undefined }))
    expect(steps).toHaveLength(2)
  })

  it('remembers the last 256 steps and no more', () => {
    const { pushes$, steps } = listening()
    const at = (ts: number) => pushes$.next(push({}, { ts: 1628241725000 + ts }))
    for (let ts = 0; ts < 257; ts++) at(ts)
    at(1)
    expect(steps).toHaveLength(257)
    at(0)
    expect(steps).toHaveLength(258)
  })

  it('tells of a push that does not fit, and goes on', () => {
    const { pushes$, periods, wrong } = listening()
    pushes$.next(push({ period: 'many' }))
    pushes$.next(null)
    pushes$.next(push())
    expect(wrong).toEqual([
      { path: 'bizData.period', message: 'expected a whole number' },
      { path: '', message: 'expected an object' },
    ])
    expect(periods()).toEqual([4])
  })

  it('needs no subscriber', () => {
    const steps: UnlockMethodEvent[] = []
    const pushes$ = new Subject<unknown>()
    unlockMethodEvents$(pushes$).subscribe((step) => steps.push(step))
    pushes$.next('<html>')
    pushes$.next(push())
    expect(steps).toHaveLength(1)
  })

  it('remembers for each subscriber apart', () => {
    const pushes$ = new Subject<unknown>()
    const events$ = unlockMethodEvents$(pushes$)
    const seen: string[] = []
    events$.subscribe(() => seen.push('first'))
    events$.subscribe(() => seen.push('second'))
    pushes$.next(push())
    expect(seen).toEqual(['first', 'second'])
  })

  it('ends as the queue ends, and lets it go', () => {
    const completed = listening()
    completed.pushes$.complete()
    expect(completed.ends).toEqual(['complete'])
    const failed = listening()
    failed.pushes$.error(new Error('queue lost'))
    expect(failed.ends).toEqual(['queue lost'])
    const left = listening()
    left.subscription.unsubscribe()
    expect(left.pushes$.observed).toBe(false)
  })
})
