import { BehaviorSubject, merge, Observable, ReplaySubject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DpValues } from '../../../src/data-points/data-points'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, passUntil, stepsOf } from './at-the-gate'
import { handMadeLink, randomReportOf, reportOf } from './hand-made-link'
import { gateWithKeptRandom } from './kept-random'

/** A link whose host tells a new listener of the past too. */
const withPast = (link: BleLink, past$: Observable<DpValues>): BleLink => ({
  ...link,
  dataPoints: { ...link.dataPoints, reports$: past$ },
})

const isUnknown = { kind: 'outcome-unknown' }

describe('a report from before the instruction', () => {
  it('of the bolt does not open: the lock is silent', async () => {
    const { ble, clock } = atTheGate()
    const { link, sent } = handMadeLink(() => [])
    const past$ = new BehaviorSubject<DpValues>({ lock_motor_state: true })
    const told = withPast(link, merge(past$, link.dataPoints.reports$))
    expect(await failureOf(clock, ble.open(told).done)).toMatchObject(isUnknown)
    expect(sent).toHaveLength(1)
  })

  it('is not the result of the next one, which is sent, with the same random', async () => {
    const { ble, clock } = gateWithKeptRandom()
    let isSilent = false
    const { link, sent } = handMadeLink((hex) => (isSilent ? [] : [reportOf(hex)]))
    const past$ = new ReplaySubject<DpValues>(1)
    link.dataPoints.reports$.subscribe(past$)
    const told = withPast(link, past$)
    expect(await settle(clock, ble.open(told).done)).toMatchObject({ confirmedBy: 'report' })
    await pass(clock, 5_000)
    isSilent = true
    expect(await failureOf(clock, ble.open(told).done)).toMatchObject(isUnknown)
    expect(sent).toHaveLength(2)
  })

  it.each([0, 300, 700])(
    'does not hide the result of the next one, asked for %d ms later with the same random',
    async (gapMs) => {
      const { ble, clock } = gateWithKeptRandom()
      const { link, sent } = handMadeLink((hex) => [reportOf(hex)])
      const past$ = new ReplaySubject<DpValues>(1)
      link.dataPoints.reports$.subscribe(past$)
      const told = withPast(link, past$)
      await settle(clock, ble.open(told).done)
      await pass(clock, gapMs)
      await settle(clock, ble.open(told).done)
      expect(sent).toHaveLength(2)
    },
  )

  it('is known again where a host tells it a moment after the next one left', async () => {
    const { ble, clock } = gateWithKeptRandom()
    const { link, sent, tell } = handMadeLink((hex) => (sent.length === 1 ? [reportOf(hex)] : []))
    await settle(clock, ble.open(link).done)
    await pass(clock, 5_000)
    const again = ble.open(link)
    await passUntil(clock, stepsOf(again), 'waiting')
    tell(reportOf(sent[0] ?? ''))
    expect(await failureOf(clock, again.done)).toMatchObject(isUnknown)
  })

  it('of a random does not stand for the answer to the next one', async () => {
    const { ble, clock, orders } = atTheGate()
    const { link } = handMadeLink(
      () => [],
      () => [],
    )
    let refusal: DpValues | undefined
    const probe = handMadeLink(
      () => [],
      (command) => {
        refusal = randomReportOf(command, 'full')
        return [refusal]
      },
    )
    await failureOf(clock, ble.open(probe.link).done)
    const past$ = new BehaviorSubject<DpValues>(refusal ?? {})
    expect(await failureOf(clock, ble.open(withPast(link, past$)).done)).toMatchObject({
      reason: 'no-report',
    })
    expect(orders()).toEqual([])
  })
})

