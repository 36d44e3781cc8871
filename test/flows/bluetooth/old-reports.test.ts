import { BehaviorSubject, merge, Observable, ReplaySubject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DpValues } from '../../../src/data-points/data-points'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'
import { failureOf, pass, settle } from '../support/settle'
import { advanceUntil, collectSteps, createBleHarness } from './ble-harness'
import { createSameRandomHarness } from './same-random-harness'
import { createScriptedLink, randomReportOf, reportOf } from './scripted-link'

/** A link whose host replays earlier reports to a new subscriber. */
const withReplay = (link: BleLink, replayed$: Observable<DpValues>): BleLink => ({
  ...link,
  dataPoints: { ...link.dataPoints, reports$: replayed$ },
})

const isUnknown = { kind: 'outcome-unknown' }

describe('a report from before the Bluetooth instruction', () => {
  it('does not confirm the unlock by the position of the bolt', async () => {
    const { ble, clock } = createBleHarness()
    const { link, sent } = createScriptedLink(() => [])
    const replayed$ = new BehaviorSubject<DpValues>({ lock_motor_state: true })
    const replaying = withReplay(link, merge(replayed$, link.dataPoints.reports$))
    expect(await failureOf(clock, ble.open(replaying).done)).toMatchObject(isUnknown)
    expect(sent).toHaveLength(1)
  })

  it('is not the result of the next instruction with the same random number', async () => {
    const { ble, clock } = createSameRandomHarness()
    let isSilent = false
    const { link, sent } = createScriptedLink((hex) => (isSilent ? [] : [reportOf(hex)]))
    const replayed$ = new ReplaySubject<DpValues>(1)
    link.dataPoints.reports$.subscribe(replayed$)
    const replaying = withReplay(link, replayed$)
    expect(await settle(clock, ble.open(replaying).done)).toMatchObject({ confirmedBy: 'report' })
    await pass(clock, 5_000)
    isSilent = true
    expect(await failureOf(clock, ble.open(replaying).done)).toMatchObject(isUnknown)
    expect(sent).toHaveLength(2)
  })

  it.each([0, 300, 700])(
    'does not hide the result of the next instruction with the same random number, %d ms later',
    async (gapMs) => {
      const { ble, clock } = createSameRandomHarness()
      const { link, sent } = createScriptedLink((hex) => [reportOf(hex)])
      const replayed$ = new ReplaySubject<DpValues>(1)
      link.dataPoints.reports$.subscribe(replayed$)
      const replaying = withReplay(link, replayed$)
      await settle(clock, ble.open(replaying).done)
      await pass(clock, gapMs)
      await settle(clock, ble.open(replaying).done)
      expect(sent).toHaveLength(2)
    },
  )

  it('is recognised if the host replays it after the next instruction was sent', async () => {
    const { ble, clock } = createSameRandomHarness()
    const { link, sent, report } = createScriptedLink((hex) =>
      sent.length === 1 ? [reportOf(hex)] : [],
    )
    await settle(clock, ble.open(link).done)
    await pass(clock, 5_000)
    const again = ble.open(link)
    await advanceUntil(clock, collectSteps(again), 'waiting')
    report(reportOf(sent[0] ?? ''))
    expect(await failureOf(clock, again.done)).toMatchObject(isUnknown)
  })

  it('does not confirm another random number', async () => {
    const { ble, clock, commands } = createBleHarness()
    const { link } = createScriptedLink(
      () => [],
      () => [],
    )
    let refusal: DpValues | undefined
    const probe = createScriptedLink(
      () => [],
      (command) => {
        refusal = randomReportOf(command, 'full')
        return [refusal]
      },
    )
    await failureOf(clock, ble.open(probe.link).done)
    const replayed$ = new BehaviorSubject<DpValues>(refusal ?? {})
    expect(await failureOf(clock, ble.open(withReplay(link, replayed$)).done)).toMatchObject({
      reason: 'no-report',
    })
    expect(commands()).toEqual([])
  })
})

