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
  ['a mini-program without features newer than ES2017', { files: shipped, builtins: 'oldest' }],
  // Async functions use native promises, so they are compiled away, like with the `es6` switch of WeChat.
  [
    'a mini-program of iOS 15 with promises made of timers',
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

  const commands = () => simulator.journal.map(({ command }) => command)
  const arrived = (action: string) => simulator.requests.filter((each) => each.action === action)

  it('loads every entry', () => {
    const entries = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?!shared).*\.js$/.test(name),
    )
    expect(entries.length).toBeGreaterThan(5)
    for (const entry of entries)
      expect(Object.keys(host.load(`miniprogram_npm/lockpanel/${entry}`)), entry).not.toEqual([])
  })

  it('reads the members of a lock', async () => {
    const names = await settled(clock, panel.readMembers(device_id))
    expect([...names]).toEqual(Object.values(seed.members).map(({ nickName }) => nickName))
  })

  it('confirms an unlock with a lost answer by the status of the lock', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect([...(await settled(clock, panel.unlockRemotely(device_id)))]).toEqual([
      'checking',
      'ticket',
      'sending',
      'waiting',
      'done',
      'status',
    ])
    expect(commands()).toEqual(['unlock'])
  })

  it('creates a temporary password with the random source of the host', async () => {
    const wx = {
      getRandomValues: ({ length, success }: Parameters<WxRandomLike['getRandomValues']>[0]) =>
        success({ randomValues: Uint8Array.from({ length }, (_, at) => (at * 37) % 251).buffer }),
    }
    const created = panel.guestPassword(device_id, simulator.accessKey, wx)
    expect([...(await settled(clock, created))]).toEqual(['7', 'active'])
    expect(commands()).toEqual(['create-password'])
  })

  it('reads members over several pages, and records', async () => {
    const names = await settled(clock, panel.namesOfMembers(device_id))
    expect([...names]).toEqual(Object.values(seed.members).map(({ nickName }) => nickName))
    expect(await settled(clock, panel.latestRecords(device_id))).toBe(3)
  })

  it('resends a read when its answer is lost', async () => {
    simulator.faults.next('doorLock.listUsers', 'drop-after')
    simulator.faults.next('doorLock.listUsers', 'garbage')
    expect(await settled(clock, panel.readMembers(device_id))).not.toHaveLength(0)
    expect(arrived('doorLock.listUsers')).toHaveLength(3)
  })

  it('sends a command once when its answer is lost', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect(await settled(clock, panel.openDoor(device_id))).toBe(
      'unknown, check with device.status',
    )
    expect(commands()).toEqual(['unlock'])
  })

  it('sends a command once when there is no answer', async () => {
    simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    expect(await settled(clock, panel.openDoor(device_id))).toBe(
      'unknown, check with device.status',
    )
    expect(commands()).toEqual(['unlock'])
  })

  it('encrypts a password and creates it', async () => {
    const created = panel.createPassword(device_id, simulator.accessKey)
    expect(await settled(clock, created)).toBe('string')
    expect(commands()).toEqual(['create-password'])
  })

  it('returns both sides of a taskEither', async () => {
    expect([...(await settled(clock, panel.asTaskEither()))]).toEqual(['Right', 'vendor'])
  })

  it('rejects invalid parameters, and sends nothing', async () => {
    const message = await settled(clock, panel.rejectParameters())
    expect(message).toContain('page_nr')
    expect(simulator.requests).toEqual([])
  })

  it('iterates over all pages', async () => {
    expect(await settled(clock, panel.countPages(device_id))).toBe(Object.keys(seed.members).length)
  })

  it('emits each step, and completes the events when the panel closes', async () => {
    const events = await settled(clock, panel.steps())
    expect([...events]).toEqual(['started', 'sent', 'succeeded', 'closed'])
    expect(host.timers()).toBe(0)
  })

  it('cancels a read when it is closed, and clears its timers', async () => {
    simulator.faults.next('device.status', 'slow')
    expect(await settled(clock, panel.closeDuringRead(device_id))).toBe('cancelled')
    expect(host.timers()).toBe(0)
  })
})
