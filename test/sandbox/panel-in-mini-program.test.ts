import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createClock,
  createSimulator,
  type MovableClock,
  type Simulator,
  seed,
} from '../../simulator'
import type { WxRandomLike } from '../../src/crypto/secure-random'
import { type BareHost, type BareHostOptions, createBareHost, settled } from './bare-host'
import { packedFrom } from './built-files'
import { lowered } from './compiled-file'

const built = fileURLToPath(new URL('../../miniprogram_dist', import.meta.url))
const device_id = seed.locks.frontDoor.id

const shipped = packedFrom(built)
const shippedAndLowered = (path: string): string | undefined => {
  const text = shipped(path)
  return text === undefined ? undefined : lowered(text)
}

type Kind = Pick<BareHostOptions, 'builtins' | 'promise' | 'files'>

const hosts: readonly (readonly [string, Kind])[] = [
  ['a mini-program', { files: shipped }],
  ['a mini-program without anything younger than ES2017', { files: shipped, builtins: 'oldest' }],
  // The native promises of async functions would not do, so they are compiled away, as WeChat's `es6` switch does.
  [
    'a mini-program of iOS 15, whose promises are made of timers',
    { files: shippedAndLowered, builtins: 'oldest', promise: 'timers' },
  ],
]

describe.each(hosts)('the built panel in %s', (_, kind) => {
  let clock: MovableClock
  let simulator: Simulator
  let host: BareHost
  let printed: readonly unknown[][]
  let panel: typeof import('./panel-script')

  beforeEach(() => {
    clock = createClock({ frozen: true, startMs: 1_800_000_000_000 })
    simulator = createSimulator({ clock })
    const lines: unknown[][] = []
    printed = lines
    const print = (...words: unknown[]) => lines.push(words)
    host = createBareHost({
      ...kind,
      clock,
      globals: { wx: simulator.asWx(), console: { log: print, warn: print, error: print } },
    })
    panel = host.load('test/sandbox/panel-script') as unknown as typeof panel
  })

  afterEach(() => {
    expect(host.touched).toEqual([])
    expect(printed).toEqual([])
  })

  const orders = () => simulator.journal.map(({ command }) => command)
  const arrived = (action: string) => simulator.requests.filter((each) => each.action === action)

  it('loads every entry', () => {
    const entries = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?!shared).*\.js$/.test(name),
    )
    expect(entries.length).toBeGreaterThan(5)
    for (const entry of entries)
      expect(Object.keys(host.load(`miniprogram_npm/lockpanel/${entry}`)), entry).not.toEqual([])
  })

  it('reads', async () => {
    const names = await settled(clock, panel.readMembers(device_id))
    expect([...names]).toEqual(Object.values(seed.members).map(({ nickName }) => nickName))
  })

  it('runs flows: an unlock whose answer is lost, and the bolt tells', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect([...(await settled(clock, panel.unlockFromAfar(device_id)))]).toEqual([
      'checking',
      'ticket',
      'sending',
      'waiting',
      'done',
      'status',
    ])
    expect(orders()).toEqual(['unlock'])
  })

  it('runs flows: a password made of what the host gives', async () => {
    const wx = {
      getRandomValues: ({ length, success }: Parameters<WxRandomLike['getRandomValues']>[0]) =>
        success({ randomValues: Uint8Array.from({ length }, (_, at) => (at * 37) % 251).buffer }),
    }
    const made = panel.guestPassword(device_id, simulator.accessKey, wx)
    expect([...(await settled(clock, made))]).toEqual(['7', 'active'])
    expect(orders()).toEqual(['create-password'])
  })

  it('runs flows: members over pages, and records', async () => {
    const names = await settled(clock, panel.namesOfMembers(device_id))
    expect([...names]).toEqual(Object.values(seed.members).map(({ nickName }) => nickName))
    expect(await settled(clock, panel.latestRecords(device_id))).toBe(3)
  })

  it('reads again when the answer is lost', async () => {
    simulator.faults.next('doorLock.listUsers', 'drop-after')
    simulator.faults.next('doorLock.listUsers', 'garbage')
    expect(await settled(clock, panel.readMembers(device_id))).not.toHaveLength(0)
    expect(arrived('doorLock.listUsers')).toHaveLength(3)
  })

  it('sends a command once when its answer is lost', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect(await settled(clock, panel.openDoor(device_id))).toBe('unknown, look at device.status')
    expect(orders()).toEqual(['unlock'])
  })

  it('sends a command once when there is no answer', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    expect(await settled(clock, panel.openDoor(device_id))).toBe('unknown, look at device.status')
    expect(orders()).toEqual(['unlock'])
  })

  it('encrypts a password', async () => {
    const made = panel.createPassword(device_id, simulator.accessKey)
    expect(await settled(clock, made)).toBe('string')
    expect(orders()).toEqual(['create-password'])
  })

  it('gives both sides of a taskEither', async () => {
    expect([...(await settled(clock, panel.asTaskEither()))]).toEqual(['Right', 'vendor'])
  })

  it('refuses wrong parameters, and sends nothing', async () => {
    const message = await settled(clock, panel.refuseParameters())
    expect(message).toContain('page_nr')
    expect(simulator.requests).toEqual([])
  })

  it('counts on over pages', async () => {
    expect(await settled(clock, panel.countPages(device_id))).toBe(Object.keys(seed.members).length)
  })

  it('tells each step, and ends with the panel', async () => {
    const seen = await settled(clock, panel.steps())
    expect([...seen]).toEqual(['started', 'sent', 'succeeded', 'closed'])
    expect(host.timers()).toBe(0)
  })

  it('gives a read up when it is closed, and leaves no timer', async () => {
    simulator.faults.next('device.status', 'slow')
    expect(await settled(clock, panel.closeUnderway(device_id))).toBe('cancelled')
    expect(host.timers()).toBe(0)
  })
})