describe('a Bluetooth result after an unknown outcome with the same random number', () => {
  /** The first command gets no result; the second one is waiting. */
  const secondCommand = async () => {
    const harness = createSameRandomHarness()
    const { ble, clock } = harness
    const scripted = createScriptedLink(() => [])
    await failureOf(clock, ble.open(scripted.link).done)
    const second = ble.open(scripted.link)
    await advanceUntil(clock, collectSteps(second), 'waiting')
    const [older = '', own = ''] = scripted.sent
    return { ...harness, ...scripted, second, older, own }
  }

  it.each(['failed', 'wrong-random', 'wrong-slave', 0x2a] as const)(
    'makes the outcome unknown if it is a late %s, and nothing is resent',
    async (result) => {
      const { second, clock, report, older, sent } = await secondCommand()
      report(reportOf(older, { result }))
      expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
      expect(sent).toHaveLength(2)
    },
  )

  it('is certain if as many results as instructions have arrived', async () => {
    const { second, clock, report, older, own } = await secondCommand()
    report(reportOf(older, { result: 'failed' }))
    report(reportOf(older, { result: 'failed' }))
    report(reportOf(own, { result: 'wrong-slave' }))
    expect(await failureOf(clock, second.done)).toMatchObject({ reason: 'wrong-slave' })
  })

  it('confirms the position of the bolt if it is "ok" for either instruction', async () => {
    const { second, clock, report, older } = await secondCommand()
    report(reportOf(older))
    const reportedAtMs = clock.now()
    expect(await settle(clock, second.done)).toMatchObject({ confirmedBy: 'bolt' })
    expect(clock.now()).toBe(reportedAtMs)
  })

  it('makes the outcome unknown if it is a failure and the bolt moved', async () => {
    const { second, clock, report, older } = await secondCommand()
    report(reportOf(older, { result: 'failed' }))
    report({ lock_motor_state: true })
    expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
  })

  it('belongs to the first instruction if the host replays it on the next connection', async () => {
    const { ble, clock } = createSameRandomHarness()
    const lost = createScriptedLink(() => [])
    await failureOf(clock, ble.open(lost.link).done)
    const next = createScriptedLink((hex) => [reportOf(hex, { result: 'failed' })])
    const replayed = reportOf(lost.sent[0] ?? '', { result: 'failed' })
    const reports$ = new Observable<DpValues>((subscriber) => {
      subscriber.next(replayed)
      subscriber.add(next.link.dataPoints.reports$.subscribe(subscriber))
    })
    // Both commands have a result now, so the result of the second one is certain.
    expect(await failureOf(clock, ble.open(withReplay(next.link, reports$)).done)).toMatchObject({
      reason: 'failed',
    })
    expect(next.sent).toHaveLength(1)
  })

  it('is certain with another random number or another operation', async () => {
    const { ble, clock, second, lock } = await secondCommand()
    expect(await failureOf(clock, second.done)).toMatchObject(isUnknown)
    const failing = createScriptedLink((hex) => [reportOf(hex, { result: 'failed' })])
    expect(await failureOf(clock, ble.close(failing.link).done)).toMatchObject({ reason: 'failed' })
    expect(await failureOf(clock, ble.open(failing.link).done)).toMatchObject(isUnknown)
    lock.random = '3939393939393939'
    expect(await failureOf(clock, ble.open(failing.link).done)).toMatchObject({ reason: 'failed' })
  })

  it('is certain if the first instruction was not sent', async () => {
    const { ble, clock } = createSameRandomHarness()
    const { link } = createScriptedLink((hex) => [reportOf(hex, { result: 'failed' })])
    const notSent = new TransportError(
      { action: 'x' },
      { delivery: 'not-sent', reason: 'no connection' },
    )
    const broken = { ...link, send: () => Promise.reject(notSent) }
    expect(await failureOf(clock, ble.open(broken).done)).toMatchObject({ reason: 'link-broken' })
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'failed' })
  })
})

describe('two Bluetooth unlocks with the same random number', () => {
  it.each([0, 300, 1_500])('are both confirmed, %i ms apart', async (gapMs) => {
    const { ble, clock } = createSameRandomHarness()
    const { link } = createScriptedLink((hex) => [reportOf(hex)])
    await settle(clock, ble.open(link).done)
    clock.advance(gapMs)
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('are both confirmed if the reports contain no time', async () => {
    const { ble, clock } = createSameRandomHarness()
    const { link } = createScriptedLink((hex) => [reportOf(hex, { atMs: 0 })])
    await settle(clock, ble.open(link).done)
    await pass(clock, 5_000)
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ operation: 'unlock' })
  })
})