describe('with a random that was used before, after an outcome that stayed open', () => {
  /** The first order is lost; gives the second one, which waits. */
  const secondOrder = async () => {
    const gate = gateWithKeptRandom()
    const { ble, clock } = gate
    const hand = handMadeLink(() => [])
    await failureOf(clock, ble.open(hand.link).done)
    const second = ble.open(hand.link)
    await passUntil(clock, stepsOf(second), 'waiting')
    const [older = '', own = ''] = hand.sent
    return { ...gate, ...hand, second, older, own }
  }

  it.each(['failed', 'wrong-random', 'wrong-slave', 0x2a] as const)(
    'a late %s may be of the first one: nobody knows, and nothing is sent again',
    async (result) => {
      const { second, clock, tell, older, sent } = await secondOrder()
      tell(reportOf(older, { result }))
      expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
      expect(sent).toHaveLength(2)
    },
  )

  it('a second result is its own: there are as many as instructions', async () => {
    const { second, clock, tell, older, own } = await secondOrder()
    tell(reportOf(older, { result: 'failed' }))
    tell(reportOf(older, { result: 'failed' }))
    tell(reportOf(own, { result: 'wrong-slave' }))
    expect(await failureOf(clock, second.done)).toMatchObject({ reason: 'wrong-slave' })
  })

  it('an ok says where the bolt is, though not which instruction moved it', async () => {
    const { second, clock, tell, older } = await secondOrder()
    tell(reportOf(older))
    const at = clock.now()
    expect(await settle(clock, second.done)).toMatchObject({ confirmedBy: 'bolt' })
    expect(clock.now()).toBe(at)
  })

  it('a failure and a bolt that moved leave it open as well', async () => {
    const { second, clock, tell, older } = await secondOrder()
    tell(reportOf(older, { result: 'failed' }))
    tell({ lock_motor_state: true })
    expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
  })

  it('the past that a host tells on the next connection has its owner', async () => {
    const { ble, clock } = gateWithKeptRandom()
    const lost = handMadeLink(() => [])
    await failureOf(clock, ble.open(lost.link).done)
    const next = handMadeLink((hex) => [reportOf(hex, { result: 'failed' })])
    const past = reportOf(lost.sent[0] ?? '', { result: 'failed' })
    const reports$ = new Observable<DpValues>((subscriber) => {
      subscriber.next(past)
      subscriber.add(next.link.dataPoints.reports$.subscribe(subscriber))
    })
    // Both orders have their result now: the second one's is certain.
    expect(await failureOf(clock, ble.open(withPast(next.link, reports$)).done)).toMatchObject({
      reason: 'failed',
    })
    expect(next.sent).toHaveLength(1)
  })

  it('another random begins anew, and so does the other way', async () => {
    const { ble, clock, second, lock } = await secondOrder()
    expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
    const failing = handMadeLink((hex) => [reportOf(hex, { result: 'failed' })])
    expect(await failureOf(clock, ble.close(failing.link).done)).toMatchObject({ reason: 'failed' })
    expect(await failureOf(clock, ble.open(failing.link).done)).toMatchObject(isUnknown)
    lock.random = '3939393939393939'
    expect(await failureOf(clock, ble.open(failing.link).done)).toMatchObject({ reason: 'failed' })
  })

  it('what never left is not counted', async () => {
    const { ble, clock } = gateWithKeptRandom()
    const { link } = handMadeLink((hex) => [reportOf(hex, { result: 'failed' })])
    const notSent = new TransportError({ action: 'x' }, { delivery: 'not-sent', reason: 'gone' })
    const broken = { ...link, send: () => Promise.reject(notSent) }
    expect(await failureOf(clock, ble.open(broken).done)).toMatchObject({ reason: 'link-broken' })
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'failed' })
  })
})

describe('a lock that is opened twice in a row with the same random', () => {
  it.each([0, 300, 1_500])('reports both, %i ms apart', async (gapMs) => {
    const { ble, clock } = gateWithKeptRandom()
    const { link } = handMadeLink((hex) => [reportOf(hex)])
    await settle(clock, ble.open(link).done)
    clock.advance(gapMs)
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('and tells no time reports both', async () => {
    const { ble, clock } = gateWithKeptRandom()
    const { link } = handMadeLink((hex) => [reportOf(hex, { at: 0 })])
    await settle(clock, ble.open(link).done)
    await pass(clock, 5_000)
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ operation: 'unlock' })
  })
})
